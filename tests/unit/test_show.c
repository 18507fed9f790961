/* SPDX-License-Identifier: ISC */
/* Untrusted text made visible: what exactly is shown, and where it is cut. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/show.h"
#include "base/utf8.h"

#define ACUTE "\xcc\x81"
#define ALL SIZE_MAX

static void
each_kind_of_text_is_shown_as_promised(void **state)
{
    static const struct {
        const char *text, *shown;
    } cases[] = {
        {"", ""},
        {"Вагон 63665160", "Вагон 63665160"},
        {"a\rb", "a<U+000D>b"},
        {"\x1b[2J", "<U+001B>[2J"},
        {"\x1b]52;c;aGk=\x07", "<U+001B>]52;c;aGk=<U+0007>"},
        {"\xc2\x9b"
         "2J",
         "<U+009B>2J"},
        {"\xe2\x80\xae"
         "fdp",
         "<U+202E>fdp"},
        {"a\xe2\x80\x8b"
         "b",
         "a<U+200B>b"},
        {"\xef\xbb\xbf"
         "x",
         "<U+FEFF>x"},
        {"\xf3\xa0\x81\x81", "<U+E0041>"},
        {"\xef\xb8\x8f", "<U+FE0F>"},
        {"\xff\xfe", "<FF><FE>"},
        {"\xc0\xaf", "<C0><AF>"},
        {"\xed\xa0\x80", "<ED><A0><80>"},
        {"\xd0", "<D0>"},
        {"e" ACUTE, "e" ACUTE},
        {"e" ACUTE ACUTE ACUTE ACUTE, "e" ACUTE ACUTE ACUTE ACUTE},
        {"e" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "x" ACUTE,
         "e" ACUTE ACUTE ACUTE ACUTE "<U+0301><U+0301>x" ACUTE},
        /* no character of the text under the mark: it would change what stands before */
        {ACUTE "a", "<U+0301>a"},
        {"\x7f" ACUTE, "<U+007F><U+0301>"},
        {"\xff" ACUTE, "<FF><U+0301>"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct buf out = {0};

        assert_int_equal(show(&out, cases[i].text, strlen(cases[i].text), ALL),
                         utf8_columns(cases[i].shown));
        assert_string_equal(buf_text(&out), cases[i].shown);
        buf_release(&out);
    }
}

static void
a_nul_byte_is_shown_and_no_text_adds_nothing(void **state)
{
    struct buf out = {0};

    (void)state;
    assert_int_equal(show(&out, "a\0b", 3, ALL), 10);
    assert_string_equal(buf_text(&out), "a<U+0000>b");
    show_all(&out, NULL);
    show_all(&out, "");
    assert_int_equal(show(&out, NULL, 0, 5), 0);
    assert_string_equal(buf_text(&out), "a<U+0000>b");
    show_all(&out, "\t");
    assert_string_equal(buf_text(&out), "a<U+0000>b<U+0009>");
    buf_release(&out);
}

static void
the_cut_keeps_characters_marks_and_escapes_whole(void **state)
{
    static const struct {
        const char *text;
        size_t columns;
        const char *shown;
    } cases[] = {
        {"abc", 0, ""},
        {ACUTE ACUTE, 0, ""},
        {"", 0, ""},
        {"abc", 1, "…"},
        {"abc", 2, "a…"},
        {"abc", 3, "abc"},
        {"你好", 1, "…"},
        {"你好", 2, "…"},
        {"你好", 3, "你…"},
        {"你好", 4, "你好"},
        {"a" ACUTE "bc", 2, "a" ACUTE "…"},
        {"ab" ACUTE "c", 2, "a…"},
        {"ab" ACUTE, 2, "ab" ACUTE},
        {"\xff", 4, "<FF>"},
        {"\xff", 3, "…"},
        {"ab\xff", 5, "ab…"},
        {"ab\rc", 11, "ab<U+000D>c"},
        {"ab\rc", 10, "ab…"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct buf out = {0};

        buf_adds(&out, ">");
        assert_int_equal(show(&out, cases[i].text, strlen(cases[i].text), cases[i].columns),
                         utf8_columns(cases[i].shown));
        assert_string_equal(buf_text(&out) + 1, cases[i].shown);
        buf_release(&out);
    }
}

static unsigned char
next_byte(uint64_t *seed)
{
    static const unsigned char often[] = {0x1b, 0xcc, 0x81, 0xe2, 0x80, 0xae, 0xd0, 0x96,
                                          0xf0, 0x9f, 0x98, 0xef, 0xbb, 0xbf, 'a',  ' '};
    unsigned char b;

    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    b = (unsigned char)(*seed >> 56);
    return *seed >> 48 & 1 ? often[b % sizeof often] : b;
}

/* What is shown once is shown the same again; any limit gives the start of the whole. */
static void
showing_is_stable_and_a_cut_is_a_start_of_the_whole(void **state)
{
    uint64_t seed = 2026;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct buf whole = {0}, again = {0};
        char bytes[40];
        size_t cells;

        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (char)next_byte(&seed);
        cells = show(&whole, bytes, sizeof bytes, ALL);
        assert_int_equal(show(&again, whole.data, whole.len, ALL), cells);
        assert_string_equal(buf_text(&whole), buf_text(&again));
        for (size_t columns = 1; columns <= cells + 1; columns += 3) {
            struct buf cut = {0};
            size_t used = show(&cut, bytes, sizeof bytes, columns);

            assert_true(used <= columns);
            if (columns >= cells) {
                assert_string_equal(buf_text(&cut), buf_text(&whole));
            } else {
                assert_true(cut.len >= 3 && cut.len - 3 < whole.len);
                assert_string_equal(cut.data + cut.len - 3, "…");
                assert_memory_equal(cut.data, whole.data, cut.len - 3);
            }
            buf_release(&cut);
        }
        buf_release(&whole);
        buf_release(&again);
    }
}

/* Nothing shown changes what stands before or behind it: its width is the same alone. */
static void
shown_text_does_not_join_its_neighbours(void **state)
{
    uint64_t seed = 5;

    (void)state;
    for (int i = 0; i < 3000; i++) {
        struct buf out = {0};
        char bytes[12];
        uint32_t c;

        for (size_t k = 0; k < sizeof bytes; k++)
            bytes[k] = (char)next_byte(&seed);
        show(&out, bytes, sizeof bytes, (size_t)(i % 20));
        if (out.len) {
            utf8_decode(out.data, out.len, &c);
            assert_true(utf8_width(c) > 0);
        }
        buf_release(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest shown[] = {
        cmocka_unit_test(each_kind_of_text_is_shown_as_promised),
        cmocka_unit_test(a_nul_byte_is_shown_and_no_text_adds_nothing),
        cmocka_unit_test(the_cut_keeps_characters_marks_and_escapes_whole),
        cmocka_unit_test(showing_is_stable_and_a_cut_is_a_start_of_the_whole),
        cmocka_unit_test(shown_text_does_not_join_its_neighbours),
    };

    return cmocka_run_group_tests(shown, NULL, NULL);
}
