/* SPDX-License-Identifier: ISC */
/* Hints for the first wagon, a table: the first row that fits is shown. */
#include "config.h"

#include "tui/guide.h"

#include "base/alloc.h"
#include "i18n/i18n.h"

bool
guide_wanted(struct ui *ui)
{
    bool closed = true;

    if (ui->hints == HINTS_AT_FIRST) {
        /* When it cannot be read, nobody is bothered. */
        if (!store_any_of_kind(ui->app->store, "wagon.closed", &closed, NULL) || closed)
            ui->hints = HINTS_OFF;
    }
    return ui->hints != HINTS_OFF;
}

void
guide_switch(struct ui *ui)
{
    ui->hints = guide_wanted(ui) ? HINTS_OFF : HINTS_ON;
    ui_say(ui, "%s", ui->hints == HINTS_ON ? _("Hints are on") : _("Hints are off"));
}

static bool
is_typing(const struct wagon_view *v, const struct line *l)
{
    (void)l;
    return v->editing;
}

static bool
waits_for_gate(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->gated && l->answer.state == ANSWER_NONE;
}

static bool
all_answered(const struct wagon_view *v, const struct line *l)
{
    (void)l;
    return v->work.wagon->position && wagon_next_line(v, v->work.in.n) == v->work.in.n;
}

static bool
train_answered(const struct wagon_view *v, const struct line *l)
{
    (void)l;
    return wagon_next_line(v, v->work.in.n) == v->work.in.n;
}

static bool
is_answered(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->answer.state != ANSWER_NONE;
}

static bool
asks_seals(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->item->type == ITEM_SEALS;
}

static bool
asks_number(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->item->type == ITEM_DECIMAL || l->item->type == ITEM_INTEGER;
}

static bool
asks_choice(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->item->type == ITEM_SELECT_ONE || l->item->type == ITEM_SELECT_MULTIPLE;
}

static bool
asks_text(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    return l->item->type == ITEM_TEXT;
}

static bool
asks_check(const struct wagon_view *v, const struct line *l)
{
    (void)v;
    (void)l;
    return true;
}

static const struct {
    bool (*fits)(const struct wagon_view *v, const struct line *l);
    const char *words;
} hints[] = {
    {is_typing, N_("Enter saves the value, Esc leaves it as it was")},
    {waits_for_gate, N_("y confirms the gate when it is so; else b: not accessible")},
    {all_answered, N_("All answered: d closes the wagon")},
    {train_answered, N_("All answered: Esc goes back to the train")},
    {is_answered, N_("Answered. F6 goes to the next open item")},
    {asks_seals, N_("Enter or t opens the seals: scan or type the number")},
    {asks_number, N_("Type the number, then Enter")},
    {asks_choice, N_("Enter opens the list to choose from")},
    {asks_text, N_("Enter, then type the text, then Enter")},
    {asks_check, N_("a or Space: OK; f finding; b not accessible; r rest of zone")},
};

const char *
guide_hint(const struct screen *s)
{
    const struct wagon_view *v = s->data;
    const struct line *l = wagon_line(v);

    if (!v->guided || !l || wagon_is_closed(v->work.state) || v->work.state == WAGON_STRUCK)
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(hints); i++) {
        if (hints[i].fits(v, l))
            return _(hints[i].words);
    }
    return NULL;
}
