/* SPDX-License-Identifier: ISC */
/* The wagons of the only train of a test: what stands there, and the screen of one. */
#ifndef RC_TESTS_SCREENS_ON_WAGON_H
#define RC_TESTS_SCREENS_ON_WAGON_H

#include "golden.h"
#include "tui/wagon_view.h"

#define SAMPLE "consist-diesel-tanks.csv"
#define MIXED "consist-mixed-65.csv"

/* The wagon at this position (0: the train's own list) as it stands; release it. */
struct work work_at(struct golden *g, int position);
/* The mark of its item; a blank when it is not asked. */
char mark_at(struct golden *g, int position, const char *key);
/* Puts a wagon screen on top, with the cursor on this item. */
void open_at(struct golden *g, int position, const char *key);
/* Opens SAMPLE and its first wagon, with the train's stop confirmed. */
void open_wagon(struct golden *g, const char *lang);
/* The wagon screen on top. */
const struct wagon_view *top_view(const struct golden *g);

#endif
