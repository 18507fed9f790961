/* SPDX-License-Identifier: ISC */
/* The manual: the page of the role of the officer at work; beside it those of the other roles and
 * the pictures of the screens. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/manual.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/page.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define ENTRY_INDENT 2
#define ENTRY_HANG 6

struct manual {
    int page; /* manual.h */
    char *text;
    size_t top;
};

/* One entry, its lines put together again so that it fits any width. */
static size_t
add_entry(struct page *page, int width, const char *text)
{
    struct buf entry = {0};
    size_t used = 0;

    do {
        size_t indent = strspn(text + used, " "), len = strcspn(text + used + indent, "\n");

        if (entry.len)
            buf_addc(&entry, ' ');
        buf_add(&entry, text + used + indent, len);
        used += indent + len;
        used += text[used] == '\n';
    } while (strspn(text + used, " ") > ENTRY_INDENT);
    page_add_hanging(page, width, ENTRY_INDENT, ENTRY_HANG, STYLE_NORMAL, buf_text(&entry));
    buf_release(&entry);
    return used;
}

static bool
is_edge(const char *line)
{
    return strncmp(line, MANUAL_EDGE, strlen(MANUAL_EDGE)) == 0;
}

/* A picture with its edges, as it is: a row too long for the screen is cut there. */
static size_t
add_picture(struct page *page, const char *text)
{
    size_t used = 0;
    bool begun = false, ended = false;

    while (text[used] && !ended) {
        size_t len = strcspn(text + used, "\n");

        ended = begun && is_edge(text + used);
        begun = true;
        page_add_picture(page, ended || used == 0 ? STYLE_DIM : STYLE_NORMAL, text + used, len);
        used += len + (text[used + len] == '\n');
    }
    return used;
}

static void
manual_build(const struct manual *m, struct page *page, int width)
{
    for (const char *text = m->text; *text;) {
        size_t len = strcspn(text, "\n");

        if (*text == ' ') {
            text += add_entry(page, width, text);
            continue;
        }
        if (is_edge(text)) {
            text += add_picture(page, text);
            continue;
        }
        if (len == 0)
            page_blank(page);
        else {
            char *heading = rc_memdup(text, len);

            page_add(page, width, 0, STYLE_ZONE, heading);
            free(heading);
        }
        text += len + (text[len] == '\n');
    }
}

static bool
manual_reload(struct screen *s, struct rc_error *err)
{
    struct manual *m = s->data;
    char *text = manual_page(m->page, i18n_codes(), err);

    if (!text)
        return false;
    free(m->text);
    m->text = text;
    return true;
}

static void
manual_draw(const struct screen *s, struct surface *to)
{
    const struct manual *m = s->data;
    struct page page = {0};
    struct buf title = {0};

    manual_build(m, &page, to->cols - 2);
    buf_addf(&title, _("Manual: %s"), _(manual_words(m->page)));
    frame_title(s, to, buf_text(&title), NULL);
    page_draw(&page, to, FRAME_TOP - 1, frame_rows(to) + 1, m->top);
    frame_hint(s, to, NULL,
               _("PgDn: read on. Tab: next heading. Left, Right: another page. Esc: back"));
    frame_status(s, to, "");
    frame_bar(s, to);
    buf_release(&title);
    page_release(&page);
}

/* The page before or after, in a ring. */
static struct effect
turn_to(struct screen *s, int step)
{
    struct manual *m = s->data;
    int before = m->page;
    struct rc_error err = {0};

    m->page = (m->page + step + MANUAL_PAGES) % MANUAL_PAGES;
    if (manual_reload(s, &err))
        m->top = 0;
    else {
        m->page = before;
        ui_error(s->ui, &err);
    }
    return effect_redraw();
}

/* The heading below the first line seen, or the one above it, comes to the top; rows lines are
 * seen. */
static void
go_to_heading(struct manual *m, const struct page *page, enum action action, int rows)
{
    size_t last = page->n > (size_t)rows ? page->n - (size_t)rows : 0;
    size_t at = m->top;

    do {
        if (at == (action == ACT_NEXT_ZONE ? last : 0))
            break;
        at = action == ACT_NEXT_ZONE ? at + 1 : at - 1;
    } while (page->lines[at].style != STYLE_ZONE);
    m->top = at;
}

static struct effect
manual_act(struct screen *s, enum action action)
{
    struct manual *m = s->data;
    struct page page = {0};
    struct effect effect;
    int rows = s->ui->rows - 6;

    switch (action) {
    case ACT_MANUAL:
        return effect_none();
    case ACT_OPEN:
        return effect_pop(s, NULL);
    case ACT_LEFT:
        return turn_to(s, -1);
    case ACT_RIGHT:
        return turn_to(s, 1);
    default:
        break;
    }
    manual_build(m, &page, s->ui->cols - 2);
    if (action == ACT_NEXT_ZONE || action == ACT_PREV_ZONE) {
        go_to_heading(m, &page, action, rows);
        page_release(&page);
        return effect_redraw();
    }
    effect = page_act(&page, &m->top, action, rows) ? effect_redraw() : effect_default();
    page_release(&page);
    return effect;
}

static void
manual_close(struct screen *s)
{
    struct manual *m = s->data;

    free(m->text);
}

static const struct screen_ops manual_ops = {
    .name = "manual",
    .context = IN_TEXT,
    .draw = manual_draw,
    .act = manual_act,
    .reload = manual_reload,
    .close = manual_close,
};

struct screen *
screen_manual(struct ui *ui)
{
    struct screen *s = screen_new(ui, &manual_ops, sizeof(struct manual));
    struct manual *m = s->data;

    m->page = (int)manual_first(ui->app ? ui->app->roles : 0);
    return s;
}
