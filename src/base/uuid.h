/* SPDX-License-Identifier: ISC */
/* UUID version 7 (RFC 9562, section 5.7): time-ordered identifiers of trains, wagons, findings,
 * seals. */
#ifndef RC_BASE_UUID_H
#define RC_BASE_UUID_H

#include <stdbool.h>

#include "base/env.h"

#define UUID_TEXT 37

struct uuid {
    unsigned char byte[16];
};

/* A new one from env's clock and random source. Two made in the same millisecond sort in the order
 * in which they were made (a 12-bit counter in env). */
struct uuid uuid_new(struct rc_env *env);
const char *uuid_text(const struct uuid *u, char out[UUID_TEXT]);
/* False when s is not the 36 characters of a UUID. */
bool uuid_parse(const char *s, struct uuid *out);

#endif
