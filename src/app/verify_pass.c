/* SPDX-License-Identifier: ISC */
/* The chain, event by event; what it carries is asked of its own files. */
#include "config.h"

#include "app/verify_pass.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/clock.h"
#include "app/seal_chain.h"
#include "app/verify_sign.h"
#include "trail/event_hash.h"

void
pass_damage(struct pass *p, enum rc_code code, const char *device, int64_t seq, int64_t proven,
            const char *what)
{
    char place[80];

    if (p->broken)
        return;
    p->broken = true;
    snprintf(p->out->device, sizeof p->out->device, "%s", device);
    p->out->seq = seq;
    p->out->proven = p->before + proven;
    snprintf(place, sizeof place, "%s:%" PRId64, device, seq);
    rc_fail(&p->why, code, place, what);
}

/* An end without seals longer than the program ever leaves one. */
static void
end_device(struct pass *p)
{
    if (p->seq - p->seal > SEAL_EVERY)
        pass_damage(p, RC_E_VERIFY_UNSEALED, p->device, p->seal + 1, p->seal, NULL);
}

static void
begin_device(struct pass *p, const struct event *e)
{
    if (p->out->events)
        end_device(p);
    snprintf(p->device, sizeof p->device, "%s", e->device);
    p->before = p->out->events;
    p->seq = p->at = p->uptime = p->seal = 0;
    p->boot[0] = p->key[0] = '\0';
    memset(p->prev, 0, sizeof p->prev);
}

static void
watch_clock(struct pass *p, const struct event *e)
{
    const struct clock_reading before = {p->at, p->uptime, p->boot},
                               now = {e->at, e->uptime, e->boot};

    switch (p->seq ? clock_step(&before, &now) : CLOCK_FINE) {
    case CLOCK_BACK:
        if (!p->out->clock_back++)
            p->out->first_clock_back = e->seq;
        break;
    case CLOCK_JUMP:
        if (!p->out->clock_jumps++)
            p->out->first_clock_jump = e->seq;
        break;
    case CLOCK_FINE:
        break;
    }
}

bool
pass_event(struct pass *p, const struct event *e, struct rc_error *err)
{
    unsigned char hash[TRAIL_HASH];

    if (!p->out->events || strcmp(p->device, e->device) != 0)
        begin_device(p, e);
    p->out->events++;
    if (e->seq != p->seq + 1)
        pass_damage(p, RC_E_VERIFY_GAP, e->device, p->seq + 1, p->seq, NULL);
    event_hash(p->prev, e, hash);
    if (memcmp(hash, e->hash, sizeof hash) != 0)
        pass_damage(p, RC_E_VERIFY_HASH, e->device, e->seq, p->seq, NULL);
    if (strcmp(e->device, p->own) == 0) {
        copy_event(p, &p->tape, e);
        copy_event(p, &p->mirror, e);
        head_code(e->hash, p->out->head);
    }
    sign_event(p, e);
    watch_clock(p, e);
    for (size_t i = 0; i < p->n; i++) {
        bool same = false;

        if (!head_code_matches(p->codes[i], e->hash, &same, err))
            return false;
        p->found[i] = p->found[i] || same;
    }
    if (!p->broken)
        p->out->proven = p->out->events;
    /* Go on from the stored hash: one altered event is one damage, not thousands. */
    memcpy(p->prev, e->hash, sizeof p->prev);
    p->seq = e->seq;
    p->at = e->at;
    p->uptime = e->uptime;
    snprintf(p->boot, sizeof p->boot, "%s", e->boot);
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

void
pass_end(struct pass *p)
{
    copy_end(p, &p->tape);
    copy_end(p, &p->mirror);
    check_anchors(p);
    if (p->out->events)
        end_device(p);
}

void
pass_release(struct pass *p)
{
    copy_close(&p->tape);
    copy_close(&p->mirror);
    for (size_t i = 0; i < p->n_signers; i++)
        free(p->signers[i].actor);
    free(p->signers);
    free(p->found);
}
