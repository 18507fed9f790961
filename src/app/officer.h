/* SPDX-License-Identifier: ISC */
/* Private to app: the officer at work, as the database knows him. */
#ifndef RC_APP_OFFICER_H
#define RC_APP_OFFICER_H

#include "app/app.h"

/* The officer with this badge, NULL when there is none. */
const struct officer_row *officer_with(const struct officers *officers, const char *badge);
/* Puts him to work. */
void officer_take(struct app *app, const struct officer_row *officer, bool proven);
/* Puts the one with this badge (NULL: the first active one) to work; without a PIN he is proven. */
bool officer_begin(struct app *app, const char *badge, struct rc_error *err);
/* Reads again what the officer at work may do: RC_E_OFFICER_DISABLED when he may no longer work.
 * Before the first officer is recorded nothing is asked. */
bool officer_again(struct app *app, struct rc_error *err);

#endif
