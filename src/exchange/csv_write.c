/* SPDX-License-Identifier: ISC */
/* CSV as our exports write it. */
#include "config.h"

#include "exchange/csv_write.h"

#include <string.h>

#include "base/alloc.h"
#include "base/number.h"

static void
add_field(struct buf *out, const char *s)
{
    buf_addc(out, '"');
    for (const char *quote; s && (quote = strchr(s, '"')); s = quote + 1) {
        buf_add(out, s, (size_t)(quote - s) + 1);
        buf_addc(out, '"');
    }
    buf_adds(out, s ? s : "");
    buf_addc(out, '"');
}

void
csv_write(struct buf *out, char delimiter, const char *const *field, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_addc(out, delimiter);
        add_field(out, field[i]);
    }
    buf_adds(out, "\r\n");
}

bool
csv_is_formula(const char *text)
{
    /* The ASCII characters and their full-width twins. */
    static const char *const starts[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
    static const char *const blanks[] = {" ", "\t", "\r", "\n", "\u00a0", "\u3000", "\ufeff"};
    const char *at = text;
    double value;

    for (size_t i = 0; i < ARRAY_LEN(blanks);) {
        size_t len = strlen(blanks[i]);

        if (strncmp(at, blanks[i], len) == 0) {
            at += len;
            i = 0;
        } else {
            i++;
        }
    }
    for (size_t i = 0; i < ARRAY_LEN(starts); i++) {
        if (strncmp(at, starts[i], strlen(starts[i])) == 0)
            return !number_decimal(at, &value);
    }
    return false;
}
