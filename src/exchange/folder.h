/* SPDX-License-Identifier: ISC */
/* What is in a folder: its newest files, and how a path that is being typed goes on. */
#ifndef RC_EXCHANGE_FOLDER_H
#define RC_EXCHANGE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"

struct folder_file {
    char *path;
    int64_t at; /* last change, ms since 1970 UTC */
    unsigned long long size;
};
struct folder_files {
    struct folder_file *rows; /* the newest first */
    size_t n;
};

bool folder_is(const char *path);
/* The newest regular files, at most max of them, in the folder and in those below it (a camera
 * makes its own: DCIM/100...), three deep. Names that begin with a dot and links are passed over.
 * Release with folder_files_release. */
bool folder_newest(const char *path, size_t max, struct folder_files *out, struct rc_error *err);
void folder_files_release(struct folder_files *f);
/* The path typed, with the home folder for "~/" at its beginning; free it. */
char *folder_typed(const char *typed);
/*
 * Adds to out the path typed, as far as the names in its folder agree on how it goes on; behind a
 * whole folder comes a slash. Returns how many names fit what is typed: 0, and out is what was
 * typed; 1, and it is whole. "~/" at the beginning stands for the home folder.
 */
size_t folder_complete(const char *typed, struct buf *out);

#endif
