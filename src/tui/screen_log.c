/* SPDX-License-Identifier: ISC */
/* What was recorded on a wagon or a train: when, by whom, what. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/work.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define EVENTS 500

struct log_view {
    int64_t train, wagon;
    struct log log;
    struct scroll scroll;
};

static const struct {
    const char *kind, *words;
} kinds[] = {
    {"train.listed", N_("train listed")},
    {"wagon.listed", N_("wagon listed")},
    {"wagon.changed", N_("kind or level")},
    {"wagon.struck", N_("struck out")},
    {"gate.confirmed", N_("gate confirmed")},
    {"gate.withdrawn", N_("gate withdrawn")},
    {"answer.set", N_("answer")},
    {"finding.raised", N_("finding raised")},
    {"finding.changed", N_("finding changed")},
    {"finding.closed", N_("finding closed")},
    {"seal.read", N_("seal")},
    {"seal.removed", N_("seal removed")},
    {"seal.applied", N_("seal put on")},
    {"note.added", N_("note")},
    {"wagon.closed", N_("wagon closed")},
    {"train.submitted", N_("train submitted")},
    {"export.made", N_("export")},
    {"undo.made", N_("undone")},
    {"redo.made", N_("redone")},
};

static const char *
kind_words(const char *kind)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (strcmp(kinds[i].kind, kind) == 0)
            return _(kinds[i].words);
    }
    return kind;
}

static bool
log_reload(struct screen *s, struct rc_error *err)
{
    struct log_view *v = s->data;

    log_release(&v->log);
    if (!store_log(s->ui->app->store, v->train, v->wagon, EVENTS, &v->log, err))
        return false;
    scroll_fit(&v->scroll, v->log.n, frame_page(s, 0));
    return true;
}

static void
log_draw(const struct screen *s, struct surface *to)
{
    const struct log_view *v = s->data;

    frame_title(s, to, v->wagon ? _("Log of the wagon") : _("Log of the train"), "");
    for (size_t i = 0; i < frame_page(s, 0) && v->scroll.top + i < v->log.n; i++) {
        size_t at = v->scroll.top + i;
        const struct log_row *row = &v->log.rows[at];
        struct moment when = {row->at, row->offset_min};
        enum style style = at == v->scroll.at ? STYLE_CURSOR
                           : row->undone      ? STYLE_DIM
                                              : STYLE_NORMAL;
        char text[MOMENT_TEXT];
        int line = FRAME_TOP + (int)i;

        surface_fill(to, line, 0, to->cols, style, ' ');
        surface_put(to, line, 1, 10, style, moment_text(when, MOMENT_DATE, text));
        surface_put(to, line, 12, 8, style, moment_text(when, MOMENT_TIME, text));
        surface_put(to, line, 21, 6, style, row->officer);
        surface_putf(to, line, 28, 18, style, "%s%s", row->undone ? "x " : "",
                     kind_words(row->kind));
        surface_put(to, line, 47, to->cols - 48, style, row->body);
    }
    frame_hint(s, to, NULL, _("Nothing is deleted: x marks what was undone."));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
log_act(struct screen *s, enum action action)
{
    struct log_view *v = s->data;

    return scroll_act(&v->scroll, action, frame_page(s, 0)) ? effect_redraw() : effect_default();
}

static void
log_close(struct screen *s)
{
    struct log_view *v = s->data;

    log_release(&v->log);
}

static const struct screen_ops log_ops = {
    .name = "log",
    .context = IN_TEXT,
    .draw = log_draw,
    .act = log_act,
    .reload = log_reload,
    .close = log_close,
};

struct screen *
screen_log(struct ui *ui, int64_t train, int64_t wagon)
{
    struct screen *s = screen_new(ui, &log_ops, sizeof(struct log_view));
    struct log_view *v = s->data;

    v->train = train;
    v->wagon = wagon;
    return s;
}
