/* SPDX-License-Identifier: ISC */
/* A key as the terminal file hands it up: a character or a named key, never both. */
#ifndef RC_TUI_KEY_H
#define RC_TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define KEY_NAMES(X)                                                                               \
    X(RK_ENTER, "Enter")                                                                           \
    X(RK_TAB, "Tab")                                                                               \
    X(RK_BACKTAB, "Shift-Tab")                                                                     \
    X(RK_ESC, "Esc")                                                                               \
    X(RK_BACKSPACE, "Backspace")                                                                   \
    X(RK_DELETE, "Del")                                                                            \
    X(RK_UP, "Up")                                                                                 \
    X(RK_DOWN, "Down")                                                                             \
    X(RK_LEFT, "Left")                                                                             \
    X(RK_RIGHT, "Right")                                                                           \
    X(RK_PAGE_UP, "PgUp")                                                                          \
    X(RK_PAGE_DOWN, "PgDn")                                                                        \
    X(RK_HOME, "Home")                                                                             \
    X(RK_END, "End")                                                                               \
    X(RK_F1, "F1")                                                                                 \
    X(RK_F2, "F2")                                                                                 \
    X(RK_F3, "F3")                                                                                 \
    X(RK_F4, "F4")                                                                                 \
    X(RK_F5, "F5")                                                                                 \
    X(RK_F6, "F6")                                                                                 \
    X(RK_F7, "F7")                                                                                 \
    X(RK_F8, "F8")                                                                                 \
    X(RK_F9, "F9")                                                                                 \
    X(RK_F10, "F10")

enum key_code {
    RK_NONE,
    RK_CHAR, /* ch holds the character */
#define X(id, name) id,
    KEY_NAMES(X)
#undef X
        RK_CODES, /* those before have names */
    RK_CLICK      /* the mouse, where it was asked for */
};

struct key {
    enum key_code code;
    uint32_t ch;    /* Unicode, of RK_CHAR; Ctrl-L arrives as 0x0c */
    short row, col; /* of RK_CLICK: the cell */
};

/* Name of the key for help and F-bar ("F5", "Enter", "Space", "a") into out (at least 16 bytes). */
const char *key_label(const struct key *key, char *out, size_t size);

#endif
