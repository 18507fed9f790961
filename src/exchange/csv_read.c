/* SPDX-License-Identifier: ISC */
/*
 * Records of a delimited text, through libcsv in strict mode. libcsv tells no positions and knows
 * no limits; both are added here: pieces never go past a line end, so the line of each is known.
 */
#include "config.h"

#include "exchange/csv_read.h"

#include <csv.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/buf.h"

/* Bytes handed to libcsv at once; tests set 1, 2, 3. A callback cannot stop libcsv, so this is
 * also how much is parsed in vain after an error. */
#ifndef CSV_READ_PIECE
#define CSV_READ_PIECE 4096
#endif

#define RECORD_MAX ((size_t)1 << 20) /* bytes of all fields of one record */

struct reader {
    const char *file;
    csv_each *each;
    csv_bad *bad; /* NULL: the first broken line ends the reading */
    void *context;
    struct rc_error *err;
    const char *all;     /* the whole text */
    size_t start;        /* offset of the record */
    size_t end;          /* of what libcsv was given */
    unsigned line;       /* of the next byte */
    unsigned start_line; /* of the record */
    unsigned field_line; /* of the field that libcsv is in */
    bool in_record;
    bool failed;
    bool stopped; /* by the one who gets the records: not a broken line */
    bool after_cr;
    size_t n;                      /* fields of the record so far */
    size_t offset[CSV_FIELDS_MAX]; /* of each in text */
    const char *field[CSV_FIELDS_MAX];
    struct buf text;
};

/* libcsv's only way to bound a field: with no more memory it gives up. 16 bytes are room for its
 * closing quote and NUL; on_field checks the exact length. */
static void *
bounded_realloc(void *p, size_t size)
{
    return size > CSV_FIELD_MAX + 16 ? NULL : rc_try_realloc(p, size, 1);
}

/* Blanks belong to the field, as RFC 4180 says; libcsv would drop them. */
static int
no_space(unsigned char c)
{
    (void)c;
    return 0;
}

static bool
fail_here(struct reader *r, enum rc_code code, const char *a)
{
    r->failed = true;
    rc_fail(r->err, code, a, NULL);
    return rc_error_at(r->err, r->file, r->field_line, (unsigned)r->n + 1);
}

static bool
fail_limit(struct reader *r, enum rc_code code, size_t limit)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", limit);
    return fail_here(r, code, text);
}

static bool
fail_quote(struct reader *r, enum rc_code code)
{
    char text[24];
    snprintf(text, sizeof text, "%u", r->line);
    return fail_here(r, code, text);
}

static void
on_field(void *bytes, size_t len, void *context)
{
    struct reader *r = context;
    if (r->failed)
        return;
    if (r->n == CSV_FIELDS_MAX) {
        fail_limit(r, RC_E_CSV_FIELDS, CSV_FIELDS_MAX);
        return;
    }
    if (len > CSV_FIELD_MAX) {
        fail_limit(r, RC_E_CSV_FIELD_SIZE, CSV_FIELD_MAX);
        return;
    }
    if (r->text.len + len > RECORD_MAX) {
        fail_limit(r, RC_E_CSV_RECORD_SIZE, RECORD_MAX);
        return;
    }
    r->offset[r->n++] = r->text.len;
    if (len)
        buf_add(&r->text, bytes, len);
    buf_addc(&r->text, '\0');
    r->field_line = r->line;
}

static size_t
without_line_end(const char *s, size_t len)
{
    while (len && (s[len - 1] == '\n' || s[len - 1] == '\r'))
        len--;
    return len;
}

static bool
is_blank(const char *s)
{
    return s[strspn(s, " \t")] == '\0';
}

static void
on_record(int end, void *context)
{
    struct reader *r = context;
    (void)end;
    if (r->failed)
        return;
    for (size_t i = 0; i < r->n; i++)
        r->field[i] = r->text.data + r->offset[i];
    struct csv_record record = {.line = r->start_line,
                                .last_line = r->line,
                                .field = r->field,
                                .n = r->n,
                                .text = r->all + r->start,
                                .len = without_line_end(r->all + r->start, r->end - r->start)};
    if (r->n > 1 || !is_blank(r->field[0]))
        r->stopped = r->failed = !r->each(r->context, &record, r->err);
    r->in_record = false;
    r->n = 0;
    buf_clear(&r->text);
}

