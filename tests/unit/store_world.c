/* SPDX-License-Identifier: ISC */
/* The test database, and looking at its file from outside. */
#include "config.h"

#include "store_world.h"

#include <ftw.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"

void
world_create(struct world *w)
{
    struct rc_error err = {0};

    snprintf(w->dir, sizeof w->dir, "/tmp/railcheck-store-XXXXXX");
    assert_non_null(mkdtemp(w->dir));
    w->device = "01890000-0000-7000-8000-00000000000d";
    w->actor = "01890000-0000-7000-8000-00000000000a";
    w->at = INT64_C(1795000000000);
    w->uptime = 5000000;
    w->store = store_open(w->dir, STORE_CREATE, w->vfs, &err);
    if (!w->store)
        fail_msg("create: %s: %s %s", rc_code_text(err.code), err.arg[0], err.arg[1]);
}

void
world_begin_train(struct world *w)
{
    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
    world_record(w, "officer.added", 0, 0,
                 "{\"id\":\"01890000-0000-7000-8000-00000000000a\",\"name\":\"Officer One\","
                 "\"badge\":\"101\",\"role\":\"officer\"}");
    world_record(w, "checklist.adopted", 0, 0,
                 "{\"form\":\"railcheck\",\"version\":\"" WORLD_ROUND_CHECKLIST "\","
                 "\"sha256\":\"00\",\"files\":[[\"settings.csv\",\"form_id\\r\\n\"],"
                 "[\"modules/tank.csv\",\"type,name\\r\\n\"]]}");
    world_record(w, "train.listed", 1, 0,
                 "{\"no\":\"2401\",\"index\":\"7200-089-6740\",\"direction\":\"in\","
                 "\"arrived\":1794990000000,\"offset\":300,\"form\":\"railcheck\","
                 "\"version\":\"" WORLD_ROUND_CHECKLIST "\",\"source\":\"2401.csv\","
                 "\"sha256\":\"feed\",\"level\":1}");
}

void
world_reopen(struct world *w, enum store_mode mode)
{
    struct rc_error err = {0};

    if (w->store)
        assert_true(store_close(w->store));
    w->store = store_open(w->dir, mode, w->vfs, &err);
    if (!w->store)
        fail_msg("open: %s: %s %s", rc_code_text(err.code), err.arg[0], err.arg[1]);
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st;
    (void)type;
    (void)where;
    return remove(path);
}

