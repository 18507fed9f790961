/* SPDX-License-Identifier: ISC */
/* What keeps the records provable while work goes on: tape, mirror, seals, clock flags, settings.
 */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/post.h"
#include "app/verify.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "trail/tape.h"

/* Clocks that a test sets. */
struct clocks {
    int64_t now, uptime;
};

struct fixture {
    char dir[64], data[80], mirror[80];
    struct clocks clocks;
    struct rc_env env;
};

static struct moment
read_now(void *context)
{
    return (struct moment){((struct clocks *)context)->now, 300};
}

static int64_t
read_uptime(void *context)
{
    return ((struct clocks *)context)->uptime;
}

static void
read_random(void *context, void *out, size_t n)
{
    static unsigned char next;

    (void)context;
    for (size_t i = 0; i < n; i++)
        ((unsigned char *)out)[i] = next++;
}

static void
run(const char *format, ...)
{
    struct buf command = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&command, format, args);
    va_end(args);
    if (system(buf_text(&command)) != 0)
        fail_msg("%s", buf_text(&command));
    buf_release(&command);
}

static int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    struct rc_error err = {0};

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-keeping-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    snprintf(f->data, sizeof f->data, "%s/data", f->dir);
    snprintf(f->mirror, sizeof f->mirror, "%s/medium", f->dir);
    f->clocks = (struct clocks){1795400000000, 1000000};
    f->env = (struct rc_env){.now = read_now,
                             .uptime = read_uptime,
                             .random = read_random,
                             .context = &f->clocks,
                             .boot = "boot-1"};
    assert_true(app_init(f->data, "Post", "Officer", "1", getenv("top_srcdir"), &f->env, &err));
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;

    run("rm -rf '%s'", f->dir);
    free(f);
    return 0;
}

static struct app *
open_app(struct fixture *f)
{
    struct rc_error err = {0};
    struct app *app = app_open(f->data, NULL, true, &f->env, &err);

    if (!app)
        fail_msg("open: %d %s", (int)err.code, err.arg[0]);
    return app;
}

/* n events that change no table, each in a transaction of its own. */
static void
record(struct app *app, int n)
{
    struct rc_error err = {0};

    for (int i = 0; i < n; i++) {
        assert_true(app_begin(app, RIGHT_SELF, &err));
        assert_true(app_record(app, "login.made", NULL, NULL, "{}", &err));
        assert_true(app_commit(app, &err));
    }
}

static void
work(struct fixture *f, int n)
{
    struct app *app = open_app(f);

    record(app, n);
    app_close(app);
}

static int64_t
last_seq(struct fixture *f)
{
    struct app *app = app_open(f->data, NULL, false, &f->env, NULL);
    struct tip tip;

    assert_non_null(app);
    assert_true(store_tip(app->store, app->device, &tip, NULL));
    app_close(app);
    return tip.seq;
}

static void
verifies(struct fixture *f, struct verification *v)
{
    struct app *app = app_open(f->data, NULL, false, &f->env, NULL);
    struct rc_error err = {0};

    assert_non_null(app);
    if (!verify_records(app, NULL, 0, v, &err))
        fail_msg("verify: error %d at %lld: %s", (int)err.code, (long long)v->seq, err.arg[0]);
    app_close(app);
}

/* The tape holds every event and the whole verifies. */
static void
tape_is_complete(struct fixture *f)
{
    struct verification v;

    verifies(f, &v);
    assert_int_equal(v.tape.state, COPY_SAME);
    assert_int_equal(v.tape.to, last_seq(f));
}

/* --- tape --- */

static void
the_tape_follows_every_commit_of_every_process(void **state)
{
    struct fixture *f = *state;
    struct app *one = open_app(f), *two = open_app(f);
    struct rc_error news;

    tape_is_complete(f);
    for (int i = 0; i < 5; i++) {
        record(one, 1);
        tape_is_complete(f);
        record(two, 2);
        tape_is_complete(f);
    }
    assert_false(app_news(one, &news));
    assert_false(app_news(two, &news));
    app_close(one);
    app_close(two);
}

/* What a process leaves that is killed between its commit and the tape, or while it writes a line;
 * and a tape that somebody took away. */
