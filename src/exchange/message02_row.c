/* SPDX-License-Identifier: ISC */
/* Message 02: one row, which is one wagon. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/alloc.h"
#include "exchange/consist_headings.h"
#include "exchange/message02_parts.h"

#define NO_COLUMN LIST_COLUMNS

/* The fields of a row in order; those of the first two decide whether it is one. */
static const struct {
    enum list_column column;
    unsigned char min, max; /* digits */
} fields[] = {
    {LIST_POSITION, 1, 3},    {LIST_WAGON_NO, 6, 12},
    {NO_COLUMN, 1, 4}, /* of roller bearings, some say with the railway that owns the wagon */
    {LIST_NET_KG, 1, 3},      {LIST_DESTINATION_STATION, 4, 6},
    {LIST_CARGO_ETSNG, 5, 6}, {LIST_CONSIGNEE, 4, 6},
    {NO_COLUMN, 1, 1},                           /* route */
    {NO_COLUMN, 1, 1},                           /* cover between dangerous goods and others */
    {NO_COLUMN, 1, 4},                           /* out of gauge */
    {LIST_SEAL_COUNT, 1, 2},  {NO_COLUMN, 0, 0}, /* containers loaded/empty */
    {NO_COLUMN, 4, 6},                           /* border station where it leaves the network */
    {LIST_TARE_KG, 2, 3},
};

#define CONTAINERS 11 /* position of that field */
#define TARE 13
#define TARE_MAX_T 99 /* more is another unit or another field */

static bool
is_containers(const char *s)
{
    size_t n = strspn(s, "0123456789");
    return n >= 1 && n <= 2 && s[n] == '/' && all_digits(s + n + 1, 1, 2);
}

static bool
fits(size_t i, const char *s)
{
    if (i == CONTAINERS)
        return is_containers(s);
    if (i == TARE) {
        /* Up to six characters of a note may stand behind it. */
        size_t n = strspn(s, "0123456789");
        return n >= fields[i].min && n <= fields[i].max && strtol(s, NULL, 10) <= TARE_MAX_T;
    }
    return all_digits(s, fields[i].min, fields[i].max);
}

/* Says once for the whole list that a field has no column. Zeros say nothing. */
static void
kept(struct message *m, const struct part *p, size_t i, const char *s)
{
    char field[24];
    if (!s[strspn(s, "0/")] || (m->told >> i & 1))
        return;
    m->told |= 1ULL << i;
    snprintf(field, sizeof field, "%zu", i + 1);
    list_warning(&m->list, p->line, (unsigned)i + 1, RC_W_MSG_KEPT, field, s);
}

static void
take(struct consist_wagon *w, enum list_column column, const char *s)
{
    const long value = strtol(s, NULL, 10);
    const bool none = !s[strspn(s, "0")];
    switch (column) {
    case LIST_POSITION:
        w->position = (int)value;
        break;
    case LIST_WAGON_NO:
        list_set(&w->number, s);
        break;
    case LIST_NET_KG:
        w->net_kg = value * 1000;
        break;
    case LIST_TARE_KG:
        w->tare_kg = none ? -1 : value * 1000;
        break;
    case LIST_SEAL_COUNT:
        w->seal_count = (int)value;
        break;
    case LIST_DESTINATION_STATION:
        list_set(&w->destination_station, none ? "" : s);
        break;
    case LIST_CARGO_ETSNG:
        list_set(&w->cargo_etsng, none ? "" : s);
        break;
    case LIST_CONSIGNEE:
        list_set(&w->consignee, none ? "" : s);
        break;
    default:
        break;
    }
}

/* Letters and digits only, mostly digits: a wagon number, be it misprinted. */
static bool
like_number(const char *s)
{
    size_t n = 0, count = 0;
    for (; *s; s++, n++) {
        if (*s > 0 && !(*s >= '0' && *s <= '9') && !(*s >= 'A' && *s <= 'Z'))
            return false;
        count += *s >= '0' && *s <= '9';
    }
    return n >= 6 && n <= 14 && count >= 6;
}

static bool
is_row(const struct part *p)
{
    return p->n >= 2 && all_digits(p->field[0], 1, 3) && like_number(p->field[1]);
}

/* Headings, totals and rules of a print-out are left out, but never a wagon. */
static void
no_row(struct message *m, const struct part *p)
{
    bool wagon = false, words = false;
    for (size_t i = 0; i < p->n; i++) {
        wagon = wagon || all_digits(p->field[i], 8, 8) || all_digits(p->field[i], 12, 12);
        for (const char *c = p->field[i]; *c; c++)
            words = words || (*c >= '0' && *c <= '9') || (*c >= 'A' && *c <= 'Z') ||
                    (*c >= 'a' && *c <= 'z') || (unsigned char)*c == 0xD0 ||
                    (unsigned char)*c == 0xD1;
    }
    if (wagon)
        list_error(&m->list, p->line, 0, RC_E_MSG_ROW, p->raw, NULL);
    else if (words)
        list_warning(&m->list, p->line, 0, RC_W_MSG_LINE, p->raw, NULL);
}

static void
read_fields(struct message *m, const struct part *p, struct consist_wagon *w)
{
    take(w, LIST_POSITION, p->field[0]);
    take(w, LIST_WAGON_NO, p->field[1]);
    for (size_t i = 2; i < p->n; i++) {
        const char *s = p->field[i];
        char number[24];
        if (i >= ARRAY_LEN(fields)) {
            kept(m, p, i, s);
            continue;
        }
        if (!fits(i, s)) {
            snprintf(number, sizeof number, "%zu", i + 1);
            list_warning(&m->list, p->line, (unsigned)i + 1, RC_W_MSG_FIELD, s, number);
            return;
        }
        if (fields[i].column == NO_COLUMN)
            kept(m, p, i, s);
        else
            take(w, fields[i].column, s);
        if (i == TARE)
            kept(m, p, i, s + strspn(s, "0123456789"));
    }
}

static void
read_row(struct message *m, const struct part *p)
{
    struct list *l = &m->list;
    struct consist_wagon *w = list_add_wagon(l, p->line);
    if (!w)
        return;
    w->raw = rc_strdup(p->raw);
    for (size_t i = 0; i < ARRAY_LEN(fields); i++)
        if (fields[i].column != NO_COLUMN)
            l->field_of[fields[i].column] = (unsigned)i + 1;
    read_fields(m, p, w);
    list_check_wagon(l, w);
}

/* Is it a wagon's? If not, that is noted, or the row has failed. */
static bool
check_row(struct message *m, const struct part *p)
{
    struct list *l = &m->list;
    if (list_long(l, p->line, 0, p->raw, LIST_TEXT_MAX) || list_hostile(l, p->line, 0, p->raw))
        return false;
    if (!is_row(p)) {
        no_row(m, p);
        return false;
    }
    if (!p->field[0][strspn(p->field[0], "0")])
        list_error(l, p->line, 1, RC_E_LIST_POSITION, p->field[0], "999");
    return !l->row_failed;
}

bool
message_row(struct message *m, const struct part *p)
{
    struct list *l = &m->list;
    if (p->n == 0)
        return true;
    l->row_failed = false;
    l->in_row = true;
    bool wagon = check_row(m, p);
    l->in_row = false;
    if (wagon)
        read_row(m, p);
    l->out->rows += l->row_failed;
    return !l->failed && (!l->row_failed || list_reject(l, p->line, p->raw, strlen(p->raw)));
}
