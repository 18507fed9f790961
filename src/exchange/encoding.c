/* SPDX-License-Identifier: ISC */
/* The encodings that lists come in, and making UTF-8 of them. The tables are our own: which of them
 * iconv knows depends on what else is installed on the computer. */
#include "config.h"

#include "exchange/encoding.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/utf8.h"

/* Bytes from 0x80 on; 0: no such character. */
static const uint16_t cp1251[128] = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039,
    0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0,      0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408,
    0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407,
    0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB,
    0x0458, 0x0405, 0x0455, 0x0457, 0x0410, 0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417,
    0x0418, 0x0419, 0x041A, 0x041B, 0x041C, 0x041D, 0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423,
    0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042A, 0x042B, 0x042C, 0x042D, 0x042E, 0x042F,
    0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437, 0x0438, 0x0439, 0x043A, 0x043B,
    0x043C, 0x043D, 0x043E, 0x043F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444, 0x0445, 0x0446, 0x0447,
    0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F,
};
static const uint16_t cp866[128] = {
    0x0410, 0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041A, 0x041B,
    0x041C, 0x041D, 0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427,
    0x0428, 0x0429, 0x042A, 0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0431, 0x0432, 0x0433,
    0x0434, 0x0435, 0x0436, 0x0437, 0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F,
    0x2591, 0x2592, 0x2593, 0x2502, 0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557,
    0x255D, 0x255C, 0x255B, 0x2510, 0x2514, 0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F,
    0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550, 0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559,
    0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C, 0x2588, 0x2584, 0x258C, 0x2590, 0x2580,
    0x0440, 0x0441, 0x0442, 0x0443, 0x0444, 0x0445, 0x0446, 0x0447, 0x0448, 0x0449, 0x044A, 0x044B,
    0x044C, 0x044D, 0x044E, 0x044F, 0x0401, 0x0451, 0x0404, 0x0454, 0x0407, 0x0457, 0x040E, 0x045E,
    0x00B0, 0x2219, 0x00B7, 0x221A, 0x2116, 0x00A4, 0x25A0, 0x00A0,
};
static const uint16_t koi8r[128] = {
    0x2500, 0x2502, 0x250C, 0x2510, 0x2514, 0x2518, 0x251C, 0x2524, 0x252C, 0x2534, 0x253C, 0x2580,
    0x2584, 0x2588, 0x258C, 0x2590, 0x2591, 0x2592, 0x2593, 0x2320, 0x25A0, 0x2219, 0x221A, 0x2248,
    0x2264, 0x2265, 0x00A0, 0x2321, 0x00B0, 0x00B2, 0x00B7, 0x00F7, 0x2550, 0x2551, 0x2552, 0x0451,
    0x2553, 0x2554, 0x2555, 0x2556, 0x2557, 0x2558, 0x2559, 0x255A, 0x255B, 0x255C, 0x255D, 0x255E,
    0x255F, 0x2560, 0x2561, 0x0401, 0x2562, 0x2563, 0x2564, 0x2565, 0x2566, 0x2567, 0x2568, 0x2569,
    0x256A, 0x256B, 0x256C, 0x00A9, 0x044E, 0x0430, 0x0431, 0x0446, 0x0434, 0x0435, 0x0444, 0x0433,
    0x0445, 0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x044F, 0x0440, 0x0441,
    0x0442, 0x0443, 0x0436, 0x0432, 0x044C, 0x044B, 0x0437, 0x0448, 0x044D, 0x0449, 0x0447, 0x044A,
    0x042E, 0x0410, 0x0411, 0x0426, 0x0414, 0x0415, 0x0424, 0x0413, 0x0425, 0x0418, 0x0419, 0x041A,
    0x041B, 0x041C, 0x041D, 0x041E, 0x041F, 0x042F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0416, 0x0412,
    0x042C, 0x042B, 0x0417, 0x0428, 0x042D, 0x0429, 0x0427, 0x042A,
};

static const struct {
    const char *name;
    const char *others; /* other names, folded as encoding_parse does */
    const uint16_t *table;
} encodings[ENCODINGS] = {
    [ENCODING_UTF8] = {"UTF-8", "utf8", NULL},
    [ENCODING_UTF16LE] = {"UTF-16LE", "utf16le utf16", NULL},
    [ENCODING_UTF16BE] = {"UTF-16BE", "utf16be", NULL},
    [ENCODING_CP1251] = {"CP1251", "cp1251 windows1251 win1251 1251", cp1251},
    [ENCODING_CP866] = {"CP866", "cp866 ibm866 dos866 866", cp866},
    [ENCODING_KOI8R] = {"KOI8-R", "koi8r koi8", koi8r},
};

const char *
encoding_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

