/* SPDX-License-Identifier: ISC */
/* Which encoding a text is in, where nothing says it. */
#include "config.h"

#include "base/alloc.h"
#include "base/utf8.h"
#include "exchange/consist_headings.h"
#include "exchange/encoding.h"

#define SAMPLE ((size_t)64 << 10) /* bytes that are looked at */

/* --- UTF-16 without a mark --- */

/* Nine in ten units have the high byte of ASCII, Cyrillic or general punctuation, and some that of
 * ASCII: delimiters, digits, line ends. No other text has so many of these bytes. */
static bool
looks_utf16(const char *bytes, size_t len, bool big)
{
    size_t likely = 0, ascii = 0, units = (len < SAMPLE ? len : SAMPLE) / 2;

    for (size_t i = 0; i < units; i++) {
        char high = bytes[2 * i + (big ? 0 : 1)], low = bytes[2 * i + (big ? 1 : 0)];

        ascii += high == 0 && low != 0;
        likely += (high == 0 && low != 0) || high == 4 || high == 0x20 || high == 0x21;
    }
    return ascii > 0 && likely * 10 >= units * 9;
}

/* --- UTF-8 --- */

/*
 * A Russian 8-bit text hardly has a pair of bytes that is valid UTF-8; a damaged UTF-8 text has
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

/* --- 8-bit encodings --- */

/* How often a letter stands in Russian text, in thousandths; from а to я. */
static const unsigned char frequency[32] = {
    80, 16, 45, 17, 30, 85, 9, 16, 74, 12, 35, 44, 32, 67, 110, 28,
    47, 55, 63, 26, 3,  10, 5, 14, 7,  4,  1,  19, 17, 3,  6,   20,
};

static bool
is_small(uint32_t c)
{
    return c >= 0x430 && c <= 0x44F;
}

static bool
is_capital(uint32_t c)
{
    return c >= 0x410 && c <= 0x42F;
}

static bool
beside_letter(enum encoding encoding, const char *bytes, size_t len, size_t i)
{
    uint32_t before = i ? encoding_character(encoding, (unsigned char)bytes[i - 1]) : 0;
    uint32_t behind = i + 1 < len ? encoding_character(encoding, (unsigned char)bytes[i + 1]) : 0;

    return is_small(before) || is_capital(before) || is_small(behind) || is_capital(behind);
}

#define HEADING_WEIGHT 2000 /* of a heading that is known */

/*
 * Russian letters count by their frequency. A capital behind a small letter counts against: KOI8-R
 * and CP1251 have their capitals where the other has its small letters. So does what is no letter:
 * CP866 has its frames where the others have letters, and in a list no letter stands beside a
 * frame. Frames elsewhere, and a byte over and over, are the rules of a print-out and say nothing.
 */
static long
looks_russian(enum encoding encoding, const char *bytes, size_t len)
{
    long score = 0;
    bool small_before = false;

    for (size_t i = 0; i < len && i < SAMPLE; i++) {
        uint32_t c = encoding_character(encoding, (unsigned char)bytes[i]);
        bool small = is_small(c), capital = is_capital(c);

        if (i && c >= 0x80 && bytes[i] == bytes[i - 1])
            continue;
        if (small)
            score += frequency[c - 0x430];
        else if (capital)
            score += small_before ? -100 : frequency[c - 0x410];
        else if (c == 0)
            score -= 1000;
        else if (c >= 0x2500 && c < 0x25A0)
            score -= beside_letter(encoding, bytes, len, i) ? 60 : 0;
        else if (c >= 0x80 && c != 0x401 && c != 0x451 && c != 0x2116 && c != 0xA0)
            score -= 60;
        small_before = small || (small_before && capital);
    }
    return score;
}

/* How many of the headings on the first line are known. */
static long
known_headings(enum encoding encoding, const char *bytes, size_t len)
{
    long known = 0;
    struct buf cell = {0};

    for (size_t i = 0; i < len && i < SAMPLE; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        bool line_end = byte == '\n' || byte == '\r';
        struct heading heading;
        char text[4];

        if (!line_end && byte && !strchr(",;\t|\"", byte)) {
            buf_add(&cell, text, utf8_encode(encoding_character(encoding, byte), text));
            continue;
        }
        known += heading_find(buf_text(&cell), &heading);
        buf_clear(&cell);
        if (line_end && known)
            break;
    }
    buf_release(&cell);
    return known;
}

static struct encoding_guess
guess_8bit(const char *bytes, size_t len)
{
    static const enum encoding candidates[] = {ENCODING_CP1251, ENCODING_CP866, ENCODING_KOI8R};
    struct encoding_guess guess = {.encoding = ENCODING_CP1251, .other = ENCODING_CP866};
    long best = 0, second = 0;

    for (size_t i = 0; i < ARRAY_LEN(candidates); i++) {
        long score = looks_russian(candidates[i], bytes, len) +
                     HEADING_WEIGHT * known_headings(candidates[i], bytes, len);

        if (i == 0 || score > best) {
            if (i)
                guess.other = guess.encoding;
            second = best;
            best = score;
            guess.encoding = candidates[i];
        } else if (i == 1 || score > second) {
            second = score;
            guess.other = candidates[i];
        }
    }
    /* Nothing speaks for the best, or the next is nearly as good. */
    guess.doubtful = best <= 0 || second > best - best / 8;
    return guess;
}

struct encoding_guess
encoding_guess(const char *bytes, size_t len)
{
    bool cut = len < 2;

    if (!cut && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return (struct encoding_guess){.encoding = ENCODING_UTF16LE};
    if (!cut && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return (struct encoding_guess){.encoding = ENCODING_UTF16BE};
    if (!cut && looks_utf16(bytes, len, false))
        return (struct encoding_guess){.encoding = ENCODING_UTF16LE};
    if (!cut && looks_utf16(bytes, len, true))
        return (struct encoding_guess){.encoding = ENCODING_UTF16BE};
    if ((len >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) || utf8_valid(bytes, len, NULL) ||
        mostly_utf8(bytes, len))
        return (struct encoding_guess){.encoding = ENCODING_UTF8};
    return guess_8bit(bytes, len);
}
