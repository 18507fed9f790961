/* SPDX-License-Identifier: ISC */
/* Private to app: a tape read in step with the database's events. */
#ifndef RC_APP_VERIFY_COPY_H
#define RC_APP_VERIFY_COPY_H

#include "app/verify.h"
#include "trail/tape.h"
#include "trail/trail.h"

struct pass;

struct copy {
    struct verified_copy *out;
    struct tape_reader *reader; /* NULL: nothing more to compare */
    unsigned char prev[TRAIL_HASH];
};

/* Opens the tape at path (NULL: none is kept). Do it before the events are read: a tape is never
 * ahead of the database then, unless the database lost events. */
void copy_open(struct copy *c, struct verified_copy *out, const char *path);
/* Compares the next line with this event of the own device. */
void copy_event(struct pass *p, struct copy *c, const struct event *e);
/* After the last event: what follows on the tape is missing in the database. */
void copy_end(struct pass *p, struct copy *c);
void copy_close(struct copy *c);

#endif
