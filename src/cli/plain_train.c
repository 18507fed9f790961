/* SPDX-License-Identifier: ISC */
/* Plain mode: one train, its consist, what is missing, submitting. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/train.h"
#include "base/alloc.h"
#include "base/number.h"
#include "cli/plain.h"
#include "core/numbers.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/walking.h"
#include "tui/words.h"

enum {
    TRAIN_NEXT = 1,
    TRAIN_LIST,
    TRAIN_FIND,
    TRAIN_MISSING,
    TRAIN_GATES,
    TRAIN_FINDINGS,
    TRAIN_REVIEW,
    TRAIN_OWN,
    TRAIN_DEPARTURE,
    TRAIN_TURN,
    TRAIN_SIDE,
    TRAIN_LOG,
    TRAIN_SUBMIT,
    TRAIN_EXPORT
};

static const struct plain_command train_commands[] = {
    {TRAIN_NEXT, 'n', N_("next"), N_("to the next wagon that is not closed")},
    {TRAIN_LIST, 'p', N_("consist"), N_("all wagons, one a line")},
    {TRAIN_FIND, 'g', N_("go"),
     N_("finds a wagon, a seal or a text here and in other trains; it may follow")},
    {TRAIN_MISSING, 'l', N_("what is missing"), N_("lists what is not filled in")},
    {TRAIN_GATES, 'y', N_("gates"), N_("gates of the train: who confirmed what")},
    {TRAIN_FINDINGS, 'f', N_("findings"), N_("findings of the train")},
    {TRAIN_REVIEW, 'r', N_("review"), N_("what the shift lead looks at, returns, decides")},
    {TRAIN_OWN, 't', N_("train"), N_("checklist of the train itself")},
    {TRAIN_DEPARTURE, 0, N_("departure"), N_("plans the departure of the train")},
    {TRAIN_TURN, 0, N_("turn"), N_("walks the train the other way, along the other side")},
    {TRAIN_SIDE, 0, N_("side"), N_("the side that you walk along: left, right, none")},
    {TRAIN_LOG, 0, N_("log"), N_("what was recorded on the train itself, by whom, when")},
    {TRAIN_SUBMIT, 0, N_("submit"), N_("submits the train to the shift lead")},
    {TRAIN_EXPORT, 0, N_("export"), N_("writes the tables of the train as CSV")},
};

struct train_place {
    struct plain *p;
    struct trains trains;
    const struct train_row *train;
    const struct checklist *set;
    struct wagons consist; /* without position 0 */
    struct wagons own;     /* with it */
    struct walk_row walk;  /* of the officer at work */
};

static void
place_release(struct train_place *t)
{
    trains_release(&t->trains);
    wagons_release(&t->consist);
    wagons_release(&t->own);
}

static bool
place_read(struct plain *p, int64_t train, struct train_place *t)
{
    struct rc_error err = {0};
    struct store *store = p->app->store;

    *t = (struct train_place){.p = p};
    if (store_train(store, train, &t->trains, &err) && !t->trains.n)
        rc_fail(&err, RC_E_TRAIN_UNKNOWN, "", NULL);
    if (err.code == RC_OK && store_consist(store, train, false, &t->consist, &err) &&
        store_consist(store, train, true, &t->own, &err) && walk_now(p->app, train, &t->walk, &err))
        t->set = app_set(p->app, t->trains.rows[0].checklist, &err);
    if (t->set) {
        t->train = &t->trains.rows[0];
        return true;
    }
    plain_error(p, &err);
    place_release(t);
    return false;
}

static bool
is_open(const struct wagon_row *w)
{
    enum wagon_state state = WAGON_NOT_STARTED;

    wagon_state_parse(w->state, &state);
    return state != WAGON_STRUCK && !wagon_is_closed(state);
}

/* What a shift lead has returned and nobody has settled, with his reasons. */
static void
say_points(const struct train_place *t)
{
    struct reviews reviews = {0};
    struct rc_error err = {0};

    if (!store_reviews(t->p->app->store, t->train->id, 0, &reviews, &err))
        plain_error(t->p, &err);
    for (size_t i = 0; i < reviews.n; i++) {
        const struct review_row *r = &reviews.rows[i];
        const struct wagon_row *w = NULL;

        for (size_t k = 0; k < t->own.n; k++)
            w = t->own.rows[k].id == r->wagon ? &t->own.rows[k] : w;
        if (strcmp(r->state, "open") != 0 || !w)
            continue;
        plain_say(t->p, _("RETURNED by %s: wagon %d, %s%s%s: %s"), r->officer, w->position,
                  w->number, *r->item || *r->finding ? ", " : "",
                  *r->item      ? r->item
                  : *r->finding ? _("finding")
                                : "",
                  r->reason);
    }
    reviews_release(&reviews);
}

