/* SPDX-License-Identifier: ISC */
/* Counts over the archive: how often something is found, where, by what, and how long it takes. */
#ifndef RC_STORE_STATS_H
#define RC_STORE_STATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "store/queries.h"

/*    id               name               n                             of how many (N) */
#define STATS(X)                                                                                   \
    X(STAT_ALL, "all", N_("Wagons with a finding, of the wagons closed"))                          \
    X(STAT_MONTH, "month", N_("Wagons with a finding by month of arrival"))                        \
    X(STAT_KIND, "kind", N_("Wagons with a finding by kind"))                                      \
    X(STAT_ORIGIN, "origin", N_("Wagons with a finding by station of loading"))                    \
    X(STAT_ROUTE, "route", N_("Wagons with a finding by route"))                                   \
    X(STAT_ZONE, "zone", N_("Wagons with a finding in the zone, of the wagons closed"))            \
    X(STAT_INSTRUMENT, "instrument", N_("Findings by how they were noticed, of all findings"))     \
    X(STAT_SEALS, "seals", N_("Seals by comparison, of all seals listed or read"))                 \
    X(STAT_SEALS_MONTH, "seals_month", N_("Seals mismatched, missing or extra by month"))          \
    X(STAT_TIME, "time", N_("Minutes per closed wagon by kind: median, and nine of ten within"))

enum stat {
#define X(id, name, title) id,
    STATS(X)
#undef X
        STAT_COUNT
};

struct stat_row {
    const char *name; /* what it is grouped by; "" is not known, of STAT_ALL nothing */
    int64_t n, of;
    int64_t median, ninth; /* tenths of a minute; -1: not asked here */
};
struct stat_rows {
    struct stat_row *rows;
    size_t n, cap;
    struct arena *arena;
};
/* The rows of one group: the most frequent first, months in their order. Wagons count when they are
 * closed, findings when they are not withdrawn. */
bool store_stats(struct store *s, enum stat stat, struct day_range days, struct stat_rows *out,
                 struct rc_error *err);
void stat_rows_release(struct stat_rows *rows);

#endif
