/* SPDX-License-Identifier: ISC */
/* Words for permanent names; comparing typed words. */
#include "config.h"

#include "tui/words.h"

#include <string.h>

#include "base/region.h"
#include "base/alloc.h"
#include "base/error-codes.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "i18n/message.h"

struct word {
    const char *name, *words;
};

static const char *
look_up(const struct word *words, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++) {
        if (strcmp(words[i].name, name) == 0)
            return _(words[i].words);
    }
    return name;
}

const char *
words_train_state(const char *name)
{
    static const struct word words[] = {
        {"listed", N_("listed")},       {"inspecting", N_("inspecting")},
        {"submitted", N_("submitted")}, {"returned", N_("returned")},
        {"accepted", N_("accepted")},   {"released", N_("released")},
        {"held", N_("held")},           {"withdrawn", N_("taken back")},
    };

    return look_up(words, ARRAY_LEN(words), name);
}

const char *
words_wagon_state(const char *name)
{
    static const struct word words[] = {
        {"not_started", N_("not started")}, {"in_work", N_("in work")},   {"clear", N_("clear")},
        {"finding", N_("with findings")},   {"returned", N_("returned")}, {"held", N_("held")},
        {"struck", N_("struck out")},
    };

    return look_up(words, ARRAY_LEN(words), name);
}

const char *
words_direction(const char *name)
{
    static const struct word words[] = {{"in", N_("in")}, {"out", N_("out")}};

    return look_up(words, ARRAY_LEN(words), name);
}

const char *
words_finding_state(const char *name)
{
    static const struct word words[] = {
        {"open", N_("open")}, {"closed", N_("settled")}, {"withdrawn", N_("withdrawn")}};

    return look_up(words, ARRAY_LEN(words), name);
}

const char *
words_seal_match(const char *name)
{
    static const struct word words[] = {
        {"matched", N_("matches")},           {"lookalike", N_("matches *")},
        {"mismatched", N_("ANOTHER NUMBER")}, {"missing", N_("MISSING")},
        {"extra", N_("NOT EXPECTED")},        {"no_access", N_("no access")},
    };

    return look_up(words, ARRAY_LEN(words), name);
}

const char *
words_label(const struct checklist *set, const char *list, const char *name)
{
    const struct choice_list *choices = checklist_list(set, list);
    const struct choice *choice = choices ? choice_in(choices, name) : NULL;

    return choice ? words_in(&choice->label, checklist_lang(set, i18n_codes())) : name;
}

const char *
words_cargo(struct app *app, const struct wagon_row *w, char out[CODE_NAME])
{
    return codes_cargo(app, w, i18n_codes(), out);
}

void
words_stations(struct app *app, const struct wagon_row *w, struct buf *out)
{
    char from[CODE_NAME], to[CODE_NAME];
    bool from_known = codes_name(app, "stations", w->origin_station, i18n_codes(), from);
    bool to_known = codes_name(app, "stations", w->destination_station, i18n_codes(), to);

    if (from_known || to_known)
        buf_addf(out, "  %s - %s", from_known ? from : w->origin_station,
                 to_known ? to : w->destination_station);
}

char *
words_trimmed(const char *text)
{
    size_t len;

    text += strspn(text, " ");
    len = strlen(text);
    while (len > 0 && text[len - 1] == ' ')
        len--;
    return rc_memdup(text, len);
}

/* Does text begin with part? */
static bool
begins(const char *text, const char *part)
{
    while (*part) {
        uint32_t a, b;
        size_t step = *text ? utf8_decode(text, strlen(text), &a) : 0;
        size_t part_step = utf8_decode(part, strlen(part), &b);

        if (!step || !part_step || utf8_fold(a) != utf8_fold(b))
            return false;
        text += step;
        part += part_step;
    }
    return true;
}

bool
words_hold(const char *text, const char *part)
{
    if (!*part)
        return true;
    for (; *text; text++) {
        if (begins(text, part))
            return true;
    }
    return false;
}

const char *
words_step(const char *kind)
{
    if (strncmp(kind, "answer", 6) == 0)
        return _("answer");
    if (strncmp(kind, "finding", 7) == 0)
        return _("finding");
    if (strncmp(kind, "seal", 4) == 0)
        return _("seal");
    if (strncmp(kind, "gate", 4) == 0)
        return _("gate");
    if (strncmp(kind, "file", 4) == 0)
        return _("file of a finding");
    return _("change");
}

void
words_choices(struct buf *out, const struct choice_list *list, const char *names, size_t lang)
{
    while (*names) {
        size_t len = strcspn(names, " ");
        char *name = rc_memdup(names, len);
        const struct choice *choice = list ? choice_in(list, name) : NULL;

        if (len)
            buf_addf(out, "%s%s", out->len ? ", " : "",
                     choice ? words_in(&choice->label, lang) : name);
        free(name);
        names += len + (names[len] == ' ');
    }
}

void
words_value(struct buf *out, const struct item *item, const char *value, size_t lang)
{
    char number[40];

    if (item->list)
        words_choices(out, item->list, value, lang);
    else
        buf_adds(out,
                 item->type == ITEM_DECIMAL ? region_number(value, number, sizeof number) : value);
}

/* Did something that should have been saved fail for a reason of the machine? */
static bool
is_unsaved(const struct rc_error *err)
{
    switch (err->code) {
    case RC_E_OPEN:
    case RC_E_READ:
    case RC_E_NOT_SET_UP:
        return false;
    default:
        return rc_code_exit(err->code) == RC_EXIT_SYSTEM;
    }
}

void
words_error(struct buf *out, const struct rc_error *err)
{
    if (is_unsaved(err)) {
        buf_adds(out, _("NOT SAVED"));
        buf_adds(out, ": ");
    }
    message_line(out, err);
}

const char *
words_signing(enum decision d)
{
    switch (d) {
    case DECIDE_ACCEPT:
        return _("You sign: the inspection of this train is accepted.");
    case DECIDE_RELEASE:
        return _("You sign: this train is released; wagons that are held stay.");
    case DECIDE_HOLD:
        break;
    }
    return _("You sign: this train is held.");
}

const char *
words_signed(enum decision d)
{
    switch (d) {
    case DECIDE_ACCEPT:
        return _("accepted and signed");
    case DECIDE_RELEASE:
        return _("released and signed");
    case DECIDE_HOLD:
        break;
    }
    return _("held and signed");
}

const char *
words_size(int64_t bytes, char out[SIZE_WORDS])
{
    if (bytes < 1024)
        snprintf(out, SIZE_WORDS, _("%d B"), (int)bytes);
    else if (bytes < 1024 * 1024)
        snprintf(out, SIZE_WORDS, _("%d KB"), (int)((bytes + 1023) / 1024));
    else {
        char tenths[24], number[24];

        snprintf(tenths, sizeof tenths, "%.1f", (double)bytes / (1024 * 1024));
        snprintf(out, SIZE_WORDS, _("%s MB"), region_number(tenths, number, sizeof number));
    }
    return out;
}
