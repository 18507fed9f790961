/* SPDX-License-Identifier: ISC */
/* Reads wagon drawings, strictly: what does not fit is an error with its line and column. */
#include "config.h"

#include "exchange/drawing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "exchange/checklist_build.h"

#define BOX_FIRST 0x2500 /* box drawing and block elements: one column wide in every terminal */
#define BOX_LAST 0x259f

struct text_line {
    const char *text;
    size_t len;
    unsigned number; /* 1-based in the file */
};

enum { PART_PICTURE, PART_MASK, PART_LEGEND, PART_BOX, PARTS };

struct part {
    struct text_line *lines;
    size_t n, cap;
    unsigned at; /* line in the file where it begins */
};

struct reading {
    struct drawing *d;
    const char *file;
    const struct choice_list *zones;
    struct notes *errors;
    struct part parts[PARTS];
    size_t n_parts;
};

/* Says the error at this line and column (1-based). */
static void
wrong(struct reading *r, enum rc_code code, unsigned line, size_t column, const char *a,
      const char *also)
{
    struct rc_error err = {0};

    rc_fail(&err, code, a, also);
    rc_error_at(&err, r->file, line, (unsigned)column);
    if (r->errors->n < SET_ERRORS_MAX)
        notes_add(r->errors, &err);
}

/* The same with numbers. */
static void
wrong_size(struct reading *r, enum rc_code code, unsigned line, size_t column, size_t has,
           size_t wanted)
{
    char a[24], also[24];

    snprintf(a, sizeof a, "%zu", has);
    snprintf(also, sizeof also, "%zu", wanted);
    wrong(r, code, line, column, a, also);
}

/* Cuts the text into lines and these into parts. False when the parts are not 3 or 4. */
static bool
split_parts(struct reading *r, const char *text, size_t len)
{
    unsigned number = 0;

    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        text += 3, len -= 3;
    while (len && strchr("\r\n", text[len - 1]) && text[len - 1])
        len--;
    r->n_parts = 1;
    r->parts[0].at = 1;
    for (const char *end = text + len; text < end;) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *next = newline ? newline + 1 : end;
        struct text_line line = {text, (size_t)((newline ? newline : end) - text), ++number};
        struct part *part = &r->parts[r->n_parts - 1];

        if (line.len && line.text[line.len - 1] == '\r')
            line.len--;
        text = next;
        if (line.len == 2 && memcmp(line.text, "--", 2) == 0) {
            if (r->n_parts == PARTS) {
                wrong(r, RC_E_DRAWING_PARTS, number, 1, NULL, NULL);
                return false;
            }
            r->parts[r->n_parts++].at = number + 1;
            continue;
        }
        ARRAY_GROW(part->lines, part->n, part->cap);
        part->lines[part->n++] = line;
    }
    if (r->n_parts < PART_BOX)
        wrong(r, RC_E_DRAWING_PARTS, number ? number : 1, 1, NULL, NULL);
    return r->n_parts >= PART_BOX;
}

/* The picture; its widest line gives the columns, what is missing of the others is blank. */
static void
read_picture(struct reading *r)
{
    const struct part *part = &r->parts[PART_PICTURE];
    struct drawing *d = r->d;

    for (size_t row = 0; row < part->n; row++) {
        const struct text_line *line = &part->lines[row];

        if (row >= DRAWING_ROWS || line->len > DRAWING_COLS) {
            wrong(r, RC_E_DRAWING_SIZE, line->number, row >= DRAWING_ROWS ? 1 : DRAWING_COLS + 1,
                  NULL, NULL);
            return;
        }
        for (size_t col = 0; col < line->len; col++) {
            char c = line->text[col];

            if (c < ' ' || c > '~') {
                wrong(r, RC_E_DRAWING_ASCII, line->number, col + 1, NULL, NULL);
                return; /* the rest of its bytes would be wrong again */
            }
            d->cells[row][col].ascii = d->cells[row][col].box[0] = c;
        }
        if ((int)line->len > d->cols)
            d->cols = (int)line->len;
    }
    d->rows = (int)part->n;
    if (!d->rows || !d->cols)
        wrong(r, RC_E_DRAWING_PARTS, part->at, 1, NULL, NULL);
}

