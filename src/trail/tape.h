/* SPDX-License-Identifier: ISC */
/*
 * The tape: every event once more, one line of text each, in a file that is only appended to. It
 * shows a database whose tail was cut or replaced, and gives the events back when the database is
 * lost. A line: seq, hash, then the other columns, tabs between (NUL column: an empty field marked
 * "\N"), newline at the end; bodies hold no tabs or newlines (JSON escapes them).
 */
#ifndef RC_TRAIL_TAPE_H
#define RC_TRAIL_TAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "trail/chain.h"

struct tape;

/* Opens (makes, 0660) the tape at path for appending; a torn last line is cut off. NULL and err. */
struct tape *tape_open(const char *path, struct rc_error *err);
void tape_close(struct tape *t);
/* seq of the last whole line of this device, 0 for none. */
int64_t tape_last(const struct tape *t, const char *device);
/* Appends one event / makes all appended since durable (one fdatasync). */
bool tape_append(struct tape *t, const struct chain_event *e, struct rc_error *err);
bool tape_sync(struct tape *t, struct rc_error *err);
/* Calls each with every whole line in order; false (err as each left it) when it returns false or
 * a line is no tape line (file:line). */
bool tape_read(const char *path,
               bool (*each)(void *context, const struct chain_event *e, struct rc_error *err),
               void *context, struct rc_error *err);

#endif
