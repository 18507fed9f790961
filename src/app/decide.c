/* SPDX-License-Identifier: ISC */
/* Accepting, releasing and holding a train under a signature. */
#include "config.h"

#include "app/decide.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/body.h"
#include "app/officer.h"
#include "app/record.h"
#include "base/alloc.h"
#include "base/uuid.h"
#include "core/finding.h"
#include "exchange/file.h"
#include "trail/sign.h"

static enum right
right_of(enum decision d)
{
    return d == DECIDE_ACCEPT ? RIGHT_REVIEW : RIGHT_DECIDE;
}

/* --- what is decided on --- */

struct matter {
    struct trains trains;
    const struct train_row *train;
    struct wagons consist;
    struct findings findings;
    enum train_state state;
    bool own;
    int held, struck, open, grave; /* wagons; open and open grave findings */
    int64_t answers;
    const char *blocking; /* number of a wagon that is not held and has an open grave finding */
};

static const struct wagon_row *
wagon_of(const struct matter *m, int64_t id)
{
    for (size_t i = 0; i < m->consist.n; i++) {
        if (m->consist.rows[i].id == id)
            return &m->consist.rows[i];
    }
    return NULL;
}

static void
count(struct matter *m)
{
    for (size_t i = 0; i < m->consist.n; i++) {
        const struct wagon_row *w = &m->consist.rows[i];

        m->answers += w->done;
        m->held += strcmp(w->state, wagon_state_name(WAGON_HELD)) == 0;
        m->struck += strcmp(w->state, wagon_state_name(WAGON_STRUCK)) == 0;
    }
    for (size_t i = 0; i < m->findings.n; i++) {
        const struct finding_row *f = &m->findings.rows[i];
        const struct wagon_row *w = wagon_of(m, f->wagon);

        if (strcmp(f->state, "open") != 0)
            continue;
        m->open++;
        if (f->severity < SEVERITY_HOLDS)
            continue;
        m->grave++;
        if (w && !m->blocking && strcmp(w->state, wagon_state_name(WAGON_HELD)) != 0)
            m->blocking = *w->number ? w->number : "-";
    }
}

static void
matter_release(struct matter *m)
{
    trains_release(&m->trains);
    wagons_release(&m->consist);
    findings_release(&m->findings);
    *m = (struct matter){0};
}

static bool
matter_open(struct app *app, int64_t train, struct matter *m, struct rc_error *err)
{
    *m = (struct matter){0};
    if (!store_train(app->store, train, &m->trains, err) ||
        !store_consist(app->store, train, true, &m->consist, err) ||
        !store_findings(app->store, train, 0, &m->findings, err) ||
        !store_took_part(app->store, train, app->actor, &m->own, err))
        goto failed;
    if (!m->trains.n) {
        rc_fail(err, RC_E_TRAIN_UNKNOWN, "-", NULL);
        goto failed;
    }
    m->train = &m->trains.rows[0];
    train_state_parse(m->train->state, &m->state);
    count(m);
    return true;
failed:
    matter_release(m);
    return false;
}

bool
decide_allowed(struct app *app, int64_t train, enum decision d, const char *reason,
               struct rc_error *err)
{
    struct matter m;
    bool allowed;

    if (!right_needed(app->roles, right_of(d), err) || !matter_open(app, train, &m, err))
        return false;
    allowed = decision_allowed(d, m.state, m.own, m.blocking, reason, err);
    matter_release(&m);
    return allowed;
}

/* --- what is signed --- */

/* No value can imitate the end of its line. */
static void
add(struct buf *out, const char *name, const char *value)
{
    buf_addf(out, "%s: ", name);
    for (const char *p = value; *p; p++)
        buf_addc(out, (unsigned char)*p < ' ' ? ' ' : *p);
    buf_addc(out, '\n');
}

static void
add_number(struct buf *out, const char *name, int64_t value)
{
    buf_addf(out, "%s: %" PRId64 "\n", name, value);
}

static bool
add_head(void *context, const char *device, int64_t seq, const unsigned char hash[32])
{
    struct buf *out = context;

    buf_addf(out, "head: %s %" PRId64 " ", device, seq);
    for (int i = 0; i < 32; i++)
        buf_addf(out, "%02x", hash[i]);
    buf_addc(out, '\n');
    return true;
}

static bool
write_text(struct app *app, const struct matter *m, enum decision d, const char *reason,
           struct buf *out, struct rc_error *err)
{
    const struct train_row *t = m->train;
    struct moment arrived = {t->arrived_at, t->arrived_offset};
    char when[MOMENT_TEXT];

    buf_adds(out, "railcheck-sign-v1\n");
    add(out, "meaning", decision_meaning(d));
    add(out, "train", t->uuid);
    add(out, "number", t->number);
    add(out, "index", t->index);
    add(out, "arrived", t->arrived_at ? moment_text(arrived, MOMENT_ISO, when) : "");
    add(out, "form", t->form);
    add(out, "version", t->version);
    add_number(out, "wagons", t->wagons);
    add_number(out, "struck", m->struck);
    add_number(out, "held", m->held);
    add_number(out, "answers", m->answers);
    add_number(out, "findings", t->findings);
    add_number(out, "open", m->open);
    add_number(out, "grave", m->grave);
    if (reason && *reason)
        add(out, "reason", reason);
    if (!store_heads(app->store, add_head, out, err))
        return false;
    add(out, "officer", app->actor);
    add(out, "badge", app->badge);
    add(out, "name", app->officer);
    add(out, "at", moment_text(app->env->now(app->env->context), MOMENT_ISO, when));
    return true;
}

bool
decide_text(struct app *app, int64_t train, enum decision d, const char *reason, struct buf *out,
            struct rc_error *err)
{
    struct matter m;
    bool done;

