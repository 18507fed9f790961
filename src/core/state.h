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
    X(TRAIN_HELD, "held")                                                                          \
    X(TRAIN_WITHDRAWN, "withdrawn") /* its import was taken back */

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
/* May a step of the wagon still be taken back, or brought back? Not once the train is submitted. */
bool undo_allowed(enum train_state train, struct rc_error *err);
/* May the officer close the wagon: missing items and open seals must be 0. */
bool wagon_may_close(enum train_state train, enum wagon_state wagon, size_t missing,
                     struct rc_error *err);
/* May the train be submitted: some wagon is there, none is open (open counts those neither closed
 * nor struck out). */
bool train_may_submit(enum train_state train, size_t wagons, size_t open, struct rc_error *err);

/* May the import of the train be taken back: nothing was recorded on it yet (touched). */
bool train_may_withdraw(enum train_state train, bool touched, struct rc_error *err);
/* May a corrected list change the train: as long as it is not submitted. */
bool train_may_correct(enum train_state train, struct rc_error *err);

/* --- what a shift lead decides (product rules 9 and 13) --- */

#define DECISIONS(X)                                                                               \
    X(DECIDE_ACCEPT, "accepted", "review.accepted")                                                \
    X(DECIDE_RELEASE, "released", "train.released")                                                \
    X(DECIDE_HOLD, "held", "train.held")

enum decision {
#define X(id, meaning, kind) id,
    DECISIONS(X)
#undef X
};

/* What the signature means, as it is signed; the kind of event that records it. */
const char *decision_meaning(enum decision d);
const char *decision_kind(enum decision d);
/*
 * May the train be decided so? Accepted: a submitted one, not by one of those who inspected it
 * (own). Released: an accepted or held one without a wagon that has an open finding of severity
 * SEVERITY_HOLDS or more and is not held itself (grave: the number of such a wagon; NULL none).
 * Held: an accepted one, with a reason.
 */
bool decision_allowed(enum decision d, enum train_state train, bool own, const char *grave,
                      const char *reason, struct rc_error *err);
/* May a point be returned: the train is submitted or returned, the wagon not held or struck out. */
bool point_may_return(enum train_state train, enum wagon_state wagon, struct rc_error *err);
/* May the wagon be held, or, when it is held, be released again (grave: it has an open finding of
 * severity SEVERITY_HOLDS or more)? As long as the train is submitted, accepted or held. */
bool wagon_may_hold(enum train_state train, enum wagon_state wagon, struct rc_error *err);
bool wagon_may_release(enum train_state train, enum wagon_state wagon, bool grave,
                       const char *number, struct rc_error *err);
/* May a lead settle a finding after the train was submitted: until the train is released. */
bool finding_may_settle(enum train_state train, struct rc_error *err);

#endif
