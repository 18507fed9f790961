/* SPDX-License-Identifier: ISC */
/* A database of about 500 events, made by the use cases, and hands that tamper with copies of it.
 */
#ifndef RC_TEST_RECORD_WORLD_H
#define RC_TEST_RECORD_WORLD_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/verify.h"
#include "base/buf.h"

#define EVENTS 500

struct world {
    char dir[64];    /* the data */
    char copy[96];   /* what is tampered with */
    char old[96];    /* the database as it was in the middle of the work */
    char mirror[96]; /* another medium: away unless a test puts it in */
    struct rc_env env;
    char head[HEAD_CODE];
    int64_t events;
    int64_t old_events;
};

/* Group set-up and tear-down; *state is the world. */
int world_set_up(void **state);
int world_tear_down(void **state);
/* Runs a shell command, which must succeed. */
void world_run(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A fresh copy of database and tape. */
void world_copy(struct world *w);
/* SQL on the database of the copy by a hand that knows how to take the guards away and put them
 * back. */
void world_sql(struct world *w, const char *sql);
/* Verifies the copy, with a head code when code is not NULL. True: nothing was found. */
bool world_passes(struct world *w, const char *code, struct verification *v, struct rc_error *err);
/* Puts the mirror's medium in or takes it away. */
void world_mirror(struct world *w, bool in);

#endif
