/* SPDX-License-Identifier: ISC */
/* The consist of a train: moving in it and what can be done with its wagons and with it. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/shift.h"
#include "app/train.h"
#include "base/number.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/consist_view.h"
#include "tui/departure.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/walking.h"

/* Questions whose answers come back. */
enum { ASK_NOTE = 1, ASK_STRIKE, ASK_LEVEL, ASK_KIND, ASK_WHY_LEVEL, ASK_WHY_KIND, ASK_DEPARTURE };

static bool
is_open(const struct wagon_row *w)
{
    enum wagon_state state = WAGON_NOT_STARTED;

    wagon_state_parse(w->state, &state);
    return state != WAGON_STRUCK && !wagon_is_closed(state);
}

/* The next open wagon from row `after` in the walking direction, wrapping; n when all are closed.
 */
static size_t
next_open(const struct screen *s, size_t after)
{
    const struct consist_view *c = s->data;
    size_t n = c->wagons.n;

    for (size_t i = 1; i <= n; i++) {
        size_t at = walking_row(&c->walk, after, i, n);

        if (is_open(&c->wagons.rows[at]))
            return at;
    }
    return c->wagons.n;
}

static void
place_cursor(struct screen *s)
{
    struct consist_view *c = s->data;
    size_t at = c->wagons.n;

    for (size_t i = 0; i < c->wagons.n; i++) {
        if (c->here ? c->wagons.rows[i].id == c->here : is_open(&c->wagons.rows[i])) {
            at = i;
            break;
        }
    }
    if (at < c->wagons.n)
        c->scroll.at = at;
    scroll_fit(&c->scroll, c->wagons.n, frame_page(s, 1));
    c->here = consist_wagon(c) ? consist_wagon(c)->id : 0;
}

static bool
consist_reload(struct screen *s, struct rc_error *err)
{
    struct consist_view *c = s->data;
    struct app *app = s->ui->app;
    struct wagons own = {0};

    trains_release(&c->trains);
    wagons_release(&c->wagons);
    reviews_release(&c->reviews);
    if (!store_train(app->store, c->train, &c->trains, err) ||
        !store_consist(app->store, c->train, false, &c->wagons, err) ||
        !store_reviews(app->store, c->train, 0, &c->reviews, err) ||
        !walk_now(app, c->train, &c->walk, err))
        return false;
    if (!c->trains.n)
        return rc_fail(err, RC_E_TRAIN_UNKNOWN, "", NULL);
    if (!c->own && store_consist(app->store, c->train, true, &own, err) && own.n &&
        own.rows[0].position == 0)
        c->own = own.rows[0].id;
    wagons_release(&own);
    c->clock_off = ui_now(s->ui).ms - shift_clock_now(app).ms;
    c->set = app_set(app, c->trains.rows[0].checklist, err);
    place_cursor(s);
    return c->set != NULL;
}

static struct effect
close_wagon(struct screen *s, const struct wagon_row *w)
{
    struct rc_error err = {0};
    bool closed = inspect_close(s->ui->app, w->id, &err);
    struct effect effect = ui_changed(s, closed, &err, _("wagon closed"));
    struct consist_view *c = s->data;

    if (closed) {
        size_t next = next_open(s, c->scroll.at);

        if (next < c->wagons.n) {
            c->scroll.at = next;
            c->here = c->wagons.rows[next].id;
        }
    } else if (is_open(w)) {
        return effect_push(screen_missing(s->ui, w->train, w->id));
    }
    return effect;
}

static struct effect
submit(struct screen *s)
{
    struct consist_view *c = s->data;
    const struct train_row *t = &c->trains.rows[0];
    struct rc_error err = {0};
    bool done = train_submit(s->ui->app, c->train, &err);

    if (!done && t->closed < t->wagons) {
        ui_error(s->ui, &err);
        return effect_push(screen_missing(s->ui, c->train, 0));
    }
    return ui_changed(s, done, &err, _("submitted to the shift lead"));
}

