/* SPDX-License-Identifier: ISC */
/* Review: the shift lead looks at a train on one screen, jumps, returns, holds, decides. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/decide.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/review_view.h"
#include "tui/ui.h"
#include "tui/words.h"

enum { ASK_RETURN = 1, ASK_HOLD, ASK_RELEASE, ASK_SETTLE, ASK_DECISION, ASK_WHY, ASK_SIGN };

static void
add_row(struct review_view *v, enum review_part part, bool heading, size_t line)
{
    ARRAY_GROW(v->rows, v->n_rows, v->cap_rows);
    v->rows[v->n_rows++] = (struct review_view_row){part, heading, line};
}

#define SHOWN_AT_FIRST 4 /* a part with more lines begins folded: all headings fit on a screen */

static void
lay_rows(struct review_view *v)
{
    size_t line = 0;

    for (int part = 0; part < REVIEW_PARTS && !v->laid; part++)
        v->folded[part] = v->review.count[part] > SHOWN_AT_FIRST;
    v->laid = true;
    v->n_rows = 0;
    for (int part = 0; part < REVIEW_PARTS; part++) {
        add_row(v, (enum review_part)part, true, 0);
        for (; line < v->review.n && v->review.lines[line].part == (enum review_part)part; line++) {
            if (!v->folded[part])
                add_row(v, (enum review_part)part, false, line);
        }
    }
}

/* What the cursor stood on, to find it again when rows came or went. */
struct mark {
    enum review_part part;
    bool heading;
    int64_t wagon;
    char item[64], finding[40];
};

static struct mark
mark_here(const struct review_view *v)
{
    const struct review_line *line = review_line_here(v);
    struct mark mark = {.heading = !line};

    if (v->scroll.at < v->n_rows)
        mark.part = v->rows[v->scroll.at].part;
    if (line) {
        mark.wagon = line->wagon;
        memcpy(mark.item, line->item, sizeof mark.item);
        memcpy(mark.finding, line->finding, sizeof mark.finding);
    }
    return mark;
}

static void
find_again(struct review_view *v, const struct mark *mark)
{
    for (size_t i = 0; i < v->n_rows; i++) {
        const struct review_view_row *row = &v->rows[i];
        const struct review_line *line = row->heading ? NULL : &v->review.lines[row->line];

        if (row->part == mark->part && row->heading == mark->heading &&
            (!line || (line->wagon == mark->wagon && strcmp(line->item, mark->item) == 0 &&
                       strcmp(line->finding, mark->finding) == 0))) {
            v->scroll.at = i;
            return;
        }
    }
}

static bool
review_reload(struct screen *s, struct rc_error *err)
{
    struct review_view *v = s->data;
    struct app *app = s->ui->app;
    const struct mark mark = mark_here(v);
    struct wagons consist = {0};
    struct review now;

    if (!review_read(app, v->train, i18n_codes(), &now, err))
        return false;
    if (!store_consist(app->store, v->train, false, &consist, err)) {
        review_release(&now);
        return false;
    }
    review_release(&v->review);
    wagons_release(&v->consist);
    v->review = now;
    v->consist = consist;
    v->set = app_set(app, v->review.trains.rows[0].checklist, err);
    v->review.train = &v->review.trains.rows[0];
    lay_rows(v);
    find_again(v, &mark);
    scroll_fit(&v->scroll, v->n_rows, frame_page(s, 0));
    return v->set != NULL;
}

static struct effect
refuse(struct screen *s, const char *words)
{
    ui_say(s->ui, "%s", words);
    return effect_redraw();
}

/* Where the line is about. */
static struct effect
open_line(struct screen *s, const struct review_line *line)
{
    if (*line->finding && line->part != REVIEW_CORRECTIONS)
        return effect_push(screen_finding(s->ui, line->wagon, line->finding));
    if (line->part == REVIEW_SEALS)
        return effect_push(screen_seals(s->ui, line->wagon));
    return effect_push(screen_wagon(s->ui, line->wagon, line->item));
}

static bool
is_held(const struct review_view *v, int64_t wagon)
{
    for (size_t i = 0; i < v->consist.n; i++) {
        if (v->consist.rows[i].id == wagon)
            return strcmp(v->consist.rows[i].state, wagon_state_name(WAGON_HELD)) == 0;
    }
    return false;
}

static struct effect
ask_return(struct screen *s, const struct review_line *line)
{
    const char *what = *line->finding ? _("the finding")
                       : *line->item  ? line->item
                                      : _("the wagon");
    char question[200];

    snprintf(question, sizeof question, _("Return %s to the officers: for what reason?"), what);
    return effect_push(screen_ask_reason(s->ui, ASK_RETURN, question));
}

static struct effect
ask_hold(struct screen *s, const struct review_line *line)
{
    if (is_held(s->data, line->wagon))
        return effect_push(
            screen_ask_reason(s->ui, ASK_RELEASE, _("Release the wagon: why can it go?")));
    return effect_push(screen_ask_reason(s->ui, ASK_HOLD, _("Hold the wagon: for what reason?")));
}

static struct effect
choose_decision(struct screen *s)
{
    struct review_view *v = s->data;
    const char *const words[] = {_("Accept the inspection"), _("Release the train"),
                                 _("Hold the train")};

    for (size_t i = 0; i < ARRAY_LEN(words); i++) {
        v->choices[i] = (struct choice){.name = decision_meaning((enum decision)i)};
        for (size_t k = 0; k < CHECKLIST_LANGS; k++)
            v->choices[i].label.in[k] = words[i];
    }
    v->decisions = (struct choice_list){.name = "decision", .choices = v->choices, .n = 3};
    return effect_push(screen_choose(
        s->ui, ASK_DECISION, _("What do you decide?"), &v->decisions, NULL,
        strcmp(v->review.train->state, "submitted") == 0 ? "accepted" : "released", false));
}

