/* SPDX-License-Identifier: ISC */
/* Plain mode: what is changed on a wagon, each one use case, acknowledged at once. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/review.h"
#include "base/alloc.h"
#include "base/number.h"
#include "cli/plain_wagon.h"
#include "core/rights.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/choices.h"
#include "tui/walking.h"
#include "tui/words.h"

/* Saves the answer of the present item and goes on; a note alone stays. False: not saved. */
static bool
answer(struct plain_wagon *v, const struct answer *given)
{
    const struct line *l = plain_line(v);
    bool only_note = given->note && given->state == l->answer.state && !given->value;
    const char *limits = words_in(&l->item->constraint_message, plain_wagon_lang(v));
    struct rc_error err = {0};
    char *why = NULL;
    bool outside = false, done;

    do
        done = inspect_answer(v->p->app, v->wagon, l->key, given, why, &outside, &err);
    while (!done && plain_why(v->p, &err, &why));
    free(why);
    plain_done(v->p, done, &err);
    if (done && outside)
        plain_say(v->p, _("%s. f raises a finding"), *limits ? limits : _("outside the limits"));
    if (done && plain_wagon_reload(v) && !only_note && !outside)
        plain_wagon_go_on(v);
    return done;
}

/* The names of the choices that the numbers in text stand for; false when one is none. */
static bool
choices_of(const struct plain_wagon *v, const struct choice_list *list, const char *text,
           struct buf *out)
{
    while (*text) {
        size_t len = strcspn(text, " ,");
        char *word = rc_memdup(text, len);
        size_t at = len ? plain_position(v->p, word, list->n) : 0;

        free(word);
        if (len && !at)
            return false;
        if (len)
            buf_addf(out, "%s%s", out->len ? " " : "", list->choices[at - 1].name);
        text += len + (text[len] != '\0');
    }
    return out->len > 0;
}

bool
plain_answer_typed(struct plain_wagon *v, const char *text)
{
    const struct line *l = plain_line(v);
    struct answer given = {.state = ANSWER_VALUE};
    struct buf names = {0};
    char number[32];
    bool taken = false;

    if (!l || l->gated)
        return false;
    if (l->item->type == ITEM_DECIMAL || l->item->type == ITEM_INTEGER) {
        taken = plain_number(v->p, text, number, sizeof number);
        given.value = number;
    } else if (l->item->list) {
        taken = choices_of(v, l->item->list, text, &names) &&
                (l->item->type == ITEM_SELECT_MULTIPLE || !strchr(buf_text(&names), ' '));
        given.value = buf_text(&names);
    }
    if (taken)
        answer(v, &given);
    buf_release(&names);
    return taken;
}

/* Asks for what the item wants to know. */
static void
ask_value(struct plain_wagon *v, const struct line *l)
{
    char *text = plain_ask(v->p, words_in(&l->item->label, plain_wagon_lang(v)),
                           l->item->type == ITEM_TEXT ? l->answer.value : NULL);

    if (text && l->item->type == ITEM_TEXT)
        answer(v, &(struct answer){.state = ANSWER_VALUE, .value = text});
    else if (text && !plain_answer_typed(v, text))
        plain_unknown(v->p);
    free(text);
}

/* OK and on: never over a finding, and a value that is asked for is asked. */
static void
ok(struct plain_wagon *v, const struct line *l)
{
    if (l->answer.state == ANSWER_FINDING && work_finding_at(&v->work, l->key)) {
        plain_say(v->p, "%s", _("a finding stands here: findings opens or withdraws it"));
    } else if (l->answer.state == ANSWER_OK || l->answer.state == ANSWER_VALUE ||
               (l->item->type == ITEM_SEALS && line_done(&v->work.in, l))) {
        plain_wagon_go_on(v);
    } else if (l->item->type == ITEM_SEALS) {
        plain_seals(v->p, v->wagon, NULL);
        if (plain_wagon_reload(v))
            plain_wagon_go_on(v);
    } else if (l->item->type == ITEM_CHECK || l->gated) { /* of a gated one: says which gate */
        answer(v, &(struct answer){.state = ANSWER_OK});
    } else {
        ask_value(v, l);
    }
}

/* Not accessible: for a gate the program knows why, else it asks. */
static void
no_access(struct plain_wagon *v, const struct line *l)
{
    struct made_list made = {0};
    struct rc_error err = {0};
    char *reason;
    size_t n = 0;

    if (l->gated) {
        bool done = inspect_zone_gated(v->p->app, v->wagon, l->key, &n, &err);

        plain_done(v->p, done, &err);
        if (done)
            plain_say(v->p,
                      tr_n("%zu item not accessible: gate not confirmed",
                           "%zu items not accessible: gate not confirmed", n),
                      n);
        if (done && plain_wagon_reload(v))
            plain_wagon_go_on(v);
        return;
    }
    made_reasons(&made, v->work.set);
    reason = plain_choose(v->p, _("Not accessible: why?"), &made.list, v->work.set, NULL, true);
    made_release(&made);
    if (reason)
        answer(v, &(struct answer){.state = ANSWER_NO_ACCESS, .reason = reason});
    free(reason);
}

