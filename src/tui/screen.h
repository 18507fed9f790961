/* SPDX-License-Identifier: ISC */
/*
 * A screen: a table of functions over private data. Screens draw to a surface and say what should
 * happen next by an effect; the loop (ui.c) alone draws, waits, and handles resize and hang-up.
 */
#ifndef RC_TUI_SCREEN_H
#define RC_TUI_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "tui/actions.h"
#include "tui/surface.h"

struct ui;
struct screen;

enum effect_kind {
    EFFECT_NONE, /* nothing to show */
    EFFECT_REDRAW,
    EFFECT_PUSH,    /* open next on top */
    EFFECT_REPLACE, /* next takes this screen's place */
    EFFECT_POP,     /* back; the screen below gets result() */
    EFFECT_DEFAULT, /* not mine: let the loop try (help, palette, quit …) */
    EFFECT_QUIT
};

struct effect {
    enum effect_kind kind;
    struct screen *next; /* of PUSH and REPLACE; owned by the loop from then on */
};

struct screen_ops {
    const char *name; /* permanent: for tests and messages */
    enum context context;
    /* Draws all of the surface except what frame.h draws for it. Never changes the screen. */
    void (*draw)(const struct screen *s, struct surface *to);
    struct effect (*act)(struct screen *s, enum action action);
    /* Does this key go to the screen's text field instead of the key map? NULL: never. */
    bool (*wants)(const struct screen *s, const struct key *key);
    struct effect (*text)(struct screen *s, const struct key *key);
    /* Reads again what it shows: after its own changes, when another terminal has written, when the
     * language changed, when it comes to the top. NULL: nothing to read. False: it cannot go on
     * (err is shown and the screen is left). */
    bool (*reload)(struct screen *s, struct rc_error *err);
    /* A screen above has ended with this answer: tag is what it was opened with, text its result
     * (NULL: cancelled). NULL: not interested. */
    struct effect (*result)(struct screen *s, int tag, const char *text);
    /* The mouse was clicked on a mark of the strip or elsewhere in the content. NULL: nothing. */
    struct effect (*click)(struct screen *s, int row, int col);
    void (*close)(struct screen *s);
    bool overlay; /* drawn over the screen below */
};

struct screen {
    const struct screen_ops *ops;
    struct ui *ui;
    void *data;   /* private */
    int tag;      /* given back to the screen below with the result */
    char *answer; /* result text when it pops; NULL: cancelled. Freed by the loop. */
};

struct effect effect_none(void);
struct effect effect_redraw(void);
struct effect effect_push(struct screen *next);
struct effect effect_replace(struct screen *next);
struct effect effect_default(void);
struct effect effect_quit(void);
/* Pops s with this result (copied; NULL: cancelled). */
struct effect effect_pop(struct screen *s, const char *result);

/* A screen with size bytes of zeroed private data. */
struct screen *screen_new(struct ui *ui, const struct screen_ops *ops, size_t size);
/* Ends it: calls close (which frees what the private data holds), then frees the data and the
 * screen. Only for the loop. NULL is fine. */
void screen_free(struct screen *s);

#endif
