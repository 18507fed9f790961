/* SPDX-License-Identifier: ISC */
/* The picture of the wagon screen around its list: title, warning and hint, status, card. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/guide.h"
#include "tui/picture.h"
#include "tui/wagon_view.h"
#include "tui/words.h"

#define WIDE 100   /* columns from which drawing and card stand beside the list */
#define WIDEST 160 /* columns from which the card stands beside the drawing */
#define LIST_WIDTH 62
#define CARD_ROWS 5 /* of the card at least, for a drawing to stand above it */

/* Where things stand on a wide terminal. */
struct panes {
    int list;                      /* columns of the list */
    const struct drawing *drawing; /* NULL: none, or no room */
    int card_row, card_col, card_rows;
};

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
    char left[300], right[300], cargo[CODE_NAME];

    if (w->position)
        snprintf(left, sizeof left, _("Wagon %d of %zu   %s   %s"), w->position, v->consist.n,
                 w->number, kind_words(v));
    else
        snprintf(left, sizeof left, _("Train %s   checklist of the train"), v->work.train->number);
    snprintf(right, sizeof right, _("level %d   %s%s%s%s%s"), w->level, w->hazard_no,
             *w->hazard_no && *w->un_no ? "/" : "", w->un_no, *w->un_no ? " " : "",
             words_cargo(s->ui->app, w, cargo));
    frame_title(s, to, left, right);
}

static const char *
choice_words(const struct wagon_view *v, const char *list, const char *name)
{
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct choice *choice = choices ? choice_in(choices, name) : NULL;

    return choice ? words_in(&choice->label, wagon_lang(v)) : name;
}

/* What was found on the line, or why it is not accessible, and its note. */
static void
add_answer(const struct wagon_view *v, const struct line *l, struct buf *out)
{
    const struct finding_row *f = wagon_finding_at(v, l);

    if (f)
        buf_addf(out, "! %d %s%s%s", f->severity, choice_words(v, "category", f->category),
                 *f->description ? ": " : "", f->description);
    else if (l->answer.state == ANSWER_NO_ACCESS && l->answer.reason)
        buf_addf(out, _("not accessible: %s"), choice_words(v, "reason", l->answer.reason));
    if (l->answer.note && *l->answer.note)
        buf_addf(out, "%s* %s", out->len ? "   " : "", l->answer.note);
}

/* What the lead returned here, or of the wagon as a whole. */
static const struct review_row *
point_at(const struct wagon_view *v, const struct line *l)
{
    const struct review_row *point = work_point(&v->work, l->key);

    return point ? point : work_point(&v->work, "");
}

/* The gate's warning when the line waits, what was returned, else what its answer says. Under it
 * what to do next, for beginners, else what to look for. Returns the rows that it took from the
 * list: the first steps stay in view over a long warning. */
static int
draw_hint(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);
    const struct gate *gate = l ? wagon_gate_at(v, l) : NULL;
    const struct review_row *point = l ? point_at(v, l) : NULL;
    const char *guide = guide_hint(s);
    struct buf warning = {0};
    int taken;

    if (!l) {
        frame_hint(s, to, NULL, _("The kind of this wagon is not known. F9, Kind of the wagon"));
        return 0;
    }
    if (gate && l->answer.state == ANSWER_NONE)
        buf_addf(&warning, "# %s: %s", gate->code, words_in(&gate->warning, wagon_lang(v)));
    else if (point)
        buf_addf(&warning, "R %s: %s", point->officer, point->reason);
    else
        add_answer(v, l, &warning);
    if (!warning.len && strcmp(v->work.wagon->kind_from, "digit") == 0)
        buf_adds(&warning,
                 _("kind suggested by the number, not by the list: confirm it by F9, Kind"));
    taken = frame_hint_above(s, to, warning.len ? buf_text(&warning) : NULL);
    if (!frame_hint(s, to, warning.len ? buf_text(&warning) : NULL,
                    guide ? guide : words_in(&l->item->hint, wagon_lang(v))) &&
        guide) {
        taken++;
        surface_put(to, FRAME_TOP + frame_rows(to) - taken, 1, to->cols - 2, STYLE_HINT, guide);
    }
    buf_release(&warning);
    return taken;
}

static int
points_left(const struct wagon_view *v)
{
    int n = 0;

    for (size_t i = 0; i < v->work.reviews.n; i++)
        n += strcmp(v->work.reviews.rows[i].state, "open") == 0;
    return n;
}

static void
draw_status(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    size_t left = v->work.in.n - inspection_done(&v->work.in), gated = 0;
    struct buf text = {0};

    for (size_t i = 0; i < v->work.in.n; i++) {
        const struct line *l = &v->work.in.lines[i];

        gated += l->gated && l->answer.state == ANSWER_NONE;
    }
    if (strcmp(v->work.wagon->state, "struck") == 0) {
        frame_status(s, to, _("struck out | u takes it back"));
        return;
    }
    buf_adds(&text, wagon_is_closed(v->work.state) ? _("closed | ") : "");
    buf_addf(&text, _("%zu left"), left);
    if (gated)
        buf_addf(&text, _(" | %zu wait for gates: y"), gated);
    if (v->work.state == WAGON_RETURNED)
        buf_addf(&text, _(" | returned %d"), points_left(v));
    if (v->work.wagon->findings)
        buf_addf(&text, _(" | findings %d"), v->work.wagon->findings);
    if (v->work.undo)
        buf_addf(&text, _(" | undo %d"), v->work.undo);
    walking_words(&v->walk, &text);
    frame_status(s, to, buf_text(&text));
    buf_release(&text);
}

