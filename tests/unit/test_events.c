/* SPDX-License-Identifier: ISC */
/* Transactions, and the events themselves. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "store/connection.h"
#include "store_world.h"

static int
set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);

    world_create(w);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    world_remove(*state);
    free(*state);
    return 0;
}

static int64_t
pragma(struct world *w, const char *sql)
{
    int64_t value = -1;

    assert_true(statement_integer(w->store, sql, 0, -1, &value, NULL));
    return value;
}

static bool
count_event(void *context, const struct event *e, struct rc_error *err)
{
    (void)e;
    (void)err;
    ++*(int64_t *)context;
    return true;
}

static int64_t
events_in(struct world *w)
{
    int64_t n = 0;

    assert_true(store_events(w->store, count_event, &n, NULL));
    return n;
}

static void
events_cannot_be_changed_or_deleted(void **state)
{
    struct world *w = *state;
    struct buf message = {0};

    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
    assert_false(world_sql(w, "UPDATE event SET body = '{}'", &message));
    assert_string_equal(buf_text(&message), "events are never changed");
    buf_clear(&message);
    assert_false(world_sql(w, "DELETE FROM event", &message));
    assert_string_equal(buf_text(&message), "events are never deleted");
    buf_release(&message);
}

static bool
compare_event(void *context, const struct event *e, struct rc_error *err)
{
    const struct event *want = context;

    (void)err;
    assert_string_equal(e->device, want->device);
    assert_int_equal(e->seq, want->seq);
    assert_int_equal(e->at, want->at);
    assert_int_equal(e->utc_offset, want->utc_offset);
    assert_string_equal(e->boot, want->boot);
    assert_int_equal(e->uptime, want->uptime);
    assert_string_equal(e->actor, want->actor);
    assert_string_equal(e->kind, want->kind);
    assert_string_equal(e->train, want->train);
    assert_string_equal(e->wagon, want->wagon);
    assert_string_equal(e->body, want->body);
    assert_memory_equal(e->hash, want->hash, 32);
    return rc_fail(err, RC_E_EMPTY, "stop", NULL);
}

static void
event_comes_back_as_it_was_given(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    unsigned char hash[32];
    int64_t seq;
    struct event e = {.device = "dev",
                      .seq = 1,
                      .at = INT64_C(1795000000123),
                      .utc_offset = -210,
                      .boot = "boot",
                      .uptime = INT64_C(98765432101),
                      .actor = "system",
                      .kind = "export.made",
                      .train = "train",
                      .wagon = "wagon",
                      .body = "{\"a\": \"\xd1\x8f \\\"quoted\\\"\"}"};

    memset(e.hash, 0xa5, sizeof e.hash);
    assert_true(store_begin(w->store, &err));
    assert_true(store_append(w->store, &e, &err));
    assert_true(store_commit(w->store, &err));
    world_reopen(w, STORE_READ);
    assert_true(store_head(w->store, "dev", &seq, hash, &err));
    assert_int_equal(seq, 1);
    assert_memory_equal(hash, e.hash, 32);
    /* A callback that says stop is obeyed, and its error is passed on. */
    assert_false(store_events(w->store, compare_event, &e, &err));
    assert_int_equal(err.code, RC_E_EMPTY);
    assert_true(store_head(w->store, "nobody", &seq, hash, &err));
    assert_int_equal(seq, 0);
}

static void
each_device_counts_by_itself_and_the_clock_may_jump(void **state)
{
    struct world *w = *state;
    int64_t seq;
    unsigned char hash[32];

    world_record(w, "device.created", 0, 0, "{\"post\":\"A\"}");
    w->device = "second";
    world_record(w, "device.created", 0, 0, "{\"post\":\"B\"}");
    w->at -= INT64_C(86400000) * 400;
    world_record(w, "clock.flagged", 0, 0, "{}");
    assert_int_equal(w->seq, 2);
    world_reopen(w, STORE_WRITE);
    assert_true(store_head(w->store, "second", &seq, hash, NULL));
    assert_int_equal(seq, 2);
    world_record(w, "clock.flagged", 0, 0, "{}");
    assert_int_equal(w->seq, 3);
    w->device = "01890000-0000-7000-8000-00000000000d";
    world_record(w, "clock.flagged", 0, 0, "{}");
    assert_int_equal(w->seq, 2);
    assert_int_equal(events_in(w), 5);
}

