/* SPDX-License-Identifier: ISC */
/* The board of the shift: pictures, handing over at one keyboard, planned departures. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "app/people.h"
#include "app/shift.h"
#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"
#include "on_wagon.h"

static const char *const langs[] = {"en", "ru"};

static int64_t
list_another(struct golden *g, const char *sample)
{
    struct buf path = {0};
    struct import import;
    struct rc_error err = {0};
    int64_t train;
    bool added;

    buf_addf(&path, "%s/checklists/samples/%s", getenv("top_srcdir"), sample);
    assert_true(import_read(g->ui.app, buf_text(&path), &import, &err));
    assert_true(import_save(g->ui.app, &import, 1, &train, &added, &err));
    import_release(&import);
    buf_release(&path);
    return train;
}

/* Two trains, and 102 (with the PIN 2401), 201 and the analyst 301 besides 101. */
static void
open_board(struct golden *g, const char *lang)
{
    struct rc_error err = {0};

    golden_open(g, lang, SAMPLE);
    list_another(g, MIXED);
    assert_true(people_add(g->ui.app, "Сотрудник 102", "102", "officer", &err));
    assert_true(people_set_pin(g->ui.app, "102", "2401", &err));
    assert_true(people_add(g->ui.app, "Сотрудник 201", "201", "lead", &err));
    assert_true(people_add(g->ui.app, "Сотрудник 301", "301", "analyst", &err));
    golden_keys(g, "t");
    assert_string_equal(golden_top(g), "shift");
}

static void
expect_holder(struct golden *g, const char *holder, const char *waits_for)
{
    struct rc_error err = {0};
    struct shift_row shift;

    assert_true(store_shift(g->ui.app->store, &shift, &err));
    assert_string_equal(shift.holder, holder);
    assert_string_equal(shift.taker, waits_for);
    shift_row_release(&shift);
}

/* A finding of severity 3 on the second wagon of the train of SAMPLE. */
static void
find_grave(struct golden *g)
{
    struct finding finding = finding_blank("VOID", 3);
    struct rc_error err = {0};
    struct trains trains;
    struct wagons consist;
    const char *stop = "H-STOP";
    char id[40];

    assert_true(store_trains_numbered(g->ui.app->store, "2412", &trains, &err));
    assert_true(store_consist(g->ui.app->store, trains.rows[0].id, false, &consist, &err));
    assert_true(inspect_gates_confirm(g->ui.app, consist.rows[1].id, &stop, 1, "", &err));
    finding.item = "RUN-1";
    assert_true(inspect_finding(g->ui.app, consist.rows[1].id, &finding, NULL, id, &err));
    wagons_release(&consist);
    trains_release(&trains);
}

static void
the_board_shows_what_blocks_and_when_it_departs(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        open_board(&g, langs[i]);
        golden_check(&g, "shift-none", 24, 80);
        find_grave(&g);
        golden_keys(&g, "b");
        golden_check(&g, "shift-clock", 24, 80);
        golden_keys(&g, "Enter Home d");
        golden_type(&g, "0759");
        golden_keys(&g, "Enter Down d");
        golden_type(&g, "25.11 1420");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "shift");
        golden_keys(&g, "Up");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
a_late_train_and_clocks_apart_are_told(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        open_board(&g, langs[i]);
        golden_keys(&g, "b");
        golden_type(&g, "730");
        golden_keys(&g, "Enter");
        golden_check(&g, "shift-apart-said", 24, 80);
        golden_keys(&g, "d");
        golden_type(&g, "715");
        golden_keys(&g, "Enter");
        golden_check(&g, "shift-late-said", 24, 80);
        golden_keys(&g, "Down");
        golden_check_sizes(&g, "shift-late");
        /* the status of the consist tells it too */
        golden_keys(&g, "Up Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check_sizes(&g, "consist-late");
        golden_close(&g);
    }
}

static void
a_hand_over_is_confirmed_by_the_takers_own_pin(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        open_board(&g, langs[i]);
        golden_keys(&g, "p"); /* nobody has started one */
        assert_string_equal(golden_top(&g), "shift");
        assert_true(g.ui.message_is_error);
        golden_keys(&g, "b Enter p");
        assert_string_equal(golden_top(&g), "choose");
        golden_check(&g, "shift-to", 24, 80);
        golden_keys(&g, "Enter");
        golden_type(&g, "ключ у 101");
        golden_check(&g, "shift-note", 24, 80);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "login");
        golden_check(&g, "shift-taker", 24, 80);
        expect_holder(&g, "101", "102");
        golden_type(&g, "0000");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "login");
        expect_holder(&g, "101", "102");
        golden_type(&g, "2401");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "shift");
        expect_holder(&g, "102", "");
        assert_string_equal(g.ui.app->badge, "102");
        golden_check(&g, "shift-taken", 24, 80);
        golden_close(&g);
    }
}

