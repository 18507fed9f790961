/* SPDX-License-Identifier: ISC */
/*
 * How dates and decimal numbers are shown to people: one setting of the post for all of its screens
 * and prints, whatever the language. Switching the language must not turn 11.12. into 12.11. Files
 * for programs do not ask it.
 */
#ifndef RC_BASE_REGION_H
#define RC_BASE_REGION_H

#include <stdbool.h>
#include <stddef.h>

enum region {
    REGION_LOCAL, /* 23.11.2026 06:15 and 12,5, as papers of the railways have them */
    REGION_ISO    /* 2026-11-23 06:15 and 12.5 */
};

/* Permanent names: "local", "iso". */
const char *region_name(enum region region);
bool region_parse(const char *name, enum region *out);
/* From now on. REGION_LOCAL before the first call. */
void region_set(enum region region);
enum region region_now(void);
/* A number as it is stored (a point, or none) for showing; out gets at most size bytes. Returns
 * out. */
const char *region_number(const char *stored, char *out, size_t size);

#endif
