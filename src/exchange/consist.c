/* SPDX-License-Identifier: ISC */
/* A consist as a list brings it: which reader takes the text, and releasing what it owns. */
#include "config.h"

#include "exchange/consist.h"

#include "exchange/consist_csv.h"
#include "exchange/consist_headings.h"
#include "exchange/encoding.h"
#include "exchange/message02.h"
#include "exchange/taf_xml.h"

bool
consist_read(const char *text, size_t len, const char *file, const struct consist_options *options,
             struct consist *out, struct notes *errors, struct notes *warnings)
{
    if (taf_xml_seems(text, len))
        return taf_xml_read(text, len, file, options, out, errors, warnings);
    if (message02_seems(text, len, options->choice.encoding))
        return message02_read(text, len, file, options, out, errors, warnings);
    return consist_csv_read_as(text, len, file, options->now.offset_min, options->kinds,
                               &options->choice, out, errors, warnings);
}

const char *
consist_encoding(size_t i)
{
    return i < ENCODINGS ? encoding_name((enum encoding)i) : NULL;
}

bool
consist_encoding_known(const char *name)
{
    enum encoding encoding;
    return encoding_parse(name, &encoding);
}

bool
consist_column_known(const char *name)
{
    struct heading heading;
    return heading_column(name, &heading);
}

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
    free(w->raw);
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
    free(c->raw);
    for (size_t i = 0; i < c->n_sections; i++)
        free(c->sections[i].name);
    free(c->sections);
    *c = (struct consist){0};
}
