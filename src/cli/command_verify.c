/* SPDX-License-Identifier: ISC */
/* railcheck verify: is the record whole and unaltered? */
#include "config.h"

#include <getopt.h>
#include <stdio.h>

#include "app/verify.h"
#include "cli/command.h"
#include "i18n/i18n.h"

#define CODES_MAX 16

static void
say_result(const struct verification *v, size_t codes)
{
    printf(_("events read: %lld"), (long long)v->events);
    printf("\n");
    printf(_("proven up to event: %lld"), (long long)v->proven);
    printf("\n");
    printf(_("head code now: %s (write it down: a later verification can be held against it)"),
           v->head);
    printf("\n");
    if (v->clock_back) {
        printf(_("the clock went back %d times, first at event %lld"), v->clock_back,
               (long long)v->first_clock_back);
        printf("\n");
    }
    if (!codes)
        printf("%s\n", _("no head code was given: a cut-off end cannot be seen without one"));
}

int
command_verify(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"anchor", required_argument, NULL, 'a'},
        {NULL, 0, NULL, 0},
    };
    const char *codes[CODES_MAX];
    struct verification v;
    struct rc_error err = {0};
    struct app *app;
    size_t n = 0;
    int status = RC_EXIT_DONE, c;
    bool whole;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if (c != 'a' || n == CODES_MAX)
            return RC_EXIT_USAGE;
        codes[n++] = optarg;
    }
    if (optind < argc)
        return cli_usage("verify", _("no arguments, please"));
    if (!(app = cli_open(cli, false, &status)))
        return status;
    whole = verify_records(app, codes, n, &v, &err);
    if (v.events)
        say_result(&v, n);
    if (whole)
        printf("%s\n", _("the record is whole"));
    else
        status = cli_error(&err);
    app_close(app);
    return status ? status : cli_finish();
}
