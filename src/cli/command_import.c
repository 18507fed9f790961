/* SPDX-License-Identifier: ISC */
/* railcheck import: lists a train from a file, corrects it by a newer list, takes an import back.
 */
#include "config.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "app/train.h"
#include "base/number.h"
#include "cli/command.h"
#include "cli/import_report.h"
#include "core/checklist.h"
#include "i18n/i18n.h"

struct wish {
    const char *file;
    struct consist_choice choice;
    struct consist_column columns[CONSIST_COLUMNS_MAX];
    const char *rejected, *undo, *correct, *reason;
    int64_t level;
    bool dry, accept_rest;
};

/* The rejected rows go to their file before anything is saved. */
static int
put_rejected(struct app *app, const struct wish *wish, const struct import *import)
{
    struct rc_error err = {0};
    char *path;

    if (!import->consist.n_rejected || import->already || (wish->dry && !wish->rejected))
        return RC_EXIT_DONE;
    if (!import_write_rejected(app, import, wish->rejected, &path, &err))
        return cli_error(&err);
    printf(_("rejected rows: %s"), path);
    putchar('\n');
    free(path);
    return RC_EXIT_DONE;
}

static int
refuse(struct app *app, const struct wish *wish, struct import *import)
{
    struct rc_error err = {0};

    if (import->errors.n && wish->rejected && !wish->correct)
        put_rejected(app, wish, import);
    if (import->errors.n && import->consist.usable && !wish->correct && !wish->accept_rest)
        fprintf(stderr, "%s\n", _("--accept-rest lists the rows that are right"));
    import_ready(import, &err);
    return cli_error(&err);
}

static int
list_train(struct app *app, const struct wish *wish, struct import *import)
{
    const struct consist *c = &import->consist;
    struct rc_error err = {0};
    int64_t train = 0;
    bool added = false;
    int status;

    import->accept_rest = wish->accept_rest;
    if (!import_ready(import, NULL))
        return refuse(app, wish, import);
    if ((status = put_rejected(app, wish, import)) != RC_EXIT_DONE)
        return status;
    if (wish->dry)
        printf(tr_n("train %s: %zu wagon would be listed", "train %s: %zu wagons would be listed",
                    c->n),
               c->train_no, c->n);
    else if (!import_save(app, import, (int)wish->level, &train, &added, &err))
        return cli_error(&err);
    else if (!added)
        printf(_("train %s is listed already from this file: nothing changed"), c->train_no);
    else
        printf(tr_n("train %s: %zu wagon listed", "train %s: %zu wagons listed", c->n), c->train_no,
               c->n);
    putchar('\n');
    if (import->open)
        printf("%s\n", _("a train with this number or index is still in work: --correct TRAIN "
                         "changes it instead"));
    return RC_EXIT_DONE;
}

static int
correct_train(struct app *app, const struct wish *wish, struct import *import)
{
    struct corrections changes = {0};
    struct rc_error err = {0};
    int64_t train;
    bool done;

    if (import->errors.n)
        return refuse(app, wish, import);
    if (!train_named(app, wish->correct, &train, &err))
        return cli_error(&err);
    done = wish->dry ? import_compare(app, import, train, &changes, &err)
                     : import_correct(app, import, train, &changes, &err);
    if (!done)
        return cli_error(&err);
    import_print_corrections(&changes);
    corrections_release(&changes);
    return RC_EXIT_DONE;
}

static int
import_file(struct app *app, const struct wish *wish)
{
    struct rc_error err = {0};
    struct import import;
    int status;

    if (!import_read_as(app, wish->file, &wish->choice, &import, &err))
        return cli_error(&err);
    cli_notes(&import.errors, "");
    cli_notes(&import.warnings, _("warning"));
    status = wish->correct ? correct_train(app, wish, &import) : list_train(app, wish, &import);
    if (import.consist.rows)
        import_print_report(&import);
    import_release(&import);
    return status ? status : cli_finish();
}

