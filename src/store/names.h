/* SPDX-License-Identifier: ISC */
/* Room-private. Names and the short integers that stand for them in the database, kept in memory.
 */
#ifndef RC_STORE_NAMES_H
#define RC_STORE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum name_list {
    NAME_DEVICE,
    NAME_ACTOR,
    NAME_KIND,
    NAME_TRAIN,
    NAME_WAGON,   /* extra: id of its train */
    NAME_SESSION, /* "boot actor offset"; extra: its at, more: its uptime */
    NAME_LISTS
};

struct name {
    char *text; /* NULL: a free slot */
    int64_t id, extra, more;
};

/* A hash table; zeroed it is a valid empty one. */
struct names {
    struct name *slots;
    size_t n, cap;
};

/* The entry of text; NULL when it is not known (yet). Valid until the next names_add. */
const struct name *names_find(const struct names *names, const char *text);
/* Adds text, which is not there yet, with the numbers of values. */
void names_add(struct names *names, const char *text, const struct name *values);
/* Forgets and frees all. */
void names_clear(struct names *names);

#endif
