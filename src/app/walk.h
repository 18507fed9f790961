/* SPDX-License-Identifier: ISC */
/*
 * How an officer walks a train: towards its head or its tail, along which side. Trains are walked
 * twice, once along each side, and often by two groups: so it is kept per train and officer, and
 * stands in the records with its time.
 */
#ifndef RC_APP_WALK_H
#define RC_APP_WALK_H

#include "app/app.h"
#include "store/queries.h"

/* How the officer at work walks the train; from the head along no side when he never said. */
bool walk_now(struct app *app, int64_t train, struct walk_row *out, struct rc_error *err);
/* Turns round: the other direction and, when he walks along a side, the other side (RIGHT_INSPECT).
 * now: how he walks from then on. */
bool walk_turn(struct app *app, int64_t train, struct walk_row *now, struct rc_error *err);
/* The next of: no side, left, right; the direction stays (RIGHT_INSPECT). */
bool walk_side(struct app *app, int64_t train, struct walk_row *now, struct rc_error *err);

#endif
