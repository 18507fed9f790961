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
    const char *encoding; /* "UTF-8" "CP1251" ... */
    char **headings;      /* of a table, as written, without the blanks around them */
    size_t n_headings, cap_headings;
    size_t rows; /* of wagons, the rejected ones too; blank ones do not count */
    struct consist_rejected *rejected;
    size_t n_rejected, cap_rejected;
    bool usable;        /* nothing is wrong but the rejected rows: the rest can be taken */
    char delimiter;     /* '\0': the list is no table */
    const char *format; /* "csv" "message02" "taf" */
    char *raw;          /* service phrase of a message; NULL none */
    /* Questions without whose answer the list must not be used; told answers them. */
    bool asks_from, asks_section;
    struct consist_section *sections;
    size_t n_sections, cap_sections;
};

#define CONSIST_COLUMNS_MAX 32 /* more than a list can have */

/* "This column is under that heading." */
struct consist_column {
    const char *name; /* wagon_no …; net_t and tare_t for a mass in tonnes */
    const char *heading;
};

/* How a list is to be read; all zero: found out. */
struct consist_choice {
    const char *encoding; /* a name that consist_encoding_known knows; NULL or "": found out */
    const struct consist_column *columns; /* of a table */
    size_t n_columns;
    struct consist_told told;
};

/* What a reader has to know besides the text. */
struct consist_options {
    const struct kind_names *kinds;
    struct moment now; /* for times without an offset, and for dates without a year */
    struct consist_choice choice;
};

/*
 * Reads text (len bytes, file is for messages): a table (consist_csv.h), message 02 or its
 * print-out (message02.h), or TAF TSI XML (taf_xml.h). False when errors has anything; then
 * out->usable tells whether out->wagons are nevertheless what the file says but for out->rejected
 * (never so for XML). XML says its encoding itself: a chosen one is not used, with a warning.
 * Columns chosen for what is no table are an error. Warnings come with line and column (field
 * number of a table or message); both lists are in the order of the file. out is released by the
 * caller in either case.
 */
bool consist_read(const char *text, size_t len, const char *file,
                  const struct consist_options *options, struct consist *out, struct notes *errors,
                  struct notes *warnings);

/* The name of the i-th encoding; NULL behind the last. */
const char *consist_encoding(size_t i);
/* Does name mean an encoding? Case, hyphens and blanks do not count. */
bool consist_encoding_known(const char *name);
/* Is name one that struct consist_column may have? */
bool consist_column_known(const char *name);

void consist_release(struct consist *c);
void consist_wagon_release(struct consist_wagon *w);

#endif
