/* SPDX-License-Identifier: ISC */
/*
 * PINs are kept as Argon2id hashes with a salt of their own: slow to try, and two officers with the
 * same PIN have different ones. A PIN is short all the same: who has the file can try them all.
 */
#ifndef RC_TRAIL_PIN_H
#define RC_TRAIL_PIN_H

#include <stdbool.h>

#include "base/error.h"

#define PIN_HASH 128

/* The hash as text; false and RC_E_MEMORY when there is not enough memory to work it out. */
bool pin_hash(const char *pin, char out[PIN_HASH], struct rc_error *err);
/* False too when hash is no such text. */
bool pin_matches(const char *hash, const char *pin);

#endif
