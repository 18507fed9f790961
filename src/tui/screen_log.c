/* SPDX-License-Identifier: ISC */
/* What was recorded on a wagon or a train: when, by whom, what. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/log_words.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define EVENTS 500

struct log_view {
    int64_t train, wagon;
    char title[120];
    const struct checklist *set;
    struct log log;
    struct scroll scroll;
};

static bool
read_title(struct log_view *v, struct store *store, struct rc_error *err)
{
    struct wagons wagons = {0};

    if (!store_wagon(store, v->wagon, &wagons, err))
        return false;
    if (wagons.n && wagons.rows[0].position)
        snprintf(v->title, sizeof v->title, _("Log of wagon %d   %s"), wagons.rows[0].position,
                 wagons.rows[0].number);
    else
        snprintf(v->title, sizeof v->title, "%s", _("Log of the checklist of the train"));
    wagons_release(&wagons);
    return true;
}

static bool
log_reload(struct screen *s, struct rc_error *err)
{
    struct log_view *v = s->data;
    struct store *store = s->ui->app->store;
    struct trains trains = {0};

    log_release(&v->log);
    if (!store_log(store, v->train, v->wagon, EVENTS, &v->log, err) ||
        !store_train(store, v->train, &trains, err))
        return false;
    v->set = trains.n ? app_set(s->ui->app, trains.rows[0].checklist, err) : NULL;
    if (trains.n)
        snprintf(v->title, sizeof v->title, _("Log of train %s"), trains.rows[0].number);
    trains_release(&trains);
    if (v->wagon && !read_title(v, store, err))
        return false;
    scroll_fit(&v->scroll, v->log.n, frame_page(s, 0));
    return v->set != NULL;
}

struct columns {
    int badge, kind, text;
};

static struct columns
columns_for(int cols)
{
    int badge = cols < 100 ? 14 : 22, kind = badge + 6;

    return (struct columns){.badge = badge, .kind = kind, .text = kind + (cols < 80 ? 19 : 20)};
}

static void
draw_headings(struct surface *to)
{
    struct columns at = columns_for(to->cols);

    surface_fill(to, FRAME_TOP - 1, 0, to->cols, STYLE_ZONE, ' ');
    surface_put(to, FRAME_TOP - 1, 2, at.badge - 3, STYLE_ZONE, _("When"));
    surface_put(to, FRAME_TOP - 1, at.badge, 5, STYLE_ZONE, _("Who"));
    surface_put(to, FRAME_TOP - 1, at.kind, to->cols - at.kind, STYLE_ZONE, _("What"));
}

static void
draw_event(const struct log_view *v, struct surface *to, int line, size_t i)
{
    const struct log_row *row = &v->log.rows[i];
    struct moment when = {row->at, row->offset_min};
    bool here = i == v->scroll.at, wide = to->cols >= 100;
    enum style style = here ? STYLE_CURSOR : row->undone ? STYLE_DIM : STYLE_NORMAL;
    struct columns at = columns_for(to->cols);
    char moment[MOMENT_TEXT], whole[MOMENT_TEXT];
    struct buf words = {0};

    surface_fill(to, line, 0, to->cols, style, ' ');
    surface_put(to, line, 0, 1, style, here ? ">" : " ");
    if (wide) {
        snprintf(moment, sizeof moment, "%.10s", moment_text(when, MOMENT_SCREEN, whole));
        surface_put(to, line, 2, 11, style, moment);
        surface_put(to, line, 13, 8, style, moment_text(when, MOMENT_TIME, moment));
    } else
        surface_put(to, line, 2, 11, style, moment_text(when, MOMENT_DAY_CLOCK, moment));
    surface_put(to, line, at.badge, 5, style, row->officer);
    surface_putf(to, line, at.kind, at.text - at.kind - 1, style, "%s%s", row->undone ? "x " : "",
                 words_event(row->kind));
    words_log_row(&words, v->set, &v->log, row);
    surface_put(to, line, at.text, to->cols - at.text - 1, style, buf_text(&words));
    buf_release(&words);
}

static void
log_draw(const struct screen *s, struct surface *to)
{
    const struct log_view *v = s->data;
    struct scroll scroll = v->scroll;
    size_t page = frame_page(s, 0);
    struct buf whole = {0};

    scroll_fit(&scroll, v->log.n, page);
    frame_title(s, to, v->title, NULL);
    draw_headings(to);
    for (size_t i = 0; i < page && scroll.top + i < v->log.n; i++)
        draw_event(v, to, FRAME_TOP + (int)i, scroll.top + i);
    if (scroll.at < v->log.n)
        words_log_row(&whole, v->set, &v->log, &v->log.rows[scroll.at]);
    frame_hint(s, to, NULL, buf_text(&whole));
    frame_status(s, to, _("newest first; nothing is deleted: x marks what was undone"));
    frame_bar(s, to);
    buf_release(&whole);
}

static struct effect
log_act(struct screen *s, enum action action)
{
    struct log_view *v = s->data;

    return scroll_act(&v->scroll, action, frame_page(s, 0)) ? effect_redraw() : effect_default();
}

static void
log_close(struct screen *s)
{
    struct log_view *v = s->data;

    log_release(&v->log);
}

static const struct screen_ops log_ops = {
    .name = "log",
    .context = IN_TEXT,
    .draw = log_draw,
    .act = log_act,
    .reload = log_reload,
    .close = log_close,
};

struct screen *
screen_log(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &log_ops, sizeof(struct log_view));
    struct log_view *v = s->data;

    v->train = train;
    v->wagon = wagon;
    return s;
}
