/* SPDX-License-Identifier: ISC */
/* Which column of a list is under which heading: by choice, else by the headings that are known. */
#include "config.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/consist_list.h"
#include "exchange/tables.h"

/* The headings, as many as a message has room for. */
static void
list_found(const struct list *l, struct buf *out)
{
    for (size_t i = 0; i < l->out->n_headings && out->len < 180; i++)
        buf_addf(out, "%s%s", i ? ", " : "", l->out->headings[i]);
}

static bool
is_mass(enum list_column column)
{
    return column == LIST_NET_KG || column == LIST_TARE_KG;
}

static bool
same_key(const char *a, const char *b)
{
    char x[HEADING_KEY], y[HEADING_KEY];
    heading_key(a, x);
    heading_key(b, y);
    return *x && strcmp(x, y) == 0;
}

/* The field under the heading: written exactly so, else the only one that differs in case, blanks
 * and punctuation. 0 and an error when there is none, or more than one. */
static unsigned
chosen_field(struct list *l, const char *heading)
{
    char *const *headings = l->out->headings;
    unsigned found = 0;
    for (size_t i = 0; i < l->out->n_headings; i++)
        if (strcmp(headings[i], heading) == 0)
            return (unsigned)i + 1;
    for (size_t i = 0; i < l->out->n_headings; i++) {
        if (!same_key(headings[i], heading))
            continue;
        if (found) {
            list_error(l, l->heading_line, (unsigned)i + 1, RC_E_LIST_COLUMN_SAME,
                       headings[found - 1], headings[i]);
            return 0;
        }
        found = (unsigned)i + 1;
    }
    if (!found) {
        struct buf names = {0};
        list_found(l, &names);
        list_error(l, l->heading_line, 0, RC_E_LIST_COLUMN_NONE, heading, buf_text(&names));
        buf_release(&names);
    }
    return found;
}

static void
choose(struct list *l, const struct consist_column *column, bool *chosen)
{
    struct heading meaning;
    char *heading = list_trimmed(column->heading);
    unsigned field = 0;
    if (!heading_column(column->name, &meaning))
        list_error(l, l->heading_line, 0, RC_E_LIST_COLUMN_NAME, column->name, NULL);
    else
        field = chosen_field(l, heading);
    if (field && l->field_of[meaning.column])
        list_error(l, l->heading_line, field, RC_E_LIST_HEADING_TWICE,
                   l->out->headings[l->field_of[meaning.column] - 1], heading);
    else if (field) {
        enum list_unit unit = is_mass(meaning.column) ? heading_unit(heading) : LIST_UNIT_NONE;
        l->field_of[meaning.column] = field;
        /* What the heading itself says about the unit is nearer to the figures. */
        l->unit[meaning.column] = unit != LIST_UNIT_NONE ? unit : meaning.unit;
        chosen[field - 1] = true;
    }
    free(heading);
}

/* Another heading with the same letters, also unknown, before field i. */
static const char *
same_before(const struct list *l, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (same_key(l->out->headings[k], l->out->headings[i]))
            return l->out->headings[k];
    return NULL;
}

/* The wagons of an export of our own are a list too. */
static bool
is_export(const struct list *l)
{
    bool train = false, wagon = false;
    for (size_t i = 0; i < l->out->n_headings; i++) {
        train = train || strcmp(l->out->headings[i], "train_id") == 0;
        wagon = wagon || strcmp(l->out->headings[i], "wagon_id") == 0;
    }
    return train && wagon;
}

/* A column of that export that is a result of the inspection and no part of a list. */
static bool
is_result(const char *heading)
{
    for (size_t i = 0; table_wagons.columns[i]; i++)
        if (strcmp(table_wagons.columns[i], heading) == 0)
            return true;
    return false;
}

static void
find_by_heading(struct list *l, size_t i, const bool *chosen)
{
    const char *text = l->out->headings[i];
    unsigned field = (unsigned)i + 1;
    struct heading heading;
    if (!heading_find(text, &heading)) {
        const char *same = same_before(l, i);
        if (is_export(l) && is_result(text))
            return;
        if (same)
            list_warning(l, l->heading_line, field, RC_W_LIST_HEADING_SAME, same, text);
        else
            list_warning(l, l->heading_line, field, RC_W_LIST_HEADING, text, NULL);
        return;
    }
    unsigned before = l->field_of[heading.column];
    if (before) {
        const char *other = l->out->headings[before - 1];
        if (chosen[before - 1])
            list_warning(l, l->heading_line, field, RC_W_LIST_HEADING_OTHER, text, other);
        else
            list_error(l, l->heading_line, field, RC_E_LIST_HEADING_TWICE, other, text);
        return;
    }
    if (is_mass(heading.column) && heading.unit == LIST_UNIT_NONE)
        list_error(l, l->heading_line, field, RC_E_LIST_UNIT, text, NULL);
    l->field_of[heading.column] = field;
    l->unit[heading.column] = heading.unit;
}

static void
keep_headings(struct list *l, const struct csv_record *record)
{
    struct consist *out = l->out;
    for (size_t i = 0; i < record->n; i++) {
        ARRAY_GROW(out->headings, out->n_headings, out->cap_headings);
        out->headings[out->n_headings++] = list_trimmed(record->field[i]);
    }
}

bool
list_headings(struct list *l, const struct csv_record *record, const struct consist_choice *choice)
{
    bool chosen[CSV_FIELDS_MAX] = {false};
    size_t before = l->errors->n;
    l->n_fields = record->n;
    l->heading_line = record->line;
    if (!list_clean(l, record))
        return false;
    keep_headings(l, record);
    for (size_t i = 0; choice && i < choice->n_columns; i++)
        choose(l, &choice->columns[i], chosen);
    for (size_t i = 0; i < record->n; i++)
        if (!chosen[i])
            find_by_heading(l, i, chosen);
    if (!l->field_of[LIST_WAGON_NO] && l->errors->n == before) {
        struct buf found = {0};
        list_found(l, &found);
        list_error(l, record->line, 0, RC_E_LIST_NO_WAGON_NO, buf_text(&found), NULL);
        buf_release(&found);
    }
    return l->errors->n == before;
}
