/* SPDX-License-Identifier: ISC */
/*
 * Head code: the head of a chain short enough to be read out or written on paper. The first 80 bits
 * as 4 groups of 4 letters and digits (Crockford's base 32: no I L O U) and a check character over
 * them, "7KQ2-M9XA-0F3T-8WZ1-C".
 */
#ifndef RC_TRAIL_HEAD_CODE_H
#define RC_TRAIL_HEAD_CODE_H

#include <stdbool.h>

#include "base/error.h"

#define HEAD_CODE 24

void head_code(const unsigned char hash[32], char out[HEAD_CODE]);
/* The code of a public key (64 hex digits), to be compared with the log book of the post. */
void head_code_of_key(const char *hex, char out[HEAD_CODE]);
/* Small letters, blanks and hyphens, I or L for 1 and O for 0 do not matter. False and
 * RC_E_HEAD_CODE when text is no head code (a character was misread). *same: it is that of hash. */
bool head_code_matches(const char *text, const unsigned char hash[32], bool *same,
                       struct rc_error *err);

#endif
