/* SPDX-License-Identifier: ISC */
/* Finds out how a text is encoded and makes it UTF-8. */
#include "config.h"

#include "exchange/encoding.h"

#include <stdio.h>

#include "base/utf8.h"

/* CP1251 from 0x80 to 0xBF; 0: no such character. From 0xC0 on it is U+0410 and onwards. */
static const uint16_t cp1251[64] = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457,
};

static unsigned
line_at(const char *bytes, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at; i++)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n'))
            line++;
    return line;
}

static bool
fail_at(struct rc_error *err, enum rc_code code, const char *file, const char *bytes, size_t at)
{
    char offset[24];
    snprintf(offset, sizeof offset, "%zu", at + 1);
    rc_fail(err, code, offset, NULL);
    return rc_error_at(err, file, line_at(bytes, at), 0);
}

/* With a mark, or, since a list begins with a printable heading, a NUL among the first two bytes.
 */
static bool
is_utf16(const char *bytes, size_t len)
{
    if (len < 2)
        return false;
    return memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0 ||
           (bytes[0] == '\0') != (bytes[1] == '\0');
}

/*
 * A Russian CP1251 text hardly has a pair of bytes that is valid UTF-8; a damaged UTF-8 text has
 * many. Taking the second for the first would turn every word into nonsense.
 */
static bool
mostly_utf8(const char *bytes, size_t len)
{
    size_t valid = 0, broken = 0, n = 0;
    uint32_t c = 0;
    for (size_t i = 0; i < len; i += n ? n : 1) {
        n = utf8_decode(bytes + i, len - i, &c);
        valid += n > 1;
        broken += n == 0;
    }
    return valid > broken;
}

static bool
from_cp1251(const char *bytes, size_t len, const char *file, struct buf *out, struct rc_error *err)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        uint32_t c = byte;
        if (byte >= 0xC0)
            c = 0x0410 + (uint32_t)(byte - 0xC0);
        else if (byte >= 0x80)
            c = cp1251[byte - 0x80];
        if (byte && !c)
            return fail_at(err, RC_E_ENCODING, file, bytes, i);
        char text[4];
        buf_add(out, text, utf8_encode(c, text));
    }
    return true;
}

bool
encoding_to_utf8(const char *bytes, size_t len, const char *file, struct buf *out,
                 const char **name, struct rc_error *err)
{
    *name = "UTF-8";
    if (len == 0)
        return true;
    if (is_utf16(bytes, len)) {
        rc_fail(err, RC_E_UTF16, NULL, NULL);
        return rc_error_at(err, file, 1, 0);
    }
    const char *nul = memchr(bytes, '\0', len);
    if (nul)
        return fail_at(err, RC_E_NUL, file, bytes, (size_t)(nul - bytes));
    size_t mark = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    size_t at = 0;
    if (utf8_valid(bytes, len, &at)) {
        buf_add(out, bytes + mark, len - mark);
        return true;
    }
    if (mark || mostly_utf8(bytes, len))
        return fail_at(err, RC_E_UTF8, file, bytes, at);
    *name = "CP1251";
    return from_cp1251(bytes, len, file, out, err);
}

uint32_t
text_hostile(const char *s)
{
    size_t left = strlen(s);
    while (left) {
        uint32_t c = 0;
        size_t n = utf8_decode(s, left, &c);
        if (n == 0 || (utf8_hostile(c) && c != '\t' && c != '\n' && c != '\r'))
            return c;
        s += n;
        left -= n;
    }
    return 0;
}