static int
take_back(struct app *app, const struct wish *wish)
{
    struct rc_error err = {0};
    int64_t train;

    if (!train_named(app, wish->undo, &train, &err) ||
        !train_withdraw(app, train, wish->reason ? wish->reason : _("import taken back"), &err))
        return cli_error(&err);
    printf(_("train %s: the import is taken back; its records stay"), wish->undo);
    putchar('\n');
    return cli_finish();
}

/* NAME=HEADING; name is cut out of the argument in place. */
static bool
add_column(struct wish *wish, char *argument)
{
    char *equals = strchr(argument, '=');

    if (!equals || wish->choice.n_columns == CONSIST_COLUMNS_MAX)
        return false;
    *equals = '\0';
    if (!consist_column_known(argument) || !equals[1])
        return false;
    wish->columns[wish->choice.n_columns++] = (struct consist_column){argument, equals + 1};
    wish->choice.columns = wish->columns;
    return true;
}

static int
read_option(struct wish *wish, int c)
{
    int64_t section;

    switch (c) {
    case 'l':
        if (!number_integer(optarg, &wish->level) || wish->level < LEVEL_MIN ||
            wish->level > LEVEL_MAX)
            return cli_usage("import", _("the level is 1, 2 or 3"));
        break;
    case 'n':
        wish->dry = true;
        break;
    case 'a':
        wish->accept_rest = true;
        break;
    case 'e':
        wish->choice.encoding = optarg;
        if (!consist_encoding_known(optarg))
            return cli_usage("import", _("the encoding is UTF-8, UTF-16LE, UTF-16BE, CP1251, "
                                         "CP866 or KOI8-R"));
        break;
    case 'c':
        if (!add_column(wish, optarg))
            return cli_usage("import", _("a column is NAME=HEADING, for instance wagon_no=Вагон"));
        break;
    case 'r':
        wish->rejected = optarg;
        break;
    case 'u':
        wish->undo = optarg;
        break;
    case 'k':
        wish->correct = optarg;
        break;
    case 'w':
        wish->reason = optarg;
        break;
    case 'f':
        if (strcmp(optarg, "head") != 0 && strcmp(optarg, "tail") != 0)
            return cli_usage("import", _("a list begins at the head or at the tail"));
        wish->choice.told.from = *optarg == 'h' ? FROM_HEAD : FROM_TAIL;
        break;
    case 's':
        if (!number_integer(optarg, &section) || section < 1 || section > 99)
            return cli_usage("import", _("the section is a number from 1 to 99"));
        wish->choice.told.section = (unsigned)section;
        break;
    default:
        return RC_EXIT_USAGE;
    }
    return RC_EXIT_DONE;
}

int
command_import(const struct cli *cli, int argc, char **argv)
{
    static const struct option options[] = {
        {"level", required_argument, NULL, 'l'},    {"dry-run", no_argument, NULL, 'n'},
        {"encoding", required_argument, NULL, 'e'}, {"column", required_argument, NULL, 'c'},
        {"accept-rest", no_argument, NULL, 'a'},    {"rejected", required_argument, NULL, 'r'},
        {"undo", required_argument, NULL, 'u'},     {"correct", required_argument, NULL, 'k'},
        {"reason", required_argument, NULL, 'w'},   {"from", required_argument, NULL, 'f'},
        {"section", required_argument, NULL, 's'},  {NULL, 0, NULL, 0},
    };
    struct wish wish = {.level = LEVEL_MIN};
    struct app *app;
    int status = RC_EXIT_DONE, c;

    while ((c = getopt_long(argc, argv, "", options, NULL)) != -1) {
        if ((status = read_option(&wish, c)) != RC_EXIT_DONE)
            return status;
    }
    if (wish.undo ? optind != argc : optind + 1 != argc)
        return cli_usage("import", _("name one file, or --undo TRAIN"));
    if (wish.correct && wish.accept_rest)
        return cli_usage("import", _("a corrected list must be whole: no --accept-rest"));
    wish.file = argv[optind];
    if (!(app = cli_open(cli, !wish.dry, &status)))
        return status;
    status = wish.undo ? take_back(app, &wish) : import_file(app, &wish);
    cli_close(app);
    return status;
}
