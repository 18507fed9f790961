/* SPDX-License-Identifier: ISC */
/* Plain mode: beginning and end, and the trains that one begins with. */
#include "config.h"

#include "cli/plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/people.h"
#include "app/train.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/ui.h"
#include "tui/words.h"

#define TRAINS_PAGE 20

/* --- the list of trains --- */

enum {
    TRAINS_IMPORT = 1,
    TRAINS_OLDER,
    TRAINS_REVIEW,
    TRAINS_FIND,
    TRAINS_RESUME,
    TRAINS_TAKE_BACK,
    TRAINS_SHIFT,
    TRAINS_PIN,
    TRAINS_PEOPLE
};

static const struct plain_command trains_commands[] = {
    {TRAINS_IMPORT, 'i', N_("import"), N_("lists a train from a file; its path follows")},
    {TRAINS_OLDER, 'j', N_("older"), N_("older trains")},
    {TRAINS_REVIEW, 'r', N_("review"), N_("review of a train; its number follows")},
    {TRAINS_FIND, 'g', N_("go"),
     N_("finds a wagon, a seal or a text in all trains; it may follow")},
    {TRAINS_RESUME, 'z', N_("resume"), N_("to the wagon where the work stopped")},
    {TRAINS_SHIFT, 't', N_("shift"), N_("the board of the open trains; begins, hands over")},
    {TRAINS_TAKE_BACK, 0, N_("take back"),
     N_("takes the import of a train back; its place in the list follows")},
    {TRAINS_PIN, 0, N_("PIN"), N_("your own PIN")},
    {TRAINS_PEOPLE, 0, N_("people"), N_("people of the post: list, add, change, disable, new PIN")},
};

static void
say_train(struct plain *p, size_t i, const struct train_row *t)
{
    struct moment arrived = {t->arrived_at, t->arrived_offset};
    char when[MOMENT_TEXT] = "-";

    if (t->arrived_at)
        moment_text(arrived, MOMENT_SCREEN, when);
    plain_say(p, _("%zu: train %s, %s, arrived %s, %s, closed %d of %d, findings %d"), i, t->number,
              *t->index ? t->index : "-", when, words_train_state(t->state), t->closed, t->wagons,
              t->findings);
}

static void
import(struct plain *p)
{
    char *file = plain_ask(p, _("Path of the train list:"), NULL);

    if (file)
        plain_import(p, file);
    free(file);
}

static bool
is_in_work(struct plain *p, int64_t wagon)
{
    struct wagons found = {0};
    struct rc_error err = {0};
    bool in_work = store_wagon(p->app->store, wagon, &found, &err) && found.n &&
                   strcmp(found.rows[0].state, wagon_state_name(WAGON_IN_WORK)) == 0;

    wagons_release(&found);
    return in_work;
}

/* To the wagon of the newest answer; to its train when that wagon is closed. */
static void
resume(struct plain *p)
{
    struct rc_error err = {0};
    int64_t train, wagon;
    char key[64]; /* was answered: the wagon begins at its first open item */

    if (!store_last_place(p->app->store, &train, &wagon, key, sizeof key, &err))
        plain_error(p, &err);
    else if (!wagon)
        plain_say(p, "%s", _("Nothing has been answered yet."));
    else if (is_in_work(p, wagon))
        plain_wagon(p, wagon, "");
    else
        plain_train(p, train);
}

/* The train that text names: by its place in the list, else as on the command line. */
static int64_t
named(struct plain *p, const struct trains *list, const char *text)
{
    size_t at = plain_position(p, text, list->n);
    struct rc_error err = {0};
    int64_t train = 0;

    if (at)
        return list->rows[at - 1].id;
    if (!train_named(p->app, text, &train, &err)) {
        plain_error(p, &err);
        p->quiet = true;
        return 0;
    }
    return train;
}

/* Asks for a train; 0 none. */
static int64_t
which(struct plain *p, const struct trains *list)
{
    char *text = plain_ask(p, _("Which train: its place in the list, or its number?"), NULL);
    int64_t train = text ? named(p, list, text) : 0;

    free(text);
    return train;
}

static void
take_back(struct plain *p, int64_t train)
{
    char *reason = plain_ask(p, _("Take the import back: for what reason?"), NULL);
    struct rc_error err = {0};

    if (reason && plain_done(p, train_withdraw(p->app, train, reason, &err), &err))
        plain_say(p, "%s", _("The import is taken back; the same list can be imported again"));
    free(reason);
}

/* Does what was typed; false: go. older is set to the train that the next page begins behind. */
static bool
trains_act(struct plain *p, int act, const struct trains *list, struct train_row *older)
{
    int64_t train, wagon;

    switch (act) {
    case TRAINS_IMPORT:
        import(p);
        break;
    case TRAINS_FIND:
        wagon = plain_ask_find(p, 0);
        if (wagon)
            plain_wagon(p, wagon, "");
        break;
    case TRAINS_REVIEW:
        train = which(p, list);
        if (train)
            plain_review(p, train);
        break;
    case TRAINS_SHIFT:
        plain_shift(p);
        break;
    case TRAINS_PIN:
        plain_pin(p, p->app->badge);
        break;
    case TRAINS_PEOPLE:
        plain_people(p);
        break;
    case TRAINS_TAKE_BACK:
        train = which(p, list);
        if (train)
            take_back(p, train);
        break;
    case TRAINS_RESUME:
        resume(p);
        break;
    case TRAINS_OLDER:
        if (list->n == TRAINS_PAGE)
            *older = list->rows[list->n - 1];
        else
            plain_say(p, "%s", _("there are no older trains"));
        return true;
    case 0:
        train = named(p, list, p->line);
        if (train)
            plain_train(p, train);
        break;
    case PLAIN_AGAIN:
        break;
    case PLAIN_BACK:
        if (!older->id) {
            plain_say(p, "%s", _("This is the first place; quit ends the program."));
            return true;
        }
        break;
    default:
        return false;
    }
    *older = (struct train_row){0};
    return true;
}

