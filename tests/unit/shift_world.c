/* SPDX-License-Identifier: ISC */
/* A post with a train and several people, and clocks that a test moves. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/people.h"
#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"
#include "shift_world.h"
#include "store/check.h"

static struct moment
wall_clock(void *context)
{
    const struct fixture *f = context;

    return (struct moment){f->wall, 300};
}

static int64_t
time_since_boot(void *context)
{
    const struct fixture *f = context;

    return f->uptime;
}

void
pass(struct fixture *f, int64_t minutes)
{
    f->wall += minutes * MINUTE;
    f->uptime += minutes * MINUTE;
}

static void (*fake_random)(void *context, void *out, size_t n);
static void *fake_context;

static void
random_bytes(void *context, void *out, size_t n)
{
    (void)context;
    fake_random(fake_context, out, n);
}

int64_t
list_train(struct fixture *f, const char *sample)
{
    struct buf path = {0};
    struct import import;
    struct rc_error err = {0};
    int64_t train;
    bool added;

    buf_addf(&path, "%s/checklists/samples/%s", getenv("top_srcdir"), sample);
    assert_true(import_read(f->app, buf_text(&path), &import, &err));
    assert_true(import_save(f->app, &import, 1, &train, &added, &err));
    import_release(&import);
    buf_release(&path);
    return train;
}

int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    struct rc_error err = {0};

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-shift-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    rc_env_fake(&f->env, (struct moment){NOW, 300}, 0);
    fake_random = f->env.random;
    fake_context = f->env.context;
    f->wall = NOW;
    f->uptime = 5000000;
    f->env.now = wall_clock;
    f->env.uptime = time_since_boot;
    f->env.random = random_bytes;
    f->env.context = f;
    assert_true(app_init(f->dir, "Test post", "Sample Officer", "101", getenv("top_srcdir"),
                         &f->env, &err));
    f->app = app_open(f->dir, NULL, true, &f->env, &err);
    assert_non_null(f->app);
    f->train = list_train(f, "consist-diesel-tanks.csv");
    assert_true(people_add(f->app, "Sample Second", "102", "officer", &err));
    assert_true(people_add(f->app, "Sample Third", "103", "officer", &err));
    assert_true(people_disable(f->app, "103", &err));
    assert_true(people_add(f->app, "Sample Lead", "201", "lead", &err));
    assert_true(people_add(f->app, "Sample Analyst", "301", "analyst", &err));
    assert_true(people_set_pin(f->app, "102", "2401", &err));
    *state = f;
    return 0;
}

int
tear_down(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct buf command = {0};

    /* Whatever the test did: the tables are what the events give. */
    assert_true(store_check_tables(f->app->store, &err));
    app_close(f->app);
    f->env.context = fake_context;
    rc_env_release(&f->env);
    buf_addf(&command, "rm -rf '%s'", f->dir);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
    free(f);
    return 0;
}

void
at_work(struct fixture *f, const char *badge, const char *pin)
{
    struct rc_error err = {0};

    if (!people_login(f->app, badge, pin, &err))
        fail_msg("log-in of %s: %s", badge, rc_code_text(err.code));
}

void
refused(bool done, enum rc_code code, struct rc_error *err)
{
    assert_false(done);
    if (err->code != code)
        fail_msg("%s, not %s", rc_code_text(err->code), rc_code_text(code));
    *err = (struct rc_error){0};
}

struct board
board_of(struct fixture *f)
{
    struct rc_error err = {0};
    struct board board;

    if (!shift_board(f->app, &board, &err))
        fail_msg("%s", rc_code_text(err.code));
    return board;
}
