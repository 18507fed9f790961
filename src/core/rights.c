/* SPDX-License-Identifier: ISC */
/* The table of rights. */
#include "config.h"

#include "core/rights.h"

#include <string.h>

static const struct {
    const char *name, *words;
} roles[ROLES_COUNT] = {
#define X(id, name, words) [id] = {name, words},
    ROLES(X)
#undef X
};

static const struct {
    const char *words;
    bool may[ROLES_COUNT];
} rights[RIGHTS_COUNT] = {
#define X(id, words, officer, lead, analyst, admin) [id] = {words, {officer, lead, analyst, admin}},
    RIGHTS(X)
#undef X
};

bool
roles_parse(const char *text, role_set *out)
{
    *out = 0;
    while (*text) {
        size_t len = strcspn(text, " "), i = 0;

        while (i < ROLES_COUNT &&
               (strlen(roles[i].name) != len || strncmp(roles[i].name, text, len) != 0))
            i++;
        if (i == ROLES_COUNT)
            return false;
        *out |= 1u << i;
        text += len;
        text += strspn(text, " ");
    }
    return *out != 0;
}

void
roles_text(role_set set, struct buf *out)
{
    const char *between = "";

    for (size_t i = 0; i < ROLES_COUNT; i++) {
        if (set & 1u << i) {
            buf_addf(out, "%s%s", between, roles[i].name);
            between = " ";
        }
    }
}

const char *
role_name(enum role role)
{
    return roles[role].name;
}

const char *
role_words(enum role role)
{
    return roles[role].words;
}

const char *
right_words(enum right right)
{
    return rights[right].words;
}

bool
role_may(role_set set, enum right right)
{
    for (size_t i = 0; i < ROLES_COUNT; i++) {
        if (set & 1u << i && rights[right].may[i])
            return true;
    }
    return false;
}

bool
right_needed(role_set set, enum right right, struct rc_error *err)
{
    return role_may(set, right) || rc_fail(err, RC_E_NO_RIGHT, rights[right].words, NULL);
}
