/* SPDX-License-Identifier: ISC */
/* Questions of plain mode: a text, one of a list, the reason of a correction, who is at work. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "base/number.h"
#include "base/utf8.h"
#include "cli/plain.h"
#include "core/rights.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/words.h"

/* --- numbers --- */

bool
plain_number(const struct plain *p, const char *text, char *out, size_t size)
{
    size_t n = 0, len = strlen(text);
    double value;

    if (number_decimal(text, &value) && len < size) {
        snprintf(out, size, "%s", text);
        return true;
    }
    for (size_t i = 0; i < len;) {
        uint32_t c, digit;
        size_t step = utf8_decode(text + i, len - i, &c);

        digit = c == '-' && i == 0 ? c : layout_digit(&p->layouts, p->layout, c);
        if (!digit && (c == '.' || c == ','))
            digit = '.';
        if (!digit || n + 1 >= size)
            return false;
        out[n++] = (char)digit;
        i += step;
    }
    out[n] = '\0';
    return number_decimal(out, &value);
}

size_t
plain_position(const struct plain *p, const char *text, size_t n)
{
    char digits[16];
    int64_t at;

    if (!plain_number(p, text, digits, sizeof digits) || !number_integer(digits, &at) || at < 1 ||
        (uint64_t)at > n)
        return 0;
    return (size_t)at;
}

/* --- questions --- */

/* The rest of the command's line, once; else a line that is read. False when the input is over. */
static bool
answer(struct plain *p, const char *prompt)
{
    if (!p->rest)
        return plain_read(p, prompt);
    snprintf(p->line, sizeof p->line, "%s", p->rest);
    free(p->rest);
    p->rest = NULL;
    return true;
}

char *
plain_ask(struct plain *p, const char *question, const char *offered)
{
    struct buf prompt = {0};
    bool has = offered && *offered, read;

    buf_addf(&prompt, "%s ", question);
    if (has)
        buf_addf(&prompt, _("(empty line: %s; a point alone: leave it) >"), offered);
    else
        buf_addf(&prompt, "%s >", _("(empty line: leave it)"));
    read = answer(p, buf_text(&prompt));
    buf_release(&prompt);
    if (!read || strcmp(p->line, ".") == 0 || (!*p->line && !has))
        return NULL;
    return rc_strdup(*p->line ? p->line : offered);
}

/* Is the letter the key of y on some layout? Not when it is short for the word "no" (the Russian
 * н): what may mean no is no. */
static bool
is_yes_key(const struct plain *p, uint32_t letter)
{
    const char *no = _("no");
    uint32_t first = 0;

    utf8_decode(no, strlen(no), &first);
    return utf8_fold(letter) == 'y' || (utf8_fold(letter) != utf8_fold(first) &&
                                        layout_letter(&p->layouts, p->layout, letter) == 'y');
}

bool
plain_yes(struct plain *p, const char *question)
{
    char *typed = plain_ask(p, question, NULL);
    uint32_t first = 0;
    bool yes = false, exact;

    if (typed) {
        size_t step = utf8_decode(typed, strlen(typed), &first);

        yes =
            plain_begins(_("yes, do it"), typed, &exact) || (!typed[step] && is_yes_key(p, first));
    }
    free(typed);
    return yes;
}

/* Are the names of the list numbers themselves (severities, levels)? Then they are typed, not
 * places. */
static bool
is_numbered(const struct choice_list *list)
{
    int64_t number;

    return list->n && number_integer(list->choices[0].name, &number);
}

void
plain_say_choices(struct plain *p, const struct choice_list *list, const struct checklist *set)
{
    size_t lang = set ? checklist_lang(set, i18n_codes()) : 0;

    for (size_t i = 0; i < list->n; i++) {
        const char *words = words_in(&list->choices[i].label, lang);

        if (is_numbered(list) && strncmp(words, list->choices[i].name, 1) == 0)
            plain_say(p, "%s", words);
        else if (is_numbered(list))
            plain_say(p, "%s %s", list->choices[i].name, words);
        else
            plain_say(p, "%zu %s", i + 1, words);
    }
}

const struct choice *
plain_meant(const struct plain *p, const struct choice_list *list, const struct checklist *set)
{
    size_t lang = set ? checklist_lang(set, i18n_codes()) : 0, several = 0;
    size_t at = is_numbered(list) ? 0 : plain_position(p, p->line, list->n);
    const struct choice *found = NULL;
    char number[16];
    bool exact;

    if (at)
        return &list->choices[at - 1];
    for (size_t i = 0; i < list->n; i++) {
        const struct choice *c = &list->choices[i];

        if (is_numbered(list) && plain_number(p, p->line, number, sizeof number) &&
            strcmp(c->name, number) == 0)
            return c;
        if (plain_begins(c->name, p->line, &exact) && exact)
            return c;
        if (!plain_begins(words_in(&c->label, lang), p->line, &exact))
            continue;
        if (exact)
            return c;
        found = c;
        several++;
    }
    return several == 1 ? found : NULL;
}

