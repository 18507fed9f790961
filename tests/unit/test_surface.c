/* SPDX-License-Identifier: ISC */
/* The surface: nothing that is put on it leaves its cells, whatever the text. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tui/page.h"
#include "tui/surface.h"
#include "tui/wrap.h"

static void
assert_picture(struct surface *s, const char *want)
{
    struct buf dump = {0};

    surface_dump(s, &dump);
    assert_string_equal(buf_text(&dump), want);
    buf_release(&dump);
    surface_release(s);
}

static void
text_is_put_and_cut_with_an_ellipsis(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 4, 10);
    assert_int_equal(surface_put(&s, 0, 2, 20, STYLE_NORMAL, "пломба"), 6);
    assert_int_equal(surface_put(&s, 1, 4, 20, STYLE_TITLE, "пломбы, акт"), 6);
    surface_put_right(&s, 2, 0, 10, STYLE_NORMAL, "42");
    assert_int_equal(surface_putf(&s, 3, 0, 3, STYLE_OK, "%d/%d", 12, 24), 3);
    assert_picture(&s, "|  пломба\n|    пломб…\n:....TTTTTT\n|        42\n|12…\n:ooo\n");
}

static void
ascii_surfaces_have_ascii_signs(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 3, 8);
    s.ascii = true;
    surface_box(&s, 0, 0, 3, 8, NULL);
    surface_put(&s, 1, 1, 4, STYLE_NORMAL, "abcdef");
    assert_picture(&s, "|+------+\n||abc~  |\n|+------+\n");
}

static void
nothing_outside_is_touched(void **state)
{
    static const int places[][3] = {{-1, 0, 5}, {2, 0, 5},  {0, -1, 5},   {0, 4, 5},
                                    {0, 0, 0},  {0, 0, -7}, {99, 99, 99}, {-99, -99, 999}};
    struct surface s;

    (void)state;
    surface_init(&s, 2, 4);
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        int row = places[i][0], col = places[i][1], width = places[i][2];

        assert_int_equal(surface_put(&s, row, col, width, STYLE_OK, "x"), 0);
        surface_put_right(&s, row, col, width, STYLE_OK, "x");
        surface_fill(&s, row, col, width, STYLE_OK, 'x');
        surface_style(&s, row, col, width, STYLE_OK);
        assert_int_equal(surface_wrap(&s, row, col, width, 3, STYLE_OK, "x y z"), 0);
    }
    assert_int_equal(surface_put(&s, 0, 0, 4, STYLE_OK, NULL), 0);
    surface_box(&s, 0, 0, 1, 1, "title");
    surface_clear(&s);
    assert_picture(&s, "|\n|\n");
}

static void
hostile_text_is_made_visible(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 3, 24);
    surface_put(&s, 0, 0, 24, STYLE_NORMAL, "a\033[2Jb");
    surface_put(&s, 1, 0, 24, STYLE_NORMAL,
                "1\xe2\x80\xae"
                "2");
    surface_put(&s, 2, 0, 24, STYLE_NORMAL, "x\xffy\r\nz");
    assert_picture(&s, "|a<U+001B>[2Jb\n|1<U+202E>2\n|x<FF>y<U+000D><U+000A>z\n");
}

static void
half_a_wide_character_never_stays(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 4, 6);
    surface_put(&s, 0, 0, 6, STYLE_NORMAL, "漢字漢");
    surface_put(&s, 0, 1, 1, STYLE_NORMAL, "x");
    surface_put(&s, 1, 0, 6, STYLE_NORMAL, "漢字漢");
    surface_put(&s, 1, 2, 1, STYLE_NORMAL, "x");
    surface_put(&s, 2, 0, 6, STYLE_NORMAL, "漢字漢");
    surface_fill(&s, 2, 1, 2, STYLE_NORMAL, '-');
    assert_int_equal(surface_put(&s, 3, 5, 9, STYLE_NORMAL, "漢"), 1);
    assert_picture(&s, "| x字漢\n|漢x 漢\n| -- 漢\n|     …\n");
}

static void
marks_stay_on_their_character(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 1, 4);
    assert_int_equal(surface_put(&s, 0, 0, 4, STYLE_NORMAL, "и\xcc\x86к"), 2);
    assert_string_equal(s.cells[0].text, "и\xcc\x86");
    assert_string_equal(s.cells[1].text, "к");
    surface_release(&s);
}

static void
text_breaks_at_blanks(void **state)
{
    static const struct {
        const char *text;
        int rows, used;
        const char *want;
    } rows[] = {
        {"", 3, 0, "|\n|\n|\n"},
        {"one two three", 3, 2, "|one two\n|three\n|\n"},
        {"one\ntwo\n\n", 3, 3, "|one\n|two\n|\n"},
        {"abcdefghijkl m", 3, 2, "|abcdefgh\n|ijkl m\n|\n"},
        {"aaa bbb ccc ddd eee fff ggg", 2, 2, "|aaa bbb\n|ccc ddd…\n|\n"},
        {"aaa\nb\ncc", 2, 2, "|aaa\n|b cc\n|\n"},
        {"a       b", 3, 2, "|a\n|b\n|\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct surface s;

        surface_init(&s, 3, 8);
        assert_int_equal(surface_wrap(&s, 0, 0, 8, rows[i].rows, STYLE_NORMAL, rows[i].text),
                         rows[i].used);
        assert_picture(&s, rows[i].want);
    }
}

static void
a_line_is_never_empty_handed(void **state)
{
    size_t next;

    (void)state;
    /* A character wider than the line must not stop the wrapping. */
    assert_true(wrap_line("漢字", 1, &next) > 0);
    assert_int_equal(next, 3);
    assert_int_equal(wrap_line("abc", 0, &next), 1);
    assert_int_equal(wrap_line(" abc", 2, &next), 0);
    assert_int_equal(next, 1);
}

