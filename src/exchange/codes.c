/* SPDX-License-Identifier: ISC */
/* Reads a file of names for codes. */
#include "config.h"

#include "exchange/codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "core/numbers.h"
#include "exchange/csv_read.h"
#include "exchange/encoding.h"

#define CODE_MAX 20  /* bytes of a code */
#define TEXT_MAX 400 /* bytes of a name */
#define ROWS_MAX 200000
#define ERRORS_MAX 100

const char *const code_lists[] = {"stations", "etsng", "gng", "un", "railways", "kinds", NULL};

/* The rule of each list, in the same order; NULL: any short text. */
static struct number (*const rules[])(const char *) = {station_code, cargo_code, gng_code,
                                                       un_number,    NULL,       NULL};

enum column { COLUMN_LIST, COLUMN_CODE, COLUMN_NAME, COLUMN_NAME_RU, COLUMN_SOURCE, COLUMNS };
static const char *const headings[COLUMNS] = {"list", "code", "name", "name::ru", "source"};

struct reading {
    struct code_file *out;
    const char *file;
    struct notes *errors, *notes;
    size_t n_fields;
    size_t column[COLUMNS]; /* 1-based; 0: not there */
};

static void
note(struct reading *r, struct notes *to, unsigned line, size_t field, enum rc_code code,
     const char *a, const char *b)
{
    struct rc_error err;

    if (to->n >= ERRORS_MAX)
        return;
    rc_fail(&err, code, a, b);
    rc_error_at(&err, r->file, line, (unsigned)field);
    notes_add(to, &err);
}

static bool
read_headings(struct reading *r, const struct csv_record *record)
{
    r->n_fields = record->n;
    for (size_t i = 0; i < record->n; i++) {
        size_t c = 0;

        while (c < COLUMNS && strcmp(headings[c], record->field[i]) != 0)
            c++;
        if (c == COLUMNS)
            note(r, r->notes, record->line, i + 1, RC_W_SET_COLUMN, record->field[i], NULL);
        else if (r->column[c])
            note(r, r->errors, record->line, i + 1, RC_E_SET_TWICE, record->field[i], NULL);
        else
            r->column[c] = i + 1;
    }
    for (size_t c = 0; c <= COLUMN_NAME; c++) {
        if (!r->column[c])
            note(r, r->errors, record->line, 0, RC_E_SET_NO_COLUMN, headings[c], NULL);
    }
    return r->errors->n == 0;
}

static const char *
cell(const struct reading *r, const struct csv_record *record, enum column c)
{
    return r->column[c] ? record->field[r->column[c] - 1] : "";
}

/* Position of the list, or an error. */
static bool
find_list(struct reading *r, const struct csv_record *record, size_t *at)
{
    struct buf known = {0};

    for (*at = 0; code_lists[*at]; (*at)++) {
        if (strcmp(code_lists[*at], cell(r, record, COLUMN_LIST)) == 0) {
            buf_release(&known);
            return true;
        }
        buf_addf(&known, "%s%s", *at ? " " : "", code_lists[*at]);
    }
    note(r, r->errors, record->line, r->column[COLUMN_LIST], RC_E_CODES_LIST,
         cell(r, record, COLUMN_LIST), buf_text(&known));
    buf_release(&known);
    return false;
}

static bool
check_code(struct reading *r, const struct csv_record *record, size_t list)
{
    const char *code = cell(r, record, COLUMN_CODE);
    struct number n = {.verdict = NUMBER_OK};
    char expected[12];

    if (rules[list])
        n = rules[list](code);
    if (!*code || strlen(code) > CODE_MAX || n.verdict == NUMBER_BAD_SHAPE) {
        note(r, r->errors, record->line, r->column[COLUMN_CODE], RC_E_CODES_SHAPE, code,
             code_lists[list]);
        return false;
    }
    if (n.verdict == NUMBER_BAD_CHECK) {
        snprintf(expected, sizeof expected, "%d", n.expected);
        note(r, r->notes, record->line, r->column[COLUMN_CODE], RC_W_CODES_CHECK, code, expected);
    }
    return true;
}

static bool
check_texts(struct reading *r, const struct csv_record *record)
{
    for (size_t i = 0; i < record->n; i++) {
        uint32_t c = text_hostile(record->field[i]);
        char what[24];

        if (c) {
            snprintf(what, sizeof what, "U+%04X", (unsigned)c);
            note(r, r->errors, record->line, i + 1, RC_E_CONTROL, what, NULL);
            return false;
        }
        if (strlen(record->field[i]) > TEXT_MAX) {
            snprintf(what, sizeof what, "%d", TEXT_MAX);
            note(r, r->errors, record->line, i + 1, RC_E_CSV_FIELD_SIZE, what, NULL);
            return false;
        }
    }
    if (*cell(r, record, COLUMN_NAME) || *cell(r, record, COLUMN_NAME_RU))
        return true;
    note(r, r->errors, record->line, r->column[COLUMN_NAME], RC_E_SET_EMPTY, headings[COLUMN_NAME],
         NULL);
    return false;
}

