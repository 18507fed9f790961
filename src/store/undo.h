/* SPDX-License-Identifier: ISC */
/*
 * Room-private. Which events of a wagon are taken back. The events undo.made and redo.made are the
 * truth; the table undo_step only lists what can be taken back or brought back next.
 */
#ifndef RC_STORE_UNDO_H
#define RC_STORE_UNDO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "store/project.h"

struct store;

/* Events that are not in force, in ascending order. */
struct undone {
    int64_t *events;
    size_t n, cap;
};

/* Of the wagon (0: of all wagons). */
bool undone_load(struct store *s, int64_t wagon, struct undone *out, struct rc_error *err);
bool undone_has(const struct undone *u, int64_t event);
void undone_release(struct undone *u);

/* Is this the kind of an undo or a redo? */
bool undo_is_step_back(const char *kind);
/* Marks the step that the undo or redo f names; RC_E_STORE_UNDO when there is no such step. */
bool undo_mark(struct store *s, const struct fact *f, struct rc_error *err);
/* Adds the event as a step when the wagon is open; what could be brought back no longer can. */
bool undo_push(struct store *s, const struct fact *f, struct rc_error *err);
/* Empties the list of a wagon that is closed. */
bool undo_end(struct store *s, const struct fact *f, struct rc_error *err);

#endif
