/* SPDX-License-Identifier: ISC */
/* The tape: what is appended comes back, a torn end goes, what is no tape is told and kept. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/resource.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "trail/event_hash.h"
#include "trail/tape.h"
#include "trail/trail.h"

static char dir[] = "/tmp/railcheck-tape-XXXXXX";
static char path[64], other[64];

/* Texts that could be taken for the end of something, for nothing, or for each other. */
static const char *const awkward[] = {
    NULL,     "",         "\\N",      "\\",           "\\\\N", "\t",
    "\n",     "\r\n",     "\\t",      "\\n",          "a\tb",  "a\nb\n",
    "\n\t\\", "Вагон №1", "\xff\xfe", "\x01\x1b[2J",  " ",     "{\"a\":\"\\n\"}",
    "\\r",    "N",        "'",        "\xe2\x80\xae",
};

static struct event
event(int64_t seq)
{
    struct event e = {
        .device = "device-a",
        .seq = seq,
        .at = 1795514400000 + seq,
        .utc_offset = 180,
        .boot = "boot",
        .uptime = 5000 + seq,
        .actor = "1",
        .kind = "answer.set",
        .train = NULL,
        .wagon = "wagon",
        .body = "{}",
    };

    for (size_t i = 0; i < sizeof e.hash; i++)
        e.hash[i] = (unsigned char)(seq * 7 + (int64_t)i);
    return e;
}

static void
same_text(const char *a, const char *b)
{
    if (!a || !b)
        assert_true(a == b);
    else
        assert_string_equal(a, b);
}

static void
same_event(const struct event *a, const struct event *b)
{
    assert_int_equal(a->seq, b->seq);
    assert_int_equal(a->at, b->at);
    assert_int_equal(a->utc_offset, b->utc_offset);
    assert_int_equal(a->uptime, b->uptime);
    same_text(a->device, b->device);
    same_text(a->boot, b->boot);
    same_text(a->actor, b->actor);
    same_text(a->kind, b->kind);
    same_text(a->train, b->train);
    same_text(a->wagon, b->wagon);
    same_text(a->body, b->body);
    assert_memory_equal(a->hash, b->hash, sizeof a->hash);
}

/* Calls each with every line. */
static bool
read_tape(const char *file, event_each *each, void *context, struct rc_error *err)
{
    struct tape_reader *r = tape_reader_new(file, err);
    struct rc_error why = {0};
    struct event e;
    bool done = r != NULL;

    while (done && tape_next(r, &e, &why))
        done = each(context, &e, err);
    if (done && why.code != RC_OK) {
        done = false;
        if (err)
            *err = why;
    }
    tape_reader_free(r);
    return done;
}

/* One line more. */
static bool
add_line(struct tape *t, const struct event *e, struct rc_error *err)
{
    struct tape_head last;

    return tape_take(t, &last, err) && tape_add(t, e, err) && tape_put(t, err);
}

/* Opens and closes it, as the program does when nothing is to be added. */
static bool
touch_tape(struct tape_head *last, struct rc_error *err)
{
    struct tape *t = tape_new(path);
    bool done = tape_take(t, last, err) && tape_put(t, err);

    tape_free(t);
    return done;
}

struct expected {
    const struct event *events;
    size_t n, at;
};

static bool
compare(void *context, const struct event *e, struct rc_error *err)
{
    struct expected *x = context;

    (void)err;
    assert_true(x->at < x->n);
    same_event(&x->events[x->at++], e);
    return true;
}

static bool
count(void *context, const struct event *e, struct rc_error *err)
{
    (void)e;
    (void)err;
    ++*(size_t *)context;
    return true;
}

static size_t
lines_in(const char *file)
{
    size_t n = 0;

    assert_true(read_tape(file, count, &n, NULL));
    return n;
}