static void
find_number(struct drawing *d)
{
    d->number_row = -1;
    for (int row = d->rows - 1; row >= 0; row--) {
        char line[DRAWING_COLS + 1] = {0};
        const char *at;

        for (int col = 0; col < d->cols; col++)
            line[col] = d->cells[row][col].ascii;
        if ((at = strstr(line, DRAWING_NUMBER))) {
            d->number_row = row;
            d->number_col = (int)(at - line);
        }
    }
}

static const struct choice *
zone_named(const struct reading *r, const char *name)
{
    return r->zones ? choice_in(r->zones, name) : NULL;
}

/* "letter zone" or "- zone". */
static void
read_legend_line(struct reading *r, const struct text_line *line)
{
    char name[SET_NAME_MAX + 1] = {0};
    char letter = line->len ? line->text[0] : ' ';
    struct drawing *d = r->d;
    const struct choice *zone;

    if (line->len < 3 || line->text[1] != ' ' || line->len - 2 > SET_NAME_MAX ||
        memchr(line->text, '\0', line->len) ||
        !(letter == '-' || (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z'))) {
        wrong(r, RC_E_DRAWING_LEGEND, line->number, 1, NULL, NULL);
        return;
    }
    memcpy(name, line->text + 2, line->len - 2);
    if (!(zone = zone_named(r, name))) {
        wrong(r, RC_E_SET_UNKNOWN, line->number, 3, name, "zone");
        return;
    }
    for (size_t i = 0; i < d->n_zones; i++) {
        char twice[2] = {letter, '\0'};

        if (d->legend[i].zone == zone)
            wrong(r, RC_E_SET_TWICE, line->number, 3, name, NULL);
        else if (letter != '-' && d->legend[i].letter == letter)
            wrong(r, RC_E_SET_TWICE, line->number, 1, twice, NULL);
    }
    if (d->n_zones == DRAWING_ZONES)
        wrong(r, RC_E_SET_MANY, line->number, 1, "64", NULL);
    else
        d->legend[d->n_zones++] = (struct drawing_zone){zone, letter};
}

static void
read_mask_line(struct reading *r, int row, const struct text_line *line, bool seen[])
{
    for (size_t col = 0; col < line->len; col++) {
        char letter[2] = {line->text[col], '\0'};
        size_t at = 0;

        if (letter[0] == '.')
            continue;
        while (at < r->d->n_zones && (r->d->legend[at].letter != letter[0] || letter[0] == '-'))
            at++;
        if (at == r->d->n_zones) {
            wrong(r, RC_E_DRAWING_LETTER, line->number, col + 1,
                  letter[0] > ' ' && letter[0] <= '~' ? letter : "?", NULL);
            return; /* one wrong letter is often a run of them */
        }
        seen[at] = true;
        r->d->cells[row][col].zone = (unsigned char)(at + 1);
    }
}

/* The mask covers the picture cell by cell, and has every letter of the legend. */
static void
read_mask(struct reading *r)
{
    const struct part *part = &r->parts[PART_MASK], *legend = &r->parts[PART_LEGEND];
    bool seen[DRAWING_ZONES] = {false}, whole = true;
    size_t cols = (size_t)r->d->cols;

    if (part->n != (size_t)r->d->rows) {
        wrong_size(r, RC_E_DRAWING_LINES, part->at, 1, part->n, (size_t)r->d->rows);
        return;
    }
    for (size_t row = 0; row < part->n; row++) {
        const struct text_line *line = &part->lines[row];

        if (line->len != cols) {
            whole = false;
            wrong_size(r, RC_E_DRAWING_WIDTH, line->number,
                       (line->len < cols ? line->len : cols) + 1, line->len, cols);
        } else
            read_mask_line(r, (int)row, line, seen);
    }
    for (size_t i = 0; whole && i < r->d->n_zones; i++) {
        char letter[2] = {r->d->legend[i].letter, '\0'};

        if (letter[0] != '-' && !seen[i])
            wrong(r, RC_E_DRAWING_UNUSED, legend->lines[i].number, 1, letter, NULL);
    }
}

static void
read_box_line(struct reading *r, size_t row, const struct text_line *line)
{
    size_t cols = (size_t)r->d->cols, col = 0;

    for (size_t at = 0; at < line->len; col++) {
        uint32_t c;
        size_t used = utf8_decode(line->text + at, line->len - at, &c);

        if (used == 0 || !((c >= ' ' && c <= '~') || (c >= BOX_FIRST && c <= BOX_LAST))) {
            wrong(r, RC_E_DRAWING_BOX, line->number, col + 1, NULL, NULL);
            return;
        }
        if (col < cols) {
            struct drawing_cell *cell = &r->d->cells[row][col];

            memcpy(cell->box, line->text + at, used);
            cell->box[used] = '\0';
        }
        at += used;
    }
    if (col > cols)
        wrong_size(r, RC_E_DRAWING_WIDTH, line->number, cols + 1, col, cols);
}

static void
read_box(struct reading *r)
{
    const struct part *part = &r->parts[PART_BOX];

    if (part->n != (size_t)r->d->rows) {
        wrong_size(r, RC_E_DRAWING_LINES, part->at, 1, part->n, (size_t)r->d->rows);
        return;
    }
    for (size_t row = 0; row < part->n; row++) {
        for (int col = 0; col < r->d->cols; col++)
            memcpy(r->d->cells[row][col].box, " ", 2);
        read_box_line(r, row, &part->lines[row]);
    }
}

struct drawing *
drawing_read(const char *text, size_t len, const char *file, const struct choice_list *zones,
             struct notes *errors)
{
    struct reading r = {
        .d = rc_alloc(1, sizeof *r.d), .file = file, .zones = zones, .errors = errors};
    size_t before = errors->n;

    for (size_t i = 0; i < (size_t)DRAWING_ROWS * DRAWING_COLS; i++) {
        struct drawing_cell *cell = &r.d->cells[i / DRAWING_COLS][i % DRAWING_COLS];

        cell->ascii = cell->box[0] = ' ';
    }
    if (split_parts(&r, text, len)) {
        read_picture(&r);
        for (size_t i = 0; i < r.parts[PART_LEGEND].n; i++)
            read_legend_line(&r, &r.parts[PART_LEGEND].lines[i]);
    }
    /* A mask of a wrong picture or legend would be wrong in every line. */
    if (errors->n == before) {
        find_number(r.d);
        read_mask(&r);
        if (r.n_parts == PARTS)
            read_box(&r);
    }
    for (size_t i = 0; i < PARTS; i++)
        free(r.parts[i].lines);
    if (errors->n == before)
        return r.d;
    free(r.d);
    return NULL;
}

/* drawings/KIND.txt belongs to the sheet of that kind. */
static void
read_drawing(struct set_build *b, const struct set_file *file)
{
    size_t stem = strlen(DRAWINGS_FOLDER), len = strlen(file->path) - stem - 4;
    char *kind = rc_memdup(file->path + stem, len);
    struct sheet *sheet = NULL;

    for (size_t i = 0; i < b->set->n_sheets; i++) {
        if (strcmp(b->set->sheets[i].kind, kind) == 0)
            sheet = &b->set->sheets[i];
    }
    snprintf(b->file, sizeof b->file, "%s%s%s", b->dir, *b->dir ? "/" : "", file->path);
    if (!sheet)
        build_error(b, RC_E_SET_UNKNOWN, 1, 0, kind, "sheets.csv");
    else if (!sheet->drawing)
        sheet->drawing =
            drawing_read(file->text, file->len, b->file, checklist_list(b->set, "zone"), b->errors);
    free(kind);
}

void
build_drawings(struct set_build *b)
{
    for (size_t i = 0; i < b->files->n; i++) {
        const struct set_file *file = &b->files->files[i];
        size_t len = strlen(file->path), stem = strlen(DRAWINGS_FOLDER);

        if (strncmp(file->path, DRAWINGS_FOLDER, stem) == 0 && len > stem + 4 &&
            strcmp(file->path + len - 4, ".txt") == 0)
            read_drawing(b, file);
    }
}
