/* SPDX-License-Identifier: ISC */
/* Plain mode: the review of a train, what the shift lead returns, holds, settles, and signs. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/decide.h"
#include "app/review.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "cli/plain.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/review_words.h"
#include "tui/words.h"

enum { REVIEW_RETURN = 1, REVIEW_HOLD, REVIEW_SETTLE, REVIEW_DECIDE, REVIEW_OPEN, REVIEW_ROWS };

static const struct plain_command review_commands[] = {
    {REVIEW_RETURN, 'r', N_("return"),
     N_("returns a row to its officers; a row of the pace is its wagon")},
    {REVIEW_DECIDE, 'd', N_("decide"), N_("accept, release or hold the train, and sign")},
    {REVIEW_HOLD, 'b', N_("hold"), N_("holds the wagon of a row, or releases it again")},
    {REVIEW_SETTLE, 'f', N_("settle"), N_("settles the finding of a row")},
    {REVIEW_OPEN, 'g', N_("go"), N_("to the wagon and item of a row")},
    {REVIEW_ROWS, 'l', N_("rows"), N_("says the rows of a part; its number follows")},
};

struct review_place {
    struct plain *p;
    int64_t train;
    struct review review;
    const struct checklist *set;
};

static void
say_line(const struct review_place *v, size_t i)
{
    const struct review_line *line = &v->review.lines[i];
    struct buf text = {0};

    buf_addf(&text, "%zu: ", i + 1);
    if (line->position)
        buf_addf(&text, _("wagon %d, %s"), line->position, line->number);
    else
        buf_adds(&text, _("train"));
    if (*line->item)
        buf_addf(&text, ", %s %s", line->item, line->label);
    if (line->part != REVIEW_MISSING && line->part != REVIEW_GATES) {
        buf_adds(&text, ". ");
        review_line_words(&v->review, v->set, line, &text);
    } else if (line->part == REVIEW_GATES) {
        buf_addf(&text, ", %s", line->code);
    }
    if (*line->officer)
        buf_addf(&text, _(", badge %s"), line->officer);
    plain_say(v->p, "%s", buf_text(&text));
    buf_release(&text);
}

#define SHOWN_AT_FIRST 4 /* a part with more rows is said when it is asked for */

/* Position of the first row of a part. */
static size_t
first_of(const struct review *r, int part)
{
    size_t at = 0;

    for (int i = 0; i < part; i++)
        at += r->count[i];
    return at;
}

static void
say_part(const struct review_place *v, int part)
{
    const struct review *r = &v->review;
    size_t first = first_of(r, part);

    for (size_t i = first; i < first + r->count[part] && i < r->n; i++)
        say_line(v, i);
}

static void
say_review(const struct review_place *v)
{
    const struct review *r = &v->review;

    plain_say(v->p, _("Review of train %s. %s. Wagons %d, findings %d, points open %d"),
              r->train->number, words_train_state(r->train->state), r->train->wagons,
              r->train->findings, r->train->returns);
    if (r->took_part)
        plain_say(v->p, "%s", _("You took part in this inspection: another lead accepts it."));
    if (r->clock_flags)
        plain_say(v->p, _("The clock was set while this train was worked on, times: %d"),
                  r->clock_flags);
    for (int part = 0; part < REVIEW_PARTS; part++) {
        bool folded = r->count[part] > SHOWN_AT_FIRST;

        plain_say(v->p, folded ? _("part %d, %s: %zu, l %d says the rows") : _("part %d, %s: %zu"),
                  part + 1, review_part_words((enum review_part)part), r->count[part], part + 1);
        if (!folded)
            say_part(v, part);
    }
    plain_say(v->p, _("Answers %d: rest of zone %d%%, copied %d%%, under %d s: %d"), r->answers,
              review_percent(r->bulk, r->answers), review_percent(r->copied, r->answers), r->fast_s,
              r->fast);
}

static void
rows(const struct review_place *v)
{
    char *text = plain_ask(v->p, _("Which part: its number?"), NULL);
    size_t part = text ? plain_position(v->p, text, REVIEW_PARTS) : 0;

    free(text);
    if (part)
        say_part(v, (int)part - 1);
    v->p->quiet = true;
}

