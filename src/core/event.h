/* SPDX-License-Identifier: ISC */
/* One event as it is stored and hashed: names in full, body as JSON text. Strings are borrowed. */
#ifndef RC_CORE_EVENT_H
#define RC_CORE_EVENT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"

struct event {
    const char *device; /* UUID text */
    int64_t seq;        /* 1, 2, 3 … per device */
    int64_t at;         /* ms since 1970 UTC */
    int utc_offset;     /* minutes */
    const char *boot;
    int64_t uptime;    /* ms since that boot */
    const char *actor; /* id of the officer; "system" for the program itself */
    const char
        *kind; /* answer.set … : a section of schema/projection.sql, undo.made or redo.made */
    const char *train; /* UUID text; NULL: none */
    const char *wagon; /* UUID text; NULL: none */
    const char *body;  /* JSON object */
    unsigned char hash[32];
};

typedef bool event_each(void *context, const struct event *e, struct rc_error *err);

#endif
