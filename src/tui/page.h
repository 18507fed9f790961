/* SPDX-License-Identifier: ISC */
/* Text to read, longer than the screen: lines already wrapped, of which a part is seen. */
#ifndef RC_TUI_PAGE_H
#define RC_TUI_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "tui/actions.h"
#include "tui/surface.h"

struct page_line {
    char *text;
    enum style style;
    int indent; /* from column 1 of the surface; PAGE_PICTURE: a row of a picture */
};

#define PAGE_PICTURE (-1)

struct page {
    struct page_line *lines;
    size_t n, cap;
};

/* Adds text wrapped to width cells, each line moved right by indent. Nothing for NULL and "". */
void page_add(struct page *page, int width, int indent, enum style style, const char *text);
/* The same with the first line moved right by first, the others by rest. */
void page_add_hanging(struct page *page, int width, int first, int rest, enum style style,
                      const char *text);
void page_blank(struct page *page);
/* Adds one row of a picture, len bytes of text: it is not wrapped and begins at the edge of the
 * surface; what does not fit in is cut. */
void page_add_picture(struct page *page, enum style style, const char *text, size_t len);
/* Draws lines top … of the page at row in at most rows rows, the whole width of the surface. */
void page_draw(const struct page *page, struct surface *to, int row, int rows, size_t top);
/* Movement in a page of which rows rows are seen, from *top; false when action is none. */
bool page_act(const struct page *page, size_t *top, enum action action, int rows);
void page_release(struct page *page);

#endif
