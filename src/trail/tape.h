/* SPDX-License-Identifier: ISC */
/*
 * The tape: every event of one device once more, one line of text each, in a file that is only
 * appended to. It shows a database whose end was cut off or replaced, and gives the events back. A
 * line: seq, hash, device, at, utc_offset, boot, uptime, actor, kind, train, wagon, body, tabs
 * between, newline at the end. An absent text is "\N"; in a text, tab, newline, return and
 * backslash are \t \n \r and two backslashes, so that each event has exactly one line and each line
 * one event.
 */
#ifndef RC_TRAIL_TAPE_H
#define RC_TRAIL_TAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "core/event.h"

/* The last whole line. */
struct tape_head {
    char device[40];
    int64_t seq; /* 0: there is no line */
    unsigned char hash[32];
};

/* --- writing: take, add ..., put or drop. Between these the file is closed: its medium may be
 * removed. --- */

struct tape;

struct tape *tape_new(const char *path);
void tape_free(struct tape *t);
const char *tape_path(const struct tape *t);
/*
 * Opens (makes, 0660) the file, locks it, cuts off a torn last line and tells the last whole one.
 * Reads only the end of the file, and that only when it is not as this tape left it. A file that is
 * no tape is left as it is (RC_E_TAPE).
 */
bool tape_take(struct tape *t, struct tape_head *last, struct rc_error *err);
/* Adds a line. On failure the tape is as it was before tape_take, and closed. */
bool tape_add(struct tape *t, const struct event *e, struct rc_error *err);
/* Makes what was added durable (one fdatasync; none when nothing was), unlocks and closes. On
 * failure the tape is as it was before tape_take, as far as the disk allows. */
bool tape_put(struct tape *t, struct rc_error *err);
/* Closes without adding anything; harmless when it is closed. */
void tape_drop(struct tape *t);

/* --- reading, without a lock --- */

/* The last whole line of the file. */
bool tape_last(const char *path, struct tape_head *last, struct rc_error *err);

struct tape_reader;

/* Reads as far as the file goes now. NULL and err when it cannot be opened. */
struct tape_reader *tape_reader_new(const char *path, struct rc_error *err);
void tape_reader_free(struct tape_reader *r);
/* The next line into e, whose texts are valid until the next call. False at the end (a torn last
 * line is none), and with err (RC_E_TAPE with file and line) when it is no line of a tape. */
bool tape_next(struct tape_reader *r, struct event *e, struct rc_error *err);

#endif
