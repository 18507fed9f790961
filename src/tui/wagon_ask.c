/* SPDX-License-Identifier: ISC */
/* What the keys of the wagon screen ask before something is changed: a value, a reason, a name. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/region.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/wagon_view.h"

struct effect
wagon_ask_reason(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!l)
        return effect_none();
    if (l->gated)
        return wagon_gated(s);
    made_reasons(&v->made, v->work.set);
    return effect_push(screen_choose(s->ui, ASK_REASON, _("Not accessible: why?"), &v->made.list,
                                     v->work.set, s->ui->no_access, true));
}

/* The category that is most likely here. */
static const char *
usual_category(const struct screen *s, const struct line *l)
{
    const char *zone = l->item->zone->name;

    if (strcmp(zone, "seals") == 0)
        return "SEAL";
    if (strcmp(zone, "papers") == 0 || strcmp(zone, "markings") == 0)
        return "DOCS";
    return *s->ui->category ? s->ui->category : "SAFE";
}

struct effect
wagon_ask_category(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    const struct choice_list *categories = checklist_list(v->work.set, "category");

    if (!l || !categories)
        return effect_none();
    if (l->gated) { /* says which gate */
        return wagon_answer(s, ANSWER_FINDING, NULL, NULL, NULL, NULL);
    }
    return effect_push(screen_choose(s->ui, ASK_CATEGORY, _("Finding: category"), categories,
                                     v->work.set, usual_category(s, l), false));
}

struct effect
wagon_open_seals(struct screen *s)
{
    struct wagon_view *v = s->data;
    struct screen *seals;

    v->go_on = true;
    seals = screen_seals(s->ui, v->wagon);
    seals->tag = ASK_SEALS;
    return effect_push(seals);
}

/* A number is typed into its line. */
void
wagon_start_typing(struct wagon_view *v, const char *text)
{
    v->field.kind = FIELD_NUMBER;
    v->field.max = 15;
    field_set(&v->field, text);
    v->editing = true;
}

static struct effect
ask_value(struct screen *s, const struct line *l)
{
    struct wagon_view *v = s->data;
    const char *label = words_in(&l->item->label, wagon_lang(v));
    const char *value = l->answer.value ? l->answer.value : "";
    char number[40];

    if (l->gated) /* says which gate */
        return wagon_answer(s, ANSWER_FINDING, NULL, NULL, NULL, NULL);
    switch (l->item->type) {
    case ITEM_SELECT_ONE:
    case ITEM_SELECT_MULTIPLE:
        return effect_push(screen_choose(s->ui,
                                         l->item->type == ITEM_SELECT_ONE ? ASK_CHOICE : ASK_TOGGLE,
                                         label, l->item->list, v->work.set, value, false));
    case ITEM_DECIMAL:
    case ITEM_INTEGER:
        wagon_start_typing(v, region_number(value, number, sizeof number));
        return effect_redraw();
    default:
        return effect_push(screen_ask_recall(
            screen_ask(s->ui, ASK_VALUE, label, value, FIELD_TEXT, false), RECENT_VALUE, l->key));
    }
}

/* Enter: answers the item, or opens what stands there. */
struct effect
wagon_enter(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    const struct finding_row *finding = l ? wagon_finding_at(v, l) : NULL;

    if (!l)
        return effect_none();
    if (l->item->type == ITEM_SEALS)
        return wagon_open_seals(s);
    if (l->answer.state == ANSWER_FINDING && finding)
        return effect_push(screen_finding(s->ui, v->wagon, finding->uuid));
    if (l->item->type != ITEM_CHECK)
        return ask_value(s, l);
    return wagon_answer(s, ANSWER_OK, NULL, NULL, NULL, NULL);
}

/* OK and on to the next: asks for a value that is not there yet, never writes over a finding. */
struct effect
wagon_ok(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!l)
        return effect_none();
    if (l->answer.state == ANSWER_FINDING && wagon_finding_at(v, l)) {
        ui_say(s->ui, "%s", _("a finding stands here: Enter opens it, there F8 withdraws it"));
        return effect_redraw();
    }
    if (l->answer.state == ANSWER_OK || l->answer.state == ANSWER_VALUE ||
        (l->item->type == ITEM_SEALS && line_done(&v->work.in, l))) {
        wagon_go_on(s);
        return effect_redraw();
    }
    return wagon_enter(s);
}

/* Gates of the train are confirmed by somebody who is named; a wagon's by the officer himself. */
struct effect
wagon_ask_confirm(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    const struct gate *gate = l ? wagon_gate_at(v, l) : NULL;

    if (!gate) {
        ui_say(s->ui, "%s", _("no gate is open at this item"));
        return effect_redraw();
    }
    if (gate->scope == SCOPE_TRAIN) {
        char question[300];

        snprintf(question, sizeof question, _("%s Who confirmed it?"),
                 words_in(&gate->label, wagon_lang(v)));
        return effect_push(screen_ask_recall(
            screen_ask_offer(s->ui, ASK_GATE_NAME, question,
                             *s->ui->gate_name ? s->ui->gate_name : s->ui->app->officer),
            RECENT_NAME, ""));
    }
    return wagon_confirm(s, s->ui->app->officer);
}

struct effect
wagon_ask_return(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    struct rc_error err = {0};
    char question[160];

    if (!l)
        return effect_none();
    if (!right_needed(s->ui->app->roles, RIGHT_REVIEW, &err) ||
        !point_may_return(v->work.train_state, v->work.state, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    snprintf(question, sizeof question, _("Return %s to the officers: for what reason?"), l->key);
    return effect_push(screen_ask_reason(s->ui, ASK_RETURN, question));
}

struct effect
wagon_choose(struct screen *s, enum wagon_ask what)
{
    struct wagon_view *v = s->data;
    char level[12];

    snprintf(level, sizeof level, "%d", v->work.wagon->level);
    if (what == ASK_LEVEL)
        made_levels(&v->made);
    else
        made_kinds(&v->made, v->work.set);
    return effect_push(screen_choose(
        s->ui, (int)what, what == ASK_LEVEL ? _("Level of inspection") : _("Kind of the wagon"),
        &v->made.list, v->work.set, what == ASK_LEVEL ? level : v->work.wagon->kind, false));
}

/* A wagon whose kind nobody has confirmed cannot be closed: asks for it first. */
struct effect
wagon_ask_close(struct screen *s)
{
    struct wagon_view *v = s->data;

    v->closing = v->work.wagon->position > 0 && !wagon_is_closed(v->work.state) &&
                 (!v->work.in.sheet || strcmp(v->work.wagon->kind_from, "digit") == 0);
    return v->closing ? wagon_choose(s, ASK_KIND) : wagon_close(s);
}
