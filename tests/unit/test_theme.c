/* SPDX-License-Identifier: ISC */
/* Themes: every state can be read without a colour, and no letters are lost on their ground. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "tui/theme.h"

static void
names_are_read_as_they_are_written(void **state)
{
    enum theme read;

    (void)state;
    for (int t = 0; t < THEMES_COUNT; t++) {
        assert_true(theme_named(theme_name((enum theme)t), &read));
        assert_int_equal(read, t);
        assert_non_null(strstr(THEME_NAMES, theme_name((enum theme)t)));
    }
    assert_false(theme_named("", &read));
    assert_false(theme_named("Dark", &read));
}

static void
what_matters_stands_out_without_colours(void **state)
{
    static const enum style grave[] = {STYLE_TITLE, STYLE_CURSOR, STYLE_FINDING, STYLE_GATE,
                                       STYLE_FIELD, STYLE_ERROR,  STYLE_HERE,    STYLE_STOP};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(grave); i++)
        assert_int_not_equal(theme_look(THEME_MONO, grave[i]).attributes,
                             theme_look(THEME_MONO, STYLE_NORMAL).attributes);
    for (int s = 0; s < STYLE_COUNT; s++) {
        assert_int_equal(theme_look(THEME_MONO, (enum style)s).text, PLAIN);
        assert_int_equal(theme_look(THEME_MONO, (enum style)s).ground, PLAIN);
    }
}

static void
letters_are_seen_on_every_ground(void **state)
{
    (void)state;
    for (int t = 0; t < THEMES_COUNT; t++) {
        for (int s = 0; s < STYLE_COUNT; s++) {
            struct look look = theme_look((enum theme)t, (enum style)s);

            if (look.text == look.ground && look.text != PLAIN)
                fail_msg("%s, style %d", theme_name((enum theme)t), s);
            /* Own letters on the terminal's ground may be the same: never black or white. */
            if (look.ground == PLAIN && (look.text == BLACK || look.text == WHITE))
                fail_msg("%s, style %d", theme_name((enum theme)t), s);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest theme[] = {
        cmocka_unit_test(names_are_read_as_they_are_written),
        cmocka_unit_test(what_matters_stands_out_without_colours),
        cmocka_unit_test(letters_are_seen_on_every_ground),
    };

    return cmocka_run_group_tests(theme, NULL, NULL);
}
