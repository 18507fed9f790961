/* SPDX-License-Identifier: ISC */
/* Which seal of a wagon comes next. */
#include "config.h"

#include "app/seal_order.h"

#include <string.h>

#include "core/seal.h"

bool
seal_is_open(const struct seal_row *seal)
{
    return strcmp(seal->match, seal_match_name(SEAL_OPEN)) == 0;
}

size_t
seal_next_to_read(const struct work *w, size_t at, const char *side)
{
    size_t n = w->seals.n, beyond = n;

    for (size_t i = 0; i < n; i++) {
        size_t next = (at + 1 + i) % n;
        char of = seal_place_side(w->seals.rows[next].place);

        if (!seal_is_open(&w->seals.rows[next]))
            continue;
        if (!of || !*side || of == *side)
            return next;
        if (beyond == n)
            beyond = next;
    }
    return beyond;
}

static bool
has_open_checks(const struct seal_row *seal)
{
    return (strcmp(seal->match, seal_match_name(SEAL_MATCHED)) == 0 ||
            strcmp(seal->match, seal_match_name(SEAL_LOOKALIKE)) == 0) &&
           strchr(seal->checks, '.');
}

size_t
seal_next_to_check(const struct work *w, size_t at)
{
    size_t n = w->seals.n;

    for (size_t i = 0; i < n; i++) {
        size_t next = (at + 1 + i) % n;

        if (has_open_checks(&w->seals.rows[next]))
            return next;
    }
    return n;
}

size_t
seal_checked(const struct work *w, size_t at, int last)
{
    if (at < w->seals.n && !seal_is_open(&w->seals.rows[at]))
        return at;
    for (size_t i = 0; i < w->seals.n; i++) {
        if (w->seals.rows[i].n == last && has_open_checks(&w->seals.rows[i]))
            return i;
    }
    return at < w->seals.n ? at : w->seals.n;
}

bool
seals_settled(const struct work *w)
{
    for (size_t i = 0; i < w->seals.n; i++) {
        if (strcmp(w->seals.rows[i].match, seal_match_name(SEAL_MATCHED)) != 0 ||
            strcmp(w->seals.rows[i].checks, "++++") != 0)
            return false;
    }
    return true;
}
