/* SPDX-License-Identifier: ISC */
/* Queries: answers, seals, findings and gates. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

/* When and by whom: columns and joins for the event that a row names. */
#define WHEN_AND_WHO " x.at + e.tick, x.utc_offset, o.badge"
#define OF_EVENT(column)                                                                           \
    " LEFT JOIN event e ON e.id = " column " LEFT JOIN session x ON x.id = e.session"              \
    " LEFT JOIN officer o ON o.id = x.actor"

bool
store_answers(struct store *s, int64_t wagon, struct answers *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT k.name, a.state, a.value, a.reason, a.note, a.marks,"
        " e.seq," WHEN_AND_WHO " FROM answer a CROSS JOIN item_key k"
        " ON k.id = a.item" OF_EVENT("a.event") " WHERE a.wagon = :id ORDER BY k.name";
    struct reader r;

    *out = (struct answers){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_integer(r.st, ":id", wagon);
    while (reader_next(&r)) {
        struct answer_row row = {.key = take_text(&r)};

        row.state = take_text(&r);
        row.value = take_text_or_null(&r);
        row.reason = take_text_or_null(&r);
        row.note = take_text_or_null(&r);
        row.marks = (unsigned)take_int(&r);
        row.seq = take_integer(&r);
        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    answers_release(out);
    return false;
}

void
answers_release(struct answers *a)
{
    free(a->rows);
    arena_free(a->arena);
    *a = (struct answers){0};
}

bool
store_seals(struct store *s, int64_t wagon, struct seals *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT l.n, l.uuid, l.place, l.owner, l.expected, l.read, l.applied,"
        " l.state, l.match, l.checks, l.reason, l.removed," WHEN_AND_WHO
        " FROM seal l" OF_EVENT("l.event") " WHERE l.wagon = :id ORDER BY l.n";
    struct reader r;

    *out = (struct seals){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_integer(r.st, ":id", wagon);
    while (reader_next(&r)) {
        struct seal_row row = {.n = take_int(&r)};

        row.uuid = take_text(&r);
        row.place = take_text(&r);
        row.owner = take_text(&r);
        row.expected = take_text_or_null(&r);
        row.read = take_text_or_null(&r);
        row.applied = take_text_or_null(&r);
        row.state = take_text(&r);
        row.match = take_text(&r);
        row.checks = take_text(&r);
        row.reason = take_text_or_null(&r);
        row.removed = take_int(&r) != 0;
        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    seals_release(out);
    return false;
}

void
seals_release(struct seals *l)
{
    free(l->rows);
    arena_free(l->arena);
    *l = (struct seals){0};
}

#define FINDINGS                                                                                   \
    "SELECT f.uuid, f.wagon, f.item, f.zone, f.category, f.severity, f.noticed, f.description,"    \
    " f.quantity, f.unit, f.action, f.agency, f.act_no, f.files, f.side, f.state," WHEN_AND_WHO    \
    " FROM finding f" OF_EVENT("f.raised")

static struct finding_row
read_finding(struct reader *r)
{
    struct finding_row row = {.uuid = take_text(r)};

    row.wagon = take_integer(r);
    row.item = take_text(r);
    row.zone = take_text(r);
    row.category = take_text(r);
    row.severity = take_int(r);
    row.noticed = take_text(r);
    row.description = take_text(r);
    row.quantity = take_text(r);
    row.unit = take_text(r);
    row.action = take_text(r);
    row.agency = take_text(r);
    row.act_no = take_text(r);
    row.files = take_text(r);
    row.side = take_text(r);
    row.state = take_text(r);
    row.raised_at = take_integer(r);
    row.offset_min = take_int(r);
    row.officer = take_text(r);
    return row;
}

bool
store_findings(struct store *s, int64_t train, int64_t wagon, struct findings *out,
               struct rc_error *err)
{
    static const char of_train[] = FINDINGS " WHERE f.train = :train ORDER BY f.raised, f.uuid";
    static const char of_wagon[] = FINDINGS " WHERE f.wagon = :wagon ORDER BY f.raised, f.uuid";
    struct reader r;

    *out = (struct findings){0};
    if (!reader_open(&r, s, wagon ? of_wagon : of_train, &out->arena, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_integer(r.st, ":wagon", wagon);
    while (reader_next(&r)) {
        struct finding_row row = read_finding(&r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    findings_release(out);
    return false;
}

void
findings_release(struct findings *f)
{
    free(f->rows);
    arena_free(f->arena);
    *f = (struct findings){0};
}

#define GATES                                                                                      \
    "SELECT g.wagon, g.code, g.state, g.name," WHEN_AND_WHO " FROM gate g" OF_EVENT("g.event")

bool
store_gates(struct store *s, int64_t train, int64_t wagon, struct gates *out, struct rc_error *err)
{
    static const char of_all[] = GATES " WHERE g.train = :train ORDER BY g.wagon, g.code";
    static const char of_wagon[] = GATES " WHERE g.train = :train AND g.wagon IN (0, :wagon)"
                                         " ORDER BY g.wagon, g.code";
    struct reader r;

    *out = (struct gates){0};
    if (!reader_open(&r, s, wagon ? of_wagon : of_all, &out->arena, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_integer(r.st, ":wagon", wagon);
    while (reader_next(&r)) {
        struct gate_row row = {.wagon = take_integer(&r)};

        row.code = take_text(&r);
        row.state = take_text(&r);
        row.name = take_text(&r);
        row.at = take_integer(&r);
        row.offset_min = take_int(&r);
        row.officer = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    gates_release(out);
    return false;
}

void
gates_release(struct gates *g)
{
    free(g->rows);
    arena_free(g->arena);
    *g = (struct gates){0};
}
