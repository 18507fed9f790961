/* SPDX-License-Identifier: ISC */
/* Home: the trains, the newest arrival first; older ones are read as the cursor comes to them. */
#include "config.h"

#include <string.h>

#include "app/train.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define PAGE 100 /* rows read at once */

struct trains_list {
    struct trains *pages;
    size_t n_pages, cap_pages;
    size_t n; /* rows in all pages */
    bool all; /* the oldest train has been read */
    struct scroll scroll;
    int64_t asked; /* the train that a question is about */
};

static const struct train_row *
row_at(const struct trains_list *l, size_t i)
{
    return &l->pages[i / PAGE].rows[i % PAGE];
}

static void
drop_pages(struct trains_list *l)
{
    for (size_t i = 0; i < l->n_pages; i++)
        trains_release(&l->pages[i]);
    l->n_pages = l->n = 0;
    l->all = false;
}

/* Reads the page behind the last row. */
static bool
read_page(struct screen *s, struct rc_error *err)
{
    struct trains_list *l = s->data;
    const struct train_row *last = l->n ? row_at(l, l->n - 1) : NULL;
    struct trains page = {0};

    if (!store_trains(s->ui->app->store, last ? last->arrived_at : 0, last ? last->id : 0, PAGE,
                      &page, err)) {
        trains_release(&page);
        return false;
    }
    l->all = page.n < PAGE;
    l->n += page.n;
    if (page.n == 0) {
        trains_release(&page);
        return true;
    }
    ARRAY_GROW(l->pages, l->n_pages, l->cap_pages);
    l->pages[l->n_pages++] = page;
    return true;
}

static bool
trains_reload(struct screen *s, struct rc_error *err)
{
    struct trains_list *l = s->data;
    int64_t here = l->n ? row_at(l, l->scroll.at)->id : 0;
    size_t wanted = l->n;

    drop_pages(l);
    do {
        if (!read_page(s, err))
            return false;
    } while (!l->all && l->n < wanted);
    for (size_t i = 0; here && i < l->n; i++) {
        if (row_at(l, i)->id == here)
            l->scroll.at = i;
    }
    scroll_fit(&l->scroll, l->n, s->ui->rows > 8 ? (size_t)s->ui->rows - 8 : PAGE);
    return true;
}

/* Columns: number, index, direction, arrival, wagons, findings, state. */
struct columns {
    int index, direction, arrival, wagons, findings, state;
};

static struct columns
columns_for(const struct surface *to)
{
    if (to->cols < 80)
        return (struct columns){
            .index = 0, .direction = 11, .arrival = 18, .wagons = 31, .findings = 40, .state = 47};
    return (struct columns){
        .index = 13, .direction = 30, .arrival = 37, .wagons = 50, .findings = 59, .state = 66};
}

static void
draw_row(struct surface *to, int row, const struct columns *at, const struct train_row *train,
         bool here)
{
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    struct moment arrived = {.ms = train->arrived_at, .offset_min = train->arrived_offset};
    char text[MOMENT_TEXT];

    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    surface_put(to, row, 1, (at->index ? at->index : at->direction) - 2, style, train->number);
    if (at->index)
        surface_put(to, row, at->index, at->direction - at->index - 1, style, train->index);
    surface_put(to, row, at->direction, at->arrival - at->direction - 1, style,
                words_direction(train->direction));
    if (train->arrived_at)
        surface_put(to, row, at->arrival, at->wagons - at->arrival - 1, style,
                    moment_text(arrived, MOMENT_DAY_CLOCK, text));
    snprintf(text, sizeof text, "%d/%d", train->closed, train->wagons);
    surface_put_right(to, row, at->wagons, 7, style, text);
    if (train->findings) {
        snprintf(text, sizeof text, "%d", train->findings);
        surface_put_right(to, row, at->findings, 5, here ? style : STYLE_FINDING, text);
    }
    surface_put(to, row, at->state, to->cols - at->state - 1, style,
                words_train_state(train->state));
}

static void
draw_heading(struct surface *to, int row, const struct columns *at)
{
    surface_put(to, row, 1, at->index ? 11 : 9, STYLE_ZONE, _("Train"));
    if (at->index)
        surface_put(to, row, at->index, 16, STYLE_ZONE, _("Index"));
    surface_put(to, row, at->direction, 6, STYLE_ZONE, _("Way"));
    surface_put(to, row, at->arrival, 12, STYLE_ZONE, _("Arrival"));
    surface_put_right(to, row, at->wagons, 7, STYLE_ZONE, _("Closed"));
    surface_put_right(to, row, at->findings, 5, STYLE_ZONE, _("Found"));
    surface_put(to, row, at->state, to->cols - at->state - 1, STYLE_ZONE, _("State"));
}

