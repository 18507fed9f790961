/* SPDX-License-Identifier: ISC */
/* Open-addressing hash table of names (FNV-1a). */
#include "config.h"

#include "store/names.h"

#include <string.h>

#include "base/alloc.h"

static size_t
slot_of(const struct names *names, const char *text)
{
    uint64_t h = UINT64_C(14695981039346656037);
    size_t i;

    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        h = (h ^ *c) * UINT64_C(1099511628211);
    for (i = (size_t)h & (names->cap - 1); names->slots[i].text; i = (i + 1) & (names->cap - 1)) {
        if (strcmp(names->slots[i].text, text) == 0)
            break;
    }
    return i;
}

const struct name *
names_find(const struct names *names, const char *text)
{
    const struct name *found;

    if (!names->n)
        return NULL;
    found = &names->slots[slot_of(names, text)];
    return found->text ? found : NULL;
}

static void
grow(struct names *names)
{
    struct names larger = {.n = names->n, .cap = names->cap ? names->cap * 2 : 64};

    larger.slots = rc_alloc(larger.cap, sizeof *larger.slots);
    for (size_t i = 0; i < names->cap; i++) {
        if (names->slots[i].text)
            larger.slots[slot_of(&larger, names->slots[i].text)] = names->slots[i];
    }
    free(names->slots);
    *names = larger;
}

void
names_add(struct names *names, const char *text, const struct name *values)
{
    struct name *slot;

    if ((names->n + 1) * 2 > names->cap)
        grow(names);
    slot = &names->slots[slot_of(names, text)];
    *slot = *values;
    slot->text = rc_strdup(text);
    names->n++;
}

void
names_clear(struct names *names)
{
    for (size_t i = 0; i < names->cap; i++)
        free(names->slots[i].text);
    free(names->slots);
    *names = (struct names){0};
}
