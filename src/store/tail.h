/* SPDX-License-Identifier: ISC */
/* Room-private. A wagon number backwards, as in the column wagon.tail. */
#ifndef RC_STORE_TAIL_H
#define RC_STORE_TAIL_H

#include <stdbool.h>

#define TAIL_SIZE 64

/* False when number is too long to be one. */
bool tail_of(const char *number, char out[TAIL_SIZE]);

#endif
