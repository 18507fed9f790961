/* SPDX-License-Identifier: ISC */
/* Facts about library, file system and files. */
#include "config.h"

#include "store/health.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "store/connection.h"
#include "store/reader.h"
#include "store/schema.h"

const char *
health_sqlite(bool *repaired)
{
    int v = sqlite3_libversion_number();

    *repaired = v >= 3051003 || (v >= 3050007 && v < 3051000) || (v >= 3044006 && v < 3045000);
    return sqlite3_libversion();
}

/* Where locks and shared memory cannot be relied on; the numbers are those of statfs(2). */
static const char *
network_kind(const char *dir)
{
    static const struct {
        uint32_t magic;
        const char *name;
    } kinds[] = {
        {0x6969, "NFS"},      {0x517b, "SMB"},   {0xff534d42, "CIFS"}, {0xfe534d42, "SMB"},
        {0x65735546, "FUSE"}, {0x1021997, "9P"}, {0xc36400, "Ceph"},   {0x5346414f, "AFS"},
        {0x73757245, "Coda"}, {0x564c, "NCP"},
    };
    struct statfs fs;

    if (statfs(dir, &fs) != 0)
        return NULL;
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if ((uint32_t)fs.f_type == kinds[i].magic)
            return kinds[i].name;
    }
    return NULL;
}

void
health_folder(const char *dir, struct folder_health *out)
{
    static const char *const names[HEALTH_FILES] = {
        "railcheck.db", "railcheck.db-wal", "railcheck.db-shm", "railcheck.lock", "railcheck.tape"};
    struct statvfs space;
    struct stat st;

    *out = (struct folder_health){.free_bytes = -1};
    if (stat(dir, &st) == 0)
        out->mode = st.st_mode & 07777;
    out->network = network_kind(dir);
    if (statvfs(dir, &space) == 0)
        out->free_bytes = (int64_t)space.f_bavail * (int64_t)space.f_frsize;
    for (size_t i = 0; i < HEALTH_FILES; i++) {
        struct buf path = {0};

        buf_addf(&path, "%s/%s", dir, names[i]);
        out->files[i].name = names[i];
        if (lstat(buf_text(&path), &st) == 0) {
            out->files[i].there = true;
            out->files[i].mode = st.st_mode & 07777;
            out->files[i].bytes = st.st_size;
        }
        buf_release(&path);
    }
}

/* The one value of a query: a number, or whether it is the text `is`. */
static bool
ask(struct store *s, const char *sql, const char *is, int64_t *out, struct rc_error *err)
{
    struct arena *arena = NULL;
    struct reader r;
    bool done;

    if (!reader_open(&r, s, sql, &arena, err))
        return false;
    *out = 0;
    if (reader_next(&r))
        *out = is ? strcmp(take_text(&r), is) == 0 : take_integer(&r);
    done = reader_close(&r);
    arena_free(arena);
    return done;
}

bool
health_database(struct store *s, struct database_health *out, struct rc_error *err)
{
    int64_t version, wal;

    *out = (struct database_health){.newest = schema_newest()};
    if (!ask(s, "PRAGMA user_version", NULL, &version, err) ||
        !ask(s, "PRAGMA journal_mode", "wal", &wal, err) ||
        !ask(s, "SELECT count(*) FROM event", NULL, &out->events, err) ||
        !ask(s, "SELECT max(session.at + tick) FROM event JOIN session ON session.id = session",
             NULL, &out->last_at, err))
        return false;
    out->version = (int)version;
    out->wal = wal != 0;
    return true;
}
