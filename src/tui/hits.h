/* SPDX-License-Identifier: ISC */
/* The search of screens and plain mode: wagons, seals and texts of this train and of all others. */
#ifndef RC_TUI_HITS_H
#define RC_TUI_HITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/codes.h"
#include "tui/layout.h"

#define HITS_MAX 64

struct hit {
    int64_t wagon;
    int position;
    char number[24], cargo[120];
    char train[40];  /* number and date of another train; "" the present one */
    const char *how; /* in words */
};

struct hits {
    struct app *app;
    int64_t train;         /* the present one; 0 none */
    struct wagons consist; /* of it */
    char *as_number;       /* what was typed, with the digit row of any layout as digits */
    struct hit list[HITS_MAX];
    size_t n;
};

/* Reads the consist of the present train (0: there is none). */
bool hits_train(struct hits *h, struct app *app, int64_t train, struct rc_error *err);
/* Finds what is typed: those of the present train first, a position before a number. */
void hits_find(struct hits *h, const struct layouts *layouts, const char *layout,
               const char *typed);
void hits_release(struct hits *h);
/* Is text digits and nothing else? "" is not. */
bool hits_digits(const char *text);

#endif
