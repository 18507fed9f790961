/* SPDX-License-Identifier: ISC */
/* The tables and views with their columns, for people. */
#include "config.h"

#include "exchange/dictionary.h"

#include <string.h>

#include "app/export.h"

static const struct table *
table_at(size_t i, bool *view)
{
    size_t n = 0;

    while (export_tables[n] && n < i)
        n++;
    *view = !export_tables[n];
    if (!*view)
        return export_tables[n];
    i -= n;
    n = 0;
    while (analyst_views[n] && n < i)
        n++;
    return analyst_views[n];
}

bool
dictionary_table(size_t i, struct dictionary_table *out)
{
    bool view;
    const struct table *table = table_at(i, &view);

    if (table)
        *out = (struct dictionary_table){table->name, table->text, view};
    return table != NULL;
}

/* The c-th entry for columns that checklists name. */
static const struct column_text *
star_of(const struct table *table, size_t c)
{
    size_t len = strlen(table->name);

    for (const struct column_text *e = dictionary; e->name; e++) {
        if (strncmp(e->name, table->name, len) == 0 && e->name[len] == '.' &&
            strchr(e->name, '*') && c-- == 0)
            return e;
    }
    return NULL;
}

bool
dictionary_column(size_t i, size_t c, const char **name, const char **type, const char **text)
{
    bool view;
    const struct table *table = table_at(i, &view);
    size_t width = table ? table_width(table) : 0;
    const struct column_text *entry = NULL;

    if (!table)
        return false;
    if (c < width) {
        entry = dictionary_find(table->name, table->columns[c]);
        *name = table->columns[c];
    } else if ((entry = star_of(table, c - width))) {
        *name = strchr(entry->name, '.') + 1;
    }
    if (c >= width && !entry)
        return false;
    *type = column_type_name(entry ? entry->type : COLUMN_STRING);
    *text = entry ? entry->text : "";
    return true;
}
