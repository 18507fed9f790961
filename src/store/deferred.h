/* SPDX-License-Identifier: ISC */
/*
 * Room-private. What a replay of all events puts off: of each wagon the last event behind which the
 * section "after" has not been run yet.
 */
#ifndef RC_STORE_DEFERRED_H
#define RC_STORE_DEFERRED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "store/names.h"
#include "store/project.h"

/* One wagon; its id is 0 in a free slot. */
struct deferred_wagon {
    struct fact last; /* no body; kind NULL: nothing is put off */
    bool begun; /* "after" has changed its row once: from then on only the last event counts */
};

/* A hash table; zeroed it is a valid empty one. */
struct deferred {
    struct deferred_wagon *slots;
    size_t n, cap;
    struct names kinds; /* keeps the texts of the kinds */
};

/* The entry of the wagon (an id, not 0), made when it is new. Valid until the next call. */
struct deferred_wagon *deferred_wagon(struct deferred *d, int64_t wagon);
/* Puts the event of entry w off, in place of an earlier one. The body is not kept. */
void deferred_put(struct deferred *d, struct deferred_wagon *w, const struct fact *f);
void deferred_release(struct deferred *d);

#endif
