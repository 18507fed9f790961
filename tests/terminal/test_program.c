/* SPDX-License-Identifier: ISC */
/* The whole program in a terminal: start, type in any layout, resize, hang-up, kill, two at once.
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
#include <unistd.h>

#include <cmocka.h>

#include "harness.h"

struct place {
    char dir[64];
    char data[96], package[4200];
};

static const char *const no_arguments[] = {NULL};
static const char *const russian[] = {"--lang", "ru", NULL};

static struct pty *
start(const struct place *at, const char *term, int rows, int cols, const char *const *argv)
{
    char terminal[64];
    const char *env[] = {at->data,
                         at->package,
                         terminal,
                         "LC_ALL=C.UTF-8",
                         "HOME=/nonexistent",
                         "PATH=/usr/bin:/bin",
                         "ASAN_OPTIONS=detect_leaks=0",
                         NULL};

    snprintf(terminal, sizeof terminal, "TERM=%s", term);
    return pty_start(NULL, rows, cols, argv, env);
}

static void
shell(const char *command)
{
    assert_int_equal(system(command), 0);
}

static int
set_up(void **state)
{
    struct place *at = calloc(1, sizeof *at);

    snprintf(at->dir, sizeof at->dir, "/tmp/railcheck-pty-XXXXXX");
    if (!mkdtemp(at->dir))
        return -1;
    snprintf(at->data, sizeof at->data, "RAILCHECK_DATA=%s/data", at->dir);
    snprintf(at->package, sizeof at->package, "RAILCHECK_PKGDATA=%s", getenv("top_srcdir"));
    *state = at;
    return 0;
}

/* A post that is set up, with the eight tank wagons listed. */
static int
set_up_train(void **state)
{
    char command[8192];

    if (set_up(state))
        return -1;
    snprintf(command, sizeof command,
             "RAILCHECK_DATA=%s/data; export RAILCHECK_DATA; \"%s/railcheck\" init --post Altynkol "
             "--officer Sample --badge 101 >/dev/null && \"%s/railcheck\" import "
             "\"%s/checklists/samples/consist-diesel-tanks.csv\" >/dev/null 2>&1",
             ((struct place *)*state)->dir, getenv("top_builddir"), getenv("top_builddir"),
             getenv("top_srcdir"));
    shell(command);
    return 0;
}

static int
tear_down(void **state)
{
    struct place *at = *state;
    char command[128];

    snprintf(command, sizeof command, "rm -rf '%s'", at->dir);
    shell(command);
    free(at);
    return 0;
}

static void
the_first_start_asks_for_post_officer_and_badge(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "railcheck"));
    pty_type(p, "Altynkol\r");
    pty_type(p, "Sample Officer\t");
    pty_type(p, "101\r");
    assert_true(pty_shows(p, "sample train"));
    pty_type(p, "y");
    assert_true(pty_shows(p, "2401"));
    assert_true(pty_shows(p, "Altynkol"));
    pty_end(p);
}

static void
an_answer_typed_on_the_russian_layout_survives_a_kill(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    pty_key(p, "Enter");
    assert_true(pty_shows(p, "51095388"));
    pty_key(p, "Enter");
    assert_true(pty_shows(p, "DOC-2"));
    pty_type(p, "н"); /* the key of y: confirms the stop of the train */
    assert_true(pty_shows(p, "Sample"));
    pty_type(p, "\r");
    assert_true(pty_shows(p, "saved"));
    pty_type(p, "ф"); /* the key of a */
    assert_true(pty_shows(p, "+ "));
    kill(pty_pid(p), SIGKILL);
    assert_int_equal(pty_wait(p, 5000), -SIGKILL);
    pty_end(p);

    p = start(*state, "xterm-256color", 24, 80, no_arguments);
    assert_true(pty_shows(p, "51095388"));
    assert_true(pty_shows(p, "+ DOC-"));
    pty_end(p);
}

/* To the first wagon, its gate confirmed, three answers: typed before the first screen is there. */
static void
keys_typed_ahead_are_all_taken(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    pty_type(p, "\r\r\u043d\r\u0444\u0444\u0444");
    if (!pty_shows(p, "19 left")) {
        pty_print(p);
        fail();
    }
    pty_type(p, "\u0433\u0433\u0433\u0444\u0433\u0444\u0444\u0433\u0444"); /* undo and answer, in
                                                                              one burst */
    assert_true(pty_shows(p, "20 left"));
    pty_end(p);
}

/* The first letter of the seal is the key that confirms a gate. */
static void
a_seal_scanned_on_the_wagon_goes_to_its_seals(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    pty_type(p, "\r\r");
    assert_true(pty_shows(p, "DOC-2"));
    pty_type(p, "Н8453702\r");
    assert_true(pty_shows(p, "Seals of wagon"));
    assert_true(pty_shows(p, "matches"));
    pty_key(p, "Esc");
    assert_true(pty_shows(p, "wait for gates")); /* none was confirmed */
    pty_type(p, "Н");                            /* by hand it is a command */
    assert_true(pty_shows(p, "Who confirmed it?"));
    pty_end(p);
}

static void
a_resize_is_seen_at_once(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    for (int i = 0; i < 20; i++) {
        pty_resize(p, 10, 30);
        assert_true(pty_shows(p, "60"));
        pty_resize(p, 24 + i, 80 + i);
        assert_true(pty_shows(p, "2412"));
    }
    pty_end(p);
}

static void
hang_up_ends_the_program_within_a_second(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    pty_hang_up(p);
    assert_int_not_equal(pty_wait(p, 1500), -1000);
    pty_end(p);
}

