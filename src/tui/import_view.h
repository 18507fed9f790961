/* SPDX-License-Identifier: ISC */
/* Private to the import screen: what it shows. */
#ifndef RC_TUI_IMPORT_VIEW_H
#define RC_TUI_IMPORT_VIEW_H

#include "app/import.h"
#include "core/checklist.h"
#include "tui/choices.h"
#include "tui/screen.h"
#include "tui/widgets.h"

struct import_view {
    struct field path;
    bool read;       /* the preview stands; the path is no longer typed */
    struct app *app; /* for names of codes */
    struct import import;
    struct consist_told told;    /* answers to what the message asked */
    size_t encoding;             /* that was chosen; 0: found out, else 1 + its number */
    const struct checklist *set; /* that the train will have, for words */
    bool correcting;             /* changes are shown, not the list */
    struct corrections changes;  /* on the train import.open */
    struct made_list made;       /* what a question offers */
    struct scroll scroll;        /* over errors, then warnings, then wagons; or over changes */
};

#define PREVIEW_ROWS 5 /* lines above that list */

void import_draw(const struct screen *s, struct surface *to);

#endif
