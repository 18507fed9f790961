/* SPDX-License-Identifier: ISC */
/* railcheck export: the tables of one train or of the whole archive. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/export.h"
#include "app/train.h"
#include "base/alloc.h"
#include "cli/command.h"
#include "cli/progress.h"
#include "i18n/i18n.h"

/* What the command line says. */
struct asked {
    struct export_request request;
    const char *out; /* NULL: a folder under the data folder */
    bool all, days;
};

static void
show_progress(void *context, const char *table, int64_t done, int64_t all)
{
    progress_show(context, table, done, all);
}

static int
export_to(struct app *app, struct asked *asked, const char *dir)
{
    struct rc_error err = {0};
    struct progress progress = {0};
    struct export_result result = {0};
    bool done;

    asked->request.dir = dir;
    asked->request.progress = show_progress;
    asked->request.context = &progress;
    done = export_tables_to(app, &asked->request, &result, &err);
    progress_end(&progress);
    if (!done)
        return cli_error(&err);
    if (result.kept) {
        printf(tr_n("%d file was complete already", "%d files were complete already",
                    (unsigned long long)result.kept),
               result.kept);
        putchar('\n');
    }
    if (asked->all) {
        printf(
            tr_n("%lld train exported", "%lld trains exported", (unsigned long long)result.trains),
            (long long)result.trains);
        putchar('\n');
    }
    printf(_("exported to %s"), dir);
    putchar('\n');
    return RC_EXIT_DONE;
}

static int
run(struct app *app, struct asked *asked, const char *name)
{
    struct rc_error err = {0};
    struct trains trains = {0};
    char *dir = NULL;
    int status;

    if (name && (!train_named(app, name, &asked->request.train, &err) ||
                 !store_train(app->store, asked->request.train, &trains, &err)))
        return cli_error(&err);
    if (asked->out)
        dir = rc_strdup(asked->out);
    else
        dir = name ? train_export_dir(app, &trains.rows[0]) : archive_export_dir(app);
    status = export_to(app, asked, dir);
    free(dir);
    trains_release(&trains);
    return status ? status : cli_finish();
}

static int
read_options(struct asked *asked, int argc, char **argv)
{
    static const struct option options[] = {
        {"out", required_argument, NULL, 'o'},
        {"profile", required_argument, NULL, 'p'},
        {"wide", no_argument, NULL, 'w'},
        {"all", no_argument, NULL, 'a'},
        {"since", required_argument, NULL, 's'},
        {"until", required_argument, NULL, 'u'},
        {NULL, 0, NULL, 0},
    };
    const char *since = NULL, *until = NULL;
    struct rc_error err = {0};
    int c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (c) {
        case 'o':
            asked->out = optarg;
            break;
        case 'p':
            if (strcmp(optarg, "data") != 0 && strcmp(optarg, "excel") != 0)
                return cli_usage("export", _("the profile is data or excel"));
            asked->request.form = *optarg == 'e' ? EXPORT_EXCEL : EXPORT_DATA;
            break;
        case 'w':
            asked->request.wide = true;
            break;
        case 'a':
            asked->all = true;
            break;
        case 's':
            since = optarg;
            break;
        case 'u':
            until = optarg;
            break;
        default:
            return RC_EXIT_USAGE;
        }
    }
    asked->days = since || until;
    return cli_days(since, until, &asked->request.days, &err) ? RC_EXIT_DONE : cli_error(&err);
}

int
command_export(const struct cli *cli, int argc, char **argv)
{
    struct asked asked = {.request = {.days = ALL_DAYS}};
    int status = read_options(&asked, argc, argv);
    struct app *app;

    if (status)
        return status;
    if (asked.all ? optind < argc : optind + 1 != argc)
        return cli_usage("export", _("name one train, or say --all"));
    if (asked.days && !asked.all)
        return cli_usage("export", _("--since and --until go with --all"));
    if (!(app = cli_open(cli, true, &status)))
        return status;
    status = run(app, &asked, asked.all ? NULL : argv[optind]);
    cli_close(app);
    return status;
}
