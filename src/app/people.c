/* SPDX-License-Identifier: ISC */
/* Managing people: adding, changing, PINs. */
#include "config.h"

#include "app/people.h"

#include <string.h>

#include "app/body.h"
#include "app/officer.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "base/uuid.h"
#include "trail/pin.h"

#define NAME_MAX_CHARACTERS 60
#define BADGE_MAX_CHARACTERS 20

bool
people_text_fits(const char *text, size_t max, const char *what, struct rc_error *err)
{
    size_t n = 0, len = strlen(text);
    char have[24], most[24];

    for (size_t at = 0; at < len; n++) {
        uint32_t c;
        size_t step = utf8_decode(text + at, len - at, &c);

        if (step == 0 || utf8_hostile(c))
            return rc_fail(err, RC_E_PEOPLE_TEXT, what, NULL);
        at += step;
    }
    if (n == 0)
        return rc_fail(err, RC_E_EMPTY, what, NULL);
    snprintf(have, sizeof have, "%zu", n);
    snprintf(most, sizeof most, "%zu", max);
    return n <= max || rc_fail(err, RC_E_LIST_LONG, have, most);
}

/* Are they roles? Then as they are recorded: each once, in the order of the table. */
static bool
roles_recorded(const char *text, struct buf *out, role_set *roles, struct rc_error *err)
{
    if (!roles_parse(text, roles))
        return rc_fail(err, RC_E_NOT_ROLES, text, NULL);
    roles_text(*roles, out);
    return true;
}

/* Takes the lock and finds the officer with badge (NULL: none is looked for) among officers. */
static bool
begin(struct app *app, enum right right, struct officers *officers, const char *badge,
      const struct officer_row **found, struct rc_error *err)
{
    if (!app_begin(app, right, err))
        return false;
    if (store_officers(app->store, officers, err)) {
        if (!badge || (*found = officer_with(officers, badge)))
            return true;
        rc_fail(err, RC_E_NO_OFFICER, badge, NULL);
    }
    app_rollback(app);
    return false;
}

/* Records the change and reads the officer at work again: it may have been about him. */
static bool
save(struct app *app, const char *kind, struct buf *body, struct rc_error *err)
{
    body_end(body);
    if (!app_record(app, kind, NULL, NULL, buf_text(body), err) || !app_commit(app, err))
        return false;
    officer_again(app, NULL);
    return true;
}

static bool
is_admin(const struct officer_row *officer)
{
    role_set roles;

    return officer->active && roles_parse(officer->role, &roles) && role_may(roles, RIGHT_PEOPLE);
}

/* Is there an active administrator besides this one? */
static bool
another_admin(const struct officers *officers, const struct officer_row *but)
{
    for (size_t i = 0; i < officers->n; i++) {
        if (&officers->rows[i] != but && is_admin(&officers->rows[i]))
            return true;
    }
    return false;
}

bool
people_add(struct app *app, const char *name, const char *badge, const char *roles,
           struct rc_error *err)
{
    struct officers officers = {0};
    struct buf recorded = {0}, body = {0};
    role_set set;
    bool done = false;
    struct uuid id;
    char text[40];

    if (!right_needed(app->roles, RIGHT_PEOPLE, err) ||
        !people_text_fits(name, NAME_MAX_CHARACTERS, "name", err) ||
        !people_text_fits(badge, BADGE_MAX_CHARACTERS, "badge", err) ||
        !roles_recorded(roles, &recorded, &set, err) ||
        !begin(app, RIGHT_PEOPLE, &officers, NULL, NULL, err))
        goto out;
    if (officer_with(&officers, badge)) {
        rc_fail(err, RC_E_BADGE_TAKEN, badge, NULL);
        app_rollback(app);
        goto out;
    }
    id = uuid_new(app->env);
    uuid_text(&id, text);
    body_begin(&body);
    body_text(&body, "id", text);
    body_text(&body, "name", name);
    body_text(&body, "badge", badge);
    body_text(&body, "role", buf_text(&recorded));
    done = save(app, "officer.added", &body, err);
out:
    buf_release(&body);
    buf_release(&recorded);
    officers_release(&officers);
    return done;
}

