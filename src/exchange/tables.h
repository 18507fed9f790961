/* SPDX-License-Identifier: ISC */
/*
 * The tables of an export: file names, columns, order. A column is added here and filled in
 * app/export.c by its name.
 */
#ifndef RC_EXCHANGE_TABLES_H
#define RC_EXCHANGE_TABLES_H

#include <stddef.h>

struct table {
    const char *file;           /* "wagons.csv" */
    const char *const *columns; /* NULL at the end */
};

extern const struct table table_consist, table_wagons, table_answers, table_findings, table_seals,
    table_gates;

#endif
