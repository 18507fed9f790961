/* SPDX-License-Identifier: ISC */
/*
 * A growable byte string. data is always NUL-terminated once something was added (and "" before:
 * use buf_text), len does not count the NUL. `struct buf b = {0};` is a valid empty buffer;
 * buf_release frees what it holds and leaves it empty and usable.
 */
#ifndef RC_BASE_BUF_H
#define RC_BASE_BUF_H

#include <stdarg.h>
#include <stddef.h>

struct buf {
    char *data;
    size_t len;
    size_t cap;
};

void buf_release(struct buf *b);
/* Empties b, keeps its memory. */
void buf_clear(struct buf *b);
void buf_add(struct buf *b, const void *bytes, size_t len);
void buf_adds(struct buf *b, const char *s);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_addv(struct buf *b, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));
/* The text; never NULL; valid until the next change. */
const char *buf_text(const struct buf *b);
/* Hands the text over to the caller (free it); b is empty afterwards. Never NULL. */
char *buf_detach(struct buf *b);

/* Adds s as a JSON string with its quotes (NULL adds null). s is UTF-8. */
void buf_add_json(struct buf *b, const char *s);

#endif
