/* SPDX-License-Identifier: ISC */
/* The growable byte string; built a second time with a first size of one byte, so that it grows at
 * every step. Also errors as values, which hold texts of a bounded size. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"

static void
an_empty_one_is_an_empty_text(void **state)
{
    struct buf b = {0};
    char *text;

    (void)state;
    assert_string_equal(buf_text(&b), "");
    buf_clear(&b);
    text = buf_detach(&b);
    assert_string_equal(text, "");
    free(text);
    buf_release(&b);
}

static void
what_is_added_stands_there_and_ends_with_nul(void **state)
{
    struct buf b = {0};
    char want[2000] = "";
    size_t n = 0;

    (void)state;
    for (int i = 0; i < 100; i++) {
        buf_add(&b, "a\0b", 3);
        memcpy(want + n, "a\0b", 3);
        n += 3;
        buf_addc(&b, 'c');
        want[n++] = 'c';
        buf_adds(&b, "Вагон");
        memcpy(want + n, "Вагон", 10);
        n += 10;
        buf_adds(&b, "");
        buf_add(&b, NULL, 0);
        assert_int_equal(b.len, n);
        assert_int_equal(b.data[n], '\0');
        assert_true(b.len < b.cap);
    }
    assert_memory_equal(b.data, want, n);
    buf_release(&b);
}

static void
formatted_text_of_any_length_is_whole(void **state)
{
    (void)state;
    for (int width = 0; width < 300; width++) {
        struct buf b = {0};

        buf_adds(&b, "<");
        buf_addf(&b, "%*d|%s", width, 7, "x");
        assert_int_equal(b.len, 1 + (size_t)(width ? width : 1) + 2);
        assert_string_equal(buf_text(&b) + b.len - 3, "7|x");
        buf_addf(&b, "%s", "");
        assert_string_equal(buf_text(&b) + b.len - 3, "7|x");
        buf_release(&b);
    }
}

static void
cleared_and_detached_ones_begin_again(void **state)
{
    struct buf b = {0};
    char *text;

    (void)state;
    buf_adds(&b, "first");
    buf_clear(&b);
    assert_int_equal(b.len, 0);
    assert_string_equal(buf_text(&b), "");
    buf_adds(&b, "second");
    text = buf_detach(&b);
    assert_string_equal(text, "second");
    assert_int_equal(b.len, 0);
    assert_string_equal(buf_text(&b), "");
    buf_adds(&b, "third");
    assert_string_equal(buf_text(&b), "third");
    assert_string_equal(text, "second");
    free(text);
    buf_release(&b);
}

static void
json_escapes_each_control_character_and_nothing_else(void **state)
{
    (void)state;
    for (unsigned c = 1; c < 0x80; c++) {
        char s[2] = {(char)c, '\0'}, want[16];
        struct buf b = {0};

        if (c < 0x20)
            snprintf(want, sizeof want, "\"\\u%04x\"", c);
        else
            snprintf(want, sizeof want, c == '"' || c == '\\' ? "\"\\%c\"" : "\"%c\"", (int)c);
        buf_add_json(&b, s);
        assert_string_equal(buf_text(&b), want);
        buf_release(&b);
    }
}

static void
an_array_grows_and_keeps_its_members(void **state)
{
    int *list = NULL;
    size_t n = 0, cap = 0;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        ARRAY_GROW(list, n, cap);
        list[n++] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(list[i], i);
    free(list);
}

static void
sizes_that_overflow_give_no_memory(void **state)
{
    char *p = rc_alloc(2, 2);

    (void)state;
    assert_int_equal(p[3], 0);
    assert_null(rc_try_realloc(p, SIZE_MAX / 2, 3));
    p[3] = 'x'; /* still valid */
    free(p);
    assert_null(rc_strdup(NULL));
}

static void
long_arguments_of_errors_are_cut_between_characters(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 4; shift++) {
        struct rc_error err = {.line = 7};
        struct buf b = {0};

        buf_add(&b, "abc", shift);
        for (int i = 0; i < 200; i++)
            buf_adds(&b, "вагон\xe2\x82\xac");
        assert_false(rc_fail(&err, RC_E_OPEN, buf_text(&b), NULL));
        assert_false(rc_error_at(&err, buf_text(&b), 3, 4));
        assert_int_equal(err.line, 3);
        assert_true(utf8_valid(err.arg[0], strlen(err.arg[0]), NULL));
        assert_true(utf8_valid(err.file, strlen(err.file), NULL));
        assert_true(strlen(err.arg[0]) > sizeof err.arg[0] - 5);
        assert_string_equal(err.arg[1], "");
        buf_release(&b);
    }
    assert_false(rc_fail(NULL, RC_E_OPEN, "a", "b"));
    assert_false(rc_error_at(NULL, "a", 1, 1));
}

static void
an_error_replaces_the_one_before_and_may_quote_it(void **state)
{
    struct rc_error err = {0};

    (void)state;
    rc_fail(&err, RC_E_OPEN, "first", "second");
    rc_error_at(&err, "file", 1, 2);
    rc_fail(&err, RC_E_READ, err.arg[1], err.arg[0]);
    assert_int_equal(err.code, RC_E_READ);
    assert_string_equal(err.arg[0], "second");
    assert_string_equal(err.arg[1], "first");
    assert_string_equal(err.file, "");
    assert_int_equal(err.line, 0);
    errno = ENOSPC;
    rc_fail_errno(&err, RC_E_WRITE, "act.csv");
    assert_int_equal(err.code, RC_E_DISK_FULL);
    errno = EACCES;
    rc_fail_errno(&err, RC_E_WRITE, "act.csv");
    assert_int_equal(err.code, RC_E_WRITE);
    assert_string_equal(err.arg[1], strerror(EACCES));
}

/* %1 and %2 are all that a text may ask for; a text that asks for %2 asks for %1 too. */
static void
every_code_has_a_text_and_an_exit_status(void **state)
{
    (void)state;
    for (int code = RC_OK + 1; code < RC_CODES; code++) {
        const char *text = rc_code_text((enum rc_code)code);

        if (!text || !*text)
            fail_msg("code %d has no text", code);
        for (const char *p = strchr(text, '%'); p; p = strchr(p + 1, '%')) {
            if (p[1] != '1' && p[1] != '2')
                fail_msg("%s", text);
        }
        if (strstr(text, "%2") && !strstr(text, "%1"))
            fail_msg("%s", text);
        if (!utf8_valid(text, strlen(text), NULL))
            fail_msg("%s", text);
        assert_in_range(rc_code_exit((enum rc_code)code), RC_EXIT_DONE, RC_EXIT_SYSTEM);
    }
}

int
main(void)
{
    const struct CMUnitTest buf[] = {
        cmocka_unit_test(an_empty_one_is_an_empty_text),
        cmocka_unit_test(what_is_added_stands_there_and_ends_with_nul),
        cmocka_unit_test(formatted_text_of_any_length_is_whole),
        cmocka_unit_test(cleared_and_detached_ones_begin_again),
        cmocka_unit_test(json_escapes_each_control_character_and_nothing_else),
        cmocka_unit_test(an_array_grows_and_keeps_its_members),
        cmocka_unit_test(sizes_that_overflow_give_no_memory),
        cmocka_unit_test(long_arguments_of_errors_are_cut_between_characters),
        cmocka_unit_test(an_error_replaces_the_one_before_and_may_quote_it),
        cmocka_unit_test(every_code_has_a_text_and_an_exit_status),
    };

    return cmocka_run_group_tests(buf, NULL, NULL);
}
