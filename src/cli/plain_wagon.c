/* SPDX-License-Identifier: ISC */
/* Plain mode: one wagon, item by item; where officers live. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "base/alloc.h"
#include "cli/plain_wagon.h"
#include "core/seal.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/words.h"

static const struct plain_command wagon_commands[] = {
    {WAGON_OK, 'a', N_("ok"), N_("OK and on to the next; asks for a value, opens the seals")},
    {WAGON_RAISE, 'f', N_("finding"), N_("raises a finding; its category may follow")},
    {WAGON_NOT_APPLICABLE, 'n', N_("not applicable"), N_("does not apply to this wagon")},
    {WAGON_NO_WAY, 'b', N_("not accessible"), N_("cannot be looked at; the reason may follow")},
    {WAGON_CONFIRM, 'y', N_("confirm gate"), N_("the gate here is confirmed; by whom may follow")},
    {WAGON_SEALS, 't', N_("seals"), N_("seals of the wagon")},
    {WAGON_NOTE, 'e', N_("write note"), N_("a note on the item; its text may follow")},
    {WAGON_REST, 'r', N_("rest of zone"), N_("the open items of the zone are OK")},
    {WAGON_SAME, 'p', N_("same"), N_("the answer of the wagon before")},
    {WAGON_UNDO, 'u', N_("undo"), N_("takes the last step on this wagon back")},
    {WAGON_REDO, 'z', N_("redo"), N_("brings it back")},
    {WAGON_CLOSE, 'd', N_("close"), N_("closes the wagon and goes to the next open one")},
    {WAGON_GO, 'g', N_("go"),
     N_("to a wagon by place, digits, seal or words, or to an item by its code")},
    {WAGON_DOWN, 'j', N_("next item"), N_("to the next item, nothing is answered")},
    {WAGON_UP, 'k', N_("previous item"), N_("to the item before")},
    {WAGON_MISSING, 'l', N_("what is missing"), N_("lists what is not filled in")},
    {WAGON_CARD, 'i', N_("card"), N_("the reference card of the item")},
    {WAGON_ITEMS, 0, N_("items"), N_("all items with their answers")},
    {WAGON_FINDINGS, 0, N_("findings"), N_("findings of the wagon: change or withdraw one")},
    {WAGON_GATES, 0, N_("gates"), N_("gates: confirm or withdraw one")},
    {WAGON_HISTORY, 0, N_("history"), N_("other passages of this wagon; one can be opened")},
    {WAGON_LOG, 0, N_("log"), N_("what was recorded on the wagon, by whom, when")},
    {WAGON_DRAWING, 0, N_("drawing"), N_("the drawing of the wagon, and its zones to go to")},
    {WAGON_KIND, 0, N_("kind"), N_("kind of the wagon")},
    {WAGON_LEVEL, 0, N_("level"), N_("level of inspection")},
    {WAGON_STRIKE, 0, N_("strike out"), N_("the wagon is not in the train; a reason follows")},
    {WAGON_RETURN, 0, N_("return"), N_("shift lead: returns the item to the officers")},
};

bool
plain_wagon_reload(struct plain_wagon *v)
{
    struct wagons consist = {0};
    struct rc_error err = {0};
    struct work work;

    if (!work_open(v->p->app, v->wagon, &work, &err)) {
        plain_error(v->p, &err);
        v->leave = true;
        return false;
    }
    if (!store_consist(v->p->app->store, work.wagon->train, false, &consist, &err))
        plain_error(v->p, &err);
    work_release(&v->work);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->work.train = &v->work.trains.rows[0];
    v->wagons = consist.n;
    wagons_release(&consist);
    if (!*v->key || !plain_wagon_to(v, v->key)) {
        size_t first = work_next_line(&v->work, v->work.in.n);

        if (*v->key && v->at < v->work.in.n) /* it is no longer asked: what stands there now */
            first = v->at;
        if (first >= v->work.in.n)
            first = 0;
        v->at = first;
        if (v->work.in.n)
            snprintf(v->key, sizeof v->key, "%s", v->work.in.lines[first].key);
    }
    return true;
}

bool
plain_wagon_to(struct plain_wagon *v, const char *key)
{
    const struct inspection *in = &v->work.in;
    bool exact = false;

    for (size_t i = 0; i < in->n; i++) {
        if (!plain_begins(in->lines[i].key, key, &exact) || !exact)
            continue;
        v->at = i;
        if (v->key != key)
            snprintf(v->key, sizeof v->key, "%s", in->lines[i].key);
        return true;
    }
    return false;
}

static void
go_to(struct plain_wagon *v, size_t at)
{
    char key[sizeof v->key];

    memcpy(key, v->work.in.lines[at].key, sizeof key);
    plain_wagon_to(v, key);
}

/* At the end of the list, with something open above. */
static void
say_left(const struct plain_wagon *v)
{
    const struct inspection *in = &v->work.in;
    size_t left = in->n - inspection_done(in), gated = 0;

    for (size_t i = 0; i < in->n; i++)
        gated += in->lines[i].gated && !line_done(in, &in->lines[i]);
    if (!inspection_missing(in, NULL, 0) && v->work.wagon->position > 0)
        plain_say(v->p, _("what must be answered is; left open: %zu. d closes the wagon"), left);
    else if (gated)
        plain_say(v->p, _("end of the list; left: %zu, of these %zu wait for gates: y, or b"), left,
                  gated);
    else
        plain_say(v->p, _("end of the list; left: %zu, on from the first of them"), left);
}

