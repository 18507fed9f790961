/* SPDX-License-Identifier: ISC */
/* Room-private. What an event changes in the tables that screens and exports read. */
#ifndef RC_STORE_PROJECT_H
#define RC_STORE_PROJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct store;

/* An event in the database's own numbers. */
struct fact {
    int64_t event, at, actor;
    int64_t train, wagon; /* 0: none */
    const char *kind, *body;
};

/* Projects the event, which is the newest one and already stored. An undo or redo marks its step
 * and projects the wagon anew. */
bool project_event(struct store *s, const struct fact *f, struct rc_error *err);
/* Empties all projections and projects all events; inside a transaction. */
bool project_all(struct store *s, struct rc_error *err);

#endif
