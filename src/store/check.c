/* SPDX-License-Identifier: ISC */
/* Checks the whole database: SQLite's own view of the file, and the tables against the events. */
#include "config.h"

#include "store/check.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "store/connection.h"
#include "store/project.h"
#include "store/reader.h"

/* Every projection, in a fixed order of its rows. */
static const struct {
    const char *table, *rows;
} projections[] = {
    {"post", "SELECT * FROM post ORDER BY id"},
    {"officer", "SELECT * FROM officer ORDER BY id"},
    {"checklist", "SELECT * FROM checklist ORDER BY id"},
    {"code", "SELECT * FROM code ORDER BY list, code"},
    {"code_list", "SELECT * FROM code_list ORDER BY list"},
    {"train", "SELECT * FROM train ORDER BY id"},
    {"wagon", "SELECT * FROM wagon ORDER BY id"},
    {"answer", "SELECT * FROM answer ORDER BY wagon, item"},
    {"seal", "SELECT * FROM seal ORDER BY wagon, n"},
    {"finding", "SELECT * FROM finding ORDER BY uuid"},
    {"file", "SELECT * FROM file ORDER BY finding, sha256"},
    {"gate", "SELECT * FROM gate ORDER BY train, wagon, code"},
    {"note", "SELECT * FROM note ORDER BY event"},
    {"review", "SELECT * FROM review ORDER BY event"},
    {"shift", "SELECT * FROM shift ORDER BY event"},
    {"walk", "SELECT * FROM walk ORDER BY train, actor"},
    {"mapping", "SELECT * FROM mapping ORDER BY headings"},
    {"undo_step", "SELECT * FROM undo_step ORDER BY wagon, event"},
    {"search_text", "SELECT rowid, words FROM search_text ORDER BY rowid"},
};

bool
store_check_file(struct store *s, struct rc_error *err)
{
    static const char *const checks[] = {"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"};

    for (size_t i = 0; i < ARRAY_LEN(checks); i++) {
        struct arena *arena = NULL;
        struct reader r;
        char said[160] = "";

        if (!reader_open(&r, s, checks[i], &arena, err))
            return false;
        if (reader_next(&r))
            snprintf(said, sizeof said, "%s", take_text(&r));
        if (!reader_close(&r)) {
            arena_free(arena);
            return false;
        }
        arena_free(arena);
        if (*said && strcmp(said, "ok") != 0)
            return rc_fail(err, RC_E_STORE_DAMAGED, s->file, said);
    }
    return true;
}

/* A copy of the whole database in a temporary file of SQLite's own. */
static sqlite3 *
copy_of(struct store *s, struct rc_error *err)
{
    sqlite3_backup *backup;
    sqlite3 *copy = NULL;
    int rc = sqlite3_open_v2(
        "", &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);

    if (rc == SQLITE_OK) {
        backup = sqlite3_backup_init(copy, "main", s->db, "main");
        rc = backup ? sqlite3_backup_step(backup, -1) : sqlite3_errcode(copy);
        sqlite3_backup_finish(backup);
        if (rc == SQLITE_DONE)
            return copy;
    }
    store_fail(s, rc, err);
    sqlite3_close(copy);
    return NULL;
}

static bool
same_value(sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
    int type = sqlite3_column_type(a, column), len;

    if (type != sqlite3_column_type(b, column))
        return false;
    if (type == SQLITE_INTEGER)
        return sqlite3_column_int64(a, column) == sqlite3_column_int64(b, column);
    len = sqlite3_column_bytes(a, column);
    if (len != sqlite3_column_bytes(b, column))
        return false;
    return !len ||
           memcmp(sqlite3_column_blob(a, column), sqlite3_column_blob(b, column), (size_t)len) == 0;
}

/* 1: the rows are the same, 0: they differ, -1: a query failed. */
static int
same_rows(sqlite3 *a, sqlite3 *b, const char *sql)
{
    sqlite3_stmt *left = NULL, *right = NULL;
    int same = -1;

    if (sqlite3_prepare_v2(a, sql, -1, &left, NULL) == SQLITE_OK &&
        sqlite3_prepare_v2(b, sql, -1, &right, NULL) == SQLITE_OK) {
        int x, y;

        do {
            x = sqlite3_step(left);
            y = sqlite3_step(right);
            same = x == y;
            for (int i = 0; same && x == SQLITE_ROW && i < sqlite3_column_count(left); i++)
                same = same_value(left, right, i);
        } while (same && x == SQLITE_ROW);
        if (x != SQLITE_ROW && x != SQLITE_DONE)
            same = -1;
    }
    sqlite3_finalize(left);
    sqlite3_finalize(right);
    return same;
}

static bool
compare(struct store *s, struct store *again, struct rc_error *err)
{
    for (size_t i = 0; i < ARRAY_LEN(projections); i++) {
        int same = same_rows(s->db, again->db, projections[i].rows);

        if (same < 0)
            return rc_fail(err, RC_E_STORE_DAMAGED, s->file, sqlite3_errmsg(s->db));
        if (!same)
            return rc_fail(err, RC_E_STORE_TABLES, projections[i].table, NULL);
    }
    return true;
}

bool
store_check_tables(struct store *s, struct rc_error *err)
{
    struct store again = {.lock_fd = -1, .mode = STORE_WRITE, .dir = s->dir, .file = s->file};
    bool done;

    if (!(again.db = copy_of(s, err)))
        return false;
    /* Nobody rolls it back: what fails is thrown away. */
    done = store_exec(&again, "PRAGMA journal_mode = OFF; PRAGMA cache_size = -32768; BEGIN", err);
    /* A damaged event can make the projection itself fail: that is damage too, and is told. */
    if (done && !project_all(&again, err))
        done = rc_fail(err, RC_E_STORE_TABLES, "event", NULL);
    done = done && compare(s, &again, err);
    statements_release(&again.statements);
    for (size_t i = 0; i < NAME_LISTS; i++)
        names_clear(&again.names[i]);
    sqlite3_close(again.db);
    return done;
}
