/* SPDX-License-Identifier: ISC */
/* railcheck init: sets up the database without a screen. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/post.h"
#include "cli/command.h"
#include "i18n/i18n.h"

/* What belongs into the log book of the post: later nobody can put another key in its place. */
static void
say_key(const struct cli *cli)
{
    struct app *app = app_open(cli->data_dir, NULL, false, cli->env, NULL);
    struct post_settings settings;
    char code[HEAD_CODE] = "";

    if (!app)
        return;
    if (store_settings(app->store, &settings, NULL))
        post_key_code(&settings, code);
    if (*code) {
        printf(_("code of this installation's key: %s (write it into the log book of the post)"),
               code);
        putchar('\n');
    }
    app_close(app);
}

int
command_init(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"post", required_argument, NULL, 'p'},
        {"officer", required_argument, NULL, 'o'},
        {"badge", required_argument, NULL, 'b'},
        {NULL, 0, NULL, 0},
    };
    const char *post = NULL, *officer = NULL, *badge = cli->badge;
    struct rc_error err = {0};
    int c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (c) {
        case 'p':
            post = optarg;
            break;
        case 'o':
            officer = optarg;
            break;
        case 'b':
            badge = optarg;
            break;
        default:
            return RC_EXIT_USAGE;
        }
    }
    if (!post || !officer || !badge || optind < argc)
        return cli_usage("init", _("give --post, --officer and --badge"));
    if (!app_init(cli->data_dir, post, officer, badge, app_package_dir(), cli->env, &err))
        return cli_error(&err);
    printf(_("set up: %s"), cli->data_dir);
    putchar('\n');
    say_key(cli);
    return cli_finish();
}
