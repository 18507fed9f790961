/* SPDX-License-Identifier: ISC */
/* Queries: trains. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

#define TRAINS                                                                                     \
    "SELECT t.id, k.uuid, t.number, t.train_index, t.direction, t.arrived_at, t.arrived_offset,"   \
    " t.checklist, c.form, c.version, t.source_name, t.source_sha256, t.level, t.state,"           \
    " t.listed_at, t.submitted_at, o.badge, t.wagons, t.closed, t.findings, t.worst,"              \
    " t.departs_at, t.departs_offset, t.returns, t.decided_at,"                                    \
    " (SELECT badge FROM officer d WHERE d.id = t.decided_by)"                                     \
    " FROM train t CROSS JOIN train_key k ON k.id = t.id"                                          \
    " CROSS JOIN checklist c ON c.id = t.checklist LEFT JOIN officer o ON o.id = t.submitted_by"

/* A train whose import was taken back is in no list. */
#define SHOWN "t.state <> 'withdrawn'"

static struct train_row
read_train(struct reader *r)
{
    struct train_row row = {.id = take_integer(r)};

    row.uuid = take_text(r);
    row.number = take_text(r);
    row.index = take_text(r);
    row.direction = take_text(r);
    row.arrived_at = take_integer(r);
    row.arrived_offset = take_int(r);
    row.checklist = take_integer(r);
    row.form = take_text(r);
    row.version = take_text(r);
    row.source_name = take_text(r);
    row.source_sha256 = take_text(r);
    row.level = take_int(r);
    row.state = take_text(r);
    row.listed_at = take_integer(r);
    row.submitted_at = take_integer(r);
    row.submitted_by = take_text(r);
    row.wagons = take_int(r);
    row.closed = take_int(r);
    row.findings = take_int(r);
    row.worst = take_int_or(r, -1);
    row.departs_at = take_integer(r);
    row.departs_offset = take_int(r);
    row.returns = take_int(r);
    row.decided_at = take_integer(r);
    row.decided_by = take_text(r);
    return row;
}

/* Reads all rows of the bound r. */
static bool
read_trains(struct reader *r, struct trains *out)
{
    while (reader_next(r)) {
        struct train_row row = read_train(r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(r))
        return true;
    trains_release(out);
    return false;
}

static bool
open_trains(struct reader *r, struct store *s, const char *sql, struct trains *out,
            struct rc_error *err)
{
    *out = (struct trains){0};
    return reader_open(r, s, sql, &out->arena, err);
}

bool
store_trains(struct store *s, int64_t before_at, int64_t before_id, size_t limit,
             struct trains *out, struct rc_error *err)
{
    static const char first[] =
        TRAINS " WHERE " SHOWN " ORDER BY t.arrived_at DESC, t.id DESC LIMIT :limit";
    static const char next[] = TRAINS " WHERE (t.arrived_at, t.id) < (:at, :id) AND " SHOWN
                                      " ORDER BY t.arrived_at DESC, t.id DESC LIMIT :limit";
    struct reader r;

    if (!open_trains(&r, s, before_at || before_id ? next : first, out, err))
        return false;
    bind_integer(r.st, ":at", before_at);
    bind_integer(r.st, ":id", before_id);
    bind_integer(r.st, ":limit", limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
    return read_trains(&r, out);
}

bool
store_trains_numbered(struct store *s, const char *number, struct trains *out, struct rc_error *err)
{
    static const char sql[] =
        TRAINS " WHERE t.number = :number AND " SHOWN " ORDER BY t.arrived_at DESC, t.id DESC";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":number", number);
    return read_trains(&r, out);
}

bool
store_train(struct store *s, int64_t id, struct trains *out, struct rc_error *err)
{
    static const char sql[] = TRAINS " WHERE t.id = :id";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_integer(r.st, ":id", id);
    return read_trains(&r, out);
}

bool
store_train_uuid(struct store *s, const char *uuid, struct trains *out, struct rc_error *err)
{
    static const char sql[] = TRAINS " WHERE t.id = (SELECT id FROM train_key WHERE uuid = :uuid)";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":uuid", uuid);
    return read_trains(&r, out);
}

bool
store_trains_in(struct store *s, const char *state, size_t limit, struct trains *out,
                struct rc_error *err)
{
    /* By its state: of all trains only a few are in it. */
    static const char sql[] = TRAINS " WHERE t.state = :state"
                                     " ORDER BY +t.arrived_at DESC, t.id DESC LIMIT :limit";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":state", state);
    bind_integer(r.st, ":limit", limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
    return read_trains(&r, out);
}

