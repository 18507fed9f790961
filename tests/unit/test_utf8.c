/* SPDX-License-Identifier: ISC */
/* UTF-8: every byte sequence, widths, folding, what is hostile. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/utf8.h"

#define LAST 0x10ffff

/* All sequences of up to four bytes of a few values from every class: what is taken must be what
 * encoding gives, so that no character has two forms. */
static void
each_character_has_one_form_only(void **state)
{
    static const unsigned char bytes[] = {
        0x00, 0x41, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0,
        0xe1, 0xed, 0xee, 0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfc, 0xfe, 0xff};
    const size_t n = ARRAY_LEN(bytes);

    (void)state;
    for (size_t i = 0; i < n * n * n * n; i++) {
        char s[4] = {(char)bytes[i % n], (char)bytes[i / n % n], (char)bytes[i / n / n % n],
                     (char)bytes[i / n / n / n]};
        char again[4];
        uint32_t c;
        size_t used = utf8_decode(s, 4, &c);

        if (!used) {
            assert_int_equal(c, bytes[i % n]);
            continue;
        }
        assert_true(c <= LAST && (c < 0xd800 || c > 0xdfff));
        assert_int_equal(utf8_encode(c, again), used);
        assert_memory_equal(again, s, used);
    }
}

static void
the_first_bad_byte_is_told(void **state)
{
    static const struct {
        const char *text;
        size_t len, at;
    } bad[] = {{"\xff", 1, 0},
               {"ab\x80", 3, 2},
               {"Ж\xd0", 3, 2},
               {"\xe2\x82\xac\xe2\x82", 5, 3},
               {"\xe2\x82"
                "a",
                3, 0},
               {"\xed\xa0\x80", 3, 0},
               {"\xd0\xb6\xf4\x90\x80\x80", 6, 2}};
    size_t at;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        assert_false(utf8_valid(bad[i].text, bad[i].len, &at));
        assert_int_equal(at, bad[i].at);
    }
    assert_true(utf8_valid("", 0, &at));
    assert_true(utf8_valid("a\0b", 3, &at));
}

static void
widths_are_those_of_a_terminal(void **state)
{
    static const struct {
        uint32_t c;
        int width;
    } cases[] = {{'a', 1},    {0x416, 1},  {0x451, 1},  {0x2116, 1},  {0x2014, 1}, {0x2713, 1},
                 {0x20ac, 1}, {0x4f60, 2}, {0xff21, 2}, {0x1f600, 2}, {0x301, 0},  {0x306, 0},
                 {0x200b, 0}, {0x4a3, 1},  {0x4af, 1},  {0x49b, 1},   {0xa0, 1},   {0x2502, 1}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        if (utf8_width(cases[i].c) != cases[i].width)
            fail_msg("U+%04X", (unsigned)cases[i].c);
    }
    for (uint32_t c = 0; c <= LAST; c++)
        assert_in_range(utf8_width(c), 0, 2);
}

static void
fitting_never_parts_a_character_from_its_marks(void **state)
{
    static const char text[] = "a\xcc\x81\xcc\x81"
                               "b你\xcc\x81"
                               "c";
    static const size_t fits[] = {0, 5, 6, 6, 11, 12, 12};

    (void)state;
    assert_int_equal(utf8_columns(text), 5);
    for (size_t columns = 0; columns < ARRAY_LEN(fits); columns++)
        assert_int_equal(utf8_fit(text, columns), fits[columns]);
    assert_int_equal(utf8_fit("", 3), 0);
    assert_int_equal(utf8_columns(""), 0);
}

static void
folding_and_upper_case_are_stable_for_every_character(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= LAST; c++) {
        uint32_t fold = utf8_fold(c), upper = utf8_upper(c);

        if (utf8_fold(fold) != fold || utf8_upper(upper) != upper)
            fail_msg("U+%04X", (unsigned)c);
    }
}

