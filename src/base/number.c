/* SPDX-License-Identifier: ISC */
/* Numbers in text, whatever the locale. */
#include "config.h"

#include "base/number.h"

#include <string.h>

#define DIGITS_MAX 15 /* every such decimal is told apart by a double */

bool
number_integer(const char *s, int64_t *out)
{
    bool negative = *s == '-';
    int64_t v = 0;

    if (negative)
        s++;
    if (!*s)
        return false;
    for (; *s; s++) {
        if (*s < '0' || *s > '9' || __builtin_mul_overflow(v, 10, &v) ||
            __builtin_sub_overflow(v, *s - '0', &v))
            return false;
    }
    /* Collected as a negative number, so that INT64_MIN fits. */
    if (!negative && __builtin_sub_overflow((int64_t)0, v, &v))
        return false;
    *out = v;
    return true;
}

bool
number_canonical(const char *s, char *out, size_t size)
{
    size_t len = strlen(s), n = 0, digits = 0;
    bool point = false;

    while (len && s[len - 1] == ' ')
        len--;
    while (len && *s == ' ')
        s++, len--;
    if (size < len + 3)
        return false;
    if (len && (*s == '-' || *s == '+')) {
        if (*s == '-')
            out[n++] = '-';
        s++, len--;
    }
    while (len > 1 && *s == '0' && s[1] >= '0' && s[1] <= '9')
        s++, len--;
    if (len && (*s == ',' || *s == '.'))
        out[n++] = '0';
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '.' || s[i] == ',') {
            if (point)
                return false;
            point = true;
            out[n++] = '.';
        } else if (s[i] >= '0' && s[i] <= '9') {
            out[n++] = s[i];
            digits++;
        } else {
            return false;
        }
    }
    if (n && out[n - 1] == '.')
        n--;
    out[n] = '\0';
    /* A zero before the point is no digit to tell apart, written or not: ".5" is "0.5". */
    return digits > 0 && digits <= DIGITS_MAX + (size_t)(*s == '0');
}

bool
number_decimal(const char *s, double *out)
{
    char text[64];
    const char *p = text;
    int64_t units = 0, scale = 1;
    bool negative, point = false;

    if (!number_canonical(s, text, sizeof text))
        return false;
    negative = *p == '-';
    if (negative)
        p++;
    for (; *p; p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        units = units * 10 + (*p - '0');
        if (point)
            scale *= 10;
    }
    *out = (double)units / (double)scale;
    if (negative)
        *out = -*out;
    return true;
}
