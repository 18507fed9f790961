/* SPDX-License-Identifier: ISC */
/* Attaching files to findings: copied first, recorded then, nothing left behind when it fails. */
#include "config.h"

#include "app/attach.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/change.h"
#include "base/alloc.h"
#include "core/attached.h"
#include "exchange/file_copy.h"
#include "exchange/file_sweep.h"
#include "exchange/folder.h"
#include "trail/trail.h"

#define COPY_MODE 0440

/* One file on its way. */
struct incoming {
    const char *path;
    struct buf name;
    char sha256[65];
    unsigned long long size;
    bool wanted; /* not on the finding yet, and not among those before it */
    bool placed;
    struct staged_file staged;
};

struct incomings {
    struct incoming *list;
    size_t n;
};

static void
incomings_release(struct incomings *in)
{
    for (size_t i = 0; i < in->n; i++) {
        file_unstage(&in->list[i].staged);
        buf_release(&in->list[i].name);
    }
    free(in->list);
}

/* The folder that the copy with this hash is in, and its name there. */
static char *
folder_of(struct app *app, const char *sha256)
{
    struct buf path = {0};

    buf_addf(&path, "%s/" ATTACHED_FOLDER "/%.2s", store_dir(app->store), sha256);
    return buf_detach(&path);
}

char *
attach_path(struct app *app, const char *sha256, const char *name)
{
    char place[ATTACHED_PLACE];
    struct buf path = {0};

    attached_place(sha256, name, place);
    buf_addf(&path, "%s/" ATTACHED_FOLDER "/%s", store_dir(app->store), place);
    return buf_detach(&path);
}

static bool
has_finding(const struct work *w, const char *uuid, struct rc_error *err)
{
    return work_finding(w, uuid) || rc_fail(err, RC_E_NO_FINDING, NULL, NULL);
}

static const struct file_row *
file_on(const struct work *w, const char *finding, const char *sha256)
{
    for (size_t i = 0; i < w->files.n; i++) {
        const struct file_row *f = &w->files.rows[i];

        if (strcmp(f->finding, finding) == 0 && strcmp(f->sha256, sha256) == 0)
            return f;
    }
    return NULL;
}

/* Marks those that the finding does not have. RC_E_FILES_MANY when there is no room for them. */
static bool
choose_wanted(const struct work *w, const char *finding, struct incomings *in, struct rc_error *err)
{
    size_t there = 0;
    char most[8];

    for (size_t i = 0; i < w->files.n; i++)
        there += strcmp(w->files.rows[i].finding, finding) == 0;
    for (size_t i = 0; i < in->n; i++) {
        struct incoming *file = &in->list[i];

        file->wanted = !file_on(w, finding, file->sha256);
        for (size_t k = 0; k < i && file->wanted; k++)
            file->wanted = strcmp(in->list[k].sha256, file->sha256) != 0;
        there += file->wanted;
    }
    if (there <= ATTACHED_PER_FINDING)
        return true;
    snprintf(most, sizeof most, "%d", ATTACHED_PER_FINDING);
    return rc_fail(err, RC_E_FILES_MANY, most, NULL);
}

/* What will be refused is refused before anything is copied. */
static bool
ask_leave(struct app *app, int64_t wagon, const char *finding, const char *why,
          struct incomings *in, struct rc_error *err)
{
    struct work w;
    bool done;

    if (!app->proven)
        return rc_fail(err, RC_E_PIN_NEEDED, app->badge, NULL);
    if (!right_needed(app->roles, RIGHT_INSPECT, err) || !work_open(app, wagon, &w, err))
        return false;
    switch (change_allowed(w.train_state, w.state, err)) {
    case CHANGE_FREE:
        done = true;
        break;
    case CHANGE_CORRECTION:
        done = (why && *why) || rc_fail(err, RC_E_WHY_NEEDED, NULL, NULL);
        break;
    default:
        done = false;
        break;
    }
    done = done && has_finding(&w, finding, err) && choose_wanted(&w, finding, in, err);
    work_release(&w);
    return done;
}

/* Name, size and hash; only the size is looked at before it is read. */
static bool
measure(struct incoming *file, struct rc_error *err)
{
    attached_name(file->path, &file->name);
    return file_fit(file->path, ATTACHED_BYTES_MAX, err) &&
           trail_file_sha256(file->path, file->sha256, &file->size, err);
}

/* A copy that was read back and is what was hashed before. */
static bool
stage(struct app *app, struct incoming *file, struct rc_error *err)
{
    char *folder = folder_of(app, file->sha256), again[65];
    bool done = file_stage(file->path, folder, ATTACHED_BYTES_MAX, COPY_MODE, &file->staged, err);

    free(folder);
    if (!done || !trail_file_sha256(file->staged.path, again, NULL, err))
        return false;
    return strcmp(again, file->sha256) == 0 || rc_fail(err, RC_E_FILE_CHANGING, file->path, NULL);
}

static bool
record(struct change *c, const char *finding, struct incoming *file, struct rc_error *err)
{
    char place[ATTACHED_PLACE];

