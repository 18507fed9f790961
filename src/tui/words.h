/* SPDX-License-Identifier: ISC */
/* Words of the program for permanent names, and small things about typed words. */
#ifndef RC_TUI_WORDS_H
#define RC_TUI_WORDS_H

#include <stdbool.h>

/* The state of a train or wagon, or a direction, in words; the name itself when unknown. */
const char *words_train_state(const char *name);
const char *words_wagon_state(const char *name);
const char *words_direction(const char *name);
/* A copy without blanks at both ends; free it. */
char *words_trimmed(const char *text);
/* Does text hold part, whatever the case and Ё or Е? "" is in everything. */
bool words_hold(const char *text, const char *part);

#endif
