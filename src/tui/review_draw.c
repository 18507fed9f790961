/* SPDX-License-Identifier: ISC */
/* Draws the review of a train: its parts with their counts, a row for each thing to look at. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/review_view.h"
#include "tui/review_words.h"
#include "tui/ui.h"
#include "tui/words.h"

const struct review_line *
review_line_here(const struct review_view *v)
{
    const struct review_view_row *row = v->scroll.at < v->n_rows ? &v->rows[v->scroll.at] : NULL;

    return row && !row->heading ? &v->review.lines[row->line] : NULL;
}

static bool
is_grave(const struct review_line *line)
{
    return (line->part == REVIEW_FINDINGS && line->severity >= SEVERITY_HOLDS &&
            strcmp(line->now, "open") == 0) ||
           line->part == REVIEW_SEALS || line->part == REVIEW_MISSING;
}

static void
draw_line(const struct review_view *v, struct surface *to, int row, const struct review_line *line,
          bool here)
{
    enum style style = here ? STYLE_CURSOR : is_grave(line) ? STYLE_FINDING : STYLE_NORMAL;
    int text = line->part == REVIEW_PACE ? 16 : 26;
    struct buf words = {0};

    if (!here && line->part == REVIEW_FINDINGS && strcmp(line->now, "open") != 0)
        style = STYLE_DIM;
    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    if (line->position)
        surface_putf(to, row, 2, 3, style, "%3d", line->position);
    surface_put(to, row, 6, 9, style, line->position ? line->number : _("train"));
    if (line->part != REVIEW_PACE)
        surface_put(to, row, 16, 9, style, line->item);
    review_line_words(&v->review, v->set, line, &words);
    surface_put(to, row, text, to->cols - text - 1, style, buf_text(&words));
    buf_release(&words);
}

static void
add_pace(const struct review *r, struct buf *out)
{
    buf_addf(out, _(": answers %d, rest %d%%, copied %d%%, under %d s: %d"), r->answers,
             review_percent(r->bulk, r->answers), review_percent(r->copied, r->answers), r->fast_s,
             r->fast);
}

static void
draw_heading(const struct review_view *v, struct surface *to, int row, enum review_part part,
             bool here)
{
    const struct review *r = &v->review;
    size_t n = r->count[part];
    struct buf words = {0};
    enum style style = here ? STYLE_CURSOR : n ? STYLE_ZONE : STYLE_DIM;
    char count[24];
    int used;

    snprintf(count, sizeof count, "%zu", n);
    if (here)
        surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    surface_put(to, row, 1, 1, style, !n ? " " : v->folded[part] ? "+" : "-");
    buf_adds(&words, review_part_words(part));
    if (part == REVIEW_PACE && to->cols >= 80)
        add_pace(r, &words);
    used = surface_put(to, row, 2, to->cols - 12, style, buf_text(&words));
    buf_release(&words);
    surface_fill(to, row, used + 4, to->cols - used - 10, here ? style : STYLE_DIM, '.');
    surface_put_right(to, row, to->cols - 6, 5, style, count);
}

/* The whole of the line under the cursor, and who said it when. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct review_view *v = s->data;
    const struct review_line *line = review_line_here(v);
    struct buf hint = {0};

    if (!line) {
        bool pace = v->scroll.at < v->n_rows && v->rows[v->scroll.at].part == REVIEW_PACE;

        if (pace && to->cols < 80) { /* its heading has no room for the figures */
            buf_adds(&hint, review_part_words(REVIEW_PACE));
            add_pace(&v->review, &hint);
        }
        frame_hint(
            s, to, NULL,
            hint.len ? buf_text(&hint)
                     : _("Enter: show or hide the rows. Tab: next part. d: accept, release, hold"));
        buf_release(&hint);
        return;
    }
    if (*line->item)
        buf_addf(&hint, "%s %s. ", line->item, line->label);
    if (line->part != REVIEW_MISSING && line->part != REVIEW_GATES)
        review_line_words(&v->review, v->set, line, &hint);
    if (*line->officer && line->part != REVIEW_PACE) {
        struct moment at = {line->at, line->offset_min};
        char when[MOMENT_TEXT];

        buf_addf(&hint, " (%s, %s)", line->officer, moment_text(at, MOMENT_DAY_CLOCK, when));
    } else if (*line->officer) {
        buf_addf(&hint, " (%s)", line->officer);
    }
    frame_hint(s, to, NULL, buf_text(&hint));
    buf_release(&hint);
}

static void
draw_status(const struct screen *s, struct surface *to)
{
    const struct review_view *v = s->data;
    const struct review *r = &v->review;
    struct buf text = {0};

    buf_addf(&text, _("%s | wagons %d | findings %d"), words_train_state(r->train->state),
             r->train->wagons, r->train->findings);
    if (r->train->returns)
        buf_addf(&text, _(" | points open %d"), r->train->returns);
    if (r->clock_flags)
        buf_addf(&text, _(" | clock set %d times"), r->clock_flags);
    if (r->took_part)
        buf_adds(&text, _(" | you took part: another lead accepts"));
    frame_status(s, to, buf_text(&text));
    buf_release(&text);
}

void
review_draw(const struct screen *s, struct surface *to)
{
    const struct review_view *v = s->data;
    const struct review_line *here = review_line_here(v);
    struct scroll scroll = v->scroll;
    size_t page = frame_page(s, 0);
    char left[160];

    scroll_fit(&scroll, v->n_rows, page);
    snprintf(left, sizeof left, _("Review of train %s   %s"), v->review.train->number,
             v->review.train->index);
    frame_title(s, to, left, NULL);
    frame_strip(to, &v->consist, here ? here->position : 0);
    for (size_t i = 0; i < page && scroll.top + i < v->n_rows; i++) {
        const struct review_view_row *row = &v->rows[scroll.top + i];
        bool at = scroll.top + i == scroll.at;

        if (row->heading)
            draw_heading(v, to, FRAME_TOP + (int)i, row->part, at);
        else
            draw_line(v, to, FRAME_TOP + (int)i, &v->review.lines[row->line], at);
    }
    draw_hint(s, to);
    draw_status(s, to);
    frame_bar(s, to);
}
