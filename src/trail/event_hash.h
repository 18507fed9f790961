/* SPDX-License-Identifier: ISC */
/* Which columns of an event its hash covers and in which order: known here alone. */
#ifndef RC_TRAIL_EVENT_HASH_H
#define RC_TRAIL_EVENT_HASH_H

#include "core/event.h"
#include "trail/trail.h"

/* The hash of e (all but e->hash itself) after prev: the hash of the device's event before, 32 zero
 * bytes for its first. */
void event_hash(const unsigned char prev[TRAIL_HASH], const struct event *e,
                unsigned char out[TRAIL_HASH]);

#endif
