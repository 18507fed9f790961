/* SPDX-License-Identifier: ISC */
/* Queries: wagons of a train, one wagon, its earlier passages. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/tail.h"
#include "store/wagon_rows.h"

static void
read_listed(struct reader *r, struct wagon_row *row)
{
    row->owner_railway = take_text(r);
    row->cargo_etsng = take_text(r);
    row->cargo_gng = take_text(r);
    row->cargo_name = take_text(r);
    row->net_kg = take_integer_or(r, -1);
    row->tare_kg = take_integer_or(r, -1);
    row->axles = take_int(r);
    row->un_no = take_text(r);
    row->hazard_no = take_text(r);
    row->emergency_card = take_text(r);
    row->origin_station = take_text(r);
    row->destination_station = take_text(r);
    row->consignor = take_text(r);
    row->consignee = take_text(r);
    row->seal_count = take_int_or(r, -1);
    row->containers = take_text(r);
}

static struct wagon_row
read_wagon(struct reader *r)
{
    struct wagon_row row = {.id = take_integer(r)};

    row.train = take_integer(r);
    row.uuid = take_text(r);
    row.position = take_int(r);
    row.number = take_text(r);
    row.kind = take_text(r);
    row.kind_from = take_text(r);
    row.level = take_int(r);
    read_listed(r, &row);
    row.state = take_text(r);
    row.reason = take_text(r);
    row.done = take_int(r);
    row.total = take_int(r);
    row.findings = take_int(r);
    row.worst = take_int_or(r, -1);
    row.seals_expected = take_int(r);
    row.seals_read = take_int(r);
    row.seals_bad = take_int(r);
    row.first_at = take_integer(r);
    row.last_at = take_integer(r);
    row.closed_at = take_integer(r);
    row.officer = take_text(r);
    return row;
}

bool
wagons_open(struct reader *r, struct store *s, const char *sql, struct wagons *out,
            struct rc_error *err)
{
    *out = (struct wagons){0};
    return reader_open(r, s, sql, &out->arena, err);
}

bool
wagons_read(struct reader *r, struct wagons *out)
{
    while (reader_next(r)) {
        struct wagon_row row = read_wagon(r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(r))
        return true;
    wagons_release(out);
    return false;
}

void
bind_limit(struct reader *r, size_t limit)
{
    bind_integer(r->st, ":limit", limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
}

bool
store_consist(struct store *s, int64_t train, bool own, struct wagons *out, struct rc_error *err)
{
    static const char sql[] =
        WAGONS " WHERE w.train = :train AND w.position >= :first ORDER BY w.position, w.id";
    struct reader r;

    if (!wagons_open(&r, s, sql, out, err))
        return false;
    bind_integer(r.st, ":train", train);
    bind_integer(r.st, ":first", own ? 0 : 1);
    return wagons_read(&r, out);
}

bool
store_wagon(struct store *s, int64_t id, struct wagons *out, struct rc_error *err)
{
    static const char sql[] = WAGONS " WHERE w.id = :id";
    struct reader r;

    if (!wagons_open(&r, s, sql, out, err))
        return false;
    bind_integer(r.st, ":id", id);
    return wagons_read(&r, out);
}

bool
store_wagon_history(struct store *s, const char *number, int64_t except, size_t limit,
                    struct wagons *out, struct rc_error *err)
{
    static const char sql[] = WAGONS " WHERE w.tail = :tail AND w.id <> :except" WAGON_SHOWN
                                     " ORDER BY w.id DESC LIMIT :limit";
    char tail[TAIL_SIZE];
    struct reader r;

    *out = (struct wagons){0};
    if (!tail_of(number, tail) || !*tail)
        return true;
    if (!wagons_open(&r, s, sql, out, err))
        return false;
    bind_text(r.st, ":tail", tail);
    bind_integer(r.st, ":except", except);
    bind_limit(&r, limit);
    return wagons_read(&r, out);
}

void
wagons_release(struct wagons *w)
{
    free(w->rows);
    arena_free(w->arena);
    *w = (struct wagons){0};
}
