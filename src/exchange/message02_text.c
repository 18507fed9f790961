/* SPDX-License-Identifier: ISC */
/* Message 02: from bytes to characters, and where in them a message begins. */
#include "config.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "exchange/encoding.h"
#include "exchange/message02_parts.h"

/* CP866 from 0xB0 to 0xDF (lines of frames) and from 0xF0 on; the rest is the Russian alphabet. */
static const uint16_t frames866[48] = {
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
};
static const uint16_t last866[16] = {
    0x0401, 0x0451, 0x0404, 0x0454, 0x0407, 0x0457, 0x040E, 0x045E,
    0x00B0, 0x2219, 0x00B7, 0x221A, 0x2116, 0x00A4, 0x25A0, 0x00A0,
};

static uint32_t
from_cp866(unsigned char byte)
{
    if (byte < 0x80)
        return byte;
    if (byte < 0xB0)
        return 0x0410 + (uint32_t)(byte - 0x80);
    if (byte < 0xE0)
        return frames866[byte - 0xB0];
    if (byte < 0xF0)
        return 0x0440 + (uint32_t)(byte - 0xE0);
    return last866[byte - 0xF0];
}

/*
 * Russian words are mostly at 0x80 to 0xAF in CP866, at 0xC0 to 0xFF in CP1251; damaged UTF-8 has
 * as many bytes of the first range as of the second. Lines of frames are left out of the count.
 */
static bool
looks_cp866(const char *bytes, size_t len)
{
    size_t low = 0, high = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        low += byte >= 0x80 && byte < 0xB0;
        high += byte >= 0xC0 && byte < 0xE0 && byte != 0xC4 && byte != 0xCD;
    }
    return low > 2 * high;
}

/* A page feed or the end mark of an old file is no part of the text. */
static void
blank_printer_marks(struct buf *text, size_t from)
{
    for (size_t i = from; i < text->len; i++)
        if (strchr("\f\v\b\x1A", text->data[i]) && text->data[i])
            text->data[i] = ' ';
}

bool
message_decode(const char *text, size_t len, const char *file, struct buf *out, const char **name,
               struct rc_error *err)
{
    size_t from = out->len;
    if (!utf8_valid(text, len, NULL) && !memchr(text, '\0', len) && looks_cp866(text, len)) {
        *name = "CP866";
        for (size_t i = 0; i < len; i++) {
            char bytes[4];
            buf_add(out, bytes, utf8_encode(from_cp866((unsigned char)text[i]), bytes));
        }
    } else if (!encoding_to_utf8(text, len, file, out, name, err)) {
        return false;
    }
    blank_printer_marks(out, from);
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
