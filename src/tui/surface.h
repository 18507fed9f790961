/* SPDX-License-Identifier: ISC */
/*
 * The picture that a screen draws: a grid of cells in memory. Everything that puts text on it goes
 * through show(), so nothing from a file can disturb the terminal. Tests compare surfaces with
 * golden files; the terminal file sends the difference to the screen.
 */
#ifndef RC_TUI_SURFACE_H
#define RC_TUI_SURFACE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Styles by meaning; letter for golden files. How each looks: terminal.c. */
#define STYLES(X)                                                                                  \
    X(STYLE_NORMAL, '.')                                                                           \
    X(STYLE_TITLE, 'T')  /* line 1 */                                                              \
    X(STYLE_ZONE, 'Z')   /* heading of a zone or a table */                                        \
    X(STYLE_CURSOR, 'C') /* the row under the cursor */                                            \
    X(STYLE_OK, 'o')                                                                               \
    X(STYLE_FINDING, 'F')                                                                          \
    X(STYLE_GATE, 'G')                                                                             \
    X(STYLE_WORK, 'w')  /* in work */                                                              \
    X(STYLE_DIM, 'd')   /* less important */                                                       \
    X(STYLE_FIELD, 'f') /* where text can be typed */                                              \
    X(STYLE_HINT, 'h')                                                                             \
    X(STYLE_MESSAGE, 'm')                                                                          \
    X(STYLE_ERROR, 'E')                                                                            \
    X(STYLE_STATUS, 's')  /* line 23 */                                                            \
    X(STYLE_BAR, 'B')     /* F-bar labels */                                                       \
    X(STYLE_BAR_KEY, 'K') /* F-bar numbers */                                                      \
    X(STYLE_STRIP, 'S')   /* consist strip */                                                      \
    X(STYLE_HERE, 'H')    /* the present wagon in the strip */                                     \
    X(STYLE_STOP, '!')    /* stop-work notice */                                                   \
    X(STYLE_WAITS, 'a')   /* zone of a drawing that waits for a gate */

enum style {
#define X(id, letter) id,
    STYLES(X)
#undef X
        STYLE_COUNT
};

#define CELL_BYTES 24 /* a character and up to 4 combining marks, NUL */

struct cell {
    char text[CELL_BYTES]; /* "" for the second half of a wide character */
    unsigned char style;
};

struct surface {
    int rows, cols;
    struct cell *cells;         /* rows * cols */
    int cursor_row, cursor_col; /* hardware cursor; -1: hidden */
    bool ascii;                 /* frames and ellipsis in ASCII */
};

void surface_init(struct surface *s, int rows, int cols);
void surface_release(struct surface *s);
/* Blanks everything, hides the cursor. */
void surface_clear(struct surface *s);
/* Puts text (through show) at row, col in at most width cells (clipped to the surface); returns
 * the cells used. A NULL text counts as "". */
int surface_put(struct surface *s, int row, int col, int width, enum style style, const char *text);
/* surface_put, right-aligned in width cells. */
void surface_put_right(struct surface *s, int row, int col, int width, enum style style,
                       const char *text);
/* Formatted; the result goes through show as a whole. */
int surface_putf(struct surface *s, int row, int col, int width, enum style style,
                 const char *format, ...) __attribute__((format(printf, 6, 7)));
/* Breaks text at blanks into at most rows lines of width cells from row on; returns lines used. */
int surface_wrap(struct surface *s, int row, int col, int width, int rows, enum style style,
                 const char *text);
/* Fills width cells with one ASCII character / gives them a style. */
void surface_fill(struct surface *s, int row, int col, int width, enum style style, char c);
void surface_style(struct surface *s, int row, int col, int width, enum style style);
/* A frame with an optional title around rows x cols at row, col; its inside is blanked. */
void surface_box(struct surface *s, int row, int col, int rows, int cols, const char *title);
/* The picture as golden text: rows of text, then under each row its styles where not normal. */
void surface_dump(const struct surface *s, struct buf *out);

#endif
