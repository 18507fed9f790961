/* SPDX-License-Identifier: ISC */
/* Words for the board of a shift: minutes, departures, what blocks a train. */
#ifndef RC_TUI_BOARD_WORDS_H
#define RC_TUI_BOARD_WORDS_H

#include <stdint.h>

#include "app/shift.h"
#include "base/buf.h"

/* Adds "35 min", "6 h 38 min", "-12 min". */
void words_minutes(struct buf *out, int64_t minutes);
/* Adds "14:20", on another day than that of now "25.11 14:20". */
void words_departure_time(struct buf *out, struct moment departs, struct moment now);
/* Adds "departs 14:20, in 35 min" or "departs 14:20, late 12 min". */
void words_departure(struct buf *out, struct moment departs, struct moment now);
/* Adds what blocks the train, ", " between; nothing when nothing does. */
void words_obstacles(struct buf *out, const struct board_row *row);
/* Adds by how much this computer's clock and the station clock are apart (off_s: the first minus
 * the second), when it is more than CLOCK_APART_S. */
void words_clock_apart(struct buf *out, int64_t off_s);

#endif
