/* SPDX-License-Identifier: ISC */
/* A document as one HTML page: nothing is loaded from elsewhere, it prints on A4. */
#include "config.h"

#include <string.h>

#include "base/show.h"
#include "exchange/document.h"

static const char style[] =
    "body{font:11pt/1.35 'Liberation Sans',Arial,sans-serif;max-width:190mm;margin:8mm auto;"
    "color:#000;background:#fff}"
    "h1{font-size:15pt;margin:0 0 4mm}h2{font-size:12pt;margin:6mm 0 2mm;border-bottom:1px solid "
    "#000}"
    "table{border-collapse:collapse;width:100%;margin:1mm 0 3mm;font-size:9.5pt}"
    "th,td{border:1px solid #888;padding:1mm 1.5mm;text-align:left;vertical-align:top}"
    "th{background:#eee}thead{display:table-header-group}tr{break-inside:avoid}"
    "dl{display:grid;grid-template-columns:55mm 1fr;margin:0;gap:0 4mm}dt{color:#444}dd{margin:0}"
    ".sign{display:flex;gap:8mm;margin-top:12mm;break-inside:avoid}.sign span{border-top:1px solid "
    "#000;flex:1;padding-top:1mm;font-size:9pt}.sign span:last-child{flex:.5}"
    "footer{margin-top:8mm;font-size:9pt;border-top:1px solid #000;padding-top:1mm}"
    "@page{size:A4;margin:12mm}@media print{body{margin:0;max-width:none}}";

static void
add_text(struct buf *out, const char *text)
{
    struct buf shown = {0};

    show_all(&shown, text);
    for (const char *p = buf_text(&shown); *p; p++) {
        switch (*p) {
        case '&':
            buf_adds(out, "&amp;");
            break;
        case '<':
            buf_adds(out, "&lt;");
            break;
        case '>':
            buf_adds(out, "&gt;");
            break;
        case '"':
            buf_adds(out, "&quot;");
            break;
        default:
            buf_addc(out, *p);
        }
    }
    buf_release(&shown);
}

static void
add_element(struct buf *out, const char *name, const char *text)
{
    buf_addf(out, "<%s>", name);
    add_text(out, text);
    buf_addf(out, "</%s>", name);
}

static void
add_table(struct buf *out, const struct block *b)
{
    buf_adds(out, "<table><thead><tr>");
    for (size_t i = 0; i < b->columns; i++)
        add_element(out, "th", b->heading[i]);
    buf_adds(out, "</tr></thead><tbody>\n");
    for (size_t r = 0; r < b->n_rows; r++) {
        buf_adds(out, "<tr>");
        for (size_t i = 0; i < b->columns; i++)
            add_element(out, "td", b->rows[r].cell[i]);
        buf_adds(out, "</tr>\n");
    }
    buf_adds(out, "</tbody></table>\n");
}

static void
add_block(struct buf *out, const struct document *d, size_t i)
{
    const struct block *b = &d->blocks[i];

    switch (b->kind) {
    case BLOCK_HEADING:
        add_element(out, "h2", b->text);
        break;
    case BLOCK_TEXT:
        add_element(out, "p", b->text);
        break;
    case BLOCK_FACT: /* facts in a row are one list */
        if (!i || d->blocks[i - 1].kind != BLOCK_FACT)
            buf_adds(out, "<dl>");
        add_element(out, "dt", b->text);
        add_element(out, "dd", b->value);
        if (i + 1 == d->n || d->blocks[i + 1].kind != BLOCK_FACT)
            buf_adds(out, "</dl>");
        break;
    case BLOCK_TABLE:
        add_table(out, b);
        break;
    case BLOCK_SIGN:
        buf_adds(out, "<div class=\"sign\">");
        add_element(out, "span", b->text);
        buf_adds(out, "<span>&nbsp;</span><span>&nbsp;</span></div>");
        break;
    }
    buf_addc(out, '\n');
}

void
document_as_html(const struct document *d, struct buf *out)
{
    buf_addf(out, "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>",
             d->lang);
    add_text(out, d->title);
    buf_addf(out, "</title><style>%s</style></head><body>\n", style);
    add_element(out, "h1", d->title);
    buf_addc(out, '\n');
    for (size_t i = 0; i < d->n; i++)
        add_block(out, d, i);
    add_element(out, "footer", d->foot);
    buf_adds(out, "\n</body></html>\n");
}