    if (!right_needed(app->roles, RIGHT_READ, err) || !matter_open(app, train, &m, err))
        return false;
    done = write_text(app, &m, d, reason, out, err);
    matter_release(&m);
    return done;
}

/* --- keys --- */

/* DATA/keys/first half of the public key.key: a new key never writes over an old one. */
static char *
key_file(struct app *app, const char *public_hex)
{
    struct buf path = {0};

    buf_addf(&path, "%s/keys/%.16s.key", store_dir(app->store), public_hex);
    return buf_detach(&path);
}

/* The public key that the records know for the officer at work; "" none. */
static bool
recorded_key(struct app *app, char hex[SIGN_PUBLIC_HEX], struct rc_error *err)
{
    struct officers officers = {0};
    const struct officer_row *officer;

    hex[0] = '\0';
    if (!store_officers(app->store, &officers, err))
        return false;
    officer = officer_with(&officers, app->badge);
    if (officer)
        snprintf(hex, SIGN_PUBLIC_HEX, "%s", officer->key);
    officers_release(&officers);
    return true;
}

bool
decide_has_key(struct app *app, bool *has, struct rc_error *err)
{
    char hex[SIGN_PUBLIC_HEX];
    char *path;

    *has = false;
    if (!recorded_key(app, hex, err))
        return false;
    path = key_file(app, hex);
    *has = *hex && access(path, R_OK) == 0;
    free(path);
    return true;
}

bool
decide_make_key(struct app *app, const char *passphrase, struct rc_error *err)
{
    struct sign_pair *pair = NULL;
    struct buf folder = {0}, body = {0};
    char hex[SIGN_PUBLIC_HEX];
    char *path = NULL;
    bool done = false;

    if (!right_needed(app->roles, RIGHT_REVIEW, err))
        return false;
    if (!*passphrase)
        return rc_fail(err, RC_E_EMPTY, "passphrase", NULL);
    buf_addf(&folder, "%s/keys", store_dir(app->store));
    pair = sign_pair_new();
    if (!pair) {
        rc_fail(err, RC_E_MEMORY, NULL, NULL);
        goto out;
    }
    sign_public(pair, hex);
    path = key_file(app, hex);
    if (!file_make_dir(buf_text(&folder), err) || !sign_pair_save(pair, path, passphrase, err))
        goto out;
    body_begin(&body);
    body_text(&body, "id", app->actor);
    body_text(&body, "key", hex);
    body_end(&body);
    done = app_begin(app, RIGHT_REVIEW, err) &&
           app_record(app, "officer.keyed", NULL, NULL, buf_text(&body), err) &&
           app_commit(app, err);
    if (!done)
        unlink(path);
out:
    sign_pair_free(pair);
    free(path);
    buf_release(&folder);
    buf_release(&body);
    return done;
}

static struct sign_pair *
open_key(struct app *app, const char *passphrase, char hex[SIGN_PUBLIC_HEX], struct rc_error *err)
{
    struct sign_pair *pair = NULL;
    char have[SIGN_PUBLIC_HEX];
    char *path;

    if (!recorded_key(app, hex, err))
        return NULL;
    path = key_file(app, hex);
    if (!*hex || access(path, F_OK) != 0)
        rc_fail(err, RC_E_NO_KEY, app->badge, NULL);
    else
        pair = sign_pair_load(path, passphrase, err);
    if (pair) {
        sign_public(pair, have);
        if (strcmp(have, hex) != 0) {
            rc_fail(err, RC_E_KEY_FILE, path, NULL);
            sign_pair_free(pair);
            pair = NULL;
        }
    }
    free(path);
    return pair;
}

/* --- deciding --- */

static bool
record(struct app *app, const struct matter *m, enum decision d, const char *reason,
       const struct sign_pair *pair, const char *public_hex, struct rc_error *err)
{
    struct buf text = {0}, body = {0};
    struct uuid uuid = uuid_new(app->env);
    char id[40], signature[SIGN_HEX];
    struct stamp stamp;
    bool done = false;

    uuid_text(&uuid, id);
    /* First: a clock that has to be flagged moves the head that is signed. */
    if (record_stamp(app, &stamp, err) && write_text(app, m, d, reason, &text, err)) {
        sign_message(pair, text.data, text.len, signature);
        body_begin(&body);
        body_text(&body, "id", id);
        body_text(&body, "reason", reason && *reason ? reason : NULL);
        body_text(&body, "text", buf_text(&text));
        body_text(&body, "key", public_hex);
        body_text(&body, "sig", signature);
        body_end(&body);
        done = record_at(app, &stamp, app->actor, decision_kind(d), m->train->uuid, NULL,
                         buf_text(&body), err) &&
               app_commit(app, err);
    }
    buf_release(&text);
    buf_release(&body);
    return done;
}

bool
decide_sign(struct app *app, int64_t train, enum decision d, const char *reason,
            const char *passphrase, struct rc_error *err)
{
    char hex[SIGN_PUBLIC_HEX];
    struct sign_pair *pair;
    struct matter m;
    bool done = false;

    if (!decide_allowed(app, train, d, reason, err) ||
        !(pair = open_key(app, passphrase, hex, err)))
        return false;
    if (app_begin(app, right_of(d), err)) {
        /* Again, now that nobody else can write. */
        if (matter_open(app, train, &m, err)) {
            done = decision_allowed(d, m.state, m.own, m.blocking, reason, err) &&
                   record(app, &m, d, reason, pair, hex, err);
            matter_release(&m);
        }
        if (!done)
            app_rollback(app);
    }
    sign_pair_free(pair);
    return done;
}
