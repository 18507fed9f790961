/* SPDX-License-Identifier: ISC */
/*
 * A wagon as it stands in the database, with everything its screens show and its use cases decide
 * on. Read in a few indexed queries; read again after each change.
 */
#ifndef RC_APP_WORK_H
#define RC_APP_WORK_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "core/inspection.h"
#include "core/state.h"

struct work {
    const struct checklist *set; /* of the train */
    struct trains trains;        /* one row */
    struct wagons wagons;        /* one row */
    const struct train_row *train;
    const struct wagon_row *wagon;
    enum train_state train_state;
    enum wagon_state state;
    struct answers answers;
    struct seals seals;
    struct findings findings; /* of the wagon, withdrawn ones too */
    struct files files;       /* attached to these */
    struct gates gates;       /* of the train and of the wagon */
    struct reviews reviews;   /* points returned on the wagon, and what was decided of it */
    struct inspection in;
    char **containers; /* numbers */
    size_t n_containers;
    int undo, redo; /* steps */
};

bool work_open(struct app *app, int64_t wagon, struct work *out, struct rc_error *err);
void work_release(struct work *w);

/* The open point returned on the item with this key ("": on the wagon as a whole); NULL. */
const struct review_row *work_point(const struct work *w, const char *key);
/* The finding of the wagon with this uuid; NULL. */
const struct finding_row *work_finding(const struct work *w, const char *uuid);
/* Is the gate confirmed for the train or this wagon? */
const struct gate_row *work_gate(const struct work *w, const char *code);

/* The worst finding, not withdrawn, that stands on the item with this key; NULL for none. */
const struct finding_row *work_finding_at(const struct work *w, const char *key);
/* The first gate that the line waits for; NULL for none. */
const struct gate *work_gate_at(const struct work *w, const struct line *line);
/* Is the gate (its position in the set) for the whole train, or, when more than these are wanted,
 * does it guard an item of the wagon? */
bool work_gate_concerns(const struct work *w, size_t gate, bool whole_train);
/* The next line after `after` (in.n for from the start) that is open or was returned, wrapping;
 * in.n when there is none. */
size_t work_next_line(const struct work *w, size_t after);

#endif
