/* SPDX-License-Identifier: ISC */
/* What stands between a train and its release, for the one who has the shift. */
#ifndef RC_CORE_OBSTACLE_H
#define RC_CORE_OBSTACLE_H

#include "core/state.h"

/* In the order in which they are told. With a number behind the words where it says how many.
 *    id               code          words */
#define OBSTACLES(X)                                                                               \
    X(OBSTACLE_RETURNS, "returns", N_("points returned:"))                                         \
    X(OBSTACLE_GRAVE, "grave", N_("grave findings:"))                                              \
    X(OBSTACLE_WAGONS, "wagons", N_("wagons left:"))                                               \
    X(OBSTACLE_SUBMIT, "submit", N_("to be submitted"))                                            \
    X(OBSTACLE_REVIEW, "review", N_("waits for review"))                                           \
    X(OBSTACLE_HELD, "held", N_("held"))                                                           \
    X(OBSTACLE_EMPTY, "empty", N_("no wagon is listed"))

enum obstacle {
#define X(id, code, words) id,
    OBSTACLES(X)
#undef X
        OBSTACLES_COUNT
};

typedef unsigned obstacle_set; /* bit i: obstacle i */

/* Where a train stands. */
struct standing {
    enum train_state state;
    int wagons; /* not struck out */
    int left;   /* of them not closed */
    int returns;
    int grave; /* open findings of severity SEVERITY_HOLDS or more on wagons that are not held */
};

obstacle_set obstacles_of(const struct standing *s);
/* How many, for the obstacles that are counted; -1 for the others. */
int obstacle_count(enum obstacle o, const struct standing *s);
const char *obstacle_code(enum obstacle o);  /* permanent */
const char *obstacle_words(enum obstacle o); /* English; translate */

#endif
