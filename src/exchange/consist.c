/* SPDX-License-Identifier: ISC */
/* Frees a consist. */
#include "config.h"

#include "exchange/consist.h"

#include <stdlib.h>

static void
wagon_release(struct consist_wagon *w)
{
    char *texts[] = {w->number,
                     w->kind,
                     w->owner_railway,
                     w->cargo_etsng,
                     w->cargo_gng,
                     w->cargo_name,
                     w->un_no,
                     w->hazard_no,
                     w->emergency_card,
                     w->origin_station,
                     w->destination_station,
                     w->consignor,
                     w->consignee};

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        free(texts[i]);
    for (size_t i = 0; i < w->n_seals; i++)
        free(w->seals[i]);
    for (size_t i = 0; i < w->n_containers; i++)
        free(w->containers[i]);
    free(w->seals);
    free(w->containers);
}

void
consist_release(struct consist *c)
{
    for (size_t i = 0; i < c->n; i++)
        wagon_release(&c->wagons[i]);
    free(c->wagons);
    free(c->train_no);
    free(c->train_index);
    free(c->direction);
    *c = (struct consist){0};
}
