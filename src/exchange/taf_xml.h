/* SPDX-License-Identifier: ISC */
/*
 * Reads the TrainCompositionMessage of TAF TSI (XML), whatever its edition: elements are known by
 * their local names. It has no seals, no names of cargo and no containers.
 */
#ifndef RC_EXCHANGE_TAF_XML_H
#define RC_EXCHANGE_TAF_XML_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/consist.h"

/* Does the text begin as XML does? Any bytes. */
bool taf_xml_seems(const char *text, size_t len);
/*
 * See consist_read. A message may list the wagons anew for each section of the journey: when they
 * differ and options->choice.told.section names none, the consist asks (asks_section) and holds
 * those of the first. Document types, entities, and anything beyond the bounds of taf_xml.c are
 * refused.
 */
bool taf_xml_read(const char *text, size_t len, const char *file,
                  const struct consist_options *options, struct consist *out, struct notes *errors,
                  struct notes *warnings);

#endif
