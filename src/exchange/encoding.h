/* SPDX-License-Identifier: ISC */
/* Private to exchange: texts that others write, as UTF-8, whichever encoding they are in. */
#ifndef RC_EXCHANGE_ENCODING_H
#define RC_EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"

enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16LE,
    ENCODING_UTF16BE,
    ENCODING_CP1251,
    ENCODING_CP866,
    ENCODING_KOI8R,
    ENCODINGS
};

/* "UTF-8" "UTF-16LE" "UTF-16BE" "CP1251" "CP866" "KOI8-R". */
const char *encoding_name(enum encoding encoding);
/* Case, hyphens and blanks do not count; other usual names too ("windows-1251"). */
bool encoding_parse(const char *name, enum encoding *out);
/* The character of a byte in an 8-bit encoding; 0 when it has none there. */
uint32_t encoding_character(enum encoding encoding, unsigned char byte);

struct encoding_guess {
    enum encoding encoding;
    bool doubtful; /* other fits nearly as well */
    enum encoding other;
};

/*
 * By byte order mark; by the NULs of UTF-16; valid UTF-8 (and what is mostly valid: it is damaged);
 * else by how much the 8-bit encodings make it look like Russian and like headings of lists.
 */
struct encoding_guess encoding_guess(const char *bytes, size_t len);

/*
 * Adds the text as UTF-8 without a byte order mark to out. False and err (file, line) for a NUL and
 * for bytes that the encoding does not have.
 */
bool encoding_decode(enum encoding encoding, const char *bytes, size_t len, const char *file,
                     struct buf *out, struct rc_error *err);
/* encoding_decode by the guess; *name is its name. */
bool encoding_to_utf8(const char *text, size_t len, const char *file, struct buf *out,
                      const char **name, struct rc_error *err);
/* The first character of valid UTF-8 s that hides or fakes text (utf8_hostile), other than tab, CR
 * and LF; 0 when there is none. */
uint32_t text_hostile(const char *s);

#endif
