/* SPDX-License-Identifier: ISC */
/* The reference card of an item: what to look for, with what, and what must be confirmed before. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/page.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

struct card {
    const struct checklist *set;
    const struct item *item;
    gate_mask waits; /* gates of the item that are not confirmed */
    size_t top;
};

#define BELOW 3 /* hint, status, bar */

/* What is in the way comes first: gates that are not confirmed with their warnings. */
static void
add_open_gates(struct page *page, const struct card *card, size_t lang, int width)
{
    for (size_t i = 0; i < card->set->n_gates; i++) {
        const struct gate *gate = &card->set->gates[i];
        struct buf line = {0};

        if (!(card->waits & ((gate_mask)1 << i)))
            continue;
        buf_addf(&line, "# %s  %s %s", gate->code, words_in(&gate->label, lang),
                 words_in(&gate->warning, lang));
        page_add_hanging(page, width, 0, 2, STYLE_GATE, buf_text(&line));
        buf_release(&line);
    }
}

/* The others in one line. */
static void
add_confirmed_gates(struct page *page, const struct card *card, int width)
{
    struct buf line = {0};

    for (size_t i = 0; i < card->set->n_gates; i++) {
        if (card->item->gates & ~card->waits & ((gate_mask)1 << i))
            buf_addf(&line, "%s%s", line.len ? ", " : "", card->set->gates[i].code);
    }
    if (line.len) {
        struct buf all = {0};

        buf_addf(&all, _("Gates confirmed: %s"), buf_text(&line));
        page_add_hanging(page, width, 0, 2, STYLE_OK, buf_text(&all));
        buf_release(&all);
    }
    buf_release(&line);
}

/* How much room the parts of a card take. */
enum spread {
    APART,
    CLOSE,
    NAMES
}; /* blank lines between them; none; no hint and tools by name only too */

/* The tools of the item in one line. */
static void
add_tool_names(struct page *page, const struct card *card, size_t lang, int width)
{
    struct buf line = {0};

    words_choices(&line, checklist_list(card->set, "tool"), card->item->tools, lang);
    page_add_hanging(page, width, 0, 2, STYLE_NORMAL, buf_text(&line));
    buf_release(&line);
}

/* Each tool of the item and how it is used. */
static void
add_tools(struct page *page, const struct card *card, size_t lang, int width)
{
    const struct choice_list *tools = checklist_list(card->set, "tool");
    const struct choice_list *uses = checklist_list(card->set, "tool_use");

    for (const char *code = card->item->tools; code && *code;) {
        size_t len = strcspn(code, " ");
        char name[40];
        const struct choice *tool, *use;
        struct buf line = {0};

        snprintf(name, sizeof name, "%.*s", (int)len, code);
        tool = tools ? choice_in(tools, name) : NULL;
        use = uses ? choice_in(uses, name) : NULL;
        buf_adds(&line, tool ? words_in(&tool->label, lang) : name);
        if (use)
            buf_addf(&line, ": %s", words_in(&use->label, lang));
        page_add_hanging(page, width, 0, 2, STYLE_NORMAL, buf_text(&line));
        buf_release(&line);
        code += len + strspn(code + len, " ");
    }
}

static void
add_severity(struct page *page, const struct card *card, size_t lang, int width)
{
    const struct choice_list *list = checklist_list(card->set, "severity");
    char name[16];
    const struct choice *severity;
    struct buf line = {0};

    snprintf(name, sizeof name, "%d", card->item->severity);
    severity = list ? choice_in(list, name) : NULL;
    buf_addf(&line, _("Usual severity of a finding here: %d"), card->item->severity);
    if (severity)
        buf_addf(&line, " %s", words_in(&severity->label, lang));
    if (card->item->source && *card->item->source) {
        buf_adds(&line, ". ");
        buf_addf(&line, _("Source: %s"), card->item->source);
    }
    page_add_hanging(page, width, 0, 2, STYLE_DIM, buf_text(&line));
    buf_release(&line);
}

static void
build_parts(const struct card *card, struct page *page, int width, enum spread spread)
{
    bool apart = spread == APART;
    size_t lang = checklist_lang(card->set, i18n_codes());
    const struct item *item = card->item;
    const char *limits = words_in(&item->constraint_message, lang);

    page_add_hanging(page, width, 0, 2, STYLE_ZONE, words_in(&item->label, lang));
    if (spread != NAMES) /* it stands on the wagon screen */
        page_add_hanging(page, width, 0, 2, STYLE_HINT, words_in(&item->hint, lang));
    if (apart)
        page_blank(page);
    add_open_gates(page, card, lang, width);
    if (apart && card->waits)
        page_blank(page);
    page_add(page, width, 0, STYLE_NORMAL, words_in(&item->card, lang));
    if (apart)
        page_blank(page);
    if (spread == NAMES)
        add_tool_names(page, card, lang, width);
    else
        add_tools(page, card, lang, width);
    if (apart && *item->tools)
        page_blank(page);
    if (*limits) {
        struct buf line = {0};

        buf_addf(&line, _("Limits: %s"), limits);
        page_add_hanging(page, width, 0, 2, STYLE_NORMAL, buf_text(&line));
        buf_release(&line);
    }
    add_confirmed_gates(page, card, width);
    add_severity(page, card, lang, width);
}

/* On one screen when it can be. */
static void
card_build(const struct card *card, struct page *page, int rows, int width)
{
    for (int spread = APART; spread <= NAMES; spread++) {
        page_release(page);
        build_parts(card, page, width, (enum spread)spread);
        if (page->n <= (size_t)rows)
            return;
    }
}

static int
rows_of(int rows)
{
    return rows - 1 - BELOW;
}

static void
card_draw(const struct screen *s, struct surface *to)
{
    const struct card *card = s->data;
    size_t lang = checklist_lang(card->set, i18n_codes());
    int rows = rows_of(to->rows);
    struct buf title = {0};
    struct page page = {0};

    buf_addf(&title, _("Card %s"), card->item->name);
    frame_title(s, to, buf_text(&title),
                card->item->zone ? words_in(&card->item->zone->label, lang) : "");
    card_build(card, &page, rows, to->cols - 2);
    frame_hint(s, to, NULL,
               page.n > (size_t)rows ? _("Arrows and PgUp, PgDn: read on. Esc: back")
                                     : _("Enter or Esc: back"));
    page_draw(&page, to, 1, rows, card->top); /* over the first line of the hint: it has one */
    frame_status(s, to, "");
    frame_bar(s, to);
    page_release(&page);
    buf_release(&title);
}

static struct effect
card_act(struct screen *s, enum action action)
{
    struct card *card = s->data;
    int rows = rows_of(s->ui->rows);
    struct page page = {0};
    struct effect effect;

    if (action == ACT_OPEN)
        return effect_pop(s, NULL);
    card_build(card, &page, rows, s->ui->cols - 2);
    effect = page_act(&page, &card->top, action, rows) ? effect_redraw() : effect_default();
    page_release(&page);
    return effect;
}

static const struct screen_ops card_ops = {
    .name = "card",
    .context = IN_TEXT,
    .draw = card_draw,
    .act = card_act,
};

struct screen *
screen_card(struct ui *ui, const struct checklist *set, const struct item *item, gate_mask waits)
{
    struct screen *s = screen_new(ui, &card_ops, sizeof(struct card));
    struct card *card = s->data;

    card->set = set;
    card->item = item;
    card->waits = waits;
    return s;
}
