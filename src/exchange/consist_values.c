/* SPDX-License-Identifier: ISC */
/* The values that stand in the fields of a list of wagons. */
#include "config.h"

#include "base/alloc.h"
#include "base/number.h"
#include "exchange/consist_list.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define NARROW_SPACE "\xE2\x80\xAF"
#define FRACTION_MAX 6 /* digits */
#define WHOLE_MAX 9

/* Bytes of the blank that s begins with; 0 for none. */
static size_t
blank_at(const char *s)
{
    if (*s && strchr(" \t\r\n", *s))
        return 1;
    if (strncmp(s, NO_BREAK_SPACE, 2) == 0)
        return 2;
    return strncmp(s, NARROW_SPACE, 3) == 0 ? 3 : 0;
}

/* A copy of the len bytes at s without the blanks around them. */
static char *
trimmed(const char *s, size_t len)
{
    const char *end = s + len, *last = s;
    for (size_t n; s < end && (n = blank_at(s)) != 0;)
        s += n;
    if (s > end)
        s = end;
    last = s;
    for (const char *p = s; p < end;) {
        size_t n = blank_at(p);
        p += n ? n : 1;
        if (!n)
            last = p;
    }
    return rc_memdup(s, (size_t)(last - s));
}

char *
list_trimmed(const char *s)
{
    return trimmed(s, strlen(s));
}

bool
list_integer(const char *s, int64_t min, int64_t max, int64_t none, int64_t *out)
{
    *out = none;
    return !*s || (number_integer(s, out) && *out >= min && *out <= max);
}

/* Copies the digits and the one point or comma of s, blanks left out; false on anything else. */
static bool
plain_number(const char *s, char *out, size_t size)
{
    size_t len = 0;
    while (*s) {
        size_t n = blank_at(s);
        if (n == 0) {
            if (!strchr("0123456789.,", *s) || len + 1 == size)
                return false;
            out[len++] = *s;
        }
        s += n ? n : 1;
    }
    out[len] = '\0';
    return true;
}

bool
list_mass(const char *s, enum list_unit unit, int64_t *out)
{
    *out = -1;
    if (!*s)
        return true;
    char text[WHOLE_MAX + FRACTION_MAX + 2];
    if (!plain_number(s, text, sizeof text))
        return false;
    size_t whole = strspn(text, "0123456789");
    const char *fraction = text[whole] ? text + whole + 1 : "";
    size_t digits = strspn(fraction, "0123456789");
    if (whole == 0 || whole > WHOLE_MAX || fraction[digits] || digits > FRACTION_MAX ||
        (text[whole] && digits == 0) || (unit == LIST_UNIT_KG && digits > 2))
        return false;

    int64_t grams = 0;
    int places = unit == LIST_UNIT_TONNE ? 6 : 3;
    for (size_t i = 0; i < whole; i++)
        grams = grams * 10 + (text[i] - '0');
    for (int i = 0; i < places; i++)
        grams = grams * 10 + ((size_t)i < digits ? fraction[i] - '0' : 0);
    *out = (grams + 500) / 1000;
    return true;
}

static void
add_text(const char *s, size_t len, char ***texts, size_t *n, size_t *cap)
{
    char *text = trimmed(s, len);
    if (!*text) {
        free(text);
        return;
    }
    ARRAY_GROW(*texts, *n, *cap);
    (*texts)[(*n)++] = text;
}

void
list_split(const char *s, char ***texts, size_t *n, size_t *cap)
{
    bool blanks = !strpbrk(s, ";,\r\n");
    const char *from = s;
    while (*s) {
        size_t end = blanks ? blank_at(s) : strchr(";,\r\n", *s) != NULL;
        if (end) {
            add_text(from, (size_t)(s - from), texts, n, cap);
            from = s + end;
        }
        s += end ? end : 1;
    }
    add_text(from, (size_t)(s - from), texts, n, cap);
}

const char *
list_direction(const char *s)
{
    static const struct {
        const char *key, *direction;
    } words[] = {
        {"in", "in"},           {"arrival", "in"},   {"arriving", "in"}, {"inbound", "in"},
        {"import", "in"},       {"entry", "in"},     {"прибытие", "in"}, {"приб", "in"},
        {"навъезд", "in"},      {"въезд", "in"},     {"ввоз", "in"},     {"импорт", "in"},
        {"вход", "in"},         {"прием", "in"},     {"out", "out"},     {"departure", "out"},
        {"departing", "out"},   {"outbound", "out"}, {"export", "out"},  {"exit", "out"},
        {"отправление", "out"}, {"отпр", "out"},     {"навыезд", "out"}, {"выезд", "out"},
        {"вывоз", "out"},       {"экспорт", "out"},  {"выход", "out"},   {"сдача", "out"},
    };
    if (!*s)
        return "";
    char key[HEADING_KEY];
    heading_key(s, key);
    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        if (strcmp(words[i].key, key) == 0)
            return words[i].direction;
    return NULL;
}

const char *
list_kind(const struct kind_names *kinds, const char *s)
{
    if (!*s)
        return "";
    char key[HEADING_KEY], written[HEADING_KEY];
    heading_key(s, key);
    for (size_t i = 0; kinds && i < kinds->n; i++) {
        heading_key(kinds->names[i].written, written);
        if (*key && strcmp(written, key) == 0)
            return kinds->names[i].kind;
    }
    return NULL;
}