void
plain_wagon_go_on(struct plain_wagon *v)
{
    const struct inspection *in = &v->work.in;
    size_t at = v->at, next = work_next_line(&v->work, at);

    if (at < in->n && !line_done(in, &in->lines[at]))
        return; /* left open by "rest of zone": it wants a look of its own */
    if (next < in->n) {
        go_to(v, next);
        if (next < at)
            say_left(v);
        return;
    }
    if (at + 1 < in->n)
        go_to(v, at + 1);
    if (!wagon_is_closed(v->work.state) && v->work.wagon->position > 0)
        plain_say(v->p, "%s", _("all items answered: d closes the wagon"));
}

static void
move(struct plain_wagon *v, bool down)
{
    const struct inspection *in = &v->work.in;

    if (down && v->at + 1 < in->n)
        go_to(v, v->at + 1);
    else if (!down && v->at > 0 && in->n)
        go_to(v, v->at - 1);
    else
        plain_say(v->p, "%s", down ? _("this is the last item") : _("this is the first item"));
}

/* To an item by its code, else to a wagon. */
static void
go(struct plain_wagon *v)
{
    char *text = plain_ask(
        v->p, _("To which wagon (place, last digits, seal, words) or item (its code)?"), NULL);

    if (text && !plain_wagon_to(v, text))
        v->next = plain_find(v->p, v->work.train->id, text);
    free(text);
}

static void
seals(struct plain_wagon *v, const char *number)
{
    plain_seals(v->p, v->wagon, number);
    if (plain_wagon_reload(v) && plain_line(v) && plain_line(v)->item->type == ITEM_SEALS)
        plain_wagon_go_on(v);
}

/* A line that is no command and no answer: a seal that was scanned without going to the seals. */
static void
typed(struct plain_wagon *v)
{
    char *number = seal_usual(v->p->line) ? rc_strdup(v->p->line) : NULL;

    if (number)
        seals(v, number);
    else
        plain_unknown(v->p);
    free(number);
}

static void
wagon_act(struct plain_wagon *v, int act)
{
    struct plain *p = v->p;

    switch (act) {
    case WAGON_DOWN:
    case WAGON_UP:
        move(v, act == WAGON_DOWN);
        break;
    case WAGON_GO:
        go(v);
        break;
    case WAGON_SEALS:
        seals(v, NULL);
        break;
    case WAGON_MISSING:
        plain_missing(p, v->work.train->id, v->wagon);
        break;
    case WAGON_CARD:
        plain_wagon_card(v);
        break;
    case WAGON_ITEMS:
        plain_wagon_items(v);
        break;
    case WAGON_HISTORY:
        v->next = plain_history(p, v->wagon);
        break;
    case WAGON_DRAWING:
        plain_wagon_drawing(v);
        break;
    case WAGON_LOG:
        plain_log(p, v->work.train->id, v->wagon);
        break;
    case WAGON_FINDINGS:
        plain_findings(p, v->work.train->id, v->wagon);
        break;
    case WAGON_GATES:
        plain_gates(p, v->wagon, false);
        break;
    case WAGON_UNDO:
    case WAGON_REDO:
    case WAGON_CLOSE:
    case WAGON_KIND:
    case WAGON_LEVEL:
    case WAGON_STRIKE:
        plain_wagon_change(v, act);
        break;
    default:
        plain_answer(v, act);
        break;
    }
}

static int
ask_command(struct plain_wagon *v)
{
    const struct line *l = plain_line(v);
    struct buf wanted = {0};
    int act;

    plain_wagon_wanted(v, &wanted);
    act = plain_command(v->p, wagon_commands, ARRAY_LEN(wagon_commands),
                        l && l->gated                      ? "yb"
                        : l && l->item->type == ITEM_SEALS ? "ab"
                                                           : "afnb",
                        buf_text(&wanted));
    buf_release(&wanted);
    return act;
}

/* Works on one wagon until another one or the train is wanted. */
static void
on_wagon(struct plain_wagon *v)
{
    while (!v->p->over && !v->next && !v->leave && plain_wagon_reload(v)) {
        int act;

        if (v->train && v->train != v->work.train->id)
            plain_say(v->p, _("This is in train %s."), v->work.train->number);
        v->train = v->work.train->id;
        if (!v->p->quiet)
            plain_wagon_where(v);
        act = ask_command(v);
        if (act == PLAIN_BACK)
            v->leave = true;
        else if (act > 0)
            wagon_act(v, act);
        else if (act == 0 && !plain_answer_typed(v, v->p->line))
            typed(v);
        else if (act == PLAIN_AGAIN)
            v->zone = NULL;
    }
}

void
plain_wagon(struct plain *p, int64_t wagon, const char *key)
{
    int64_t train = 0;

    while (wagon && !p->over) {
        struct plain_wagon v = {.p = p, .wagon = wagon, .train = train};

        snprintf(v.key, sizeof v.key, "%s", key);
        on_wagon(&v);
        wagon = v.next;
        train = v.train;
        key = "";
        work_release(&v.work);
    }
}
