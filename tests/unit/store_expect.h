/* SPDX-License-Identifier: ISC */
/* A train with the wagons 1 and 2 under inspection, and what a test expects of it. */
#ifndef RC_TEST_STORE_EXPECT_H
#define RC_TEST_STORE_EXPECT_H

#include "store_world.h"

/* Body of finding.raised and finding.changed. */
#define FINDING(id, severity, text)                                                                \
    "{\"s\":[[\"TNK-3\",\"!\"]],\"n\":[1,24],\"f\":{\"id\":\"" id "\",\"item\":\"TNK-3\","         \
    "\"zone\":\"shell\",\"category\":\"cache\",\"severity\":" severity ",\"noticed\":\"EYE\","     \
    "\"description\":\"" text "\",\"quantity\":\"2\",\"unit\":\"kg\",\"action\":\"hold\","         \
    "\"agency\":\"customs\",\"act\":\"17\",\"files\":\"a.jpg 5 00\"}}"

/* *state is the struct world. */
int inspection_set_up(void **state);
/* After every test: a rebuild must give the very same tables. */
int inspection_tear_down(void **state);

/* The row as it is now; its texts live until hold is released. */
struct wagon_row wagon_now(struct world *w, int wagon, struct wagons *hold);
struct train_row train_now(struct world *w, struct trains *hold);

void assert_wagon(struct world *w, int wagon, const char *state, int done, int total);
void assert_train(struct world *w, const char *state, int wagons, int closed, int findings,
                  int worst);
/* "KEY STATE VALUE;" for each answer. */
void assert_answers(struct world *w, int wagon, const char *want);
/* How many steps can be undone and redone. */
void assert_steps(struct world *w, int wagon, int undo, int redo);

void answer_item(struct world *w, int wagon, const char *item, const char *code, int done);
/* An event {"of": of}. */
void record_about(struct world *w, const char *kind, int wagon, int64_t of);
/* Takes the next step back, or brings it back, as the program does. */
void undo_next(struct world *w, int wagon);
void redo_next(struct world *w, int wagon);

#endif
