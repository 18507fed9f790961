/* SPDX-License-Identifier: ISC */
/* Seal numbers: folding, comparing, naming what came out. */
#include "config.h"

#include "core/seal.h"

#include <stdint.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"

static const struct {
    uint32_t cyrillic;
    char latin;
} lookalikes[] = {
    {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x401, 'E'}, {0x41a, 'K'},
    {0x41c, 'M'}, {0x41d, 'H'}, {0x41e, 'O'}, {0x420, 'P'}, {0x421, 'C'},
    {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, /* Kazakh and Kyrgyz: */
    {0x406, 'I'}, {0x4ba, 'H'}, {0x4ae, 'Y'},
};

/* Upper case without blanks and hyphens; latin also takes look-alikes as Latin letters. */
static bool
normalise(const char *s, bool latin, char out[SEAL_NO_SIZE])
{
    size_t len = strlen(s), n = 0, characters = 0;
    bool visible = false;

    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t used = utf8_decode(s + i, len - i, &c);

        if (!used)
            return false;
        i += used;
        if (c == ' ' || c == 0xa0 || c == '-' || (c >= 0x2010 && c <= 0x2014))
            continue;
        if (utf8_hostile(c) || ++characters > SEAL_NO_MAX)
            return false;
        visible = visible || utf8_width(c) > 0;
        c = utf8_upper(c);
        for (size_t l = 0; latin && l < ARRAY_LEN(lookalikes); l++) {
            if (lookalikes[l].cyrillic == c)
                c = (uint32_t)lookalikes[l].latin;
        }
        n += utf8_encode(c, out + n);
    }
    out[n] = '\0';
    return visible;
}

bool
seal_fold(const char *s, char out[SEAL_NO_SIZE])
{
    return normalise(s, true, out);
}

static bool
empty(const char *s)
{
    return !s || !*s;
}

enum seal_match
seal_compare(const char *expected, const char *read)
{
    char a[SEAL_NO_SIZE], b[SEAL_NO_SIZE];

    if (empty(read))
        return SEAL_OPEN;
    if (empty(expected))
        return SEAL_EXTRA;
    if (!normalise(expected, false, a) || !normalise(read, false, b))
        return SEAL_MISMATCHED;
    if (strcmp(a, b) == 0)
        return SEAL_MATCHED;
    if (seal_fold(expected, a) && seal_fold(read, b) && strcmp(a, b) == 0)
        return SEAL_LOOKALIKE;
    return SEAL_MISMATCHED;
}

bool
seal_usual(const char *s)
{
    char text[SEAL_NO_SIZE];
    size_t i = 0, letters = 0, digits = 0, len;

    if (!normalise(s, false, text))
        return false;
    len = strlen(text);
    while (i < len) {
        uint32_t c;
        size_t used = utf8_decode(text + i, len - i, &c);
        bool letter = (c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x42f) || c == 0x401;

        if (!letter)
            break;
        letters++;
        i += used;
    }
    for (; text[i] >= '0' && text[i] <= '9'; i++)
        digits++;
    return !text[i] && letters <= 4 && digits >= 5 && digits <= 9;
}

static const char *const names[] = {
    [SEAL_OPEN] = "open",           [SEAL_MATCHED] = "matched",
    [SEAL_LOOKALIKE] = "lookalike", [SEAL_MISMATCHED] = "mismatched",
    [SEAL_MISSING] = "missing",     [SEAL_EXTRA] = "extra",
    [SEAL_NO_ACCESS] = "no_access",
};

const char *
seal_match_name(enum seal_match match)
{
    return names[match];
}

bool
seal_match_parse(const char *name, enum seal_match *out)
{
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        if (strcmp(names[i], name) == 0) {
            *out = (enum seal_match)i;
            return true;
        }
    }
    return false;
}

char
seal_place_side(const char *place)
{
    return place[0] == 'D' && (place[1] == 'L' || place[1] == 'R') ? place[1] : '\0';
}
