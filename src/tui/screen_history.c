/* SPDX-License-Identifier: ISC */
/* Earlier and later passages of the same wagon number. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define PASSAGES 200

/* What the row of a passage says of its train. */
struct passage {
    struct moment arrived;
    char train[16];
};

struct history {
    int64_t wagon;
    struct wagons here;     /* the wagon itself */
    struct wagons passages; /* the others, newest first */
    struct passage *trains; /* one for each of them */
    struct scroll scroll;
};

static void
history_release(struct history *h)
{
    wagons_release(&h->here);
    wagons_release(&h->passages);
    free(h->trains);
    h->trains = NULL;
}

static bool
read_trains(struct history *h, struct store *store, struct rc_error *err)
{
    h->trains = rc_alloc(h->passages.n + 1, sizeof *h->trains);
    for (size_t i = 0; i < h->passages.n; i++) {
        struct passage *passage = &h->trains[i];
        struct trains trains = {0};

        if (!store_train(store, h->passages.rows[i].train, &trains, err))
            return false;
        if (trains.n) {
            passage->arrived =
                (struct moment){trains.rows[0].arrived_at, trains.rows[0].arrived_offset};
            snprintf(passage->train, sizeof passage->train, "%s", trains.rows[0].number);
        }
        trains_release(&trains);
    }
    return true;
}

static bool
history_reload(struct screen *s, struct rc_error *err)
{
    struct history *h = s->data;
    struct store *store = s->ui->app->store;

    history_release(h);
    if (!store_wagon(store, h->wagon, &h->here, err))
        return false;
    if (!h->here.n)
        return rc_fail(err, RC_E_NO_WAGON, NULL, NULL);
    if (!store_wagon_history(store, h->here.rows[0].number, h->wagon, PASSAGES, &h->passages,
                             err) ||
        !read_trains(h, store, err))
        return false;
    scroll_fit(&h->scroll, h->passages.n, frame_page(s, 0));
    return true;
}

/* Cargo only where there is room for it. */
struct columns {
    int state, cargo, findings, seals;
};

static struct columns
columns_for(int cols)
{
    struct columns at = {.state = 28, .findings = cols - 17, .seals = cols - 9};

    if (cols >= 80)
        at.cargo = 44;
    return at;
}

static void
draw_headings(struct surface *to, const struct columns *at)
{
    int row = FRAME_TOP - 1;

    surface_fill(to, row, 0, to->cols, STYLE_ZONE, ' ');
    surface_put(to, row, 2, 16, STYLE_ZONE, _("Arrival"));
    surface_put(to, row, 20, 7, STYLE_ZONE, _("Train"));
    surface_put(to, row, at->state, 14, STYLE_ZONE, _("State"));
    if (at->cargo)
        surface_put(to, row, at->cargo, at->findings - at->cargo - 1, STYLE_ZONE, _("Cargo"));
    surface_put_right(to, row, at->findings, 6, STYLE_ZONE, _("Find."));
    surface_put(to, row, at->seals, 8, STYLE_ZONE, _("Seals"));
}

static void
draw_passage(const struct screen *s, struct surface *to, int row, size_t i,
             const struct columns *at)
{
    const struct history *h = s->data;
    char name[CODE_NAME];
    const struct wagon_row *w = &h->passages.rows[i];
    const struct passage *passage = &h->trains[i];
    bool here = i == h->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    enum wagon_state state = WAGON_NOT_STARTED;
    char text[MOMENT_TEXT];

    wagon_state_parse(w->state, &state);
    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    if (passage->arrived.ms)
        surface_put(to, row, 2, 16, style, moment_text(passage->arrived, MOMENT_SCREEN, text));
    surface_put(to, row, 20, 7, style, passage->train);
    surface_putf(to, row, at->state, 14, style, "%c %s", wagon_state_mark(state),
                 words_wagon_state(w->state));
    if (at->cargo)
        surface_put(to, row, at->cargo, at->findings - at->cargo - 1, style,
                    words_cargo(s->ui->app, w, name));
    if (w->findings) {
        snprintf(text, sizeof text, "%d", w->findings);
        surface_put_right(to, row, at->findings, 6, here ? style : STYLE_FINDING, text);
    }
    surface_putf(to, row, at->seals, 8, w->seals_bad && !here ? STYLE_FINDING : style, "%d/%d%s",
                 w->seals_read, w->seals_expected, w->seals_bad ? "!" : "");
}

static void
history_draw(const struct screen *s, struct surface *to)
{
    const struct history *h = s->data;
    struct columns at = columns_for(to->cols);
    struct scroll scroll = h->scroll;
    size_t page = frame_page(s, 0);
    char left[120];

    scroll_fit(&scroll, h->passages.n, page);
    snprintf(left, sizeof left, _("History of wagon %s"), h->here.rows[0].number);
    frame_title(s, to, left, NULL);
    if (h->passages.n)
        draw_headings(to, &at);
    for (size_t i = 0; i < page && scroll.top + i < h->passages.n; i++)
        draw_passage(s, to, FRAME_TOP + (int)i, scroll.top + i, &at);
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
    history_release(s->data);
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
