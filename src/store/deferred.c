/* SPDX-License-Identifier: ISC */
/* Open-addressing hash table of wagons whose counts are behind. */
#include "config.h"

#include "store/deferred.h"

#include "base/alloc.h"

static struct deferred_wagon *
slot_of(const struct deferred *d, int64_t wagon)
{
    const uint64_t spread = (uint64_t)wagon * UINT64_C(0x9e3779b97f4a7c15);
    size_t i = (size_t)(spread >> 32) & (d->cap - 1);

    while (d->slots[i].last.wagon && d->slots[i].last.wagon != wagon)
        i = (i + 1) & (d->cap - 1);
    return &d->slots[i];
}

static void
grow(struct deferred *d)
{
    struct deferred larger = {.n = d->n, .cap = d->cap ? d->cap * 2 : 128, .kinds = d->kinds};

    larger.slots = rc_alloc(larger.cap, sizeof *larger.slots);
    for (size_t i = 0; i < d->cap; i++) {
        if (d->slots[i].last.wagon)
            *slot_of(&larger, d->slots[i].last.wagon) = d->slots[i];
    }
    free(d->slots);
    *d = larger;
}

struct deferred_wagon *
deferred_wagon(struct deferred *d, int64_t wagon)
{
    struct deferred_wagon *w;

    if ((d->n + 1) * 2 > d->cap)
        grow(d);
    w = slot_of(d, wagon);
    if (!w->last.wagon) {
        w->last.wagon = wagon;
        d->n++;
    }
    return w;
}

void
deferred_put(struct deferred *d, struct deferred_wagon *w, const struct fact *f)
{
    const struct name none = {0};

    if (!names_find(&d->kinds, f->kind))
        names_add(&d->kinds, f->kind, &none);
    w->last = *f;
    w->last.kind = names_find(&d->kinds, f->kind)->text;
    w->last.body = NULL;
}

void
deferred_release(struct deferred *d)
{
    free(d->slots);
    names_clear(&d->kinds);
    *d = (struct deferred){0};
}
