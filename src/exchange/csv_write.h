/* SPDX-License-Identifier: ISC */
/* CSV as our exports write it: every field quoted, CRLF, UTF-8. */
#ifndef RC_EXCHANGE_CSV_WRITE_H
#define RC_EXCHANGE_CSV_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/* Adds one record of n fields (NULL is an empty field) and its line end. */
void csv_write(struct buf *out, char delimiter, const char *const *field, size_t n);
/* Would a spreadsheet take the text for a formula? Blanks before it do not hide one; a number is
 * none. */
bool csv_is_formula(const char *text);

#endif
