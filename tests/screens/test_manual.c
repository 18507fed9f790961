/* SPDX-License-Identifier: ISC */
/* The manual as a screen, and the hints for the first wagon. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/manual.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "on_wagon.h"
#include "tui/guide.h"

static const char *const langs[] = {"en", "ru"};

static void
check_both(struct golden *g, const char *name)
{
    golden_check(g, name, 24, 80);
    golden_check(g, name, 18, 60);
    /* What comes next sees the usual size. */
    g->ui.rows = 24;
    g->ui.cols = 80;
}

/* --- the manual --- */

static void
the_manual_opens_at_the_page_of_the_role(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        golden_keys(&g, "F3");
        assert_string_equal(golden_top(&g), "manual");
        golden_check_screen(&g);
        golden_keys(&g, "Space Space");
        check_both(&g, "manual-on");
        golden_keys(&g, "Left Left"); /* a ring: the screens, then the last role */
        check_both(&g, "manual-admin");
        golden_keys(&g, "Right Right Right");
        check_both(&g, "manual-lead");
        golden_keys(&g, "Esc");
        assert_string_equal(golden_top(&g), "trains");
        golden_close(&g);
    }
}

static void
a_lead_finds_the_page_of_leads(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    g.ui.app->roles = 1U << ROLE_LEAD | 1U << ROLE_ADMIN;
    golden_actions(&g, "manual");
    golden_check(&g, "manual-lead", 24, 80);
    golden_close(&g);
}

static void
help_leads_to_the_manual_and_back(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "help");
    golden_keys(&g, "i");
    assert_string_equal(golden_top(&g), "manual");
    golden_keys(&g, "i"); /* no second one */
    golden_keys(&g, "Esc");
    assert_string_equal(golden_top(&g), "help");
    golden_keys(&g, "Esc");
    assert_string_equal(golden_top(&g), "wagon");
    golden_close(&g);
}

static void
before_the_first_start_help_has_it_too(void **state)
{
    struct golden g;

    (void)state;
    golden_open_new(&g, "en");
    golden_keys(&g, "F1 i");
    assert_string_equal(golden_top(&g), "manual");
    golden_close(&g);
}

static void
it_changes_with_the_language(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    golden_keys(&g, "F3");
    golden_actions(&g, "language");
    golden_keys(&g, "Down Enter");
    assert_string_equal(i18n_code(), "ru");
    golden_keys(&g, "Down Up"); /* the message goes */
    snprintf(g.lang, sizeof g.lang, "ru");
    golden_check(&g, "manual", 24, 80);
    golden_close(&g);
}

/* The text of a row of the screen, trailing blanks cut. */
static char *
row_text(const struct surface *on, int row)
{
    struct buf out = {0};
    size_t len = 0;
    char *text;

    for (int col = 0; col < on->cols; col++) {
        const char *cell = on->cells[row * on->cols + col].text;

        buf_adds(&out, cell);
        if (strcmp(cell, " ") != 0)
            len = out.len;
    }
    text = rc_memdup(buf_text(&out), len);
    buf_release(&out);
    return text;
}

/* What stands in the row, at this width; free it. */
static char *
row_at(struct golden *g, int row, int cols)
{
    struct surface on;
    char *text;

    surface_init(&on, 24, cols);
    ui_draw(&g->ui, &on);
    text = row_text(&on, row);
    surface_release(&on);
    return text;
}

static void
expect_top(struct golden *g, const char *want)
{
    char *got = row_at(g, 2, 80);

    assert_string_equal(got, want);
    free(got);
}

/* Reads on until the upper edge of the next picture is on top. */
static void
read_to_edge(struct golden *g, int cols)
{
    for (int n = 0; n < 20; n++) {
        char *top = row_at(g, 2, cols);
        bool there = strncmp(top, MANUAL_EDGE, strlen(MANUAL_EDGE)) == 0;

        free(top);
        if (there)
            return;
        golden_keys(g, "Down");
    }
    fail_msg("no picture below the heading");
}

/* The rows of the page from the top on, as they are; too long ones are cut. */
static void
expect_rows(struct golden *g, const char *rows, int cols)
{
    for (int row = 2; row < 20 && *rows; row++) {
        size_t len = strcspn(rows, "\n");
        char *want = rc_memdup(rows, len), *got = row_at(g, row, cols);

        if (utf8_columns(want) <= (size_t)cols)
            assert_string_equal(got, want);
        else {
            assert_int_equal(utf8_columns(got), cols);
            assert_memory_equal(got, want, strlen(got) - strlen("…"));
        }
        free(want);
        free(got);
        rows += len + (rows[len] == '\n');
    }
}

static void
pictures_are_shown_as_they_are(void **state)
{
    static const int widths[] = {80, 60};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;
        char *text = manual_page(MANUAL_SCREENS, langs[i], NULL);
        const char *edge = strstr(text, "\n" MANUAL_EDGE);

        assert_non_null(edge);
        golden_open(&g, langs[i], NULL);
        golden_keys(&g, "F3 Left");
        for (size_t n = 0; n < ARRAY_LEN(widths); n++) {
            golden_keys(&g, "Home Tab");
            read_to_edge(&g, widths[n]);
            expect_rows(&g, edge + 1, widths[n]);
        }
        golden_close(&g);
        free(text);
    }
}