static void
a_tape_that_is_behind_is_completed_on_opening(void **state)
{
    static const char *const harms[] = {
        "sed -i '$d' %s/railcheck.tape",        "sed -i '5,$d' %s/railcheck.tape",
        "truncate -s -1 %s/railcheck.tape",     "truncate -s -30 %s/railcheck.tape",
        "printf '99\\tab' >>%s/railcheck.tape", "head -c 5000 /dev/zero >>%s/railcheck.tape",
        "truncate -s 0 %s/railcheck.tape",      "rm %s/railcheck.tape",
    };
    struct fixture *f = *state;
    struct rc_error news;

    work(f, 10);
    for (size_t i = 0; i < ARRAY_LEN(harms); i++) {
        struct buf command = {0};
        struct verification v;
        struct app *app;

        for (const char *s = harms[i]; *s; s++) {
            if (s[0] == '%' && s[1] == 's' && s++)
                buf_adds(&command, f->data);
            else
                buf_addc(&command, *s);
        }
        run("%s", buf_text(&command));
        /* Before, verification says that it ends early, which is no damage. */
        if (i < 4) {
            verifies(f, &v);
            assert_int_equal(v.tape.state, COPY_BEHIND);
        }
        app = open_app(f);
        assert_false(app_news(app, &news));
        app_close(app);
        tape_is_complete(f);
        buf_release(&command);
    }
}

static void
a_tape_that_cannot_be_written_stops_no_work_and_is_told_once(void **state)
{
    static const char *const harms[] = {"mkdir", "ln -s /dev/full", "mkfifo"};
    struct fixture *f = *state;

    for (size_t i = 0; i < ARRAY_LEN(harms); i++) {
        struct app *app = open_app(f);
        int64_t before = last_seq(f);
        struct rc_error news;

        run("mv '%s/railcheck.tape' '%s/kept' && %s '%s/railcheck.tape'", f->data, f->dir, harms[i],
            f->data);
        record(app, 1);
        assert_int_equal(last_seq(f), before + 1);
        assert_true(app_news(app, &news));
        assert_int_equal(rc_code_exit(news.code), RC_EXIT_DATA); /* not: NOT SAVED */
        assert_false(app_news(app, &news));
        record(app, 3);
        assert_false(app_news(app, &news));
        run("rm -r '%s/railcheck.tape' && mv '%s/kept' '%s/railcheck.tape'", f->data, f->dir,
            f->data);
        record(app, 1);
        assert_false(app_news(app, &news));
        tape_is_complete(f);
        /* The next time is told again. */
        run("mv '%s/railcheck.tape' '%s/kept' && mkdir '%s/railcheck.tape'", f->data, f->dir,
            f->data);
        record(app, 1);
        assert_true(app_news(app, &news));
        run("rmdir '%s/railcheck.tape' && mv '%s/kept' '%s/railcheck.tape'", f->data, f->dir,
            f->data);
        app_close(app);
    }
}

static void
an_older_database_gets_its_events_back(void **state)
{
    struct fixture *f = *state;
    struct verification v;
    struct rc_error news;
    struct app *app;
    int64_t was, old;

    work(f, 10);
    old = last_seq(f);
    run("cp '%s/railcheck.db' '%s/old.db'", f->data, f->dir);
    work(f, 100);
    was = last_seq(f);
    run("rm -f '%s'/railcheck.db* && cp '%s/old.db' '%s/railcheck.db'", f->data, f->dir, f->data);
    assert_int_equal(last_seq(f), old);
    app = open_app(f);
    assert_true(app_news(app, &news));
    assert_int_equal(news.code, RC_E_TAPE_REPLAYED);
    assert_false(app_news(app, &news));
    app_close(app);
    assert_int_equal(last_seq(f), was + 1);
    tape_is_complete(f);
    verifies(f, &v);
    assert_int_equal(v.events, was + 1);
    /* Once only. */
    app = open_app(f);
    assert_false(app_news(app, &news));
    app_close(app);
    assert_int_equal(last_seq(f), was + 1);
}

/* Refuses, and leaves database and tape as they are. */
static void
refused(struct fixture *f)
{
    int64_t before = last_seq(f);
    struct rc_error err = {0};

    run("cp '%s/railcheck.tape' '%s/tape-before'", f->data, f->dir);
    assert_null(app_open(f->data, NULL, true, &f->env, &err));
    assert_int_equal(err.code, RC_E_TAPE_OTHER);
    assert_int_equal(last_seq(f), before);
    run("cmp '%s/railcheck.tape' '%s/tape-before'", f->data, f->dir);
}

