/* SPDX-License-Identifier: ISC */
/* Room-private. A block of memory that the strings of one query's result live and die in. */
#ifndef RC_STORE_ARENA_H
#define RC_STORE_ARENA_H

#include <stddef.h>

struct arena;

/* A copy of len bytes at text, NUL-terminated. *arena is made when it is NULL. */
const char *arena_text(struct arena **arena, const char *text, size_t len);
/* Frees all of it; NULL is fine. */
void arena_free(struct arena *arena);

#endif
