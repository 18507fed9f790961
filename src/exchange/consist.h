/* SPDX-License-Identifier: ISC */
/* A consist as a list brings it: one train and its wagons in order, not yet in the database. */
#ifndef RC_EXCHANGE_CONSIST_H
#define RC_EXCHANGE_CONSIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/moment.h"

#define CONSIST_WAGONS_MAX 2000

/* Kinds that the list may name: the sheet's name or its label in any language, and synonyms. */
struct kind_name {
    const char *written; /* as a list writes it, any case */
    const char *kind;
};
struct kind_names {
    const struct kind_name *names;
    size_t n;
};

struct consist_wagon {
    unsigned line; /* in the file */
    int position;
    char *number; /* as written, trimmed */
    char *kind;   /* name of a sheet; "" when the list says none or one that nobody knows */
    char *owner_railway, *cargo_etsng, *cargo_gng, *cargo_name;
    int64_t net_kg, tare_kg; /* -1: not given */
    int axles;               /* 0: not given */
    char *un_no, *hazard_no, *emergency_card;
    char *origin_station, *destination_station, *consignor, *consignee;
    int seal_count; /* -1: not given */
    char **seals;
    size_t n_seals, cap_seals;
    char **containers;
    size_t n_containers, cap_containers;
};

/* A row that cannot be taken. */
struct consist_rejected {
    unsigned line;
    char *text;          /* the row as it stands in the file, as UTF-8 */
    struct rc_error why; /* the first thing that is wrong */
};

struct consist {
    char *train_no, *train_index, *direction; /* direction: "in" "out" "" */
    struct moment arrived;                    /* ms 0: not given */
    struct consist_wagon *wagons;
    size_t n, cap;
    /* how it was read, for the preview */
    const char *encoding; /* "UTF-8" "CP1251" */
    char delimiter;
    char **headings; /* as written, without the blanks around them */
    size_t n_headings, cap_headings;
    size_t rows; /* below the headings; blank ones do not count */
    struct consist_rejected *rejected;
    size_t n_rejected, cap_rejected;
    bool usable; /* nothing is wrong but the rejected rows: the rest can be taken */
};

void consist_release(struct consist *c);
void consist_wagon_release(struct consist_wagon *w);

#endif
