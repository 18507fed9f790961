/* SPDX-License-Identifier: ISC */
/* Queries on the events themselves: what can be undone, the log, where the last work was. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"
#include "store/undo.h"

/* --- undo and redo --- */

/* Only steps of this installation: an undo names the step by its number alone. */
#define OWN_STEPS " FROM undo_step WHERE wagon = :wagon AND event <= 0xffffffffff AND undone = "

static bool
read_steps(struct store *s, const char *sql, int64_t wagon, int64_t *seq, int *count,
           struct rc_error *err)
{
    struct reader r;
    int64_t event = 0;
    int n = 0;

    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_integer(r.st, ":wagon", wagon);
    if (reader_next(&r)) {
        event = take_integer(&r);
        n = take_int(&r);
    }
    if (seq)
        *seq = event & EVENT_SEQ_MAX;
    if (count)
        *count = n;
    return reader_close(&r);
}

bool
store_undo(struct store *s, int64_t wagon, int64_t *seq, int *count, struct rc_error *err)
{
    static const char sql[] = "SELECT max(event), count(*)" OWN_STEPS "0";

    return read_steps(s, sql, wagon, seq, count, err);
}

bool
store_redo(struct store *s, int64_t wagon, int64_t *seq, int *count, struct rc_error *err)
{
    /* What was taken back last stands first. */
    static const char sql[] = "SELECT min(event), count(*)" OWN_STEPS "1";

    return read_steps(s, sql, wagon, seq, count, err);
}

/* --- the log --- */

/* What bodies hold: the head of schema/projection.sql's sections. */
#define LOG_BODY                                                                                   \
    ", coalesce(e.body ->> '$.s[0][0]', e.body ->> '$.f.item',"                                    \
    " (SELECT group_concat(c.value, ' ') FROM json_each(e.body, '$.codes') c), e.body ->> 'no',"   \
    " (SELECT item FROM finding f WHERE f.uuid = coalesce(e.body ->> 'id', e.body ->> "            \
    "'finding')))"                                                                                 \
    ", json_array_length(e.body, '$.s')"                                                           \
    ", coalesce(e.body ->> '$.s[0][1]', e.body ->> 'match', e.body ->> 'state')"                   \
    ", coalesce(e.body ->> '$.s[0][2]', e.body ->> '$.f.category', e.body ->> 'kind')"             \
    ", coalesce(e.body ->> '$.f.severity', e.body ->> 'level')"                                    \
    ", coalesce(e.body ->> '$.s[0][3]', e.body ->> 'reason')"                                      \
    ", coalesce(e.body ->> '$.s[0][4]', e.body ->> '$.f.description', e.body ->> 'text',"          \
    " e.body ->> 'name', e.body ->> 'source')"                                                     \
    ", e.body ->> 'why', e.body ->> 'of'"

#define LOG                                                                                        \
    "SELECT e.id, x.at + e.tick, x.utc_offset, o.badge, k.name, e.body" LOG_BODY " FROM event e"   \
    " CROSS JOIN session x ON x.id = e.session CROSS JOIN kind k ON k.id = e.kind"                 \
    " LEFT JOIN officer o ON o.id = x.actor"

static struct log_row
read_log_row(struct reader *r, const struct undone *undone)
{
    int64_t event = take_integer(r);
    struct log_row row = {.seq = event & EVENT_SEQ_MAX};

    row.at = take_integer(r);
    row.offset_min = take_int(r);
    row.officer = take_text(r);
    row.kind = take_text(r);
    row.body = take_text(r);
    row.subject = take_text(r);
    row.answers = take_int(r);
    row.state = take_text(r);
    row.value = take_text(r);
    row.grade = take_int_or(r, -1);
    row.reason = take_text(r);
    row.text = take_text(r);
    row.why = take_text(r);
    row.of = take_integer(r);
    row.undone = undone_has(undone, event);
    return row;
}

bool
store_log(struct store *s, int64_t train, int64_t wagon, size_t limit, struct log *out,
          struct rc_error *err)
{
    static const char of_train[] = LOG " WHERE e.train = :train ORDER BY e.id DESC LIMIT :limit";
    static const char of_wagon[] = LOG " WHERE e.wagon = :wagon ORDER BY e.id DESC LIMIT :limit";
    struct undone undone = {0};
    struct reader r;
    bool done;

