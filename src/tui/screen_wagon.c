/* SPDX-License-Identifier: ISC */
/* The wagon: the screen where officers live. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/wagon_view.h"

bool
wagon_reload(struct screen *s, struct rc_error *err)
{
    struct wagon_view *v = s->data;
    struct wagons consist = {0};
    struct work work;

    if (!work_open(s->ui->app, v->wagon, &work, err))
        return false;
    if (!store_consist(s->ui->app->store, work.wagon->train, false, &consist, err)) {
        work_release(&work);
        return false;
    }
    work_release(&v->work);
    wagons_release(&v->consist);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->consist = consist;
    wagon_lay_rows(v);
    return true;
}

/* The wagon before or after in the consist, with the cursor in the same zone. */
static struct effect
neighbour(struct screen *s, int step)
{
    struct wagon_view *v = s->data;

    for (size_t i = 0; i < v->consist.n; i++) {
        size_t to = step > 0 ? i + 1 : i - 1;

        if (v->consist.rows[i].id != v->wagon)
            continue;
        if (to >= v->consist.n)
            break;
        return effect_replace(screen_wagon(s->ui, v->consist.rows[to].id, v->key));
    }
    ui_say(s->ui, "%s", step > 0 ? _("this is the last wagon") : _("this is the first wagon"));
    return effect_redraw();
}

static struct effect
move_zone(struct screen *s, bool forward)
{
    struct wagon_view *v = s->data;
    size_t first, last;

    if (!wagon_line(v))
        return effect_none();
    inspection_zone(&v->work.in, v->at, &first, &last, NULL);
    if (forward)
        wagon_go_to(v, last + 1 < v->work.in.n ? last + 1 : 0);
    else if (first > 0) {
        inspection_zone(&v->work.in, first - 1, &first, NULL, NULL);
        wagon_go_to(v, first);
    }
    return effect_redraw();
}

static bool
move(struct screen *s, enum action action)
{
    struct wagon_view *v = s->data;
    struct surface size = {.rows = s->ui->rows, .cols = s->ui->cols};
    struct scroll scroll = {.at = v->at, .n = v->work.in.n};
    int page = frame_rows(&size) - 3;

    if (!scroll_act(&scroll, action, page > 1 ? (size_t)page : 1))
        return false;
    wagon_go_to(v, scroll.at);
    return true;
}

static struct effect
ask_reason(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    const struct choice_list *reasons = checklist_list(v->work.set, "reason");

    if (!l)
        return effect_none();
    if (l->gated)
        return wagon_gated(s);
    if (!reasons)
        return effect_push(
            screen_ask(s->ui, ASK_REASON, _("Not accessible: why?"), "", FIELD_TEXT, false));
    return effect_push(screen_choose(s->ui, ASK_REASON, _("Not accessible: why?"), reasons,
                                     v->work.set, NULL, true));
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

static struct effect
ask_category(struct screen *s)
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

/* The seals; back from there the cursor goes on when they are settled. */
static struct effect
open_seals(struct screen *s)
{
    struct wagon_view *v = s->data;

    v->go_on = true;
    return effect_push(screen_seals(s->ui, v->wagon));
}

/* Enter, and OK on what takes a value. */
static struct effect
ask_value(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!l)
        return effect_none();
    switch (l->item->type) {
    case ITEM_CHECK:
        return wagon_answer(s, ANSWER_OK, NULL, NULL, NULL, NULL);
    case ITEM_SEALS:
        return open_seals(s);
    case ITEM_SELECT_ONE:
        return effect_push(screen_choose(s->ui, ASK_CHOICE,
                                         words_in(&l->item->label, wagon_lang(v)), l->item->list,
                                         v->work.set, l->answer.value, false));
    default:
        return effect_push(screen_ask(s->ui, ASK_VALUE, words_in(&l->item->label, wagon_lang(v)),
                                      l->answer.value ? l->answer.value : "",
                                      l->item->type == ITEM_DECIMAL || l->item->type == ITEM_INTEGER
                                          ? FIELD_NUMBER
                                          : FIELD_TEXT,
                                      false));
    }
}

