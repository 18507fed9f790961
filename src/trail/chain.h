/* SPDX-License-Identifier: ISC */
/*
 * The chain of a device's events, and its verification in one linear pass (memory: O(devices)).
 * Which fields are hashed and in which order: chain_hash alone knows.
 */
#ifndef RC_TRAIL_CHAIN_H
#define RC_TRAIL_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* An event with its names in full; strings are borrowed; train and wagon NULL when absent. */
struct chain_event {
    const char *device;
    int64_t seq, at;
    int utc_offset;
    const char *boot;
    int64_t uptime;
    const char *actor, *kind, *train, *wagon, *body;
    unsigned char hash[32];
};

/* The hash of e after prev (32 zero bytes for a device's first event). */
void chain_hash(const unsigned char prev[32], const struct chain_event *e, unsigned char out[32]);

enum damage {
    DAMAGE_NONE,
    DAMAGE_GAP,       /* a seq is missing before this event */
    DAMAGE_ORDER,     /* seq not above the one before */
    DAMAGE_HASH,      /* the stored hash is not the computed one: this event was altered, or the one
                         before it was replaced */
    DAMAGE_SIGNATURE, /* a signed event whose signature does not fit */
    DAMAGE_SHORT,     /* an anchor (tape, mirror, head code) knows later events: the tail was cut */
    DAMAGE_ANCHOR,    /* an anchor knows another event under this seq: the chain was rewritten */
    DAMAGE_TABLES     /* the tables of the screens are not what the events give */
};

struct verdict {
    enum damage damage;
    char device[40];
    int64_t seq;       /* first damage */
    int64_t proven;    /* last seq of that device that is still proven */
    int64_t events;    /* read */
    int64_t signed_to; /* last seq of the (last) device covered by a signature; 0: none */
    int clock_back;    /* events earlier than the one before on the same device */
    int clock_jumps;   /* wall clock moved more than 5 minutes against the time since boot */
};

/* What is known from outside the database: head of a device at a seq. */
struct anchor {
    char device[40];
    int64_t seq;
    unsigned char hash[32];
};

struct verifier;

/* anchors: n of them, each checked when its seq is passed; those never reached are DAMAGE_SHORT. */
struct verifier *verifier_new(const struct anchor *anchors, size_t n);
void verifier_free(struct verifier *v);
/*
 * Takes the events in order (device, seq). signature: hex text of a signed event's signature over
 * the text `signed_text`, public_hex its key; all NULL for an ordinary event. Only the first damage
 * is kept, the rest is still counted.
 */
void verifier_add(struct verifier *v, const struct chain_event *e, const char *signed_text,
                  const char *signature, const char *public_hex);
struct verdict verifier_end(struct verifier *v);
/* The head reached so far of a device (seq 0 when it has none). */
void verifier_head(const struct verifier *v, const char *device, int64_t *seq,
                   unsigned char hash[32]);

#endif
