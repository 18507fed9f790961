/* SPDX-License-Identifier: ISC */
/* Strings of one result in a few large blocks, freed together. */
#include "config.h"

#include "store/arena.h"

#include <string.h>

#include "base/alloc.h"

struct block {
    struct block *next;
    size_t used, size;
    char bytes[];
};

struct arena {
    struct block *blocks; /* the one in use first */
};

static struct block *
block_new(size_t size)
{
    struct block *b = rc_alloc(1, sizeof *b + size);

    b->size = size;
    return b;
}

const char *
arena_text(struct arena **arena, const char *text, size_t len)
{
    const size_t usual = 4000;
    struct block *b;
    char *copy;

    if (!*arena)
        *arena = rc_alloc(1, sizeof **arena);
    b = (*arena)->blocks;
    if (!b || b->size - b->used <= len) {
        b = block_new(len + 1 > usual ? len + 1 : usual);
        b->next = (*arena)->blocks;
        (*arena)->blocks = b;
    }
    copy = b->bytes + b->used;
    if (len)
        memcpy(copy, text, len);
    copy[len] = '\0';
    b->used += len + 1;
    return copy;
}

void
arena_free(struct arena *arena)
{
    if (!arena)
        return;
    for (struct block *b = arena->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    free(arena);
}
