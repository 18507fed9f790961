/* SPDX-License-Identifier: ISC */
/* The manual as a screen, and the hints for the first wagon. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
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
        check_both(&g, "manual-officer");
        golden_keys(&g, "Space Space");
        check_both(&g, "manual-officer-on");
        golden_keys(&g, "Left"); /* a ring: the last role */
        check_both(&g, "manual-admin");
        golden_keys(&g, "Right Right");
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
    golden_check(&g, "manual-officer", 24, 80);
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
        cmocka_unit_test(hints_follow_the_officer_to_the_first_closed_wagon),
        cmocka_unit_test(numbers_have_their_hint),
        cmocka_unit_test(hints_are_switched_by_name),
        cmocka_unit_test(who_does_not_inspect_has_no_hints),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