bool
people_change(struct app *app, const char *badge, const struct people_fields *fields,
              struct rc_error *err)
{
    const struct officer_row *officer = NULL;
    struct officers officers = {0};
    struct buf recorded = {0}, body = {0};
    bool done = false, same_name, same_roles;
    role_set set = 0;

    if (!right_needed(app->roles, RIGHT_PEOPLE, err) ||
        (fields->name && !people_text_fits(fields->name, NAME_MAX_CHARACTERS, "name", err)) ||
        (fields->roles && !roles_recorded(fields->roles, &recorded, &set, err)) ||
        !begin(app, RIGHT_PEOPLE, &officers, badge, &officer, err))
        goto out;
    same_name = !fields->name || strcmp(fields->name, officer->name) == 0;
    same_roles = !fields->roles || strcmp(buf_text(&recorded), officer->role) == 0;
    if (fields->roles && is_admin(officer) && !role_may(set, RIGHT_PEOPLE) &&
        !another_admin(&officers, officer)) {
        rc_fail(err, RC_E_LAST_ADMIN, officer->badge, NULL);
        app_rollback(app);
    } else if (same_name && same_roles) {
        app_rollback(app);
        done = true;
    } else {
        body_begin(&body);
        body_text(&body, "id", officer->actor);
        body_text(&body, "name", same_name ? NULL : fields->name);
        body_text(&body, "role", same_roles ? NULL : buf_text(&recorded));
        done = save(app, "officer.changed", &body, err);
    }
out:
    buf_release(&body);
    buf_release(&recorded);
    officers_release(&officers);
    return done;
}

static bool
set_active(struct app *app, const char *badge, bool active, struct rc_error *err)
{
    const struct officer_row *officer = NULL;
    struct officers officers = {0};
    struct buf body = {0};
    bool done = false;

    if (!begin(app, RIGHT_PEOPLE, &officers, badge, &officer, err))
        goto out;
    if (!active && is_admin(officer) && !another_admin(&officers, officer)) {
        rc_fail(err, RC_E_LAST_ADMIN, officer->badge, NULL);
        app_rollback(app);
    } else if (officer->active == active) {
        app_rollback(app);
        done = true;
    } else {
        body_begin(&body);
        body_text(&body, "id", officer->actor);
        body_number(&body, "active", active);
        done = save(app, "officer.changed", &body, err);
    }
out:
    buf_release(&body);
    officers_release(&officers);
    return done;
}

bool
people_disable(struct app *app, const char *badge, struct rc_error *err)
{
    return set_active(app, badge, false, err);
}

bool
people_enable(struct app *app, const char *badge, struct rc_error *err)
{
    return set_active(app, badge, true, err);
}

static bool
pin_fits(const char *pin, struct rc_error *err)
{
    size_t len = strlen(pin);
    char least[12], most[12];

    if (len == 0 || (len >= PIN_MIN && len <= PIN_MAX && strspn(pin, "0123456789") == len))
        return true;
    snprintf(least, sizeof least, "%d", PIN_MIN);
    snprintf(most, sizeof most, "%d", PIN_MAX);
    return rc_fail(err, RC_E_PIN_SHAPE, least, most);
}

bool
people_set_pin(struct app *app, const char *badge, const char *pin, struct rc_error *err)
{
    enum right right = strcmp(badge, app->badge) == 0 ? RIGHT_SELF : RIGHT_PEOPLE;
    const struct officer_row *officer = NULL;
    struct officers officers = {0};
    char hash[PIN_HASH] = "";
    struct buf body = {0};
    bool done = false;

    if (!right_needed(app->roles, right, err) || !pin_fits(pin, err) ||
        (*pin && !pin_hash(pin, hash, err)) || !begin(app, right, &officers, badge, &officer, err))
        goto out;
    body_begin(&body);
    body_text(&body, "id", officer->actor);
    body_text(&body, "pin", hash);
    done = save(app, "officer.changed", &body, err);
out:
    buf_release(&body);
    officers_release(&officers);
    return done;
}
