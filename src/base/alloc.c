/* SPDX-License-Identifier: ISC */
/* Memory that is there, or a clean end. */
#include "config.h"

#include "base/alloc.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void (*hook)(void);

void
rc_alloc_hook(void (*new_hook)(void))
{
    hook = new_hook;
}

static _Noreturn void
no_memory(void)
{
    static const char text[] = "railcheck: out of memory; what was saved is safe\n";

    if (hook)
        hook();
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0) {
        /* Nothing more can be done. */
    }
    _exit(3);
}

void *
rc_alloc(size_t count, size_t size)
{
    void *p = calloc(count ? count : 1, size ? size : 1);

    if (!p)
        no_memory();
    return p;
}

void *
rc_try_realloc(void *p, size_t count, size_t size)
{
    size_t bytes;

    if (__builtin_mul_overflow(count, size, &bytes))
        return NULL;
    return realloc(p, bytes ? bytes : 1);
}

void *
rc_realloc(void *p, size_t count, size_t size)
{
    void *grown = rc_try_realloc(p, count, size);

    if (!grown)
        no_memory();
    return grown;
}

char *
rc_memdup(const char *s, size_t len)
{
    char *copy;

    if (len == SIZE_MAX)
        no_memory();
    copy = rc_alloc(len + 1, 1);
    if (len)
        memcpy(copy, s, len);
    return copy;
}

char *
rc_strdup(const char *s)
{
    return s ? rc_memdup(s, strlen(s)) : NULL;
}
