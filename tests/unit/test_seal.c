/* SPDX-License-Identifier: ISC */
/* Seal numbers: folding, comparing, what looks usual. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/seal.h"

static void
every_lookalike_folds_to_its_twin(void **state)
{
    static const char *const cyrillic[] = {"А", "В", "Е", "К", "М", "Н", "О", "Р", "С", "Т", "У",
                                           "Х", "Ё", "І", "Һ", "Ү", "а", "в", "е", "к", "м", "н",
                                           "о", "р", "с", "т", "у", "х", "ё", "і", "һ", "ү"};
    static const char latin[] = "ABEKMHOPCTYXEIHYABEKMHOPCTYXEIHY";
    char a[SEAL_NO_SIZE];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cyrillic); i++) {
        assert_true(seal_fold(cyrillic[i], a));
        assert_int_equal(a[0], latin[i]);
        assert_int_equal(a[1], '\0');
    }
}

static void
folding_is_the_same_when_done_twice(void **state)
{
    static const char *const some[] = {"Н8453702", "p 1858-751", "жщ123456", "Ёж 5", "ABC-def"};
    char once[SEAL_NO_SIZE], twice[SEAL_NO_SIZE];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(some); i++) {
        assert_true(seal_fold(some[i], once));
        assert_true(seal_fold(once, twice));
        assert_string_equal(once, twice);
    }
}

static void
what_is_no_number_at_all_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "  - ",
                                      "\xcc\x81\xcc\x86", /* marks on nothing */
                                      "123456789012345678901",
                                      "12\0333",
                                      "12\xe2\x80\xae\x33",
                                      "12\xff"};
    char out[SEAL_NO_SIZE];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (seal_fold(bad[i], out))
            fail_msg("%zu", i);
    }
}

static void
reading_is_compared_with_what_was_listed(void **state)
{
    static const struct {
        const char *expected, *read;
        enum seal_match match;
    } cases[] = {
        {"Н8453702", "Н8453702", SEAL_MATCHED},
        {"Н8453702", "н 8453-702", SEAL_MATCHED},
        {"Н8453702", "H8453702", SEAL_LOOKALIKE},
        {"H8453702", "Н8453702", SEAL_LOOKALIKE},
        {"Н8453702", "Н8453703", SEAL_MISMATCHED},
        {"Н8453702", "8453702", SEAL_MISMATCHED},
        {"", "Н8453702", SEAL_EXTRA},
        {NULL, "1", SEAL_EXTRA},
        {"Н8453702", "", SEAL_OPEN},
        {"Н8453702", NULL, SEAL_OPEN},
        {NULL, NULL, SEAL_OPEN},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (seal_compare(cases[i].expected, cases[i].read) != cases[i].match)
            fail_msg("%zu", i);
    }
}

static void
usual_numbers_have_few_letters_then_digits(void **state)
{
    (void)state;
    assert_true(seal_usual("Н8453702"));
    assert_true(seal_usual("P1858751"));
    assert_true(seal_usual("1234567"));
    assert_false(seal_usual("ABCDE12345"));
    assert_false(seal_usual("A1234"));
    assert_false(seal_usual("A1234567890"));
    assert_false(seal_usual("1234567A"));
    assert_false(seal_usual(""));
}

static void
names_of_matches_go_both_ways(void **state)
{
    (void)state;
    for (int m = SEAL_OPEN; m <= SEAL_NO_ACCESS; m++) {
        enum seal_match back;

        assert_true(seal_match_parse(seal_match_name((enum seal_match)m), &back));
        assert_int_equal(back, m);
    }
}

static void
places_at_a_door_say_their_side(void **state)
{
    (void)state;
    assert_int_equal(seal_place_side("DL"), 'L');
    assert_int_equal(seal_place_side("DL2"), 'L');
    assert_int_equal(seal_place_side("DR2"), 'R');
    assert_int_equal(seal_place_side("DF"), '\0'); /* discharge flange */
    assert_int_equal(seal_place_side("UH"), '\0');
    assert_int_equal(seal_place_side(""), '\0');
}

int
main(void)
{
    const struct CMUnitTest seal[] = {
        cmocka_unit_test(every_lookalike_folds_to_its_twin),
        cmocka_unit_test(folding_is_the_same_when_done_twice),
        cmocka_unit_test(what_is_no_number_at_all_is_refused),
        cmocka_unit_test(reading_is_compared_with_what_was_listed),
        cmocka_unit_test(usual_numbers_have_few_letters_then_digits),
        cmocka_unit_test(places_at_a_door_say_their_side),
        cmocka_unit_test(names_of_matches_go_both_ways),
    };

    return cmocka_run_group_tests(seal, NULL, NULL);
}
