/* SPDX-License-Identifier: ISC */
/* The grid of cells that screens draw on. */
#include "config.h"

#include "tui/surface.h"

#include <string.h>

#include "base/alloc.h"
#include "base/show.h"
#include "base/utf8.h"
#include "tui/wrap.h"

static const char style_letters[STYLE_COUNT] = {
#define X(id, letter) [id] = letter,
    STYLES(X)
#undef X
};

static const struct cell blank = {.text = " ", .style = STYLE_NORMAL};

static struct cell *
cell_at(const struct surface *s, int row, int col)
{
    return &s->cells[(size_t)row * (size_t)s->cols + (size_t)col];
}

void
surface_init(struct surface *s, int rows, int cols)
{
    *s = (struct surface){.rows = rows < 1 ? 1 : rows, .cols = cols < 1 ? 1 : cols};
    s->cells = rc_alloc((size_t)s->rows * (size_t)s->cols, sizeof *s->cells);
    surface_clear(s);
}

void
surface_release(struct surface *s)
{
    free(s->cells);
    *s = (struct surface){0};
}

void
surface_clear(struct surface *s)
{
    size_t n = (size_t)s->rows * (size_t)s->cols;

    for (size_t i = 0; i < n; i++)
        s->cells[i] = blank;
    s->cursor_row = s->cursor_col = -1;
}

/* Limits width to what is on the surface; false when nothing is. */
static bool
clip(const struct surface *s, int row, int col, int *width)
{
    if (row < 0 || row >= s->rows || col < 0 || col >= s->cols)
        return false;
    if (*width > s->cols - col)
        *width = s->cols - col;
    return *width > 0;
}

/* A wide character that is about to lose one half must not leave the other. */
static void
split(struct surface *s, int row, int col)
{
    if (col <= 0 || col >= s->cols || cell_at(s, row, col)->text[0])
        return;
    cell_at(s, row, col)->text[0] = ' ';
    cell_at(s, row, col)->text[1] = '\0';
    memcpy(cell_at(s, row, col - 1)->text, " ", 2);
}

static void
set(struct surface *s, int row, int col, enum style style, const char *text, size_t len)
{
    struct cell *cell = cell_at(s, row, col);

    memcpy(cell->text, text, len);
    cell->text[len] = '\0';
    cell->style = (unsigned char)style;
}

/* Puts a character of no width onto the cell before col. */
static void
combine(struct surface *s, int row, int col, const char *text, size_t len)
{
    struct cell *cell = cell_at(s, row, col - 1);
    size_t at;

    if (!cell->text[0] && col > 1)
        cell--;
    at = strlen(cell->text);
    if (at + len < CELL_BYTES) {
        memcpy(cell->text + at, text, len);
        cell->text[at + len] = '\0';
    }
}

/* Text that is shown already, at most width cells of it; returns the cells used. */
static int
put_shown(struct surface *s, int row, int col, int width, enum style style, const char *text)
{
    static const char *const ellipsis = "…";
    size_t left = strlen(text);
    int used = 0;

    split(s, row, col);
    while (left > 0) {
        uint32_t c;
        size_t len = utf8_decode(text, left, &c);
        int cells = len ? utf8_width(c) : 1;

        if (used + cells > width)
            break;
        if (cells == 0) {
            if (used > 0)
                combine(s, row, col + used, text, len);
        } else {
            split(s, row, col + used + cells);
            if (s->ascii && len == strlen(ellipsis) && memcmp(text, ellipsis, len) == 0)
                set(s, row, col + used, style, "~", 1);
            else
                set(s, row, col + used, style, len ? text : "?", len ? len : 1);
            if (cells == 2)
                set(s, row, col + used + 1, style, "", 0);
            used += cells;
        }
        len = len ? len : 1;
        text += len;
        left -= len;
    }
    return used;
}

int
surface_put(struct surface *s, int row, int col, int width, enum style style, const char *text)
{
    struct buf shown = {0};
    int used;

    if (!text || !clip(s, row, col, &width))
        return 0;
    show(&shown, text, strlen(text), (size_t)width);
    used = put_shown(s, row, col, width, style, buf_text(&shown));
    buf_release(&shown);
    return used;
}

