/* SPDX-License-Identifier: ISC */
/* Files attached to findings: limits, the name that is recorded, where their copies are kept. */
#ifndef RC_CORE_ATTACHED_H
#define RC_CORE_ATTACHED_H

#include <stddef.h>

#include "base/buf.h"

#define ATTACHED_BYTES_MAX ((unsigned long long)200 << 20)
#define ATTACHED_PER_FINDING 50
#define ATTACHED_FOLDER "files" /* in the data folder, and in an export */
#define ATTACHED_PLACE 80

/* Adds the base name of path as it is recorded: made visible (base/show.h), so that it is valid
 * text whatever the bytes of the file's name are. */
void attached_name(const char *path, struct buf *out);
/* Where the copy is kept, below the folder ATTACHED_FOLDER of the data: the first two digits of the
 * hash, a slash, the hash and the ending of the name when it is short and plain ASCII. sha256: 64
 * hex digits. */
void attached_place(const char *sha256, const char *name, char out[ATTACHED_PLACE]);
/* Adds the name that the n-th copy of an export has: number, "-", the recorded name without what
 * some file system or shell takes amiss. */
void attached_export_name(size_t n, const char *name, struct buf *out);

#endif
