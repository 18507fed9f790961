/* SPDX-License-Identifier: ISC */
/* Private to app: does the wall clock agree with the event before? The same rule for recording and
 * for verifying. */
#ifndef RC_APP_CLOCK_H
#define RC_APP_CLOCK_H

#include <stdint.h>

#define CLOCK_JUMP_MS (INT64_C(5) * 60 * 1000)

struct clock_reading {
    int64_t at;     /* wall clock, ms since 1970 UTC */
    int64_t uptime; /* ms since boot */
    const char *boot;
};

enum clock_step {
    CLOCK_FINE,
    CLOCK_BACK, /* earlier than before */
    CLOCK_JUMP  /* moved more than CLOCK_JUMP_MS against the time since the same boot */
};

enum clock_step clock_step(const struct clock_reading *before, const struct clock_reading *now);

#endif
