/* SPDX-License-Identifier: ISC */
/* Key pairs, signatures, key files. Opening a passphrase takes about a second: few do. */
#include "config.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "trail/sign.h"
#include "trail/trail.h"

static char dir[] = "/tmp/railcheck-sign-XXXXXX";
static const char passphrase[] = "десять букв"; /* eleven characters */

static const char *
in_dir(const char *name)
{
    static char path[2][128];
    static unsigned turn;

    turn ^= 1;
    snprintf(path[turn], sizeof path[turn], "%s/%s", dir, name);
    return path[turn];
}

static size_t
read_bytes(const char *path, unsigned char *bytes, size_t size)
{
    FILE *f = fopen(path, "rb");
    size_t n;

    assert_non_null(f);
    n = fread(bytes, 1, size, f);
    fclose(f);
    return n;
}

static void
write_bytes(const char *path, const unsigned char *bytes, size_t n)
{
    FILE *f = fopen(path, "wb");

    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
}

/* RFC 8032, 7.1, test 1. */
static void
a_published_signature_fits(void **state)
{
    (void)state;
    assert_true(
        sign_matches("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "", 0,
                     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590"
                     "a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"));
}

static void
a_signature_fits_its_message_and_key_only(void **state)
{
    struct sign_pair *pair = sign_pair_new(), *other = sign_pair_new();
    char public[SIGN_PUBLIC_HEX], stranger[SIGN_PUBLIC_HEX], signature[SIGN_HEX];
    char message[] = "train 2401, 65 wagons";
    size_t len = strlen(message);

    (void)state;
    assert_non_null(pair);
    assert_non_null(other);
    sign_public(pair, public);
    sign_public(other, stranger);
    sign_message(pair, message, len, signature);
    assert_true(sign_matches(public, message, len, signature));
    assert_false(sign_matches(stranger, message, len, signature));
    assert_false(sign_matches(public, message, len - 1, signature));
    for (size_t i = 0; i < len * 8; i++) {
        message[i / 8] = (char)(message[i / 8] ^ 1 << i % 8);
        assert_false(sign_matches(public, message, len, signature));
        message[i / 8] = (char)(message[i / 8] ^ 1 << i % 8);
    }
    assert_true(sign_matches(public, message, len, signature));
    sign_pair_free(pair);
    sign_pair_free(other);
}

/* Each bit of each character, which makes capital letters and what is no hex, too. */
static void
a_signature_or_key_with_another_bit_does_not_fit(void **state)
{
    struct sign_pair *pair = sign_pair_new();
    char public[SIGN_PUBLIC_HEX], signature[SIGN_HEX];
    char *const texts[] = {public, signature};

    (void)state;
    sign_public(pair, public);
    sign_message(pair, "m", 1, signature);
    for (size_t t = 0; t < ARRAY_LEN(texts); t++) {
        for (size_t i = 0; i < strlen(texts[t]) * 8; i++) {
            char was = texts[t][i / 8];

            texts[t][i / 8] = (char)(was ^ 1 << i % 8);
            assert_false(sign_matches(public, "m", 1, signature));
            texts[t][i / 8] = was;
        }
    }
    assert_true(sign_matches(public, "m", 1, signature));
    assert_false(sign_matches(public, "m", 1, ""));
    assert_false(sign_matches("", "m", 1, signature));
    assert_false(sign_matches(public, "m", 1, NULL));
    assert_false(sign_matches(NULL, "m", 1, signature));
    sign_pair_free(pair);
}

static void
a_saved_pair_is_the_same_when_loaded(const char *name, const char *phrase)
{
    struct sign_pair *pair = sign_pair_new(), *again;
    char public[SIGN_PUBLIC_HEX], of_again[SIGN_PUBLIC_HEX], signature[SIGN_HEX];
    struct rc_error err = {0};
    struct stat st;

    assert_true(sign_pair_save(pair, in_dir(name), phrase, &err));
    assert_int_equal(stat(in_dir(name), &st), 0);
    assert_int_equal(st.st_mode & 07777, 0400);
    again = sign_pair_load(in_dir(name), phrase, &err);
    assert_non_null(again);
    sign_public(pair, public);
    sign_public(again, of_again);
    assert_string_equal(public, of_again);
    sign_message(again, "m", 1, signature);
    assert_true(sign_matches(public, "m", 1, signature));
    sign_pair_free(pair);
    sign_pair_free(again);
}

static void
pairs_survive_their_file_of_mode_0400(void **state)
{
    mode_t mask = umask(0);

    (void)state;
    a_saved_pair_is_the_same_when_loaded("device.key", "");
    a_saved_pair_is_the_same_when_loaded("lead.key", passphrase);
    umask(mask);
}

static void
a_wrong_passphrase_opens_nothing(void **state)
{
    static const struct {
        const char *file, *phrase;
    } cases[] = {
        {"lead.key", "десять буквы"},
        {"lead.key", ""},
        {"device.key", passphrase},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rc_error err = {0};

        assert_null(sign_pair_load(in_dir(cases[i].file), cases[i].phrase, &err));
        assert_int_equal(err.code, RC_E_WRONG_PASSPHRASE);
    }
}

