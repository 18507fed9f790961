/* SPDX-License-Identifier: ISC */
/* The seals of a wagon: pictures, and what each key does. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "on_wagon.h"

static const char *const langs[] = {"en", "ru"};

static void
seals_compare_at_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_wagon(&g, langs[i]);
        golden_keys(&g, "t");
        assert_string_equal(golden_top(&g), "seals");
        golden_check_screen(&g);
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

/* The seals of the first wagon of the long train: two are listed. */
static void
open_two_seals(struct golden *g, const char *lang)
{
    golden_open(g, lang, MIXED);
    golden_keys(g, "Enter Enter t");
    assert_string_equal(golden_top(g), "seals");
}

static void
a_match_goes_on_to_the_next_seal(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_two_seals(&g, "en");
    golden_type(&g, "Н8460001");
    golden_keys(&g, "Enter");
    golden_type(&g, "Н8460002");
    golden_keys(&g, "Enter");
    w = work_at(&g, 1);
    assert_int_equal(w.in.seals_open, 0);
    assert_false(w.in.seals_bad);
    assert_string_equal(w.seals.rows[1].checks, ".+..");
    work_release(&w);
    golden_keys(&g, "a"); /* one by one: verify was the reading itself */
    w = work_at(&g, 1);
    assert_string_equal(w.seals.rows[1].checks, "++..");
    work_release(&w);
    golden_close(&g);
}

static void
letters_that_are_commands_do_not_start_a_number(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_two_seals(&g, "en");
    golden_keys(&g, "b Down Enter"); /* a reason, not a seal "b…" */
    w = work_at(&g, 1);
    assert_string_equal(w.seals.rows[0].match, "no_access");
    assert_string_equal(w.seals.rows[0].reason, "height");
    work_release(&w);
    golden_keys(&g, "Enter b f 7 Esc"); /* in the field all keys are text */
    w = work_at(&g, 1);
    assert_null(w.seals.rows[1].read);
    assert_int_equal(w.findings.n, 0);
    work_release(&w);
    golden_close(&g);
}

static void
a_seal_that_is_not_listed_gets_its_place(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;

        open_two_seals(&g, langs[lang]);
        golden_actions(&g, "last");
        golden_type(&g, "K7712345");
        golden_keys(&g, "Enter e Enter");
        w = work_at(&g, 1);
        assert_int_equal(w.seals.n, 3);
        assert_string_equal(w.seals.rows[2].match, "extra");
        assert_string_equal(w.seals.rows[2].place, "DL");
        assert_true(w.in.seals_bad);
        work_release(&w);
        golden_check(&g, "seals-extra", 24, 80);
        golden_close(&g);
    }
}

static void
a_finding_marks_the_answer_that_was_next(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_two_seals(&g, "en");
    golden_type(&g, "Н8460001");
    golden_keys(&g, "Enter k a f");
    assert_string_equal(golden_top(&g), "finding");
    w = work_at(&g, 1);
    assert_string_equal(w.seals.rows[0].checks, "++!.");
    assert_int_equal(w.findings.n, 1);
    assert_string_equal(w.findings.rows[0].category, "SEAL");
    work_release(&w);
    golden_close(&g);
}

static void
a_removed_seal_is_followed_by_a_new_one_in_its_row(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;

        open_two_seals(&g, langs[lang]);
        golden_keys(&g, "r");
        golden_type(&g, "control, order 7");
        golden_keys(&g, "Enter n Enter");
        golden_type(&g, "KZ554433");
        golden_keys(&g, "Enter");
        w = work_at(&g, 1);
        assert_int_equal(w.seals.n, 2);
        assert_true(w.seals.rows[0].removed);
        assert_string_equal(w.seals.rows[0].applied, "KZ554433");
        work_release(&w);
        golden_check(&g, "seals-applied", 24, 80);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest seals[] = {
        cmocka_unit_test(seals_compare_at_once),
        cmocka_unit_test(a_seal_that_is_missing_is_one_key),
        cmocka_unit_test(a_match_goes_on_to_the_next_seal),
        cmocka_unit_test(letters_that_are_commands_do_not_start_a_number),
        cmocka_unit_test(a_seal_that_is_not_listed_gets_its_place),
        cmocka_unit_test(a_finding_marks_the_answer_that_was_next),
        cmocka_unit_test(a_removed_seal_is_followed_by_a_new_one_in_its_row),
    };

    return cmocka_run_group_tests(seals, NULL, NULL);
}
