/* SPDX-License-Identifier: ISC */
/* The scrolling cursor, the text field, and key sequences. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "tui/key_sequence.h"
#include "tui/ui.h"
#include "tui/widgets.h"
#include "tui/words.h"

static struct layouts layouts;

static int
read_layouts(void **state)
{
    char *path = ui_package_file("layouts.txt");
    bool ok = layouts_read(&layouts, path, NULL);

    (void)state;
    free(path);
    return ok ? 0 : -1;
}

static void
the_cursor_stays_in_the_list_and_in_sight(void **state)
{
    static const enum action moves[] = {ACT_DOWN,  ACT_PAGE_DOWN, ACT_LAST,
                                        ACT_DOWN,  ACT_PAGE_UP,   ACT_UP,
                                        ACT_FIRST, ACT_UP,        ACT_PAGE_DOWN};

    (void)state;
    for (size_t n = 0; n < 30; n++) {
        for (size_t page = 0; page < 12; page++) {
            struct scroll s = {.at = 25, .top = 20};
            size_t seen = page ? page : 1;

            scroll_fit(&s, n, page);
            for (size_t i = 0; i < sizeof moves / sizeof moves[0]; i++) {
                assert_true(scroll_act(&s, moves[i], page));
                assert_true(n == 0 ? s.at == 0 : s.at < n);
                assert_true(s.top <= s.at && s.at < s.top + seen);
                assert_true(n <= seen ? s.top == 0 : s.top + seen <= n);
            }
        }
    }
}

static void
movement_goes_where_it_says(void **state)
{
    struct scroll s = {0};

    (void)state;
    scroll_fit(&s, 20, 5);
    scroll_act(&s, ACT_PAGE_DOWN, 5);
    assert_int_equal(s.at, 5);
    scroll_act(&s, ACT_DOWN, 5);
    scroll_act(&s, ACT_DOWN, 5);
    scroll_act(&s, ACT_UP, 5);
    assert_int_equal(s.at, 6);
    scroll_act(&s, ACT_LAST, 5);
    assert_int_equal(s.at, 19);
    assert_int_equal(s.top, 15);
    scroll_act(&s, ACT_FIRST, 5);
    assert_int_equal(s.top, 0);
    assert_false(scroll_act(&s, ACT_OPEN, 5));
    assert_false(scroll_act(&s, ACT_LEFT, 5));
}

/* Types each character of text; < is Backspace, { } Left and Right, ^ Home, $ End, # Delete. */
static void
press(struct field *f, const char *text, const char *layout)
{
    static const struct {
        char sign;
        enum key_code code;
    } signs[] = {{'<', RK_BACKSPACE}, {'{', RK_LEFT}, {'}', RK_RIGHT},
                 {'^', RK_HOME},      {'$', RK_END},  {'#', RK_DELETE}};

    while (*text) {
        struct key key = {.code = RK_CHAR};

        text += utf8_decode(text, strlen(text), &key.ch);
        for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
            if (key.ch == (unsigned char)signs[i].sign)
                key = (struct key){.code = signs[i].code};
        }
        assert_true(field_takes(&key));
        assert_true(field_key(f, &key, &layouts, layout));
    }
}

static void
fields_take_what_is_typed(void **state)
{
    static const struct {
        enum field_kind kind;
        const char *layout, *keys, *want;
    } rows[] = {
        {FIELD_TEXT, "", "Вагон № 5", "Вагон № 5"},
        {FIELD_TEXT, "kz", "ә,қ.", "ә,қ."},
        {FIELD_TEXT, "", "abc{{<X", "Xbc"},
        {FIELD_TEXT, "", "abc^#$d", "bcd"},
        {FIELD_TEXT, "", "кот<<<<ё", "ё"},
        {FIELD_TEXT, "", "и\xcc\x86к{<", "к"},
        {FIELD_TEXT, "",
         "a\xe2\x80\xae\xe2\x80\x8b\xc2\x9b"
         "b",
         "ab"},
        {FIELD_NUMBER, "", "-12,5 см", "-12,5"},
        {FIELD_NUMBER, "kz", "\"әіңғ,.үұқ", "1234567890"},
        {FIELD_NUMBER, "kz", "ә,ю", "26."},
        {FIELD_NUMBER, "ru", "3ю5б", "3.5,"},
        {FIELD_NUMBER, "", "12x", "12"},
        {FIELD_SEAL, "", "Н8453704", "Н8453704"},
        {FIELD_SEAL, "", "h-12 b", "h-12 b"},
        {FIELD_SEAL, "kz", "Нү\",Ә", "Н816Ә"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct field f = {.kind = rows[i].kind};

        press(&f, rows[i].keys, rows[i].layout);
        assert_string_equal(buf_text(&f.text), rows[i].want);
        field_release(&f);
    }
}

static void
fields_have_a_limit_and_leave_other_keys(void **state)
{
    static const enum key_code others[] = {RK_ENTER, RK_ESC, RK_TAB, RK_UP, RK_F1, RK_PAGE_DOWN};
    struct field f = {.max = 3};

    (void)state;
    press(&f, "яблоко", "");
    assert_string_equal(buf_text(&f.text), "ябл");
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        struct key key = {.code = others[i]};

        assert_false(field_takes(&key));
        assert_false(field_key(&f, &key, &layouts, ""));
    }
    assert_false(field_takes(&(struct key){.code = RK_CHAR, .ch = 0x0c}));
    field_set(&f, NULL);
    press(&f, "<{#}^$", "");
    assert_string_equal(buf_text(&f.text), "");
    field_release(&f);
}

