/* SPDX-License-Identifier: ISC */
/* Setting the user interface up, its first screens, and its end. */
#include "config.h"

#include "tui/ui.h"

#include <string.h>
#include <unistd.h>

#include "app/people.h"
#include "app/train.h"
#include "base/alloc.h"
#include "core/state.h"
#include "i18n/i18n.h"

char *
ui_package_file(const char *name)
{
    struct buf path = {0};

    buf_addf(&path, "%s/%s", app_package_dir(), name);
    if (access(buf_text(&path), R_OK) != 0) {
        struct buf source = {0};

        /* The source tree as package folder: data files stand beside what reads them. */
        buf_addf(&source, "%s/src/tui/%s", app_package_dir(), name);
        if (access(buf_text(&source), R_OK) == 0) {
            buf_clear(&path);
            buf_adds(&path, buf_text(&source));
        }
        buf_release(&source);
    }
    return buf_detach(&path);
}

static bool
choose_layout(struct ui *ui, const char *layout, const struct rc_error *unread,
              struct rc_error *err)
{
    struct buf known = {0};
    bool found = !layout || !*layout;

    for (size_t i = 0; i < ui->layouts.n; i++) {
        buf_addf(&known, "%s%s", i ? " " : "", ui->layouts.list[i].name);
        if (!found && strcmp(ui->layouts.list[i].name, layout) == 0)
            found = true;
    }
    if (!found && unread->code != RC_OK) {
        if (err)
            *err = *unread;
    } else if (!found)
        rc_fail(err, RC_E_NO_LAYOUT, layout, buf_text(&known));
    else if (layout)
        snprintf(ui->layout, sizeof ui->layout, "%s", layout);
    buf_release(&known);
    return found;
}

bool
ui_init(struct ui *ui, struct rc_env *env, const char *data_dir, const char *badge,
        const char *layout, bool ascii, struct rc_error *err)
{
    struct rc_error first = {0};
    char *path = ui_package_file("layouts.txt");

    *ui = (struct ui){.env = env, .ascii = ascii};
    ui->data_dir = rc_strdup(data_dir);
    /* Without its table the program still works with Latin letters. */
    if (!layouts_read(&ui->layouts, path, &first))
        ui_error(ui, &first);
    free(path);
    if (!choose_layout(ui, layout, &first, err))
        goto failed;
    snprintf(ui->badge, sizeof ui->badge, "%s", badge ? badge : "");
    if (app_exists(data_dir)) {
        ui->app = app_open(data_dir, badge, true, env, err);
        if (!ui->app)
            goto failed;
        ui->data_version = store_data_version(ui->app->store);
    }
    return true;
failed:
    ui_release(ui);
    return false;
}

/* Opens a screen below the loop. */
static void
open_screen(struct ui *ui, struct screen *s, struct rc_error *err, bool *ok)
{
    if (!*ok || !s)
        return;
    if (s->ops->reload && !s->ops->reload(s, err)) {
        screen_free(s);
        *ok = false;
        return;
    }
    ui->stack[ui->depth++] = s;
}

/* Is the train still with its officers? */
static bool
is_open_train(struct ui *ui, int64_t train)
{
    struct trains found = {0};
    enum train_state state = TRAIN_SUBMITTED;

    if (store_train(ui->app->store, train, &found, NULL) && found.n)
        train_state_parse(found.rows[0].state, &state);
    trains_release(&found);
    return state == TRAIN_LISTED || state == TRAIN_INSPECTING || state == TRAIN_RETURNED;
}

/* Back to the train where the work stopped and, when its wagon is still in work, to the item that
 * was next there. */
static bool
resume(struct ui *ui, struct rc_error *err)
{
    int64_t train, wagon;
    char key[64];
    struct wagons found = {0};
    bool ok = true, in_work;

    if (!store_last_place(ui->app->store, &train, &wagon, key, sizeof key, err))
        return false;
    if (!wagon || !is_open_train(ui, train))
        return true;
    if (!store_wagon(ui->app->store, wagon, &found, err))
        return false;
    in_work = found.n == 1 && strcmp(found.rows[0].state, "in_work") == 0;
    open_screen(ui, screen_consist(ui, train, in_work ? wagon : 0), err, &ok);
    if (in_work) {
        open_screen(ui, screen_wagon_after(ui, wagon, key), err, &ok);
        if (ok)
            ui_say(ui, _("Here the work stopped: wagon %s. Esc: to the train"),
                   found.rows[0].number);
    }
    wagons_release(&found);
    return ok;
}

/* The screens that work begins with. */
static bool
open_work(struct ui *ui, const char *train, struct rc_error *err)
{
    bool ok = true;
    int64_t id;

    open_screen(ui, screen_trains(ui), err, &ok);
    if (!ok)
        return false;
    if (!train)
        return resume(ui, err);
    if (!train_named(ui->app, train, &id, err))
        return false;
    open_screen(ui, screen_consist(ui, id, 0), err, &ok);
    return ok;
}

/* Over the first screens: the log-in, when there is a choice of officers or a PIN. */
static bool
log_in(struct ui *ui, struct rc_error *err)
{
    struct officers officers = {0};
    const char *badge = ui->badge;
    size_t active = 0;
    bool needed;

    if (!people_login_needed(ui->app, &needed, err))
        return false;
    if (!needed) {
        ui_say_returned(ui);
        return true;
    }
    if (!store_officers(ui->app->store, &officers, err))
        return false;
    for (size_t i = 0; i < officers.n; i++)
        active += officers.rows[i].active;
    /* The only one need not say who he is. */
    if (!*badge && active == 1)
        badge = ui->app->badge;
    officers_release(&officers);
    ui->message[0] = '\0';
    ui_lock(ui, LOGIN_START, badge);
    return true;
}

bool
ui_start(struct ui *ui, const char *train, struct rc_error *err)
{
    bool ok = true;

    ui->last_key = ui->env->uptime(ui->env->context);
    if (ui->app) {
        ok = open_work(ui, train, err) && log_in(ui, err);
        if (ok)
            ui_news(ui);
        return ok;
    }
    open_screen(ui, screen_start(ui), err, &ok);
    return ok;
}

void
ui_release(struct ui *ui)
{
    while (ui->depth)
        screen_free(ui->stack[--ui->depth]);
    app_close(ui->app);
    free(ui->data_dir);
    ui->app = NULL;
    ui->data_dir = NULL;
}