static void
a_tape_that_contradicts_the_database_stops_work_until_it_is_moved(void **state)
{
    struct fixture *f = *state;

    work(f, 5);
    run("cp '%s/railcheck.db' '%s/old.db' && cp '%s/railcheck.tape' '%s/old.tape'", f->data, f->dir,
        f->data, f->dir);
    work(f, 10);
    /* Another event under the same number: the old file was worked on without the tape. */
    run("mv '%s/railcheck.tape' '%s/new.tape' && rm -f '%s'/railcheck.db* &&"
        " cp '%s/old.db' '%s/railcheck.db'",
        f->data, f->dir, f->data, f->dir, f->data);
    f->clocks.now += 1000;
    f->clocks.uptime += 1000;
    work(f, 3);
    run("cp '%s/new.tape' '%s/railcheck.tape'", f->dir, f->data);
    refused(f); /* the tape is longer and forks off */
    run("head -n 11 '%s/new.tape' >'%s/railcheck.tape'", f->dir, f->data);
    refused(f); /* the last line is another event */
    run("mv '%s/railcheck.tape' '%s/away'", f->data, f->dir);
    work(f, 1);
    tape_is_complete(f);
}

static void
lines_that_do_not_go_on_are_not_put_back(void **state)
{
    static const char *const scripts[] = {
        "s/login.made/login.fake/", /* hash of a line */
        "12d",                      /* a line missing in what would be put back */
        "s/\\t300\\t/\\t301\\t/",   /* everything */
        "10s/.*/10\\tnonsense/",    /* no line of a tape, before the end */
    };
    struct fixture *f = *state;

    work(f, 3);
    run("cp '%s/railcheck.db' '%s/old.db'", f->data, f->dir);
    work(f, 8);
    run("cp '%s/railcheck.tape' '%s/new.tape'", f->data, f->dir);
    for (size_t i = 0; i < ARRAY_LEN(scripts); i++) {
        run("rm -f '%s'/railcheck.db* && cp '%s/old.db' '%s/railcheck.db' &&"
            " sed '%s' '%s/new.tape' >'%s/railcheck.tape'",
            f->data, f->dir, f->data, scripts[i], f->dir, f->data);
        refused(f);
    }
    run("cp '%s/new.tape' '%s/railcheck.tape'", f->dir, f->data);
    work(f, 1);
    tape_is_complete(f);
}

static void
the_tape_of_another_installation_is_refused(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char other[96];

    snprintf(other, sizeof other, "%s/other", f->dir);
    f->clocks.now += 5000;
    assert_true(app_init(other, "Post", "Officer", "1", getenv("top_srcdir"), &f->env, &err));
    run("cp '%s/railcheck.tape' '%s/railcheck.tape'", other, f->data);
    refused(f);
}

static void
a_tape_without_its_database_is_not_written_over(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};

    run("cp '%s/railcheck.tape' '%s/tape-before' && rm '%s'/railcheck.db*", f->data, f->dir,
        f->data);
    assert_false(app_init(f->data, "P", "O", "1", getenv("top_srcdir"), &f->env, &err));
    assert_int_equal(err.code, RC_E_TAPE_LEFT);
    run("cmp '%s/railcheck.tape' '%s/tape-before' && test ! -e '%s/railcheck.db'", f->data, f->dir,
        f->data);
}

static void
a_set_up_that_fails_leaves_nothing_and_takes_no_old_key(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};

    run("rm -r '%s'/railcheck.*", f->data);
    for (int old_key = 1; old_key >= 0; old_key--) {
        assert_false(app_init(f->data, "P", "O", "1", "/nowhere", &f->env, &err));
        run("test ! -e '%s/railcheck.db' -a ! -e '%s/railcheck.tape' && test %s -e"
            " '%s/keys/device.key'",
            f->data, f->data, old_key ? "" : "!", f->data);
        run("rm -rf '%s/keys'", f->data);
    }
}

/* Killed at any moment, also between its commit and the line on the tape. */
static void
a_killed_process_leaves_what_the_next_one_completes(void **state)
{
    struct fixture *f = *state;

    for (int i = 0; i < 25; i++) {
        const struct timespec some = {.tv_nsec = 2000000 + i * 700000};
        pid_t child = fork();
        int status;

        if (child == 0) {
            struct app *app = app_open(f->data, NULL, true, &f->env, NULL);

            while (app && app_begin(app, RIGHT_SELF, NULL) &&
                   app_record(app, "login.made", NULL, NULL, "{}", NULL) && app_commit(app, NULL))
                ;
            _exit(1);
        }
        nanosleep(&some, NULL);
        kill(child, SIGKILL);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFSIGNALED(status));
        work(f, 1);
        tape_is_complete(f);
    }
}

