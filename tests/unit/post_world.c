/* SPDX-License-Identifier: ISC */
/* A post with a folder of its own, its first officer and, when asked for, a train. */
#include "config.h"

#include "post_world.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/import.h"
#include "app/verify.h"
#include "base/alloc.h"

struct post_world *
post_begin(int64_t step)
{
    struct post_world *p = rc_alloc(1, sizeof *p);
    struct rc_error err = {0};

    snprintf(p->dir, sizeof p->dir, "/tmp/railcheck-post-XXXXXX");
    assert_non_null(mkdtemp(p->dir));
    rc_env_fake(&p->env, (struct moment){1795400000000, 300}, step);
    assert_true(app_init(p->dir, "Test post", "Sample Officer", "101", getenv("top_srcdir"),
                         &p->env, &err));
    p->app = app_open(p->dir, "101", true, &p->env, &err);
    assert_non_null(p->app);
    return p;
}

bool
post_list_train(struct post_world *p, struct rc_error *err)
{
    struct buf path = {0};
    struct import import = {0};
    struct wagons consist = {0};
    int64_t train;
    bool added, done;

    buf_addf(&path, "%s/checklists/samples/consist-diesel-tanks.csv", getenv("top_srcdir"));
    done = import_read(p->app, buf_text(&path), &import, err) &&
           import_save(p->app, &import, 1, &train, &added, err);
    import_release(&import);
    buf_release(&path);
    if (!done)
        return false;
    p->train = train;
    assert_true(store_consist(p->app->store, train, true, &consist, err));
    assert_int_equal(consist.n, WAGONS + 1);
    for (size_t i = 0; i < consist.n; i++)
        p->wagon[consist.rows[i].position] = consist.rows[i].id;
    wagons_release(&consist);
    return true;
}

int
post_set_up(void **state)
{
    *state = post_begin(1000);
    return 0;
}

int
post_tear_down(void **state)
{
    struct post_world *p = *state;
    struct buf command = {0};

    app_close(p->app);
    rc_env_release(&p->env);
    buf_addf(&command, "rm -rf '%s'", p->dir);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
    free(p);
    return 0;
}

int
post_tear_down_whole(void **state)
{
    struct post_world *p = *state;
    struct verification found;
    struct rc_error err = {0};
    bool whole = verify_records(p->app, NULL, 0, &found, &err);

    if (!whole)
        print_error("not whole at %lld: code %d %s %s\n", (long long)found.seq, (int)err.code,
                    err.arg[0], err.arg[1]);
    post_tear_down(state);
    return whole ? 0 : -1;
}
