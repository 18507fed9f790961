/* SPDX-License-Identifier: ISC */
/* Gates: the hazard preconditions, who confirmed them and when. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/inspect.h"
#include "app/work.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

enum { ASK_NAME = 1 };

#define WARNING_ROWS 4 /* below the list: a blank and the warning of the gate under the cursor */

struct gates_view {
    int64_t wagon; /* the train's own checklist when the gates of the train are shown */
    bool whole_train;
    struct work work;
    size_t shown[CHECKLIST_GATES]; /* positions in the set */
    struct scroll scroll;
};

static bool
gates_reload(struct screen *s, struct rc_error *err)
{
    struct gates_view *g = s->data;
    struct work work;
    size_t n = 0;

    if (!work_open(s->ui->app, g->wagon, &work, err))
        return false;
    work_release(&g->work);
    g->work = work;
    g->work.wagon = &g->work.wagons.rows[0];
    for (size_t i = 0; i < g->work.set->n_gates; i++) {
        if (work_gate_concerns(&g->work, i, g->whole_train))
            g->shown[n++] = i;
    }
    scroll_fit(&g->scroll, n, frame_page(s, WARNING_ROWS));
    return true;
}

/* Where the state of a gate begins. */
static int
state_column(int cols)
{
    return cols < 80 ? 42 : cols < 100 ? 54 : 66;
}

static void
draw_headings(struct surface *to)
{
    int state = state_column(to->cols);

    surface_fill(to, FRAME_TOP - 1, 0, to->cols, STYLE_ZONE, ' ');
    surface_put(to, FRAME_TOP - 1, 4, state - 5, STYLE_ZONE, _("To be confirmed"));
    surface_put(to, FRAME_TOP - 1, state, to->cols - state - 1, STYLE_ZONE, _("Confirmed"));
}

static void
draw_gate(const struct gates_view *g, struct surface *to, int row, size_t i)
{
    const struct gate *gate = &g->work.set->gates[g->shown[i]];
    const struct gate_row *confirmed = work_gate(&g->work, gate->code);
    size_t lang = checklist_lang(g->work.set, i18n_codes());
    bool here = i == g->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    int state = state_column(to->cols);

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    surface_put(to, row, 2, 1,
                here        ? style
                : confirmed ? STYLE_OK
                            : STYLE_GATE,
                confirmed ? "+" : "#");
    surface_put(to, row, 4, 7, style, gate->code);
    surface_put(to, row, 12, state - 13, style, words_in(&gate->label, lang));
    if (confirmed) {
        struct moment at = {confirmed->at, confirmed->offset_min};
        char when[MOMENT_TEXT];

        surface_putf(to, row, state, to->cols - state - 1, style, "%s %s",
                     moment_text(at, MOMENT_CLOCK, when), confirmed->name);
    } else {
        surface_put(to, row, state, to->cols - state - 1, style,
                    gate->scope == SCOPE_TRAIN ? _("no: whole train") : _("no: this wagon"));
    }
}

