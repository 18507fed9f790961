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

_Static_assert(LIST_COLUMNS <= CONSIST_COLUMNS_MAX, "a choice has room for every column");

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
    static const char candidates[] = {'\t', ';', '|', ','};
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

/* --- rows --- */

/* A list with what was chosen for it. */
struct reading {
    struct list list;
    const struct consist_choice *choice;
};

static bool
on_record(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct reading *r = context;
    (void)err;
    return r->list.n_fields == 0 ? list_headings(&r->list, record, r->choice)
                                 : list_row(&r->list, record);
}

/* Without headings nothing can be read. */
static bool
on_bad(void *context, const struct csv_record *record, const struct rc_error *why)
{
    struct list *l = &((struct reading *)context)->list;
    if (l->n_fields == 0) {
        list_fail(l, why);
        return false;
    }
    l->out->rows++;
    l->in_row = true;
    l->row_failed = false;
    list_fail(l, why);
    l->in_row = false;
    return list_reject(l, record->line, record->text, record->len);
}

/* --- the whole list --- */

static void
read_text(struct reading *r, const struct buf *text)
{
    struct rc_error err = {.code = RC_OK};
    struct list *l = &r->list;
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
    csv_read_lines(s, text->len, l->out->delimiter, l->file, on_record, on_bad, r, &err);
    if (l->failed)
        return;
    if (l->out->rows == 0)
        list_error(l, l->heading_line, 0, RC_E_LIST_EMPTY, NULL, NULL);
    else if (!*l->out->train_no && l->out->n)
        list_warning(l, l->heading_line, 0, RC_W_LIST_NO_TRAIN, NULL, NULL);
    if (l->trimmed) {
        char count[24];
        snprintf(count, sizeof count, "%zu", l->trimmed);
        list_warning(l, l->heading_line, 0, RC_W_LIST_TRIMMED, count, NULL);
    }
    list_check_all(l);
}

bool
consist_csv_read_as(const char *text, size_t len, const char *file, int offset_min,
                    const struct kind_names *kinds, const struct consist_choice *choice,
                    struct consist *out, struct notes *errors, struct notes *warnings)
{
    struct buf utf8 = {0};
    struct reading r = {.list = {.file = file,
                                 .offset_min = offset_min,
                                 .kinds = kinds,
                                 .out = out,
                                 .errors = errors,
                                 .warnings = warnings},
                        .choice = choice};
    list_empty(out, "csv");
    if (list_decode(&r.list, text, len, choice ? choice->encoding : NULL, &utf8))
        read_text(&r, &utf8);
    list_end(&r.list);
    buf_release(&utf8);
    return errors->n == 0;
}

bool
consist_csv_read(const char *text, size_t len, const char *file, int offset_min,
                 const struct kind_names *kinds, struct consist *out, struct notes *errors,
                 struct notes *warnings)
{
    return consist_csv_read_as(text, len, file, offset_min, kinds, NULL, out, errors, warnings);
}
