/* SPDX-License-Identifier: ISC */
/* Draws the form of a finding. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/show.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/finding_view.h"
#include "tui/frame.h"
#include "tui/words.h"

#define TEXT_COLUMN 20
#define FILE_COLUMN 4

static const char *
shown_value(const struct finding_view *v, size_t row, char number[4])
{
    const char *value = finding_value(v, row, number);
    const struct choice_list *list;
    const struct choice *choice;

    if (!finding_form[row].list)
        return value;
    list = checklist_list(v->work.set, finding_form[row].list);
    choice = list ? choice_in(list, value) : NULL;
    return choice ? words_in(&choice->label, checklist_lang(v->work.set, i18n_codes())) : value;
}

/* How many files are attached, and names that were typed before files could be. */
static void
draw_files_row(const struct finding_view *v, struct surface *to, int line, enum style style)
{
    struct buf text = {0};

    if (v->n_files)
        buf_addf(&text, tr_n("%zu file", "%zu files", v->n_files), v->n_files);
    if (*v->row->files)
        buf_addf(&text, "%s%s: %s", text.len ? "; " : "", _("names typed earlier"), v->row->files);
    surface_put(to, line, TEXT_COLUMN, to->cols - TEXT_COLUMN - 1, style, buf_text(&text));
    buf_release(&text);
}

/* Name, size, and the beginning of the hash. */
static void
draw_file(const struct finding_view *v, struct surface *to, int line, size_t row)
{
    const struct file_row *file = v->files[row - ROWS];
    enum style style = row == v->scroll.at ? STYLE_CURSOR : STYLE_NORMAL;
    int hash = to->cols - 9, size = hash - 10;
    char words[SIZE_WORDS];

    surface_put(to, line, 0, 2, style, row == v->scroll.at ? ">" : " ");
    surface_put(to, line, FILE_COLUMN, size - FILE_COLUMN - 1, style, file->name);
    words_size(file->size, words);
    surface_put(to, line, size + 8 - (int)utf8_columns(words), 9, style, words);
    surface_putf(to, line, hash, 8, style, "%.8s", file->sha256);
}

static void
draw_row(const struct finding_view *v, struct surface *to, int line, size_t row)
{
    bool here = row == v->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    enum style value =
        row == ROW_SEVERITY && v->row->severity >= SEVERITY_HOLDS && !here ? STYLE_FINDING : style;
    int width = to->cols - TEXT_COLUMN - 1;
    char number[4];

    surface_put(to, line, 0, 2, style, here ? ">" : " ");
    surface_put(to, line, 2, 17, style, _(finding_form[row].words));
    if (row == ROW_FILES)
        draw_files_row(v, to, line, style);
    else if (here && finding_on_text(v))
        field_draw(&v->field, to, line, TEXT_COLUMN, width, true);
    else if (row == ROW_SEVERITY)
        surface_putf(to, line, TEXT_COLUMN, width, value, "%d %s", v->row->severity,
                     shown_value(v, row, number));
    else
        surface_put(to, line, TEXT_COLUMN, width, value, shown_value(v, row, number));
}

/* A text that its row has no room for, whole, where the window has lines left. */
static void
draw_long_text(const struct finding_view *v, struct surface *to)
{
    int used = (int)(ROWS + v->n_files) + 1, row = FRAME_TOP + used, rows = frame_rows(to) - used;
    struct buf shown = {0};
    size_t columns = show(&shown, buf_text(&v->field.text), v->field.text.len, SIZE_MAX);

    if (rows > 0 && columns + TEXT_COLUMN + 1 >= (size_t)to->cols)
        surface_wrap(to, row, 2, to->cols - 4, rows, STYLE_DIM, buf_text(&v->field.text));
    buf_release(&shown);
}

static const char *
hint_of(const struct finding_view *v)
{
    if (finding_file_here(v))
        return _("Enter attaches another file; F8 takes this one off, with a reason");
    if (v->scroll.at == ROW_FILES)
        return _("Enter attaches a photo or file: its path, or the folder of a camera");
    if (finding_on_text(v))
        return _("Type; Enter or Tab saves and goes on; F10 is done");
    return _("Enter chooses; Tab, arrows: next field; each field is saved when left");
}

void
finding_draw(const struct screen *s, struct surface *to)
{
    const struct finding_view *v = s->data;
    const struct item *item = checklist_item(v->work.set, v->row->item);
    size_t page = frame_rows(to) > 0 ? (size_t)frame_rows(to) : 1;
    struct scroll scroll = v->scroll;
    char left[300];

    snprintf(left, sizeof left, _("Finding on wagon %d   %s   %s"), v->work.wagon->position,
             v->work.wagon->number, v->row->item);
    frame_title(s, to, left, strcmp(v->row->state, "withdrawn") == 0 ? _("withdrawn") : NULL);
    if (item)
        surface_put(to, FRAME_TOP - 1, 2, to->cols - 3, STYLE_DIM,
                    words_in(&item->label, checklist_lang(v->work.set, i18n_codes())));
    scroll_fit(&scroll, scroll.n, page);
    for (size_t i = 0; i < page && scroll.top + i < scroll.n; i++) {
        size_t row = scroll.top + i;

        if (row < ROWS)
            draw_row(v, to, FRAME_TOP + (int)i, row);
        else
            draw_file(v, to, FRAME_TOP + (int)i, row);
    }
    if (finding_on_text(v))
        draw_long_text(v, to);
    frame_hint(s, to, NULL, hint_of(v));
    frame_status(s, to, "");
    frame_bar(s, to);
}
