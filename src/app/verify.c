/* SPDX-License-Identifier: ISC */
/* Verification: chain, anchors, file, tables. */
#include "config.h"

#include "app/verify.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/record_hash.h"
#include "base/alloc.h"
#include "store/check.h"

struct pass {
    struct verification *out;
    const char *own; /* this installation's device */
    const char *const *codes;
    size_t n;
    bool *found; /* of each code */
    char device[40];
    int64_t seq, at;
    unsigned char prev[TRAIL_HASH];
    bool broken;
    struct rc_error why;
};

static void
break_at(struct pass *p, enum rc_code code, const char *device, int64_t seq)
{
    char place[80];

    if (p->broken)
        return;
    p->broken = true;
    snprintf(p->out->device, sizeof p->out->device, "%s", device);
    p->out->seq = seq;
    snprintf(place, sizeof place, "%s:%" PRId64, device, seq);
    rc_fail(&p->why, code, place, NULL);
}

static void
begin_device(struct pass *p, const struct event *e)
{
    snprintf(p->device, sizeof p->device, "%s", e->device);
    p->seq = p->at = 0;
    memset(p->prev, 0, sizeof p->prev);
}

static bool
take_event(void *context, const struct event *e, struct rc_error *err)
{
    struct pass *p = context;
    unsigned char hash[TRAIL_HASH];

    if (strcmp(p->device, e->device) != 0)
        begin_device(p, e);
    p->out->events++;
    if (e->seq != p->seq + 1)
        break_at(p, RC_E_VERIFY_GAP, e->device, p->seq + 1);
    record_hash(p->prev, e, hash);
    if (memcmp(hash, e->hash, sizeof hash) != 0)
        break_at(p, RC_E_VERIFY_HASH, e->device, e->seq);
    if (!p->broken)
        p->out->proven = p->out->events;
    if (e->at < p->at) {
        p->out->clock_back++;
        if (!p->out->first_clock_back)
            p->out->first_clock_back = e->seq;
    }
    for (size_t i = 0; i < p->n; i++) {
        bool same = false;

        if (!head_code_matches(p->codes[i], e->hash, &same, err))
            return false;
        p->found[i] = p->found[i] || same;
    }
    /* Go on from the stored hash: one altered event is one damage, not thousands. */
    memcpy(p->prev, e->hash, sizeof p->prev);
    p->seq = e->seq;
    p->at = e->at;
    if (strcmp(e->device, p->own) == 0)
        head_code(e->hash, p->out->head);
    return true;
}

/* A code that stands for no event of the chain. */
static void
check_anchors(struct pass *p)
{
    p->out->anchored = true;
    for (size_t i = 0; i < p->n; i++) {
        if (p->found[i])
            continue;
        p->out->anchored = false;
        if (!p->broken)
            rc_fail(&p->why, RC_E_VERIFY_ANCHOR, p->codes[i], NULL);
        p->broken = true;
    }
}

/* A misread code is told before anything else: it says nothing about the records. */
static bool
codes_are_codes(const char *const *codes, size_t n, struct rc_error *err)
{
    const unsigned char any[TRAIL_HASH] = {0};
    bool same;

    for (size_t i = 0; i < n; i++) {
        if (!head_code_matches(codes[i], any, &same, err))
            return false;
    }
    return true;
}

bool
verify_records(struct app *app, const char *const *codes, size_t n, struct verification *out,
               struct rc_error *err)
{
    struct pass p = {.out = out, .own = app->device, .codes = codes, .n = n};
    bool done;

    *out = (struct verification){0};
    if (!right_needed(app->roles, RIGHT_VERIFY, err) || !codes_are_codes(codes, n, err))
        return false;
    p.found = rc_alloc(n, sizeof *p.found);
    done = store_check_file(app->store, err) && store_events(app->store, take_event, &p, err);
    if (done) {
        check_anchors(&p);
        if (p.broken && err)
            *err = p.why;
        done = !p.broken && store_check_tables(app->store, err);
    }
    free(p.found);
    return done;
}
