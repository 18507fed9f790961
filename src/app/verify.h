/* SPDX-License-Identifier: ISC */
/*
 * Is the record whole and unaltered? One pass over the chain, the file, the tables, and what is
 * known from outside. What it proves and what it cannot: the manual page, VERIFICATION.
 */
#ifndef RC_APP_VERIFY_H
#define RC_APP_VERIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "trail/head_code.h"

struct verification {
    int64_t events;           /* read */
    int64_t proven;           /* the last event of the chain that is still proven */
    char device[40];          /* the device whose chain broke; "" none did */
    int64_t seq;              /* the first bad event of it */
    char head[HEAD_CODE];     /* of this installation's chain */
    int clock_back;           /* events earlier than the one before them */
    int64_t first_clock_back; /* seq of the first of these; 0 none */
    bool anchored;            /* every anchor was found */
};

/*
 * codes: n head codes written down or read out before; each must be the head that the chain had at
 * some event. True when everything holds; else err says what does not, out how far it holds. A
 * misread code is RC_E_HEAD_CODE.
 */
bool verify_records(struct app *app, const char *const *codes, size_t n, struct verification *out,
                    struct rc_error *err);

#endif
