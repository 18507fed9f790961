/* SPDX-License-Identifier: ISC */
/* Private to exchange: a small CSV file whole in memory, its cells found by heading. */
#ifndef RC_EXCHANGE_CSV_TABLE_H
#define RC_EXCHANGE_CSV_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

struct csv_row {
    unsigned line;
    char **field;
    size_t n;
};

struct csv_table {
    char **heading;
    size_t n_headings;
    struct csv_row *rows;
    size_t n, cap;
};

/* Reads text (a BOM is skipped; must be valid UTF-8 without hostile characters). False and err. */
bool csv_table_read(struct csv_table *out, const char *text, size_t len, const char *file,
                    struct rc_error *err);
void csv_table_release(struct csv_table *t);
/* Position of the heading; n_headings when there is none. */
size_t csv_table_column(const struct csv_table *t, const char *heading);
/* The cell, "" when the row or the table has none. column is 0-based. */
const char *csv_cell(const struct csv_row *row, size_t column);

#endif
