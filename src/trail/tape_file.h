/* SPDX-License-Identifier: ISC */
/* Private to trail: the file of a tape, for writing and for reading. */
#ifndef RC_TRAIL_TAPE_FILE_H
#define RC_TRAIL_TAPE_FILE_H

#include <stdbool.h>
#include <sys/types.h>

#include "trail/tape.h"

#define TAPE_LINE_MAX (16U << 20) /* bytes */

/* Opens a regular file, no link; -1 and err otherwise. */
int tape_file_open(const char *path, int flags, struct rc_error *err);
/* RC_E_TAPE at that line (0: not known); false. */
bool tape_file_no_line(const char *path, unsigned line, struct rc_error *err);
/* The last whole line among the first size bytes, and where it ends. */
bool tape_file_end(int fd, const char *path, off_t size, struct tape_head *last, off_t *end,
                   struct rc_error *err);

#endif
