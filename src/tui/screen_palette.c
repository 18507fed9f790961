/* SPDX-License-Identifier: ISC */
/* All commands of a screen (F2) or its menu (F9) by name; typing filters them. */
#include "config.h"

#include <string.h>

#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

struct palette {
    unsigned context;
    bool menu;
    struct field filter;
    struct scroll scroll;
};

/* The actions that the filter leaves, in the order of the table; returns how many. */
static size_t
found(const struct palette *p, enum action out[ACT_COUNT])
{
    const char *filter = buf_text(&p->filter.text);
    size_t n = 0;

    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        const struct action_info *info = action_info((enum action)i);

        if (!(info->contexts & p->context) || (info->flags & ACTION_HIDDEN))
            continue;
        if (p->menu && !(info->flags & ACTION_MENU))
            continue;
        if (words_hold(_(info->words), filter) || words_hold(info->name, filter))
            out[n++] = (enum action)i;
    }
    return n;
}

static size_t
list_rows(const struct palette *p, int rows)
{
    enum action actions[ACT_COUNT];
    struct palette all = {.context = p->context, .menu = p->menu};
    size_t n = found(&all, actions), room = rows > 12 ? (size_t)rows - 9 : 3;

    /* The box keeps its size while one types. */
    return n < room ? n : room;
}

static void
draw_row(const struct palette *p, struct surface *to, int row, int col, int width,
         enum action action, bool here)
{
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    struct key key;
    char name[16] = "";
    int used;

    surface_fill(to, row, col, width, style, ' ');
    if (keymap_key(p->context, action, 0, &key))
        key_label(&key, name, sizeof name);
    used = (int)strlen(name); /* names of keys are ASCII */
    surface_put_right(to, row, col + width - 11, 10, style, name);
    surface_put(to, row, col + 1, width - used - 3, style, _(action_info(action)->words));
}

static void
palette_draw(const struct screen *s, struct surface *to)
{
    const struct palette *p = s->data;
    enum action actions[ACT_COUNT];
    size_t n = found(p, actions), page = list_rows(p, to->rows);
    struct scroll scroll = p->scroll;
    int width = to->cols - 4 < 64 ? to->cols - 4 : 64, col = (to->cols - width) / 2;

    scroll_fit(&scroll, n, page);
    surface_box(to, 2, col, (int)page + 4, width, p->menu ? _("Menu") : _("Commands"));
    field_draw(&p->filter, to, 3, col + 2, width - 4, true);
    for (size_t i = 0; i < page && scroll.top + i < n; i++)
        draw_row(p, to, 5 + (int)i, col + 1, width - 2, actions[scroll.top + i],
                 scroll.top + i == scroll.at);
    if (n == 0)
        surface_put(to, 5, col + 2, width - 4, STYLE_DIM, _("No command has these words"));
    frame_hint(s, to, NULL, _("Type a part of the name. Enter: do it. Esc: back"));
    frame_bar(s, to);
}

static struct effect
palette_act(struct screen *s, enum action action)
{
    struct palette *p = s->data;
    enum action actions[ACT_COUNT];
    size_t n = found(p, actions), page = list_rows(p, s->ui->rows);

    scroll_fit(&p->scroll, n, page);
    if (scroll_act(&p->scroll, action, page))
        return effect_redraw();
    if (action == ACT_OPEN)
        return n ? effect_pop(s, action_info(actions[p->scroll.at])->name) : effect_none();
    return effect_default();
}

static bool
palette_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key) && key->code != RK_HOME && key->code != RK_END;
}

static struct effect
palette_text(struct screen *s, const struct key *key)
{
    struct palette *p = s->data;

    field_key(&p->filter, key, &s->ui->layouts, s->ui->layout);
    p->scroll.at = p->scroll.top = 0;
    return effect_redraw();
}

static void
palette_close(struct screen *s)
{
    struct palette *p = s->data;

    field_release(&p->filter);
}

static const struct screen_ops palette_ops = {
    .name = "palette",
    .context = IN_CHOICE,
    .draw = palette_draw,
    .act = palette_act,
    .wants = palette_wants,
    .text = palette_text,
    .close = palette_close,
    .overlay = true,
};

struct screen *
screen_palette(struct ui *ui, unsigned context, bool menu)
{
    struct screen *s = screen_new(ui, &palette_ops, sizeof(struct palette));
    struct palette *p = s->data;

    p->context = context;
    p->menu = menu;
    return s;
}
