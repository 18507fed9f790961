/* SPDX-License-Identifier: ISC */
/* What a data folder stands on: library, file system, files. Facts only; app/doctor.c judges. */
#ifndef RC_STORE_HEALTH_H
#define RC_STORE_HEALTH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "store/store.h"

enum health_file {
    HEALTH_DATABASE,
    HEALTH_WAL,
    HEALTH_SHM,
    HEALTH_LOCK,
    HEALTH_TAPE,
    HEALTH_FILES
};

struct folder_health {
    const char *network; /* kind of network or user file system, NULL: a local one */
    int64_t free_bytes;  /* that an ordinary user may still write; -1: unknown */
    unsigned mode;       /* permission bits of the folder; 0: there is none */
    struct {
        const char *name;
        bool there;
        unsigned mode; /* permission bits */
        int64_t bytes;
    } files[HEALTH_FILES];
};

struct database_health {
    int version, newest; /* of the schema: the database's and this program's */
    bool wal;            /* write-ahead log in use */
    int64_t events;
    int64_t last_at; /* ms since 1970 UTC of the latest event; 0: none */
};

/* The SQLite in use: its version, and whether it has the repair of the WAL-reset race (3.51.3,
 * 3.50.7, 3.44.6 and what follows them; sqlite.org/wal.html#walresetbug). The lock of this program
 * leaves the race no window, other programs on the same file do. */
const char *health_sqlite(bool *repaired);
void health_folder(const char *dir, struct folder_health *out);
bool health_database(struct store *s, struct database_health *out, struct rc_error *err);

#endif
