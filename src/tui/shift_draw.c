/* SPDX-License-Identifier: ISC */
/* Draws the board of the shift. */
#include "config.h"

#include <string.h>

#include "i18n/i18n.h"
#include "tui/board_words.h"
#include "tui/frame.h"
#include "tui/shift_view.h"
#include "tui/ui.h"
#include "tui/words.h"

const struct board_row *
shift_here(const struct shift_view *v)
{
    return v->scroll.at < v->board.trains.n ? &v->board.rows[v->scroll.at] : NULL;
}

/* The station clock now. */
static struct moment
station_now(const struct screen *s)
{
    const struct shift_view *v = s->data;
    struct moment now = ui_now(s->ui);

    now.ms -= v->board.clock_off;
    return now;
}

#define MINUTES_WIDTH 12 /* "-30 h 37 min" */

/* How many are closed and who worked on it last only where there is room. */
struct columns {
    int departs, minutes, closed, blocks, last;
};

static struct columns
columns_for(int cols)
{
    if (cols < 80)
        return (struct columns){.departs = 8, .minutes = 14, .blocks = 28, .last = cols};
    if (cols < 100)
        return (struct columns){.departs = 11, .minutes = 23, .blocks = 37, .last = cols};
    return (struct columns){
        .departs = 11, .minutes = 23, .closed = 37, .blocks = 46, .last = cols - 12};
}

static void
draw_heading(struct surface *to, const struct columns *at)
{
    int row = FRAME_TOP - 1;

    surface_put(to, row, 1, at->departs - 2, STYLE_ZONE, _("Train"));
    surface_put(to, row, at->departs, at->minutes - at->departs + 3, STYLE_ZONE, _("Departs"));
    surface_put_right(to, row, at->minutes, MINUTES_WIDTH, STYLE_ZONE, _("To go"));
    if (at->closed)
        surface_put(to, row, at->closed, at->blocks - at->closed - 1, STYLE_ZONE, _("Closed"));
    surface_put(to, row, at->blocks, at->last - at->blocks - 1, STYLE_ZONE, _("What blocks it"));
    surface_put(to, row, at->last, to->cols - at->last, STYLE_ZONE, _("Last there"));
}

static void
draw_row(const struct screen *s, struct surface *to, int row, const struct columns *at,
         const struct board_row *train, bool here)
{
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL, urgent = style;
    struct moment departs = {train->train->departs_at, train->train->departs_offset};
    struct moment worked = {train->train->worked_at, departs.offset_min}, now = station_now(s);
    struct buf text = {0};
    char clock[MOMENT_TEXT];

    worked.offset_min = now.offset_min;
    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    surface_put(to, row, 1, at->departs - 2, style, train->train->number);
    if (train->planned) {
        int64_t minutes = departure_minutes(departs.ms, now);

        if (!here && minutes < DEPARTS_SOON_MIN)
            urgent = STYLE_FINDING;
        if (to->cols < 80)
            buf_adds(&text, moment_text(departs, MOMENT_CLOCK, clock));
        else
            words_departure_time(&text, departs, now);
        surface_put(to, row, at->departs, at->minutes - at->departs, urgent, buf_text(&text));
        buf_clear(&text);
        words_minutes(&text, minutes);
        surface_put_right(to, row, at->minutes, MINUTES_WIDTH, urgent, buf_text(&text));
        buf_clear(&text);
    }
    if (at->closed)
        surface_putf(to, row, at->closed, at->blocks - at->closed - 1, style, "%d/%d",
                     train->standing.wagons - train->standing.left, train->standing.wagons);
    words_obstacles(&text, train);
    surface_put(to, row, at->blocks, at->last - at->blocks - 1, style, buf_text(&text));
    if (*train->train->officer)
        surface_putf(to, row, at->last, to->cols - at->last, style, "%s %s", train->train->officer,
                     moment_text(worked, MOMENT_CLOCK, clock));
    buf_release(&text);
}