bool
encoding_parse(const char *name, enum encoding *out)
{
    char key[24];
    size_t n = 0;

    for (; *name; name++) {
        char c = *name;

        if (c == '-' || c == '_' || c == ' ')
            continue;
        if (n + 1 == sizeof key)
            return false;
        key[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    key[n] = '\0';
    for (size_t i = 0; n && i < ENCODINGS; i++) {
        for (const char *at = encodings[i].others; *at; at += *at == ' ') {
            size_t len = strcspn(at, " ");

            if (len == n && memcmp(at, key, n) == 0) {
                *out = (enum encoding)i;
                return true;
            }
            at += len;
        }
    }
    return false;
}

uint32_t
encoding_character(enum encoding encoding, unsigned char byte)
{
    const uint16_t *table = encodings[encoding].table;

    return byte < 0x80 || !table ? byte : table[byte - 0x80];
}

/* --- places of errors --- */

static unsigned
line_at(const char *bytes, size_t len, size_t at)
{
    unsigned line = 1;

    for (size_t i = 0; i < at; i++)
        if (bytes[i] == '\n' || (bytes[i] == '\r' && (i + 1 == len || bytes[i + 1] != '\n')))
            line++;
    return line;
}

static bool
fail_at(struct rc_error *err, enum rc_code code, const char *what, const char *file, unsigned line,
        size_t at)
{
    char offset[24];

    snprintf(offset, sizeof offset, "%zu", at + 1);
    rc_fail(err, code, offset, what);
    return rc_error_at(err, file, line, 0);
}

/* --- conversion --- */

static bool
from_utf8(const char *bytes, size_t len, const char *file, struct buf *out, struct rc_error *err)
{
    size_t mark = len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0, at = 0;

    if (!utf8_valid(bytes, len, &at))
        return fail_at(err, RC_E_UTF8, NULL, file, line_at(bytes, len, at), at);
    if (len > mark)
        buf_add(out, bytes + mark, len - mark);
    return true;
}

static bool
from_table(enum encoding encoding, const char *bytes, size_t len, const char *file, struct buf *out,
           struct rc_error *err)
{
    for (size_t i = 0; i < len; i++) {
        uint32_t c = encoding_character(encoding, (unsigned char)bytes[i]);
        char text[4];

        if (bytes[i] && !c)
            return fail_at(err, RC_E_ENCODING, encoding_name(encoding), file,
                           line_at(bytes, len, i), i);
        buf_add(out, text, utf8_encode(c, text));
    }
    return true;
}

static uint32_t
unit_at(const char *bytes, size_t at, bool big)
{
    const unsigned char *p = (const unsigned char *)bytes + at;

    return big ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

/* Lines are counted in what was converted so far. */
static bool
from_utf16(bool big, const char *bytes, size_t len, const char *file, struct buf *out,
           struct rc_error *err)
{
    const char *name = encoding_name(big ? ENCODING_UTF16BE : ENCODING_UTF16LE);
    size_t from = out->len, i = len >= 2 && unit_at(bytes, 0, big) == 0xFEFF ? 2 : 0;

    while (i < len) {
        uint32_t c = i + 2 <= len ? unit_at(bytes, i, big) : 0xDC00;
        size_t used = 2;

        if (c >= 0xD800 && c < 0xDC00 && i + 4 <= len) {
            uint32_t low = unit_at(bytes, i + 2, big);

            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                used = 4;
            }
        }
        /* Half a pair, or half a character at the end. */
        if (c >= 0xD800 && c < 0xE000)
            return fail_at(err, RC_E_ENCODING, name, file,
                           line_at(buf_text(out) + from, out->len - from, out->len - from), i);
        char text[4];
        buf_add(out, text, utf8_encode(c, text));
        i += used;
    }
    return true;
}

/* A NUL of the text itself; in UTF-16 every second byte may be one. */
static bool
no_nul(const struct buf *out, size_t from, const char *file, struct rc_error *err)
{
    const char *text = buf_text(out) + from, *nul = memchr(text, '\0', out->len - from);

    if (!nul)
        return true;
    size_t at = (size_t)(nul - text);
    return fail_at(err, RC_E_NUL, NULL, file, line_at(text, out->len - from, at), at);
}

bool
encoding_decode(enum encoding encoding, const char *bytes, size_t len, const char *file,
                struct buf *out, struct rc_error *err)
{
    size_t from = out->len;
    bool done;

    if (len == 0)
        return true;
    if (encoding == ENCODING_UTF8)
        done = from_utf8(bytes, len, file, out, err);
    else if (encoding == ENCODING_UTF16LE || encoding == ENCODING_UTF16BE)
        done = from_utf16(encoding == ENCODING_UTF16BE, bytes, len, file, out, err);
    else
        done = from_table(encoding, bytes, len, file, out, err);
    return done && no_nul(out, from, file, err);
}

bool
encoding_to_utf8(const char *bytes, size_t len, const char *file, struct buf *out,
                 const char **name, struct rc_error *err)
{
    struct encoding_guess guess = encoding_guess(bytes, len);

    *name = encoding_name(guess.encoding);
    return encoding_decode(guess.encoding, bytes, len, file, out, err);
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
