/* SPDX-License-Identifier: ISC */
/* Message 02: from bytes to characters, and where in them a message begins. */
#include "config.h"

#include <stdio.h>

#include "base/alloc.h"
#include "exchange/message02_parts.h"

/* A page feed or the end mark of an old file is no part of the text. */
static void
blank_printer_marks(struct buf *text)
{
    for (size_t i = 0; i < text->len; i++)
        if (strchr("\f\v\b\x1A", text->data[i]) && text->data[i])
            text->data[i] = ' ';
}

bool
message_decode(struct list *l, const char *text, size_t len, const char *chosen, struct buf *out)
{
    if (!list_decode(l, text, len, chosen, out))
        return false;
    blank_printer_marks(out);
    return true;
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static size_t
skip_blanks(const char *s, size_t len, size_t at)
{
    while (at < len && (s[at] == ' ' || s[at] == '\t'))
        at++;
    return at;
}

static size_t
skip_digits(const char *s, size_t len, size_t at)
{
    while (at < len && is_digit(s[at]))
        at++;
    return at;
}

static bool
is_list(const char *s, size_t n)
{
    return (n == 2 && memcmp(s, "02", 2) == 0) || (n == 3 && memcmp(s, "902", 3) == 0);
}

/* "(:02", blanks allowed: at is the bracket. */
static bool
wire_start(const char *s, size_t len, size_t at, struct message_start *out)
{
    at = skip_blanks(s, len, at + 1);
    if (at >= len || s[at] != ':')
        return false;
    at = skip_blanks(s, len, at + 1);
    size_t n = skip_digits(s, len, at) - at;
    if (n == 0 || n > 4)
        return false;
    *out = (struct message_start){.at = at, .wire = true};
    if (!is_list(s + at, n))
        snprintf(out->other, sizeof out->other, "%.*s", (int)n, s + at);
    return true;
}

/* A line "902 ..." of a print-out; at is its first character. Tables and prose do not go on with
 * ten fields that begin with a digit. */
static bool
line_start(const char *s, size_t len, size_t at, struct message_start *out)
{
    size_t fields = 0, from = at = skip_blanks(s, len, at);
    if (len - at < 3 || memcmp(s + at, "902", 3) != 0)
        return false;
    while (at < len && is_digit(s[at])) {
        fields++;
        while (at < len && !strchr(" \t\r\n;,", s[at]))
            at++;
        if (fields == 1 && at - from != 3)
            return false;
        at = skip_blanks(s, len, at);
        /* The letters behind a train number. */
        if (fields == 3)
            while (at < len && !is_digit(s[at]) && !strchr("\r\n;,", s[at]))
                at++;
    }
    if (fields < 9)
        return false;
    *out = (struct message_start){.at = from};
    return true;
}

bool
message_find(const char *text, size_t len, size_t from, struct message_start *out)
{
    for (size_t i = from; i < len; i++) {
        if (text[i] == '(' && wire_start(text, len, i, out))
            return true;
        if ((i == 0 || text[i - 1] == '\n' || text[i - 1] == '\r') && line_start(text, len, i, out))
            return true;
    }
    return false;
}

void
part_cut(struct part *p, const char *s, size_t len, unsigned line)
{
    *p = (struct part){.line = line};
    while (len && strchr(" \t\r\n", *s)) {
        p->line += *s == '\n' || (*s == '\r' && s[1] != '\n');
        s++;
        len--;
    }
    while (len && strchr(" \t\r\n", s[len - 1]))
        len--;
    p->raw = rc_memdup(s, len);
    for (char *c = p->raw; *c; c++)
        if (strchr("\t\r\n", *c))
            *c = ' ';
    p->copy = rc_strdup(p->raw);
    for (char *c = p->copy; *c && p->n < MESSAGE_FIELDS_MAX;) {
        p->field[p->n++] = c;
        c += strcspn(c, " ");
        if (*c)
            *c++ = '\0';
        c += strspn(c, " ");
    }
}

void
part_release(struct part *p)
{
    free(p->raw);
    free(p->copy);
    *p = (struct part){0};
}

bool
all_digits(const char *s, size_t min, size_t max)
{
    size_t n = strspn(s, "0123456789");
    return !s[n] && n >= min && n <= max;
}
