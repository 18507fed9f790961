/* SPDX-License-Identifier: ISC */
/*
 * The real terminal. terminal.c is the only file that knows curses. Signals are blocked except
 * while it waits for a key, so that no resize or hang-up is lost.
 */
#ifndef RC_TUI_TERMINAL_H
#define RC_TUI_TERMINAL_H

#include <stdbool.h>

#include "base/error.h"
#include "tui/key.h"
#include "tui/layout.h"
#include "tui/surface.h"
#include "tui/theme.h"

struct terminal_options {
    bool ascii;
    enum theme theme;
    bool mouse; /* clicks arrive as RK_CLICK */
    /* For Esc and a digit where the digit row sends letters (Kazakh). Borrowed; may be NULL. */
    const struct layouts *layouts;
    const char *layout;
};

enum terminal_event {
    TERMINAL_KEY,
    TERMINAL_RESIZE, /* ask terminal_size again */
    TERMINAL_TICK,   /* the time given has passed */
    TERMINAL_END     /* hang-up, SIGTERM, terminal gone: end within a second */
};

struct terminal;

/* Takes the terminal over; false when it cannot address the cursor (TERM=dumb) or there is none. */
struct terminal *terminal_open(const struct terminal_options *options, struct rc_error *err);
/* Gives it back as it was. NULL is fine. */
void terminal_close(struct terminal *t);
void terminal_size(const struct terminal *t, int *rows, int *cols);
/* Sends the difference to what is on the screen. */
void terminal_draw(struct terminal *t, const struct surface *s);
/* From now on in this theme; without colours where the terminal has none. */
void terminal_theme(struct terminal *t, enum theme theme);
/* Sends everything again. */
void terminal_repaint(struct terminal *t);
/* Waits for a key, at most ms milliseconds. Esc followed by a digit arrives as F1..F10 (0 is
 * F10). Type-ahead is never dropped. */
enum terminal_event terminal_wait(struct terminal *t, int ms, struct key *key);
/* True when the surface can show Cyrillic (UTF-8 terminal). */
bool terminal_utf8(const struct terminal *t);

#endif
