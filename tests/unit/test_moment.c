/* SPDX-License-Identifier: ISC */
/* Moments: the calendar day by day, offsets, and records that hold nonsense. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/moment.h"
#include "base/region.h"

#define DAY INT64_C(86400000)
#define LAST INT64_C(253402300799999)

static int
days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return days[month - 1] + (month == 2 && leap);
}

/* Walks the calendar from 1970 on by counting days, and compares. */
static void
each_day_until_2500_has_its_date(void **state)
{
    int64_t ms = 0;

    (void)state;
    for (int year = 1970; year < 2500; year++) {
        for (int month = 1; month <= 12; month++) {
            for (int day = 1; day <= days_in(year, month); day++, ms += DAY) {
                char want[MOMENT_TEXT], text[MOMENT_TEXT];
                struct moment m;

                snprintf(want, sizeof want, "%04d-%02d-%02d", year, month, day);
                assert_string_equal(moment_text((struct moment){ms, 0}, MOMENT_DATE, text), want);
                moment_text((struct moment){ms + DAY - 1, 0}, MOMENT_DATE, text);
                assert_string_equal(text, want);
                snprintf(want, sizeof want, "%d.%d.%04d 0:00", day, month, year);
                assert_true(moment_parse(want, 0, &m));
                assert_true(m.ms == ms);
            }
        }
    }
}

static void
days_that_are_not_in_the_calendar_are_refused(void **state)
{
    (void)state;
    for (int year = 1970; year < 2402; year++) {
        for (int month = 0; month <= 13; month++) {
            char text[MOMENT_TEXT];
            struct moment m;
            int last = month < 1 || month > 12 ? 0 : days_in(year, month);

            snprintf(text, sizeof text, "%04d-%02d-%02dT00:00:00Z", year, month, last + 1);
            assert_false(moment_parse(text, 0, &m));
            snprintf(text, sizeof text, "%04d-%02d-00T00:00:00Z", year, month);
            assert_false(moment_parse(text, 0, &m));
        }
    }
}

static void
local_text_and_offset_come_back_as_the_same_moment(void **state)
{
    uint64_t seed = 3;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct moment m, back;
        char text[MOMENT_TEXT];

        seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        m.ms = DAY * 2 + (int64_t)(seed >> 16) % (LAST - DAY * 4);
        m.offset_min = (int)(seed >> 50) % 2879 - 1439;
        assert_true(moment_parse(moment_text(m, MOMENT_ISO, text), 7, &back));
        assert_true(back.ms == m.ms && back.offset_min == m.offset_min);
        assert_true(moment_parse(moment_text(m, MOMENT_UTC, text), 7, &back));
        assert_true(back.ms == m.ms && back.offset_min == 0);
        m.ms -= m.ms % 60000;
        assert_true(moment_parse(moment_text(m, MOMENT_SCREEN, text), m.offset_min, &back));
        assert_true(back.ms == m.ms && back.offset_min == m.offset_min);
    }
}

static void
each_form_is_written_as_promised(void **state)
{
    static const struct {
        struct moment m;
        enum moment_form form;
        const char *text;
    } cases[] = {
        {{1795396500000, 300}, MOMENT_UTC, "2026-11-23T01:15:00Z"},
        {{1795396500007, 300}, MOMENT_UTC, "2026-11-23T01:15:00.007Z"},
        {{1795396500000, 300}, MOMENT_ISO, "2026-11-23T06:15:00+05:00"},
        {{1795396500000, -90}, MOMENT_ISO, "2026-11-22T23:45:00-01:30"},
        {{1795396500000, -1439}, MOMENT_ISO, "2026-11-22T01:16:00-23:59"},
        {{1795396507000, 300}, MOMENT_TIME, "06:15:07"},
        {{1795396507000, 300}, MOMENT_CLOCK, "06:15"},
        {{1795396500000, -90}, MOMENT_DATE, "2026-11-22"},
        {{1795396500000, 300}, MOMENT_DAY_CLOCK, "23.11 06:15"},
        {{1795396500000, 300}, MOMENT_SCREEN, "23.11.2026 06:15"},
        {{0, 0}, MOMENT_UTC, "1970-01-01T00:00:00Z"},
        {{0, -60}, MOMENT_ISO, "1969-12-31T23:00:00-01:00"},
        {{951782400000, 0}, MOMENT_DATE, "2000-02-29"},
        {{4107542400000, 0}, MOMENT_DATE, "2100-03-01"},
        {{LAST, 0}, MOMENT_UTC, "9999-12-31T23:59:59.999Z"},
    };
    char text[MOMENT_TEXT];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++)
        assert_string_equal(moment_text(cases[i].m, cases[i].form, text), cases[i].text);
}

/* A damaged database may hold any number; the sanitizer build sees an overflow here. */
static void
nonsense_from_a_damaged_record_is_written_as_some_date(void **state)
{
    static const int64_t ms[] = {INT64_MIN, -1, LAST + 1, INT64_MAX};
    static const int offsets[] = {INT32_MIN, -1440, 0, 1439, 1440, INT32_MAX};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ms) * ARRAY_LEN(offsets); i++) {
        struct moment m = {ms[i / ARRAY_LEN(offsets)], offsets[i % ARRAY_LEN(offsets)]};

        for (int form = MOMENT_UTC; form <= MOMENT_SCREEN; form++) {
            char text[MOMENT_TEXT];

            memset(text, '#', sizeof text);
            moment_text(m, (enum moment_form)form, text);
            assert_non_null(memchr(text, '\0', sizeof text));
            assert_true(strlen(text) >= 5 && strlen(text) < 32);
        }
    }
}

