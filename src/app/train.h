/* SPDX-License-Identifier: ISC */
/* Use cases on a whole train: listing it from a file, what is missing, submitting, exporting. */
#ifndef RC_APP_TRAIN_H
#define RC_APP_TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "exchange/consist.h"

/* A file read and checked, not saved yet. */
struct import {
    char *file;
    char sha256[65];
    struct consist consist;
    struct notes errors; /* any: the file is refused */
    struct notes warnings;
    int64_t already; /* id of the train that this very file made; 0: new */
};

/* Reads the file; false and err only when it cannot be read at all. */
bool import_read(struct app *app, const char *file, struct import *out, struct rc_error *err);
/* The same with answers to what an earlier reading asked (consist.h). */
bool import_read_told(struct app *app, const char *file, const struct consist_told *told,
                      struct import *out, struct rc_error *err);
/* Can the list be used? False and err while it has errors or asks something. */
bool import_ready(const struct import *import, struct rc_error *err);
/* Lists the train at this level, all or nothing. An import of the same file again changes nothing:
 * *train is the train that is there, *added false. */
bool import_save(struct app *app, struct import *import, int level, int64_t *train, bool *added,
                 struct rc_error *err);
void import_release(struct import *import);

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
