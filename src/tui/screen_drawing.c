/* SPDX-License-Identifier: ISC */
/* The drawing of a wagon on a page of its own, with its zones to choose from. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/work.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/picture.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define TOP (FRAME_TOP - 1)
#define ZONES_NARROW 24 /* columns of the list of zones below which it goes without counts */
#define ZONES_BELOW 8   /* rows below the picture from which on a narrow list stands there */

struct drawing_view {
    int64_t wagon;
    char key[64]; /* a line of the zone under the cursor */
    struct work work;
    size_t at; /* first line of that zone */
};

static bool
drawing_reload(struct screen *s, struct rc_error *err)
{
    struct drawing_view *v = s->data;
    struct work work;

    if (!work_open(s->ui->app, v->wagon, &work, err))
        return false;
    work_release(&v->work);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->at = inspection_find(&v->work.in, v->key);
    if (v->at == v->work.in.n)
        v->at = 0;
    if (v->work.in.n)
        inspection_zone(&v->work.in, v->at, &v->at, NULL, NULL);
    return true;
}

static const struct line *
line_at(const struct drawing_view *v)
{
    return v->at < v->work.in.n ? &v->work.in.lines[v->at] : NULL;
}

/* The zones up to line `end`: how many there are. */
static size_t
count_zones(const struct inspection *in, size_t end)
{
    size_t n = 0, last;

    for (size_t i = 0; i < end; i = last + 1, n++)
        inspection_zone(in, i, NULL, &last, NULL);
    return n;
}

static size_t
zone_begin(const struct inspection *in, size_t zone)
{
    size_t at = 0, last;

    while (zone-- > 0 && at < in->n) {
        inspection_zone(in, at, NULL, &last, NULL);
        at = last + 1;
    }
    return at;
}

static enum style
zone_style(char mark)
{
    return mark == '!'   ? STYLE_FINDING
           : mark == '+' ? STYLE_OK
           : mark == '#' ? STYLE_GATE
                         : STYLE_NORMAL;
}

static void
draw_zone(const struct drawing_view *v, struct surface *to, int row, int col, size_t first)
{
    const struct inspection *in = &v->work.in;
    const struct line *l = &in->lines[first];
    size_t lang = checklist_lang(v->work.set, i18n_code()), last, done;
    char mark[2] = {picture_mark(in, first), '\0'};
    bool here = first == v->at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    int width = to->cols - col - 1, counts = width < ZONES_NARROW ? 0 : 6;
    struct buf name = {0};

    inspection_zone(in, first, NULL, &last, &done);
    buf_addf(&name, "%s%s%s", words_in(&l->item->zone->label, lang), l->container ? " " : "",
             l->container ? l->container : "");
    surface_fill(to, row, col, width, style, ' ');
    surface_put(to, row, col, 1, here ? style : zone_style(mark[0]), mark);
    surface_put(to, row, col + 2, width - 2 - counts, style, buf_text(&name));
    if (counts) {
        char text[32];

        snprintf(text, sizeof text, "%zu/%zu", done, last - first + 1);
        surface_put_right(to, row, to->cols - 1 - counts, counts, style, text);
    }
    buf_release(&name);
}

/* The zones below each other from this row on, scrolled so that the chosen one is seen. */
static void
draw_zones(const struct drawing_view *v, struct surface *to, int row, int col)
{
    const struct inspection *in = &v->work.in;
    struct scroll scroll = {.at = count_zones(in, v->at)};
    size_t rows = (size_t)(FRAME_TOP + frame_rows(to) - row);

    scroll_fit(&scroll, count_zones(in, in->n), rows);
    for (size_t i = 0; i < rows && scroll.top + i < scroll.n; i++)
        draw_zone(v, to, row + (int)i, col, zone_begin(in, scroll.top + i));
}

static void
drawing_draw(const struct screen *s, struct surface *to)
{
    const struct drawing_view *v = s->data;
    const struct line *l = line_at(v);
    const struct drawing *d = picture_of(&v->work, l);
    size_t lang = checklist_lang(v->work.set, i18n_code());
    struct buf title = {0};
    int beside, below;

    buf_addf(&title, _("Drawing   %s"), v->work.wagon->number);
    frame_title(s, to, buf_text(&title),
                v->work.in.sheet ? words_in(&v->work.in.sheet->label, lang) : "");
    picture_draw(&v->work, l, to, TOP, 1);
    beside = (d ? d->cols : DRAWING_COLS) + 3;
    below = TOP + (d ? d->rows : DRAWING_ROWS) + 1;
    if (to->cols - beside - 1 < ZONES_NARROW && FRAME_TOP + frame_rows(to) - below >= ZONES_BELOW)
        draw_zones(v, to, below, 1);
    else
        draw_zones(v, to, TOP, beside);
    frame_hint(s, to,
               l && d && !drawing_zone(d, l->item->zone) ? _("This zone is not in the drawing")
                                                         : NULL,
               _("Arrows: zone. Enter: to its first open item. Esc: back"));
    /* The narrow list cuts it. */
    frame_status(s, to, l && to->cols < 80 ? words_in(&l->item->zone->label, lang) : "");
    frame_bar(s, to);
    buf_release(&title);
}

/* Back to the wagon, to the first line of the zone that is open. */
static struct effect
go_to_zone(struct screen *s)
{
    struct drawing_view *v = s->data;
    const struct inspection *in = &v->work.in;
    size_t at = v->at, last;

    if (v->at >= in->n)
        return effect_pop(s, NULL);
    inspection_zone(in, v->at, NULL, &last, NULL);
    while (at < last && line_done(in, &in->lines[at]))
        at++;
    if (line_done(in, &in->lines[at]))
        at = v->at;
    return effect_pop(s, in->lines[at].key);
}

static struct effect
drawing_act(struct screen *s, enum action action)
{
    struct drawing_view *v = s->data;
    const struct inspection *in = &v->work.in;
    struct scroll scroll = {.at = count_zones(in, v->at), .n = count_zones(in, in->n)};

    if (action == ACT_OPEN)
        return go_to_zone(s);
    if (action == ACT_LEFT)
        action = ACT_UP;
    else if (action == ACT_RIGHT)
        action = ACT_DOWN;
    if (!scroll_act(&scroll, action, frame_page(s, 0)) || !in->n)
        return effect_default();
    v->at = zone_begin(in, scroll.at);
    snprintf(v->key, sizeof v->key, "%s", in->lines[v->at].key);
    return effect_redraw();
}

static void
drawing_close(struct screen *s)
{
    struct drawing_view *v = s->data;

    work_release(&v->work);
}

static const struct screen_ops drawing_ops = {
    .name = "drawing",
    .context = IN_TEXT,
    .draw = drawing_draw,
    .act = drawing_act,
    .reload = drawing_reload,
    .close = drawing_close,
};

struct screen *
screen_drawing(struct ui *ui, int64_t wagon, const char *key)
{
    struct screen *s = screen_new(ui, &drawing_ops, sizeof(struct drawing_view));
    struct drawing_view *v = s->data;

    v->wagon = wagon;
    snprintf(v->key, sizeof v->key, "%s", key);
    return s;
}
