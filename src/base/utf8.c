/* SPDX-License-Identifier: ISC */
/* Strict UTF-8; widths, folding and categories from utf8proc's tables. */
#include "config.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

size_t
utf8_decode(const char *s, size_t len, uint32_t *c)
{
    const unsigned char *p = (const unsigned char *)s;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t n;
    uint32_t v;

    *c = p[0];
    if (p[0] < 0x80)
        return 1;
    if (p[0] >= 0xc2 && p[0] <= 0xdf)
        n = 2, v = p[0] & 0x1f;
    else if (p[0] >= 0xe0 && p[0] <= 0xef)
        n = 3, v = p[0] & 0x0f;
    else if (p[0] >= 0xf0 && p[0] <= 0xf4)
        n = 4, v = p[0] & 0x07;
    else
        return 0;
    if (n > len)
        return 0;
    for (size_t i = 1; i < n; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        v = v << 6 | (p[i] & 0x3f);
    }
    if (v < least[n] || v > 0x10ffff || (v >= 0xd800 && v <= 0xdfff))
        return 0;
    *c = v;
    return n;
}

size_t
utf8_encode(uint32_t c, char out[4])
{
    if (c < 0x80) {
        out[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        out[0] = (char)(0xc0 | c >> 6);
        out[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        out[0] = (char)(0xe0 | c >> 12);
        out[1] = (char)(0x80 | (c >> 6 & 0x3f));
        out[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | c >> 18);
    out[1] = (char)(0x80 | (c >> 12 & 0x3f));
    out[2] = (char)(0x80 | (c >> 6 & 0x3f));
    out[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

bool
utf8_valid(const char *s, size_t len, size_t *at)
{
    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t n = utf8_decode(s + i, len - i, &c);

        if (!n) {
            if (at)
                *at = i;
            return false;
        }
        i += n;
    }
    return true;
}

int
utf8_width(uint32_t c)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)c);

    return width < 0 ? 0 : width;
}

size_t
utf8_columns(const char *s)
{
    size_t len = strlen(s), columns = 0;

    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t n = utf8_decode(s + i, len - i, &c);

        if (!n) {
            n = 1;
            columns++;
        } else {
            columns += (size_t)utf8_width(c);
        }
        i += n;
    }
    return columns;
}

size_t
utf8_fit(const char *s, size_t columns)
{
    size_t len = strlen(s), used = 0, i = 0;

    while (i < len) {
        uint32_t c;
        size_t n = utf8_decode(s + i, len - i, &c);
        size_t width = n ? (size_t)utf8_width(c) : 1;

        if (used + width > columns)
            break;
        used += width;
        i += n ? n : 1;
    }
    return i;
}

uint32_t
utf8_fold(uint32_t c)
{
    c = (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
    return c == 0x451 ? 0x435 : c; /* ё as е */
}

uint32_t
utf8_upper(uint32_t c)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)c);
}

bool
utf8_hostile(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_CC: /* C0, DEL, C1 */
    case UTF8PROC_CATEGORY_CF: /* bidi controls, zero-width, soft hyphen, tags */
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN: /* unassigned and non-characters */
    case UTF8PROC_CATEGORY_CO: /* private use: nobody knows what it looks like */
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        break;
    }
    /* Look like nothing though they are letters or marks: fillers and variation selectors. */
    return utf8proc_get_property((utf8proc_int32_t)c)->ignorable;
}
