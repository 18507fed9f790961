/* SPDX-License-Identifier: ISC */
/* Numbers of the 1520 mm network: vectors, good and bad, and what the check digits catch. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/numbers.h"

static const char *const wagons[] = {
    "63665160",
    "55430326",
    "60971181",
    "53984753",
    "67815944",
    "51095388",
    "73072738",
    "57393936",
    "50720887",
    "50776285",
    "51468569",
    "50751171",
    "51080778",
    "62439641",
    /* 12 digits, UIC */
    "218124712173",
    "318166502860",
    "337078990476",
    "378446670192",
    "018357504218",
    "827067236758",
    "218015590845",
    "518008430010",
    "608099261877",
    "915304720013",
    "937037400218",
    "628578900498",
};

static void
wagon_numbers_in_use_pass(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(wagons); i++) {
        if (wagon_number(wagons[i]).verdict != NUMBER_OK)
            fail_msg("%s", wagons[i]);
    }
}

static void
misprinted_wagon_numbers_fail_and_the_digit_is_told(void **state)
{
    static const char *const bad[] = {"21661490", "56858252", "69264708", "20000000"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        assert_int_equal(wagon_number(bad[i]).verdict, NUMBER_BAD_CHECK);
    assert_int_equal(wagon_number("21661490").expected, 1);
    assert_int_equal(wagon_number("21661490").found, 0);
}

static void
every_single_wrong_digit_is_caught(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(wagons); i++) {
        for (size_t at = 0; wagons[i][at]; at++) {
            for (char c = '0'; c <= '9'; c++) {
                char other[16];

                snprintf(other, sizeof other, "%s", wagons[i]);
                if (other[at] == c)
                    continue;
                other[at] = c;
                if (wagon_number(other).verdict != NUMBER_BAD_CHECK)
                    fail_msg("%s", other);
            }
        }
    }
}

static void
written_with_blanks_and_hyphens_it_is_the_same_number(void **state)
{
    (void)state;
    assert_string_equal(wagon_number(" 6366-5160 ").text, "63665160");
    assert_string_equal(wagon_number("31 81 6650 286-0").text, "318166502860");
    assert_int_equal(wagon_number("ACFX 49441").verdict, NUMBER_UNCHECKED);
    assert_string_equal(wagon_number("acfx 49441").text, "ACFX49441");
}

static void
what_is_no_wagon_number_is_said_to_be_none(void **state)
{
    static const char *const none[] = {
        "",         "6366516",   "636651600",     "6366516a",         "A1",
        "ABCDE123", "AB1234567", "1234567890123", "\xff\xfe\x31\x32", "63665160\033"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(none); i++) {
        if (wagon_number(none[i]).verdict != NUMBER_BAD_SHAPE)
            fail_msg("%s", none[i]);
    }
}

