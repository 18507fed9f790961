/* SPDX-License-Identifier: ISC */
/*
 * Pictures of screens, compared with files: a user interface on a database of its own, without a
 * terminal, with a clock that stands still.
 *
 *     struct golden g;
 *     golden_open(&g, "ru", "consist-mixed-65.csv");
 *     golden_keys(&g, "Enter F6 Enter");
 *     golden_check(&g, "wagon", 24, 80);
 *     golden_close(&g);
 *
 * The file is tests/screens/golden/NAME.LANG.COLSxROWS.txt (surface_dump's form). With GENERATE=1
 * in the environment the files are written instead of compared: look at the difference before you
 * keep it. Failures end the test as cmocka's asserts do.
 */
#ifndef RC_TESTS_SCREENS_GOLDEN_H
#define RC_TESTS_SCREENS_GOLDEN_H

#include "tui/ui.h"

struct golden {
    struct rc_env env; /* 2026-11-24 07:42:51 +05:00, always */
    struct ui ui;
    char dir[64]; /* data folder, removed by golden_close */
    char lang[8];
    int came_from; /* folder to go back to; -1 none */
};

/* Opens the screens on a new database in which the list checklists/samples/SAMPLE is imported
 * (NULL: no train). */
void golden_open(struct golden *g, const char *lang, const char *sample);
/* The same without a database: the first start. */
void golden_open_new(struct golden *g, const char *lang);
void golden_close(struct golden *g);
/* Feeds keys by their names (key.h), separated by blanks: "F2 Enter Space a Ф Esc". The program
 * must not end by them. */
void golden_keys(struct golden *g, const char *keys);
/* Types text, character by character. */
void golden_type(struct golden *g, const char *text);
/* Runs actions by their permanent names, separated by blanks. */
void golden_actions(struct golden *g, const char *names);
/* The ops->name of the screen on top. */
const char *golden_top(const struct golden *g);
/* Draws and compares. */
void golden_check(struct golden *g, const char *name, int rows, int cols);
/* golden_check at 24x80, 30x100, 18x60 and 40x60. */
void golden_check_sizes(struct golden *g, const char *name);
/* golden_check_sizes under the name of the screen on top. Every screen has this picture in both
 * languages: tests/lint/golden.sh. */
void golden_check_screen(struct golden *g);

#endif
