/* SPDX-License-Identifier: ISC */
/* PINs: hashes of libsodium's password storage (Argon2id, the costs for interactive use). */
#include "config.h"

#include "trail/pin.h"

#include <sodium.h>

_Static_assert(PIN_HASH == crypto_pwhash_STRBYTES, "room for the hash as text");

bool
pin_hash(const char *pin, char out[PIN_HASH], struct rc_error *err)
{
    if (crypto_pwhash_str(out, pin, strlen(pin), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        return rc_fail(err, RC_E_MEMORY, NULL, NULL);
    return true;
}

bool
pin_matches(const char *hash, const char *pin)
{
    char text[PIN_HASH] = {0};
    size_t len = strlen(hash);

    /* The library reads the whole array. */
    if (len >= sizeof text)
        return false;
    memcpy(text, hash, len);
    return crypto_pwhash_str_verify(text, pin, strlen(pin)) == 0;
}
