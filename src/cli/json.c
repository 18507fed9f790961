/* SPDX-License-Identifier: ISC */
/* One array of objects on standard output. */
#include "config.h"

#include "cli/json.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/moment.h"
#include "base/utf8.h"

void
json_begin(struct json *j)
{
    *j = (struct json){0};
    putchar('[');
}

void
json_object(struct json *j)
{
    fputs(j->any_object ? ",\n{" : "\n{", stdout);
    j->any_object = true;
    j->any_member = false;
}

/* Adds s so that neither a terminal nor a JSON reader is led astray. */
static void
add_text(struct buf *out, const char *s)
{
    size_t left = strlen(s);

    buf_addc(out, '"');
    while (left) {
        uint32_t c = 0;
        size_t n = utf8_decode(s, left, &c);

        if (n == 0) {
            n = 1;
            buf_adds(out, "\\ufffd");
        } else if (c == '"' || c == '\\') {
            buf_addf(out, "\\%c", (char)c);
        } else if (c < 0x20 || c == 0x7f || (c < 0x10000 && utf8_hostile(c))) {
            buf_addf(out, "\\u%04" PRIx32, c);
        } else if (utf8_hostile(c)) {
            buf_addf(out, "\\u%04" PRIx32 "\\u%04" PRIx32, 0xd800 + ((c - 0x10000) >> 10),
                     0xdc00 + ((c - 0x10000) & 0x3ff));
        } else {
            buf_add(out, s, n);
        }
        s += n;
        left -= n;
    }
    buf_addc(out, '"');
}

/* The name of the next member and its colon; names are constant texts of ASCII. */
static void
member(struct json *j, const char *name)
{
    printf("%s\"%s\": ", j->any_member ? ", " : "", name);
    j->any_member = true;
}

void
json_text(struct json *j, const char *name, const char *value)
{
    struct buf text = {0};

    if (!value) {
        json_null(j, name);
        return;
    }
    member(j, name);
    add_text(&text, value);
    fputs(buf_text(&text), stdout);
    buf_release(&text);
}

void
json_integer(struct json *j, const char *name, int64_t value)
{
    member(j, name);
    printf("%" PRId64, value);
}

void
json_tenths(struct json *j, const char *name, int64_t tenths)
{
    member(j, name);
    printf("%" PRId64 ".%" PRId64, tenths / 10, tenths % 10);
}

void
json_flag(struct json *j, const char *name, bool value)
{
    member(j, name);
    fputs(value ? "true" : "false", stdout);
}

void
json_null(struct json *j, const char *name)
{
    member(j, name);
    fputs("null", stdout);
}

void
json_moment(struct json *j, const char *name, int64_t ms)
{
    char text[MOMENT_TEXT];

    json_text(j, name, ms ? moment_text((struct moment){ms, 0}, MOMENT_UTC, text) : NULL);
}

void
json_end_object(struct json *j)
{
    (void)j;
    putchar('}');
}

void
json_end(struct json *j)
{
    puts(j->any_object ? "\n]" : "]");
}
