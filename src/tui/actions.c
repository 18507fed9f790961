/* SPDX-License-Identifier: ISC */
/* The table of actions. */
#include "config.h"

#include "tui/actions.h"

#include <string.h>

static const struct action_info table[ACT_COUNT] = {[ACT_NONE] = {"", "", "", 0, ACTION_HIDDEN},
#define X(id, name, words, bar, contexts, flags) [id] = {name, words, bar, contexts, flags},
                                                    ACTIONS(X)
#undef X
};

const struct action_info *
action_info(enum action action)
{
    return &table[action < ACT_COUNT ? action : ACT_NONE];
}

enum action
action_named(const char *name)
{
    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        if (strcmp(table[i].name, name) == 0)
            return (enum action)i;
    }
    return ACT_NONE;
}
