/* SPDX-License-Identifier: ISC */
/* Findings: what an officer notes when something is wrong, and what follows from its severity. */
#ifndef RC_CORE_FINDING_H
#define RC_CORE_FINDING_H

#include <stdbool.h>

#include "base/error.h"
#include "core/checklist.h"

#define SEVERITY_MAX 4
#define SEVERITY_HOLDS 3 /* an open finding from here on keeps the wagon from being released */
#define SEVERITY_STOPS 4 /* danger to life: the stop-work instruction is shown at once */

struct finding {
    const char *uuid;
    const char *item; /* key of the line; "" when it belongs to no item */
    const char *zone; /* choice names from here on; "" when not given */
    const char *category;
    int severity;
    const char *noticed;
    const char *description;
    const char *quantity, *unit;
    const char *action, *agency, *act_no;
    const char *files; /* names typed before files could be attached (app/attach.h) */
    const char *side;  /* of the wagon, seen in running direction; "" not given */
    const char *state; /* open, closed, withdrawn */
};

/* A finding with this category and severity, every other text "". */
struct finding finding_blank(const char *category, int severity);
/* False and err when category, zone, side, noticed, action or agency is not in the set's lists, the
 * severity is out of range, or category is empty. */
bool finding_check(const struct checklist *set, const struct finding *f, struct rc_error *err);
/* The stop-work instruction of a severity 4 finding of this category (list stop_work, else its row
 * "default"); NULL below severity 4. */
const struct words *finding_stop_work(const struct checklist *set, const struct finding *f);

#endif
