/* SPDX-License-Identifier: ISC */
/* Listing a train: the path of the list, what is in it, what is doubtful, then all or nothing. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "app/train.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

struct import_view {
    struct field path;
    bool read; /* the preview stands; the path is no longer typed */
    struct import import;
    const struct checklist *set; /* that the train will have, for words */
    struct scroll scroll;        /* over errors, then warnings, then wagons */
};

#define PREVIEW_ROWS 5 /* lines above that list */

static const char *
or_dash(const char *text)
{
    return text && *text ? text : "-";
}

static void
draw_preview(const struct import_view *v, struct surface *to)
{
    const struct consist *c = &v->import.consist;
    size_t errors = v->import.errors.n, warnings = v->import.warnings.n;
    char when[MOMENT_TEXT] = "-";
    int row = FRAME_TOP + 1;

    if (c->arrived.ms)
        moment_text(c->arrived, MOMENT_SCREEN, when);
    surface_putf(to, row++, 2, to->cols - 3, STYLE_NORMAL, _("Train %s   index %s   arrived %s"),
                 or_dash(c->train_no), or_dash(c->train_index), when);
    surface_putf(to, row++, 2, to->cols - 3, STYLE_NORMAL,
                 _("Wagons %zu   encoding %s   separator %s"), c->n, or_dash(c->encoding),
                 c->delimiter == '\t' ? _("tab") : (const char[]){c->delimiter, '\0'});
    surface_putf(to, row++, 2, to->cols - 3,
                 errors     ? STYLE_FINDING
                 : warnings ? STYLE_WORK
                            : STYLE_NORMAL,
                 _("Errors %zu   warnings %zu"), errors, warnings);
}

/* The error or warning in this row of the list, NULL when a wagon stands there. */
static const struct rc_error *
note_at(const struct import_view *v, size_t at)
{
    const struct notes *errors = &v->import.errors, *warnings = &v->import.warnings;

    if (at < errors->n)
        return &errors->list[at];
    return at - errors->n < warnings->n ? &warnings->list[at - errors->n] : NULL;
}

/* A note without its file, which stands above. */
static void
add_note(struct buf *line, const struct rc_error *note)
{
    struct rc_error bare = *note;

    bare.file[0] = '\0';
    bare.line = bare.column = 0;
    message_text(line, &bare);
}

static void
draw_note(const struct rc_error *note, struct surface *to, int row, enum style style)
{
    struct buf line = {0};

    if (note->line && note->column)
        buf_addf(&line, "%u:%u: ", note->line, note->column);
    else if (note->line)
        buf_addf(&line, "%u: ", note->line);
    add_note(&line, note);
    surface_put(to, row, 2, to->cols - 3, style, buf_text(&line));
    buf_release(&line);
}

static void
draw_wagon(const struct import_view *v, const struct consist_wagon *w, struct surface *to, int row,
           enum style style)
{
    const struct sheet *sheet = v->set ? checklist_sheet(v->set, w->kind) : NULL;
    int cargo = to->cols < 100 ? 40 : 52;

    if (w->position > 0)
        surface_putf(to, row, 2, 4, style, "%3d", w->position);
    surface_put(to, row, 7, 12, style, w->number);
    surface_put(to, row, 20, cargo - 21, style,
                sheet ? words_in(&sheet->label, checklist_lang(v->set, i18n_codes())) : "-");
    surface_put(to, row, cargo, to->cols - cargo - 1, style, w->cargo_name);
}

/* Errors, warnings and wagons as one list: errors and warnings come first. */
static void
draw_list(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    size_t notes = v->import.errors.n + v->import.warnings.n;
    size_t page = frame_page(s, PREVIEW_ROWS);
    struct scroll scroll = v->scroll;

    scroll_fit(&scroll, scroll.n, page);
    for (size_t i = 0; i < page && scroll.top + i < scroll.n; i++) {
        size_t at = scroll.top + i;
        const struct rc_error *note = note_at(v, at);
        bool here = at == scroll.at;
        int row = FRAME_TOP + PREVIEW_ROWS + (int)i;
        enum style style = here                      ? STYLE_CURSOR
                           : !note                   ? STYLE_NORMAL
                           : at < v->import.errors.n ? STYLE_FINDING
                                                     : STYLE_WORK;

        surface_fill(to, row, 0, to->cols, style, ' ');
        surface_put(to, row, 0, 1, style, here ? ">" : " ");
        if (note)
            draw_note(note, to, row, style);
        else
            draw_wagon(v, &v->import.consist.wagons[at - notes], to, row, style);
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

/* A note that its row may have no room for is written whole. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    const struct rc_error *note = v->read ? note_at(v, v->scroll.at) : NULL;
    struct buf line = {0};

    if (note)
        add_note(&line, note);
    frame_hint(s, to, NULL, note ? buf_text(&line) : hint_of(v));
    frame_status(s, to, note ? hint_of(v) : "");
    buf_release(&line);
}

static void
import_draw(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;

    frame_title(s, to, _("Import a train list"), NULL);
    surface_put(to, 2, 1, 8, STYLE_NORMAL, _("File"));
    field_draw(&v->path, to, 2, 9, to->cols - 10, !v->read);
    if (v->read) {
        draw_preview(v, to);
        draw_list(s, to);
    }
    draw_hint(s, to);
    frame_bar(s, to);
}

/* The next list often comes from the same folder. */
static void
keep_folder(struct ui *ui, const char *path)
{
    const char *slash = strrchr(path, '/');

    snprintf(ui->import_folder, sizeof ui->import_folder, "%.*s",
             slash ? (int)(slash - path) + 1 : 0, path);
}

static struct effect
read_list(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};

    char *path = words_trimmed(buf_text(&v->path.text));
    bool read;

    if (!*path) {
        free(path);
        ui_say(s->ui, "%s", _("Type the path of the list first"));
        return effect_redraw();
    }
    read = import_read(s->ui->app, path, &v->import, &err);
    if (read) {
        v->read = true;
        v->scroll = (struct scroll){0};
        scroll_fit(&v->scroll, v->import.errors.n + v->import.warnings.n + v->import.consist.n,
                   frame_page(s, PREVIEW_ROWS));
        v->set = app_set(s->ui->app, 0, NULL);
        keep_folder(s->ui, path);
    } else
        ui_error(s->ui, &err);
    free(path);
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

    return !v->read && field_takes(key);
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
    field_set(&v->path, file ? file : ui->import_folder);
    if (file)
        read_list(s);
    return s;
}
