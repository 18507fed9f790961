/* SPDX-License-Identifier: ISC */
/* What was recorded on a wagon or a train: when, by whom, what. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/app.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define EVENTS 500

struct log_view {
    int64_t train, wagon;
    char title[120];
    const struct checklist *set;
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
    {"wagon.moved", N_("moved by a corrected list")},
    {"wagon.relisted", N_("facts of a corrected list")},
    {"train.corrected", N_("corrected list")},
    {"train.withdrawn", N_("import taken back")},
    {"gate.confirmed", N_("gate confirmed")},
    {"gate.withdrawn", N_("gate withdrawn")},
    {"answer.set", N_("answer")},
    {"finding.raised", N_("finding raised")},
    {"finding.changed", N_("finding changed")},
    {"finding.closed", N_("finding closed")},
    {"file.attached", N_("file attached")},
    {"file.removed", N_("file taken off")},
    {"seal.read", N_("seal")},
    {"seal.removed", N_("seal removed")},
    {"seal.applied", N_("seal put on")},
    {"note.added", N_("note")},
    {"wagon.closed", N_("wagon closed")},
    {"train.submitted", N_("train submitted")},
    {"train.planned", N_("departure planned")},
    {"train.walked", N_("side and direction of the walk")},
    {"review.returned", N_("returned")},
    {"review.accepted", N_("accepted")},
    {"train.released", N_("released")},
    {"train.held", N_("held")},
    {"wagon.held", N_("wagon held")},
    {"wagon.released", N_("wagon released")},
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
read_title(struct log_view *v, struct store *store, struct rc_error *err)
{
    struct wagons wagons = {0};

    if (!store_wagon(store, v->wagon, &wagons, err))
        return false;
    if (wagons.n && wagons.rows[0].position)
        snprintf(v->title, sizeof v->title, _("Log of wagon %d   %s"), wagons.rows[0].position,
                 wagons.rows[0].number);
    else
        snprintf(v->title, sizeof v->title, "%s", _("Log of the checklist of the train"));
    wagons_release(&wagons);
    return true;
}

static bool
log_reload(struct screen *s, struct rc_error *err)
{
    struct log_view *v = s->data;
    struct store *store = s->ui->app->store;
    struct trains trains = {0};

    log_release(&v->log);
    if (!store_log(store, v->train, v->wagon, EVENTS, &v->log, err) ||
        !store_train(store, v->train, &trains, err))
        return false;
    v->set = trains.n ? app_set(s->ui->app, trains.rows[0].checklist, err) : NULL;
    if (trains.n)
        snprintf(v->title, sizeof v->title, _("Log of train %s"), trains.rows[0].number);
    trains_release(&trains);
    if (v->wagon && !read_title(v, store, err))
        return false;
    scroll_fit(&v->scroll, v->log.n, frame_page(s, 0));
    return v->set != NULL;
}

/* Adds text behind what is there. */
static void
add(struct buf *line, const char *before, const char *text)
{
    if (!*text)
        return;
    if (line->len)
        buf_adds(line, before);
    buf_adds(line, text);
}

static void
add_answer(struct buf *line, const struct checklist *set, const struct log_row *row)
{
    char name[40];
    const struct item *item;

    snprintf(name, sizeof name, "%.*s", (int)strcspn(row->subject, "/"), row->subject);
    item = checklist_item(set, name);
    add(line, "", strcmp(row->state, "v") == 0 ? "+" : *row->state ? row->state : ".");
    add(line, " ", row->subject);
    if (item)
        add(line, " ", words_in(&item->label, checklist_lang(set, i18n_codes())));
    if (row->answers > 1)
        buf_addf(line, _(" and %d more"), row->answers - 1);
    add(line, ": ", row->value);
}

static void
add_finding(struct buf *line, const struct checklist *set, const struct log_row *row)
{
    if (row->grade >= 0)
        buf_addf(line, "%d ", row->grade);
    buf_adds(line, words_label(set, "category", row->value));
    add(line, *row->value ? ", " : "", row->subject);
    if (strcmp(row->kind, "finding.closed") == 0)
        add(line, ": ", words_finding_state(row->state));
}

static const char *
kind_label(const struct checklist *set, const char *kind)
{
    const struct sheet *sheet = checklist_sheet(set, kind);

    return sheet ? words_in(&sheet->label, checklist_lang(set, i18n_codes())) : kind;
}

