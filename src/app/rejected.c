/* SPDX-License-Identifier: ISC */
/* The rows of a list that were not taken, as a file that the sender can be asked about. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "base/alloc.h"
#include "exchange/csv_write.h"
#include "exchange/file.h"
#include "i18n/message.h"

static void
add_row(struct buf *out, const struct consist_rejected *row)
{
    char line[24], column[24];
    struct buf why = {0};

    message_text(&why, &row->why);
    snprintf(line, sizeof line, "%u", row->line);
    snprintf(column, sizeof column, "%u", row->why.column);
    csv_write(out, ',', (const char *[]){line, column, buf_text(&why), row->text}, 4);
    buf_release(&why);
}

/* DATA/rejected/NAME-yyyy-mm-dd-hhmmss.csv, the name without what a path could be made of. */
static char *
own_path(struct app *app, const char *file)
{
    struct moment now = app->env->now(app->env->context);
    const char *slash = strrchr(file, '/');
    char day[MOMENT_TEXT], clock[MOMENT_TEXT];
    struct buf path = {0};

    buf_addf(&path, "%s/rejected/", store_dir(app->store));
    for (const char *p = slash ? slash + 1 : file; *p; p++)
        buf_addc(&path, *p == '.' || (unsigned char)*p < ' ' ? '_' : *p);
    moment_text(now, MOMENT_TIME, clock);
    buf_addf(&path, "-%s-%.2s%.2s%.2s.csv", moment_text(now, MOMENT_DATE, day), clock, clock + 3,
             clock + 6);
    return buf_detach(&path);
}

static bool
write_to(const char *path, const struct buf *text, struct rc_error *err)
{
    const char *slash = strrchr(path, '/');
    char *dir = slash ? rc_memdup(path, slash == path ? 1 : (size_t)(slash - path)) : NULL;
    bool done = file_write(dir ? dir : ".", slash ? slash + 1 : path, text->data, text->len, err);

    free(dir);
    return done;
}

bool
import_write_rejected(struct app *app, const struct import *import, const char *path,
                      char **written, struct rc_error *err)
{
    struct buf out = {0}, dir = {0};
    bool done = true;

    *written = path ? rc_strdup(path) : own_path(app, import->file);
    if (file_same(*written, import->file)) {
        rc_fail(err, RC_E_REJECTED_SAME, *written, NULL);
        done = false;
    }
    if (done && !path) {
        buf_addf(&dir, "%s/rejected", store_dir(app->store));
        done = file_make_dir(buf_text(&dir), err);
    }
    csv_write(&out, ',', (const char *[]){"line", "column", "reason", "text"}, 4);
    for (size_t i = 0; i < import->consist.n_rejected; i++)
        add_row(&out, &import->consist.rejected[i]);
    done = done && write_to(*written, &out, err);
    buf_release(&out);
    buf_release(&dir);
    if (!done) {
        free(*written);
        *written = NULL;
    }
    return done;
}
