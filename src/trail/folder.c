/* SPDX-License-Identifier: ISC */
/* Finds and opens the folder that a file is in. */
#include "config.h"

#include "trail/folder.h"

#include <errno.h>
#include <fcntl.h>

#include "base/alloc.h"

int
folder_open(const char *path, const char **name)
{
    const char *slash = strrchr(path, '/');
    char *folder;
    int fd, cause;

    *name = slash ? slash + 1 : path;
    if (!**name) {
        errno = EISDIR;
        return -1;
    }
    folder = slash ? rc_memdup(path, (size_t)(slash + 1 - path)) : rc_strdup(".");
    fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    cause = errno;
    free(folder);
    errno = cause;
    return fd;
}
