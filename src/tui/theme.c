/* SPDX-License-Identifier: ISC */
/* The looks of the styles, theme by theme. */
#include "config.h"

#include "tui/theme.h"

#include <string.h>

#include "base/alloc.h"
#include "base/error-codes.h"

static const struct {
    const char *name, *words;
} themes[THEMES_COUNT] = {
#define X(id, name, words) [id] = {name, words},
    THEMES(X)
#undef X
};

/* Enough without any colour. */
static const unsigned attributes[STYLE_COUNT] = {
    [STYLE_TITLE] = LOOK_REVERSE,
    [STYLE_ZONE] = LOOK_BOLD,
    [STYLE_CURSOR] = LOOK_REVERSE,
    [STYLE_FINDING] = LOOK_BOLD,
    [STYLE_GATE] = LOOK_BOLD,
    [STYLE_FIELD] = LOOK_UNDERLINE,
    [STYLE_MESSAGE] = LOOK_BOLD,
    [STYLE_ERROR] = LOOK_BOLD | LOOK_REVERSE,
    [STYLE_BAR] = LOOK_REVERSE,
    [STYLE_BAR_KEY] = LOOK_BOLD,
    [STYLE_HERE] = LOOK_REVERSE | LOOK_BOLD,
    [STYLE_STOP] = LOOK_REVERSE | LOOK_BOLD,
    [STYLE_WAITS] = LOOK_DIM,
};

/* Colours of the letters where they are not the theme's own. */
static const enum look_color dark[STYLE_COUNT] = {
    [STYLE_ZONE] = CYAN, [STYLE_OK] = GREEN,  [STYLE_FINDING] = RED, [STYLE_GATE] = YELLOW,
    [STYLE_WORK] = CYAN, [STYLE_ERROR] = RED, [STYLE_STATUS] = CYAN,
};
static const enum look_color light[STYLE_COUNT] = {
    [STYLE_ZONE] = BLUE, [STYLE_OK] = GREEN,  [STYLE_FINDING] = RED, [STYLE_GATE] = MAGENTA,
    [STYLE_WORK] = BLUE, [STYLE_ERROR] = RED, [STYLE_STATUS] = BLUE,
};
static const enum look_color sunlight[STYLE_COUNT] = {
    [STYLE_FINDING] = RED,
    [STYLE_ERROR] = RED,
};

struct look
theme_look(enum theme theme, enum style style)
{
    static const enum look_color *const colors[] = {dark, light, sunlight};
    struct look look = {attributes[style], PLAIN, PLAIN};

    if (theme == THEME_MONO)
        return look;
    if (theme != THEME_DARK)
        look = (struct look){attributes[style], BLACK, WHITE};
    if (colors[theme][style]) /* no style has black letters of its own */
        look.text = colors[theme][style];
    /* In the sun thin letters go first. */
    if (theme == THEME_SUNLIGHT && style != STYLE_DIM)
        look.attributes = style == STYLE_WAITS ? 0 : look.attributes | LOOK_BOLD;
    /* These two set their ground themselves. */
    if (style == STYLE_BAR && theme != THEME_SUNLIGHT)
        look = (struct look){look.attributes & ~LOOK_REVERSE, BLACK, CYAN};
    if (style == STYLE_STOP)
        look = (struct look){look.attributes & ~LOOK_REVERSE, WHITE, RED};
    return look;
}

const char *
theme_name(enum theme theme)
{
    return themes[theme].name;
}

const char *
theme_words(enum theme theme)
{
    return themes[theme].words;
}

bool
theme_named(const char *name, enum theme *out)
{
    for (size_t i = 0; i < ARRAY_LEN(themes); i++) {
        if (strcmp(themes[i].name, name) == 0) {
            *out = (enum theme)i;
            return true;
        }
    }
    return false;
}
