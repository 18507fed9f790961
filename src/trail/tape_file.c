/* SPDX-License-Identifier: ISC */
/* The end of a tape's file, found from behind. */
#include "config.h"

#include "trail/tape_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "trail/tape_line.h"

int
tape_file_open(const char *path, int flags, struct rc_error *err)
{
    /* O_NONBLOCK: a pipe of that name must not make the program wait. */
    int fd = open(path, flags | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0660);
    struct stat st;

    if (fd < 0) {
        rc_fail_errno(err, RC_E_OPEN, path);
        return -1;
    }
    if (fstat(fd, &st) != 0)
        rc_fail_errno(err, RC_E_READ, path);
    else if (!S_ISREG(st.st_mode))
        rc_fail(err, RC_E_NOT_A_FILE, path, NULL);
    else
        return fd;
    close(fd);
    return -1;
}

bool
tape_file_no_line(const char *path, unsigned line, struct rc_error *err)
{
    rc_fail(err, RC_E_TAPE, NULL, NULL);
    return rc_error_at(err, path, line, 0);
}

static bool
read_at(int fd, char *to, size_t n, off_t at)
{
    while (n) {
        ssize_t got = pread(fd, to, n, at);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            errno = got ? errno : EIO;
            return false;
        }
        to += got;
        at += got;
        n -= (size_t)got;
    }
    return true;
}

/* Where the line that ends before `size` begins: behind the last newline before it, or 0. */
static bool
behind_newline(int fd, off_t size, off_t *out)
{
    char piece[4096];

    for (*out = size; *out > 0;) {
        size_t n = *out < (off_t)sizeof piece ? (size_t)*out : sizeof piece;
        const char *newline;

        if (!read_at(fd, piece, n, *out - (off_t)n))
            return false;
        newline = memrchr(piece, '\n', n);
        if (newline) {
            *out += newline + 1 - piece - (off_t)n;
            return true;
        }
        *out -= (off_t)n;
    }
    return true;
}

/* 1: it is a line of a tape, 0: it is none, -1: a power cut can have left it so, -2: errno. */
static int
take_line(int fd, off_t begin, off_t end, struct tape_head *last)
{
    size_t len = (size_t)(end - begin) - 1;
    struct event e = {0};
    char *line;
    int is = 0;

    if (end - begin > (off_t)TAPE_LINE_MAX)
        return 0;
    line = rc_alloc(len + 1, 1);
    if (!read_at(fd, line, len, begin)) {
        is = -2;
    } else if (memchr(line, '\0', len)) {
        is = -1; /* blocks that never came to the disk are zeros */
    } else if (tape_line_take(line, len, &e) && strlen(e.device) < sizeof last->device) {
        snprintf(last->device, sizeof last->device, "%s", e.device);
        last->seq = e.seq;
        memcpy(last->hash, e.hash, sizeof last->hash);
        is = 1;
    }
    free(line);
    return is;
}

/* A file without any line: may it be the torn first line of a tape? A file of something else must
 * not be emptied. */
static bool
may_be_torn(int fd, off_t size)
{
    char first;

    return size == 0 || (read_at(fd, &first, 1, 0) && (first == '\0' || first == '1'));
}

bool
tape_file_end(int fd, const char *path, off_t size, struct tape_head *last, off_t *end,
              struct rc_error *err)
{
    *last = (struct tape_head){.seq = 0};
    if (!behind_newline(fd, size, end))
        return rc_fail_errno(err, RC_E_READ, path);
    while (*end > 0) {
        off_t begin;
        int is;

        if (!behind_newline(fd, *end - 1, &begin))
            return rc_fail_errno(err, RC_E_READ, path);
        is = take_line(fd, begin, *end, last);
        if (is == -2)
            return rc_fail_errno(err, RC_E_READ, path);
        if (is >= 0)
            return is || tape_file_no_line(path, 0, err);
        *end = begin;
    }
    return may_be_torn(fd, size) || tape_file_no_line(path, 1, err);
}

bool
tape_last(const char *path, struct tape_head *last, struct rc_error *err)
{
    int fd = tape_file_open(path, O_RDONLY, err);
    struct stat st;
    off_t end;
    bool done;

    if (fd < 0)
        return false;
    done = fstat(fd, &st) == 0 || rc_fail_errno(err, RC_E_READ, path);
    done = done && tape_file_end(fd, path, st.st_size, last, &end, err);
    close(fd);
    return done;
}
