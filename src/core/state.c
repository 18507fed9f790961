/* SPDX-License-Identifier: ISC */
/* States of train and wagon, and what may follow. */
#include "config.h"

#include "core/state.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"

static const char *const train_names[] = {
#define X(id, name) [id] = name,
    TRAIN_STATES(X)
#undef X
};

static const struct {
    const char *name;
    char mark;
} wagons[] = {
#define X(id, name, mark) [id] = {name, mark},
    WAGON_STATES(X)
#undef X
};

const char *
train_state_name(enum train_state s)
{
    return train_names[s];
}

bool
train_state_parse(const char *name, enum train_state *out)
{
    for (size_t i = 0; i < ARRAY_LEN(train_names); i++) {
        if (strcmp(train_names[i], name) == 0) {
            *out = (enum train_state)i;
            return true;
        }
    }
    return false;
}

const char *
wagon_state_name(enum wagon_state s)
{
    return wagons[s].name;
}

bool
wagon_state_parse(const char *name, enum wagon_state *out)
{
    for (size_t i = 0; i < ARRAY_LEN(wagons); i++) {
        if (strcmp(wagons[i].name, name) == 0) {
            *out = (enum wagon_state)i;
            return true;
        }
    }
    return false;
}

char
wagon_state_mark(enum wagon_state s)
{
    return wagons[s].mark;
}

bool
wagon_is_closed(enum wagon_state s)
{
    return s == WAGON_CLEAR || s == WAGON_FINDING || s == WAGON_HELD;
}

static bool
train_is_decided(enum train_state s)
{
    return s == TRAIN_ACCEPTED || s == TRAIN_RELEASED || s == TRAIN_HELD || s == TRAIN_WITHDRAWN;
}

static bool
fail_decided(enum train_state s, struct rc_error *err)
{
    return rc_fail(err, s == TRAIN_WITHDRAWN ? RC_E_TRAIN_WITHDRAWN : RC_E_TRAIN_DECIDED, NULL,
                   NULL);
}

enum permission
change_allowed(enum train_state train, enum wagon_state wagon, struct rc_error *err)
{
    if (train_is_decided(train)) {
        fail_decided(train, err);
        return CHANGE_REFUSED;
    }
    if (wagon == WAGON_STRUCK) {
        rc_fail(err, RC_E_WAGON_STRUCK, NULL, NULL);
        return CHANGE_REFUSED;
    }
    return wagon_is_closed(wagon) || train == TRAIN_SUBMITTED ? CHANGE_CORRECTION : CHANGE_FREE;
}

static bool
fail_count(struct rc_error *err, enum rc_code code, size_t n)
{
    char count[24];

    snprintf(count, sizeof count, "%zu", n);
    return rc_fail(err, code, count, NULL);
}

bool
undo_allowed(enum train_state train, struct rc_error *err)
{
    if (train_is_decided(train))
        return fail_decided(train, err);
    return train != TRAIN_SUBMITTED || rc_fail(err, RC_E_UNDO_SUBMITTED, NULL, NULL);
}

bool
wagon_may_close(enum train_state train, enum wagon_state wagon, size_t missing,
                struct rc_error *err)
{
    if (train_is_decided(train))
        return fail_decided(train, err);
    if (wagon == WAGON_STRUCK)
        return rc_fail(err, RC_E_WAGON_STRUCK, NULL, NULL);
    if (wagon_is_closed(wagon))
        return rc_fail(err, RC_E_WAGON_CLOSED, NULL, NULL);
    if (missing)
        return fail_count(err, RC_E_WAGON_MISSING, missing);
    return true;
}

bool
train_may_submit(enum train_state train, size_t wagons_listed, size_t open, struct rc_error *err)
{
    if (train_is_decided(train))
        return fail_decided(train, err);
    if (train == TRAIN_SUBMITTED)
        return rc_fail(err, RC_E_TRAIN_SUBMITTED, NULL, NULL);
    if (!wagons_listed)
        return rc_fail(err, RC_E_TRAIN_EMPTY, NULL, NULL);
    if (open)
        return fail_count(err, RC_E_TRAIN_OPEN, open);
    return true;
}

