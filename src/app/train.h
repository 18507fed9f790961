/* SPDX-License-Identifier: ISC */
/* Use cases on a whole train: what is missing, submitting, exporting, taking its import back. */
#ifndef RC_APP_TRAIN_H
#define RC_APP_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"

/* Something that is not filled in. */
struct gap {
    int64_t wagon;
    int position;
    char number[24];
    char key[64];      /* of the item; "" the wagon is not closed */
    const char *label; /* of the item, in language lang of the set; owned by the set */
};
struct gaps {
    struct gap *list;
    size_t n, cap;
};
/* What is missing on the wagon (0: on every wagon of the train that is not struck out). */
bool train_gaps(struct app *app, int64_t train, int64_t wagon, const char *lang, struct gaps *out,
                struct rc_error *err);
void gaps_release(struct gaps *gaps);

/* Submits the train to the shift lead; refused while a wagon is open. */
bool train_submit(struct app *app, int64_t train, struct rc_error *err);

/* Takes the import of a train back, with a reason: it is in no list any more, its records stay, and
 * the same file can be imported again. Refused once anything was recorded on it. */
bool train_withdraw(struct app *app, int64_t train, const char *reason, struct rc_error *err);

/* The train that text names: number, number@date (yyyy-mm-dd), or id. Ambiguous or unknown:
 * false; err lists the candidates. */
bool train_named(struct app *app, const char *text, int64_t *train, struct rc_error *err);

/* Writes the tables of the train into dir: app/export.h, for programs. */
bool train_export(struct app *app, int64_t train, const char *dir, struct rc_error *err);

/* The folder that the consist screen exports to: DATA/export/NUMBER-yyyymmdd. Free it. */
char *train_export_dir(struct app *app, const struct train_row *train);
/* The folder of an export of the archive: DATA/export/archive. Free it. */
char *archive_export_dir(struct app *app);

#endif