static void
append_to(const char *file, const char *bytes, size_t len)
{
    FILE *f = fopen(file, "ab");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

static void
write_file(const char *file, const char *bytes, size_t len)
{
    unlink(file);
    append_to(file, bytes, len);
}

static char *
read_file(const char *file, size_t *len)
{
    struct buf b = {0};
    FILE *f = fopen(file, "rb");
    int c;

    assert_non_null(f);
    while ((c = getc(f)) != EOF)
        buf_addc(&b, (char)c);
    fclose(f);
    *len = b.len;
    return buf_detach(&b);
}

static void
make_tape(const struct event *events, size_t n)
{
    struct tape *t = tape_new(path);
    struct tape_head last;
    struct rc_error err = {0};

    unlink(path);
    assert_true(tape_take(t, &last, &err));
    assert_int_equal(last.seq, 0);
    for (size_t i = 0; i < n; i++)
        assert_true(tape_add(t, &events[i], &err));
    assert_true(tape_put(t, &err));
    tape_free(t);
}

static void
every_awkward_text_comes_back_from_every_column(void **state)
{
    struct event events[7 * ARRAY_LEN(awkward)];
    struct expected x = {.events = events};
    struct rc_error err = {0};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(awkward); i++) {
        for (size_t column = 0; column < 7; column++) {
            struct event e = event((int64_t)x.n + 1);
            const char **const columns[] = {&e.boot,  &e.actor, &e.kind,  &e.train,
                                            &e.wagon, &e.body,  &e.device};

            if (column == 6 && !awkward[i])
                continue;
            *columns[column] = awkward[i];
            events[x.n++] = e;
        }
    }
    make_tape(events, x.n);
    assert_true(read_tape(path, compare, &x, &err));
    assert_int_equal(x.at, x.n);
}

static void
numbers_to_their_ends_and_long_bodies_come_back(void **state)
{
    struct event events[4] = {event(1), event(2), event(3), event(4)};
    struct expected x = {.events = events, .n = 4};
    struct buf body = {0};

    (void)state;
    events[1].seq = INT64_MAX;
    events[1].at = INT64_MIN;
    events[1].utc_offset = -720;
    events[1].uptime = INT64_MAX;
    events[2].seq = INT64_MIN;
    events[2].utc_offset = INT32_MIN;
    for (size_t i = 0; i < 300000; i++)
        buf_adds(&body, i % 3 ? "\\" : "\n");
    events[3].body = buf_text(&body);
    make_tape(events, 4);
    assert_true(read_tape(path, compare, &x, NULL));
    assert_int_equal(x.at, 4);
    buf_release(&body);
}

static void
a_line_is_the_one_in_the_rule(void **state)
{
    struct event e = event(7);
    size_t len;
    char *bytes;

    (void)state;
    memset(e.hash, 0xab, sizeof e.hash);
    e.body = "{\"a\":\"\\t\"}";
    make_tape(&e, 1);
    bytes = read_file(path, &len);
    assert_string_equal(
        bytes, "7\tabababababababababababababababababababababababababababababababab\tdevice-a\t"
               "1795514400007\t180\tboot\t5007\t1\tanswer.set\t\\N\twagon\t{\"a\":\"\\\\t\"}\n");
    free(bytes);
}

static void
the_last_line_is_told_and_found_again_when_others_wrote(void **state)
{
    struct event events[] = {event(1), event(2), event(3), event(4)};
    struct tape *t = tape_new(path), *other_process = tape_new(path);
    struct tape_head last;

    (void)state;
    make_tape(events, 2);
    assert_true(tape_take(t, &last, NULL));
    assert_int_equal(last.seq, 2);
    assert_string_equal(last.device, "device-a");
    assert_memory_equal(last.hash, events[1].hash, 32);
    tape_drop(t);
    assert_true(add_line(other_process, &events[2], NULL));
    assert_true(tape_take(t, &last, NULL));
    assert_int_equal(last.seq, 3);
    assert_true(tape_add(t, &events[3], NULL));
    assert_true(tape_put(t, NULL));
    assert_true(tape_take(t, &last, NULL));
    assert_int_equal(last.seq, 4);
    tape_drop(t);
    /* Replaced by another file of the same name. */
    make_tape(events, 1);
    assert_true(tape_take(t, &last, NULL));
    assert_int_equal(last.seq, 1);
    tape_free(t);
    tape_free(other_process);
    assert_true(tape_last(path, &last, NULL));
    assert_int_equal(last.seq, 1);
}

static void
what_was_added_and_dropped_is_not_there(void **state)
{
    struct event events[] = {event(1), event(2)};
    struct tape *t = tape_new(path);
    struct tape_head last;

    (void)state;
    make_tape(events, 1);
    assert_true(tape_take(t, &last, NULL));
    assert_true(tape_add(t, &events[1], NULL));
    tape_drop(t);
    tape_free(t);
    assert_int_equal(lines_in(path), 1);
}

/* Cut at each byte of the last of three lines: opening leaves the whole lines, and appending goes
 * on from there. */
