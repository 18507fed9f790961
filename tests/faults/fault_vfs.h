/* SPDX-License-Identifier: ISC */
/*
 * An SQLite VFS named "fault" around the default one, whose Nth call of a class fails. Only for
 * one thread.
 */
#ifndef RC_TEST_FAULT_VFS_H
#define RC_TEST_FAULT_VFS_H

#include <stdbool.h>

enum fault_class {
    FAULT_OPEN,
    FAULT_READ,
    FAULT_WRITE,
    FAULT_FULL, /* counts writes; they fail for want of space */
    FAULT_SYNC,
    FAULT_TRUNCATE,
    FAULT_SHM,  /* mapping and locking of the shared memory */
    FAULT_LOCK, /* locking of the file */
    FAULT_CLASSES
};

const char *fault_name(enum fault_class c);
void fault_register(void);
/* From now on the nth call (1, 2 ...) of the class fails, once or that one and all after it. */
void fault_set(enum fault_class c, int nth, bool for_ever);
/* No call fails any more. True when one has failed since fault_set. */
bool fault_clear(void);

#endif
