/* SPDX-License-Identifier: ISC */
/* A corrected list of a train that is listed: wagons attached, detached, moved, facts changed. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/import.h"
#include "app/listed.h"
#include "app/relisted.h"
#include "base/alloc.h"
#include "core/numbers.h"
#include "core/state.h"
#include "i18n/i18n.h"

/* --- comparing --- */

#define KEY 88 /* bytes of a wagon number with the NUL */

static void
key_of(const char *number, char out[KEY])
{
    struct number n = wagon_number(number);

    snprintf(out, KEY, "%s", *n.text ? n.text : number);
}

static struct correction *
add(struct corrections *c, enum correction_kind kind, const char *number, int from, int to)
{
    struct correction *one;

    ARRAY_GROW(c->list, c->n, c->cap);
    one = &c->list[c->n++];
    *one = (struct correction){.kind = kind, .from = from, .to = to};
    snprintf(one->number, sizeof one->number, "%s", number);
    c->count[kind]++;
    return one;
}

static bool
is_struck(const struct wagon_row *row)
{
    return strcmp(row->state, "struck") == 0;
}

/* What changes on a wagon that both have. */
static bool
compare_wagon(struct app *app, const struct consist *consist, size_t at,
              const struct wagon_row *row, struct corrections *out, struct rc_error *err)
{
    const struct consist_wagon *listed = &consist->wagons[at];
    struct seals seals;
    struct merged m;

    if (listed->position != row->position) {
        struct correction *c =
            add(out, CORRECTION_MOVED, row->number, row->position, listed->position);

        c->wagon = row->id;
        c->row = at;
        c->worked_on = row->first_at != 0;
    }
    if (!store_seals(app->store, row->id, &seals, err))
        return false;
    m = merged_with(app->env, listed, row, &seals);
    if (m.facts.len) {
        struct correction *c =
            add(out, CORRECTION_CHANGED, row->number, row->position, listed->position);

        c->wagon = row->id;
        c->row = at;
        c->worked_on = row->first_at != 0;
        c->facts = buf_detach(&m.facts);
    }
    merged_release(&m);
    seals_release(&seals);
    return true;
}

/* The wagons of the list by number, and which of them have a partner already. */
struct partners {
    char (*keys)[KEY];
    bool *taken;
    size_t n;
};

/* The first one with this number that has no partner yet; n: none. */
static size_t
find_listed(const struct partners *p, const char *number)
{
    char wanted[KEY];
    size_t i = 0;

    key_of(number, wanted);
    while (i < p->n && (p->taken[i] || strcmp(p->keys[i], wanted) != 0))
        i++;
    return i;
}

static bool
compare(struct app *app, const struct consist *consist, const struct wagons *train,
        struct corrections *out, struct rc_error *err)
{
    struct partners p = {.keys = rc_alloc(consist->n + 1, sizeof *p.keys),
                         .taken = rc_alloc(consist->n + 1, sizeof *p.taken),
                         .n = consist->n};
    bool done = true;

    for (size_t i = 0; i < consist->n; i++) {
        key_of(consist->wagons[i].number, p.keys[i]);
        p.taken[i] = false;
    }
    for (size_t i = 0; done && i < train->n; i++) {
        const struct wagon_row *row = &train->rows[i];
        size_t at = is_struck(row) ? p.n : find_listed(&p, row->number);

        if (at < p.n) {
            p.taken[at] = true;
            done = compare_wagon(app, consist, at, row, out, err);
        } else if (!is_struck(row)) {
            struct correction *c = add(out, CORRECTION_DETACHED, row->number, row->position, 0);

            c->wagon = row->id;
            c->worked_on = row->first_at != 0;
        }
    }
    for (size_t i = 0; done && i < consist->n; i++) {
        const struct consist_wagon *w = &consist->wagons[i];

        if (!p.taken[i])
            add(out, CORRECTION_ATTACHED, w->number, 0, w->position)->row = i;
    }
    free(p.keys);
    free(p.taken);
    return done;
}