    *out = (struct log){0};
    if (wagon && !undone_load(s, wagon, &undone, err))
        return false;
    done = reader_open(&r, s, wagon ? of_wagon : of_train, &out->arena, err);
    if (!done)
        goto out;
    bind_integer(r.st, ":train", train);
    bind_integer(r.st, ":wagon", wagon);
    bind_integer(r.st, ":limit", limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
    while (reader_next(&r)) {
        struct log_row row = read_log_row(&r, &undone);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    done = reader_close(&r);
    if (!done)
        log_release(out);
out:
    undone_release(&undone);
    return done;
}

void
log_release(struct log *l)
{
    free(l->rows);
    arena_free(l->arena);
    *l = (struct log){0};
}

/* --- the last work --- */

/* The newest events of this installation, newest first. Looking back ends after so many: what is
 * further back is not "just now". The rows are stepped through, so the search ends at its hit. */
#define RECENT                                                                                     \
    " FROM event e CROSS JOIN session x ON x.id = e.session CROSS JOIN kind k ON k.id = e.kind"    \
    " WHERE e.id <= 0xffffffffff ORDER BY e.id DESC LIMIT 500"

/* Steps to the first row whose first column is true. */
static bool
next_hit(struct reader *r)
{
    while (reader_next(r)) {
        if (take_int(r))
            return true;
    }
    return false;
}

bool
store_last_place(struct store *s, int64_t *train, int64_t *wagon, char *key, size_t size,
                 struct rc_error *err)
{
    static const char sql[] = "SELECT e.wagon IS NOT NULL AND k.name NOT IN"
                              " ('wagon.listed', 'wagon.moved', 'wagon.relisted'),"
                              " (SELECT train FROM wagon_key w WHERE w.id = e.wagon), e.wagon,"
                              " CASE WHEN k.name IN ('answer.set', 'finding.raised') THEN e.body "
                              "->> '$.s[0][0]' END" RECENT;
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *train = *wagon = 0;
    if (size)
        *key = '\0';
    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    if (next_hit(&r)) {
        *train = take_integer(&r);
        *wagon = take_integer(&r);
        snprintf(key, size, "%s", take_text(&r));
    }
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
store_last_answer(struct store *s, const char *actor, int64_t *at, struct rc_error *err)
{
    static const char sql[] =
        "SELECT k.name IN ('answer.set', 'finding.raised')"
        " AND x.actor = (SELECT id FROM actor WHERE name = :actor), x.at + e.tick" RECENT;
    struct reader r;

    *at = 0;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_text(r.st, ":actor", actor);
    if (next_hit(&r))
        *at = take_integer(&r);
    return reader_close(&r);
}

bool
store_failed_logins(struct store *s, const char *badge, struct failed_logins *out,
                    struct rc_error *err)
{
    static const char sql[] =
        "SELECT CASE k.name WHEN 'login.failed' THEN e.body ->> 'badge' = :badge"
        " WHEN 'login.made' THEN x.actor = (SELECT id FROM officer WHERE badge = :badge)"
        " WHEN 'officer.changed' THEN e.body ->> 'pin' IS NOT NULL AND e.body ->> 'id' ="
        " (SELECT a.name FROM officer o JOIN actor a ON a.id = o.id WHERE o.badge = :badge)"
        " ELSE 0 END, k.name = 'login.failed', x.at + e.tick, x.boot,"
        " x.uptime + e.tick - e.drift" RECENT;
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *out = (struct failed_logins){0};
    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    bind_text(r.st, ":badge", badge);
    while (next_hit(&r) && take_int(&r)) {
        if (out->in_a_row++ > 0)
            continue;
        out->at = take_integer(&r);
        snprintf(out->boot, sizeof out->boot, "%s", take_text(&r));
        out->uptime = take_integer(&r);
    }
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
store_any_of_kind(struct store *s, const char *kind, bool *any, struct rc_error *err)
{
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *any = false;
    /* A kind gets its number with its first event, in one transaction. */
    if (!reader_open(&r, s, "SELECT 1 FROM kind WHERE name = :kind", &arena, err))
        return false;
    bind_text(r.st, ":kind", kind);
    *any = reader_next(&r);
    done = reader_close(&r);
    arena_free(arena);
    return done;
}
