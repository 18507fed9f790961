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
#include "tui/words.h"

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

static bool
is_withdrawn(const struct finding_row *finding)
{
    return strcmp(finding->state, "withdrawn") == 0;
}

/* The item only where there is room for them. */
struct columns {
    int category, item, text;
};

static struct columns
columns_for(int cols)
{
    if (cols < 80)
        return (struct columns){.category = 17, .text = 31};
    if (cols < 100)
        return (struct columns){.category = 17, .item = 41, .text = 51};
    return (struct columns){.category = 17, .item = 50, .text = 60};
}

static void
draw_headings(struct surface *to, const struct columns *at)
{
    int row = FRAME_TOP - 1;

    surface_fill(to, row, 0, to->cols, STYLE_ZONE, ' ');
    surface_put_right(to, row, 1, 3, STYLE_ZONE, "#");
    surface_put(to, row, 5, 9, STYLE_ZONE, _("Wagon"));
    surface_put(to, row, at->category - 2, 17, STYLE_ZONE, _("Severity"));
    if (at->item)
        surface_put(to, row, at->item, 9, STYLE_ZONE, _("Item"));
    surface_put(to, row, at->text, to->cols - at->text - 1, STYLE_ZONE, _("Description"));
}

static void
draw_finding(const struct findings_view *f, struct surface *to, int row, size_t i,
             const struct columns *at)
{
    const struct finding_row *finding = &f->findings.rows[i];
    const struct wagon_row *wagon = wagon_of(f, finding->wagon);
    bool here = i == f->scroll.at;
    bool gone = is_withdrawn(finding);
    enum style style = here ? STYLE_CURSOR : gone ? STYLE_DIM : STYLE_NORMAL;
    enum style grave = here || gone ? style : STYLE_FINDING;

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    if (wagon && wagon->position)
        surface_putf(to, row, 1, 13, style, "%3d %s", wagon->position, wagon->number);
    else
        surface_put(to, row, 5, 9, style, _("train"));
    surface_putf(to, row, at->category - 2, 1, grave, "%d", finding->severity);
    surface_put(to, row, at->category, (at->item ? at->item : at->text) - at->category - 1, grave,
                words_label(f->set, "category", finding->category));
    if (at->item)
        surface_put(to, row, at->item, 9, style, finding->item);
    surface_put(to, row, at->text, to->cols - at->text - 1, style,
                gone ? _("withdrawn") : finding->description);
}

/* The whole of the row under the cursor. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct findings_view *f = s->data;
    const struct finding_row *finding;
    const struct item *item;
    struct buf hint = {0};

    if (!f->findings.n) {
        frame_hint(s, to, NULL, _("No findings. f on an item of a wagon raises one."));
        return;
    }
    finding = &f->findings.rows[f->scroll.at];
    item = checklist_item(f->set, finding->item);
    buf_addf(&hint, "%s %s", finding->item,
             item ? words_in(&item->label, checklist_lang(f->set, i18n_codes())) : "");
    buf_addf(&hint, ": %s", words_label(f->set, "category", finding->category));
    buf_addf(&hint, ": %s",
             *finding->description ? finding->description : _("(no description yet)"));
    frame_hint(s, to, NULL, buf_text(&hint));
    buf_release(&hint);
}

static void
findings_draw(const struct screen *s, struct surface *to)
{
    const struct findings_view *f = s->data;
    struct columns at = columns_for(to->cols);
    struct scroll scroll = f->scroll;
    size_t page = frame_page(s, 0), n = 0;
    char left[120];

    for (size_t i = 0; i < f->findings.n; i++)
        n += !is_withdrawn(&f->findings.rows[i]);
    scroll_fit(&scroll, f->findings.n, page);
    snprintf(left, sizeof left,
             f->wagon ? _("Findings of the wagon: %zu") : _("Findings of the train: %zu"), n);
    frame_title(s, to, left, NULL);
    if (f->findings.n)
        draw_headings(to, &at);
    for (size_t i = 0; i < page && scroll.top + i < f->findings.n; i++)
        draw_finding(f, to, FRAME_TOP + (int)i, scroll.top + i, &at);
    draw_hint(s, to);
    frame_status(s, to, f->findings.n ? _("Enter opens the form, F8 withdraws") : "");
    frame_bar(s, to);
}

static struct effect
withdraw(struct screen *s, const char *why)
{
    struct findings_view *f = s->data;
    const struct finding_row *row = &f->findings.rows[f->scroll.at];
    struct rc_error err = {0};
    bool done = inspect_finding_close(s->ui->app, row->wagon, row->uuid, "withdrawn", why, &err);

    return ui_changed(s, done, &err, NULL);
}

static struct effect
findings_act(struct screen *s, enum action action)
{
    struct findings_view *f = s->data;
    const struct finding_row *row;

    if (scroll_act(&f->scroll, action, frame_page(s, 0)))
        return effect_redraw();
    if (action == ACT_GO)
        return effect_push(screen_find(s->ui, f->train));
    if (f->scroll.at >= f->findings.n)
        return effect_default();
    row = &f->findings.rows[f->scroll.at];
    switch (action) {
    case ACT_OPEN:
    case ACT_EDIT:
        return effect_push(screen_finding(s->ui, row->wagon, row->uuid));
    case ACT_WITHDRAW_FINDING:
        return effect_push(
            screen_ask_reason(s->ui, ASK_WHY, _("Withdraw the finding: for what reason?")));
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
