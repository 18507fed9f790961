/* SPDX-License-Identifier: ISC */
/* Comparing two readings of the clocks. */
#include "config.h"

#include "app/clock.h"

#include <string.h>

enum clock_step
clock_step(const struct clock_reading *before, const struct clock_reading *now)
{
    int64_t wall, since, apart;

    if (now->at < before->at)
        return CLOCK_BACK;
    if (strcmp(before->boot, now->boot) != 0)
        return CLOCK_FINE;
    /* What does not fit into 64 bits is no clock's reading: a jump too. */
    if (__builtin_sub_overflow(now->at, before->at, &wall) ||
        __builtin_sub_overflow(now->uptime, before->uptime, &since) ||
        __builtin_sub_overflow(wall, since, &apart) || apart > CLOCK_JUMP_MS ||
        apart < -CLOCK_JUMP_MS)
        return CLOCK_JUMP;
    return CLOCK_FINE;
}