void
world_remove(struct world *w)
{
    if (w->store)
        assert_true(store_close(w->store));
    w->store = NULL;
    assert_int_equal(nftw(w->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
}

const char *
world_uuid(char sort, int n, char out[40])
{
    snprintf(out, 40, "01890000-0000-7000-8%03d-0000000%05d", sort % 1000, n);
    return out;
}

bool
world_append(struct world *w, const char *kind, int train, int wagon, const char *body,
             struct rc_error *err)
{
    char train_text[40], wagon_text[40];
    unsigned char prev[32];
    struct event e = {
        .device = w->device,
        .at = w->at,
        .utc_offset = 300,
        .boot = "6f0c2c5e-0000-4000-8000-000000000001",
        .uptime = w->uptime,
        .actor = w->actor,
        .kind = kind,
        .train = train ? world_uuid('t', train, train_text) : NULL,
        .wagon = wagon ? world_uuid('w', wagon, wagon_text) : NULL,
        .body = body,
    };

    if (!store_head(w->store, w->device, &e.seq, prev, err))
        return false;
    e.seq++;
    if (w->hash)
        w->hash(prev, &e);
    else
        memcpy(e.hash, &e.seq, sizeof e.seq);
    if (!store_append(w->store, &e, err))
        return false;
    w->at += 1000;
    w->uptime += 1000;
    w->seq = e.seq;
    return true;
}

int64_t
world_record(struct world *w, const char *kind, int train, int wagon, const char *body)
{
    struct rc_error err = {0};

    if (!store_begin(w->store, &err) || !world_append(w, kind, train, wagon, body, &err) ||
        !store_commit(w->store, &err))
        fail_msg("%s: %s: %s", kind, rc_code_text(err.code), err.arg[0]);
    return w->seq;
}

void
world_list_wagon(struct world *w, int train, int wagon, const char *number, const char *cargo,
                 const char *expected)
{
    char tail[32] = "";
    size_t len = strlen(number);
    struct buf body = {0};

    for (size_t i = 0; i < len; i++)
        tail[i] = number[len - 1 - i];
    buf_addf(&body,
             "{\"pos\":%d,\"no\":\"%s\",\"tail\":\"%s\",\"kind\":\"tank\",\"kind_from\":\"list\","
             "\"level\":1,\"owner\":\"27\",\"cargo\":\"%s\",\"net\":60000,\"axles\":4,"
             "\"un\":\"1202\",\"consignor\":\"Sender\",\"consignee\":\"Receiver\",\"seals\":1,"
             "\"expected\":%s,\"n\":[0,24]}",
             wagon, number, tail, cargo, expected ? expected : "[]");
    world_record(w, "wagon.listed", train, wagon, buf_text(&body));
    buf_release(&body);
}

/* --- the file from outside --- */

static sqlite3 *
open_outside(const struct world *w)
{
    struct buf path = {0};
    sqlite3 *db = NULL;

    buf_addf(&path, "%s/railcheck.db", w->dir);
    assert_int_equal(sqlite3_open_v2(buf_text(&path), &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    buf_release(&path);
    return db;
}

int64_t
world_wagon(struct world *w, int wagon)
{
    sqlite3 *db = open_outside(w);
    sqlite3_stmt *st = NULL;
    char uuid[40];
    int64_t id;

    assert_int_equal(
        sqlite3_prepare_v2(db, "SELECT id FROM wagon_key WHERE uuid = ?", -1, &st, NULL),
        SQLITE_OK);
    sqlite3_bind_text(st, 1, world_uuid('w', wagon, uuid), -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    id = sqlite3_column_int64(st, 0);
    sqlite3_finalize(st);
    sqlite3_close(db);
    return id;
}

static void
dump_table(sqlite3 *db, const char *columns, const char *table, const char *order, struct buf *out)
{
    sqlite3_stmt *st = NULL;
    struct buf sql = {0};

    buf_addf(&sql, "SELECT %s FROM %s ORDER BY %s", columns, table, order);
    assert_int_equal(sqlite3_prepare_v2(db, buf_text(&sql), -1, &st, NULL), SQLITE_OK);
    buf_addf(out, "-- %s\n", table);
    while (sqlite3_step(st) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(st); i++) {
            const char *text = (const char *)sqlite3_column_text(st, i);

            buf_addf(out, "%s%s=%s", i ? " | " : "", sqlite3_column_name(st, i),
                     text ? text : "NULL");
        }
        buf_addc(out, '\n');
    }
    sqlite3_finalize(st);
    buf_release(&sql);
}

void
world_dump(struct world *w, struct buf *out)
{
    static const char *const tables[][2] = {
        {"post", "1"},      {"officer", "1"},      {"checklist", "1"}, {"code", "1, 2"},
        {"code_list", "1"}, {"train", "1"},        {"wagon", "1"},     {"answer", "1, 2"},
        {"seal", "1, 2"},   {"finding", "1"},      {"file", "1, 2"},   {"gate", "1, 2, 3"},
        {"note", "1"},      {"review", "1"},       {"shift", "1"},     {"walk", "1, 2"},
        {"mapping", "1"},   {"undo_step", "1, 2"},
    };
    sqlite3 *db = open_outside(w);

    for (size_t i = 0; i < ARRAY_LEN(tables); i++)
        dump_table(db, "*", tables[i][0], tables[i][1], out);
    dump_table(db, "rowid, words", "search_text", "rowid", out);
    sqlite3_close(db);
}

void
world_assert_rebuild(struct world *w)
{
    struct buf before = {0}, after = {0};
    struct rc_error err = {0};

    world_dump(w, &before);
    if (!store_rebuild(w->store, &err))
        fail_msg("rebuild: %s: %s", rc_code_text(err.code), err.arg[0]);
    world_dump(w, &after);
    assert_string_equal(buf_text(&before), buf_text(&after));
    buf_release(&before);
    buf_release(&after);
}

bool
world_sql(struct world *w, const char *sql, struct buf *message)
{
    sqlite3 *db = open_outside(w);
    char *text = NULL;
    int rc = sqlite3_exec(db, sql, NULL, NULL, &text);

    if (message)
        buf_adds(message, text ? text : "");
    sqlite3_free(text);
    sqlite3_close(db);
    return rc == SQLITE_OK;
}
