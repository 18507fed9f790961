/* SPDX-License-Identifier: ISC */
/* The hash of an event over its fields, and SHA-256 of bytes and files. */
#include "config.h"

#include "trail/trail.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

_Static_assert(TRAIL_HASH == crypto_hash_sha256_BYTES, "the chain is SHA-256");

bool
trail_init(struct rc_error *err)
{
    if (sodium_init() < 0)
        return rc_fail(err, RC_E_SYSTEM, "libsodium", "cannot be set up");
    return true;
}

/* present, length, bytes: no value can imitate the end of a field. */
static void
add_field(crypto_hash_sha256_state *state, const void *bytes, size_t len)
{
    unsigned char head[9];

    head[0] = bytes ? 1 : 0;
    for (size_t i = 0; i < 8; i++)
        head[1 + i] = (unsigned char)(((uint64_t)len >> (56 - 8 * i)) & 0xff);
    crypto_hash_sha256_update(state, head, sizeof head);
    if (len)
        crypto_hash_sha256_update(state, bytes, len);
}

void
trail_hash(const unsigned char prev[TRAIL_HASH], const struct trail_field *fields, size_t n,
           unsigned char out[TRAIL_HASH])
{
    static const unsigned char tag[] = "railcheck-event-v1"; /* with its NUL */
    crypto_hash_sha256_state state;

    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, tag, sizeof tag);
    for (size_t i = 0; i < n; i++) {
        if (i == TRAIL_PREV_AT)
            add_field(&state, prev, TRAIL_HASH);
        add_field(&state, fields[i].text, fields[i].text ? strlen(fields[i].text) : 0);
    }
    if (n <= TRAIL_PREV_AT)
        add_field(&state, prev, TRAIL_HASH);
    crypto_hash_sha256_final(&state, out);
}

static void
to_hex(const unsigned char hash[TRAIL_HASH], char hex[65])
{
    sodium_bin2hex(hex, 65, hash, TRAIL_HASH);
}

void
trail_sha256(const void *bytes, size_t len, char hex[65])
{
    unsigned char hash[TRAIL_HASH];

    crypto_hash_sha256(hash, bytes, len);
    to_hex(hash, hex);
}

static bool
hash_descriptor(int fd, const char *path, unsigned char hash[TRAIL_HASH], unsigned long long *size,
                struct rc_error *err)
{
    unsigned char piece[32768];
    crypto_hash_sha256_state state;

    *size = 0;
    crypto_hash_sha256_init(&state);
    for (;;) {
        ssize_t got = read(fd, piece, sizeof piece);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return rc_fail_errno(err, RC_E_READ, path);
        if (got == 0)
            break;
        crypto_hash_sha256_update(&state, piece, (size_t)got);
        *size += (unsigned long long)got;
    }
    crypto_hash_sha256_final(&state, hash);
    return true;
}

bool
trail_file_sha256(const char *path, char hex[65], unsigned long long *size, struct rc_error *err)
{
    unsigned char hash[TRAIL_HASH];
    unsigned long long bytes;
    struct stat st;
    bool done = false;
    /* O_NONBLOCK: a pipe or device of that name must not make the program wait. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

    if (fd < 0)
        return rc_fail_errno(err, RC_E_OPEN, path);
    if (fstat(fd, &st) != 0) {
        rc_fail_errno(err, RC_E_READ, path);
        goto out;
    }
    if (!S_ISREG(st.st_mode)) {
        rc_fail(err, RC_E_NOT_A_FILE, path, NULL);
        goto out;
    }
    if (!hash_descriptor(fd, path, hash, &bytes, err))
        goto out;
    to_hex(hash, hex);
    if (size)
        *size = bytes;
    done = true;
out:
    close(fd);
    return done;
}
