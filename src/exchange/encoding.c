/* SPDX-License-Identifier: ISC */
/* UTF-8 or CP1251: what is valid UTF-8 is taken as that, everything else as CP1251. */
#include "config.h"

#include "exchange/encoding.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* CP1251, 0x80 to 0xbf; 0: not assigned. From 0xc0 on it is А to я in order. */
static const uint16_t upper[64] = {
    0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x0409,
    0x2039, 0x040a, 0x040c, 0x040b, 0x040f, 0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f, 0x00a0,
    0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7, 0x0401, 0x00a9, 0x0404, 0x00ab,
    0x00ac, 0x00ad, 0x00ae, 0x0407, 0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6,
    0x00b7, 0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457,
};

static unsigned
line_of(const char *text, size_t at)
{
    unsigned line = 1;

    for (size_t i = 0; i < at; i++)
        line += text[i] == '\n';
    return line;
}

static bool
from_cp1251(const char *text, size_t len, const char *file, struct buf *out, struct rc_error *err)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        uint32_t c = byte < 0x80   ? byte
                     : byte < 0xc0 ? upper[byte - 0x80]
                                   : 0x410u + (byte - 0xc0u);
        char encoded[4];

        if (!c) {
            char what[8];

            snprintf(what, sizeof what, "%02X", byte);
            rc_fail(err, RC_E_ENCODING, what, NULL);
            return rc_error_at(err, file, line_of(text, i), 0);
        }
        buf_add(out, encoded, utf8_encode(c, encoded));
    }
    return true;
}

bool
encoding_to_utf8(const char *text, size_t len, const char *file, struct buf *out, const char **name,
                 struct rc_error *err)
{
    const char *nul;

    if (len >= 2 && (memcmp(text, "\xff\xfe", 2) == 0 || memcmp(text, "\xfe\xff", 2) == 0)) {
        rc_fail(err, RC_E_UTF16, NULL, NULL);
        return rc_error_at(err, file, 1, 0);
    }
    nul = len ? memchr(text, '\0', len) : NULL;
    if (nul) {
        rc_fail(err, RC_E_NUL, NULL, NULL);
        return rc_error_at(err, file, line_of(text, (size_t)(nul - text)), 0);
    }
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0) {
        text += 3;
        len -= 3;
    }
    if (utf8_valid(text, len, NULL)) {
        *name = "UTF-8";
        buf_add(out, text, len);
        return true;
    }
    *name = "CP1251";
    return from_cp1251(text, len, file, out, err);
}
