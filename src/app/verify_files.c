/* SPDX-License-Identifier: ISC */
/* Reads the copies of attached files and compares them with what the events say. */
#include "config.h"

#include "app/verify_files.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/attach.h"
#include "trail/trail.h"

/* A hash of another form was written by no program of ours, and would name a place anywhere. */
static bool
is_hash(const char *text)
{
    return strlen(text) == 64 && strspn(text, "0123456789abcdef") == 64;
}

/* What is wrong with the copy; RC_OK when nothing is. */
static enum rc_code
look_at(struct app *app, const struct file_row *file)
{
    unsigned long long size = 0;
    char hash[65], *path;
    enum rc_code code = RC_OK;

    if (!is_hash(file->sha256))
        return RC_E_FILE_MISSING;
    path = attach_path(app, file->sha256, file->name);
    if (access(path, F_OK) != 0)
        code = RC_E_FILE_MISSING;
    else if (!trail_file_sha256(path, hash, &size, NULL) || strcmp(hash, file->sha256) != 0 ||
             size != (unsigned long long)file->size)
        code = RC_E_FILE_ALTERED;
    free(path);
    return code;
}

bool
verify_files(struct app *app, files_progress *progress, void *context, struct notes *damage,
             struct verified_files *out, struct rc_error *err)
{
    struct files files = {0};
    struct rc_error first = {0};

    *out = (struct verified_files){0};
    if (!right_needed(app->roles, RIGHT_VERIFY, err) || !store_files_ever(app->store, &files, err))
        return false;
    out->files = (int64_t)files.n;
    for (size_t i = 0; i < files.n; i++) {
        struct rc_error note = {0};
        enum rc_code code = look_at(app, &files.rows[i]);

        out->missing += code == RC_E_FILE_MISSING;
        out->altered += code == RC_E_FILE_ALTERED;
        if (code) {
            rc_fail(&note, code, files.rows[i].name, files.rows[i].sha256);
            if (damage)
                notes_add(damage, &note);
            if (!first.code)
                first = note;
        }
        if (progress)
            progress(context, (int64_t)i + 1, out->files);
    }
    files_release(&files);
    if (first.code && err)
        *err = first;
    return !first.code;
}
