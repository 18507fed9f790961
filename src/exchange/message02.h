/* SPDX-License-Identifier: ISC */
/*
 * Reads the train list of the 1520 mm network: message 02, "(:02 ... :)", and its print-out 902.
 * Built from public descriptions, without a real message at hand: what has no sure meaning is not
 * interpreted, and each row is kept as it stands (consist_wagon.raw).
 */
#ifndef RC_EXCHANGE_MESSAGE02_H
#define RC_EXCHANGE_MESSAGE02_H

#include <stdbool.h>
#include <stddef.h>

#include "exchange/consist.h"

/* Does the text hold a service phrase (or begin as a message does)? Any bytes; encoding as in
 * consist_choice. */
bool message02_seems(const char *text, size_t len, const char *encoding);
/*
 * See consist_read. The message does not say for sure which end of the train it begins at: without
 * options->choice.told.from the consist asks (asks_from), and its positions are the ordinals of the
 * list. From the tail they are turned, and the wagons with them. Its time has no year: the latest
 * one that is at most MESSAGE02_DAYS_AHEAD from now; one older than MESSAGE02_DAYS_BACK is a
 * warning.
 */
bool message02_read(const char *text, size_t len, const char *file,
                    const struct consist_options *options, struct consist *out,
                    struct notes *errors, struct notes *warnings);

#define MESSAGE02_DAYS_AHEAD 3
#define MESSAGE02_DAYS_BACK 180

#endif
