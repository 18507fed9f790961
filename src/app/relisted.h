/* SPDX-License-Identifier: ISC */
/* Private to app: what a corrected list says anew about one wagon. */
#ifndef RC_APP_RELISTED_H
#define RC_APP_RELISTED_H

#include "app/app.h"
#include "base/buf.h"
#include "exchange/consist.h"

/* The wagon as it is to be: what the list says, and where it says nothing what is recorded. */
struct merged {
    struct consist_wagon wagon; /* borrows its texts from the list and the row */
    char *containers;           /* joined, as recorded */
    bool kind_changes;
    struct buf facts;   /* the differences in words */
    struct buf added;   /* seals, JSON */
    struct buf dropped; /* seals, JSON */
    size_t n_added;
};

/* listed and row with its seals must outlive the result; facts is empty when nothing differs. */
struct merged merged_with(struct rc_env *env, const struct consist_wagon *listed,
                          const struct wagon_row *row, const struct seals *seals);
void merged_release(struct merged *m);

/* Records wagon.relisted for the wagon with this id, in the caller's transaction. */
bool record_relisted(struct app *app, const struct consist_wagon *listed, int64_t wagon,
                     struct rc_error *err);

#endif