static void
read_row(struct reading *r, const struct csv_record *record)
{
    struct code_file *out = r->out;
    char have[24], want[24];
    size_t list;

    if (record->n != r->n_fields) {
        snprintf(have, sizeof have, "%zu", record->n);
        snprintf(want, sizeof want, "%zu", r->n_fields);
        note(r, r->errors, record->line, 0, RC_E_LIST_FIELD_COUNT, have, want);
        return;
    }
    if (!check_texts(r, record) || !find_list(r, record, &list) || !check_code(r, record, list))
        return;
    ARRAY_GROW(out->rows, out->n, out->cap);
    out->rows[out->n++] = (struct code){
        .list = code_lists[list],
        .line = record->line,
        .code = rc_strdup(cell(r, record, COLUMN_CODE)),
        .name = rc_strdup(cell(r, record, COLUMN_NAME)),
        .name_ru = rc_strdup(cell(r, record, COLUMN_NAME_RU)),
        .source = rc_strdup(cell(r, record, COLUMN_SOURCE)),
    };
}

static bool
on_record(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct reading *r = context;

    (void)err;
    if (!r->n_fields)
        return read_headings(r, record);
    if (r->out->n == ROWS_MAX) {
        char max[24];

        snprintf(max, sizeof max, "%d", ROWS_MAX);
        note(r, r->errors, record->line, 0, RC_E_SET_MANY, max, NULL);
        return false;
    }
    read_row(r, record);
    return r->errors->n < ERRORS_MAX;
}

static int
by_list_and_code(const void *a, const void *b)
{
    const struct code *x = a, *y = b;
    int lists = strcmp(x->list, y->list);

    int codes = lists ? lists : strcmp(x->code, y->code);

    return codes ? codes : (x->line > y->line) - (x->line < y->line);
}

/* What stands most often in the first line. */
static char
delimiter_of(const char *text)
{
    static const char candidates[] = {',', ';', '\t'};
    size_t line = strcspn(text, "\r\n"), best = 0;
    char found = ',';

    for (size_t c = 0; c < ARRAY_LEN(candidates); c++) {
        size_t n = 0;

        for (size_t i = 0; i < line; i++)
            n += text[i] == candidates[c];
        if (n > best) {
            best = n;
            found = candidates[c];
        }
    }
    return found;
}

bool
codes_read(const char *text, size_t len, const char *file, struct code_file *out,
           struct notes *errors, struct notes *notes)
{
    struct reading r = {.out = out, .file = file, .errors = errors, .notes = notes};
    struct rc_error err = {.code = RC_OK};
    struct buf utf8 = {0};
    const char *encoding;

    *out = (struct code_file){0};
    if (!encoding_to_utf8(text, len, file, &utf8, &encoding, &err) ||
        (!csv_read(buf_text(&utf8), utf8.len, delimiter_of(buf_text(&utf8)), file, on_record, &r,
                   &err) &&
         err.code != RC_OK))
        notes_add(errors, &err);
    buf_release(&utf8);
    if (out->n)
        qsort(out->rows, out->n, sizeof *out->rows, by_list_and_code);
    else if (!errors->n)
        note(&r, errors, 1, 0, RC_E_CODES_EMPTY, NULL, NULL);
    for (size_t i = 1; i < out->n; i++) {
        const struct code *c = &out->rows[i], *before = c - 1;

        if (c->list == before->list && strcmp(c->code, before->code) == 0)
            note(&r, errors, c->line, r.column[COLUMN_CODE], RC_E_SET_TWICE, c->code, NULL);
    }
    return errors->n == 0;
}

void
code_file_release(struct code_file *f)
{
    for (size_t i = 0; i < f->n; i++) {
        free(f->rows[i].code);
        free(f->rows[i].name);
        free(f->rows[i].name_ru);
        free(f->rows[i].source);
    }
    free(f->rows);
    *f = (struct code_file){0};
}

bool
code_same(const char *list, const char *code, const char *whole)
{
    size_t len = strlen(code);

    if (strcmp(code, whole) == 0)
        return true;
    return len == 5 && strlen(whole) == 6 && memcmp(code, whole, len) == 0 &&
           (strcmp(list, "stations") == 0 || strcmp(list, "etsng") == 0);
}

const struct code *
code_find(const struct code_file *f, const char *list, const char *code)
{
    for (size_t i = 0; i < f->n; i++) {
        if (strcmp(f->rows[i].list, list) == 0 && code_same(list, code, f->rows[i].code))
            return &f->rows[i];
    }
    return NULL;
}
