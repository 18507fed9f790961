/* SPDX-License-Identifier: ISC */
/* Numbers in text: exact, bounded, and the canonical form is one. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/number.h"

static void
whole_numbers_are_taken_to_their_limits(void **state)
{
    static const int64_t values[] = {0, 1, -1, 9, 10, INT32_MAX, INT32_MIN, INT64_MAX, INT64_MIN};
    static const char *const bad[] = {"",
                                      "-",
                                      "+1",
                                      "--1",
                                      "1.0",
                                      " 1",
                                      "1 ",
                                      "0x10",
                                      "1e3",
                                      "12a",
                                      "\xd9\xa1",
                                      "9223372036854775808",
                                      "-9223372036854775809",
                                      "99999999999999999999999999999999"};
    int64_t v;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(values); i++) {
        char text[32];

        snprintf(text, sizeof text, "%lld", (long long)values[i]);
        assert_true(number_integer(text, &v));
        assert_true(v == values[i]);
    }
    assert_true(number_integer("0007", &v));
    assert_true(v == 7);
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (number_integer(bad[i], &v))
            fail_msg("%s", bad[i]);
    }
}

/* The nearest double, as strtod gives it, for every way to put a point into 15 digits. */
static void
decimals_are_the_nearest_double(void **state)
{
    uint64_t seed = 11;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        char text[40], comma[40], *p;
        double v, w;
        int64_t digits;

        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        digits = (int64_t)(seed >> 14) % INT64_C(1000000000000000);
        snprintf(text, sizeof text, "%s%0*lld", i % 2 ? "-" : "", 1 + i % 15, (long long)digits);
        if (i % 3) { /* a point before the last i % 7 digits, with one digit before it at least */
            size_t len = strlen(text), behind = (size_t)(i % 7);

            if (behind && len > behind + 1) {
                memmove(text + len - behind + 1, text + len - behind, behind + 1);
                text[len - behind] = '.';
            }
        }
        assert_true(number_decimal(text, &v));
        assert_true(v == strtod(text, NULL));
        snprintf(comma, sizeof comma, "%s", text);
        if ((p = strchr(comma, '.')))
            *p = ',';
        assert_true(number_decimal(comma, &w));
        assert_true(v == w);
    }
}

static void
the_canonical_form_is_stable_and_means_the_same(void **state)
{
    static const char *const typed[] = {"0",     "00",    "-0",    "007,50", "+12",
                                        " 3,0 ", "-,5",   "0,001", "-12.30", "100.",
                                        "0.0",   "999,9", "+0,5"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(typed); i++) {
        char once[32], twice[32];
        double a, b;

        assert_true(number_canonical(typed[i], once, sizeof once));
        assert_true(number_canonical(once, twice, sizeof twice));
        assert_string_equal(once, twice);
        assert_null(strpbrk(once, " ,+"));
        assert_true(number_decimal(typed[i], &a));
        assert_true(number_decimal(once, &b));
        assert_true(a == b);
    }
}

static void
a_short_buffer_is_never_overrun(void **state)
{
    char out[16];

    (void)state;
    for (size_t size = 0; size < 12; size++) {
        memset(out, '#', sizeof out);
        if (number_canonical("-,12345", out, size))
            assert_string_equal(out, "-0.12345");
        for (size_t i = size; i < sizeof out; i++)
            assert_int_equal(out[i], '#');
    }
}

int
main(void)
{
    const struct CMUnitTest number[] = {
        cmocka_unit_test(whole_numbers_are_taken_to_their_limits),
        cmocka_unit_test(decimals_are_the_nearest_double),
        cmocka_unit_test(the_canonical_form_is_stable_and_means_the_same),
        cmocka_unit_test(a_short_buffer_is_never_overrun),
    };

    return cmocka_run_group_tests(number, NULL, NULL);
}
