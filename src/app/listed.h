/* SPDX-License-Identifier: ISC */
/* Private to app: what a list says about a wagon, as it is recorded. */
#ifndef RC_APP_LISTED_H
#define RC_APP_LISTED_H

#include "app/app.h"
#include "base/buf.h"
#include "exchange/consist.h"

/* Members of an event's body: the facts of the wagon, empty ones left out. */
void listed_facts(struct buf *body, const struct consist_wagon *w);
/* One member of "added" of wagon.relisted: [n, uuid, number, folded number, place]; the array is
 * closed by the caller. */
void listed_seal(struct buf *array, struct rc_env *env, int n, const char *number);
/* Records wagon.listed with a new uuid; set and level are those of the train. */
bool listed_wagon(struct app *app, const char *train, const struct consist_wagon *w,
                  const struct checklist *set, int level, struct rc_error *err);

#endif
