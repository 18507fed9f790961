/* SPDX-License-Identifier: ISC */
/* Base: UTF-8, text made visible, numbers in text, moments, buffers, identifiers. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/moment.h"
#include "base/number.h"
#include "base/show.h"
#include "base/utf8.h"
#include "base/uuid.h"

static void
every_character_survives_encoding(void **state)
{
    (void)state;
    for (uint32_t c = 0; c <= 0x10ffff; c++) {
        char bytes[4];
        uint32_t back;
        size_t n;

        if (c >= 0xd800 && c <= 0xdfff)
            continue;
        n = utf8_encode(c, bytes);
        assert_int_equal(utf8_decode(bytes, n, &back), n);
        assert_int_equal(back, c);
        if (n > 1) /* cut short it is invalid */
            assert_int_equal(utf8_decode(bytes, n - 1, &back), 0);
    }
}

static void
overlong_surrogate_and_broken_forms_are_invalid(void **state)
{
    static const char *const bad[] = {"\xc0\x80",
                                      "\xc1\xbf",
                                      "\xe0\x80\x80",
                                      "\xe0\x9f\xbf",
                                      "\xed\xa0\x80",
                                      "\xed\xbf\xbf",
                                      "\xf0\x80\x80\x80",
                                      "\xf4\x90\x80\x80",
                                      "\xf8\x88\x80\x80\x80",
                                      "\x80",
                                      "\xff",
                                      "\xd0",
                                      "\xe2\x82",
                                      "a\xd0 b"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (utf8_valid(bad[i], strlen(bad[i]), NULL))
            fail_msg("%zu", i);
    }
}

/* Nothing that comes out may hide, move or fake, nor take more cells than allowed. */
static void
check_shown(const char *bytes, size_t len, size_t columns)
{
    struct buf out = {0};
    size_t used = show(&out, bytes, len, columns);

    assert_true(used <= columns);
    assert_true(utf8_valid(buf_text(&out), out.len, NULL));
    assert_int_equal(utf8_columns(buf_text(&out)), used);
    for (size_t i = 0; i < out.len;) {
        uint32_t c;
        size_t n = utf8_decode(out.data + i, out.len - i, &c);

        assert_false(utf8_hostile(c));
        i += n;
    }
    buf_release(&out);
}

static void
nothing_hostile_is_ever_shown(void **state)
{
    static const char *const nasty[] = {
        "\033[2J",
        "\033]0;title\007",
        "a\rb",
        "tab\tlf\n",
        "\xc2\x9b"
        "31m",
        "\xe2\x80\xae"
        "abc",
        "\xe2\x80\x8b",
        "\xc2\xad",
        "\xf3\xa0\x80\x81",
        "\xef\xb7\x90",
        "e\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
        "\xff\xfe",
        "\x7f",
        "\xe3\x85\xa4",
        "\xe4\xbd\xa0\xe5\xa5\xbd",
    };
    uint64_t seed = 7;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(nasty); i++) {
        for (size_t columns = 0; columns < 12; columns++)
            check_shown(nasty[i], strlen(nasty[i]), columns);
    }
    for (int i = 0; i < 20000; i++) {
        char bytes[24];

        for (size_t k = 0; k < sizeof bytes; k++) {
            seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407u;
            bytes[k] = (char)(seed >> 56);
        }
        check_shown(bytes, sizeof bytes, (size_t)(i % 30));
    }
}

static void
what_does_not_fit_ends_with_an_ellipsis(void **state)
{
    struct buf out = {0};

    (void)state;
    assert_int_equal(show(&out, "Полувагон", strlen("Полувагон"), 6), 6);
    assert_string_equal(buf_text(&out), "Полув…");
    buf_clear(&out);
    assert_int_equal(show(&out, "Полувагон", strlen("Полувагон"), 9), 9);
    assert_string_equal(buf_text(&out), "Полувагон");
    buf_release(&out);
}

static void
numbers_with_point_or_comma(void **state)
{
    static const struct {
        const char *text, *canonical;
    } good[] = {{"0", "0"},       {"007", "7"},
                {"12,5", "12.5"}, {"-0.5", "-0.5"},
                {"+3", "3"},      {" 8 ", "8"},
                {",5", "0.5"},    {"0,50", "0.50"},
                {"5.", "5"},      {"123456789012345", "123456789012345"}};
    static const char *const bad[] = {
        "", "-", ".", "1.2.3", "1e5", "12a", "1 2", "0x1", "1234567890123456", "\xd9\xa1"};
    char out[40];
    double v;
    int64_t n;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        assert_true(number_canonical(good[i].text, out, sizeof out));
        assert_string_equal(out, good[i].canonical);
    }
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (number_canonical(bad[i], out, sizeof out) || number_decimal(bad[i], &v))
            fail_msg("%s", bad[i]);
    }
    assert_true(number_decimal("-12,25", &v));
    assert_true(v > -12.2500001 && v < -12.2499999);
    assert_true(number_integer("-9223372036854775808", &n));
    assert_true(n == INT64_MIN);
    assert_false(number_integer("9223372036854775808", &n));
    assert_false(number_integer("", &n));
    assert_false(number_integer("1 ", &n));
}

