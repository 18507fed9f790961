/* SPDX-License-Identifier: ISC */
/* Private to exchange: texts that others write, as UTF-8, whichever encoding they are in. */
#ifndef RC_EXCHANGE_ENCODING_H
#define RC_EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"

/*
 * Adds the text as UTF-8 without a byte order mark to out; *name is "UTF-8" or "CP1251". What is
 * not valid UTF-8 is taken as CP1251, unless it has a mark or is mostly valid: then it is damaged
 * UTF-8. False and err (file, line) for that, for UTF-16, for a NUL and for a byte that CP1251 does
 * not have.
 */
bool encoding_to_utf8(const char *text, size_t len, const char *file, struct buf *out,
                      const char **name, struct rc_error *err);
/* The first character of valid UTF-8 s that hides or fakes text (utf8_hostile), other than tab, CR
 * and LF; 0 when there is none. */
uint32_t text_hostile(const char *s);

#endif
