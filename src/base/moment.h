/* SPDX-License-Identifier: ISC */
/*
 * A point in time as it is stored: milliseconds since 1970 UTC, and the offset of the post's clock
 * at that moment. Proleptic Gregorian; years 1970 to 9999.
 */
#ifndef RC_BASE_MOMENT_H
#define RC_BASE_MOMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct moment {
    int64_t ms;     /* since 1970-01-01T00:00:00Z */
    int offset_min; /* local time minus UTC, minutes; -1439..1439 */
};

enum moment_form {
    MOMENT_UTC,       /* 2026-11-23T01:15:00Z (milliseconds only when not 0) */
    MOMENT_ISO,       /* 2026-11-23T06:15:00+05:00 */
    MOMENT_TIME,      /* 06:15:07 local */
    MOMENT_CLOCK,     /* 06:15 local */
    MOMENT_DATE,      /* 2026-11-23 local, for files and programs */
    MOMENT_DAY,       /* 23.11.2026 local, for people (base/region.h); so the next two */
    MOMENT_DAY_CLOCK, /* 23.11 06:15 local */
    MOMENT_SCREEN     /* 23.11.2026 06:15 local */
};

#define MOMENT_TEXT 40

/* Writes m into out (MOMENT_TEXT bytes); returns out. */
const char *moment_text(struct moment m, enum moment_form form, char out[MOMENT_TEXT]);
/* The local day of the week: 0 Monday to 6 Sunday. */
int moment_weekday(struct moment m);
/*
 * Reads "2026-11-23T06:15:00+05:00", "2026-11-23 06:15[:SS]" or "23.11.2026 6:15[:SS]"; a text
 * without an offset gets offset_min. False when s is none of these or no real date.
 */
bool moment_parse(const char *s, int offset_min, struct moment *out);

#endif
