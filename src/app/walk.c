/* SPDX-License-Identifier: ISC */
/* The side and the direction in which an officer walks a train. */
#include "config.h"

#include "app/walk.h"

#include "app/body.h"

bool
walk_now(struct app *app, int64_t train, struct walk_row *out, struct rc_error *err)
{
    return store_walk(app->store, train, app->actor, out, err);
}

static bool
record(struct app *app, int64_t train, const struct walk_row *walk, struct rc_error *err)
{
    struct trains trains = {0};
    struct buf body = {0};
    bool done = store_train(app->store, train, &trains, err);

    if (done && !trains.n)
        done = rc_fail(err, RC_E_TRAIN_UNKNOWN, "-", NULL);
    body_begin(&body);
    body_text(&body, "side", walk->side);
    if (walk->to_head)
        body_number(&body, "head", 1);
    body_end(&body);
    if (done)
        done = app_record(app, "train.walked", trains.rows[0].uuid, NULL, buf_text(&body), err);
    else
        app_rollback(app);
    trains_release(&trains);
    buf_release(&body);
    return done && app_commit(app, err);
}

/* Changes how the officer walks by `step`, under the lock. */
static bool
change(struct app *app, int64_t train, void (*step)(struct walk_row *), struct walk_row *now,
       struct rc_error *err)
{
    if (!app_begin(app, RIGHT_INSPECT, err))
        return false;
    if (!walk_now(app, train, now, err)) {
        app_rollback(app);
        return false;
    }
    step(now);
    return record(app, train, now, err);
}

static void
turn(struct walk_row *walk)
{
    walk->to_head = !walk->to_head;
    if (*walk->side)
        *walk->side = *walk->side == 'L' ? 'R' : 'L';
}

static void
other_side(struct walk_row *walk)
{
    *walk->side = !*walk->side ? 'L' : *walk->side == 'L' ? 'R' : '\0';
}

bool
walk_turn(struct app *app, int64_t train, struct walk_row *now, struct rc_error *err)
{
    return change(app, train, turn, now, err);
}

bool
walk_side(struct app *app, int64_t train, struct walk_row *now, struct rc_error *err)
{
    return change(app, train, other_side, now, err);
}
