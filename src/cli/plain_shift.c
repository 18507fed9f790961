/* SPDX-License-Identifier: ISC */
/* Plain mode: the shift, its board of open trains, starting, handing over and taking it. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/shift.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "core/rights.h"
#include "i18n/i18n.h"
#include "tui/board_words.h"
#include "tui/words.h"

enum { SHIFT_START = 1, SHIFT_HAND_OVER, SHIFT_TAKE, SHIFT_DEPARTURE, SHIFT_WHERE, SHIFT_REVIEW };

static const struct plain_command shift_commands[] = {
    {SHIFT_START, 'b', N_("begin"), N_("begins a shift; what the station clock shows may follow")},
    {SHIFT_HAND_OVER, 'p', N_("hand over"), N_("hands the shift over; the badge may follow")},
    {SHIFT_TAKE, 'y', N_("take over"), N_("takes the shift that is handed over to you")},
    {SHIFT_DEPARTURE, 'd', N_("departure"),
     N_("plans the departure of a train; its place in the list follows")},
    {SHIFT_WHERE, 'i', N_("who is where"), N_("where everybody was last")},
    {SHIFT_REVIEW, 'r', N_("review"), N_("review of a train; its place in the list follows")},
};

struct shift_place {
    struct plain *p;
    struct board board;
};

/* --- saying --- */

static void
say_shift(const struct shift_place *v)
{
    const struct shift_row *shift = &v->board.shift;
    struct moment since = {shift->since, shift->since_offset};
    struct moment handed = {shift->handed_at, shift->handed_offset};
    char when[MOMENT_TEXT];
    struct buf apart = {0};

    if (*shift->holder)
        plain_say(v->p, _("Shift: badge %s, %s, since %s"), shift->holder, shift->holder_name,
                  moment_text(since, MOMENT_DAY_CLOCK, when));
    else
        plain_say(v->p, "%s", _("Shift: nobody has started it"));
    if (shift->clock)
        plain_say(v->p, _("Station clock %s"), moment_text(v->board.now, MOMENT_CLOCK, when));
    words_clock_apart(&apart, v->board.clock_off / 1000);
    if (apart.len)
        plain_say(v->p, "%s", buf_text(&apart));
    buf_release(&apart);
    if (*shift->uuid)
        plain_say(v->p, _("%s: %s hands over to %s, who takes it with y"),
                  moment_text(handed, MOMENT_CLOCK, when), shift->giver, shift->taker);
    if (*shift->uuid && *shift->note)
        plain_say(v->p, _("Handed over with: %s"), shift->note);
    else if (!*shift->uuid && *shift->last_note)
        plain_say(v->p, _("Handed over with: %s"), shift->last_note);
}

static void
say_train(const struct shift_place *v, size_t i)
{
    const struct board_row *row = &v->board.rows[i];
    const struct open_train_row *t = row->train;
    struct moment departs = {t->departs_at, t->departs_offset};
    struct moment worked = {t->worked_at, v->board.now.offset_min};
    struct buf line = {0};
    char when[MOMENT_TEXT];

    buf_addf(&line, _("%zu: train %s, %s, closed %d of %d, "), i + 1, t->number,
             words_train_state(t->state), row->standing.wagons - row->standing.left,
             row->standing.wagons);
    if (row->planned)
        words_departure(&line, departs, v->board.now);
    else
        buf_adds(&line, _("the departure is not known"));
    if (row->obstacles) {
        buf_addf(&line, "; %s", _("what blocks it: "));
        words_obstacles(&line, row);
    }
    if (t->grave > row->standing.grave)
        buf_addf(&line, _("; grave findings on held wagons %d"), t->grave - row->standing.grave);
    if (*t->officer)
        buf_addf(&line, _("; badge %s was there last, %s"), t->officer,
                 moment_text(worked, MOMENT_DAY_CLOCK, when));
    plain_say(v->p, "%s", buf_text(&line));
    buf_release(&line);
}

static void
say_board(const struct shift_place *v)
{
    say_shift(v);
    for (size_t i = 0; i < v->board.trains.n; i++)
        say_train(v, i);
    if (!v->board.trains.n)
        plain_say(v->p, "%s", _("Every train is accepted or released."));
}

