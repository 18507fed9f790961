/* SPDX-License-Identifier: ISC */
/* Reads events back with their names in full: the last one, or all in order. */
#include "config.h"

#include <sqlite3.h>

#include "store/connection.h"

bool
store_head(struct store *s, const char *device, int64_t *seq, unsigned char hash[32],
           struct rc_error *err)
{
    static const char sql[] = "SELECT id, hash FROM event WHERE id = (SELECT max(id) FROM event"
                              " WHERE id < (SELECT id FROM device WHERE name = :device) << 40)"
                              " AND id > ((SELECT id FROM device WHERE name = :device) - 1) << 40";
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    *seq = 0;
    memset(hash, 0, 32);
    if (!st)
        return false;
    bind_text(st, ":device", device);
    step = statement_step(s, st, err);
    if (step == STEP_ROW) {
        *seq = sqlite3_column_int64(st->stmt, 0) & EVENT_SEQ_MAX;
        if (sqlite3_column_bytes(st->stmt, 1) == 32)
            memcpy(hash, sqlite3_column_blob(st->stmt, 1), 32);
    }
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
bool
store_events(struct store *s, event_each *each, void *context, struct rc_error *err)
{
    static const char sql[] =
        "SELECT coalesce(d.name, ''), e.seq, x.at + e.tick, x.utc_offset, coalesce(x.boot, ''),"
        " x.uptime + e.tick - e.drift, coalesce(a.name, ''), coalesce(k.name, ''), t.uuid, w.uuid,"
        " e.body, e.hash FROM event e LEFT JOIN device d ON d.id = e.device"
        " LEFT JOIN session x ON x.id = e.session LEFT JOIN actor a ON a.id = x.actor"
        " LEFT JOIN kind k ON k.id = e.kind LEFT JOIN wagon_key w ON w.id = e.wagon"
        " LEFT JOIN train_key t ON t.id = coalesce(e.train, w.train) ORDER BY e.id";
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    if (!st)
        return false;
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
