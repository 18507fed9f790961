/* SPDX-License-Identifier: ISC */
/* Copying a file of any kind so that its new name holds all of it or nothing. */
#ifndef RC_EXCHANGE_FILE_COPY_H
#define RC_EXCHANGE_FILE_COPY_H

#include <stdbool.h>

#include "base/error.h"

#define STAGED_NAME ".copy." /* that temporary names begin with */

/* A whole copy that has no name yet. */
struct staged_file {
    char *dir;
    char *path; /* of the temporary file in dir */
};

/* Is path a regular file of at least 1 and at most max bytes that can be read? RC_E_NOT_A_FILE,
 * RC_E_EMPTY_FILE, RC_E_FILE_LARGE, RC_E_OPEN. */
bool file_fit(const char *path, unsigned long long max, struct rc_error *err);
/*
 * Copies the regular file path of at least 1 and at most max bytes into dir (made when missing,
 * with its parents), to the disk, with this mode. RC_E_NOT_A_FILE, RC_E_EMPTY_FILE,
 * RC_E_FILE_LARGE, RC_E_DISK_FULL and the errors of reading and writing; nothing is left behind
 * then. What is read afterwards comes from the disk and not from memory, where the system allows
 * it.
 */
bool file_stage(const char *path, const char *dir, unsigned long long max, unsigned mode,
                struct staged_file *out, struct rc_error *err);
/* Gives the copy its name in dir (in place of what has it), to the disk; releases s. On failure
 * nothing is left behind. */
bool file_place(struct staged_file *s, const char *name, struct rc_error *err);
/* Takes the copy away and releases s; harmless when it is placed or was never staged. */
void file_unstage(struct staged_file *s);
/* Takes the file away; fine when there is none. */
bool file_remove(const char *path, struct rc_error *err);

#endif
