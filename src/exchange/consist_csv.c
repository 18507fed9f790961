/* SPDX-License-Identifier: ISC */
/* Reads a list of wagons from delimited text: encoding, delimiter, headings, then row by row. */
#include "config.h"

#include "exchange/consist_csv.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/consist_list.h"
#include "exchange/csv_read.h"
#include "exchange/encoding.h"

static void
add_note(struct notes *notes, const struct list *l, unsigned line, unsigned field,
         enum rc_code code, const char *a, const char *b)
{
    struct rc_error note;
    rc_fail(&note, code, a, b);
    rc_error_at(&note, l->file, line, field);
    notes_add(notes, &note);
}

void
list_error(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
           const char *b)
{
    if (l->errors->n < LIST_ERRORS_MAX)
        add_note(l->errors, l, line, field, code, a, b);
}

void
list_warning(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
             const char *b)
{
    if (l->warnings->n < LIST_WARNINGS_MAX)
        add_note(l->warnings, l, line, field, code, a, b);
    else if (l->warnings->n == LIST_WARNINGS_MAX)
        add_note(l->warnings, l, line, 0, RC_W_LIST_MORE, NULL, NULL);
}

/* --- delimiter --- */

/* Bytes of the heading line: up to the first line end outside quotes. */
static size_t
heading_length(const char *text)
{
    bool quoted = false;
    size_t n = 0;
    for (; text[n] && (quoted || !strchr("\r\n", text[n])); n++)
        quoted ^= text[n] == '"';
    return n;
}

static size_t
count_outside_quotes(const char *s, size_t len, char delimiter)
{
    bool quoted = false;
    size_t count = 0;
    for (size_t i = 0; i < len; i++) {
        quoted ^= s[i] == '"';
        count += !quoted && s[i] == delimiter;
    }
    return count;
}

static bool
count_known(void *context, const struct csv_record *record, struct rc_error *err)
{
    size_t *known = context;
    struct heading heading;
    (void)err;
    for (size_t i = 0; i < record->n; i++)
        *known += heading_find(record->field[i], &heading);
    return true;
}

/*
 * The one that gives the most known headings, then the most columns; of equals not the comma, which
 * may stand inside a heading ("Тара, т"). '\0' when the heading line is one column.
 */
static char
sniff_delimiter(const char *text)
{
    static const char candidates[] = {'\t', ';', ','};
    char best = '\0';
    size_t best_known = 0, best_count = 0;
    text += strspn(text, " \r\n");
    size_t len = heading_length(text);
    for (size_t i = 0; i < ARRAY_LEN(candidates); i++) {
        size_t known = 0, count = count_outside_quotes(text, len, candidates[i]);
        if (count == 0)
            continue;
        csv_read(text, len, candidates[i], "", count_known, &known, NULL);
        if (best == '\0' || known > best_known || (known == best_known && count > best_count)) {
            best = candidates[i];
            best_known = known;
            best_count = count;
        }
    }
    return best;
}

/* --- headings --- */

static void
read_heading(struct list *l, const struct csv_record *record, size_t i)
{
    const char *text = record->field[i];
    unsigned field = (unsigned)i + 1;
    struct heading heading;
    if (!heading_find(text, &heading)) {
        list_warning(l, record->line, field, RC_W_LIST_HEADING, text, NULL);
        return;
    }
    if (l->field_of[heading.column]) {
        char first[24];
        snprintf(first, sizeof first, "%u", l->field_of[heading.column]);
        list_error(l, record->line, field, RC_E_LIST_HEADING_TWICE, text, first);
        return;
    }
    bool mass = heading.column == LIST_NET_KG || heading.column == LIST_TARE_KG;
    if (mass && heading.unit == LIST_UNIT_NONE)
        list_error(l, record->line, field, RC_E_LIST_UNIT, text, NULL);
    l->field_of[heading.column] = field;
    l->unit[heading.column] = heading.unit;
}

static bool
read_headings(struct list *l, const struct csv_record *record)
{
    size_t before = l->errors->n;
    l->n_fields = record->n;
    l->heading_line = record->line;
    if (!list_clean(l, record))
        return false;
    for (size_t i = 0; i < record->n; i++)
        read_heading(l, record, i);
    if (!l->field_of[LIST_WAGON_NO] && l->errors->n == before) {
        struct buf found = {0};
        for (size_t i = 0; i < record->n && found.len < 200; i++)
            buf_addf(&found, "%s%s", i ? ", " : "", record->field[i]);
        list_error(l, record->line, 0, RC_E_LIST_NO_WAGON_NO, buf_text(&found), NULL);
        buf_release(&found);
    }
    return l->errors->n == before;
}

static bool
on_record(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct list *l = context;
    (void)err;
    if (l->n_fields == 0)
        return read_headings(l, record);
    return list_row(l, record) && l->errors->n < LIST_ERRORS_MAX;
}

/* --- the whole list --- */

struct place {
    unsigned line, column;
    size_t order;
};

static int
by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

void
list_sort_notes(struct notes *notes)
{
    if (notes->n < 2)
        return;
    struct place *places = rc_alloc(notes->n, sizeof *places);
    struct rc_error *sorted = rc_alloc(notes->n, sizeof *sorted);
    for (size_t i = 0; i < notes->n; i++)
        places[i] = (struct place){notes->list[i].line, notes->list[i].column, i};
    qsort(places, notes->n, sizeof *places, by_place);
    for (size_t i = 0; i < notes->n; i++)
        sorted[i] = notes->list[places[i].order];
    free(notes->list);
    free(places);
    notes->list = sorted;
    notes->cap = notes->n;
}

static void
read_text(struct list *l, const struct buf *text)
{
    struct rc_error err = {.code = RC_OK};
    const char *s = buf_text(text);
    if (!s[strspn(s, " \t\r\n")]) {
        list_error(l, 1, 0, RC_E_LIST_EMPTY, NULL, NULL);
        return;
    }
    l->out->delimiter = sniff_delimiter(s);
    if (!l->out->delimiter) {
        list_error(l, 1, 0, RC_E_LIST_ONE_COLUMN, NULL, NULL);
        return;
    }
    if (!csv_read(s, text->len, l->out->delimiter, l->file, on_record, l, &err) &&
        err.code != RC_OK)
        list_error(l, err.line, err.column, err.code, err.arg[0], err.arg[1]);
    if (l->errors->n)
        return;
    if (l->out->n == 0)
        list_error(l, l->heading_line, 0, RC_E_LIST_EMPTY, NULL, NULL);
    else if (!*l->out->train_no)
        list_warning(l, l->heading_line, 0, RC_W_LIST_NO_TRAIN, NULL, NULL);
    list_check_all(l);
}

bool
consist_csv_read(const char *text, size_t len, const char *file, int offset_min,
                 const struct kind_names *kinds, struct consist *out, struct notes *errors,
                 struct notes *warnings)
{
    struct buf utf8 = {0};
    struct rc_error err = {.code = RC_OK};
    struct list l = {.file = file,
                     .offset_min = offset_min,
                     .kinds = kinds,
                     .out = out,
                     .errors = errors,
                     .warnings = warnings};
    *out = (struct consist){.train_no = rc_strdup(""),
                            .train_index = rc_strdup(""),
                            .direction = rc_strdup(""),
                            .encoding = "UTF-8",
                            .format = "csv"};
    if (encoding_to_utf8(text, len, file, &utf8, &out->encoding, &err))
        read_text(&l, &utf8);
    else
        notes_add(errors, &err);
    list_sort_notes(errors);
    list_sort_notes(warnings);
    buf_release(&utf8);
    return errors->n == 0;
}
