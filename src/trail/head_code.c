/* SPDX-License-Identifier: ISC */
/* Head codes for paper and radio. */
#include "config.h"

#include "trail/head_code.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS 16 /* of 5 bits: 80 bits */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* Times x in the field of 32 elements (x^5 = x^2 + 1). */
static int
times_x(int value)
{
    value <<= 1;
    return value & 32 ? value ^ 37 : value;
}

/* A weighted sum in the field of 32 elements, the weights x, x^2 ... x^16 all different and none 0
 * or 1: every single misread character and every swap of two is caught. (Modulo a number below 32,
 * two of the 32 characters would count alike.) */
static char
check_character(const int digit[DIGITS])
{
    int sum = 0;

    for (int i = 0; i < DIGITS; i++)
        sum = times_x(sum ^ digit[i]);
    return alphabet[sum];
}

static void
digits_of(const unsigned char hash[32], int digit[DIGITS])
{
    for (int i = 0; i < DIGITS; i++) {
        int value = 0;

        for (int bit = 0; bit < 5; bit++) {
            int at = i * 5 + bit;

            value = value << 1 | (hash[at / 8] >> (7 - at % 8) & 1);
        }
        digit[i] = value;
    }
}

void
head_code(const unsigned char hash[32], char out[HEAD_CODE])
{
    int digit[DIGITS];
    char *p = out;

    digits_of(hash, digit);
    for (int i = 0; i < DIGITS; i++) {
        if (i && i % 4 == 0)
            *p++ = '-';
        *p++ = alphabet[digit[i]];
    }
    *p++ = '-';
    *p++ = check_character(digit);
    *p = '\0';
}

/* The value of a character as people write it; -1 for one that no code has. */
static int
value_of(char c)
{
    const char *at;

    if (c >= 'a' && c <= 'z')
        c = (char)(c - 'a' + 'A');
    if (c == 'I' || c == 'L')
        c = '1';
    else if (c == 'O')
        c = '0';
    at = c ? strchr(alphabet, c) : NULL;
    return at ? (int)(at - alphabet) : -1;
}

bool
head_code_matches(const char *text, const unsigned char hash[32], bool *same, struct rc_error *err)
{
    int digit[DIGITS + 1], own[DIGITS], n = 0;

    for (const char *p = text; *p; p++) {
        if (*p == '-' || *p == ' ')
            continue;
        if (n > DIGITS || (digit[n++] = value_of(*p)) < 0)
            return rc_fail(err, RC_E_HEAD_CODE, text, NULL);
    }
    if (n != DIGITS + 1 || alphabet[digit[DIGITS]] != check_character(digit))
        return rc_fail(err, RC_E_HEAD_CODE, text, NULL);
    digits_of(hash, own);
    *same = memcmp(digit, own, sizeof own) == 0;
    return true;
}

void
head_code_of_key(const char *hex, char out[HEAD_CODE])
{
    unsigned char bytes[32] = {0};

    for (size_t i = 0; i < 32 && hex[2 * i] && hex[2 * i + 1]; i++) {
        char two[3] = {hex[2 * i], hex[2 * i + 1], '\0'};

        bytes[i] = (unsigned char)strtoul(two, NULL, 16);
    }
    head_code(bytes, out);
}
