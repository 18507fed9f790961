/* SPDX-License-Identifier: ISC */
/* Listing a train: the path of the list, what is in it, what is doubtful, then all or nothing. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/train.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/choices.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

/* Questions of a message whose answers come back. */
enum { ASK_FROM = 1, ASK_SECTION };

struct import_view {
    struct field path;
    struct consist_told told; /* for this path */
    struct made_list made;
    struct app *app; /* for names */
    bool read;       /* the preview stands; the path is no longer typed */
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

/* How many wagons, and what kind of list it was. */
static void
draw_format(const struct import_view *v, struct surface *to, int row)
{
    const struct consist *c = &v->import.consist;
    const char *format = strcmp(c->format, "taf") == 0 ? _("TAF TSI message")
                                                       : _("message 02, by public descriptions");
    const char *from = v->told.from == FROM_HEAD   ? _("from the head")
                       : v->told.from == FROM_TAIL ? _("from the tail")
                                                   : "";

    if (strcmp(c->format, "csv") == 0)
        surface_putf(to, row, 2, to->cols - 3, STYLE_NORMAL,
                     _("Wagons %zu   encoding %s   separator %s"), c->n, or_dash(c->encoding),
                     c->delimiter == '\t' ? _("tab") : (const char[]){c->delimiter, '\0'});
    else
        surface_putf(to, row, 2, to->cols - 3, STYLE_NORMAL, _("Wagons %zu%s%s   encoding %s   %s"),
                     c->n, *from ? " " : "", from, or_dash(c->encoding), format);
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
    draw_format(v, to, row++);
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
    const struct wagon_row row_of = {.cargo_name = w->cargo_name,
                                     .cargo_etsng = w->cargo_etsng,
                                     .cargo_gng = w->cargo_gng,
                                     .un_no = w->un_no};
    char name[CODE_NAME];

    if (w->position > 0)
        surface_putf(to, row, 2, 4, style, "%3d", w->position);
    surface_put(to, row, 7, 12, style, w->number);
    surface_put(to, row, 20, cargo - 21, style,
                sheet ? words_in(&sheet->label, checklist_lang(v->set, i18n_codes())) : "-");
    surface_put(to, row, cargo, to->cols - cargo - 1, style, words_cargo(v->app, &row_of, name));
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
    if (v->import.consist.asks_from || v->import.consist.asks_section)
        return _("The message leaves a question open: Enter asks it. Esc: another file");
    return _("Enter lists the train; Esc: another file");
}

/* The row of the message that the wagon under the cursor came from; NULL: there is none. */
static const char *
raw_here(const struct import_view *v)
{
    size_t notes = v->import.errors.n + v->import.warnings.n;

    if (!v->read || v->scroll.at < notes || v->scroll.at - notes >= v->import.consist.n)
        return NULL;
    return v->import.consist.wagons[v->scroll.at - notes].raw;
}

/* A note that its row may have no room for is written whole; so is the row of a message. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    const struct rc_error *note = v->read ? note_at(v, v->scroll.at) : NULL;
    const char *raw = raw_here(v);
    struct buf line = {0};

    if (note)
        add_note(&line, note);
    else if (raw)
        buf_adds(&line, raw);
    frame_hint(s, to, NULL, line.len ? buf_text(&line) : hint_of(v));
    frame_status(s, to, line.len ? hint_of(v) : "");
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
    read = import_read_told(s->ui->app, path, &v->told, &v->import, &err);
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

/* What the message does not say; the answer makes it read anew. */
static struct effect
ask(struct screen *s)
{
    struct import_view *v = s->data;
    const struct consist *c = &v->import.consist;

    if (c->asks_section) {
        made_sections(&v->made, c);
        return effect_push(screen_choose(s->ui, ASK_SECTION,
                                         _("The wagons of which section of the journey?"),
                                         &v->made.list, NULL, NULL, false));
    }
    made_ends(&v->made);
    return effect_push(screen_choose(s->ui, ASK_FROM,
                                     _("The first wagon of the list stands at which end?"),
                                     &v->made.list, NULL, NULL, false));
}

static struct effect
import_result(struct screen *s, int tag, const char *text)
{
    struct import_view *v = s->data;

    if (!text || !v->read)
        return effect_redraw();
    if (tag == ASK_FROM)
        v->told.from = strcmp(text, "head") == 0 ? FROM_HEAD : FROM_TAIL;
    else
        v->told.section = (unsigned)strtoul(text, NULL, 10);
    import_release(&v->import);
    v->read = false;
    return read_list(s);
}

static struct effect
list_train(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};
    int64_t train;
    bool added;

    if (!v->import.errors.n && !v->import.already &&
        (v->import.consist.asks_from || v->import.consist.asks_section))
        return ask(s);
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
        v->told = (struct consist_told){.from = FROM_UNKNOWN};
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
    made_release(&v->made);
}

static const struct screen_ops import_ops = {
    .name = "import",
    .context = IN_IMPORT,
    .draw = import_draw,
    .act = import_act,
    .wants = import_wants,
    .text = import_text,
    .result = import_result,
    .close = import_close,
};

struct screen *
screen_import(struct ui *ui, const char *file)
{
    struct screen *s = screen_new(ui, &import_ops, sizeof(struct import_view));
    struct import_view *v = s->data;

    v->app = ui->app;
    v->path = (struct field){.max = 500, .kind = FIELD_TEXT};
    field_set(&v->path, file ? file : ui->import_folder);
    if (file)
        read_list(s);
    return s;
}
