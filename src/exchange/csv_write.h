/* SPDX-License-Identifier: ISC */
/* CSV as our exports write it: every field quoted, CRLF, UTF-8, values unaltered. */
#ifndef RC_EXCHANGE_CSV_WRITE_H
#define RC_EXCHANGE_CSV_WRITE_H

#include <stddef.h>

#include "base/buf.h"

/* Adds one record of n fields (NULL is an empty field) and its line end. */
void csv_write(struct buf *out, const char *const *field, size_t n);

#endif
