/* SPDX-License-Identifier: ISC */
/* Times of day as people type them, and the moment that is meant. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/day_time.h"

static void
each_way_of_typing_is_read(void **state)
{
    static const struct {
        const char *text;
        struct day_time want;
    } rows[] = {
        {"14:20", {0, 0, 14, 20}},
        {"6:05", {0, 0, 6, 5}},
        {"6.05", {0, 0, 6, 5}},
        {"1420", {0, 0, 14, 20}},
        {"605", {0, 0, 6, 5}},
        {"0:00", {0, 0, 0, 0}},
        {"23-59", {0, 0, 23, 59}},
        {"25.11 14:20", {25, 11, 14, 20}},
        {"5.1 6:05", {5, 1, 6, 5}},
        {"25.11 1420", {25, 11, 14, 20}},
        {"25.111420", {25, 11, 14, 20}},
        {"5.110605", {5, 11, 6, 5}},
        {"25111420", {25, 11, 14, 20}},
        {"29.02 00:00", {29, 2, 0, 0}},
        {"25.11.14.20", {25, 11, 14, 20}},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct day_time t;

        if (!day_time_read(rows[i].text, &t))
            fail_msg("%s is not read", rows[i].text);
        if (t.day != rows[i].want.day || t.month != rows[i].want.month ||
            t.hour != rows[i].want.hour || t.minute != rows[i].want.minute)
            fail_msg("%s: %d.%d %d:%d", rows[i].text, t.day, t.month, t.hour, t.minute);
    }
}

static void
what_is_no_time_is_refused(void **state)
{
    static const char *const bad[] = {
        "",         " ",      "24:00",      "6:60",         "6:5",           "14",
        "2460",     "2400",   "14:20:30",   "14::20",       ":20",           "14:",
        "-14:20",   "14h20",  "32.01 6:00", "30.02 6:00",   "0.1 6:00",      "1.13 6:00",
        "1.0 6:00", "123456", "123456789",  "25.11 14:20 ", "1.1.2026 6:00", "00000600",
        "0.110600",
    };
    struct day_time t;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (day_time_read(bad[i], &t))
            fail_msg("\"%s\" is read", bad[i]);
    }
}

static struct moment
at(const char *text)
{
    struct moment m;

    assert_true(moment_parse(text, 300, &m));
    return m;
}

static void
the_moment_meant_is_found(void **state)
{
    static const struct {
        const char *anchor, *typed, *nearest, *next;
    } rows[] = {
        {"2026-11-24T07:42", "7:42", "2026-11-24T07:42", "2026-11-24T07:42"},
        {"2026-11-24T07:42", "7:41", "2026-11-24T07:41", "2026-11-25T07:41"},
        {"2026-11-24T00:05", "23:58", "2026-11-23T23:58", "2026-11-24T23:58"},
        {"2026-11-24T23:58", "0:05", "2026-11-25T00:05", "2026-11-25T00:05"},
        {"2026-12-31T23:00", "01.01 6:00", "2027-01-01T06:00", "2027-01-01T06:00"},
        {"2027-01-01T01:00", "31.12 23:00", "2026-12-31T23:00", "2026-12-31T23:00"},
        {"2027-02-20T01:00", "29.02 23:00", "2028-02-29T23:00", "2028-02-29T23:00"},
        /* the local day is not that of UTC */
        {"2026-11-24T02:00", "3:00", "2026-11-24T03:00", "2026-11-24T03:00"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct day_time t;
        struct moment m;
        char text[MOMENT_TEXT];

        assert_true(day_time_read(rows[i].typed, &t));
        assert_true(day_time_nearest(&t, at(rows[i].anchor), &m));
        if (m.ms != at(rows[i].nearest).ms)
            fail_msg("%s, %s: %s", rows[i].anchor, rows[i].typed, moment_text(m, MOMENT_ISO, text));
        assert_true(day_time_next(&t, at(rows[i].anchor), &m));
        if (m.ms != at(rows[i].next).ms)
            fail_msg("%s, %s: %s", rows[i].anchor, rows[i].typed, moment_text(m, MOMENT_ISO, text));
        assert_int_equal(m.offset_min, 300);
    }
}

static void
a_day_that_is_in_no_near_year_is_told(void **state)
{
    struct day_time t;
    struct moment m;

    (void)state;
    assert_true(day_time_read("29.02 6:00", &t));
    assert_false(day_time_next(&t, at("2026-03-01T00:00"), &m));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_way_of_typing_is_read),
        cmocka_unit_test(what_is_no_time_is_refused),
        cmocka_unit_test(the_moment_meant_is_found),
        cmocka_unit_test(a_day_that_is_in_no_near_year_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
