/* SPDX-License-Identifier: ISC */
/* Times of day as people type them. */
#include "config.h"

#include "base/day_time.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"

#define DAY_MS INT64_C(86400000)
#define GROUPS 4
#define DIGITS_MAX 8 /* of a group: ddmmhhmm */

struct group {
    int value, digits;
};

/* Groups of digits with one separator between them; 0 when text is anything else. */
static int
read_groups(const char *text, struct group out[GROUPS])
{
    int n = 0;

    for (;;) {
        struct group *g = &out[n];

        if (n == GROUPS)
            return 0;
        *g = (struct group){0, 0};
        for (; *text >= '0' && *text <= '9'; text++, g->digits++) {
            if (g->digits == DIGITS_MAX)
                return 0;
            g->value = g->value * 10 + (*text - '0');
        }
        if (!g->digits)
            return 0;
        n++;
        if (!*text)
            return n;
        if (!strchr(":.,- ", *text))
            return 0;
        text++;
    }
}

/* hmm, hhmm */
static bool
joined_time(const struct group *g, struct day_time *out)
{
    out->hour = g->value / 100;
    out->minute = g->value % 100;
    return g->digits == 3 || g->digits == 4;
}

static bool
split_time(const struct group *g, struct day_time *out)
{
    out->hour = g[0].value;
    out->minute = g[1].value;
    return g[0].digits <= 2 && g[1].digits == 2;
}

static bool
split_day(const struct group *g, struct day_time *out)
{
    out->day = g[0].value;
    out->month = g[1].value;
    return g[0].digits <= 2 && g[1].digits <= 2;
}

/* What the groups mean is told by their lengths. */
static bool
take_groups(const struct group *g, int n, struct day_time *out)
{
    struct group tail;

    switch (n) {
    case 1:
        if (g[0].digits != 8)
            return joined_time(g, out);
        out->day = g[0].value / 1000000;
        out->month = g[0].value / 10000 % 100;
        tail = (struct group){g[0].value % 10000, 4};
        return joined_time(&tail, out);
    case 2:
        if (g[1].digits != 6)
            return split_time(g, out);
        out->day = g[0].value;
        out->month = g[1].value / 10000;
        tail = (struct group){g[1].value % 10000, 4};
        return g[0].digits <= 2 && joined_time(&tail, out);
    case 3:
        return split_day(g, out) && joined_time(&g[2], out);
    case 4:
        return split_day(g, out) && split_time(&g[2], out);
    default:
        return false;
    }
}

bool
day_time_read(const char *text, struct day_time *out)
{
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    struct group groups[GROUPS];
    int n = read_groups(text, groups);

    *out = (struct day_time){0};
    if (!take_groups(groups, n, out) || out->hour > 23 || out->minute > 59)
        return false;
    if (n == 1 ? groups[0].digits != 8 : n == 2 && groups[1].digits != 6)
        return true;
    return out->month >= 1 && out->month <= 12 && out->day >= 1 && out->day <= days[out->month - 1];
}

/* The one in the year of anchor, or a year before or behind it, that is nearest. */
static bool
on_its_day(const struct day_time *t, struct moment anchor, struct moment *out)
{
    char date[MOMENT_TEXT], text[MOMENT_TEXT];
    int64_t best = INT64_MAX, year = 0;

    moment_text(anchor, MOMENT_DATE, date);
    date[4] = '\0';
    number_integer(date, &year);
    for (int y = (int)year - 1; y <= year + 1; y++) {
        struct moment m;
        int64_t away;

        /* The 29th of February is not in every year. */
        snprintf(text, sizeof text, "%d.%d.%04d %d:%02d", t->day, t->month, y, t->hour, t->minute);
        if (!moment_parse(text, anchor.offset_min, &m))
            continue;
        away = m.ms < anchor.ms ? anchor.ms - m.ms : m.ms - anchor.ms;
        if (away < best) {
            best = away;
            *out = m;
        }
    }
    return best != INT64_MAX;
}

/* The one on the local day of anchor. */
static struct moment
same_day(const struct day_time *t, struct moment anchor)
{
    int64_t local = anchor.ms + (int64_t)anchor.offset_min * 60000;
    int64_t time = ((int64_t)t->hour * 60 + t->minute) * 60000;

    return (struct moment){.ms = anchor.ms - local % DAY_MS + time,
                           .offset_min = anchor.offset_min};
}

bool
day_time_nearest(const struct day_time *t, struct moment near, struct moment *out)
{
    if (t->day)
        return on_its_day(t, near, out);
    *out = same_day(t, near);
    if (out->ms - near.ms > DAY_MS / 2)
        out->ms -= DAY_MS;
    else if (near.ms - out->ms > DAY_MS / 2)
        out->ms += DAY_MS;
    return true;
}

bool
day_time_next(const struct day_time *t, struct moment from, struct moment *out)
{
    if (t->day)
        return on_its_day(t, from, out);
    *out = same_day(t, from);
    if (out->ms < from.ms)
        out->ms += DAY_MS;
    return true;
}
