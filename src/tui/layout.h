/* SPDX-License-Identifier: ISC */
/*
 * Keyboard layouts of the region, from the data file layouts.txt: what character each physical key
 * sends. Commands live on the 18 letters that sit on the same key in all of them.
 */
#ifndef RC_TUI_LAYOUT_H
#define RC_TUI_LAYOUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

#define LAYOUT_KEYS 46 /* ` 1..= q..] a..' z../ */
#define LAYOUTS_MAX 16
#define LAYOUT_SAFE_LETTERS "ertyuipadfghjklzbn"

struct layout {
    char name[8]; /* us ru kz kg tj uz tm */
    uint32_t key[LAYOUT_KEYS];
};

struct layouts {
    struct layout list[LAYOUTS_MAX];
    size_t n;
};

/* Reads the file; a line is `name characters`, `#` begins a comment. us must be among them. */
bool layouts_read(struct layouts *out, const char *path, struct rc_error *err);
/*
 * The us letter of the physical key that sends ch (lower or upper case), 0 when unknown. layout
 * NULL or "" (not chosen): the character's key in whichever layouts agree; characters that stand
 * on different keys in different layouts give 0.
 */
uint32_t layout_letter(const struct layouts *all, const char *layout, uint32_t ch);
/* The us character of the physical key, of any key that types; 0 when unknown. ASCII characters
 * that the chosen layout does not send are themselves. */
uint32_t layout_key(const struct layouts *all, const char *layout, uint32_t ch);
/* The digit that the key of ch carries on the us layout (for numeric fields); 0 when none. A
 * digit is itself. Without a chosen layout only characters that every layout that has them sends
 * by the same digit key are taken (of the Kazakh row " ә і ң ғ , . ү ұ қ these are " ә і ү ұ). */
uint32_t layout_digit(const struct layouts *all, const char *layout, uint32_t ch);

#endif
