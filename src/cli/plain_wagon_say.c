/* SPDX-License-Identifier: ISC */
/* Plain mode: what is said of a wagon and of its items. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/plain_wagon.h"
#include "core/units.h"
#include "i18n/i18n.h"
#include "tui/words.h"

size_t
plain_wagon_lang(const struct plain_wagon *v)
{
    return checklist_lang(v->work.set, i18n_codes());
}

const struct line *
plain_line(const struct plain_wagon *v)
{
    return v->at < v->work.in.n ? &v->work.in.lines[v->at] : NULL;
}

static void
add_value(const struct plain_wagon *v, const struct line *l, struct buf *out)
{
    const char *unit = tr(unit_symbol(l->item->unit));
    struct buf words = {0};
    bool outside = false;

    words_value(&words, l->item, l->answer.value, plain_wagon_lang(v));
    buf_addf(out, "%s%s%s", buf_text(&words), *unit ? " " : "", unit);
    if (answer_allowed(&v->work.in, l, &l->answer, &outside, NULL) && outside)
        buf_addf(out, ", %s", _("outside the limits"));
    buf_release(&words);
}

static void
add_finding(const struct plain_wagon *v, const struct finding_row *f, struct buf *out)
{
    buf_addf(out, _("FINDING, severity %d, %s"), f->severity,
             words_label(v->work.set, "category", f->category));
    if (*f->description)
        buf_addf(out, ": %s", f->description);
}

static void
add_seals(const struct plain_wagon *v, struct buf *out)
{
    buf_addf(out, _("seals settled %zu of %zu"), v->work.seals.n - v->work.in.seals_open,
             v->work.seals.n);
    if (v->work.in.seals_bad)
        buf_addf(out, ", %s", _("SEALS DO NOT MATCH"));
}

/* What has been answered, in words. */
static void
add_state(const struct plain_wagon *v, const struct line *l, struct buf *out)
{
    const struct finding_row *f = work_finding_at(&v->work, l->key);

    switch (l->answer.state) {
    case ANSWER_NONE:
        if (l->item->type == ITEM_SEALS)
            add_seals(v, out);
        else
            buf_adds(out, _("not answered"));
        break;
    case ANSWER_OK:
        buf_adds(out, _("OK"));
        break;
    case ANSWER_FINDING:
        if (f)
            add_finding(v, f, out);
        else
            buf_adds(out, _("finding"));
        break;
    case ANSWER_NA:
        buf_adds(out, _("not applicable"));
        break;
    case ANSWER_NO_ACCESS:
        buf_addf(out, _("not accessible: %s"),
                 words_label(v->work.set, "reason", l->answer.reason ? l->answer.reason : ""));
        break;
    case ANSWER_VALUE:
        add_value(v, l, out);
        break;
    }
    if (l->answer.marks & ANSWER_BULK)
        buf_addf(out, ", %s", _("by rest of zone"));
    if (l->answer.marks & ANSWER_COPIED)
        buf_addf(out, ", %s", _("copied"));
    if (l->answer.note && *l->answer.note)
        buf_addf(out, _(", note: %s"), l->answer.note);
}

static void
say_zone(struct plain_wagon *v, const struct line *l)
{
    size_t first, last, done;

    if (v->zone == l->item->zone)
        return;
    v->zone = l->item->zone;
    inspection_zone(&v->work.in, v->at, &first, &last, &done);
    plain_say(v->p, _("Zone %s, answered %zu of %zu"),
              words_in(&l->item->zone->label, plain_wagon_lang(v)), done, last - first + 1);
}

/* Gate, what was returned, then the hint. */
static void
say_below(const struct plain_wagon *v, const struct line *l)
{
    const struct gate *gate = work_gate_at(&v->work, l);
    const struct review_row *point = work_point(&v->work, l->key);
    const char *limits = words_in(&l->item->constraint_message, plain_wagon_lang(v));
    size_t lang = plain_wagon_lang(v);

    if (!point)
        point = work_point(&v->work, "");
    if (gate && l->answer.state == ANSWER_NONE)
        plain_say(v->p, _("GATE %s not confirmed: %s %s"), gate->code, words_in(&gate->label, lang),
                  words_in(&gate->warning, lang));
    if (point)
        plain_say(v->p, _("RETURNED by %s: %s"), point->officer, point->reason);
    plain_say(v->p, "%s", words_in(&l->item->hint, lang));
    if (*limits)
        plain_say(v->p, "%s", limits);
}