static struct effect
export_train(struct screen *s)
{
    struct consist_view *c = s->data;
    struct rc_error err = {0};
    char *dir = train_export_dir(s->ui->app, &c->trains.rows[0]);

    if (train_export(s->ui->app, c->train, dir, &err))
        ui_say(s->ui, _("exported to %s"), dir);
    else
        ui_error(s->ui, &err);
    free(dir);
    return effect_redraw();
}

static struct effect
choose_level(struct screen *s, const struct wagon_row *w)
{
    struct consist_view *c = s->data;
    char level[12];

    made_levels(&c->made);
    snprintf(level, sizeof level, "%d", w->level);
    return effect_push(screen_choose(s->ui, ASK_LEVEL, _("Level of inspection"), &c->made.list,
                                     c->set, level, false));
}

static struct effect
choose_kind(struct screen *s, const struct wagon_row *w)
{
    struct consist_view *c = s->data;

    made_kinds(&c->made, c->set);
    return effect_push(screen_choose(s->ui, ASK_KIND, _("Kind of the wagon"), &c->made.list, c->set,
                                     w->kind, false));
}

/* Actions on the wagon under the cursor. */
static struct effect
act_on_wagon(struct screen *s, enum action action, const struct wagon_row *w)
{
    struct ui *ui = s->ui;

    switch (action) {
    case ACT_OPEN:
        return effect_push(screen_wagon(ui, w->id, ""));
    case ACT_SEALS:
        return effect_push(screen_seals(ui, w->id));
    case ACT_HISTORY:
        return effect_push(screen_history(ui, w->id));
    case ACT_NOTE:
        return effect_push(screen_ask_recall(
            screen_ask(ui, ASK_NOTE, _("Note to the wagon"), "", FIELD_TEXT, false), RECENT_NOTE,
            ""));
    case ACT_STRIKE:
        return effect_push(screen_ask_reason(ui, ASK_STRIKE, _("Strike out: for what reason?")));
    case ACT_LEVEL:
        return choose_level(s, w);
    case ACT_KIND:
        return choose_kind(s, w);
    case ACT_CLOSE_WAGON:
        return close_wagon(s, w);
    default:
        return effect_default();
    }
}

static struct effect
go_next_open(struct screen *s)
{
    struct consist_view *c = s->data;
    size_t next = c->wagons.n ? next_open(s, c->scroll.at) : 0;

    if (next < c->wagons.n) {
        c->scroll.at = next;
        c->here = c->wagons.rows[next].id;
    } else {
        ui_say(s->ui, "%s", _("all wagons are closed"));
    }
    return effect_redraw();
}

static struct effect
consist_act(struct screen *s, enum action action)
{
    struct consist_view *c = s->data;
    struct ui *ui = s->ui;
    const struct wagon_row *w;

    if (scroll_act(&c->scroll, action, frame_page(s, 1))) {
        c->here = consist_wagon(c) ? consist_wagon(c)->id : 0;
        return effect_redraw();
    }
    switch (action) {
    case ACT_GATES:
        return effect_push(screen_gates(ui, c->train, 0));
    case ACT_FINDINGS:
        return effect_push(screen_findings(ui, c->train, 0));
    case ACT_MISSING:
        return effect_push(screen_missing(ui, c->train, 0));
    case ACT_GO:
        return effect_push(screen_find(ui, c->train));
    case ACT_LOG:
        return effect_push(screen_log(ui, c->train, 0));
    case ACT_REVIEW:
        return effect_push(screen_review(ui, c->train));
    case ACT_SHIFT:
        return effect_push(screen_shift(ui));
    case ACT_DEPARTURE:
        return effect_push(departure_ask(ui, ASK_DEPARTURE, c->trains.rows[0].departs_at,
                                         c->trains.rows[0].departs_offset));
    case ACT_NEXT_OPEN:
        return go_next_open(s);
    case ACT_TURN:
    case ACT_SIDE:
        walking_change(ui, c->train, action, &c->walk);
        return effect_redraw();
    case ACT_TRAIN_ITEMS:
        return c->own ? effect_push(screen_wagon(ui, c->own, "")) : effect_none();
    case ACT_SUBMIT:
        return submit(s);
    case ACT_EXPORT:
        return export_train(s);
    default:
        w = consist_wagon(c);
        return w ? act_on_wagon(s, action, w) : effect_default();
    }
}

