/* SPDX-License-Identifier: ISC */
/*
 * Private to app: one change of one wagon, from taking the lock to COMMIT. After change_begin the
 * facts in work cannot change under the use case; it decides, changes work's copy to see the new
 * counts, and ends with change_end or change_abandon.
 */
#ifndef RC_APP_CHANGE_H
#define RC_APP_CHANGE_H

#include "app/work.h"
#include "base/buf.h"

struct change {
    struct app *app;
    struct work work;
    const char *why; /* of a correction; NULL on an open wagon */
    struct buf body; /* begun with '{' */
};

/* Lock and facts, without asking whether the wagon may be changed. */
bool change_open(struct change *c, struct app *app, int64_t wagon, struct rc_error *err);
/* Lock, facts, and whether the wagon may be changed (RC_E_WHY_NEEDED when only with a reason). */
bool change_begin(struct change *c, struct app *app, int64_t wagon, const char *why,
                  struct rc_error *err);
/* Adds "why", closes the body, records it as kind and begins the next body: for changes that are
 * several events. After a failure only change_abandon may follow. */
bool change_record(struct change *c, const char *kind, struct rc_error *err);
/* Commits what change_record recorded. Everything is released. */
bool change_commit(struct change *c, struct rc_error *err);
/* change_record and change_commit. Everything is released. */
bool change_end(struct change *c, const char *kind, struct rc_error *err);
/* Rolls back and releases; returns false. */
bool change_abandon(struct change *c);

/* Takes the numbers (';' between) for the containers of work's copy. */
void work_containers(struct work *w, const char *list);
/* Lays the checklist again over the changed answers and seals. */
void work_lay(struct work *w);
/* Puts the answer into work's copy (strings are borrowed). */
void change_answer(struct change *c, const char *key, const struct answer *answer);
/* The line with this key, NULL (and RC_E_NO_ITEM) when it is not asked. */
const struct line *change_line(struct change *c, const char *key, struct rc_error *err);
/* The seal with this n, NULL (and RC_E_NO_SEAL). */
struct seal_row *change_seal(struct change *c, int n, struct rc_error *err);
/* Adds "t", the seconds since this officer's answer before, when it is less than a day. */
void change_pace(struct change *c);

#endif
