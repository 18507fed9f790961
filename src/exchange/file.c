/* SPDX-License-Identifier: ISC */
/* Whole files in and out: bounded reading, atomic writing. */
#include "config.h"

#include "exchange/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"

#define NAME_ATTEMPTS 100

static bool
fail_too_large(struct rc_error *err, const char *path, size_t max)
{
    char limit[32];
    if (max >= (1U << 20) && max % (1U << 20) == 0)
        snprintf(limit, sizeof limit, "%zu MB", max >> 20);
    else
        snprintf(limit, sizeof limit, "%zu bytes", max);
    return rc_fail(err, RC_E_TOO_LARGE, path, limit);
}

/* Reads fd to its end; a file may grow while it is read, so the bound counts what came. */
static bool
read_all(int fd, const char *path, size_t max, struct buf *out, struct rc_error *err)
{
    char piece[16384];
    size_t total = 0;
    for (;;) {
        ssize_t n = read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return rc_fail_errno(err, RC_E_READ, path);
        if (n == 0)
            return true;
        total += (size_t)n;
        if (total > max)
            return fail_too_large(err, path, max);
        buf_add(out, piece, (size_t)n);
    }
}

bool
file_read(const char *path, size_t max, struct buf *out, struct rc_error *err)
{
    /* Without O_NONBLOCK the opening of a FIFO would wait for a writer. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (fd < 0)
        return errno == ENXIO ? rc_fail(err, RC_E_NOT_A_FILE, path, NULL)
                              : rc_fail_errno(err, RC_E_OPEN, path);
    bool ok = false;
    struct stat st;
    if (fstat(fd, &st) != 0)
        rc_fail_errno(err, RC_E_READ, path);
    else if (!S_ISREG(st.st_mode))
        rc_fail(err, RC_E_NOT_A_FILE, path, NULL);
    else if (st.st_size > 0 && (uintmax_t)st.st_size > max)
        fail_too_large(err, path, max);
    else
        ok = read_all(fd, path, max, out, err);
    close(fd);
    return ok;
}

bool
file_write_all(int fd, const void *from, size_t len)
{
    const char *bytes = from;

    while (len > 0) {
        ssize_t n = write(fd, bytes, len);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        if (n == 0) {
            errno = ENOSPC;
            return false;
        }
        bytes += n;
        len -= (size_t)n;
    }
    return true;
}

/* Makes a new file beside name, .name.PID-N.tmp; -1 and errno when none can be made. */
static int
make_temporary(int folder, const char *name, char *temporary, size_t size)
{
    for (int i = 0; i < NAME_ATTEMPTS; i++) {
        int n = snprintf(temporary, size, ".%s.%ld-%d.tmp", name, (long)getpid(), i);
        if (n < 0 || (size_t)n >= size) {
            errno = ENAMETOOLONG;
            return -1;
        }
        int fd =
            openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
        if (fd >= 0 || errno != EEXIST)
            return fd;
    }
    return -1;
}

/* Puts the bytes under name in the open folder; false with errno, nothing left behind. */
static bool
replace(int folder, const char *name, const void *bytes, size_t len)
{
    char temporary[256];
    int fd = make_temporary(folder, name, temporary, sizeof temporary);
    if (fd < 0)
        return false;
    bool ok = file_write_all(fd, bytes, len) && fsync(fd) == 0;
    int cause = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        cause = errno;
    }
    if (ok && renameat(folder, temporary, folder, name) != 0) {
        ok = false;
        cause = errno;
    }
    if (!ok)
        unlinkat(folder, temporary, 0);
    errno = cause;
    return ok && fsync(folder) == 0;
}

bool
file_write(const char *dir, const char *name, const void *bytes, size_t len, struct rc_error *err)
{
    struct buf path = {0};
    buf_addf(&path, "%s/%s", dir, name);
    bool ok = false;
    int folder = -1;
    if (!*name || strchr(name, '/')) {
        errno = EINVAL;
        rc_fail_errno(err, RC_E_WRITE, buf_text(&path));
        goto out;
    }
    folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        rc_fail_errno(err, RC_E_OPEN, dir);
        goto out;
    }
    ok = replace(folder, name, bytes, len);
    if (!ok)
        rc_fail_errno(err, RC_E_WRITE, buf_text(&path));
out:
    if (folder >= 0)
        close(folder);
    buf_release(&path);
    return ok;
}

bool
file_same(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static bool
is_folder(const char *path)
{
    struct stat st;
    if (stat(path, &st) != 0)
        return false;
    if (S_ISDIR(st.st_mode))
        return true;
    errno = ENOTDIR;
    return false;
}

/* A folder that another process makes at the same time is as good as ours. */
static bool
make_one(const char *path)
{
    return is_folder(path) ||
           (errno == ENOENT && (mkdir(path, 0770) == 0 || (errno == EEXIST && is_folder(path))));
}

bool
file_make_dir(const char *dir, struct rc_error *err)
{
    char *path = rc_strdup(dir);
    bool ok = true;
    for (char *p = path; ok && *p; p++) {
        if (*p != '/' || p == path)
            continue;
        *p = '\0';
        ok = make_one(path);
        if (!ok)
            rc_fail_errno(err, RC_E_WRITE, path);
        *p = '/';
    }
    if (ok && !make_one(path)) {
        ok = false;
        rc_fail_errno(err, RC_E_WRITE, dir);
    }
    free(path);
    return ok;
}
