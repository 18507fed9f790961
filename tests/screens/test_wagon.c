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
    assert_true(store_consist(g->ui.app->store, trains.rows[0].id, false, &consist, &err));
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
        cmocka_unit_test(numbers_are_typed_straight_into_the_line),
        cmocka_unit_test(seals_compare_at_once),
        cmocka_unit_test(a_seal_that_is_missing_is_one_key),
        cmocka_unit_test(a_clean_tank_wagon_takes_few_keys),
        cmocka_unit_test(a_closed_wagon_asks_for_the_reason_of_a_correction),
    };

    return cmocka_run_group_tests(wagon, NULL, NULL);
}
