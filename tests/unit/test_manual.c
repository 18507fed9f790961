/* SPDX-License-Identifier: ISC */
/* The pages of the manual: all are there, fit, and name only keys and commands that exist. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/manual.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "cli/command.h"
#include "i18n/i18n.h"
#include "tui/actions.h"

#define LINES_MAX 100
#define COLUMNS_MAX 76
#define PICTURE_COLUMNS_MAX 80

/* Commands are named in the quotes of the language. */
static const struct {
    const char *code, *open, *close;
} langs[] = {{"en", "\"", "\""}, {"ru", "«", "»"}};

static char *
page_of(int page, size_t lang)
{
    struct rc_error err = {0};
    char *text = manual_page(page, langs[lang].code, &err);

    if (!text)
        fail_msg("%s.%s: %s %s", manual_name(page), langs[lang].code, err.arg[0], err.arg[1]);
    return text;
}

/* The page without its pictures: its own words. */
static char *
words_of(int page, size_t lang)
{
    char *text = page_of(page, lang);
    struct buf out = {0};
    bool picture = false;

    for (const char *line = text; *line;) {
        size_t len = strcspn(line, "\n") + 1;
        bool edge = strncmp(line, MANUAL_EDGE, strlen(MANUAL_EDGE)) == 0;

        if (!picture && !edge)
            buf_add(&out, line, len);
        picture ^= edge;
        line += len;
    }
    free(text);
    return buf_detach(&out);
}

static void
each_page(void (*check)(const char *name, const char *text, size_t lang))
{
    for (int page = 0; page < MANUAL_PAGES; page++) {
        for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
            char *text = words_of(page, lang), name[32];

            snprintf(name, sizeof name, "%s.%s", manual_name(page), langs[lang].code);
            check(name, text, lang);
            free(text);
        }
    }
}

/* --- form --- */

static void
check_form(const char *name, const char *text, size_t lang)
{
    size_t lines = 0;
    bool cyrillic = false;

    for (const char *line = text; *line; lines++) {
        size_t len = strcspn(line, "\n");
        char *one = rc_memdup(line, len);
        size_t indent = strspn(one, " ");

        if (utf8_columns(one) > COLUMNS_MAX)
            fail_msg("%s:%zu: wider than %d columns", name, lines + 1, COLUMNS_MAX);
        if (len && one[len - 1] == ' ')
            fail_msg("%s:%zu: a blank at the end", name, lines + 1);
        if (indent != 0 && indent != 2 && indent != 6)
            fail_msg("%s:%zu: indented by %zu", name, lines + 1, indent);
        for (size_t i = 0; i < len; i++) {
            if (indent == 0 && ((one[i] >= 'a' && one[i] <= 'z') || one[i] == '\t'))
                fail_msg("%s:%zu: a heading is in capitals", name, lines + 1);
            cyrillic |= (unsigned char)one[i] == 0xd0;
        }
        free(one);
        if (line[len] != '\n')
            fail_msg("%s:%zu: the last line does not end", name, lines + 1);
        line += len + 1;
    }
    if (lines < 30 || (lines > LINES_MAX && strncmp(name, "screens", 7) != 0))
        fail_msg("%s has %zu lines", name, lines);
    assert_int_equal(cyrillic, strcmp(langs[lang].code, "ru") == 0);
}

static void
every_page_is_there_and_fits(void **state)
{
    (void)state;
    each_page(check_form);
}

static void
pictures_are_whole_and_fit(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        char *text = page_of(MANUAL_SCREENS, lang);
        size_t number = 1, edges = 0, rows = 0;

        for (const char *line = text; *line; number++) {
            size_t len = strcspn(line, "\n");
            char *one = rc_memdup(line, len);

            if (strncmp(one, MANUAL_EDGE, strlen(MANUAL_EDGE)) == 0) {
                if (edges++ % 2 && rows == 0)
                    fail_msg("screens.%s:%zu: an empty picture", langs[lang].code, number);
                rows = 0;
            } else
                rows++;
            if (utf8_columns(one) > PICTURE_COLUMNS_MAX)
                fail_msg("screens.%s:%zu: too wide", langs[lang].code, number);
            free(one);
            line += len + 1;
        }
        assert_true(edges > 0);
        assert_int_equal(edges % 2, 0);
        free(text);
    }
}

/* --- what is named --- */

/* The text with its lines put together, one blank between words. */
static char *
joined(const char *text)
{
    struct buf out = {0};

    for (; *text; text++) {
        char c = *text == '\n' ? ' ' : *text;

        if (c != ' ' || (out.len && buf_text(&out)[out.len - 1] != ' '))
            buf_addc(&out, c);
    }
    return buf_detach(&out);
}

static bool
is_key(const char *name)
{
    for (size_t i = 0; i < keymap_size; i++) {
        char label[16];

        if (strcmp(key_label(&keymap[i].key, label, sizeof label), name) == 0)
            return true;
    }
    return false;
}

/* Adds the keys of the page to out, "[i][Enter]…". */
static void
take_keys(const char *name, const char *text, struct buf *out)
{
    for (const char *at = text; (at = strchr(at, '[')) != NULL;) {
        size_t len = strcspn(++at, "] \n");
        char *key = rc_memdup(at, len);

        if (at[len] != ']' || !is_key(key))
            fail_msg("%s: [%s] is no key", name, key);
        buf_addf(out, "[%s]", key);
        free(key);
    }
}

