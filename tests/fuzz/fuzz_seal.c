/* SPDX-License-Identifier: ISC */
/* Any bytes as a number read from a wagon: folding is stable, harmless and bounded; comparing is
 * fair to both sides; canonical numbers are recognised again. */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "core/numbers.h"
#include "core/seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool promise)
{
    if (!promise)
        abort();
}

static void
check_fold(const char *s)
{
    char once[SEAL_NO_SIZE], twice[SEAL_NO_SIZE];

    if (!seal_fold(s, once)) {
        must(!seal_usual(s));
        return;
    }
    must(strlen(once) < SEAL_NO_SIZE && utf8_valid(once, strlen(once), NULL));
    must(utf8_columns(once) > 0);
    for (size_t i = 0, len = strlen(once); i < len;) {
        uint32_t c = 0;

        i += utf8_decode(once + i, len - i, &c);
        must(!utf8_hostile(c) && c != ' ' && c != '-');
    }
    must(seal_fold(once, twice) && strcmp(once, twice) == 0);
    must(seal_compare(s, s) == SEAL_MATCHED);
    must(seal_compare(s, once) == SEAL_MATCHED || seal_compare(s, once) == SEAL_LOOKALIKE);
    must(seal_compare(once, s) == seal_compare(s, once));
}

static void
check_number(struct number (*recognise)(const char *), const char *s)
{
    struct number n = recognise(s), again;

    must(strlen(n.text) < NUMBER_TEXT);
    if (n.verdict == NUMBER_BAD_SHAPE) {
        must(!*n.text && n.expected == -1 && n.found == -1);
        return;
    }
    again = recognise(n.text);
    must(again.verdict == n.verdict && strcmp(again.text, n.text) == 0);
    must((n.verdict == NUMBER_OK) == (n.expected >= 0 && n.expected == n.found));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct number (*const kinds[])(const char *) = {
        wagon_number, container_number, station_code,  cargo_code,
        gng_code,     un_number,        hazard_number, train_index,
    };
    const char *list[1];
    struct buf text = {0};
    size_t near = 0;

    buf_add(&text, data, size);
    check_fold(buf_text(&text));
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        check_number(kinds[i], buf_text(&text));
    list[0] = buf_text(&text);
    must(number_near(list[0], list, 1, &near, 1) == 0);
    buf_release(&text);
    return 0;
}