static void
add_wagon(const struct plain_wagon *v, struct buf *out)
{
    const struct wagon_row *w = v->work.wagon;

    if (w->position)
        buf_addf(out, _("Wagon %d of %zu, %s, %s"), w->position, v->wagons, w->number,
                 v->work.in.sheet ? words_in(&v->work.in.sheet->label, plain_wagon_lang(v))
                                  : _("kind?"));
    else
        buf_addf(out, _("Train %s, checklist of the train"), v->work.train->number);
    if (v->work.state != WAGON_NOT_STARTED && v->work.state != WAGON_IN_WORK)
        buf_addf(out, ", %s", words_wagon_state(w->state));
}

void
plain_wagon_where(struct plain_wagon *v)
{
    const struct line *l = plain_line(v);
    struct buf text = {0};

    add_wagon(v, &text);
    if (!l) {
        plain_say(v->p, "%s. %s", buf_text(&text),
                  _("The kind of this wagon is not known: type kind"));
        buf_release(&text);
        return;
    }
    say_zone(v, l);
    buf_addf(&text, _(", item %s: "), l->key);
    buf_addf(&text, "%s. ", words_in(&l->item->label, plain_wagon_lang(v)));
    add_state(v, l, &text);
    plain_say(v->p, "%s", buf_text(&text));
    buf_release(&text);
    say_below(v, l);
    if (l->item->list)
        plain_say_choices(v->p, l->item->list, v->work.set);
    if (strcmp(v->work.wagon->kind_from, "digit") == 0)
        plain_say(v->p, "%s",
                  _("The kind is suggested by the number, not by the list: kind "
                    "confirms it"));
}

void
plain_wagon_wanted(const struct plain_wagon *v, struct buf *out)
{
    const struct line *l = plain_line(v);
    const char *unit = l ? tr(unit_symbol(l->item->unit)) : "";

    if (!l || l->gated)
        return;
    switch (l->item->type) {
    case ITEM_DECIMAL:
    case ITEM_INTEGER:
        if (*unit)
            buf_addf(out, _("the number in %s"), unit);
        else
            buf_adds(out, _("the number"));
        break;
    case ITEM_SELECT_ONE:
        buf_adds(out, _("the number of a choice"));
        break;
    case ITEM_SELECT_MULTIPLE:
        buf_adds(out, _("the numbers of all that apply"));
        break;
    case ITEM_TEXT:
        buf_adds(out, _("a and the text"));
        break;
    default:
        break;
    }
}

void
plain_wagon_card(const struct plain_wagon *v)
{
    const struct line *l = plain_line(v);
    struct buf tools = {0};

    if (!l)
        return;
    plain_say(v->p, "%s %s", l->item->name, words_in(&l->item->label, plain_wagon_lang(v)));
    plain_say(v->p, "%s", words_in(&l->item->card, plain_wagon_lang(v)));
    words_choices(&tools, checklist_list(v->work.set, "tool"), l->item->tools, plain_wagon_lang(v));
    if (tools.len)
        plain_say(v->p, _("Tools: %s"), buf_text(&tools));
    buf_release(&tools);
}

void
plain_wagon_items(const struct plain_wagon *v)
{
    for (size_t i = 0; i < v->work.in.n; i++) {
        const struct line *l = &v->work.in.lines[i];
        struct buf text = {0};

        buf_addf(&text, "%s: %s. ", l->key, words_in(&l->item->label, plain_wagon_lang(v)));
        add_state(v, l, &text);
        if (l->gated && l->answer.state == ANSWER_NONE)
            buf_addf(&text, ", %s", _("waits for a gate"));
        plain_say(v->p, "%s", buf_text(&text));
        buf_release(&text);
    }
}
