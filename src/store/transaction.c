/* SPDX-License-Identifier: ISC */
/* One write transaction at a time, inside the lock; a failure leaves nothing half done. */
#include "config.h"

#include <sqlite3.h>

#include "store/connection.h"
#include "store/lock.h"

bool
store_begin(struct store *s, struct rc_error *err)
{
    if (s->newer)
        return rc_fail(err, RC_E_STORE_NEWER, s->dir, NULL);
    if (s->read_only)
        return rc_fail(err, RC_E_READ_ONLY, s->dir, NULL);
    if (!sqlite3_get_autocommit(s->db))
        return rc_fail(err, RC_E_STORE_TRANSACTION, "begin", NULL);
    if (!lock_take(s, err))
        return false;
    if (!store_exec(s, "BEGIN IMMEDIATE", err)) {
        store_rollback(s);
        return false;
    }
    return true;
}

/*
 * After a failed COMMIT the frames of the transaction may stand in the WAL, but the shared index
 * does not count them: the next commit writes over them. So the connection goes on being used;
 * closing and reopening it here would make recovery read them as committed.
 */
bool
store_commit(struct store *s, struct rc_error *err)
{
    if (sqlite3_get_autocommit(s->db))
        return rc_fail(err, RC_E_STORE_TRANSACTION, "commit", NULL);
    if (!store_exec(s, "COMMIT", err)) {
        store_rollback(s);
        return false;
    }
    lock_drop(s);
    return true;
}

void
store_rollback(struct store *s)
{
    if (!s->locked)
        return;
    /* Some failures have already rolled it back; then this is no error that anyone needs. */
    if (!sqlite3_get_autocommit(s->db))
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    /* Names that the transaction brought are gone. */
    for (size_t i = 0; i < NAME_LISTS; i++)
        names_clear(&s->names[i]);
    lock_drop(s);
}

int64_t
store_data_version(struct store *s)
{
    int64_t version;

    statement_integer(s, "PRAGMA data_version", 0, -1, &version, NULL);
    return version;
}