void
surface_put_right(struct surface *s, int row, int col, int width, enum style style,
                  const char *text)
{
    struct buf shown = {0};
    int used;

    if (!text || !clip(s, row, col, &width))
        return;
    used = (int)show(&shown, text, strlen(text), (size_t)width);
    put_shown(s, row, col + width - used, used, style, buf_text(&shown));
    buf_release(&shown);
}

int
surface_putf(struct surface *s, int row, int col, int width, enum style style, const char *format,
             ...)
{
    struct buf text = {0};
    va_list args;
    int used;

    va_start(args, format);
    buf_addv(&text, format, args);
    va_end(args);
    used = surface_put(s, row, col, width, style, buf_text(&text));
    buf_release(&text);
    return used;
}

int
surface_wrap(struct surface *s, int row, int col, int width, int rows, enum style style,
             const char *text)
{
    char *shown;
    const char *rest;
    int used = 0;

    if (!text || !clip(s, row, col, &width))
        return 0;
    rest = shown = wrap_shown(text);
    while (*rest && used < rows && row + used < s->rows) {
        size_t next, len = wrap_line(rest, (size_t)width, &next);

        if (rest[next] && (used + 1 == rows || row + used + 1 == s->rows)) {
            /* The last line that there is room for: all the rest, which ends with an ellipsis. */
            for (char *p = shown + (rest - shown); *p; p++)
                *p = *p == '\n' ? ' ' : *p;
            surface_put(s, row + used, col, width, style, rest);
            next = strlen(rest);
        } else {
            char *line = rc_memdup(rest, len);

            put_shown(s, row + used, col, width, style, line);
            free(line);
        }
        used++;
        rest += next;
    }
    free(shown);
    return used;
}

void
surface_fill(struct surface *s, int row, int col, int width, enum style style, char c)
{
    if (!clip(s, row, col, &width))
        return;
    split(s, row, col);
    split(s, row, col + width);
    for (int i = 0; i < width; i++)
        set(s, row, col + i, style, &c, 1);
}

void
surface_style(struct surface *s, int row, int col, int width, enum style style)
{
    if (!clip(s, row, col, &width))
        return;
    for (int i = 0; i < width; i++)
        cell_at(s, row, col + i)->style = (unsigned char)style;
}

void
surface_box(struct surface *s, int row, int col, int rows, int cols, const char *title)
{
    const char *across = s->ascii ? "-" : "─", *down = s->ascii ? "|" : "│";
    const char *corner[4] = {"┌", "┐", "└", "┘"};

    for (int r = row; r < row + rows; r++) {
        bool edge = r == row || r == row + rows - 1;

        surface_fill(s, r, col, cols, STYLE_NORMAL, ' ');
        for (int c = col + 1; edge && c < col + cols - 1; c++)
            surface_put(s, r, c, 1, STYLE_NORMAL, across);
        if (!edge) {
            surface_put(s, r, col, 1, STYLE_NORMAL, down);
            surface_put(s, r, col + cols - 1, 1, STYLE_NORMAL, down);
        }
    }
    for (int i = 0; i < 4; i++)
        surface_put(s, i < 2 ? row : row + rows - 1, i % 2 ? col + cols - 1 : col, 1, STYLE_NORMAL,
                    s->ascii ? "+" : corner[i]);
    if (title && *title && cols > 6) {
        int used = surface_put(s, row, col + 3, cols - 6, STYLE_ZONE, title);

        surface_put(s, row, col + 2, 1, STYLE_NORMAL, " ");
        surface_put(s, row, col + 3 + used, 1, STYLE_NORMAL, " ");
    }
}

void
surface_dump(const struct surface *s, struct buf *out)
{
    for (int row = 0; row < s->rows; row++) {
        int text = s->cols, styles = s->cols;

        while (text > 0 && strcmp(cell_at(s, row, text - 1)->text, " ") == 0)
            text--;
        while (styles > 0 && cell_at(s, row, styles - 1)->style == STYLE_NORMAL)
            styles--;
        buf_addc(out, '|');
        for (int col = 0; col < text; col++)
            buf_adds(out, cell_at(s, row, col)->text);
        buf_addc(out, '\n');
        if (styles == 0)
            continue;
        buf_addc(out, ':');
        for (int col = 0; col < styles; col++)
            buf_addc(out, style_letters[cell_at(s, row, col)->style]);
        buf_addc(out, '\n');
    }
    if (s->cursor_row >= 0)
        buf_addf(out, "cursor %d %d\n", s->cursor_row, s->cursor_col);
}
