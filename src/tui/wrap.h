/* SPDX-License-Identifier: ISC */
/* Breaking text into lines. */
#ifndef RC_TUI_WRAP_H
#define RC_TUI_WRAP_H

#include <stddef.h>

/*
 * Bytes of the first line when text is broken at blanks and newlines to at most width cells (at
 * least 1); *next is the offset where the following line begins (strlen: there is none). A word
 * longer than a line is cut. text is valid UTF-8.
 */
size_t wrap_line(const char *text, size_t width, size_t *next);
/* Makes untrusted text ready for wrap_line: like show_all, but newlines stay. Free the result. */
char *wrap_shown(const char *text);

#endif
