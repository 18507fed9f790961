/* SPDX-License-Identifier: ISC */
/* The wagon and its seals: pictures, what each key does, and how many keys a wagon takes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "app/work.h"
#include "base/alloc.h"
#include "golden.h"
#include "tui/screens.h"
#include "tui/wagon_view.h"

#define SAMPLE "consist-diesel-tanks.csv"
#define MIXED "consist-mixed-65.csv"

static const char *const langs[] = {"en", "ru"};

/* The state of the wagon at this position of the only train. */
static struct work
work_at(struct golden *g, int position)
{
    struct trains trains = {0};
    struct wagons consist = {0};
    struct rc_error err = {0};
    struct work w = {0};

    assert_true(store_trains(g->ui.app->store, 0, 0, 1, &trains, &err));
    assert_true(store_consist(g->ui.app->store, trains.rows[0].id, true, &consist, &err));
    for (size_t i = 0; i < consist.n; i++) {
        if (consist.rows[i].position == position)
            assert_true(work_open(g->ui.app, consist.rows[i].id, &w, &err));
    }
    assert_non_null(w.set);
    trains_release(&trains);
    wagons_release(&consist);
    return w;
}

static char
mark_at(struct golden *g, int position, const char *key)
{
    struct work w = work_at(g, position);
    size_t at = inspection_find(&w.in, key);
    char mark = at < w.in.n ? line_mark(&w.in.lines[at]) : ' ';

    work_release(&w);
    return mark;
}

/* Another wagon screen on top, with the cursor on this item. */
static void
open_at(struct golden *g, int position, const char *key)
{
    struct work w = work_at(g, position);
    struct screen *s = screen_wagon(&g->ui, w.wagon->id, key);
    struct rc_error err = {0};

    assert_true(s->ops->reload(s, &err));
    g->ui.stack[g->ui.depth++] = s;
    work_release(&w);
}

/* Opens the first wagon of the sample with the train's stop confirmed. */
static void
open_wagon(struct golden *g, const char *lang)
{
    golden_open(g, lang, SAMPLE);
    golden_keys(g, "Enter Enter");
    assert_string_equal(golden_top(g), "wagon");
    golden_keys(g, "y Enter");
}

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
        golden_check_sizes(&g, "wagon");
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
    golden_type(&g, "я"); /* z */
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
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
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

static void
each_gate_is_confirmed_with_its_own_question(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
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

static void
ok_never_writes_over_a_finding(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "f Enter F10 k a");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '!');
    golden_check(&g, "wagon-finding-here", 24, 80);
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "finding");
    golden_close(&g);
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

static const struct wagon_view *
top_view(const struct golden *g)
{
    assert_string_equal(golden_top(g), "wagon");
    return g->ui.stack[g->ui.depth - 1]->data;
}

static void
the_next_wagon_opens_in_the_same_zone(void **state)
{
    struct golden g;
    const struct wagon_view *v;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "level");
    golden_keys(&g, "Down Enter");
    open_at(&g, 1, "RUN-3"); /* asked from level 2 on; the next wagon has level 1 */
    golden_keys(&g, "l");
    v = top_view(&g);
    assert_int_equal(v->work.wagon->position, 2);
    assert_string_equal(v->work.in.lines[v->at].item->zone->name, "underframe");
    golden_keys(&g, "h");
    v = top_view(&g);
    assert_int_equal(v->work.wagon->position, 1);
    golden_keys(&g, "h");
    assert_string_equal(g.ui.message, "this is the first wagon");
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
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
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

static void
missing_items_and_found_wagons_need_no_second_screen(void **state)
{
    struct golden g;
    int depth;

    (void)state;
    open_wagon(&g, "en");
    depth = g.ui.depth;
    for (int i = 0; i < 20; i++) {
        golden_keys(&g, "d");
        assert_string_equal(golden_top(&g), "missing");
        golden_keys(&g, "Down Down Enter");
        assert_string_equal(golden_top(&g), "wagon");
        assert_int_equal(g.ui.depth, depth);
    }
    golden_keys(&g, "g");
    golden_type(&g, "3936");
    golden_keys(&g, "Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 3);
    assert_int_equal(g.ui.depth, depth);
    golden_close(&g);
}

static void
the_end_of_the_list_says_what_is_left(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "last");
    golden_keys(&g, "b"); /* the last zone waits for the overhead line */
    assert_string_equal(g.ui.message, "2 items not accessible: gate not confirmed");
    open_at(&g, 1, "TNK-14");
    golden_keys(&g, "y a");
    assert_non_null(strstr(g.ui.message, "end of the list; left: 19"));
    golden_close(&g);
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
    struct golden g;
    struct work w;
    size_t at;

    (void)state;
    golden_open(&g, "en", SAMPLE);
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

static void
numbers_are_typed_straight_into_the_line(void **state)
{
    struct golden g;
    struct work w;
    size_t at;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "level");
    golden_keys(&g, "Down Enter"); /* 2 enhanced */
    golden_actions(&g, "first");
    for (int i = 0; i < 80; i++) {
        struct key digit = {RK_CHAR, '7'};

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

static void
seals_compare_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_wagon(&g, langs[i]);
        golden_keys(&g, "t");
        assert_string_equal(golden_top(&g), "seals");
        golden_check_sizes(&g, "seals");
        golden_type(&g, "H8453702"); /* Latin H for the listed Cyrillic one */
        golden_keys(&g, "Enter y");
        golden_check_sizes(&g, "seals-lookalike");
        golden_keys(&g, "Right");
        golden_type(&g, "Н8453702"); /* that of the wagon before */
        golden_keys(&g, "Enter");
        golden_check(&g, "seals-mismatch", 24, 80);
        golden_keys(&g, "u");
        assert_int_equal(mark_at(&g, 2, "SEAL-V2"), '.');
        golden_close(&g);
    }
}

