/* SPDX-License-Identifier: ISC */
/* Appending to a tape, beside other processes that do the same. */
#include "config.h"

#include "trail/tape.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "trail/folder.h"
#include "trail/tape_file.h"
#include "trail/tape_line.h"

#define PIECE (1U << 20) /* so much is kept in memory before it is written */
#define WAIT_MS 5000     /* for another process that has the lock */

struct tape {
    char *path;
    int fd;    /* -1: closed */
    bool made; /* just now: its name is not durable yet */
    /* The file as it was left. */
    off_t size;
    ino_t ino;
    dev_t dev;
    struct tape_head last;
    /* Between take and put. */
    struct tape_head next; /* what the last line will be */
    off_t written;         /* end of what was added and is written already */
    struct buf pending;    /* what is not */
};

struct tape *
tape_new(const char *path)
{
    struct tape *t = rc_alloc(1, sizeof *t);

    t->path = rc_strdup(path);
    t->fd = -1;
    return t;
}

void
tape_free(struct tape *t)
{
    if (!t)
        return;
    tape_drop(t);
    buf_release(&t->pending);
    free(t->path);
    free(t);
}

const char *
tape_path(const struct tape *t)
{
    return t->path;
}

void
tape_drop(struct tape *t)
{
    if (t->fd >= 0)
        close(t->fd); /* and with it the lock */
    t->fd = -1;
    buf_clear(&t->pending);
}

static bool
open_file(struct tape *t, struct rc_error *err)
{
    t->made = false;
    if (access(t->path, F_OK) != 0) {
        t->fd = tape_file_open(t->path, O_RDWR | O_APPEND | O_CREAT | O_EXCL, err);
        t->made = t->fd >= 0;
        if (t->made)
            fchmod(t->fd, 0660); /* whatever the umask: the officers of a post share a group */
    }
    if (t->fd < 0)
        t->fd = tape_file_open(t->path, O_RDWR | O_APPEND, err);
    return t->fd >= 0;
}

static bool
lock_file(const struct tape *t, struct rc_error *err)
{
    const struct timespec pause = {.tv_nsec = 1000000};

    for (int waited = 0; flock(t->fd, LOCK_EX | LOCK_NB) != 0; waited++) {
        if ((errno != EWOULDBLOCK && errno != EINTR) || waited >= WAIT_MS)
            return rc_fail_errno(err, RC_E_WRITE, t->path);
        nanosleep(&pause, NULL);
    }
    return true;
}

/* Reads the last line unless the file is as it was left. */
static bool
wind(struct tape *t, struct rc_error *err)
{
    struct stat st;
    off_t end;

    if (fstat(t->fd, &st) != 0)
        return rc_fail_errno(err, RC_E_READ, t->path);
    if (t->size == 0 || st.st_size != t->size || st.st_ino != t->ino || st.st_dev != t->dev) {
        if (!tape_file_end(t->fd, t->path, st.st_size, &t->last, &end, err))
            return false;
        if (end < st.st_size && ftruncate(t->fd, end) != 0)
            return rc_fail_errno(err, RC_E_WRITE, t->path);
        t->size = end;
        t->ino = st.st_ino;
        t->dev = st.st_dev;
    }
    t->written = t->size;
    t->next = t->last;
    return true;
}

bool
tape_take(struct tape *t, struct tape_head *last, struct rc_error *err)
{
    if (!open_file(t, err))
        return false;
    if (!lock_file(t, err) || !wind(t, err)) {
        t->size = 0;
        tape_drop(t);
        return false;
    }
    *last = t->last;
    return true;
}

/* What could be written only in part is taken away again. */
static bool
undo(struct tape *t, struct rc_error *err)
{
    rc_fail_errno(err, RC_E_WRITE, t->path);
    if (ftruncate(t->fd, t->size) != 0)
        t->size = 0; /* the next to take it cuts off what is torn */
    tape_drop(t);
    return false;
}

static bool
write_pending(struct tape *t)
{
    const char *bytes = buf_text(&t->pending);
    size_t len = t->pending.len;

    while (len > 0) {
        ssize_t n = write(t->fd, bytes, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0) {
            errno = n == 0 ? ENOSPC : errno;
            return false;
        }
        bytes += n;
        len -= (size_t)n;
        t->written += n;
    }
    buf_clear(&t->pending);
    return true;
}

bool
tape_add(struct tape *t, const struct event *e, struct rc_error *err)
{
    size_t before = t->pending.len;
    char most[24];

    tape_line_add(&t->pending, e);
    if (t->pending.len - before > TAPE_LINE_MAX) {
        errno = EFBIG;
        undo(t, NULL);
        snprintf(most, sizeof most, "%u MB", TAPE_LINE_MAX >> 20);
        return rc_fail(err, RC_E_TOO_LARGE, e->kind, most);
    }
    snprintf(t->next.device, sizeof t->next.device, "%s", e->device);
    t->next.seq = e->seq;
    memcpy(t->next.hash, e->hash, sizeof t->next.hash);
    return t->pending.len < PIECE || write_pending(t) || undo(t, err);
}

/* A new name is durable only when its folder is. */
static bool
sync_folder(const char *path)
{
    const char *name;
    int folder = folder_open(path, &name), cause;
    bool done = folder >= 0 && fsync(folder) == 0;

    cause = errno;
    if (folder >= 0)
        close(folder);
    errno = cause;
    return done;
}

bool
tape_put(struct tape *t, struct rc_error *err)
{
    if (!write_pending(t) || (t->written > t->size && fdatasync(t->fd) != 0) ||
        (t->made && !sync_folder(t->path)))
        return undo(t, err);
    t->size = t->written;
    t->last = t->next;
    tape_drop(t);
    return true;
}
