/* SPDX-License-Identifier: ISC */
/*
 * Who may do what: one table. A person has one role or several; what any of them may, he may. Every
 * use case that writes names its right to app_begin; reading and exporting are asked for too.
 */
#ifndef RC_CORE_RIGHTS_H
#define RC_CORE_RIGHTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/error.h"

/*    id            name in records   words */
#define ROLES(X)                                                                                   \
    X(ROLE_OFFICER, "officer", N_("officer"))                                                      \
    X(ROLE_LEAD, "lead", N_("shift lead"))                                                         \
    X(ROLE_ANALYST, "analyst", N_("analyst"))                                                      \
    X(ROLE_ADMIN, "admin", N_("administrator"))

/*    id              words for "… is not among the rights of …"        roles: officer, lead,
 * analyst, admin */
#define RIGHTS(X)                                                                                  \
    X(RIGHT_READ, N_("reading records"), 1, 1, 1, 1)                                               \
    X(RIGHT_EXPORT, N_("exporting and reporting"), 1, 1, 1, 1)                                     \
    X(RIGHT_VERIFY, N_("verifying the records"), 1, 1, 1, 1)                                       \
    X(RIGHT_LIST, N_("listing a train"), 1, 1, 0, 0)                                               \
    X(RIGHT_INSPECT, N_("inspecting"), 1, 1, 0, 0)                                                 \
    X(RIGHT_SUBMIT, N_("submitting a train"), 1, 1, 0, 0)                                          \
    X(RIGHT_SHIFT, N_("starting or handing over a shift"), 1, 1, 0, 0)                             \
    X(RIGHT_REVIEW, N_("returning and accepting"), 0, 1, 0, 0)                                     \
    X(RIGHT_DECIDE, N_("releasing, holding and signing"), 0, 1, 0, 0)                              \
    X(RIGHT_PEOPLE, N_("managing people"), 0, 0, 0, 1)                                             \
    X(RIGHT_CHECKLIST, N_("adopting checklists"), 0, 1, 0, 1)                                      \
    X(RIGHT_SETTINGS, N_("changing the post's settings"), 0, 0, 0, 1)                              \
    X(RIGHT_SELF, N_("logging in and changing one's own PIN"), 1, 1, 1, 1)

enum role {
#define X(id, name, words) id,
    ROLES(X)
#undef X
        ROLES_COUNT
};

typedef unsigned role_set; /* bit i: role i */

enum right {
#define X(id, words, officer, lead, analyst, admin) id,
    RIGHTS(X)
#undef X
        RIGHTS_COUNT
};

/* Reads "officer admin"; false when a word is no role or there is none. */
bool roles_parse(const char *text, role_set *out);
/* Adds the roles of the set as they are recorded, "officer admin". */
void roles_text(role_set roles, struct buf *out);
const char *role_name(enum role role);
const char *role_words(enum role role);    /* English; translate */
const char *right_words(enum right right); /* English; translate */
bool role_may(role_set roles, enum right right);
/* role_may, with RC_E_NO_RIGHT (what, roles) when not. */
bool right_needed(role_set roles, enum right right, struct rc_error *err);

#endif
