/* SPDX-License-Identifier: ISC */
/*
 * The SQL of schema/, put into the program at build time by embed.awk. Comment lines are dropped.
 * Both tables end with a member whose sql is NULL.
 */
#ifndef RC_STORE_EMBEDDED_H
#define RC_STORE_EMBEDDED_H

#include <stdbool.h>

/* One migration: schema/VERSION_NAME.sql, in ascending order of version. */
struct schema_sql {
    int version;
    const char *name; /* "0001_init" */
    const char *sql;
};

/* One section of schema/projection.sql, in the order of the file. */
struct projection_sql {
    const char *on; /* kinds of events, blank between them ("answer.set finding.raised"), or
                       "after", "after train", "reset wagon", "reset all" */
    bool undoable;  /* these events are steps of the wagon's undo list */
    bool quiet;     /* these events are no work on the wagon */
    const char *sql;
};

extern const struct schema_sql schema_sql[];
extern const struct projection_sql projection_sql[];

#endif
