/* SPDX-License-Identifier: ISC */
/* Queries: what was typed last, to be offered again. The events are the memory. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

/* Reads the newest events only: the cost stays the same however long the record grows. */
#define NEWEST "3000"
#define RECENT(text)                                                                               \
    "SELECT t FROM (SELECT id, " text " AS t"                                                      \
    " FROM (SELECT e.id, k.name AS kind, e.body AS b FROM event e JOIN kind k ON k.id = e.kind"    \
    " ORDER BY e.id DESC LIMIT " NEWEST "))"                                                       \
    " WHERE t <> '' GROUP BY t ORDER BY max(id) DESC LIMIT :limit"

/* What bodies hold: the head of schema/projection.sql's sections. */
static const char *const sql_of[RECENT_KINDS] = {
    [RECENT_DESCRIPTION] = RECENT("b ->> '$.f.description'"),
    [RECENT_QUANTITY] = RECENT("b ->> '$.f.quantity'"),
    [RECENT_UNIT] = RECENT("b ->> '$.f.unit'"),
    [RECENT_ACT_NO] = RECENT("b ->> '$.f.act'"),
    [RECENT_VALUE] = RECENT("CASE b ->> '$.s[0][0]' WHEN :key THEN b ->> '$.s[0][2]' END"),
    [RECENT_NOTE] =
        RECENT("CASE kind WHEN 'note.added' THEN b ->> 'text' ELSE b ->> '$.s[0][4]' END"),
    [RECENT_NAME] = RECENT("CASE kind WHEN 'gate.confirmed' THEN b ->> 'name' END"),
    /* Most seals give choices as reasons. */
    [RECENT_REASON] =
        RECENT("coalesce(b ->> 'why', CASE WHEN kind NOT LIKE 'seal.%' OR kind = 'seal.removed'"
               " THEN b ->> 'reason' END)"),
};

bool
store_recent(struct store *s, enum recent what, const char *key, size_t limit, struct texts *out,
             struct rc_error *err)
{
    struct reader r;

    *out = (struct texts){0};
    if (!sql_of[what])
        return true;
    if (!reader_open(&r, s, sql_of[what], &out->arena, err))
        return false;
    bind_text(r.st, ":key", key);
    bind_integer(r.st, ":limit", (int64_t)limit);
    while (reader_next(&r)) {
        const char *text = take_text(&r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = text;
    }
    if (reader_close(&r))
        return true;
    texts_release(out);
    return false;
}

void
texts_release(struct texts *t)
{
    free(t->rows);
    arena_free(t->arena);
    *t = (struct texts){0};
}