/* The gates that the line waits for, each with its warning, as far as there is room. */
static void
draw_gates(const struct wagon_view *v, const struct line *l, struct surface *to,
           const struct panes *panes, int used)
{
    int col = panes->card_col, width = to->cols - col - 1;
    int row = panes->card_row + used, rows = panes->card_rows - used;
    size_t lang = wagon_lang(v);

    for (size_t i = 0; i < v->work.set->n_gates && rows > 2; i++) {
        const struct gate *gate = &v->work.set->gates[i];
        struct buf text = {0};

        if (!(l->waits & ((gate_mask)1 << i)))
            continue;
        buf_addf(&text, "# %s: %s", gate->code, words_in(&gate->label, lang));
        used = surface_wrap(to, row, col, width, 2, STYLE_GATE, buf_text(&text));
        used += surface_wrap(to, row + used, col, width, rows - used, STYLE_NORMAL,
                             words_in(&gate->warning, lang));
        buf_release(&text);
        row += used + 1;
        rows -= used + 1;
    }
}

/* On wide terminals: what F1 shows, beside the list. */
static void
draw_card(const struct wagon_view *v, struct surface *to, const struct panes *panes)
{
    const struct line *l = wagon_line(v);
    int row = panes->card_row, col = panes->card_col, rows = panes->card_rows;
    int width = to->cols - col - 1, used;
    int kept = rows > 10 ? 2 : 0; /* for the tools */
    struct buf tools = {0};

    if (!l)
        return;
    used =
        surface_wrap(to, row, col, width, 2, STYLE_ZONE, words_in(&l->item->label, wagon_lang(v)));
    used += 1 + surface_wrap(to, row + used + 1, col, width, rows - used - 1 - kept, STYLE_NORMAL,
                             words_in(&l->item->card, wagon_lang(v)));
    words_choices(&tools, checklist_list(v->work.set, "tool"), l->item->tools, wagon_lang(v));
    if (tools.len && used + 1 < rows)
        used += 1 + surface_wrap(to, row + used + 1, col, width, rows - used - 1, STYLE_DIM,
                                 buf_text(&tools));
    buf_release(&tools);
    draw_gates(v, l, to, panes, used + 1);
}

/* The list gives columns to the drawing when it must; a drawing that leaves the card too few rows
 * is not shown. */
static struct panes
find_panes(const struct wagon_view *v, const struct surface *to, int rows)
{
    const struct drawing *d = picture_of(&v->work, wagon_line(v));
    struct panes panes = {.list = LIST_WIDTH, .card_row = FRAME_TOP, .card_rows = rows};
    bool beside = to->cols >= WIDEST;

    if (d && (beside ? d->rows <= rows : d->rows + 1 + CARD_ROWS <= rows))
        panes.drawing = d;
    if (panes.drawing && to->cols - d->cols - 4 < panes.list)
        panes.list = to->cols - d->cols - 4;
    panes.card_col = panes.list + 3;
    if (panes.drawing && beside)
        panes.card_col += d->cols + 3;
    else if (panes.drawing) {
        panes.card_row += d->rows + 1;
        panes.card_rows -= d->rows + 1;
    }
    return panes;
}

static void
draw_rule(struct surface *to, int col, int rows)
{
    for (int i = 0; i < rows; i++)
        surface_put(to, FRAME_TOP + i, col, 1, STYLE_DIM, "|");
}

static void
draw_wide(const struct wagon_view *v, struct surface *to, int rows)
{
    struct panes panes = find_panes(v, to, rows);
    int col = panes.list + 3;

    wagon_draw_list(v, to, FRAME_TOP, rows, panes.list);
    draw_rule(to, panes.list + 1, rows);
    if (panes.drawing && to->cols >= WIDEST)
        draw_rule(to, panes.card_col - 2, rows);
    else if (panes.drawing) /* in the middle of its column */
        col += (to->cols - 1 - col - panes.drawing->cols) / 2;
    if (panes.drawing)
        picture_draw(&v->work, wagon_line(v), to, FRAME_TOP, col);
    draw_card(v, to, &panes);
}

void
wagon_draw(const struct screen *s, struct surface *to)
{
    const struct wagon_view *v = s->data;
    int rows = frame_rows(to) - draw_hint(s, to);

    draw_title(s, to);
    frame_strip(to, &v->consist, v->work.wagon->position);
    if (to->cols >= WIDE)
        draw_wide(v, to, rows);
    else
        wagon_draw_list(v, to, FRAME_TOP, rows, to->cols);
    draw_status(s, to);
    frame_bar(s, to);
}
