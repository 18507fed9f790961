/* SPDX-License-Identifier: ISC */
/* Queries: names for codes. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

static bool
read_codes(struct store *s, const char *sql, const char *list, const char *code, struct codes *out,
           struct rc_error *err)
{
    struct reader r;

    *out = (struct codes){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_text(r.st, ":list", list);
    bind_text(r.st, ":code", code);
    while (reader_next(&r)) {
        struct code_row row = {.list = take_text(&r)};

        row.code = take_text(&r);
        row.name = take_text(&r);
        row.name_ru = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    codes_release(out);
    return false;
}

bool
store_code(struct store *s, const char *list, const char *code, struct codes *out,
           struct rc_error *err)
{
    /* ':' comes behind '9': digits only can follow. */
    static const char sql[] = "SELECT list, code, name, name_ru FROM code WHERE list = :list"
                              " AND code >= :code AND code < :code || ':' ORDER BY code LIMIT 1";

    return read_codes(s, sql, list, code, out, err);
}

bool
store_codes(struct store *s, const char *list, struct codes *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT list, code, name, name_ru FROM code WHERE list = :list ORDER BY code";

    return read_codes(s, sql, list, NULL, out, err);
}

void
codes_release(struct codes *c)
{
    free(c->rows);
    arena_free(c->arena);
    *c = (struct codes){0};
}

bool
store_code_list(struct store *s, const char *list, char sha256[65], struct rc_error *err)
{
    static const char sql[] = "SELECT sha256 FROM code_list WHERE list = :list";
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *sha256 = '\0';
    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    bind_text(r.st, ":list", list);
    if (reader_next(&r))
        snprintf(sha256, 65, "%s", take_text(&r));
    done = reader_close(&r);
    arena_free(arena);
    return done;
}
