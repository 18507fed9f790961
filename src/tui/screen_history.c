/* SPDX-License-Identifier: ISC */
/* Earlier and later passages of the same wagon number. */
#include "config.h"

#include <stdio.h>

#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define PASSAGES 200

struct history {
    int64_t wagon;
    struct wagons here;     /* the wagon itself */
    struct wagons passages; /* the others, newest first */
    struct scroll scroll;
};

static bool
history_reload(struct screen *s, struct rc_error *err)
{
    struct history *h = s->data;
    struct store *store = s->ui->app->store;

    wagons_release(&h->here);
    wagons_release(&h->passages);
    if (!store_wagon(store, h->wagon, &h->here, err))
        return false;
    if (!h->here.n)
        return rc_fail(err, RC_E_NO_WAGON, NULL, NULL);
    if (!store_wagon_history(store, h->here.rows[0].number, h->wagon, PASSAGES, &h->passages, err))
        return false;
    scroll_fit(&h->scroll, h->passages.n, frame_page(s, 0));
    return true;
}

static void
draw_passage(const struct screen *s, struct surface *to, int row, size_t i)
{
    const struct history *h = s->data;
    const struct wagon_row *w = &h->passages.rows[i];
    enum style style = i == h->scroll.at ? STYLE_CURSOR : STYLE_NORMAL;
    enum wagon_state state = WAGON_NOT_STARTED;
    struct trains trains = {0};
    char when[MOMENT_TEXT];

    wagon_state_parse(w->state, &state);
    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, i == h->scroll.at ? ">" : " ");
    if (store_train(s->ui->app->store, w->train, &trains, NULL) && trains.n) {
        struct moment arrived = {trains.rows[0].arrived_at, trains.rows[0].arrived_offset};

        surface_put(to, row, 2, 16, style, moment_text(arrived, MOMENT_SCREEN, when));
        surface_put(to, row, 20, 6, style, trains.rows[0].number);
    }
    surface_putf(to, row, 28, 1, style, "%c", wagon_state_mark(state));
    surface_put(to, row, 31, to->cols - 56, style, w->cargo_name);
    surface_putf(to, row, to->cols - 24, 12, style, _("findings %d"), w->findings);
    surface_putf(to, row, to->cols - 11, 11, style, _("seals %d/%d"), w->seals_read,
                 w->seals_expected);
    trains_release(&trains);
}

static void
history_draw(const struct screen *s, struct surface *to)
{
    const struct history *h = s->data;
    char left[120];

    snprintf(left, sizeof left, _("History of wagon %s"), h->here.rows[0].number);
    frame_title(s, to, left, "");
    for (size_t i = 0; i < frame_page(s, 0) && h->scroll.top + i < h->passages.n; i++)
        draw_passage(s, to, FRAME_TOP + (int)i, h->scroll.top + i);
    frame_hint(s, to, NULL,
               h->passages.n ? _("Enter opens that passage")
                             : _("This number has not passed here before."));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
history_act(struct screen *s, enum action action)
{
    struct history *h = s->data;

    if (scroll_act(&h->scroll, action, frame_page(s, 0)))
        return effect_redraw();
    if (action == ACT_OPEN && h->scroll.at < h->passages.n)
        return effect_push(screen_wagon(s->ui, h->passages.rows[h->scroll.at].id, ""));
    return effect_default();
}

static void
history_close(struct screen *s)
{
    struct history *h = s->data;

    wagons_release(&h->here);
    wagons_release(&h->passages);
}

static const struct screen_ops history_ops = {
    .name = "history",
    .context = IN_TEXT,
    .draw = history_draw,
    .act = history_act,
    .reload = history_reload,
    .close = history_close,
};

struct screen *
screen_history(struct ui *ui, int64_t wagon)
{
    struct screen *s = screen_new(ui, &history_ops, sizeof(struct history));
    struct history *h = s->data;

    h->wagon = wagon;
    return s;
}