static void
pages_show_their_part(void **state)
{
    struct page page = {0};
    struct surface s;
    size_t top = 0;

    (void)state;
    page_add(&page, 8, 0, STYLE_ZONE, "HEAD");
    page_add(&page, 8, 2, STYLE_NORMAL, "one two three four");
    page_blank(&page);
    page_add(&page, 8, 0, STYLE_NORMAL, "end");
    assert_int_equal(page.n, 7);
    surface_init(&s, 3, 12);
    assert_true(page_act(&page, &top, ACT_DOWN, 3));
    page_draw(&page, &s, 0, 3, top);
    assert_picture(&s, "|   one\n|   two\n|   three\n");
    assert_true(page_act(&page, &top, ACT_LAST, 3));
    assert_int_equal(top, 4);
    assert_false(page_act(&page, &top, ACT_OPEN, 3));
    surface_init(&s, 2, 12);
    page_draw(&page, &s, 0, 2, 99);
    assert_picture(&s, "|\n| end\n");
    page_release(&page);
}

static void
the_dump_tells_the_cursor_and_the_title(void **state)
{
    struct surface s;

    (void)state;
    surface_init(&s, 3, 14);
    surface_box(&s, 0, 0, 3, 14, "Меню");
    s.cursor_row = 1;
    s.cursor_col = 2;
    assert_picture(&s, "|┌─ Меню ─────┐\n:...ZZZZ\n|│            │\n|└────────────┘\ncursor 1 2\n");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_put_and_cut_with_an_ellipsis),
        cmocka_unit_test(ascii_surfaces_have_ascii_signs),
        cmocka_unit_test(nothing_outside_is_touched),
        cmocka_unit_test(hostile_text_is_made_visible),
        cmocka_unit_test(half_a_wide_character_never_stays),
        cmocka_unit_test(marks_stay_on_their_character),
        cmocka_unit_test(text_breaks_at_blanks),
        cmocka_unit_test(a_line_is_never_empty_handed),
        cmocka_unit_test(pages_show_their_part),
        cmocka_unit_test(the_dump_tells_the_cursor_and_the_title),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
