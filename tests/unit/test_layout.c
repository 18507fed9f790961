/* SPDX-License-Identifier: ISC */
/* Keyboard layouts: whatever is switched on, the key decides. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "tui/actions.h"
#include "tui/layout.h"
#include "tui/ui.h"

/* What the keys of LAYOUT_SAFE_LETTERS really send (xkb-data 2.35.1). */
static const struct {
    const char *name, *lower, *upper;
} sent[] = {
    {"us", "ertyuipadfghjklzbn", "ERTYUIPADFGHJKLZBN"},
    {"ru", "укенгшзфвапролдяит", "УКЕНГШЗФВАПРОЛДЯИТ"},
    {"kz", "укенгшзфвапролдяит", "УКЕНГШЗФВАПРОЛДЯИТ"},
    {"kg", "укенгшзфвапролдяит", "УКЕНГШЗФВАПРОЛДЯИТ"},
    {"tj", "укенгшзфвапролдяит", "УКЕНГШЗФВАПРОЛДЯИТ"},
    {"uz", "укенгшзфвапролдяит", "УКЕНГШЗФВАПРОЛДЯИТ"},
    {"tm", "ertyuipadfghjklzbn", "ERTYUIPADFGHJKLZBN"},
};

static struct layouts layouts;

static int
read_layouts(void **state)
{
    char *path = ui_package_file("layouts.txt");
    struct rc_error err = {0};
    bool ok = layouts_read(&layouts, path, &err);

    (void)state;
    free(path);
    return ok ? 0 : -1;
}

static uint32_t
character(const char *s, size_t n)
{
    uint32_t c = 0;

    do
        s += utf8_decode(s, strlen(s), &c);
    while (n-- > 0);
    return c;
}

static void
the_file_has_the_seven_layouts(void **state)
{
    (void)state;
    assert_int_equal(layouts.n, ARRAY_LEN(sent));
    for (size_t i = 0; i < layouts.n; i++)
        assert_string_equal(layouts.list[i].name, sent[i].name);
}

static void
every_command_letter_is_found_in_every_layout(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sent); i++) {
        for (size_t k = 0; LAYOUT_SAFE_LETTERS[k]; k++) {
            uint32_t want = (unsigned char)LAYOUT_SAFE_LETTERS[k];
            uint32_t lower = character(sent[i].lower, k), upper = character(sent[i].upper, k);

            assert_int_equal(layout_letter(&layouts, sent[i].name, lower), want);
            assert_int_equal(layout_letter(&layouts, sent[i].name, upper), want);
            assert_int_equal(layout_letter(&layouts, "", lower), want);
            assert_int_equal(layout_letter(&layouts, NULL, upper), want);
        }
    }
}

/* A character as layout i sends it gives the action, whether the layout is chosen or not. */
static void
expect_action(unsigned context, size_t i, uint32_t ch, enum action want)
{
    const char *const chosen[] = {"", sent[i].name};

    for (size_t k = 0; k < ARRAY_LEN(chosen); k++) {
        struct key key = {.code = RK_CHAR, .ch = ch};
        enum action got = keymap_action(context, &key, &layouts, chosen[k]);

        if (got != want)
            fail_msg("U+%04X of the layout %s in context %#x: %s, not %s", (unsigned)ch,
                     sent[i].name, context, action_info(got)->name, action_info(want)->name);
    }
}

static void
every_letter_of_every_action_works_in_every_context_and_layout(void **state)
{
    size_t letters = 0;

    (void)state;
    for (int action = ACT_NONE + 1; action < ACT_COUNT; action++) {
        for (unsigned context = 1; context < IN_ALL; context <<= 1) {
            struct key key;

            for (size_t n = 0; keymap_key(context, (enum action)action, n, &key); n++) {
                const char *at;

                if (key.code != RK_CHAR || key.ch <= ' ')
                    continue;
                at = strchr(LAYOUT_SAFE_LETTERS, (int)key.ch);
                assert_non_null(at);
                letters++;
                for (size_t i = 0; i < ARRAY_LEN(sent); i++) {
                    size_t place = (size_t)(at - LAYOUT_SAFE_LETTERS);

                    /* Plain, and with Shift or Caps Lock. */
                    expect_action(context, i, character(sent[i].lower, place), (enum action)action);
                    expect_action(context, i, character(sent[i].upper, place), (enum action)action);
                }
            }
        }
    }
    /* No row of the key map was passed over. */
    for (size_t i = 0; i < keymap_size; i++) {
        for (unsigned context = 1; context < IN_ALL; context <<= 1)
            letters -= keymap[i].key.code == RK_CHAR && keymap[i].key.ch > ' ' &&
                       (keymap[i].contexts & context);
    }
    assert_int_equal(letters, 0);
}

