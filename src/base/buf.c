/* SPDX-License-Identifier: ISC */
/* A growable byte string. */
#include "config.h"

#include "base/buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"

#ifndef BUF_FIRST
#define BUF_FIRST 64 /* a tiny value in tests hits the growth at every step */
#endif

void
buf_release(struct buf *b)
{
    free(b->data);
    *b = (struct buf){0};
}

void
buf_clear(struct buf *b)
{
    b->len = 0;
    if (b->data)
        b->data[0] = '\0';
}

static void
reserve(struct buf *b, size_t more)
{
    size_t need, cap = b->cap ? b->cap : BUF_FIRST;

    if (__builtin_add_overflow(b->len, more, &need) || __builtin_add_overflow(need, 1, &need))
        cap = (size_t)-1; /* rc_realloc ends the program */
    while (cap < need && cap < (size_t)-1 / 2)
        cap *= 2;
    if (cap < need)
        cap = need;
    if (cap > b->cap || !b->data) {
        b->data = rc_realloc(b->data, cap, 1);
        b->cap = cap;
    }
}

void
buf_add(struct buf *b, const void *bytes, size_t len)
{
    reserve(b, len);
    if (len)
        memcpy(b->data + b->len, bytes, len);
    b->len += len;
    b->data[b->len] = '\0';
}

void
buf_adds(struct buf *b, const char *s)
{
    if (s)
        buf_add(b, s, strlen(s));
}

void
buf_addc(struct buf *b, char c)
{
    buf_add(b, &c, 1);
}

void
buf_addv(struct buf *b, const char *format, va_list args)
{
    va_list again;
    int n;

    va_copy(again, args);
    n = vsnprintf(NULL, 0, format, args);
    if (n > 0) {
        reserve(b, (size_t)n);
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
}

void
buf_addf(struct buf *b, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    buf_addv(b, format, args);
    va_end(args);
}

const char *
buf_text(const struct buf *b)
{
    return b->data ? b->data : "";
}

char *
buf_detach(struct buf *b)
{
    char *text = b->data ? b->data : rc_memdup("", 0);

    *b = (struct buf){0};
    return text;
}

void
buf_add_json(struct buf *b, const char *s)
{
    if (!s) {
        buf_adds(b, "null");
        return;
    }
    buf_addc(b, '"');
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;

        if (c == '"' || c == '\\') {
            buf_addc(b, '\\');
            buf_addc(b, *s);
        } else if (c < 0x20) {
            buf_addf(b, "\\u%04x", c);
        } else {
            buf_addc(b, *s);
        }
    }
    buf_addc(b, '"');
}
