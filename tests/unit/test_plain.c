/* SPDX-License-Identifier: ISC */
/* Plain mode left alone for ten minutes: somebody has to log in before anything else is done. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/people.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "post_world.h"

#define LINES_GIVEN 8
#define MINUTES_AWAY 11

struct fixture {
    struct post_world *post;
    char given[96], said[96]; /* files: standard input and output */
};

/* The clock stands, but for one jump at the asked call. */
static int calls, jump_at;

static int64_t
uptime(void *context)
{
    (void)context;
    return ++calls >= jump_at ? INT64_C(60000) * MINUTES_AWAY : 0;
}

static void
write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "we");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static char *
read_file(const char *path)
{
    FILE *file = fopen(path, "re");
    struct buf text = {0};
    char piece[1024];
    size_t n;

    assert_non_null(file);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&text, piece, n);
    fclose(file);
    return buf_detach(&text);
}

static size_t
times(const char *text, const char *part)
{
    size_t n = 0;

    for (; (text = strstr(text, part)) != NULL; text += strlen(part))
        n++;
    return n;
}

/* One officer, whose PIN is 2401; every line is the PIN: elsewhere it is a train that is not there.
 */
static int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    struct rc_error err = {0};
    struct buf lines = {0};

    f->post = post_begin(0);
    assert_true(people_set_pin(f->post->app, "101", "2401", &err));
    app_close(f->post->app);
    f->post->app = NULL;
    snprintf(f->given, sizeof f->given, "%s/given", f->post->dir);
    snprintf(f->said, sizeof f->said, "%s/said", f->post->dir);
    for (int i = 0; i < LINES_GIVEN; i++)
        buf_adds(&lines, "2401\n");
    write_file(f->given, buf_text(&lines));
    buf_release(&lines);
    i18n_select("en");
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    void *post = f->post;

    free(f);
    return post_tear_down(&post);
}

/* What is said when the clock jumps at that call; NULL when the dialogue asked it less often. */
static char *
dialogue(struct fixture *f, int at)
{
    const struct cli cli = {.env = &f->post->env, .data_dir = f->post->dir, .plain = true};
    int status;
    pid_t child;

    fflush(stdout);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (!freopen(f->given, "r", stdin) || !freopen(f->said, "w", stdout))
            _exit(99);
        calls = 0;
        jump_at = at;
        f->post->env.uptime = uptime;
        status = plain_run(&cli, NULL);
        fflush(stdout);
        _exit(status ? status : calls < at ? 98 : 0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 98)
        return NULL;
    assert_int_equal(WEXITSTATUS(status), 0);
    return read_file(f->said);
}

static void
left_alone(void **state)
{
    struct fixture *f = *state;
    size_t locked = 0, again = 0;
    char *said;

    for (int at = 1; (said = dialogue(f, at)) != NULL; at++) {
        size_t locks = times(said, "Nothing was typed for 10 minutes");
        size_t in = times(said, "At work: badge 101");

        assert_true(locks <= 1);
        assert_int_equal(times(said, "PIN of badge 101"), 1 + locks);
        assert_true(in == 1 + locks || in == 1); /* 1: nothing was typed after the question */
        /* The line that was typed too late is done by nobody, the next one is the PIN. */
        assert_int_equal(times(said, "no train 2401"), LINES_GIVEN - in - locks);
        again += in - 1;
        locked += locks;
        free(said);
    }
    assert_true(locked >= LINES_GIVEN - 2);
    assert_true(again >= LINES_GIVEN - 3);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(left_alone, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
