/* SPDX-License-Identifier: ISC */
/* Starting, handing over and taking over a shift; the planned departure of a train. */
#include "config.h"

#include "app/shift.h"

#include <inttypes.h>
#include <string.h>

#include "app/body.h"
#include "app/officer.h"
#include "base/buf.h"
#include "base/day_time.h"
#include "base/uuid.h"

/* A departure typed that was longer ago is meant for the day after. */
#define LATE_MS (INT64_C(6) * 3600 * 1000)

/* Records in the transaction that is open, and commits; else everything is rolled back. */
static bool
save(struct app *app, const char *kind, const char *train, struct buf *body, struct rc_error *err)
{
    body_end(body);
    return app_record(app, kind, train, NULL, buf_text(body), err) && app_commit(app, err);
}

bool
shift_start(struct app *app, const char *clock, int64_t *off_s, struct rc_error *err)
{
    struct moment now = app->env->now(app->env->context), shown;
    struct buf body = {0};
    struct day_time time;
    bool done;

    *off_s = 0;
    if (!right_needed(app->roles, RIGHT_SHIFT, err))
        return false;
    if (!day_time_read(clock, &time) || time.day || !day_time_nearest(&time, now, &shown))
        return rc_fail(err, RC_E_CLOCK, clock, NULL);
    *off_s = (now.ms - shown.ms) / 1000;
    if (!app_begin(app, RIGHT_SHIFT, err))
        return false;
    body_begin(&body);
    body_number(&body, "clock", shown.ms);
    body_number(&body, "off", *off_s);
    done = save(app, "shift.started", NULL, &body, err);
    buf_release(&body);
    return done;
}

static bool
is_holder(const struct app *app, const struct shift_row *shift, struct rc_error *err)
{
    if (!*shift->holder)
        return rc_fail(err, RC_E_NO_SHIFT, NULL, NULL);
    return strcmp(shift->holder, app->badge) == 0 ||
           rc_fail(err, RC_E_SHIFT_OF, shift->holder, NULL);
}

bool
shift_may_hand_over(struct app *app, struct rc_error *err)
{
    struct shift_row shift;
    bool may;

    if (!right_needed(app->roles, RIGHT_SHIFT, err) || !store_shift(app->store, &shift, err))
        return false;
    may = is_holder(app, &shift, err);
    shift_row_release(&shift);
    return may;
}

/* May the officer with this badge take a shift over? */
static bool
may_take(struct app *app, const char *badge, struct rc_error *err)
{
    struct officers officers = {0};
    const struct officer_row *officer;
    role_set roles = 0;
    bool may = false;

    if (strcmp(badge, app->badge) == 0)
        return rc_fail(err, RC_E_SHIFT_TO_SELF, NULL, NULL);
    if (!store_officers(app->store, &officers, err))
        return false;
    officer = officer_with(&officers, badge);
    if (!officer)
        rc_fail(err, RC_E_NO_OFFICER, badge, NULL);
    else if (!officer->active)
        rc_fail(err, RC_E_OFFICER_DISABLED, badge, NULL);
    else if (!roles_parse(officer->role, &roles) || !role_may(roles, RIGHT_SHIFT))
        rc_fail(err, RC_E_SHIFT_TAKER, badge, NULL);
    else
        may = true;
    officers_release(&officers);
    return may;
}

static void
add_board(struct buf *body, const struct board *board)
{
    struct buf rows = {0};

    buf_addc(&rows, '[');
    for (size_t i = 0; i < board->trains.n; i++) {
        const struct board_row *row = &board->rows[i];

        buf_adds(&rows, i ? ",[" : "[");
        buf_add_json(&rows, row->train->uuid);
        buf_addc(&rows, ',');
        buf_add_json(&rows, row->train->number);
        buf_addf(&rows, ",%d,%d,%d,", row->standing.left, row->train->returns, row->train->grave);
        if (row->planned)
            buf_addf(&rows, "%" PRId64 "]", row->minutes);
        else
            buf_adds(&rows, "null]");
    }
    buf_addc(&rows, ']');
    body_json(body, "trains", buf_text(&rows));
    buf_release(&rows);
}

