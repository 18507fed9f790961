/* SPDX-License-Identifier: ISC */
/* Hashes an event as the program does, and walks through the chain. */
#include "config.h"

#include "chain.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "trail/trail.h"

void
chain_hash(const unsigned char prev[32], struct event *e)
{
    char seq[24], at[24], offset[16], uptime[24];
    const struct trail_field fields[] = {{e->device}, {seq},      {at},       {offset},
                                         {e->boot},   {uptime},   {e->actor}, {e->kind},
                                         {e->train},  {e->wagon}, {e->body}};

    snprintf(seq, sizeof seq, "%" PRId64, e->seq);
    snprintf(at, sizeof at, "%" PRId64, e->at);
    snprintf(offset, sizeof offset, "%d", e->utc_offset);
    snprintf(uptime, sizeof uptime, "%" PRId64, e->uptime);
    trail_hash(prev, fields, sizeof fields / sizeof *fields, e->hash);
}

struct chain {
    int64_t seq;
    unsigned char hash[32];
};

static bool
next(void *context, const struct event *e, struct rc_error *err)
{
    struct chain *c = context;
    struct event again = *e;

    (void)err;
    assert_int_equal(e->seq, c->seq + 1);
    chain_hash(c->hash, &again);
    assert_memory_equal(again.hash, e->hash, 32);
    memcpy(c->hash, e->hash, 32);
    c->seq = e->seq;
    return true;
}

int64_t
chain_verify(struct store *s)
{
    struct chain c = {0};
    struct rc_error err = {0};

    if (!store_events(s, next, &c, &err))
        fail_msg("events: %s: %s", rc_code_text(err.code), err.arg[0]);
    return c.seq;
}
