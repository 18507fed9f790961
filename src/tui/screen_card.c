/* SPDX-License-Identifier: ISC */
/* The reference card of an item: what to look for, with what, and what must be confirmed before. */
#include "config.h"

#include <string.h>

#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/page.h"
#include "tui/screens.h"
#include "tui/ui.h"

struct card {
    const struct checklist *set;
    const struct item *item;
    size_t top;
};

static void
add_tools(struct page *page, const struct card *card, size_t lang, int width)
{
    const struct choice_list *list = checklist_list(card->set, "tool");
    struct buf tools = {0};

    for (const char *code = card->item->tools; code && *code;) {
        size_t len = strcspn(code, " ");
        struct buf name = {0};
        const struct choice *tool;

        buf_add(&name, code, len);
        tool = list ? choice_in(list, buf_text(&name)) : NULL;
        buf_addf(&tools, "%s%s", tools.len ? ", " : "",
                 tool ? words_in(&tool->label, lang) : buf_text(&name));
        buf_release(&name);
        code += len + strspn(code + len, " ");
    }
    if (tools.len) {
        page_add(page, width, 0, STYLE_ZONE, _("TOOLS"));
        page_add(page, width, 2, STYLE_NORMAL, buf_text(&tools));
        page_blank(page);
    }
    buf_release(&tools);
}

static void
add_gates(struct page *page, const struct card *card, size_t lang, int width)
{
    bool any = false;

    for (size_t i = 0; i < card->set->n_gates; i++) {
        const struct gate *gate = &card->set->gates[i];
        struct buf line = {0};

        if (!(card->item->gates & ((gate_mask)1 << i)))
            continue;
        if (!any)
            page_add(page, width, 0, STYLE_ZONE, _("GATES: FIRST CONFIRM"));
        any = true;
        buf_addf(&line, "# %s  %s", gate->code, words_in(&gate->label, lang));
        page_add(page, width, 2, STYLE_GATE, buf_text(&line));
        page_add(page, width, 4, STYLE_NORMAL, words_in(&gate->warning, lang));
        buf_release(&line);
    }
    if (any)
        page_blank(page);
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
    page_add(page, width, 0, STYLE_NORMAL, buf_text(&line));
    buf_clear(&line);
    if (card->item->source && *card->item->source) {
        buf_addf(&line, _("Source: %s"), card->item->source);
        page_add(page, width, 0, STYLE_DIM, buf_text(&line));
    }
    buf_release(&line);
}

static void
card_build(const struct card *card, struct page *page, int width)
{
    size_t lang = checklist_lang(card->set, i18n_codes());
    const struct item *item = card->item;

    page_add(page, width, 0, STYLE_ZONE, words_in(&item->label, lang));
    page_add(page, width, 2, STYLE_NORMAL, words_in(&item->hint, lang));
    page_blank(page);
    page_add(page, width, 0, STYLE_NORMAL, words_in(&item->card, lang));
    if (*words_in(&item->card, lang))
        page_blank(page);
    add_gates(page, card, lang, width);
    add_tools(page, card, lang, width);
    if (*words_in(&item->constraint_message, lang)) {
        page_add(page, width, 0, STYLE_ZONE, _("LIMITS"));
        page_add(page, width, 2, STYLE_NORMAL, words_in(&item->constraint_message, lang));
        page_blank(page);
    }
    add_severity(page, card, lang, width);
}

static void
card_draw(const struct screen *s, struct surface *to)
{
    const struct card *card = s->data;
    size_t lang = checklist_lang(card->set, i18n_codes());
    struct buf title = {0};
    struct page page = {0};

    buf_addf(&title, _("Card %s"), card->item->name);
    frame_title(s, to, buf_text(&title),
                card->item->zone ? words_in(&card->item->zone->label, lang) : "");
    card_build(card, &page, to->cols - 2);
    page_draw(&page, to, FRAME_TOP - 1, frame_rows(to) + 1, card->top);
    frame_hint(s, to, NULL,
               page.n > (size_t)frame_rows(to) + 1 ? _("Arrows and PgUp, PgDn: read on. Esc: back")
                                                   : _("Enter or Esc: back"));
    frame_status(s, to, "");
    frame_bar(s, to);
    page_release(&page);
    buf_release(&title);
}

static struct effect
card_act(struct screen *s, enum action action)
{
    struct card *card = s->data;
    struct page page = {0};
    struct effect effect;

    if (action == ACT_OPEN)
        return effect_pop(s, NULL);
    card_build(card, &page, s->ui->cols - 2);
    effect =
        page_act(&page, &card->top, action, s->ui->rows - 6) ? effect_redraw() : effect_default();
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
screen_card(struct ui *ui, const struct checklist *set, const struct item *item)
{
    struct screen *s = screen_new(ui, &card_ops, sizeof(struct card));
    struct card *card = s->data;

    card->set = set;
    card->item = item;
    return s;
}