static void
tab_goes_from_heading_to_heading(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    golden_keys(&g, "F3 Left");
    expect_top(&g, " THE SCREENS OF RAILCHECK");
    golden_keys(&g, "Shift-Tab");
    expect_top(&g, " THE SCREENS OF RAILCHECK");
    golden_keys(&g, "Tab");
    expect_top(&g, " FIRST START");
    golden_keys(&g, "Down Tab");
    expect_top(&g, " LOG-IN");
    golden_keys(&g, "Down Shift-Tab");
    expect_top(&g, " LOG-IN");
    golden_keys(&g, "Shift-Tab");
    expect_top(&g, " FIRST START");
    golden_keys(&g, "End Tab Tab"); /* no further than the end */
    golden_keys(&g, "Up Home");
    expect_top(&g, " THE SCREENS OF RAILCHECK");
    golden_close(&g);
}

/* --- hints --- */

static void
expect_hint(const struct golden *g, const char *want)
{
    const char *got;

    top_view(g);
    got = guide_hint(g->ui.stack[g->ui.depth - 1]);
    if (!want)
        assert_null(got);
    else {
        assert_non_null(got);
        assert_string_equal(got, want);
    }
}

/* Answers what is open from the cursor on; ends when all is answered. */
static void
answer_all(struct golden *g)
{
    for (int i = 0; i < 60; i++) {
        const struct wagon_view *v = top_view(g);
        const struct line *l = wagon_line(v);

        if (wagon_next_line(v, v->work.in.n) == v->work.in.n)
            return;
        if (l->item->type == ITEM_SEALS && !l->gated)
            golden_keys(g, "t b Enter Esc"); /* not accessible, the first reason */
        else
            golden_keys(g, l->gated ? "b" : "a");
    }
    fail_msg("the wagon is never answered");
}

static void
hints_follow_the_officer_to_the_first_closed_wagon(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        g.ui.hints = HINTS_AT_FIRST;
        golden_keys(&g, "Enter Enter");
        check_both(&g, "guide-gate");
        golden_keys(&g, "y Enter a");
        check_both(&g, "guide-item");
        golden_keys(&g, "Up");
        expect_hint(&g, tr("Answered. F6 goes to the next open item"));
        golden_keys(&g, "F6 a a a a y a");
        check_both(&g, "guide-seals");
        answer_all(&g);
        golden_keys(&g, "Up Down");
        check_both(&g, "guide-close");
        golden_keys(&g, "d"); /* the next wagon opens */
        golden_keys(&g, "Down Up");
        expect_hint(&g, NULL);
        golden_close(&g);
    }
}

static void
numbers_have_their_hint(void **state)
{
    struct golden g;
    const struct wagon_view *v;

    (void)state;
    open_wagon(&g, "en");
    g.ui.hints = HINTS_AT_FIRST;
    golden_actions(&g, "level");
    golden_keys(&g, "Down Enter"); /* 2 enhanced */
    v = top_view(&g);
    for (size_t i = 0; i < v->work.in.n; i++) {
        const struct line *l = &v->work.in.lines[i];

        if (l->gated || l->answer.state != ANSWER_NONE ||
            (l->item->type != ITEM_DECIMAL && l->item->type != ITEM_INTEGER))
            continue;
        open_at(&g, 1, l->key);
        break;
    }
    expect_hint(&g, "Type the number, then Enter");
    golden_type(&g, "7");
    expect_hint(&g, "Enter saves the value, Esc leaves it as it was");
    golden_close(&g);
}

static void
hints_are_switched_by_name(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    g.ui.hints = HINTS_AT_FIRST;
    golden_keys(&g, "Enter Enter");
    golden_actions(&g, "hints");
    assert_string_equal(g.ui.message, "Hints are off");
    expect_hint(&g, NULL);
    golden_keys(&g, "Right");
    expect_hint(&g, NULL);
    golden_actions(&g, "hints");
    assert_string_equal(g.ui.message, "Hints are on");
    expect_hint(&g, "y confirms the gate when it is so; else b: not accessible");
    golden_close(&g);
}

static void
who_does_not_inspect_has_no_hints(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    g.ui.hints = HINTS_AT_FIRST;
    g.ui.app->roles = 1U << ROLE_ANALYST;
    golden_keys(&g, "Enter Enter");
    expect_hint(&g, NULL);
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_manual_opens_at_the_page_of_the_role),
        cmocka_unit_test(a_lead_finds_the_page_of_leads),
        cmocka_unit_test(help_leads_to_the_manual_and_back),
        cmocka_unit_test(before_the_first_start_help_has_it_too),
        cmocka_unit_test(it_changes_with_the_language),
        cmocka_unit_test(pictures_are_shown_as_they_are),
        cmocka_unit_test(tab_goes_from_heading_to_heading),
        cmocka_unit_test(hints_follow_the_officer_to_the_first_closed_wagon),
        cmocka_unit_test(numbers_have_their_hint),
        cmocka_unit_test(hints_are_switched_by_name),
        cmocka_unit_test(who_does_not_inspect_has_no_hints),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
