/* SPDX-License-Identifier: ISC */
/* PINs and their hashes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "trail/pin.h"
#include "trail/trail.h"

static void
a_pin_fits_its_hash_and_no_other(void **state)
{
    char hash[PIN_HASH];

    (void)state;
    assert_true(pin_hash("2401", hash, NULL));
    assert_true(pin_matches(hash, "2401"));
    assert_false(pin_matches(hash, "2402"));
    assert_false(pin_matches(hash, "24011"));
    assert_false(pin_matches(hash, "240"));
    assert_false(pin_matches(hash, ""));
}

static void
hashes_are_argon2id_salted_and_do_not_hold_the_pin(void **state)
{
    char a[PIN_HASH], b[PIN_HASH];

    (void)state;
    assert_true(pin_hash("90817263", a, NULL));
    assert_true(pin_hash("90817263", b, NULL));
    assert_int_equal(strncmp(a, "$argon2id$", 10), 0);
    assert_string_not_equal(a, b);
    assert_null(strstr(a, "90817263"));
}

static void
what_is_no_hash_fits_nothing(void **state)
{
    char longer[2 * PIN_HASH] = {0};

    (void)state;
    memset(longer, '$', sizeof longer - 1);
    assert_false(pin_matches("", ""));
    assert_false(pin_matches("2401", "2401"));
    assert_false(pin_matches("$argon2id$v=19$m=1,t=1", "2401"));
    assert_false(pin_matches(longer, "2401"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pin_fits_its_hash_and_no_other),
        cmocka_unit_test(hashes_are_argon2id_salted_and_do_not_hold_the_pin),
        cmocka_unit_test(what_is_no_hash_fits_nothing),
    };

    if (!trail_init(NULL))
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