char *
plain_choose(struct plain *p, const char *question, const struct choice_list *list,
             const struct checklist *set, const char *offered, bool own)
{
    size_t lang = set ? checklist_lang(set, i18n_codes()) : 0;
    const struct choice *offer = offered && *offered ? choice_in(list, offered) : NULL;
    struct buf prompt = {0};
    char *chosen = NULL, number[32];

    if (!p->rest) {
        plain_say(p, "%s", question);
        plain_say_choices(p, list, set);
    }
    buf_addf(&prompt, own ? _("1 to %zu, or own words") : _("1 to %zu"), list->n);
    if (offer)
        buf_addf(&prompt, _(" (empty line: %s; a point alone: leave it) >"),
                 words_in(&offer->label, lang));
    else
        buf_addf(&prompt, " %s >", _("(empty line: leave it)"));
    while (!chosen && answer(p, buf_text(&prompt))) {
        const struct choice *c = *p->line ? plain_meant(p, list, set) : offer;

        if (strcmp(p->line, ".") == 0 || (!*p->line && !offer))
            break;
        if (c)
            chosen = rc_strdup(c->name);
        else if (strcmp(p->line, "?") == 0)
            plain_say_choices(p, list, set);
        else if (own && !plain_number(p, p->line, number, sizeof number))
            chosen = rc_strdup(p->line);
        else
            plain_unknown(p);
    }
    buf_release(&prompt);
    return chosen;
}

bool
plain_why(struct plain *p, const struct rc_error *err, char **why)
{
    if (err->code != RC_E_WHY_NEEDED || *why)
        return false;
    *why = plain_ask(p, _("This is closed. Reason of the correction:"), p->reason);
    if (!*why)
        return false;
    snprintf(p->reason, sizeof p->reason, "%s", *why);
    return true;
}

/* --- who is at work --- */

void
plain_say_returned(struct plain *p)
{
    struct trains trains = {0};
    struct rc_error err = {0};
    struct buf text = {0};

    if (!role_may(p->app->roles, RIGHT_INSPECT))
        return;
    if (!store_trains_in(p->app->store, train_state_name(TRAIN_RETURNED), 3, &trains, &err))
        plain_error(p, &err);
    for (size_t i = 0; i < trains.n; i++)
        buf_addf(&text, _("%strain %s, points %d"), i ? "; " : "", trains.rows[i].number,
                 trains.rows[i].returns);
    if (trains.n)
        plain_say(p, "%s%s", _("RETURNED by the shift lead: "), buf_text(&text));
    buf_release(&text);
    trains_release(&trains);
}

/* Tries the badge, with its PIN when it has one. */
static bool
enter(struct plain *p, const char *badge)
{
    char question[120], pin[CLI_PIN];
    struct rc_error err = {0};
    bool in = people_login(p->app, badge, NULL, &err);

    if (!in && err.code == RC_E_PIN_NEEDED) {
        snprintf(question, sizeof question, _("PIN of badge %s"), badge);
        if (plain_secret(p, question, pin, sizeof pin))
            in = people_login(p->app, badge, pin, &err);
        explicit_bzero(pin, sizeof pin);
    }
    if (!in) {
        plain_error(p, &err);
        return false;
    }
    p->quiet = false;
    plain_say(p, _("At work: badge %s, %s"), p->app->badge, p->app->officer);
    plain_say_handed(p);
    plain_say_returned(p);
    return true;
}

/* NULL: left, or the program is to end. */
static char *
ask_badge(struct plain *p, bool leave)
{
    bool exact = false;

    if (leave)
        return plain_ask(p, _("Badge number:"), NULL);
    if (!plain_read(p, _("Badge number, or quit >")) || !*p->line)
        return NULL;
    if ((plain_begins("quit", p->line, &exact) || plain_begins(_("quit"), p->line, &exact)) &&
        exact) {
        p->over = true;
        return NULL;
    }
    return rc_strdup(p->line);
}

bool
plain_log_in(struct plain *p, const char *badge, bool leave)
{
    bool in = false, was_locked = p->locked;

    p->locked = true;
    while (!in && !p->over) {
        char *typed = badge && *badge ? rc_strdup(badge) : ask_badge(p, leave);

        if (typed)
            in = enter(p, typed);
        free(typed);
        badge = NULL;
        if (leave)
            break;
    }
    p->locked = was_locked;
    return in;
}
