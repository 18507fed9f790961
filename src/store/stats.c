/* SPDX-License-Identifier: ISC */
/* Queries: counts over the archive. */
#include "config.h"

#include "store/stats.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/reader.h"

/* Trains that arrived on the days, without those whose import was taken back; see
 * store/queries_train.c. */
#define DAYS                                                                                       \
    " t.arrived_at >= :since - 86400000 AND t.arrived_at < :until + 86400000"                      \
    " AND t.arrived_at + t.arrived_offset * 60000 >= :since"                                       \
    " AND t.arrived_at + t.arrived_offset * 60000 < :until AND t.state <> 'withdrawn'"
#define CLOSED                                                                                     \
    " FROM train t JOIN wagon w ON w.train = t.id WHERE" DAYS                                      \
    " AND w.position > 0 AND w.state IN ('clear', 'finding', 'held')"
#define FOUND                                                                                      \
    " FROM train t JOIN finding f ON f.train = t.id JOIN wagon w ON w.id = f.wagon WHERE" DAYS     \
    " AND f.state <> 'withdrawn'"
#define SEALS                                                                                      \
    " FROM train t JOIN wagon w ON w.train = t.id JOIN seal l ON l.wagon = w.id WHERE" DAYS        \
    " AND w.state <> 'struck'"
/* Local month of the arrival. */
#define MONTH "strftime('%Y-%m', (t.arrived_at + t.arrived_offset * 60000) / 1000, 'unixepoch')"
#define BY_NUMBER " GROUP BY 1 ORDER BY 3 DESC, 1"

static const char *const queries[STAT_COUNT] = {
    [STAT_ALL] = "SELECT '', coalesce(sum(w.findings > 0), 0), count(*), -1, -1" CLOSED,
    [STAT_MONTH] =
        "SELECT " MONTH ", sum(w.findings > 0), count(*), -1, -1" CLOSED " GROUP BY 1 ORDER BY 1",
    [STAT_KIND] = "SELECT w.kind, sum(w.findings > 0), count(*), -1, -1" CLOSED BY_NUMBER,
    [STAT_ORIGIN] =
        "SELECT w.origin_station, sum(w.findings > 0), count(*), -1, -1" CLOSED BY_NUMBER,
    [STAT_ROUTE] = "SELECT CASE WHEN w.origin_station || w.destination_station = '' THEN ''"
                   " ELSE w.origin_station || ' > ' || w.destination_station END,"
                   " sum(w.findings > 0), count(*), -1, -1" CLOSED BY_NUMBER,
    [STAT_ZONE] =
        "SELECT f.zone, count(DISTINCT f.wagon), (SELECT count(*)" CLOSED "), -1, -1" FOUND
        " AND w.position > 0 AND w.state IN ('clear', 'finding', 'held')"
        " GROUP BY 1 ORDER BY 2 DESC, 1",
    [STAT_INSTRUMENT] = "SELECT f.noticed, count(*), sum(count(*)) OVER (), -1, -1" FOUND
                        " GROUP BY 1 ORDER BY 2 DESC, 1",
    [STAT_SEALS] = "SELECT l.match, count(*), sum(count(*)) OVER (), -1, -1" SEALS
                   " GROUP BY 1 ORDER BY 2 DESC, 1",
    [STAT_SEALS_MONTH] =
        "SELECT " MONTH
        ", sum(l.match IN ('mismatched', 'missing', 'extra')), count(*), -1, -1" SEALS
        " GROUP BY 1 ORDER BY 1",
    [STAT_TIME] = "SELECT kind, n, n, max(CASE WHEN r = (n + 1) / 2 THEN d END),"
                  " max(CASE WHEN r = (9 * n + 9) / 10 THEN d END) FROM"
                  " (SELECT kind, d, row_number() OVER (PARTITION BY kind ORDER BY d) AS r,"
                  " count(*) OVER (PARTITION BY kind) AS n FROM"
                  " (SELECT w.kind AS kind, (w.last_at - w.first_at) / 6000 AS d" CLOSED
                  " AND w.last_at >= w.first_at)) GROUP BY kind ORDER BY n DESC, kind",
};

bool
store_stats(struct store *s, enum stat stat, struct day_range days, struct stat_rows *out,
            struct rc_error *err)
{
    struct reader r;

    *out = (struct stat_rows){0};
    if (!reader_open(&r, s, queries[stat], &out->arena, err))
        return false;
    bind_integer(r.st, ":since", days.since);
    bind_integer(r.st, ":until", days.until);
    while (reader_next(&r)) {
        struct stat_row row = {.name = take_text(&r)};

        row.n = take_integer(&r);
        row.of = take_integer(&r);
        row.median = take_integer(&r);
        row.ninth = take_integer(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    stat_rows_release(out);
    return false;
}

void
stat_rows_release(struct stat_rows *rows)
{
    free(rows->rows);
    arena_free(rows->arena);
    *rows = (struct stat_rows){0};
}
