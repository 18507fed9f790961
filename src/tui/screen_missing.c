/* SPDX-License-Identifier: ISC */
/* What is not filled in, on one wagon or the whole train; Enter jumps there. */
#include "config.h"

#include <stdio.h>

#include "app/train.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

struct missing {
    int64_t train, wagon; /* wagon 0: the whole train */
    struct gaps gaps;
    struct scroll scroll;
};

static bool
missing_reload(struct screen *s, struct rc_error *err)
{
    struct missing *m = s->data;

    gaps_release(&m->gaps);
    if (!train_gaps(s->ui->app, m->train, m->wagon, i18n_codes(), &m->gaps, err))
        return false;
    scroll_fit(&m->scroll, m->gaps.n, frame_page(s, 0));
    return true;
}

static void
draw_headings(struct surface *to)
{
    surface_fill(to, FRAME_TOP - 1, 0, to->cols, STYLE_ZONE, ' ');
    surface_put_right(to, FRAME_TOP - 1, 1, 3, STYLE_ZONE, "#");
    surface_put(to, FRAME_TOP - 1, 6, 9, STYLE_ZONE, _("Wagon"));
    surface_put(to, FRAME_TOP - 1, 17, 10, STYLE_ZONE, _("Item"));
}

static void
draw_gap(struct surface *to, int row, const struct gap *gap, bool here)
{
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;

    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    if (gap->position)
        surface_putf(to, row, 1, 3, style, "%3d", gap->position);
    surface_put(to, row, 6, 9, style, gap->position ? gap->number : _("train"));
    surface_put(to, row, 17, 10, style, gap->key);
    surface_put(to, row, 28, to->cols - 29, style,
                *gap->key ? gap->label : _("everything is answered: close the wagon (d)"));
}

/* The label of the item under the cursor, whole. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct missing *m = s->data;
    const struct gap *gap = m->scroll.at < m->gaps.n ? &m->gaps.list[m->scroll.at] : NULL;
    struct buf hint = {0};

    if (!gap)
        buf_adds(&hint, _("Nothing is missing."));
    else if (*gap->key)
        buf_addf(&hint, "%s: %s", gap->key, gap->label);
    else
        buf_adds(&hint, _("everything is answered: close the wagon (d)"));
    frame_hint(s, to, NULL, buf_text(&hint));
    frame_status(s, to, gap ? _("Enter jumps to the item") : "");
    buf_release(&hint);
}

static void
missing_draw(const struct screen *s, struct surface *to)
{
    const struct missing *m = s->data;
    struct scroll scroll = m->scroll;
    size_t page = frame_page(s, 0);
    char left[120];

    scroll_fit(&scroll, m->gaps.n, page);
    snprintf(left, sizeof left, _("What is missing: %zu"), m->gaps.n);
    frame_title(s, to, left, NULL);
    if (m->gaps.n)
        draw_headings(to);
    for (size_t i = 0; i < page && scroll.top + i < m->gaps.n; i++)
        draw_gap(to, FRAME_TOP + (int)i, &m->gaps.list[scroll.top + i],
                 scroll.top + i == scroll.at);
    draw_hint(s, to);
    frame_bar(s, to);
}

static struct effect
missing_act(struct screen *s, enum action action)
{
    struct missing *m = s->data;

    if (scroll_act(&m->scroll, action, frame_page(s, 0)))
        return effect_redraw();
    if (action == ACT_GO)
        return effect_push(screen_find(s->ui, m->train));
    if (action == ACT_OPEN && m->scroll.at < m->gaps.n) {
        const struct gap *gap = &m->gaps.list[m->scroll.at];

        /* Asked by the wagon itself: it goes there, no second screen of it on top. */
        if (s->tag && gap->wagon == m->wagon)
            return effect_pop(s, gap->key);
        return effect_replace(screen_wagon(s->ui, gap->wagon, gap->key));
    }
    return effect_default();
}

static void
missing_close(struct screen *s)
{
    struct missing *m = s->data;

    gaps_release(&m->gaps);
}

static const struct screen_ops missing_ops = {
    .name = "missing",
    .context = IN_MISSING,
    .draw = missing_draw,
    .act = missing_act,
    .reload = missing_reload,
    .close = missing_close,
};

struct screen *
screen_missing(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &missing_ops, sizeof(struct missing));
    struct missing *m = s->data;

    m->train = train;
    m->wagon = wagon;
    return s;
}
