/* SPDX-License-Identifier: ISC */
/* The descriptor of an export, datapackage.json (Data Package 2.0, datapackage.org): what an
 * analyst's program needs to load the tables with their types and keys. */
#ifndef RC_EXCHANGE_DATA_PACKAGE_H
#define RC_EXCHANGE_DATA_PACKAGE_H

#include <stddef.h>

#include "base/buf.h"
#include "exchange/tables.h"

/* How the values are written. */
enum export_profile {
    PROFILE_DATA, /* comma, times in UTC, values never altered */
    PROFILE_EXCEL /* semicolon, byte order mark, decimal comma, local times, formulas guarded */
};

struct package_file {
    const struct table *table;
    char name[64];  /* "wagons.csv" */
    char bytes[24]; /* decimal */
    char sha256[65];
};

/* Adds the descriptor of the n files. name is ASCII a-z 0-9 - and ".", title any text. The same
 * input gives the same bytes. */
void data_package_write(struct buf *out, const char *name, const char *title,
                        enum export_profile profile, const struct package_file *files, size_t n);

#endif
