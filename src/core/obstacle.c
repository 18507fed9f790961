/* SPDX-License-Identifier: ISC */
/* What stands between a train and its release. */
#include "config.h"

#include "core/obstacle.h"

static const struct {
    const char *code, *words;
} table[OBSTACLES_COUNT] = {
#define X(id, code, words) [id] = {code, words},
    OBSTACLES(X)
#undef X
};

obstacle_set
obstacles_of(const struct standing *s)
{
    obstacle_set set = 0;

    if (s->returns > 0)
        set |= 1u << OBSTACLE_RETURNS;
    if (s->grave > 0)
        set |= 1u << OBSTACLE_GRAVE;
    switch (s->state) {
    case TRAIN_LISTED:
    case TRAIN_INSPECTING:
    case TRAIN_RETURNED:
        if (s->wagons <= 0)
            set |= 1u << OBSTACLE_EMPTY;
        else
            set |= 1u << (s->left > 0 ? OBSTACLE_WAGONS : OBSTACLE_SUBMIT);
        break;
    case TRAIN_SUBMITTED:
        set |= 1u << OBSTACLE_REVIEW;
        break;
    case TRAIN_HELD:
        set |= 1u << OBSTACLE_HELD;
        break;
    case TRAIN_ACCEPTED:
    case TRAIN_RELEASED:
    case TRAIN_WITHDRAWN:
        break;
    }
    return set;
}

int
obstacle_count(enum obstacle o, const struct standing *s)
{
    switch (o) {
    case OBSTACLE_RETURNS:
        return s->returns;
    case OBSTACLE_GRAVE:
        return s->grave;
    case OBSTACLE_WAGONS:
        return s->left;
    default:
        return -1;
    }
}

const char *
obstacle_code(enum obstacle o)
{
    return table[o].code;
}

const char *
obstacle_words(enum obstacle o)
{
    return table[o].words;
}
