/* SPDX-License-Identifier: ISC */
/* railcheck import: lists a train from a file. */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "app/train.h"
#include "base/number.h"
#include "cli/command.h"
#include "core/checklist.h"
#include "i18n/i18n.h"

static int
import_file(struct app *app, const char *file, const struct consist_told *told, int level, bool dry)
{
    struct rc_error err = {0};
    struct import import;
    int64_t train = 0;
    bool added = false;
    int status = RC_EXIT_DONE;

    if (!import_read_told(app, file, told, &import, &err))
        return cli_error(&err);
    cli_notes(&import.errors, "");
    cli_notes(&import.warnings, _("warning"));
    if (!import_ready(&import, &err) ||
        (!dry && !import_save(app, &import, level, &train, &added, &err))) {
        status = cli_error(&err);
    } else if (dry) {
        printf(tr_n("train %s: %zu wagon would be listed", "train %s: %zu wagons would be listed",
                    import.consist.n),
               import.consist.train_no, import.consist.n);
        putchar('\n');
    } else if (!added) {
        printf(_("train %s is listed already from this file: nothing changed"),
               import.consist.train_no);
        putchar('\n');
    } else {
        printf(tr_n("train %s: %zu wagon listed", "train %s: %zu wagons listed", import.consist.n),
               import.consist.train_no, import.consist.n);
        putchar('\n');
    }
    import_release(&import);
    return status ? status : cli_finish();
}

int
command_import(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"level", required_argument, NULL, 'l'},
        {"dry-run", no_argument, NULL, 'n'},
        {"from", required_argument, NULL, 'f'},
        {"section", required_argument, NULL, 's'},
        {NULL, 0, NULL, 0},
    };
    int64_t level = LEVEL_MIN, section;
    struct consist_told told = {.from = FROM_UNKNOWN};
    bool dry = false;
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        switch (c) {
        case 'l':
            if (!number_integer(optarg, &level) || level < LEVEL_MIN || level > LEVEL_MAX)
                return cli_usage("import", _("the level is 1, 2 or 3"));
            break;
        case 'n':
            dry = true;
            break;
        case 'f':
            if (strcmp(optarg, "head") != 0 && strcmp(optarg, "tail") != 0)
                return cli_usage("import", _("a list begins at the head or at the tail"));
            told.from = *optarg == 'h' ? FROM_HEAD : FROM_TAIL;
            break;
        case 's':
            if (!number_integer(optarg, &section) || section < 1 || section > 99)
                return cli_usage("import", _("the section is a number from 1 to 99"));
            told.section = (unsigned)section;
            break;
        default:
            return RC_EXIT_USAGE;
        }
    }
    if (optind + 1 != argc)
        return cli_usage("import", _("name one file"));
    if (!(app = cli_open(cli, !dry, &status)))
        return status;
    status = import_file(app, argv[optind], &told, (int)level, dry);
    cli_close(app);
    return status;
}
