/* SPDX-License-Identifier: ISC */
/* The import screen: how a list that was read, or what it changes, is drawn. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/frame.h"
#include "tui/import_view.h"
#include "tui/ui.h"
#include "tui/words.h"

static const char *
or_dash(const char *text)
{
    return text && *text ? text : "-";
}

/* How many wagons, and what kind of list it was. */
static void
add_format(const struct import_view *v, struct buf *line)
{
    const struct consist *c = &v->import.consist;
    const char *from = v->told.from == FROM_HEAD   ? _("from the head")
                       : v->told.from == FROM_TAIL ? _("from the tail")
                                                   : "";

    if (strcmp(c->format, "csv") == 0)
        buf_addf(line, _("Wagons %zu   encoding %s   separator %s"), c->n, or_dash(c->encoding),
                 !c->delimiter          ? "-"
                 : c->delimiter == '\t' ? _("tab")
                                        : (const char[]){c->delimiter, '\0'});
    else
        buf_addf(line, _("Wagons %zu%s%s   encoding %s   %s"), c->n, *from ? " " : "", from,
                 or_dash(c->encoding), import_format(&v->import));
}

static bool
fits(const struct surface *to, const char *line)
{
    return (int)utf8_columns(line) <= to->cols - 3;
}

/* A line of facts that three blanks divide; the last one goes below when there is no room. Gives
 * the row behind. */
static int
put_parts(struct surface *to, int row, const char *line)
{
    const char *last = NULL;

    for (const char *p = line; !fits(to, line) && (p = strstr(p, "   ")); p += 3)
        last = p;
    if (!last) {
        surface_put(to, row, 2, to->cols - 3, STYLE_NORMAL, line);
        return row + 1;
    }
    surface_putf(to, row, 2, to->cols - 3, STYLE_NORMAL, "%.*s", (int)(last - line), line);
    surface_put(to, row + 1, 2, to->cols - 3, STYLE_NORMAL, last + 3);
    return row + 2;
}

