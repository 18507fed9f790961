/* SPDX-License-Identifier: ISC */
/* Makes the projections anew from the events. */
#include "config.h"

#include "store/connection.h"
#include "store/project.h"

bool
store_rebuild(struct store *s, struct rc_error *err)
{
    if (!store_begin(s, err))
        return false;
    if (!project_all(s, err)) {
        store_rollback(s);
        return false;
    }
    return store_commit(s, err);
}
