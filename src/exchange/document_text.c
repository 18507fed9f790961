/* SPDX-License-Identifier: ISC */
/* A document as plain text: 80 columns, sheets of 60 lines with a form feed between, numbered. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/show.h"
#include "base/utf8.h"
#include "exchange/document.h"

#define FACT_NAME 28 /* columns of the name of a fact */

/* The lines of the document before they are put on sheets. */
struct lines {
    struct text_line {
        char *text;
        bool goes_on; /* belongs to the row above: not on another sheet */
    } * line;
    size_t n, cap;
};

static void
add_line(struct lines *l, struct buf *text, bool goes_on)
{
    while (text->len && text->data[text->len - 1] == ' ')
        text->data[--text->len] = '\0';
    ARRAY_GROW(l->line, l->n, l->cap);
    l->line[l->n++] = (struct text_line){buf_detach(text), goes_on};
}

static void
blank(struct lines *l)
{
    struct buf empty = {0};

    if (l->n && *l->line[l->n - 1].text)
        add_line(l, &empty, false);
}

/* Bytes of text that go on a line of this width: up to a blank when there is one. */
static size_t
line_length(const char *text, size_t width)
{
    size_t fit = utf8_fit(text, width), cut = fit;
    const char *end = strchr(text, '\n');

    if (end && (size_t)(end - text) <= fit)
        return (size_t)(end - text);
    if (!text[fit])
        return fit;
    while (cut && text[cut] != ' ')
        cut--;
    return cut ? cut : fit ? fit : 1;
}

static const char *
after_line(const char *text, size_t len)
{
    text += len;
    while (*text == ' ' || *text == '\n')
        text++;
    return text;
}

/* Adds len bytes of text and blanks up to width cells. */
static void
add_padded(struct buf *out, const char *text, size_t len, size_t width)
{
    char *part = rc_memdup(text, len);
    size_t columns = utf8_columns(part);

    buf_adds(out, part);
    for (; columns < width; columns++)
        buf_addc(out, ' ');
    free(part);
}

static void
paragraph(struct lines *l, const char *text, size_t indent)
{
    struct buf shown = {0}, line = {0};
    const char *p;

    show_all(&shown, text);
    for (p = buf_text(&shown); *p;) {
        size_t len = line_length(p, DOCUMENT_COLUMNS - indent);

        add_padded(&line, "", 0, indent);
        buf_add(&line, p, len);
        add_line(l, &line, false);
        p = after_line(p, len);
    }
    buf_release(&shown);
    buf_release(&line);
}

static void
heading(struct lines *l, const char *text)
{
    struct buf rule = {0};
    size_t columns = utf8_columns(text);

    blank(l);
    paragraph(l, text, 0);
    for (size_t i = 0; i < columns && i < DOCUMENT_COLUMNS; i++)
        buf_addc(&rule, '-');
    add_line(l, &rule, true);
}

/* A row of cells, each wrapped in its column. */
static void
cells(struct lines *l, const struct block *b, char *const *cell)
{
    struct buf shown[TABLE_COLUMNS_MAX] = {{0}}, line = {0};
    const char *rest[TABLE_COLUMNS_MAX];
    bool more = true, first = true;

    for (size_t i = 0; i < b->columns; i++) {
        show_all(&shown[i], cell[i]);
        rest[i] = buf_text(&shown[i]);
    }
    while (more) {
        more = false;
        for (size_t i = 0; i < b->columns; i++) {
            size_t width = (size_t)b->width[i];
            size_t len = line_length(rest[i], width);

            if (!*rest[i])
                len = 0;
            add_padded(&line, rest[i], len, width + (i + 1 < b->columns));
            rest[i] = after_line(rest[i], len);
            more = more || *rest[i];
        }
        add_line(l, &line, !first);
        first = false;
    }
    for (size_t i = 0; i < b->columns; i++)
        buf_release(&shown[i]);
    buf_release(&line);
}

static void
table(struct lines *l, const struct block *b)
{
    struct buf rule = {0};

    cells(l, b, b->heading);
    for (size_t i = 0; i < b->columns; i++) {
        for (int c = 0; c < b->width[i]; c++)
            buf_addc(&rule, '-');
        buf_addc(&rule, ' ');
    }
    add_line(l, &rule, true);
    for (size_t r = 0; r < b->n_rows; r++)
        cells(l, b, b->rows[r].cell);
    blank(l);
}

static void
fact(struct lines *l, const struct block *b)
{
    struct block pair = {.kind = BLOCK_TABLE, .columns = 2, .width = {FACT_NAME, 51}};
    char *pair_cells[TABLE_COLUMNS_MAX] = {b->text, b->value};

    cells(l, &pair, pair_cells);
}

static void
sign(struct lines *l, const char *who)
{
    struct buf line = {0};

    blank(l);
    buf_adds(&line,
             "________________________    ________________________________    _____________");
    add_line(l, &line, false);
    paragraph(l, who, 0);
}

static void
put_sheet_end(const struct document *d, struct buf *out, size_t sheet, size_t sheets)
{
    struct buf left = {0};
    char number[80];
    size_t used;

    snprintf(number, sizeof number, "%s %zu/%zu", d->sheet, sheet, sheets);
    show_all(&left, d->foot);
    used = utf8_columns(buf_text(&left)) + utf8_columns(number);
    buf_addc(out, '\n');
    buf_adds(out, buf_text(&left));
    for (; used < DOCUMENT_COLUMNS; used++)
        buf_addc(out, ' ');
    buf_adds(out, number);
    buf_addc(out, '\n');
    buf_release(&left);
}

/* Where the sheet that begins at line `from` ends: no row is torn, unless it fills a sheet. */
static size_t
sheet_end(const struct lines *l, size_t from)
{
    const size_t page = DOCUMENT_LINES - 2;
    size_t end = from + page;

    if (end >= l->n)
        return l->n;
    while (end > from + 1 && l->line[end].goes_on)
        end--;
    return end > from + 1 ? end : from + page;
}

void
document_as_text(const struct document *d, struct buf *out)
{
    struct lines l = {0};
    size_t sheets = 0;

    paragraph(&l, d->title, 0);
    blank(&l);
    for (size_t i = 0; i < d->n; i++) {
        const struct block *b = &d->blocks[i];

        switch (b->kind) {
        case BLOCK_HEADING:
            heading(&l, b->text);
            break;
        case BLOCK_TEXT:
            paragraph(&l, b->text, 0);
            break;
        case BLOCK_FACT:
            fact(&l, b);
            break;
        case BLOCK_TABLE:
            table(&l, b);
            break;
        case BLOCK_SIGN:
            sign(&l, b->text);
            break;
        }
    }
    for (size_t at = 0; at < l.n; at = sheet_end(&l, at))
        sheets++;
    for (size_t at = 0, sheet = 1; at < l.n; sheet++) {
        size_t end = sheet_end(&l, at);

        for (; at < end; at++) {
            buf_adds(out, l.line[at].text);
            buf_addc(out, '\n');
            free(l.line[at].text);
        }
        put_sheet_end(d, out, sheet, sheets);
        if (at < l.n)
            buf_addc(out, '\f');
    }
    free(l.line);
}
