/* SPDX-License-Identifier: ISC */
/* Private to app: one row of an exported table, filled by column name. */
#ifndef RC_APP_EXPORT_ROW_H
#define RC_APP_EXPORT_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "exchange/data_package.h"
#include "exchange/tables.h"

struct export_row {
    const struct table *table;
    enum export_profile profile;
    int offset_min; /* of local times, where the profile writes these */
    char **field;   /* one per column; NULL: empty */
};

/* Adds the heading line of the table to out, behind what a file of the profile begins with. */
void row_headings(const struct table *table, enum export_profile profile, struct buf *out);
void row_begin(struct export_row *row, const struct table *table, enum export_profile profile,
               int offset_min);
bool row_has(const struct export_row *row, const char *column);
/* Fills the column (which must be one of the table's) with words; NULL leaves it empty. */
void row_text(struct export_row *row, const char *column, const char *value);
/* Adds "name=value" to what the column holds, a semicolon between. */
void row_append(struct export_row *row, const char *column, const char *name, const char *value);
void row_integer(struct export_row *row, const char *column, int64_t value);
/* An integer for which negative means "not known": empty. */
void row_count(struct export_row *row, const char *column, int64_t value);
/* A decimal number as text with a point; what is none is written as words. */
void row_number(struct export_row *row, const char *column, const char *value);
void row_flag(struct export_row *row, const char *column, bool set);
/* ms since 1970 UTC; 0 is empty. */
void row_moment(struct export_row *row, const char *column, int64_t ms);
/* With its offset also where times are in UTC. */
void row_local_moment(struct export_row *row, const char *column, int64_t ms);
/* Adds the row to out and frees its fields. */
void row_end(struct export_row *row, struct buf *out);

#endif
