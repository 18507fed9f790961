/* SPDX-License-Identifier: ISC */
/*
 * The numbers of the 1520 mm network and their check digits. A failed check is a warning for the
 * officer, never a refusal: lists hold misprints, and foreign numbers have no check digit.
 */
#ifndef RC_CORE_NUMBERS_H
#define RC_CORE_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

enum number_verdict {
    NUMBER_OK,        /* shape and check digit are right */
    NUMBER_UNCHECKED, /* a known shape that carries no check digit (foreign mark, 5-digit code) */
    NUMBER_BAD_CHECK, /* right shape, the last digit is not the computed one */
    NUMBER_BAD_SHAPE  /* not such a number at all */
};

#define NUMBER_TEXT 24

struct number {
    enum number_verdict verdict;
    char text[NUMBER_TEXT]; /* canonical: upper case, no blanks or hyphens; "" when BAD_SHAPE */
    int expected;           /* check digit that the rule gives; -1: none */
    int found;              /* check digit that stands there; -1: none */
};

/* Wagon: 8 digits (1520 mm) or 12 digits (UIC), Luhn; or an AAR mark (2 to 4 letters and 1 to 6
 * digits), which is UNCHECKED. Source: UIC 438-2 as described in public texts; own counts. */
struct number wagon_number(const char *s);
/* Container: ISO 6346 (3 letters, U J or Z, 6 digits, check digit); AAR marks are UNCHECKED.
 * Cyrillic look-alike letters are taken as Latin. */
struct number container_number(const char *s);
/* Station (ESR) and cargo (ETSNG) code: 6 digits with a mod-11 check digit, or 4..5 without. */
struct number station_code(const char *s);
struct number cargo_code(const char *s);
/* GNG: 8 digits, no check digit. */
struct number gng_code(const char *s);
/* UN number: 4 digits. Hazard identification number: X?[2-9][0-9]{1,2}. */
struct number un_number(const char *s);
struct number hazard_number(const char *s);
/* Train index: 4..6 digits, 1..3 digits, 4..6 digits with blanks or hyphens between; canonical with
 * hyphens, the middle group padded to 3. */
struct number train_index(const char *s);

/*
 * Of the n numbers in list, those that differ from typed by one digit or by one swap of neighbours.
 * Writes the positions of at most max into near, returns how many.
 */
size_t number_near(const char *typed, const char *const *list, size_t n, size_t *near, size_t max);

#endif
