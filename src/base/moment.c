/* SPDX-License-Identifier: ISC */
/* Points in time: arithmetic on the Gregorian calendar, no library calls, no zones but the offset.
 */
#include "config.h"

#include "base/moment.h"

#include <stdio.h>
#include <string.h>

#include "base/region.h"

#define DAY_MS INT64_C(86400000)
#define LAST_MS INT64_C(253402300799999) /* 9999-12-31T23:59:59.999Z */
#define OFFSET_MAX 1439

struct civil {
    int64_t year;
    int month, day, hour, minute, second, ms;
};

/* Days since 1970-01-01 of a date. Years begin in March here, so that the leap day comes last. */
static int64_t
days_of(int64_t year, int month, int day)
{
    int64_t y = month <= 2 ? year - 1 : year;
    int64_t era = (y >= 0 ? y : y - 399) / 400;
    int64_t of_era = y - era * 400;
    int64_t of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

static void
date_of(int64_t days, struct civil *c)
{
    int64_t z = days + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int64_t of_era = z - era * 146097;
    int64_t y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    int64_t of_year = of_era - (365 * y + y / 4 - y / 100);
    int64_t m = (5 * of_year + 2) / 153;

    c->day = (int)(of_year - (153 * m + 2) / 5 + 1);
    c->month = (int)(m < 10 ? m + 3 : m - 9);
    c->year = y + era * 400 + (c->month <= 2);
}

static struct civil
civil_of(int64_t ms)
{
    int64_t days = ms / DAY_MS, rest = ms % DAY_MS;
    struct civil c = {0};

    if (rest < 0) {
        rest += DAY_MS;
        days--;
    }
    date_of(days, &c);
    c.ms = (int)(rest % 1000);
    c.second = (int)(rest / 1000 % 60);
    c.minute = (int)(rest / 60000 % 60);
    c.hour = (int)(rest / 3600000);
    return c;
}

/* The day as people read it, with or without the year; the length. */
static int
day_of(const struct civil *c, bool year, char *out, size_t size)
{
    if (region_now() == REGION_ISO)
        return year ? snprintf(out, size, "%04d-%02d-%02d", (int)c->year, c->month, c->day)
                    : snprintf(out, size, "%02d-%02d", c->month, c->day);
    return year ? snprintf(out, size, "%02d.%02d.%04d", c->day, c->month, (int)c->year)
                : snprintf(out, size, "%02d.%02d", c->day, c->month);
}

const char *
moment_text(struct moment m, enum moment_form form, char out[MOMENT_TEXT])
{
    struct civil c;
    int off, n;

    /* A damaged record may hold anything. */
    m.ms = m.ms < 0 ? 0 : m.ms > LAST_MS ? LAST_MS : m.ms;
    if (m.offset_min < -OFFSET_MAX || m.offset_min > OFFSET_MAX)
        m.offset_min = 0;
    off = m.offset_min < 0 ? -m.offset_min : m.offset_min;
    c = civil_of(form == MOMENT_UTC ? m.ms : m.ms + (int64_t)m.offset_min * 60000);
    switch (form) {
    case MOMENT_UTC:
    case MOMENT_ISO:
        n = snprintf(out, MOMENT_TEXT, "%04d-%02d-%02dT%02d:%02d:%02d", (int)c.year, c.month, c.day,
                     c.hour, c.minute, c.second);
        if (c.ms && n > 0 && n < MOMENT_TEXT)
            n += snprintf(out + n, (size_t)(MOMENT_TEXT - n), ".%03d", c.ms);
        if (n <= 0 || n >= MOMENT_TEXT)
            break;
        if (form == MOMENT_UTC)
            snprintf(out + n, (size_t)(MOMENT_TEXT - n), "Z");
        else
            snprintf(out + n, (size_t)(MOMENT_TEXT - n), "%c%02d:%02d",
                     m.offset_min < 0 ? '-' : '+', off / 60, off % 60);
        break;
    case MOMENT_TIME:
        snprintf(out, MOMENT_TEXT, "%02d:%02d:%02d", c.hour, c.minute, c.second);
        break;
    case MOMENT_CLOCK:
        snprintf(out, MOMENT_TEXT, "%02d:%02d", c.hour, c.minute);
        break;
    case MOMENT_DATE:
        snprintf(out, MOMENT_TEXT, "%04d-%02d-%02d", (int)c.year, c.month, c.day);
        break;
    case MOMENT_DAY:
        day_of(&c, true, out, MOMENT_TEXT);
        break;
    case MOMENT_DAY_CLOCK:
    case MOMENT_SCREEN:
        n = day_of(&c, form == MOMENT_SCREEN, out, MOMENT_TEXT);
        snprintf(out + n, (size_t)(MOMENT_TEXT - n), " %02d:%02d", c.hour, c.minute);
        break;
    }
    return out;
}

int
moment_weekday(struct moment m)
{
    int64_t local = m.ms + (int64_t)m.offset_min * 60000;
    int64_t days = local / DAY_MS - (local % DAY_MS < 0);

    return (int)(((days + 3) % 7 + 7) % 7); /* 1970-01-01 was a Thursday */
}

/* Reads min..max digits; -1 when there are fewer or more. */
static int
digits(const char **s, int min, int max)
{
    int v = 0, n = 0;

    for (; **s >= '0' && **s <= '9'; ++*s, n++) {
        if (n == max)
            return -1;
        v = v * 10 + (**s - '0');
    }
    return n < min ? -1 : v;
}

static bool
skip(const char **s, char c)
{
    if (**s != c)
        return false;
    ++*s;
    return true;
}

static bool
read_date(const char **s, struct civil *c)
{
    const char *p = *s;
    int first = digits(&p, 1, 4);

    if (first < 0)
        return false;
    if (*p == '-') {
        c->year = first;
        if (p - *s != 4 || !skip(&p, '-') || (c->month = digits(&p, 2, 2)) < 0 || !skip(&p, '-') ||
            (c->day = digits(&p, 2, 2)) < 0)
            return false;
    } else {
        int year;

        c->day = first;
        if (p - *s > 2 || !skip(&p, '.') || (c->month = digits(&p, 1, 2)) < 0 || !skip(&p, '.') ||
            (year = digits(&p, 4, 4)) < 0)
            return false;
        c->year = year;
    }
    *s = p;
    return true;
}

static bool
read_time(const char **s, struct civil *c)
{
    if ((c->hour = digits(s, 1, 2)) < 0 || !skip(s, ':') || (c->minute = digits(s, 2, 2)) < 0)
        return false;
    if (!skip(s, ':'))
        return true; /* and no fraction: "6:15.30" is no half past */
    if ((c->second = digits(s, 2, 2)) < 0)
        return false;
    if (skip(s, '.')) {
        const char *from = *s;

        if ((c->ms = digits(s, 1, 3)) < 0)
            return false;
        for (long n = *s - from; n < 3; n++)
            c->ms *= 10;
    }
    return true;
}

static bool
read_offset(const char **s, int *offset_min)
{
    bool west = **s == '-';
    int hours, minutes;

    if (!**s)
        return true;
    if (skip(s, 'Z')) {
        *offset_min = 0;
        return true;
    }
    if (!skip(s, '+') && !skip(s, '-'))
        return false;
    if ((hours = digits(s, 2, 2)) < 0 || !skip(s, ':') || (minutes = digits(s, 2, 2)) < 0 ||
        hours > 23 || minutes > 59)
        return false;
    *offset_min = (west ? -1 : 1) * (hours * 60 + minutes);
    return true;
}

static bool
is_date(const struct civil *c)
{
    struct civil again = {0};

    if (c->year < 1970 || c->month < 1 || c->month > 12 || c->day < 1 || c->day > 31 ||
        c->hour > 23 || c->minute > 59 || c->second > 59)
        return false;
    date_of(days_of(c->year, c->month, c->day), &again);
    return again.month == c->month && again.day == c->day;
}

bool
moment_parse(const char *s, int offset_min, struct moment *out)
{
    struct civil c = {0};

    if (!read_date(&s, &c) || (!skip(&s, 'T') && !skip(&s, ' ')) || !read_time(&s, &c) ||
        !read_offset(&s, &offset_min) || *s || !is_date(&c))
        return false;
    out->offset_min = offset_min;
    out->ms = days_of(c.year, c.month, c.day) * DAY_MS +
              (((int64_t)c.hour * 60 + c.minute - offset_min) * 60 + c.second) * 1000 + c.ms;
    return out->ms >= 0 && out->ms <= LAST_MS;
}
