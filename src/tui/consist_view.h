/* SPDX-License-Identifier: ISC */
/* Private to the consist screen: what it holds, for the file that draws it. */
#ifndef RC_TUI_CONSIST_VIEW_H
#define RC_TUI_CONSIST_VIEW_H

#include <stdint.h>

#include "store/queries.h"
#include "tui/choices.h"
#include "tui/screen.h"
#include "tui/widgets.h"

struct consist_view {
    int64_t train;
    int64_t here;      /* wagon under the cursor: kept over reloads; 0: the first open one */
    int64_t own;       /* the train's own checklist */
    int64_t clock_off; /* this computer's clock minus the station clock, ms */
    struct trains trains;
    struct wagons wagons;
    struct reviews reviews; /* points and decisions */
    const struct checklist *set;
    struct walk_row walk; /* of the officer at work */
    struct scroll scroll;
    struct made_list made;
    char pending[40]; /* kind or level that waits for the reason of a correction */
};

/* The wagon under the cursor; NULL when there is none. */
const struct wagon_row *consist_wagon(const struct consist_view *c);
void consist_draw(const struct screen *s, struct surface *to);

#endif
