/* SPDX-License-Identifier: ISC */
/*
 * Untrusted text made visible. Every string that comes from a file, a key or the database goes
 * through here before it reaches a terminal, a report or an error message.
 */
#ifndef RC_BASE_SHOW_H
#define RC_BASE_SHOW_H

#include <stddef.h>

#include "base/buf.h"

/*
 * Adds the len bytes at s to out so that nothing in them can move, hide or fake text: hostile
 * characters (utf8_hostile) become <U+202E>, invalid bytes <FF>; a fifth and later combining mark
 * on one character becomes <U+0301>, and so does one that has no character of the text under it.
 * At most columns cells are added; when s is longer the last cell is "…" (ascii: "~"). Returns the
 * cells added.
 */
size_t show(struct buf *out, const char *s, size_t len, size_t columns);
/* show of a NUL-terminated string without a limit on the width. NULL adds nothing. */
void show_all(struct buf *out, const char *s);

#endif
