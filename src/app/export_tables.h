/* SPDX-License-Identifier: ISC */
/* Private to app: what fills the tables of an export, table by table. */
#ifndef RC_APP_EXPORT_TABLES_H
#define RC_APP_EXPORT_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "app/export_row.h"
#include "app/work.h"
#include "exchange/out_folder.h"

/* One run. */
struct export
{
    struct app *app;
    enum export_profile profile;
    struct out_file file; /* the table being written */
    struct buf rows;      /* not yet in the file */
    const struct table *table;
    /* with columns that the checklists name */
    struct table wide, book;
    const char *folder; /* that the export is written to */
    size_t n_files;     /* attached files so far */
    int64_t *sets;      /* ids of the checklists that the trains were inspected with, ascending */
    size_t n_sets, cap_sets;
};

/* Adds the rows of one train to x->table. */
typedef bool export_train(struct export *x, const struct train_row *train, struct rc_error *err);

export_train export_consist, export_wagons, export_answers, export_wide, export_findings,
    export_files, export_seals, export_gates, export_reviews;

/* What the columns "value" and those of the items hold. */
void export_value(struct export_row *row, const char *column, const struct item *item,
                  const struct answer_row *answer);
/* The item that an answer's key names; NULL when the set has none such. container (NULL allowed)
 * points behind the slash of the key, NULL without one. */
const struct item *export_item(const struct checklist *set, const char *key,
                               const char **container);
/* Starts a row of x->table about the wagon (NULL: about the train itself) with its ids. */
void export_begin(struct export *x, struct export_row *row, const struct train_row *train,
                  const struct wagon_row *wagon, int offset_min);
/* Ends the row and hands it to the file. */
bool export_end(struct export *x, struct export_row *row, struct rc_error *err);

/* --- export_book.c --- */

/* Gives x->wide and x->book the columns that the sets of x ask for. */
bool export_set_columns(struct export *x, struct rc_error *err);
void export_release_columns(struct export *x);
/* The whole codebook. */
bool export_codebook(struct export *x, struct rc_error *err);

#endif
