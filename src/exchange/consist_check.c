/* SPDX-License-Identifier: ISC */
/* What looks wrong in a list of wagons. Nothing is repaired: the officer compares with the wagon.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "base/alloc.h"
#include "core/numbers.h"
#include "core/seal.h"
#include "exchange/consist_list.h"

#define NET_HEAVY 100000 /* kg */
/* Less than this many kg under a heading in kilograms is what tonnes look like: no wagon weighs so
 * little, and hardly a load is worth a wagon. */
#define TARE_SMALL 1000
#define NET_SMALL 200

/* A warning about the field of column in w's row. */
static void
warn(struct list *l, const struct consist_wagon *w, enum list_column column, enum rc_code code,
     const char *a, const char *b)
{
    list_warning(l, w->line, l->field_of[column], code, a, b);
}

static void
warn_number(struct list *l, const struct consist_wagon *w, enum list_column column,
            enum rc_code code, const char *a, long long b)
{
    char text[24];
    snprintf(text, sizeof text, "%lld", b);
    warn(l, w, column, code, a, text);
}

static void
check_verdict(struct list *l, const struct consist_wagon *w, enum list_column column, const char *s,
              struct number n, enum rc_code check, enum rc_code shape)
{
    if (n.verdict == NUMBER_BAD_CHECK)
        warn_number(l, w, column, check, s, n.expected);
    else if (n.verdict == NUMBER_BAD_SHAPE)
        warn(l, w, column, shape, s, NULL);
}

/* A spreadsheet takes 011005 for a number and drops its first zero. */
static bool
lost_zero(const char *s, struct number (*code)(const char *), char out[8])
{
    if (strlen(s) != 5 || strspn(s, "0123456789") != 5)
        return false;
    snprintf(out, 8, "0%s", s);
    return code(out).verdict == NUMBER_OK;
}

static void
check_station(struct list *l, const struct consist_wagon *w, enum list_column column, const char *s)
{
    char padded[8];
    /* A name in place of the code is as good for the officer. */
    if (!strpbrk(s, "0123456789"))
        return;
    if (!l->short_codes && lost_zero(s, station_code, padded))
        warn(l, w, column, RC_W_STATION_ZERO, s, padded);
    else
        check_verdict(l, w, column, s, station_code(s), RC_W_STATION_CHECK, RC_W_STATION_SHAPE);
}

static void
check_cargo(struct list *l, const struct consist_wagon *w)
{
    char padded[8];
    if (!l->short_codes && lost_zero(w->cargo_etsng, cargo_code, padded))
        warn(l, w, LIST_CARGO_ETSNG, RC_W_CARGO_ZERO, w->cargo_etsng, padded);
    else if (*w->cargo_etsng)
        check_verdict(l, w, LIST_CARGO_ETSNG, w->cargo_etsng, cargo_code(w->cargo_etsng),
                      RC_W_CARGO_CHECK, RC_W_CARGO_SHAPE);
    if (*w->cargo_gng && gng_code(w->cargo_gng).verdict == NUMBER_BAD_SHAPE)
        warn(l, w, LIST_CARGO_GNG, RC_W_GNG_SHAPE, w->cargo_gng, NULL);

    const char *cargo = *w->cargo_etsng ? w->cargo_etsng : w->cargo_gng;
    enum list_column column = *w->cargo_etsng ? LIST_CARGO_ETSNG : LIST_CARGO_GNG;
    if (*cargo && w->net_kg < 0)
        warn(l, w, column, RC_W_CARGO_NO_MASS, cargo, NULL);
    if (w->net_kg > NET_HEAVY) {
        char text[24];
        snprintf(text, sizeof text, "%lld", (long long)w->net_kg);
        warn(l, w, LIST_NET_KG, RC_W_NET_HEAVY, text, NULL);
    }
}

static void
check_danger(struct list *l, const struct consist_wagon *w)
{
    if (*w->un_no && un_number(w->un_no).verdict == NUMBER_BAD_SHAPE)
        warn(l, w, LIST_UN_NO, RC_W_UN_SHAPE, w->un_no, NULL);
    if (*w->hazard_no && hazard_number(w->hazard_no).verdict == NUMBER_BAD_SHAPE)
        warn(l, w, LIST_HAZARD_NO, RC_W_HAZARD_SHAPE, w->hazard_no, NULL);
    if (*w->hazard_no && !*w->un_no)
        warn(l, w, LIST_HAZARD_NO, RC_W_HAZARD_ALONE, w->hazard_no, NULL);
}

static void
check_seals(struct list *l, const struct consist_wagon *w)
{
    for (size_t i = 0; i < w->n_seals; i++)
        if (!seal_usual(w->seals[i]))
            warn(l, w, LIST_SEALS, RC_W_SEAL_SHAPE, w->seals[i], NULL);
    /* Many lists only count the seals; that is compared at the wagon. */
    if (w->seal_count >= 0 && l->field_of[LIST_SEALS] && (size_t)w->seal_count != w->n_seals) {
        char count[24];
        snprintf(count, sizeof count, "%d", w->seal_count);
        warn_number(l, w, LIST_SEAL_COUNT, RC_W_SEAL_COUNT, count, (long long)w->n_seals);
    }
}

