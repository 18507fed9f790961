/* SPDX-License-Identifier: ISC */
/* Hints for the first wagon: which key comes next, as the officer goes on. */
#ifndef RC_TUI_GUIDE_H
#define RC_TUI_GUIDE_H

#include "tui/wagon_view.h"

/* Are hints to be shown? Until the first wagon of the post is closed, or as it was switched. Reads
 * the database until then. */
bool guide_wanted(struct ui *ui);
/* Switches them on or off for this run of the program, and says which. */
void guide_switch(struct ui *ui);
/* The hint for what stands under the cursor, translated; NULL: none. */
const char *guide_hint(const struct screen *s);

#endif
