/* SPDX-License-Identifier: ISC */
/* Private to the reader of lists: the list being read, its values and its checks. */
#ifndef RC_EXCHANGE_CONSIST_LIST_H
#define RC_EXCHANGE_CONSIST_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "exchange/consist.h"
#include "exchange/consist_csv.h"
#include "exchange/consist_headings.h"
#include "exchange/csv_read.h"

#define LIST_ERRORS_MAX 100 /* more are counted, not told */
#define LIST_REJECTED_MAX CONSIST_WAGONS_MAX
#define LIST_WARNINGS_MAX 2000

#define LIST_NUMBER_MAX 20 /* characters of a wagon, container or train number */
#define LIST_CODE_MAX 40   /* of a code */
#define LIST_TEXT_MAX 500  /* of a name */

struct list {
    const char *file;
    int offset_min; /* the post's clock */
    const struct kind_names *kinds;
    struct consist *out;
    struct notes *errors, *warnings;
    size_t n_fields; /* of the headings; 0: not seen yet */
    unsigned heading_line;
    unsigned field_of[LIST_COLUMNS]; /* 1-based field of each column; 0: the list has none */
    enum list_unit unit[LIST_COLUMNS];
    /* Said once for the whole list: no position, an unknown direction, masses too small. */
    bool position_told, direction_told, small_told[LIST_COLUMNS];
    size_t trimmed; /* fields that had blanks around their text */
    /* Errors are about the row being read, or else about the whole list. */
    bool in_row, row_failed, failed;
    struct rc_error why; /* the first of the row */
    bool short_codes;    /* station and cargo codes stand without their check digit */
};

/* field is the field number in its row, 0 when the note is about the row. */
void list_error(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
                const char *b);
void list_warning(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
                  const char *b);

/* --- lists of every format (consist_list.c) --- */

/* The same as list_error with what is wrong made already. */
void list_fail(struct list *l, const struct rc_error *why);
/* An empty consist of that format. */
void list_empty(struct consist *out, const char *format);
/* Adds the text as UTF-8 to out, in the encoding that was chosen, or ("" or NULL) that it seems to
 * be in. False and an error: it cannot be. */
bool list_decode(struct list *l, const char *text, size_t len, const char *chosen, struct buf *out);
/* Keeps the row as rejected, because of l->why. False and an error: there are too many. */
bool list_reject(struct list *l, unsigned line, const char *row, size_t len);
/* All is read: sorts the notes as they are met in the file; can the wagons be used? */
void list_end(struct list *l);

/* --- lists that are no tables (consist_list.c) --- */

/* Are no columns chosen? An error when there are: only tables have columns. */
bool list_no_columns(struct list *l, const struct consist_choice *choice);
/* One more wagon, every text of it empty; NULL and an error when there are too many. */
struct consist_wagon *list_add_wagon(struct list *l, unsigned line);
/* Puts a copy of s in the place of *text. */
void list_set(char **text, const char *s);
/* Has s more than max characters? An error, with the counts, when it has. */
bool list_long(struct list *l, unsigned line, unsigned field, const char *s, size_t max);
/* Is there a character in s that hides or fakes text? An error, with its name, when there is. */
bool list_hostile(struct list *l, unsigned line, unsigned field, const char *s);

/* --- headings (consist_columns.c) --- */

/* Finds the columns in the heading row. False: the list cannot be read. */
bool list_headings(struct list *l, const struct csv_record *record,
                   const struct consist_choice *choice);

/* --- rows (consist_row.c) --- */

/* Are the fields free of hostile characters? An error for each that is not. */
bool list_clean(struct list *l, const struct csv_record *record);
/* Adds the wagon of a row below the headings, or rejects the row. False: the reading ends here. */
bool list_row(struct list *l, const struct csv_record *record);

/* --- values (consist_values.c) --- */

/* A copy of s without the blanks (tabs, line ends, no-break spaces) around it. */
char *list_trimmed(const char *s);
/* A whole number in min..max; empty gives none. */
bool list_integer(const char *s, int64_t min, int64_t max, int64_t none, int64_t *out);
/*
 * A mass in kilograms, rounded; empty gives -1. Blanks between thousands are fine. In kilograms
 * three digits behind point or comma are refused: nobody knows whether they are thousands.
 */
bool list_mass(const char *s, enum list_unit unit, int64_t *out);
/* Adds the texts of a list: with ; , or line ends between, or, where none of them is, blanks. */
void list_split(const char *s, char ***texts, size_t *n, size_t *cap);
/* "in", "out", or NULL for a word that nobody knows; "" stays "". */
const char *list_direction(const char *s);
/* The kind that s names, NULL when nobody knows it; "" stays "". */
const char *list_kind(const struct kind_names *kinds, const char *s);

/* --- checks (consist_check.c): all of them only warn --- */

void list_check_wagon(struct list *l, const struct consist_wagon *w);
/* What only the whole list shows: duplicates, gaps. */
void list_check_all(struct list *l);

#endif
