/* SPDX-License-Identifier: ISC */
/*
 * Plain mode: the inspection as a dialogue of lines, for screen readers, serial lines and scripts.
 * Nothing moves a cursor; everything, errors too, goes to standard output through show. A place
 * (trains, train, wagon, seals …) is a function that says where one is, reads a line and acts,
 * until one goes back or the input ends. plain_lines.c reads and says, plain_ask.c asks.
 */
#ifndef RC_CLI_PLAIN_H
#define RC_CLI_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/work.h"
#include "cli/command.h"
#include "tui/layout.h"
#include "tui/signals.h"

#define PLAIN_LINE 4096 /* bytes of a line with its NUL; a longer one is refused */

struct plain {
    const struct cli *cli;
    struct app *app;
    struct layouts layouts;
    const char *layout; /* "" not chosen */
    struct signals signals;
    bool terminal; /* standard input is one: it echoes, and a secret is asked without echo */
    bool broken;   /* standard output can no longer be written to */
    bool over;     /* end of input, told to end, or quit */
    bool scanning; /* a line that begins with a capital and holds a digit is a seal number */
    bool quiet;    /* nothing has changed: the place need not say again where one is */
    bool locked;   /* logging in: nothing else may be asked */
    size_t width;  /* lines are broken at this many cells; 0: not at all */

    char input[PLAIN_LINE]; /* read ahead */
    size_t at, end;
    char line[PLAIN_LINE]; /* the last line */
    char *rest;            /* what stood behind a command: answers its first question; NULL none */

    /* remembered for speed of hand */
    char gate_name[200];
    char reason[200];
    char attach_folder[PLAIN_LINE];
};

/* --- lines --- */

