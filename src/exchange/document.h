/* SPDX-License-Identifier: ISC */
/*
 * A printed document before it has a form: headings, facts, tables, places to sign. Written as
 * plain text of 80 columns for any printer, or as one self-contained HTML page. Texts are copied.
 */
#ifndef RC_EXCHANGE_DOCUMENT_H
#define RC_EXCHANGE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

#define DOCUMENT_COLUMNS 80
#define DOCUMENT_LINES 60 /* of a sheet: fits A4 and Letter at 10 characters an inch */
#define TABLE_COLUMNS_MAX 12

enum block_kind { BLOCK_HEADING, BLOCK_TEXT, BLOCK_FACT, BLOCK_TABLE, BLOCK_SIGN };

struct table_row {
    char *cell[TABLE_COLUMNS_MAX];
};

struct block {
    enum block_kind kind;
    char *text;  /* heading, text, name of a fact, who signs */
    char *value; /* of a fact */
    /* of a table */
    size_t columns;
    char *heading[TABLE_COLUMNS_MAX];
    int width[TABLE_COLUMNS_MAX]; /* cells; together with a blank between at most 80 */
    struct table_row *rows;
    size_t n_rows, cap_rows;
};

struct document {
    char *title;
    char *foot;  /* on every sheet, before its number */
    char *sheet; /* word for "sheet %d of %d" in the document's language */
    char *lang;  /* of the HTML page: "en" "ru" */
    struct block *blocks;
    size_t n, cap;
};

void document_begin(struct document *d, const char *title, const char *foot, const char *sheet,
                    const char *lang);
void document_release(struct document *d);
void document_heading(struct document *d, const char *text);
void document_text(struct document *d, const char *text);
/* A fact, its name at the left. */
void document_fact(struct document *d, const char *name, const char *value);
/* A table of n columns; rows follow by document_row. */
void document_table(struct document *d, size_t n, const char *const *headings, const int *widths);
/* Adds a row to the last table; NULL is an empty cell. */
void document_row(struct document *d, const char *const *cells);
/* A line to sign on, and under it who. */
void document_sign(struct document *d, const char *who);

/* Both add the whole document to out. Untrusted text is made visible (base/show.h). */
void document_as_text(const struct document *d, struct buf *out);
void document_as_html(const struct document *d, struct buf *out);

#endif
