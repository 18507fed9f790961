/* SPDX-License-Identifier: ISC */
/* Room-private. What an open database consists of, and how SQLite's errors become ours. */
#ifndef RC_STORE_CONNECTION_H
#define RC_STORE_CONNECTION_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "store/names.h"
#include "store/statement.h"
#include "store/store.h"

struct store {
    sqlite3 *db;
    char *dir;  /* as given */
    char *file; /* the database, no symbolic link in its path */
    int lock_fd;
    bool locked;
    enum store_mode mode;
    bool read_only;
    bool newer; /* made by a newer program: read_only too */
    struct statements statements;
    struct names names[NAME_LISTS]; /* what the dictionaries are known to hold */
};

/* event.id = (device - 1) * 2^40 + seq: rows of the first device, ours, have small numbers. */
#define EVENT_SEQ_BITS 40
#define EVENT_SEQ_MAX ((INT64_C(1) << EVENT_SEQ_BITS) - 1)

/* Fills err from the SQLite result code rc (and what the database's last call left); false. */
bool store_fail(const struct store *s, int rc, struct rc_error *err);
/* Runs sql, one or several statements without parameters, not cached. */
bool store_exec(struct store *s, const char *sql, struct rc_error *err);

#endif
