/* SPDX-License-Identifier: ISC */
/* Room-private. Which schema a file has, whether it is the one we know, and bringing it up to date.
 */
#ifndef RC_STORE_SCHEMA_H
#define RC_STORE_SCHEMA_H

#include <stdbool.h>

#include "base/error.h"

struct store;

/* Version of the newest schema that this program knows. */
int schema_newest(void);
/* Brings the database from version `from` (0: empty) to the newest one, in one transaction. */
bool schema_migrate(struct store *s, int from, struct rc_error *err);
/* Compares the text of every table, index, trigger and view with the compiled-in schema of
 * `version`; what is too many, missing or different is named. */
bool schema_check(struct store *s, int version, struct rc_error *err);

#endif
