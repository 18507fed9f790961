/* SPDX-License-Identifier: ISC */
/*
 * Private to app: the tape beside the database and its mirror on another medium. A tape that cannot
 * be written never stops the work: it is said once (app_news) and caught up when it can be.
 */
#ifndef RC_APP_TAPES_H
#define RC_APP_TAPES_H

#include "app/app.h"

/* DIR/railcheck.tape; FOLDER/DEVICE.tape, NULL without a folder. Free them. */
char *tapes_path(const char *dir);
char *tapes_mirror_path(const char *folder, const char *device);

/*
 * On opening for work: a tape that is behind is completed; one that goes on where the database ends
 * gives its events back. False: the tape contradicts the database (RC_E_TAPE_OTHER), or the
 * database itself fails. A mirror that contradicts it is only told.
 */
bool tapes_open(struct app *app, struct rc_error *err);
/* For a database that is being made: its tape comes with the first commit. */
void tapes_begin(struct app *app);
/* After a commit: brings both up to the database. */
void tapes_follow(struct app *app);
void tapes_close(struct app *app);

#endif
