/* SPDX-License-Identifier: ISC */
/* Plain mode: one's own PIN, and the people of the post for administrators. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "core/rights.h"
#include "i18n/i18n.h"

enum { PEOPLE_ADD = 1, PEOPLE_NAME, PEOPLE_ROLES, PEOPLE_PIN, PEOPLE_ACTIVE };

static const struct plain_command people_commands[] = {
    {PEOPLE_ADD, 'a', N_("add"), N_("adds an officer; his badge may follow")},
    {PEOPLE_NAME, 'e', N_("name"), N_("another name; the badge follows")},
    {PEOPLE_ROLES, 'r', N_("roles"), N_("other roles; the badge follows")},
    {PEOPLE_PIN, 'p', N_("PIN"), N_("a new PIN, or none; the badge follows")},
    {PEOPLE_ACTIVE, 'd', N_("disable"), N_("disables an officer, or enables him; badge follows")},
};

/* --- PIN --- */

/* Typed without echo: digits of any layout as digits. */
static bool
ask_pin(struct plain *p, const char *question, char out[CLI_PIN])
{
    char typed[CLI_PIN];
    bool read = plain_secret(p, question, typed, sizeof typed);

    *out = '\0';
    if (read && *typed && !plain_number(p, typed, out, CLI_PIN))
        memcpy(out, typed, CLI_PIN); /* that it is no PIN is said where it is set */
    explicit_bzero(typed, sizeof typed);
    return read;
}

static bool
set_pin(struct plain *p, const char *badge, const char *old, struct rc_error *err)
{
    char pin[CLI_PIN], again[CLI_PIN];
    bool done = false;

    plain_say(p, "%s",
              _("4 to 12 digits; both empty: no PIN. It keeps others from this keyboard, it does "
                "not protect the file."));
    if (ask_pin(p, _("New PIN"), pin) && ask_pin(p, _("The same again"), again)) {
        /* Whoever found the keyboard unlocked shall not lock the officer out. */
        if (strcmp(pin, again) != 0)
            rc_fail(err, RC_E_PIN_DIFFERS, NULL, NULL);
        else
            done = (!old || people_login(p->app, badge, old, err)) &&
                   people_set_pin(p->app, badge, pin, err);
        if (plain_done(p, done, err))
            plain_say(p, *pin ? _("Badge %s has a new PIN") : _("Badge %s has no PIN now"), badge);
    }
    explicit_bzero(pin, sizeof pin);
    explicit_bzero(again, sizeof again);
    return done;
}

/* Has he a PIN, and is he the officer at work? */
static bool
has_own(struct plain *p, const char *badge)
{
    struct officers officers = {0};
    struct rc_error err = {0};
    bool has = false;

    if (strcmp(badge, p->app->badge) != 0)
        return false;
    if (!store_officers(p->app->store, &officers, &err))
        plain_error(p, &err);
    for (size_t i = 0; i < officers.n; i++)
        has = has || (strcmp(officers.rows[i].badge, badge) == 0 && *officers.rows[i].pin);
    officers_release(&officers);
    return has;
}

void
plain_pin(struct plain *p, const char *badge)
{
    struct rc_error err = {0};
    char old[CLI_PIN] = "";
    bool own = has_own(p, badge);

    if (!own || ask_pin(p, _("PIN until now"), old))
        set_pin(p, badge, own ? old : NULL, &err);
    explicit_bzero(old, sizeof old);
}

/* --- people --- */

static void
add_roles(struct buf *out, const char *text)
{
    const char *between = "";
    role_set roles;

    if (!roles_parse(text, &roles))
        return;
    for (int i = 0; i < ROLES_COUNT; i++) {
        if (roles & 1u << i) {
            buf_addf(out, "%s%s", between, _(role_words((enum role)i)));
            between = ", ";
        }
    }
}

static void
say_officer(struct plain *p, const struct officer_row *o)
{
    struct buf line = {0};

    buf_addf(&line, _("badge %s, %s: "), o->badge, o->name);
    add_roles(&line, o->role);
    buf_addf(&line, ", %s", *o->pin ? _("has a PIN") : _("no PIN"));
    if (!o->active)
        buf_addf(&line, ", %s", _("disabled"));
    plain_say(p, "%s", buf_text(&line));
    buf_release(&line);
}

