/* SPDX-License-Identifier: ISC */
/*
 * A folder of files that appears as a whole: it is written beside its place, under the name with
 * ".part" behind it, and takes its place when all is there. A file in it has its name when it is
 * complete.
 */
#ifndef RC_EXCHANGE_OUT_FOLDER_H
#define RC_EXCHANGE_OUT_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

struct out_folder {
    char *place; /* where it will be */
    char *part;  /* where it is written */
    int lock;    /* held while it is open */
};

/* Opens the part-folder for dir (made when missing, with what an earlier try left in it). Another
 * program that writes the same one is RC_E_EXPORT_BUSY. */
bool out_folder_open(struct out_folder *f, const char *dir, struct rc_error *err);
/*
 * Brings the files to their place. A folder that is there already keeps what else is in it: the
 * files named stale and the last of names are taken away first, then the new ones put in, the last
 * one last: where it is, all is. Stale ones that an earlier try left do not come along. Both lists
 * end with NULL. numbered is a folder in it whose files have a number of three or more digits and a
 * dash before their names: such files are ours, and those of an earlier time go away with the
 * stale ones.
 */
bool out_folder_publish(struct out_folder *f, const char *const *names, const char *const *stale,
                        const char *numbered, struct rc_error *err);
/* Takes away what an earlier try left in the folder of numbered files. */
bool out_folder_clear(struct out_folder *f, const char *numbered, struct rc_error *err);
/* Closes; what is written stays in the part-folder. */
void out_folder_close(struct out_folder *f);

/* A file in dir, written piece by piece. */
struct out_file {
    int fd;
    char *dir, *name;
    struct buf pending;
};

bool out_file_open(struct out_file *f, const char *dir, const char *name, struct rc_error *err);
/* Takes the content of text, which is empty afterwards. */
bool out_file_add(struct out_file *f, struct buf *text, struct rc_error *err);
/* Writes all to the disk and gives the file its name. */
bool out_file_close(struct out_file *f, struct rc_error *err);
/* Gives up what is not complete; harmless after out_file_close. */
void out_file_drop(struct out_file *f);

#endif
