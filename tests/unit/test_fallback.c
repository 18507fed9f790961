/* SPDX-License-Identifier: ISC */
/* A draft that lacks texts, on catalogues of its own: the language that stands in has them. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "i18n/catalogue.h"
#include "i18n/i18n.h"

static size_t
two_forms(unsigned long long n)
{
    return n != 1;
}

static const struct i18n_entry whole_entries[] = {
    {"%d wagon", {"%d wagon whole", "%d wagons whole"}},
    {"seal", {"seal whole"}},
    {"train", {"train whole"}},
};
static const struct i18n_entry draft_entries[] = {{"train", {"train draft"}}};
static const struct i18n_language whole = {
    .code = "ru", .name = "whole", .entries = whole_entries, .n = 3, .form = two_forms};
static const struct i18n_language draft = {.code = "xx",
                                           .name = "draft",
                                           .draft = true,
                                           .fallback = "ru",
                                           .entries = draft_entries,
                                           .n = 1,
                                           .form = two_forms};
/* In place of those of the program. */
const struct i18n_language *const i18n_languages[] = {&whole, &draft, NULL};

static void
what_a_draft_lacks_comes_from_the_language_that_stands_in(void **state)
{
    (void)state;
    assert_true(i18n_select("xx"));
    assert_string_equal(tr("train"), "train draft");
    assert_string_equal(tr("seal"), "seal whole");
    assert_string_equal(tr_n("%d wagon", "%d wagons", 1), "%d wagon whole");
    assert_string_equal(tr_n("%d wagon", "%d wagons", 5), "%d wagons whole");
    assert_string_equal(tr("gate"), "gate");
    assert_string_equal(i18n_codes(), "xx ru");
}

int
main(void)
{
    const struct CMUnitTest fallback[] = {
        cmocka_unit_test(what_a_draft_lacks_comes_from_the_language_that_stands_in),
    };

    return cmocka_run_group_tests(fallback, NULL, NULL);
}
