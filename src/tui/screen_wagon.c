/* SPDX-License-Identifier: ISC */
/* The wagon: the screen where officers live. */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/guide.h"
#include "tui/picture.h"
#include "tui/wagon_read.h"
#include "tui/wagon_view.h"

bool
wagon_reload(struct screen *s, struct rc_error *err)
{
    struct wagon_view *v = s->data;

    if (!wagon_read(s->ui->app, v->wagon, &v->work, &v->consist, &v->walk, err))
        return false;
    v->guided = guide_wanted(s->ui) && role_may(s->ui->app->roles, RIGHT_INSPECT);
    wagon_lay_rows(v);
    return true;
}

/* The wagon before or after in the consist, with the cursor in the same zone. */
static struct effect
neighbour(struct screen *s, int step)
{
    struct wagon_view *v = s->data;

    if (!v->work.wagon->position && v->consist.n && step > 0) /* the train's own list is first */
        return effect_replace(screen_wagon(s->ui, v->consist.rows[0].id, ""));
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

/* On to the next open wagon; says what stays open here. */
static struct effect
next_wagon(struct screen *s)
{
    struct wagon_view *v = s->data;
    size_t left = v->work.in.n - inspection_done(&v->work.in);
    int64_t wagon = wagon_next_open(s);

    v->round[0] = '\0';
    if (!wagon) {
        ui_say(s->ui, "%s", _("all other wagons are closed"));
        return effect_redraw();
    }
    if (left)
        ui_say(s->ui, _("left open on wagon %d: %zu"), v->work.wagon->position, left);
    return effect_replace(screen_wagon(s->ui, wagon, ""));
}

/* Lines from the one under the cursor on to line i, wrapping: 1 to n. */
static size_t
ahead(const struct wagon_view *v, size_t i)
{
    size_t n = v->work.in.n;

    return (i + n - v->at - 1) % n + 1;
}

/* Each open line of the wagon once, from where the first key was pressed; then the next wagon. */
static struct effect
next_open(struct screen *s)
{
    struct wagon_view *v = s->data;
    size_t n = v->work.in.n, next = wagon_next_line(v, v->at), from = v->at;
    bool first = !*v->round;

    if (!first)
        from = inspection_find(&v->work.in, v->round);
    else if (v->at < n)
        snprintf(v->round, sizeof v->round, "%s", v->work.in.lines[v->at].key);
    if (next < n && ahead(v, next) < ahead(v, from))
        wagon_go_to(v, next);
    else if (next == n && first && v->work.wagon->position && !wagon_is_closed(v->work.state))
        ui_say(s->ui, "%s", _("nothing open on this wagon: d closes it"));
    else
        return next_wagon(s);
    return effect_redraw();
}

static struct effect
push_asking(struct screen *next, enum wagon_ask what)
{
    next->tag = (int)what;
    return effect_push(next);
}

static struct effect
open_drawing(struct screen *s)
{
    struct wagon_view *v = s->data;

    if (picture_of(&v->work, wagon_line(v)))
        return push_asking(screen_drawing(s->ui, v->wagon, v->key), ASK_MISSING);
    ui_say(s->ui, "%s", _("there is no drawing of this"));
    return effect_redraw();
}

static struct effect
open_other(struct screen *s, enum action action)
{
    struct wagon_view *v = s->data;
    int64_t train = v->work.train->id;
    struct ui *ui = s->ui;

    switch (action) {
    case ACT_CARD:
        return wagon_line(v) ? effect_push(screen_card(ui, v->work.set, wagon_line(v)->item,
                                                       wagon_line(v)->waits))
                             : effect_none();
    case ACT_DRAWING:
        return open_drawing(s);
    case ACT_SEALS:
        return wagon_open_seals(s);
    case ACT_HISTORY:
        return effect_push(screen_history(ui, v->wagon));
    case ACT_LOG:
        return effect_push(screen_log(ui, train, v->wagon));
    case ACT_RETURN:
        return wagon_ask_return(s);
    case ACT_FINDINGS:
        return effect_push(screen_findings(ui, train, v->wagon));
    case ACT_MISSING:
        return push_asking(screen_missing(ui, train, v->wagon), ASK_MISSING);
    case ACT_GATES:
        return effect_push(screen_gates(ui, train, v->wagon));
    case ACT_GO:
        return push_asking(screen_find(ui, train), ASK_FOUND);
    default:
        return effect_default();
    }
}

static struct effect
wagon_act(struct screen *s, enum action action)
{
    struct wagon_view *v = s->data;

    if (action != ACT_NEXT_OPEN)
        v->round[0] = '\0';
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
        return wagon_ok(s);
    case ACT_ANSWER:
        return wagon_enter(s);
    case ACT_FINDING:
        return wagon_ask_category(s);
    case ACT_NOT_APPLICABLE:
        return wagon_answer(s, ANSWER_NA, NULL, NULL, NULL, NULL);
    case ACT_NO_ACCESS:
        return wagon_ask_reason(s);
    case ACT_REST_OK:
        return wagon_rest_ok(s);
    case ACT_SAME:
        return wagon_same(s);
    case ACT_NOTE:
        if (!wagon_line(v))
            return effect_none();
        return effect_push(screen_ask_recall(
            screen_ask(s->ui, ASK_NOTE, _("Note to the item"),
                       wagon_line(v)->answer.note ? wagon_line(v)->answer.note : "", FIELD_TEXT,
                       false),
            RECENT_NOTE, ""));
    case ACT_CONFIRM:
        return wagon_ask_confirm(s);
    case ACT_UNDO:
    case ACT_REDO:
        return wagon_step(s, action == ACT_REDO);
    case ACT_CLOSE_WAGON:
        return wagon_ask_close(s);
    case ACT_TURN:
    case ACT_SIDE:
        walking_change(s->ui, v->work.train->id, action, &v->walk);
        return effect_redraw();
    case ACT_HINTS:
        guide_switch(s->ui);
        v->guided = s->ui->hints == HINTS_ON;
        return effect_redraw();
    case ACT_LEVEL:
        return wagon_choose(s, ASK_LEVEL);
    case ACT_KIND:
        return wagon_choose(s, ASK_KIND);
    case ACT_STRIKE:
        return effect_push(screen_ask_reason(s->ui, ASK_STRIKE, _("Strike out: for what reason?")));
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

    if (v->editing) /* all keys: none may lose what is typed */
        return true;
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

    if (!v->editing)
        wagon_start_typing(v, "");
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
        if (!wagon_failed(s))
            v->editing = false;
        free(value);
        return effect;
    }
    if (!field_key(&v->field, key, &s->ui->layouts, s->ui->layout))
        ui_say(s->ui, "%s", _("Enter saves the value, Esc leaves it as it was"));
    return effect_redraw();
}

