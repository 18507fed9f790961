/* SPDX-License-Identifier: ISC */
/* Queries: the board of a shift. */
#include "config.h"

#include "store/queries_shift.h"

#include <string.h>

#include "base/alloc.h"
#include "store/connection.h"
#include "store/reader.h"

/* --- the trains not done with --- */

/* Severity 3 and more: SEVERITY_HOLDS of core/finding.h. */
#define GRAVE                                                                                      \
    " FROM finding f CROSS JOIN wagon w ON w.id = f.wagon"                                         \
    " WHERE f.train = t.id AND f.state = 'open' AND f.severity >= 3"

/* The most urgent are found first, so that trains which nobody ever accepts cost little. */
#define OPEN_TRAINS                                                                                \
    "SELECT t.id, k.uuid, t.number, t.train_index, t.state, t.arrived_at, t.arrived_offset,"       \
    " t.departs_at, t.departs_offset, t.wagons, t.closed, t.returns, (SELECT count(*)" GRAVE "),"  \
    " (SELECT count(*)" GRAVE " AND w.state <> 'held'), o.badge, l.last_at"                        \
    " FROM train t CROSS JOIN train_key k ON k.id = t.id"                                          \
    " LEFT JOIN wagon l ON l.id = (SELECT id FROM wagon m WHERE m.train = t.id"                    \
    " AND m.last_at IS NOT NULL ORDER BY m.last_at DESC LIMIT 1)"                                  \
    " LEFT JOIN officer o ON o.id = l.officer"                                                     \
    " WHERE t.id IN (SELECT id FROM train WHERE state IN"                                          \
    " ('listed', 'inspecting', 'submitted', 'returned', 'held')"                                   \
    " ORDER BY departs_at IS NULL, departs_at, arrived_at DESC, id DESC LIMIT :limit)"             \
    " ORDER BY t.departs_at IS NULL, t.departs_at, t.arrived_at DESC, t.id DESC"

static struct open_train_row
read_open_train(struct reader *r)
{
    struct open_train_row row = {.id = take_integer(r)};

    row.uuid = take_text(r);
    row.number = take_text(r);
    row.index = take_text(r);
    row.state = take_text(r);
    row.arrived_at = take_integer(r);
    row.arrived_offset = take_int(r);
    row.departs_at = take_integer(r);
    row.departs_offset = take_int(r);
    row.wagons = take_int(r);
    row.closed = take_int(r);
    row.returns = take_int(r);
    row.grave = take_int(r);
    row.grave_loose = take_int(r);
    row.officer = take_text(r);
    row.worked_at = take_integer(r);
    return row;
}

