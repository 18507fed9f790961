/* SPDX-License-Identifier: ISC */
/* Doubts about a consist: said with line and column, never repaired. */
#include "config.h"

#include "exchange/consist_check.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "core/numbers.h"
#include "core/seal.h"

#define NET_HEAVY_KG 100000

struct check {
    const struct consist *c;
    const char *file;
    const unsigned *field;
    struct notes *warnings;
};

static void
warn(struct check *k, unsigned line, enum column column, enum rc_code code, const char *a,
     const char *b)
{
    struct rc_error note = {0};

    rc_fail(&note, code, a, b);
    rc_error_at(&note, k->file, line, k->field[column]);
    notes_add(k->warnings, &note);
}

static void
warn_number(struct check *k, unsigned line, enum column column, enum rc_code code, const char *a,
            int64_t n)
{
    char text[24];

    snprintf(text, sizeof text, "%" PRId64, n);
    warn(k, line, column, code, a, text);
}

/* The verdict on one number; shape and bad are the codes to warn with. */
static void
check_number(struct check *k, unsigned line, enum column column, const char *text,
             struct number number, enum rc_code bad, enum rc_code shape)
{
    if (!*text)
        return;
    if (number.verdict == NUMBER_BAD_CHECK)
        warn_number(k, line, column, bad, text, number.expected);
    else if (number.verdict == NUMBER_BAD_SHAPE)
        warn(k, line, column, shape, text, NULL);
}

/* Spreadsheets drop the first zero of a code: five digits that would fit with one. */
static void
check_zero(struct check *k, unsigned line, enum column column, const char *text, enum rc_code code)
{
    char padded[8];

    if (strlen(text) != 5 || strspn(text, "0123456789") != 5)
        return;
    snprintf(padded, sizeof padded, "0%.5s", text);
    if (station_code(padded).verdict == NUMBER_OK)
        warn(k, line, column, code, text, padded);
}

static void
check_codes(struct check *k, const struct consist_wagon *w)
{
    check_number(k, w->line, COL_WAGON_NO, w->number, wagon_number(w->number), RC_W_WAGON_CHECK,
                 RC_W_WAGON_SHAPE);
    for (size_t i = 0; i < w->n_containers; i++)
        check_number(k, w->line, COL_CONTAINERS, w->containers[i],
                     container_number(w->containers[i]), RC_W_CONTAINER_CHECK,
                     RC_W_CONTAINER_SHAPE);
    check_number(k, w->line, COL_ORIGIN, w->origin_station, station_code(w->origin_station),
                 RC_W_STATION_CHECK, RC_W_STATION_SHAPE);
    check_number(k, w->line, COL_DESTINATION, w->destination_station,
                 station_code(w->destination_station), RC_W_STATION_CHECK, RC_W_STATION_SHAPE);
    check_zero(k, w->line, COL_ORIGIN, w->origin_station, RC_W_STATION_ZERO);
    check_zero(k, w->line, COL_DESTINATION, w->destination_station, RC_W_STATION_ZERO);
    check_number(k, w->line, COL_CARGO_ETSNG, w->cargo_etsng, cargo_code(w->cargo_etsng),
                 RC_W_CARGO_CHECK, RC_W_CARGO_SHAPE);
    check_zero(k, w->line, COL_CARGO_ETSNG, w->cargo_etsng, RC_W_CARGO_ZERO);
    check_number(k, w->line, COL_CARGO_GNG, w->cargo_gng, gng_code(w->cargo_gng), RC_W_GNG_SHAPE,
                 RC_W_GNG_SHAPE);
    check_number(k, w->line, COL_UN_NO, w->un_no, un_number(w->un_no), RC_W_UN_SHAPE,
                 RC_W_UN_SHAPE);
    check_number(k, w->line, COL_HAZARD_NO, w->hazard_no, hazard_number(w->hazard_no),
                 RC_W_HAZARD_SHAPE, RC_W_HAZARD_SHAPE);
    if (*w->hazard_no && !*w->un_no)
        warn(k, w->line, COL_HAZARD_NO, RC_W_HAZARD_ALONE, w->hazard_no, NULL);
}

