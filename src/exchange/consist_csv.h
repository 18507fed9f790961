/* SPDX-License-Identifier: ISC */
/*
 * Reads a consist from a delimited file: canonical headings or their Russian and English synonyms,
 * `,` `;` or tab, UTF-8 with or without BOM, or CP1251.
 */
#ifndef RC_EXCHANGE_CONSIST_CSV_H
#define RC_EXCHANGE_CONSIST_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "exchange/consist.h"

/*
 * Reads text (len bytes, file is for messages). False when errors has anything: then nothing of
 * the file is used. Warnings (check digits, duplicates, gaps, seal count against seals, unknown
 * headings) go to warnings with line and column (field number); nothing is repaired. Both come in
 * the order of the file. offset_min is the post's clock, for times without an offset. kinds: see
 * consist.h. out is released by the caller in either case.
 */
bool consist_csv_read(const char *text, size_t len, const char *file, int offset_min,
                      const struct kind_names *kinds, struct consist *out, struct notes *errors,
                      struct notes *warnings);

#endif
