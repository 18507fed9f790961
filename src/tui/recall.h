/* SPDX-License-Identifier: ISC */
/* Going back in what was typed before, as a field offers it: one key takes the text before. */
#ifndef RC_TUI_RECALL_H
#define RC_TUI_RECALL_H

#include "store/queries.h"
#include "tui/ui.h"
#include "tui/widgets.h"

struct recall {
    enum recent what; /* RECENT_NONE: nothing is offered */
    char key[64];     /* of the item, for RECENT_VALUE */
    bool read;
    struct texts texts;
    size_t at;   /* texts.rows[at - 1] is in the field; 0: what was typed is */
    char *typed; /* what the field held before the first step back */
};

/* Takes the text one step older (or newer, at last what was typed) into the field. False when there
 * is none further: the field stays. */
bool recall_step(struct recall *r, struct ui *ui, struct field *field, bool older);
/* Forgets where it was: the field holds something else now. */
void recall_reset(struct recall *r, enum recent what, const char *key);
void recall_release(struct recall *r);

#endif
