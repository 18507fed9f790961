/* SPDX-License-Identifier: ISC */
/* States of a train and of a wagon, and which step may follow which (product rule 12). */
#ifndef RC_CORE_STATE_H
#define RC_CORE_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define TRAIN_STATES(X)                                                                            \
    X(TRAIN_LISTED, "listed")                                                                      \
    X(TRAIN_INSPECTING, "inspecting")                                                              \
    X(TRAIN_SUBMITTED, "submitted")                                                                \
    X(TRAIN_RETURNED, "returned")                                                                  \
    X(TRAIN_ACCEPTED, "accepted")                                                                  \
    X(TRAIN_RELEASED, "released")                                                                  \
    X(TRAIN_HELD, "held")

#define WAGON_STATES(X)                                                                            \
    X(WAGON_NOT_STARTED, "not_started", '.')                                                       \
    X(WAGON_IN_WORK, "in_work", '~')                                                               \
    X(WAGON_CLEAR, "clear", '+')     /* closed, no finding */                                      \
    X(WAGON_FINDING, "finding", '!') /* closed, with findings */                                   \
    X(WAGON_RETURNED, "returned", 'R')                                                             \
    X(WAGON_HELD, "held", 'X')                                                                     \
    X(WAGON_STRUCK, "struck", '/')

enum train_state {
#define X(id, name) id,
    TRAIN_STATES(X)
#undef X
};

enum wagon_state {
#define X(id, name, mark) id,
    WAGON_STATES(X)
#undef X
};

const char *train_state_name(enum train_state s);
bool train_state_parse(const char *name, enum train_state *out);
const char *wagon_state_name(enum wagon_state s);
bool wagon_state_parse(const char *name, enum wagon_state *out);
/* The character of the consist strip. */
char wagon_state_mark(enum wagon_state s);

/* Is the wagon closed (clear, finding, held)? Then only a correction with a reason changes it. */
bool wagon_is_closed(enum wagon_state s);
/* May answers, seals, findings of a wagon be changed freely / only as a correction / not at all? */
enum permission { CHANGE_FREE, CHANGE_CORRECTION, CHANGE_REFUSED };
enum permission change_allowed(enum train_state train, enum wagon_state wagon,
                               struct rc_error *err);
/* May the officer close the wagon: missing items and open seals must be 0. */
bool wagon_may_close(enum train_state train, enum wagon_state wagon, size_t missing,
                     struct rc_error *err);
/* May the train be submitted: some wagon is there, none is open (open counts those neither closed
 * nor struck out). */
bool train_may_submit(enum train_state train, size_t wagons, size_t open, struct rc_error *err);

#endif
