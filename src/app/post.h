/* SPDX-License-Identifier: ISC */
/* The settings of the post. */
#ifndef RC_APP_POST_H
#define RC_APP_POST_H

#include "app/app.h"
#include "trail/head_code.h"

#define POST_FAST_MAX 60 /* seconds */

/* What is changed; NULL or -1: stays as it is. */
struct post_change {
    const char *name;
    const char *mirror; /* full path of a folder that can be written to; "" none */
    const char *region; /* base/region.h: "local", "iso" */
    int fast_s;         /* 0 to POST_FAST_MAX */
};

/*
 * Changes the settings (RIGHT_SETTINGS). A new mirror is filled at once. Errors: RC_E_EMPTY,
 * RC_E_LIST_LONG, RC_E_PEOPLE_TEXT (name), RC_E_NO_FOLDER, RC_E_FAST, RC_E_REGION.
 */
bool post_change(struct app *app, const struct post_change *change, struct rc_error *err);
/* The code of this installation's public key, as it stands in the log book of the post; "" it has
 * no key yet. */
void post_key_code(const struct post_settings *settings, char out[HEAD_CODE]);
/* Dates and numbers are shown as the post wants them from now on. */
bool post_take_region(struct app *app, struct rc_error *err);
/* Is the folder on the disk of the data? Then a lost disk takes the mirror with it. */
bool post_same_disk(const struct app *app, const char *folder);

#endif
