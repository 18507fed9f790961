/* SPDX-License-Identifier: ISC */
/* Plain mode: the seals of a wagon; a number typed or scanned is compared at once. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/seal_order.h"
#include "app/walk.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/seal_words.h"
#include "tui/words.h"

enum {
    SEALS_OK = 1,
    SEALS_ALL_OK,
    SEALS_BAD,
    SEALS_NO_WAY,
    SEALS_NONE,
    SEALS_PLACE,
    SEALS_REMOVED,
    SEALS_NEW,
    SEALS_EXTRA,
    SEALS_UNDO,
    SEALS_REDO,
    SEALS_DOWN,
    SEALS_UP
};

static const struct plain_command seals_commands[] = {
    {SEALS_OK, 'a', N_("ok"), N_("the next of the four checks is OK")},
    {SEALS_ALL_OK, 'y', N_("all four ok"), N_("view, verify, tug, twist: all OK")},
    {SEALS_BAD, 'f', N_("finding"), N_("a finding on this seal; marks the next check as bad")},
    {SEALS_NO_WAY, 'b', N_("not accessible"), N_("the seal cannot be read; the reason may follow")},
    {SEALS_NONE, 0, N_("none"), N_("no seal hangs at this place")},
    {SEALS_PLACE, 'e', N_("place"), N_("the place of the seal")},
    {SEALS_REMOVED, 'r', N_("removed"), N_("removed by us for the control; the order may follow")},
    {SEALS_NEW, 'n', N_("new"), N_("a new seal put on by us")},
    {SEALS_EXTRA, 'i', N_("extra"), N_("a seal that is not listed; its number may follow")},
    {SEALS_UNDO, 'u', N_("undo"), N_("takes the last step on this wagon back")},
    {SEALS_REDO, 'z', N_("redo"), N_("brings it back")},
    {SEALS_DOWN, 'j', N_("next seal"), N_("to the next seal")},
    {SEALS_UP, 'k', N_("previous seal"), N_("to the seal before")},
};

static const char *const check_words[SEAL_CHECKS] = {N_("view"), N_("verify"), N_("tug"),
                                                     N_("twist")};

struct seals_place {
    struct plain *p;
    int64_t wagon;
    struct work work;
    size_t at;            /* row in work.seals */
    bool laid;            /* at has been set */
    int last;             /* n of the seal read last here; 0 none */
    struct walk_row walk; /* of the officer at work */
};

/* A change that may need the reason of a correction. */
enum change { READ, CHECKS, MISSING, NO_ACCESS, PLACE, REMOVED, APPLIED };

static const struct seal_row *
here(const struct seals_place *v)
{
    return v->at < v->work.seals.n ? &v->work.seals.rows[v->at] : NULL;
}

static void
to_next_open(struct seals_place *v)
{
    size_t next = seal_next_to_read(&v->work, v->at, v->walk.side);

    if (next < v->work.seals.n)
        v->at = next;
}

static bool
reload(struct seals_place *v)
{
    struct rc_error err = {0};
    struct work work;

    if (!work_open(v->p->app, v->wagon, &work, &err)) {
        plain_error(v->p, &err);
        return false;
    }
    if (!walk_now(v->p->app, work.wagon->train, &v->walk, &err))
        plain_error(v->p, &err);
    work_release(&v->work);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->work.train = &v->work.trains.rows[0];
    if (!v->laid && v->work.seals.n) {
        v->at = v->work.seals.n - 1;
        to_next_open(v);
        if (!seal_is_open(&v->work.seals.rows[v->at]))
            v->at = 0;
    }
    v->laid = true;
    return true;
}

/* --- saying --- */

static void
say_seal(const struct seals_place *v, size_t i)
{
    const struct seal_row *seal = &v->work.seals.rows[i];
    const char *match = seal_match_words(seal);
    struct buf text = {0};

    buf_addf(&text, _("seal %zu of %zu, %s"), i + 1, v->work.seals.n,
             *seal->place ? words_label(v->work.set, "seal_place", seal->place)
                          : _("place not known"));
    if (seal->expected)
        buf_addf(&text, _(", expected %s"), seal->expected);
    if (seal->read)
        buf_addf(&text, _(", read %s"), seal->read);
    if (seal->applied)
        buf_addf(&text, _(", new %s"), seal->applied);
    buf_addf(&text, ": %s", *match ? match : _("not read yet"));
    if (!seal_is_open(seal)) {
        for (int k = 0; k < SEAL_CHECKS && seal->checks[k]; k++)
            buf_addf(&text, ", %s %s", _(check_words[k]),
                     seal->checks[k] == '+'   ? _("OK")
                     : seal->checks[k] == '!' ? _("NOT IN ORDER")
                                              : _("not done"));
    }
    plain_say(v->p, "%s", buf_text(&text));
    buf_release(&text);
}

static void
say_where(const struct seals_place *v)
{
    const struct wagon_row *w = v->work.wagon;

    plain_say(v->p, _("Seals of wagon %d, %s: expected %d, read %d, to settle %zu"), w->position,
              w->number, w->seals_expected, w->seals_read, v->work.in.seals_open);
    if (here(v))
        say_seal(v, v->at);
    else
        plain_say(v->p, "%s",
                  _("No seal is listed here; one that hangs there is typed all the "
                    "same"));
}

