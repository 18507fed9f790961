/* SPDX-License-Identifier: ISC */
/* The wagon screen: pictures, and what each key does to an item. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "base/alloc.h"
#include "on_wagon.h"

static const char *const langs[] = {"en", "ru"};

static void
the_wagon_waits_for_its_gates_and_says_so(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        golden_keys(&g, "Enter Enter");
        golden_check_sizes(&g, "wagon-gated");
        golden_keys(&g, "a");
        assert_int_equal(mark_at(&g, 1, "DOC-1"), '#');
        golden_keys(&g, "y Enter");
        golden_keys(&g, "a");
        assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
        golden_close(&g);
    }
}

static void
the_wagon_in_work(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_wagon(&g, langs[i]);
        golden_keys(&g, "a r a a a");
        golden_check_screen(&g);
        golden_check(&g, "wagon", 60, 200);
        golden_check(&g, "wagon-wide", 30, 112);
        golden_close(&g);
    }
}

static void
cyrillic_and_kazakh_keys_do_the_same(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "ru");
    golden_type(&g, "ф");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    golden_type(&g, "г"); /* u */
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '.');
    assert_string_equal(top_view(&g)->key, "DOC-1"); /* to answer it again */
    golden_type(&g, "я");                            /* z */
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    golden_close(&g);
}

static void
not_accessible_on_a_gated_item_takes_the_zone_along(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    open_at(&g, 1, "TNK-11");
    golden_keys(&g, "b");
    assert_int_equal(mark_at(&g, 1, "TNK-11"), '?');
    assert_int_equal(mark_at(&g, 1, "TNK-12"), '?');
    golden_close(&g);
}

static void
a_finding_is_raised_by_one_choice_and_described_after(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;
        struct work w;

        open_wagon(&g, langs[i]);
        golden_keys(&g, "f Enter");
        assert_string_equal(golden_top(&g), "finding");
        assert_int_equal(mark_at(&g, 1, "DOC-1"), '!');
        golden_type(&g, "number repainted");
        golden_keys(&g, "F10");
        w = work_at(&g, 1);
        assert_int_equal(w.findings.n, 1);
        assert_string_equal(w.findings.rows[0].category, "DOCS");
        assert_string_equal(w.findings.rows[0].description, "number repainted");
        work_release(&w);
        golden_check(&g, "wagon-finding", 24, 80);
        golden_close(&g);
    }
}

static void
danger_to_life_shows_what_to_do_at_once(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        open_wagon(&g, langs[lang]);
        open_at(&g, 1, "RUN-14");
        golden_keys(&g, "f Enter");
        assert_string_equal(golden_top(&g), "stop");
        golden_check(&g, "stop-work", 24, 80);
        golden_keys(&g, "f a F10"); /* only Enter leaves it */
        assert_string_equal(golden_top(&g), "stop");
        golden_keys(&g, "Enter"); /* then its description */
        assert_string_equal(golden_top(&g), "finding");
        golden_close(&g);
    }
}

static void
each_gate_is_confirmed_with_its_own_question(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], SAMPLE);
        golden_keys(&g, "Enter Enter");
        open_at(&g, 1, "TNK-11"); /* waits for the stop and for the overhead line */
        golden_keys(&g, "y Enter");
        assert_int_equal(mark_at(&g, 1, "TNK-3"), '.');
        assert_int_equal(mark_at(&g, 1, "TNK-11"), '#');
        golden_check(&g, "wagon-second-gate", 24, 80);
        golden_keys(&g, "y Enter");
        assert_int_equal(mark_at(&g, 1, "TNK-11"), '.');
        golden_close(&g);
    }
}

static void
ok_never_writes_over_a_finding(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        open_wagon(&g, langs[lang]);
        golden_keys(&g, "f Enter F10 k a");
        assert_int_equal(mark_at(&g, 1, "DOC-1"), '!');
        golden_check(&g, "wagon-finding-here", 24, 80);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "finding");
        golden_close(&g);
    }
}

static void
ok_on_an_answered_item_only_goes_on(void **state)
{
    struct golden g;
    struct work w;
    int undo;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "a");
    w = work_at(&g, 1);
    undo = w.undo;
    work_release(&w);
    golden_keys(&g, "k a a");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    assert_int_equal(mark_at(&g, 1, "DOC-2"), '+');
    w = work_at(&g, 1);
    assert_int_equal(w.undo, undo + 1);
    work_release(&w);
    golden_close(&g);
}

static void
a_gate_is_no_reason_on_an_item_without_one(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "b Down Enter"); /* too high, then the one below it */
    golden_keys(&g, "b Enter");      /* the same again */
    w = work_at(&g, 1);
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(w.in.lines[i].answer.state, ANSWER_NO_ACCESS);
        assert_string_equal(w.in.lines[i].answer.reason, "load_in_way");
    }
    work_release(&w);
    golden_close(&g);
}

