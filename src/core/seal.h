/* SPDX-License-Identifier: ISC */
/*
 * Seals: numbers, their folding and comparison, states, and the four quick answers of the
 * view - verify - tug - twist routine (CTPAT seal inspection).
 */
#ifndef RC_CORE_SEAL_H
#define RC_CORE_SEAL_H

#include <stdbool.h>
#include <stddef.h>

#define SEAL_NO_MAX 20  /* characters; e-waybill schema: up to 20 */
#define SEAL_NO_SIZE 81 /* bytes with NUL: 20 characters of at most 4 bytes */

enum seal_match {
    SEAL_OPEN,       /* expected, not read yet */
    SEAL_MATCHED,    /* read, equal to the expected number */
    SEAL_LOOKALIKE,  /* equal after folding look-alike Cyrillic and Latin letters: warn */
    SEAL_MISMATCHED, /* read, another number */
    SEAL_MISSING,    /* expected, the place is empty */
    SEAL_EXTRA,      /* read, nothing expected at the place */
    SEAL_NO_ACCESS   /* could not be read, with a reason */
};

/* The four quick answers; '+' fine, '!' not, '.' open. */
enum seal_check { SEAL_VIEW, SEAL_VERIFY, SEAL_TUG, SEAL_TWIST, SEAL_CHECKS };

/*
 * Folded form for comparing and for search: upper case, blanks and hyphens dropped, the look-alike
 * letters А В Е К М Н О Р С Т У Х as Latin A B E K M H O P C T Y X, Ё as E, І Һ Ү as I H Y. False
 * when s has no visible character, is longer than SEAL_NO_MAX characters or holds hostile ones.
 */
bool seal_fold(const char *s, char out[SEAL_NO_SIZE]);
/* How read compares with expected ("" or NULL on either side: none). */
enum seal_match seal_compare(const char *expected, const char *read);
/* True when the number looks like a seal number: up to 4 letters, then 5 to 9 digits. */
bool seal_usual(const char *s);
/* matched, look-alike … as a permanent name for files and tables: "matched" "lookalike"
 * "mismatched" "missing" "extra" "no_access" "open". */
const char *seal_match_name(enum seal_match match);
bool seal_match_parse(const char *name, enum seal_match *out);

/* The side of the wagon on which a place of the list seal_place is, in running direction: 'L' or
 * 'R'; '\0' when its name says no side. Doors are DL, DR, the second seal of one DL2, DR2. */
char seal_place_side(const char *place);

#endif
