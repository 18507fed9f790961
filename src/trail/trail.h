/* SPDX-License-Identifier: ISC */
/* The hash chain of a device's events. The only room that knows libsodium. */
#ifndef RC_TRAIL_TRAIL_H
#define RC_TRAIL_TRAIL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define TRAIL_HASH 32

/* Must be called once before anything else here. */
bool trail_init(struct rc_error *err);

/* A field of an event for the hash: a text (NULL counts as absent, different from ""). */
struct trail_field {
    const char *text;
};

/*
 * SHA-256("railcheck-event-v1\0" | device | seq | prev | every other column), each field as one
 * byte 0 (absent) or 1 (present), 8 bytes length big-endian (0 when absent), bytes; numbers as
 * decimal text. prev, 32 bytes, is the hash of the device's event before (zeros for the first); it
 * is put in behind the first TRAIL_PREV_AT fields.
 */
#define TRAIL_PREV_AT 2
void trail_hash(const unsigned char prev[TRAIL_HASH], const struct trail_field *fields, size_t n,
                unsigned char out[TRAIL_HASH]);

/* SHA-256 of len bytes as 64 lower-case hex digits. */
void trail_sha256(const void *bytes, size_t len, char hex[65]);
/* The same of a regular file, read in pieces; size (NULL allowed) receives its length in bytes. */
bool trail_file_sha256(const char *path, char hex[65], unsigned long long *size,
                       struct rc_error *err);

#endif
