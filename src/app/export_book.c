/* SPDX-License-Identifier: ISC */
/* The codebook of an export, and the columns that the checklists name. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/export_tables.h"
#include "base/alloc.h"

/* Columns being put together; each name is there once. */
struct columns {
    char **list;
    size_t n, cap;
};

static void
add_column(struct columns *c, const char *name)
{
    for (size_t i = 0; i < c->n; i++) {
        if (strcmp(c->list[i], name) == 0)
            return;
    }
    ARRAY_GROW(c->list, c->n, c->cap);
    c->list[c->n++] = rc_strdup(name);
}

static struct columns
columns_of(const struct table *table)
{
    struct columns c = {0};

    for (size_t i = 0; table->columns[i]; i++)
        add_column(&c, table->columns[i]);
    return c;
}

/* A table like the other, but with these columns, which it owns from then on. */
static struct table
with_columns(const struct table *like, struct columns *c)
{
    struct table table = *like;

    ARRAY_GROW(c->list, c->n, c->cap);
    c->list[c->n] = NULL;
    table.columns = (const char *const *)c->list;
    return table;
}

static void
add_items(struct columns *c, const struct checklist *set)
{
    for (size_t s = 0; s < set->n_sheets; s++) {
        const struct sheet *sheet = &set->sheets[s];

        for (size_t m = 0; sheet->scope != SCOPE_TRAIN && m < sheet->n; m++) {
            for (size_t i = 0; i < sheet->modules[m]->n; i++)
                add_column(c, sheet->modules[m]->items[i].name);
        }
    }
}

static void
label_column(const char *lang, struct buf *out)
{
    buf_clear(out);
    buf_addf(out, "label_%s", lang);
}

bool
export_set_columns(struct export *x, struct rc_error *err)
{
    struct columns wide = columns_of(&table_wide), book = columns_of(&table_codebook);
    struct buf label = {0};
    bool done = true;

    for (size_t i = 0; done && i < x->n_sets; i++) {
        const struct checklist *set = app_set(x->app, x->sets[i], err);

        done = set != NULL;
        if (!done)
            break;
        add_items(&wide, set);
        for (size_t lang = 0; lang < set->n_langs; lang++) {
            label_column(set->langs[lang], &label);
            add_column(&book, buf_text(&label));
        }
    }
    x->wide = with_columns(&table_wide, &wide);
    x->book = with_columns(&table_codebook, &book);
    buf_release(&label);
    return done;
}

static void
release_columns(struct table *table)
{
    for (size_t i = 0; table->columns && table->columns[i]; i++)
        free((char *)table->columns[i]);
    free((void *)table->columns);
    table->columns = NULL;
}

void
export_release_columns(struct export *x)
{
    release_columns(&x->wide);
    release_columns(&x->book);
}

static const char *
type_name(enum item_type type)
{
    static const char *const names[] = {
        [ITEM_CHECK] = "check",           [ITEM_DECIMAL] = "decimal",
        [ITEM_INTEGER] = "integer",       [ITEM_TEXT] = "text",
        [ITEM_SELECT_ONE] = "select_one", [ITEM_SELECT_MULTIPLE] = "select_multiple",
        [ITEM_SEALS] = "seals",
    };

    return names[type];
}

static void
item_lists(struct export_row *row, const struct checklist *set, const struct item *item)
{
    struct buf gates = {0}, choices = {0};

    for (size_t i = 0; i < set->n_gates; i++) {
        if (item->gates & (gate_mask)1 << i)
            buf_addf(&gates, "%s%s", gates.len ? " " : "", set->gates[i].code);
    }
    for (size_t i = 0; item->list && i < item->list->n; i++) {
        const struct choice *choice = &item->list->choices[i];

        buf_addf(&choices, "%s%s=%s", i ? ";" : "", choice->name, words_in(&choice->label, 0));
    }
    row_text(row, "gates", buf_text(&gates));
    row_text(row, "choices", buf_text(&choices));
    buf_release(&gates);
    buf_release(&choices);
}

static bool
book_item(struct export *x, const struct checklist *set, const struct item *item,
          struct rc_error *err)
{
    struct buf label = {0};
    struct export_row row;

    row_begin(&row, x->table, x->profile, 0);
    row_text(&row, "form_id", set->form_id);
    row_text(&row, "form_version", set->version);
    row_text(&row, "item", item->name);
    row_text(&row, "module", item->module->id);
    row_text(&row, "type", type_name(item->type));
    row_text(&row, "zone", item->zone->name);
    row_integer(&row, "level", item->level);
    row_text(&row, "unit", item->unit);
    row_text(&row, "limits", item->constraint_text);
    row_flag(&row, "required", item->required);
    row_integer(&row, "severity", item->severity);
    item_lists(&row, set, item);
    row_text(&row, "source", item->source);
    for (size_t lang = 0; lang < set->n_langs; lang++) {
        label_column(set->langs[lang], &label);
        row_text(&row, buf_text(&label), item->label.in[lang]);
    }
    buf_release(&label);
    return export_end(x, &row, err);
}

bool
export_codebook(struct export *x, struct rc_error *err)
{
    for (size_t s = 0; s < x->n_sets; s++) {
        const struct checklist *set = app_set(x->app, x->sets[s], err);

        if (!set)
            return false;
        for (size_t m = 0; m < set->n_modules; m++) {
            for (size_t i = 0; i < set->modules[m].n; i++) {
                if (!book_item(x, set, &set->modules[m].items[i], err))
                    return false;
            }
        }
    }
    return true;
}