static void
what_lies_outside_the_years_is_refused(void **state)
{
    struct moment m;

    (void)state;
    assert_true(moment_parse("1970-01-01T05:00:00+05:00", 0, &m));
    assert_true(m.ms == 0);
    assert_false(moment_parse("1970-01-01T04:59:59+05:00", 0, &m));
    assert_true(moment_parse("9999-12-31T23:59:59.999Z", 0, &m));
    assert_true(m.ms == LAST);
    assert_false(moment_parse("9999-12-31T23:59:59-00:01", 0, &m));
    assert_false(moment_parse("10000-01-01T00:00:00Z", 0, &m));
}

static void
what_is_no_moment_is_refused(void **state)
{
    static const char *const bad[] = {
        "23.11.2026 6:15.30",
        "2026-11-23T06:15.5Z",
        "2026-11-23T06:15:",
        "2026-11-23T06:15:7Z",
        "2026-11-23T06:15:00.Z",
        "2026-11-23T06:15:00.1234Z",
        "2026-11-23T06:15:00+24:00",
        "2026-11-23T06:15:00+05:60",
        "2026-11-23T06:15:00+05",
        "2026-11-23T06:15:00ZZ",
        "2026-11-23t06:15:00Z",
        "2026-11-23T6:5",
        "2026-1-23T06:15",
        "2026-11-3T06:15",
        "226-11-23T06:15",
        "2026.11.23 06:15",
        "123.11.2026 6:15",
        "23..2026 6:15",
        "23.11.202 6:15",
        "+3.11.2026 6:15",
        " 23.11.2026 6:15",
        "23.11.2026  6:15",
        "23/11/2026 6:15",
        "six",
    };
    struct moment m;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        if (moment_parse(bad[i], 0, &m))
            fail_msg("%s", bad[i]);
    }
    assert_true(moment_parse("2026-11-23T06:15:07.5Z", 0, &m));
    assert_true(m.ms == 1795414507500);
}

static void
days_of_the_week_are_local(void **state)
{
    static const struct {
        const char *text;
        int day;
    } rows[] = {
        {"1970-01-01 00:00", 3}, {"2026-11-23 06:15", 0}, {"2026-11-22 23:59", 6},
        {"2000-02-29 12:00", 1}, {"9999-12-31 23:59", 4},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct moment m;

        assert_true(moment_parse(rows[i].text, 0, &m));
        assert_int_equal(moment_weekday(m), rows[i].day);
    }
    /* Half past eleven in the evening in London is Monday in Almaty. */
    assert_int_equal(moment_weekday((struct moment){INT64_C(1795390200000), 0}), 6);
    assert_int_equal(moment_weekday((struct moment){INT64_C(1795390200000), 300}), 0);
    assert_int_equal(moment_weekday((struct moment){0, -60}), 2);
}

static void
people_see_dates_and_numbers_in_the_form_of_the_post(void **state)
{
    const struct moment m = {INT64_C(1795398960000), 300};
    char text[MOMENT_TEXT];
    enum region region;

    (void)state;
    assert_string_equal(moment_text(m, MOMENT_DAY, text), "23.11.2026");
    assert_string_equal(moment_text(m, MOMENT_DAY_CLOCK, text), "23.11 06:56");
    assert_string_equal(moment_text(m, MOMENT_SCREEN, text), "23.11.2026 06:56");
    assert_string_equal(region_number("-12.50", text, sizeof text), "-12,50");
    assert_true(region_parse("iso", &region));
    region_set(region);
    assert_string_equal(moment_text(m, MOMENT_DAY, text), "2026-11-23");
    assert_string_equal(moment_text(m, MOMENT_DAY_CLOCK, text), "11-23 06:56");
    assert_string_equal(moment_text(m, MOMENT_SCREEN, text), "2026-11-23 06:56");
    assert_string_equal(moment_text(m, MOMENT_DATE, text), "2026-11-23");
    assert_string_equal(region_number("-12.50", text, sizeof text), "-12.50");
    assert_false(region_parse("american", &region));
    assert_string_equal(region_name(region_now()), "iso");
    region_set(REGION_LOCAL);
}

int
main(void)
{
    const struct CMUnitTest moment[] = {
        cmocka_unit_test(people_see_dates_and_numbers_in_the_form_of_the_post),
        cmocka_unit_test(days_of_the_week_are_local),
        cmocka_unit_test(each_day_until_2500_has_its_date),
        cmocka_unit_test(days_that_are_not_in_the_calendar_are_refused),
        cmocka_unit_test(local_text_and_offset_come_back_as_the_same_moment),
        cmocka_unit_test(each_form_is_written_as_promised),
        cmocka_unit_test(nonsense_from_a_damaged_record_is_written_as_some_date),
        cmocka_unit_test(what_lies_outside_the_years_is_refused),
        cmocka_unit_test(what_is_no_moment_is_refused),
    };

    return cmocka_run_group_tests(moment, NULL, NULL);
}
