/* SPDX-License-Identifier: ISC */
/* Private to trail: the folder a file is in, to make a new name in it durable. */
#ifndef RC_TRAIL_FOLDER_H
#define RC_TRAIL_FOLDER_H

/* Opens the folder of path for *at calls and fsync; -1 and errno. *name: path's last part. */
int folder_open(const char *path, const char **name);

#endif