/* The row that is meant; NULL when none was named. */
static const struct review_line *
which(const struct review_place *v)
{
    char *text = plain_ask(v->p, _("Which row: its number?"), NULL);
    size_t at = text ? plain_position(v->p, text, v->review.n) : 0;

    if (text && !at)
        plain_say(v->p, _("%s is no row of this list"), text);
    free(text);
    return at ? &v->review.lines[at - 1] : NULL;
}

/* A row of the pace stands for its wagon as a whole. */
static void
return_row(const struct review_place *v)
{
    const struct review_line *line = which(v);
    struct rc_error err = {0};
    char question[200], *reason;

    if (!line)
        return;
    snprintf(question, sizeof question, _("Return %s to the officers: for what reason?"),
             *line->finding ? _("the finding")
             : *line->item  ? line->item
                            : _("the wagon"));
    reason = plain_ask(v->p, question, NULL);
    if (reason &&
        plain_done(v->p,
                   review_return(v->p->app, line->wagon, line->item, line->finding, reason, &err),
                   &err))
        plain_say(v->p, "%s", _("returned: its officer sees it"));
    free(reason);
}

static bool
is_held(const struct review_place *v, int64_t wagon)
{
    struct wagons found = {0};
    bool held = store_wagon(v->p->app->store, wagon, &found, NULL) && found.n &&
                strcmp(found.rows[0].state, wagon_state_name(WAGON_HELD)) == 0;

    wagons_release(&found);
    return held;
}

static void
hold(const struct review_place *v)
{
    const struct review_line *line = which(v);
    struct app *app = v->p->app;
    struct rc_error err = {0};
    char *reason;
    bool held;

    if (!line)
        return;
    if (!line->position) {
        plain_say(v->p, "%s", _("a wagon is held, or the train by d"));
        return;
    }
    held = is_held(v, line->wagon);
    reason = plain_ask(
        v->p, held ? _("Release the wagon: why can it go?") : _("Hold the wagon: for what reason?"),
        NULL);
    if (reason && plain_done(v->p,
                             held ? review_release_wagon(app, line->wagon, reason, &err)
                                  : review_hold(app, line->wagon, reason, &err),
                             &err))
        plain_say(v->p, "%s", held ? _("the wagon is released") : _("the wagon is held"));
    free(reason);
}

static void
settle(const struct review_place *v)
{
    const struct review_line *line = which(v);
    struct rc_error err = {0};
    char *how;

    if (line && line->part != REVIEW_FINDINGS)
        plain_say(v->p, "%s", _("this row is no finding"));
    if (!line || line->part != REVIEW_FINDINGS)
        return;
    how = plain_ask(v->p, _("Settle the finding: what was done?"), NULL);
    if (how &&
        plain_done(v->p, review_settle(v->p->app, line->wagon, line->finding, how, &err), &err))
        plain_say(v->p, "%s", _("the finding is settled"));
    free(how);
}

static void
review_act(const struct review_place *v, int act)
{
    const struct review_line *line;

    switch (act) {
    case REVIEW_RETURN:
        return_row(v);
        break;
    case REVIEW_HOLD:
        hold(v);
        break;
    case REVIEW_SETTLE:
        settle(v);
        break;
    case REVIEW_DECIDE:
        plain_sign(v->p, v->train);
        break;
    case REVIEW_OPEN:
        line = which(v);
        if (line)
            plain_wagon(v->p, line->wagon, line->item);
        break;
    case REVIEW_ROWS:
        rows(v);
        break;
    case 0:
        plain_unknown(v->p);
        break;
    default:
        break;
    }
}

void
plain_review(struct plain *p, int64_t train)
{
    int act = PLAIN_AGAIN;

    while (!p->over && act != PLAIN_BACK) {
        struct review_place v = {.p = p, .train = train};
        struct rc_error err = {0};

        if (!review_read(p->app, train, i18n_codes(), &v.review, &err)) {
            plain_error(p, &err);
            return;
        }
        v.review.train = &v.review.trains.rows[0];
        v.set = app_set(p->app, v.review.train->checklist, &err);
        if (v.set) {
            if (!p->quiet)
                say_review(&v);
            act = plain_command(p, review_commands, ARRAY_LEN(review_commands), "rdbfgl",
                                _("review: h back"));
            review_act(&v, act);
        } else {
            plain_error(p, &err);
            act = PLAIN_BACK;
        }
        review_release(&v.review);
    }
}

