/* SPDX-License-Identifier: ISC */
/*
 * Sign-off: a shift lead accepts, releases or holds a train and signs that with his own Ed25519
 * key, which his passphrase opens. The signed text is recorded as it was signed.
 */
#ifndef RC_APP_DECIDE_H
#define RC_APP_DECIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "base/buf.h"
#include "core/state.h"

/* May the officer at work decide so? False and err with the rule. Asks for no passphrase. */
bool decide_allowed(struct app *app, int64_t train, enum decision d, const char *reason,
                    struct rc_error *err);
/*
 * Adds what would be signed now, lines of "name: value" from "railcheck-sign-v1" on: meaning,
 * train, counts, the head of every device's chain, officer, time.
 */
bool decide_text(struct app *app, int64_t train, enum decision d, const char *reason,
                 struct buf *out, struct rc_error *err);

#define PASSPHRASE_MAX 100 /* characters that front ends take */

/* Has the officer at work a key that is on this machine? */
bool decide_has_key(struct app *app, bool *has, struct rc_error *err);
/* Makes him a new key under this passphrase (at least PASSPHRASE_MIN characters, trail/sign.h); it
 * takes the place of one that he had. Needs RIGHT_REVIEW. */
bool decide_make_key(struct app *app, const char *passphrase, struct rc_error *err);

/* Decides and signs. The passphrase is worked on for about a second before anything is locked. */
bool decide_sign(struct app *app, int64_t train, enum decision d, const char *reason,
                 const char *passphrase, struct rc_error *err);

#endif
