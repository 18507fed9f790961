/* SPDX-License-Identifier: ISC */
/* Queries: what the export of the whole archive needs besides those of the screens. */
#include "config.h"

#include "store/archive.h"

#include "store/connection.h"
#include "store/reader.h"

bool
archive_hold(struct store *s, struct rc_error *err)
{
    int64_t now;

    if (!store_exec(s, "BEGIN", err))
        return false;
    /* The snapshot is taken by the first read, not by BEGIN. */
    if (statement_integer(s, "SELECT max(id) FROM device", 0, 0, &now, err))
        return true;
    archive_release(s);
    return false;
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
        " 'shift.started', 'shift.handed', 'shift.taken', 'chain.sealed', 'clock.flagged'))"
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
