/* SPDX-License-Identifier: ISC */
/* Rows of exported tables, in the writing of the profile. */
#include "config.h"

#include "app/export_row.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/moment.h"
#include "base/number.h"
#include "exchange/csv_write.h"

static char
delimiter_of(enum export_profile profile)
{
    return profile == PROFILE_EXCEL ? ';' : ',';
}

void
row_headings(const struct table *table, enum export_profile profile, struct buf *out)
{
    if (profile == PROFILE_EXCEL)
        buf_adds(out, "\ufeff");
    csv_write(out, delimiter_of(profile), table->columns, table_width(table));
}

void
row_begin(struct export_row *row, const struct table *table, enum export_profile profile,
          int offset_min)
{
    *row = (struct export_row){.table = table, .profile = profile, .offset_min = offset_min};
    row->field = rc_alloc(table_width(table), sizeof *row->field);
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
    struct buf guarded = {0};

    if (!value || row->profile != PROFILE_EXCEL || !csv_is_formula(value)) {
        set_field(row, column, rc_strdup(value));
        return;
    }
    buf_addf(&guarded, "'%s", value);
    set_field(row, column, buf_detach(&guarded));
}

void
row_append(struct export_row *row, const char *column, const char *name, const char *value)
{
    const char *before = row->field[column_at(row, column)];
    struct buf text = {0};

    if (before)
        buf_addf(&text, "%s;", before);
    else if (row->profile == PROFILE_EXCEL && csv_is_formula(name))
        buf_addc(&text, '\'');
    buf_addf(&text, "%s=%s", name, value);
    set_field(row, column, buf_detach(&text));
}

void
row_integer(struct export_row *row, const char *column, int64_t value)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRId64, value);
    set_field(row, column, rc_strdup(text));
}

void
row_count(struct export_row *row, const char *column, int64_t value)
{
    if (value >= 0)
        row_integer(row, column, value);
}

void
row_number(struct export_row *row, const char *column, const char *value)
{
    char *text, *point;
    double number;

    if (!number_decimal(value, &number)) {
        row_text(row, column, value);
        return;
    }
    text = rc_strdup(value);
    point = strchr(text, '.');
    if (point && row->profile == PROFILE_EXCEL)
        *point = ',';
    set_field(row, column, text);
}

void
row_flag(struct export_row *row, const char *column, bool set)
{
    set_field(row, column, rc_strdup(set ? "1" : "0"));
}

static void
set_moment(struct export_row *row, const char *column, int64_t ms, enum moment_form form)
{
    struct moment m = {ms, row->offset_min};
    char text[MOMENT_TEXT];

    if (!ms)
        return;
    if (row->profile == PROFILE_EXCEL) {
        /* 2026-11-23 06:15:07: a date for every spreadsheet, whatever its language. */
        moment_text(m, MOMENT_ISO, text);
        text[10] = ' ';
        text[19] = '\0';
    } else {
        moment_text(m, form, text);
    }
    set_field(row, column, rc_strdup(text));
}

void
row_moment(struct export_row *row, const char *column, int64_t ms)
{
    set_moment(row, column, ms, MOMENT_UTC);
}

void
row_local_moment(struct export_row *row, const char *column, int64_t ms)
{
    set_moment(row, column, ms, MOMENT_ISO);
}

void
row_end(struct export_row *row, struct buf *out)
{
    size_t n = table_width(row->table);

    csv_write(out, delimiter_of(row->profile), (const char *const *)row->field, n);
    for (size_t i = 0; i < n; i++)
        free(row->field[i]);
    free(row->field);
}
