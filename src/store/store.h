/* SPDX-License-Identifier: ISC */
/*
 * The database: opening it safely, writing events with their projections, one transaction at a
 * time. The only room that knows SQL. It decides nothing and never exits.
 *
 * Every write transaction, checkpoint and close of a writer holds an flock on NAME.lock: a writer
 * and a checkpointer can then never overlap, which keeps the WAL-reset race of SQLite before
 * 3.51.3 without a window (sqlite.org/wal.html#walresetbug).
 */
#ifndef RC_STORE_STORE_H
#define RC_STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "core/event.h"

#define STORE_APPLICATION_ID 0x524c434b /* "RLCK" */

struct store;

enum store_mode {
    STORE_CREATE, /* make a new one, or go on with one that has no event yet (its set-up was cut
                     short); RC_E_STORE_EXISTS when there is an event. Locked until the first
                     commit, rollback or close. */
    STORE_WRITE,  /* open for work; migrated forward when older */
    STORE_READ    /* only read */
};

/*
 * Opens DIR/railcheck.db (file mode 0660, lock file DIR/railcheck.lock). Checks application_id,
 * user_version and the text of the schema before anything else; a database of a newer program opens
 * read-only (store_read_only; store_begin then says RC_E_STORE_NEWER). NULL and err on failure. vfs
 * names an SQLite VFS for tests, NULL the default.
 */
struct store *store_open(const char *dir, enum store_mode mode, const char *vfs,
                         struct rc_error *err);
/* Closes; an open transaction is rolled back. NULL is fine. False when a statement was left
 * unfinalised (a programmer's error; its SQL goes to stderr). */
bool store_close(struct store *s);
bool store_read_only(const struct store *s);
const char *store_dir(const struct store *s);
/* Changes whenever another connection has written: compare with an earlier value. */
int64_t store_data_version(struct store *s);

/* Takes the lock and begins (BEGIN IMMEDIATE). Waits at most 5 seconds, then RC_E_STORE_BUSY. */
bool store_begin(struct store *s, struct rc_error *err);
/* Commits and unlocks. On failure everything is rolled back and unlocked, err says why; nothing
 * of the transaction is saved. */
bool store_commit(struct store *s, struct rc_error *err);
/* Rolls back and unlocks; harmless outside a transaction. */
void store_rollback(struct store *s);

/* The last event of a device. */
struct tip {
    int64_t seq;            /* 0: there is none, and nothing else is set */
    unsigned char hash[32]; /* zeros: none */
    int64_t at, uptime;     /* ms, as in struct event */
    char boot[104];
};
bool store_tip(struct store *s, const char *device, struct tip *out, struct rc_error *err);
/* The last event of the device: its seq (0: none) and hash (32 zero bytes: none). */
bool store_head(struct store *s, const char *device, int64_t *seq, unsigned char hash[32],
                struct rc_error *err);
/*
 * Appends e (seq and hash are set by the caller, see app/record.c) and projects it, inside the
 * transaction. New names of device, boot, actor, kind, train and wagon enter the dictionaries. seq
 * must follow the device's last one, a wagon needs its train and stays in it, body must be JSON. On
 * failure the whole transaction is rolled back and unlocked.
 */
bool store_append(struct store *s, const struct event *e, struct rc_error *err);
/* Empties the projections and replays all events, in one transaction of its own. */
bool store_rebuild(struct store *s, struct rc_error *err);
/* Calls each with every event in order (device, seq); stops when each returns false, then returns
 * false with err as each left it. */
bool store_events(struct store *s, event_each *each, void *context, struct rc_error *err);
/* The same for the events of one device from seq on. */
bool store_events_from(struct store *s, const char *device, int64_t seq, event_each *each,
                       void *context, struct rc_error *err);
/* seq of the device's last event of that kind, 0 for none. Looked for from the end backwards. */
bool store_last_of_kind(struct store *s, const char *device, const char *kind, int64_t *seq,
                        struct rc_error *err);

#endif
