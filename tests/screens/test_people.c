/* SPDX-License-Identifier: ISC */
/* Logging in, the lock, the people of the post and their PINs on the screens. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/people.h"
#include "base/alloc.h"
#include "golden.h"

#define SAMPLE "consist-diesel-tanks.csv"

static const char *const langs[] = {"en", "ru"};

/* A second officer, 102 with the PIN 2401, besides the administrator 101 without one. */
static void
add_second(struct golden *g)
{
    struct rc_error err = {0};

    assert_true(people_add(g->ui.app, "Сотрудник 102", "102", "lead", &err));
    assert_true(people_set_pin(g->ui.app, "102", "2401", &err));
}

/* The screens begin anew on the same database. */
static void
start_again(struct golden *g)
{
    struct rc_error err = {0};

    ui_release(&g->ui);
    assert_true(ui_init(&g->ui, &g->env, g->dir, NULL, "", false, &err));
    assert_true(ui_start(&g->ui, NULL, &err));
    g->ui.rows = 24;
    g->ui.cols = 80;
}

static int64_t later;

static int64_t
uptime_later(void *context)
{
    (void)context;
    return later;
}

/* So many ms pass without a key. */
static void
wait(struct golden *g, int64_t ms)
{
    later = g->env.uptime(g->env.context) + ms;
    g->env.uptime = uptime_later;
}

static void
one_officer_without_a_pin_is_not_asked(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    assert_string_equal(golden_top(&g), "trains");
    wait(&g, 24 * 3600 * 1000);
    assert_false(ui_idle(&g.ui));
    golden_keys(&g, "Down");
    assert_string_equal(golden_top(&g), "trains");
    golden_close(&g);
}

static void
log_in_stands_before_the_first_screen(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        golden_open(&g, langs[i], SAMPLE);
        add_second(&g);
        start_again(&g);
        assert_string_equal(golden_top(&g), "login");
        golden_type(&g, "102");
        golden_keys(&g, "Enter");
        golden_type(&g, "24");
        golden_check_screen(&g);
        golden_type(&g, "02");
        golden_keys(&g, "Enter");
        golden_check(&g, "login-wrong", 24, 80);
        golden_type(&g, "2401");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "trains");
        assert_string_equal(g.ui.app->badge, "102");
        golden_close(&g);
    }
}

static void
a_pin_of_the_only_one_is_asked_and_a_badge_alone_is_enough_without(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    assert_true(people_set_pin(g.ui.app, "101", "7531", NULL));
    start_again(&g);
    assert_string_equal(golden_top(&g), "login");
    golden_type(&g, "7531"); /* the badge is known */
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "trains");
    assert_true(people_set_pin(g.ui.app, "101", "", NULL));
    add_second(&g);
    start_again(&g);
    assert_string_equal(golden_top(&g), "login");
    golden_type(&g, "101");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "trains");
    golden_close(&g);
}

static void
nothing_is_reached_past_the_log_in(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    add_second(&g);
    golden_keys(&g, "Enter");
    wait(&g, UI_IDLE_MS);
    assert_true(ui_idle(&g.ui));
    assert_false(ui_idle(&g.ui));
    golden_keys(&g, "Esc F10 Esc");
    assert_string_equal(golden_top(&g), "login");
    golden_actions(&g, "back switch-officer people import export open");
    assert_string_equal(golden_top(&g), "login");
    golden_keys(&g, "F1");
    assert_string_equal(golden_top(&g), "help");
    golden_keys(&g, "Esc");
    assert_string_equal(golden_top(&g), "login");
    golden_close(&g);
}

static void
after_idle_time_typed_text_is_still_there(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        golden_open(&g, langs[i], SAMPLE);
        add_second(&g);
        golden_keys(&g, "Enter e");
        assert_string_equal(golden_top(&g), "ask");
        golden_type(&g, "half a no");
        wait(&g, UI_IDLE_MS - 1);
        assert_false(ui_idle(&g.ui));
        wait(&g, 1);
        /* Nobody ticked: the key that comes first locks, and is not typed. */
        golden_type(&g, "x");
        assert_string_equal(golden_top(&g), "login");
        golden_check(&g, "locked", 24, 80);
        golden_keys(&g, "Up");
        golden_keys(&g, "Backspace");
        golden_type(&g, "2");
        golden_keys(&g, "Enter");
        golden_type(&g, "2401");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "ask");
        golden_check(&g, "unlocked", 24, 80);
        golden_close(&g);
    }
}

