/* SPDX-License-Identifier: ISC */
/* Takes away copies that were cut short: their process no longer runs. */
#include "config.h"

#include "exchange/file_sweep.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/file_copy.h"

/* The process that made the temporary file of this name; 0 when it is none of ours. */
static pid_t
maker(const char *name)
{
    const size_t begin = strlen(STAGED_NAME);
    size_t digits, more;

    if (strncmp(name, STAGED_NAME, begin) != 0)
        return 0;
    digits = strspn(name + begin, "0123456789");
    if (!digits || digits > 9 || name[begin + digits] != '-')
        return 0;
    more = strspn(name + begin + digits + 1, "0123456789");
    if (!more || strcmp(name + begin + digits + 1 + more, ".tmp") != 0)
        return 0;
    return (pid_t)strtol(name + begin, NULL, 10);
}

static bool
runs(pid_t pid)
{
    return kill(pid, 0) == 0 || errno != ESRCH;
}

/* The folder fd and, when deep, those right below it. */
static void
sweep(int fd, bool deep)
{
    DIR *dir = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *e;

    if (!dir) {
        if (fd >= 0)
            close(fd);
        return;
    }
    while ((e = readdir(dir)) != NULL) {
        pid_t pid = maker(e->d_name);

        if (pid && !runs(pid))
            (void)unlinkat(fd, e->d_name, 0);
        else if (deep && e->d_name[0] != '.')
            sweep(openat(fd, e->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), false);
    }
    closedir(dir);
}

void
file_sweep(const char *dir)
{
    sweep(open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), true);
}
