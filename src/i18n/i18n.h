/* SPDX-License-Identifier: ISC */
/*
 * Texts in the language of the user. English is in the sources; other languages are compiled in
 * from CODE.po at build time, so that nothing depends on the machine's locales. A text without a
 * translation is shown in the language that stands in, else in English.
 *
 * Texts are marked where they stand: _("text") translates now; N_("text") (base/error-codes.h)
 * marks a text in a constant table that is given to _() later.
 */
#ifndef RC_I18N_I18N_H
#define RC_I18N_I18N_H

#include <stdbool.h>
#include <stddef.h>

#define _(text) tr(text)

/* Chooses the language by its code. NULL or "": by the environment (the first of LC_ALL,
 * LC_MESSAGES, LANG that is set; else English). False when there is no such language; the choice is
 * then unchanged. Before the first call: English. */
bool i18n_select(const char *code);
/* The language in use: "en", "ru" … */
const char *i18n_code(void);
/* The languages in which it would be best understood, the best first, blanks between: "kk ru". */
const char *i18n_codes(void);

/* The i-th language (English is 0): its code; NULL behind the last one. */
const char *i18n_at(size_t i);
/* Its own name, "Русский"; *draft: nobody who speaks it has reviewed it. */
const char *i18n_name(size_t i, bool *draft);

/* The translation of text; text itself when there is none. Allocates nothing; the result is
 * constant or text. */
const char *tr(const char *text) __attribute__((format_arg(1)));
/* The form for n things: tr_n("%zu seal", "%zu seals", n). */
const char *tr_n(const char *singular, const char *plural, unsigned long long n)
    __attribute__((format_arg(1), format_arg(2)));

#endif
