/* SPDX-License-Identifier: ISC */
/* Any bytes as a file of names for codes: an accepted file holds what its reader promises. */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "exchange/codes.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
must(bool promise)
{
    if (!promise)
        abort();
}

static bool
is_list(const char *name)
{
    for (size_t i = 0; code_lists[i]; i++) {
        if (code_lists[i] == name)
            return true;
    }
    return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct code_file codes = {0};
    struct notes errors = {0}, notes = {0};
    bool read = codes_read((const char *)data, size, "codes.csv", &codes, &errors, &notes);

    must(read == (errors.n == 0));
    must(!read || codes.n > 0);
    for (size_t i = 0; read && i < codes.n; i++) {
        const struct code *c = &codes.rows[i];

        must(is_list(c->list) && *c->code && (*c->name || *c->name_ru) && c->line > 1);
        must(utf8_valid(c->code, strlen(c->code), NULL));
        must(utf8_valid(c->name, strlen(c->name), NULL));
        must(utf8_valid(c->name_ru, strlen(c->name_ru), NULL));
        /* No two of one list and code: each is found as itself. */
        must(i == 0 || c->list != c[-1].list || strcmp(c->code, c[-1].code) != 0);
    }
    code_file_release(&codes);
    notes_release(&errors);
    notes_release(&notes);
    return 0;
}