/* The officer whose badge is typed; NULL after saying that there is none. */
static const struct officer_row *
which(struct plain *p, const struct officers *officers)
{
    char *badge = plain_ask(p, _("Badge number:"), NULL);
    const struct officer_row *found = NULL;

    for (size_t i = 0; badge && i < officers->n; i++) {
        if (strcmp(officers->rows[i].badge, badge) == 0)
            found = &officers->rows[i];
    }
    if (badge && !found)
        plain_say(p, _("no officer has badge %s: the list above says all"), badge);
    free(badge);
    return found;
}

/* The roles whose numbers stand in text, "1 4"; 0 when it holds anything else. */
static role_set
roles_meant(const struct plain *p, const char *text)
{
    role_set roles = 0;

    while (*text) {
        size_t len = strcspn(text, " ,");
        char *word = rc_memdup(text, len);
        size_t at = len ? plain_position(p, word, ROLES_COUNT) : 0;

        free(word);
        if (len && !at)
            return 0;
        if (len)
            roles |= 1u << (at - 1);
        text += len + (text[len] != '\0');
    }
    return roles;
}

/* Asks for roles, offering those that he has now; free it. NULL: left. */
static char *
ask_roles(struct plain *p, const char *now)
{
    struct buf offered = {0}, names = {0};
    role_set roles = 0, has = 0;
    char *typed;

    roles_parse(now, &has);
    for (int i = 0; i < ROLES_COUNT; i++) {
        plain_say(p, "%d %s", i + 1, _(role_words((enum role)i)));
        if (has & 1u << i)
            buf_addf(&offered, "%s%d", offered.len ? " " : "", i + 1);
    }
    while (!roles && (typed = plain_ask(p, _("Roles, the numbers of all that he has:"),
                                        buf_text(&offered))) != NULL) {
        roles = roles_meant(p, typed);
        if (!roles)
            plain_say(p, _("A role is a number from 1 to %d, with blanks between: 1 2"),
                      ROLES_COUNT);
        free(typed);
    }
    buf_release(&offered);
    if (!roles)
        return NULL;
    roles_text(roles, &names);
    return buf_detach(&names);
}

static void
add(struct plain *p)
{
    char *badge = plain_ask(p, _("Badge number:"), NULL), *name = NULL, *roles = NULL;
    struct rc_error err = {0};

    if (badge)
        name = plain_ask(p, _("Officer, full name:"), NULL);
    if (name)
        roles = ask_roles(p, role_name(ROLE_OFFICER));
    if (roles)
        plain_done(p, people_add(p->app, name, badge, roles, &err), &err);
    free(badge);
    free(name);
    free(roles);
}

static void
change(struct plain *p, int act, const struct officer_row *o)
{
    struct rc_error err = {0};
    char *value;

    switch (act) {
    case PEOPLE_NAME:
        value = plain_ask(p, _("Officer, full name:"), o->name);
        if (value)
            plain_done(
                p, people_change(p->app, o->badge, &(struct people_fields){.name = value}, &err),
                &err);
        free(value);
        break;
    case PEOPLE_ROLES:
        value = ask_roles(p, o->role);
        if (value)
            plain_done(
                p, people_change(p->app, o->badge, &(struct people_fields){.roles = value}, &err),
                &err);
        free(value);
        break;
    case PEOPLE_PIN:
        plain_pin(p, o->badge);
        break;
    default:
        plain_done(p,
                   o->active ? people_disable(p->app, o->badge, &err)
                             : people_enable(p->app, o->badge, &err),
                   &err);
        break;
    }
}

void
plain_people(struct plain *p)
{
    struct rc_error err = {0};
    int act = PLAIN_AGAIN;

    if (!right_needed(p->app->roles, RIGHT_PEOPLE, &err)) {
        plain_error(p, &err);
        return;
    }
    while (!p->over && act != PLAIN_BACK) {
        struct officers officers = {0};
        const struct officer_row *officer;

        if (!store_officers(p->app->store, &officers, &err)) {
            plain_error(p, &err);
            officers_release(&officers);
            return;
        }
        for (size_t i = 0; !p->quiet && i < officers.n; i++)
            say_officer(p, &officers.rows[i]);
        act = plain_command(p, people_commands, ARRAY_LEN(people_commands), "aerpd",
                            _("people of the post: h back"));
        if (act == PEOPLE_ADD) {
            add(p);
        } else if (act > 0) {
            officer = which(p, &officers);
            if (officer)
                change(p, act, officer);
        } else if (act == 0) {
            plain_unknown(p);
        }
        officers_release(&officers);
    }
}
