/* SPDX-License-Identifier: ISC */
/* Use cases on a list of a train: reading it, listing the train, correcting one that is listed. */
#ifndef RC_APP_IMPORT_H
#define RC_APP_IMPORT_H

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
    struct notes errors; /* any: the file is refused, see accept_rest */
    struct notes warnings;
    int64_t already;   /* id of the train that this very file made; 0: new */
    int64_t open;      /* a train with the same number or index is still in work; 0: none */
    char headings[65]; /* SHA-256 of the headings; "" none */
    char *mapping;     /* the columns are those chosen for this file before; NULL: not */
    struct consist_column *columns; /* chosen this time */
    size_t n_columns;
    bool accept_rest; /* set by the caller: rejected rows are left out, the others listed */
};

/* Reads the file; false and err only when it cannot be read at all. */
bool import_read(struct app *app, const char *file, struct import *out, struct rc_error *err);
/* The same with encoding and columns chosen, and with answers to what an earlier reading asked.
 * Columns are remembered for lists with the same headings when the list is saved, and taken when
 * nothing is chosen for such a list. */
bool import_read_as(struct app *app, const char *file, const struct consist_choice *choice,
                    struct import *out, struct rc_error *err);
/* Can the list be used? False and err while it has errors (see accept_rest) or asks something. */
bool import_ready(const struct import *import, struct rc_error *err);
/* Lists the train at this level, all or nothing. An import of the same file again changes nothing:
 * *train is the train that is there, *added false. */
bool import_save(struct app *app, struct import *import, int level, int64_t *train, bool *added,
                 struct rc_error *err);
void import_release(struct import *import);
/* The local day of the week in the user's language, short: a date that was mistyped shows. */
const char *import_weekday(struct moment m);

/* What kind of list it was, in the user's language; "" for a table. */
const char *import_format(const struct import *import);

/* Writes the rejected rows with line, column and reason as CSV to path (NULL: a new file in the
 * folder "rejected" of the data). *written (free it) is the path. Never over the list itself. */
bool import_write_rejected(struct app *app, const struct import *import, const char *path,
                           char **written, struct rc_error *err);

/* --- a corrected list of a train that is listed --- */

enum correction_kind {
    CORRECTION_ATTACHED, /* new in the list */
    CORRECTION_DETACHED, /* no longer in the list */
    CORRECTION_MOVED,
    CORRECTION_CHANGED, /* other facts */
    CORRECTIONS
};

struct correction {
    enum correction_kind kind;
    int64_t wagon;   /* in the records; 0: attached */
    size_t row;      /* of the list's wagons; not for a detached one */
    char number[88]; /* as listed */
    int from, to;    /* position; 0: none */
    bool worked_on;  /* something is recorded on the wagon: it stays */
    char *facts;     /* of a change, in words: "cargo: A -> B"; else NULL */
};
struct corrections {
    struct correction *list; /* in the order of the train */
    size_t n, cap;
    size_t count[CORRECTIONS];
};

/* What the list would change on the train. Wagons are compared by number; an empty field of the
 * list changes nothing. Refused for a list with any error (a row that was rejected would look like
 * a wagon detached) or with an open question. */
bool import_compare(struct app *app, const struct import *import, int64_t train,
                    struct corrections *out, struct rc_error *err);
/* Changes it, all or nothing; out says what was changed. Refused once the train is submitted. */
bool import_correct(struct app *app, const struct import *import, int64_t train,
                    struct corrections *out, struct rc_error *err);
void corrections_release(struct corrections *c);

/* --- private to app --- */

/* Records the columns that were chosen, in the caller's transaction. */
bool import_remember(struct app *app, const struct import *import, struct rc_error *err);

#endif