static void
letters_of_the_region_fold_to_small_ones_and_back(void **state)
{
    static const struct {
        uint32_t large, small;
    } pairs[] = {{'A', 'a'},     {0x410, 0x430}, {0x42f, 0x44f}, {0x492, 0x493}, {0x49a, 0x49b},
                 {0x4a2, 0x4a3}, {0x4e8, 0x4e9}, {0x4b0, 0x4b1}, {0x4ae, 0x4af}, {0x4ba, 0x4bb},
                 {0x406, 0x456}, {0x4d8, 0x4d9}, {0x4b6, 0x4b7}, {0x4e2, 0x4e3}, {0x4ee, 0x4ef},
                 {0x40e, 0x45e}, {0x4b2, 0x4b3}, {0xc4, 0xe4},   {0x147, 0x148}, {0x15e, 0x15f}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(pairs); i++) {
        assert_int_equal(utf8_fold(pairs[i].large), pairs[i].small);
        assert_int_equal(utf8_fold(pairs[i].small), pairs[i].small);
        assert_int_equal(utf8_upper(pairs[i].small), pairs[i].large);
    }
    assert_int_equal(utf8_fold(0x401), 0x435); /* Ё as е */
    assert_int_equal(utf8_fold(0x451), 0x435);
    assert_int_equal(utf8_upper(0x451), 0x401);
}

static void
what_hides_or_moves_text_is_hostile(void **state)
{
    static const struct {
        uint32_t from, to;
    } ranges[] = {{0, 0x1f},          {0x7f, 0x9f},       {0xad, 0xad},     {0x34f, 0x34f},
                  {0x61c, 0x61c},     {0x115f, 0x1160},   {0x17b4, 0x17b5}, {0x180b, 0x180f},
                  {0x200b, 0x200f},   {0x2028, 0x202e},   {0x2060, 0x206f}, {0x3164, 0x3164},
                  {0xd800, 0xdfff},   {0xe000, 0xe000},   {0xfdd0, 0xfdef}, {0xfe00, 0xfe0f},
                  {0xfeff, 0xfeff},   {0xffa0, 0xffa0},   {0xfff9, 0xfffb}, {0xfffe, 0xffff},
                  {0x1fffe, 0x1ffff}, {0xe0000, 0xe0fff}, {0x10fffe, LAST}, {LAST + 1, LAST + 9}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++) {
        for (uint32_t c = ranges[i].from; c <= ranges[i].to; c++) {
            if (!utf8_hostile(c))
                fail_msg("U+%04X", (unsigned)c);
        }
    }
}

static void
what_officers_write_is_not_hostile(void **state)
{
    static const char text[] = " ~AZaz09 АЯаяЁё ҒғҚқҢңӨөҰұҮүҺһІі ӢӣӮӯҲҳҶҷ Ўў ÄäÇçŇňÖöŞşÜüÝýŽž ʻʼ "
                               "№—–«»„“…°±²³€₸ ✓│─┌ 你 e\xcc\x81 \xc2\xa0";
    size_t len = strlen(text);

    (void)state;
    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t used = utf8_decode(text + i, len - i, &c);

        assert_true(used > 0);
        if (utf8_hostile(c))
            fail_msg("U+%04X", (unsigned)c);
        i += used;
    }
}

int
main(void)
{
    const struct CMUnitTest utf8[] = {
        cmocka_unit_test(each_character_has_one_form_only),
        cmocka_unit_test(the_first_bad_byte_is_told),
        cmocka_unit_test(widths_are_those_of_a_terminal),
        cmocka_unit_test(fitting_never_parts_a_character_from_its_marks),
        cmocka_unit_test(folding_and_upper_case_are_stable_for_every_character),
        cmocka_unit_test(letters_of_the_region_fold_to_small_ones_and_back),
        cmocka_unit_test(what_hides_or_moves_text_is_hostile),
        cmocka_unit_test(what_officers_write_is_not_hostile),
    };

    return cmocka_run_group_tests(utf8, NULL, NULL);
}
