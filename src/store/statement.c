/* SPDX-License-Identifier: ISC */
/* The cache of prepared statements and binding by name. */
#include "config.h"

#include "store/statement.h"

#include "base/alloc.h"
#include "store/connection.h"

static struct statement *
find_free(const struct statements *all, const char *sql)
{
    for (size_t i = 0; i < all->n; i++) {
        if (all->list[i]->sql == sql && !all->list[i]->used)
            return all->list[i];
    }
    return NULL;
}

struct statement *
statement_get(struct store *s, const char *sql, const char **next, struct rc_error *err)
{
    struct statements *all = &s->statements;
    struct statement *st = find_free(all, sql);

    if (!st) {
        sqlite3_stmt *stmt;
        const char *rest;
        int rc = sqlite3_prepare_v3(s->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &rest);

        if (rc != SQLITE_OK) {
            store_fail(s, rc, err);
            return NULL;
        }
        st = rc_alloc(1, sizeof *st);
        *st = (struct statement){.sql = sql, .next = rest, .stmt = stmt};
        ARRAY_GROW(all->list, all->n, all->cap);
        all->list[all->n++] = st;
    }
    st->used = true;
    if (next)
        *next = st->next;
    return st;
}

void
statement_put(struct statement *st)
{
    if (!st)
        return;
    sqlite3_reset(st->stmt);
    sqlite3_clear_bindings(st->stmt);
    st->used = false;
}

/* Binding fails only for an index out of range, or a text over SQLite's limit of 1 GB: the
 * parameter is then NULL, which the columns of the schema refuse. */
static int
parameter(const struct statement *st, const char *name)
{
    return sqlite3_bind_parameter_index(st->stmt, name);
}

void
bind_integer(struct statement *st, const char *name, int64_t value)
{
    int i = parameter(st, name);

    if (i)
        sqlite3_bind_int64(st->stmt, i, value);
}

void
bind_text(struct statement *st, const char *name, const char *text)
{
    int i = parameter(st, name);

    if (i && text)
        sqlite3_bind_text64(st->stmt, i, text, strlen(text), SQLITE_STATIC, SQLITE_UTF8);
}

void
bind_blob(struct statement *st, const char *name, const void *bytes, size_t len)
{
    int i = parameter(st, name);

    if (i)
        sqlite3_bind_blob64(st->stmt, i, bytes, len, SQLITE_STATIC);
}

enum step
statement_step(struct store *s, struct statement *st, struct rc_error *err)
{
    int rc = sqlite3_step(st->stmt);

    if (rc == SQLITE_ROW)
        return STEP_ROW;
    if (rc == SQLITE_DONE)
        return STEP_DONE;
    store_fail(s, rc, err);
    return STEP_FAILED;
}

bool
statement_run(struct store *s, struct statement *st, struct rc_error *err)
{
    enum step step;

    do
        step = statement_step(s, st, err);
    while (step == STEP_ROW);
    statement_put(st);
    return step == STEP_DONE;
}

bool
statement_integer(struct store *s, const char *sql, int64_t id, int64_t none, int64_t *out,
                  struct rc_error *err)
{
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    *out = none;
    if (!st)
        return false;
    bind_integer(st, ":id", id);
    step = statement_step(s, st, err);
    if (step == STEP_ROW && sqlite3_column_type(st->stmt, 0) != SQLITE_NULL)
        *out = sqlite3_column_int64(st->stmt, 0);
    statement_put(st);
    return step != STEP_FAILED;
}

bool
statements_release(struct statements *all)
{
    bool clean = true;

    for (size_t i = 0; i < all->n; i++) {
        struct statement *st = all->list[i];

        if (st->used) {
            fprintf(stderr, "railcheck: statement still in use: %s\n", sqlite3_sql(st->stmt));
            clean = false;
        }
        sqlite3_finalize(st->stmt);
        free(st);
    }
    free(all->list);
    *all = (struct statements){0};
    return clean;
}
