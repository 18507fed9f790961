/* SPDX-License-Identifier: ISC */
/* Private to app: what keeps the records of an open database provable. One of each struct app, and
 * shared by the copies of it that a use case makes. */
#ifndef RC_APP_KEEPING_H
#define RC_APP_KEEPING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "trail/sign.h"
#include "trail/tape.h"

/* A tape and whether the last attempt to bring it up failed: that is said once. */
struct kept_tape {
    struct tape *tape; /* NULL: there is none */
    bool late;
};

struct keeping {
    struct sign_pair *key; /* of the device; NULL: cannot be read here, so nothing is sealed */
    int64_t seq;           /* of the last event that was recorded here */
    int64_t sealed;        /* the last seal that is known is at this seq; -1: not looked for yet */
    bool due;              /* this transaction has an event that is sealed at once */
    struct kept_tape tape, mirror;
    struct notes news; /* for app_news */
};

#endif
