/* SPDX-License-Identifier: ISC */
/*
 * A writer is killed with SIGKILL at random moments, again and again on the same database. Every
 * event that it acknowledged (after its commit, on a pipe) must be there afterwards, the chain must
 * be whole, and the tables must equal a rebuild. RC_TEST_SEED repeats a run.
 */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/store_world.h"
#include "chain.h"
#include "trail/trail.h"

enum { CYCLES = 220, REBUILD_EVERY = 22, WAGONS = 3 };

static unsigned
draw(unsigned *x, unsigned below)
{
    *x = *x * 1664525u + 1013904223u;
    return (*x >> 8) % below;
}

/* One step of an officer: answers, a note, or an undo. */
static bool
one_event(struct world *w, unsigned *x)
{
    int wagon = 1 + (int)draw(x, WAGONS);
    char body[100];
    int64_t seq = 0;

    switch (draw(x, 6)) {
    case 0:
        return world_append(w, "note.added", 1, wagon, "{\"text\":\"Трещина\"}", NULL);
    case 1:
        if (!store_undo(w->store, wagon, &seq, NULL, NULL))
            return false;
        snprintf(body, sizeof body, "{\"of\":%lld}", (long long)seq);
        if (seq)
            return world_append(w, "undo.made", 1, wagon, body, NULL);
        break;
    default:
        break;
    }
    snprintf(body, sizeof body, "{\"s\":[[\"TNK-%u\",\"+\"]],\"n\":[%u,24]}", draw(x, 24),
             draw(x, 24));
    return world_append(w, "answer.set", 1, wagon, body, NULL);
}

/* Writes until it is killed; opens anew now and then, so that the kill may hit the opening and the
 * checkpoint of the close as well. */
static void __attribute__((noreturn)) write_for_ever(struct world *w, int out, unsigned seed)
{
    unsigned x = seed;

    for (;;) {
        w->store = store_open(w->dir, STORE_WRITE, NULL, NULL);
        if (!w->store)
            _exit(2);
        for (unsigned left = 1 + draw(&x, 30); left; left--) {
            if (!store_begin(w->store, NULL))
                _exit(3);
            for (unsigned n = 1 + draw(&x, 3); n; n--) {
                if (!one_event(w, &x))
                    _exit(4);
            }
            if (!store_commit(w->store, NULL))
                _exit(5);
            if (write(out, &w->seq, sizeof w->seq) != (ssize_t)sizeof w->seq)
                _exit(6);
        }
        if (!store_close(w->store))
            _exit(7);
    }
}

/* The last seq that the killed writer acknowledged; last when there is none behind it. */
static int64_t
last_acknowledged(int in, int64_t last)
{
    int64_t seq = 0;

    while (read(in, &seq, sizeof seq) == (ssize_t)sizeof seq)
        last = seq;
    return last;
}

/* Kills a writer at some moment: any, also while it opens, or (busy) one behind its first
 * acknowledgement, however slow the machine is. */
static int64_t
kill_once(struct world *w, unsigned *x, bool busy)
{
    const struct timespec pause = {.tv_nsec = (long)draw(x, 60000) * 1000};
    unsigned seed = draw(x, 1u << 20);
    int ends[2], status;
    int64_t last = 0;
    pid_t child;

    assert_int_equal(pipe(ends), 0);
    child = fork(); /* no connection is open here */
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        write_for_ever(w, ends[1], seed);
    }
    close(ends[1]);
    if (busy && read(ends[0], &last, sizeof last) != (ssize_t)sizeof last)
        last = 0;
    nanosleep(&pause, NULL);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &status, 0), child);
    if (!WIFSIGNALED(status))
        fail_msg("the writer ended by itself with status %d", WEXITSTATUS(status));
    last = last_acknowledged(ends[0], last);
    close(ends[0]);
    return last;
}

static void
every_acknowledged_event_survives_a_kill(void **state)
{
    const char *given = getenv("RC_TEST_SEED");
    unsigned seed = given ? (unsigned)strtoul(given, NULL, 10) : (unsigned)time(NULL);
    unsigned x = seed;
    struct world w = {.hash = chain_hash};
    int64_t here = 0, acknowledged = 0;
    int cycles_with_work = 0;

    (void)state;
    print_message("# seed %u\n", seed);
    world_create(&w);
    world_begin_train(&w);
    for (int i = 1; i <= WAGONS; i++)
        world_list_wagon(&w, 1, i, "73072738", "Diesel fuel", NULL);
    for (int i = 1; i <= CYCLES; i++) {
        int64_t last;

        assert_true(store_close(w.store));
        w.store = NULL;
        last = kill_once(&w, &x, i % 2 == 0);
        world_reopen(&w, STORE_WRITE);
        here = chain_verify(w.store);
        if (last > here)
            fail_msg("seed %u, cycle %d: event %lld was acknowledged, the last one is %lld", seed,
                     i, (long long)last, (long long)here);
        cycles_with_work += last > acknowledged;
        if (last)
            acknowledged = last;
        if (i % REBUILD_EVERY == 0)
            world_assert_rebuild(&w);
    }
    print_message("# %d kills, %lld events, work acknowledged in %d cycles\n", CYCLES,
                  (long long)here, cycles_with_work);
    assert_true(cycles_with_work > CYCLES / 4); /* else nothing was tested */
    world_remove(&w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_acknowledged_event_survives_a_kill),
    };

    if (!trail_init(NULL))
        return 1;
    signal(SIGPIPE, SIG_IGN);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