/* Once for a column: it is a matter of the heading. */
static void
check_small(struct list *l, const struct consist_wagon *w, enum list_column column, int64_t kg,
            int64_t small)
{
    char text[24];
    if (kg <= 0 || kg >= small || l->unit[column] != LIST_UNIT_KG || l->small_told[column])
        return;
    l->small_told[column] = true;
    snprintf(text, sizeof text, "%lld", (long long)kg);
    warn(l, w, column, RC_W_MASS_SMALL, text, heading_name(column));
}

void
list_check_wagon(struct list *l, const struct consist_wagon *w)
{
    check_small(l, w, LIST_NET_KG, w->net_kg, NET_SMALL);
    check_small(l, w, LIST_TARE_KG, w->tare_kg, TARE_SMALL);
    check_verdict(l, w, LIST_WAGON_NO, w->number, wagon_number(w->number), RC_W_WAGON_CHECK,
                  RC_W_WAGON_SHAPE);
    check_cargo(l, w);
    check_danger(l, w);
    check_station(l, w, LIST_ORIGIN_STATION, w->origin_station);
    check_station(l, w, LIST_DESTINATION_STATION, w->destination_station);
    check_seals(l, w);
    for (size_t i = 0; i < w->n_containers; i++)
        check_verdict(l, w, LIST_CONTAINERS, w->containers[i], container_number(w->containers[i]),
                      RC_W_CONTAINER_CHECK, RC_W_CONTAINER_SHAPE);
}

/* One number of the list, for finding the same one elsewhere. */
struct mention {
    char *key;
    const char *text;
    const struct consist_wagon *wagon;
    size_t order;
};

struct mentions {
    struct mention *list;
    size_t n, cap;
};

static int
by_key(const void *a, const void *b)
{
    const struct mention *x = a, *y = b;
    int keys = strcmp(x->key, y->key);
    return keys ? keys : (x->order > y->order) - (x->order < y->order);
}

static void
mention(struct mentions *m, const char *key, const char *text, const struct consist_wagon *wagon)
{
    ARRAY_GROW(m->list, m->n, m->cap);
    m->list[m->n] =
        (struct mention){.key = rc_strdup(key), .text = text, .wagon = wagon, .order = m->n};
    m->n++;
}

/* Warns of every mention but the first of its key. Frees m. */
static void
warn_repeated(struct list *l, struct mentions *m, enum list_column column, enum rc_code code)
{
    if (m->n)
        qsort(m->list, m->n, sizeof *m->list, by_key);
    size_t first = 0;
    for (size_t i = 1; i < m->n; i++) {
        if (strcmp(m->list[i].key, m->list[first].key) != 0)
            first = i;
        else
            warn_number(l, m->list[i].wagon, column, code, m->list[i].text,
                        m->list[first].wagon->line);
    }
    for (size_t i = 0; i < m->n; i++)
        free(m->list[i].key);
    free(m->list);
    *m = (struct mentions){0};
}

static int
by_position(const void *a, const void *b)
{
    const struct consist_wagon *const *x = a, *const *y = b;
    if ((*x)->position != (*y)->position)
        return (*x)->position < (*y)->position ? -1 : 1;
    return ((*x)->line > (*y)->line) - ((*x)->line < (*y)->line);
}

static void
check_positions(struct list *l)
{
    size_t n = l->out->n;
    const struct consist_wagon **sorted = rc_alloc(n ? n : 1, sizeof *sorted);
    for (size_t i = 0; i < n; i++)
        sorted[i] = &l->out->wagons[i];
    qsort(sorted, n, sizeof *sorted, by_position);
    const struct consist_wagon *first = NULL;
    for (size_t i = 0; i < n; i++) {
        const struct consist_wagon *w = sorted[i];
        int before = first ? first->position : 0;
        char text[24];
        snprintf(text, sizeof text, "%d", w->position);
        if (first && w->position == before) {
            warn_number(l, w, LIST_POSITION, RC_W_POSITION_TWICE, text, first->line);
            continue;
        }
        if (w->position != before + 1)
            warn_number(l, w, LIST_POSITION, RC_W_POSITION_GAP, text, before);
        first = w;
    }
    free(sorted);
}

void
list_check_all(struct list *l)
{
    struct mentions wagons = {0}, seals = {0};
    for (size_t i = 0; i < l->out->n; i++) {
        const struct consist_wagon *w = &l->out->wagons[i];
        struct number n = wagon_number(w->number);
        mention(&wagons, *n.text ? n.text : w->number, w->number, w);
        for (size_t s = 0; s < w->n_seals; s++) {
            char fold[SEAL_NO_SIZE];
            if (seal_fold(w->seals[s], fold))
                mention(&seals, fold, w->seals[s], w);
        }
    }
    warn_repeated(l, &wagons, LIST_WAGON_NO, RC_W_WAGON_TWICE);
    warn_repeated(l, &seals, LIST_SEALS, RC_W_SEAL_TWICE);
    check_positions(l);
}
