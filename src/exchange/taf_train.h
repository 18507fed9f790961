/* SPDX-License-Identifier: ISC */
/* Private to the reader of TAF TSI messages: from elements to a train, whoever parses the XML. */
#ifndef RC_EXCHANGE_TAF_TRAIN_H
#define RC_EXCHANGE_TAF_TRAIN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "exchange/consist_list.h"

#define TAF_TEXT_MAX 1000 /* bytes of an element's text that is read */

/* The message being read. */
struct taf {
    struct list list;
    unsigned told; /* section, 0 none */
    unsigned section;
    struct buf stations; /* of the section */
    /* The wagon being read. */
    struct consist_wagon *wagon;
    size_t dangers;                 /* dangerous goods of it so far */
    struct buf more;                /* UN numbers of those that have no place in the record */
    char hazard[LIST_CODE_MAX + 1]; /* hazard number met before its UN number */
    /* Hash of the wagons of each section, to see whether they are the same. */
    unsigned long long first_hash, hash;
    bool differ;
};

/* Is the text of this element wanted? */
bool taf_wants(const char *name);
/* An element begins / ends; text is what stood in it, trimmed ("" when it is not wanted). */
void taf_begin(struct taf *t, const char *name, unsigned line);
void taf_end(struct taf *t, const char *name, const char *text, unsigned line, unsigned column);
/* What only the whole message shows. */
void taf_finish(struct taf *t);
void taf_release(struct taf *t);

#endif
