/* SPDX-License-Identifier: ISC */
/* The files of a checklist set: from a folder, or added one by one. */
#include "config.h"

#include "exchange/checklist_files.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "exchange/file.h"

#define SET_FILE_MAX (4u << 20)
#define SET_FOLDER_MAX 200

void
set_files_add(struct set_files *files, const char *path, const char *text, size_t len)
{
    size_t at = 0;

    ARRAY_GROW(files->files, files->n, files->cap);
    while (at < files->n && strcmp(files->files[at].path, path) < 0)
        at++;
    memmove(&files->files[at + 1], &files->files[at], (files->n - at) * sizeof *files->files);
    files->files[at] = (struct set_file){rc_strdup(path), rc_memdup(text, len), len};
    files->n++;
}

void
set_files_release(struct set_files *files)
{
    for (size_t i = 0; i < files->n; i++) {
        free(files->files[i].path);
        free(files->files[i].text);
    }
    free(files->files);
    *files = (struct set_files){0};
}

static bool
add_file(struct set_files *out, const char *dir, const char *path, struct rc_error *err)
{
    struct buf full = {0}, text = {0};
    bool done;

    buf_addf(&full, "%s/%s", dir, path);
    done = file_read(buf_text(&full), SET_FILE_MAX, &text, err);
    if (done)
        set_files_add(out, path, buf_text(&text), text.len);
    buf_release(&full);
    buf_release(&text);
    return done;
}

/* Adds the files of the folder under dir whose names end with ending. */
static bool
add_folder(struct set_files *out, const char *dir, const char *under, const char *ending,
           bool needed, struct rc_error *err)
{
    struct buf folder = {0}, path = {0};
    size_t before = out->n;
    struct dirent *entry;
    bool done = true;
    DIR *files;

    buf_addf(&folder, "%s/%s", dir, under);
    files = opendir(buf_text(&folder));
    if (!files && (needed || errno != ENOENT))
        done = rc_fail_errno(err, RC_E_OPEN, buf_text(&folder));
    while (done && files && (entry = readdir(files))) {
        size_t len = strlen(entry->d_name), tail = strlen(ending);

        if (entry->d_name[0] == '.' || len <= tail ||
            strcmp(entry->d_name + len - tail, ending) != 0)
            continue;
        if (out->n - before == SET_FOLDER_MAX) {
            rc_fail(err, RC_E_SET_MANY, "200", NULL);
            done = rc_error_at(err, buf_text(&folder), 0, 0);
            break;
        }
        buf_clear(&path);
        buf_addf(&path, "%s/%s", under, entry->d_name);
        done = add_file(out, dir, buf_text(&path), err);
    }
    if (files)
        closedir(files);
    buf_release(&folder);
    buf_release(&path);
    return done;
}

bool
set_files_read(struct set_files *out, const char *dir, struct rc_error *err)
{
    static const char *const parts[] = {"settings.csv", "sheets.csv", "gates.csv", "choices.csv",
                                        "sources.csv"};

    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        if (!add_file(out, dir, parts[i], err))
            return false;
    }
    return add_folder(out, dir, "modules", ".csv", true, err) &&
           add_folder(out, dir, "drawings", ".txt", false, err);
}