/* The whole of what the row under the cursor has no room for. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct gates_view *g = s->data;
    const struct gate *gate;
    const struct gate_row *confirmed;
    size_t lang = checklist_lang(g->work.set, i18n_codes());
    const char *label;
    char hint[400] = "";
    int row;

    if (!g->scroll.n) {
        frame_hint(s, to, NULL, _("No item here waits for a gate."));
        return;
    }
    gate = &g->work.set->gates[g->shown[g->scroll.at]];
    confirmed = work_gate(&g->work, gate->code);
    if (confirmed) {
        struct moment at = {confirmed->at, confirmed->offset_min};
        char when[MOMENT_TEXT];

        snprintf(hint, sizeof hint, _("%s: confirmed %s: %s (recorded by %s)"), gate->code,
                 moment_text(at, MOMENT_DAY_CLOCK, when), confirmed->name, confirmed->officer);
    }
    row = FRAME_TOP + (int)frame_page(s, WARNING_ROWS) + 1;
    label = words_in(&gate->label, lang);
    if ((int)utf8_columns(label) > state_column(to->cols) - 13)
        row += surface_wrap(to, row - 1, 1, to->cols - 2, 1, STYLE_NORMAL, label) - 1;
    surface_wrap(to, row, 1, to->cols - 2, WARNING_ROWS - 1, confirmed ? STYLE_DIM : STYLE_GATE,
                 words_in(&gate->warning, lang));
    frame_hint(s, to, NULL, hint);
}

static void
gates_draw(const struct screen *s, struct surface *to)
{
    const struct gates_view *g = s->data;
    struct scroll scroll = g->scroll;
    size_t page = frame_page(s, WARNING_ROWS);
    char left[200];

    scroll_fit(&scroll, scroll.n, page);

    if (g->whole_train)
        snprintf(left, sizeof left, _("Gates of train %s"), g->work.train->number);
    else
        snprintf(left, sizeof left, _("Gates of wagon %d   %s"), g->work.wagon->position,
                 g->work.wagon->number);
    frame_title(s, to, left, NULL);
    draw_headings(to);
    for (size_t i = 0; i < page && scroll.top + i < scroll.n; i++)
        draw_gate(g, to, FRAME_TOP + (int)i, scroll.top + i);
    draw_hint(s, to);
    frame_status(s, to, _("y or Enter confirms, b withdraws"));
    frame_bar(s, to);
}

static struct effect
set_gate(struct screen *s, bool confirm, const char *name)
{
    struct gates_view *g = s->data;
    const char *code = g->work.set->gates[g->shown[g->scroll.at]].code;
    struct rc_error err = {0};
    bool done = confirm ? inspect_gates_confirm(s->ui->app, g->wagon, &code, 1, name, &err)
                        : inspect_gates_withdraw(s->ui->app, g->wagon, &code, 1, name, &err);

    return ui_changed(s, done, &err, NULL);
}

static struct effect
gates_act(struct screen *s, enum action action)
{
    struct gates_view *g = s->data;

    if (scroll_act(&g->scroll, action, frame_page(s, WARNING_ROWS)))
        return effect_redraw();
    if (!g->scroll.n)
        return effect_default();
    switch (action) {
    case ACT_OPEN:
    case ACT_CONFIRM:
        if (g->work.set->gates[g->shown[g->scroll.at]].scope == SCOPE_WAGON)
            return set_gate(s, true, s->ui->app->officer);
        return effect_push(screen_ask_recall(
            screen_ask_offer(s->ui, ASK_NAME, _("Who confirmed it?"),
                             *s->ui->gate_name ? s->ui->gate_name : s->ui->app->officer),
            RECENT_NAME, ""));
    case ACT_GO:
        return effect_push(screen_find(s->ui, g->work.train->id));
    case ACT_WITHDRAW:
        if (!work_gate(&g->work, g->work.set->gates[g->shown[g->scroll.at]].code)) {
            ui_say(s->ui, "%s", _("this gate is not confirmed"));
            return effect_redraw();
        }
        return set_gate(s, false, s->ui->app->officer);
    default:
        return effect_default();
    }
}

static struct effect
gates_result(struct screen *s, int tag, const char *text)
{
    if (tag != ASK_NAME || !text)
        return effect_redraw();
    snprintf(s->ui->gate_name, sizeof s->ui->gate_name, "%s", text);
    return set_gate(s, true, text);
}

static void
gates_close(struct screen *s)
{
    struct gates_view *g = s->data;

    work_release(&g->work);
}

static const struct screen_ops gates_ops = {
    .name = "gates",
    .context = IN_GATES,
    .draw = gates_draw,
    .act = gates_act,
    .reload = gates_reload,
    .result = gates_result,
    .close = gates_close,
};

/* The train's own checklist (position 0), else its first wagon: gates of the train hang on either.
 */
static int64_t
any_wagon(struct ui *ui, int64_t train)
{
    struct wagons all = {0};
    int64_t id = 0;

    if (store_consist(ui->app->store, train, true, &all, NULL) && all.n)
        id = all.rows[0].id;
    wagons_release(&all);
    return id;
}

struct screen *
screen_gates(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &gates_ops, sizeof(struct gates_view));
    struct gates_view *g = s->data;

    g->whole_train = !wagon;
    g->wagon = wagon ? wagon : any_wagon(ui, train);
    return s;
}
