/* SPDX-License-Identifier: ISC */
/* The table of actions and the key map, as wholes. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/actions.h"
#include "tui/layout.h"

static void
no_two_actions_are_on_one_key_in_one_context(void **state)
{
    (void)state;
    for (size_t a = 0; a < keymap_size; a++) {
        for (size_t b = a + 1; b < keymap_size; b++) {
            if (keymap[a].key.code == keymap[b].key.code && keymap[a].key.ch == keymap[b].key.ch)
                assert_int_equal(keymap[a].contexts & keymap[b].contexts, 0);
        }
    }
}

static void
a_key_is_bound_only_where_its_action_works(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_size; i++) {
        const struct action_info *info = action_info(keymap[i].action);

        if ((keymap[i].contexts & ~info->contexts) != 0)
            fail_msg("row %zu of the key map: %s does not work in contexts %#x", i, info->name,
                     keymap[i].contexts & ~info->contexts);
    }
}

static void
letters_are_those_of_every_layout(void **state)
{
    (void)state;
    for (size_t i = 0; i < keymap_size; i++) {
        const struct key *key = &keymap[i].key;

        if (key->code != RK_CHAR)
            assert_true(key->code > RK_CHAR && key->code < RK_CODES && key->ch == 0);
        else if (key->ch != ' ' && key->ch != 0x0c)
            assert_non_null(strchr(LAYOUT_SAFE_LETTERS, (int)key->ch));
    }
}

static bool
has_key(unsigned context, enum action action)
{
    struct key key;

    return keymap_key(context, action, 0, &key);
}

static void
every_action_can_be_reached(void **state)
{
    (void)state;
    for (unsigned context = 1; context < IN_ALL; context <<= 1) {
        for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
            const struct action_info *info = action_info((enum action)i);

            if (!(info->contexts & context) || has_key(context, (enum action)i))
                continue;
            /* Without a key it is in the palette: not hidden, and the palette has a key. */
            if ((info->flags & ACTION_HIDDEN) || !has_key(context, ACT_PALETTE))
                fail_msg("%s cannot be reached in context %#x", info->name, context);
        }
    }
}

static void
names_are_unique_and_found(void **state)
{
    (void)state;
    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        const struct action_info *info = action_info((enum action)i);

        assert_true(info->name[0] != '\0' && info->words[0] != '\0');
        assert_int_equal(action_named(info->name), i);
    }
    assert_int_equal(action_named("nonsense"), ACT_NONE);
    assert_int_equal(action_named(""), ACT_NONE);
}

static void
every_text_is_translated_and_labels_fit_the_bar(void **state)
{
    (void)state;
    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        const struct action_info *info = action_info((enum action)i);
        const char *texts[] = {info->words, info->bar};

        if (utf8_columns(info->bar) > 6)
            fail_msg("%s: the label %s is wider than 6 columns", info->name, info->bar);
        assert_true(i18n_select("ru"));
        for (size_t k = 0; k < 2; k++) {
            /* A translation has at least one character that is not ASCII. */
            const char *text = texts[k][0] ? tr(texts[k]) : "я";
            size_t ascii = 0;

            while (text[ascii] && (unsigned char)text[ascii] < 0x80)
                ascii++;
            if (!text[ascii])
                fail_msg("%s: \"%s\" is not translated", info->name, texts[k]);
        }
        if (info->bar[0] && utf8_columns(tr(info->bar)) > 7)
            fail_msg("%s: the label %s is wider than 7 columns", info->name, tr(info->bar));
        assert_true(i18n_select("en"));
    }
}

static void
keys_have_names(void **state)
{
    static const struct {
        struct key key;
        const char *name;
    } rows[] = {
        {{.code = RK_F10}, "F10"},
        {{.code = RK_ENTER}, "Enter"},
        {{.code = RK_BACKTAB}, "Shift-Tab"},
        {{.code = RK_CHAR, .ch = ' '}, "Space"},
        {{.code = RK_CHAR, .ch = 'a'}, "a"},
        {{.code = RK_CHAR, .ch = 0x0c}, "Ctrl-L"},
        {{.code = RK_CHAR, .ch = 0x444}, "ф"},
        {{.code = RK_NONE}, ""},
    };
    char name[16];

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        assert_string_equal(key_label(&rows[i].key, name, sizeof name), rows[i].name);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_two_actions_are_on_one_key_in_one_context),
        cmocka_unit_test(a_key_is_bound_only_where_its_action_works),
        cmocka_unit_test(letters_are_those_of_every_layout),
        cmocka_unit_test(every_action_can_be_reached),
        cmocka_unit_test(names_are_unique_and_found),
        cmocka_unit_test(every_text_is_translated_and_labels_fit_the_bar),
        cmocka_unit_test(keys_have_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
