/* SPDX-License-Identifier: ISC */
/*
 * Use cases: photos and files of a finding. A file is copied into the data folder, and its name,
 * size and SHA-256 are recorded; the copy stays for good, because the records name it.
 */
#ifndef RC_APP_ATTACH_H
#define RC_APP_ATTACH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "base/buf.h"

/*
 * Attaches the n files at paths to the finding, all or none. A file whose content the finding has
 * already changes nothing; *added (NULL allowed) is how many were new. why: as in app/inspect.h.
 * Copies that a crash of the program cut short are taken away before. RC_E_NOT_A_FILE,
 * RC_E_EMPTY_FILE, RC_E_FILE_LARGE, RC_E_FILES_MANY, RC_E_FILE_CHANGING, RC_E_DISK_FULL.
 */
bool attach_files(struct app *app, int64_t wagon, const char *finding, const char *const *paths,
                  size_t n, const char *why, size_t *added, struct rc_error *err);
/* Takes the file with this hash off the finding; why is recorded on an open wagon too. */
bool attach_remove(struct app *app, int64_t wagon, const char *finding, const char *sha256,
                   const char *why, struct rc_error *err);
/* Where the copy is; free it. */
char *attach_path(struct app *app, const char *sha256, const char *name);

/* A file that can be chosen. */
struct attachable {
    char *path;
    int64_t at; /* last change, ms since 1970 UTC */
    unsigned long long size;
};
struct attachables {
    struct attachable *rows; /* the newest first */
    size_t n;
};
/* Is path a folder? */
bool attach_is_folder(const char *path);
/* The newest files of the folder and those below it, at most max. */
bool attach_newest(const char *path, size_t max, struct attachables *out, struct rc_error *err);
void attachables_release(struct attachables *a);
/* The path typed, with the home folder for "~/" at its beginning; free it. */
char *attach_typed(const char *typed);
/* How the path typed goes on: exchange/folder.h. */
size_t attach_complete(const char *typed, struct buf *out);

#endif
