/* SPDX-License-Identifier: ISC */
/* The planned departure of a train, asked for on the board and in the consist. */
#ifndef RC_TUI_DEPARTURE_H
#define RC_TUI_DEPARTURE_H

#include <stdint.h>

#include "tui/ui.h"

/* Asks when the train is to depart, offering what is planned (departs_at 0: nothing). */
struct screen *departure_ask(struct ui *ui, int tag, int64_t departs_at, int departs_offset);
/* Plans it as typed, and says what was understood; false when it was refused. */
bool departure_plan(struct ui *ui, int64_t train, const char *typed);

#endif