bool
train_may_withdraw(enum train_state train, bool touched, struct rc_error *err)
{
    if (train_is_decided(train))
        return fail_decided(train, err);
    return (!touched && train == TRAIN_LISTED) || rc_fail(err, RC_E_TRAIN_TOUCHED, NULL, NULL);
}

bool
train_may_correct(enum train_state train, struct rc_error *err)
{
    if (train_is_decided(train))
        return fail_decided(train, err);
    return train != TRAIN_SUBMITTED || rc_fail(err, RC_E_TRAIN_SUBMITTED, NULL, NULL);
}

static const struct {
    const char *meaning, *kind;
} decisions[] = {
#define X(id, meaning, kind) [id] = {meaning, kind},
    DECISIONS(X)
#undef X
};

const char *
decision_meaning(enum decision d)
{
    return decisions[d].meaning;
}

const char *
decision_kind(enum decision d)
{
    return decisions[d].kind;
}

bool
decision_allowed(enum decision d, enum train_state train, bool own, const char *grave,
                 const char *reason, struct rc_error *err)
{
    switch (d) {
    case DECIDE_ACCEPT:
        if (train != TRAIN_SUBMITTED)
            return rc_fail(err, RC_E_NOT_SUBMITTED, NULL, NULL);
        return !own || rc_fail(err, RC_E_OWN_INSPECTION, NULL, NULL);
    case DECIDE_RELEASE:
        if (train != TRAIN_ACCEPTED && train != TRAIN_HELD)
            return rc_fail(err, RC_E_NOT_ACCEPTED, NULL, NULL);
        return !grave || rc_fail(err, RC_E_GRAVE, grave, NULL);
    case DECIDE_HOLD:
        if (train != TRAIN_ACCEPTED)
            return rc_fail(err, RC_E_NOT_ACCEPTED, NULL, NULL);
        return (reason && *reason) || rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    }
    return false;
}

bool
point_may_return(enum train_state train, enum wagon_state wagon, struct rc_error *err)
{
    if (train != TRAIN_SUBMITTED && train != TRAIN_RETURNED)
        return rc_fail(err, RC_E_NOT_SUBMITTED, NULL, NULL);
    if (wagon == WAGON_STRUCK)
        return rc_fail(err, RC_E_WAGON_STRUCK, NULL, NULL);
    return wagon != WAGON_HELD || rc_fail(err, RC_E_WAGON_HELD, NULL, NULL);
}

static bool
lead_has_it(enum train_state train, struct rc_error *err)
{
    if (train == TRAIN_SUBMITTED || train == TRAIN_ACCEPTED || train == TRAIN_HELD)
        return true;
    return rc_fail(err, train == TRAIN_RELEASED ? RC_E_TRAIN_DECIDED : RC_E_NOT_SUBMITTED, NULL,
                   NULL);
}

bool
wagon_may_hold(enum train_state train, enum wagon_state wagon, struct rc_error *err)
{
    if (!lead_has_it(train, err))
        return false;
    if (wagon == WAGON_STRUCK)
        return rc_fail(err, RC_E_WAGON_STRUCK, NULL, NULL);
    return wagon != WAGON_HELD || rc_fail(err, RC_E_WAGON_HELD, NULL, NULL);
}

bool
wagon_may_release(enum train_state train, enum wagon_state wagon, bool grave, const char *number,
                  struct rc_error *err)
{
    if (!lead_has_it(train, err))
        return false;
    if (wagon != WAGON_HELD)
        return rc_fail(err, RC_E_WAGON_NOT_HELD, NULL, NULL);
    return !grave || rc_fail(err, RC_E_GRAVE_WAGON, number, NULL);
}

bool
finding_may_settle(enum train_state train, struct rc_error *err)
{
    return lead_has_it(train, err);
}
