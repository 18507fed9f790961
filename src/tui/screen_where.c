/* SPDX-License-Identifier: ISC */
/* Who is where: the last log-in and the last wagon of everybody at the post. */
#include "config.h"

#include "app/shift.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/page.h"
#include "tui/screens.h"
#include "tui/ui.h"

struct where {
    struct whereabouts all;
    size_t top;
};

static bool
where_reload(struct screen *s, struct rc_error *err)
{
    struct where *w = s->data;
    struct whereabouts now;

    if (!shift_where(s->ui->app, &now, err))
        return false;
    whereabouts_release(&w->all);
    w->all = now;
    return true;
}

static void
add_wagon(struct buf *line, const struct where_row *row)
{
    struct moment at = {row->worked_at, row->worked_offset};
    char when[MOMENT_TEXT];

    moment_text(at, MOMENT_DAY_CLOCK, when);
    if (row->position)
        buf_addf(line, _("wagon %d, %s, of train %s, %s"), row->position, row->number, row->train,
                 when);
    else
        buf_addf(line, _("checklist of train %s, %s"), row->train, when);
}

static void
build(const struct where *w, struct page *page, int width)
{
    for (size_t i = 0; i < w->all.n; i++) {
        const struct where_row *row = &w->all.rows[i];
        struct moment login = {row->login_at, row->login_offset};
        struct buf line = {0};
        char when[MOMENT_TEXT];

        buf_addf(&line, "%s  %s", row->badge, row->name);
        page_add(page, width, 0, STYLE_ZONE, buf_text(&line));
        buf_clear(&line);
        if (row->wagon)
            add_wagon(&line, row);
        else
            buf_adds(&line, _("on no wagon lately"));
        buf_adds(&line, "; ");
        if (row->login_at)
            buf_addf(&line, _("logged in %s"), moment_text(login, MOMENT_DAY_CLOCK, when));
        else
            buf_adds(&line, _("not logged in lately"));
        page_add(page, width, 2, STYLE_NORMAL, buf_text(&line));
        buf_release(&line);
    }
}

static void
where_draw(const struct screen *s, struct surface *to)
{
    const struct where *w = s->data;
    struct page page = {0};

    build(w, &page, to->cols - 2);
    frame_title(s, to, _("Who is where"), NULL);
    page_draw(&page, to, FRAME_TOP - 1, frame_rows(to) + 1, w->top);
    page_release(&page);
    frame_hint(s, to, NULL, _("From the newest 500 records of this computer. Esc: back"));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
where_act(struct screen *s, enum action action)
{
    struct where *w = s->data;
    struct page page = {0};
    struct effect effect;

    if (action == ACT_OPEN)
        return effect_pop(s, NULL);
    build(w, &page, s->ui->cols - 2);
    effect = page_act(&page, &w->top, action, s->ui->rows - 6) ? effect_redraw() : effect_default();
    page_release(&page);
    return effect;
}

static void
where_close(struct screen *s)
{
    struct where *w = s->data;

    whereabouts_release(&w->all);
}

static const struct screen_ops where_ops = {
    .name = "where",
    .context = IN_TEXT,
    .draw = where_draw,
    .act = where_act,
    .reload = where_reload,
    .close = where_close,
};

struct screen *
screen_where(struct ui *ui)
{
    return screen_new(ui, &where_ops, sizeof(struct where));
}
