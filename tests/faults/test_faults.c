/* SPDX-License-Identifier: ISC */
/*
 * The disk fails at the Nth call, for N = 1, 2, 3 ... until a pass in which nothing fails any more:
 * once, and from then on for ever. Whatever happens, a committed event stays, nothing is half done,
 * and the failure is said.
 */
#include "config.h"

#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "../unit/store_world.h"
#include "base/alloc.h"
#include "chain.h"
#include "fault_vfs.h"
#include "trail/trail.h"

enum { IN_TRANSACTION = 3, MOST_CALLS = 2000 };

static int
set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);

    w->hash = chain_hash;
    world_create(w);
    world_begin_train(w);
    world_list_wagon(w, 1, 1, "73072738", "Diesel fuel", NULL);
    assert_true(store_close(w->store));
    w->store = NULL;
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

/* Opens, appends and commits while calls fail. True: all of it was reported as saved. */
static bool
work(struct world *w, struct rc_error *err)
{
    bool saved = false;

    w->store = store_open(w->dir, STORE_WRITE, "fault", err);
    if (!w->store)
        return false;
    if (store_begin(w->store, err)) {
        bool good = true;

        for (int i = 0; i < IN_TRANSACTION && good; i++)
            good = world_append(w, "answer.set", 1, 1,
                                "{\"s\":[[\"TNK-1\",\"+\"],[\"TNK-2\",\"-\"]],\"n\":[2,24]}", err);
        if (good)
            saved = store_commit(w->store, err);
        else
            store_rollback(w->store);
    }
    store_close(w->store);
    w->store = NULL;
    return saved;
}

/* What the officer is told must fit what happened. */
static void
assert_said(enum fault_class c, const struct rc_error *err)
{
    assert_int_not_equal(err->code, RC_OK);
    if (c == FAULT_FULL)
        assert_int_equal(err->code, RC_E_DISK_FULL);
    if (c == FAULT_SYNC || c == FAULT_WRITE)
        assert_int_equal(err->code, RC_E_WRITE);
}

static void
fail_at_every_call(struct world *w, enum fault_class c, bool for_ever)
{
    int64_t saved, before;
    int n, reported = 0;

    world_reopen(w, STORE_WRITE);
    saved = chain_verify(w->store);
    for (n = 1; n < MOST_CALLS; n++) {
        struct rc_error err = {0};
        int64_t now;
        bool hit, done;

        before = saved;
        assert_true(store_close(w->store));
        fault_set(c, n, for_ever);
        done = work(w, &err);
        hit = fault_clear();
        if (!done) {
            assert_true(hit);
            assert_said(c, &err);
            reported++;
        }
        world_reopen(w, STORE_WRITE);
        now = chain_verify(w->store);
        /* A commit whose sync failed is in doubt: recovery may find it whole. Nothing else is. */
        if (done || (c == FAULT_SYNC && now != before))
            saved += IN_TRANSACTION;
        assert_int_equal(now, saved);
        if (n % 8 == 1)
            world_assert_rebuild(w);
        if (!hit)
            break;
    }
    assert_true(n < MOST_CALLS);
    print_message("# %s fails %s: %d calls, %d failures reported\n", fault_name(c),
                  for_ever ? "for ever" : "once", n - 1, reported);
    world_assert_rebuild(w);
    assert_true(store_close(w->store));
    w->store = NULL;
}

static void
no_committed_event_is_lost_when_a_call_fails(void **state)
{
    for (int c = 0; c < FAULT_CLASSES; c++) {
        fail_at_every_call(*state, (enum fault_class)c, false);
        fail_at_every_call(*state, (enum fault_class)c, true);
    }
}

/* A failure in one transaction: the same connection goes on working after it. */
static void
connection_works_again_after_the_failure_is_over(void **state)
{
    struct world *w = *state;

    for (int c = FAULT_WRITE; c <= FAULT_SYNC; c++) {
        struct rc_error err = {0};
        int64_t before, seq;
        unsigned char hash[32];

        w->store = store_open(w->dir, STORE_WRITE, "fault", &err);
        assert_non_null(w->store);
        before = chain_verify(w->store);
        assert_true(store_begin(w->store, &err));
        assert_true(world_append(w, "first.of.its.kind", 1, 1, "{}", &err));
        fault_set((enum fault_class)c, 1, true);
        assert_false(store_commit(w->store, &err));
        fault_clear();
        assert_said((enum fault_class)c, &err);
        assert_true(store_head(w->store, w->device, &seq, hash, &err));
        assert_int_equal(seq, before);
        world_record(w, "first.of.its.kind", 1, 1, "{}");
        assert_int_equal(chain_verify(w->store), before + 1);
        assert_true(store_close(w->store));
        w->store = NULL;
    }
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)st;
    (void)type;
    return where->level ? remove(path) : 0;
}

/* Making a database: it is there, or it can be made again. */
static void
new_database_is_whole_or_can_be_made_again(void **state)
{
    struct world *w = *state;

    for (int c = 0; c < FAULT_CLASSES; c++) {
        bool hit = true;

        for (int n = 1; hit; n++) {
            struct rc_error err = {0};

            assert_true(n < MOST_CALLS);
            assert_int_equal(nftw(w->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS), 0);
            fault_set((enum fault_class)c, n, n % 2);
            w->store = store_open(w->dir, STORE_CREATE, "fault", &err);
            if (w->store)
                store_close(w->store);
            else
                assert_int_not_equal(err.code, RC_OK);
            hit = fault_clear();
            w->store = store_open(w->dir, STORE_CREATE, NULL, &err);
            if (!w->store)
                fail_msg("%s %d: %s: %s", fault_name((enum fault_class)c), n,
                         rc_code_text(err.code), err.arg[0]);
            world_begin_train(w);
            assert_int_equal(chain_verify(w->store), 4);
            assert_true(store_close(w->store));
            w->store = NULL;
        }
    }
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(no_committed_event_is_lost_when_a_call_fails),
        CASE(connection_works_again_after_the_failure_is_over),
        CASE(new_database_is_whole_or_can_be_made_again),
    };

    if (!trail_init(NULL))
        return 1;
    fault_register();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
