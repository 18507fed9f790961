/* SPDX-License-Identifier: ISC */
/* Symbols of units: the SI brochure (9th edition, section 5) for English. */
#include "config.h"

#include "core/units.h"

#include <string.h>

#include "base/alloc.h"
#include "base/error-codes.h"

static const struct {
    const char *name, *symbol;
} units[] = {
    {"mm", N_("mm")},   {"cm", N_("cm")},       {"kg", N_("kg")},   {"t", N_("t")},
    {"l", N_("l")},     {"g/cm3", N_("g/cm³")}, {"MPa", N_("MPa")}, {"min", N_("min")},
    {"pcs", N_("pcs")}, {"uSv/h", N_("µSv/h")},
};

const char *
unit_symbol(const char *unit)
{
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        if (strcmp(units[i].name, unit) == 0)
            return units[i].symbol;
    }
    return unit;
}
