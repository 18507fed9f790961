/* SPDX-License-Identifier: ISC */
/* Any bytes as text: what show() makes of them is harmless, and readers of numbers, moments and ids
 * agree with themselves. */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/moment.h"
#include "base/number.h"
#include "base/show.h"
#include "base/utf8.h"
#include "base/uuid.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool promise)
{
    if (!promise)
        abort();
}

static void
check_shown(const char *text, size_t size, size_t columns)
{
    struct buf out = {0};
    size_t cells = show(&out, text, size, columns);
    const char *shown = buf_text(&out);

    must(cells <= columns);
    must(utf8_valid(shown, out.len, NULL));
    must(utf8_columns(shown) == cells);
    for (size_t i = 0; i < out.len;) {
        uint32_t c = 0;

        i += utf8_decode(shown + i, out.len - i, &c);
        must(!utf8_hostile(c));
    }
    buf_release(&out);
}

static void
check_readers(const char *s)
{
    char canonical[40];
    char again[40];
    struct moment moment = {0};
    struct moment back = {0};
    struct uuid uuid = {{0}};
    char text[MOMENT_TEXT];
    char id[UUID_TEXT];
    int64_t integer = 0;
    double decimal = 0;

    if (number_canonical(s, canonical, sizeof canonical)) {
        must(number_canonical(canonical, again, sizeof again));
        must(strcmp(canonical, again) == 0);
    }
    number_integer(s, &integer);
    number_decimal(s, &decimal);
    if (moment_parse(s, 300, &moment)) {
        must(moment_parse(moment_text(moment, MOMENT_ISO, text), 0, &back));
        must(back.ms / 1000 == moment.ms / 1000 && back.offset_min == moment.offset_min);
    }
    if (uuid_parse(s, &uuid))
        must(strlen(uuid_text(&uuid, id)) == UUID_TEXT - 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct buf text = {0};
    struct buf json = {0};

    buf_add(&text, data, size);
    check_shown(buf_text(&text), size, SIZE_MAX);
    check_shown(buf_text(&text), size, 20);
    check_shown(buf_text(&text), size, 1);
    check_readers(buf_text(&text));
    if (utf8_valid(buf_text(&text), size, NULL)) {
        utf8_fit(buf_text(&text), 10);
        buf_add_json(&json, buf_text(&text));
        must(utf8_valid(buf_text(&json), json.len, NULL));
        must(json.len >= 2);
    }
    buf_release(&json);
    buf_release(&text);
    return 0;
}
