/* SPDX-License-Identifier: ISC */
/* Figures over the archive, with the words of the newest checklist. */
#include "config.h"

#include "app/stats.h"

#include <stdlib.h>

#include "base/alloc.h"
#include "store/stats.h"

static const struct {
    const char *name, *title;
} groups[STAT_COUNT] = {
#define X(id, name, title) [id] = {name, title},
    STATS(X)
#undef X
};

/* The name in words; the name itself where the checklist has none for it. */
static const char *
label_of(const struct checklist *set, enum stat stat, const char *name, size_t lang)
{
    const struct choice_list *list = NULL;
    const struct choice *choice;
    const struct sheet *sheet;

    if (stat == STAT_KIND || stat == STAT_TIME) {
        sheet = checklist_sheet(set, name);
        return sheet ? words_in(&sheet->label, lang) : name;
    }
    if (stat == STAT_ZONE)
        list = checklist_list(set, "zone");
    else if (stat == STAT_INSTRUMENT)
        list = checklist_list(set, "noticed");
    choice = list ? choice_in(list, name) : NULL;
    return choice ? words_in(&choice->label, lang) : name;
}

bool
stats_figures(struct app *app, size_t i, struct day_range days, const char *langs,
              struct figures *out, bool *more, struct rc_error *err)
{
    struct stat_rows *rows;
    const struct checklist *set;

    *out = (struct figures){0};
    *more = i < STAT_COUNT;
    if (!right_needed(app->roles, RIGHT_READ, err))
        return false;
    if (!*more)
        return true;
    out->name = groups[i].name;
    out->title = groups[i].title;
    set = app_set(app, 0, err);
    rows = rc_alloc(1, sizeof *rows);
    out->rows = rows;
    if (!set || !store_stats(app->store, (enum stat)i, days, rows, err)) {
        figures_release(out);
        return false;
    }
    for (size_t r = 0; r < rows->n; r++) {
        const struct stat_row *row = &rows->rows[r];

        ARRAY_GROW(out->list, out->n, out->cap);
        out->list[out->n++] = (struct figure){
            .name = row->name,
            .label = label_of(set, (enum stat)i, row->name, checklist_lang(set, langs)),
            .n = row->n,
            .of = row->of,
            .median = row->median,
            .ninth = row->ninth,
        };
    }
    return true;
}

void
figures_release(struct figures *f)
{
    if (f->rows)
        stat_rows_release(f->rows);
    free(f->rows);
    free(f->list);
    *f = (struct figures){0};
}

int64_t
figure_share(const struct figure *f)
{
    return f->of > 0 ? (f->n * 1000 + f->of / 2) / f->of : -1;
}