static void
event_out_of_line_is_refused_and_nothing_of_it_stays(void **state)
{
    struct world *w = *state;
    static const struct event bad[] = {
        {.device = "d", .seq = 2, .boot = "b", .actor = "a", .kind = "k", .body = "{}"},
        {.device = "d", .seq = 0, .boot = "b", .actor = "a", .kind = "k", .body = "{}"},
        {.device = "d", .seq = 1, .boot = "b", .actor = "a", .kind = "k", .body = "{"},
        {.device = "d", .seq = 1, .at = -5, .boot = "b", .actor = "a", .kind = "k", .body = "{}"},
        {.device = "d",
         .seq = 1,
         .boot = "b",
         .actor = "a",
         .kind = "k",
         .wagon = "w",
         .body = "{}"},
    };

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct rc_error err = {0};

        assert_true(store_begin(w->store, &err));
        assert_false(store_append(w->store, &bad[i], &err));
        assert_int_not_equal(err.code, RC_OK);
        /* It rolled back: a commit has nothing to commit. */
        assert_false(store_commit(w->store, &err));
        assert_int_equal(err.code, RC_E_STORE_TRANSACTION);
    }
    assert_int_equal(events_in(w), 0);
    assert_int_equal(pragma(w, "SELECT count(*) FROM device"), 0);
    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
}

static void
names_of_a_rolled_back_transaction_are_forgotten(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};

    assert_true(store_begin(w->store, &err));
    assert_true(world_append(w, "first.kind", 1, 1, "{}", &err));
    store_rollback(w->store);
    store_rollback(w->store); /* harmless */
    assert_int_equal(pragma(w, "SELECT count(*) FROM kind"), 0);
    world_record(w, "other.kind", 2, 2, "{}");
    world_record(w, "first.kind", 1, 1, "{}");
    assert_int_equal(pragma(w, "SELECT count(*) FROM event e JOIN kind k ON k.id = e.kind"
                               " WHERE e.seq = 2 AND k.name = 'first.kind'"),
                     1);
}

static void
wagon_cannot_move_to_another_train(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};

    world_record(w, "odd.kind", 1, 1, "{}");
    assert_true(store_begin(w->store, &err));
    assert_false(world_append(w, "odd.kind", 2, 1, "{}", &err));
    assert_int_equal(err.code, RC_E_STORE_REFUSED);
}

static void
transactions_do_not_nest(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    const struct event e = {
        .device = "d", .seq = 1, .boot = "b", .actor = "a", .kind = "k", .body = "{}"};

    assert_false(store_commit(w->store, &err));
    assert_int_equal(err.code, RC_E_STORE_TRANSACTION);
    assert_false(store_append(w->store, &e, &err));
    assert_int_equal(err.code, RC_E_STORE_TRANSACTION);
    assert_true(store_begin(w->store, &err));
    assert_false(store_begin(w->store, &err));
    assert_int_equal(err.code, RC_E_STORE_TRANSACTION);
    assert_true(store_append(w->store, &e, &err));
    assert_true(store_commit(w->store, &err));
    assert_int_equal(events_in(w), 1);
}

static void
close_rolls_an_open_transaction_back(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};

    world_record(w, "odd.kind", 0, 0, "{}");
    assert_true(store_begin(w->store, &err));
    assert_true(world_append(w, "odd.kind", 0, 0, "{}", &err));
    world_reopen(w, STORE_WRITE);
    assert_int_equal(events_in(w), 1);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(events_cannot_be_changed_or_deleted),
        CASE(event_comes_back_as_it_was_given),
        CASE(each_device_counts_by_itself_and_the_clock_may_jump),
        CASE(event_out_of_line_is_refused_and_nothing_of_it_stays),
        CASE(names_of_a_rolled_back_transaction_are_forgotten),
        CASE(wagon_cannot_move_to_another_train),
        CASE(transactions_do_not_nest),
        CASE(close_rolls_an_open_transaction_back),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