/* Level or kind, with the reason when the wagon is closed already. */
static struct effect
change_wagon(struct screen *s, int64_t wagon, int tag, const char *value, const char *why)
{
    struct consist_view *c = s->data;
    struct rc_error err = {0};
    int64_t level = 0;
    bool done;

    if (tag == ASK_LEVEL)
        number_integer(value, &level);
    done = inspect_change(s->ui->app, wagon, tag == ASK_KIND ? value : NULL, (int)level, why, &err);
    if (!done && err.code == RC_E_WHY_NEEDED) {
        snprintf(c->pending, sizeof c->pending, "%s", value);
        return effect_push(screen_ask_why(s->ui, tag == ASK_LEVEL ? ASK_WHY_LEVEL : ASK_WHY_KIND));
    }
    return ui_changed(s, done, &err, NULL);
}

static struct effect
consist_result(struct screen *s, int tag, const char *text)
{
    struct consist_view *c = s->data;
    const struct wagon_row *w = consist_wagon(c);
    struct rc_error err = {0};

    if (text && tag == ASK_DEPARTURE && departure_plan(s->ui, c->train, text) &&
        !consist_reload(s, &err))
        ui_error(s->ui, &err);
    if (!text || !w)
        return effect_redraw();
    switch (tag) {
    case ASK_NOTE:
        return ui_changed(s, inspect_note(s->ui->app, w->id, text, &err), &err, NULL);
    case ASK_STRIKE:
        return ui_changed(s, inspect_strike(s->ui->app, w->id, text, &err), &err,
                          _("struck out; u on the wagon takes it back"));
    case ASK_LEVEL:
    case ASK_KIND:
        return change_wagon(s, w->id, tag, text, NULL);
    case ASK_WHY_LEVEL:
        return change_wagon(s, w->id, ASK_LEVEL, c->pending, text);
    case ASK_WHY_KIND:
        return change_wagon(s, w->id, ASK_KIND, c->pending, text);
    default:
        return effect_redraw();
    }
}

static void
consist_close(struct screen *s)
{
    struct consist_view *c = s->data;

    trains_release(&c->trains);
    wagons_release(&c->wagons);
    reviews_release(&c->reviews);
    made_release(&c->made);
}

/* A mark of the strip puts the cursor on its wagon, a second click opens it; so does a row. */
static struct effect
consist_click(struct screen *s, int row, int col)
{
    struct consist_view *c = s->data;
    const struct wagon_row *here = consist_wagon(c);
    size_t at = c->wagons.n;

    if (row == 1)
        at = frame_strip_at(&c->wagons, here ? here->position : 0, s->ui->cols, col);
    else if (row > FRAME_TOP && row <= FRAME_TOP + (int)frame_page(s, 1))
        at = c->scroll.top + (size_t)(row - FRAME_TOP - 1);
    if (at >= c->wagons.n)
        return effect_none();
    if (here == &c->wagons.rows[at])
        return effect_push(screen_wagon(s->ui, here->id, ""));
    c->scroll.at = at;
    c->here = c->wagons.rows[at].id;
    return effect_redraw();
}

static const struct screen_ops consist_ops = {
    .name = "consist",
    .context = IN_CONSIST,
    .draw = consist_draw,
    .act = consist_act,
    .reload = consist_reload,
    .result = consist_result,
    .click = consist_click,
    .close = consist_close,
};

struct screen *
screen_consist(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &consist_ops, sizeof(struct consist_view));
    struct consist_view *c = s->data;

    c->train = train;
    c->here = wagon;
    return s;
}
