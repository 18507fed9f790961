/* SPDX-License-Identifier: ISC */
/* What a seal number just read turned out to be, in words: for the screen and for plain mode. */
#ifndef RC_TUI_SEAL_WORDS_H
#define RC_TUI_SEAL_WORDS_H

#include "app/inspect.h"

#define SEAL_WORDS 300 /* bytes of a line with its NUL */

/* What reading the seal came to; "" when it is not read yet. */
const char *seal_match_words(const struct seal_row *seal);
/* Two lines: how the number compares with the list ("" when it simply matches), and where else it
 * is. seal: the row that was read, NULL when it is not known. */
void seal_reading_words(const struct seal_row *seal, const struct seal_reading *reading,
                        char foot[2][SEAL_WORDS]);

#endif
