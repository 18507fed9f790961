/* SPDX-License-Identifier: ISC */
/* Room-private. The flock that keeps writers and checkpoints of all processes apart. */
#ifndef RC_STORE_LOCK_H
#define RC_STORE_LOCK_H

#include <stdbool.h>

#include "base/error.h"

struct store;

#define LOCK_WAIT_MS 5000

/* Opens (makes) the lock file at path for s. */
bool lock_open(struct store *s, const char *path, struct rc_error *err);
/* Waits at most LOCK_WAIT_MS, then RC_E_STORE_BUSY. Holding it already is fine. */
bool lock_take(struct store *s, struct rc_error *err);
void lock_drop(struct store *s);
void lock_close(struct store *s);

#endif