/* Looks how wide the terminal is. */
void plain_width(struct plain *p);
/* Says text, one or several lines; a newline is added. Untrusted parts are made visible. */
void plain_say(struct plain *p, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says a question or a list of commands; the answer is typed behind it. Then reads one line into
 * p->line, without blanks at its ends. False when the input is over. */
bool plain_read(struct plain *p, const char *prompt);
/* A line that must not be seen. Wipe out when done. */
bool plain_secret(struct plain *p, const char *question, char *out, size_t size);
void plain_error(struct plain *p, const struct rc_error *err);
/* What has to be told although nothing failed: a tape that cannot be written. */
void plain_news(struct plain *p);
/* saved 14:32:07, and the news. */
void plain_saved(struct plain *p);
/* Says saved, or the error; gives done back. */
bool plain_done(struct plain *p, bool done, const struct rc_error *err);

/* --- commands of a place --- */

struct plain_command {
    int act;          /* of the place, from 1 on */
    char letter;      /* of the key on the us layout; 0: only the word */
    const char *word; /* N_(); short words stand in the prompt */
    const char *help; /* N_(): what it does, for ? */
};

enum {
    PLAIN_OVER = -1, /* leave: the input is over */
    PLAIN_BACK = -2, /* h */
    PLAIN_AGAIN = -3 /* say again where one is: an empty line, or another officer */
};

/*
 * Reads a line and looks it up among the n rows of table. keys: the letters that the prompt names;
 * also: what else can be typed, NULL nothing. Gives the act and puts what follows the command into
 * p->rest; 0 when the line is no command (it stands in p->line). Help, quit and change of officer
 * are done here.
 */
int plain_command(struct plain *p, const struct plain_command *table, size_t n, const char *keys,
                  const char *also);
/* Says that p->line is nothing that can be typed here; the place then only asks again. */
void plain_unknown(struct plain *p);

/* --- questions --- */

/* A text; offered (NULL or "": nothing) is taken by an empty line, else that leaves it. NULL when
 * left; free it. */
char *plain_ask(struct plain *p, const char *question, const char *offered);
/* y, its key on a layout, or the word for yes; anything else is no, also a letter that is short for
 * no. */
bool plain_yes(struct plain *p, const char *question);
/* One of a list by number, name or beginning of its words; offered: name taken by an empty line.
 * own: own words may be typed. The name, or the own words. NULL when left; free it. */
char *plain_choose(struct plain *p, const char *question, const struct choice_list *list,
                   const struct checklist *set, const char *offered, bool own);
/* The choices, one a line, each with what is typed for it. */
void plain_say_choices(struct plain *p, const struct choice_list *list,
                       const struct checklist *set);
/* The choice that p->line means: place in the list (or its number, when the names are numbers),
 * name, or the beginning of its words; NULL when it is none, or may be several. */
const struct choice *plain_meant(const struct plain *p, const struct choice_list *list,
                                 const struct checklist *set);
/* The refused change may be made with a reason: asks for it, true when *why (free it) is there and
 * the change can be tried again. */
bool plain_why(struct plain *p, const struct rc_error *err, char **why);
/* The number in text as ASCII digits, whatever layout typed it; false when it is none. */
bool plain_number(const struct plain *p, const char *text, char *out, size_t size);
/* The position 1..n that text is; 0 when it is none. */
size_t plain_position(const struct plain *p, const char *text, size_t n);
/* The command word that text begins, folded; exact tells that it is the whole word. */
bool plain_begins(const char *word, const char *text, bool *exact);

/* --- places --- */

/* Logs in; badge NULL or "": asks for it. leave: one may go back instead. False: not logged in. */
bool plain_log_in(struct plain *p, const char *badge, bool leave);
/* Says that a shift is handed over to the officer at work. */
void plain_say_handed(struct plain *p);
/* Says what a shift lead has returned, to those who inspect. */
void plain_say_returned(struct plain *p);
void plain_trains(struct plain *p);
void plain_train(struct plain *p, int64_t train);
void plain_review(struct plain *p, int64_t train);
/* False: nothing was signed. */
bool plain_sign(struct plain *p, int64_t train);
/* number: of a seal that was scanned already; NULL none. */
void plain_seals(struct plain *p, int64_t wagon, const char *number);
void plain_gates(struct plain *p, int64_t wagon, bool whole_train);
/* The findings of a wagon: one is chosen by its number and opened. */
void plain_findings(struct plain *p, int64_t train, int64_t wagon);
/* The fields of a finding, one question each. */
void plain_finding(struct plain *p, int64_t wagon, const char *uuid);
/* Attaches files to the finding, one line each, until an empty one. False: a point, or the input is
 * over. */
bool plain_ask_files(struct plain *p, int64_t wagon, const char *uuid);
/* The files of a finding: attaching, taking off. */
void plain_files(struct plain *p, int64_t wagon, const char *uuid);
/* What was recorded on the wagon (0: on the train itself), the newest first. */
void plain_log(struct plain *p, int64_t train, int64_t wagon);
/* The other passages of the wagon; the one that is chosen, 0 none. */
int64_t plain_history(struct plain *p, int64_t wagon);
/* The stop-work instruction of a danger to life; says nothing for NULL. */
void plain_stop_work(struct plain *p, const struct checklist *set, const struct words *stop);
/* Lists what is missing on the wagon (0: how much on each wagon of the train). */
void plain_missing(struct plain *p, int64_t train, int64_t wagon);
/* The wagon, from the item with this key on ("": the first open one); then whatever wagon follows,
 * until one goes back. */
void plain_wagon(struct plain *p, int64_t wagon, const char *key);
/* What text finds in this train (0: none) and in all others; chosen when it is several wagons. 0
 * when nothing was found or chosen, which is said. */
int64_t plain_find(struct plain *p, int64_t train, const char *text);
/* The same after asking what to find. */
int64_t plain_ask_find(struct plain *p, int64_t train);

/* A train list: said, then listed as one chooses. */
void plain_import(struct plain *p, const char *file);
/* Makes the records of a post that has none, and opens them. False: left, nothing was made. */
bool plain_start(struct plain *p);

/* The board of the shift. */
void plain_shift(struct plain *p);
/* Asks for the planned departure of the train; departs_at 0: none is planned. */
void plain_departure(struct plain *p, int64_t train, int64_t departs_at, int departs_offset);

/* A new PIN for the officer with this badge; one's own needs the old one. */
void plain_pin(struct plain *p, const char *badge);
/* The people of the post, for administrators. */
void plain_people(struct plain *p);

/* The manual for a role that is asked for. */
void plain_manual(struct plain *p);

/* The program in plain mode; the exit status. train: NULL, or the one to begin with. */
int plain_run(const struct cli *cli, const char *train);

#endif
