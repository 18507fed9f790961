/* SPDX-License-Identifier: ISC */
/*
 * Signals while the screens are open, and giving the terminal back when the program dies. Signals
 * that the loop cares for are blocked but while it waits (ppoll with waiting). Handlers use fixed
 * memory only: there is one terminal, so there is one of this.
 */
#ifndef RC_TUI_SIGNALS_H
#define RC_TUI_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

struct signals {
    sigset_t before, waiting; /* masks: as found; while waiting */
    struct sigaction old[16];
};

/* Handles and blocks them. */
void signals_take(struct signals *s);
/* As they were; when ending, those that end the program stay handled, so that a second one does not
 * kill what is being closed. */
void signals_give_back(struct signals *s, bool ending);

/* Told to end (SIGTERM, SIGHUP, SIGINT). */
bool signals_end_wanted(void);
/* The window has another size, or the program was stopped and goes on; asking forgets it. */
bool signals_resized(void);
void signals_resize_again(void);
/* The program was stopped and goes on: the screen may show something else. Asking forgets it. */
bool signals_continued(void);

/* Remembers the modes of the terminal at stdin; false when it is none. */
bool signals_keep_modes(void);
/* Adds a byte to what a crash sends; for tputs. */
int signals_restore_byte(int c);
/* From now on a crash (or the end of memory) gives the terminal back. */
void signals_arm(void);
void signals_disarm(void);

#endif
