/* SPDX-License-Identifier: ISC */
/* Words of a paper in one language or in two. */
#include "config.h"

#include "app/report_words.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/report.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "i18n/i18n.h"

bool
report_langs_known(const char *langs)
{
    return strcmp(langs, "en") == 0 || strcmp(langs, "ru") == 0 || strcmp(langs, "both") == 0;
}

bool
words_begin(struct report_words *w, const char *langs)
{
    *w = (struct report_words){0};
    snprintf(w->before, sizeof w->before, "%s", i18n_code());
    w->russian = strcmp(langs, "ru") == 0 || strcmp(langs, "both") == 0;
    w->english = strcmp(langs, "en") == 0 || strcmp(langs, "both") == 0;
    return w->russian || w->english;
}

void
words_end(struct report_words *w)
{
    for (size_t i = 0; i < ARRAY_LEN(w->made); i++)
        free(w->made[i]);
    i18n_select(w->before);
    *w = (struct report_words){0};
}

static const char *
keep(struct report_words *w, char *text)
{
    char **slot = &w->made[w->n++ % ARRAY_LEN(w->made)];

    free(*slot);
    *slot = text;
    return text;
}

const char *
words_make(struct report_words *w, const char *format, ...)
{
    struct buf text = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&text, format, args);
    va_end(args);
    return keep(w, buf_detach(&text));
}

/* Russian first, English behind it when both are wanted and they differ. */
static const char *
join(struct report_words *w, const char *russian, const char *english)
{
    if (!w->russian)
        return words_make(w, "%s", english);
    if (!w->english || strcmp(russian, english) == 0)
        return words_make(w, "%s", russian);
    return words_make(w, "%s / %s", russian, english);
}

const char *
words_say(struct report_words *w, const char *text)
{
    char *russian, *english;
    const char *joined;

    i18n_select("ru");
    russian = rc_strdup(tr(text));
    i18n_select("en");
    english = rc_strdup(tr(text));
    joined = join(w, russian, english);
    free(russian);
    free(english);
    return joined;
}

const char *
words_of(struct report_words *w, const struct checklist *set, const struct words *of)
{
    return join(w, words_in(of, checklist_lang(set, "ru")),
                words_in(of, checklist_lang(set, "en")));
}

const char *
words_choice(struct report_words *w, const struct checklist *set, const char *list,
             const char *name)
{
    const struct choice_list *choices = checklist_list(set, list);
    const struct choice *choice = choices ? choice_in(choices, name) : NULL;

    return choice ? words_of(w, set, &choice->label) : name;
}
