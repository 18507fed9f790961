/* SPDX-License-Identifier: ISC */
/* railcheck export: the tables of one train as CSV. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "app/train.h"
#include "base/alloc.h"
#include "cli/command.h"
#include "i18n/i18n.h"

static int
export_train(struct app *app, const char *name, const char *out)
{
    struct rc_error err = {0};
    struct trains trains = {0};
    char *dir = NULL;
    int64_t train;
    int status = RC_EXIT_DONE;

    if (!train_named(app, name, &train, &err) || !store_train(app->store, train, &trains, &err)) {
        status = cli_error(&err);
    } else {
        dir = out ? rc_strdup(out) : train_export_dir(app, &trains.rows[0]);
        if (train_export(app, train, dir, &err)) {
            printf(_("exported to %s"), dir);
            putchar('\n');
        } else {
            status = cli_error(&err);
        }
    }
    free(dir);
    trains_release(&trains);
    return status ? status : cli_finish();
}

int
command_export(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"out", required_argument, NULL, 'o'},
        {NULL, 0, NULL, 0},
    };
    const char *out = NULL;
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'o')
            return RC_EXIT_USAGE;
        out = optarg;
    }
    if (optind + 1 != argc)
        return cli_usage("export", _("name one train"));
    if (!(app = cli_open(cli, true, &status)))
        return status;
    status = export_train(app, argv[optind], out);
    cli_close(app);
    return status;
}
