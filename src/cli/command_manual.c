/* SPDX-License-Identifier: ISC */
/* railcheck manual: the page of a role or of the screens, as it is. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/manual.h"
#include "base/buf.h"
#include "base/show.h"
#include "cli/command.h"
#include "i18n/i18n.h"

static bool
print_page(int page, struct rc_error *err)
{
    char *text = manual_page(page, i18n_codes(), err);

    if (!text)
        return false;
    for (const char *line = text; *line;) {
        size_t len = strcspn(line, "\n");
        struct buf shown = {0};

        show(&shown, line, len, SIZE_MAX);
        printf("%s\n", buf_text(&shown));
        buf_release(&shown);
        line += len + (line[len] == '\n');
    }
    free(text);
    return true;
}

/* The pages of the set, a bit each. */
static int
print_pages(unsigned pages)
{
    struct rc_error err = {0};
    bool second = false;

    for (int i = 0; i < MANUAL_PAGES; i++) {
        if (!(pages >> i & 1))
            continue;
        if (second)
            putchar('\n');
        if (!print_page(i, &err))
            return cli_error(&err);
        second = true;
    }
    return cli_finish();
}

/* The roles of the officer at work; 0 after saying why not on stderr. */
static role_set
roles_at_work(const struct cli *cli, int *status)
{
    struct app *app;
    role_set roles;

    if (!app_exists(cli->data_dir))
        return (role_set)1 << ROLE_OFFICER;
    app = cli_open(cli, false, status);
    if (!app)
        return 0;
    roles = app->roles;
    cli_close(app);
    return roles;
}

int
command_manual(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"lang", required_argument, NULL, 'l'},
        {NULL, 0, NULL, 0},
    };
    unsigned pages = 0;
    int status = RC_EXIT_DATA, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'l')
            return RC_EXIT_USAGE;
        if (!i18n_select(optarg))
            return cli_usage("manual", _("there is no such language"));
    }
    if (optind + 1 < argc)
        return cli_usage("manual", _("too many arguments"));
    if (optind == argc)
        pages = roles_at_work(cli, &status);
    else {
        for (int i = 0; i < MANUAL_PAGES; i++) {
            if (strcmp(argv[optind], manual_name(i)) == 0)
                pages = 1U << i;
        }
        if (!pages)
            return cli_usage("manual",
                             _("there is no such page: officer, lead, analyst, admin, screens"));
    }
    return pages ? print_pages(pages) : status;
}
