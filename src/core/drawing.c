/* SPDX-License-Identifier: ISC */
/* The zones of a wagon drawing. */
#include "config.h"

#include "core/drawing.h"

int
drawing_zone(const struct drawing *d, const struct choice *zone)
{
    for (size_t i = 0; i < d->n_zones; i++) {
        if (d->legend[i].zone == zone && d->legend[i].letter != '-')
            return (int)i + 1;
    }
    return 0;
}
