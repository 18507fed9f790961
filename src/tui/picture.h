/* SPDX-License-Identifier: ISC */
/* The drawing of a wagon or container with the state of its zones in it. */
#ifndef RC_TUI_PICTURE_H
#define RC_TUI_PICTURE_H

#include "app/work.h"
#include "core/drawing.h"
#include "tui/surface.h"

/* The drawing that line l (NULL: none) belongs to: of its container, else of the wagon. NULL when
 * the checklist set has none. */
const struct drawing *picture_of(const struct work *work, const struct line *l);

/* State of the zone whose run of lines begins with line first: '!' something is wrong, '+' done,
 * '#' all that is open waits for gates, '~' in work, '.' not begun. */
char picture_mark(const struct inspection *in, size_t first);

/* Draws picture_of(l) with its top left corner at row, col: the zone of l in STYLE_CURSOR, the
 * others by their state, '!' in those where something is wrong, the number of the wagon or
 * container written in. */
void picture_draw(const struct work *work, const struct line *l, struct surface *to, int row,
                  int col);

#endif
