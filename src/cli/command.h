/* SPDX-License-Identifier: ISC */
/*
 * Sub-commands: one row each in the table of command.c. A command reads its own options with
 * getopt, does its work through the app room, says errors on stderr, and returns the exit status
 * (base/error.h: 0 done, 1 the data says no, 2 usage, 3 system).
 */
#ifndef RC_CLI_COMMAND_H
#define RC_CLI_COMMAND_H

#include "app/app.h"
#include "tui/theme.h"

/* What the options before the sub-command say. */
struct cli {
    struct rc_env *env;
    char *data_dir;
    const char *badge;  /* NULL: the first officer */
    const char *layout; /* NULL: not chosen */
    bool ascii;
    enum theme theme;
    bool mouse;
    bool pin_stdin; /* PINs come from standard input, a line each */
    bool plain;     /* a dialogue of lines in place of the screens */
};

struct command {
    const char *name;
    const char *usage;   /* arguments, "" none */
    const char *summary; /* English; translate */
    const char *help;    /* English, several lines; translate */
    int (*run)(const struct cli *cli, int argc, char **argv);
};

extern const struct command commands[];
/* The options before a sub-command, a line each. English; translate. */
extern const char program_options[];
/* The command with this name, NULL when there is none. */
const struct command *command_named(const char *name);

/* Usage of the program / of one command to stdout. */
void print_usage(void);
void print_command_help(const struct command *command);

/* Says the error on stderr; returns its exit status. */
int cli_error(const struct rc_error *err);
/* Says a usage error of this command; returns RC_EXIT_USAGE. what is already translated. */
int cli_usage(const char *command, const char *what);
/* Prints notes on stderr, one a line, with a word ("warning") before each text. */
void cli_notes(const struct notes *notes, const char *word);
/* Opens the database named by cli; for writing the officer logs in when he has a PIN. NULL after
 * saying why on stderr (status gets the exit status). */
struct app *cli_open(const struct cli *cli, bool write, int *status);
/* Says on stderr what the app has to tell (app_news), and closes it. */
void cli_close(struct app *app);
#define CLI_PIN 64 /* bytes with the NUL: longer than a PIN may be */
/* Asks on the terminal of the program, without echo; false when there is none or the line was given
 * up. Wipe out when done. */
bool cli_ask_hidden(const char *question, char *out, size_t size);
/* Asks on the terminal, or reads the next line of standard input with --pin-stdin. Fails with
 * RC_E_PIN_NEEDED (badge). */
bool cli_ask_pin(const struct cli *cli, const char *question, const char *badge, char out[CLI_PIN],
                 struct rc_error *err);
/* Logs the officer at work in; asks for his PIN when he has one. */
bool cli_log_in(const struct cli *cli, struct app *app, struct rc_error *err);
/* Flushes stdout; a failed write (disk full, closed pipe) is an error. */
int cli_finish(void);
/* Prints text made visible (show) and padded to columns cells. */
void cli_cell(const char *text, size_t columns);

/* Reads --since and --until (NULL: not given), both days included. RC_E_DAY. */
bool cli_days(const char *since, const char *until, struct day_range *out, struct rc_error *err);

/* The checklist set that comes with the program; NULL after saying why on stderr. */
struct checklist *cli_package_set(int *status);

int command_init(const struct cli *cli, int argc, char **argv);
int command_import(const struct cli *cli, int argc, char **argv);
int command_attach(const struct cli *cli, int argc, char **argv);
int command_export(const struct cli *cli, int argc, char **argv);
int command_trains(const struct cli *cli, int argc, char **argv);
int command_checklist(const struct cli *cli, int argc, char **argv);
int command_codes(const struct cli *cli, int argc, char **argv);
int command_report(const struct cli *cli, int argc, char **argv);
int command_post(const struct cli *cli, int argc, char **argv);
int command_user(const struct cli *cli, int argc, char **argv);
int command_verify(const struct cli *cli, int argc, char **argv);
int command_doctor(const struct cli *cli, int argc, char **argv);
int command_shift(const struct cli *cli, int argc, char **argv);
int command_stats(const struct cli *cli, int argc, char **argv);
int command_dictionary(const struct cli *cli, int argc, char **argv);
int command_completion(const struct cli *cli, int argc, char **argv);
int command_manual(const struct cli *cli, int argc, char **argv);
int command_keys(const struct cli *cli, int argc, char **argv);

#endif
