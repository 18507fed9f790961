/* SPDX-License-Identifier: ISC */
/* Opening and closing a database: settings, the checks before any work, making a new one. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "store/connection.h"
#include "store/lock.h"
#include "store/schema.h"

/* What the file says about itself. */
struct identity {
    int64_t application_id, user_version, objects;
};

static char *
path_in(const char *dir, const char *name)
{
    struct buf path = {0};

    buf_addf(&path, "%s/%s", dir, name);
    return buf_detach(&path);
}

/* --- one connection --- */

static bool
set_switches(struct store *s, struct rc_error *err)
{
    static const struct {
        int option, value;
    } switches[] = {
        {SQLITE_DBCONFIG_DEFENSIVE, 1},
        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
        {SQLITE_DBCONFIG_DQS_DML, 0},
        {SQLITE_DBCONFIG_DQS_DDL, 0},
        {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
    };

    for (size_t i = 0; i < ARRAY_LEN(switches); i++) {
        int rc = sqlite3_db_config(s->db, switches[i].option, switches[i].value, NULL);

        if (rc != SQLITE_OK)
            return store_fail(s, rc, err);
    }
    if (s->read_only)
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_busy_timeout(s->db, LOCK_WAIT_MS);
    return true;
}

static bool
connect_file(struct store *s, const char *vfs, struct rc_error *err)
{
    int flags = SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                (s->read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE);
    int rc = sqlite3_open_v2(s->file, &s->db, flags, vfs);

    if (rc != SQLITE_OK)
        return store_fail(s, rc, err);
    if (!set_switches(s, err))
        return false;
    if (!s->read_only && sqlite3_db_readonly(s->db, "main") == 1)
        return rc_fail(err, RC_E_OPEN, s->file, strerror(EACCES));
    return true;
}

/* Only for connections that have no statement left. */
static bool
disconnect(struct store *s)
{
    bool clean = true;

    if (sqlite3_close(s->db) == SQLITE_BUSY) {
        for (sqlite3_stmt *st; (st = sqlite3_next_stmt(s->db, NULL)) != NULL;) {
            fprintf(stderr, "railcheck: statement not finalised: %s\n", sqlite3_sql(st));
            sqlite3_finalize(st);
        }
        sqlite3_close_v2(s->db);
        clean = false;
    }
    s->db = NULL;
    return clean;
}

/* Asked once, not cached: nothing of it may outlive the opening. */
static bool
ask(struct store *s, const char *sql, int64_t *out, struct rc_error *err)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(s->db, sql, -1, &st, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_step(st);
    if (rc == SQLITE_ROW)
        *out = sqlite3_column_int64(st, 0);
    else
        store_fail(s, rc, err);
    sqlite3_finalize(st);
    return rc == SQLITE_ROW;
}

static bool
identify(struct store *s, struct identity *id, struct rc_error *err)
{
    *id = (struct identity){0};
    if (!ask(s, "PRAGMA application_id", &id->application_id, err) ||
        !ask(s, "PRAGMA user_version", &id->user_version, err) ||
        !ask(s, "SELECT count(*) FROM sqlite_schema", &id->objects, err))
        return false;
    if (id->application_id == 0 && id->user_version == 0 && id->objects == 0)
        return true; /* a file that was just made, or whose making was cut short */
    if (id->application_id != STORE_APPLICATION_ID || id->user_version < 1)
        return rc_fail(err, RC_E_STORE_FOREIGN, s->file, NULL);
    return true;
}

static bool
set_durable(struct store *s, struct rc_error *err)
{
    sqlite3_stmt *st = NULL;
    int rc = sqlite3_prepare_v2(s->db, "PRAGMA journal_mode = WAL", -1, &st, NULL);
    bool wal = false;

    if (rc == SQLITE_OK)
        rc = sqlite3_step(st);
    if (rc == SQLITE_ROW)
        wal = strcmp((const char *)sqlite3_column_text(st, 0), "wal") == 0;
    else
        store_fail(s, rc, err);
    sqlite3_finalize(st);
    if (rc != SQLITE_ROW)
        return false;
    return wal || rc_fail(err, RC_E_STORE_JOURNAL, s->dir, NULL);
}

static bool
set_pragmas(struct store *s, struct rc_error *err)
{
    if (!s->read_only && !set_durable(s, err))
        return false;
    return store_exec(s,
                      "PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON;"
                      "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY",
                      err);
}

/* --- the three ways in --- */

static bool
take_up(struct store *s, const struct identity *id, struct rc_error *err)
{
    const int newest = schema_newest(), version = (int)id->user_version;

    if (!set_pragmas(s, err) || !schema_check(s, version, err))
        return false;
    if (version == newest)
        return true;
    if (s->mode == STORE_READ)
        return rc_fail(err, RC_E_STORE_OLDER, s->dir, NULL);
    return schema_migrate(s, version, err) && schema_check(s, newest, err);
}

static bool
make_new(struct store *s, const struct identity *id, struct rc_error *err)
{
    int64_t events = 0;

    if (id->objects == 0)
        return set_pragmas(s, err) && schema_migrate(s, 0, err);
    /* Made, but the set-up broke off before its first event: it can be taken up again. */
    if (!take_up(s, id, err) || !ask(s, "SELECT EXISTS(SELECT 1 FROM event)", &events, err))
        return false;
    return !events || rc_fail(err, RC_E_STORE_EXISTS, s->dir, NULL);
}

static bool
open_connection(struct store *s, const char *vfs, struct rc_error *err)
{
    struct identity id;

    if (!connect_file(s, vfs, err) || !identify(s, &id, err))
        return false;
    if (id.user_version > schema_newest()) {
        if (s->mode == STORE_CREATE)
            return rc_fail(err, RC_E_STORE_EXISTS, s->dir, NULL);
        s->newer = s->read_only = true;
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
        disconnect(s);
        return connect_file(s, vfs, err) && set_pragmas(s, err);
    }
    if (s->mode == STORE_CREATE)
        return make_new(s, &id, err);
    if (id.objects == 0)
        return rc_fail(err, RC_E_STORE_MISSING, s->dir, NULL);
    return take_up(s, &id, err);
}

/* --- files --- */

/* A new entry in a folder is safe only when the folder itself is on the disk. */
static bool
sync_dir(const char *dir, struct rc_error *err)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done;

    if (fd < 0)
        return rc_fail_errno(err, RC_E_OPEN, dir);
    done = fsync(fd) == 0 || rc_fail_errno(err, RC_E_WRITE, dir);
    close(fd);
    return done;
}

