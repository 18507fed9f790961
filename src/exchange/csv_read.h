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
    const char *const *field; /* NUL-terminated; a NUL inside a field is an error */
    size_t n;
};

/* Gets one record; false stops the reading (err as it left it). */
typedef bool csv_each(void *context, const struct csv_record *record, struct rc_error *err);

/* Reads len bytes at text (valid UTF-8, BOM already skipped). Blank lines are passed over. False
 * and err (file, line, column = field number) on a broken quote, a NUL, a field or record too
 * large. */
bool csv_read(const char *text, size_t len, char delimiter, const char *file, csv_each *each,
              void *context, struct rc_error *err);

#endif
