/* SPDX-License-Identifier: ISC */
/* Private to app: one pass over all events, device after device. */
#ifndef RC_APP_VERIFY_PASS_H
#define RC_APP_VERIFY_PASS_H

#include "app/verify.h"
#include "app/verify_copy.h"
#include "trail/sign.h"
#include "trail/trail.h"

/* What an officer signs with, from his last officer.keyed on. */
struct signer {
    char *actor;
    char key[SIGN_PUBLIC_HEX];
};

struct pass {
    struct verification *out;
    const char *own; /* this installation's device */
    const char *const *codes;
    size_t n;
    bool *found; /* of each code */
    struct copy tape, mirror;
    struct signer *signers;
    size_t n_signers, cap_signers;

    /* Of the device at hand. */
    char device[40];
    int64_t before; /* events of other devices, read before it */
    int64_t seq, at, uptime;
    char boot[104];
    unsigned char prev[TRAIL_HASH]; /* the hash of its event `seq` */
    char key[SIGN_PUBLIC_HEX];      /* "" it gave none yet */
    int64_t seal;                   /* seq of its last good seal, 0 none */

    bool broken;
    struct rc_error why; /* the first damage */
};

/* Takes the next event, in the order of store_events. False only when err is no verdict. */
bool pass_event(struct pass *p, const struct event *e, struct rc_error *err);
/* After the last event. */
void pass_end(struct pass *p);
void pass_release(struct pass *p);

/* Keeps the first damage. proven: the last seq of the device that is still proven. */
void pass_damage(struct pass *p, enum rc_code code, const char *device, int64_t seq, int64_t proven,
                 const char *what);

#endif
