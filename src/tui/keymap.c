/* SPDX-License-Identifier: ISC */
/*
 * Which key does what where. Data only: letters are those that sit on the same key in every layout
 * of the region, so this map holds whatever layout is switched on. The first key of an action is
 * the one that help and palette show first.
 */
#include "config.h"

#include "tui/actions.h"

#include "base/alloc.h"
#include "tui/layout.h"

/* clang-format off */
#define K(name) {.code = RK_##name}
#define C(c) {.code = RK_CHAR, .ch = (c)}

const struct binding keymap[] = {
    /* everywhere */
    {IN_ALL & ~IN_WAGON, K(F1), ACT_HELP},
    {IN_WAGON, K(F1), ACT_CARD},
    {IN_ALL & ~IN_CHOICE, K(F2), ACT_PALETTE},
    {IN_ALL & ~IN_CHOICE, K(F9), ACT_MENU},
    {IN_TRAINS, K(F3), ACT_MANUAL},
    {IN_TEXT, C('i'), ACT_MANUAL},
    {IN_ALL & ~IN_TRAINS, K(F10), ACT_BACK},
    {IN_ALL & ~IN_TRAINS, K(ESC), ACT_BACK},
    {IN_TRAINS, K(F10), ACT_QUIT},
    {IN_TRAINS, K(ESC), ACT_QUIT},
    {IN_ALL, C(0x0c), ACT_REPAINT},
    {IN_ALL, K(UP), ACT_UP},
    {IN_ALL, C('k'), ACT_UP},
    {IN_ALL, K(DOWN), ACT_DOWN},
    {IN_ALL, C('j'), ACT_DOWN},
    {IN_ALL, K(LEFT), ACT_LEFT},
    {IN_ALL, C('h'), ACT_LEFT},
    {IN_ALL, K(RIGHT), ACT_RIGHT},
    {IN_ALL, C('l'), ACT_RIGHT},
    {IN_ALL, K(PAGE_UP), ACT_PAGE_UP},
    {IN_ALL, K(PAGE_DOWN), ACT_PAGE_DOWN},
    {IN_TEXT, C(' '), ACT_PAGE_DOWN},
    {IN_ALL, K(HOME), ACT_FIRST},
    {IN_ALL, K(END), ACT_LAST},

    /* Enter and Tab */
    {IN_LISTS & ~IN_WAGON & ~IN_GATES, K(ENTER), ACT_OPEN},
    {IN_WAGON, K(ENTER), ACT_ANSWER},
    {IN_GATES, K(ENTER), ACT_CONFIRM},
    {IN_WAGON | IN_FORM | IN_TEXT | IN_IMPORT | IN_FIND | IN_START | IN_ENTRY | IN_REVIEW, K(TAB), ACT_NEXT_ZONE},
    {IN_FORM, K(ENTER), ACT_OPEN},
    {IN_START | IN_ENTRY, K(ENTER), ACT_NEXT_ZONE},
    {IN_WAGON | IN_FORM | IN_TEXT | IN_IMPORT | IN_FIND | IN_START | IN_ENTRY | IN_REVIEW, K(BACKTAB), ACT_PREV_ZONE},

    /* trains, import */
    {IN_TRAINS, C('i'), ACT_IMPORT},
    {IN_TRAINS, K(F8), ACT_TAKE_BACK},
    {IN_IMPORT, C('y'), ACT_IMPORT_SAVE},
    {IN_IMPORT, C('r'), ACT_IMPORT_REST},
    {IN_IMPORT, C('e'), ACT_ENCODING},
    {IN_IMPORT, K(F4), ACT_ENCODING},

    /* consist, wagon, seals: to other screens */
    {IN_CONSIST | IN_WAGON, C('t'), ACT_SEALS},
    {IN_GO, C('g'), ACT_GO},
    {IN_GO, K(F7), ACT_GO},
    {IN_CONSIST | IN_WAGON | IN_SEALS, C('i'), ACT_HISTORY},
    {IN_WAGON, K(F3), ACT_DRAWING},
    {IN_SEALS, K(F3), ACT_HISTORY},
    {IN_CONSIST, K(F3), ACT_MISSING},
    {IN_CONSIST, C('f'), ACT_FINDINGS},
    {IN_CONSIST, C('y'), ACT_GATES},
    {IN_CONSIST | IN_WAGON | IN_SEALS, K(F6), ACT_NEXT_OPEN},

    /* consist, wagon */
    {IN_CONSIST | IN_WAGON, C('e'), ACT_NOTE},
    {IN_CONSIST | IN_WAGON, K(F4), ACT_NOTE},
    {IN_CONSIST, K(F8), ACT_STRIKE},
    {IN_CONSIST | IN_WAGON, C('d'), ACT_CLOSE_WAGON},

    /* wagon */
    {IN_WAGON | IN_SEALS, C('a'), ACT_OK},
    {IN_WAGON | IN_SEALS, C(' '), ACT_OK},
    {IN_WAGON | IN_SEALS, C('f'), ACT_FINDING},
    {IN_WAGON, C('n'), ACT_NOT_APPLICABLE},
    {IN_WAGON, K(F8), ACT_NOT_APPLICABLE},
    {IN_WAGON | IN_SEALS, C('b'), ACT_NO_ACCESS},
    {IN_WAGON, C('r'), ACT_REST_OK},
    {IN_WAGON, C('p'), ACT_SAME},
    {IN_WAGON, K(F5), ACT_SAME},
    {IN_WAGON | IN_GATES, C('y'), ACT_CONFIRM},
    {IN_WAGON | IN_SEALS, C('u'), ACT_UNDO},
    {IN_WAGON | IN_SEALS, C('z'), ACT_REDO},

    /* seals */
    {IN_SEALS, C('y'), ACT_SEAL_ALL_OK},
    {IN_SEALS, K(F8), ACT_SEAL_NONE},
    {IN_SEALS, C('r'), ACT_SEAL_REMOVED},
    {IN_SEALS, C('n'), ACT_SEAL_NEW},
    {IN_SEALS, C('e'), ACT_SEAL_PLACE},
    {IN_SEALS, K(F4), ACT_SEAL_PLACE},

    /* gates, findings */
    {IN_GATES, C('b'), ACT_WITHDRAW},
    {IN_FINDINGS | IN_PEOPLE, C('e'), ACT_EDIT},
    {IN_FINDINGS | IN_FORM | IN_PEOPLE, K(F4), ACT_EDIT},
    {IN_FINDINGS, C('b'), ACT_WITHDRAW_FINDING},
    {IN_FINDINGS | IN_FORM, K(F8), ACT_WITHDRAW_FINDING},
    {IN_FORM, K(F5), ACT_REPEAT},
    {IN_FORM, K(F7), ACT_ATTACH},

    /* review */
    {IN_TRAINS | IN_CONSIST | IN_SHIFT, C('r'), ACT_REVIEW},
    {IN_REVIEW, C('r'), ACT_RETURN},
    {IN_REVIEW, K(F5), ACT_RETURN},
    {IN_REVIEW, C('d'), ACT_DECIDE},
    {IN_REVIEW, K(F6), ACT_DECIDE},
    {IN_REVIEW, C('b'), ACT_HOLD_WAGON},
    {IN_REVIEW, K(F8), ACT_HOLD_WAGON},
    {IN_REVIEW, C('f'), ACT_SETTLE},
    {IN_REVIEW, K(F4), ACT_SETTLE},

    /* shift */
    {IN_TRAINS, C('t'), ACT_SHIFT},
    {IN_SHIFT, C('b'), ACT_SHIFT_START},
    {IN_SHIFT, C('p'), ACT_HAND_OVER},
    {IN_SHIFT, C('y'), ACT_TAKE_OVER},
    {IN_SHIFT, C('d'), ACT_DEPARTURE},
    {IN_SHIFT, K(F4), ACT_DEPARTURE},
    {IN_SHIFT, C('i'), ACT_WHERE},
    {IN_SHIFT, K(F3), ACT_WHERE},

    /* people */
    {IN_PEOPLE, C('a'), ACT_ADD},
    {IN_PEOPLE, C('p'), ACT_PIN},
    {IN_PEOPLE, K(F5), ACT_PIN},
    {IN_PEOPLE, C('d'), ACT_DISABLE},
    {IN_PEOPLE, K(F8), ACT_DISABLE},
};
/* clang-format on */

const size_t keymap_size = ARRAY_LEN(keymap);

static bool
same_key(const struct key *bound, const struct key *pressed, uint32_t letter)
{
    if (bound->code != pressed->code)
        return false;
    return bound->code != RK_CHAR || bound->ch == pressed->ch || (letter && bound->ch == letter);
}

enum action
keymap_action(unsigned context, const struct key *key, const struct layouts *layouts,
              const char *layout)
{
    uint32_t letter = key->code == RK_CHAR ? layout_letter(layouts, layout, key->ch) : 0;

    for (size_t i = 0; i < keymap_size; i++) {
        if ((keymap[i].contexts & context) && same_key(&keymap[i].key, key, letter))
            return keymap[i].action;
    }
    return ACT_NONE;
}

bool
keymap_key(unsigned context, enum action action, size_t n, struct key *out)
{
    for (size_t i = 0; i < keymap_size; i++) {
        if (keymap[i].action != action || !(keymap[i].contexts & context))
            continue;
        if (n-- == 0) {
            *out = keymap[i].key;
            return true;
        }
    }
    return false;
}
