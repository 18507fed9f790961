/* SPDX-License-Identifier: ISC */
/* Several processes on one database: nobody is turned away, no number is given twice or left out.
 */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "../unit/store_world.h"
#include "chain.h"
#include "trail/trail.h"

enum { WRITERS = 4, COMMITS = 100 };

static void
begin(struct world *w)
{
    *w = (struct world){.hash = chain_hash};
    world_create(w);
    world_begin_train(w);
    for (int i = 1; i <= WRITERS; i++)
        world_list_wagon(w, 1, i, "73072738", "Diesel fuel", NULL);
    assert_true(store_close(w->store)); /* nothing is open when the process forks */
    w->store = NULL;
}

/* Exit status: 0 or the number of the step that failed. */
static int
write_all(struct world *w, int wagon)
{
    struct rc_error err = {0};

    w->store = store_open(w->dir, STORE_WRITE, NULL, &err);
    if (!w->store)
        return 1;
    for (int i = 0; i < COMMITS; i++) {
        char body[100];

        snprintf(body, sizeof body, "{\"s\":[[\"TNK-%d\",\"+\"]],\"n\":[%d,24]}", i % 24, i % 24);
        if (!store_begin(w->store, &err))
            return err.code == RC_E_STORE_BUSY ? 2 : 3;
        if (!world_append(w, "answer.set", 1, wagon, body, &err))
            return 4;
        if (!store_commit(w->store, &err))
            return 5;
        /* Opening and the checkpoint of the close take part in the crowd. */
        if (i % 25 == 24) {
            if (!store_close(w->store))
                return 6;
            w->store = store_open(w->dir, STORE_WRITE, NULL, &err);
            if (!w->store)
                return 7;
        }
    }
    return store_close(w->store) ? 0 : 8;
}

static void
four_writers_leave_no_gap_and_meet_no_busy_error(void **state)
{
    struct world w;
    pid_t children[WRITERS];
    int64_t first;

    (void)state;
    begin(&w);
    first = w.seq;
    for (int i = 0; i < WRITERS; i++) {
        children[i] = fork();
        assert_true(children[i] >= 0);
        if (children[i] == 0)
            _exit(write_all(&w, i + 1));
    }
    for (int i = 0; i < WRITERS; i++) {
        int status;

        assert_int_equal(waitpid(children[i], &status, 0), children[i]);
        assert_true(WIFEXITED(status));
        assert_int_equal(WEXITSTATUS(status), 0);
    }
    world_reopen(&w, STORE_WRITE);
    assert_int_equal(chain_verify(w.store), first + WRITERS * COMMITS);
    world_assert_rebuild(&w);
    world_remove(&w);
}

static void
writer_waits_for_the_lock_then_says_busy(void **state)
{
    struct world w;
    struct rc_error err = {0};
    struct timespec start, end;
    char path[100];
    int64_t train;
    int fd;

    (void)state;
    begin(&w);
    world_reopen(&w, STORE_WRITE);
    snprintf(path, sizeof path, "%s/railcheck.lock", w.dir);
    fd = open(path, O_RDWR | O_CLOEXEC);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    clock_gettime(CLOCK_MONOTONIC, &start);
    assert_false(store_begin(w.store, &err));
    clock_gettime(CLOCK_MONOTONIC, &end);
    assert_int_equal(err.code, RC_E_STORE_BUSY);
    assert_in_range(end.tv_sec - start.tv_sec, 4, 8);
    /* Reading needs no lock, and afterwards all is well. */
    assert_true(store_train_source(w.store, "feed", &train, &err));
    assert_int_equal(train, 1);
    close(fd);
    world_record(&w, "note.added", 1, 0, "{\"text\":\"x\"}");
    world_remove(&w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_writers_leave_no_gap_and_meet_no_busy_error),
        cmocka_unit_test(writer_waits_for_the_lock_then_says_busy),
    };

    if (!trail_init(NULL))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
