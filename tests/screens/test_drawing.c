/* SPDX-License-Identifier: ISC */
/* The wagon drawing: beside the list, and on a page of its own. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/drawing.h"
#include "i18n/i18n.h"
#include "on_wagon.h"
#include "tui/picture.h"

static const char *const langs[] = {"en", "ru"};

/* A tank in work: papers and running gear done, a finding at the shell, the dome gated. */
static void
work_on_tank(struct golden *g, const char *lang)
{
    open_wagon(g, lang);
    golden_keys(g, "a r");
    open_at(g, 1, "TNK-2");
    golden_keys(g, "f Enter F10");
    assert_string_equal(golden_top(g), "wagon");
    open_at(g, 1, "RUN-14");
    golden_keys(g, "a r");
    open_at(g, 1, "TNK-14");
}

static void
the_drawing_stands_above_the_card(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        work_on_tank(&g, langs[i]);
        golden_check(&g, "drawing-beside", 30, 112);
        golden_check(&g, "drawing-beside", 30, 100);
        golden_check(&g, "drawing-beside", 24, 100);
        golden_check(&g, "drawing-beside", 40, 168);
        golden_close(&g);
    }
}

static void
the_drawing_has_a_page_of_its_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        work_on_tank(&g, langs[i]);
        golden_keys(&g, "F3");
        assert_string_equal(golden_top(&g), "drawing");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
the_drawing_is_plain_where_only_ascii_is_wanted(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        work_on_tank(&g, langs[lang]);
        g.ui.ascii = true;
        golden_keys(&g, "F3");
        golden_check(&g, "drawing-ascii", 24, 80);
        golden_close(&g);
    }
}

static void
the_page_leads_to_the_first_open_item_of_a_zone(void **state)
{
    struct golden g;

    (void)state;
    work_on_tank(&g, "en");
    golden_keys(&g, "F3 Home Enter");
    assert_string_equal(golden_top(&g), "wagon");
    assert_string_equal(top_view(&g)->key, "DOC-6"); /* what is before it is done */
    golden_keys(&g, "F3 End Esc");                   /* Esc leaves the cursor where it was */
    assert_string_equal(top_view(&g)->key, "DOC-6");
    open_at(&g, 1, "RUN-8");
    golden_keys(&g, "F3 Enter"); /* all done there: its first */
    assert_string_equal(top_view(&g)->key, "RUN-14");
    golden_keys(&g, "F3 Right Enter");
    assert_string_equal(top_view(&g)->key, "RUN-2");
    golden_keys(&g, "F3 Left Left Right Enter");
    assert_string_equal(top_view(&g)->key, "RUN-14");
    golden_close(&g);
}

static void
history_is_on_its_letter(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "i");
    assert_string_equal(golden_top(&g), "history");
    golden_close(&g);
}

/* The train's own checklist has no drawing. */
static void
what_has_no_drawing_says_so(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], SAMPLE);
        golden_keys(&g, "Enter");
        golden_actions(&g, "train-items");
        assert_string_equal(golden_top(&g), "wagon");
        golden_keys(&g, "F3");
        assert_string_equal(golden_top(&g), "wagon");
        assert_string_equal(g.ui.message, tr("there is no drawing of this"));
        golden_check(&g, "drawing-none", 30, 112);
        golden_close(&g);
    }
}

/* The kinds of the mixed sample train, to be looked at. */
static void
kinds_are_drawn(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        char seen[20][40];
        struct golden g;
        size_t n = 0;

        golden_open(&g, langs[lang], MIXED);
        golden_keys(&g, "Enter");
        for (int position = 1; position <= 65; position++) {
            struct work w = work_at(&g, position);
            char name[80];
            size_t i = 0;

            while (i < n && strcmp(seen[i], w.wagon->kind) != 0)
                i++;
            if (i == n) {
                assert_true(n < ARRAY_LEN(seen));
                snprintf(seen[n++], sizeof seen[0], "%s", w.wagon->kind);
                snprintf(name, sizeof name, "drawing-of-%s", w.wagon->kind);
                open_at(&g, position, "RUN-14");
                golden_keys(&g, "F3");
                golden_check(&g, name, 24, 80);
                golden_keys(&g, "Esc Esc");
            }
            work_release(&w);
        }
        assert_true(n >= 11);
        golden_close(&g);
    }
}

/* A wall is all blanks in the picture: a style alone would not be seen there. */
static void
a_finding_has_its_mark_in_the_picture(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], MIXED);
        golden_keys(&g, "Enter Enter y Enter");
        open_at(&g, 1, "COV-2");
        golden_keys(&g, "f Enter F10");
        open_at(&g, 1, "COV-1");
        golden_keys(&g, "F3");
        golden_check(&g, "drawing-finding", 24, 80);
        golden_close(&g);
    }
}

static void
the_container_has_its_own_drawing_and_number(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;
        int position = 1;
        char key[64] = "";

        golden_open(&g, langs[lang], MIXED);
        golden_keys(&g, "Enter");
        for (; !*key && position <= 65; position++) {
            w = work_at(&g, position);
            for (size_t i = 0; i < w.in.n && !*key; i++) {
                if (w.in.lines[i].container)
                    snprintf(key, sizeof key, "%s", w.in.lines[i].key);
            }
            work_release(&w);
        }
        assert_true(*key);
        open_at(&g, position - 1, key);
        golden_check(&g, "drawing-container", 30, 112);
        golden_close(&g);
    }
}

/* Twelve digits stand where the drawing keeps room for them. */
static void
every_drawing_of_a_wagon_takes_its_number(void **state)
{
    static const char number[] = "999999999999";
    struct golden g;
    struct work w;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    w = work_at(&g, 1);
    w.wagons.rows[0].number = (char *)number;
    for (size_t i = 0; i < w.set->n_sheets; i++) {
        struct surface to = {0};
        struct buf text = {0};

        w.in.sheet = &w.set->sheets[i];
        if (!w.in.sheet->drawing)
            continue;
        surface_init(&to, DRAWING_ROWS, DRAWING_COLS);
        picture_draw(&w, NULL, &to, 0, 0);
        surface_dump(&to, &text);
        if (!strstr(buf_text(&text), number) || strstr(buf_text(&text), DRAWING_NUMBER))
            fail_msg("%s: no number in\n%s", w.in.sheet->kind, buf_text(&text));
        buf_release(&text);
        surface_release(&to);
    }
    work_release(&w);
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_drawing_stands_above_the_card),
        cmocka_unit_test(the_drawing_has_a_page_of_its_own),
        cmocka_unit_test(the_drawing_is_plain_where_only_ascii_is_wanted),
        cmocka_unit_test(the_page_leads_to_the_first_open_item_of_a_zone),
        cmocka_unit_test(history_is_on_its_letter),
        cmocka_unit_test(what_has_no_drawing_says_so),
        cmocka_unit_test(kinds_are_drawn),
        cmocka_unit_test(a_finding_has_its_mark_in_the_picture),
        cmocka_unit_test(the_container_has_its_own_drawing_and_number),
        cmocka_unit_test(every_drawing_of_a_wagon_takes_its_number),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
