/* SPDX-License-Identifier: ISC */
/* What every column of the exports and of the views means: the one place that says it. */
#ifndef RC_EXCHANGE_DICTIONARY_H
#define RC_EXCHANGE_DICTIONARY_H

#include "exchange/tables.h"

enum column_type {
    COLUMN_STRING,
    COLUMN_INTEGER,
    COLUMN_NUMBER,
    COLUMN_BOOLEAN, /* 1 or 0 */
    COLUMN_DATETIME
};

struct column_text {
    const char *name; /* "train_id"; "wagons.state" where only that table means it so; a star at the
                         end stands for columns that a checklist names */
    enum column_type type;
    const char *text; /* English; translate */
};

/* The entry of the table's column; NULL when nobody has described it. */
const struct column_text *dictionary_find(const char *table, const char *column);
/* As Data Package names it: "string" "integer" "number" "boolean" "datetime". */
const char *column_type_name(enum column_type type);

/* All entries; name NULL at the end. */
extern const struct column_text dictionary[];

#endif
