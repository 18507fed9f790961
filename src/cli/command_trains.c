/* SPDX-License-Identifier: ISC */
/* railcheck trains: lists the trains. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "cli/command.h"
#include "i18n/i18n.h"

#define PAGE 20

static void
print_train(const struct train_row *t)
{
    struct moment arrived = {t->arrived_at, t->arrived_offset};
    char when[MOMENT_TEXT];

    cli_cell(t->number, 8);
    cli_cell(moment_text(arrived, MOMENT_SCREEN, when), 18);
    cli_cell(t->index, 17);
    cli_cell(t->state, 12);
    printf("%3d/%-3d  ", t->closed, t->wagons);
    printf(tr_n("%d finding", "%d findings", (unsigned long long)t->findings), t->findings);
    printf("  %s\n", t->uuid);
}

int
command_trains(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"all", no_argument, NULL, 'a'},
        {NULL, 0, NULL, 0},
    };
    int64_t at = 0, id = 0;
    bool all = false, more = true;
    struct rc_error err = {0};
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'a')
            return RC_EXIT_USAGE;
        all = true;
    }
    if (optind < argc)
        return cli_usage("trains", _("no arguments, please"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    while (more && !status) {
        struct trains page = {0};

        if (!store_trains(app->store, at, id, PAGE, &page, &err))
            status = cli_error(&err);
        for (size_t i = 0; i < page.n; i++) {
            print_train(&page.rows[i]);
            at = page.rows[i].arrived_at;
            id = page.rows[i].id;
        }
        more = all && page.n == PAGE;
        trains_release(&page);
    }
    cli_close(app);
    return status ? status : cli_finish();
}
