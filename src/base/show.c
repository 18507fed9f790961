/* SPDX-License-Identifier: ISC */
/* Untrusted text made visible. */
#include "config.h"

#include "base/show.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

#define MARKS_MAX 4 /* combining marks on one character; terminals drop more without a word */

/* One visible piece of the source: its text and the cells that it takes. */
struct piece {
    char text[16];
    size_t len, width, used; /* used: bytes of the source */
};

/* marks: how many stand on the character before; MARKS_MAX when there is none to carry one. */
static struct piece
next_piece(const char *s, size_t len, unsigned *marks)
{
    struct piece p = {0};
    uint32_t c;

    p.used = utf8_decode(s, len, &c);
    if (!p.used) {
        p.used = 1;
        p.width = p.len = (size_t)snprintf(p.text, sizeof p.text, "<%02X>", (unsigned)c & 0xff);
        *marks = MARKS_MAX;
        return p;
    }
    if (!utf8_hostile(c)) {
        p.width = (size_t)utf8_width(c);
        *marks = p.width ? 0 : *marks + 1;
        if (*marks <= MARKS_MAX) {
            p.len = utf8_encode(c, p.text);
            return p;
        }
    } else {
        *marks = MARKS_MAX;
    }
    p.width = p.len = (size_t)snprintf(p.text, sizeof p.text, "<U+%04X>", (unsigned)c);
    return p;
}

size_t
show(struct buf *out, const char *s, size_t len, size_t columns)
{
    /* Where to cut when it does not fit: before the piece that reaches the last cell. */
    size_t used = 0, cut_len = out->len, cut_used = 0;
    /* A mark in front would change what is on the screen before this text. */
    unsigned marks = MARKS_MAX;

    for (size_t i = 0; i < len;) {
        struct piece p = next_piece(s + i, len - i, &marks);

        if (p.width > columns - used) {
            out->len = cut_len;
            if (out->data)
                out->data[out->len] = '\0';
            if (!columns)
                return 0;
            buf_adds(out, "\xe2\x80\xa6");
            return cut_used + 1;
        }
        buf_add(out, p.text, p.len);
        used += p.width;
        i += p.used;
        if (used < columns) {
            cut_len = out->len;
            cut_used = used;
        }
    }
    return used;
}

void
show_all(struct buf *out, const char *s)
{
    if (s)
        show(out, s, strlen(s), SIZE_MAX);
}
