/* SPDX-License-Identifier: ISC */
/*
 * Private to exchange: what the readers of the files of a set share while they build it. Each
 * reader says every error and goes on, so that one run names them all.
 */
#ifndef RC_EXCHANGE_CHECKLIST_BUILD_H
#define RC_EXCHANGE_CHECKLIST_BUILD_H

#include "core/checklist.h"
#include "exchange/checklist_files.h"
#include "exchange/csv_table.h"

#define SET_ERRORS_MAX 100
#define SET_NAME_MAX 40 /* so that a key, name/container, fits into a line of an inspection */

/* An expression and where it stands: its names are looked at when all items are known. */
struct set_expression {
    const struct expression *parsed;
    const char *module, *item;
    unsigned line;
    size_t column;
};

struct set_build {
    struct checklist *set;
    const struct set_files *files;
    const char *dir; /* before paths in messages; "" none */
    struct notes *errors, *notes;
    struct csv_table sources; /* for the keys that items name */
    struct set_expression *expressions;
    size_t n_expressions, cap_expressions;
    bool unread; /* some file is missing or broken: what others say about it is not looked at */

    /* the file that is being read */
    struct csv_table table;
    char file[256];
};

/* Says an error / a note at this place of the present file. column is 0-based. */
void build_error(struct set_build *b, enum rc_code code, unsigned line, size_t column,
                 const char *a, const char *also);
void build_note(struct set_build *b, enum rc_code code, unsigned line, size_t column, const char *a,
                const char *also);

/* Loads path into b->table; false (and an error) when it is missing or broken. */
bool build_load(struct set_build *b, const char *path);
void build_unload(struct set_build *b);
/* Column of a heading that must be there (else an error). */
size_t build_column(struct set_build *b, const char *heading);
/* An error when the texts of stem have no column in the default language. */
void build_default_language(struct set_build *b, const char *stem);
/* Notes the headings that are neither in known (NULL-ended) nor texts by language. */
void build_unknown_columns(struct set_build *b, const char *const *known, const char *const *texts);

/* The texts of `stem::Language (code)` in the row. must: the default language may not be empty. */
struct words build_words(struct set_build *b, const struct csv_row *row, const char *stem,
                         bool must);
/* A copy that lives as long as the set. */
const char *build_keep(struct set_build *b, const char *s);
/* Is the cell a name: letters, digits, '-', '_', at most SET_NAME_MAX? Else an error. */
bool build_name(struct set_build *b, const struct csv_row *row, size_t column);
bool build_yes(struct set_build *b, const struct csv_row *row, size_t column, bool empty);
int build_number(struct set_build *b, const struct csv_row *row, size_t column, int min, int max,
                 int empty);

/* Sources: their keys stay in b->sources. */
void build_sources(struct set_build *b);
void build_settings(struct set_build *b);
void build_choices(struct set_build *b);
void build_gates(struct set_build *b);
void build_modules(struct set_build *b);
void build_sheets(struct set_build *b);
/* After the sheets, when choices and sheets were read. */
void build_drawings(struct set_build *b);
/* After all, when all were read: names in expressions must be facts or items, every module is named
 * by a sheet. */
void build_check_unused(struct set_build *b);
void build_check_names(struct set_build *b);

#endif
