/* SPDX-License-Identifier: ISC */
/*
 * Memory that is either there or ends the program cleanly.
 *
 * rc_alloc & co. never return NULL: when memory runs out they call the hook (the terminal restores
 * itself there) and exit with status 3. Importers, whose sizes come from files, use rc_try_realloc
 * with a bound of their own and fail softly.
 */
#ifndef RC_BASE_ALLOC_H
#define RC_BASE_ALLOC_H

#include <stddef.h>

/* Zeroed memory for count members of size bytes each. */
void *rc_alloc(size_t count, size_t size) __attribute__((returns_nonnull, malloc));

/* Grows or shrinks p (NULL allowed) to count * size bytes; new bytes are not initialised. */
void *rc_realloc(void *p, size_t count, size_t size) __attribute__((returns_nonnull));

/* Like rc_realloc, but gives NULL (p stays valid) when memory or the size arithmetic runs out. */
void *rc_try_realloc(void *p, size_t count, size_t size);

/* A copy of s; NULL stays NULL. */
char *rc_strdup(const char *s);

/* A NUL-terminated copy of len bytes at s. */
char *rc_memdup(const char *s, size_t len) __attribute__((returns_nonnull));

/* Called once before the program ends for want of memory; NULL to remove. */
void rc_alloc_hook(void (*hook)(void));

/*
 * Makes room for one more member in a typed growable array:
 *     ARRAY_GROW(list->items, list->n, list->cap);
 *     list->items[list->n++] = item;
 */
#define ARRAY_GROW(array, n, cap)                                                                  \
    do {                                                                                           \
        if ((n) == (cap)) {                                                                        \
            (cap) = (cap) ? (cap)*2 : 8;                                                           \
            (array) = rc_realloc((array), (cap), sizeof *(array));                                 \
        }                                                                                          \
    } while (0)

#define ARRAY_LEN(array) (sizeof(array) / sizeof *(array))

#endif
