/* SPDX-License-Identifier: ISC */
/* Who is at work. */
#include "config.h"

#include "app/officer.h"

#include <string.h>

const struct officer_row *
officer_with(const struct officers *officers, const char *badge)
{
    for (size_t i = 0; i < officers->n; i++) {
        if (strcmp(officers->rows[i].badge, badge) == 0)
            return &officers->rows[i];
    }
    return NULL;
}

void
officer_take(struct app *app, const struct officer_row *officer, bool proven)
{
    snprintf(app->actor, sizeof app->actor, "%s", officer->actor);
    snprintf(app->officer, sizeof app->officer, "%s", officer->name);
    snprintf(app->badge, sizeof app->badge, "%s", officer->badge);
    /* Roles that this program does not know give no rights. */
    if (!roles_parse(officer->role, &app->roles))
        app->roles = 0;
    app->proven = proven;
}

bool
officer_begin(struct app *app, const char *badge, struct rc_error *err)
{
    struct officers officers = {0};
    const struct officer_row *officer = NULL;
    bool done = false;

    if (!store_officers(app->store, &officers, err))
        return false;
    if (badge)
        officer = officer_with(&officers, badge);
    for (size_t i = 0; !badge && !officer && i < officers.n; i++) {
        if (officers.rows[i].active)
            officer = &officers.rows[i];
    }
    if (!officer)
        rc_fail(err, RC_E_NO_OFFICER, badge ? badge : "-", NULL);
    else if (!officer->active)
        rc_fail(err, RC_E_OFFICER_DISABLED, badge, NULL);
    else {
        officer_take(app, officer, !*officer->pin);
        done = true;
    }
    officers_release(&officers);
    return done;
}

bool
officer_again(struct app *app, struct rc_error *err)
{
    struct officers officers = {0};
    bool found = false, active = false;

    if (!store_officers(app->store, &officers, err))
        return false;
    for (size_t i = 0; i < officers.n && !found; i++) {
        found = strcmp(officers.rows[i].actor, app->actor) == 0;
        active = found && officers.rows[i].active;
        if (active)
            officer_take(app, &officers.rows[i], app->proven);
    }
    if (!found && officers.n == 0)
        active = true;
    officers_release(&officers);
    return active || rc_fail(err, RC_E_OFFICER_DISABLED, app->badge, NULL);
}
