/* SPDX-License-Identifier: ISC */
/* Private to app: one row of an exported table, filled by column name. */
#ifndef RC_APP_EXPORT_ROW_H
#define RC_APP_EXPORT_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "exchange/tables.h"

#define EXPORT_COLUMNS_MAX 64

struct export_row {
    const struct table *table;
    char *field[EXPORT_COLUMNS_MAX];
};

/* Adds the heading line of the table to out. */
void row_headings(const struct table *table, struct buf *out);
void row_begin(struct export_row *row, const struct table *table);
bool row_has(const struct export_row *row, const char *column);
/* Fills the column (which must be one of the table's); NULL leaves it empty. */
void row_text(struct export_row *row, const char *column, const char *value);
void row_number(struct export_row *row, const char *column, int64_t value);
/* A number for which negative means "not known": empty. */
void row_count(struct export_row *row, const char *column, int64_t value);
/* ms since 1970 UTC as 2026-11-23T01:15:00Z; 0 is empty. */
void row_moment(struct export_row *row, const char *column, int64_t ms);
void row_format(struct export_row *row, const char *column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Adds the row to out and frees its fields. */
void row_end(struct export_row *row, struct buf *out);

#endif
