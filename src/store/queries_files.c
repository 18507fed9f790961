/* SPDX-License-Identifier: ISC */
/* Queries: files attached to findings. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

static struct file_row
read_file(struct reader *r)
{
    struct file_row row = {.finding = take_text(r)};

    row.sha256 = take_text(r);
    row.name = take_text(r);
    row.size = take_integer(r);
    row.at = take_integer(r);
    row.offset_min = take_int(r);
    row.officer = take_text(r);
    return row;
}

/* The rows of a reader that is open. */
static bool
read_files(struct reader *r, struct files *out)
{
    while (reader_next(r)) {
        struct file_row row = read_file(r);

        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(r))
        return true;
    files_release(out);
    return false;
}

bool
store_files(struct store *s, int64_t wagon, struct files *out, struct rc_error *err)
{
    static const char sql[] =
        "SELECT f.finding, f.sha256, f.name, f.size, x.at + e.tick, x.utc_offset, o.badge"
        " FROM file f LEFT JOIN event e ON e.id = f.event LEFT JOIN session x ON x.id = e.session"
        " LEFT JOIN officer o ON o.id = x.actor WHERE f.wagon = :wagon ORDER BY f.event, f.sha256";
    struct reader r;

    *out = (struct files){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    bind_integer(r.st, ":wagon", wagon);
    return read_files(&r, out);
}

void
files_release(struct files *f)
{
    free(f->rows);
    arena_free(f->arena);
    *f = (struct files){0};
}

bool
store_finding_wagon(struct store *s, const char *uuid, int64_t *wagon, struct rc_error *err)
{
    struct reader r;

    *wagon = 0;
    if (!reader_open(&r, s, "SELECT wagon FROM finding WHERE uuid = :uuid", NULL, err))
        return false;
    bind_text(r.st, ":uuid", uuid);
    if (reader_next(&r))
        *wagon = take_integer(&r);
    return reader_close(&r);
}

#define ATTACHED                                                                                   \
    " FROM event e WHERE e.kind = (SELECT id FROM kind WHERE name = 'file.attached')"              \
    " AND json_valid(e.body)"

bool
store_files_ever(struct store *s, struct files *out, struct rc_error *err)
{
    static const char sql[] = "SELECT DISTINCT '', e.body ->> 'sha256', e.body ->> 'name',"
                              " e.body ->> 'size', NULL, NULL, NULL" ATTACHED " ORDER BY 2, 3";
    struct reader r;

    *out = (struct files){0};
    return reader_open(&r, s, sql, &out->arena, err) && read_files(&r, out);
}

bool
store_file_known(struct store *s, const char *sha256, bool *known, struct rc_error *err)
{
    struct reader r;

    *known = false;
    if (!reader_open(&r, s, "SELECT 1" ATTACHED " AND e.body ->> 'sha256' = :sha256 LIMIT 1", NULL,
                     err))
        return false;
    bind_text(r.st, ":sha256", sha256);
    *known = reader_next(&r);
    return reader_close(&r);
}
