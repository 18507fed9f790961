/* SPDX-License-Identifier: ISC */
/* Translations: the choice of a language, plural forms, error texts. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/error.h"
#include "i18n/catalogue.h"
#include "i18n/i18n.h"
#include "i18n/message.h"

static const struct i18n_language *
russian(void)
{
    assert_string_equal(i18n_languages[0]->code, "ru");
    return i18n_languages[0];
}

static void
set_environment(const char *lc_all, const char *lc_messages, const char *lang)
{
    const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *const values[] = {lc_all, lc_messages, lang};

    for (size_t i = 0; i < 3; i++) {
        if (values[i])
            setenv(names[i], values[i], 1);
        else
            unsetenv(names[i]);
    }
}

static void
the_environment_chooses_when_nobody_else_does(void **state)
{
    static const struct {
        const char *lc_all, *lc_messages, *lang, *code;
    } rows[] = {
        {NULL, NULL, NULL, "en"},          {NULL, NULL, "ru_RU.UTF-8", "ru"},
        {NULL, NULL, "ru", "ru"},          {NULL, NULL, "ru@x", "ru"},
        {NULL, NULL, "run", "en"},         {NULL, NULL, "r", "en"},
        {NULL, NULL, "kk_KZ.UTF-8", "ru"}, {NULL, "ru_RU.UTF-8", "C", "ru"},
        {NULL, "C", "ru_RU.UTF-8", "en"},  {"C.UTF-8", "ru_RU.UTF-8", "ru_RU.UTF-8", "en"},
        {"ru_KZ", "C", "C", "ru"},         {"", "", "ru_RU.UTF-8", "ru"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        set_environment(rows[i].lc_all, rows[i].lc_messages, rows[i].lang);
        assert_true(i18n_select(i % 2 ? NULL : ""));
        assert_string_equal(i18n_code(), rows[i].code);
    }
}

static void
a_code_that_is_no_language_changes_nothing(void **state)
{
    (void)state;
    assert_true(i18n_select("ru"));
    assert_false(i18n_select("xx"));
    assert_false(i18n_select("RU"));
    assert_string_equal(i18n_code(), "ru");
    assert_true(i18n_select("en"));
    assert_string_equal(i18n_code(), "en");
}

static void
every_translation_is_found(void **state)
{
    (void)state;
    assert_true(russian()->n > 50);
    i18n_select("ru");
    for (size_t i = 0; i < russian()->n; i++) {
        if (i > 0)
            assert_true(strcmp(russian()->entries[i - 1].id, russian()->entries[i].id) < 0);
        assert_ptr_equal(tr(russian()->entries[i].id), russian()->entries[i].text[0]);
    }
    i18n_select("en");
    for (size_t i = 0; i < russian()->n; i++)
        assert_ptr_equal(tr(russian()->entries[i].id), russian()->entries[i].id);
}

/* Its own text where a draft has one, else that of the language that stands in (test_fallback.c has
 * a draft that surely lacks some). */
static void
a_draft_gives_its_own_text(void **state)
{
    size_t own = 0;

    (void)state;
    for (size_t i = 1; i18n_at(i); i++) {
        const struct i18n_language *draft = i18n_languages[i - 1];

        assert_string_equal(draft->code, i18n_at(i));
        if (!draft->draft)
            continue;
        assert_true(i18n_select(draft->code));
        assert_non_null(strstr(i18n_codes(), " ru"));
        for (size_t k = 0; k < draft->n; k++, own++)
            assert_ptr_equal(tr(draft->entries[k].id), draft->entries[k].text[0]);
    }
    assert_true(own > 1000);
}

static void
a_text_without_translation_stays(void **state)
{
    const char *text = "\x01 nobody translates this";
    (void)state;

    i18n_select("ru");
    assert_ptr_equal(tr(text), text);
    assert_string_equal(tr(""), "");
    assert_string_equal(tr("\xff"), "\xff");
}