/* Made by the first version of the program: no key, no tape. */
static void
an_older_database_gets_key_and_tape(void **state)
{
    struct fixture *f = *state;
    struct post_settings settings;
    struct buf path = {0}, sql = {0};
    struct tape_head last;
    struct rc_error err = {0};
    struct tip tip;
    struct app *app;
    char piece[4096];
    sqlite3 *db;
    FILE *file;
    size_t n;

    run("rm -r '%s' && mkdir '%s'", f->data, f->data);
    buf_addf(&path, "%s/tests/data/db/version-1.sql", getenv("top_srcdir"));
    file = fopen(buf_text(&path), "r");
    assert_non_null(file);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(&sql, piece, n);
    fclose(file);
    buf_clear(&path);
    buf_addf(&path, "%s/railcheck.db", f->data);
    assert_int_equal(sqlite3_open(buf_text(&path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, buf_text(&sql), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    for (int i = 0; i < 2; i++) {
        app = open_app(f);
        assert_true(store_settings(app->store, &settings, &err));
        assert_int_equal(strlen(settings.key), 64);
        assert_true(store_tip(app->store, app->device, &tip, &err));
        buf_clear(&path);
        buf_addf(&path, "%s/railcheck.tape", f->data);
        assert_true(tape_last(buf_text(&path), &last, &err));
        assert_int_equal(last.seq, tip.seq);
        assert_memory_equal(last.hash, tip.hash, 32);
        app_close(app);
    }
    buf_release(&path);
    buf_release(&sql);
}

/* --- mirror --- */

static void
change_mirror(struct app *app, const char *folder)
{
    const struct post_change change = {.mirror = folder, .fast_s = -1};
    struct rc_error err = {0};

    if (!post_change(app, &change, &err))
        fail_msg("mirror: error %d", (int)err.code);
}

static void
the_mirror_is_filled_missed_once_and_caught_up(void **state)
{
    struct fixture *f = *state;
    struct app *app = open_app(f), *other = open_app(f);
    struct verification v;
    struct rc_error news;

    run("mkdir '%s'", f->mirror);
    change_mirror(app, f->mirror);
    verifies(f, &v);
    assert_int_equal(v.mirror.state, COPY_SAME);
    assert_int_equal(v.mirror.to, last_seq(f));
    record(other, 1); /* which was open before */
    verifies(f, &v);
    assert_int_equal(v.mirror.state, COPY_SAME);
    for (int i = 0; i < 2; i++) {
        run("mv '%s' '%s/away'", f->mirror, f->dir);
        record(app, 3);
        assert_true(app_news(app, &news));
        assert_int_equal(news.code, RC_E_MIRROR_LATE);
        assert_false(app_news(app, &news));
        verifies(f, &v);
        assert_int_equal(v.mirror.state, COPY_ABSENT);
        run("mv '%s/away' '%s'", f->dir, f->mirror);
        verifies(f, &v);
        assert_int_equal(v.mirror.state, COPY_BEHIND);
        record(app, 1);
        assert_false(app_news(app, &news));
        verifies(f, &v);
        assert_int_equal(v.mirror.state, COPY_SAME);
    }
    change_mirror(app, "");
    verifies(f, &v);
    assert_int_equal(v.mirror.state, COPY_NONE);
    app_close(app);
    app_close(other);
}

/* A stick with another tape: work goes on, the stick stays as it is, verification names it. */
static void
a_mirror_that_contradicts_is_told_and_left_alone(void **state)
{
    struct fixture *f = *state;
    struct app *app = open_app(f);
    struct verification v;
    struct rc_error news, err = {0};

    run("mkdir '%s'", f->mirror);
    change_mirror(app, f->mirror);
    record(app, 2);
    app_close(app);
    /* Another hash of the last event. */
    run("sed -i '$ s/\t[0-9a-f]\\{4\\}/\tbeef/' '%s'/*.tape && cp '%s'/*.tape '%s/other'",
        f->mirror, f->mirror, f->dir);
    app = open_app(f);
    assert_true(app_news(app, &news));
    assert_int_equal(news.code, RC_E_TAPE_OTHER);
    record(app, 2);
    assert_false(app_news(app, &news));
    app_close(app);
    run("cmp '%s'/*.tape '%s/other'", f->mirror, f->dir);
    app = app_open(f->data, NULL, false, &f->env, &err);
    assert_non_null(app);
    assert_false(verify_records(app, NULL, 0, &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_COPY);
    app_close(app);
}

static void
the_mirror_gives_back_what_disk_and_tape_lost(void **state)
{
    struct fixture *f = *state;
    struct app *app = open_app(f);
    struct verification v;
    struct rc_error news;
    int64_t was;

    run("mkdir '%s'", f->mirror);
    change_mirror(app, f->mirror);
    app_close(app);
    run("cp -r '%s' '%s/old'", f->data, f->dir);
    work(f, 20);
    was = last_seq(f);
    run("rm -rf '%s' && cp -r '%s/old' '%s'", f->data, f->dir, f->data);
    app = open_app(f);
    assert_true(app_news(app, &news));
    assert_int_equal(news.code, RC_E_TAPE_REPLAYED);
    app_close(app);
    assert_int_equal(last_seq(f), was + 1);
    tape_is_complete(f);
    verifies(f, &v);
    assert_int_equal(v.mirror.state, COPY_SAME);
}

static void
settings_are_checked_and_asked_a_right_for(void **state)
{
    static const struct {
        struct post_change change;
        enum rc_code code;
    } cases[] = {
        {{.mirror = "relative", .fast_s = -1}, RC_E_NO_FOLDER},
        {{.mirror = "/nowhere/at/all", .fast_s = -1}, RC_E_NO_FOLDER},
        {{.mirror = "/etc/passwd", .fast_s = -1}, RC_E_NO_FOLDER},
        {{.mirror = "/tmp/\x1b[2J", .fast_s = -1}, RC_E_PEOPLE_TEXT},
        {{.name = "", .fast_s = -1}, RC_E_EMPTY},
        {{.fast_s = 61}, RC_E_FAST},
    };
    const struct post_change good = {.name = "New", .mirror = NULL, .fast_s = 60};
    struct fixture *f = *state;
    struct app *app = open_app(f);
    struct post_settings settings;
    int64_t before = last_seq(f);
    struct rc_error err = {0};

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        assert_false(post_change(app, &cases[i].change, &err));
        assert_int_equal(err.code, cases[i].code);
    }
    roles_parse("officer lead analyst", &app->roles);
    assert_false(post_change(app, &good, &err));
    assert_int_equal(err.code, RC_E_NO_RIGHT);
    assert_int_equal(last_seq(f), before);
    roles_parse("admin", &app->roles);
    assert_true(post_change(app, &good, &err));
    assert_true(store_settings(app->store, &settings, &err));
    assert_string_equal(settings.name, "New");
    assert_string_equal(app->post, "New");
    assert_int_equal(settings.fast_s, 60);
    assert_string_equal(settings.mirror, "");
    app_close(app);
}

/* --- seals --- */

static void
never_more_than_63_events_stay_without_a_seal(void **state)
{
    struct fixture *f = *state;
    struct app *app = open_app(f), *other = open_app(f);
    struct verification v;

    for (int i = 0; i < 200; i++) {
        record(i % 3 ? app : other, 1);
        if (i % 10 == 0) {
            verifies(f, &v);
            assert_in_range(v.events - v.sealed_to, 0, 64);
        }
    }
    verifies(f, &v);
    assert_in_range(v.seals, 3, 4);
    app_close(app);
    app_close(other);
}

static void
what_is_decided_is_sealed_in_its_transaction(void **state)
{
    static const char *const kinds[] = {"shift.handed", "shift.taken"};
    struct fixture *f = *state;
    struct app *app = open_app(f);
    struct rc_error err = {0};

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        struct verification v;

        record(app, 2);
        assert_true(app_begin(app, RIGHT_SELF, &err));
        assert_true(app_record(app, kinds[i], NULL, NULL, "{\"id\":\"x\",\"to\":\"1\"}", &err));
        assert_true(app_commit(app, &err));
        verifies(f, &v);
        assert_int_equal(v.seals, i + 1);
        assert_int_equal(v.sealed_to, v.events - 1);
    }
    app_close(app);
}

static void
without_the_key_work_goes_on_and_verification_says_so(void **state)
{
    struct fixture *f = *state;
    struct verification v;
    struct rc_error err = {0};
    struct stat st;
    struct app *app;
    struct buf path = {0};

    buf_addf(&path, "%s/keys", f->data);
    assert_int_equal(stat(buf_text(&path), &st), 0);
    assert_int_equal(st.st_mode & 07777, 01770);
    buf_adds(&path, "/device.key");
    assert_int_equal(stat(buf_text(&path), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0400);
    run("mv '%s' '%s/key'", buf_text(&path), f->dir);
    work(f, 50);
    verifies(f, &v);
    work(f, 50);
    app = app_open(f->data, NULL, false, &f->env, &err);
    assert_false(verify_records(app, NULL, 0, &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_UNSEALED);
    assert_int_equal(v.seq, 1);
    app_close(app);
    /* Another key in its place makes no bad seals. */
    run("head -c 138 /dev/zero >'%s' && chmod 400 '%s'", buf_text(&path), buf_text(&path));
    work(f, 1);
    run("mv -f '%s/key' '%s'", f->dir, buf_text(&path));
    work(f, 1);
    verifies(f, &v);
    assert_int_equal(v.seals, 1);
    buf_release(&path);
}

/* --- clock --- */

static int
flags(struct fixture *f, const char *what)
{
    struct buf path = {0};
    sqlite3_stmt *st;
    sqlite3 *db;
    int n;

    buf_addf(&path, "%s/railcheck.db", f->data);
    assert_int_equal(sqlite3_open(buf_text(&path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "SELECT count(*) FROM event JOIN kind k ON k.id = kind"
                                        " WHERE k.name = 'clock.flagged' AND body ->> 'what' = ?",
                                        -1, &st, NULL),
                     SQLITE_OK);
    sqlite3_bind_text(st, 1, what, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    n = sqlite3_column_int(st, 0);
    sqlite3_finalize(st);
    sqlite3_close(db);
    buf_release(&path);
    return n;
}

static void
a_step_of_the_clock_is_flagged_once(void **state)
{
    static const struct {
        int64_t wall, since; /* ms that pass by each clock */
        bool boot;           /* the machine was started anew */
        int back, jumps;     /* flags afterwards, all together */
    } steps[] = {
        {1000, 1000, false, 0, 0},     {-1, 1000, false, 1, 0},     {1000, 1000, false, 1, 0},
        {-3600000, 1000, false, 2, 0}, {301000, 1000, false, 2, 0}, {301001, 1000, false, 2, 1},
        {1000, 1000, false, 2, 1},     {1000, 301001, false, 2, 2}, {86400000, -900000, true, 2, 2},
        {-5000, 1000, true, 3, 2},
    };
    struct fixture *f = *state;
    struct app *app = open_app(f);
    struct verification v;

    for (size_t i = 0; i < ARRAY_LEN(steps); i++) {
        f->clocks.now += steps[i].wall;
        f->clocks.uptime += steps[i].since;
        if (steps[i].boot)
            snprintf(f->env.boot, sizeof f->env.boot, "boot-%zu", i + 2);
        record(app, 3);
        if (flags(f, "back") != steps[i].back || flags(f, "jump") != steps[i].jumps)
            fail_msg("step %zu: %d back, %d jumps", i, flags(f, "back"), flags(f, "jump"));
    }
    verifies(f, &v);
    assert_int_equal(v.clock_back, 3);
    assert_int_equal(v.clock_jumps, 2);
    app_close(app);
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest keeping[] = {
        TEST(the_tape_follows_every_commit_of_every_process),
        TEST(a_tape_that_is_behind_is_completed_on_opening),
        TEST(a_tape_that_cannot_be_written_stops_no_work_and_is_told_once),
        TEST(an_older_database_gets_its_events_back),
        TEST(a_tape_that_contradicts_the_database_stops_work_until_it_is_moved),
        TEST(lines_that_do_not_go_on_are_not_put_back),
        TEST(the_tape_of_another_installation_is_refused),
        TEST(a_tape_without_its_database_is_not_written_over),
        TEST(a_set_up_that_fails_leaves_nothing_and_takes_no_old_key),
        TEST(a_killed_process_leaves_what_the_next_one_completes),
        TEST(an_older_database_gets_key_and_tape),
        TEST(the_mirror_is_filled_missed_once_and_caught_up),
        TEST(a_mirror_that_contradicts_is_told_and_left_alone),
        TEST(the_mirror_gives_back_what_disk_and_tape_lost),
        TEST(settings_are_checked_and_asked_a_right_for),
        TEST(never_more_than_63_events_stay_without_a_seal),
        TEST(what_is_decided_is_sealed_in_its_transaction),
        TEST(without_the_key_work_goes_on_and_verification_says_so),
        TEST(a_step_of_the_clock_is_flagged_once),
    };

    return cmocka_run_group_tests(keeping, NULL, NULL);
}