bool
shift_hand_over(struct app *app, const char *to, const char *note, struct rc_error *err)
{
    struct uuid id = uuid_new(app->env);
    struct buf body = {0};
    struct board board = {0};
    char text[40];
    bool done;

    if (!app_begin(app, RIGHT_SHIFT, err))
        return false;
    done = shift_board(app, &board, err) && is_holder(app, &board.shift, err) &&
           may_take(app, to, err);
    if (done) {
        uuid_text(&id, text);
        body_begin(&body);
        body_text(&body, "id", text);
        body_text(&body, "to", to);
        body_text(&body, "note", *note ? note : NULL);
        add_board(&body, &board);
        done = save(app, "shift.handed", NULL, &body, err);
    } else
        app_rollback(app);
    board_release(&board);
    buf_release(&body);
    return done;
}

bool
shift_waits(struct app *app, char *giver, size_t size, struct rc_error *err)
{
    struct shift_row shift;

    snprintf(giver, size, "%s", "");
    if (!store_shift(app->store, &shift, err))
        return false;
    if (*shift.uuid && strcmp(shift.taker, app->badge) == 0)
        snprintf(giver, size, "%s", shift.giver);
    shift_row_release(&shift);
    return true;
}

bool
shift_take(struct app *app, struct rc_error *err)
{
    struct shift_row shift = {0};
    struct buf body = {0};
    bool done;

    if (!app_begin(app, RIGHT_SHIFT, err))
        return false;
    done = store_shift(app->store, &shift, err);
    if (done && (!*shift.uuid || strcmp(shift.taker, app->badge) != 0))
        done = rc_fail(err, RC_E_NO_HAND_OVER, app->badge, NULL);
    if (done) {
        body_begin(&body);
        body_text(&body, "id", shift.uuid);
        done = save(app, "shift.taken", NULL, &body, err);
    } else
        app_rollback(app);
    shift_row_release(&shift);
    buf_release(&body);
    return done;
}

/* --- the planned departure --- */

/* The moment that was typed; false when it is none, or lies before the arrival. */
static bool
departure(struct moment now, const struct train_row *train, const char *when, struct moment *out,
          struct rc_error *err)
{
    struct moment from = {.ms = now.ms - LATE_MS, .offset_min = now.offset_min};
    struct moment arrived = {train->arrived_at, train->arrived_offset};
    struct day_time time;
    char text[MOMENT_TEXT];

    if (arrived.ms > from.ms)
        from.ms = arrived.ms;
    if (!day_time_read(when, &time) || !day_time_next(&time, time.day ? now : from, out))
        return rc_fail(err, RC_E_DEPARTURE, when, NULL);
    return out->ms >= arrived.ms ||
           rc_fail(err, RC_E_DEPARTS_EARLY, moment_text(arrived, MOMENT_DAY_CLOCK, text), NULL);
}

bool
train_plan_departure(struct app *app, int64_t train, const char *when, struct moment *departs,
                     struct rc_error *err)
{
    struct moment now = shift_clock_now(app);
    struct trains trains = {0};
    struct buf body = {0};
    bool done;

    *departs = (struct moment){0};
    if (!app_begin(app, RIGHT_LIST, err))
        return false;
    done = store_train(app->store, train, &trains, err);
    if (done && !trains.n)
        done = rc_fail(err, RC_E_TRAIN_UNKNOWN, "-", NULL);
    if (done && strcmp(trains.rows[0].state, train_state_name(TRAIN_RELEASED)) == 0)
        done = rc_fail(err, RC_E_TRAIN_GONE, NULL, NULL);
    if (done && strcmp(trains.rows[0].state, train_state_name(TRAIN_WITHDRAWN)) == 0)
        done = rc_fail(err, RC_E_TRAIN_WITHDRAWN, NULL, NULL);
    if (done && *when)
        done = departure(now, &trains.rows[0], when, departs, err);
    if (done) {
        body_begin(&body);
        if (*when) {
            body_number(&body, "departs", departs->ms);
            body_number(&body, "offset", departs->offset_min);
        }
        done = save(app, "train.planned", trains.rows[0].uuid, &body, err);
    } else
        app_rollback(app);
    trains_release(&trains);
    buf_release(&body);
    return done;
}
