/* SPDX-License-Identifier: ISC */
/*
 * The tables of an export and the views of the database: names, columns, order, keys. A column is
 * named here, described in exchange/dictionary.c, and filled in app/export_tables.c by its name.
 */
#ifndef RC_EXCHANGE_TABLES_H
#define RC_EXCHANGE_TABLES_H

#include <stddef.h>

#define TABLE_REFERENCES 4
#define TABLE_KEY 4

/* fields of this table name a row of the other one by its fields to. */
struct table_reference {
    const char *fields[TABLE_KEY]; /* NULL behind the last */
    const char *table;             /* NULL: no more references */
    const char *to[TABLE_KEY];
};

struct table {
    const char *name;           /* "wagons" */
    const char *text;           /* English; translate: what one row is */
    const char *const *columns; /* NULL at the end */
    /* The fields that no two rows have alike; NULL behind the last. Of a table with partial true
     * one of them may be empty. */
    const char *key[TABLE_KEY];
    int partial;
    struct table_reference references[TABLE_REFERENCES];
};

extern const struct table table_consist, table_wagons, table_answers, table_wide, table_findings,
    table_files, table_seals, table_gates, table_reviews, table_codebook;
/* The views of schema/: what a person with SQL reads. */
extern const struct table view_wagons, view_answers, view_findings, view_seals;

/* All tables of an export, in the order in which they are written; all views. NULL at the end. */
extern const struct table *const export_tables[], *const analyst_views[];

/* Columns of the table. */
size_t table_width(const struct table *table);

#endif