/* Gates of the train are confirmed by somebody who is named; a wagon's by the officer himself. */
static struct effect
confirm(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!l || !l->gated) {
        ui_say(s->ui, "%s", _("no gate is open at this item"));
        return effect_redraw();
    }
    for (size_t i = 0; i < v->work.set->n_gates; i++) {
        if ((l->waits & ((gate_mask)1 << i)) && v->work.set->gates[i].scope == SCOPE_TRAIN) {
            char question[300];

            snprintf(question, sizeof question, _("%s Who confirmed it?"),
                     words_in(&v->work.set->gates[i].label, wagon_lang(v)));
            return effect_push(screen_ask(
                s->ui, ASK_GATE_NAME, question,
                *s->ui->gate_name ? s->ui->gate_name : s->ui->app->officer, FIELD_TEXT, false));
        }
    }
    return wagon_confirm(s, s->ui->app->officer);
}

static struct effect
next_open(struct screen *s)
{
    struct wagon_view *v = s->data;
    size_t next = inspection_next_open(&v->work.in, v->at);

    if (next == v->work.in.n)
        ui_say(s->ui, "%s", _("nothing open on this wagon: d closes it"));
    else
        wagon_go_to(v, next);
    return effect_redraw();
}

static struct effect
choose_made(struct screen *s, enum wagon_ask what)
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

static struct effect
open_other(struct screen *s, enum action action)
{
    struct wagon_view *v = s->data;
    int64_t train = v->work.train->id;
    struct ui *ui = s->ui;

    switch (action) {
    case ACT_CARD:
        return wagon_line(v) ? effect_push(screen_card(ui, v->work.set, wagon_line(v)->item))
                             : effect_none();
    case ACT_SEALS:
        return open_seals(s);
    case ACT_HISTORY:
        return effect_push(screen_history(ui, v->wagon));
    case ACT_LOG:
        return effect_push(screen_log(ui, train, v->wagon));
    case ACT_FINDINGS:
        return effect_push(screen_findings(ui, train, v->wagon));
    case ACT_MISSING:
        return effect_push(screen_missing(ui, train, v->wagon));
    case ACT_GATES:
        return effect_push(screen_gates(ui, train, v->wagon));
    case ACT_GO:
        return effect_push(screen_find(ui, train));
    default:
        return effect_default();
    }
}

static struct effect
wagon_act(struct screen *s, enum action action)
{
    struct wagon_view *v = s->data;

    if (move(s, action))
        return effect_redraw();
    switch (action) {
    case ACT_LEFT:
        return neighbour(s, -1);
    case ACT_RIGHT:
        return neighbour(s, 1);
    case ACT_NEXT_ZONE:
    case ACT_PREV_ZONE:
        return move_zone(s, action == ACT_NEXT_ZONE);
    case ACT_NEXT_OPEN:
        return next_open(s);
    case ACT_OK:
    case ACT_ANSWER:
        return ask_value(s);
    case ACT_FINDING:
        return ask_category(s);
    case ACT_NOT_APPLICABLE:
        return wagon_answer(s, ANSWER_NA, NULL, NULL, NULL, NULL);
    case ACT_NO_ACCESS:
        return ask_reason(s);
    case ACT_REST_OK:
        return wagon_rest_ok(s);
    case ACT_SAME:
        return wagon_same(s);
    case ACT_NOTE:
        if (!wagon_line(v))
            return effect_none();
        return effect_push(screen_ask(s->ui, ASK_NOTE, _("Note"),
                                      wagon_line(v)->answer.note ? wagon_line(v)->answer.note : "",
                                      FIELD_TEXT, false));
    case ACT_CONFIRM:
        return confirm(s);
    case ACT_UNDO:
    case ACT_REDO:
        return wagon_step(s, action == ACT_REDO);
    case ACT_CLOSE_WAGON:
        return wagon_close(s);
    case ACT_LEVEL:
        return choose_made(s, ASK_LEVEL);
    case ACT_KIND:
        return choose_made(s, ASK_KIND);
    case ACT_STRIKE:
        return effect_push(screen_ask(s->ui, ASK_STRIKE, _("Strike out: for what reason?"), "",
                                      FIELD_TEXT, false));
    default:
        return open_other(s, action);
    }
}

