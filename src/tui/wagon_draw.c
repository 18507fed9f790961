/* SPDX-License-Identifier: ISC */
/* The picture of the wagon screen around its list: title, warning and hint, status, card. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/wagon_view.h"

#define WIDE 100 /* columns from which the card stands beside the list */
#define LIST_WIDTH 62

static const char *
kind_words(const struct wagon_view *v)
{
    return v->work.in.sheet ? words_in(&v->work.in.sheet->label, wagon_lang(v)) : _("kind?");
}

static void
draw_title(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    const struct wagon_row *w = v->work.wagon;
    char left[300], right[300];

    if (w->position)
        snprintf(left, sizeof left, _("Wagon %d of %zu   %s   %s"), w->position, v->consist.n,
                 w->number, kind_words(v));
    else
        snprintf(left, sizeof left, _("Train %s   checklist of the train"), v->work.train->number);
    snprintf(right, sizeof right, _("level %d   %s%s%s%s%s"), w->level, w->hazard_no,
             *w->hazard_no && *w->un_no ? "/" : "", w->un_no, *w->un_no ? " " : "", w->cargo_name);
    frame_title(s, to, left, right);
}

/* The gate's warning when the line waits; else its reason, note, or what was found. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    char warning[400] = "";

    if (!l) {
        frame_hint(s, to, NULL, _("The kind of this wagon is not known. F9, Kind of the wagon"));
        return;
    }
    if (strcmp(v->work.wagon->kind_from, "digit") == 0) {
        snprintf(warning, sizeof warning,
                 _("kind suggested by the number, not by the list: confirm it by F9, Kind"));
    } else if (l->answer.state == ANSWER_NO_ACCESS && l->answer.reason) {
        const struct choice_list *reasons = checklist_list(v->work.set, "reason");
        const struct choice *c = reasons ? choice_in(reasons, l->answer.reason) : NULL;

        snprintf(warning, sizeof warning, _("not accessible: %s"),
                 c ? words_in(&c->label, wagon_lang(v)) : l->answer.reason);
    } else if (l->answer.note) {
        snprintf(warning, sizeof warning, "* %s", l->answer.note);
    } else if (l->gated && l->answer.state == ANSWER_NONE) {
        size_t i = 0;

        while (!(l->waits & ((gate_mask)1 << i)))
            i++;
        snprintf(warning, sizeof warning, "# %s: %s", v->work.set->gates[i].code,
                 words_in(&v->work.set->gates[i].warning, wagon_lang(v)));
    }
    frame_hint(s, to, *warning ? warning : NULL, words_in(&l->item->hint, wagon_lang(v)));
}

static void
draw_status(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    size_t left = v->work.in.n - inspection_done(&v->work.in), gated = 0;
    char text[240];
    int n;

    for (size_t i = 0; i < v->work.in.n; i++) {
        const struct line *l = &v->work.in.lines[i];

        gated += l->gated && l->answer.state == ANSWER_NONE;
    }
    if (strcmp(v->work.wagon->state, "struck") == 0) {
        frame_status(s, to, _("struck out | u takes it back"));
        return;
    }
    n = snprintf(text, sizeof text, wagon_is_closed(v->work.state) ? _("closed | ") : "%s", "");
    if (n < 0 || (size_t)n >= sizeof text)
        return;
    n += snprintf(text + n, sizeof text - (size_t)n, _("%zu left"), left);
    if (gated && (size_t)n < sizeof text)
        n += snprintf(text + n, sizeof text - (size_t)n, _(" | %zu wait for gates: y"), gated);
    if (v->work.wagon->findings && (size_t)n < sizeof text)
        n += snprintf(text + n, sizeof text - (size_t)n, _(" | findings %d"),
                      v->work.wagon->findings);
    if (v->work.undo && (size_t)n < sizeof text)
        snprintf(text + n, sizeof text - (size_t)n, _(" | undo %d"), v->work.undo);
    frame_status(s, to, text);
}

/* On wide terminals: what F1 shows, beside the list. */
static void
draw_card(const struct wagon_view *v, struct surface *to, int row, int rows)
{
    const struct line *l = wagon_line(v);
    int col = LIST_WIDTH + 3, width = to->cols - LIST_WIDTH - 4, used;

    for (int i = 0; i < rows; i++)
        surface_put(to, row + i, LIST_WIDTH + 1, 1, STYLE_DIM, "|");
    if (!l)
        return;
    used =
        surface_wrap(to, row, col, width, 2, STYLE_ZONE, words_in(&l->item->label, wagon_lang(v)));
    used += 1 + surface_wrap(to, row + used + 1, col, width, rows - used - 4, STYLE_NORMAL,
                             words_in(&l->item->card, wagon_lang(v)));
    if (used + 2 < rows && *l->item->tools)
        surface_put(to, row + used + 1, col, width, STYLE_DIM, l->item->tools);
}

void
wagon_draw(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    int rows = frame_rows(to);

    draw_title(s, to);
    frame_strip(to, &v->consist, v->work.wagon->position);
    wagon_draw_list(v, to, FRAME_TOP, rows, to->cols < WIDE ? to->cols : LIST_WIDTH);
    if (to->cols >= WIDE)
        draw_card(v, to, FRAME_TOP, rows);
    draw_hint(s, to);
    draw_status(s, to);
    frame_bar(s, to);
}
