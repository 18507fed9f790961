/* SPDX-License-Identifier: ISC */
/*
 * Private to app: seals of the chain, signatures of the device's key over the head. A rewritten
 * chain needs the key. The key file, DATA/keys/device.key, may be out of reach of an officer's
 * account: then his events are not sealed, and nothing else changes.
 */
#ifndef RC_APP_SEAL_CHAIN_H
#define RC_APP_SEAL_CHAIN_H

#include "app/app.h"
#include "base/buf.h"

#define SEAL_EVERY 64 /* events without a seal at most, where the key can be read */

/* What a seal signs: the head before it. */
void seal_text(struct buf *out, const char *device, int64_t seq, const unsigned char hash[32]);
/* Is an event of this kind sealed with its transaction? */
bool seal_at_once(const char *kind);
/* Appends a seal to the open transaction when one is due. A failure ends the transaction. */
bool seal_chain(struct app *app, struct rc_error *err);

char *seal_key_path(const char *dir);
/* Makes the key file when there is none. */
void seal_key_make(struct app *app);
/* Records device.keyed with the key in hand, inside the transaction. */
bool seal_key_record(struct app *app, struct rc_error *err);
/* Takes the device's key in hand on opening for work; a database without one gets one. */
bool seal_key_open(struct app *app, struct rc_error *err);

#endif
