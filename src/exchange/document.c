/* SPDX-License-Identifier: ISC */
/* Collects the blocks of a document. */
#include "config.h"

#include "exchange/document.h"

#include <stdlib.h>

#include "base/alloc.h"

void
document_begin(struct document *d, const char *title, const char *foot, const char *sheet,
               const char *lang)
{
    *d = (struct document){
        .title = rc_strdup(title),
        .foot = rc_strdup(foot),
        .sheet = rc_strdup(sheet),
        .lang = rc_strdup(lang),
    };
}

static struct block *
add_block(struct document *d, enum block_kind kind, const char *text)
{
    struct block *b;

    ARRAY_GROW(d->blocks, d->n, d->cap);
    b = &d->blocks[d->n++];
    *b = (struct block){.kind = kind, .text = rc_strdup(text)};
    return b;
}

void
document_heading(struct document *d, const char *text)
{
    add_block(d, BLOCK_HEADING, text);
}

void
document_text(struct document *d, const char *text)
{
    add_block(d, BLOCK_TEXT, text);
}

void
document_fact(struct document *d, const char *name, const char *value)
{
    add_block(d, BLOCK_FACT, name)->value = rc_strdup(value ? value : "");
}

void
document_sign(struct document *d, const char *who)
{
    add_block(d, BLOCK_SIGN, who);
}

void
document_table(struct document *d, size_t n, const char *const *headings, const int *widths)
{
    struct block *b = add_block(d, BLOCK_TABLE, "");

    b->columns = n < TABLE_COLUMNS_MAX ? n : TABLE_COLUMNS_MAX;
    for (size_t i = 0; i < b->columns; i++) {
        b->heading[i] = rc_strdup(headings[i]);
        b->width[i] = widths[i];
    }
}

void
document_row(struct document *d, const char *const *cells)
{
    struct block *b = &d->blocks[d->n - 1];
    struct table_row *row;

    ARRAY_GROW(b->rows, b->n_rows, b->cap_rows);
    row = &b->rows[b->n_rows++];
    *row = (struct table_row){0};
    for (size_t i = 0; i < b->columns; i++)
        row->cell[i] = rc_strdup(cells[i] ? cells[i] : "");
}

void
document_release(struct document *d)
{
    for (size_t i = 0; i < d->n; i++) {
        struct block *b = &d->blocks[i];

        for (size_t c = 0; c < b->columns; c++)
            free(b->heading[c]);
        for (size_t r = 0; r < b->n_rows; r++) {
            for (size_t c = 0; c < b->columns; c++)
                free(b->rows[r].cell[c]);
        }
        free(b->rows);
        free(b->text);
        free(b->value);
    }
    free(d->blocks);
    free(d->title);
    free(d->foot);
    free(d->sheet);
    free(d->lang);
    *d = (struct document){0};
}
