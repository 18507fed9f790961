/* SPDX-License-Identifier: ISC */
/* A consist as a list brings it: releasing what it owns. */
#include "config.h"

#include "exchange/consist.h"

static void
release_texts(char **texts, size_t n)
{
    for (size_t i = 0; i < n; i++)
        free(texts[i]);
    free(texts);
}

void
consist_wagon_release(struct consist_wagon *w)
{
    free(w->number);
    free(w->kind);
    free(w->owner_railway);
    free(w->cargo_etsng);
    free(w->cargo_gng);
    free(w->cargo_name);
    free(w->un_no);
    free(w->hazard_no);
    free(w->emergency_card);
    free(w->origin_station);
    free(w->destination_station);
    free(w->consignor);
    free(w->consignee);
    release_texts(w->seals, w->n_seals);
    release_texts(w->containers, w->n_containers);
}

void
consist_release(struct consist *c)
{
    for (size_t i = 0; i < c->n; i++)
        consist_wagon_release(&c->wagons[i]);
    free(c->wagons);
    release_texts(c->headings, c->n_headings);
    for (size_t i = 0; i < c->n_rejected; i++)
        free(c->rejected[i].text);
    free(c->rejected);
    free(c->train_no);
    free(c->train_index);
    free(c->direction);
    *c = (struct consist){0};
}