static void
sigterm_ends_it_and_gives_the_terminal_back(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    kill(pty_pid(p), SIGTERM);
    assert_int_not_equal(pty_wait(p, 1500), -1000);
    assert_true(pty_hides(p, "2412"));
    pty_end(p);
}

static void
what_one_terminal_saves_the_other_shows(void **state)
{
    struct pty *a = start(*state, "xterm-256color", 24, 80, no_arguments);
    struct pty *b = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(a, "2412"));
    pty_key(a, "Enter");
    assert_true(pty_shows(a, "51095388"));
    assert_true(pty_shows(b, "2412"));
    pty_key(b, "Enter");
    assert_true(pty_shows(b, "51095388"));
    pty_key(b, "Enter");
    assert_true(pty_shows(b, "DOC-2"));
    pty_type(b, "y");
    assert_true(pty_shows(b, "Sample"));
    pty_type(b, "\r");
    assert_true(pty_shows(b, "saved"));
    pty_type(b, "a");
    assert_true(pty_shows(a, "~"));
    pty_end(a);
    pty_end(b);
}

static void
russian_needs_no_generated_locale(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, russian);

    assert_true(pty_shows(p, "Поезд"));
    pty_end(p);
}

static void
other_terminals_work_and_a_dumb_one_is_refused_in_words(void **state)
{
    static const char *const kinds[] = {"linux", "vt100", "screen", "xterm"};
    struct pty *p;

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        p = start(*state, kinds[i], 24, 80, no_arguments);
        assert_true(pty_shows(p, "2412"));
        pty_end(p);
    }
    p = start(*state, "dumb", 24, 80, no_arguments);
    assert_true(pty_shows(p, "TERM"));
    assert_int_equal(pty_wait(p, 3000), 3);
    pty_end(p);
}

static void
escape_and_a_digit_is_a_function_key(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    pty_type(p, "\033"
                "1");
    assert_true(pty_shows(p, "F10"));
    pty_type(p, "\033"
                "0");
    assert_true(pty_shows(p, "2412"));
    pty_type(p, "\033"
                "0");
    assert_int_equal(pty_wait(p, 3000), 0);
    pty_end(p);
}

/* Two officers, one of them with a PIN. */
static int
set_up_people(void **state)
{
    char command[8192];

    if (set_up_train(state))
        return -1;
    snprintf(command, sizeof command,
             "RAILCHECK_DATA=%s/data; export RAILCHECK_DATA; \"%s/railcheck\" user add 102 --name "
             "Second && echo 8642 | \"%s/railcheck\" user pin 102 --pin-stdin",
             ((struct place *)*state)->dir, getenv("top_builddir"), getenv("top_builddir"));
    shell(command);
    return 0;
}

static void
log_in_hides_the_pin_and_opens_the_screens(void **state)
{
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "Log-in"));
    assert_true(pty_hides(p, "2412"));
    pty_type(p, "102\r");
    pty_type(p, "8643");
    assert_true(pty_shows(p, "••••"));
    assert_true(pty_hides(p, "8643"));
    pty_type(p, "\r");
    assert_true(pty_shows(p, "wrong PIN"));
    pty_type(p, "8642\r");
    assert_true(pty_shows(p, "2412"));
    assert_true(pty_shows(p, "102"));
    pty_end(p);

    /* Esc ends the program instead of letting past. */
    p = start(*state, "xterm-256color", 24, 80, no_arguments);
    assert_true(pty_shows(p, "Log-in"));
    pty_key(p, "Esc");
    assert_int_equal(pty_wait(p, 3000), 0);
    pty_end(p);
}

/* get_wch tells them from keys by its kind only: Ă has the number of Down, ĉ … Ē those of F1 … F10,
 * ň that of another key. */
static void
letters_with_the_numbers_of_keys_are_letters(void **state)
{
    static const char letters[] = "ňžäçýĂăĄąĆćĈĉĊċČčĎďĐđĒş";
    struct pty *p = start(*state, "xterm-256color", 24, 80, no_arguments);

    assert_true(pty_shows(p, "2412"));
    pty_type(p, letters);
    /* No help, no menu, not the end: only what to do about such characters. */
    assert_true(pty_shows(p, "No known layout has these characters"));
    pty_key(p, "Enter");
    assert_true(pty_shows(p, "51095388"));
    pty_type(p, "e"); /* a note: here they are text */
    assert_true(pty_shows(p, "Enter: done"));
    pty_type(p, letters);
    assert_true(pty_shows(p, letters));
    pty_end(p);
}

int
main(void)
{
    const struct CMUnitTest program[] = {
        cmocka_unit_test_setup_teardown(the_first_start_asks_for_post_officer_and_badge, set_up,
                                        tear_down),
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up_train, tear_down)
        TEST(keys_typed_ahead_are_all_taken),
        TEST(a_seal_scanned_on_the_wagon_goes_to_its_seals),
        TEST(an_answer_typed_on_the_russian_layout_survives_a_kill),
        TEST(a_resize_is_seen_at_once),
        TEST(hang_up_ends_the_program_within_a_second),
        TEST(sigterm_ends_it_and_gives_the_terminal_back),
        TEST(what_one_terminal_saves_the_other_shows),
        TEST(russian_needs_no_generated_locale),
        TEST(other_terminals_work_and_a_dumb_one_is_refused_in_words),
        TEST(escape_and_a_digit_is_a_function_key),
        TEST(letters_with_the_numbers_of_keys_are_letters),
        cmocka_unit_test_setup_teardown(log_in_hides_the_pin_and_opens_the_screens, set_up_people,
                                        tear_down),
    };

    return cmocka_run_group_tests(program, NULL, NULL);
}
