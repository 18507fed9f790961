/* SPDX-License-Identifier: ISC */
/*
 * Records of a delimited text, with the line on which each begins. The only file that knows
 * libcsv (with csv_write.c); strict about quotes, bounded in field and record size.
 */
#ifndef RC_EXCHANGE_CSV_READ_H
#define RC_EXCHANGE_CSV_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define CSV_FIELD_MAX 65536 /* bytes */
#define CSV_FIELDS_MAX 256

struct csv_record {
    unsigned line;            /* 1-based, of its first character */
    unsigned last_line;       /* of its last one: later when a field holds line ends */
    const char *const *field; /* NUL-terminated; a NUL inside a field is an error */
    size_t n;
    const char *text; /* as it stands in the file, without its line end; not NUL-terminated */
    size_t len;
};

/* Gets one record; false stops the reading (err as it left it). */
typedef bool csv_each(void *context, const struct csv_record *record, struct rc_error *err);

/* Reads len bytes at text (valid UTF-8, BOM already skipped). Blank lines are passed over. False
 * and err (file, line, column = field number) on a broken quote, a NUL, a field or record too
 * large. */
bool csv_read(const char *text, size_t len, char delimiter, const char *file, csv_each *each,
              void *context, struct rc_error *err);

/* Gets a line that cannot be read (only line, text and len of the record) and why; false stops the
 * reading. */
typedef bool csv_bad(void *context, const struct csv_record *record, const struct rc_error *why);

/* As csv_read, but a record with a broken quote or too large is no end: the line on which it begins
 * goes to bad, and reading goes on at the line behind it. False only when each or bad stopped it.
 */
bool csv_read_lines(const char *text, size_t len, char delimiter, const char *file, csv_each *each,
                    csv_bad *bad, void *context, struct rc_error *err);

#endif
