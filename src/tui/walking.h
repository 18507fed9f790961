/* SPDX-License-Identifier: ISC */
/* The officer's walk along the train, as consist, wagon and seals show and use it. */
#ifndef RC_TUI_WALKING_H
#define RC_TUI_WALKING_H

#include "app/walk.h"
#include "base/buf.h"
#include "tui/ui.h"

/* Adds "Towards the tail, left side: the next wagon is the one behind". */
void walking_sentence(const struct walk_row *walk, struct buf *out);
/* Turns round (ACT_TURN) or changes the side (ACT_SIDE), and says how the officer walks now. False
 * when it was not saved: the reason is said. */
bool walking_change(struct ui *ui, int64_t train, enum action action, struct walk_row *walk);
/* Adds " | on the left, to the head" for the status line; nothing for the plain walk. */
void walking_words(const struct walk_row *walk, struct buf *out);
/* The next of n rows in the walking direction, `step` rows from `at`, wrapping. */
size_t walking_row(const struct walk_row *walk, size_t at, size_t step, size_t n);

#endif
