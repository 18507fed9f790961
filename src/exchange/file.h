/* SPDX-License-Identifier: ISC */
/* Whole files in and out: bounded reading, atomic writing. */
#ifndef RC_EXCHANGE_FILE_H
#define RC_EXCHANGE_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"

/* Adds the content of the regular file path to out; at most max bytes (RC_E_TOO_LARGE). FIFOs,
 * devices and directories are refused (RC_E_NOT_A_FILE). */
bool file_read(const char *path, size_t max, struct buf *out, struct rc_error *err);
/* Writes len bytes under dir/name so that the name holds the old or the new content, never a part:
 * temporary file beside it, fsync, rename, fsync of the folder. Mode 0600. */
bool file_write(const char *dir, const char *name, const void *bytes, size_t len,
                struct rc_error *err);
/* Writes all to fd; false with errno. write(2) may take less than it was given, on a full disk or a
 * signal. */
bool file_write_all(int fd, const void *from, size_t len);
/* Are both paths the same file that is there? */
bool file_same(const char *a, const char *b);
/* Makes dir (and missing parents) with mode 0770; fine when it is there. */
bool file_make_dir(const char *dir, struct rc_error *err);

#endif