static void
say_walk(struct plain *p, const struct walk_row *walk)
{
    struct buf words = {0};

    walking_sentence(walk, &words);
    plain_say(p, "%s", buf_text(&words));
    buf_release(&words);
}

static void
say_where(const struct train_place *t)
{
    const struct train_row *r = t->train;
    struct moment arrived = {r->arrived_at, r->arrived_offset};
    char when[MOMENT_TEXT] = "-";

    if (r->arrived_at)
        moment_text(arrived, MOMENT_DAY_CLOCK, when);
    plain_say(t->p, _("Train %s, %s, arrived %s. %s. Wagons %d, closed %d, findings %d"), r->number,
              *r->index ? r->index : "-", when, words_train_state(r->state), r->wagons, r->closed,
              r->findings);
    if (t->walk.to_head || *t->walk.side)
        say_walk(t->p, &t->walk);
    if (r->returns)
        say_points(t);
}

static void
say_wagon(const struct train_place *t, const struct wagon_row *w)
{
    const struct sheet *sheet = checklist_sheet(t->set, w->kind);
    struct buf line = {0};

    buf_addf(&line, "%d: %s, %s", w->position, w->number,
             sheet ? words_in(&sheet->label, checklist_lang(t->set, i18n_codes())) : _("kind?"));
    if (*w->cargo_name)
        buf_addf(&line, ", %s", w->cargo_name);
    if (*w->un_no)
        buf_addf(&line, _(", UN %s"), w->un_no);
    buf_addf(&line, _(", %s, items %d of %d, seals %d of %d"), words_wagon_state(w->state), w->done,
             w->total, w->seals_read, w->seals_expected);
    if (w->seals_bad)
        buf_addf(&line, ", %s", _("SEALS DO NOT MATCH"));
    if (w->findings)
        buf_addf(&line, _(", findings %d, gravest %d"), w->findings, w->worst);
    plain_say(t->p, "%s", buf_text(&line));
    buf_release(&line);
}

/* What is missing on one wagon, item by item. */
static void
say_gap(struct plain *p, const struct gap *gap)
{
    if (*gap->key)
        plain_say(p, "%s: %s", gap->key, gap->label);
    else
        plain_say(p, "%s", _("everything is answered: close the wagon (d)"));
}

/* How much is missing on a wagon of the train; gives the number of its gaps. */
static size_t
say_wagon_gaps(struct plain *p, const struct gaps *gaps, size_t first)
{
    const struct gap *gap = &gaps->list[first];
    size_t n = 0, items = 0;

    for (; first + n < gaps->n && gaps->list[first + n].wagon == gap->wagon; n++)
        items += *gaps->list[first + n].key != '\0';
    if (!gap->position)
        plain_say(p, _("checklist of the train: items %zu"), items);
    else if (items)
        plain_say(p, _("wagon %d, %s: items %zu"), gap->position, gap->number, items);
    else
        plain_say(p, _("wagon %d, %s: to be closed"), gap->position, gap->number);
    return n;
}

void
plain_missing(struct plain *p, int64_t train, int64_t wagon)
{
    struct gaps gaps = {0};
    struct rc_error err = {0};

    if (!train_gaps(p->app, train, wagon, i18n_codes(), &gaps, &err)) {
        plain_error(p, &err);
        return;
    }
    plain_say(p, _("What is missing: %zu"), gaps.n);
    for (size_t i = 0; i < gaps.n;) {
        if (wagon)
            say_gap(p, &gaps.list[i++]);
        else
            i += say_wagon_gaps(p, &gaps, i);
    }
    gaps_release(&gaps);
}

/* Wagons whose number is one digit or one swap away from what was typed. */
static void
say_near(struct plain *p, const struct wagons *consist, const char *text)
{
    const char **numbers = rc_alloc(consist->n + 1, sizeof *numbers);
    size_t near[8], n;

    for (size_t i = 0; i < consist->n; i++)
        numbers[i] = consist->rows[i].number;
    n = strlen(text) >= 8 ? number_near(text, numbers, consist->n, near, ARRAY_LEN(near)) : 0;
    for (size_t i = 0; i < n && i < ARRAY_LEN(near); i++)
        plain_say(p, _("one digit away: %s, position %d"), numbers[near[i]],
                  consist->rows[near[i]].position);
    free(numbers);
}

