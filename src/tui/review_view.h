/* SPDX-License-Identifier: ISC */
/* Private to the review screen: what it holds, for the file that draws it. */
#ifndef RC_TUI_REVIEW_VIEW_H
#define RC_TUI_REVIEW_VIEW_H

#include "app/review.h"
#include "core/state.h"
#include "tui/screens.h"

/* One row of the list: the heading of a part, or a line of it. */
struct review_view_row {
    enum review_part part;
    bool heading;
    size_t line; /* position in review.lines */
};

struct review_view {
    int64_t train;
    struct review review;
    struct wagons consist;
    const struct checklist *set;
    struct review_view_row *rows;
    size_t n_rows, cap_rows;
    bool laid;                 /* parts have been folded for the first time */
    bool folded[REVIEW_PARTS]; /* only the heading is shown */
    struct scroll scroll;
    struct choice choices[3];
    struct choice_list decisions;
    enum decision decision; /* that waits for its reason or its signature */
};

/* The line under the cursor; NULL on a heading. */
const struct review_line *review_line_here(const struct review_view *v);
void review_draw(const struct screen *s, struct surface *to);

#endif
