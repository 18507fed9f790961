/* SPDX-License-Identifier: ISC */
/* The board of the shift: starting it, handing it over, what the open trains wait for. */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/board_words.h"
#include "tui/departure.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/shift_view.h"
#include "tui/ui.h"

/* Questions whose answers come back. */
enum { ASK_CLOCK = 1, ASK_TO, ASK_NOTE, ASK_TAKER, ASK_DEPARTURE };

static bool
shift_reload(struct screen *s, struct rc_error *err)
{
    struct shift_view *v = s->data;
    struct board now;

    if (!shift_board(s->ui->app, &now, err))
        return false;
    board_release(&v->board);
    v->board = now;
    for (size_t i = 0; i < now.trains.n; i++) {
        if (now.trains.rows[i].id == v->here)
            v->scroll.at = i;
    }
    scroll_fit(&v->scroll, now.trains.n, frame_page(s, 0));
    v->here = shift_here(v) ? shift_here(v)->train->id : 0;
    return true;
}

/* After something was saved. */
static void
again(struct screen *s)
{
    struct rc_error err = {0};

    ui_saved(s->ui);
    if (!shift_reload(s, &err))
        ui_error(s->ui, &err);
}

/* --- starting --- */

static struct effect
ask_clock(struct screen *s)
{
    struct rc_error err = {0};
    char now[MOMENT_TEXT];

    if (!right_needed(s->ui->app->roles, RIGHT_SHIFT, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    moment_text(ui_now(s->ui), MOMENT_CLOCK, now);
    return effect_push(screen_ask_time(
        s->ui, ASK_CLOCK,
        _("What does the station clock show? Enter when the same; else type it, 1420 for 14:20"),
        now, false));
}

static void
start(struct screen *s, const char *clock)
{
    struct rc_error err = {0};
    struct buf apart = {0}, said = {0};
    int64_t off;

    if (!shift_start(s->ui->app, clock, &off, &err)) {
        ui_error(s->ui, &err);
        return;
    }
    again(s);
    buf_addf(&said, _("The shift has begun: badge %s"), s->ui->app->badge);
    words_clock_apart(&apart, off);
    if (apart.len)
        buf_addf(&said, ". %s", buf_text(&apart));
    ui_say(s->ui, "%s", buf_text(&said));
    buf_release(&said);
    buf_release(&apart);
}

/* --- handing over --- */

static void
drop_people(struct shift_view *v)
{
    for (size_t i = 0; i < v->people.n; i++)
        free(v->labels[i]);
    free(v->labels);
    free(v->people.choices);
    v->labels = NULL;
    v->people = (struct choice_list){0};
    officers_release(&v->officers);
}

/* Everybody else who may have a shift. */
static bool
read_people(struct screen *s, struct rc_error *err)
{
    struct shift_view *v = s->data;
    size_t cap = 0, n = 0;

    drop_people(v);
    if (!store_officers(s->ui->app->store, &v->officers, err))
        return false;
    for (size_t i = 0; i < v->officers.n; i++) {
        const struct officer_row *o = &v->officers.rows[i];
        struct choice choice = {.name = o->badge};
        struct buf label = {0};
        role_set roles;

        if (!o->active || strcmp(o->badge, s->ui->app->badge) == 0 ||
            !roles_parse(o->role, &roles) || !role_may(roles, RIGHT_SHIFT))
            continue;
        buf_addf(&label, "%-8s %s", o->badge, o->name);
        ARRAY_GROW(v->labels, n, cap);
        v->labels[n++] = buf_detach(&label);
        for (size_t k = 0; k < CHECKLIST_LANGS; k++)
            choice.label.in[k] = v->labels[n - 1];
        ARRAY_GROW(v->people.choices, v->people.n, v->people.cap);
        v->people.choices[v->people.n++] = choice;
    }
    return true;
}

static struct effect
ask_to(struct screen *s)
{
    struct shift_view *v = s->data;
    struct rc_error err = {0};

    if (!shift_may_hand_over(s->ui->app, &err) || !read_people(s, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (!v->people.n) {
        ui_say(s->ui, "%s", _("Nobody else here may have a shift: an administrator adds people"));
        return effect_redraw();
    }
    return effect_push(screen_choose(s->ui, ASK_TO, _("To whom is the shift handed over?"),
                                     &v->people, NULL, NULL, false));
}

static struct effect
hand_over(struct screen *s, const char *note)
{
    struct shift_view *v = s->data;
    struct screen *login;
    struct rc_error err = {0};

    if (!shift_hand_over(s->ui->app, v->to, note, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    again(s);
    login = screen_login(s->ui, LOGIN_TAKE, v->to);
    login->tag = ASK_TAKER;
    return effect_push(login);
}

static void
take(struct screen *s)
{
    struct rc_error err = {0};

    if (!shift_take(s->ui->app, &err)) {
        ui_error(s->ui, &err);
        return;
    }
    again(s);
    ui_say(s->ui, _("Badge %s has the shift now"), s->ui->app->badge);
}

/* --- */

static struct effect
act_on_train(struct screen *s, enum action action, const struct board_row *here)
{
    switch (action) {
    case ACT_OPEN:
        return effect_push(screen_consist(s->ui, here->train->id, 0));
    case ACT_REVIEW:
        return effect_push(screen_review(s->ui, here->train->id));
    case ACT_DEPARTURE:
        return effect_push(departure_ask(s->ui, ASK_DEPARTURE, here->train->departs_at,
                                         here->train->departs_offset));
    default:
        return effect_default();
    }
}

static struct effect
shift_act(struct screen *s, enum action action)
{
    struct shift_view *v = s->data;

    if (scroll_act(&v->scroll, action, frame_page(s, 0))) {
        v->here = shift_here(v) ? shift_here(v)->train->id : 0;
        return effect_redraw();
    }
    switch (action) {
    case ACT_GO:
        return effect_push(screen_find(s->ui, 0));
    case ACT_SHIFT_START:
        return ask_clock(s);
    case ACT_HAND_OVER:
        return ask_to(s);
    case ACT_TAKE_OVER:
        take(s);
        return effect_redraw();
    case ACT_WHERE:
        return effect_push(screen_where(s->ui));
    default:
        return shift_here(v) ? act_on_train(s, action, shift_here(v)) : effect_default();
    }
}

static struct effect
shift_result(struct screen *s, int tag, const char *text)
{
    struct shift_view *v = s->data;

    if (!text) {
        if (tag == ASK_TAKER)
            ui_say(s->ui, _("The hand-over waits: badge %s logs in and takes it with y"), v->to);
        return effect_redraw();
    }
    switch (tag) {
    case ASK_CLOCK:
        start(s, text);
        break;
    case ASK_TO:
        snprintf(v->to, sizeof v->to, "%s", text);
        return effect_push(screen_ask(
            s->ui, ASK_NOTE, _("What must the next shift know? It is recorded with the board"), "",
            FIELD_TEXT, true));
    case ASK_NOTE:
        return hand_over(s, text);
    case ASK_TAKER:
        take(s);
        break;
    case ASK_DEPARTURE:
        if (v->here && departure_plan(s->ui, v->here, text))
            again(s);
        break;
    default:
        break;
    }
    return effect_redraw();
}

static void
shift_close(struct screen *s)
{
    struct shift_view *v = s->data;

    drop_people(v);
    board_release(&v->board);
}

static const struct screen_ops shift_ops = {
    .name = "shift",
    .context = IN_SHIFT,
    .draw = shift_draw,
    .act = shift_act,
    .reload = shift_reload,
    .result = shift_result,
    .close = shift_close,
};

struct screen *
screen_shift(struct ui *ui)
{
    return screen_new(ui, &shift_ops, sizeof(struct shift_view));
}
