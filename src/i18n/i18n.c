/* SPDX-License-Identifier: ISC */
/* The language in use, and looking up a text in its table. */
#include "config.h"

#include "i18n/i18n.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "i18n/catalogue.h"

static size_t
form_english(unsigned long long n)
{
    return n == 1 ? 0 : 1;
}

static const struct i18n_language english = {.code = "en", .name = "English", .form = form_english};

/* The one choice that holds for the whole program; _() could not be written otherwise. */
static struct {
    const struct i18n_language *language, *fallback; /* fallback NULL: English */
    char codes[16];
} chosen = {&english, NULL, "en"};

static const struct i18n_language *
language_at(size_t i)
{
    return i == 0 ? &english : i18n_languages[i - 1];
}

static const struct i18n_language *
find_language(const char *code)
{
    const struct i18n_language *l;

    for (size_t i = 0; (l = language_at(i)) != NULL; i++) {
        if (strcmp(l->code, code) == 0)
            return l;
    }
    return NULL;
}

/* What the environment asks for: the language part of "ru_RU.UTF-8". A draft is only chosen by
 * people who know that it is one; until then its fallback. */
static const struct i18n_language *
environment_language(void)
{
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    const struct i18n_language *l;
    const char *value = NULL;

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        value = getenv(names[i]);
        if (value && *value)
            break;
    }
    for (size_t i = 0; value && (l = language_at(i)) != NULL; i++) {
        size_t len = strlen(l->code);

        if (strncmp(value, l->code, len) == 0 && strchr("_.@", value[len]))
            return l->draft && l->fallback ? find_language(l->fallback) : l;
    }
    return &english;
}

bool
i18n_select(const char *code)
{
    const struct i18n_language *found =
        code && *code ? find_language(code) : environment_language();

    if (!found)
        return false;
    chosen.language = found;
    chosen.fallback = found->fallback ? find_language(found->fallback) : NULL;
    snprintf(chosen.codes, sizeof chosen.codes, "%s%s%s", found->code, chosen.fallback ? " " : "",
             chosen.fallback ? chosen.fallback->code : "");
    return true;
}

const char *
i18n_code(void)
{
    return chosen.language->code;
}

const char *
i18n_codes(void)
{
    return chosen.codes;
}

const char *
i18n_at(size_t i)
{
    const struct i18n_language *l = language_at(i);

    return l ? l->code : NULL;
}

const char *
i18n_name(size_t i, bool *draft)
{
    const struct i18n_language *l = language_at(i);

    *draft = l->draft;
    return l->name;
}

static const struct i18n_entry *
find_in(const struct i18n_language *l, const char *id)
{
    size_t low = 0, high = l ? l->n : 0;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(id, l->entries[middle].id);

        if (order == 0)
            return &l->entries[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

/* The entry, and the language that has it. */
static const struct i18n_entry *
find_entry(const char *id, const struct i18n_language **in)
{
    const struct i18n_entry *entry = find_in(chosen.language, id);

    *in = entry ? chosen.language : chosen.fallback;
    return entry ? entry : find_in(chosen.fallback, id);
}

const char *
tr(const char *text)
{
    const struct i18n_language *in;
    const struct i18n_entry *entry = find_entry(text, &in);

    return entry ? entry->text[0] : text;
}

const char *
tr_n(const char *singular, const char *plural, unsigned long long n)
{
    const struct i18n_language *in;
    const struct i18n_entry *entry = find_entry(singular, &in);

    if (entry && entry->text[1])
        return entry->text[in->form(n)];
    return form_english(n) == 0 ? singular : plural;
}