/* The category that is most likely here. */
static const char *
usual_category(const struct line *l)
{
    const char *zone = l->item->zone->name;

    if (strcmp(zone, "seals") == 0)
        return "SEAL";
    return strcmp(zone, "papers") == 0 || strcmp(zone, "markings") == 0 ? "DOCS" : "SAFE";
}

static void
raise_finding(struct plain_wagon *v, const struct line *l)
{
    const struct choice_list *categories = checklist_list(v->work.set, "category");
    struct rc_error err = {0};
    char id[40], *why = NULL, *category;
    struct finding f;
    bool done;

    if (l->gated || !categories) { /* says which gate */
        answer(v, &(struct answer){.state = ANSWER_FINDING});
        return;
    }
    category = plain_choose(v->p, _("Finding: category"), categories, v->work.set,
                            usual_category(l), false);
    if (!category)
        return;
    f = finding_blank(category, l->item->severity);
    f.item = l->key;
    f.zone = l->item->zone->name;
    do
        done = inspect_finding(v->p->app, v->wagon, &f, why, id, &err);
    while (!done && plain_why(v->p, &err, &why));
    plain_done(v->p, done, &err);
    if (done) {
        plain_stop_work(v->p, v->work.set, finding_stop_work(v->work.set, &f));
        plain_finding(v->p, v->wagon, id);
    }
    free(category);
    free(why);
    if (done && plain_wagon_reload(v))
        plain_wagon_go_on(v);
}

static void
note(struct plain_wagon *v, const struct line *l)
{
    char *text = plain_ask(v->p, _("Note:"), l->answer.note);

    if (text)
        answer(v, &(struct answer){.state = l->answer.state, .note = text});
    free(text);
}

static void
confirm(struct plain_wagon *v, const struct line *l)
{
    const struct gate *gate = work_gate_at(&v->work, l);
    struct rc_error err = {0};
    struct plain *p = v->p;
    char *name = NULL;

    if (!gate) {
        plain_say(p, "%s", _("no gate is open at this item"));
        return;
    }
    if (gate->scope == SCOPE_TRAIN) {
        char question[300];

        snprintf(question, sizeof question, _("%s Who confirmed it?"),
                 words_in(&gate->label, plain_wagon_lang(v)));
        name = plain_ask(p, question, *p->gate_name ? p->gate_name : p->app->officer);
        if (!name)
            return;
        snprintf(p->gate_name, sizeof p->gate_name, "%s", name);
    }
    plain_done(p,
               inspect_gates_confirm(p->app, v->wagon, &gate->code, 1,
                                     name ? name : p->app->officer, &err),
               &err);
    free(name);
}

/* The rest of the zone, or the answer of the wagon before. */
static void
quick(struct plain_wagon *v, const struct line *l, bool rest)
{
    struct rc_error err = {0};
    size_t n = 0;
    bool done = rest ? inspect_zone_ok(v->p->app, v->wagon, l->key, &n, &err)
                     : inspect_copy(v->p->app, v->wagon, l->key, &err);

    plain_done(v->p, done, &err);
    if (done && rest)
        plain_say(v->p,
                  tr_n("%zu item of the zone OK; u takes it back",
                       "%zu items of the zone OK; u takes it back", n),
                  n);
    if (done && plain_wagon_reload(v))
        plain_wagon_go_on(v);
}

static void
return_item(struct plain_wagon *v, const struct line *l)
{
    struct rc_error err = {0};
    char question[160], *reason;

    if (!right_needed(v->p->app->roles, RIGHT_REVIEW, &err) ||
        !point_may_return(v->work.train_state, v->work.state, &err)) {
        plain_error(v->p, &err);
        return;
    }
    snprintf(question, sizeof question, _("Return %s to the officers: for what reason?"), l->key);
    reason = plain_ask(v->p, question, NULL);
    if (reason)
        plain_done(v->p, review_return(v->p->app, v->wagon, l->key, NULL, reason, &err), &err);
    free(reason);
}