static void
trains_draw(const struct screen *s, struct surface *to)
{
    const struct trains_list *l = s->data;
    const struct columns at = columns_for(to);
    struct scroll scroll = l->scroll;
    size_t page = (size_t)frame_rows(to);
    struct buf status = {0};

    scroll_fit(&scroll, l->n, page);
    frame_title(s, to, _("Trains"), NULL);
    draw_heading(to, FRAME_TOP - 1, &at);
    for (size_t i = 0; i < page && scroll.top + i < l->n; i++)
        draw_row(to, FRAME_TOP + (int)i, &at, row_at(l, scroll.top + i),
                 scroll.top + i == scroll.at);
    if (l->n == 0)
        surface_wrap(to, FRAME_TOP + 1, 3, to->cols - 6, 3, STYLE_NORMAL,
                     _("No train is listed yet. i imports a train list: a table (CSV), "
                       "message 02 or TAF XML."));
    frame_hint(s, to, NULL,
               l->n ? _("Enter: open the train. i: import a list. g: find a wagon or seal")
                    : _("i: import a list. F10: quit"));
    buf_addf(&status, l->all ? tr_n("%zu train", "%zu trains", l->n) : _("%zu trains and older"),
             l->n);
    frame_status(s, to, buf_text(&status));
    frame_bar(s, to);
    buf_release(&status);
}

/* Rows of the list on the screen as drawn last. */
static size_t
seen(const struct screen *s)
{
    return s->ui->rows > 8 ? (size_t)s->ui->rows - 7 : 1;
}

static struct effect
move_to(struct screen *s, enum action action)
{
    struct trains_list *l = s->data;
    struct rc_error err = {0};

    /* To the very first train goes through the whole archive, page by page. */
    while (!l->all && (action == ACT_LAST || l->scroll.at + 2 * seen(s) >= l->n)) {
        if (!read_page(s, &err)) {
            ui_error(s->ui, &err);
            break;
        }
    }
    l->scroll.n = l->n;
    scroll_act(&l->scroll, action, seen(s));
    return effect_redraw();
}

static struct effect
open_people(struct screen *s)
{
    struct rc_error err = {0};

    if (right_needed(s->ui->app->roles, RIGHT_PEOPLE, &err))
        return effect_push(screen_people(s->ui));
    ui_error(s->ui, &err);
    return effect_redraw();
}

enum { ASK_TAKE_BACK = 1 };

static struct effect
trains_result(struct screen *s, int tag, const char *text)
{
    const struct trains_list *l = s->data;
    struct rc_error err = {0};

    if (!text || tag != ASK_TAKE_BACK)
        return effect_redraw();
    if (!train_withdraw(s->ui->app, l->asked, text, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    ui_say(s->ui, "%s", _("The import is taken back; the same list can be imported again"));
    if (!trains_reload(s, &err))
        ui_error(s->ui, &err);
    return effect_redraw();
}

static struct effect
trains_act(struct screen *s, enum action action)
{
    struct trains_list *l = s->data;

    switch (action) {
    case ACT_UP:
    case ACT_DOWN:
    case ACT_PAGE_UP:
    case ACT_PAGE_DOWN:
    case ACT_FIRST:
    case ACT_LAST:
        return move_to(s, action);
    case ACT_OPEN:
        if (l->n == 0)
            return effect_default();
        return effect_push(screen_consist(s->ui, row_at(l, l->scroll.at)->id, 0));
    case ACT_REVIEW:
        if (l->n == 0)
            return effect_default();
        return effect_push(screen_review(s->ui, row_at(l, l->scroll.at)->id));
    case ACT_SHIFT:
        return effect_push(screen_shift(s->ui));
    case ACT_IMPORT:
        return effect_push(screen_import(s->ui, NULL));
    case ACT_GO:
        return effect_push(screen_find(s->ui, 0));
    case ACT_TAKE_BACK:
        if (l->n == 0)
            return effect_none();
        l->asked = row_at(l, l->scroll.at)->id;
        return effect_push(
            screen_ask_reason(s->ui, ASK_TAKE_BACK, _("Take the import back: for what reason?")));
    case ACT_OWN_PIN:
        return effect_push(screen_pin(s->ui, s->ui->app->badge));
    case ACT_PEOPLE:
        return open_people(s);
    default:
        return effect_default();
    }
}

static void
trains_close(struct screen *s)
{
    struct trains_list *l = s->data;

    drop_pages(l);
    free(l->pages);
}

static const struct screen_ops trains_ops = {
    .name = "trains",
    .context = IN_TRAINS,
    .draw = trains_draw,
    .act = trains_act,
    .reload = trains_reload,
    .result = trains_result,
    .close = trains_close,
};

struct screen *
screen_trains(struct ui *ui)
{
    return screen_new(ui, &trains_ops, sizeof(struct trains_list));
}
