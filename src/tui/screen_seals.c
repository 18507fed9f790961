/* SPDX-License-Identifier: ISC */
/*
 * The seals of a wagon: numbers typed or scanned are compared at once; view, verify, tug and twist
 * are four quick answers.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/seals_view.h"
#include "tui/wagon_read.h"

size_t
seals_lang(const struct seals_view *v)
{
    return checklist_lang(v->work.set, i18n_codes());
}

/* The seal under the cursor; NULL on the free row. */
const struct seal_row *
seals_here(const struct seals_view *v)
{
    return v->scroll.at < v->work.seals.n ? &v->work.seals.rows[v->scroll.at] : NULL;
}

bool
seals_reload(struct screen *s, struct rc_error *err)
{
    struct seals_view *v = s->data;
    bool first = !v->work.set;

    if (!wagon_read(s->ui->app, v->wagon, &v->work, &v->consist, &v->walk, err))
        return false;
    scroll_fit(&v->scroll, v->work.seals.n + 1, v->work.seals.n + 1);
    if (first && v->work.seals.n) {
        v->scroll.at = v->work.seals.n - 1; /* the next one after the last is the first */
        seals_next_to_read(v);
        if (!seal_is_open(&v->work.seals.rows[v->scroll.at]))
            v->scroll.at = 0;
    }
    return true;
}

static struct effect
neighbour(struct screen *s, int to)
{
    struct seals_view *v = s->data;

    for (size_t i = 0; i < v->consist.n; i++) {
        size_t at = to > 0 ? i + 1 : i - 1;

        if (v->consist.rows[i].id == v->wagon && at < v->consist.n)
            return effect_replace(screen_seals(s->ui, v->consist.rows[at].id));
    }
    ui_say(s->ui, "%s", to > 0 ? _("this is the last wagon") : _("this is the first wagon"));
    return effect_redraw();
}

static struct effect
next_open(struct screen *s)
{
    struct seals_view *v = s->data;

    if (!v->work.in.seals_open)
        return neighbour(s, 1);
    seals_next_to_read(v);
    return effect_redraw();
}

static struct effect
start_typing(struct screen *s)
{
    struct seals_view *v = s->data;

    v->field.kind = FIELD_SEAL;
    v->field.max = SEAL_NO_MAX;
    field_set(&v->field, "");
    v->typing = true;
    v->foot[0][0] = v->foot[1][0] = '\0';
    return effect_redraw();
}

static struct effect
choose(struct screen *s, int tag, const char *question, const char *list, bool other)
{
    struct seals_view *v = s->data;
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct seal_row *seal = seals_here(v);

    if (!choices)
        return effect_none();
    return effect_push(screen_choose(s->ui, tag, question, choices, v->work.set,
                                     tag == ASK_PLACE && seal ? seal->place
                                     : tag == ASK_REASON      ? s->ui->no_access
                                                              : NULL,
                                     other));
}

/* All four answers at once, then on to the next seal to read or to answer for; behind the last one
 * back to the item, unless something about a seal wants to be read. */
static struct effect
all_fine(struct screen *s)
{
    struct seals_view *v = s->data;
    struct effect effect = seals_check(s, '+', true);
    size_t next;

    if (effect.kind != EFFECT_REDRAW || s->ui->message_is_error || v->pending)
        return effect;
    next = seal_next_to_read(&v->work, v->scroll.at, v->walk.side);
    if (next == v->work.seals.n)
        next = seal_next_to_check(&v->work, v->scroll.at);
    if (next < v->work.seals.n) {
        v->scroll.at = next;
        return effect;
    }
    return s->tag && seals_settled(&v->work) && !s->ui->message[0] ? effect_pop(s, "settled")
                                                                   : effect;
}

