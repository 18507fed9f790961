/* SPDX-License-Identifier: ISC */
/* Escape sequences of keys (ECMA-48 CSI and SS3). */
#include "config.h"

#include "tui/key_sequence.h"

#include "base/alloc.h"

bool
key_sequence_add(struct key_sequence *s, uint32_t ch)
{
    /* The Linux console sends F1 to F5 as [[A to [[E. */
    bool console = s->n == 1 && s->bytes[0] == '[' && ch == '[';
    bool final = s->n > 0 && !console && (s->bytes[0] == 'O' || (ch >= 0x40 && ch <= 0x7e));

    if (s->n < KEY_SEQUENCE_MAX)
        s->bytes[s->n++] = (unsigned char)(ch < 0x80 ? ch : '?');
    return !final && s->n < KEY_SEQUENCE_MAX;
}

static bool
named(struct key *key, enum key_code code)
{
    *key = (struct key){.code = code};
    return code != RK_NONE;
}

/* Final letter of CSI and SS3 alike. */
static enum key_code
letter_key(unsigned char letter)
{
    static const struct {
        char letter;
        enum key_code code;
    } keys[] = {
        {'A', RK_UP},  {'B', RK_DOWN}, {'C', RK_RIGHT},   {'D', RK_LEFT},
        {'F', RK_END}, {'H', RK_HOME}, {'P', RK_F1},      {'Q', RK_F2},
        {'R', RK_F3},  {'S', RK_F4},   {'Z', RK_BACKTAB},
    };

    for (size_t i = 0; i < ARRAY_LEN(keys); i++) {
        if (letter == (unsigned char)keys[i].letter)
            return keys[i].code;
    }
    return RK_NONE;
}

/* CSI number ~ */
static enum key_code
number_key(unsigned number)
{
    static const enum key_code keys[] = {
        [1] = RK_HOME, [3] = RK_DELETE, [4] = RK_END, [5] = RK_PAGE_UP, [6] = RK_PAGE_DOWN,
        [7] = RK_HOME, [8] = RK_END,    [11] = RK_F1, [12] = RK_F2,     [13] = RK_F3,
        [14] = RK_F4,  [15] = RK_F5,    [17] = RK_F6, [18] = RK_F7,     [19] = RK_F8,
        [20] = RK_F9,  [21] = RK_F10,
    };

    return number < ARRAY_LEN(keys) ? keys[number] : RK_NONE;
}

bool
key_sequence_key(const struct key_sequence *s, struct key *key)
{
    unsigned char final;
    unsigned number = 0;

    if (s->n < 2)
        return false;
    final = s->bytes[s->n - 1];
    if (s->bytes[0] == 'O') {
        /* The number pad in application mode. */
        if (final >= 'l' && final <= 'y') {
            *key = (struct key){.code = RK_CHAR, .ch = (uint32_t) final - 'l' + ','};
            return true;
        }
        return named(key, final == 'M' ? RK_ENTER : letter_key(final));
    }
    if (s->n == 3 && s->bytes[1] == '[' && final >= 'A' && final <= 'E')
        return named(key, (enum key_code)(RK_F1 + (final - 'A')));
    if (final != '~')
        return named(key, letter_key(final));
    for (unsigned i = 1; i < s->n && s->bytes[i] >= '0' && s->bytes[i] <= '9' && number < 1000; i++)
        number = number * 10 + (s->bytes[i] - (unsigned)'0');
    return named(key, number_key(number));
}
