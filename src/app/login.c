/* SPDX-License-Identifier: ISC */
/* Logging in. */
#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "app/body.h"
#include "app/officer.h"
#include "app/people.h"
#include "base/buf.h"
#include "trail/pin.h"

#define FREE_TRIES 3
#define WAIT_FIRST                                                                                 \
    10 /* seconds, after that many wrong PINs in a row; then twice as long each time */
#define WAIT_LONGEST 900

static int64_t
wait_after(int in_a_row)
{
    int64_t wait = WAIT_FIRST;

    if (in_a_row < FREE_TRIES)
        return 0;
    for (int i = FREE_TRIES; i < in_a_row && wait < WAIT_LONGEST; i++)
        wait *= 2;
    return wait < WAIT_LONGEST ? wait : WAIT_LONGEST;
}

/* Must one still wait? Time is counted since the machine was started, where that is possible: the
 * wall clock can be set. One that was set back across a restart lets in, for else nobody could
 * ever log in again. */
static bool
may_try(struct app *app, const char *badge, struct rc_error *err)
{
    struct failed_logins failed;
    int64_t passed, left;
    char seconds[24];

    if (!store_failed_logins(app->store, badge, &failed, err))
        return false;
    if (failed.in_a_row < FREE_TRIES)
        return true;
    if (strcmp(failed.boot, app->env->boot) == 0)
        passed = app->env->uptime(app->env->context) - failed.uptime;
    else
        passed = app->env->now(app->env->context).ms - failed.at;
    left = passed < 0 ? 0 : wait_after(failed.in_a_row) - passed / 1000;
    if (left <= 0)
        return true;
    snprintf(seconds, sizeof seconds, "%" PRId64, left);
    return rc_fail(err, RC_E_LOGIN_WAIT, seconds, badge);
}

/* Records the failure in the name of the program: who typed is not known. */
static bool
record_failure(struct app *app, const char *badge, struct rc_error *err)
{
    struct buf body = {0};
    char actor[sizeof app->actor];
    bool done;

    memcpy(actor, app->actor, sizeof actor);
    snprintf(app->actor, sizeof app->actor, "system");
    body_begin(&body);
    body_text(&body, "badge", badge);
    body_end(&body);
    done =
        app_record(app, "login.failed", NULL, NULL, buf_text(&body), err) && app_commit(app, err);
    memcpy(app->actor, actor, sizeof actor);
    buf_release(&body);
    return done;
}

/* Inside the transaction (or on a database that can only be read, where nothing is recorded). Every
 * path ends the transaction. */
static bool
log_in(struct app *app, const struct officer_row *officer, const char *pin, struct rc_error *err)
{
    const bool record = !store_read_only(app->store);
    struct app before = *app;

    if (*officer->pin) {
        if (!pin || !*pin)
            return rc_fail(err, RC_E_PIN_NEEDED, officer->badge, NULL);
        if (!may_try(app, officer->badge, err))
            return false;
        if (!pin_matches(officer->pin, pin)) {
            if (record && !record_failure(app, officer->badge, err))
                return false;
            return rc_fail(err, RC_E_PIN_WRONG, officer->badge, NULL);
        }
    }
    officer_take(app, officer, true);
    if (right_needed(app->roles, RIGHT_SELF, err) &&
        (!record || (app_record(app, "login.made", NULL, NULL, "{}", err) && app_commit(app, err))))
        return true;
    *app = before;
    return false;
}

bool
people_login(struct app *app, const char *badge, const char *pin, struct rc_error *err)
{
    const struct officer_row *officer = NULL;
    struct officers officers = {0};
    bool done = false;

    if (!store_read_only(app->store) && !store_begin(app->store, err))
        return false;
    if (!store_officers(app->store, &officers, err))
        goto out;
    officer = officer_with(&officers, badge);
    if (!officer)
        rc_fail(err, RC_E_NO_OFFICER, badge, NULL);
    else if (!officer->active)
        rc_fail(err, RC_E_OFFICER_DISABLED, badge, NULL);
    else
        done = log_in(app, officer, pin, err);
out:
    /* Harmless after a commit. */
    app_rollback(app);
    officers_release(&officers);
    return done;
}

bool
people_login_needed(struct app *app, bool *needed, struct rc_error *err)
{
    struct officers officers = {0};
    size_t active = 0;
    bool pin = false;

    if (!store_officers(app->store, &officers, err))
        return false;
    for (size_t i = 0; i < officers.n; i++) {
        if (officers.rows[i].active) {
            active++;
            pin = pin || *officers.rows[i].pin;
        }
    }
    *needed = active > 1 || pin;
    officers_release(&officers);
    return true;
}
