/* SPDX-License-Identifier: ISC */
/* Head codes: what is misread is told, what is only written differently is taken. */
#include "config.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "trail/head_code.h"

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Hashes with each digit at each place: all alike, and mixed. */
#define HASHES 64
static void
make_hash(unsigned n, unsigned char hash[32])
{
    uint32_t x = n * 2654435761U + 1;

    for (size_t i = 0; i < 32; i++) {
        x = x * 1664525U + 1013904223U;
        hash[i] = (unsigned char)(x >> 24);
    }
    if (n < 32) { /* ten bytes hold n sixteen times */
        memset(hash, 0, 32);
        for (size_t bit = 0; bit < 80; bit++)
            hash[bit / 8] |= (unsigned char)((n >> (4 - bit % 5) & 1) << (7 - bit % 8));
    }
}

static void
a_code_is_that_of_its_hash_and_of_no_other(void **state)
{
    unsigned char hash[32], other[32];
    char code[HEAD_CODE];
    bool same;

    (void)state;
    for (unsigned n = 0; n < HASHES; n++) {
        make_hash(n, hash);
        make_hash(n + HASHES, other);
        head_code(hash, code);
        assert_int_equal(strlen(code), 21);
        same = false;
        assert_true(head_code_matches(code, hash, &same, NULL));
        assert_true(same);
        assert_true(head_code_matches(code, other, &same, NULL));
        assert_false(same);
    }
}

static void
every_single_misread_character_is_told(void **state)
{
    unsigned char hash[32];
    char code[HEAD_CODE];
    unsigned missed = 0;

    (void)state;
    for (unsigned n = 0; n < HASHES; n++) {
        make_hash(n, hash);
        head_code(hash, code);
        for (char *p = code; *p; p++) {
            char right = *p;

            for (const char *c = alphabet; *c && right != '-'; c++) {
                struct rc_error err = {0};
                bool same;

                *p = *c;
                if (*c != right &&
                    (head_code_matches(code, hash, &same, &err) || err.code != RC_E_HEAD_CODE))
                    missed++;
            }
            *p = right;
        }
    }
    assert_int_equal(missed, 0);
}

static void
every_swap_of_neighbours_is_told(void **state)
{
    unsigned char hash[32];
    char code[HEAD_CODE];
    unsigned missed = 0;
    bool same;

    (void)state;
    for (unsigned n = 0; n < HASHES; n++) {
        make_hash(n, hash);
        head_code(hash, code);
        for (size_t i = 0; code[i + 1]; i++) {
            size_t j = code[i + 1] == '-' ? i + 2 : i + 1;
            char c = code[i];

            if (c == '-' || c == code[j])
                continue;
            code[i] = code[j];
            code[j] = c;
            missed += head_code_matches(code, hash, &same, NULL);
            code[j] = code[i];
            code[i] = c;
        }
    }
    assert_int_equal(missed, 0);
}

static void
small_letters_blanks_hyphens_and_look_alikes_do_not_matter(void **state)
{
    unsigned char hash[32];
    char code[HEAD_CODE], typed[3 * HEAD_CODE];
    bool same;

    (void)state;
    for (unsigned n = 0; n < HASHES; n++) {
        size_t len = 0;

        make_hash(n, hash);
        head_code(hash, code);
        for (const char *p = code; *p; p++) {
            if (*p == '-')
                continue;
            typed[len++] = ' ';
            if (*p == '1')
                typed[len] = "iIlL"[n % 4];
            else if (*p == '0')
                typed[len] = "oO"[n % 2];
            else
                typed[len] = (char)tolower((unsigned char)*p);
            len++;
        }
        typed[len] = '\0';
        same = false;
        assert_true(head_code_matches(typed, hash, &same, NULL));
        assert_true(same);
    }
}

static void
what_is_no_code_is_told(void **state)
{
    static const char *const texts[] = {
        "",
        "-",
        "0",
        "0000-0000-0000-0000",
        "0000-0000-0000-0000-00",
        "0000-0000-0000-000U-0",
        "0000_0000_0000_0000_0",
        "0000-0000-0000-0000-\xd0\x9e",
        "0000-0000-0000-0000-0-0000-0000-0000-0000-0000-0000-0000",
    };
    unsigned char hash[32] = {0};
    bool same;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct rc_error err = {0};

        assert_false(head_code_matches(texts[i], hash, &same, &err));
        assert_int_equal(err.code, RC_E_HEAD_CODE);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_that_of_its_hash_and_of_no_other),
        cmocka_unit_test(every_single_misread_character_is_told),
        cmocka_unit_test(every_swap_of_neighbours_is_told),
        cmocka_unit_test(small_letters_blanks_hyphens_and_look_alikes_do_not_matter),
        cmocka_unit_test(what_is_no_code_is_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
