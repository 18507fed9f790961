/* SPDX-License-Identifier: ISC */
/*
 * Room-private. Reads the rows of one query, column after column.
 *
 *     if (!reader_open(&r, s, sql, &out->arena, err))
 *         return false;
 *     bind_integer(r.st, ":id", id);
 *     while (reader_next(&r)) {
 *         row.id = take_integer(&r);
 *         row.name = take_text(&r);
 *     }
 *     return reader_close(&r);
 */
#ifndef RC_STORE_READER_H
#define RC_STORE_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "store/arena.h"
#include "store/statement.h"

struct store;

struct reader {
    struct store *store;
    struct statement *st;
    struct arena **arena; /* texts go there */
    struct rc_error *err;
    int column; /* the next one to take */
    bool failed;
};

bool reader_open(struct reader *r, struct store *s, const char *sql, struct arena **arena,
                 struct rc_error *err);
/* False at the end, and when the query fails. */
bool reader_next(struct reader *r);
/* False when the query failed. */
bool reader_close(struct reader *r);

/* The value of the next column; none when it is NULL. */
int64_t take_integer_or(struct reader *r, int64_t none);
int take_int_or(struct reader *r, int none);
int64_t take_integer(struct reader *r); /* 0 when NULL */
int take_int(struct reader *r);
const char *take_text(struct reader *r);         /* "" when NULL */
const char *take_text_or_null(struct reader *r); /* NULL when NULL */

#endif
