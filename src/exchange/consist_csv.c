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

/* The row is rejected, or else the whole list. */
static void
list_fail(struct list *l, const struct rc_error *why)
{
    if (!l->in_row)
        l->failed = true;
    else if (!l->row_failed)
        l->why = *why;
    l->row_failed = l->in_row;
    if (l->errors->n < LIST_ERRORS_MAX)
        notes_add(l->errors, why);
}

void
list_error(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
           const char *b)
{
    struct rc_error note;
    rc_fail(&note, code, a, b);
    rc_error_at(&note, l->file, line, field);
    list_fail(l, &note);
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

static bool
reject(struct list *l, const struct csv_record *record)
{
    struct consist *out = l->out;
    if (out->n_rejected == LIST_REJECTED_MAX) {
        char max[24];
        snprintf(max, sizeof max, "%d", LIST_REJECTED_MAX);
        list_error(l, record->line, 0, RC_E_LIST_REJECTED, max, NULL);
        return false;
    }
    ARRAY_GROW(out->rejected, out->n_rejected, out->cap_rejected);
    out->rejected[out->n_rejected++] = (struct consist_rejected){
        .line = record->line, .text = rc_memdup(record->text, record->len), .why = l->why};
    return true;
}

bool
list_reject(struct list *l, const struct csv_record *record, const struct rc_error *why)
{
    l->in_row = true;
    l->row_failed = false;
    if (why)
        list_fail(l, why);
    l->in_row = false;
    return reject(l, record);
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
    return list_reject(l, record, why);
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

/* Sorts notes as they are met when reading the file. */
static void
sort_notes(struct notes *notes)
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

/* The text as UTF-8 in the encoding that was chosen, or that it seems to be in. */
static bool
decode(struct list *l, const char *text, size_t len, const char *chosen, struct buf *out)
{
    struct encoding_guess guess = {.encoding = ENCODING_UTF8};
    struct rc_error err = {.code = RC_OK};
    if (!chosen || !*chosen)
        guess = encoding_guess(text, len);
    else if (!encoding_parse(chosen, &guess.encoding)) {
        list_error(l, 1, 0, RC_E_ENCODING_NAME, chosen, NULL);
        return false;
    }
    l->out->encoding = encoding_name(guess.encoding);
    if (!encoding_decode(guess.encoding, text, len, l->file, out, &err)) {
        list_fail(l, &err);
        return false;
    }
    if (guess.doubtful)
        list_warning(l, 1, 0, RC_W_LIST_ENCODING, l->out->encoding, encoding_name(guess.other));
    return true;
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
    *out = (struct consist){.train_no = rc_strdup(""),
                            .train_index = rc_strdup(""),
                            .direction = rc_strdup(""),
                            .encoding = "UTF-8"};
    if (decode(&r.list, text, len, choice ? choice->encoding : NULL, &utf8))
        read_text(&r, &utf8);
    out->usable = !r.list.failed && out->n > 0;
    sort_notes(errors);
    sort_notes(warnings);
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

const char *
consist_encoding(size_t i)
{
    return i < ENCODINGS ? encoding_name((enum encoding)i) : NULL;
}

bool
consist_encoding_known(const char *name)
{
    enum encoding encoding;
    return encoding_parse(name, &encoding);
}

bool
consist_column_known(const char *name)
{
    struct heading heading;
    return heading_column(name, &heading);
}
