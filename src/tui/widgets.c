/* SPDX-License-Identifier: ISC */
/* The scrolling cursor of lists. */
#include "config.h"

#include "tui/widgets.h"

void
scroll_fit(struct scroll *s, size_t n, size_t page)
{
    if (page < 1)
        page = 1;
    s->n = n;
    if (s->at >= n)
        s->at = n ? n - 1 : 0;
    if (s->top > s->at)
        s->top = s->at;
    if (s->at - s->top >= page)
        s->top = s->at - page + 1;
    if (s->top + page > n)
        s->top = n > page ? n - page : 0;
}

bool
scroll_act(struct scroll *s, enum action action, size_t page)
{
    size_t last = s->n ? s->n - 1 : 0;

    if (page < 1)
        page = 1;
    switch (action) {
    case ACT_UP:
        s->at -= s->at > 0;
        break;
    case ACT_DOWN:
        s->at += s->at < last;
        break;
    case ACT_PAGE_UP:
        s->at = s->at > page ? s->at - page : 0;
        break;
    case ACT_PAGE_DOWN:
        s->at = last - s->at > page ? s->at + page : last;
        break;
    case ACT_FIRST:
        s->at = 0;
        break;
    case ACT_LAST:
        s->at = last;
        break;
    default:
        return false;
    }
    scroll_fit(s, s->n, page);
    return true;
}
