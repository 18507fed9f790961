/* SPDX-License-Identifier: ISC */
/* The one way events come to be: chained by the trail, appended and projected by the store, sealed,
 * and copied to the tape. */
#include "config.h"

#include "app/record.h"

#include <string.h>

#include "app/body.h"
#include "app/clock.h"
#include "app/keeping.h"
#include "app/officer.h"
#include "app/seal_chain.h"
#include "app/tapes.h"
#include "base/buf.h"
#include "trail/event_hash.h"

bool
app_begin(struct app *app, enum right right, struct rc_error *err)
{
    if (!app->proven)
        return rc_fail(err, RC_E_PIN_NEEDED, app->badge, NULL);
    if (!right_needed(app->roles, right, err))
        return false;
    if (store_read_only(app->store))
        return rc_fail(err, RC_E_READ_ONLY, NULL, NULL);
    if (!store_begin(app->store, err))
        return false;
    /* An administrator may have changed his rights since he began to work. */
    if (officer_again(app, err) && right_needed(app->roles, right, err))
        return true;
    app_rollback(app);
    return false;
}

bool
app_commit(struct app *app, struct rc_error *err)
{
    if (!seal_chain(app, err) || !store_commit(app->store, err))
        return false;
    tapes_follow(app);
    return true;
}

void
app_rollback(struct app *app)
{
    app->keeping->due = false;
    store_rollback(app->store);
}

bool
record_at(struct app *app, struct stamp *stamp, const char *actor, const char *kind,
          const char *train, const char *wagon, const char *body, struct rc_error *err)
{
    struct event e = {
        .device = app->device,
        .seq = stamp->tip.seq + 1,
        .at = stamp->now.ms,
        .utc_offset = stamp->now.offset_min,
        .boot = app->env->boot,
        .uptime = stamp->uptime,
        .actor = actor,
        .kind = kind,
        .train = train,
        .wagon = wagon,
        .body = body,
    };

    event_hash(stamp->tip.hash, &e, e.hash);
    if (!store_append(app->store, &e, err)) {
        app_rollback(app);
        return false;
    }
    stamp->tip.seq = e.seq;
    memcpy(stamp->tip.hash, e.hash, sizeof e.hash);
    app->keeping->seq = e.seq;
    app->keeping->due = app->keeping->due || seal_at_once(kind);
    return true;
}

static bool
flag_clock(struct app *app, struct stamp *stamp, const char *what, struct rc_error *err)
{
    struct buf body = {0};
    bool done;

    body_begin(&body);
    body_text(&body, "what", what);
    body_number(&body, "was", stamp->tip.at);
    body_number(&body, "now", stamp->now.ms);
    body_end(&body);
    done = record_at(app, stamp, ACTOR_SYSTEM, "clock.flagged", NULL, NULL, buf_text(&body), err);
    buf_release(&body);
    return done;
}

bool
record_stamp(struct app *app, struct stamp *stamp, struct rc_error *err)
{
    struct clock_reading before, now;

    stamp->now = app->env->now(app->env->context);
    stamp->uptime = app->env->uptime(app->env->context);
    if (!store_tip(app->store, app->device, &stamp->tip, err)) {
        app_rollback(app);
        return false;
    }
    if (!stamp->tip.seq)
        return true;
    before = (struct clock_reading){stamp->tip.at, stamp->tip.uptime, stamp->tip.boot};
    now = (struct clock_reading){stamp->now.ms, stamp->uptime, app->env->boot};
    switch (clock_step(&before, &now)) {
    case CLOCK_BACK:
        return flag_clock(app, stamp, "back", err);
    case CLOCK_JUMP:
        return flag_clock(app, stamp, "jump", err);
    case CLOCK_FINE:
        break;
    }
    return true;
}

bool
app_record(struct app *app, const char *kind, const char *train, const char *wagon,
           const char *body, struct rc_error *err)
{
    struct stamp stamp;

    return record_stamp(app, &stamp, err) &&
           record_at(app, &stamp, app->actor, kind, train, wagon, body, err);
}
