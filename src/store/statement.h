/* SPDX-License-Identifier: ISC */
/*
 * Room-private. Prepared statements, kept for the life of the connection, parameters by name.
 *
 *     struct statement *st = statement_get(s, SQL, NULL, err);
 *     if (!st)
 *         return false;
 *     bind_integer(st, ":wagon", wagon);
 *     return statement_run(s, st, err);
 */
#ifndef RC_STORE_STATEMENT_H
#define RC_STORE_STATEMENT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct store;

struct statement {
    const char *sql;  /* identifies it: a constant text, compared by address */
    const char *next; /* what follows it in the text */
    sqlite3_stmt *stmt;
    bool used; /* between get and put */
};

struct statements {
    struct statement **list;
    size_t n, cap;
};

/* The first statement of sql, ready for binding; hand it back with statement_put. sql must stay
 * where it is as long as the connection lives. next (NULL allowed) receives what follows the
 * statement in the text. NULL and err on failure. */
struct statement *statement_get(struct store *s, const char *sql, const char **next,
                                struct rc_error *err);
void statement_put(struct statement *st);

/* A name that the statement does not have is passed over. Texts are borrowed until the put. */
void bind_integer(struct statement *st, const char *name, int64_t value);
void bind_text(struct statement *st, const char *name, const char *text); /* NULL binds NULL */
void bind_blob(struct statement *st, const char *name, const void *bytes, size_t len);

enum step { STEP_ROW, STEP_DONE, STEP_FAILED };
enum step statement_step(struct store *s, struct statement *st, struct rc_error *err);
/* Steps to the end, then puts it back. */
bool statement_run(struct store *s, struct statement *st, struct rc_error *err);
/* One statement with at most one integer parameter ":id" that gives one integer; none when there
 * is no row or NULL. */
bool statement_integer(struct store *s, const char *sql, int64_t id, int64_t none, int64_t *out,
                       struct rc_error *err);

/* Finalises all; false when one was still in use (its SQL goes to stderr). */
bool statements_release(struct statements *all);

#endif
