/* SPDX-License-Identifier: ISC */
/* Private to trail: one event as one line of a tape, and back. */
#ifndef RC_TRAIL_TAPE_LINE_H
#define RC_TRAIL_TAPE_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "core/event.h"

/* Adds the line of e, with its newline. */
void tape_line_add(struct buf *out, const struct event *e);
/*
 * Takes line (len bytes, a NUL where the newline was) apart in place; e's strings point into it.
 * False when tape_line_add would not have written exactly this.
 */
bool tape_line_take(char *line, size_t len, struct event *e);

#endif
