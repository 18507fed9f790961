/* SPDX-License-Identifier: ISC */
/* The table of sub-commands and what they share. */
#include "config.h"

#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "app/export.h"
#include "base/buf.h"
#include "base/show.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "i18n/message.h"

const struct command commands[] = {
    {"init", "--post NAME --officer NAME --badge ID", N_("set up the database of this post"),
     N_("Sets up the data folder: the post, its first officer, the checklists that come with the\n"
        "program. Does what the first start of the screens asks."),
     command_init},
    {"import",
     "FILE [--level N] [--encoding NAME] [--column NAME=HEADING]... [--from head|tail] "
     "[--section N] [--accept-rest] [--rejected FILE] [--correct TRAIN] [--dry-run] | --undo TRAIN "
     "[--reason TEXT]",
     N_("list a train from a file"),
     N_("Reads a consist and lists the train: a table (comma, semicolon, tab or |), message 02, "
        "its\n"
        "print-out 902, or a TAF TSI TrainCompositionMessage; the content decides. UTF-8, UTF-16,\n"
        "CP1251, CP866 or KOI8-R is found out or chosen with --encoding. Warnings name line and\n"
        "column; an error refuses the whole file, but --accept-rest lists the rows that are right\n"
        "and writes the others to a file (--rejected, else under the data folder). The same file\n"
        "again changes nothing.\n"
        "--level 1, 2 or 3       level of inspection\n"
        "--column NAME=HEADING   a column by its heading (wagon_no, cargo_name, net_t ...);\n"
        "                        remembered for lists with the same headings\n"
        "--from head|tail        at which end of the train the first wagon of a message stands\n"
        "--section N             which section of the journey of a message is meant\n"
        "--correct TRAIN         changes a train that is listed: wagons attached, detached, "
        "moved,\n"
        "                        facts changed; finished work stays\n"
        "--dry-run               only checks, shows what would be done\n"
        "--undo TRAIN            takes an import back as long as nothing was recorded on it"),
     command_import},
    {"trains", "[--all] [--json]", N_("list the trains, the newest first"),
     N_("Prints number, arrival, state and counts of the newest 20 trains, or of all."),
     command_trains},
    {"shift", "", N_("print the board of the shift"),
     N_("Prints who has the shift, then a line for each train that is not accepted or released, "
        "the\n"
        "first to depart first: number, planned departure, minutes to it (negative: late), state,\n"
        "wagons closed, who worked on it last, what blocks it. Changes nothing."),
     command_shift},
    {"attach", "[--why REASON] FINDING-ID FILE...", N_("attach photos and files to a finding"),
     N_("Copies the files into the data folder and records name, size and SHA-256 of each with "
        "the\n"
        "finding: all of them, or none when one is refused. FINDING-ID stands in findings.csv of "
        "an\n"
        "export. Regular files of 1 byte to 200 MB, at most 50 on a finding; one that it has "
        "already\n"
        "changes nothing. On a closed wagon --why gives the reason of the correction."),
     command_attach},
    {"export",
     "TRAIN | --all [--since DATE] [--until DATE]  [--out DIR] [--profile data|excel] [--wide]",
     N_("write the tables of a train or of the archive as CSV"),
     N_("TRAIN is a number, number@yyyy-mm-dd, or an id; --all takes all trains, or those that\n"
        "arrived from --since to --until (yyyy-mm-dd). Writes consist wagons answers findings "
        "files\n"
        "seals gates reviews codebook .csv, the attached files in the folder files, and\n"
        "datapackage.json into DIR (default: a folder under the data folder), and with --wide\n"
        "answers_wide.csv: one column per item. Profile excel is for spreadsheets: semicolons,\n"
        "decimal comma, local times, no formulas; data, the default, for everything else. An "
        "export\n"
        "that was cut short goes on where it was when it is repeated."),
     command_export},
    {"stats", "[--since DATE] [--until DATE] [--csv|--json]", N_("print figures over the archive"),
     N_("How often something is found: by month, kind, station of loading, route, zone and\n"
        "instrument; seals that do not agree; minutes per wagon. Every figure has its counts. Of "
        "the\n"
        "trains that arrived from --since to --until (yyyy-mm-dd), else of all."),
     command_stats},
    {"dictionary", "[TABLE] [--lang CODE] [--json]",
     N_("say what every column of the exports and views means"),
     N_("Prints the tables that export writes and the views of the database with their columns,\n"
        "types and meanings; with TABLE only that one."),
     command_dictionary},
    {"report", "TRAIN | --blank KIND [--level N]  [--in en|ru|both] [--html]",
     N_("print the inspection act or a blank checklist"),
     N_("Prints the act of a train: wagons, findings, seals, gates, what was not accessible, "
        "places\n"
        "to sign, and the head code of the records on every sheet. Plain text of 80 columns, or "
        "one\n"
        "HTML page that prints. --in both gives Russian and English together. --blank prints an\n"
        "empty checklist of a kind of wagon for work by hand."),
     command_report},
    {"verify", "[--anchor CODE]... [--json]", N_("verify that the record is whole and unaltered"),
     N_("Reads all events in one pass: none is missing, hashes, seals and signatures fit, tape "
        "and\n"
        "mirror hold the same, the tables are what the events give, the file is sound; then the\n"
        "copies of all attached files: each is there and unaltered. --anchor CODE also asks\n"
        "whether the records once had the head of that code, as it stands on an act. Exit 1 when\n"
        "something does not hold: an event is named as device:number, a file by name and SHA-256."),
     command_verify},
    {"doctor", "[--json]", N_("look whether this computer is fit for the records"),
     N_("Looks at the versions, the data folder, free space, file modes, the database and its log, "
        "tape,\n"
        "mirror and key, and the clock, without changing anything. Exit 1 when something is BAD: "
        "it\n"
        "names what to do."),
     command_doctor},
    {"checklist", "check DIR | list [--json] | show KIND [--level N] [--json] | adopt [DIR]",
     N_("check, list, show and adopt checklists"),
     N_("check DIR     reads the set in DIR and names every error as file:line:column\n"
        "list          prints kinds and how many items each has at each level\n"
        "show KIND     prints the items of a kind at level N (default 1)\n"
        "adopt [DIR]   takes a new version of the set into the database"),
     command_checklist},
    {"codes", "[LIST [TEXT]] | import FILE.csv", N_("print names for codes, import lists of them"),
     N_("Without a list: how many codes each has. LIST is stations, etsng, gng, un, railways or "
        "kinds\n"
        "(of wagons, by the first digit); TEXT is the beginning of a code or part of a name. A row "
        "with\n"
        "a source at its end comes with the program: V verified, R general knowledge to be "
        "reviewed.\n"
        "import FILE.csv   takes columns list, code, name, name::ru; each list in it replaces the "
        "one\n"
        "                  that is there. Screens, acts and tables then show names."),
     command_codes},
    {"user",
     "list [--json] | add BADGE --name NAME [--role ROLES] | change BADGE [--name NAME] "
     "[--role ROLES] | disable BADGE | enable BADGE | pin BADGE [--none]",
     N_("list, add and change the people of the post, set PINs"),
     N_("list            prints badges, names, roles, and who has a PIN\n"
        "add BADGE       adds an officer; ROLES are some of officer,lead,analyst,admin\n"
        "change BADGE    changes name or roles\n"
        "disable BADGE   he can no longer work here; what he recorded stays\n"
        "enable BADGE    he can work again\n"
        "pin BADGE       sets a PIN of 4 to 12 digits, one's own or another's; --none takes it "
        "away\n"
        "The command acts as --badge. Its PIN, then the new one, are asked on the terminal, or "
        "are\n"
        "lines of standard input with --pin-stdin. A PIN protects the keyboard, not a stolen "
        "file."),
     command_user},
    {"post", "[--name NAME] [--mirror DIR] [--fast SECONDS] [--format FORM]",
     N_("show or change the settings of the post"),
     N_("Without options prints the settings. --mirror DIR keeps a second tape of the records in "
        "a\n"
        "folder on another medium, --mirror '' ends that. --fast SECONDS: answers given faster "
        "are\n"
        "shown to the shift lead, 0 to 60. --format: how people see dates and numbers in every\n"
        "language, local (23.11.2026, 12,5) or iso (2026-11-23, 12.5). Changes need the role of\n"
        "administrator."),
     command_post},
    {"completion", "", N_("print the completion of the command line for bash"),
     N_("Prints a script for bash; installed packages have it already. Else:\n"
        "    railcheck completion >~/.local/share/bash-completion/completions/railcheck"),
     command_completion},
    {"manual", "[ROLE | screens] [--lang CODE]", N_("print the manual of a role, or the screens"),
     N_("Prints what to do in which order, with which keys, and what to do when something goes\n"
        "wrong: a page for officer, lead, analyst or admin. Without ROLE the pages of the roles "
        "of\n"
        "the officer at work; of an officer when there are no data yet. screens shows every "
        "screen\n"
        "with its picture, 80 columns wide."),
     command_manual},
    {"keys", "", N_("print every key of every screen"),
     N_("Prints the actions of each screen with their keys, as the help of the screens does."),
     command_keys},
    {NULL, NULL, NULL, NULL, NULL},
};

