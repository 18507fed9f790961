/* SPDX-License-Identifier: ISC */
/* CSV as our exports write it. */
#include "config.h"

#include "exchange/csv_write.h"

#include <string.h>

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
csv_write(struct buf *out, const char *const *field, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i > 0)
            buf_addc(out, ',');
        add_field(out, field[i]);
    }
    buf_adds(out, "\r\n");
}