static void
a_hand_over_waits_for_its_taker(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        open_board(&g, langs[i]);
        golden_keys(&g, "b Enter p Enter Enter");
        assert_string_equal(golden_top(&g), "login");
        golden_keys(&g, "Esc");
        assert_string_equal(golden_top(&g), "shift");
        golden_check_sizes(&g, "shift-waits");
        golden_keys(&g, "y"); /* not by the one who hands it over */
        assert_true(g.ui.message_is_error);
        expect_holder(&g, "101", "102");
        golden_keys(&g, "Esc");
        golden_actions(&g, "switch-officer");
        golden_type(&g, "102");
        golden_keys(&g, "Enter");
        golden_type(&g, "2401");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "trains");
        golden_check(&g, "shift-told", 24, 80);
        golden_keys(&g, "t y");
        expect_holder(&g, "102", "");
        golden_close(&g);
    }
}

static void
another_than_the_taker_cannot_confirm(void **state)
{
    struct golden g;

    (void)state;
    open_board(&g, "en");
    golden_keys(&g, "b Enter p Enter Enter Up");
    for (int i = 0; i < 3; i++)
        golden_keys(&g, "Backspace");
    golden_type(&g, "201");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "shift");
    assert_true(g.ui.message_is_error);
    expect_holder(&g, "101", "102");
    golden_close(&g);
}

static void
cyrillic_keys_lead_through_a_hand_over(void **state)
{
    struct golden g;

    (void)state;
    open_board(&g, "ru");
    /* the keys b, p, i, d of the Russian layout */
    golden_keys(&g, "и");
    golden_type(&g, "742");
    golden_keys(&g, "Enter ш");
    assert_string_equal(golden_top(&g), "where");
    golden_keys(&g, "Esc в");
    golden_type(&g, "24.111420");
    golden_keys(&g, "Enter з Down Enter");
    golden_type(&g, "всё спокойно");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "login");
    expect_holder(&g, "101", "201");
    golden_close(&g);
}

static void
who_has_no_right_is_told_before_he_types(void **state)
{
    struct golden g;
    struct rc_error err = {0};

    (void)state;
    open_board(&g, "en");
    assert_true(people_login(g.ui.app, "301", NULL, &err));
    golden_keys(&g, "b");
    assert_string_equal(golden_top(&g), "shift");
    assert_true(g.ui.message_is_error);
    golden_keys(&g, "p");
    assert_string_equal(golden_top(&g), "shift");
    assert_true(g.ui.message_is_error);
    golden_close(&g);
}

static void
who_is_where_is_read(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        open_board(&g, langs[i]);
        find_grave(&g);
        golden_keys(&g, "i");
        assert_string_equal(golden_top(&g), "where");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
the_departure_is_planned_in_the_consist_and_taken_away(void **state)
{
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct rc_error err = {0};
        struct trains trains;

        golden_open(&g, langs[i], SAMPLE);
        golden_keys(&g, "Enter");
        golden_actions(&g, "departure");
        golden_type(&g, "817");
        golden_keys(&g, "Enter");
        golden_check(&g, "consist-departs", 24, 80);
        golden_actions(&g, "departure");
        golden_check(&g, "departure-ask", 24, 80);
        golden_type(&g, "99");
        golden_keys(&g, "Enter");
        assert_true(g.ui.message_is_error);
        golden_actions(&g, "departure");
        golden_keys(&g, "Backspace Enter");
        assert_true(store_trains_numbered(g.ui.app->store, "2412", &trains, &err));
        assert_int_equal(trains.rows[0].departs_at, 0);
        trains_release(&trains);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_board_shows_what_blocks_and_when_it_departs),
        cmocka_unit_test(a_late_train_and_clocks_apart_are_told),
        cmocka_unit_test(a_hand_over_is_confirmed_by_the_takers_own_pin),
        cmocka_unit_test(a_hand_over_waits_for_its_taker),
        cmocka_unit_test(another_than_the_taker_cannot_confirm),
        cmocka_unit_test(cyrillic_keys_lead_through_a_hand_over),
        cmocka_unit_test(who_has_no_right_is_told_before_he_types),
        cmocka_unit_test(who_is_where_is_read),
        cmocka_unit_test(the_departure_is_planned_in_the_consist_and_taken_away),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
