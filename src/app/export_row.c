/* SPDX-License-Identifier: ISC */
/* Rows of exported tables. */
#include "config.h"

#include "app/export_row.h"

#include <assert.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/moment.h"
#include "exchange/csv_write.h"

static size_t
columns_of(const struct table *table)
{
    size_t n = 0;

    while (table->columns[n])
        n++;
    return n;
}

void
row_headings(const struct table *table, struct buf *out)
{
    csv_write(out, table->columns, columns_of(table));
}

void
row_begin(struct export_row *row, const struct table *table)
{
    *row = (struct export_row){.table = table};
}

static size_t
column_at(const struct export_row *row, const char *column)
{
    size_t i = 0;

    while (row->table->columns[i] && strcmp(row->table->columns[i], column) != 0)
        i++;
    return i;
}

bool
row_has(const struct export_row *row, const char *column)
{
    return row->table->columns[column_at(row, column)] != NULL;
}

static void
set_field(struct export_row *row, const char *column, char *value)
{
    size_t i = column_at(row, column);

    assert(row->table->columns[i]); /* a column that exchange/tables.c does not name */
    free(row->field[i]);
    row->field[i] = value;
}

void
row_text(struct export_row *row, const char *column, const char *value)
{
    set_field(row, column, rc_strdup(value));
}

void
row_number(struct export_row *row, const char *column, int64_t value)
{
    row_format(row, column, "%" PRId64, value);
}

void
row_count(struct export_row *row, const char *column, int64_t value)
{
    if (value >= 0)
        row_number(row, column, value);
}

void
row_moment(struct export_row *row, const char *column, int64_t ms)
{
    char text[MOMENT_TEXT];

    if (ms)
        row_text(row, column, moment_text((struct moment){ms, 0}, MOMENT_UTC, text));
}

void
row_format(struct export_row *row, const char *column, const char *format, ...)
{
    struct buf text = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&text, format, args);
    va_end(args);
    set_field(row, column, buf_detach(&text));
}

void
row_end(struct export_row *row, struct buf *out)
{
    size_t n = columns_of(row->table);

    csv_write(out, (const char *const *)row->field, n);
    for (size_t i = 0; i < n; i++)
        free(row->field[i]);
}
