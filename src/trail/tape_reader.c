/* SPDX-License-Identifier: ISC */
/* Reading a tape line by line from its beginning, in bounded memory. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "trail/tape.h"
#include "trail/tape_file.h"
#include "trail/tape_line.h"

#define PIECE 65536

struct tape_reader {
    int fd;
    char *path;
    off_t left;       /* bytes of the file to be read */
    struct buf bytes; /* read and not yet taken, from `start` on */
    size_t start;
    size_t searched; /* so many of these hold no newline */
    unsigned line;
};

struct tape_reader *
tape_reader_new(const char *path, struct rc_error *err)
{
    int fd = tape_file_open(path, O_RDONLY, err);
    struct tape_reader *r;
    struct stat st;

    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) != 0) {
        rc_fail_errno(err, RC_E_READ, path);
        close(fd);
        return NULL;
    }
    r = rc_alloc(1, sizeof *r);
    r->fd = fd;
    r->path = rc_strdup(path);
    r->left = st.st_size;
    return r;
}

void
tape_reader_free(struct tape_reader *r)
{
    if (!r)
        return;
    close(r->fd);
    free(r->path);
    buf_release(&r->bytes);
    free(r);
}

/* Reads a piece behind what is there. False at the end, with err when it cannot be read. */
static bool
read_piece(struct tape_reader *r, struct rc_error *err)
{
    char piece[PIECE];
    size_t want = r->left < (off_t)sizeof piece ? (size_t)r->left : sizeof piece;
    ssize_t got = 0;

    if (r->start) {
        r->bytes.len -= r->start;
        memmove(r->bytes.data, r->bytes.data + r->start, r->bytes.len);
        r->start = 0;
    }
    do
        got = want ? read(r->fd, piece, want) : 0;
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return rc_fail_errno(err, RC_E_READ, r->path);
    buf_add(&r->bytes, piece, (size_t)got);
    r->left -= got;
    return got > 0;
}

bool
tape_next(struct tape_reader *r, struct event *e, struct rc_error *err)
{
    for (;;) {
        size_t from = r->start + r->searched;
        char *end =
            from < r->bytes.len ? memchr(r->bytes.data + from, '\n', r->bytes.len - from) : NULL;

        if (end) {
            char *line = r->bytes.data + r->start;

            *end = '\0';
            r->line++;
            r->start = (size_t)(end + 1 - r->bytes.data);
            r->searched = 0;
            return tape_line_take(line, (size_t)(end - line), e) ||
                   tape_file_no_line(r->path, r->line, err);
        }
        r->searched = r->bytes.len - r->start;
        if (r->searched > TAPE_LINE_MAX)
            return tape_file_no_line(r->path, r->line + 1, err);
        if (!read_piece(r, err))
            return false;
    }
}
