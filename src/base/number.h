/* SPDX-License-Identifier: ISC */
/* Numbers in text: always with a point (a comma is taken too), whatever the locale says. */
#ifndef RC_BASE_NUMBER_H
#define RC_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A decimal integer that fills all of s (leading '-' allowed). False on anything else or overflow.
 */
bool number_integer(const char *s, int64_t *out);
/* A decimal number, "12", "-0.5", "12,5"; no exponent. False on anything else. At most 15 digits.
 */
bool number_decimal(const char *s, double *out);
/* The canonical text of a number as typed: comma becomes point; blanks around it, a leading + and
 * leading zeros dropped; digits kept ("0,50" -> "0.50"). False when s is no number or out is short.
 */
bool number_canonical(const char *s, char *out, size_t size);

#endif
