/* SPDX-License-Identifier: ISC */
/* The hash of one event. */
#include "config.h"

#include "trail/event_hash.h"

#include <inttypes.h>
#include <stdio.h>

#include "base/alloc.h"

void
event_hash(const unsigned char prev[TRAIL_HASH], const struct event *e,
           unsigned char out[TRAIL_HASH])
{
    char seq[24], at[24], offset[16], uptime[24];
    const struct trail_field fields[] = {
        {e->device}, {seq},     {at},       {offset},   {e->boot}, {uptime},
        {e->actor},  {e->kind}, {e->train}, {e->wagon}, {e->body},
    };

    snprintf(seq, sizeof seq, "%" PRId64, e->seq);
    snprintf(at, sizeof at, "%" PRId64, e->at);
    snprintf(offset, sizeof offset, "%d", e->utc_offset);
    snprintf(uptime, sizeof uptime, "%" PRId64, e->uptime);
    trail_hash(prev, fields, ARRAY_LEN(fields), out);
}
