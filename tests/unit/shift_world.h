/* SPDX-License-Identifier: ISC */
/* A post with a train and several people, and clocks that a test moves. */
#ifndef RC_TESTS_UNIT_SHIFT_WORLD_H
#define RC_TESTS_UNIT_SHIFT_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "app/shift.h"

#define NOW INT64_C(1795488171000) /* 2026-11-24T07:42:51+05:00 */
#define MINUTE INT64_C(60000)
#define WAGONS 8

/* Officers 101 (also administrator) and 102 (PIN 2401), lead 201, analyst 301; 103 may no longer
 * work. */
struct fixture {
    char dir[64];
    struct rc_env env;
    int64_t wall, uptime; /* of this computer, ms */
    struct app *app;
    int64_t train;
};

/* For cmocka; tear_down also compares the tables with the events. */
int set_up(void **state);
int tear_down(void **state);

/* Lists a train from checklists/samples; its id. */
int64_t list_train(struct fixture *f, const char *sample);
/* So many minutes pass. */
void pass(struct fixture *f, int64_t minutes);
void at_work(struct fixture *f, const char *badge, const char *pin);
/* done must be false and err have this code; err is emptied. */
void refused(bool done, enum rc_code code, struct rc_error *err);
struct board board_of(struct fixture *f);

#endif