void
plain_say_handed(struct plain *p)
{
    struct rc_error err = {0};
    char giver[60];

    if (!role_may(p->app->roles, RIGHT_SHIFT))
        return;
    if (!shift_waits(p->app, giver, sizeof giver, &err))
        plain_error(p, &err);
    else if (*giver)
        plain_say(p, _("Badge %s hands the shift over to you: trains, t, then y takes it"), giver);
}

static void
say_where(struct plain *p)
{
    struct whereabouts all;
    struct rc_error err = {0};

    if (!shift_where(p->app, &all, &err)) {
        plain_error(p, &err);
        return;
    }
    for (size_t i = 0; i < all.n; i++) {
        const struct where_row *row = &all.rows[i];
        struct moment login = {row->login_at, row->login_offset};
        struct moment worked = {row->worked_at, row->worked_offset};
        struct buf line = {0};
        char when[MOMENT_TEXT];

        buf_addf(&line, "%s, %s: ", row->badge, row->name);
        moment_text(worked, MOMENT_DAY_CLOCK, when);
        if (row->wagon && row->position)
            buf_addf(&line, _("wagon %d, %s, of train %s, %s"), row->position, row->number,
                     row->train, when);
        else if (row->wagon)
            buf_addf(&line, _("checklist of train %s, %s"), row->train, when);
        else
            buf_adds(&line, _("on no wagon lately"));
        buf_adds(&line, "; ");
        if (row->login_at)
            buf_addf(&line, _("logged in %s"), moment_text(login, MOMENT_DAY_CLOCK, when));
        else
            buf_adds(&line, _("not logged in lately"));
        plain_say(p, "%s", buf_text(&line));
        buf_release(&line);
    }
    whereabouts_release(&all);
    p->quiet = true;
}

/* --- changing --- */

static void
start(struct plain *p)
{
    struct rc_env *env = p->cli->env;
    struct buf apart = {0};
    struct rc_error err = {0};
    char now[MOMENT_TEXT], *clock;
    int64_t off;

    if (!right_needed(p->app->roles, RIGHT_SHIFT, &err)) {
        plain_error(p, &err);
        return;
    }
    moment_text(env->now(env->context), MOMENT_CLOCK, now);
    clock = plain_ask(p, _("What does the station clock show? 1420 for 14:20"), now);
    if (clock && plain_done(p, shift_start(p->app, clock, &off, &err), &err)) {
        plain_say(p, _("The shift has begun: badge %s"), p->app->badge);
        words_clock_apart(&apart, off);
        if (apart.len)
            plain_say(p, "%s", buf_text(&apart));
    }
    buf_release(&apart);
    free(clock);
}

static void
take(struct plain *p)
{
    struct rc_error err = {0};

    if (plain_done(p, shift_take(p->app, &err), &err))
        plain_say(p, _("Badge %s has the shift now"), p->app->badge);
}

/* The badge of one of those who may have a shift, but not of the officer at work; free it. */
static char *
choose_taker(struct plain *p)
{
    struct officers officers = {0};
    struct choice_list list = {.name = "officers"};
    struct rc_error err = {0};
    char **labels, *chosen = NULL;

    if (!store_officers(p->app->store, &officers, &err)) {
        plain_error(p, &err);
        return NULL;
    }
    labels = rc_alloc(officers.n + 1, sizeof *labels);
    list.choices = rc_alloc(officers.n + 1, sizeof *list.choices);
    for (size_t i = 0; i < officers.n; i++) {
        const struct officer_row *o = &officers.rows[i];
        struct buf label = {0};
        role_set roles;

        if (!o->active || strcmp(o->badge, p->app->badge) == 0 || !roles_parse(o->role, &roles) ||
            !role_may(roles, RIGHT_SHIFT))
            continue;
        buf_addf(&label, "%s %s", o->badge, o->name);
        labels[list.n] = buf_detach(&label);
        list.choices[list.n] = (struct choice){.name = o->badge, .label.in[0] = labels[list.n]};
        list.n++;
    }
    if (list.n)
        chosen = plain_choose(p, _("To whom is the shift handed over?"), &list, NULL, NULL, false);
    else
        plain_say(p, "%s", _("Nobody else here may have a shift: an administrator adds people"));
    for (size_t i = 0; i < list.n; i++)
        free(labels[i]);
    free(labels);
    free(list.choices);
    officers_release(&officers);
    return chosen;
}