/* Length of the next piece: up to and with a line end, up to a NUL, at most CSV_READ_PIECE. */
static size_t
piece(const char *s, size_t len)
{
    size_t n = 0;
    while (n < len && n < CSV_READ_PIECE && s[n] != '\0') {
        if (s[n] == '\n' || s[n] == '\r')
            return n + 1;
        n++;
    }
    return n;
}

/* Counts the line end that the piece ends with, if it does. The LF of CR LF is a piece of its own.
 */
static void
count_line(struct reader *r, const char *s, size_t n)
{
    char last = s[n - 1];
    if (last == '\r' || (last == '\n' && !(n == 1 && r->after_cr)))
        r->line++;
    r->after_cr = last == '\r';
}

static bool
feed(struct reader *r, struct csv_parser *parser, const char *s, size_t n)
{
    if (!r->in_record && s[0] != '\n' && s[0] != '\r') {
        r->in_record = true;
        r->start = (size_t)(s - r->all);
        r->start_line = r->field_line = r->line;
    }
    r->end = (size_t)(s - r->all) + n;
    if (n == 0)
        return fail_here(r, RC_E_NUL, NULL);
    if (csv_parse(parser, s, n, on_field, on_record, r) < n && !r->failed) {
        if (csv_error(parser) == CSV_EPARSE)
            return fail_quote(r, RC_E_CSV_QUOTE);
        return fail_limit(r, RC_E_CSV_FIELD_SIZE, CSV_FIELD_MAX);
    }
    count_line(r, s, n);
    return !r->failed;
}

/* Reads from offset at to the end or to the first broken record. */
static void
read_from(struct reader *r, size_t at, size_t len, char delimiter)
{
    struct csv_parser parser;
    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
    csv_set_delim(&parser, (unsigned char)delimiter);
    csv_set_space_func(&parser, no_space);
    csv_set_realloc_func(&parser, bounded_realloc);
    csv_set_blk_size(&parser, 1024);

    while (at < len && !r->failed) {
        size_t n = piece(r->all + at, len - at);
        if (!feed(r, &parser, r->all + at, n))
            break;
        at += n;
    }
    if (!r->failed && csv_fini(&parser, on_field, on_record, r) != 0)
        fail_quote(r, RC_E_CSV_UNCLOSED);
    csv_free(&parser);
}

/* Hands the line on which the broken record begins to bad, and makes r ready for the next one: its
 * offset, or len when the reading ends here. */
static size_t
pass_over(struct reader *r, size_t len)
{
    const char *s = r->all + r->start;
    size_t left = len - r->start, n = 0;
    while (n < left && s[n] != '\n' && s[n] != '\r')
        n++;
    struct csv_record record = {
        .line = r->start_line, .last_line = r->start_line, .text = s, .len = n};
    if (!r->bad(r->context, &record, r->err)) {
        r->stopped = true;
        return len;
    }
    n += left - n >= 2 && s[n] == '\r' && s[n + 1] == '\n' ? 2 : n < left;
    r->line = r->field_line = r->start_line + 1;
    r->failed = r->in_record = r->after_cr = false;
    r->n = 0;
    buf_clear(&r->text);
    return r->start + n;
}

bool
csv_read_lines(const char *text, size_t len, char delimiter, const char *file, csv_each *each,
               csv_bad *bad, void *context, struct rc_error *err)
{
    struct rc_error unread;
    struct reader *r = rc_alloc(1, sizeof *r);
    *r = (struct reader){.file = file,
                         .each = each,
                         .bad = bad,
                         .context = context,
                         .err = err ? err : &unread,
                         .all = text,
                         .line = 1,
                         .field_line = 1};
    read_from(r, 0, len, delimiter);
    while (bad && r->failed && !r->stopped) {
        size_t at = pass_over(r, len);
        if (at < len)
            read_from(r, at, len, delimiter);
    }

    bool ok = !r->failed;
    buf_release(&r->text);
    free(r);
    return ok;
}

bool
csv_read(const char *text, size_t len, char delimiter, const char *file, csv_each *each,
         void *context, struct rc_error *err)
{
    return csv_read_lines(text, len, delimiter, file, each, NULL, context, err);
}
