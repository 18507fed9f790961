/* SPDX-License-Identifier: ISC */
/* What lists that are no tables need: empty wagons, and bounds on their texts. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "base/alloc.h"
#include "exchange/consist_list.h"
#include "exchange/encoding.h"

void
list_empty(struct consist *out, const char *format)
{
    *out = (struct consist){.train_no = rc_strdup(""),
                            .train_index = rc_strdup(""),
                            .direction = rc_strdup(""),
                            .encoding = "UTF-8",
                            .format = format};
}

struct consist_wagon *
list_add_wagon(struct list *l, unsigned line)
{
    struct consist *out = l->out;
    struct consist_wagon *w;

    if (out->n == CONSIST_WAGONS_MAX) {
        char max[24];
        snprintf(max, sizeof max, "%d", CONSIST_WAGONS_MAX);
        list_error(l, line, 0, RC_E_LIST_WAGONS, max, NULL);
        return NULL;
    }
    ARRAY_GROW(out->wagons, out->n, out->cap);
    w = &out->wagons[out->n++];
    *w = (struct consist_wagon){.line = line, .net_kg = -1, .tare_kg = -1, .seal_count = -1};
    char **texts[] = {&w->number,      &w->kind,           &w->owner_railway,
                      &w->cargo_etsng, &w->cargo_gng,      &w->cargo_name,
                      &w->un_no,       &w->hazard_no,      &w->emergency_card,
                      &w->consignor,   &w->origin_station, &w->destination_station,
                      &w->consignee};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        *texts[i] = rc_strdup("");
    return w;
}

void
list_set(char **text, const char *s)
{
    char *copy = rc_strdup(s);
    free(*text);
    *text = copy;
}

bool
list_long(struct list *l, unsigned line, unsigned field, const char *s, size_t max)
{
    size_t n = 0;
    for (const char *p = s; *p; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    if (n <= max)
        return false;
    char have[24], limit[24];
    snprintf(have, sizeof have, "%zu", n);
    snprintf(limit, sizeof limit, "%zu", max);
    list_error(l, line, field, RC_E_LIST_LONG, have, limit);
    return true;
}

bool
list_hostile(struct list *l, unsigned line, unsigned field, const char *s)
{
    uint32_t c = text_hostile(s);
    if (!c)
        return false;
    char name[16];
    snprintf(name, sizeof name, "U+%04X", (unsigned)c);
    list_error(l, line, field, RC_E_CONTROL, name, NULL);
    return true;
}
