/* SPDX-License-Identifier: ISC */
/* What all readers of checklist files share: loading, columns, texts by language, errors. */
#include "config.h"

#include "exchange/checklist_build.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"

static struct rc_error
note_at(struct set_build *b, enum rc_code code, unsigned line, size_t column, const char *a,
        const char *also)
{
    struct rc_error note = {0};

    rc_fail(&note, code, a, also);
    rc_error_at(&note, b->file, line, line ? (unsigned)column + 1 : 0);
    return note;
}

void
build_error(struct set_build *b, enum rc_code code, unsigned line, size_t column, const char *a,
            const char *also)
{
    struct rc_error note = note_at(b, code, line, column, a, also);

    if (b->errors->n < SET_ERRORS_MAX)
        notes_add(b->errors, &note);
}

void
build_note(struct set_build *b, enum rc_code code, unsigned line, size_t column, const char *a,
           const char *also)
{
    struct rc_error note = note_at(b, code, line, column, a, also);

    if (b->notes->n < SET_ERRORS_MAX)
        notes_add(b->notes, &note);
}

static bool
load(struct set_build *b, const char *path)
{
    struct rc_error err = {0};

    snprintf(b->file, sizeof b->file, "%s%s%s", b->dir, *b->dir ? "/" : "", path);
    b->table = (struct csv_table){0};
    for (size_t i = 0; i < b->files->n; i++) {
        const struct set_file *f = &b->files->files[i];

        if (strcmp(f->path, path) != 0)
            continue;
        if (!csv_table_read(&b->table, f->text, f->len, b->file, &err)) {
            csv_table_release(&b->table);
            if (b->errors->n < SET_ERRORS_MAX)
                notes_add(b->errors, &err);
            return false;
        }
        if (!b->table.heading) {
            build_error(b, RC_E_SET_NO_HEADINGS, 1, 0, NULL, NULL);
            return false;
        }
        return true;
    }
    build_error(b, RC_E_SET_NO_FILE, 0, 0, NULL, NULL);
    return false;
}

bool
build_load(struct set_build *b, const char *path)
{
    bool done = load(b, path);

    b->unread = b->unread || !done;
    return done;
}

void
build_unload(struct set_build *b)
{
    csv_table_release(&b->table);
}

size_t
build_column(struct set_build *b, const char *heading)
{
    size_t at = csv_table_column(&b->table, heading);

    if (at == b->table.n_headings)
        build_error(b, RC_E_SET_NO_COLUMN, 1, 0, heading, NULL);
    return at;
}

/* "label::English (en)" with stem "label" gives "en" in code; false when it is no such heading. */
static bool
text_heading(const char *heading, const char *stem, char *code, size_t size)
{
    size_t len = strlen(stem);
    const char *open, *close;

    if (strncmp(heading, stem, len) != 0 || strncmp(heading + len, "::", 2) != 0)
        return false;
    open = strrchr(heading, '(');
    close = open ? strchr(open, ')') : NULL;
    if (!open || !close || close[1] || (size_t)(close - open) > size || close - open < 2)
        return false;
    snprintf(code, size, "%.*s", (int)(close - open - 1), open + 1);
    return true;
}

const char *
build_keep(struct set_build *b, const char *s)
{
    return checklist_keep(b->set, s);
}

/* Position of the language in the set; a new one is added while there is room. */
static size_t
language(struct set_build *b, const char *code)
{
    struct checklist *set = b->set;

    for (size_t i = 0; i < set->n_langs; i++) {
        if (strcmp(set->langs[i], code) == 0)
            return i;
    }
    if (set->n_langs == CHECKLIST_LANGS)
        return CHECKLIST_LANGS;
    set->langs[set->n_langs] = build_keep(b, code);
    return set->n_langs++;
}

/* Is it a text of one of these stems? A language for which there is no more room is an error. */
static bool
is_text(struct set_build *b, size_t column, const char *const *texts)
{
    char code[16];

    for (; *texts; texts++) {
        if (!text_heading(b->table.heading[column], *texts, code, sizeof code))
            continue;
        if (language(b, code) == CHECKLIST_LANGS)
            build_error(b, RC_E_SET_MANY, 1, column, "8", NULL);
        return true;
    }
    return false;
}

static bool
is_known(const char *heading, const char *const *known)
{
    for (; *known; known++) {
        if (strcmp(heading, *known) == 0)
            return true;
    }
    return false;
}