static void
keys_are_those_of_the_program_in_both_languages(void **state)
{
    (void)state;
    for (int page = 0; page < MANUAL_PAGES; page++) {
        struct buf keys[ARRAY_LEN(langs)] = {0};

        for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
            char *text = words_of(page, lang);

            take_keys(manual_name(page), text, &keys[lang]);
            free(text);
        }
        assert_true(keys[0].len > 0);
        assert_string_equal(buf_text(&keys[0]), buf_text(&keys[1]));
        for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++)
            buf_release(&keys[lang]);
    }
}

/* Adds the commands of the page to out. */
static void
take_commands(const char *name, const char *text, struct buf *out)
{
    static const char program[] = "railcheck ";

    for (const char *at = text; (at = strstr(at, program)) != NULL;) {
        size_t len = strspn(at += sizeof program - 1, "abcdefghijklmnopqrstuvwxyz");
        char *word = rc_memdup(at, len);
        const struct command *command = command_named(word);

        if (!command)
            fail_msg("%s: railcheck %s is no command", name, word);
        buf_addf(out, "%s ", word);
        free(word);
        at += len;
    }
}

static void
commands_are_those_of_the_program_in_both_languages(void **state)
{
    (void)state;
    for (int page = 0; page < MANUAL_PAGES; page++) {
        struct buf named[ARRAY_LEN(langs)] = {0};

        for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
            char *text = words_of(page, lang), *line = joined(text);

            take_commands(manual_name(page), line, &named[lang]);
            free(line);
            free(text);
        }
        assert_true(named[0].len > 0);
        assert_string_equal(buf_text(&named[0]), buf_text(&named[1]));
        for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++)
            buf_release(&named[lang]);
    }
}

static bool
in_a_usage(const char *option)
{
    for (const struct command *c = commands; c->name; c++) {
        if (strstr(c->usage, option))
            return true;
    }
    return strstr(program_options, option) != NULL;
}

static void
check_options(const char *name, const char *text, size_t lang)
{
    (void)lang;
    for (const char *at = text; (at = strstr(at, "--")) != NULL;) {
        size_t len = 2 + strspn(at + 2, "abcdefghijklmnopqrstuvwxyz-");
        char *option = rc_memdup(at, len);

        if (len < 4 || !in_a_usage(option))
            fail_msg("%s: %s is no option", name, option);
        free(option);
        at += len;
    }
}

static void
options_are_those_of_the_commands(void **state)
{
    (void)state;
    each_page(check_options);
}

static void
check_names(const char *name, const char *text, size_t lang)
{
    const char *open = langs[lang].open, *close = langs[lang].close;
    char *line = joined(text);

    assert_true(i18n_select(langs[lang].code));
    for (const char *at = line, *end; (at = strstr(at, open)) != NULL; at = end + strlen(close)) {
        bool known = false;
        char *words;

        at += strlen(open);
        end = strstr(at, close);
        if (!end)
            fail_msg("%s: a quote is not closed", name);
        words = rc_memdup(at, (size_t)(end - at));
        for (int a = ACT_NONE + 1; a < ACT_COUNT; a++)
            known |= strcmp(tr(action_info((enum action)a)->words), words) == 0;
        if (!known)
            fail_msg("%s: no command has the name %s", name, words);
        free(words);
    }
    assert_true(i18n_select("en"));
    free(line);
}

static void
names_in_quotes_are_those_of_commands(void **state)
{
    (void)state;
    each_page(check_names);
}

static void
another_language_falls_back(void **state)
{
    char *want = page_of(ROLE_LEAD, 1), *got = manual_page(ROLE_LEAD, "kk ru", NULL);

    (void)state;
    assert_non_null(got);
    assert_string_equal(got, want);
    free(got);
    free(want);
    want = page_of(ROLE_LEAD, 0);
    got = manual_page(ROLE_LEAD, "xx", NULL);
    assert_non_null(got);
    assert_string_equal(got, want);
    free(got);
    free(want);
}

static void
a_missing_page_is_an_error(void **state)
{
    struct rc_error err = {0};
    char *package = rc_strdup(getenv("RAILCHECK_PKGDATA"));

    (void)state;
    setenv("RAILCHECK_PKGDATA", "/nonexistent", 1);
    assert_null(manual_page(ROLE_ADMIN, "ru", &err));
    assert_int_equal(err.code, RC_E_OPEN);
    assert_string_equal(err.arg[0], "/nonexistent/manual/admin.en.txt");
    setenv("RAILCHECK_PKGDATA", package, 1);
    free(package);
}

static void
the_first_role_of_an_officer(void **state)
{
    (void)state;
    assert_int_equal(manual_first(0), ROLE_OFFICER);
    assert_int_equal(manual_first(1U << ROLE_ADMIN | 1U << ROLE_LEAD), ROLE_LEAD);
    assert_int_equal(manual_first(1U << ROLE_ANALYST), ROLE_ANALYST);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_page_is_there_and_fits),
        cmocka_unit_test(pictures_are_whole_and_fit),
        cmocka_unit_test(keys_are_those_of_the_program_in_both_languages),
        cmocka_unit_test(commands_are_those_of_the_program_in_both_languages),
        cmocka_unit_test(options_are_those_of_the_commands),
        cmocka_unit_test(names_in_quotes_are_those_of_commands),
        cmocka_unit_test(another_language_falls_back),
        cmocka_unit_test(a_missing_page_is_an_error),
        cmocka_unit_test(the_first_role_of_an_officer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