static struct effect
to_next_part(struct screen *s, int step)
{
    struct review_view *v = s->data;

    for (size_t i = 1; i <= v->n_rows; i++) {
        size_t at = (v->scroll.at + (step > 0 ? i : v->n_rows - i)) % v->n_rows;

        if (v->rows[at].heading && v->review.count[v->rows[at].part]) {
            v->scroll.at = at;
            break;
        }
    }
    return effect_redraw();
}

/* Shows the lines of the part under the cursor, or its heading alone. */
static struct effect
fold(struct screen *s)
{
    struct review_view *v = s->data;
    size_t heading = v->scroll.at;
    enum review_part part = v->rows[heading].part;

    v->folded[part] = !v->folded[part];
    lay_rows(v);
    scroll_fit(&v->scroll, v->n_rows, frame_page(s, 0));
    return effect_redraw();
}

static struct effect
act_on_line(struct screen *s, enum action action, const struct review_line *line)
{
    switch (action) {
    case ACT_OPEN:
        return open_line(s, line);
    case ACT_RETURN:
        return ask_return(s, line);
    case ACT_HOLD_WAGON:
        if (!line->position)
            return refuse(s, _("a wagon is held, or the train by d: put the cursor on a wagon"));
        return ask_hold(s, line);
    case ACT_SETTLE:
        if (line->part != REVIEW_FINDINGS)
            return refuse(s, _("put the cursor on a finding"));
        return effect_push(
            screen_ask_reason(s->ui, ASK_SETTLE, _("Settle the finding: what was done?")));
    default:
        return effect_default();
    }
}

static struct effect
review_act(struct screen *s, enum action action)
{
    struct review_view *v = s->data;
    const struct review_line *line = review_line_here(v);

    if (scroll_act(&v->scroll, action, frame_page(s, 0)))
        return effect_redraw();
    switch (action) {
    case ACT_GO:
        return effect_push(screen_find(s->ui, v->train));
    case ACT_NEXT_ZONE:
        return to_next_part(s, 1);
    case ACT_PREV_ZONE:
        return to_next_part(s, -1);
    case ACT_DECIDE:
        return choose_decision(s);
    case ACT_OPEN:
    case ACT_RETURN:
    case ACT_HOLD_WAGON:
    case ACT_SETTLE:
        if (line)
            return act_on_line(s, action, line);
        return action == ACT_OPEN ? fold(s)
                                  : refuse(s, _("put the cursor on the row that is meant"));
    default:
        return effect_default();
    }
}

/* --- deciding --- */

static struct effect
sign(struct screen *s, const char *reason)
{
    struct review_view *v = s->data;
    struct screen *next;
    struct rc_error err = {0};

    if (!decide_allowed(s->ui->app, v->train, v->decision, reason, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    next = screen_sign(s->ui, v->train, v->decision, reason);
    next->tag = ASK_SIGN;
    return effect_push(next);
}

static struct effect
decided(struct screen *s, const char *meaning)
{
    struct review_view *v = s->data;

    for (int d = 0; d < 3; d++) {
        if (strcmp(decision_meaning((enum decision)d), meaning) == 0)
            v->decision = (enum decision)d;
    }
    if (v->decision == DECIDE_HOLD)
        return effect_push(
            screen_ask_reason(s->ui, ASK_WHY, _("Hold the train: for what reason?")));
    return sign(s, "");
}

static struct effect
review_result(struct screen *s, int tag, const char *text)
{
    struct review_view *v = s->data;
    const struct review_line *line = review_line_here(v);
    struct app *app = s->ui->app;
    struct rc_error err = {0};

    if (!text)
        return effect_redraw();
    switch (tag) {
    case ASK_DECISION:
        return decided(s, text);
    case ASK_WHY:
        return sign(s, text);
    case ASK_SIGN:
        return ui_changed(s, true, NULL, words_signed(v->decision));
    default:
        break;
    }
    if (!line)
        return effect_redraw();
    switch (tag) {
    case ASK_RETURN:
        return ui_changed(s, review_return(app, line->wagon, line->item, line->finding, text, &err),
                          &err, _("returned: its officer sees it"));
    case ASK_HOLD:
        return ui_changed(s, review_hold(app, line->wagon, text, &err), &err,
                          _("the wagon is held"));
    case ASK_RELEASE:
        return ui_changed(s, review_release_wagon(app, line->wagon, text, &err), &err,
                          _("the wagon is released"));
    case ASK_SETTLE:
        return ui_changed(s, review_settle(app, line->wagon, line->finding, text, &err), &err,
                          _("the finding is settled"));
    default:
        return effect_redraw();
    }
}

static void
review_close(struct screen *s)
{
    struct review_view *v = s->data;

    review_release(&v->review);
    wagons_release(&v->consist);
    free(v->rows);
}

static const struct screen_ops review_ops = {
    .name = "review",
    .context = IN_REVIEW,
    .draw = review_draw,
    .act = review_act,
    .reload = review_reload,
    .result = review_result,
    .close = review_close,
};

struct screen *
screen_review(struct ui *ui, int64_t train)
{
    struct screen *s = screen_new(ui, &review_ops, sizeof(struct review_view));
    struct review_view *v = s->data;

    v->train = train;
    return s;
}
