/* SPDX-License-Identifier: ISC */
/* Signed decisions of a shift lead: good ones are counted, each way to be wrong is named. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/body_read.h"
#include "app/record.h"
#include "app/import.h"
#include "app/train.h"
#include "app/verify.h"
#include "base/alloc.h"
#include "trail/sign.h"

struct fixture {
    char dir[64];
    struct rc_env env;
    struct app *app;
    struct sign_pair *key, *stranger;
    char train[40];
};

static int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    unsigned char seed[SIGN_SEED] = {1};
    struct rc_error err = {0};
    struct trains trains = {0};
    struct buf file = {0};
    struct import import;
    int64_t train;
    bool added;

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-signed-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    rc_env_fake(&f->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(f->dir, "Post", "Officer", "1", getenv("top_srcdir"), &f->env, &err));
    f->app = app_open(f->dir, NULL, true, &f->env, &err);
    assert_non_null(f->app);
    buf_addf(&file, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    assert_true(import_read(f->app, buf_text(&file), &import, &err));
    assert_true(import_save(f->app, &import, 1, &train, &added, &err));
    assert_true(store_train(f->app->store, train, &trains, &err));
    snprintf(f->train, sizeof f->train, "%s", trains.rows[0].uuid);
    f->key = sign_pair_seeded(seed);
    seed[0] = 2;
    f->stranger = sign_pair_seeded(seed);
    import_release(&import);
    trains_release(&trains);
    buf_release(&file);
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;
    char command[100];

    app_close(f->app);
    sign_pair_free(f->key);
    sign_pair_free(f->stranger);
    rc_env_release(&f->env);
    snprintf(command, sizeof command, "rm -rf '%s'", f->dir);
    assert_int_equal(system(command), 0);
    free(f);
    return 0;
}

static void
give_key(struct fixture *f, const struct sign_pair *pair)
{
    char key[SIGN_PUBLIC_HEX], body[200];
    struct rc_error err = {0};

    sign_public(pair, key);
    snprintf(body, sizeof body, "{\"id\":\"%s\",\"key\":\"%s\"}", f->app->actor, key);
    assert_true(store_begin(f->app->store, &err));
    assert_true(app_record(f->app, "officer.keyed", NULL, NULL, body, &err));
    assert_true(app_commit(f->app, &err));
}

/* What is wrong about a decision. */
struct wrong {
    const char *meaning, *train; /* other than the event's */
    int64_t seq;                 /* of the head, added to the right one */
    bool hash, no_head, stranger, signature;
};

/* Returns the number of the event. */
static int64_t
decide(struct fixture *f, const char *kind, const char *meaning, const struct wrong *wrong)
{
    const struct sign_pair *pair = wrong->stranger ? f->stranger : f->key;
    struct buf text = {0}, body = {0};
    char key[SIGN_PUBLIC_HEX], signature[SIGN_HEX];
    struct rc_error err = {0};
    struct stamp stamp;

    assert_true(store_begin(f->app->store, &err));
    assert_true(record_stamp(f->app, &stamp, &err));
    buf_addf(&text, "railcheck-sign-v1\nmeaning: %s\ntrain: %s\nwagons: 65\n",
             wrong->meaning ? wrong->meaning : meaning, wrong->train ? wrong->train : f->train);
    if (!wrong->no_head) {
        buf_addf(&text, "head: %s %lld ", f->app->device, (long long)(stamp.tip.seq + wrong->seq));
        for (size_t i = 0; i < 32; i++)
            buf_addf(&text, "%02x", stamp.tip.hash[i] ^ wrong->hash);
        buf_addc(&text, '\n');
    }
    sign_public(pair, key);
    sign_message(pair, buf_text(&text), text.len - wrong->signature, signature);
    buf_addf(&body, "{\"id\":\"x\",\"reason\":\"\",\"text\":");
    buf_add_json(&body, buf_text(&text));
    buf_addf(&body, ",\"key\":\"%s\",\"sig\":\"%s\"}", key, signature);
    assert_true(
        record_at(f->app, &stamp, f->app->actor, kind, f->train, NULL, buf_text(&body), &err));
    assert_true(app_commit(f->app, &err));
    buf_release(&text);
    buf_release(&body);
    return stamp.tip.seq;
}

static const struct {
    const char *kind, *meaning;
} decisions[] = {
    {"review.accepted", "accepted"}, {"train.released", "released"}, {"train.held", "held"}};

