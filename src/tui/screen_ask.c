/* SPDX-License-Identifier: ISC */
/* One line of text asked for, in a box above the hint. */
#include "config.h"

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/recall.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define BOX_ROWS 5
#define BELOW 4 /* hint, status, bar */

struct ask {
    char *question;
    struct field field;
    bool empty_ok;
    struct recall recall;
};

static void
ask_draw(const struct screen *s, struct surface *to)
{
    const struct ask *ask = s->data;
    int row = to->rows - BELOW - BOX_ROWS;

    surface_box(to, row, 0, BOX_ROWS, to->cols, NULL);
    surface_wrap(to, row + 1, 2, to->cols - 4, 2, STYLE_ZONE, ask->question);
    field_draw(&ask->field, to, row + 3, 2, to->cols - 4, true);
    frame_hint(s, to, NULL,
               ask->recall.what ? _("Enter: done. Up: what was typed before. Esc: leave it")
                                : _("Enter: done. Esc: leave it"));
    frame_bar(s, to);
}

static struct effect
ask_act(struct screen *s, enum action action)
{
    struct ask *ask = s->data;
    char *text;
    struct effect effect;

    if (ask->recall.what && (action == ACT_UP || action == ACT_DOWN)) {
        if (!recall_step(&ask->recall, s->ui, &ask->field, action == ACT_UP))
            ui_say(s->ui, "%s", _("nothing further was typed here"));
        return effect_redraw();
    }
    if (action != ACT_OPEN)
        return effect_default();
    text = words_trimmed(buf_text(&ask->field.text));
    if (!*text && !ask->empty_ok) {
        ui_say(s->ui, "%s", _("Nothing is typed yet. Esc leaves without an answer"));
        effect = effect_redraw();
    } else
        effect = effect_pop(s, text);
    free(text);
    return effect;
}

/* Is this a key of a text field? */
static bool
ask_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
ask_text(struct screen *s, const struct key *key)
{
    struct ask *ask = s->data;

    field_key(&ask->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
ask_close(struct screen *s)
{
    struct ask *ask = s->data;

    free(ask->question);
    recall_release(&ask->recall);
    field_release(&ask->field);
}

static const struct screen_ops ask_ops = {
    .name = "ask",
    .context = IN_CHOICE,
    .draw = ask_draw,
    .act = ask_act,
    .wants = ask_wants,
    .text = ask_text,
    .close = ask_close,
    .overlay = true,
};

struct screen *
screen_ask(struct ui *ui, int tag, const char *question, const char *preset, enum field_kind kind,
           bool empty_ok)
{
    struct screen *s = screen_new(ui, &ask_ops, sizeof(struct ask));
    struct ask *ask = s->data;

    s->tag = tag;
    ask->question = rc_strdup(question);
    ask->empty_ok = empty_ok;
    ask->field.kind = kind;
    field_set(&ask->field, preset);
    return s;
}

static struct screen *
offering(struct screen *s)
{
    struct ask *ask = s->data;

    ask->field.offered = ask->field.text.len > 0;
    return s;
}

struct screen *
screen_ask_offer(struct ui *ui, int tag, const char *question, const char *offer)
{
    return offering(screen_ask(ui, tag, question, offer, FIELD_TEXT, false));
}

struct screen *
screen_ask_recall(struct screen *asks, enum recent what, const char *key)
{
    struct ask *ask = asks->data;

    recall_reset(&ask->recall, what, key);
    return asks;
}

struct screen *
screen_ask_reason(struct ui *ui, int tag, const char *question)
{
    return screen_ask_recall(screen_ask(ui, tag, question, "", FIELD_TEXT, false), RECENT_REASON,
                             "");
}

struct screen *
screen_ask_why(struct ui *ui, int tag)
{
    return screen_ask_recall(screen_ask_offer(ui, tag, _("Reason of the correction"), ui->reason),
                             RECENT_REASON, "");
}

struct screen *
screen_ask_time(struct ui *ui, int tag, const char *question, const char *offer, bool empty_ok)
{
    return offering(screen_ask(ui, tag, question, offer, FIELD_NUMBER, empty_ok));
}