/* --- typing a number straight into its line --- */

static bool
wagon_wants(const struct screen *s, const struct key *key)
{
    const struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (v->editing)
        return key->code == RK_CHAR || key->code == RK_ENTER || key->code == RK_ESC ||
               key->code == RK_BACKSPACE || key->code == RK_DELETE || key->code == RK_LEFT ||
               key->code == RK_RIGHT;
    if (!l || l->gated || key->code != RK_CHAR ||
        (l->item->type != ITEM_DECIMAL && l->item->type != ITEM_INTEGER))
        return false;
    return key->ch == '-' || layout_digit(&s->ui->layouts, s->ui->layout, key->ch) != 0;
}

static struct effect
wagon_text(struct screen *s, const struct key *key)
{
    struct wagon_view *v = s->data;
    struct effect effect;

    if (!v->editing) {
        v->field.kind = FIELD_NUMBER;
        v->field.max = 15;
        field_set(&v->field, "");
        v->editing = true;
    }
    if (key->code == RK_ESC) {
        v->editing = false;
        return effect_redraw();
    }
    if (key->code == RK_ENTER) {
        char *value = strdup(buf_text(&v->field.text));

        if (!value || !*value) {
            free(value);
            return effect_redraw();
        }
        effect = wagon_answer(s, ANSWER_VALUE, value, NULL, NULL, NULL);
        if (!s->ui->message_is_error)
            v->editing = false;
        free(value);
        return effect;
    }
    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static struct effect
wagon_result(struct screen *s, int tag, const char *text)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!text || (!l && tag != ASK_KIND && tag != ASK_LEVEL && tag != ASK_STRIKE))
        return effect_redraw();
    switch (tag) {
    case ASK_VALUE:
    case ASK_CHOICE:
        return wagon_answer(s, ANSWER_VALUE, text, NULL, NULL, NULL);
    case ASK_REASON: /* "=text" are own words */
        return wagon_answer(s, ANSWER_NO_ACCESS, NULL, *text == '=' ? text + 1 : text, NULL, NULL);
    case ASK_NOTE:
        return wagon_answer(s, l->answer.state, NULL, NULL, text, NULL);
    case ASK_CATEGORY:
        return wagon_finding(s, text, NULL);
    case ASK_GATE_NAME:
        snprintf(s->ui->gate_name, sizeof s->ui->gate_name, "%s", text);
        return wagon_confirm(s, text);
    case ASK_LEVEL:
    case ASK_KIND:
        return wagon_change(s, (enum wagon_ask)tag, text, NULL);
    case ASK_STRIKE:
        return wagon_strike(s, text);
    case ASK_WHY:
        return wagon_repeat(s, text);
    default:
        return effect_redraw();
    }
}

static void
wagon_close_screen(struct screen *s)
{
    struct wagon_view *v = s->data;

    work_release(&v->work);
    wagons_release(&v->consist);
    made_release(&v->made);
    field_release(&v->field);
    pending_release(&v->pending);
    free(v->rows);
}

static const struct screen_ops wagon_ops = {
    .name = "wagon",
    .context = IN_WAGON,
    .draw = wagon_draw,
    .act = wagon_act,
    .wants = wagon_wants,
    .text = wagon_text,
    .reload = wagon_reload,
    .result = wagon_result,
    .close = wagon_close_screen,
};

struct screen *
screen_wagon(struct ui *ui, int64_t wagon, const char *key)
{
    struct screen *s = screen_new(ui, &wagon_ops, sizeof(struct wagon_view));
    struct wagon_view *v = s->data;

    v->wagon = wagon;
    snprintf(v->key, sizeof v->key, "%s", key);
    return s;
}

struct screen *
screen_wagon_after(struct ui *ui, int64_t wagon, const char *key)
{
    struct screen *s = screen_wagon(ui, wagon, key);
    struct wagon_view *v = s->data;

    v->go_on = true;
    return s;
}
