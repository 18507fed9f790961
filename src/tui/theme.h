/* SPDX-License-Identifier: ISC */
/*
 * How each style looks in each theme. Attributes say everything by themselves; colour repeats it,
 * so that it can be read in mono, by the colour-blind, and in the sun.
 */
#ifndef RC_TUI_THEME_H
#define RC_TUI_THEME_H

#include <stdbool.h>

#include "tui/surface.h"

/*    id              name        words */
#define THEMES(X)                                                                                  \
    X(THEME_DARK, "dark", N_("dark: the terminal's own background"))                               \
    X(THEME_LIGHT, "light", N_("light: dark letters on white"))                                    \
    X(THEME_SUNLIGHT, "sunlight", N_("sunlight: black on white, bold, few colours"))               \
    X(THEME_MONO, "mono", N_("mono: no colours"))

enum theme {
#define X(id, name, words) id,
    THEMES(X)
#undef X
        THEMES_COUNT
};

#define LOOK_BOLD 1u
#define LOOK_REVERSE 2u
#define LOOK_UNDERLINE 4u
#define LOOK_DIM 8u

/* The eight colours of every terminal; PLAIN is the terminal's own. */
enum look_color { PLAIN = -1, BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

struct look {
    unsigned attributes;
    enum look_color text, ground;
};

struct look theme_look(enum theme theme, enum style style);
const char *theme_name(enum theme theme);
const char *theme_words(enum theme theme); /* English; translate */
/* False when there is no theme of this name. */
bool theme_named(const char *name, enum theme *out);
/* "dark light sunlight mono" */
#define THEME_NAMES "dark, light, sunlight, mono"

#endif
