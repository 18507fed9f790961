/* SPDX-License-Identifier: ISC */
/* railcheck attach: photos and files for a finding, without a screen. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/attach.h"
#include "cli/command.h"
#include "i18n/i18n.h"

static int
attach(struct app *app, char **argv, size_t n, const char *why)
{
    struct rc_error err = {0};
    int64_t wagon;
    size_t added;

    if (!store_finding_wagon(app->store, argv[0], &wagon, &err))
        return cli_error(&err);
    if (!wagon) {
        rc_fail(&err, RC_E_FINDING_UNKNOWN, argv[0], NULL);
        return cli_error(&err);
    }
    if (!attach_files(app, wagon, argv[0], (const char *const *)(argv + 1), n - 1, why, &added,
                      &err))
        return cli_error(&err);
    printf(tr_n("%zu file attached", "%zu files attached", added), added);
    putchar('\n');
    return cli_finish();
}

int
command_attach(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"why", required_argument, NULL, 'w'},
        {NULL, 0, NULL, 0},
    };
    const char *why = NULL;
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'w')
            return RC_EXIT_USAGE;
        why = optarg;
    }
    if (argc - optind < 2)
        return cli_usage("attach", _("name a finding and at least one file"));
    if (!(app = cli_open(cli, true, &status)))
        return status;
    status = attach(app, argv + optind, (size_t)(argc - optind), why);
    cli_close(app);
    return status;
}