/* Another wagon takes this one's place; one of another train comes on top. */
static struct effect
go_to_found(struct screen *s, const char *id)
{
    const struct wagon_view *v = s->data;
    int64_t wagon = 0;

    if (!number_integer(id, &wagon) || wagon == v->wagon)
        return effect_redraw();
    for (size_t i = 0; i < v->consist.n; i++) {
        if (v->consist.rows[i].id == wagon)
            return effect_replace(screen_wagon(s->ui, wagon, ""));
    }
    return effect_push(screen_wagon(s->ui, wagon, ""));
}

/* The kind; when it was asked for because of closing, closing goes on. */
static struct effect
kind_chosen(struct screen *s, const char *kind)
{
    struct wagon_view *v = s->data;
    bool closing = v->closing;
    struct effect effect = wagon_change(s, ASK_KIND, kind, NULL);

    v->closing = false;
    if (!closing || effect.kind == EFFECT_PUSH || wagon_failed(s))
        return effect;
    return wagon_close(s);
}

static struct effect
wagon_result(struct screen *s, int tag, const char *text)
{
    struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!text)
        v->closing = false;
    if (!text || (!l && tag < ASK_LEVEL))
        return effect_redraw();
    switch (tag) {
    case ASK_TOGGLE:
        return wagon_toggle(s, text);
    case ASK_STOP:
        return effect_push(screen_finding(s->ui, v->wagon, v->finding));
    case ASK_MISSING:
        if (inspection_find(&v->work.in, text) < v->work.in.n)
            wagon_go_to(v, inspection_find(&v->work.in, text));
        return effect_redraw();
    case ASK_FOUND:
        return go_to_found(s, text);
    case ASK_VALUE:
    case ASK_CHOICE:
        return wagon_answer(s, ANSWER_VALUE, text, NULL, NULL, NULL);
    case ASK_REASON: /* "=text" are own words */
        snprintf(s->ui->no_access, sizeof s->ui->no_access, "%s", text);
        return wagon_answer(s, ANSWER_NO_ACCESS, NULL, *text == '=' ? text + 1 : text, NULL, NULL);
    case ASK_NOTE:
        return wagon_answer(s, l->answer.state, NULL, NULL, text, NULL);
    case ASK_CATEGORY:
        return wagon_finding(s, text, NULL);
    case ASK_GATE_NAME:
        snprintf(s->ui->gate_name, sizeof s->ui->gate_name, "%s", text);
        return wagon_confirm(s, text);
    case ASK_LEVEL:
        return wagon_change(s, ASK_LEVEL, text, NULL);
    case ASK_KIND:
        return kind_chosen(s, text);
    case ASK_STRIKE:
        return wagon_strike(s, text);
    case ASK_WHY:
        return wagon_repeat(s, text);
    case ASK_RETURN:
        return wagon_return(s, text);
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

/* A mark of the strip: its wagon takes this one's place. */
static struct effect
wagon_click(struct screen *s, int row, int col)
{
    const struct wagon_view *v = s->data;
    size_t at = row == 1 ? frame_strip_at(&v->consist, v->work.wagon->position, s->ui->cols, col)
                         : v->consist.n;

    if (v->editing || at >= v->consist.n || v->consist.rows[at].id == v->wagon)
        return effect_none();
    return effect_replace(screen_wagon(s->ui, v->consist.rows[at].id, v->key));
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
    .click = wagon_click,
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
