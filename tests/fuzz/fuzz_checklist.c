/* SPDX-License-Identifier: ISC */
/* Any bytes as the files of a checklist set, with a byte 1 between the files. */
#include "config.h"

#include <stddef.h>
#include <stdint.h>

#include "core/checklist.h"
#include "exchange/checklist_files.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const paths[] = {"choices.csv",   "gates.csv",    "modules/a.csv",
                                        "modules/b.csv", "settings.csv", "sheets.csv",
                                        "sources.csv"};
    struct set_files files = {0};
    struct notes errors = {0};
    struct notes notes = {0};
    struct checklist *set = NULL;
    const char *text = (const char *)data;

    for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
        const char *end = size ? memchr(text, 1, size) : NULL;
        size_t len = end ? (size_t)(end - text) : size;

        set_files_add(&files, paths[i], text, len);
        text += end ? len + 1 : len;
        size -= end ? len + 1 : len;
    }
    set = checklist_read(&files, "set", &errors, &notes);
    if ((set == NULL) != (errors.n > 0))
        abort();
    if (set) {
        for (size_t i = 0; i < set->n_sheets; i++) {
            if (checklist_sheet(set, set->sheets[i].kind) == NULL)
                abort();
        }
        checklist_suggest(set, "50000000");
        checklist_suggest(set, "");
    }
    checklist_free(set);
    set_files_release(&files);
    notes_release(&errors);
    notes_release(&notes);
    return 0;
}