static void
a_torn_last_line_is_cut_off_and_nothing_else(void **state)
{
    struct event events[] = {event(1), event(2), event(3)};
    size_t len, two;
    char *bytes;

    (void)state;
    make_tape(events, 2);
    free(read_file(path, &two));
    make_tape(events, 3);
    bytes = read_file(path, &len);
    for (size_t cut = two; cut <= len; cut++) {
        struct expected x = {.events = events, .n = 3};
        struct tape *t = tape_new(path);
        struct tape_head last;
        size_t now;

        write_file(path, bytes, cut);
        assert_int_equal(lines_in(path), cut == len ? 3 : 2);
        assert_true(touch_tape(&last, NULL));
        assert_int_equal(last.seq, cut == len ? 3 : 2);
        free(read_file(path, &now));
        assert_int_equal(now, cut == len ? len : two);
        if (cut < len)
            assert_true(add_line(t, &events[2], NULL));
        tape_free(t);
        assert_true(read_tape(path, compare, &x, NULL));
        assert_int_equal(x.at, 3);
    }
    free(bytes);
}

static void
zeros_that_a_power_cut_leaves_are_a_torn_line(void **state)
{
    struct event e = event(1);
    char zeros[5000] = {0};
    struct tape_head last;

    (void)state;
    for (int newline = 0; newline < 2; newline++) {
        make_tape(&e, 1);
        zeros[sizeof zeros - 1] = newline ? '\n' : '\0';
        append_to(path, zeros, sizeof zeros);
        assert_true(touch_tape(&last, NULL));
        assert_int_equal(last.seq, 1);
        assert_int_equal(lines_in(path), 1);
    }
    write_file(path, zeros, sizeof zeros);
    assert_true(touch_tape(&last, NULL));
    assert_int_equal(last.seq, 0);
    assert_int_equal(lines_in(path), 0);
}

static void
a_line_torn_by_another_process_meanwhile_is_not_glued_to_ours(void **state)
{
    struct event events[] = {event(1), event(2), event(3)};
    struct expected x = {.events = events, .n = 3};
    struct tape *t = tape_new(path);
    char part[9000];

    (void)state;
    memset(part, '7', sizeof part);
    make_tape(events, 1);
    assert_true(add_line(t, &events[1], NULL));
    append_to(path, part, sizeof part);
    assert_true(add_line(t, &events[2], NULL));
    tape_free(t);
    assert_true(read_tape(path, compare, &x, NULL));
    assert_int_equal(x.at, 3);
}

/* Second of three lines replaced by what is no line; a field may be given another value. */
static void
a_foreign_line_is_named_with_file_and_line(void **state)
{
#define H "abababababababababababababababababababababababababababababababab"
#define REST "\tb\t5\t1\tk\t\\N\tw\t{}"
    static const char *const foreign[] = {
        "",
        "hello",
        "2\t" H "\td\t1\t0\tb\t5\t1\tk\t\\N\tw",
        "2\t" H "\td\t1\t0" REST "\t",
        "02\t" H "\td\t1\t0" REST,
        "+2\t" H "\td\t1\t0" REST,
        " 2\t" H "\td\t1\t0" REST,
        "-0\t" H "\td\t1\t0" REST,
        "9223372036854775808\t" H "\td\t1\t0" REST,
        "2\t" H "\td\t1\t2147483648" REST,
        "2\tAB" H "\td\t1\t0" REST,
        "2\tABABababababababababababababababababababababababababababababababab\td\t1\t0" REST,
        "2\tab\td\t1\t0" REST,
        "2\t" H "\t\\N\t1\t0" REST,
        "2\t" H "\t\\x\t1\t0" REST,
        "2\t" H "\t\\\t1\t0" REST,
        "2\t" H "\ta\\N\t1\t0" REST,
        "2\t" H "\td\t1\t0" REST "\r",
        "2\t" H "\td\t\t0" REST,
    };
    struct event e = event(1);
    size_t len;
    char *line;

    (void)state;
    make_tape(&e, 1);
    line = read_file(path, &len);
    for (size_t i = 0; i < ARRAY_LEN(foreign); i++) {
        struct rc_error err = {0};
        struct tape_head last;
        size_t n = 0, before, after;
        char *bytes;

        write_file(path, line, len);
        append_to(path, foreign[i], strlen(foreign[i]));
        append_to(path, "\n", 1);
        append_to(path, line, len);
        assert_false(read_tape(path, count, &n, &err));
        assert_int_equal(n, 1);
        assert_int_equal(err.code, RC_E_TAPE);
        assert_string_equal(err.file, path);
        assert_int_equal(err.line, 2);
        /* As the last line it is refused, and the file kept. */
        write_file(path, line, len);
        append_to(path, foreign[i], strlen(foreign[i]));
        append_to(path, "\n", 1);
        free(read_file(path, &before));
        err = (struct rc_error){0};
        assert_false(touch_tape(&last, &err));
        assert_int_equal(err.code, RC_E_TAPE);
        bytes = read_file(path, &after);
        assert_int_equal(before, after);
        free(bytes);
    }
    free(line);
}

