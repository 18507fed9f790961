/* SPDX-License-Identifier: ISC */
/* The compiled-in translations, made from the .po files by po.awk. */
#ifndef RC_I18N_CATALOGUE_H
#define RC_I18N_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>

enum { I18N_FORMS = 3 };

struct i18n_entry {
    const char *id;               /* the English text (of a plural: its singular) */
    const char *text[I18N_FORMS]; /* text[0] alone unless a plural */
};

struct i18n_language {
    const char *code, *name;          /* "ru", "Русский" */
    bool draft;                       /* not reviewed by people who speak it */
    const char *fallback;             /* code of the language that stands in; NULL: English */
    const struct i18n_entry *entries; /* n, sorted by the bytes of id */
    size_t n;
    size_t (*form)(unsigned long long n); /* index of the plural form for n things */
};

/* In the order of src/i18n/local.mk; ends with NULL. English is in the sources. */
extern const struct i18n_language *const i18n_languages[];

#endif
