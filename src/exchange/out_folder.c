/* SPDX-License-Identifier: ISC */
/* A folder of files that appears as a whole, and files written piece by piece. */
#include "config.h"

#include "exchange/out_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/alloc.h"
#include "exchange/file.h"
#include "exchange/file_copy.h"

#define LOCK_NAME ".lock"
#define PIECE 65536

static char *
joined(const char *dir, const char *name, const char *end)
{
    struct buf path = {0};

    buf_addf(&path, "%s/%s%s", dir, name, end);
    return buf_detach(&path);
}

/* Names made or changed in dir are on the disk. */
static bool
sync_dir(const char *dir)
{
    int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool done = fd >= 0 && fsync(fd) == 0;

    if (fd >= 0)
        close(fd);
    return done;
}

/* The folder that path is in; free it. */
static char *
parent_of(const char *path)
{
    const char *slash = strrchr(path, '/');

    if (!slash)
        return rc_strdup(".");
    return slash == path ? rc_strdup("/") : rc_memdup(path, (size_t)(slash - path));
}

/* dir without slashes at its end; "." and the like by their real name, so that something can stand
 * behind it. */
static char *
place_of(const char *dir)
{
    char *real = realpath(dir, NULL);
    size_t len = strlen(dir);
    char *place;

    if (real) {
        place = rc_strdup(real);
        free(real);
        return place;
    }
    while (len > 1 && dir[len - 1] == '/')
        len--;
    return rc_memdup(dir, len);
}

bool
out_folder_open(struct out_folder *f, const char *dir, struct rc_error *err)
{
    struct buf part = {0};
    char *lock;

    *f = (struct out_folder){.place = place_of(dir), .lock = -1};
    buf_addf(&part, "%s.part", f->place);
    f->part = buf_detach(&part);
    if (!file_make_dir(f->part, err)) {
        out_folder_close(f);
        return false;
    }
    lock = joined(f->part, LOCK_NAME, "");
    f->lock = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (f->lock < 0)
        rc_fail_errno(err, RC_E_WRITE, lock);
    else if (flock(f->lock, LOCK_EX | LOCK_NB) != 0) {
        rc_fail(err, RC_E_EXPORT_BUSY, f->place, NULL);
        close(f->lock);
        f->lock = -1;
    }
    free(lock);
    if (f->lock < 0) {
        out_folder_close(f);
        return false;
    }
    return true;
}

void
out_folder_close(struct out_folder *f)
{
    if (f->lock >= 0)
        close(f->lock);
    free(f->place);
    free(f->part);
    *f = (struct out_folder){.lock = -1};
}

/* Is the file away (or was it never there)? */
static bool
away(const char *dir, const char *name, struct rc_error *err)
{
    char *path = joined(dir, name, "");
    bool done = unlink(path) == 0 || errno == ENOENT || errno == ENOTDIR;

    if (!done)
        rc_fail_errno(err, RC_E_WRITE, path);
    free(path);
    return done;
}

static bool
move_file(const struct out_folder *f, const char *name, struct rc_error *err)
{
    char *from = joined(f->part, name, ""), *to = joined(f->place, name, "");
    bool done = rename(from, to) == 0;

    if (!done)
        rc_fail_errno(err, RC_E_WRITE, to);
    free(from);
    free(to);
    return done;
}

/* A numbered file, or a copy that was cut short. */
static bool
is_ours(const char *name)
{
    size_t digits = strspn(name, "0123456789");

    return (digits >= 3 && name[digits] == '-') ||
           strncmp(name, STAGED_NAME, strlen(STAGED_NAME)) == 0;
}

/* Calls each with the names of the numbered files in dir; fine when there is no such folder. */
static bool
each_numbered(const struct out_folder *f, const char *dir,
              bool (*each)(const struct out_folder *f, const char *dir, const char *name,
                           struct rc_error *err),
              struct rc_error *err)
{
    DIR *open_dir = opendir(dir);
    const struct dirent *e;
    bool done = true;

    if (!open_dir)
        return errno == ENOENT || rc_fail_errno(err, RC_E_OPEN, dir);
    while (done && (e = readdir(open_dir)) != NULL)
        done = !is_ours(e->d_name) || each(f, dir, e->d_name, err);
    closedir(open_dir);
    return done;
}

static bool
take_away(const struct out_folder *f, const char *dir, const char *name, struct rc_error *err)
{
    (void)f;
    return away(dir, name, err);
}

static bool
clear_numbered(const struct out_folder *f, const char *where, const char *numbered,
               struct rc_error *err)
{
    char *dir = joined(where, numbered, "");
    bool done = each_numbered(f, dir, take_away, err);

    rmdir(dir); /* when nothing else is in it */
    free(dir);
    return done;
}