static void
plural_forms_follow_the_language(void **state)
{
    /* Which of the forms one, few, many Russian takes for n. */
    static const struct {
        unsigned long long n;
        size_t russian, english;
    } rows[] = {
        {0, 2, 1},   {1, 0, 0},   {2, 1, 1},       {4, 1, 1},   {5, 2, 1},   {10, 2, 1},
        {11, 2, 1},  {12, 2, 1},  {14, 2, 1},      {15, 2, 1},  {20, 2, 1},  {21, 0, 1},
        {22, 1, 1},  {25, 2, 1},  {71, 0, 1},      {100, 2, 1}, {101, 0, 1}, {111, 2, 1},
        {112, 2, 1}, {122, 1, 1}, {1000001, 0, 1},
    };
    const struct i18n_entry *entry = NULL;
    (void)state;

    for (size_t i = 0; i < russian()->n && !entry; i++) {
        if (russian()->entries[i].text[1])
            entry = &russian()->entries[i];
    }
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const char *const english[] = {"\x01 one", "\x01 many"};

        i18n_select("en");
        assert_ptr_equal(tr_n(english[0], english[1], rows[i].n), english[rows[i].english]);
        i18n_select("ru");
        assert_ptr_equal(tr_n(english[0], english[1], rows[i].n), english[rows[i].english]);
        if (entry)
            assert_ptr_equal(tr_n(entry->id, "x", rows[i].n), entry->text[rows[i].russian]);
    }
}

static void
error_texts_have_their_arguments_in_place(void **state)
{
    static const struct {
        const char *language, *file;
        unsigned line, column;
        enum rc_code code;
        const char *a, *b, *line_text;
    } rows[] = {
        {"en", "", 0, 0, RC_E_OPEN, "x.csv", "No such file or directory",
         "cannot open x.csv: No such file or directory"},
        {"ru", "", 0, 0, RC_E_OPEN, "x.csv", "No such file or directory",
         "не удалось открыть x.csv: нет такого файла или папки"},
        {"en", "t.csv", 3, 12, RC_E_UTF8, "FF", NULL,
         "t.csv:3:12: byte FF is not valid UTF-8 (save the file as UTF-8)"},
        {"en", "t.csv", 3, 0, RC_E_NOT_A_FILE, "y", NULL, "t.csv:3: y is not a regular file"},
        {"en", "t.csv", 0, 7, RC_E_NOT_A_FILE, "y", NULL, "t.csv: y is not a regular file"},
        {"en", "", 5, 7, RC_E_NOT_A_FILE, "y", NULL, "y is not a regular file"},
        {"en", "", 0, 0, RC_E_MEMORY, NULL, NULL, "out of memory"},
        {"en", "", 0, 0, RC_OK, NULL, NULL, ""},
        /* Arguments are not searched for arguments, and cannot command the terminal. */
        {"en", "", 0, 0, RC_E_SYSTEM, "%2", "%1%", "%2: %1%"},
        {"en", "a\x1b[2J", 1, 0, RC_E_SYSTEM, "b\x07", "c\xff", "a<U+001B>[2J:1: b<U+0007>: c<FF>"},
    };
    (void)state;

    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct rc_error err = {0};
        struct buf out = {0};

        i18n_select(rows[i].language);
        rc_fail(&err, rows[i].code, rows[i].a, rows[i].b);
        rc_error_at(&err, rows[i].file, rows[i].line, rows[i].column);
        message_line(&out, &err);
        assert_string_equal(buf_text(&out), rows[i].line_text);
        buf_release(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_environment_chooses_when_nobody_else_does),
        cmocka_unit_test(a_code_that_is_no_language_changes_nothing),
        cmocka_unit_test(every_translation_is_found),
        cmocka_unit_test(a_draft_gives_its_own_text),
        cmocka_unit_test(a_text_without_translation_stays),
        cmocka_unit_test(plural_forms_follow_the_language),
        cmocka_unit_test(error_texts_have_their_arguments_in_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