static void
a_key_file_with_another_bit_or_length_is_told_as_damaged(void **state)
{
    static const struct {
        const char *file, *phrase;
    } cases[] = {{"device.key", ""}, {"lead.key", passphrase}};
    unsigned char bytes[1024];
    struct rc_error err;

    (void)state;
    for (size_t c = 0; c < ARRAY_LEN(cases); c++) {
        size_t n = read_bytes(in_dir(cases[c].file), bytes, sizeof bytes - 1);

        assert_true(n > 100 && n < sizeof bytes - 1);
        for (size_t i = 0; i < n * 8; i++) {
            bytes[i / 8] ^= (unsigned char)(1 << i % 8);
            write_bytes(in_dir("changed.key"), bytes, n);
            bytes[i / 8] ^= (unsigned char)(1 << i % 8);
            err = (struct rc_error){0};
            assert_null(sign_pair_load(in_dir("changed.key"), cases[c].phrase, &err));
            assert_int_equal(err.code, RC_E_KEY_FILE);
        }
        for (size_t len = 0; len <= n + 1; len++) {
            if (len == n)
                continue;
            write_bytes(in_dir("changed.key"), bytes, len);
            err = (struct rc_error){0};
            assert_null(sign_pair_load(in_dir("changed.key"), cases[c].phrase, &err));
            assert_int_equal(err.code, RC_E_KEY_FILE);
        }
    }
    unlink(in_dir("changed.key"));
}

static void
what_is_no_file_is_refused_without_waiting(void **state)
{
    struct rc_error err = {0};

    (void)state;
    assert_int_equal(mkfifo(in_dir("fifo"), 0600), 0);
    assert_null(sign_pair_load(in_dir("fifo"), "", &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_null(sign_pair_load(dir, "", &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_null(sign_pair_load(in_dir("none"), "", &err));
    assert_int_equal(err.code, RC_E_OPEN);
    unlink(in_dir("fifo"));
}

static void
a_key_file_is_never_written_over(void **state)
{
    unsigned char before[1024], after[1024];
    struct sign_pair *pair = sign_pair_new();
    size_t n = read_bytes(in_dir("device.key"), before, sizeof before);
    struct rc_error err = {0};

    (void)state;
    assert_false(sign_pair_save(pair, in_dir("device.key"), "", &err));
    assert_int_equal(err.code, RC_E_WRITE);
    assert_int_equal(read_bytes(in_dir("device.key"), after, sizeof after), n);
    assert_memory_equal(before, after, n);
    sign_pair_free(pair);
}

static void
a_short_passphrase_is_refused_by_characters_not_bytes(void **state)
{
    struct sign_pair *pair = sign_pair_new();
    struct rc_error err = {0};

    (void)state;
    assert_false(sign_pair_save(pair, in_dir("weak.key"), "девять бу", &err));
    assert_int_equal(err.code, RC_E_WEAK_PASSPHRASE);
    assert_string_equal(err.arg[0], "9");
    assert_string_equal(err.arg[1], "10");
    assert_false(sign_pair_save(pair, in_dir("weak.key"), "\xff\xff\xff", &err));
    assert_int_equal(access(in_dir("weak.key"), F_OK), -1);
    sign_pair_free(pair);
}

static void
a_protected_file_does_not_hold_what_a_clear_one_does(void **state)
{
    unsigned char clear[1024], box[1024];
    struct sign_pair *pair = sign_pair_load(in_dir("device.key"), "", NULL);
    size_t n, m;

    (void)state;
    assert_non_null(pair);
    assert_true(sign_pair_save(pair, in_dir("both.key"), passphrase, NULL));
    n = read_bytes(in_dir("device.key"), clear, sizeof clear);
    m = read_bytes(in_dir("both.key"), box, sizeof box);
    /* the 32 secret bytes stand 58 bytes in */
    assert_non_null(memmem(clear, n, clear + 58, 32));
    for (size_t i = 0; i + 8 <= 32; i++)
        assert_null(memmem(box, m, clear + 58 + i, 8));
    sign_pair_free(pair);
}

static void
nothing_is_left_beside_the_files(void **state)
{
    DIR *d = opendir(dir);
    size_t n = 0;

    (void)state;
    assert_non_null(d);
    for (const struct dirent *e; (e = readdir(d));)
        n += strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0;
    closedir(d);
    assert_int_equal(n, 3); /* device, lead, both */
}

static int
set_up(void **state)
{
    (void)state;
    return trail_init(NULL) && mkdtemp(dir) ? 0 : -1;
}

static int
tear_down(void **state)
{
    (void)state;
    unlink(in_dir("device.key"));
    unlink(in_dir("lead.key"));
    unlink(in_dir("both.key"));
    return rmdir(dir);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_published_signature_fits),
        cmocka_unit_test(a_signature_fits_its_message_and_key_only),
        cmocka_unit_test(a_signature_or_key_with_another_bit_does_not_fit),
        cmocka_unit_test(pairs_survive_their_file_of_mode_0400),
        cmocka_unit_test(a_wrong_passphrase_opens_nothing),
        cmocka_unit_test(a_key_file_with_another_bit_or_length_is_told_as_damaged),
        cmocka_unit_test(what_is_no_file_is_refused_without_waiting),
        cmocka_unit_test(a_key_file_is_never_written_over),
        cmocka_unit_test(a_short_passphrase_is_refused_by_characters_not_bytes),
        cmocka_unit_test(a_protected_file_does_not_hold_what_a_clear_one_does),
        cmocka_unit_test(nothing_is_left_beside_the_files),
    };

    return cmocka_run_group_tests(tests, set_up, tear_down);
}
