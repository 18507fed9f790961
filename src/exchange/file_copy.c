/* SPDX-License-Identifier: ISC */
/* Copying a file: a temporary beside its place, fsync, rename. */
#include "config.h"

#include "exchange/file_copy.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/file.h"

#define PIECE 65536
#define NAME_ATTEMPTS 100

static bool
fail_size(struct rc_error *err, const char *path, unsigned long long bytes, unsigned long long max)
{
    char limit[32];

    if (!bytes)
        return rc_fail(err, RC_E_EMPTY_FILE, path, NULL);
    snprintf(limit, sizeof limit, "%llu MB", max >> 20);
    return rc_fail(err, RC_E_FILE_LARGE, path, limit);
}

/* Opens a regular file of a size within bounds; -1 and err when it is none. */
static int
open_source(const char *path, unsigned long long max, struct rc_error *err)
{
    /* Without O_NONBLOCK the opening of a FIFO would wait for a writer. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat st;

    if (fd < 0) {
        if (errno == ENXIO)
            rc_fail(err, RC_E_NOT_A_FILE, path, NULL);
        else
            rc_fail_errno(err, RC_E_OPEN, path);
        return -1;
    }
    if (fstat(fd, &st) != 0)
        rc_fail_errno(err, RC_E_READ, path);
    else if (!S_ISREG(st.st_mode))
        rc_fail(err, RC_E_NOT_A_FILE, path, NULL);
    else if (st.st_size < 1 || (unsigned long long)st.st_size > max)
        fail_size(err, path, (unsigned long long)st.st_size, max);
    else
        return fd;
    close(fd);
    return -1;
}

bool
file_fit(const char *path, unsigned long long max, struct rc_error *err)
{
    int fd = open_source(path, max, err);

    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* A file may grow while it is read: the bound counts what came. */
static bool
pour(int from, const char *path, int to, const char *target, unsigned long long max,
     struct rc_error *err)
{
    char piece[PIECE];
    unsigned long long total = 0;

    for (;;) {
        ssize_t n = read(from, piece, sizeof piece);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return rc_fail_errno(err, RC_E_READ, path);
        if (n == 0)
            return total || fail_size(err, path, 0, max);
        total += (unsigned long long)n;
        if (total > max)
            return fail_size(err, path, total, max);
        if (!file_write_all(to, piece, (size_t)n))
            return rc_fail_errno(err, RC_E_WRITE, target);
    }
}

/* Makes the temporary file of s; -1 with errno when none can be made. */
static int
make_temporary(struct staged_file *s)
{
    int fd = -1;

    for (int i = 0; fd < 0 && i < NAME_ATTEMPTS; i++) {
        struct buf name = {0};

        free(s->path);
        buf_addf(&name, "%s/" STAGED_NAME "%ld-%d.tmp", s->dir, (long)getpid(), i);
        s->path = buf_detach(&name);
        fd = open(s->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd < 0 && errno != EEXIST)
            break;
    }
    return fd;
}

static void
release(struct staged_file *s)
{
    free(s->dir);
    free(s->path);
    *s = (struct staged_file){0};
}

bool
file_stage(const char *path, const char *dir, unsigned long long max, unsigned mode,
           struct staged_file *out, struct rc_error *err)
{
    int from = open_source(path, max, err), to;
    bool done;

    *out = (struct staged_file){0};
    if (from < 0)
        return false;
    if (!file_make_dir(dir, err)) {
        close(from);
        return false;
    }
    out->dir = rc_strdup(dir);
    to = make_temporary(out);
    if (to < 0) {
        rc_fail_errno(err, RC_E_WRITE, dir);
        close(from);
        release(out);
        return false;
    }
    done = pour(from, path, to, out->path, max, err);
    /* Against the umask; sticks with FAT know no modes and say so. */
    if (done && fchmod(to, mode) != 0 && errno != EPERM && errno != ENOTSUP)
        done = rc_fail_errno(err, RC_E_WRITE, out->path);
    if (done && fsync(to) != 0)
        done = rc_fail_errno(err, RC_E_WRITE, out->path);
    if (done)
        (void)posix_fadvise(to, 0, 0, POSIX_FADV_DONTNEED);
    if (close(to) != 0 && done)
        done = rc_fail_errno(err, RC_E_WRITE, out->path);
    close(from);
    if (!done)
        file_unstage(out);
    return done;
}

/* The folder, and the two above: they may be new as well. */
static bool
sync_upwards(int folder)
{
    static const char *const up[] = {"..", "../.."};

    for (size_t i = 0; i < ARRAY_LEN(up); i++) {
        int fd = openat(folder, up[i], O_RDONLY | O_DIRECTORY | O_CLOEXEC);

        /* One that may not be read was not made here. */
        if (fd < 0)
            continue;
        if (fsync(fd) != 0) {
            close(fd);
            return false;
        }
        close(fd);
    }
    return fsync(folder) == 0;
}

bool
file_place(struct staged_file *s, const char *name, struct rc_error *err)
{
    struct buf to = {0};
    int folder;
    bool done;

    buf_addf(&to, "%s/%s", s->dir, name);
    done = rename(s->path, buf_text(&to)) == 0;
    if (!done) {
        rc_fail_errno(err, RC_E_WRITE, buf_text(&to));
        buf_release(&to);
        file_unstage(s);
        return false;
    }
    folder = open(s->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    done = folder >= 0 && sync_upwards(folder);
    if (!done) {
        rc_fail_errno(err, RC_E_WRITE, s->dir);
        unlink(buf_text(&to));
    }
    if (folder >= 0)
        close(folder);
    buf_release(&to);
    release(s);
    return done;
}

void
file_unstage(struct staged_file *s)
{
    if (s->path)
        unlink(s->path);
    release(s);
}

bool
file_remove(const char *path, struct rc_error *err)
{
    return unlink(path) == 0 || errno == ENOENT || rc_fail_errno(err, RC_E_WRITE, path);
}
