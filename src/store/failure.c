/* SPDX-License-Identifier: ISC */
/* SQLite's result codes in the words of this program. */
#include "config.h"

#include <errno.h>

#include "store/connection.h"

static bool
io_failure(const struct store *s, int rc, struct rc_error *err)
{
    int cause = s->db ? sqlite3_system_errno(s->db) : 0;
    const char *text = cause ? strerror(cause) : sqlite3_errstr(rc);

    switch (rc) {
    case SQLITE_IOERR_NOMEM:
        return rc_fail(err, RC_E_MEMORY, NULL, NULL);
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_FSTAT:
    case SQLITE_IOERR_ACCESS:
        return rc_fail(err, RC_E_READ, s->file, text);
    case SQLITE_IOERR_LOCK:
    case SQLITE_IOERR_RDLOCK:
    case SQLITE_IOERR_UNLOCK:
    case SQLITE_IOERR_SHMLOCK:
        return rc_fail(err, RC_E_SYSTEM, s->file, text);
    default:
        if (cause == ENOSPC || cause == EDQUOT)
            return rc_fail(err, RC_E_DISK_FULL, s->file, NULL);
        return rc_fail(err, RC_E_WRITE, s->file, text);
    }
}

bool
store_fail(const struct store *s, int rc, struct rc_error *err)
{
    switch (rc & 0xff) {
    case SQLITE_FULL:
        return rc_fail(err, RC_E_DISK_FULL, s->file, NULL);
    case SQLITE_IOERR:
        return io_failure(s, rc, err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return rc_fail(err, RC_E_STORE_BUSY, s->dir, NULL);
    case SQLITE_NOMEM:
        return rc_fail(err, RC_E_MEMORY, NULL, NULL);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return rc_fail(err, RC_E_OPEN, s->file, s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc));
    case SQLITE_READONLY:
        return rc_fail(err, RC_E_READ_ONLY, s->file, NULL);
    case SQLITE_NOTADB:
        return rc_fail(err, RC_E_STORE_FOREIGN, s->file, NULL);
    case SQLITE_CORRUPT:
        return rc_fail(err, RC_E_STORE_DAMAGED, s->file, NULL);
    default:
        return rc_fail(err, RC_E_STORE_REFUSED, s->db ? sqlite3_errmsg(s->db) : sqlite3_errstr(rc),
                       NULL);
    }
}

bool
store_exec(struct store *s, const char *sql, struct rc_error *err)
{
    int rc = sqlite3_exec(s->db, sql, NULL, NULL, NULL);

    return rc == SQLITE_OK || store_fail(s, rc, err);
}