static void
the_part_at_the_cursor_is_drawn(void **state)
{
    struct field f = {.kind = FIELD_TEXT};
    struct surface s;

    (void)state;
    surface_init(&s, 1, 10);
    field_set(&f, "abcdefgh");
    field_draw(&f, &s, 0, 1, 6, true);
    assert_int_equal(s.cursor_col, 6);
    assert_string_equal(s.cells[5].text, "h");
    assert_string_equal(s.cells[1].text, "d");
    assert_string_equal(s.cells[6].text, " ");
    assert_int_equal(s.cells[6].style, STYLE_FIELD);
    assert_int_equal(s.cells[7].style, STYLE_NORMAL);
    press(&f, "^", "");
    surface_clear(&s);
    field_draw(&f, &s, 0, 1, 6, false);
    assert_int_equal(s.cursor_row, -1);
    assert_string_equal(s.cells[1].text, "a");
    surface_release(&s);
    field_release(&f);
}

static void
sequences_of_other_terminals_are_keys(void **state)
{
    static const struct {
        const char *bytes;
        struct key key;
    } rows[] = {
        {"[A", {.code = RK_UP}},
        {"OB", {.code = RK_DOWN}},
        {"[1;5C", {.code = RK_RIGHT}},
        {"[Z", {.code = RK_BACKTAB}},
        {"[15~", {.code = RK_F5}},
        {"[21~", {.code = RK_F10}},
        {"OP", {.code = RK_F1}},
        {"[[B", {.code = RK_F2}},
        {"[3~", {.code = RK_DELETE}},
        {"[200~", {.code = RK_NONE}},
        {"[99999999999~", {.code = RK_NONE}},
        {"Op", {.code = RK_CHAR, .ch = '0'}},
        {"Oy", {.code = RK_CHAR, .ch = '9'}},
        {"On", {.code = RK_CHAR, .ch = '.'}},
        {"OM", {.code = RK_ENTER}},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct key_sequence s = {.n = 0};
        struct key key = {.code = RK_NONE};
        const char *at = rows[i].bytes;

        while (key_sequence_add(&s, (unsigned char)*at))
            at++;
        assert_string_equal(at + 1, "");
        assert_int_equal(key_sequence_key(&s, &key), rows[i].key.code != RK_NONE);
        assert_int_equal(key.code, rows[i].key.code);
        assert_int_equal(key.ch, rows[i].key.ch);
    }
}

static void
an_endless_sequence_ends(void **state)
{
    struct key_sequence s = {.n = 0};
    struct key key;
    unsigned n = 0;

    (void)state;
    key_sequence_add(&s, '[');
    while (key_sequence_add(&s, '1'))
        n++;
    assert_true(n < KEY_SEQUENCE_MAX);
    assert_false(key_sequence_key(&s, &key));
}

static void
words_are_found_whatever_the_case(void **state)
{
    (void)state;
    assert_true(words_hold("Закрыть вагон", "ВАГОН"));
    assert_true(words_hold("Котёл: вмятины", "котел"));
    assert_true(words_hold("anything", ""));
    assert_false(words_hold("", "a"));
    assert_false(words_hold("вагон", "вагоны"));
    assert_string_equal(words_train_state("no such"), "no such");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cursor_stays_in_the_list_and_in_sight),
        cmocka_unit_test(movement_goes_where_it_says),
        cmocka_unit_test(fields_take_what_is_typed),
        cmocka_unit_test(fields_have_a_limit_and_leave_other_keys),
        cmocka_unit_test(the_part_at_the_cursor_is_drawn),
        cmocka_unit_test(sequences_of_other_terminals_are_keys),
        cmocka_unit_test(an_endless_sequence_ends),
        cmocka_unit_test(words_are_found_whatever_the_case),
    };

    return cmocka_run_group_tests(tests, read_layouts, NULL);
}
