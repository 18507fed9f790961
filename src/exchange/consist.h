/* SPDX-License-Identifier: ISC */
/*
 * A consist as a list brings it: one train and its wagons in order, not yet in the database.
 * consist_read is the door: what the text looks like decides which reader takes it.
 */
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
    char *raw; /* the row as the message has it; NULL: the list is a table */
};

/* Which end of the train a list begins at. */
enum consist_from { FROM_UNKNOWN, FROM_HEAD, FROM_TAIL };

/* A part of the journey for which a message lists the wagons anew. */
struct consist_section {
    char *name; /* its stations, as the message has them; "" none */
    size_t wagons;
};

/* What the file does not say and people can. */
struct consist_told {
    enum consist_from from;
    unsigned section; /* 1-based; 0: not told */
};

struct consist {
    char *train_no, *train_index, *direction; /* direction: "in" "out" "" */
    struct moment arrived;                    /* ms 0: not given */
    struct consist_wagon *wagons;
    size_t n, cap;
    /* how it was read, for the preview */
    const char *encoding; /* "UTF-8" "CP1251" */
    char delimiter;       /* '\0': the list is no table */
    const char *format;   /* "csv" "message02" "taf" */
    char *raw;            /* service phrase of a message; NULL none */
    /* Questions without whose answer the list must not be used; told answers them. */
    bool asks_from, asks_section;
    struct consist_section *sections;
    size_t n_sections, cap_sections;
};

/* What a reader has to know besides the text. */
struct consist_options {
    const struct kind_names *kinds;
    struct moment now; /* for times without an offset, and for dates without a year */
    struct consist_told told;
};

/*
 * Reads text (len bytes, file is for messages): a table (consist_csv.h), message 02 or its
 * print-out (message02.h), or TAF TSI XML (taf_xml.h). False when errors has anything: then nothing
 * of the file is used. Warnings come with line and column (field number of a table or message);
 * both lists are in the order of the file. out is released by the caller in either case.
 */
bool consist_read(const char *text, size_t len, const char *file,
                  const struct consist_options *options, struct consist *out, struct notes *errors,
                  struct notes *warnings);

void consist_release(struct consist *c);

#endif