/* --- signing --- */

#define PHRASE_BYTES (4 * PASSPHRASE_MAX + 1)

/* A passphrase that a field of the screens could hold too. */
static bool
ask_phrase(struct plain *p, const char *question, char out[PHRASE_BYTES])
{
    size_t n = 0;

    if (!plain_secret(p, question, out, PHRASE_BYTES))
        return false;
    for (const char *s = out; *s; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    if (!n || n > PASSPHRASE_MAX || !utf8_valid(out, strlen(out), NULL)) {
        plain_say(p, _("A passphrase has 1 to %d characters: nothing is signed."), PASSPHRASE_MAX);
        return false;
    }
    return true;
}

/* The first time: a key of his own. */
static bool
make_key(struct plain *p, char phrase[PHRASE_BYTES])
{
    char again[PHRASE_BYTES];
    struct rc_error err = {0};
    bool done = false;

    plain_say(p, "%s",
              _("You have no key on this machine yet. Choose a passphrase of 10 "
                "characters or more: it opens the key that is made now, and nobody "
                "can give it back to you."));
    if (ask_phrase(p, _("New passphrase"), phrase) && ask_phrase(p, _("The same again"), again)) {
        if (strcmp(phrase, again) != 0)
            rc_fail(&err, RC_E_PHRASE_DIFFERS, NULL, NULL);
        else
            done = decide_make_key(p->app, phrase, &err);
        if (!done)
            plain_error(p, &err);
    }
    explicit_bzero(again, sizeof again);
    return done;
}

static bool
sign(struct plain *p, int64_t train, enum decision d, const char *reason)
{
    char phrase[PHRASE_BYTES];
    struct rc_error err = {0};
    struct buf text = {0};
    bool has_key, ready, done = false;

    if (!decide_allowed(p->app, train, d, reason, &err) ||
        !decide_text(p->app, train, d, reason, &text, &err) ||
        !decide_has_key(p->app, &has_key, &err)) {
        plain_error(p, &err);
        buf_release(&text);
        return false;
    }
    plain_say(p, "%s", words_signing(d));
    plain_say(p, "%.*s", (int)(text.len - (text.len && text.data[text.len - 1] == '\n')),
              buf_text(&text));
    buf_release(&text);
    ready = has_key ? ask_phrase(p, _("Passphrase"), phrase) : make_key(p, phrase);
    if (ready) {
        done = decide_sign(p->app, train, d, reason, phrase, &err);
        if (plain_done(p, done, &err))
            plain_say(p, "%s", words_signed(d));
    }
    explicit_bzero(phrase, sizeof phrase);
    return done;
}

bool
plain_sign(struct plain *p, int64_t train)
{
    static const char *const words[] = {N_("Accept the inspection"), N_("Release the train"),
                                        N_("Hold the train")};
    struct choice choices[ARRAY_LEN(words)];
    struct choice_list list = {.name = "decision", .choices = choices, .n = ARRAY_LEN(words)};
    char *chosen, *reason = NULL;
    enum decision d = DECIDE_HOLD;
    bool done = false;

    for (size_t i = 0; i < list.n; i++)
        choices[i] =
            (struct choice){.name = decision_meaning((enum decision)i), .label.in[0] = _(words[i])};
    chosen = plain_choose(p, _("What do you decide?"), &list, NULL, NULL, false);
    for (size_t i = 0; chosen && i < list.n; i++) {
        if (strcmp(choices[i].name, chosen) == 0)
            d = (enum decision)i;
    }
    if (chosen && d == DECIDE_HOLD)
        reason = plain_ask(p, _("Hold the train: for what reason?"), NULL);
    if (chosen && (d != DECIDE_HOLD || reason))
        done = sign(p, train, d, reason ? reason : "");
    free(chosen);
    free(reason);
    return done;
}
