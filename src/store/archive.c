/* SPDX-License-Identifier: ISC */
/* Queries: what the export of the whole archive needs besides those of the screens. */
#include "config.h"

#include "store/archive.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/reader.h"

bool
archive_hold(struct store *s, struct rc_error *err)
{
    int64_t now;

    /* The snapshot is taken by the first read, not by BEGIN. */
    return store_exec(s, "BEGIN", err) &&
           statement_integer(s, "SELECT max(id) FROM device", 0, 0, &now, err);
}

void
archive_release(struct store *s)
{
    if (!sqlite3_get_autocommit(s->db) && !s->locked)
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
}

bool
archive_mark(struct store *s, struct buf *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT d.name, (SELECT hex(e.hash) FROM event e"
        " WHERE e.id BETWEEN ((d.id - 1) << 40) AND (d.id << 40) - 1 AND e.kind NOT IN"
        " (SELECT k.id FROM kind k WHERE k.name IN ('login.made', 'login.failed', 'export.made',"
        " 'shift.started', 'shift.handed', 'shift.taken', 'chain.sealed'))"
        " ORDER BY e.id DESC LIMIT 1) FROM device d ORDER BY d.name";
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    while (reader_next(&r)) {
        buf_addf(out, " %s", take_text(&r));
        buf_addf(out, ":%s", take_text(&r));
    }
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
archive_points(struct store *s, int64_t train, struct points *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT r.uuid, r.wagon, r.what, r.item, r.finding, r.reason, r.state, x.at + e.tick,"
        " x.utc_offset, o.badge FROM review r JOIN event e ON e.id = r.event"
        " JOIN session x ON x.id = e.session LEFT JOIN officer o ON o.id = x.actor"
        " WHERE r.train = :id ORDER BY r.event";
    struct reader r;

    *out = (struct points){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_integer(r.st, ":id", train);
    while (reader_next(&r)) {
        struct point_row row = {.uuid = take_text(&r)};

        row.wagon = take_integer(&r);
        row.what = take_text(&r);
        row.item = take_text(&r);
        row.finding = take_text(&r);
        row.reason = take_text(&r);
        row.state = take_text(&r);
        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    points_release(out);
    return false;
}

void
points_release(struct points *p)
{
    free(p->rows);
    arena_free(p->arena);
    *p = (struct points){0};
}
