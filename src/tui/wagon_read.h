/* SPDX-License-Identifier: ISC */
/* What the screens of one wagon show. */
#ifndef RC_TUI_WAGON_READ_H
#define RC_TUI_WAGON_READ_H

#include <stdbool.h>
#include <stdint.h>

#include "app/walk.h"
#include "app/work.h"

/* Reads the wagon, its consist without position 0, and how the officer at work walks it, in place
 * of what work and consist hold; they stay as they are on failure. */
bool wagon_read(struct app *app, int64_t wagon, struct work *work, struct wagons *consist,
                struct walk_row *walk, struct rc_error *err);

#endif