static void
draw_preview(const struct import_view *v, struct surface *to)
{
    const struct consist *c = &v->import.consist;
    size_t errors = v->import.errors.n, warnings = v->import.warnings.n;
    struct buf counts = {0}, arrived = {0}, line = {0};
    char when[MOMENT_TEXT];
    int row = FRAME_TOP + 1;

    if (c->arrived.ms)
        buf_addf(&arrived, "%s %s", import_weekday(c->arrived),
                 moment_text(c->arrived, MOMENT_SCREEN, when));
    buf_addf(&line, _("Train %s   index %s   arrived %s"), or_dash(c->train_no),
             or_dash(c->train_index), or_dash(buf_text(&arrived)));
    row -= !fits(to, buf_text(&line)); /* the blank above */
    row = put_parts(to, row, buf_text(&line));
    buf_clear(&line);
    add_format(v, &line);
    row = put_parts(to, row, buf_text(&line));
    buf_release(&line);
    buf_addf(&counts, _("Errors %zu   warnings %zu"), errors, warnings);
    if (c->n_rejected)
        buf_addf(&counts, _("   rows rejected %zu of %zu"), c->n_rejected, c->rows);
    if (v->import.mapping)
        buf_addf(&counts, _("   columns as for %s"), v->import.mapping);
    surface_put(to, row++, 2, to->cols - 3,
                errors     ? STYLE_FINDING
                : warnings ? STYLE_WORK
                           : STYLE_NORMAL,
                buf_text(&counts));
    buf_release(&counts);
    buf_release(&arrived);
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

static void
draw_change(const struct correction *c, struct surface *to, int row, enum style style)
{
    static const char *const words[CORRECTIONS] = {
        [CORRECTION_ATTACHED] = N_("attached"),
        [CORRECTION_DETACHED] = N_("detached"),
        [CORRECTION_MOVED] = N_("moved"),
        [CORRECTION_CHANGED] = N_("changed"),
    };
    struct buf line = {0};

    surface_put(to, row, 2, 12, style, _(words[c->kind]));
    surface_put(to, row, 15, 12, style, c->number);
    if (c->from && c->to && c->from != c->to)
        buf_addf(&line, _("position %d -> %d"), c->from, c->to);
    else
        buf_addf(&line, _("position %d"), c->from ? c->from : c->to);
    if (c->worked_on)
        buf_addf(&line, "; %s", _("work on it stays"));
    if (c->facts)
        buf_addf(&line, "; %s", c->facts);
    surface_put(to, row, 28, to->cols - 29, style, buf_text(&line));
    buf_release(&line);
}

static void
draw_row(const struct import_view *v, size_t at, struct surface *to, int row, bool here)
{
    size_t notes = v->import.errors.n + v->import.warnings.n;
    const struct rc_error *note = v->correcting ? NULL : note_at(v, at);
    enum style style = here                      ? STYLE_CURSOR
                       : !note                   ? STYLE_NORMAL
                       : at < v->import.errors.n ? STYLE_FINDING
                                                 : STYLE_WORK;

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    if (v->correcting)
        draw_change(&v->changes.list[at], to, row, style);
    else if (note)
        draw_note(note, to, row, style);
    else
        draw_wagon(v, &v->import.consist.wagons[at - notes], to, row, style);
}

/* Errors, warnings and wagons as one list: errors and warnings come first. Or the changes. */
static void
draw_list(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    size_t page = frame_page(s, PREVIEW_ROWS);
    struct scroll scroll = v->scroll;

    scroll_fit(&scroll, scroll.n, page);
    for (size_t i = 0; i < page && scroll.top + i < scroll.n; i++)
        draw_row(v, scroll.top + i, to, FRAME_TOP + PREVIEW_ROWS + (int)i,
                 scroll.top + i == scroll.at);
}

static const char *
hint_of(const struct import_view *v)
{
    bool xml = v->read && strcmp(v->import.consist.format, "taf") == 0;

    if (!v->read)
        return _("Path of the list, Enter reads it; nothing is saved yet");
    if (v->correcting)
        return _("Enter changes the train so; finished work stays. Esc: leave it");
    if (v->import.errors.n && v->import.consist.usable)
        return _("Rows are rejected. r: list the rest. e: another encoding. Esc: another file");
    if (v->import.errors.n && xml)
        return _("The list has errors: nothing can be listed. Esc: another file");
    if (v->import.errors.n)
        return _(
            "The list has errors: nothing can be listed. e: another encoding. Esc: another file");
    if (v->import.already)
        return _("This very file is listed already. Enter opens its train");
    if (v->import.consist.asks_from || v->import.consist.asks_section)
        return _("The message leaves a question open: Enter asks it. Esc: another file");
    if (v->import.open)
        return _("A train with this number is in work. Enter: correct it, or list another one");
    if (xml)
        return _("Enter lists the train; Esc: another file");
    return _("Enter lists the train; e: another encoding; Esc: another file");
}

/* The row of the message that the wagon under the cursor came from; NULL: there is none. */
static const char *
raw_here(const struct import_view *v)
{
    size_t notes = v->import.errors.n + v->import.warnings.n;

    if (!v->read || v->correcting || v->scroll.at < notes ||
        v->scroll.at - notes >= v->import.consist.n)
        return NULL;
    return v->import.consist.wagons[v->scroll.at - notes].raw;
}

/* A note that its row may have no room for is written whole; so is the row of a message. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;
    const struct rc_error *note = v->read && !v->correcting ? note_at(v, v->scroll.at) : NULL;
    const char *facts = v->correcting && v->changes.n ? v->changes.list[v->scroll.at].facts : NULL;
    const char *raw = raw_here(v);
    struct buf line = {0};

    if (note)
        add_note(&line, note);
    else if (facts)
        buf_adds(&line, facts);
    else if (raw)
        buf_adds(&line, raw);
    frame_hint(s, to, NULL, line.len ? buf_text(&line) : hint_of(v));
    frame_status(s, to, line.len ? hint_of(v) : "");
    buf_release(&line);
}

void
import_draw(const struct screen *s, struct surface *to)
{
    const struct import_view *v = s->data;

    frame_title(s, to, v->correcting ? _("What the list changes") : _("Import a train list"), NULL);
    surface_put(to, 2, 1, 8, STYLE_NORMAL, _("File"));
    field_draw(&v->path, to, 2, 9, to->cols - 10, !v->read);
    if (v->read) {
        draw_preview(v, to);
        draw_list(s, to);
    }
    draw_hint(s, to);
    frame_bar(s, to);
}