bool
out_folder_clear(struct out_folder *f, const char *numbered, struct rc_error *err)
{
    return clear_numbered(f, f->part, numbered, err);
}

/* dir is the folder of numbered files in the part-folder: its name is that behind the last slash.
 */
static bool
move_numbered(const struct out_folder *f, const char *dir, const char *name, struct rc_error *err)
{
    char *below = joined(strrchr(dir, '/') + 1, name, "");
    bool done = move_file(f, below, err);

    free(below);
    return done;
}

/* The folder of numbered files into a place that is there already. */
static bool
move_folder(const struct out_folder *f, const char *numbered, struct rc_error *err)
{
    char *from = joined(f->part, numbered, ""), *to = joined(f->place, numbered, "");
    bool there = access(from, F_OK) == 0;
    bool done = !there || (file_make_dir(to, err) && each_numbered(f, from, move_numbered, err));

    if (there && done && !sync_dir(to))
        done = rc_fail_errno(err, RC_E_WRITE, to);
    if (done)
        rmdir(from);
    free(from);
    free(to);
    return done;
}

/* Into a folder that is there already. */
static bool
move_all(const struct out_folder *f, const char *const *names, const char *const *stale,
         const char *numbered, struct rc_error *err)
{
    size_t n = 0;

    while (names[n])
        n++;
    if (n && !away(f->place, names[n - 1], err))
        return false;
    for (size_t i = 0; stale[i]; i++) {
        if (!away(f->place, stale[i], err))
            return false;
    }
    if (!clear_numbered(f, f->place, numbered, err) || !move_folder(f, numbered, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (i + 1 == n && !sync_dir(f->place))
            return rc_fail_errno(err, RC_E_WRITE, f->place);
        if (!move_file(f, names[i], err))
            return false;
    }
    if (!sync_dir(f->place))
        return rc_fail_errno(err, RC_E_WRITE, f->place);
    rmdir(f->part);
    return true;
}

bool
out_folder_publish(struct out_folder *f, const char *const *names, const char *const *stale,
                   const char *numbered, struct rc_error *err)
{
    char *above;
    bool done;

    for (size_t i = 0; stale[i]; i++) {
        struct buf half = {0};

        buf_addf(&half, "%s.part", stale[i]);
        done = away(f->part, stale[i], err) && away(f->part, buf_text(&half), err);
        buf_release(&half);
        if (!done)
            return false;
    }
    if (!away(f->part, LOCK_NAME, err))
        return false;
    if (!sync_dir(f->part))
        return rc_fail_errno(err, RC_E_WRITE, f->part);
    if (rename(f->part, f->place) != 0) {
        if (errno == ENOTEMPTY || errno == EEXIST)
            return move_all(f, names, stale, numbered, err);
        return rc_fail_errno(err, RC_E_WRITE, f->place);
    }
    above = parent_of(f->place);
    done = sync_dir(above) || rc_fail_errno(err, RC_E_WRITE, above);
    free(above);
    return done;
}

bool
out_file_open(struct out_file *f, const char *dir, const char *name, struct rc_error *err)
{
    char *path = joined(dir, name, ".part");

    *f = (struct out_file){.dir = rc_strdup(dir), .name = rc_strdup(name)};
    f->fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (f->fd < 0) {
        rc_fail_errno(err, RC_E_WRITE, path);
        out_file_drop(f);
        free(path);
        return false;
    }
    free(path);
    return true;
}

static bool
flush(struct out_file *f, struct rc_error *err)
{
    for (size_t at = 0; at < f->pending.len;) {
        ssize_t n = write(f->fd, f->pending.data + at, f->pending.len - at);

        if (n < 0 && errno == EINTR)
            continue;
        if (n == 0)
            errno = ENOSPC;
        if (n <= 0)
            return rc_fail_errno(err, RC_E_WRITE, f->name);
        at += (size_t)n;
    }
    buf_clear(&f->pending);
    return true;
}

bool
out_file_add(struct out_file *f, struct buf *text, struct rc_error *err)
{
    buf_add(&f->pending, buf_text(text), text->len);
    buf_clear(text);
    return f->pending.len < PIECE || flush(f, err);
}

bool
out_file_close(struct out_file *f, struct rc_error *err)
{
    char *from = joined(f->dir, f->name, ".part"), *to = joined(f->dir, f->name, "");
    bool done = flush(f, err);

    if (done && (fsync(f->fd) != 0 || rename(from, to) != 0))
        done = rc_fail_errno(err, RC_E_WRITE, to);
    free(from);
    free(to);
    out_file_drop(f);
    return done;
}

void
out_file_drop(struct out_file *f)
{
    if (f->dir && f->fd >= 0)
        close(f->fd);
    free(f->dir);
    free(f->name);
    buf_release(&f->pending);
    *f = (struct out_file){.fd = -1};
}
