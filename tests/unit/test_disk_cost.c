/* SPDX-License-Identifier: ISC */
/* What an answer costs on the disk, event, indexes and projection together. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "store/connection.h"
#include "store_world.h"

enum { WAGONS = 1000, IN_TRAIN = 63, ANSWERS = 20, MOST_BYTES = 150 };

static void
must(bool done, const struct rc_error *err)
{
    if (!done)
        fail_msg("%s: %s", rc_code_text(err->code), err->arg[0]);
}

/* Like a checker's working day: answers of a wagon one after the other, some seconds between. */
static void
answer_wagon(struct world *w, int train, int wagon, int answers, struct rc_error *err)
{
    for (int i = 1; i <= answers; i++) {
        char body[80];
        int pause = 2 + (wagon * 7 + i * 13) % 9;

        w->at += pause * 1000 + i * 37 % 1000;
        w->uptime += pause * 1000 + i * 37 % 1000 + i % 2; /* the clocks differ by a millisecond */
        snprintf(body, sizeof body, "{\"s\":[[\"TNK-%d\",\"%s\"]],\"n\":[%d,24],\"t\":%d}", i,
                 i % 9 ? "+" : "-", i, pause);
        must(world_append(w, "answer.set", train, wagon, body, err), err);
    }
    must(world_append(w, "wagon.closed", train, wagon, "{}", err), err);
}

static int64_t
bytes_of(struct world *w)
{
    int64_t pages = 0, size = 0;

    assert_int_equal(
        sqlite3_wal_checkpoint_v2(w->store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL),
        SQLITE_OK);
    assert_true(statement_integer(w->store, "PRAGMA page_count", 0, 0, &pages, NULL));
    assert_true(statement_integer(w->store, "PRAGMA page_size", 0, 0, &size, NULL));
    return pages * size;
}

static void
print_tables(struct world *w)
{
    static const char sql[] = "SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC";
    struct statement *st = statement_get(w->store, sql, NULL, NULL);

    assert_non_null(st);
    for (int i = 0; i < 5 && statement_step(w->store, st, NULL) == STEP_ROW; i++)
        print_message("#   %-24s %.1f bytes an answer\n",
                      (const char *)sqlite3_column_text(st->stmt, 0),
                      sqlite3_column_double(st->stmt, 1) / (WAGONS * ANSWERS));
    statement_put(st);
}

/* Size of a database with all the wagons listed, answered and closed. */
static int64_t
size_with(int answers)
{
    struct world w = {0};
    struct rc_error err = {0};
    int64_t bytes;

    world_create(&w);
    world_begin_train(&w);
    for (int first = 1; first <= WAGONS; first += IN_TRAIN) {
        int train = first / IN_TRAIN + 1, end = first + IN_TRAIN;

        must(store_begin(w.store, &err), &err);
        for (int wagon = first; wagon < end && wagon <= WAGONS; wagon++) {
            char body[200];

            snprintf(body, sizeof body,
                     "{\"pos\":%d,\"no\":\"%08d\",\"tail\":\"%08d\",\"kind\":\"tank\",\"level\":1,"
                     "\"n\":[0,24]}",
                     wagon - first + 1, wagon, wagon);
            must(world_append(&w, "wagon.listed", train, wagon, body, &err), &err);
        }
        must(store_commit(w.store, &err), &err);
        must(store_begin(w.store, &err), &err);
        for (int wagon = first; wagon < end && wagon <= WAGONS; wagon++)
            answer_wagon(&w, train, wagon, answers, &err);
        must(store_commit(w.store, &err), &err);
    }
    bytes = bytes_of(&w);
    if (answers)
        print_tables(&w);
    world_remove(&w);
    return bytes;
}

static void
answer_costs_at_most_150_bytes(void **state)
{
    double each;

    (void)state;
    each = (double)(size_with(ANSWERS) - size_with(0)) / (WAGONS * ANSWERS);
    print_message("# %d answers on %d closed wagons: %.1f bytes of file an answer\n",
                  WAGONS * ANSWERS, WAGONS, each);
    assert_true(each <= MOST_BYTES);
    assert_true(each > 50); /* less would mean that nothing was measured */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answer_costs_at_most_150_bytes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
