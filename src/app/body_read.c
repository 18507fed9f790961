/* SPDX-License-Identifier: ISC */
/* As much of JSON as finding one text takes. */
#include "config.h"

#include "app/body_read.h"

#include <stdint.h>
#include <string.h>

static const char *
skip_blanks(const char *p)
{
    return p + strspn(p, " \t\r\n");
}

/* Four hex digits at p; -1 when they are none. */
static int32_t
hex4(const char *p)
{
    int32_t value = 0;

    for (int i = 0; i < 4; i++) {
        const char *at = p[i] ? strchr("0123456789abcdef0123456789ABCDEF", p[i]) : NULL;

        if (!at)
            return -1;
        value = value * 16 + (int32_t)((at - "0123456789abcdef0123456789ABCDEF") % 16);
    }
    return value;
}

static bool
add_code(struct buf *out, uint32_t c)
{
    char bytes[4];
    size_t n = 0;

    if (c == 0 || (c >= 0xd800 && c < 0xe000))
        return false;
    if (c < 0x80) {
        bytes[n++] = (char)c;
    } else if (c < 0x800) {
        bytes[n++] = (char)(0xc0 | c >> 6);
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        bytes[n++] = (char)(0xe0 | c >> 12);
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    } else {
        bytes[n++] = (char)(0xf0 | c >> 18);
        bytes[n++] = (char)(0x80 | (c >> 12 & 0x3f));
        bytes[n++] = (char)(0x80 | (c >> 6 & 0x3f));
        bytes[n++] = (char)(0x80 | (c & 0x3f));
    }
    buf_add(out, bytes, n);
    return true;
}

/* \uXXXX, or two of them that make one character; p is behind the u. NULL when it is neither. */
static const char *
take_code(const char *p, struct buf *out)
{
    int32_t high = hex4(p), low;
    uint32_t c = (uint32_t)high;

    if (high < 0)
        return NULL;
    p += 4;
    if (high >= 0xd800 && high < 0xdc00) {
        if (p[0] != '\\' || p[1] != 'u' || (low = hex4(p + 2)) < 0xdc00 || low > 0xdfff)
            return NULL;
        c = 0x10000 + (((uint32_t)high - 0xd800) << 10) + ((uint32_t)low - 0xdc00);
        p += 6;
    }
    return add_code(out, c) ? p : NULL;
}

/* The string that begins at p; returns what follows its closing quote, NULL when it is none. */
static const char *
take_string(const char *p, struct buf *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";

    buf_clear(out);
    if (*p++ != '"')
        return NULL;
    while (*p && *p != '"') {
        const char *at;

        if (*p != '\\') {
            buf_addc(out, *p++);
            continue;
        }
        p++;
        if (*p == 'u') {
            p = take_code(p + 1, out);
            if (!p)
                return NULL;
            continue;
        }
        at = *p ? strchr(letters, *p) : NULL;
        if (!at)
            return NULL;
        buf_addc(out, meant[at - letters]);
        p++;
    }
    return *p == '"' ? p + 1 : NULL;
}

/* Over any value, to the comma or brace behind it. NULL when the body ends first. */
static const char *
skip_value(const char *p, struct buf *scratch)
{
    int depth = 0;

    for (; *p; p++) {
        if (*p == '"') {
            p = take_string(p, scratch);
            if (!p)
                return NULL;
            p--;
        } else if (*p == '{' || *p == '[') {
            depth++;
        } else if (depth && (*p == '}' || *p == ']')) {
            depth--;
        } else if (!depth && (*p == ',' || *p == '}')) {
            return p;
        }
    }
    return NULL;
}

bool
body_member(const char *body, const char *name, struct buf *out)
{
    struct buf scratch = {0};
    const char *p = skip_blanks(body);
    bool found = false;

    if (*p == '{')
        p = skip_blanks(p + 1);
    while (p && *p == '"') {
        bool this_one;

        p = take_string(p, &scratch);
        this_one = p && strcmp(buf_text(&scratch), name) == 0;
        p = p ? skip_blanks(p) : NULL;
        if (!p || *p != ':')
            break;
        p = skip_blanks(p + 1);
        if (this_one) {
            found = take_string(p, out) != NULL;
            break;
        }
        p = skip_value(p, &scratch);
        p = p && *p == ',' ? skip_blanks(p + 1) : NULL;
    }
    buf_release(&scratch);
    return found;
}
