/* SPDX-License-Identifier: ISC */
/* A file of names for codes: list, code, name, name::ru; of one list or several. */
#ifndef RC_EXCHANGE_CODES_H
#define RC_EXCHANGE_CODES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* Names of the lists, in the order in which they are shown; NULL ends them. */
extern const char *const code_lists[];

struct code {
    const char *list; /* one of code_lists */
    unsigned line;    /* in the file */
    char *code, *name, *name_ru;
    char *source; /* column "source", "" none */
};

struct code_file {
    struct code *rows; /* by list, then by code */
    size_t n, cap;
};

/*
 * Reads text (len bytes; `,` `;` or tab; UTF-8 or CP1251; file is for messages). False when errors
 * has anything: unknown list, a code of the wrong shape or twice, no name. Notes name columns that
 * are ignored and check digits that do not fit. out is released by the caller in either case.
 */
bool codes_read(const char *text, size_t len, const char *file, struct code_file *out,
                struct notes *errors, struct notes *notes);
void code_file_release(struct code_file *f);
/* The code of the list in f: itself, or, for a code of 5 digits without its check digit, the one of
 * 6 that begins with it. NULL: none. */
const struct code *code_find(const struct code_file *f, const char *list, const char *code);
/* Does `whole` stand for code: equal, or code plus a check digit? */
bool code_same(const char *list, const char *code, const char *whole);

#endif