static void
no_key_loses_a_number_being_typed(void **state)
{
    struct golden g;
    const struct wagon_view *v;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "level");
    golden_keys(&g, "Down Enter");
    open_at(&g, 1, "DOC-3");
    golden_keys(&g, "Enter");
    golden_type(&g, "82");
    golden_keys(&g, "Down F10 Tab F6");
    v = top_view(&g);
    assert_true(v->editing);
    assert_string_equal(v->key, "DOC-3");
    golden_keys(&g, ". 5 Enter");
    v = top_view(&g);
    assert_false(v->editing);
    assert_string_equal(v->work.in.lines[inspection_find(&v->work.in, "DOC-3")].answer.value,
                        "82.5");
    golden_close(&g);
}

static void
a_value_outside_its_limits_offers_a_finding(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        open_wagon(&g, langs[lang]);
        golden_actions(&g, "level");
        golden_keys(&g, "Down Enter");
        open_at(&g, 1, "RUN-8-N");
        golden_type(&g, "95");
        golden_keys(&g, "Enter");
        golden_check(&g, "wagon-outside", 24, 80);
        golden_keys(&g, "f Enter F10");
        assert_int_equal(mark_at(&g, 1, "RUN-8-N"), '!');
        golden_close(&g);
    }
}

/* The kind of a container wagon and of its containers. */
static void
containers_have_zones_of_their_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;
        struct trains trains = {0};
        struct wagons consist = {0};
        struct rc_error err = {0};
        int position = 0;

        golden_open(&g, langs[i], MIXED);
        golden_keys(&g, "Enter");
        assert_true(store_trains(g.ui.app->store, 0, 0, 1, &trains, &err));
        assert_true(store_consist(g.ui.app->store, trains.rows[0].id, false, &consist, &err));
        for (size_t k = 0; k < consist.n && !position; k++) {
            if (*consist.rows[k].containers)
                position = consist.rows[k].position;
        }
        assert_true(position > 0);
        open_at(&g, position, "");
        golden_actions(&g, "last");
        golden_check(&g, "wagon-container", 24, 80);
        wagons_release(&consist);
        trains_release(&trains);
        golden_close(&g);
    }
}

static void
the_trains_own_list_takes_choices_and_texts(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;
        size_t at;

        golden_open(&g, langs[lang], SAMPLE);
        golden_keys(&g, "Enter");
        golden_actions(&g, "train-items");
        assert_string_equal(golden_top(&g), "wagon");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "ask");
        golden_type(&g, "20:46");
        golden_keys(&g, "Enter");
        golden_type(&g, "120");
        golden_keys(&g, "Enter");
        open_at(&g, 0, "TRN-1");
        golden_keys(&g, "Enter Down Enter");
        golden_check(&g, "wagon-train", 24, 80);
        w = work_at(&g, 0);
        at = inspection_find(&w.in, "TRN-G1");
        assert_string_equal(w.in.lines[at].answer.value, "20:46");
        assert_string_equal(w.in.lines[inspection_find(&w.in, "TRN-G2")].answer.value, "120");
        assert_int_equal(w.in.lines[inspection_find(&w.in, "TRN-1")].answer.state, ANSWER_VALUE);
        work_release(&w);
        golden_close(&g);
    }
}

static void
numbers_are_typed_straight_into_the_line(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;
        size_t at;

        open_wagon(&g, langs[lang]);
        golden_actions(&g, "level");
        golden_keys(&g, "Down Enter"); /* 2 enhanced */
        golden_actions(&g, "first");
        for (int i = 0; i < 80; i++) {
            struct key digit = {.code = RK_CHAR, .ch = '7'};

            if (g.ui.stack[g.ui.depth - 1]->ops->wants(g.ui.stack[g.ui.depth - 1], &digit))
                break;
            golden_keys(&g, "Down");
        }
        golden_type(&g, "7,5");
        golden_check(&g, "wagon-number", 24, 80);
        golden_keys(&g, "Enter");
        w = work_at(&g, 1);
        for (at = 0; at < w.in.n && w.in.lines[at].answer.state != ANSWER_VALUE; at++)
            ;
        assert_true(at < w.in.n);
        assert_string_equal(w.in.lines[at].answer.value, "7.5");
        work_release(&w);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest wagon[] = {
        cmocka_unit_test(the_wagon_waits_for_its_gates_and_says_so),
        cmocka_unit_test(the_wagon_in_work),
        cmocka_unit_test(cyrillic_and_kazakh_keys_do_the_same),
        cmocka_unit_test(not_accessible_on_a_gated_item_takes_the_zone_along),
        cmocka_unit_test(a_finding_is_raised_by_one_choice_and_described_after),
        cmocka_unit_test(danger_to_life_shows_what_to_do_at_once),
        cmocka_unit_test(each_gate_is_confirmed_with_its_own_question),
        cmocka_unit_test(ok_never_writes_over_a_finding),
        cmocka_unit_test(ok_on_an_answered_item_only_goes_on),
        cmocka_unit_test(a_gate_is_no_reason_on_an_item_without_one),
        cmocka_unit_test(no_key_loses_a_number_being_typed),
        cmocka_unit_test(a_value_outside_its_limits_offers_a_finding),
        cmocka_unit_test(containers_have_zones_of_their_own),
        cmocka_unit_test(the_trains_own_list_takes_choices_and_texts),
        cmocka_unit_test(numbers_are_typed_straight_into_the_line),
    };

    return cmocka_run_group_tests(wagon, NULL, NULL);
}
