/* SPDX-License-Identifier: ISC */
/* Characters of other layouts on the screens: digits where numbers are typed, and letters that have
 * the numbers of keys in curses. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/people.h"
#include "base/alloc.h"
#include "on_wagon.h"
#include "tui/frame.h"

/* The digit row of the Kazakh layout, from 1 to 0. */
#define KAZAKH_ROW "\"әіңғ,.үұқ"

static void
open_kazakh(struct golden *g)
{
    open_wagon(g, "ru");
    snprintf(g->ui.layout, sizeof g->ui.layout, "kz");
}

static void
a_measured_number_is_typed_by_the_kazakh_row(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_kazakh(&g);
    golden_actions(&g, "level");
    golden_keys(&g, "ә"); /* the key of 2: enhanced */
    open_at(&g, 1, "DOC-3");
    golden_type(&g, "үә"); /* the first one opens the field */
    golden_keys(&g, "Enter");
    w = work_at(&g, 1);
    assert_string_equal(w.in.lines[inspection_find(&w.in, "DOC-3")].answer.value, "82");
    work_release(&w);
    golden_close(&g);
}

static void
the_severity_of_a_finding_is_typed_by_the_kazakh_row(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_kazakh(&g);
    golden_keys(&g, "f Enter Up і"); /* the key of 3 */
    w = work_at(&g, 1);
    assert_int_equal(w.findings.n, 1);
    assert_int_equal(w.findings.rows[0].severity, 3);
    work_release(&w);
    golden_keys(&g, "қ ғ ."); /* 0; 5 and 7 are none */
    w = work_at(&g, 1);
    assert_int_equal(w.findings.rows[0].severity, 0);
    work_release(&w);
    golden_close(&g);
}

static void
a_pin_is_typed_by_the_kazakh_row(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "ru", NULL);
    snprintf(g.ui.layout, sizeof g.ui.layout, "kz");
    golden_actions(&g, "own-pin");
    golden_type(&g, KAZAKH_ROW);
    golden_keys(&g, "Enter");
    golden_type(&g, "1234567890");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "trains");
    assert_true(people_login(g.ui.app, "101", "1234567890", NULL));
    golden_close(&g);
}

static void
a_departure_is_typed_by_the_kazakh_row(void **state)
{
    struct golden g;
    struct trains trains = {0};
    struct rc_error err = {0};

    (void)state;
    open_kazakh(&g);
    golden_keys(&g, "Esc");
    golden_actions(&g, "departure");
    golden_type(&g, "\"ңәқ"); /* 1420 */
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "consist");
    assert_true(store_trains(g.ui.app->store, 0, 0, 1, &trains, &err));
    /* 14:20 at the post, 2026-11-24 */
    assert_int_equal(trains.rows[0].departs_at, 1795512000000);
    trains_release(&trains);
    golden_close(&g);
}

/* Ă … ǿ: 258 is the number of the Down key in curses, 265 to 274 those of F1 to F10. */
static void
letters_with_the_numbers_of_keys_do_nothing(void **state)
{
    static const char *const ways[] = {"", "Esc", "Esc y", "Esc F3", "t"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        struct golden g;
        char screen[40];
        struct work w;
        int depth, undo;

        open_wagon(&g, "en");
        golden_keys(&g, ways[i]);
        if (strcmp(golden_top(&g), "seals") == 0)
            golden_keys(&g, "Enter"); /* there they are the beginning of a number */
        snprintf(screen, sizeof screen, "%s", golden_top(&g));
        depth = g.ui.depth;
        w = work_at(&g, 1);
        undo = w.undo;
        work_release(&w);
        for (uint32_t ch = 256; ch < 512; ch++) {
            struct key key = {.code = RK_CHAR, .ch = ch};

            assert_true(ui_key(&g.ui, &key));
            assert_string_equal(golden_top(&g), screen);
            assert_int_equal(g.ui.depth, depth);
        }
        w = work_at(&g, 1);
        assert_int_equal(w.undo, undo);
        work_release(&w);
        golden_close(&g);
    }
}

static void
in_a_text_they_are_letters(void **state)
{
    static const char turkmen[] = "ňşžğıäçýöü";
    struct golden g;
    struct work w;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "e");
    golden_type(&g, turkmen);
    golden_keys(&g, "Enter");
    w = work_at(&g, 1);
    assert_string_equal(w.in.lines[0].answer.note, turkmen);
    work_release(&w);
    golden_close(&g);
}

/* Of the F-bar as it is drawn, each number is where a click means it. */
static void
expect_bar(struct golden *g, int cols)
{
    const struct screen *top = g->ui.stack[g->ui.depth - 1];
    struct surface s;
    int keys = 0;

    surface_init(&s, 18, cols);
    ui_draw(&g->ui, &s);
    for (int col = 0; col < cols; col++) {
        const struct cell *cell = &s.cells[17 * cols + col];

        if (cell->style != STYLE_BAR_KEY || cell->text[0] == '0')
            continue;
        /* 1 and a 0 behind it are the tenth. */
        if (cell->text[0] == '1' && col > 0)
            assert_int_equal(frame_bar_at(top, cols, col), 9);
        else
            assert_int_equal(frame_bar_at(top, cols, col), cell->text[0] - '1');
        keys++;
    }
    assert_true(keys >= 2);
    assert_int_equal(frame_bar_at(top, cols, cols - 1), 9);
    surface_release(&s);
}

static void
a_click_on_the_bar_means_the_key_that_is_drawn_there(void **state)
{
    static const char *const langs[] = {"en", "ru"};
    static const char *const ways[] = {"", "Esc", "Esc y", "Esc Esc", "t", "F9", "f Enter"};

    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
            struct golden g;

            open_wagon(&g, langs[lang]);
            golden_keys(&g, ways[i]);
            for (int cols = 60; cols <= 120; cols++)
                expect_bar(&g, cols);
            golden_close(&g);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest keys[] = {
        cmocka_unit_test(a_measured_number_is_typed_by_the_kazakh_row),
        cmocka_unit_test(the_severity_of_a_finding_is_typed_by_the_kazakh_row),
        cmocka_unit_test(a_pin_is_typed_by_the_kazakh_row),
        cmocka_unit_test(a_departure_is_typed_by_the_kazakh_row),
        cmocka_unit_test(letters_with_the_numbers_of_keys_do_nothing),
        cmocka_unit_test(in_a_text_they_are_letters),
        cmocka_unit_test(a_click_on_the_bar_means_the_key_that_is_drawn_there),
    };

    return cmocka_run_group_tests(keys, NULL, NULL);
}
