/* SPDX-License-Identifier: ISC */
/* Private to the reader of message 02: a message cut into parts, and what each part may be. */
#ifndef RC_EXCHANGE_MESSAGE02_PARTS_H
#define RC_EXCHANGE_MESSAGE02_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "exchange/consist_list.h"

#define MESSAGE_FIELDS_MAX 48

/* The service phrase or a row: fields with blanks between. */
struct part {
    unsigned line;
    char *raw;  /* as it stands, line ends as blanks, trimmed */
    char *copy; /* cut into the fields */
    const char *field[MESSAGE_FIELDS_MAX];
    size_t n; /* fields behind MESSAGE_FIELDS_MAX are left out */
};

void part_cut(struct part *p, const char *s, size_t len, unsigned line);
void part_release(struct part *p);
/* Is s of min..max characters, all of them digits? */
bool all_digits(const char *s, size_t min, size_t max);

/* A message being read. */
struct message {
    struct list list;
    struct moment now;
    int64_t gross_t;         /* of the service phrase; -1: not given */
    unsigned long long told; /* bit i: field i of rows is noted as kept, once for all */
};

/* --- text (message02_text.c) --- */

/* list_decode into an empty out, control characters of printers as blanks. */
bool message_decode(struct list *l, const char *text, size_t len, const char *chosen,
                    struct buf *out);

/* Where a message begins. */
struct message_start {
    size_t at;     /* of its number */
    bool wire;     /* "(:" stands before it; else it is a line of a print-out */
    char other[8]; /* number of a message that is no list; "" it is 02 or 902 */
};
/* The next start in text from `from` on; false: none. */
bool message_find(const char *text, size_t len, size_t from, struct message_start *out);

/* --- parts --- */

/* The service phrase (message02_phrase.c): number, time and index of the train. False: an error. */
bool message_phrase(struct message *m, const struct part *p);
/* A row (message02_row.c): one wagon, or a note that it is none, or it is rejected. False: the
 * reading ends here. */
bool message_row(struct message *m, const struct part *p);

#endif
