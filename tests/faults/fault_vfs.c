/* SPDX-License-Identifier: ISC */
/* Wraps every file method of the default VFS; shared memory and mapping are passed on. */
#include "config.h"

#include "fault_vfs.h"

#include <sqlite3.h>
#include <stddef.h>

struct fault_file {
    sqlite3_file base;
    sqlite3_file *real; /* stands right behind this struct */
};

static struct {
    sqlite3_vfs vfs, *real;
    bool armed, for_ever, hit;
    enum fault_class what;
    int left; /* calls until the one that fails */
} faults;

const char *
fault_name(enum fault_class c)
{
    static const char *const names[] = {
        [FAULT_OPEN] = "open",         [FAULT_READ] = "read", [FAULT_WRITE] = "write",
        [FAULT_FULL] = "full",         [FAULT_SYNC] = "sync", [FAULT_TRUNCATE] = "truncate",
        [FAULT_SHM] = "shared memory", [FAULT_LOCK] = "lock",
    };

    return names[c];
}

void
fault_set(enum fault_class c, int nth, bool for_ever)
{
    faults.what = c;
    faults.left = nth;
    faults.for_ever = for_ever;
    faults.hit = false;
    faults.armed = true;
}

bool
fault_clear(void)
{
    faults.armed = false;
    return faults.hit;
}

/* Counts a call of the class; true when it has to fail. */
static bool
fails(enum fault_class c)
{
    if (!faults.armed || faults.what != c)
        return false;
    if (faults.left > 1) {
        faults.left--;
        return false;
    }
    if (faults.left == 1 || faults.for_ever) {
        faults.left = 0;
        faults.hit = true;
        return true;
    }
    return false;
}

static sqlite3_file *
real_of(sqlite3_file *f)
{
    return ((struct fault_file *)f)->real;
}

static int
file_close(sqlite3_file *f)
{
    return real_of(f)->pMethods->xClose(real_of(f));
}

static int
file_read(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return fails(FAULT_READ) ? SQLITE_IOERR_READ
                             : real_of(f)->pMethods->xRead(real_of(f), to, n, at);
}

/* A failing write leaves half of its bytes behind, as a real one may. */
static int
file_write(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    sqlite3_file *real = real_of(f);
    bool full = fails(FAULT_FULL);

    if (full || fails(FAULT_WRITE)) {
        real->pMethods->xWrite(real, from, n / 2, at);
        return full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }
    return real->pMethods->xWrite(real, from, n, at);
}

static int
file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return fails(FAULT_TRUNCATE) ? SQLITE_IOERR_TRUNCATE
                                 : real_of(f)->pMethods->xTruncate(real_of(f), size);
}

static int
file_sync(sqlite3_file *f, int flags)
{
    return fails(FAULT_SYNC) ? SQLITE_IOERR_FSYNC : real_of(f)->pMethods->xSync(real_of(f), flags);
}

static int
file_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return real_of(f)->pMethods->xFileSize(real_of(f), size);
}

static int
file_lock(sqlite3_file *f, int level)
{
    return fails(FAULT_LOCK) ? SQLITE_IOERR_LOCK : real_of(f)->pMethods->xLock(real_of(f), level);
}

static int
file_unlock(sqlite3_file *f, int level)
{
    return real_of(f)->pMethods->xUnlock(real_of(f), level);
}

static int
file_reserved(sqlite3_file *f, int *out)
{
    return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int
file_control(sqlite3_file *f, int op, void *arg)
{
    return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int
file_sector(sqlite3_file *f)
{
    return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int
file_traits(sqlite3_file *f)
{
    return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static int
file_shm_map(sqlite3_file *f, int region, int size, int extend, void volatile **out)
{
    if (fails(FAULT_SHM)) {
        *out = NULL;
        return SQLITE_IOERR_SHMMAP;
    }
    return real_of(f)->pMethods->xShmMap(real_of(f), region, size, extend, out);
}

static int
file_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
    if ((flags & SQLITE_SHM_LOCK) && fails(FAULT_SHM))
        return SQLITE_IOERR_SHMLOCK;
    return real_of(f)->pMethods->xShmLock(real_of(f), at, n, flags);
}

static void
file_shm_barrier(sqlite3_file *f)
{
    real_of(f)->pMethods->xShmBarrier(real_of(f));
}

static int
file_shm_unmap(sqlite3_file *f, int delete_it)
{
    return real_of(f)->pMethods->xShmUnmap(real_of(f), delete_it);
}

static int
file_fetch(sqlite3_file *f, sqlite3_int64 at, int n, void **out)
{
    return real_of(f)->pMethods->xFetch(real_of(f), at, n, out);
}

static int
file_unfetch(sqlite3_file *f, sqlite3_int64 at, void *page)
{
    return real_of(f)->pMethods->xUnfetch(real_of(f), at, page);
}

static const sqlite3_io_methods methods = {
    .iVersion = 3,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_traits,
    .xShmMap = file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
    .xFetch = file_fetch,
    .xUnfetch = file_unfetch,
};

static int
vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *out, int flags, int *out_flags)
{
    struct fault_file *f = (struct fault_file *)out;
    int rc;

    (void)vfs;
    f->base.pMethods = NULL;
    f->real = (sqlite3_file *)(void *)(f + 1);
    if (fails(FAULT_OPEN))
        return SQLITE_CANTOPEN;
    rc = faults.real->xOpen(faults.real, name, f->real, flags, out_flags);
    if (f->real->pMethods)
        f->base.pMethods = &methods;
    return rc;
}

void
fault_register(void)
{
    faults.real = sqlite3_vfs_find(NULL);
    faults.vfs = *faults.real;
    faults.vfs.zName = "fault";
    faults.vfs.pNext = NULL;
    faults.vfs.szOsFile = (int)sizeof(struct fault_file) + faults.real->szOsFile;
    faults.vfs.xOpen = vfs_open;
    sqlite3_vfs_register(&faults.vfs, 0);
}
