/* SPDX-License-Identifier: ISC */
/* Private to app: recording in the name of somebody else, and several events at one moment. */
#ifndef RC_APP_RECORD_H
#define RC_APP_RECORD_H

#include "app/app.h"

/* The actor of what the program does by itself. */
#define ACTOR_SYSTEM "system"

/* Now, by all clocks, and the event that the next one follows. */
struct stamp {
    struct moment now;
    int64_t uptime;
    struct tip tip;
};

/* Reads clocks and chain. A wall clock that went back, or jumped against the time since boot, is
 * recorded first. A failure ends the transaction. */
bool record_stamp(struct app *app, struct stamp *stamp, struct rc_error *err);
/* Appends an event at the moment of the stamp, which moves on to it. A failure ends the
 * transaction. */
bool record_at(struct app *app, struct stamp *stamp, const char *actor, const char *kind,
               const char *train, const char *wagon, const char *body, struct rc_error *err);

#endif
