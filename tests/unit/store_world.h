/* SPDX-License-Identifier: ISC */
/* A database in a folder of its own, with a post, an officer, a train and wagons, for tests. */
#ifndef RC_TEST_STORE_WORLD_H
#define RC_TEST_STORE_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "store/queries.h"
#include "store/store.h"

#define WORLD_ROUND_CHECKLIST "2026010100"

struct world {
    char dir[64];
    struct store *store;
    const char *vfs;
    const char *device, *actor;
    int64_t at, uptime; /* of the next event; each takes a second */
    int64_t seq;        /* of the last event */
    /* Fills e->hash; NULL: the sequence number, which is enough where no chain is checked. */
    void (*hash)(const unsigned char prev[32], struct event *e);
};

/* Makes a folder and an empty database in it; the test fails when that fails. */
void world_create(struct world *w);
/* device.created, officer.added, checklist.adopted, train.listed of one train. */
void world_begin_train(struct world *w);
void world_reopen(struct world *w, enum store_mode mode);
/* Closes and removes everything. */
void world_remove(struct world *w);

/* Appends inside an open transaction. train and wagon are small numbers, 0 for none, that name the
 * UUIDs world_uuid gives. */
bool world_append(struct world *w, const char *kind, int train, int wagon, const char *body,
                  struct rc_error *err);
/* One event in one transaction; the test fails when it is not saved. Gives its seq. */
int64_t world_record(struct world *w, const char *kind, int train, int wagon, const char *body);
/* wagon.listed with the number, a cargo and the expected seals (JSON array, NULL: none). */
void world_list_wagon(struct world *w, int train, int wagon, const char *number, const char *cargo,
                      const char *expected);
/* The id of the wagon of that name. */
int64_t world_wagon(struct world *w, int wagon);
const char *world_uuid(char sort, int n, char out[40]);

/* Every row of every projection table in a fixed order, as text. */
void world_dump(struct world *w, struct buf *out);
/* The tables equal those of a rebuild, or the test fails. */
void world_assert_rebuild(struct world *w);
/* Runs sql on the file beside the store, as another program could. False: it was refused. */
bool world_sql(struct world *w, const char *sql, struct buf *message);

#endif
