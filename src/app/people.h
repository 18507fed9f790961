/* SPDX-License-Identifier: ISC */
/*
 * The people of a post: who they are, what roles they have, their PINs, and logging in. A PIN keeps
 * others from the keyboard of a running program; it does not protect the file.
 */
#ifndef RC_APP_PEOPLE_H
#define RC_APP_PEOPLE_H

#include "app/app.h"

#define PIN_MIN 4 /* digits; they sit on one key in every layout */
#define PIN_MAX 12

/* What is to be changed; NULL keeps. roles: "officer lead". */
struct people_fields {
    const char *name;
    const char *roles;
};

/* Is it one line of 1 to max characters that can be shown? what names the field in the message. */
bool people_text_fits(const char *text, size_t max, const char *what, struct rc_error *err);

/* All need RIGHT_PEOPLE. The last active administrator stays one: RC_E_LAST_ADMIN. */
bool people_add(struct app *app, const char *name, const char *badge, const char *roles,
                struct rc_error *err);
bool people_change(struct app *app, const char *badge, const struct people_fields *fields,
                   struct rc_error *err);
bool people_disable(struct app *app, const char *badge, struct rc_error *err);
bool people_enable(struct app *app, const char *badge, struct rc_error *err);

/* A new PIN, "" takes it away: one's own with RIGHT_SELF, that of others with RIGHT_PEOPLE. */
bool people_set_pin(struct app *app, const char *badge, const char *pin, struct rc_error *err);

/*
 * Puts the officer with this badge to work when the PIN is his (NULL or "" when he has none), and
 * records it; a wrong PIN is recorded too. After three wrong ones in a row RC_E_LOGIN_WAIT tells
 * how many seconds to wait, longer after each. On failure the officer at work stays.
 */
bool people_login(struct app *app, const char *badge, const char *pin, struct rc_error *err);
/* Must somebody log in before the screens open: more than one may work here, or the only one has a
 * PIN? */
bool people_login_needed(struct app *app, bool *needed, struct rc_error *err);

#endif
