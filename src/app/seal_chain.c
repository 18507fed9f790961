/* SPDX-License-Identifier: ISC */
/* When the chain is sealed, what is signed, and where the key is. */
#include "config.h"

#include "app/seal_chain.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/body.h"
#include "app/keeping.h"
#include "app/record.h"
#include "base/alloc.h"

void
seal_text(struct buf *out, const char *device, int64_t seq, const unsigned char hash[32])
{
    buf_addf(out, "railcheck-seal-v1\n%s\n%" PRId64 "\n", device, seq);
    for (size_t i = 0; i < 32; i++)
        buf_addf(out, "%02x", hash[i]);
    buf_addc(out, '\n');
}

bool
seal_at_once(const char *kind)
{
    static const char *const kinds[] = {"train.submitted", "review.accepted", "train.released",
                                        "train.held",      "shift.handed",    "shift.taken"};

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (strcmp(kinds[i], kind) == 0)
            return true;
    }
    return false;
}

static bool
append_seal(struct app *app, struct rc_error *err)
{
    char key[SIGN_PUBLIC_HEX], signature[SIGN_HEX];
    struct buf text = {0}, body = {0};
    struct stamp stamp;
    bool done;

    if (!record_stamp(app, &stamp, err))
        return false;
    seal_text(&text, app->device, stamp.tip.seq, stamp.tip.hash);
    sign_public(app->keeping->key, key);
    sign_message(app->keeping->key, buf_text(&text), text.len, signature);
    body_begin(&body);
    body_text(&body, "key", key);
    body_text(&body, "sig", signature);
    body_end(&body);
    done = record_at(app, &stamp, ACTOR_SYSTEM, "chain.sealed", NULL, NULL, buf_text(&body), err);
    buf_release(&text);
    buf_release(&body);
    return done;
}

bool
seal_chain(struct app *app, struct rc_error *err)
{
    struct keeping *k = app->keeping;

    if (!k->key)
        return true;
    /* Another process may have sealed since: ask only when it matters. */
    if (!k->due && (k->sealed < 0 || k->seq - k->sealed >= SEAL_EVERY)) {
        if (!store_last_of_kind(app->store, app->device, "chain.sealed", &k->sealed, err)) {
            app_rollback(app);
            return false;
        }
    }
    if (!k->due && k->seq - k->sealed < SEAL_EVERY)
        return true;
    k->due = false;
    if (!append_seal(app, err))
        return false;
    /* Not k->sealed: a commit that fails would leave it wrong. The next question finds it. */
    k->sealed = -1;
    return true;
}

/* --- the key --- */

char *
seal_key_path(const char *dir)
{
    struct buf path = {0};

    buf_addf(&path, "%s/keys/device.key", dir);
    return buf_detach(&path);
}

void
seal_key_make(struct app *app)
{
    unsigned char seed[SIGN_SEED];
    struct sign_pair *pair;
    struct buf folder = {0};
    char *path = seal_key_path(store_dir(app->store));

    buf_addf(&folder, "%s/keys", store_dir(app->store));
    /* When it is there already: fine. Leads of other accounts put their keys here too; nobody but
     * its owner takes one away. */
    if (mkdir(buf_text(&folder), 0770) == 0)
        (void)!chmod(buf_text(&folder), 01770);
    app->env->random(app->env->context, seed, sizeof seed);
    pair = sign_pair_seeded(seed);
    explicit_bzero(seed, sizeof seed);
    /* A file that is there already is not replaced. */
    if (pair && sign_pair_save(pair, path, "", NULL))
        app->keeping->key = pair;
    else
        sign_pair_free(pair);
    buf_release(&folder);
    free(path);
}

bool
seal_key_record(struct app *app, struct rc_error *err)
{
    char key[SIGN_PUBLIC_HEX];
    struct buf body = {0};
    struct stamp stamp;
    bool done;

    if (!app->keeping->key)
        return true;
    sign_public(app->keeping->key, key);
    body_begin(&body);
    body_text(&body, "key", key);
    body_end(&body);
    done = record_stamp(app, &stamp, err) &&
           record_at(app, &stamp, ACTOR_SYSTEM, "device.keyed", NULL, NULL, buf_text(&body), err);
    buf_release(&body);
    return done;
}

/* Another process may have been faster: then its key is the device's. */
static bool
record_once(struct app *app, struct post_settings *settings, struct rc_error *err)
{
    if (!store_begin(app->store, err))
        return false;
    if (!store_settings(app->store, settings, err)) {
        app_rollback(app);
        return false;
    }
    if (*settings->key) {
        app_rollback(app);
        return true;
    }
    if (!seal_key_record(app, err) || !app_commit(app, err))
        return false;
    return store_settings(app->store, settings, err);
}

bool
seal_key_open(struct app *app, struct rc_error *err)
{
    struct keeping *k = app->keeping;
    char *path = seal_key_path(store_dir(app->store));
    struct post_settings settings;
    char key[SIGN_PUBLIC_HEX];
    bool done = store_settings(app->store, &settings, err);

    if (done) {
        k->key = sign_pair_load(path, "", NULL);
        if (!k->key && !*settings.key)
            seal_key_make(app);
        if (k->key && !*settings.key)
            done = record_once(app, &settings, err);
    }
    /* A key that is not the recorded one would make bad seals. */
    if (k->key) {
        sign_public(k->key, key);
        if (!done || strcmp(key, settings.key) != 0) {
            sign_pair_free(k->key);
            k->key = NULL;
        }
    }
    free(path);
    return done;
}
