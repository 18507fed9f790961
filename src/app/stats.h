/* SPDX-License-Identifier: ISC */
/* Use case: figures over the archive, each with its counts. */
#ifndef RC_APP_STATS_H
#define RC_APP_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"

struct figure {
    const char *name;      /* permanent: what it is about; "" is not known */
    const char *label;     /* the same in words, in the language asked for */
    int64_t n, of;         /* n of of */
    int64_t median, ninth; /* tenths of a minute; -1: this group is not about time */
};
struct figures {
    const char *name;  /* permanent: "kind" "origin" … */
    const char *title; /* English; translate */
    struct figure *list;
    size_t n, cap;
    void *rows; /* owns the names */
};
/* langs: as i18n_codes gives them. The i-th group over the trains that arrived on the days; *more
 * is false when there are no more groups. Release with figures_release. */
bool stats_figures(struct app *app, size_t i, struct day_range days, const char *langs,
                   struct figures *out, bool *more, struct rc_error *err);
void figures_release(struct figures *f);

/* The share in tenths of a percent, rounded; -1 of nothing. */
int64_t figure_share(const struct figure *f);

#endif
