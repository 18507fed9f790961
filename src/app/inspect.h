/* SPDX-License-Identifier: ISC */
/*
 * Use cases on one wagon. Each is one transaction: saved when it returns true. On a closed wagon
 * (or submitted train) a change is a correction and needs why, its reason; on an open one why is
 * NULL. RC_E_WHY_NEEDED tells the screen to ask for it.
 */
#ifndef RC_APP_INSPECT_H
#define RC_APP_INSPECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"
#include "core/finding.h"
#include "core/inspection.h"
#include "core/seal.h"

/* Sets the answer of the item with this key. A note alone (state of the present answer) is fine.
 * outside (NULL allowed): the value is outside its limits, a finding is due. */
bool inspect_answer(struct app *app, int64_t wagon, const char *key, const struct answer *answer,
                    const char *why, bool *outside, struct rc_error *err);
/* Answers "ok" (bulk) to the open items of the key's zone that allow it; *n of them. */
bool inspect_zone_ok(struct app *app, int64_t wagon, const char *key, size_t *n,
                     struct rc_error *err);
/* Answers "not accessible (gate)" to the key's item and to every open item of its zone that waits
 * for the same gates; *n of them. */
bool inspect_zone_gated(struct app *app, int64_t wagon, const char *key, size_t *n,
                        struct rc_error *err);
/* Copies the answer of the same item on the wagon before (in the consist) that is of the same kind
 * or has the item; only answers that may be copied. RC_E_NOTHING_TO_COPY when there is none. */
bool inspect_copy(struct app *app, int64_t wagon, const char *key, struct rc_error *err);

/* Raises a finding; its item (when it has one) is answered "finding"; a side that is not given is
 * the one along which the officer walks. uuid of the new one goes to
 * id. */
bool inspect_finding(struct app *app, int64_t wagon, const struct finding *finding, const char *why,
                     char id[40], struct rc_error *err);
/* Replaces the fields of finding->uuid. */
bool inspect_finding_change(struct app *app, int64_t wagon, const struct finding *finding,
                            const char *why, struct rc_error *err);
/* state: "closed" or "withdrawn"; why is recorded on an open wagon too. */
bool inspect_finding_close(struct app *app, int64_t wagon, const char *uuid, const char *state,
                           const char *why, struct rc_error *err);

/* What a seal number just read turned out to be. */
struct seal_reading {
    enum seal_match match;
    int n;           /* the seal's row in the wagon */
    bool unusual;    /* does not look like a seal number */
    bool elsewhere;  /* the same number is on another wagon or train */
    char where[160]; /* "wagon 22981440, train 2401, 23.11.2026" */
};

/* Reads number at the seal row n. When it is another one and n has not been read, the expected row
 * that it matches is taken: a list says which seals a wagon has, not in which order they are come
 * by. n = 0: that row, else a new one (extra) at place (choice name, "" unknown). */
bool inspect_seal_read(struct app *app, int64_t wagon, int n, const char *number, const char *place,
                       const char *why, struct seal_reading *out, struct rc_error *err);
/* The place is empty / cannot be reached (reason: choice name or text). */
bool inspect_seal_missing(struct app *app, int64_t wagon, int n, const char *why,
                          struct rc_error *err);
bool inspect_seal_no_access(struct app *app, int64_t wagon, int n, const char *reason,
                            const char *why, struct rc_error *err);
/* Sets the four quick answers: 4 characters of . + ! (SEAL_VIEW first). A "!" sets the state to
 * state (choice of seal_state, "" keep). */
bool inspect_seal_checks(struct app *app, int64_t wagon, int n, const char checks[SEAL_CHECKS + 1],
                         const char *state, const char *why, struct rc_error *err);
bool inspect_seal_place(struct app *app, int64_t wagon, int n, const char *place, const char *why,
                        struct rc_error *err);
/* Removed by us for the control / a new one put on by us: n the row of the old one, 0 a new row. */
bool inspect_seal_removed(struct app *app, int64_t wagon, int n, const char *reason,
                          const char *why, struct rc_error *err);
bool inspect_seal_applied(struct app *app, int64_t wagon, int n, const char *number,
                          const char *place, const char *why, struct rc_error *err);

/* Confirms / withdraws gates (codes, n of them). Those of scope train are for the whole train.
 * name: who gave the leave, in words (may be ""). */
bool inspect_gates_confirm(struct app *app, int64_t wagon, const char *const *codes, size_t n,
                           const char *name, struct rc_error *err);
bool inspect_gates_withdraw(struct app *app, int64_t wagon, const char *const *codes, size_t n,
                            const char *name, struct rc_error *err);

/* Kind (sheet of scope wagon; NULL keep) and level (0 keep). */
bool inspect_change(struct app *app, int64_t wagon, const char *kind, int level, const char *why,
                    struct rc_error *err);
bool inspect_strike(struct app *app, int64_t wagon, const char *reason, struct rc_error *err);
bool inspect_note(struct app *app, int64_t wagon, const char *text, struct rc_error *err);
/* Closes the wagon; refused while required items are open (RC_E_MISSING with the count). */
bool inspect_close(struct app *app, int64_t wagon, struct rc_error *err);
/* One step back / forward; what receives the kind of the event taken back, for the message. */
bool inspect_undo(struct app *app, int64_t wagon, char what[40], struct rc_error *err);
bool inspect_redo(struct app *app, int64_t wagon, char what[40], struct rc_error *err);

#endif