static void
check_load(struct check *k, const struct consist_wagon *w)
{
    char count[24];

    if (w->seal_count >= 0 && (size_t)w->seal_count != w->n_seals) {
        snprintf(count, sizeof count, "%d", w->seal_count);
        warn_number(k, w->line, COL_SEAL_COUNT, RC_W_SEAL_COUNT, count, (int64_t)w->n_seals);
    }
    for (size_t i = 0; i < w->n_seals; i++) {
        if (!seal_usual(w->seals[i]))
            warn(k, w->line, COL_SEALS, RC_W_SEAL_SHAPE, w->seals[i], NULL);
    }
    if (*w->cargo_etsng && w->net_kg < 0 && (k->field[COL_NET_KG] || k->field[COL_NET_T]))
        warn(k, w->line, k->field[COL_NET_KG] ? COL_NET_KG : COL_NET_T, RC_W_CARGO_NO_MASS,
             w->cargo_etsng, NULL);
    if (w->net_kg > NET_HEAVY_KG) {
        snprintf(count, sizeof count, "%" PRId64, w->net_kg);
        warn(k, w->line, k->field[COL_NET_KG] ? COL_NET_KG : COL_NET_T, RC_W_NET_HEAVY, count,
             NULL);
    }
}

/* A text with the wagon that it belongs to, to find the same one on two wagons. */
struct held {
    char text[SEAL_NO_SIZE];
    const struct consist_wagon *wagon;
};

static int
by_text(const void *a, const void *b)
{
    const struct held *x = a, *y = b;
    int order = strcmp(x->text, y->text);

    return order ? order : (x->wagon->line > y->wagon->line) - (x->wagon->line < y->wagon->line);
}

static void
check_twice(struct check *k, struct held *list, size_t n, enum column column, enum rc_code code)
{
    qsort(list, n, sizeof *list, by_text);
    for (size_t i = 1; i < n; i++) {
        if (strcmp(list[i - 1].text, list[i].text) == 0)
            warn_number(k, list[i].wagon->line, column, code, list[i].text,
                        list[i - 1].wagon->line);
    }
}

static void
check_duplicates(struct check *k)
{
    const struct consist *c = k->c;
    struct held *list;
    size_t n = 0, seals = 0;

    for (size_t i = 0; i < c->n; i++)
        seals += c->wagons[i].n_seals;
    list = rc_alloc(c->n + seals, sizeof *list);
    for (size_t i = 0; i < c->n; i++) {
        snprintf(list[i].text, sizeof list[i].text, "%.80s", c->wagons[i].number);
        list[i].wagon = &c->wagons[i];
    }
    check_twice(k, list, c->n, COL_WAGON_NO, RC_W_WAGON_TWICE);
    for (size_t i = 0; i < c->n; i++) {
        snprintf(list[i].text, sizeof list[i].text, "%d", c->wagons[i].position);
        list[i].wagon = &c->wagons[i];
    }
    if (k->field[COL_POSITION])
        check_twice(k, list, c->n, COL_POSITION, RC_W_POSITION_TWICE);
    for (size_t i = 0; i < c->n; i++) {
        for (size_t s = 0; s < c->wagons[i].n_seals; s++) {
            if (!seal_fold(c->wagons[i].seals[s], list[n].text))
                continue;
            list[n++].wagon = &c->wagons[i];
        }
    }
    check_twice(k, list, n, COL_SEALS, RC_W_SEAL_TWICE);
    free(list);
}

void
consist_check(const struct consist *c, const char *file, const unsigned field[COLUMNS],
              struct notes *warnings)
{
    struct check k = {c, file, field, warnings};

    if (!c->n)
        return;
    if (!*c->train_no)
        warn(&k, c->wagons[0].line, COL_TRAIN_NO, RC_W_LIST_NO_TRAIN, NULL, NULL);
    if (*c->train_index && train_index(c->train_index).verdict == NUMBER_BAD_SHAPE)
        warn(&k, c->wagons[0].line, COL_TRAIN_INDEX, RC_W_LIST_INDEX, c->train_index, NULL);
    if (!field[COL_POSITION])
        warn(&k, c->wagons[0].line, COL_POSITION, RC_W_LIST_NO_POSITION, NULL, NULL);
    for (size_t i = 0; i < c->n; i++) {
        check_codes(&k, &c->wagons[i]);
        check_load(&k, &c->wagons[i]);
        if (i && c->wagons[i].position > c->wagons[i - 1].position + 1) {
            char position[16];

            snprintf(position, sizeof position, "%d", c->wagons[i].position);
            warn_number(&k, c->wagons[i].line, COL_POSITION, RC_W_POSITION_GAP, position,
                        c->wagons[i - 1].position);
        }
    }
    check_duplicates(&k);
}