const char program_options[] =
    N_("  --data DIR       folder of the data (else $RAILCHECK_DATA, else the user's own)\n"
       "  --badge ID       the officer at work\n"
       "  --pin-stdin      his PIN is the first line of standard input\n"
       "  --lang CODE      language: en, ru … (else the environment)\n"
       "  --layout NAME    keyboard layout: us ru kz kg tj uz tm\n"
       "  --plain          a dialogue of lines in place of the screens: for screen readers,\n"
       "                   serial lines and scripts\n"
       "  --ascii          no line drawing, no characters beyond ASCII in frames\n"
       "  --theme NAME     colours: dark, light, sunlight, mono\n"
       "  --mouse          clicks on the strip, the consist and the F-bar work\n"
       "  --help, --version");

const struct command *
command_named(const char *name)
{
    for (const struct command *c = commands; c->name; c++) {
        if (strcmp(c->name, name) == 0)
            return c;
    }
    return NULL;
}

void
print_usage(void)
{
    printf("%s\n\n", _("usage: railcheck [OPTION...] [TRAIN]\n"
                       "       railcheck [OPTION...] COMMAND [ARGUMENT...]"));
    printf("%s\n\n", _("Inspection of freight trains at rail checkpoints. Without a command the "
                       "screens open."));
    for (const struct command *c = commands; c->name; c++)
        printf("  %-11s %s\n", c->name, _(c->summary));
    printf("\n%s\n", _(program_options));
    printf("\n%s\n",
           _("railcheck COMMAND --help says more. Exit status: 0 done, 1 the data says no, "
             "2 usage, 3 system."));
}

