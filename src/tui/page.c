/* SPDX-License-Identifier: ISC */
/* Text to read, line by line. */
#include "config.h"

#include "tui/page.h"

#include "base/alloc.h"
#include "tui/widgets.h"
#include "tui/wrap.h"

static void
add_line(struct page *page, int indent, enum style style, char *text)
{
    ARRAY_GROW(page->lines, page->n, page->cap);
    page->lines[page->n++] = (struct page_line){.text = text, .style = style, .indent = indent};
}

void
page_add_hanging(struct page *page, int width, int first, int rest, enum style style,
                 const char *text)
{
    int indent = first;
    char *shown;

    if (!text || !*text)
        return;
    shown = wrap_shown(text);
    for (const char *left = shown; *left; indent = rest) {
        size_t next, len = wrap_line(left, width > indent ? (size_t)(width - indent) : 1, &next);

        add_line(page, indent, style, rc_memdup(left, len));
        left += next;
    }
    free(shown);
}

void
page_add(struct page *page, int width, int indent, enum style style, const char *text)
{
    page_add_hanging(page, width, indent, indent, style, text);
}

void
page_blank(struct page *page)
{
    add_line(page, 0, STYLE_NORMAL, rc_strdup(""));
}

void
page_add_picture(struct page *page, enum style style, const char *text, size_t len)
{
    add_line(page, PAGE_PICTURE, style, rc_memdup(text, len));
}

void
page_draw(const struct page *page, struct surface *to, int row, int rows, size_t top)
{
    size_t seen = rows > 0 ? (size_t)rows : 0;

    if (top + seen > page->n)
        top = page->n > seen ? page->n - seen : 0;
    for (int i = 0; i < rows && top + (size_t)i < page->n; i++) {
        const struct page_line *line = &page->lines[top + (size_t)i];

        if (line->indent == PAGE_PICTURE)
            surface_put(to, row + i, 0, to->cols, line->style, line->text);
        else
            surface_put(to, row + i, 1 + line->indent, to->cols - 2 - line->indent, line->style,
                        line->text);
    }
}

bool
page_act(const struct page *page, size_t *top, enum action action, int rows)
{
    size_t seen = rows > 1 ? (size_t)rows : 1, last = page->n > seen ? page->n - seen : 0;
    /* Reading moves the text, not a cursor: as a list of the places where the text may begin. */
    struct scroll scroll = {.at = *top, .top = *top, .n = last + 1};

    if (!scroll_act(&scroll, action, seen))
        return false;
    *top = scroll.at;
    return true;
}

void
page_release(struct page *page)
{
    for (size_t i = 0; i < page->n; i++)
        free(page->lines[i].text);
    free(page->lines);
    *page = (struct page){0};
}
