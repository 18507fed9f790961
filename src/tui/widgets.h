/* SPDX-License-Identifier: ISC */
/* Parts that screens are made of: a scrolling cursor, a text field. */
#ifndef RC_TUI_WIDGETS_H
#define RC_TUI_WIDGETS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "tui/actions.h"
#include "tui/key.h"
#include "tui/layout.h"
#include "tui/surface.h"

/* A cursor in n rows of which `page` are seen. */
struct scroll {
    size_t at, top, n;
};

/* Keeps at and top in bounds after n or the page has changed. */
void scroll_fit(struct scroll *s, size_t n, size_t page);
/* Movement actions (up, down, page, first, last); false when action is none of these. */
bool scroll_act(struct scroll *s, enum action action, size_t page);

enum field_kind {
    FIELD_TEXT,
    FIELD_NUMBER,
    FIELD_SEAL,
    FIELD_PIN,   /* digits, drawn as dots, wiped when it is released or set */
    FIELD_SECRET /* any characters, the same */
};

/* One line of text being typed. Characters arrive raw; numbers take the digit row of any layout. */
struct field {
    struct buf text;
    size_t at;  /* cursor, bytes */
    size_t max; /* characters at most */
    enum field_kind kind;
    bool offered; /* the text is only an offer: typing takes its place, moving in it keeps it */
};

void field_set(struct field *f, const char *text);
void field_release(struct field *f);
/* Is this a key that a text field uses (a character, Backspace, Delete, Left, Right, Home, End)? */
bool field_takes(const struct key *key);
/* True when the key was used (typed, moved, deleted). Control and hostile characters are dropped.
 */
bool field_key(struct field *f, const struct key *key, const struct layouts *layouts,
               const char *layout);
/* Draws it in width cells and puts the hardware cursor there when focus. */
void field_draw(const struct field *f, struct surface *to, int row, int col, int width, bool focus);

#endif
