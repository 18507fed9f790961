/* SPDX-License-Identifier: ISC */
/* Reading the whole archive, or the trains of some days, as it stands at one moment. */
#ifndef RC_STORE_ARCHIVE_H
#define RC_STORE_ARCHIVE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/queries.h"

/* Until archive_release every query answers as the database stands now, whoever writes to it. */
bool archive_hold(struct store *s, struct rc_error *err);
void archive_release(struct store *s);

/*
 * Adds a text that changes whenever the records of trains change (log-ins and exports do not
 * count): the hash of the last such event of each device.
 */
bool archive_mark(struct store *s, struct buf *out, struct rc_error *err);

#endif