static void
say_reading(struct seals_place *v, const struct seal_reading *reading)
{
    const struct seal_row *seal = NULL;
    char foot[2][SEAL_WORDS];

    for (size_t i = 0; i < v->work.seals.n; i++) {
        if (v->work.seals.rows[i].n == reading->n) {
            seal = &v->work.seals.rows[i];
            v->at = i;
        }
    }
    v->last = reading->n;
    if (seal)
        plain_say(v->p, "%s: %s", seal->read ? seal->read : "-", seal_match_words(seal));
    seal_reading_words(seal, reading, foot);
    for (int i = 0; i < 2; i++) {
        if (*foot[i])
            plain_say(v->p, "%s", foot[i]);
    }
}

/* --- changing --- */

static bool
perform(const struct seals_place *v, enum change what, int n, const char *text, const char *place,
        const char *why, struct seal_reading *reading, struct rc_error *err)
{
    struct app *app = v->p->app;

    switch (what) {
    case READ:
        return inspect_seal_read(app, v->wagon, n, text, "", why, reading, err);
    case CHECKS:
        return inspect_seal_checks(app, v->wagon, n, text, "", why, err);
    case MISSING:
        return inspect_seal_missing(app, v->wagon, n, why, err);
    case NO_ACCESS:
        return inspect_seal_no_access(app, v->wagon, n, text, why, err);
    case PLACE:
        return inspect_seal_place(app, v->wagon, n, text, why, err);
    case REMOVED:
        return inspect_seal_removed(app, v->wagon, n, text, why, err);
    case APPLIED:
        break;
    }
    return inspect_seal_applied(app, v->wagon, n, text, place, why, err);
}

static void
change(struct seals_place *v, enum change what, int n, const char *text, const char *place)
{
    struct seal_reading reading = {0};
    struct rc_error err = {0};
    char *why = NULL;
    bool done;

    do
        done = perform(v, what, n, text, place, why, &reading, &err);
    while (!done && plain_why(v->p, &err, &why));
    free(why);
    if (!plain_done(v->p, done, &err) || !reload(v))
        return;
    if (what == READ)
        say_reading(v, &reading);
    if ((what == READ && reading.match == SEAL_MATCHED) || what == MISSING || what == NO_ACCESS)
        to_next_open(v);
}

/* The seal that the four answers go to; NULL none. */
static const struct seal_row *
checked(const struct seals_place *v)
{
    size_t at = seal_checked(&v->work, v->at, v->last);

    return at < v->work.seals.n ? &v->work.seals.rows[at] : NULL;
}

/* The next open one of the four checks, or all of them. */
static void
check(struct seals_place *v, char mark, bool all)
{
    const struct seal_row *seal = checked(v);
    char checks[SEAL_CHECKS + 1];
    bool set = false;

    if (!seal || strlen(seal->checks) != SEAL_CHECKS)
        return;
    if (seal_is_open(seal)) {
        plain_say(v->p, "%s", _("read the number first"));
        return;
    }
    snprintf(checks, sizeof checks, "%s", seal->checks);
    for (int i = 0; i < SEAL_CHECKS && (all || !set); i++) {
        if (checks[i] != '.')
            continue;
        checks[i] = mark;
        set = true;
    }
    if (set)
        change(v, CHECKS, seal->n, checks, NULL);
    else
        plain_say(v->p, "%s", _("all four are answered already"));
}

/* A finding on the seals, with what is wrong in its words. */
static void
finding(struct seals_place *v)
{
    const struct seal_row *seal = here(v);
    struct buf text = {0};
    struct finding f = finding_blank("SEAL", 2);
    struct rc_error err = {0};
    char id[40], *why = NULL;
    bool done;

    f.zone = "seals";
    for (size_t i = 0; i < v->work.in.n; i++) {
        if (v->work.in.lines[i].item->type == ITEM_SEALS)
            f.item = v->work.in.lines[i].key;
    }
    if (seal)
        buf_addf(&text, "%s: %s%s%s%s%s",
                 *seal->place ? words_label(v->work.set, "seal_place", seal->place) : "-",
                 seal_match_words(seal), seal->expected ? ", " : "",
                 seal->expected ? seal->expected : "", seal->read ? " / " : "",
                 seal->read ? seal->read : "");
    f.description = buf_text(&text);
    do
        done = inspect_finding(v->p->app, v->wagon, &f, why, id, &err);
    while (!done && plain_why(v->p, &err, &why));
    plain_done(v->p, done, &err);
    buf_release(&text);
    if (done && seal && !why && !seal_is_open(seal) && strchr(seal->checks, '.'))
        check(v, '!', false);
    free(why);
    if (done)
        plain_finding(v->p, v->wagon, id);
}

