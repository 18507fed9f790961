/* SPDX-License-Identifier: ISC */
/* Private to the screen of the shift: what it holds, for the file that draws it. */
#ifndef RC_TUI_SHIFT_VIEW_H
#define RC_TUI_SHIFT_VIEW_H

#include "app/shift.h"
#include "tui/screen.h"
#include "tui/widgets.h"

struct shift_view {
    struct board board;
    int64_t here; /* train under the cursor: kept over reloads */
    struct scroll scroll;
    /* of the hand-over being put together */
    struct officers officers;
    struct choice_list people; /* who may take it; names are badges of officers */
    char **labels;             /* theirs */
    char to[60];
};

/* The row under the cursor; NULL when there is none. */
const struct board_row *shift_here(const struct shift_view *v);
void shift_draw(const struct screen *s, struct surface *to);

#endif
