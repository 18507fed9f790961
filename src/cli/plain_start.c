/* SPDX-License-Identifier: ISC */
/* Plain mode: the first start, where there are no records yet; then, if wished, the sample train.
 */
#include "config.h"

#include <stdlib.h>
#include <unistd.h>

#include "app/import.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/ui.h"

#define SAMPLE "checklists/samples/consist-mixed-65.csv"

enum { POST, OFFICER, BADGE, FIELDS };

/* Asks for all of them, offering what was typed before. False: left. */
static bool
ask(struct plain *p, char *fields[FIELDS])
{
    const char *const questions[FIELDS] = {_("Checkpoint:"), _("Officer, full name:"),
                                           _("Badge number:")};

    for (int i = 0; i < FIELDS; i++) {
        char *typed = plain_ask(p, questions[i], fields[i]);

        free(fields[i]);
        fields[i] = typed;
        if (!typed)
            return false;
    }
    return true;
}

static bool
make(struct plain *p, char *const fields[FIELDS], struct rc_error *err)
{
    const struct cli *cli = p->cli;

    if (!app_init(cli->data_dir, fields[POST], fields[OFFICER], fields[BADGE], app_package_dir(),
                  cli->env, err))
        return false;
    p->app = app_open(cli->data_dir, fields[BADGE], true, cli->env, err);
    return p->app != NULL;
}

static void
offer_sample(struct plain *p)
{
    char *file = ui_package_file(SAMPLE);
    struct import list = {0};
    struct rc_error err = {0};
    int64_t train;
    bool added, done;

    if (access(file, R_OK) == 0 &&
        plain_yes(p, _("There is no train yet. List the sample train to try everything out: 65 "
                       "wagons of all kinds, made up? y for yes:"))) {
        done = import_read(p->app, file, &list, &err) &&
               import_save(p->app, &list, LEVEL_MIN, &train, &added, &err);
        plain_done(p, done, &err);
        import_release(&list);
    }
    free(file);
}

bool
plain_start(struct plain *p)
{
    char *fields[FIELDS] = {0};
    struct rc_error err = {0};
    bool made = false;

    p->locked = true; /* there is nobody yet who could log in */
    plain_say(p, "%s",
              _("railcheck has no records here yet. Say where it works and who you are; both stand "
                "in every record."));
    plain_say(p, _("Folder of the records: %s"), p->cli->data_dir);
    while (!made && ask(p, fields)) {
        made = make(p, fields, &err);
        if (!made)
            plain_error(p, &err);
    }
    for (int i = 0; i < FIELDS; i++)
        free(fields[i]);
    p->locked = false;
    if (made) {
        plain_saved(p);
        offer_sample(p);
    } else if (!p->broken) {
        plain_say(p, "%s", _("Nothing was made."));
    }
    p->quiet = false;
    return made;
}
