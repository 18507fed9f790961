/* SPDX-License-Identifier: ISC */
/* Ed25519 pairs, their signatures, and the files that keep them. */
#include "config.h"

#include "trail/sign.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "trail/folder.h"

_Static_assert(SIGN_PUBLIC_HEX == 2 * crypto_sign_PUBLICKEYBYTES + 1, "a public key as hex");
_Static_assert(SIGN_SEED == crypto_sign_SEEDBYTES, "the seed of a pair");
_Static_assert(SIGN_HEX == 2 * crypto_sign_BYTES + 1, "a signature as hex");

struct sign_pair {
    unsigned char seed[crypto_sign_SEEDBYTES];
    unsigned char public[crypto_sign_PUBLICKEYBYTES];
    unsigned char secret[crypto_sign_SECRETKEYBYTES];
};

/* A key file: bytes only, so that no alignment matters. check covers all before it, which tells a
 * damaged file from a wrong passphrase. */
struct key_file {
    unsigned char tag[17]; /* "railcheck-key-v1" with its NUL */
    unsigned char kind;
    unsigned char salt[crypto_pwhash_SALTBYTES];
    unsigned char nonce[crypto_secretbox_NONCEBYTES];
    unsigned char box[crypto_sign_SEEDBYTES + crypto_secretbox_MACBYTES];
    unsigned char check[crypto_hash_sha256_BYTES];
};
_Static_assert(sizeof(struct key_file) == 17 + 1 + 16 + 24 + 48 + 32, "no holes in a key file");

enum { KIND_CLEAR = 'c', KIND_PASSPHRASE = 'p' };

static const unsigned char key_tag[17] = "railcheck-key-v1";

static struct sign_pair *
pair_from(const unsigned char seed[crypto_sign_SEEDBYTES])
{
    struct sign_pair *pair = sodium_malloc(sizeof *pair); /* locked, guarded, wiped when freed */

    if (!pair)
        return NULL;
    if (seed)
        memcpy(pair->seed, seed, sizeof pair->seed);
    else
        randombytes_buf(pair->seed, sizeof pair->seed);
    crypto_sign_seed_keypair(pair->public, pair->secret, pair->seed);
    return pair;
}

struct sign_pair *
sign_pair_new(void)
{
    return pair_from(NULL);
}

struct sign_pair *
sign_pair_seeded(const unsigned char seed[SIGN_SEED])
{
    return pair_from(seed);
}

void
sign_pair_free(struct sign_pair *pair)
{
    sodium_free(pair);
}

void
sign_public(const struct sign_pair *pair, char hex[SIGN_PUBLIC_HEX])
{
    sodium_bin2hex(hex, SIGN_PUBLIC_HEX, pair->public, sizeof pair->public);
}

void
sign_message(const struct sign_pair *pair, const void *message, size_t len,
             char signature[SIGN_HEX])
{
    unsigned char bytes[crypto_sign_BYTES];

    crypto_sign_detached(bytes, NULL, message, len, pair->secret);
    sodium_bin2hex(signature, SIGN_HEX, bytes, sizeof bytes);
}

/* Small letters only: a signature has one way to be written. */
static bool
from_hex(const char *hex, unsigned char *bytes, size_t n)
{
    char again[SIGN_HEX];
    size_t len = 0;

    if (!hex || strlen(hex) != 2 * n || sodium_hex2bin(bytes, n, hex, 2 * n, NULL, &len, NULL) != 0)
        return false;
    sodium_bin2hex(again, sizeof again, bytes, n);
    return len == n && strcmp(again, hex) == 0;
}

bool
sign_matches(const char *public_hex, const void *message, size_t len, const char *signature)
{
    unsigned char public[crypto_sign_PUBLICKEYBYTES], bytes[crypto_sign_BYTES];

    return from_hex(public_hex, public, sizeof public) &&
           from_hex(signature, bytes, sizeof bytes) &&
           crypto_sign_verify_detached(bytes, message, len, public) == 0;
}

/* Characters; bytes that are no UTF-8 count one each. */
static size_t
characters(const char *s)
{
    size_t n = 0, left = strlen(s);

    while (left) {
        uint32_t c;
        size_t used = utf8_decode(s, left, &c);

        used = used ? used : 1;
        s += used;
        left -= used;
        n++;
    }
    return n;
}

