/* SPDX-License-Identifier: ISC */
/* Draws a wagon drawing: each cell in the style of its zone's state. */
#include "config.h"

#include "tui/picture.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "tui/wagon_view.h"

#define NUMBER_BESIDE 2 /* columns that a long number takes at each side of its place */

const struct drawing *
picture_of(const struct work *work, const struct line *l)
{
    const struct sheet *sheet =
        l && l->container ? checklist_sheet(work->set, "container") : work->in.sheet;

    return sheet ? sheet->drawing : NULL;
}

char
picture_mark(const struct inspection *in, size_t first)
{
    size_t last, open = 0, waits = 0;

    inspection_zone(in, first, NULL, &last, NULL);
    for (size_t i = first; i <= last; i++) {
        const struct line *l = &in->lines[i];

        if (wagon_line_bad(in, l))
            return '!';
        open += !line_done(in, l);
        waits += l->gated && l->answer.state == ANSWER_NONE;
    }
    if (!open)
        return '+';
    if (waits >= open)
        return '#';
    return open <= last - first ? '~' : '.';
}

static bool
same_container(const struct line *a, const struct line *b)
{
    const char *x = a->container ? a->container : "", *y = b && b->container ? b->container : "";

    return strcmp(x, y) == 0;
}

static enum style
mark_style(char mark)
{
    switch (mark) {
    case '!':
        return STYLE_FINDING;
    case '+':
        return STYLE_OK;
    case '#':
        return STYLE_WAITS;
    default:
        return STYLE_NORMAL;
    }
}

/* How a zone looks. */
struct zone_look {
    enum style style;
    bool bad;
};

/* Looks by what stands in the cells: 0 no zone, then the legend. */
static void
find_looks(const struct work *work, const struct line *l, const struct drawing *d,
           struct zone_look looks[DRAWING_ZONES + 1])
{
    const struct inspection *in = &work->in;

    looks[0] = (struct zone_look){STYLE_NORMAL, false};
    for (size_t i = 1; i <= d->n_zones; i++)
        looks[i] = (struct zone_look){STYLE_DIM, false}; /* not asked */
    for (size_t i = 0; i < in->n; i++) {
        int zone = drawing_zone(d, in->lines[i].item->zone);
        size_t first;

        inspection_zone(in, i, &first, NULL, NULL);
        if (!zone || first != i || !same_container(&in->lines[i], l))
            continue;
        looks[zone].style = mark_style(picture_mark(in, i));
        looks[zone].bad = looks[zone].style == STYLE_FINDING;
    }
    if (l && drawing_zone(d, l->item->zone))
        looks[drawing_zone(d, l->item->zone)].style = STYLE_CURSOR;
}

/* The number over its place, in the middle of it; the picture leaves room for twelve digits. */
static void
draw_number(const struct work *work, const struct line *l, const struct drawing *d,
            struct surface *to, int row, int col, const struct zone_look *looks)
{
    const char *number = l && l->container ? l->container : work->wagon->number;
    int place = (int)strlen(DRAWING_NUMBER), width = (int)utf8_columns(number);
    enum style style = looks[d->cells[d->number_row][d->number_col].zone].style;

    if (width > place + 2 * NUMBER_BESIDE)
        width = place + 2 * NUMBER_BESIDE;
    surface_fill(to, row + d->number_row, col + d->number_col, place, style, ' ');
    surface_put(to, row + d->number_row, col + d->number_col + (place - width) / 2, width, style,
                number);
}

/* May a mark stand in cell i for the zone? Not where a long number is written. */
static bool
takes_mark(const struct drawing *d, int i, int zone, bool blank)
{
    int row = i / d->cols, col = i % d->cols;
    const struct drawing_cell *cell = &d->cells[row][col];

    if (row == d->number_row && col >= d->number_col - NUMBER_BESIDE &&
        col < d->number_col + (int)strlen(DRAWING_NUMBER) + NUMBER_BESIDE)
        return false;
    return cell->zone == zone && (cell->ascii == ' ') == blank;
}

static int
count_cells(const struct drawing *d, int zone, bool blank)
{
    int n = 0;

    for (int i = 0; i < d->rows * d->cols; i++)
        n += takes_mark(d, i, zone, blank);
    return n;
}

/* Colour alone must not tell it, and a zone may be all blanks: '!' in the middle of its blank
 * cells, or of the others when it has none. */
static void
draw_bad(const struct drawing *d, int zone, struct surface *to, int row, int col, enum style style)
{
    bool blank = count_cells(d, zone, true) > 0;
    int at = count_cells(d, zone, blank) / 2;

    for (int i = 0; i < d->rows * d->cols; i++) {
        if (takes_mark(d, i, zone, blank) && at-- == 0)
            surface_put(to, row + i / d->cols, col + i % d->cols, 1, style, "!");
    }
}

void
picture_draw(const struct work *work, const struct line *l, struct surface *to, int row, int col)
{
    const struct drawing *d = picture_of(work, l);
    struct zone_look looks[DRAWING_ZONES + 1];

    if (!d)
        return;
    find_looks(work, l, d, looks);
    for (int r = 0; r < d->rows; r++) {
        for (int c = 0; c < d->cols; c++) {
            const struct drawing_cell *cell = &d->cells[r][c];
            const char ascii[2] = {cell->ascii, '\0'};

            surface_put(to, row + r, col + c, 1, looks[cell->zone].style,
                        to->ascii ? ascii : cell->box);
        }
    }
    for (size_t i = 1; i <= d->n_zones; i++) {
        if (looks[i].bad && d->legend[i - 1].letter != '-')
            draw_bad(d, (int)i, to, row, col, looks[i].style);
    }
    if (d->number_row >= 0)
        draw_number(work, l, d, to, row, col, looks);
}