static void
a_nul_in_a_line_is_no_tape(void **state)
{
    struct event e = event(1);
    struct rc_error err = {0};
    size_t len, n = 0;
    char *line;

    (void)state;
    make_tape(&e, 1);
    line = read_file(path, &len);
    line[len - 2] = '\0';
    write_file(path, line, len);
    assert_false(read_tape(path, count, &n, &err));
    assert_int_equal(err.line, 1);
    free(line);
}

static void
a_file_of_something_else_is_refused_and_kept(void **state)
{
    static const char text[] = "one line of something else, without its end";
    struct rc_error err = {0};
    struct tape_head last;
    size_t len;
    char *bytes;

    (void)state;
    write_file(path, text, sizeof text - 1);
    assert_false(touch_tape(&last, &err));
    assert_int_equal(err.code, RC_E_TAPE);
    bytes = read_file(path, &len);
    assert_string_equal(bytes, text);
    free(bytes);
}

static void
an_endless_line_is_refused_before_it_fills_the_memory(void **state)
{
    struct rc_error err = {0};
    size_t n = 0;

    (void)state;
    write_file(path, "1", 1);
    assert_int_equal(truncate(path, (off_t)1 << 31), 0);
    assert_false(read_tape(path, count, &n, &err));
    assert_int_equal(err.code, RC_E_TAPE);
    assert_int_equal(err.line, 1);
}

static bool
refuse(void *context, const struct event *e, struct rc_error *err)
{
    ++*(int *)context;
    return e->seq < 2 || rc_fail(err, RC_E_NO_SEAL, NULL, NULL);
}

static void
reading_ends_with_the_error_of_the_reader(void **state)
{
    struct event events[] = {event(1), event(2), event(3)};
    struct rc_error err = {0};
    int calls = 0;

    (void)state;
    make_tape(events, 3);
    assert_false(read_tape(path, refuse, &calls, &err));
    assert_int_equal(err.code, RC_E_NO_SEAL);
    assert_int_equal(calls, 2);
}

static void
the_mode_is_0660_whatever_the_umask_and_what_is_no_file_is_refused(void **state)
{
    const char *const bad[] = {other, dir};
    struct rc_error err = {0};
    struct tape_head last;
    struct stat st;
    mode_t mask = umask(0077);

    (void)state;
    make_tape(NULL, 0);
    umask(mask);
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0660);
    assert_int_equal(mkfifo(other, 0600), 0);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        struct tape *t = tape_new(bad[i]);

        assert_false(tape_take(t, &last, &err));
        tape_free(t);
    }
    assert_false(read_tape(other, count, NULL, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    unlink(other);
    assert_int_equal(symlink("/dev/full", other), 0);
    assert_false(tape_last(other, &last, &err));
    assert_int_equal(err.code, RC_E_OPEN);
    unlink(other);
    assert_false(read_tape(other, count, NULL, &err));
    assert_int_equal(err.code, RC_E_OPEN);
}

/* A limit on the size of files stands in for a full disk: part of the line fits. */
static void
a_line_that_does_not_fit_leaves_nothing(void **state)
{
    struct event events[] = {event(1), event(2)};
    struct tape *t = tape_new(path);
    struct rlimit was, less;
    struct rc_error err = {0};
    struct tape_head last;
    size_t len, now;
    bool done;

    (void)state;
    make_tape(events, 1);
    free(read_file(path, &len));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &was), 0);
    less = was;
    less.rlim_cur = len + 20;
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &less), 0);
    done = add_line(t, &events[1], &err);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &was), 0);
    signal(SIGXFSZ, SIG_DFL);
    assert_false(done);
    assert_int_equal(err.code, RC_E_WRITE);
    free(read_file(path, &now));
    assert_int_equal(now, len);
    assert_true(tape_take(t, &last, NULL)); /* and it goes on when there is room */
    assert_int_equal(last.seq, 1);
    assert_true(tape_add(t, &events[1], &err));
    assert_true(tape_put(t, &err));
    tape_free(t);
    assert_int_equal(lines_in(path), 2);
}

