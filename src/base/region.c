/* SPDX-License-Identifier: ISC */
/* The form of dates and decimal numbers. */
#include "config.h"

#include "base/region.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {[REGION_LOCAL] = "local", [REGION_ISO] = "iso"};
static enum region current = REGION_LOCAL;

const char *
region_name(enum region region)
{
    return names[region];
}

bool
region_parse(const char *name, enum region *out)
{
    for (int i = 0; i <= REGION_ISO; i++) {
        if (strcmp(names[i], name) == 0) {
            *out = (enum region)i;
            return true;
        }
    }
    return false;
}

void
region_set(enum region region)
{
    current = region;
}

enum region
region_now(void)
{
    return current;
}

const char *
region_number(const char *stored, char *out, size_t size)
{
    char *point;

    snprintf(out, size, "%s", stored);
    point = strchr(out, '.');
    if (point && current == REGION_LOCAL)
        *point = ',';
    return out;
}
