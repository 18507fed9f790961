/* SPDX-License-Identifier: ISC */
/* Private to exchange: warnings about a consist that was read: numbers, duplicates, gaps, counts.
 */
#ifndef RC_EXCHANGE_CONSIST_CHECK_H
#define RC_EXCHANGE_CONSIST_CHECK_H

#include "base/error.h"
#include "exchange/consist.h"
#include "exchange/consist_columns.h"

/* field[c] is the 1-based field number of column c in the file, 0 when the list has none. */
void consist_check(const struct consist *c, const char *file, const unsigned field[COLUMNS],
                   struct notes *warnings);

#endif
