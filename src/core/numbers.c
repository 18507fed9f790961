/* SPDX-License-Identifier: ISC */
/* Numbers of the 1520 mm network: shapes and check digits. */
#include "config.h"

#include "core/numbers.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "core/seal.h"

static struct number
bad_shape(void)
{
    return (struct number){.verdict = NUMBER_BAD_SHAPE, .expected = -1, .found = -1};
}

static bool
is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Upper case, look-alike letters as Latin, blanks and hyphens dropped; "" when it does not fit. */
static void
plain(const char *s, char out[NUMBER_TEXT])
{
    char fold[SEAL_NO_SIZE];

    out[0] = '\0';
    if (s && seal_fold(s, fold) && strlen(fold) < NUMBER_TEXT)
        memcpy(out, fold, strlen(fold) + 1);
}

static bool
all_digits(const char *s, size_t min, size_t max)
{
    size_t n = strspn(s, "0123456789");

    return !s[n] && n >= min && n <= max;
}

static struct number
checked(const char *text, int expected)
{
    struct number n = {.expected = expected};

    snprintf(n.text, sizeof n.text, "%s", text);
    n.found = text[strlen(text) - 1] - '0';
    n.verdict = n.found == expected ? NUMBER_OK : NUMBER_BAD_CHECK;
    return n;
}

static struct number
unchecked(const char *text)
{
    struct number n = {.verdict = NUMBER_UNCHECKED, .expected = -1, .found = -1};

    snprintf(n.text, sizeof n.text, "%s", text);
    return n;
}

/* Luhn: from the right 2, 1, 2, ...; the digits of the products are added; complement to ten. */
static int
luhn(const char *digits, size_t n)
{
    int sum = 0;

    for (size_t i = 0; i < n; i++) {
        int product = (digits[i] - '0') * ((n - i) % 2 ? 2 : 1);

        sum += product / 10 + product % 10;
    }
    return (10 - sum % 10) % 10;
}

/* A mark of North American railways: letters, then a number, no check digit. */
static bool
is_mark(const char *text)
{
    size_t letters = 0;

    while (is_letter(text[letters]))
        letters++;
    return letters >= 2 && letters <= 4 && all_digits(text + letters, 1, 6);
}

struct number
wagon_number(const char *s)
{
    char text[NUMBER_TEXT];
    size_t len;

    plain(s, text);
    len = strlen(text);
    if (all_digits(text, 8, 8) || all_digits(text, 12, 12))
        return checked(text, luhn(text, len - 1));
    return is_mark(text) ? unchecked(text) : bad_shape();
}

/* ISO 6346: A = 10, B = 12 ... Z = 38 without the multiples of 11; weights 1, 2, 4, ...; mod 11. */
static int
container_check(const char *text)
{
    int sum = 0;

    for (int i = 0; i < 10; i++) {
        int value = text[i] - '0';

        if (is_letter(text[i])) {
            value = text[i] - 'A' + 10;
            value += (value - 1) / 10; /* 11, 22, 33 are left out */
        }
        sum += value << i;
    }
    return sum % 11 % 10;
}

struct number
container_number(const char *s)
{
    char text[NUMBER_TEXT];

    plain(s, text);
    if (strlen(text) == 11 && is_letter(text[0]) && is_letter(text[1]) && is_letter(text[2]) &&
        strchr("UJZ", text[3]) && all_digits(text + 4, 7, 7))
        return checked(text, container_check(text));
    return is_mark(text) ? unchecked(text) : bad_shape();
}

/* Mod 11 with weights 1..5; when that gives 10, with 3..7; when again 10, 0. */
static int
mod11(const char *digits)
{
    int sum = 0;

    for (int i = 0; i < 5; i++)
        sum += (digits[i] - '0') * (i + 1);
    if (sum % 11 < 10)
        return sum % 11;
    sum = 0;
    for (int i = 0; i < 5; i++)
        sum += (digits[i] - '0') * (i + 3);
    return sum % 11 < 10 ? sum % 11 : 0;
}

static struct number
code_mod11(const char *s)
{
    char text[NUMBER_TEXT];

    plain(s, text);
    if (all_digits(text, 6, 6))
        return checked(text, mod11(text));
    return all_digits(text, 4, 5) ? unchecked(text) : bad_shape();
}

struct number
station_code(const char *s)
{
    return code_mod11(s);
}

struct number
cargo_code(const char *s)
{
    return code_mod11(s);
}

static struct number
digits_only(const char *s, size_t n)
{
    char text[NUMBER_TEXT];

    plain(s, text);
    return all_digits(text, n, n) ? unchecked(text) : bad_shape();
}

struct number
gng_code(const char *s)
{
    return digits_only(s, 8);
}

struct number
un_number(const char *s)
{
    return digits_only(s, 4);
}

struct number
hazard_number(const char *s)
{
    char text[NUMBER_TEXT];
    const char *digits;

    plain(s, text);
    digits = text[0] == 'X' ? text + 1 : text;
    if (!all_digits(digits, 2, 3) || digits[0] < '2')
        return bad_shape();
    return unchecked(text);
}

struct number
train_index(const char *s)
{
    size_t group[3] = {0}, at = 0;
    const char *from[3] = {s, s, s};
    struct number n;

    if (!s)
        return bad_shape();
    while (*s == ' ')
        s++;
    for (int i = 0; i < 3; i++) {
        from[i] = s + at;
        while (is_digit(s[at]))
            at++, group[i]++;
        if (i < 2) {
            if (s[at] != ' ' && s[at] != '-')
                return bad_shape();
            while (s[at] == ' ' || s[at] == '-')
                at++;
        }
    }
    while (s[at] == ' ')
        at++;
    if (s[at] || group[0] < 4 || group[0] > 6 || group[1] < 1 || group[1] > 3 || group[2] < 4 ||
        group[2] > 6)
        return bad_shape();
    n = unchecked("");
    snprintf(n.text, sizeof n.text, "%.*s-%.*s%.*s-%.*s", (int)group[0], from[0],
             (int)(3 - group[1]), "00", (int)group[1], from[1], (int)group[2], from[2]);
    return n;
}

/* One digit other, or two neighbours swapped. */
static bool
is_near(const char *a, const char *b)
{
    size_t len = strlen(a), first = 0;

    if (strlen(b) != len)
        return false;
    while (first < len && a[first] == b[first])
        first++;
    if (first == len)
        return false; /* the same number */
    if (strcmp(a + first + 1, b + first + 1) == 0)
        return true;
    return first + 1 < len && a[first] == b[first + 1] && a[first + 1] == b[first] &&
           strcmp(a + first + 2, b + first + 2) == 0;
}

size_t
number_near(const char *typed, const char *const *list, size_t n, size_t *near, size_t max)
{
    char wanted[NUMBER_TEXT], listed[NUMBER_TEXT];
    size_t found = 0;

    plain(typed, wanted);
    for (size_t i = 0; i < n && found < max; i++) {
        plain(list[i], listed);
        if (is_near(wanted, listed))
            near[found++] = i;
    }
    return found;
}
