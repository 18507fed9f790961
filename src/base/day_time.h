/* SPDX-License-Identifier: ISC */
/*
 * A time of day as people type it from a clock or a timetable: "14:20", "1420", "25.11 14:20",
 * "25.11 1420". Any of ":.,-" and a blank stands between; none is needed where the digits are
 * plain, for a field of numbers has no colon on it.
 */
#ifndef RC_BASE_DAY_TIME_H
#define RC_BASE_DAY_TIME_H

#include <stdbool.h>

#include "base/moment.h"

struct day_time {
    int day, month; /* 0: not said */
    int hour, minute;
};

/* False when text is no time or the day is in no calendar. */
bool day_time_read(const char *text, struct day_time *out);
/* The moment with this local time (of near's offset) that is nearest to near. False when there is
 * none in the calendar. */
bool day_time_nearest(const struct day_time *t, struct moment near, struct moment *out);
/* The first one at or after from; with a day, the one nearest to from. */
bool day_time_next(const struct day_time *t, struct moment from, struct moment *out);

#endif
