/* SPDX-License-Identifier: ISC */
/* The wagons of the only train of a test: what stands there, and the screen of one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "on_wagon.h"
#include "tui/screens.h"

struct work
work_at(struct golden *g, int position)
{
    struct trains trains = {0};
    struct wagons consist = {0};
    struct rc_error err = {0};
    struct work w = {0};

    assert_true(store_trains(g->ui.app->store, 0, 0, 1, &trains, &err));
    assert_true(store_consist(g->ui.app->store, trains.rows[0].id, true, &consist, &err));
    for (size_t i = 0; i < consist.n; i++) {
        if (consist.rows[i].position == position)
            assert_true(work_open(g->ui.app, consist.rows[i].id, &w, &err));
    }
    assert_non_null(w.set);
    trains_release(&trains);
    wagons_release(&consist);
    return w;
}

char
mark_at(struct golden *g, int position, const char *key)
{
    struct work w = work_at(g, position);
    size_t at = inspection_find(&w.in, key);
    char mark = at < w.in.n ? line_mark(&w.in.lines[at]) : ' ';

    work_release(&w);
    return mark;
}

void
open_at(struct golden *g, int position, const char *key)
{
    struct work w = work_at(g, position);
    struct screen *s = screen_wagon(&g->ui, w.wagon->id, key);
    struct rc_error err = {0};

    assert_true(s->ops->reload(s, &err));
    g->ui.stack[g->ui.depth++] = s;
    work_release(&w);
}

void
open_wagon(struct golden *g, const char *lang)
{
    golden_open(g, lang, SAMPLE);
    golden_keys(g, "Enter Enter");
    assert_string_equal(golden_top(g), "wagon");
    golden_keys(g, "y Enter");
}

const struct wagon_view *
top_view(const struct golden *g)
{
    assert_string_equal(golden_top(g), "wagon");
    return g->ui.stack[g->ui.depth - 1]->data;
}
