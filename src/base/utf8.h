/* SPDX-License-Identifier: ISC */
/*
 * Strict UTF-8 (no overlong forms, no surrogates, at most U+10FFFF), display width and folding,
 * the same in every locale (utf8proc's tables, never wcwidth).
 */
#ifndef RC_BASE_UTF8_H
#define RC_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Decodes one character of s (len bytes left, len > 0). Returns the bytes used (1..4) and sets *c;
 * on an invalid or cut sequence returns 0 and sets *c to the first byte.
 */
size_t utf8_decode(const char *s, size_t len, uint32_t *c);
/* Writes c (a valid scalar value) into out, returns 1..4. */
size_t utf8_encode(uint32_t c, char out[4]);
/* True when all len bytes are valid; else *at (when not NULL) is the offset of the first bad byte.
 */
bool utf8_valid(const char *s, size_t len, size_t *at);
/* Cells that c takes on a terminal: 0 (combining, zero-width), 1 or 2. */
int utf8_width(uint32_t c);
/* Cells of the whole valid string. */
size_t utf8_columns(const char *s);
/* Number of bytes of s that fit into columns cells, never cutting a character from its marks. */
size_t utf8_fit(const char *s, size_t columns);
/* Simple case folding of one character, with Ё folded to Е, for search. */
uint32_t utf8_fold(uint32_t c);
/* Upper case of one character (simple mapping). */
uint32_t utf8_upper(uint32_t c);
/* True for characters that may hide or fake text: C0, DEL, C1, bidi controls, zero-width, tags,
 * line separators, non-characters, unassigned. */
bool utf8_hostile(uint32_t c);

#endif
