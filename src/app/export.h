/* SPDX-License-Identifier: ISC */
/* Use cases: the tables of one train or of the whole archive as files. */
#ifndef RC_APP_EXPORT_H
#define RC_APP_EXPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

enum export_form { EXPORT_DATA, EXPORT_EXCEL };

struct export_request {
    int64_t train;         /* 0: all that arrived on days */
    struct day_range days; /* with train 0 */
    enum export_form form;
    bool wide;       /* answers_wide.csv too */
    const char *dir; /* made when missing */
    /* Called now and then (NULL: never): of the table named, done of all trains are written. */
    void (*progress)(void *context, const char *table, int64_t done, int64_t all);
    void *context;
};

struct export_result {
    int64_t trains;
    int kept; /* files that an earlier export, cut short, had completed */
};

/*
 * Writes consist wagons answers [answers_wide] findings seals gates reviews codebook .csv and
 * datapackage.json, the records of one moment, in bounded memory. They are written to DIR.part and
 * take their place when all is there; after a cut the next call goes on with the files that are not
 * complete, as long as the records and the request are the same. result may be NULL.
 */
bool export_tables_to(struct app *app, const struct export_request *request,
                      struct export_result *result, struct rc_error *err);

/* Reads "2026-11-23" as milliseconds of local midnight; RC_E_DAY when it is no date. */
bool export_day(const char *text, int64_t *ms, struct rc_error *err);

/* A table or view and its columns, for people. Both lists end with NULL. */
struct dictionary_table {
    const char *name, *text; /* text: English; translate */
    bool view;
};
/* The i-th one; false when there are fewer. */
bool dictionary_table(size_t i, struct dictionary_table *out);
/* Its c-th column; false when there are fewer. text: English; translate. */
bool dictionary_column(size_t i, size_t c, const char **name, const char **type, const char **text);

#endif
