/* SPDX-License-Identifier: ISC */
/* The language in use, and looking up a text in its table. */
#include "config.h"

#include "i18n/i18n.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "i18n/catalogue.h"

struct language {
    const char *code;
    const struct i18n_entry *entries; /* NULL: the texts of the sources */
    const size_t *n;
    size_t (*form)(unsigned long long n); /* index of the plural form for n things */
};

static size_t
form_english(unsigned long long n)
{
    return n == 1 ? 0 : 1;
}

static size_t
form_russian(unsigned long long n)
{
    unsigned long long tens = n % 100;
    unsigned long long ones = n % 10;

    if (ones == 1 && tens != 11)
        return 0;
    if (ones >= 2 && ones <= 4 && (tens < 12 || tens > 14))
        return 1;
    return 2;
}

static const struct language languages[] = {
    {"en", NULL, NULL, form_english},
    {"ru", i18n_ru, &i18n_ru_n, form_russian},
};

/* The one choice that holds for the whole program; _() could not be written otherwise. */
static const struct language *language = &languages[0];

static const struct language *
find_language(const char *code)
{
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++) {
        if (strcmp(languages[i].code, code) == 0)
            return &languages[i];
    }
    return NULL;
}

/* What the environment asks for: the language part of "ru_RU.UTF-8". */
static const struct language *
environment_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const char *value = NULL;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        value = getenv(names[i]);
        if (value && *value)
            break;
    }
    for (size_t i = 0; value && i < sizeof languages / sizeof languages[0]; i++) {
        size_t len = strlen(languages[i].code);

        if (strncmp(value, languages[i].code, len) == 0 && strchr("_.@", value[len]))
            return &languages[i];
    }
    return &languages[0];
}

bool
i18n_select(const char *code)
{
    const struct language *found = code && *code ? find_language(code) : environment_language();

    if (!found)
        return false;
    language = found;
    return true;
}

const char *
i18n_code(void)
{
    return language->code;
}

static const struct i18n_entry *
find_entry(const char *id)
{
    size_t low = 0;
    size_t high = language->entries ? *language->n : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(id, language->entries[middle].id);

        if (order == 0)
            return &language->entries[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

const char *
tr(const char *text)
{
    const struct i18n_entry *entry = find_entry(text);

    return entry ? entry->text[0] : text;
}

const char *
tr_n(const char *singular, const char *plural, unsigned long long n)
{
    const struct i18n_entry *entry = find_entry(singular);

    if (entry && entry->text[1])
        return entry->text[language->form(n)];
    return form_english(n) == 0 ? singular : plural;
}