static void
moments_go_to_text_and_back(void **state)
{
    (void)state;
    for (int64_t day = 1; day < 40000; day += 13) {
        for (int offset = -720; offset <= 840; offset += 390) {
            struct moment m = {day * 86400000 + 43199000, offset}, back;
            char text[MOMENT_TEXT];

            assert_true(moment_parse(moment_text(m, MOMENT_ISO, text), 0, &back));
            assert_true(back.ms == m.ms);
            assert_int_equal(back.offset_min, offset);
        }
    }
}

static void
dates_of_the_lists_are_read_and_wrong_ones_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "2026-11-23",
                                      "23.11.26 6:15",
                                      "31.11.2026 6:15",
                                      "29.02.2027 6:15",
                                      "23.11.2026 24:00",
                                      "23.11.2026 6:60",
                                      "2026-13-01T00:00",
                                      "2026-11-23T06:15+5",
                                      "1969-12-31 00:00",
                                      "23.11.2026 6:15 x"};
    struct moment m;
    char text[MOMENT_TEXT];

    (void)state;
    assert_true(moment_parse("23.11.2026 6:15", 300, &m));
    assert_string_equal(moment_text(m, MOMENT_UTC, text), "2026-11-23T01:15:00Z");
    assert_string_equal(moment_text(m, MOMENT_SCREEN, text), "23.11.2026 06:15");
    assert_true(moment_parse("2026-11-23T06:15:00+05:00", 0, &m));
    assert_string_equal(moment_text(m, MOMENT_ISO, text), "2026-11-23T06:15:00+05:00");
    assert_true(moment_parse("29.02.2028 6:15", 0, &m));
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (moment_parse(bad[i], 0, &m))
            fail_msg("%s", bad[i]);
    }
}

static void
identifiers_are_unique_and_in_order(void **state)
{
    char before[UUID_TEXT] = "", now[UUID_TEXT];
    struct rc_env env;

    (void)state;
    rc_env_fake(&env, (struct moment){1795400000000, 0}, 0); /* the clock stands still */
    for (int i = 0; i < 10000; i++) {
        struct uuid u = uuid_new(&env), back;

        uuid_text(&u, now);
        assert_true(strcmp(before, now) < 0);
        assert_int_equal(now[14], '7');
        assert_non_null(strchr("89ab", now[19]));
        assert_true(uuid_parse(now, &back));
        assert_memory_equal(&u, &back, sizeof u);
        memcpy(before, now, sizeof before);
    }
    assert_false(uuid_parse("", &(struct uuid){{0}}));
    assert_false(uuid_parse("01a20cdd-d233-7000-8697-4fe323afa7a", &(struct uuid){{0}}));
    assert_false(uuid_parse("01a20cdd-d233-7000-8697-4fe323afa7acx", &(struct uuid){{0}}));
    assert_false(uuid_parse("01a20cddxd233-7000-8697-4fe323afa7ac", &(struct uuid){{0}}));
    rc_env_release(&env);
}

static void
json_strings_hold_whatever_they_must(void **state)
{
    struct buf out = {0};

    (void)state;
    buf_add_json(&out, "a\"b\\c\n\x01Ж");
    assert_string_equal(buf_text(&out), "\"a\\\"b\\\\c\\u000a\\u0001Ж\"");
    buf_clear(&out);
    buf_add_json(&out, NULL);
    assert_string_equal(buf_text(&out), "null");
    buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest text[] = {
        cmocka_unit_test(every_character_survives_encoding),
        cmocka_unit_test(overlong_surrogate_and_broken_forms_are_invalid),
        cmocka_unit_test(nothing_hostile_is_ever_shown),
        cmocka_unit_test(what_does_not_fit_ends_with_an_ellipsis),
        cmocka_unit_test(numbers_with_point_or_comma),
        cmocka_unit_test(moments_go_to_text_and_back),
        cmocka_unit_test(dates_of_the_lists_are_read_and_wrong_ones_refused),
        cmocka_unit_test(identifiers_are_unique_and_in_order),
        cmocka_unit_test(json_strings_hold_whatever_they_must),
    };

    return cmocka_run_group_tests(text, NULL, NULL);
}