void
print_command_help(const struct command *command)
{
    printf("%s railcheck %s %s\n\n%s\n", _("usage:"), command->name, command->usage,
           _(command->help));
}

int
cli_error(const struct rc_error *err)
{
    struct buf line = {0};

    message_line(&line, err);
    fprintf(stderr, "%s\n", buf_text(&line));
    buf_release(&line);
    return (int)rc_code_exit(err->code);
}

int
cli_usage(const char *command, const char *what)
{
    fprintf(stderr, "railcheck %s: %s (railcheck %s --help)\n", command, what, command);
    return RC_EXIT_USAGE;
}

void
cli_notes(const struct notes *notes, const char *word)
{
    for (size_t i = 0; i < notes->n; i++) {
        const struct rc_error *note = &notes->list[i];
        struct buf line = {0}, text = {0};

        message_line(&line, note);
        message_text(&text, note);
        /* The word stands between the place and the text. */
        fprintf(stderr, "%.*s%s%s%s\n", (int)(line.len - text.len), buf_text(&line), word,
                *word ? ": " : "", buf_text(&text));
        buf_release(&line);
        buf_release(&text);
    }
}

struct app *
cli_open(const struct cli *cli, bool write, int *status)
{
    struct rc_error err = {0};
    struct app *app = app_open(cli->data_dir, cli->badge, write, cli->env, &err);

    if (app && write && !cli_log_in(cli, app, &err)) {
        app_close(app);
        app = NULL;
    }
    if (!app)
        *status = cli_error(&err);
    return app;
}

void
cli_close(struct app *app)
{
    struct rc_error news;

    while (app_news(app, &news))
        cli_error(&news);
    app_close(app);
}

bool
cli_days(const char *since, const char *until, struct day_range *out, struct rc_error *err)
{
    *out = ALL_DAYS;
    if (since && !export_day(since, &out->since, err))
        return false;
    if (until && !export_day(until, &out->until, err))
        return false;
    if (until)
        out->until += INT64_C(86400000);
    return true;
}

int
cli_finish(void)
{
    struct rc_error err = {0};

    if (fflush(stdout) == 0 && !ferror(stdout))
        return RC_EXIT_DONE;
    rc_fail_errno(&err, RC_E_WRITE, "stdout");
    return cli_error(&err);
}

void
cli_cell(const char *text, size_t columns)
{
    struct buf cell = {0};
    size_t used = show(&cell, text, strlen(text), columns);

    printf("%s%*s", buf_text(&cell), (int)(columns - used), "");
    buf_release(&cell);
}
