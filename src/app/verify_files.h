/* SPDX-License-Identifier: ISC */
/* Are the copies of all files that were ever attached to findings there and unaltered? */
#ifndef RC_APP_VERIFY_FILES_H
#define RC_APP_VERIFY_FILES_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

struct verified_files {
    int64_t files;            /* recorded: each name and content once */
    int64_t missing, altered; /* of these */
};

/* Called after each file with how many of all are done. */
typedef void files_progress(void *context, int64_t done, int64_t all);

/*
 * Reads every copy. damage (NULL allowed) receives a note for each that is missing or altered,
 * RC_E_FILE_MISSING or RC_E_FILE_ALTERED with name and SHA-256. True when there is none; else err
 * is the first of them, or why it could not be looked at.
 */
bool verify_files(struct app *app, files_progress *progress, void *context, struct notes *damage,
                  struct verified_files *out, struct rc_error *err);

#endif
