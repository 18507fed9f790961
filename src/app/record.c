/* SPDX-License-Identifier: ISC */
/* The one way events come to be: chained by the trail, appended and projected by the store. */
#include "config.h"

#include "app/app.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/officer.h"
#include "app/record_hash.h"
#include "trail/trail.h"

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
    store_rollback(app->store);
    return false;
}

bool
app_commit(struct app *app, struct rc_error *err)
{
    return store_commit(app->store, err);
}

void
app_rollback(struct app *app)
{
    store_rollback(app->store);
}

/* The columns in the order in which they are hashed. */
void
record_hash(const unsigned char prev[TRAIL_HASH], const struct event *e,
            unsigned char out[TRAIL_HASH])
{
    char seq[24], at[24], offset[16], uptime[24];
    const struct trail_field fields[] = {
        {e->device}, {seq},     {at},       {offset},   {e->boot}, {uptime},
        {e->actor},  {e->kind}, {e->train}, {e->wagon}, {e->body},
    };

    snprintf(seq, sizeof seq, "%" PRId64, e->seq);
    snprintf(at, sizeof at, "%" PRId64, e->at);
    snprintf(offset, sizeof offset, "%d", e->utc_offset);
    snprintf(uptime, sizeof uptime, "%" PRId64, e->uptime);
    trail_hash(prev, fields, sizeof fields / sizeof *fields, out);
}

bool
app_record(struct app *app, const char *kind, const char *train, const char *wagon,
           const char *body, struct rc_error *err)
{
    struct moment now = app->env->now(app->env->context);
    unsigned char prev[TRAIL_HASH];
    struct event e = {
        .device = app->device,
        .at = now.ms,
        .utc_offset = now.offset_min,
        .boot = app->env->boot,
        .uptime = app->env->uptime(app->env->context),
        .actor = app->actor,
        .kind = kind,
        .train = train,
        .wagon = wagon,
        .body = body,
    };

    if (!store_head(app->store, app->device, &e.seq, prev, err)) {
        store_rollback(app->store);
        return false;
    }
    e.seq++;
    record_hash(prev, &e, e.hash);
    if (!store_append(app->store, &e, err)) {
        store_rollback(app->store);
        return false;
    }
    return true;
}
