/* SPDX-License-Identifier: ISC */
/* Queries: the post, its officers, the adopted checklist sets. */
#include "config.h"

#include "base/alloc.h"
#include "store/connection.h"
#include "store/queries.h"
#include "store/reader.h"

/* The one text that sql gives into out; "" when there is no row. */
static bool
one_text(struct store *s, const char *sql, char *out, size_t size, struct rc_error *err)
{
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *out = '\0';
    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    if (reader_next(&r))
        snprintf(out, size, "%s", take_text(&r));
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
store_post(struct store *s, char *out, size_t size, struct rc_error *err)
{
    return one_text(s, "SELECT name FROM post", out, size, err);
}

bool
store_settings(struct store *s, struct post_settings *out, struct rc_error *err)
{
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    *out = (struct post_settings){.fast_s = 0};
    if (!reader_open(&r, s, "SELECT name, mirror, fast_s, region, key FROM post", &arena, err))
        return false;
    if (reader_next(&r)) {
        snprintf(out->name, sizeof out->name, "%s", take_text(&r));
        snprintf(out->mirror, sizeof out->mirror, "%s", take_text(&r));
        out->fast_s = take_int(&r);
        snprintf(out->region, sizeof out->region, "%s", take_text(&r));
        snprintf(out->key, sizeof out->key, "%s", take_text(&r));
    }
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
store_device(struct store *s, char out[40], struct rc_error *err)
{
    /* Devices get their numbers in the order of their first events. */
    return one_text(s, "SELECT name FROM device ORDER BY id LIMIT 1", out, 40, err);
}

bool
store_heads(struct store *s,
            bool (*each)(void *context, const char *device, int64_t seq,
                         const unsigned char hash[32]),
            void *context, struct rc_error *err)
{
    struct arena *arena = NULL;
    struct reader r;
    bool done = true;

    if (!reader_open(&r, s, "SELECT name FROM device ORDER BY name", &arena, err))
        return false;
    while (done && reader_next(&r)) {
        const char *device = take_text(&r);
        unsigned char hash[32];
        int64_t seq;

        done = store_head(s, device, &seq, hash, err) && each(context, device, seq, hash);
    }
    done = reader_close(&r) && done;
    arena_free(arena);
    return done;
}

bool
store_officers(struct store *s, struct officers *out, struct rc_error *err)
{
    static const char sql[] = "SELECT o.id, a.name, o.name, o.badge, o.role, o.active, o.pin, o.key"
                              " FROM officer o JOIN actor a ON a.id = o.id ORDER BY o.id";
    struct reader r;

    *out = (struct officers){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    while (reader_next(&r)) {
        struct officer_row row = {.id = take_integer(&r)};

        row.actor = take_text(&r);
        row.name = take_text(&r);
        row.badge = take_text(&r);
        row.role = take_text(&r);
        row.active = take_int(&r) != 0;
        row.pin = take_text(&r);
        row.key = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    officers_release(out);
    return false;
}

void
officers_release(struct officers *o)
{
    free(o->rows);
    arena_free(o->arena);
    *o = (struct officers){0};
}

bool
store_checklists(struct store *s, struct checklists *out, struct rc_error *err)
{
    static const char sql[] = "SELECT id, form, version, sha256 FROM checklist ORDER BY id";
    struct reader r;

    *out = (struct checklists){0};
    if (!reader_open(&r, s, sql, &out->arena, err))
        return false;
    while (reader_next(&r)) {
        struct checklist_row row = {.id = take_integer(&r)};

        row.form = take_text(&r);
        row.version = take_text(&r);
        row.sha256 = take_text(&r);
        ARRAY_GROW(out->rows, out->n, out->cap);
        out->rows[out->n++] = row;
    }
    if (reader_close(&r))
        return true;
    checklists_release(out);
    return false;
}

void
checklists_release(struct checklists *c)
{
    free(c->rows);
    arena_free(c->arena);
    *c = (struct checklists){0};
}

bool
store_checklist_files(struct store *s, int64_t checklist,
                      bool (*each)(void *context, const char *path, const char *text),
                      void *context, struct rc_error *err)
{
    static const char sql[] =
        "SELECT f.value ->> 0, f.value ->> 1 FROM checklist c CROSS JOIN event e ON e.id = c.event"
        " CROSS JOIN json_each(e.body, '$.files') f WHERE c.id = :id ORDER BY f.key";
    bool going = true;
    struct reader r;

    if (!reader_open(&r, s, sql, NULL, err))
        return false;
    bind_integer(r.st, ":id", checklist);
    while (going && reader_next(&r)) {
        struct arena *arena = NULL;
        const char *path;

        r.arena = &arena;
        path = take_text(&r);
        going = each(context, path, take_text(&r));
        arena_free(arena);
    }
    return reader_close(&r) && going;
}