static void
container_numbers(void **state)
{
    static const char *const good[] = {
        "BMOU1295248",
        "CMAU0175770",
        "ECMU1494728",
        "FCIU3756305",
        "FCIU6186119",
        "TCLU2923237",
        "TGHU1162678",
        "TLLU2797733",
        "XINU1535796",
        "CSQU3054383",
        "ZEPU0037255",
        "CSQU 305438-3",
        "\xd0\xa1SQU3054383" /* Cyrillic С */,
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(good); i++) {
        if (container_number(good[i]).verdict != NUMBER_OK)
            fail_msg("%s", good[i]);
    }
    assert_int_equal(container_number("MSCU6639871").verdict, NUMBER_BAD_CHECK);
    assert_int_equal(container_number("MSCU6639871").expected, 0);
    assert_int_equal(container_number("MSCA6639871").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(container_number("UP123456").verdict, NUMBER_UNCHECKED);
}

static void
station_and_cargo_codes_share_one_rule(void **state)
{
    static const char *const stations[] = {
        "728801", "728905", "674000", "679107", "816504", "431801", "467004",
        "400305", "410006", "614403", "076300", "523219", "612003",
    };
    static const char *const cargo[] = {"554081", "554077", "554062", "554058", "554043",
                                        "554039", "554024", "554017", "161043", "214043",
                                        "291035", "421034", "324031", "161132", "221066"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(stations); i++) {
        if (station_code(stations[i]).verdict != NUMBER_OK)
            fail_msg("%s", stations[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(cargo); i++) {
        if (cargo_code(cargo[i]).verdict != NUMBER_OK)
            fail_msg("%s", cargo[i]);
    }
    assert_int_equal(station_code("728802").verdict, NUMBER_BAD_CHECK);
    assert_int_equal(station_code("7288").verdict, NUMBER_UNCHECKED);
    assert_int_equal(cargo_code("16113").verdict, NUMBER_UNCHECKED);
    assert_int_equal(station_code("728").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(station_code("72880A").verdict, NUMBER_BAD_SHAPE);
}

static void
dangerous_goods_gng_and_train_index(void **state)
{
    (void)state;
    assert_int_equal(un_number("1202").verdict, NUMBER_UNCHECKED);
    assert_int_equal(un_number("120").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(hazard_number("30").verdict, NUMBER_UNCHECKED);
    assert_int_equal(hazard_number("X423").verdict, NUMBER_UNCHECKED);
    assert_int_equal(hazard_number("13").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(hazard_number("3").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(gng_code("27011210").verdict, NUMBER_UNCHECKED);
    assert_int_equal(gng_code("2701121").verdict, NUMBER_BAD_SHAPE);
    assert_string_equal(train_index("9046 61 9132").text, "9046-061-9132");
    assert_string_equal(train_index("86560-725-98470").text, "86560-725-98470");
    assert_string_equal(train_index("7200-89-7258").text, "7200-089-7258");
    assert_int_equal(train_index("904-61-9132").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(train_index("9046-61").verdict, NUMBER_BAD_SHAPE);
    assert_int_equal(train_index("9046-6161-9132").verdict, NUMBER_BAD_SHAPE);
}

static void
one_digit_or_one_swap_away_is_proposed(void **state)
{
    static const char *const list[] = {"63665160", "51095388", "73072738"};
    size_t near[4];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(list); i++) {
        for (size_t at = 0; at < 8; at++) {
            char typed[16];

            snprintf(typed, sizeof typed, "%s", list[i]);
            typed[at] = typed[at] == '9' ? '0' : (char)(typed[at] + 1);
            assert_int_equal(number_near(typed, list, 3, near, 4), 1);
            assert_int_equal(near[0], i);
            snprintf(typed, sizeof typed, "%s", list[i]);
            if (at == 7 || typed[at] == typed[at + 1])
                continue;
            typed[at] = list[i][at + 1];
            typed[at + 1] = list[i][at];
            assert_int_equal(number_near(typed, list, 3, near, 4), 1);
            assert_int_equal(near[0], i);
        }
    }
    assert_int_equal(number_near("6366 5161", list, 3, near, 4), 1); /* however it is spaced */
    assert_int_equal(number_near("6366-5160", list, 3, near, 4), 0);
    assert_int_equal(number_near("63665160", list, 1, near, 4), 0); /* itself is not near */
    assert_int_equal(number_near("6366516", list, 3, near, 4), 0);
    assert_int_equal(number_near("63665161", list, 3, near, 0), 0);
}

int
main(void)
{
    const struct CMUnitTest numbers[] = {
        cmocka_unit_test(wagon_numbers_in_use_pass),
        cmocka_unit_test(misprinted_wagon_numbers_fail_and_the_digit_is_told),
        cmocka_unit_test(every_single_wrong_digit_is_caught),
        cmocka_unit_test(written_with_blanks_and_hyphens_it_is_the_same_number),
        cmocka_unit_test(what_is_no_wagon_number_is_said_to_be_none),
        cmocka_unit_test(container_numbers),
        cmocka_unit_test(station_and_cargo_codes_share_one_rule),
        cmocka_unit_test(dangerous_goods_gng_and_train_index),
        cmocka_unit_test(one_digit_or_one_swap_away_is_proposed),
    };

    return cmocka_run_group_tests(numbers, NULL, NULL);
}
