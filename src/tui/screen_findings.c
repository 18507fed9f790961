/* SPDX-License-Identifier: ISC */
/* The findings of a train or a wagon; Enter opens the form of one. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/inspect.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

enum { ASK_WHY = 1 };

struct findings_view {
    int64_t train, wagon;
    struct findings findings;
    struct wagons consist;
    const struct checklist *set;
    struct scroll scroll;
};

static bool
findings_reload(struct screen *s, struct rc_error *err)
{
    struct findings_view *f = s->data;
    struct store *store = s->ui->app->store;
    struct trains trains = {0};

    findings_release(&f->findings);
    wagons_release(&f->consist);
    if (!store_findings(store, f->train, f->wagon, &f->findings, err) ||
        !store_consist(store, f->train, true, &f->consist, err) ||
        !store_train(store, f->train, &trains, err))
        return false;
    f->set = trains.n ? app_set(s->ui->app, trains.rows[0].checklist, err) : NULL;
    trains_release(&trains);
    scroll_fit(&f->scroll, f->findings.n, frame_page(s, 0));
    return f->set != NULL;
}

static const struct wagon_row *
wagon_of(const struct findings_view *f, int64_t id)
{
    for (size_t i = 0; i < f->consist.n; i++) {
        if (f->consist.rows[i].id == id)
            return &f->consist.rows[i];
    }
    return NULL;
}

static const char *
choice_words(const struct checklist *set, const char *list, const char *name)
{
    const struct choice_list *choices = checklist_list(set, list);
    const struct choice *choice = choices ? choice_in(choices, name) : NULL;

    return choice ? words_in(&choice->label, checklist_lang(set, i18n_code())) : name;
}

static void
draw_finding(const struct findings_view *f, struct surface *to, int row, size_t i)
{
    const struct finding_row *finding = &f->findings.rows[i];
    const struct wagon_row *wagon = wagon_of(f, finding->wagon);
    bool here = i == f->scroll.at;
    bool gone = strcmp(finding->state, "withdrawn") == 0;
    enum style style = here ? STYLE_CURSOR : gone ? STYLE_DIM : STYLE_NORMAL;
    enum style grave = here || gone ? style : STYLE_FINDING;

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    if (wagon && wagon->position)
        surface_putf(to, row, 1, 13, style, "%3d %s", wagon->position, wagon->number);
    surface_putf(to, row, 15, 1, grave, "%d", finding->severity);
    surface_put(to, row, 17, 18, grave, choice_words(f->set, "category", finding->category));
    surface_put(to, row, 36, 9, style, finding->item);
    surface_put(to, row, 46, to->cols - 47, style,
                gone                    ? _("withdrawn")
                : *finding->description ? finding->description
                                        : _("(no description yet)"));
}

static void
findings_draw(const struct screen *s, struct surface *to)
{
    const struct findings_view *f = s->data;
    char left[120];

    snprintf(left, sizeof left,
             f->wagon ? _("Findings of the wagon: %zu") : _("Findings of the train: %zu"),
             f->findings.n);
    frame_title(s, to, left, "");
    for (size_t i = 0; i < frame_page(s, 0) && f->scroll.top + i < f->findings.n; i++)
        draw_finding(f, to, FRAME_TOP + (int)i, f->scroll.top + i);
    frame_hint(s, to, NULL,
               f->findings.n ? _("Enter opens the form, F4 edits it")
                             : _("No findings. f on an item of a wagon raises one."));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
withdraw(struct screen *s, const char *why)
{
    struct findings_view *f = s->data;
    const struct finding_row *row = &f->findings.rows[f->scroll.at];
    struct rc_error err = {0};
    bool done = inspect_finding_close(s->ui->app, row->wagon, row->uuid, "withdrawn", why, &err);

    if (done)
        ui_saved(s->ui);
    if (!done || !findings_reload(s, &err))
        ui_error(s->ui, &err);
    return effect_redraw();
}

static struct effect
findings_act(struct screen *s, enum action action)
{
    struct findings_view *f = s->data;
    const struct finding_row *row;

    if (scroll_act(&f->scroll, action, frame_page(s, 0)))
        return effect_redraw();
    if (f->scroll.at >= f->findings.n)
        return effect_default();
    row = &f->findings.rows[f->scroll.at];
    switch (action) {
    case ACT_OPEN:
    case ACT_EDIT:
        return effect_push(screen_finding(s->ui, row->wagon, row->uuid));
    case ACT_WITHDRAW_FINDING:
        return effect_push(screen_ask(s->ui, ASK_WHY, _("Withdraw the finding: for what reason?"),
                                      "", FIELD_TEXT, false));
    default:
        return effect_default();
    }
}

static struct effect
findings_result(struct screen *s, int tag, const char *text)
{
    return tag == ASK_WHY && text ? withdraw(s, text) : effect_redraw();
}

static void
findings_close(struct screen *s)
{
    struct findings_view *f = s->data;

    findings_release(&f->findings);
    wagons_release(&f->consist);
}

static const struct screen_ops findings_ops = {
    .name = "findings",
    .context = IN_FINDINGS,
    .draw = findings_draw,
    .act = findings_act,
    .reload = findings_reload,
    .result = findings_result,
    .close = findings_close,
};

struct screen *
screen_findings(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &findings_ops, sizeof(struct findings_view));
    struct findings_view *f = s->data;

    f->train = train;
    f->wagon = wagon;
    return s;
}
