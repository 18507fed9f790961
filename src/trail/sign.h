/* SPDX-License-Identifier: ISC */
/*
 * Keys and signatures: Ed25519 pairs of a device or a shift lead, kept in files under a passphrase.
 * Secrets live in locked memory and are wiped. trail_init first.
 */
#ifndef RC_TRAIL_SIGN_H
#define RC_TRAIL_SIGN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

#define SIGN_PUBLIC_HEX 65 /* 64 hex digits and NUL */
#define SIGN_SEED 32       /* bytes that a pair is made from */
#define SIGN_HEX 129       /* a signature: 128 hex digits and NUL */
#define PASSPHRASE_MIN 10  /* characters */

struct sign_pair; /* in locked memory */

struct sign_pair *sign_pair_new(void);
/* The pair of these bytes, which must be random. */
struct sign_pair *sign_pair_seeded(const unsigned char seed[SIGN_SEED]);
void sign_pair_free(struct sign_pair *pair);
void sign_public(const struct sign_pair *pair, char hex[SIGN_PUBLIC_HEX]);
/* Signs len bytes; the signature as hex. */
void sign_message(const struct sign_pair *pair, const void *message, size_t len,
                  char signature[SIGN_HEX]);
/* Is signature (hex) that of public (hex) over the message? False too when one is no hex, or NULL.
 */
bool sign_matches(const char *public_hex, const void *message, size_t len, const char *signature);

/*
 * Writes the pair to path (mode 0400, must not exist), encrypted under passphrase: Argon2id
 * (moderate) to a key, secretbox. "" writes it in the clear: a device key, guarded by its mode
 * alone. A shorter one than PASSPHRASE_MIN is RC_E_WEAK_PASSPHRASE. Never a part of a file.
 */
bool sign_pair_save(const struct sign_pair *pair, const char *path, const char *passphrase,
                    struct rc_error *err);
/* NULL and RC_E_WRONG_PASSPHRASE when it does not open, RC_E_KEY_FILE when a byte of the file is
 * not as it was written; other errors as they are. */
struct sign_pair *sign_pair_load(const char *path, const char *passphrase, struct rc_error *err);

#endif