/* Four processes, each a device; every fourth line long. */
static void
lines_of_several_processes_stay_whole(void **state)
{
    char big[20000], name[2] = "a";
    int bad = 0;

    (void)state;
    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    make_tape(NULL, 0);
    for (int p = 0; p < 4; p++) {
        if (fork() == 0) {
            struct tape *t = tape_new(path);
            bool done = true;

            name[0] = (char)('a' + p);
            for (int64_t seq = 1; done && seq <= 100; seq++) {
                struct event e = event(seq);

                e.device = name;
                e.body = seq % 4 ? "{}" : big;
                done = add_line(t, &e, NULL);
            }
            _exit(done ? 0 : 1);
        }
    }
    for (int p = 0, status; p < 4; p++)
        bad += wait(&status) < 0 || status != 0;
    assert_int_equal(bad, 0);
    assert_int_equal(lines_in(path), 400);
}

static bool
verify_line(void *context, const struct event *e, struct rc_error *err)
{
    unsigned char *prev = context, hash[32];

    event_hash(prev, e, hash);
    memcpy(prev, hash, 32);
    return memcmp(hash, e->hash, 32) == 0 || rc_fail(err, RC_E_VERIFY_HASH, NULL, NULL);
}

/* With the last head known from outside, no changed bit of a tape can pass. */
static void
every_flipped_bit_is_found(void **state)
{
    struct event events[3] = {event(1), event(2), event(3)};
    unsigned char prev[32] = {0}, head[32];
    size_t len, missed = 0;
    char *bytes;

    (void)state;
    events[1].body = "{\"t\":\"tab\\t\"}\t\n";
    for (size_t i = 0; i < 3; i++) {
        event_hash(prev, &events[i], events[i].hash);
        memcpy(prev, events[i].hash, 32);
    }
    memcpy(head, prev, 32);
    make_tape(events, 3);
    bytes = read_file(path, &len);
    for (size_t i = 0; i <= len * 8; i++) {
        bool whole;

        if (i < len * 8)
            bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
        write_file(path, bytes, len);
        memset(prev, 0, sizeof prev);
        whole = read_tape(path, verify_line, prev, NULL) && memcmp(prev, head, 32) == 0;
        if (i < len * 8)
            bytes[i / 8] = (char)(bytes[i / 8] ^ 1 << i % 8);
        missed += whole != (i == len * 8); /* the last is the tape as it was */
    }
    assert_int_equal(missed, 0);
    free(bytes);
}

static int
set_up(void **state)
{
    (void)state;
    if (!trail_init(NULL) || !mkdtemp(dir))
        return -1;
    snprintf(path, sizeof path, "%s/tape", dir);
    snprintf(other, sizeof other, "%s/other", dir);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(dir);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_awkward_text_comes_back_from_every_column),
        cmocka_unit_test(numbers_to_their_ends_and_long_bodies_come_back),
        cmocka_unit_test(a_line_is_the_one_in_the_rule),
        cmocka_unit_test(the_last_line_is_told_and_found_again_when_others_wrote),
        cmocka_unit_test(what_was_added_and_dropped_is_not_there),
        cmocka_unit_test(a_torn_last_line_is_cut_off_and_nothing_else),
        cmocka_unit_test(zeros_that_a_power_cut_leaves_are_a_torn_line),
        cmocka_unit_test(a_line_torn_by_another_process_meanwhile_is_not_glued_to_ours),
        cmocka_unit_test(a_foreign_line_is_named_with_file_and_line),
        cmocka_unit_test(a_nul_in_a_line_is_no_tape),
        cmocka_unit_test(a_file_of_something_else_is_refused_and_kept),
        cmocka_unit_test(an_endless_line_is_refused_before_it_fills_the_memory),
        cmocka_unit_test(reading_ends_with_the_error_of_the_reader),
        cmocka_unit_test(the_mode_is_0660_whatever_the_umask_and_what_is_no_file_is_refused),
        cmocka_unit_test(a_line_that_does_not_fit_leaves_nothing),
        cmocka_unit_test(lines_of_several_processes_stay_whole),
        cmocka_unit_test(every_flipped_bit_is_found),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
