/* SPDX-License-Identifier: ISC */
/* Listing a train: the path of the list, what is in it, what is doubtful, then all or nothing. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "app/train.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

struct import_view {
    struct field path;
    bool read; /* the preview stands; the path is no longer typed */
    struct import import;
    struct scroll scroll; /* over errors, then warnings */
};

#define PREVIEW_ROWS 6 /* lines above the list of errors and warnings */

static void
draw_preview(const struct import_view *v, struct surface *to)
{
    const struct consist *c = &v->import.consist;
    char when[MOMENT_TEXT] = "-";
    int row = FRAME_TOP + 1;

    if (c->arrived.ms)
        moment_text(c->arrived, MOMENT_SCREEN, when);
    surface_putf(to, row++, 2, to->cols - 3, STYLE_NORMAL, _("Train %s   index %s   arrived %s"),
                 c->train_no ? c->train_no : "-", c->train_index ? c->train_index : "-", when);
    surface_putf(to, row++, 2, to->cols - 3, STYLE_NORMAL,
                 _("Wagons %zu   encoding %s   separator %s"), c->n,
                 c->encoding ? c->encoding : "-",
                 c->delimiter == '\t' ? _("tab") : (const char[]){c->delimiter, '\0'});
    surface_putf(to, row++, 2, to->cols - 3, v->import.errors.n ? STYLE_FINDING : STYLE_NORMAL,
                 _("Errors %zu   warnings %zu"), v->import.errors.n, v->import.warnings.n);
}

static void
draw_notes(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    size_t n = v->import.errors.n + v->import.warnings.n;

    for (size_t i = 0; i < frame_page(s, PREVIEW_ROWS) && v->scroll.top + i < n; i++) {
        size_t at = v->scroll.top + i;
        bool error = at < v->import.errors.n;
        struct rc_error note =
            error ? v->import.errors.list[at] : v->import.warnings.list[at - v->import.errors.n];
        enum style style = at == v->scroll.at ? STYLE_CURSOR : error ? STYLE_FINDING : STYLE_NORMAL;
        struct buf line = {0};
        int row = FRAME_TOP + PREVIEW_ROWS + (int)i;

        note.file[0] = '\0'; /* the path stands above */
        if (note.line)
            buf_addf(&line, "%u:%u: ", note.line, note.column);
        note.line = note.column = 0;
        message_text(&line, &note);
        surface_fill(to, row, 0, to->cols, style, ' ');
        surface_put(to, row, 2, to->cols - 3, style, buf_text(&line));
        buf_release(&line);
    }
}

static const char *
hint_of(const struct import_view *v)
{
    if (!v->read)
        return _("Path of the list, Enter reads it; nothing is saved yet");
    if (v->import.errors.n)
        return _("The list has errors: nothing can be listed. Esc: another file");
    if (v->import.already)
        return _("This very file is listed already. Enter opens its train");
    return _("Enter lists the train; Esc: another file");
}

static void
import_draw(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;

    frame_title(s, to, _("Import a train list"), "");
    surface_put(to, 2, 1, 8, STYLE_NORMAL, _("File"));
    field_draw(&v->path, to, 2, 9, to->cols - 10, !v->read);
    if (v->read) {
        draw_preview(v, to);
        draw_notes(s, to);
    }
    frame_hint(s, to, NULL, hint_of(v));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
read_list(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};

    if (!import_read(s->ui->app, buf_text(&v->path.text), &v->import, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    v->read = true;
    v->scroll = (struct scroll){0};
    scroll_fit(&v->scroll, v->import.errors.n + v->import.warnings.n, frame_page(s, PREVIEW_ROWS));
    return effect_redraw();
}

static struct effect
list_train(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};
    int64_t train;
    bool added;

    if (!import_save(s->ui->app, &v->import, LEVEL_MIN, &train, &added, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (added)
        ui_saved(s->ui);
    return effect_replace(screen_consist(s->ui, train, 0));
}

static struct effect
import_act(struct screen *s, enum action action)
{
    struct import_view *v = s->data;

    if (v->read && scroll_act(&v->scroll, action, frame_page(s, PREVIEW_ROWS)))
        return effect_redraw();
    switch (action) {
    case ACT_OPEN:
    case ACT_IMPORT_SAVE:
        return v->read ? list_train(s) : read_list(s);
    case ACT_BACK:
        if (!v->read)
            return effect_default();
        import_release(&v->import);
        v->read = false;
        return effect_redraw();
    default:
        return effect_default();
    }
}

static bool
import_wants(const struct screen *s, const struct key *key)
{
    const struct import_view *v = s->data;

    return !v->read && ((key->code == RK_CHAR && key->ch >= ' ') || key->code == RK_BACKSPACE ||
                        key->code == RK_DELETE || key->code == RK_LEFT || key->code == RK_RIGHT ||
                        key->code == RK_HOME || key->code == RK_END);
}

static struct effect
import_text(struct screen *s, const struct key *key)
{
    struct import_view *v = s->data;

    field_key(&v->path, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
import_close(struct screen *s)
{
    struct import_view *v = s->data;

    if (v->read)
        import_release(&v->import);
    field_release(&v->path);
}

static const struct screen_ops import_ops = {
    .name = "import",
    .context = IN_IMPORT,
    .draw = import_draw,
    .act = import_act,
    .wants = import_wants,
    .text = import_text,
    .close = import_close,
};

struct screen *
screen_import(struct ui *ui, const char *file)
{
    struct screen *s = screen_new(ui, &import_ops, sizeof(struct import_view));
    struct import_view *v = s->data;

    v->path = (struct field){.max = 500, .kind = FIELD_TEXT};
    if (file) {
        field_set(&v->path, file);
        read_list(s);
    }
    return s;
}
