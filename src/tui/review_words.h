/* SPDX-License-Identifier: ISC */
/* What stands in the review of a train, in words: for the screen and for plain mode. */
#ifndef RC_TUI_REVIEW_WORDS_H
#define RC_TUI_REVIEW_WORDS_H

#include "app/review.h"
#include "base/buf.h"

const char *review_part_words(enum review_part part);
/* Adds what the line says, short enough for a row. set: of the train. */
void review_line_words(const struct review *review, const struct checklist *set,
                       const struct review_line *line, struct buf *out);
/* part of `of` in percent, rounded; 0 of nothing. */
int review_percent(int part, int of);

#endif
