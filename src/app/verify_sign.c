/* SPDX-License-Identifier: ISC */
/* Are seals and signatures good, and by the keys that were made known before? */
#include "config.h"

#include "app/verify_sign.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/body_read.h"
#include "app/seal_chain.h"
#include "base/alloc.h"
#include "trail/head_code.h"
#include "trail/sign.h"

/* A device has one key for all its life. */
static void
device_keyed(struct pass *p, const struct event *e)
{
    struct buf key = {0};

    if (*p->key || !body_member(e->body, "key", &key) || key.len >= sizeof p->key) {
        pass_damage(p, RC_E_VERIFY_KEYED, e->device, e->seq, p->seq, NULL);
    } else {
        snprintf(p->key, sizeof p->key, "%s", buf_text(&key));
        if (strcmp(e->device, p->own) == 0)
            head_code_of_key(p->key, p->out->key);
    }
    buf_release(&key);
}

static void
chain_sealed(struct pass *p, const struct event *e)
{
    struct buf key = {0}, signature = {0}, text = {0};
    char proven[24];

    seal_text(&text, e->device, p->seq, p->prev);
    if (!body_member(e->body, "key", &key) || strcmp(buf_text(&key), p->key) != 0) {
        pass_damage(p, RC_E_VERIFY_KEY, e->device, e->seq, p->seal, NULL);
    } else if (!body_member(e->body, "sig", &signature) ||
               !sign_matches(p->key, buf_text(&text), text.len, buf_text(&signature))) {
        /* Something since the last good seal was rewritten; nothing says what. */
        snprintf(proven, sizeof proven, "%" PRId64, p->seal);
        pass_damage(p, RC_E_VERIFY_SEAL, e->device, e->seq, p->seal, proven);
    } else {
        p->seal = e->seq;
        p->out->seals++;
        if (!p->broken && strcmp(e->device, p->own) == 0)
            p->out->sealed_to = e->seq - 1;
    }
    buf_release(&key);
    buf_release(&signature);
    buf_release(&text);
}

static struct signer *
signer_of(struct pass *p, const char *actor)
{
    for (size_t i = 0; i < p->n_signers; i++) {
        if (strcmp(p->signers[i].actor, actor) == 0)
            return &p->signers[i];
    }
    return NULL;
}

static void
officer_keyed(struct pass *p, const struct event *e)
{
    struct buf id = {0}, key = {0};
    struct signer *signer;

    if (body_member(e->body, "id", &id) && body_member(e->body, "key", &key) &&
        key.len < sizeof signer->key) {
        if (!(signer = signer_of(p, buf_text(&id)))) {
            ARRAY_GROW(p->signers, p->n_signers, p->cap_signers);
            signer = &p->signers[p->n_signers++];
            signer->actor = rc_strdup(buf_text(&id));
        }
        snprintf(signer->key, sizeof signer->key, "%s", buf_text(&key));
    }
    buf_release(&id);
    buf_release(&key);
}

/* Does the text have this line? */
static bool
has_line(const char *text, const char *line)
{
    size_t len = strlen(line);

    for (const char *at = text; at; at = strchr(at, '\n')) {
        at += *at == '\n';
        if (strncmp(at, line, len) == 0 && (at[len] == '\n' || at[len] == '\0'))
            return true;
    }
    return false;
}

/* meaning, train, and the head before the event. */
static bool
text_fits(const struct pass *p, const struct event *e, const char *meaning, const char *text)
{
    struct buf line = {0};
    bool fits;

    buf_addf(&line, "railcheck-sign-v1\nmeaning: %s\ntrain: %s\n", meaning,
             e->train ? e->train : "");
    fits = strncmp(text, buf_text(&line), line.len) == 0;
    buf_clear(&line);
    buf_addf(&line, "head: %s %" PRId64 " ", e->device, p->seq);
    for (size_t i = 0; i < sizeof p->prev; i++)
        buf_addf(&line, "%02x", p->prev[i]);
    fits = fits && has_line(text, buf_text(&line));
    buf_release(&line);
    return fits;
}

static void
decision(struct pass *p, const struct event *e, const char *meaning)
{
    struct buf key = {0}, signature = {0}, text = {0};
    const struct signer *signer = signer_of(p, e->actor);

    if (!body_member(e->body, "key", &key) || !body_member(e->body, "sig", &signature) ||
        !body_member(e->body, "text", &text) ||
        !sign_matches(buf_text(&key), buf_text(&text), text.len, buf_text(&signature)))
        pass_damage(p, RC_E_VERIFY_SIGNATURE, e->device, e->seq, p->seq, NULL);
    else if (!signer || strcmp(signer->key, buf_text(&key)) != 0)
        pass_damage(p, RC_E_VERIFY_SIGNER, e->device, e->seq, p->seq, NULL);
    else if (!text_fits(p, e, meaning, buf_text(&text)))
        pass_damage(p, RC_E_VERIFY_SIGNED, e->device, e->seq, p->seq, NULL);
    else
        p->out->signatures++;
    buf_release(&key);
    buf_release(&signature);
    buf_release(&text);
}

void
sign_event(struct pass *p, const struct event *e)
{
    if (strcmp(e->kind, "device.keyed") == 0)
        device_keyed(p, e);
    else if (strcmp(e->kind, "chain.sealed") == 0)
        chain_sealed(p, e);
    else if (strcmp(e->kind, "officer.keyed") == 0)
        officer_keyed(p, e);
    else if (strcmp(e->kind, "review.accepted") == 0)
        decision(p, e, "accepted");
    else if (strcmp(e->kind, "train.released") == 0)
        decision(p, e, "released");
    else if (strcmp(e->kind, "train.held") == 0)
        decision(p, e, "held");
}
