/* SPDX-License-Identifier: ISC */
/* Is this computer, this folder, this database fit for work? */
#ifndef RC_APP_DOCTOR_H
#define RC_APP_DOCTOR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/env.h"

enum doctor_verdict { DOCTOR_GOOD, DOCTOR_LOOK, DOCTOR_BAD };

struct doctor_line {
    enum doctor_verdict verdict;
    const char *topic; /* in the language of the user, as the texts are */
    char text[600];    /* what was found and what to do */
};

#define DOCTOR_LINES 16

/*
 * Looks at the data folder dir, its database and the clock; opens the database for reading only and
 * changes nothing. Returns the number of lines in out. A folder that cannot be opened is a line,
 * not an error.
 */
size_t doctor_examine(const char *dir, struct rc_env *env, struct doctor_line out[DOCTOR_LINES]);

#endif
