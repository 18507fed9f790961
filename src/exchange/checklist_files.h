/* SPDX-License-Identifier: ISC */
/*
 * Reads a checklist set from its CSV files (headings as in XLSForm) and drawings (drawing.h). The
 * files are taken as texts, so that a set comes alike from a folder and from the database.
 */
#ifndef RC_EXCHANGE_CHECKLIST_FILES_H
#define RC_EXCHANGE_CHECKLIST_FILES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "core/checklist.h"

#define DRAWINGS_FOLDER "drawings/"

struct set_file {
    char *path; /* relative: "settings.csv", "modules/run.csv", "drawings/tank.txt" */
    char *text;
    size_t len;
};

struct set_files {
    struct set_file *files; /* sorted by path */
    size_t n, cap;
};

/* All files of the set in dir: settings, sheets, gates, choices, sources, modules of every .csv in
 * modules/, drawings of every .txt in drawings/ (which need not be there). */
bool set_files_read(struct set_files *out, const char *dir, struct rc_error *err);
void set_files_add(struct set_files *files, const char *path, const char *text, size_t len);
void set_files_release(struct set_files *files);

/*
 * The set, or NULL: then errors holds every error found (file, line, column, what to do), the first
 * 100. Notes (an unknown column is ignored) go to notes. dir is put before paths in messages (""
 * none).
 */
struct checklist *checklist_read(const struct set_files *files, const char *dir,
                                 struct notes *errors, struct notes *notes);

#endif
