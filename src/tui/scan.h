/* SPDX-License-Identifier: ISC */
/*
 * A number that a barcode scanner types: all at once, with Enter or Tab behind it, or nothing, as
 * it is set up; without one it is typed and waits for Enter. Where letters are commands it must not
 * be taken for these (the first letter of a seal may be the key that confirms a gate); it goes to
 * the seals of the wagon, or is looked for.
 */
#ifndef RC_TUI_SCAN_H
#define RC_TUI_SCAN_H

#include "tui/ui.h"

#define SCAN_KEYS 26   /* of the longest seal number, with Enter and some to spare */
#define SCAN_GAP_MS 40 /* a scanner is faster, a hand slower */

/* May the key be the first of a scanned number, on the screen that is on top? A capital or a digit
 * where these are no text. */
bool scan_begins(const struct ui *ui, const struct key *key);
/* Takes n keys that came without a gap, when they are a number: at most four letters, then five
 * digits or more, and what ends it. One that no layout explains is refused in words. False: they
 * are something else, nothing is done. */
bool scan_take(struct ui *ui, const struct key *keys, size_t n);

#endif
