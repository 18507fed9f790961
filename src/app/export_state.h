/* SPDX-License-Identifier: ISC */
/* Private to app: which files of an export are complete, so that one that was cut short goes on. */
#ifndef RC_APP_EXPORT_STATE_H
#define RC_APP_EXPORT_STATE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/error.h"
#include "exchange/data_package.h"

#define EXPORT_FILES 10
#define EXPORT_STATE ".complete"

struct export_state {
    struct buf request; /* one line: what is exported, and of which records */
    struct package_file files[EXPORT_FILES];
    size_t n;
};

/* Adds the file name of dir as complete: its length and its hash are taken from the disk. */
bool export_state_add(struct export_state *s, const char *dir, const struct table *table,
                      const char *name, struct rc_error *err);
/* Writes the state into dir. */
bool export_state_write(const struct export_state *s, const char *dir, struct rc_error *err);
/* Is the file among those that dir says are complete for the same request, and is it still what it
 * was? Then it is added to s. */
bool export_state_kept(struct export_state *s, const char *dir, const struct table *table,
                       const char *name);

#endif
