/* SPDX-License-Identifier: ISC */
/* Shifts: the station clock, and handing over in two confirmations. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/people.h"
#include "base/alloc.h"
#include "shift_world.h"

static void
start(struct fixture *f, const char *clock)
{
    struct rc_error err = {0};
    int64_t off;

    if (!shift_start(f->app, clock, &off, &err))
        fail_msg("%s", rc_code_text(err.code));
}

static void
expect_holder(struct fixture *f, const char *holder, const char *waits_for)
{
    struct board board = board_of(f);

    assert_string_equal(board.shift.holder, holder);
    assert_string_equal(board.shift.taker, waits_for);
    board_release(&board);
}

/* --- the station clock --- */

static void
both_clocks_and_their_difference_are_kept(void **state)
{
    static const struct {
        const char *typed;
        int64_t off;
    } rows[] = {
        {"07:42", 51}, {"742", 51}, {"7:35", 471}, {"07:50", -429}, {"19:42", -43149},
    };
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct log log;

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct shift_row shift;
        int64_t off;

        assert_true(shift_start(f->app, rows[i].typed, &off, &err));
        assert_int_equal(off, rows[i].off);
        assert_true(store_shift(f->app->store, &shift, &err));
        assert_int_equal(shift.clock, NOW - rows[i].off * 1000);
        assert_int_equal(shift.clock_at, NOW);
        shift_row_release(&shift);
    }
    /* nothing of it belongs to a train */
    assert_true(store_log(f->app->store, f->train, 0, 10, &log, &err));
    assert_int_equal(log.n, 1);
    log_release(&log);
}

static void
what_is_no_time_starts_no_shift(void **state)
{
    static const char *const bad[] = {"", "25:00", "seven", "24.11 07:42"};
    struct fixture *f = *state;
    struct rc_error err = {0};
    int64_t off;

    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        refused(shift_start(f->app, bad[i], &off, &err), RC_E_CLOCK, &err);
    expect_holder(f, "", "");
}

static void
around_midnight_the_nearer_day_is_meant(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    int64_t off;

    pass(f, 16 * 60 + 20); /* 00:02:51 */
    assert_true(shift_start(f->app, "23:58", &off, &err));
    assert_int_equal(off, 4 * 60 + 51);
}

static void
setting_this_computers_clock_does_not_move_the_station_clock(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    struct board board;

    start(f, "07:32"); /* this computer is 10:51 ahead */
    assert_true(train_plan_departure(f->app, f->train, "8:00", &departs, &err));
    board = board_of(f);
    assert_int_equal(board.clock_off, 651000);
    assert_int_equal(board.now.ms, NOW - 651000);
    assert_int_equal(board.rows[0].minutes, 28);
    board_release(&board);
    pass(f, 10);
    f->wall -= 651000; /* somebody sets it right */
    board = board_of(f);
    assert_int_equal(board.clock_off, 0);
    assert_int_equal(board.rows[0].minutes, 18);
    board_release(&board);
    f->wall += 3600000; /* and wrong again */
    board = board_of(f);
    assert_int_equal(board.clock_off, 3600000);
    assert_int_equal(board.rows[0].minutes, 18);
    board_release(&board);
    /* after a restart only the difference then is known */
    f->wall = NOW + 10 * MINUTE;
    snprintf(f->env.boot, sizeof f->env.boot, "another boot");
    board = board_of(f);
    assert_int_equal(board.clock_off, 651000);
    board_release(&board);
}

/* --- handing over --- */

