/* SPDX-License-Identifier: ISC */
/* The keys of a screen, made from the action table and the key map. */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/page.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define KEYS_WIDTH 20
#define MARKED (IN_CONSIST | IN_WAGON | IN_SEALS)

struct help {
    unsigned context;
    size_t top;
};

/* All keys of the action in the context, "F8 n". */
static void
add_keys(struct buf *out, unsigned context, enum action action)
{
    struct key key;

    for (size_t i = 0; keymap_key(context, action, i, &key); i++) {
        char name[16];

        buf_addf(out, "%s%s", i ? "  " : "", key_label(&key, name, sizeof name));
    }
}

static void
add_actions(struct page *page, unsigned context, int width, bool hidden, bool keyless)
{
    for (int i = ACT_NONE + 1; i < ACT_COUNT; i++) {
        const struct action_info *info = action_info((enum action)i);
        struct buf line = {0};
        size_t words;

        if (!(info->contexts & context) || hidden != ((info->flags & ACTION_HIDDEN) != 0))
            continue;
        add_keys(&line, context, (enum action)i);
        if (keyless != (line.len == 0)) {
            buf_release(&line);
            continue;
        }
        /* Names of keys are ASCII: bytes are columns. */
        do
            buf_addc(&line, ' ');
        while (line.len < KEYS_WIDTH);
        words = line.len;
        buf_adds(&line, _(info->words));
        page_add_hanging(page, width, 2, (int)(2 + words), STYLE_NORMAL, buf_text(&line));
        buf_release(&line);
    }
}

/* Marks with their words, three blanks between them: a line never parts a mark from its words. */
static void
add_marks(struct page *page, int width, const char *marks)
{
    struct buf line = {0};

    while (*marks) {
        const char *end = strstr(marks, "   ");
        size_t len = end ? (size_t)(end - marks) : strlen(marks);
        char *mark = rc_memdup(marks, len);

        if (line.len && (int)(utf8_columns(buf_text(&line)) + 3 + utf8_columns(mark)) > width - 2) {
            page_add(page, width, 2, STYLE_NORMAL, buf_text(&line));
            buf_clear(&line);
        }
        buf_addf(&line, "%s%s", line.len ? "   " : "", mark);
        free(mark);
        marks += len + (end ? 3 : 0);
    }
    page_add(page, width, 2, STYLE_NORMAL, buf_text(&line));
    buf_release(&line);
}

static void
help_build(const struct help *help, struct page *page, int width)
{
    page_add(page, width, 0, STYLE_ZONE, _("KEYS OF THIS SCREEN"));
    add_actions(page, help->context, width, false, false);
    add_actions(page, help->context, width, false, true);
    page_add(
        page, width, 2, STYLE_DIM,
        _("Commands without a key are in the menu (F9) and in the list of all commands (F2)."));
    page_blank(page);
    page_add(page, width, 0, STYLE_ZONE, _("MOVING"));
    add_actions(page, help->context, width, true, false);
    page_blank(page);
    if (help->context & MARKED) {
        page_add(page, width, 0, STYLE_ZONE, _("MARKS"));
        add_marks(page, width,
                  _(". not started   ~ in work   + clear   ! finding   - not applicable"));
        add_marks(page, width,
                  _("? not accessible   # gate not confirmed   = copied   R returned   X held   "
                    "/ struck out"));
        page_blank(page);
    }
    page_add(page, width, 0, STYLE_ZONE, _("EVERYWHERE"));
    page_add(page, width, 2, STYLE_NORMAL,
             _("Every answer is saved when its key is pressed. Letters work in every keyboard "
               "layout: the key counts, not what is painted on it."));
    page_add(page, width, 2, STYLE_NORMAL,
             _("Esc and then a digit stands for an F-key: Esc 1 is F1, Esc 0 is F10."));
}

static void
help_draw(const struct screen *s, struct surface *to)
{
    const struct help *help = s->data;
    struct page page = {0};

    help_build(help, &page, to->cols - 2);
    frame_title(s, to, _("Help"), NULL);
    page_draw(&page, to, FRAME_TOP - 1, frame_rows(to) + 1, help->top);
    page_release(&page);
    frame_hint(s, to, NULL, _("PgDn, Down: read on. i: the manual. Esc: back"));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
help_act(struct screen *s, enum action action)
{
    struct help *help = s->data;
    int rows = s->ui->rows - 6;
    struct page page = {0};
    struct effect effect;

    if (action == ACT_HELP)
        return effect_none();
    if (action == ACT_OPEN)
        return effect_pop(s, NULL);
    help_build(help, &page, s->ui->cols - 2);
    effect = page_act(&page, &help->top, action, rows) ? effect_redraw() : effect_default();
    page_release(&page);
    return effect;
}

static const struct screen_ops help_ops = {
    .name = "help",
    .context = IN_TEXT,
    .draw = help_draw,
    .act = help_act,
};

struct screen *
screen_help(struct ui *ui, unsigned context)
{
    struct screen *s = screen_new(ui, &help_ops, sizeof(struct help));
    struct help *help = s->data;

    help->context = context;
    return s;
}
