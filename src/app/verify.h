/* SPDX-License-Identifier: ISC */
/*
 * Is the record whole and unaltered? One pass over the chain with its seals and signatures, the
 * tapes in step with it, the file, the tables, and what is known from outside. What it proves and
 * what it cannot: the manual page, VERIFICATION.
 */
#ifndef RC_APP_VERIFY_H
#define RC_APP_VERIFY_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "trail/head_code.h"

enum copy_state {
    COPY_NONE,    /* no mirror is set */
    COPY_ABSENT,  /* there is no such file, or its medium is away */
    COPY_SAME,    /* every event */
    COPY_BEHIND,  /* the same up to `to`; completed when the program opens for work */
    COPY_DIFFERS, /* another event, behind `to` */
    COPY_AHEAD    /* the same, and then events that the database has no more */
};

/* Tape or mirror. */
struct verified_copy {
    enum copy_state state;
    char path[460];
    int64_t to; /* seq of the last event that is the same in both */
};

struct verification {
    int64_t events;            /* read */
    int64_t proven;            /* so many of them, from the first on, are still proven */
    char device[40];           /* the device with the first damage; "" none has any */
    int64_t seq;               /* the first bad event of it */
    char head[HEAD_CODE];      /* of this installation's chain */
    char key[HEAD_CODE];       /* code of this installation's public key; "" it has none */
    int64_t sealed_to;         /* the last of its events that a good seal is over; 0 none */
    int64_t seals, signatures; /* good ones */
    struct verified_copy tape, mirror;
    int clock_back;           /* events earlier than the one before them */
    int64_t first_clock_back; /* seq of the first of these; 0 none */
    int clock_jumps;          /* the wall clock moved against the time since boot */
    int64_t first_clock_jump;
    bool anchored; /* every anchor was found */
};

/*
 * codes: n head codes written down or read out before; each must be the head that the chain had at
 * some event. True when everything holds; else err says what does not, out how far it holds. A
 * misread code is RC_E_HEAD_CODE.
 */
bool verify_records(struct app *app, const char *const *codes, size_t n, struct verification *out,
                    struct rc_error *err);

#endif