static void
latin_letters_work_whatever_layout_was_chosen(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sent); i++)
        assert_int_equal(layout_letter(&layouts, sent[i].name, 'g'), 'g');
    assert_int_equal(layout_letter(&(struct layouts){.n = 0}, "", 'G'), 'g');
}

static void
characters_on_different_keys_need_the_chosen_layout(void **state)
{
    static const struct {
        const char *layout;
        uint32_t ch, letter;
    } rows[] = {
        {"", 0x49b, 0},   {"tj", 0x49b, 'w'}, {"uz", 0x49b, 's'}, {"kz", 0x49b, 0}, /* қ */
        {"", 0x4b3, 0},   {"tj", 0x4b3, 'o'}, {"ru", 0x451, 0},                     /* ҳ, ё */
        {"ru", 0x436, 0}, {"", 0x15f, 0},     {"tm", 0xe4, 'q'},                    /* ж ş ä */
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(layout_letter(&layouts, rows[i].layout, rows[i].ch), rows[i].letter);
}

static void
the_kazakh_row_gives_digits(void **state)
{
    static const char row[] = "\"әіңғ,.үұқ";

    (void)state;
    for (size_t i = 0; i < 10; i++) {
        uint32_t digit = (uint32_t) "1234567890"[i], ch = character(row, i);

        assert_int_equal(layout_digit(&layouts, "kz", ch), digit);
        assert_int_equal(layout_digit(&layouts, "", digit), digit);
        /* Without the layout only where no other key may be meant. */
        assert_int_equal(layout_digit(&layouts, "", ch), strchr("12389", (int)digit) ? digit : 0);
    }
    assert_int_equal(layout_digit(&layouts, "ru", '.'), 0);
    assert_int_equal(layout_digit(&layouts, "", 0x430), 0);
}

static void
no_character_is_taken_for_a_named_key(void **state)
{
    (void)state;
    /* The numbers of ş ň ž ğ ı are those of keys in curses. */
    for (uint32_t ch = 256; ch < 512; ch++) {
        struct key key = {.code = RK_CHAR, .ch = ch};

        for (unsigned context = 1; context < IN_ALL; context <<= 1)
            assert_int_equal(keymap_action(context, &key, &layouts, ""), ACT_NONE);
    }
}

static bool
read_text(const char *text, struct rc_error *err)
{
    char path[] = "/tmp/railcheck-layout-XXXXXX";
    struct layouts got;
    int fd = mkstemp(path);
    bool ok;

    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    ok = layouts_read(&got, path, err);
    unlink(path);
    return ok;
}

static void
a_broken_file_is_refused_with_its_line(void **state)
{
    static const char us[] = "us `1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./\n";
    struct rc_error err = {0};
    char twice[sizeof us * 2];

    (void)state;
    assert_true(read_text(us, &err));
    assert_false(read_text("# empty\n", &err));
    assert_int_equal(err.code, RC_E_LAYOUT_NO_US);
    assert_false(read_text("#\nus abc\n", &err));
    assert_int_equal(err.code, RC_E_LAYOUT_LINE);
    assert_int_equal(err.line, 2);
    snprintf(twice, sizeof twice, "%s%s", us, us);
    assert_false(read_text(twice, &err));
    assert_int_equal(err.line, 2);
    assert_false(read_text("us \377\n", &err));
    assert_false(read_text("verylongname `1234567890-=qwertyuiop[]asdfghjkl;'zxcvbnm,./\n", &err));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_file_has_the_seven_layouts),
        cmocka_unit_test(every_command_letter_is_found_in_every_layout),
        cmocka_unit_test(every_letter_of_every_action_works_in_every_context_and_layout),
        cmocka_unit_test(latin_letters_work_whatever_layout_was_chosen),
        cmocka_unit_test(characters_on_different_keys_need_the_chosen_layout),
        cmocka_unit_test(the_kazakh_row_gives_digits),
        cmocka_unit_test(no_character_is_taken_for_a_named_key),
        cmocka_unit_test(a_broken_file_is_refused_with_its_line),
    };

    return cmocka_run_group_tests(tests, read_layouts, NULL);
}
