/* SPDX-License-Identifier: ISC */
/* Private to app: words of a paper in one language or in two. */
#ifndef RC_APP_REPORT_WORDS_H
#define RC_APP_REPORT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/checklist.h"

struct report_words {
    bool russian, english;
    char before[8]; /* language of the program, put back at the end */
    char *made[512];
    size_t n; /* texts made so far; the oldest are reused when there are too many */
};

bool words_begin(struct report_words *w, const char *langs);
void words_end(struct report_words *w);
/* The translation of text (marked by N_ where it stands), or "Russian / English". */
const char *words_say(struct report_words *w, const char *text);
/* Words of the checklist set, likewise. */
const char *words_of(struct report_words *w, const struct checklist *set, const struct words *of);
/* The label of a choice; its name when the list has none such. */
const char *words_choice(struct report_words *w, const struct checklist *set, const char *list,
                         const char *name);
/* A formatted text that lives as long as w. */
const char *words_make(struct report_words *w, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
