/* SPDX-License-Identifier: ISC */
/* The hash chain of test events, made and checked with the room trail. */
#ifndef RC_TEST_CHAIN_H
#define RC_TEST_CHAIN_H

#include <stdint.h>

#include "store/store.h"

/* For struct world. */
void chain_hash(const unsigned char prev[32], struct event *e);
/* The test fails on a gap or a wrong hash in the events of the one device. Gives the last seq. */
int64_t chain_verify(struct store *s);

#endif
