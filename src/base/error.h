/* SPDX-License-Identifier: ISC */
/*
 * What went wrong, said once, at the place that knows.
 *
 * A function that can fail takes `struct rc_error *err` last (NULL allowed) and returns false (or
 * NULL); the place that finds the cause fills err with rc_fail. Callers add the place in a file
 * with rc_error_at. Texts are looked up by code and translated by the user interface
 * (i18n/message.h); %1 and %2 in a text stand for the two arguments.
 *
 * Warnings (an import's notes) are values of the same struct.
 */
#ifndef RC_BASE_ERROR_H
#define RC_BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error-codes.h"

/* How a program ends: the exit status of the command line. */
enum rc_exit { RC_EXIT_DONE = 0, RC_EXIT_DATA = 1, RC_EXIT_USAGE = 2, RC_EXIT_SYSTEM = 3 };

enum rc_code {
#define X(name, exit, text) name,
    RC_ERRORS(X)
#undef X
        RC_CODES
};

struct rc_error {
    enum rc_code code;
    unsigned line;   /* 1-based line in file; 0: not about a line */
    unsigned column; /* 1-based column (characters, or field number for CSV); 0: none */
    char file[256];  /* "" : not about a file */
    char arg[2][200];
};

/* Fills err (when not NULL; an error already in err is replaced) and returns false, so that
 * `return rc_fail(err, RC_E_…, a, b);` reads well. a and b may be NULL. */
bool rc_fail(struct rc_error *err, enum rc_code code, const char *a, const char *b);
/* rc_fail with what errno says as the second argument; ENOSPC becomes RC_E_DISK_FULL. */
bool rc_fail_errno(struct rc_error *err, enum rc_code code, const char *a);
/* Adds the place to err; returns false. */
bool rc_error_at(struct rc_error *err, const char *file, unsigned line, unsigned column);
/* The English text of code, with %1 %2 still in it. Translate it, then use rc_message. */
const char *rc_code_text(enum rc_code code);
enum rc_exit rc_code_exit(enum rc_code code);

/* A growable list of errors or warnings; release with notes_release. */
struct notes {
    struct rc_error *list;
    size_t n;
    size_t cap;
};

void notes_add(struct notes *notes, const struct rc_error *note);
void notes_release(struct notes *notes);

#endif
