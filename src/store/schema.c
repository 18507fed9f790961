/* SPDX-License-Identifier: ISC */
/* Migrations from the SQL that is compiled in, and the comparison of a file's schema with it. */
#include "config.h"

#include "store/schema.h"

#include <sqlite3.h>

#include "base/buf.h"
#include "base/show.h"
#include "store/connection.h"
#include "store/project.h"
#include "store/embedded.h"

int
schema_newest(void)
{
    int newest = 0;

    for (const struct schema_sql *m = schema_sql; m->sql; m++)
        newest = m->version;
    return newest;
}

static bool
migrate_steps(struct store *s, int from, struct rc_error *err)
{
    for (const struct schema_sql *m = schema_sql; m->sql; m++) {
        if (m->version > from && !store_exec(s, m->sql, err))
            return false;
    }
    return true;
}

bool
schema_migrate(struct store *s, int from, struct rc_error *err)
{
    struct buf stamp = {0};
    bool done;

    buf_addf(&stamp, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
             STORE_APPLICATION_ID, schema_newest());
    /* A migration may change what events mean for the tables: they are made anew. */
    done = store_exec(s, "BEGIN IMMEDIATE", err) && migrate_steps(s, from, err) &&
           (from == 0 || project_all(s, err)) && store_exec(s, buf_text(&stamp), err);
    buf_release(&stamp);
    if (!done && !sqlite3_get_autocommit(s->db))
        sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    return done;
}

/* An empty database in memory with the schema of version. */
static bool
build_reference(struct store *reference, int version, struct rc_error *err)
{
    int rc = sqlite3_open_v2(":memory:", &reference->db,
                             SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY | SQLITE_OPEN_NOMUTEX |
                                 SQLITE_OPEN_EXRESCODE,
                             NULL);

    if (rc != SQLITE_OK)
        return store_fail(reference, rc, err);
    for (const struct schema_sql *m = schema_sql; m->sql && m->version <= version; m++) {
        if (!store_exec(reference, m->sql, err))
            return false;
    }
    return true;
}

/* The name is not ours: it is made visible before it goes into a message. */
static bool
name_it(enum rc_code code, sqlite3_stmt *row, const struct store *s, struct rc_error *err)
{
    struct buf name = {0};

    buf_adds(&name, (const char *)sqlite3_column_text(row, 0));
    buf_addc(&name, ' ');
    show(&name, (const char *)sqlite3_column_text(row, 1), (size_t)sqlite3_column_bytes(row, 1),
         60);
    rc_fail(err, code, buf_text(&name), s->file);
    buf_release(&name);
    return false;
}

/* FTS5's own tables: their text is SQLite's and may differ from one version of it to the next. */
static bool
is_fts_own(const char *name)
{
    static const char prefix[] = "search_text_";

    return strncmp(name, prefix, strlen(prefix)) == 0;
}

/* Looks for the row's type and name with the statement other; the table and the text must be the
 * same (NULL equals NULL: indexes that SQLite made itself). */
static bool
same_in(sqlite3_stmt *other, sqlite3_stmt *row, bool *known)
{
    bool same = true;

    for (int i = 0; i < 2; i++)
        sqlite3_bind_value(other, i + 1, sqlite3_column_value(row, i));
    *known = sqlite3_step(other) == SQLITE_ROW;
    for (int i = 0; i < 2 && *known && same; i++) {
        const char *a = (const char *)sqlite3_column_text(row, i + 2);
        const char *b = (const char *)sqlite3_column_text(other, i);

        same = a && b ? strcmp(a, b) == 0 : a == b;
        if (i == 1 && is_fts_own((const char *)sqlite3_column_text(row, 1)))
            same = true;
    }
    sqlite3_reset(other);
    return *known && same;
}

/* Every row of have must be in want. */
static bool
contained(const struct store *have, const struct store *want, enum rc_code code,
          const struct store *file, struct rc_error *err)
{
    static const char all[] = "SELECT type, name, tbl_name, sql FROM sqlite_schema";
    static const char one[] = "SELECT tbl_name, sql FROM sqlite_schema WHERE type = ? AND name = ?";
    sqlite3_stmt *row = NULL, *other = NULL;
    bool good = false, known;
    int rc;

    rc = sqlite3_prepare_v2(have->db, all, -1, &row, NULL);
    if (rc != SQLITE_OK) {
        store_fail(have, rc, err);
        goto out;
    }
    rc = sqlite3_prepare_v2(want->db, one, -1, &other, NULL);
    if (rc != SQLITE_OK) {
        store_fail(want, rc, err);
        goto out;
    }
    while ((rc = sqlite3_step(row)) == SQLITE_ROW) {
        if (!same_in(other, row, &known)) {
            name_it(known ? RC_E_STORE_SCHEMA_CHANGED : code, row, file, err);
            goto out;
        }
    }
    good = rc == SQLITE_DONE || store_fail(have, rc, err);
out:
    sqlite3_finalize(row);
    sqlite3_finalize(other);
    return good;
}

bool
schema_check(struct store *s, int version, struct rc_error *err)
{
    struct store reference = {.dir = s->dir, .file = s->file};
    bool good;

    good = build_reference(&reference, version, err) &&
           contained(s, &reference, RC_E_STORE_SCHEMA_EXTRA, s, err) &&
           contained(&reference, s, RC_E_STORE_SCHEMA_MISSING, s, err);
    sqlite3_close(reference.db);
    return good;
}
