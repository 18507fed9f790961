/* SPDX-License-Identifier: ISC */
/* Opening and setting up a database, and where its folder and the program's data files are. */
#include "config.h"

#include "app/app.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/body.h"
#include "app/codes.h"
#include "app/keeping.h"
#include "app/officer.h"
#include "app/post.h"
#include "app/seal_chain.h"
#include "app/sets.h"
#include "app/tapes.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "base/uuid.h"
#include "exchange/file.h"
#include "trail/trail.h"

char *
app_data_dir(const char *dir)
{
    struct buf path = {0};
    const char *from;

    if (dir && *dir)
        return rc_strdup(dir);
    if ((from = getenv("RAILCHECK_DATA")) && *from)
        return rc_strdup(from);
    if ((from = getenv("XDG_DATA_HOME")) && *from)
        buf_addf(&path, "%s/railcheck", from);
    else if ((from = getenv("HOME")) && *from)
        buf_addf(&path, "%s/.local/share/railcheck", from);
    else
        buf_adds(&path, "railcheck-data");
    return buf_detach(&path);
}

const char *
app_package_dir(void)
{
    const char *dir = getenv("RAILCHECK_PKGDATA");

    return dir && *dir ? dir : PKGDATADIR;
}

bool
app_exists(const char *dir)
{
    struct buf path = {0};
    bool there;

    buf_addf(&path, "%s/railcheck.db", dir);
    there = access(buf_text(&path), F_OK) == 0;
    buf_release(&path);
    return there;
}

static struct app *
app_new(struct store *store, struct rc_env *env)
{
    struct app *app = rc_alloc(1, sizeof *app);

    app->store = store;
    app->env = env;
    app->keeping = rc_alloc(1, sizeof *app->keeping);
    app->keeping->sealed = -1;
    return app;
}

/* For work: the tapes first, as they may bring back officers. */
static bool
open_keeping(struct app *app, bool write, struct rc_error *err)
{
    if (!write || store_read_only(app->store))
        return true;
    return tapes_open(app, err) && seal_key_open(app, err);
}

static void
copy_text(char *out, size_t size, const char *text)
{
    size_t len = strlen(text);

    if (len >= size)
        len = size - 1;
    memcpy(out, text, len);
    out[len] = '\0';
}

struct app *
app_open(const char *dir, const char *badge, bool write, struct rc_env *env, struct rc_error *err)
{
    struct app *app;
    struct store *store;

    if (!trail_init(err))
        return NULL;
    if (!app_exists(dir)) {
        rc_fail(err, RC_E_NOT_SET_UP, dir, NULL);
        return NULL;
    }
    store = store_open(dir, write ? STORE_WRITE : STORE_READ, NULL, err);
    if (!store)
        return NULL;
    app = app_new(store, env);
    if (!store_device(store, app->device, err) || !open_keeping(app, write, err) ||
        !store_post(store, app->post, sizeof app->post, err) || !post_take_region(app, err) ||
        !officer_begin(app, badge, err)) {
        app_close(app);
        return NULL;
    }
    return app;
}

void
app_close(struct app *app)
{
    if (!app)
        return;
    sets_free(app->sets);
    tapes_close(app);
    sign_pair_free(app->keeping->key);
    notes_release(&app->keeping->news);
    free(app->keeping);
    codes_free(app->codes);
    store_close(app->store);
    free(app);
}

bool
app_news(struct app *app, struct rc_error *out)
{
    struct notes *news = &app->keeping->news;

    if (!news->n)
        return false;
    *out = news->list[0];
    memmove(news->list, news->list + 1, --news->n * sizeof *news->list);
    return true;
}

/* Whoever sets up a post works there and lets the others in. */
#define FIRST_ROLES "officer admin"

/* The first facts of a new database, one transaction. */
static bool
record_beginning(struct app *app, const char *post, const char *checklists, struct rc_error *err)
{
    struct buf device = {0}, officer = {0}, set = {0};
    struct notes errors = {0};
    bool done = false;

    body_begin(&device);
    body_text(&device, "post", post);
    body_end(&device);
    body_begin(&officer);
    body_text(&officer, "id", app->actor);
    body_text(&officer, "name", app->officer);
    body_text(&officer, "badge", app->badge);
    body_text(&officer, "role", FIRST_ROLES);
    body_end(&officer);
    if (!set_body(checklists, &set, &errors, NULL, err))
        goto out;
    if (!app_begin(app, RIGHT_CHECKLIST, err))
        goto out;
    done = app_record(app, "device.created", NULL, NULL, buf_text(&device), err) &&
           seal_key_record(app, err) &&
           app_record(app, "officer.added", NULL, NULL, buf_text(&officer), err) &&
           app_record(app, "checklist.adopted", NULL, NULL, buf_text(&set), err) &&
           app_commit(app, err);
out:
    notes_release(&errors);
    buf_release(&device);
    buf_release(&officer);
    buf_release(&set);
    return done;
}

/* A new database would never fit the tape of another, which may be all that is left of that. */
static bool
no_tape_left(const char *dir, struct rc_error *err)
{
    char *path = tapes_path(dir);
    bool none =
        app_exists(dir) || access(path, F_OK) != 0 || rc_fail(err, RC_E_TAPE_LEFT, path, NULL);

    free(path);
    return none;
}

/* A set-up that failed half way leaves no database behind; a key only when it was there before. */
static void
remove_database(const char *dir, bool key)
{
    static const char *const suffixes[] = {"railcheck.db", "railcheck.db-wal", "railcheck.db-shm",
                                           "railcheck.lock", "railcheck.tape"};
    struct buf path = {0};

    for (size_t i = 0; i < ARRAY_LEN(suffixes); i++) {
        buf_clear(&path);
        buf_addf(&path, "%s/%s", dir, suffixes[i]);
        unlink(buf_text(&path));
    }
    if (key) {
        char *file = seal_key_path(dir);

        unlink(file);
        free(file);
    }
    buf_clear(&path);
    buf_addf(&path, "%s/keys", dir);
    rmdir(buf_text(&path));
    buf_release(&path);
}

bool
app_init(const char *dir, const char *post, const char *officer, const char *badge,
         const char *package_dir, struct rc_env *env, struct rc_error *err)
{
    struct buf checklists = {0};
    struct store *store;
    struct app *app;
    struct uuid id;
    bool done, made_key;

    if (!*post || !*officer || !*badge)
        return rc_fail(err, RC_E_EMPTY, !*post ? "post" : !*officer ? "officer" : "badge", NULL);
    if (!trail_init(err) || !file_make_dir(dir, err) || !no_tape_left(dir, err))
        return false;
    store = store_open(dir, STORE_CREATE, NULL, err);
    if (!store)
        return false;
    app = app_new(store, env);
    id = uuid_new(env);
    uuid_text(&id, app->device);
    id = uuid_new(env);
    uuid_text(&id, app->actor);
    copy_text(app->officer, sizeof app->officer, officer);
    copy_text(app->badge, sizeof app->badge, badge);
    roles_parse(FIRST_ROLES, &app->roles);
    app->proven = true;
    seal_key_make(app);
    made_key = app->keeping->key != NULL;
    tapes_begin(app);
    buf_addf(&checklists, "%s/checklists", package_dir);
    done = record_beginning(app, post, buf_text(&checklists), err);
    buf_release(&checklists);
    app_close(app);
    if (!done)
        remove_database(dir, made_key);
    return done;
}
