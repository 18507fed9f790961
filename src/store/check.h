/* SPDX-License-Identifier: ISC */
/* What verification asks of the database beside the chain: is the file sound, do the tables fit. */
#ifndef RC_STORE_CHECK_H
#define RC_STORE_CHECK_H

#include <stdbool.h>

#include "base/error.h"
#include "store/store.h"

/* SQLite's own integrity check and foreign keys. False and RC_E_STORE_DAMAGED with what it says. */
bool store_check_file(struct store *s, struct rc_error *err);
/*
 * Makes the tables of the screens anew from the events, in a copy on the disk that vanishes by
 * itself, and compares row by row. False and RC_E_STORE_TABLES with the first table that differs.
 */
bool store_check_tables(struct store *s, struct rc_error *err);
#endif
