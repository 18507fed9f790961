/* SPDX-License-Identifier: ISC */
/* Column after column from the rows of a query, texts copied into the result's arena. */
#include "config.h"

#include "store/reader.h"

#include <sqlite3.h>

#include "store/connection.h"

bool
reader_open(struct reader *r, struct store *s, const char *sql, struct arena **arena,
            struct rc_error *err)
{
    *r = (struct reader){.store = s, .arena = arena, .err = err};
    r->st = statement_get(s, sql, NULL, err);
    return r->st != NULL;
}

bool
reader_next(struct reader *r)
{
    enum step step = r->failed ? STEP_FAILED : statement_step(r->store, r->st, r->err);

    r->column = 0;
    r->failed = step == STEP_FAILED;
    return step == STEP_ROW;
}

bool
reader_close(struct reader *r)
{
    statement_put(r->st);
    r->st = NULL;
    return !r->failed;
}

int64_t
take_integer_or(struct reader *r, int64_t none)
{
    int column = r->column++;

    if (sqlite3_column_type(r->st->stmt, column) == SQLITE_NULL)
        return none;
    return sqlite3_column_int64(r->st->stmt, column);
}

int
take_int_or(struct reader *r, int none)
{
    int64_t value = take_integer_or(r, none);

    if (value > INT32_MAX)
        return INT32_MAX;
    return value < INT32_MIN ? INT32_MIN : (int)value;
}

int64_t
take_integer(struct reader *r)
{
    return take_integer_or(r, 0);
}

int
take_int(struct reader *r)
{
    return take_int_or(r, 0);
}

const char *
take_text_or_null(struct reader *r)
{
    int column = r->column++;
    const char *text;

    if (sqlite3_column_type(r->st->stmt, column) == SQLITE_NULL)
        return NULL;
    text = (const char *)sqlite3_column_text(r->st->stmt, column);
    if (!text) { /* SQLite could not get the memory */
        if (!r->failed)
            rc_fail(r->err, RC_E_MEMORY, NULL, NULL);
        r->failed = true;
        return "";
    }
    return arena_text(r->arena, text, (size_t)sqlite3_column_bytes(r->st->stmt, column));
}

const char *
take_text(struct reader *r)
{
    const char *text = take_text_or_null(r);

    return text ? text : "";
}
