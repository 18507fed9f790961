/* SPDX-License-Identifier: ISC */
/* Private to app: checklist sets between folder, events and memory. */
#ifndef RC_APP_SETS_H
#define RC_APP_SETS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/error.h"
#include "core/checklist.h"

struct adopted_set {
    int64_t id;
    struct checklist *set;
    struct adopted_set *next;
};

void sets_free(struct adopted_set *list);

/* Name, version and hash of a set on disk. */
struct set_identity {
    char form[100], version[40], sha256[65];
};

/* The body of checklist.adopted for the set in dir. False with RC_E_SET_BROKEN (errors has the
 * list) or when it cannot be read. identity may be NULL. */
bool set_body(const char *dir, struct buf *body, struct notes *errors,
              struct set_identity *identity, struct rc_error *err);

#endif
