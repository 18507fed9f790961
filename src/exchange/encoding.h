/* SPDX-License-Identifier: ISC */
/* Private to exchange: which encoding a list is in, and the same list as UTF-8. */
#ifndef RC_EXCHANGE_ENCODING_H
#define RC_EXCHANGE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Adds the text as UTF-8 without a byte order mark to out; *name is "UTF-8" or "CP1251". False and
 * err for UTF-16, a NUL, or bytes that fit neither. */
bool encoding_to_utf8(const char *text, size_t len, const char *file, struct buf *out,
                      const char **name, struct rc_error *err);

#endif
