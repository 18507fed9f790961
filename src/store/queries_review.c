/* SPDX-License-Identifier: ISC */
/* Queries: what the shift lead said, and what the officers said one after the other. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"
#include "store/undo.h"

#define REVIEWS                                                                                    \
    "SELECT e.seq, r.uuid, r.wagon, r.what, r.item, r.finding, r.reason, r.state, x.at + e.tick,"  \
    " x.utc_offset, o.badge FROM review r CROSS JOIN event e ON e.id = r.event"                    \
    " CROSS JOIN session x ON x.id = e.session LEFT JOIN officer o ON o.id = x.actor"

bool
store_reviews(struct store *s, int64_t train, int64_t wagon, struct reviews *out,
              struct rc_error *err)
{
    static const char of_train[] = REVIEWS " WHERE r.train = :train ORDER BY r.event";
    static const char of_wagon[] = REVIEWS " WHERE r.wagon = :wagon AND r.wagon <> 0"
                                           " ORDER BY r.event";
    struct reader r;

    *out = (struct reviews){0};
    if (!reader_open(&r, s, wagon ? of_wagon : of_train, &out->arena, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_integer(r.st, ":wagon", wagon);
    while (reader_next(&r)) {
        struct review_row row = {.seq = take_integer(&r)};

        row.uuid = take_text(&r);
        row.wagon = take_integer(&r);
        row.what = take_text(&r);
        row.item = take_text(&r);
        row.finding = take_text(&r);
        row.reason = take_text(&r);
        row.state = take_text(&r);
        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    reviews_release(out);
    return false;
}

void
reviews_release(struct reviews *r)
{
    free(r->rows);
    arena_free(r->arena);
    *r = (struct reviews){0};
}

/* What bodies hold: the head of schema/projection.sql's sections. */
#define FACTS_OF_WAGON                                                                             \
    "SELECT e.id, x.at + e.tick, x.utc_offset, o.badge, k.name,"                                   \
    " coalesce(c.value ->> 0, 'seal ' || (e.body ->> 'k'), e.body ->> '$.f.id',"                   \
    " CASE WHEN k.name LIKE 'finding.%' THEN e.body ->> 'id'"                                      \
    " WHEN k.name LIKE 'file.%' THEN e.body ->> 'finding' END),"                                   \
    " coalesce(CASE k.name WHEN 'file.attached' THEN '+' WHEN 'file.removed' THEN '-' END,"        \
    " c.value ->> 1, e.body ->> 'match', e.body ->> '$.f.severity', e.body ->> 'state'),"          \
    " coalesce(c.value ->> 2, e.body ->> 'no', e.body ->> '$.f.category', e.body ->> 'kind',"      \
    " e.body ->> 'text', CASE WHEN k.name LIKE 'file.%' THEN e.body ->> 'name' END),"              \
    " coalesce(c.value ->> 3, e.body ->> 'reason'), e.body ->> 'why',"                             \
    " c.value ->> 5, coalesce(json_array_length(e.body, '$.s'), 0), e.body ->> 't'"                \
    " FROM event e CROSS JOIN session x ON x.id = e.session CROSS JOIN kind k ON k.id = e.kind"    \
    " LEFT JOIN officer o ON o.id = x.actor LEFT JOIN json_each(e.body, '$.s') c"                  \
    " WHERE e.wagon = :wagon ORDER BY e.id, c.key"

bool
store_facts(struct store *s, int64_t wagon, struct facts_said *out, struct rc_error *err)
{
    struct undone undone = {0};
    struct reader r;
    bool done;

    *out = (struct facts_said){0};
    if (!undone_load(s, wagon, &undone, err))
        return false;
    done = reader_open(&r, s, FACTS_OF_WAGON, &out->arena, err);
    if (!done)
        goto out;
    bind_integer(r.st, ":wagon", wagon);
    while (reader_next(&r)) {
        int64_t event = take_integer(&r);
        struct fact_row row = {.seq = event & EVENT_SEQ_MAX, .undone = undone_has(&undone, event)};

        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        row.kind = take_text(&r);
        row.about = take_text(&r);
        row.state = take_text(&r);
        row.value = take_text(&r);
        row.reason = take_text(&r);
        row.why = take_text(&r);
        row.marks = (unsigned)take_int(&r);
        row.items = take_int(&r);
        row.pace = take_integer_or(&r, -1);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    done = reader_close(&r);
    if (!done)
        facts_said_release(out);
out:
    undone_release(&undone);
    return done;
}

void
facts_said_release(struct facts_said *f)
{
    free(f->rows);
    arena_free(f->arena);
    *f = (struct facts_said){0};
}

bool
store_took_part(struct store *s, int64_t train, const char *actor, bool *did, struct rc_error *err)
{
    static const char sql[] =
        "SELECT 1 FROM actor a WHERE a.name = :actor AND (EXISTS(SELECT 1 FROM train t"
        " WHERE t.id = :train AND t.submitted_by = a.id) OR EXISTS(SELECT 1 FROM wagon w"
        " CROSS JOIN event e ON e.wagon = w.id CROSS JOIN session x ON x.id = e.session"
        " WHERE w.train = :train AND x.actor = a.id AND e.kind IN (SELECT id FROM kind WHERE name"
        " NOT IN ('wagon.listed', 'wagon.moved', 'wagon.relisted', 'review.returned', 'wagon.held',"
        " 'wagon.released', 'finding.closed', 'note.added'))))";
    struct reader r;

    *did = false;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_text(r.st, ":actor", actor);
    *did = reader_next(&r);
    return reader_close(&r);
}

bool
store_clock_flags(struct store *s, int64_t train, int *n, struct rc_error *err)
{
    static const char sql[] =
        "SELECT count(*) FROM event e WHERE e.kind = (SELECT id FROM kind WHERE name ="
        " 'clock.flagged') AND e.id BETWEEN (SELECT min(id) FROM event WHERE train = :train) AND"
        " max((SELECT max(id) FROM event WHERE train = :train), coalesce((SELECT max(f.id)"
        " FROM wagon w CROSS JOIN event f ON f.wagon = w.id WHERE w.train = :train), 0))";
    struct reader r;

    *n = 0;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_integer(r.st, ":train", train);
    if (reader_next(&r))
        *n = take_int(&r);
    return reader_close(&r);
}

bool
store_fast(struct store *s, int *seconds, struct rc_error *err)
{
    struct reader r;

    *seconds = 0;
    if (!reader_open(&r, s, "SELECT fast_s FROM post", NULL, err))
        return false;
    if (reader_next(&r))
        *seconds = take_int(&r);
    return reader_close(&r);
}
