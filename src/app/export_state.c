/* SPDX-License-Identifier: ISC */
/* Which files of an export are complete: their names, lengths and hashes in the part-folder. */
#include "config.h"

#include "app/export_state.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "exchange/file.h"
#include "trail/trail.h"

#define STATE_BYTES_MAX 65536

/* Length and hash of the file as it is on the disk. */
static bool
measure(struct package_file *file, const char *dir, const struct table *table, const char *name,
        struct rc_error *err)
{
    struct buf path = {0};
    unsigned long long size = 0;
    bool done;

    *file = (struct package_file){.table = table};
    buf_addf(&path, "%s/%s", dir, name);
    done = trail_file_sha256(buf_text(&path), file->sha256, &size, err);
    snprintf(file->name, sizeof file->name, "%s", name);
    snprintf(file->bytes, sizeof file->bytes, "%llu", size);
    buf_release(&path);
    return done;
}

bool
export_state_add(struct export_state *s, const char *dir, const struct table *table,
                 const char *name, struct rc_error *err)
{
    assert(s->n < EXPORT_FILES);
    if (!measure(&s->files[s->n], dir, table, name, err))
        return false;
    s->n++;
    return true;
}

static void
add_line(struct buf *out, const struct package_file *file)
{
    buf_addf(out, "%s %s %s\n", file->name, file->bytes, file->sha256);
}

bool
export_state_write(const struct export_state *s, const char *dir, struct rc_error *err)
{
    struct buf text = {0};
    bool done;

    buf_addf(&text, "%s\n", buf_text(&s->request));
    for (size_t i = 0; i < s->n; i++)
        add_line(&text, &s->files[i]);
    done = file_write(dir, EXPORT_STATE, buf_text(&text), text.len, err);
    buf_release(&text);
    return done;
}

bool
export_state_kept(struct export_state *s, const char *dir, const struct table *table,
                  const char *name)
{
    struct buf path = {0}, text = {0}, line = {0};
    struct package_file file;
    bool kept = false;

    buf_addf(&path, "%s/" EXPORT_STATE, dir);
    if (!file_read(buf_text(&path), STATE_BYTES_MAX, &text, NULL) ||
        strncmp(buf_text(&text), buf_text(&s->request), s->request.len) != 0 ||
        buf_text(&text)[s->request.len] != '\n' || !measure(&file, dir, table, name, NULL))
        goto out;
    buf_addc(&line, '\n');
    add_line(&line, &file);
    kept = strstr(buf_text(&text), buf_text(&line)) != NULL;
    if (kept)
        s->files[s->n++] = file;
out:
    buf_release(&path);
    buf_release(&text);
    buf_release(&line);
    return kept;
}
