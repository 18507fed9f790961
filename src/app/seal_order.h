/* SPDX-License-Identifier: ISC */
/*
 * The order in which the seals of a wagon are gone through, the same on the screen and in plain
 * mode: scan, answer for the seal just read, scan the next.
 */
#ifndef RC_APP_SEAL_ORDER_H
#define RC_APP_SEAL_ORDER_H

#include "app/work.h"

/* Not read yet, and nothing said about it. */
bool seal_is_open(const struct seal_row *seal);
/* The next row behind `at` that is not read, wrapping; those on the other side of the train than
 * `side` (L, R, "" none) come last. seals.n when there is none. */
size_t seal_next_to_read(const struct work *w, size_t at, const char *side);
/* The next row behind `at` that agrees with the list and has open answers, wrapping; seals.n when
 * there is none. */
size_t seal_next_to_check(const struct work *w, size_t at);
/* The row that the four answers go to: `at`, or, where that is not read yet, the one read last
 * (last: its n, 0 none) while its answers are open. seals.n when there is no such row. */
size_t seal_checked(const struct work *w, size_t at, int last);
/* Is each seal read, as listed, and fine in all four? Then nobody need look at them again. */
bool seals_settled(const struct work *w);

#endif
