/* SPDX-License-Identifier: ISC */
/* The attached files of a train: a row each, and their copies. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "app/attach.h"
#include "app/export_tables.h"
#include "core/attached.h"
#include "exchange/file_copy.h"
#include "trail/trail.h"

#define COPY_MODE 0600

static bool
is_whole(const char *path, const char *sha256)
{
    char hash[65];

    return trail_file_sha256(path, hash, NULL, NULL) && strcmp(hash, sha256) == 0;
}

static bool
copy_file(struct export *x, const char *from, const char *name, struct rc_error *err)
{
    struct buf folder = {0};
    struct staged_file staged;
    bool done;

    buf_addf(&folder, "%s/" ATTACHED_FOLDER, x->folder);
    done = file_stage(from, buf_text(&folder), ATTACHED_BYTES_MAX, COPY_MODE, &staged, err) &&
           file_place(&staged, name, err);
    buf_release(&folder);
    return done;
}

static bool
export_file(struct export *x, const struct train_row *t, const struct wagon_row *wagon,
            const struct file_row *f, struct rc_error *err)
{
    char *from = attach_path(x->app, f->sha256, f->name);
    struct buf name = {0}, path = {0};
    struct export_row row;
    bool done = true;

    attached_export_name(++x->n_files, f->name, &name);
    /* A copy that is lost must not keep back all the rest: its row says so. */
    if (is_whole(from, f->sha256)) {
        buf_addf(&path, ATTACHED_FOLDER "/%s", buf_text(&name));
        done = copy_file(x, from, buf_text(&name), err);
    }
    free(from);
    if (done) {
        export_begin(x, &row, t, wagon, f->offset_min);
        row_text(&row, "finding_id", f->finding);
        row_text(&row, "name", f->name);
        row_integer(&row, "size", f->size);
        row_text(&row, "sha256", f->sha256);
        row_text(&row, "path", buf_text(&path));
        row_moment(&row, "attached_at", f->at);
        row_integer(&row, "utc_offset", f->offset_min);
        row_text(&row, "officer", f->officer);
        done = export_end(x, &row, err);
    }
    buf_release(&name);
    buf_release(&path);
    return done;
}

bool
export_files(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err);

    for (size_t i = 0; done && i < consist.n; i++) {
        struct files files = {0};

        done = store_files(x->app->store, consist.rows[i].id, &files, err);
        for (size_t f = 0; done && f < files.n; f++)
            done = export_file(x, t, &consist.rows[i], &files.rows[f], err);
        files_release(&files);
    }
    wagons_release(&consist);
    return done;
}
