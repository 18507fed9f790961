/* SPDX-License-Identifier: ISC */
/* flock with a deadline. The file is a separate one: closing any descriptor of the database itself
 * would drop SQLite's own locks. */
#include "config.h"

#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/connection.h"

bool
lock_open(struct store *s, const char *path, struct rc_error *err)
{
    const int flags = O_RDWR | O_NOFOLLOW | O_CLOEXEC;

    s->lock_fd = open(path, flags | O_CREAT | O_EXCL, 0660);
    if (s->lock_fd >= 0) {
        fchmod(s->lock_fd, 0660); /* whatever the umask: the officers of a post share a group */
        return true;
    }
    if (errno == EEXIST)
        s->lock_fd = open(path, flags);
    return s->lock_fd >= 0 || rc_fail_errno(err, RC_E_OPEN, path);
}

static int64_t
now_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

bool
lock_take(struct store *s, struct rc_error *err)
{
    const int64_t deadline = now_ms() + LOCK_WAIT_MS;
    long pause_us = 200;

    if (s->locked)
        return true;
    while (flock(s->lock_fd, LOCK_EX | LOCK_NB) != 0) {
        struct timespec pause = {.tv_nsec = pause_us * 1000};

        if (errno != EWOULDBLOCK && errno != EINTR)
            return rc_fail_errno(err, RC_E_SYSTEM, s->dir);
        if (now_ms() >= deadline)
            return rc_fail(err, RC_E_STORE_BUSY, s->dir, NULL);
        nanosleep(&pause, NULL);
        /* A commit takes about 3 ms. Short waits keep the queue moving, longer ones the CPU free.
         */
        if (pause_us < 3000)
            pause_us += pause_us / 2;
    }
    s->locked = true;
    return true;
}

void
lock_drop(struct store *s)
{
    if (!s->locked)
        return;
    flock(s->lock_fd, LOCK_UN);
    s->locked = false;
}

void
lock_close(struct store *s)
{
    lock_drop(s);
    if (s->lock_fd >= 0)
        close(s->lock_fd);
    s->lock_fd = -1;
}