bool
store_open_trains(struct store *s, struct open_trains *out, struct rc_error *err)
{
    struct reader r;

    *out = (struct open_trains){0};
    if (!reader_open(&r, s, OPEN_TRAINS, &out->arena, err))
        return false;
    bind_integer(r.st, ":limit", OPEN_TRAINS_MAX);
    while (reader_next(&r)) {
        struct open_train_row row = read_open_train(&r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    open_trains_release(out);
    return false;
}

void
open_trains_release(struct open_trains *t)
{
    free(t->rows);
    arena_free(t->arena);
    *t = (struct open_trains){0};
}

/* --- the shift --- */

/* The newest first; those of other installations have shifts of their own. Looking back ends when
 * the holder and the clock are known. */
#define SHIFTS                                                                                     \
    "SELECT s.what, s.uuid, s.taker, s.note, x.at + e.tick, x.utc_offset, o.badge, o.name,"        \
    " e.body ->> 'clock', x.boot, x.uptime + e.tick - e.drift,"                                    \
    " y.at + g.tick, y.utc_offset, p.badge, p.name"                                                \
    " FROM shift s CROSS JOIN event e ON e.id = s.event CROSS JOIN session x ON x.id = e.session"  \
    " LEFT JOIN officer o ON o.id = x.actor LEFT JOIN event g ON g.id = s.taken"                   \
    " LEFT JOIN session y ON y.id = g.session LEFT JOIN officer p ON p.id = y.actor"               \
    " WHERE s.event <= 0xffffffffff ORDER BY s.event DESC LIMIT 200"

struct step_row {
    const char *what, *uuid, *taker, *note;
    int64_t at;
    int offset;
    const char *badge, *name;
    int64_t clock;
    const char *boot;
    int64_t uptime;
    int64_t taken_at; /* 0: it was not taken */
    int taken_offset;
    const char *taken_badge, *taken_name;
};

static struct step_row
read_step(struct reader *r)
{
    struct step_row row = {.what = take_text(r)};

    row.uuid = take_text(r);
    row.taker = take_text(r);
    row.note = take_text(r);
    row.at = take_integer(r);
    row.offset = take_int(r);
    row.badge = take_text(r);
    row.name = take_text(r);
    row.clock = take_integer(r);
    row.boot = take_text(r);
    row.uptime = take_integer(r);
    row.taken_at = take_integer(r);
    row.taken_offset = take_int(r);
    row.taken_badge = take_text(r);
    row.taken_name = take_text(r);
    return row;
}

static void
hold(struct shift_row *out, const char *badge, const char *name, int64_t since, int offset)
{
    out->holder = badge;
    out->holder_name = name;
    out->since = since;
    out->since_offset = offset;
}

/* Takes from a step what newer ones have not said yet. */
static void
take_step(struct shift_row *out, const struct step_row *step, bool newest)
{
    if (strcmp(step->what, "started") == 0) {
        if (!*out->holder)
            hold(out, step->badge, step->name, step->at, step->offset);
        out->clock = step->clock;
        out->clock_at = step->at;
        out->clock_uptime = step->uptime;
        out->clock_boot = step->boot;
    } else if (step->taken_at) {
        if (*out->holder)
            return;
        hold(out, step->taken_badge, step->taken_name, step->taken_at, step->taken_offset);
        out->last_note = step->note;
    } else if (newest) {
        out->uuid = step->uuid;
        out->giver = step->badge;
        out->taker = step->taker;
        out->note = step->note;
        out->handed_at = step->at;
        out->handed_offset = step->offset;
    }
}

bool
store_shift(struct store *s, struct shift_row *out, struct rc_error *err)
{
    bool newest = true;
    struct reader r;

    *out = (struct shift_row){.holder = "",
                              .holder_name = "",
                              .uuid = "",
                              .giver = "",
                              .taker = "",
                              .note = "",
                              .last_note = "",
                              .clock_boot = ""};
    if (!reader_open(&r, s, SHIFTS, &out->arena, err))
        return false;
    while (!out->clock && reader_next(&r)) {
        struct step_row step = read_step(&r);

        take_step(out, &step, newest);
        newest = false;
    }
    if (reader_close(&r))
        return true;
    shift_row_release(out);
    return false;
}

void
shift_row_release(struct shift_row *r)
{
    arena_free(r->arena);
    *r = (struct shift_row){0};
}

/* --- who is where --- */

static bool
read_officers(struct store *s, struct whereabouts *out, int64_t **ids, struct rc_error *err)
{
    static const char sql[] = "SELECT o.id, o.badge, o.name FROM officer o WHERE o.active = 1"
                              " ORDER BY o.id";
    size_t n = 0, cap = 0;
    struct reader r;

    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    while (reader_next(&r)) {
        struct where_row row = {.number = "", .train = ""};

        ARRAY_GROW(*ids, n, cap);
        (*ids)[n++] = take_integer(&r);
        row.badge = take_text(&r);
        row.name = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    return reader_close(&r);
}

/* The newest log-in and the newest wagon of each. */
static bool
read_recent(struct store *s, struct whereabouts *out, const int64_t *ids, struct rc_error *err)
{
    static const char sql[] =
        "SELECT x.actor, k.name = 'login.made', CASE WHEN k.name NOT IN"
        " ('wagon.listed', 'wagon.moved', 'wagon.relisted') THEN e.wagon END,"
        " x.at + e.tick, x.utc_offset FROM event e CROSS JOIN session x ON x.id = e.session"
        " CROSS JOIN kind k ON k.id = e.kind WHERE e.id <= 0xffffffffff ORDER BY e.id DESC"
        " LIMIT 500";
    struct reader r;

    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    while (reader_next(&r)) {
        int64_t actor = take_integer(&r), wagon, at;
        bool login = take_int(&r) != 0;
        size_t i = 0;

        wagon = take_integer(&r);
        at = take_integer(&r);
        while (i < out->n && ids[i] != actor)
            i++;
        if (i == out->n)
            continue;
        if (login && !out->rows[i].login_at) {
            out->rows[i].login_at = at;
            out->rows[i].login_offset = take_int(&r);
        } else if (wagon && !out->rows[i].wagon) {
            out->rows[i].wagon = wagon;
            out->rows[i].worked_at = at;
            out->rows[i].worked_offset = take_int(&r);
        }
    }
    return reader_close(&r);
}

static bool
read_wagon(struct store *s, struct whereabouts *out, struct where_row *row, struct rc_error *err)
{
    static const char sql[] = "SELECT w.position, w.number, t.number FROM wagon w"
                              " CROSS JOIN train t ON t.id = w.train WHERE w.id = :wagon";
    struct reader r;

    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_integer(r.st, ":wagon", row->wagon);
    if (reader_next(&r)) {
        row->position = take_int(&r);
        row->number = take_text(&r);
        row->train = take_text(&r);
    }
    return reader_close(&r);
}

bool
store_whereabouts(struct store *s, struct whereabouts *out, struct rc_error *err)
{
    int64_t *ids = NULL;
    bool done;

    *out = (struct whereabouts){0};
    done = read_officers(s, out, &ids, err) && read_recent(s, out, ids, err);
    for (size_t i = 0; done && i < out->n; i++)
        done = !out->rows[i].wagon || read_wagon(s, out, &out->rows[i], err);
    free(ids);
    if (!done)
        whereabouts_release(out);
    return done;
}

void
whereabouts_release(struct whereabouts *w)
{
    free(w->rows);
    arena_free(w->arena);
    *w = (struct whereabouts){0};
}
