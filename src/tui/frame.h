/* SPDX-License-Identifier: ISC */
/* What every screen has around its content: title, consist strip, hint, status, F-bar. */
#ifndef RC_TUI_FRAME_H
#define RC_TUI_FRAME_H

#include "store/queries.h"
#include "tui/screen.h"

#define FRAME_TOP 3 /* first row of the content: below title, strip and a blank */

/* Rows of content between the top and the hint lines. */
int frame_rows(const struct surface *to);
/* Rows of the content of s as drawn last, without those that it keeps for other things than its
 * list; at least 1. */
size_t frame_page(const struct screen *s, int kept);
/* Line 1: left (where I am), right (NULL: post and badge) and the clock. What has no room on the
 * right side is left out part by part (three blanks divide them), the post first. */
void frame_title(const struct screen *s, struct surface *to, const char *left, const char *right);
/* Line 2: one mark per wagon, position `here` (1-based, 0 none) in STYLE_HERE; scrolls so that here
 * is seen. */
void frame_strip(struct surface *to, const struct wagons *consist, int here);
/* The wagon (position in consist->rows) whose mark frame_strip draws at column col; consist->n when
 * there is none. */
size_t frame_strip_at(const struct wagons *consist, int here, int cols, int col);
/* How many rows above its two lines frame_hint takes, so that the warning is read whole. */
int frame_hint_above(const struct screen *s, const struct surface *to, const char *warning);
/* Lines rows-2 and rows-3 (0-based rows-3, rows-4 for a two-line hint): hint, or the message. False
 * when the warning needs both and neither is seen. */
bool frame_hint(const struct screen *s, struct surface *to, const char *warning, const char *hint);
/* Line rows-1: saved time, then text, whose parts " | " divides. Parts that it has no room for go
 * to the line above when frame_hint, which comes first, needs one line only. */
void frame_status(const struct screen *s, struct surface *to, const char *text);
/* Last line: the F-keys of the screen's context from the key map. */
void frame_bar(const struct screen *s, struct surface *to);
/* The F-key (0: F1) that frame_bar draws at column col of so many. */
int frame_bar_at(const struct screen *s, int cols, int col);

#endif
