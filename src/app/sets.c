/* SPDX-License-Identifier: ISC */
/* Checklist sets: adopting a folder's set into the records, reading an adopted one back. */
#include "config.h"

#include "app/sets.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/body.h"
#include "base/alloc.h"
#include "exchange/checklist_files.h"
#include "trail/trail.h"

void
sets_free(struct adopted_set *list)
{
    while (list) {
        struct adopted_set *next = list->next;

        checklist_free(list->set);
        free(list);
        list = next;
    }
}

/* The hash of a set: over path, length and text of every file, in the order of the paths. */
static void
hash_set(const struct set_files *files, char hex[65])
{
    struct buf all = {0};

    for (size_t i = 0; i < files->n; i++) {
        buf_addf(&all, "%s\n%zu\n", files->files[i].path, files->files[i].len);
        buf_add(&all, files->files[i].text, files->files[i].len);
    }
    trail_sha256(buf_text(&all), all.len, hex);
    buf_release(&all);
}

bool
set_body(const char *dir, struct buf *body, struct notes *errors, struct set_identity *identity,
         struct rc_error *err)
{
    struct set_identity own;
    struct set_identity *id = identity ? identity : &own;
    struct set_files files = {0};
    struct notes notes = {0};
    struct buf array = {0};
    struct checklist *set = NULL;
    bool done = false;

    if (!set_files_read(&files, dir, err))
        goto out;
    set = checklist_read(&files, dir, errors, &notes);
    if (!set) {
        rc_fail(err, RC_E_SET_BROKEN, dir, NULL);
        goto out;
    }
    snprintf(id->form, sizeof id->form, "%s", set->form_id);
    snprintf(id->version, sizeof id->version, "%s", set->version);
    hash_set(&files, id->sha256);
    for (size_t i = 0; i < files.n; i++) {
        buf_adds(&array, i ? ",[" : "[[");
        buf_add_json(&array, files.files[i].path);
        buf_addc(&array, ',');
        buf_add_json(&array, files.files[i].text);
        buf_addc(&array, ']');
    }
    buf_addc(&array, ']');
    body_begin(body);
    body_text(body, "form", id->form);
    body_text(body, "version", id->version);
    body_text(body, "sha256", id->sha256);
    body_json(body, "files", buf_text(&array));
    body_end(body);
    done = true;
out:
    checklist_free(set);
    notes_release(&notes);
    buf_release(&array);
    set_files_release(&files);
    return done;
}

/* 1: this version is adopted with these bytes, -1: with others, 0: it is new; -2: err. */
static int
adopted_as(struct app *app, const struct set_identity *id, struct rc_error *err)
{
    struct checklists adopted = {0};
    int found = 0;

    if (!store_checklists(app->store, &adopted, err))
        return -2;
    for (size_t i = 0; i < adopted.n; i++) {
        const struct checklist_row *row = &adopted.rows[i];

        if (strcmp(row->form, id->form) == 0 && strcmp(row->version, id->version) == 0)
            found = strcmp(row->sha256, id->sha256) == 0 ? 1 : -1;
    }
    checklists_release(&adopted);
    return found;
}

bool
app_adopt(struct app *app, const char *dir, struct notes *errors, bool *added, struct rc_error *err)
{
    struct set_identity id;
    struct buf body = {0};
    bool done = false;
    int as;

    *added = false;
    if (!set_body(dir, &body, errors, &id, err))
        goto out;
    if (!app_begin(app, RIGHT_CHECKLIST, err))
        goto out;
    as = adopted_as(app, &id, err);
    if (as != 0) {
        app_rollback(app);
        if (as == -1)
            rc_fail(err, RC_E_SET_CHANGED, id.version, NULL);
        done = as == 1;
        goto out;
    }
    done = app_record(app, "checklist.adopted", NULL, NULL, buf_text(&body), err) &&
           app_commit(app, err);
    *added = done;
out:
    buf_release(&body);
    return done;
}

struct checklist *
app_set_in(const char *dir, struct notes *errors, struct notes *notes, struct rc_error *err)
{
    struct set_files files = {0};
    struct checklist *set = NULL;

    if (set_files_read(&files, dir, err)) {
        set = checklist_read(&files, dir, errors, notes);
        if (!set)
            rc_fail(err, RC_E_SET_BROKEN, dir, NULL);
    }
    set_files_release(&files);
    return set;
}

static bool
take_file(void *context, const char *path, const char *text)
{
    set_files_add(context, path, text, strlen(text));
    return true;
}

static int64_t
newest_set(struct app *app, struct rc_error *err)
{
    struct checklists adopted = {0};
    int64_t id = 0;

    if (!store_checklists(app->store, &adopted, err))
        return 0;
    if (adopted.n)
        id = adopted.rows[adopted.n - 1].id;
    else
        rc_fail(err, RC_E_NO_SET, NULL, NULL);
    checklists_release(&adopted);
    return id;
}

const struct checklist *
app_set(struct app *app, int64_t id, struct rc_error *err)
{
    struct set_files files = {0};
    struct notes errors = {0}, notes = {0};
    struct adopted_set *added;
    struct checklist *set = NULL;

    if (!id && !(id = newest_set(app, err)))
        return NULL;
    for (added = app->sets; added; added = added->next) {
        if (added->id == id)
            return added->set;
    }
    if (store_checklist_files(app->store, id, take_file, &files, err)) {
        set = checklist_read(&files, "", &errors, &notes);
        if (!set && err) {
            if (errors.n)
                *err = errors.list[0];
            else
                rc_fail(err, RC_E_NO_SET, NULL, NULL);
        }
    }
    if (set) {
        added = rc_alloc(1, sizeof *added);
        *added = (struct adopted_set){.id = id, .set = set, .next = app->sets};
        app->sets = added;
    }
    notes_release(&errors);
    notes_release(&notes);
    set_files_release(&files);
    return set;
}