/* Hands over; who takes it may log in at once. */
static void
hand_over(struct plain *p)
{
    struct rc_error err = {0};
    char *to, *note;

    if (!shift_may_hand_over(p->app, &err)) {
        plain_error(p, &err);
        return;
    }
    to = choose_taker(p);
    if (!to)
        return;
    note = plain_ask(p, _("What must the next shift know? A hyphen alone: nothing"), NULL);
    if (note && plain_done(p, shift_hand_over(p->app, to, strcmp(note, "-") == 0 ? "" : note, &err),
                           &err)) {
        plain_say(p, _("The hand-over waits: badge %s logs in and takes it with y"), to);
        if (plain_yes(p, _("Does he take it now? y for yes:")) && plain_log_in(p, to, true))
            take(p);
    }
    free(note);
    free(to);
}

/* The train that is named by its place in the list, else by its number; 0 none. */
static const struct board_row *
which(const struct shift_place *v)
{
    char *text = plain_ask(v->p, _("Which train: its place in the list, or its number?"), NULL);
    size_t at = text ? plain_position(v->p, text, v->board.trains.n) : 0;

    for (size_t i = 0; text && !at && i < v->board.trains.n; i++) {
        if (strcmp(v->board.trains.rows[i].number, text) == 0)
            at = i + 1;
    }
    if (text && !at)
        plain_say(v->p, _("%s is no row of this list"), text);
    free(text);
    return at ? &v->board.rows[at - 1] : NULL;
}

void
plain_departure(struct plain *p, int64_t train, int64_t departs_at, int departs_offset)
{
    struct moment departs = {departs_at, departs_offset};
    struct rc_error err = {0};
    struct buf text = {0};
    char *when;

    if (departs_at)
        words_departure_time(&text, departs, shift_clock_now(p->app));
    when = plain_ask(p,
                     _("Planned departure: 1420, or 25.11 1420 for another day; a hyphen alone: "
                       "not known"),
                     buf_text(&text));
    buf_clear(&text);
    if (when && plain_done(p,
                           train_plan_departure(p->app, train, strcmp(when, "-") == 0 ? "" : when,
                                                &departs, &err),
                           &err)) {
        if (departs.ms)
            words_departure(&text, departs, shift_clock_now(p->app));
        else
            buf_adds(&text, _("the departure is not known"));
        plain_say(p, "%s", buf_text(&text));
    }
    buf_release(&text);
    free(when);
}

static void
shift_act(const struct shift_place *v, int act)
{
    const struct board_row *row;

    switch (act) {
    case SHIFT_START:
        start(v->p);
        break;
    case SHIFT_HAND_OVER:
        hand_over(v->p);
        break;
    case SHIFT_TAKE:
        take(v->p);
        break;
    case SHIFT_WHERE:
        say_where(v->p);
        break;
    case SHIFT_DEPARTURE:
        row = which(v);
        if (row)
            plain_departure(v->p, row->train->id, row->train->departs_at,
                            row->train->departs_offset);
        break;
    case SHIFT_REVIEW:
        row = which(v);
        if (row)
            plain_review(v->p, row->train->id);
        break;
    default:
        break;
    }
}

void
plain_shift(struct plain *p)
{
    int act = PLAIN_AGAIN;

    while (!p->over && act != PLAIN_BACK) {
        struct shift_place v = {.p = p};
        struct rc_error err = {0};
        size_t at;

        if (!shift_board(p->app, &v.board, &err)) {
            plain_error(p, &err);
            return;
        }
        if (!p->quiet)
            say_board(&v);
        act = plain_command(p, shift_commands, ARRAY_LEN(shift_commands), "bpydi",
                            _("shift: place of a train in the list opens it; h back"));
        at = act == 0 ? plain_position(p, p->line, v.board.trains.n) : 0;
        if (at)
            plain_train(p, v.board.rows[at - 1].train->id);
        else if (act == 0)
            plain_unknown(p);
        else
            shift_act(&v, act);
        board_release(&v.board);
    }
}
