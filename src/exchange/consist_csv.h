/* SPDX-License-Identifier: ISC */
/*
 * Reads a consist from a delimited file: canonical headings or their Russian and English synonyms,
 * or those that somebody chose; `,` `;` tab or `|`; UTF-8, UTF-16, CP1251, CP866 or KOI8-R.
 */
#ifndef RC_EXCHANGE_CONSIST_CSV_H
#define RC_EXCHANGE_CONSIST_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "exchange/consist.h"

/*
 * Reads text (len bytes, file is for messages). False when errors has anything; then out->usable
 * tells whether out->wagons are nevertheless what the file says but for out->rejected. Each broken
 * row is rejected alone, by its physical line when its quotes are broken. Warnings (check digits,
 * duplicates, gaps, seal count against seals, unknown headings) go to warnings with line and column
 * (field number); nothing is repaired. Both come in the order of the file. offset_min is the post's
 * clock, for times without an offset. kinds: see consist.h. choice may be NULL. out is released by
 * the caller in either case.
 */
bool consist_csv_read_as(const char *text, size_t len, const char *file, int offset_min,
                         const struct kind_names *kinds, const struct consist_choice *choice,
                         struct consist *out, struct notes *errors, struct notes *warnings);
/* The same with nothing chosen. */
bool consist_csv_read(const char *text, size_t len, const char *file, int offset_min,
                      const struct kind_names *kinds, struct consist *out, struct notes *errors,
                      struct notes *warnings);

#endif
