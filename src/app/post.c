/* SPDX-License-Identifier: ISC */
/* Changing the settings of the post. */
#include "config.h"

#include "app/post.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/body.h"
#include "app/people.h"
#include "base/buf.h"
#include "base/region.h"

#define NAME_MAX_CHARACTERS 60
#define FOLDER_MAX_CHARACTERS 180

/* Where it is looked for must not depend on where the program is started. */
static bool
is_folder(const char *path, struct rc_error *err)
{
    struct stat st;

    if (!people_text_fits(path, FOLDER_MAX_CHARACTERS, "mirror", err))
        return false;
    return (*path == '/' && stat(path, &st) == 0 && S_ISDIR(st.st_mode) &&
            access(path, W_OK | X_OK) == 0) ||
           rc_fail(err, RC_E_NO_FOLDER, path, NULL);
}

bool
post_change(struct app *app, const struct post_change *change, struct rc_error *err)
{
    struct buf body = {0};
    enum region region;
    char number[24];
    bool done;

    snprintf(number, sizeof number, "%d", change->fast_s);
    if (!right_needed(app->roles, RIGHT_SETTINGS, err) ||
        (change->name && !people_text_fits(change->name, NAME_MAX_CHARACTERS, "post", err)) ||
        (change->mirror && *change->mirror && !is_folder(change->mirror, err)))
        return false;
    if (change->fast_s > POST_FAST_MAX)
        return rc_fail(err, RC_E_FAST, number, NULL);
    if (change->region && !region_parse(change->region, &region))
        return rc_fail(err, RC_E_REGION, change->region, NULL);
    body_begin(&body);
    body_text(&body, "name", change->name);
    body_text(&body, "mirror", change->mirror);
    body_text(&body, "region", change->region);
    if (change->fast_s >= 0)
        body_number(&body, "fast", change->fast_s);
    body_end(&body);
    done = app_begin(app, RIGHT_SETTINGS, err) &&
           app_record(app, "post.changed", NULL, NULL, buf_text(&body), err) &&
           app_commit(app, err);
    if (done && change->name)
        done = store_post(app->store, app->post, sizeof app->post, err);
    if (done && change->region)
        done = post_take_region(app, err);
    buf_release(&body);
    return done;
}

bool
post_take_region(struct app *app, struct rc_error *err)
{
    struct post_settings settings;
    enum region region = REGION_LOCAL;

    if (!store_settings(app->store, &settings, err))
        return false;
    region_parse(settings.region, &region); /* one that a newer program knows: as the papers */
    region_set(region);
    return true;
}

bool
post_same_disk(const struct app *app, const char *folder)
{
    struct stat data, other;

    return stat(store_dir(app->store), &data) == 0 && stat(folder, &other) == 0 &&
           data.st_dev == other.st_dev;
}

void
post_key_code(const struct post_settings *settings, char out[HEAD_CODE])
{
    out[0] = '\0';
    if (*settings->key)
        head_code_of_key(settings->key, out);
}