static void
the_lock_comes_over_a_full_stack(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    add_second(&g);
    while (g.ui.depth < UI_DEPTH)
        g.ui.stack[g.ui.depth++] = screen_trains(&g.ui);
    wait(&g, UI_IDLE_MS);
    assert_true(ui_idle(&g.ui));
    assert_string_equal(golden_top(&g), "login");
    golden_actions(&g, "help");
    assert_string_equal(golden_top(&g), "help");
    golden_close(&g);
}

static void
another_officer_goes_on_where_the_screens_are(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], SAMPLE);
        add_second(&g);
        golden_keys(&g, "Enter Enter");
        assert_string_equal(golden_top(&g), "wagon");
        golden_actions(&g, "switch-officer");
        golden_keys(&g, "Esc");
        assert_string_equal(golden_top(&g), "wagon");
        assert_string_equal(g.ui.app->badge, "101");
        golden_actions(&g, "switch-officer");
        golden_check(&g, "switch", 24, 80);
        golden_type(&g, "102");
        golden_keys(&g, "Enter");
        golden_type(&g, "2401");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "wagon");
        assert_string_equal(g.ui.app->badge, "102");
        golden_close(&g);
    }
}

static void
people_are_added_changed_disabled_and_get_pins(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        golden_open(&g, langs[i], NULL);
        add_second(&g);
        golden_actions(&g, "people");
        golden_keys(&g, "a");
        golden_type(&g, "Новый Н. Н.");
        golden_keys(&g, "Enter");
        golden_type(&g, "103");
        golden_keys(&g, "Enter Space Down Down Space");
        golden_check_screen(&g);
        golden_keys(&g, "Enter Enter");
        assert_string_equal(golden_top(&g), "people");
        golden_keys(&g, "Down d");
        golden_check_screen(&g);
        golden_keys(&g, "p");
        golden_type(&g, "1234");
        golden_keys(&g, "Tab");
        golden_type(&g, "1235");
        golden_keys(&g, "Enter");
        golden_check(&g, "pin-differs", 24, 80);
        golden_keys(&g, "Esc Up d");
        golden_check(&g, "people-last-admin", 24, 80);
        golden_close(&g);
    }
}

static void
ones_own_pin_needs_the_old_one(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], NULL);
        golden_actions(&g, "own-pin");
        golden_type(&g, "1234");
        golden_keys(&g, "Enter");
        golden_type(&g, "1234");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "trains");
        golden_actions(&g, "own-pin");
        golden_type(&g, "1233");
        golden_keys(&g, "Enter");
        golden_type(&g, "5678");
        golden_keys(&g, "Enter");
        golden_type(&g, "5678");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "pin");
        golden_check(&g, "pin-old-wrong", 24, 80);
        assert_true(people_login(g.ui.app, "101", "1234", NULL));
        assert_false(people_login(g.ui.app, "101", "5678", NULL));
        golden_close(&g);
    }
}

static void
only_administrators_see_the_people(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], NULL);
        add_second(&g);
        assert_true(people_login(g.ui.app, "102", "2401", NULL));
        golden_actions(&g, "people");
        assert_string_equal(golden_top(&g), "trains");
        golden_check(&g, "people-refused", 24, 80);
        golden_close(&g);
    }
}

static void
a_key_that_is_no_digit_is_told(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    golden_actions(&g, "own-pin");
    golden_type(&g, "12ы");
    assert_non_null(strstr(g.ui.message, "digits"));
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_officer_without_a_pin_is_not_asked),
        cmocka_unit_test(log_in_stands_before_the_first_screen),
        cmocka_unit_test(a_pin_of_the_only_one_is_asked_and_a_badge_alone_is_enough_without),
        cmocka_unit_test(nothing_is_reached_past_the_log_in),
        cmocka_unit_test(after_idle_time_typed_text_is_still_there),
        cmocka_unit_test(the_lock_comes_over_a_full_stack),
        cmocka_unit_test(another_officer_goes_on_where_the_screens_are),
        cmocka_unit_test(people_are_added_changed_disabled_and_get_pins),
        cmocka_unit_test(ones_own_pin_needs_the_old_one),
        cmocka_unit_test(only_administrators_see_the_people),
        cmocka_unit_test(a_key_that_is_no_digit_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
