/* SPDX-License-Identifier: ISC */
/* Reading folders. */
#include "config.h"

#include "exchange/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/alloc.h"
#include "base/utf8.h"

#define DEPTH_MAX 3
#define ENTRIES_MAX 20000 /* of a folder and those below: a card holds a few thousand */

bool
folder_is(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int
newer_first(const void *a, const void *b)
{
    const struct folder_file *x = a, *y = b;

    if (x->at != y->at)
        return x->at > y->at ? -1 : 1;
    return strcmp(x->path, y->path);
}

struct walk {
    struct folder_files *out;
    size_t max, seen;
};

/* Keeps the file when it is among the newest. rows has room for one more than max. */
static void
keep(struct walk *w, const char *path, const struct stat *st)
{
    struct folder_files *f = w->out;

    f->rows[f->n++] = (struct folder_file){
        .path = rc_strdup(path),
        .at = (int64_t)st->st_mtim.tv_sec * 1000 + st->st_mtim.tv_nsec / 1000000,
        .size = (unsigned long long)st->st_size,
    };
    qsort(f->rows, f->n, sizeof *f->rows, newer_first);
    if (f->n > w->max)
        free(f->rows[--f->n].path);
}

static void
walk_folder(struct walk *w, const char *folder, DIR *dir, int depth)
{
    const struct dirent *e;

    while (w->seen < ENTRIES_MAX && (e = readdir(dir)) != NULL) {
        struct buf path = {0};
        struct stat st;
        DIR *below;

        if (e->d_name[0] == '.')
            continue;
        w->seen++;
        buf_addf(&path, "%s%s%s", folder, folder[strlen(folder) - 1] == '/' ? "" : "/", e->d_name);
        if (lstat(buf_text(&path), &st) == 0) {
            if (S_ISREG(st.st_mode))
                keep(w, buf_text(&path), &st);
            else if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX &&
                     (below = opendir(buf_text(&path))) != NULL) {
                walk_folder(w, buf_text(&path), below, depth + 1);
                closedir(below);
            }
        }
        buf_release(&path);
    }
}

bool
folder_newest(const char *path, size_t max, struct folder_files *out, struct rc_error *err)
{
    struct walk w = {.out = out, .max = max};
    DIR *dir = opendir(path);

    *out = (struct folder_files){0};
    if (!dir)
        return rc_fail_errno(err, RC_E_OPEN, path);
    out->rows = rc_alloc(max + 1, sizeof *out->rows);
    walk_folder(&w, path, dir, 1);
    closedir(dir);
    return true;
}

void
folder_files_release(struct folder_files *f)
{
    for (size_t i = 0; i < f->n; i++)
        free(f->rows[i].path);
    free(f->rows);
    *f = (struct folder_files){0};
}

/* The bytes that a and b begin with alike, whole characters only. */
static size_t
common(const char *a, const char *b)
{
    size_t n = 0;

    while (a[n] && a[n] == b[n])
        n++;
    while (n && ((unsigned char)a[n] & 0xc0) == 0x80)
        n--;
    return n;
}

/* How the names of dir that begin with part go on: into name, what they have in common. */
static size_t
agree(DIR *dir, const char *part, struct buf *name)
{
    const struct dirent *e;
    size_t fits = 0, len = strlen(part);

    while ((e = readdir(dir)) != NULL) {
        /* A name that is no text cannot stand in a field; hidden ones only when asked for. */
        if (strncmp(e->d_name, part, len) != 0 || (e->d_name[0] == '.' && part[0] != '.') ||
            strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
            !utf8_valid(e->d_name, strlen(e->d_name), NULL))
            continue;
        if (fits++) {
            size_t same = common(buf_text(name), e->d_name);
            char *kept = rc_memdup(e->d_name, same);

            buf_clear(name);
            buf_adds(name, kept);
            free(kept);
        } else {
            buf_adds(name, e->d_name);
        }
    }
    return fits;
}

char *
folder_typed(const char *typed)
{
    const char *home = getenv("HOME");
    struct buf path = {0};

    if (strncmp(typed, "~/", 2) == 0 && home)
        buf_addf(&path, "%s%s", home, typed + 1);
    else
        buf_adds(&path, typed);
    return buf_detach(&path);
}

/* The folder at the beginning of path; NULL when it cannot be read. */
static DIR *
open_begin(const char *path, size_t len)
{
    char *folder = len ? rc_memdup(path, len) : rc_strdup(".");
    DIR *dir = opendir(folder);

    free(folder);
    return dir;
}

size_t
folder_complete(const char *typed, struct buf *out)
{
    char *path = folder_typed(typed);
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0, fits = 0;
    struct buf name = {0}, whole = {0};
    DIR *dir = open_begin(path, folder);

    if (dir) {
        fits = agree(dir, path + folder, &name);
        closedir(dir);
    }
    if (fits) {
        buf_add(&whole, path, folder);
        buf_adds(&whole, buf_text(&name));
        if (fits == 1 && folder_is(buf_text(&whole)))
            buf_addc(&whole, '/');
    }
    buf_adds(out, fits ? buf_text(&whole) : typed);
    free(path);
    buf_release(&name);
    buf_release(&whole);
    return fits;
}