static struct effect
seals_act(struct screen *s, enum action action)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seals_here(v);

    if (scroll_act(&v->scroll, action, v->work.seals.n + 1)) {
        v->foot[0][0] = v->foot[1][0] = '\0';
        return effect_redraw();
    }
    switch (action) {
    case ACT_OPEN:
        return start_typing(s);
    case ACT_OK:
        return seals_check(s, '+', false);
    case ACT_SEAL_ALL_OK:
        return all_fine(s);
    case ACT_FINDING:
        return seals_finding(s, NULL);
    case ACT_NO_ACCESS:
        return seal ? choose(s, ASK_REASON, _("Not accessible: why?"), "reason", true)
                    : effect_none();
    case ACT_SEAL_NONE:
        return seal ? seals_change(s, CHANGE_MISSING, seal->n, NULL, NULL) : effect_none();
    case ACT_SEAL_REMOVED:
        return seal ? effect_push(screen_ask_reason(s->ui, ASK_REMOVED,
                                                    _("Removed by us: on whose order, why?")))
                    : effect_none();
    case ACT_SEAL_NEW:
        return choose(s, ASK_NEW_PLACE, _("Place of the new seal"), "seal_place", false);
    case ACT_SEAL_PLACE:
        return seal ? choose(s, ASK_PLACE, _("Place of the seal"), "seal_place", false)
                    : effect_none();
    case ACT_UNDO:
    case ACT_REDO:
        return seals_step(s, action == ACT_REDO);
    case ACT_NEXT_OPEN:
        return next_open(s);
    case ACT_LEFT:
        return neighbour(s, -1);
    case ACT_RIGHT:
        return neighbour(s, 1);
    case ACT_GO:
        return effect_push(screen_find(s->ui, v->work.train->id));
    case ACT_HISTORY:
        return effect_push(screen_history(s->ui, v->wagon));
    case ACT_LOG:
        return effect_push(screen_log(s->ui, v->work.train->id, v->wagon));
    default:
        return effect_default();
    }
}

/* --- typing --- */

static bool
seals_wants(const struct screen *s, const struct key *key)
{
    const struct seals_view *v = s->data;

    if (v->typing)
        return key->code == RK_CHAR || key->code == RK_ENTER || key->code == RK_ESC ||
               key->code == RK_BACKSPACE || key->code == RK_DELETE || key->code == RK_LEFT ||
               key->code == RK_RIGHT || key->code == RK_HOME || key->code == RK_END;
    /* A scanner types capitals and digits; commands are small letters. */
    if (key->code != RK_CHAR)
        return false;
    return (key->ch >= '0' && key->ch <= '9') ||
           layout_digit(&s->ui->layouts, s->ui->layout, key->ch) != 0 ||
           (key->ch > ' ' && utf8_fold(key->ch) != key->ch);
}

static struct effect
seals_text(struct screen *s, const struct key *key)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seals_here(v);

    if (!v->typing)
        start_typing(s);
    if (key->code == RK_ESC) {
        v->typing = false;
        return effect_redraw();
    }
    if (key->code == RK_ENTER) {
        if (!v->field.text.len) {
            v->typing = false;
            return effect_redraw();
        }
        return seals_change(s, CHANGE_READ, seal ? seal->n : 0, buf_text(&v->field.text), NULL);
    }
    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static struct effect
seals_result(struct screen *s, int tag, const char *text)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seals_here(v);

    if (!text)
        return effect_redraw();
    if (tag == ASK_REASON)
        snprintf(s->ui->no_access, sizeof s->ui->no_access, "%s", text);
    if (*text == '=') /* own words */
        text++;
    switch (tag) {
    case ASK_REASON:
        return seal ? seals_change(s, CHANGE_NO_ACCESS, seal->n, text, NULL) : effect_redraw();
    case ASK_PLACE:
        return seal ? seals_change(s, CHANGE_PLACE, seal->n, text, NULL) : effect_redraw();
    case ASK_REMOVED:
        return seal ? seals_change(s, CHANGE_REMOVED, seal->n, text, NULL) : effect_redraw();
    case ASK_NEW_PLACE:
        snprintf(v->place, sizeof v->place, "%s", text);
        return effect_push(
            screen_ask(s->ui, ASK_NEW_NO, _("Number of the new seal"), "", FIELD_SEAL, false));
    case ASK_NEW_NO: /* it takes the place of a seal that we have removed */
        return seals_change(s, CHANGE_APPLIED, seal && seal->removed ? seal->n : 0, text, NULL);
    case ASK_WHY:
        snprintf(s->ui->reason, sizeof s->ui->reason, "%s", text);
        if (v->pending == CHANGE_FINDING)
            return seals_finding(s, text);
        return seals_change(s, v->pending, v->pending_n, v->pending_text, text);
    default:
        return effect_redraw();
    }
}

static void
seals_close(struct screen *s)
{
    struct seals_view *v = s->data;

    work_release(&v->work);
    wagons_release(&v->consist);
    field_release(&v->field);
    free(v->pending_text);
}

static const struct screen_ops seals_ops = {
    .name = "seals",
    .context = IN_SEALS,
    .draw = seals_draw,
    .act = seals_act,
    .wants = seals_wants,
    .text = seals_text,
    .reload = seals_reload,
    .result = seals_result,
    .close = seals_close,
};

struct screen *
screen_seals(struct ui *ui, int64_t wagon)
{
    struct screen *s = screen_new(ui, &seals_ops, sizeof(struct seals_view));
    struct seals_view *v = s->data;

    v->wagon = wagon;
    return s;
}
