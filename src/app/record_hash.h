/* SPDX-License-Identifier: ISC */
/* Private to app: the hash of an event, the same for writing and for verifying. */
#ifndef RC_APP_RECORD_HASH_H
#define RC_APP_RECORD_HASH_H

#include "store/event.h"
#include "trail/trail.h"

/* The hash of e (all but e->hash itself) after prev. */
void record_hash(const unsigned char prev[TRAIL_HASH], const struct event *e,
                 unsigned char out[TRAIL_HASH]);

#endif
