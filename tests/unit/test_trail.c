/* SPDX-License-Identifier: ISC */
/* The chain's hash, against bytes written by hand, so that any expert can recompute it. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "trail/trail.h"

static void
to_hex(const unsigned char *bytes, size_t n, char *out)
{
    for (size_t i = 0; i < n; i++)
        snprintf(out + 2 * i, 3, "%02x", bytes[i]);
}

/* FIPS 180-4 examples. */
static void
sha256_is_the_published_one(void **state)
{
    static const struct {
        const char *text, *hex;
    } cases[] = {
        {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    char hex[65];

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        trail_sha256(cases[i].text, strlen(cases[i].text), hex);
        assert_string_equal(hex, cases[i].hex);
    }
}

/* An event of two letters a field, spelled out byte by byte: printf of it into sha256sum gives the
 * same. prev stands behind device and seq. */
#define PREV "0123456789abcdef0123456789abcdef"
static const char by_hand[] = "railcheck-event-v1\0"
                              "\1\0\0\0\0\0\0\0\3dev"
                              "\1\0\0\0\0\0\0\0\1"
                              "7"
                              "\1\0\0\0\0\0\0\0\x20" PREV "\1\0\0\0\0\0\0\0\2at"
                              "\0\0\0\0\0\0\0\0\0"
                              "\1\0\0\0\0\0\0\0\0"
                              "\1\0\0\0\0\0\0\0\2{}";
#define BY_HAND_HEX "6fcf5a411453bfd8e602477b5cfcd26a7d2b3bcd56146c4c27d96bcf54195c90"

static const struct trail_field fields[] = {{"dev"}, {"7"}, {"at"}, {NULL}, {""}, {"{}"}};

static void
hash_is_sha256_of_the_bytes_in_the_rule(void **state)
{
    unsigned char out[TRAIL_HASH];
    char hex[65], of_bytes[65];

    (void)state;
    trail_hash((const unsigned char *)PREV, fields, ARRAY_LEN(fields), out);
    to_hex(out, sizeof out, hex);
    trail_sha256(by_hand, sizeof by_hand - 1, of_bytes);
    assert_string_equal(hex, of_bytes);
    assert_string_equal(hex, BY_HAND_HEX);
}

static void
any_change_of_a_field_or_of_the_one_before_shows(void **state)
{
    static const struct trail_field others[][6] = {
        {{"dev"}, {"8"}, {"at"}, {NULL}, {""}, {"{}"}},
        {{"dev"}, {"7"}, {"at"}, {""}, {""}, {"{}"}},
        {{"dev"}, {"7"}, {"at"}, {NULL}, {NULL}, {"{}"}},
        {{"de"}, {"v7"}, {"at"}, {NULL}, {""}, {"{}"}},
        {{"dev"}, {"7"}, {"at"}, {NULL}, {"{"}, {"}"}},
    };
    unsigned char first[TRAIL_HASH], other[TRAIL_HASH], zero[TRAIL_HASH] = {0};

    (void)state;
    trail_hash((const unsigned char *)PREV, fields, ARRAY_LEN(fields), first);
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        trail_hash((const unsigned char *)PREV, others[i], 6, other);
        assert_memory_not_equal(first, other, TRAIL_HASH);
    }
    trail_hash(zero, fields, ARRAY_LEN(fields), other);
    assert_memory_not_equal(first, other, TRAIL_HASH);
}

static void
file_hash_equals_the_hash_of_its_bytes(void **state)
{
    char path[] = "/tmp/railcheck-trail-XXXXXX", hex[65], of_bytes[65];
    unsigned long long size = 0;
    char bytes[70000];
    struct rc_error err = {0};
    int fd = mkstemp(path);

    (void)state;
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 7 % 251);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes, sizeof bytes), sizeof bytes);
    close(fd);
    assert_true(trail_file_sha256(path, hex, &size, &err));
    trail_sha256(bytes, sizeof bytes, of_bytes);
    assert_string_equal(hex, of_bytes);
    assert_int_equal(size, sizeof bytes);
    unlink(path);
    assert_false(trail_file_sha256(path, hex, &size, &err));
    assert_int_equal(err.code, RC_E_OPEN);
}

static void
what_is_no_file_is_refused_without_waiting(void **state)
{
    char dir[] = "/tmp/railcheck-trail-XXXXXX", fifo[80], hex[65];
    struct rc_error err = {0};

    (void)state;
    assert_non_null(mkdtemp(dir));
    snprintf(fifo, sizeof fifo, "%s/fifo", dir);
    assert_int_equal(mkfifo(fifo, 0600), 0);
    assert_false(trail_file_sha256(fifo, hex, NULL, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_false(trail_file_sha256(dir, hex, NULL, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    unlink(fifo);
    rmdir(dir);
}

static int
set_up(void **state)
{
    (void)state;
    return trail_init(NULL) ? 0 : -1;
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sha256_is_the_published_one),
        cmocka_unit_test(hash_is_sha256_of_the_bytes_in_the_rule),
        cmocka_unit_test(any_change_of_a_field_or_of_the_one_before_shows),
        cmocka_unit_test(file_hash_equals_the_hash_of_its_bytes),
        cmocka_unit_test(what_is_no_file_is_refused_without_waiting),
    };

    return cmocka_run_group_tests(tests, set_up, NULL);
}
