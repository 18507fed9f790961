/* SPDX-License-Identifier: ISC */
/*
 * Finding a wagon by the last digits of its number or its position, a seal, or words. What stands
 * in the present train comes first.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>

#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/hits.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

struct find_view {
    int64_t train;
    struct hits hits;
    struct field field;
    struct scroll scroll;
};

/* Rows of the list: the field stands above, with a blank between. */
static size_t
page_of(const struct screen *s)
{
    return frame_page(s, 1);
}

static void
search(struct screen *s)
{
    struct find_view *v = s->data;

    hits_find(&v->hits, &s->ui->layouts, s->ui->layout, buf_text(&v->field.text));
    v->scroll.at = 0;
    scroll_fit(&v->scroll, v->hits.n, page_of(s));
}

static bool
find_reload(struct screen *s, struct rc_error *err)
{
    struct find_view *v = s->data;

    if (!hits_train(&v->hits, s->ui->app, v->train, err))
        return false;
    search(s);
    return true;
}

static void
draw_hit(const struct find_view *v, struct surface *to, int row, size_t i)
{
    const struct hit *hit = &v->hits.list[i];
    bool here = i == v->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    int how = to->cols - 17, train = how - (to->cols < 80 ? 17 : 19);

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    surface_putf(to, row, 1, 4, style, "%3d", hit->position);
    surface_put(to, row, 6, 13, style, hit->number);
    if (!*hit->train)
        train = how;
    if (!*hit->train || to->cols >= 80)
        surface_put(to, row, 20, train - 21, style, hit->cargo);
    surface_put(to, row, train, how - train - 1, style, hit->train);
    surface_put(to, row, how, 16, style, hit->how);
}

static void
find_draw(const struct screen *s, struct surface *to)
{
    const struct find_view *v = s->data;
    const char *typed = buf_text(&v->field.text);
    struct scroll scroll = v->scroll;
    size_t page = page_of(s);
    char status[200] = "";

    scroll_fit(&scroll, v->hits.n, page);
    frame_title(s, to, _("Find a wagon, a seal, a text"), NULL);
    surface_put(to, 2, 1, 3, STYLE_NORMAL, ">");
    field_draw(&v->field, to, 2, 3, to->cols - 4, true);
    for (size_t i = 0; i < page && scroll.top + i < v->hits.n; i++)
        draw_hit(v, to, FRAME_TOP + 1 + (int)i, scroll.top + i);
    frame_hint(s, to, NULL,
               *typed && !v->hits.n
                   ? _("Nothing found.")
                   : _("Last digits, position, seal number or words; Enter opens"));
    if (v->hits.as_number && hits_digits(v->hits.as_number) && !hits_digits(typed))
        snprintf(status, sizeof status, _("as a number: %s"), v->hits.as_number);
    frame_status(s, to, status);
    frame_bar(s, to);
}

static bool
find_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
find_text(struct screen *s, const struct key *key)
{
    struct find_view *v = s->data;

    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    search(s);
    return effect_redraw();
}

static struct effect
find_act(struct screen *s, enum action action)
{
    struct find_view *v = s->data;

    if (scroll_act(&v->scroll, action, page_of(s)))
        return effect_redraw();
    if (action == ACT_OPEN && v->scroll.at < v->hits.n) {
        char id[24];

        if (!s->tag)
            return effect_replace(screen_wagon(s->ui, v->hits.list[v->scroll.at].wagon, ""));
        /* Asked by a wagon: it gives its place to the one found. */
        snprintf(id, sizeof id, "%" PRId64, v->hits.list[v->scroll.at].wagon);
        return effect_pop(s, id);
    }
    return effect_default();
}

static void
find_close(struct screen *s)
{
    struct find_view *v = s->data;

    hits_release(&v->hits);
    field_release(&v->field);
}

static const struct screen_ops find_ops = {
    .name = "find",
    .context = IN_FIND,
    .draw = find_draw,
    .act = find_act,
    .wants = find_wants,
    .text = find_text,
    .reload = find_reload,
    .close = find_close,
};

struct screen *
screen_find(struct ui *ui, int64_t train)
{
    struct screen *s = screen_new(ui, &find_ops, sizeof(struct find_view));
    struct find_view *v = s->data;

    v->train = train;
    v->field = (struct field){.max = 60, .kind = FIELD_TEXT};
    return s;
}