/* Is the heading, or the same text in the same language, there before this column? */
static bool
is_there_before(const struct set_build *b, size_t column, const char *const *texts)
{
    char *const *heading = b->table.heading;
    char code[16], other[16];

    if (csv_table_column(&b->table, heading[column]) < column)
        return true;
    for (; *texts; texts++) {
        if (!text_heading(heading[column], *texts, code, sizeof code))
            continue;
        for (size_t i = 0; i < column; i++) {
            if (text_heading(heading[i], *texts, other, sizeof other) && strcmp(code, other) == 0)
                return true;
        }
    }
    return false;
}

void
build_unknown_columns(struct set_build *b, const char *const *known, const char *const *texts)
{
    for (size_t i = 0; i < b->table.n_headings; i++) {
        const char *heading = b->table.heading[i];

        if (!is_text(b, i, texts) && !is_known(heading, known))
            build_note(b, RC_W_SET_COLUMN, 1, i, heading, NULL);
        else if (is_there_before(b, i, texts))
            build_error(b, RC_E_SET_TWICE, 1, i, heading, NULL);
    }
    for (size_t r = 0; r < b->table.n; r++) {
        if (b->table.rows[r].n != b->table.n_headings) {
            char has[24], wants[24];

            snprintf(has, sizeof has, "%zu", b->table.rows[r].n);
            snprintf(wants, sizeof wants, "%zu", b->table.n_headings);
            build_error(b, RC_E_LIST_FIELD_COUNT, b->table.rows[r].line, 0, has, wants);
        }
    }
}

void
build_default_language(struct set_build *b, const char *stem)
{
    const char *wanted = b->set->n_langs ? b->set->langs[0] : "";
    char code[16], heading[80];

    for (size_t i = 0; i < b->table.n_headings; i++) {
        if (text_heading(b->table.heading[i], stem, code, sizeof code) && strcmp(code, wanted) == 0)
            return;
    }
    snprintf(heading, sizeof heading, "%s::… (%.15s)", stem, wanted);
    build_error(b, RC_E_SET_NO_COLUMN, 1, 0, heading, NULL);
}

struct words
build_words(struct set_build *b, const struct csv_row *row, const char *stem, bool must)
{
    struct words words = {0};

    for (size_t i = 0; i < b->table.n_headings; i++) {
        char code[16];
        size_t lang;

        if (!text_heading(b->table.heading[i], stem, code, sizeof code))
            continue;
        lang = language(b, code);
        if (lang == CHECKLIST_LANGS)
            continue;
        if (*csv_cell(row, i))
            words.in[lang] = build_keep(b, csv_cell(row, i));
        else if (must && lang == 0)
            build_error(b, RC_E_SET_EMPTY, row->line, i, b->table.heading[i], NULL);
        else if (must)
            build_note(b, RC_W_SET_UNTRANSLATED, row->line, i, b->table.heading[i], NULL);
    }
    return words;
}

bool
build_name(struct set_build *b, const struct csv_row *row, size_t column)
{
    const char *s = csv_cell(row, column);

    if (*s && strlen(s) <= SET_NAME_MAX &&
        strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == strlen(s))
        return true;
    build_error(b, RC_E_SET_NAME, row->line, column, s, NULL);
    return false;
}

bool
build_yes(struct set_build *b, const struct csv_row *row, size_t column, bool empty)
{
    const char *s = csv_cell(row, column);

    if (!*s)
        return empty;
    if (strcmp(s, "yes") != 0 && strcmp(s, "no") != 0)
        build_error(b, RC_E_SET_YES_NO, row->line, column, s, NULL);
    return strcmp(s, "yes") == 0;
}

int
build_number(struct set_build *b, const struct csv_row *row, size_t column, int min, int max,
             int empty)
{
    const char *s = csv_cell(row, column);
    int64_t v = empty;
    char range[40];

    if (!*s)
        return empty;
    if (!number_integer(s, &v) || v < min || v > max) {
        snprintf(range, sizeof range, "%d..%d", min, max);
        build_error(b, RC_E_SET_RANGE, row->line, column, s, range);
        return empty;
    }
    return (int)v;
}

struct checklist *
checklist_read(const struct set_files *files, const char *dir, struct notes *errors,
               struct notes *notes)
{
    struct set_build b = {
        .set = rc_alloc(1, sizeof *b.set),
        .files = files,
        .dir = dir,
        .errors = errors,
        .notes = notes,
    };
    size_t before = errors->n;

    build_settings(&b);
    build_choices(&b);
    build_gates(&b);
    build_sources(&b);
    build_modules(&b);
    build_sheets(&b);
    if (!b.unread) {
        build_drawings(&b);
        build_check_unused(&b);
        build_check_names(&b);
    }
    csv_table_release(&b.sources);
    free(b.expressions);
    if (errors->n == before)
        return b.set;
    checklist_free(b.set);
    return NULL;
}