bool
store_train_source(struct store *s, const char *sha256, int64_t *id, struct rc_error *err)
{
    static const char sql[] = "SELECT t.id FROM train t WHERE t.source_sha256 = :sha256"
                              " AND " SHOWN " ORDER BY t.id DESC LIMIT 1";
    struct reader r;

    *id = 0;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_text(r.st, ":sha256", sha256);
    if (reader_next(&r))
        *id = take_integer(&r);
    return reader_close(&r);
}

bool
store_trains_open(struct store *s, const char *number, const char *index, struct trains *out,
                  struct rc_error *err)
{
    static const char sql[] =
        TRAINS " WHERE t.id IN (SELECT id FROM train WHERE number = :number AND :number <> ''"
               " UNION SELECT id FROM train WHERE train_index = :index AND :index <> '')"
               " AND t.state IN ('listed', 'inspecting', 'returned')"
               " ORDER BY t.arrived_at DESC, t.id DESC LIMIT 20";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":number", number);
    bind_text(r.st, ":index", index);
    return read_trains(&r, out);
}

bool
store_walk(struct store *s, int64_t train, const char *actor, struct walk_row *out,
           struct rc_error *err)
{
    static const char sql[] = "SELECT w.side, w.to_head FROM walk w JOIN actor a ON a.id = w.actor"
                              " WHERE w.train = :train AND a.name = :actor";
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *out = (struct walk_row){0};
    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_text(r.st, ":actor", actor);
    if (reader_next(&r)) {
        snprintf(out->side, sizeof out->side, "%s", take_text(&r));
        out->to_head = take_integer(&r) != 0;
    }
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
store_train_touched(struct store *s, int64_t train, bool *touched, struct rc_error *err)
{
    static const char sql[] =
        "SELECT EXISTS(SELECT 1 FROM wagon w CROSS JOIN event e ON e.wagon = w.id"
        " CROSS JOIN kind k ON k.id = e.kind WHERE w.train = :train AND k.name <> 'wagon.listed')"
        " OR EXISTS(SELECT 1 FROM event e CROSS JOIN kind k ON k.id = e.kind"
        " WHERE e.train = :train AND e.wagon IS NULL"
        " AND k.name NOT IN ('train.listed', 'train.planned', 'train.walked'))";
    struct reader r;

    *touched = true;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_integer(r.st, ":train", train);
    if (reader_next(&r))
        *touched = take_integer(&r) != 0;
    return reader_close(&r);
}

bool
store_mapping(struct store *s, const char *headings, struct mapping *out, struct rc_error *err)
{
    static const char sql[] = "SELECT m.name, c.key, c.value FROM mapping m"
                              " CROSS JOIN json_each(m.columns) c WHERE m.headings = :headings"
                              " ORDER BY c.id";
    struct reader r;

    *out = (struct mapping){.name = ""};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_text(r.st, ":headings", headings);
    while (reader_next(&r)) {
        out->name = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n].column = take_text(&r);
        out->rows[out->n++].heading = take_text(&r);
    }
    if (reader_close(&r))
        return true;
    mapping_release(out);
    return false;
}

void
mapping_release(struct mapping *m)
{
    free(m->rows);
    arena_free(m->arena);
    *m = (struct mapping){.name = ""};
}

/* The index knows UTC only: a day on either side of it is enough for any offset. */
#define BETWEEN                                                                                    \
    " WHERE t.arrived_at >= :since - 86400000 AND t.arrived_at < :until + 86400000"                \
    " AND t.arrived_at + t.arrived_offset * 60000 >= :since"                                       \
    " AND t.arrived_at + t.arrived_offset * 60000 < :until AND " SHOWN

static void
bind_days(struct reader *r, struct day_range days)
{
    bind_integer(r->st, ":since", days.since);
    bind_integer(r->st, ":until", days.until);
}

bool
store_trains_between(struct store *s, struct day_range days, int64_t after_at, int64_t after_id,
                     size_t limit, struct trains *out, struct rc_error *err)
{
    static const char sql[] = TRAINS BETWEEN " AND (t.arrived_at, t.id) > (:at, :after)"
                                             " ORDER BY t.arrived_at, t.id LIMIT :limit";
    struct reader r;

    if (!open_trains(&r, s, sql, out, err))
        return false;
    bind_days(&r, days);
    bind_integer(r.st, ":at", after_id ? after_at : INT64_MIN);
    bind_integer(r.st, ":after", after_id);
    bind_integer(r.st, ":limit", limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
    return read_trains(&r, out);
}

bool
store_count_trains(struct store *s, struct day_range days, int64_t *n, struct rc_error *err)
{
    static const char sql[] = "SELECT count(*) FROM train t" BETWEEN;
    struct reader r;

    *n = 0;
    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_days(&r, days);
    if (reader_next(&r))
        *n = take_integer(&r);
    return reader_close(&r);
}

void
trains_release(struct trains *t)
{
    free(t->rows);
    arena_free(t->arena);
    *t = (struct trains){0};
}