static void
good_ones_are_counted_and_sealed_at_once(void **state)
{
    const struct wrong nothing = {0};
    struct fixture *f = *state;
    struct verification v;
    struct rc_error err = {0};

    give_key(f, f->stranger);
    give_key(f, f->key); /* the last one counts */
    for (size_t i = 0; i < ARRAY_LEN(decisions); i++) {
        int64_t seq = decide(f, decisions[i].kind, decisions[i].meaning, &nothing);

        assert_true(verify_records(f->app, NULL, 0, &v, &err));
        assert_int_equal(v.signatures, i + 1);
        assert_int_equal(v.sealed_to, seq);
    }
}

static void
each_way_to_be_wrong_is_named(void **state)
{
    static const struct {
        struct wrong wrong;
        enum rc_code code;
    } cases[] = {
        {{.signature = true}, RC_E_VERIFY_SIGNATURE},
        {{.stranger = true}, RC_E_VERIFY_SIGNER},
        {{.meaning = "returned"}, RC_E_VERIFY_SIGNED},
        {{.train = "another"}, RC_E_VERIFY_SIGNED},
        {{.seq = -1}, RC_E_VERIFY_SIGNED},
        {{.hash = true}, RC_E_VERIFY_SIGNED},
        {{.no_head = true}, RC_E_VERIFY_SIGNED},
    };

    for (size_t d = 0; d < ARRAY_LEN(decisions); d++) {
        for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
            struct verification v;
            struct rc_error err = {0};
            struct fixture *f;
            int64_t seq;

            set_up(state);
            f = *state;
            give_key(f, f->key);
            seq = decide(f, decisions[d].kind, decisions[d].meaning, &cases[i].wrong);
            assert_false(verify_records(f->app, NULL, 0, &v, &err));
            if (err.code != cases[i].code || v.seq != seq)
                fail_msg("%s %zu: error %d at %lld", decisions[d].kind, i, (int)err.code,
                         (long long)v.seq);
            assert_int_equal(v.proven, seq - 1);
            tear_down(state);
        }
    }
}

static void
a_signer_without_a_recorded_key_is_named(void **state)
{
    const struct wrong nothing = {0};
    struct fixture *f = *state;
    struct verification v;
    struct rc_error err = {0};

    decide(f, "train.held", "held", &nothing);
    assert_false(verify_records(f->app, NULL, 0, &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_SIGNER);
}

static void
members_of_a_body_are_read_back(void **state)
{
    static const struct {
        const char *body, *text; /* of the member "a"; NULL none */
    } cases[] = {
        {"{\"a\":\"x\"}", "x"},
        {"{}", NULL},
        {"", NULL},
        {"[]", NULL},
        {"{\"a\":1}", NULL},
        {"{\"a\":null,\"b\":\"y\"}", NULL},
        {"{\"b\":\"y\",\"a\":\"\"}", ""},
        {"{\"b\":{\"a\":\"inner\"},\"a\":\"outer\"}", "outer"},
        {"{\"b\":{\"a\":\"inner\"}}", NULL},
        {"{\"b\":[\"}\",{\"c\":\"]\"},[1]],\"a\":\"x\"}", "x"},
        {"{\"b\":\"\\\"a\\\":\\\"y\\\"\",\"a\":\"x\"}", "x"},
        {"{ \"a\" : \"x\" }", "x"},
        {"{\"a\":\"\\n\\t\\\\\\/\\\"\\b\\f\\r\"}", "\n\t\\/\"\b\f\r"},
        {"{\"a\":\"\\u0416\\u20ac\\ud83d\\ude82\\u0001\"}", "Ж€🚂\x01"},
        {"{\"a\":\"\\u0000\"}", NULL},
        {"{\"a\":\"\\ud83d\"}", NULL},
        {"{\"a\":\"\\ude82\"}", NULL},
        {"{\"a\":\"\\u12\"}", NULL},
        {"{\"a\":\"\\x\"}", NULL},
        {"{\"a\":\"x", NULL},
        {"{\"a\":\"x\\", NULL},
        {"{\"b\":[1,2", NULL},
        {"{\"b\"\"a\":\"x\"}", NULL},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct buf out = {0};
        bool found = body_member(cases[i].body, "a", &out);

        if (found != (cases[i].text != NULL))
            fail_msg("%s", cases[i].body);
        if (found)
            assert_string_equal(buf_text(&out), cases[i].text);
        buf_release(&out);
    }
}

int
main(void)
{
    const struct CMUnitTest signatures[] = {
        cmocka_unit_test_setup_teardown(good_ones_are_counted_and_sealed_at_once, set_up,
                                        tear_down),
        cmocka_unit_test(each_way_to_be_wrong_is_named),
        cmocka_unit_test_setup_teardown(a_signer_without_a_recorded_key_is_named, set_up,
                                        tear_down),
        cmocka_unit_test(members_of_a_body_are_read_back),
    };

    return cmocka_run_group_tests(signatures, NULL, NULL);
}