    attached_place(file->sha256, buf_text(&file->name), place);
    if (!file_place(&file->staged, strrchr(place, '/') + 1, err))
        return false;
    file->placed = true;
    body_text(&c->body, "finding", finding);
    body_text(&c->body, "name", buf_text(&file->name));
    body_number(&c->body, "size", (int64_t)file->size);
    body_text(&c->body, "sha256", file->sha256);
    return change_record(c, "file.attached", err);
}

/* Nothing was recorded: copies that no event names go away. Under the lock, because another one may
 * be attaching the same file. */
static void
take_back(struct app *app, const struct incomings *in)
{
    bool any = false;

    for (size_t i = 0; i < in->n; i++)
        any = any || in->list[i].placed;
    if (!any || !store_begin(app->store, NULL))
        return;
    for (size_t i = 0; i < in->n; i++) {
        const struct incoming *file = &in->list[i];
        bool known;

        if (file->placed && store_file_known(app->store, file->sha256, &known, NULL) && !known) {
            char *path = attach_path(app, file->sha256, buf_text(&file->name));

            file_remove(path, NULL);
            free(path);
        }
    }
    store_rollback(app->store);
}

/* The copies are staged: one transaction, as short as it can be. */
static bool
record_all(struct app *app, int64_t wagon, const char *finding, const char *why,
           struct incomings *in, size_t *added, struct rc_error *err)
{
    struct change c;
    bool done;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    /* Another one may have worked on the wagon in the meantime. */
    done = has_finding(&c.work, finding, err) && choose_wanted(&c.work, finding, in, err);
    for (size_t i = 0; done && i < in->n; i++) {
        if (!in->list[i].wanted)
            continue;
        /* It was on the finding before, and was taken off just now. */
        if (!in->list[i].staged.path)
            done = rc_fail(err, RC_E_FILE_CHANGING, in->list[i].path, NULL);
        else
            done = record(&c, finding, &in->list[i], err);
        ++*added;
    }
    if (!done || !*added) {
        change_abandon(&c);
        return done;
    }
    return change_commit(&c, err);
}

/* Copies that a crash cut short. */
static void
sweep(struct app *app)
{
    struct buf folder = {0};

    buf_addf(&folder, "%s/" ATTACHED_FOLDER, store_dir(app->store));
    file_sweep(buf_text(&folder));
    buf_release(&folder);
}

bool
attach_files(struct app *app, int64_t wagon, const char *finding, const char *const *paths,
             size_t n, const char *why, size_t *added, struct rc_error *err)
{
    struct incomings in = {.list = rc_alloc(n ? n : 1, sizeof *in.list), .n = n};
    size_t new_ones = 0;
    bool done = true;

    for (size_t i = 0; i < n; i++)
        in.list[i].path = paths[i];
    for (size_t i = 0; done && i < n; i++)
        done = measure(&in.list[i], err);
    done = done && ask_leave(app, wagon, finding, why, &in, err);
    if (done)
        sweep(app);
    for (size_t i = 0; done && i < n; i++)
        done = !in.list[i].wanted || stage(app, &in.list[i], err);
    done = done && record_all(app, wagon, finding, why, &in, &new_ones, err);
    if (!done)
        take_back(app, &in);
    if (added)
        *added = done ? new_ones : 0;
    incomings_release(&in);
    return done;
}

bool
attach_remove(struct app *app, int64_t wagon, const char *finding, const char *sha256,
              const char *why, struct rc_error *err)
{
    const struct file_row *file;
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    file = file_on(&c.work, finding, sha256);
    if (!file) {
        rc_fail(err, RC_E_NO_ATTACHED, NULL, NULL);
        return change_abandon(&c);
    }
    if (!why || !*why) {
        rc_fail(err, RC_E_WHY_NEEDED, NULL, NULL);
        return change_abandon(&c);
    }
    c.why = why; /* wanted on an open wagon too */
    body_text(&c.body, "finding", finding);
    body_text(&c.body, "name", file->name);
    body_text(&c.body, "sha256", sha256);
    return change_end(&c, "file.removed", err);
}

/* --- choosing --- */

bool
attach_is_folder(const char *path)
{
    return folder_is(path);
}

bool
attach_newest(const char *path, size_t max, struct attachables *out, struct rc_error *err)
{
    struct folder_files files;

    *out = (struct attachables){0};
    if (!folder_newest(path, max, &files, err))
        return false;
    out->rows = rc_alloc(files.n + 1, sizeof *out->rows);
    for (size_t i = 0; i < files.n; i++)
        out->rows[out->n++] = (struct attachable){rc_strdup(files.rows[i].path), files.rows[i].at,
                                                  files.rows[i].size};
    folder_files_release(&files);
    return true;
}

void
attachables_release(struct attachables *a)
{
    for (size_t i = 0; i < a->n; i++)
        free(a->rows[i].path);
    free(a->rows);
    *a = (struct attachables){0};
}

char *
attach_typed(const char *typed)
{
    return folder_typed(typed);
}

size_t
attach_complete(const char *typed, struct buf *out)
{
    return folder_complete(typed, out);
}
