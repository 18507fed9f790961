/* SPDX-License-Identifier: ISC */
/* Reads events back with their names in full: the last one, or all in order. */
#include "config.h"

#include <sqlite3.h>

#include "store/connection.h"

/* The ids of a device's events lie between these. */
#define DEVICE "(SELECT id FROM device WHERE name = :device)"
#define OF_DEVICE " e.id > (" DEVICE " - 1) << 40 AND e.id < " DEVICE " << 40"

bool
store_tip(struct store *s, const char *device, struct tip *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT e.id, e.hash, x.at + e.tick, x.uptime + e.tick - e.drift, x.boot FROM event e"
        " CROSS JOIN session x ON x.id = e.session WHERE e.id = (SELECT max(e.id) FROM event e"
        " WHERE" OF_DEVICE ")";
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    *out = (struct tip){.seq = 0};
    if (!st)
        return false;
    bind_text(st, ":device", device);
    step = statement_step(s, st, err);
    if (step == STEP_ROW) {
        out->seq = sqlite3_column_int64(st->stmt, 0) & EVENT_SEQ_MAX;
        if (sqlite3_column_bytes(st->stmt, 1) == (int)sizeof out->hash)
            memcpy(out->hash, sqlite3_column_blob(st->stmt, 1), sizeof out->hash);
        out->at = sqlite3_column_int64(st->stmt, 2);
        out->uptime = sqlite3_column_int64(st->stmt, 3);
        snprintf(out->boot, sizeof out->boot, "%s", (const char *)sqlite3_column_text(st->stmt, 4));
    }
    statement_put(st);
    return step != STEP_FAILED;
}

bool
store_head(struct store *s, const char *device, int64_t *seq, unsigned char hash[32],
           struct rc_error *err)
{
    struct tip tip;
    bool done = store_tip(s, device, &tip, err);

    *seq = tip.seq;
    memcpy(hash, tip.hash, sizeof tip.hash);
    return done;
}

bool
store_last_of_kind(struct store *s, const char *device, const char *kind, int64_t *seq,
                   struct rc_error *err)
{
    static const char sql[] =
        "SELECT e.id FROM event e WHERE" OF_DEVICE
        " AND e.kind = (SELECT id FROM kind WHERE name = :kind) ORDER BY e.id DESC LIMIT 1";
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    *seq = 0;
    if (!st)
        return false;
    bind_text(st, ":device", device);
    bind_text(st, ":kind", kind);
    step = statement_step(s, st, err);
    if (step == STEP_ROW)
        *seq = sqlite3_column_int64(st->stmt, 0) & EVENT_SEQ_MAX;
    statement_put(st);
    return step != STEP_FAILED;
}

static const char *
text_at(struct statement *st, int column)
{
    return (const char *)sqlite3_column_text(st->stmt, column);
}

static struct event
read_event(struct statement *st)
{
    struct event e = {
        .device = text_at(st, 0),
        .seq = sqlite3_column_int64(st->stmt, 1),
        .at = sqlite3_column_int64(st->stmt, 2),
        .utc_offset = sqlite3_column_int(st->stmt, 3),
        .boot = text_at(st, 4),
        .uptime = sqlite3_column_int64(st->stmt, 5),
        .actor = text_at(st, 6),
        .kind = text_at(st, 7),
        .train = text_at(st, 8),
        .wagon = text_at(st, 9),
        .body = text_at(st, 10),
    };

    if (sqlite3_column_bytes(st->stmt, 11) == (int)sizeof e.hash)
        memcpy(e.hash, sqlite3_column_blob(st->stmt, 11), sizeof e.hash);
    return e;
}

/* LEFT JOIN: an event whose names are gone is given too, with empty ones, so that it is noticed. */
#define EVENTS                                                                                     \
    "SELECT coalesce(d.name, ''), e.seq, x.at + e.tick, x.utc_offset, coalesce(x.boot, ''),"       \
    " x.uptime + e.tick - e.drift, coalesce(a.name, ''), coalesce(k.name, ''), t.uuid, w.uuid,"    \
    " e.body, e.hash FROM event e LEFT JOIN device d ON d.id = e.device"                           \
    " LEFT JOIN session x ON x.id = e.session LEFT JOIN actor a ON a.id = x.actor"                 \
    " LEFT JOIN kind k ON k.id = e.kind LEFT JOIN wagon_key w ON w.id = e.wagon"                   \
    " LEFT JOIN train_key t ON t.id = coalesce(e.train, w.train)"

/* Hands over the rows of st, which is put back. */
static bool
each_event(struct store *s, struct statement *st, event_each *each, void *context,
           struct rc_error *err)
{
    enum step step;

    while ((step = statement_step(s, st, err)) == STEP_ROW) {
        struct event e = read_event(st);

        if (!e.device || !e.boot || !e.actor || !e.kind || !e.body) {
            rc_fail(err, RC_E_MEMORY, NULL, NULL);
            step = STEP_FAILED;
            break;
        }
        if (!each(context, &e, err)) {
            step = STEP_FAILED;
            break;
        }
    }
    statement_put(st);
    return step == STEP_DONE;
}

bool
store_events(struct store *s, event_each *each, void *context, struct rc_error *err)
{
    struct statement *st = statement_get(s, EVENTS " ORDER BY e.id", NULL, err);

    return st && each_event(s, st, each, context, err);
}

bool
store_events_from(struct store *s, const char *device, int64_t seq, event_each *each, void *context,
                  struct rc_error *err)
{
    static const char sql[] = EVENTS " WHERE e.id >= ((" DEVICE " - 1) << 40) + :seq"
                                     " AND e.id < " DEVICE " << 40 ORDER BY e.id";
    struct statement *st = statement_get(s, sql, NULL, err);

    if (!st)
        return false;
    bind_text(st, ":device", device);
    bind_integer(st, ":seq", seq);
    return each_event(s, st, each, context, err);
}