static void
a_seal_that_is_missing_is_one_key(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "t F8");
    w = work_at(&g, 1);
    assert_string_equal(w.seals.rows[0].match, "missing");
    assert_int_equal(w.in.seals_open, 0);
    work_release(&w);
    golden_close(&g);
}

/* A clean level-1 tank wagon: the number scanned (counted as one key and its Enter), roof not
 * accessible. Zones by r, what r leaves by a. */
static void
a_clean_tank_wagon_takes_few_keys(void **state)
{
    struct golden g;
    int keys = 0;

    (void)state;
    open_wagon(&g, "en"); /* once a train */
    for (;;) {
        struct work w = work_at(&g, 1);
        size_t next = inspection_next_open(&w.in, w.in.n), first, last, bulk = 0;
        const struct line *line = &w.in.lines[next];

        if (next == w.in.n) {
            work_release(&w);
            break;
        }
        inspection_zone(&w.in, next, &first, &last, NULL);
        for (size_t i = first; i <= last; i++)
            bulk += line_takes_bulk(&w.in.lines[i]);
        if (line->item->type == ITEM_SEALS) {
            golden_keys(&g, "a");
            golden_type(&g, w.seals.rows[0].expected);
            golden_keys(&g, "Enter y F10");
            keys += 5;
        } else if (line->gated && strcmp(line->key, "CAR-3") == 0) {
            golden_keys(&g, "y");
            keys++;
        } else if (line->gated) {
            golden_keys(&g, "b");
            keys++;
        } else {
            golden_keys(&g, bulk > 1 ? "r" : "a");
            keys++;
        }
        assert_true(keys < 60);
        work_release(&w);
    }
    golden_keys(&g, "d");
    keys++;
    print_message("# a clean level-1 tank wagon of 22 items takes %d keys\n", keys);
    assert_true(keys <= 26);
    assert_string_equal(golden_top(&g), "wagon");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    golden_close(&g);
}

static void
a_closed_wagon_asks_for_the_reason_of_a_correction(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", MIXED);
    golden_keys(&g, "Enter Enter y Enter");
    for (int i = 0; i < 60; i++) {
        struct work w = work_at(&g, 1);
        size_t next = inspection_next_open(&w.in, w.in.n);
        bool seals = next < w.in.n && w.in.lines[next].item->type == ITEM_SEALS;
        bool done = next == w.in.n, gated = !done && w.in.lines[next].gated;

        work_release(&w);
        if (done)
            break;
        golden_keys(&g, seals ? "t F8 F8 F10" : gated ? "b" : "a");
    }
    golden_keys(&g, "d h"); /* closed, the next one opened, back to it */
    golden_actions(&g, "first");
    golden_keys(&g, "n");
    assert_string_equal(golden_top(&g), "ask");
    golden_type(&g, "wrong key");
    golden_keys(&g, "Enter");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '-');
    golden_close(&g);
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
        cmocka_unit_test(the_next_wagon_opens_in_the_same_zone),
        cmocka_unit_test(no_key_loses_a_number_being_typed),
        cmocka_unit_test(a_value_outside_its_limits_offers_a_finding),
        cmocka_unit_test(missing_items_and_found_wagons_need_no_second_screen),
        cmocka_unit_test(the_end_of_the_list_says_what_is_left),
        cmocka_unit_test(containers_have_zones_of_their_own),
        cmocka_unit_test(the_trains_own_list_takes_choices_and_texts),
        cmocka_unit_test(numbers_are_typed_straight_into_the_line),
        cmocka_unit_test(seals_compare_at_once),
        cmocka_unit_test(a_seal_that_is_missing_is_one_key),
        cmocka_unit_test(a_clean_tank_wagon_takes_few_keys),
        cmocka_unit_test(a_closed_wagon_asks_for_the_reason_of_a_correction),
    };

    return cmocka_run_group_tests(wagon, NULL, NULL);
}
