/* SPDX-License-Identifier: ISC */
/* Any bytes as a wagon drawing. */
#include "config.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "exchange/drawing.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Every cell can be drawn: one column wide in both pictures, its zone in the legend. */
static void
check_cells(const struct drawing *d)
{
    for (int row = 0; row < d->rows; row++) {
        for (int col = 0; col < d->cols; col++) {
            const struct drawing_cell *cell = &d->cells[row][col];

            if (cell->ascii < ' ' || cell->ascii > '~' || cell->zone > d->n_zones ||
                utf8_columns(cell->box) != 1)
                abort();
        }
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct choice choices[] = {{.name = "papers"},
                               {.name = "roof"},
                               {.name = "markings"},
                               {.name = "shell"},
                               {.name = "underframe"}};
    const struct choice_list zones = {.name = "zone", .choices = choices, .n = ARRAY_LEN(choices)};
    struct notes errors = {0};
    struct drawing *d = drawing_read((const char *)data, size, "drawing", &zones, &errors);

    if ((d == NULL) != (errors.n > 0))
        abort();
    if (d) {
        if (d->rows < 1 || d->rows > DRAWING_ROWS || d->cols < 1 || d->cols > DRAWING_COLS)
            abort();
        check_cells(d);
        for (size_t i = 0; i < ARRAY_LEN(choices); i++)
            drawing_zone(d, &choices[i]);
    }
    free(d);
    notes_release(&errors);
    return 0;
}