/* Asks for one of a list, then changes the seal. */
static void
choose(struct seals_place *v, enum change what, const char *question, const char *list, bool own)
{
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct seal_row *seal = here(v);
    char *chosen;

    if (!seal || !choices)
        return;
    chosen =
        plain_choose(v->p, question, choices, v->work.set, what == PLACE ? seal->place : NULL, own);
    if (chosen)
        change(v, what, seal->n, chosen, NULL);
    free(chosen);
}

static void
new_seal(struct seals_place *v)
{
    const struct choice_list *places = checklist_list(v->work.set, "seal_place");
    const struct seal_row *seal = here(v);
    char *number = plain_ask(v->p, _("Number of the new seal:"), NULL), *place;

    if (!number || !places) {
        free(number);
        return;
    }
    place = plain_choose(v->p, _("Place of the new seal"), places, v->work.set,
                         seal ? seal->place : NULL, false);
    if (place) /* it takes the place of a seal that we have removed */
        change(v, APPLIED, seal && seal->removed ? seal->n : 0, number, place);
    free(number);
    free(place);
}

static void
removed(struct seals_place *v)
{
    const struct seal_row *seal = here(v);
    char *order = seal ? plain_ask(v->p, _("Removed by us: on whose order, why?"), NULL) : NULL;

    if (order)
        change(v, REMOVED, seal->n, order, NULL);
    free(order);
}

static void
extra(struct seals_place *v)
{
    char *number = plain_ask(v->p, _("Number of the seal that is not listed:"), NULL);

    if (number)
        change(v, READ, 0, number, NULL);
    free(number);
}

static void
step(struct seals_place *v, bool redo)
{
    struct rc_error err = {0};
    char what[40];
    bool done = redo ? inspect_redo(v->p->app, v->wagon, what, &err)
                     : inspect_undo(v->p->app, v->wagon, what, &err);

    if (plain_done(v->p, done, &err))
        plain_say(v->p, redo ? _("brought back: %s") : _("undone: %s"), words_step(what));
}

static void
move(struct seals_place *v, bool down)
{
    if (down && v->at + 1 < v->work.seals.n)
        v->at++;
    else if (!down && v->at > 0)
        v->at--;
    else
        plain_say(v->p, "%s", down ? _("this is the last seal") : _("this is the first seal"));
}

static void
seals_act(struct seals_place *v, int act)
{
    const struct seal_row *seal = here(v);

    switch (act) {
    case SEALS_OK:
    case SEALS_ALL_OK:
        check(v, '+', act == SEALS_ALL_OK);
        if (act == SEALS_ALL_OK && !v->work.in.seals_open &&
            seal_next_to_check(&v->work, v->at) < v->work.seals.n)
            v->at = seal_next_to_check(&v->work, v->at);
        break;
    case SEALS_BAD:
        finding(v);
        break;
    case SEALS_NO_WAY:
        choose(v, NO_ACCESS, _("Not accessible: why?"), "reason", true);
        break;
    case SEALS_NONE:
        if (seal)
            change(v, MISSING, seal->n, NULL, NULL);
        break;
    case SEALS_PLACE:
        choose(v, PLACE, _("Place of the seal"), "seal_place", false);
        break;
    case SEALS_REMOVED:
        removed(v);
        break;
    case SEALS_NEW:
        new_seal(v);
        break;
    case SEALS_EXTRA:
        extra(v);
        break;
    case SEALS_UNDO:
    case SEALS_REDO:
        step(v, act == SEALS_REDO);
        break;
    case SEALS_DOWN:
    case SEALS_UP:
        move(v, act == SEALS_DOWN);
        break;
    default:
        break;
    }
}

/* A number holds a digit; no command does. */
static bool
is_number(const char *text)
{
    return strpbrk(text, "0123456789") != NULL;
}

void
plain_seals(struct plain *p, int64_t wagon, const char *number)
{
    struct seals_place v = {.p = p, .wagon = wagon};
    int act = PLAIN_AGAIN;

    if (number && reload(&v))
        change(&v, READ, here(&v) ? here(&v)->n : 0, number, NULL);
    /* Behind the last of the four answers back to the item, when nothing wants to be looked at. */
    while (!p->over && act != PLAIN_BACK && reload(&v) &&
           !(act == SEALS_ALL_OK && seals_settled(&v.work))) {
        const struct seal_row *seal = here(&v), *to_check = checked(&v);

        if (!p->quiet)
            say_where(&v);
        if (to_check && to_check != seal && !seal_is_open(to_check))
            plain_say(p, _("y: %s is fine, all four; then scan or type the next"), to_check->read);
        p->scanning = true;
        act = plain_command(
            p, seals_commands, ARRAY_LEN(seals_commands),
            to_check && !seal_is_open(to_check) ? "ayf" : "b",
            _("seals: scan or type the number, none when no seal hangs there; h back"));
        p->scanning = false;
        if (act == 0 && is_number(p->line)) {
            char *typed = rc_strdup(p->line);

            change(&v, READ, seal ? seal->n : 0, typed, NULL);
            free(typed);
        } else if (act == 0) {
            plain_unknown(p);
        } else {
            seals_act(&v, act);
        }
    }
    work_release(&v.work);
}