/* The step that was taken back or done again. */
static void
add_step(struct buf *line, const struct log_view *v, int64_t seq)
{
    for (size_t i = 0; i < v->log.n; i++) {
        if (v->log.rows[i].seq != seq)
            continue;
        add(line, "", kind_words(v->log.rows[i].kind));
        add(line, ": ", v->log.rows[i].subject);
    }
}

/* What an event says, in words. */
static void
add_words(struct buf *line, const struct log_view *v, const struct log_row *row)
{
    const struct checklist *set = v->set;

    if (strcmp(row->kind, "answer.set") == 0) {
        add_answer(line, set, row);
    } else if (strncmp(row->kind, "finding.", 8) == 0) {
        add_finding(line, set, row);
    } else if (strncmp(row->kind, "wagon.", 6) == 0) {
        add(line, "", row->subject);
        add(line, " ", kind_label(set, row->value));
        if (row->grade > 0)
            buf_addf(line, line->len ? _(", level %d") : _("level %d"), row->grade);
    } else {
        add(line, "", row->subject);
        if (strcmp(row->kind, "seal.read") == 0)
            add(line, ": ", words_seal_match(row->state));
    }
    if (row->of)
        add_step(line, v, row->of);
    add(line, ", ", words_label(set, "reason", row->reason));
    add(line, ", ", row->text);
    if (*row->why && strcmp(row->kind, "finding.closed") != 0 &&
        strcmp(row->kind, "file.removed") != 0)
        add(line, ". ", _("Correction"));
    add(line, ": ", row->why);
}

struct columns {
    int badge, kind, text;
};

static struct columns
columns_for(int cols)
{
    int badge = cols < 100 ? 14 : 22, kind = badge + 6;

    return (struct columns){.badge = badge, .kind = kind, .text = kind + (cols < 80 ? 16 : 20)};
}

static void
draw_headings(struct surface *to)
{
    struct columns at = columns_for(to->cols);

    surface_fill(to, FRAME_TOP - 1, 0, to->cols, STYLE_ZONE, ' ');
    surface_put(to, FRAME_TOP - 1, 2, at.badge - 3, STYLE_ZONE, _("When"));
    surface_put(to, FRAME_TOP - 1, at.badge, 5, STYLE_ZONE, _("Who"));
    surface_put(to, FRAME_TOP - 1, at.kind, to->cols - at.kind, STYLE_ZONE, _("What"));
}

static void
draw_event(const struct log_view *v, struct surface *to, int line, size_t i)
{
    const struct log_row *row = &v->log.rows[i];
    struct moment when = {row->at, row->offset_min};
    bool here = i == v->scroll.at, wide = to->cols >= 100;
    enum style style = here ? STYLE_CURSOR : row->undone ? STYLE_DIM : STYLE_NORMAL;
    struct columns at = columns_for(to->cols);
    char moment[MOMENT_TEXT], whole[MOMENT_TEXT];
    struct buf words = {0};

    surface_fill(to, line, 0, to->cols, style, ' ');
    surface_put(to, line, 0, 1, style, here ? ">" : " ");
    if (wide) {
        snprintf(moment, sizeof moment, "%.10s", moment_text(when, MOMENT_SCREEN, whole));
        surface_put(to, line, 2, 11, style, moment);
        surface_put(to, line, 13, 8, style, moment_text(when, MOMENT_TIME, moment));
    } else
        surface_put(to, line, 2, 11, style, moment_text(when, MOMENT_DAY_CLOCK, moment));
    surface_put(to, line, at.badge, 5, style, row->officer);
    surface_putf(to, line, at.kind, at.text - at.kind - 1, style, "%s%s", row->undone ? "x " : "",
                 kind_words(row->kind));
    add_words(&words, v, row);
    surface_put(to, line, at.text, to->cols - at.text - 1, style, buf_text(&words));
    buf_release(&words);
}

static void
log_draw(const struct screen *s, struct surface *to)
{
    const struct log_view *v = s->data;
    struct scroll scroll = v->scroll;
    size_t page = frame_page(s, 0);
    struct buf whole = {0};

    scroll_fit(&scroll, v->log.n, page);
    frame_title(s, to, v->title, NULL);
    draw_headings(to);
    for (size_t i = 0; i < page && scroll.top + i < v->log.n; i++)
        draw_event(v, to, FRAME_TOP + (int)i, scroll.top + i);
    if (scroll.at < v->log.n)
        add_words(&whole, v, &v->log.rows[scroll.at]);
    frame_hint(s, to, NULL, buf_text(&whole));
    frame_status(s, to, _("newest first; nothing is deleted: x marks what was undone"));
    frame_bar(s, to);
    buf_release(&whole);
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
