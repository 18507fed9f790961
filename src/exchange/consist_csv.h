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

#define CONSIST_COLUMNS_MAX 32 /* more than a list can have */

/* "This column is under that heading." */
struct consist_column {
    const char *name; /* wagon_no …; net_t and tare_t for a mass in tonnes */
    const char *heading;
};

/* What is chosen for a list; all zero: nothing. */
struct consist_choice {
    const char *encoding; /* a name that consist_encoding_known knows; NULL or "": found out */
    const struct consist_column *columns;
    size_t n_columns;
};

/* The name of the i-th encoding; NULL behind the last. */
const char *consist_encoding(size_t i);
/* Does name mean an encoding? Case, hyphens and blanks do not count. */
bool consist_encoding_known(const char *name);
/* Is name one that struct consist_column may have? */
bool consist_column_known(const char *name);

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