/* Makes the empty file with our mode: -wal and -shm take theirs from it. Nobody has it open yet. */
static bool
make_file(struct store *s, bool *made, struct rc_error *err)
{
    int fd = open(s->file, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);

    *made = fd >= 0;
    if (fd < 0)
        return errno == EEXIST || rc_fail_errno(err, RC_E_OPEN, s->file);
    fchmod(fd, 0660);
    close(fd);
    return true;
}

static void
remove_file(const struct store *s)
{
    static const char *const suffixes[] = {"", "-wal", "-shm"};

    for (size_t i = 0; i < ARRAY_LEN(suffixes); i++) {
        struct buf path = {0};

        buf_addf(&path, "%s%s", s->file, suffixes[i]);
        unlink(buf_text(&path));
        buf_release(&path);
    }
}

static bool
find_file(struct store *s, struct rc_error *err)
{
    struct stat st;

    if (lstat(s->file, &st) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return rc_fail(err, RC_E_STORE_MISSING, s->dir, NULL);
        return rc_fail_errno(err, RC_E_OPEN, s->file);
    }
    return S_ISREG(st.st_mode) || rc_fail(err, RC_E_NOT_A_FILE, s->file, NULL);
}

static void
store_free(struct store *s)
{
    for (size_t i = 0; i < NAME_LISTS; i++)
        names_clear(&s->names[i]);
    lock_close(s);
    free(s->dir);
    free(s->file);
    free(s);
}

static bool
open_files(struct store *s, const char *dir, const char *vfs, struct rc_error *err)
{
    char *lock_file = path_in(dir, "railcheck.lock");
    bool made = false, done = false;

    s->file = path_in(dir, "railcheck.db");
    if (s->mode != STORE_CREATE && !find_file(s, err))
        goto out;
    if (!s->read_only && (!lock_open(s, lock_file, err) || !lock_take(s, err)))
        goto out;
    if (s->mode == STORE_CREATE && (!make_file(s, &made, err) || !sync_dir(dir, err)))
        goto out;
    done = open_connection(s, vfs, err);
out:
    /* A new database stays locked until its first facts are in. */
    if (done && s->mode != STORE_CREATE)
        lock_drop(s);
    if (!done) {
        disconnect(s);
        if (made)
            remove_file(s);
    }
    free(lock_file);
    return done;
}

struct store *
store_open(const char *dir, enum store_mode mode, const char *vfs, struct rc_error *err)
{
    struct store *s;
    char *real = realpath(dir, NULL); /* SQLITE_OPEN_NOFOLLOW refuses a link anywhere in the path */

    if (!real) {
        if (mode != STORE_CREATE && (errno == ENOENT || errno == ENOTDIR))
            rc_fail(err, RC_E_STORE_MISSING, dir, NULL);
        else
            rc_fail_errno(err, RC_E_OPEN, dir);
        return NULL;
    }
    s = rc_alloc(1, sizeof *s);
    s->lock_fd = -1;
    s->mode = mode;
    s->read_only = mode == STORE_READ;
    s->dir = rc_strdup(dir);
    if (!open_files(s, real, vfs, err)) {
        store_free(s);
        s = NULL;
    }
    free(real);
    return s;
}

bool
store_close(struct store *s)
{
    bool clean;

    if (!s)
        return true;
    clean = statements_release(&s->statements);
    store_rollback(s);
    /* The last connection's close is a checkpoint. Without the lock it is left to the next one. */
    if (!s->read_only && !lock_take(s, NULL))
        sqlite3_db_config(s->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    clean = disconnect(s) && clean;
    store_free(s);
    return clean;
}

bool
store_read_only(const struct store *s)
{
    return s->read_only;
}

const char *
store_dir(const struct store *s)
{
    return s->dir;
}