static void
draw_title(const struct screen *s, struct surface *to)
{
    const struct shift_view *v = s->data;
    const struct shift_row *shift = &v->board.shift;
    struct moment since = {shift->since, shift->since_offset};
    char from[MOMENT_TEXT], clock[MOMENT_TEXT];
    struct buf left = {0};

    if (*shift->holder)
        buf_addf(&left, _("Shift: badge %s since %s"), shift->holder,
                 moment_text(since, MOMENT_CLOCK, from));
    else
        buf_adds(&left, _("Shift: nobody has started it"));
    if (shift->clock)
        buf_addf(&left, _("   station clock %s"), moment_text(station_now(s), MOMENT_CLOCK, clock));
    frame_title(s, to, buf_text(&left), NULL);
    buf_release(&left);
}

/* Line 2: what the one on shift must know first. */
static void
draw_notice(const struct screen *s, struct surface *to)
{
    const struct shift_view *v = s->data;
    const struct shift_row *shift = &v->board.shift;
    enum style style = STYLE_GATE;
    struct buf text = {0};

    words_clock_apart(&text, v->board.clock_off / 1000);
    if (*shift->uuid) {
        struct moment handed = {shift->handed_at, shift->handed_offset};
        char clock[MOMENT_TEXT];

        buf_adds(&text, text.len ? " | " : "");
        buf_addf(&text, _("%s: %s hands over to %s, who takes it with y"),
                 moment_text(handed, MOMENT_CLOCK, clock), shift->giver, shift->taker);
        buf_addf(&text, *shift->note ? ": %s" : "%s", shift->note);
    } else if (!text.len && *shift->last_note) {
        style = STYLE_NORMAL;
        buf_addf(&text, _("Handed over with: %s"), shift->last_note);
    }
    surface_put(to, 1, 1, to->cols - 2, style, buf_text(&text));
    buf_release(&text);
}

/* All that is known of the train under the cursor. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct shift_view *v = s->data;
    const struct board_row *here = shift_here(v);
    struct buf text = {0};
    struct moment worked = {0};
    char when[MOMENT_TEXT];

    if (!here) {
        frame_hint(s, to, NULL, _("Every train is accepted or released."));
        return;
    }
    worked = (struct moment){here->train->worked_at, ui_now(s->ui).offset_min};
    buf_addf(&text, "%s %s: ", here->train->number, words_train_state(here->train->state));
    words_obstacles(&text, here);
    if (here->train->grave > here->standing.grave)
        buf_addf(&text, _(" | grave findings on held wagons %d"),
                 here->train->grave - here->standing.grave);
    if (*here->train->officer)
        buf_addf(&text, _(" | badge %s was there last, %s"), here->train->officer,
                 moment_text(worked, MOMENT_DAY_CLOCK, when));
    frame_hint(s, to, NULL, buf_text(&text));
    buf_release(&text);
}

void
shift_draw(const struct screen *s, struct surface *to)
{
    const struct shift_view *v = s->data;
    const struct columns at = columns_for(to->cols);
    struct scroll scroll = v->scroll;
    size_t page = (size_t)frame_rows(to), n = v->board.trains.n;
    struct buf status = {0};

    draw_title(s, to);
    draw_notice(s, to);
    draw_heading(to, &at);
    scroll_fit(&scroll, n, page);
    for (size_t i = 0; i < page && scroll.top + i < n; i++)
        draw_row(s, to, FRAME_TOP + (int)i, &at, &v->board.rows[scroll.top + i],
                 scroll.top + i == scroll.at);
    draw_hint(s, to);
    buf_addf(&status,
             n < OPEN_TRAINS_MAX ? tr_n("%zu open train", "%zu open trains", n)
                                 : _("the first %zu of the open trains"),
             n);
    buf_addf(&status, " | %s", _("b start, p hand over, d departure, i where"));
    frame_status(s, to, buf_text(&status));
    frame_bar(s, to);
    buf_release(&status);
}