static int64_t
find_in(struct plain *p, const struct wagons *consist, const char *text)
{
    char digits[24];
    size_t hits = 0, len;
    int64_t position, found = 0;

    if (!plain_number(p, text, digits, sizeof digits)) {
        plain_say(p, _("%s is no wagon: type its position, its number or its last digits"), text);
        return 0;
    }
    if (number_integer(digits, &position)) {
        for (size_t i = 0; i < consist->n; i++) {
            if (consist->rows[i].position == position && position)
                return consist->rows[i].id;
        }
    }
    len = strlen(digits);
    for (size_t i = 0; i < consist->n; i++) {
        const char *number = consist->rows[i].number;

        if (strlen(number) < len || strcmp(number + strlen(number) - len, digits) != 0)
            continue;
        hits++;
        found = consist->rows[i].id;
        plain_say(p, _("position %d: %s"), consist->rows[i].position, number);
    }
    if (hits == 1)
        return found;
    plain_say(p,
              hits ? _("several wagons end with %s: type more digits")
                   : _("no wagon of this train ends with %s"),
              digits);
    if (!hits)
        say_near(p, consist, digits);
    return 0;
}

static void
next_wagon(const struct train_place *t)
{
    size_t n = t->consist.n;

    for (size_t i = 0; i < n; i++) {
        const struct wagon_row *w = &t->consist.rows[t->walk.to_head ? n - 1 - i : i];

        if (is_open(w)) {
            plain_wagon(t->p, w->id, "");
            return;
        }
    }
    plain_say(t->p, "%s", _("all wagons are closed"));
}

/* Another side or direction of the walk, and says how it is now. */
static void
walk(const struct train_place *t, int act)
{
    struct rc_error err = {0};
    struct walk_row now;
    bool done = act == TRAIN_TURN ? walk_turn(t->p->app, t->train->id, &now, &err)
                                  : walk_side(t->p->app, t->train->id, &now, &err);

    plain_done(t->p, done, &err);
    if (done && !now.to_head && !*now.side)
        say_walk(t->p, &now); /* else it is said with the train */
}

static void
submit(const struct train_place *t)
{
    struct rc_error err = {0};
    bool done = train_submit(t->p->app, t->train->id, &err);

    plain_done(t->p, done, &err);
    if (done)
        plain_say(t->p, "%s", _("submitted to the shift lead"));
    else if (t->train->closed < t->train->wagons)
        plain_missing(t->p, t->train->id, 0);
}

static void export(const struct train_place *t)
{
    struct rc_error err = {0};
    char *dir = train_export_dir(t->p->app, t->train);

    if (train_export(t->p->app, t->train->id, dir, &err))
        plain_say(t->p, _("exported to %s"), dir);
    else
        plain_error(t->p, &err);
    free(dir);
}

static int64_t
any_wagon(const struct train_place *t)
{
    return t->own.n ? t->own.rows[0].id : 0;
}

static void
train_act(const struct train_place *t, int act)
{
    struct plain *p = t->p;
    int64_t wagon;

    switch (act) {
    case TRAIN_NEXT:
        next_wagon(t);
        break;
    case TRAIN_LIST:
        for (size_t i = 0; i < t->consist.n; i++)
            say_wagon(t, &t->consist.rows[i]);
        break;
    case TRAIN_FIND:
        wagon = plain_ask_find(p, t->train->id);
        if (wagon)
            plain_wagon(p, wagon, "");
        break;
    case TRAIN_MISSING:
        plain_missing(p, t->train->id, 0);
        break;
    case TRAIN_GATES:
        if (any_wagon(t))
            plain_gates(p, any_wagon(t), true);
        break;
    case TRAIN_FINDINGS:
        plain_findings(p, t->train->id, 0);
        break;
    case TRAIN_REVIEW:
        plain_review(p, t->train->id);
        break;
    case TRAIN_OWN:
        if (t->own.n && !t->own.rows[0].position)
            plain_wagon(p, any_wagon(t), "");
        break;
    case TRAIN_DEPARTURE:
        plain_departure(p, t->train->id, t->train->departs_at, t->train->departs_offset);
        break;
    case TRAIN_LOG:
        plain_log(p, t->train->id, 0);
        break;
    case TRAIN_TURN:
    case TRAIN_SIDE:
        walk(t, act);
        break;
    case TRAIN_SUBMIT:
        submit(t);
        break;
    case TRAIN_EXPORT:
        export(t);
        break;
    case 0:
        wagon = find_in(p, &t->consist, p->line);
        p->quiet = !wagon;
        if (wagon)
            plain_wagon(p, wagon, "");
        break;
    default:
        break;
    }
}

void
plain_train(struct plain *p, int64_t train)
{
    int act = PLAIN_AGAIN;
    bool first = true;

    while (!p->over && act != PLAIN_BACK && act != PLAIN_OVER) {
        struct train_place t;

        if (!place_read(p, train, &t))
            return;
        if (!p->quiet)
            say_where(&t);
        for (size_t i = 0; first && i < t.consist.n; i++)
            say_wagon(&t, &t.consist.rows[i]);
        first = false;
        act = plain_command(p, train_commands, ARRAY_LEN(train_commands), "npgly",
                            _("train: position or number of a wagon"));
        train_act(&t, act);
        place_release(&t);
    }
}