void
plain_answer(struct plain_wagon *v, int act)
{
    const struct line *l = plain_line(v);

    if (!l) {
        plain_say(v->p, "%s", _("The kind of this wagon is not known: type kind"));
        return;
    }
    switch (act) {
    case WAGON_OK:
        ok(v, l);
        break;
    case WAGON_RAISE:
        raise_finding(v, l);
        break;
    case WAGON_NOT_APPLICABLE:
        answer(v, &(struct answer){.state = ANSWER_NA});
        break;
    case WAGON_NO_WAY:
        no_access(v, l);
        break;
    case WAGON_NOTE:
        note(v, l);
        break;
    case WAGON_CONFIRM:
        confirm(v, l);
        break;
    case WAGON_RETURN:
        return_item(v, l);
        break;
    default:
        quick(v, l, act == WAGON_REST);
        break;
    }
}

/* --- the wagon as a whole --- */

/* Level or kind, chosen from a list. False: left, or not saved. */
static bool
change(struct plain_wagon *v, bool kind)
{
    struct made_list made = {0};
    struct rc_error err = {0};
    char now[12], *value, *why = NULL;
    int64_t level = 0;
    bool done = false;

    snprintf(now, sizeof now, "%d", v->work.wagon->level);
    if (kind)
        made_kinds(&made, v->work.set);
    else
        made_levels(&made);
    value = plain_choose(v->p, kind ? _("Kind of the wagon") : _("Level of inspection"), &made.list,
                         v->work.set, kind ? v->work.wagon->kind : now, false);
    made_release(&made);
    if (value) {
        if (!kind)
            number_integer(value, &level);
        do
            done = inspect_change(v->p->app, v->wagon, kind ? value : NULL, (int)level, why, &err);
        while (!done && plain_why(v->p, &err, &why));
        plain_done(v->p, done, &err);
    }
    free(value);
    free(why);
    return done;
}

/* The next open wagon in the walking direction, wrapping; 0 when all others are closed. */
static int64_t
next_open(const struct plain_wagon *v)
{
    struct wagons consist = {0};
    struct walk_row walk = {0};
    struct rc_error err = {0};
    size_t here = 0;
    int64_t found = 0;

    if (!store_consist(v->p->app->store, v->work.train->id, false, &consist, &err) ||
        !walk_now(v->p->app, v->work.train->id, &walk, &err))
        plain_error(v->p, &err);
    for (size_t i = 0; i < consist.n; i++)
        here = consist.rows[i].id == v->wagon ? i : here;
    for (size_t i = 1; i < consist.n && !found; i++) {
        const struct wagon_row *w = &consist.rows[walking_row(&walk, here, i, consist.n)];
        enum wagon_state state = WAGON_NOT_STARTED;

        wagon_state_parse(w->state, &state);
        if (state != WAGON_STRUCK && !wagon_is_closed(state))
            found = w->id;
    }
    wagons_release(&consist);
    return found;
}

static void
close_wagon(struct plain_wagon *v)
{
    int position = v->work.wagon->position;
    struct rc_error err = {0};
    bool done;

    if (!position) {
        plain_say(v->p, "%s", _("the train's own list is not closed; submitting takes it along"));
        return;
    }
    /* A wagon whose kind nobody has confirmed cannot be closed. */
    if (!wagon_is_closed(v->work.state) &&
        (!v->work.in.sheet || strcmp(v->work.wagon->kind_from, "digit") == 0) && !change(v, true))
        return;
    done = inspect_close(v->p->app, v->wagon, &err);
    if (!done && err.code == RC_E_WAGON_MISSING) {
        plain_say(v->p, "%s", _("The wagon stays open: something is not filled in."));
        plain_missing(v->p, v->work.train->id, v->wagon);
        return;
    }
    if (!plain_done(v->p, done, &err))
        return;
    v->next = next_open(v);
    v->leave = !v->next;
    plain_say(v->p, v->next ? _("wagon %d closed") : _("wagon %d closed; it was the last one"),
              position);
}

static void
step(struct plain_wagon *v, bool redo)
{
    struct rc_error err = {0};
    char what[40];
    bool done = redo ? inspect_redo(v->p->app, v->wagon, what, &err)
                     : inspect_undo(v->p->app, v->wagon, what, &err);

    if (plain_done(v->p, done, &err))
        plain_say(v->p, redo ? _("brought back: %s") : _("undone: %s"), words_step(what));
}

void
plain_wagon_change(struct plain_wagon *v, int act)
{
    struct rc_error err = {0};
    char *reason;

    switch (act) {
    case WAGON_CLOSE:
        close_wagon(v);
        break;
    case WAGON_KIND:
    case WAGON_LEVEL:
        change(v, act == WAGON_KIND);
        break;
    case WAGON_STRIKE:
        reason = plain_ask(v->p, _("Strike out: for what reason?"), NULL);
        if (reason && plain_done(v->p, inspect_strike(v->p->app, v->wagon, reason, &err), &err))
            plain_say(v->p, "%s", _("struck out; u takes it back"));
        free(reason);
        break;
    default:
        step(v, act == WAGON_REDO);
        break;
    }
}