static void
say_trains(struct plain *p, const struct trains *list)
{
    plain_say(p, _("Trains. Post %s. Badge %s, %s"), p->app->post, p->app->badge, p->app->officer);
    for (size_t i = 0; i < list->n; i++)
        say_train(p, i + 1, &list->rows[i]);
    if (!list->n)
        plain_say(p, "%s", _("no train is listed here"));
}

void
plain_trains(struct plain *p)
{
    struct train_row older = {0};
    bool on = true;

    while (on && !p->over) {
        struct trains list = {0};
        struct rc_error err = {0};

        if (!store_trains(p->app->store, older.arrived_at, older.id, TRAINS_PAGE, &list, &err)) {
            plain_error(p, &err);
            trains_release(&list);
            return;
        }
        if (!p->quiet)
            say_trains(p, &list);
        on = trains_act(
            p,
            plain_command(p, trains_commands, ARRAY_LEN(trains_commands), "ijrgtz",
                          list.n ? _("trains: place in the list, or number of a train") : NULL),
            &list, &older);
        trains_release(&list);
    }
}

/* --- beginning and end --- */

static bool
take_layouts(struct plain *p, struct rc_error *err)
{
    char *path = ui_package_file("layouts.txt");
    bool read = layouts_read(&p->layouts, path, err);
    struct buf known = {0};
    bool found = !*p->layout;

    free(path);
    if (!read && !*p->layout) { /* Latin letters work without the table */
        plain_error(p, err);
        return true;
    }
    for (size_t i = 0; i < p->layouts.n; i++) {
        buf_addf(&known, "%s%s", i ? " " : "", p->layouts.list[i].name);
        found = found || strcmp(p->layouts.list[i].name, p->layout) == 0;
    }
    if (read && !found)
        rc_fail(err, RC_E_NO_LAYOUT, p->layout, buf_text(&known));
    buf_release(&known);
    return read && found;
}

/* Who is at work; nobody is asked when there is no choice and no PIN. */
static bool
begin_work(struct plain *p, struct rc_error *err)
{
    struct officers officers = {0};
    const char *badge = p->cli->badge;
    size_t active = 0;
    bool needed;

    if (!people_login_needed(p->app, &needed, err))
        return false;
    if (!needed) {
        plain_say_handed(p);
        plain_say_returned(p);
        return true;
    }
    if (!store_officers(p->app->store, &officers, err))
        return false;
    for (size_t i = 0; i < officers.n; i++)
        active += officers.rows[i].active;
    officers_release(&officers);
    if (!badge && active == 1)
        badge = p->app->badge;
    plain_log_in(p, badge, false);
    return true;
}

/* The train that was asked for, or the one where the work stopped; then the list of all. */
static bool
places(struct plain *p, const char *train, struct rc_error *err)
{
    int64_t id = 0;

    if (train && !train_named(p->app, train, &id, err))
        return false;
    if (id)
        plain_train(p, id);
    if (!p->over)
        plain_trains(p);
    return true;
}

static int
finish(struct plain *p, bool done, const struct rc_error *err)
{
    bool hung_up = signals_end_wanted();

    app_close(p->app);
    free(p->rest);
    explicit_bzero(p->input, sizeof p->input);
    explicit_bzero(p->line, sizeof p->line);
    if (!done && !p->broken)
        plain_error(p, err);
    else if (!p->broken)
        plain_say(p, "%s", _("End. Everything is saved."));
    signals_give_back(&p->signals, true);
    if (!done)
        return (int)rc_code_exit(err->code);
    if (hung_up)
        return UI_HUNG_UP;
    return p->broken ? RC_EXIT_SYSTEM : cli_finish();
}

int
plain_run(const struct cli *cli, const char *train)
{
    struct plain *p = rc_alloc(1, sizeof *p);
    struct sigaction stop = {.sa_handler = SIG_DFL}, ignore = {.sa_handler = SIG_IGN};
    struct rc_error err = {0};
    bool done;
    int status;

    p->cli = cli;
    p->layout = cli->layout ? cli->layout : "";
    p->terminal = isatty(STDIN_FILENO);
    plain_width(p);
    signals_take(&p->signals);
    sigaction(SIGTSTP, &stop, NULL); /* a dialogue of lines may be stopped and goes on */
    sigaction(SIGPIPE, &ignore, NULL);
    done = take_layouts(p, &err);
    if (done) {
        if (app_exists(cli->data_dir) || !plain_start(p)) /* left: that there is no data is said */
            p->app = app_open(cli->data_dir, cli->badge, true, cli->env, &err);
        if (p->app)
            plain_news(p);
        done = p->app != NULL && begin_work(p, &err) && (p->over || places(p, train, &err));
    }
    status = finish(p, done, &err);
    free(p);
    return status;
}
