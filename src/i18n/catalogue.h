/* SPDX-License-Identifier: ISC */
/* The compiled-in translations, made from the .po files by po.awk. */
#ifndef RC_I18N_CATALOGUE_H
#define RC_I18N_CATALOGUE_H

#include <stddef.h>

enum { I18N_FORMS = 3 };

struct i18n_entry {
    const char *id;               /* the English text (of a plural: its singular) */
    const char *text[I18N_FORMS]; /* text[0] alone unless a plural */
};

/* Sorted by the bytes of id. */
extern const struct i18n_entry i18n_ru[];
extern const size_t i18n_ru_n;

#endif