static void
a_shift_goes_on_by_two_confirmations(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char giver[60];
    struct board board;

    refused(shift_hand_over(f->app, "102", "", &err), RC_E_NO_SHIFT, &err);
    start(f, "7:42");
    expect_holder(f, "101", "");
    assert_true(shift_hand_over(f->app, "102", "keys in the safe", &err));
    /* the first is not enough */
    expect_holder(f, "101", "102");
    refused(shift_take(f->app, &err), RC_E_NO_HAND_OVER, &err);
    at_work(f, "201", NULL);
    assert_true(shift_waits(f->app, giver, sizeof giver, &err));
    assert_string_equal(giver, "");
    refused(shift_take(f->app, &err), RC_E_NO_HAND_OVER, &err);
    /* the taker needs his own PIN */
    refused(people_login(f->app, "102", "0000", &err), RC_E_PIN_WRONG, &err);
    at_work(f, "102", "2401");
    assert_true(shift_waits(f->app, giver, sizeof giver, &err));
    assert_string_equal(giver, "101");
    pass(f, 3);
    assert_true(shift_take(f->app, &err));
    board = board_of(f);
    assert_string_equal(board.shift.holder, "102");
    assert_string_equal(board.shift.holder_name, "Sample Second");
    assert_int_equal(board.shift.since, NOW + 3 * MINUTE);
    assert_string_equal(board.shift.uuid, "");
    assert_string_equal(board.shift.last_note, "keys in the safe");
    assert_int_equal(board.shift.clock, NOW - 51000);
    board_release(&board);
    /* once */
    refused(shift_take(f->app, &err), RC_E_NO_HAND_OVER, &err);
    assert_true(shift_waits(f->app, giver, sizeof giver, &err));
    assert_string_equal(giver, "");
}

static void
who_has_the_shift_hands_it_over_to_who_may_have_it(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};

    start(f, "7:42");
    refused(shift_hand_over(f->app, "101", "", &err), RC_E_SHIFT_TO_SELF, &err);
    refused(shift_hand_over(f->app, "999", "", &err), RC_E_NO_OFFICER, &err);
    refused(shift_hand_over(f->app, "103", "", &err), RC_E_OFFICER_DISABLED, &err);
    refused(shift_hand_over(f->app, "301", "", &err), RC_E_SHIFT_TAKER, &err);
    expect_holder(f, "101", "");
    at_work(f, "201", NULL);
    refused(shift_hand_over(f->app, "102", "", &err), RC_E_SHIFT_OF, &err);
    refused(shift_may_hand_over(f->app, &err), RC_E_SHIFT_OF, &err);
    at_work(f, "301", NULL);
    refused(shift_take(f->app, &err), RC_E_NO_RIGHT, &err);
}

static void
a_newer_step_takes_the_place_of_a_hand_over_that_waits(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};

    start(f, "7:42");
    assert_true(shift_hand_over(f->app, "102", "", &err));
    assert_true(shift_hand_over(f->app, "201", "", &err));
    expect_holder(f, "101", "201");
    at_work(f, "102", "2401");
    refused(shift_take(f->app, &err), RC_E_NO_HAND_OVER, &err);
    start(f, "7:43");
    expect_holder(f, "102", "");
    at_work(f, "201", NULL);
    refused(shift_take(f->app, &err), RC_E_NO_HAND_OVER, &err);
}

static bool
keep_handed(void *context, const struct event *e, struct rc_error *err)
{
    struct buf *body = context;

    (void)err;
    if (strcmp(e->kind, "shift.handed") == 0) {
        buf_clear(body);
        buf_adds(body, e->body);
    }
    return true;
}

static void
the_record_of_a_hand_over_holds_the_board(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    struct buf body = {0};

    start(f, "7:42");
    assert_true(shift_hand_over(f->app, "102", "a \"note\"", &err));
    assert_true(store_events(f->app->store, keep_handed, &body, &err));
    assert_non_null(strstr(buf_text(&body), "\"to\":\"102\",\"note\":\"a \\\"note\\\"\""));
    assert_non_null(strstr(buf_text(&body), "\"2412\",8,0,0,null]]"));
    assert_true(train_plan_departure(f->app, f->train, "8:00", &departs, &err));
    assert_true(shift_hand_over(f->app, "102", "", &err));
    assert_true(store_events(f->app->store, keep_handed, &body, &err));
    assert_null(strstr(buf_text(&body), "\"note\""));
    assert_non_null(strstr(buf_text(&body), "\"2412\",8,0,0,17]]"));
    buf_release(&body);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(both_clocks_and_their_difference_are_kept),
        CASE(what_is_no_time_starts_no_shift),
        CASE(around_midnight_the_nearer_day_is_meant),
        CASE(setting_this_computers_clock_does_not_move_the_station_clock),
        CASE(a_shift_goes_on_by_two_confirmations),
        CASE(who_has_the_shift_hands_it_over_to_who_may_have_it),
        CASE(a_newer_step_takes_the_place_of_a_hand_over_that_waits),
        CASE(the_record_of_a_hand_over_holds_the_board),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