/* The key of the box, worked out slowly so that guessing is slow. */
static bool
box_key(const struct key_file *file, const char *passphrase,
        unsigned char key[crypto_secretbox_KEYBYTES], struct rc_error *err)
{
    if (crypto_pwhash(key, crypto_secretbox_KEYBYTES, passphrase, strlen(passphrase), file->salt,
                      crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return rc_fail(err, RC_E_MEMORY, NULL, NULL);
    return true;
}

static void
file_check(const struct key_file *file, unsigned char check[crypto_hash_sha256_BYTES])
{
    crypto_hash_sha256(check, (const unsigned char *)file, offsetof(struct key_file, check));
}

static bool
fill_file(const struct sign_pair *pair, const char *passphrase, struct key_file *file,
          struct rc_error *err)
{
    unsigned char key[crypto_secretbox_KEYBYTES];
    bool done = true;

    memset(file, 0, sizeof *file);
    memcpy(file->tag, key_tag, sizeof file->tag);
    file->kind = *passphrase ? KIND_PASSPHRASE : KIND_CLEAR;
    if (*passphrase) {
        sodium_mlock(key, sizeof key);
        randombytes_buf(file->salt, sizeof file->salt);
        randombytes_buf(file->nonce, sizeof file->nonce);
        done = box_key(file, passphrase, key, err);
        if (done)
            crypto_secretbox_easy(file->box, pair->seed, sizeof pair->seed, file->nonce, key);
        sodium_munlock(key, sizeof key); /* wipes */
    } else {
        memcpy(file->box, pair->seed, sizeof pair->seed);
    }
    file_check(file, file->check);
    return done;
}

static bool
write_whole(int fd, const void *bytes, size_t len)
{
    ssize_t n;

    /* So few bytes are taken whole or not at all. */
    do
        n = write(fd, bytes, len);
    while (n < 0 && errno == EINTR);
    if (n >= 0 && (size_t)n != len)
        errno = ENOSPC;
    return n >= 0 && (size_t)n == len;
}

/* First under another name: nobody ever sees a part of the file under its own. */
static bool
put_file(int folder, const char *name, const struct key_file *file)
{
    char part[280];
    bool done;
    int fd, cause, n = snprintf(part, sizeof part, ".%s.%ld.tmp", name, (long)getpid());

    if (n < 0 || (size_t)n >= sizeof part) {
        errno = ENAMETOOLONG;
        return false;
    }
    fd = openat(folder, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400);
    if (fd < 0)
        return false;
    done = fchmod(fd, 0400) == 0 && write_whole(fd, file, sizeof *file) && fsync(fd) == 0;
    cause = errno;
    if (close(fd) != 0 && done) {
        done = false;
        cause = errno;
    }
    if (done && renameat2(folder, part, folder, name, RENAME_NOREPLACE) != 0) {
        done = false;
        cause = errno;
    }
    if (!done)
        unlinkat(folder, part, 0);
    errno = cause;
    return done && fsync(folder) == 0;
}

bool
sign_pair_save(const struct sign_pair *pair, const char *path, const char *passphrase,
               struct rc_error *err)
{
    size_t n = characters(passphrase);
    char have[24], need[24];
    struct key_file file;
    const char *name;
    bool done = false;
    int folder;

    if (n && n < PASSPHRASE_MIN) {
        snprintf(have, sizeof have, "%zu", n);
        snprintf(need, sizeof need, "%d", PASSPHRASE_MIN);
        return rc_fail(err, RC_E_WEAK_PASSPHRASE, have, need);
    }
    folder = folder_open(path, &name);
    if (folder < 0)
        return rc_fail_errno(err, RC_E_OPEN, path);
    sodium_mlock(&file, sizeof file);
    if (!fill_file(pair, passphrase, &file, err))
        goto out;
    done = put_file(folder, name, &file);
    if (!done)
        rc_fail_errno(err, RC_E_WRITE, path);
out:
    sodium_munlock(&file, sizeof file); /* wipes: a device key is in the clear here */
    close(folder);
    return done;
}

/* Reads the file at path, which must have exactly the length of a key file. */
static bool
get_file(const char *path, struct key_file *file, struct rc_error *err)
{
    /* O_NONBLOCK: a pipe of that name must not make the program wait. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    unsigned char check[crypto_hash_sha256_BYTES];
    struct stat st;
    bool done = false;
    ssize_t n;

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
    do
        n = read(fd, file, sizeof *file);
    while (n < 0 && errno == EINTR);
    if (n < 0) {
        rc_fail_errno(err, RC_E_READ, path);
        goto out;
    }
    file_check(file, check);
    done = st.st_size == (off_t)sizeof *file && (size_t)n == sizeof *file &&
           memcmp(file->tag, key_tag, sizeof key_tag) == 0 &&
           (file->kind == KIND_CLEAR || file->kind == KIND_PASSPHRASE) &&
           memcmp(file->check, check, sizeof check) == 0;
    if (!done)
        rc_fail(err, RC_E_KEY_FILE, path, NULL);
out:
    close(fd);
    return done;
}

/* The seed out of the file; a passphrase for a key in the clear is a wrong one. */
static bool
open_file(const struct key_file *file, const char *path, const char *passphrase,
          unsigned char seed[crypto_sign_SEEDBYTES], struct rc_error *err)
{
    unsigned char key[crypto_secretbox_KEYBYTES];
    bool done;

    if ((file->kind == KIND_PASSPHRASE) != (*passphrase != '\0'))
        return rc_fail(err, RC_E_WRONG_PASSPHRASE, path, NULL);
    if (file->kind == KIND_CLEAR) {
        memcpy(seed, file->box, crypto_sign_SEEDBYTES);
        return true;
    }
    sodium_mlock(key, sizeof key);
    done = box_key(file, passphrase, key, err);
    if (done &&
        crypto_secretbox_open_easy(seed, file->box, sizeof file->box, file->nonce, key) != 0)
        done = rc_fail(err, RC_E_WRONG_PASSPHRASE, path, NULL);
    sodium_munlock(key, sizeof key);
    return done;
}

struct sign_pair *
sign_pair_load(const char *path, const char *passphrase, struct rc_error *err)
{
    unsigned char seed[crypto_sign_SEEDBYTES];
    struct sign_pair *pair = NULL;
    struct key_file file = {0};

    sodium_mlock(&file, sizeof file);
    sodium_mlock(seed, sizeof seed);
    if (get_file(path, &file, err) && open_file(&file, path, passphrase, seed, err)) {
        pair = pair_from(seed);
        if (!pair)
            rc_fail(err, RC_E_MEMORY, NULL, NULL);
    }
    sodium_munlock(seed, sizeof seed);
    sodium_munlock(&file, sizeof file);
    return pair;
}