bool
import_compare(struct app *app, const struct import *import, int64_t train, struct corrections *out,
               struct rc_error *err)
{
    struct wagons consist;
    bool done;

    struct import whole = *import;

    /* Listed already or not, each list of it is read with answers of its own. */
    whole.accept_rest = false;
    whole.already = 0;
    *out = (struct corrections){0};
    if (!import_ready(&whole, err) || !store_consist(app->store, train, false, &consist, err))
        return false;
    done = compare(app, &import->consist, &consist, out, err);
    wagons_release(&consist);
    if (!done)
        corrections_release(out);
    return done;
}

void
corrections_release(struct corrections *c)
{
    for (size_t i = 0; i < c->n; i++)
        free(c->list[i].facts);
    free(c->list);
    *c = (struct corrections){0};
}

/* --- recording --- */

/* Strikes the wagon out, or moves it. */
static bool
record_place(struct app *app, const struct train_row *train, const struct correction *c,
             struct rc_error *err)
{
    struct wagons wagon;
    struct buf body = {0};
    bool moved = c->kind == CORRECTION_MOVED, done;

    if (!store_wagon(app->store, c->wagon, &wagon, err))
        return false;
    body_begin(&body);
    if (moved)
        body_number(&body, "pos", c->to);
    else
        body_text(&body, "reason", _("not in the corrected list"));
    body_end(&body);
    done = wagon.n == 1 && app_record(app, moved ? "wagon.moved" : "wagon.struck", train->uuid,
                                      wagon.rows[0].uuid, buf_text(&body), err);
    buf_release(&body);
    wagons_release(&wagon);
    return done;
}

static bool
record_all(struct app *app, const struct import *import, const struct train_row *train,
           const struct corrections *all, struct rc_error *err)
{
    const struct checklist *set = app_set(app, train->checklist, err);
    bool done = set != NULL;

    for (size_t i = 0; done && i < all->n; i++) {
        const struct correction *c = &all->list[i];
        const struct consist_wagon *w = &import->consist.wagons[c->row];

        if (c->kind == CORRECTION_ATTACHED)
            done = listed_wagon(app, train->uuid, w, set, train->level, err);
        else if (c->kind == CORRECTION_CHANGED)
            done = record_relisted(app, w, c->wagon, err);
        else
            done = record_place(app, train, c, err);
    }
    return done;
}

static bool
record_source(struct app *app, const struct import *import, const struct train_row *train,
              const struct corrections *all, struct rc_error *err)
{
    static const char *const names[CORRECTIONS] = {"attached", "detached", "moved", "changed"};
    const char *slash = strrchr(import->file, '/');
    struct buf body = {0};
    bool done;

    body_begin(&body);
    body_text(&body, "source", slash ? slash + 1 : import->file);
    body_text(&body, "sha256", import->sha256);
    body_text(&body, "raw", import->consist.raw);
    for (size_t i = 0; i < CORRECTIONS; i++)
        body_number(&body, names[i], (int64_t)all->count[i]);
    body_end(&body);
    done = app_record(app, "train.corrected", train->uuid, NULL, buf_text(&body), err);
    buf_release(&body);
    return done;
}

bool
import_correct(struct app *app, const struct import *import, int64_t train, struct corrections *out,
               struct rc_error *err)
{
    enum train_state state = TRAIN_LISTED;
    struct trains trains = {0};
    bool done = false;

    *out = (struct corrections){0};
    if (!app_begin(app, RIGHT_LIST, err))
        return false;
    if (store_train(app->store, train, &trains, err) && trains.n) {
        const struct train_row *t = &trains.rows[0];

        train_state_parse(t->state, &state);
        done = train_may_correct(state, err) && import_compare(app, import, train, out, err) &&
               (out->n || rc_fail(err, RC_E_CORRECT_NOTHING, t->number, NULL)) &&
               record_all(app, import, t, out, err) && record_source(app, import, t, out, err) &&
               import_remember(app, import, err) && app_commit(app, err);
    }
    if (!done) {
        app_rollback(app);
        corrections_release(out);
    }
    trains_release(&trains);
    return done;
}
