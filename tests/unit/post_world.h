/* SPDX-License-Identifier: ISC */
/* A post with a folder of its own, its first officer and, when asked for, a train. */
#ifndef RC_TESTS_UNIT_POST_WORLD_H
#define RC_TESTS_UNIT_POST_WORLD_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"

#define WAGONS 8 /* of the train */

/* 101 is officer and administrator, and at work. */
struct post_world {
    char dir[64];
    struct rc_env env;
    struct app *app;
    int64_t train;
    int64_t wagon[WAGONS + 1]; /* by position */
};

/* A new post; its clock goes on by step ms each time it is asked. */
struct post_world *post_begin(int64_t step);
/* Lists the sample train of diesel tanks, again too. */
bool post_list_train(struct post_world *p, struct rc_error *err);

/* For cmocka. */
int post_set_up(void **state);
int post_tear_down(void **state);
/* The same; whatever the test did: chain, seals, signatures, tape and tables hold. */
int post_tear_down_whole(void **state);

#endif
