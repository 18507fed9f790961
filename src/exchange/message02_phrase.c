/* SPDX-License-Identifier: ISC */
/* Message 02: the service phrase, which says which train it is and when. */
#include "config.h"

#include <stdio.h>

#include "base/alloc.h"
#include "base/number.h"
#include "core/numbers.h"
#include "exchange/message02.h"
#include "exchange/message02_parts.h"

#define DAY_MS (24LL * 60 * 60 * 1000)

/* The phrase being read: at is its next field. */
struct phrase {
    struct message *m;
    const struct part *part;
    size_t at;
};

static const char *
here(const struct phrase *p)
{
    return p->at < p->part->n ? p->part->field[p->at] : "";
}

static bool
refuse(const struct phrase *p)
{
    char field[24];
    snprintf(field, sizeof field, "%zu", p->at + 1);
    list_error(&p->m->list, p->part->line, (unsigned)p->at + 1, RC_E_MSG_PHRASE, field, here(p));
    return false;
}

static bool
digits(struct phrase *p, size_t min, size_t max, const char **out)
{
    if (!all_digits(here(p), min, max))
        return refuse(p);
    *out = here(p);
    p->at++;
    return true;
}

/* The number, and the letters that may stand behind it: explosives, heavy, long, out of gauge. */
static bool
read_train(struct phrase *p)
{
    struct message *m = p->m;
    const char *s = here(p);
    size_t n = strspn(s, "0123456789");
    struct buf suffix = {0};

    if (n == 0 || n > 5)
        return refuse(p);
    free(m->list.out->train_no);
    m->list.out->train_no = rc_memdup(s, n);
    buf_adds(&suffix, s + n);
    for (p->at++; *here(p) && strspn(here(p), "0123456789") == 0; p->at++)
        buf_addf(&suffix, "%s%s", suffix.len ? " " : "", here(p));
    if (suffix.len)
        list_warning(&m->list, p->part->line, 3, RC_W_MSG_SUFFIX, buf_text(&suffix), NULL);
    buf_release(&suffix);
    return true;
}

/* Three fields, or one with hyphens. */
static bool
read_index(struct phrase *p)
{
    const size_t first = p->at;
    struct number index = train_index(here(p));
    if (index.verdict == NUMBER_BAD_SHAPE) {
        const char *from, *ordinal, *to;
        if (!digits(p, 4, 6, &from) || !digits(p, 1, 3, &ordinal) || !digits(p, 4, 6, &to))
            return false;
        char text[32];
        snprintf(text, sizeof text, "%s-%s-%s", from, ordinal, to);
        index = train_index(text);
        p->at--;
    }
    if (index.verdict == NUMBER_BAD_SHAPE) {
        p->at = first;
        return refuse(p);
    }
    p->at++;
    list_set(&p->m->list.out->train_index, index.text);
    return true;
}

/* The latest year in which this is a date, and not too far ahead. */
static bool
near_year(struct moment now, const char *day, const char *month, const char *clock,
          struct moment *out)
{
    char text[MOMENT_TEXT];
    int64_t year = 0;
    moment_text(now, MOMENT_DATE, text);
    text[4] = '\0';
    if (!number_integer(text, &year))
        return false;
    for (int64_t y = year + 1; y >= year - 1; y--) {
        snprintf(text, sizeof text, "%s.%s.%04d %s", day, month, (int)y, clock);
        if (moment_parse(text, now.offset_min, out) &&
            out->ms <= now.ms + MESSAGE02_DAYS_AHEAD * DAY_MS)
            return true;
    }
    return false;
}

static bool
read_time(struct phrase *p)
{
    struct list *l = &p->m->list;
    const unsigned field = (unsigned)p->at + 1;
    const char *day, *month, *hour, *minute;
    char clock[8], text[MOMENT_TEXT];
    if (!digits(p, 1, 2, &day) || !digits(p, 1, 2, &month) || !digits(p, 1, 2, &hour) ||
        !digits(p, 1, 2, &minute))
        return false;
    snprintf(clock, sizeof clock, "%s:%s%s", hour, minute[1] ? "" : "0", minute);
    if (!near_year(p->m->now, day, month, clock, &l->out->arrived)) {
        snprintf(text, sizeof text, "%s.%s %s", day, month, clock);
        list_error(l, p->part->line, field, RC_E_MSG_DATE, text, NULL);
        return false;
    }
    bool old = l->out->arrived.ms < p->m->now.ms - MESSAGE02_DAYS_BACK * DAY_MS;
    list_warning(l, p->part->line, field, old ? RC_W_MSG_OLD : RC_W_MSG_TIME,
                 moment_text(l->out->arrived, MOMENT_SCREEN, text), NULL);
    return true;
}

/* Length and mass, then marks of the train that have no column here. */
static void
read_rest(struct phrase *p)
{
    struct message *m = p->m;
    if (all_digits(here(p), 1, 5))
        p->at++;
    if (all_digits(here(p), 1, 5) && number_integer(here(p), &m->gross_t))
        p->at++;
    for (; p->at < p->part->n; p->at++) {
        char field[24];
        if (!here(p)[strspn(here(p), "0")])
            continue;
        snprintf(field, sizeof field, "%zu", p->at + 1);
        list_warning(&m->list, p->part->line, (unsigned)p->at + 1, RC_W_MSG_KEPT, field, here(p));
    }
}

bool
message_phrase(struct message *m, const struct part *part)
{
    struct phrase p = {.m = m, .part = part, .at = 1};
    const char *ignored;
    if (list_long(&m->list, part->line, 0, part->raw, LIST_TEXT_MAX) ||
        list_hostile(&m->list, part->line, 0, part->raw))
        return false;
    m->list.out->raw = rc_strdup(part->raw);
    /* Behind the index: which end the list begins at, of which no two sources agree. */
    if (!digits(&p, 4, 6, &ignored) || !read_train(&p) || !read_index(&p) ||
        !digits(&p, 1, 1, &ignored) || !read_time(&p))
        return false;
    read_rest(&p);
    return true;
}
