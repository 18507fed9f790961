/* SPDX-License-Identifier: ISC */
/* Names for codes: adopting lists, looking names up. */
#include "config.h"

#include "app/codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/codes.h"
#include "exchange/file.h"
#include "trail/trail.h"

#define FILE_BYTES_MAX (16u << 20)

const char *
codes_list(size_t i)
{
    return code_lists[i];
}

bool
codes_list_known(const char *list)
{
    for (size_t i = 0; code_lists[i]; i++) {
        if (strcmp(code_lists[i], list) == 0)
            return true;
    }
    return false;
}

/* --- adopting --- */

static bool
record_list(struct app *app, const struct code *rows, size_t n, const char *sha256,
            struct rc_error *err)
{
    struct buf body = {0}, array = {0};
    bool done;

    for (size_t i = 0; i < n; i++) {
        buf_adds(&array, i ? ",[" : "[[");
        buf_add_json(&array, rows[i].code);
        buf_addc(&array, ',');
        buf_add_json(&array, rows[i].name);
        if (*rows[i].name_ru) {
            buf_addc(&array, ',');
            buf_add_json(&array, rows[i].name_ru);
        }
        buf_addc(&array, ']');
    }
    buf_addc(&array, ']');
    body_begin(&body);
    body_text(&body, "list", rows[0].list);
    body_text(&body, "sha256", sha256);
    body_json(&body, "rows", buf_text(&array));
    body_end(&body);
    done = app_record(app, "codes.adopted", NULL, NULL, buf_text(&body), err);
    buf_release(&body);
    buf_release(&array);
    return done;
}

static bool
record_lists(struct app *app, const struct code_file *file, const char *sha256,
             struct codes_adopted *out, struct rc_error *err)
{
    for (size_t from = 0, to; from < file->n; from = to) {
        char before[65];

        for (to = from; to < file->n && file->rows[to].list == file->rows[from].list;)
            to++;
        if (!store_code_list(app->store, file->rows[from].list, before, err)) {
            app_rollback(app);
            return false;
        }
        if (strcmp(before, sha256) == 0)
            continue;
        if (!record_list(app, file->rows + from, to - from, sha256, err))
            return false;
        out->lists++;
        out->codes += to - from;
    }
    return true;
}

bool
codes_import(struct app *app, const char *file, struct codes_adopted *out, struct notes *errors,
             struct notes *notes, struct rc_error *err)
{
    struct code_file codes = {0};
    struct buf text = {0};
    char sha256[65];
    bool done = false;

    *out = (struct codes_adopted){0};
    if (!file_read(file, FILE_BYTES_MAX, &text, err))
        goto out;
    trail_sha256(buf_text(&text), text.len, sha256);
    if (!codes_read(buf_text(&text), text.len, file, &codes, errors, notes)) {
        char count[24];

        snprintf(count, sizeof count, "%zu", errors->n);
        rc_fail(err, RC_E_IMPORT_REFUSED, file, count);
        goto out;
    }
    if (!app_begin(app, RIGHT_CHECKLIST, err) || !record_lists(app, &codes, sha256, out, err))
        goto out;
    done = out->lists == 0 || app_commit(app, err);
    if (out->lists == 0)
        app_rollback(app);
out:
    code_file_release(&codes);
    buf_release(&text);
    return done;
}

/* --- looking up --- */

static void
add_shipped(struct code_file *to, const char *name)
{
    struct code_file one = {0};
    struct notes errors = {0}, notes = {0};
    struct buf path = {0}, text = {0};

    buf_addf(&path, "%s/checklists/codes/%s.csv", app_package_dir(), name);
    /* A file that is missing or broken only means that there are no names. */
    if (file_read(buf_text(&path), FILE_BYTES_MAX, &text, NULL) &&
        codes_read(buf_text(&text), text.len, buf_text(&path), &one, &errors, &notes)) {
        for (size_t i = 0; i < one.n; i++) {
            ARRAY_GROW(to->rows, to->n, to->cap);
            to->rows[to->n++] = one.rows[i];
        }
        free(one.rows);
    } else
        code_file_release(&one);
    notes_release(&errors);
    notes_release(&notes);
    buf_release(&path);
    buf_release(&text);
}

static const struct code_file *
shipped(struct app *app)
{
    if (!app->codes) {
        app->codes = rc_alloc(1, sizeof *app->codes);
        for (size_t i = 0; code_lists[i]; i++)
            add_shipped(app->codes, code_lists[i]);
    }
    return app->codes;
}

void
codes_free(struct code_file *shipped)
{
    if (shipped)
        code_file_release(shipped);
    free(shipped);
}

/* Readers of Kazakh or Tajik read Russian sooner than English: their languages are "kk ru". */
static const char *
in_language(const char *name, const char *name_ru, const char *langs)
{
    if (strstr(langs, "ru") ? *name_ru != '\0' : *name == '\0')
        return name_ru;
    return name;
}

bool
codes_name(struct app *app, const char *list, const char *code, const char *langs,
           char out[CODE_NAME])
{
    struct codes found = {0};
    const struct code *own;

    *out = '\0';
    if (!*code)
        return false;
    if (store_code(app->store, list, code, &found, NULL) && found.n &&
        code_same(list, code, found.rows[0].code))
        snprintf(out, CODE_NAME, "%s",
                 in_language(found.rows[0].name, found.rows[0].name_ru, langs));
    else if ((own = code_find(shipped(app), list, code)))
        snprintf(out, CODE_NAME, "%s", in_language(own->name, own->name_ru, langs));
    codes_release(&found);
    return *out != '\0';
}

const char *
codes_cargo(struct app *app, const struct wagon_row *w, const char *langs, char out[CODE_NAME])
{
    if (*w->cargo_name)
        return w->cargo_name;
    if (codes_name(app, "etsng", w->cargo_etsng, langs, out) ||
        codes_name(app, "gng", w->cargo_gng, langs, out) ||
        codes_name(app, "un", w->un_no, langs, out))
        return out;
    return *w->cargo_etsng ? w->cargo_etsng : w->cargo_gng;
}

bool
codes_each(struct app *app, const char *list,
           void (*each)(void *context, const struct code_shown *code), void *context,
           struct rc_error *err)
{
    const struct code_file *own = shipped(app);
    struct codes found = {0};

    if (!store_codes(app->store, list, &found, err))
        return false;
    for (size_t i = 0; i < found.n; i++) {
        const struct code_row *row = &found.rows[i];

        each(context, &(struct code_shown){row->code, row->name, row->name_ru, NULL});
    }
    for (size_t i = 0; i < own->n; i++) {
        const struct code *c = &own->rows[i];
        bool hidden = strcmp(c->list, list) != 0;

        for (size_t f = 0; f < found.n && !hidden; f++)
            hidden = strcmp(found.rows[f].code, c->code) == 0;
        if (!hidden)
            each(context, &(struct code_shown){c->code, c->name, c->name_ru, c->source});
    }
    codes_release(&found);
    return true;
}
