/* SPDX-License-Identifier: ISC */
/* The board of a shift: what blocks a train, when it departs, who is where. */
#include "config.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "app/people.h"
#include "app/review.h"
#include "app/train.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/uuid.h"
#include "shift_world.h"

/* --- the board --- */

static int64_t
wagon_at(struct fixture *f, int position)
{
    struct wagons consist = {0};
    struct rc_error err = {0};
    int64_t id = 0;

    assert_true(store_consist(f->app->store, f->train, true, &consist, &err));
    for (size_t i = 0; i < consist.n; i++) {
        if (consist.rows[i].position == position)
            id = consist.rows[i].id;
    }
    wagons_release(&consist);
    assert_true(id != 0);
    return id;
}

static void
close_wagon(struct fixture *f, int position)
{
    const struct answer absent = {.state = ANSWER_NO_ACCESS, .reason = "frozen"};
    struct rc_error err = {0};
    struct work w;

    assert_true(work_open(f->app, wagon_at(f, position), &w, &err));
    for (size_t i = 0; i < w.seals.n; i++) {
        if (strcmp(w.seals.rows[i].match, "open") == 0)
            assert_true(inspect_seal_no_access(f->app, w.wagon->id, w.seals.rows[i].n, "frozen",
                                               NULL, &err));
    }
    for (size_t i = 0; i < w.in.n; i++) {
        if (w.in.lines[i].item->type != ITEM_SEALS && !w.in.lines[i].answer.state)
            assert_true(
                inspect_answer(f->app, w.wagon->id, w.in.lines[i].key, &absent, NULL, NULL, &err));
    }
    assert_true(inspect_close(f->app, w.wagon->id, &err));
    work_release(&w);
}

/* The only train of the board: its state, the codes of what blocks it, wagons left, grave findings,
 * who worked on it. */
static void
expect_train(struct fixture *f, const char *state, const char *obstacles, int left, int grave,
             const char *officer)
{
    struct board board = board_of(f);
    struct buf codes = {0};

    assert_int_equal(board.trains.n, 1);
    for (int o = 0; o < OBSTACLES_COUNT; o++) {
        if (board.rows[0].obstacles & 1u << o)
            buf_addf(&codes, "%s%s", codes.len ? " " : "", obstacle_code((enum obstacle)o));
    }
    assert_string_equal(board.trains.rows[0].state, state);
    assert_string_equal(buf_text(&codes), obstacles);
    assert_int_equal(board.rows[0].standing.left, left);
    assert_int_equal(board.trains.rows[0].grave, grave);
    assert_string_equal(board.trains.rows[0].officer, officer);
    buf_release(&codes);
    board_release(&board);
}

static void
the_board_says_what_blocks_a_train(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct finding finding = finding_blank("VOID", 3);
    const char *stop = "H-STOP";
    char id[40];

    expect_train(f, "listed", "wagons", 8, 0, "");
    assert_true(inspect_gates_confirm(f->app, wagon_at(f, 1), &stop, 1, "", &err));
    finding.item = "RUN-1";
    assert_true(inspect_finding(f->app, wagon_at(f, 2), &finding, NULL, id, &err));
    pass(f, 1);
    at_work(f, "102", "2401");
    for (int i = 1; i <= WAGONS - 1; i++)
        close_wagon(f, i);
    expect_train(f, "inspecting", "grave wagons", 1, 1, "102");
    close_wagon(f, WAGONS);
    expect_train(f, "inspecting", "grave submit", 0, 1, "102");
    assert_true(train_submit(f->app, f->train, &err));
    expect_train(f, "submitted", "grave review", 0, 1, "102");
    at_work(f, "201", NULL);
    assert_true(review_return(f->app, wagon_at(f, 3), "RUN-1", NULL, "look again", &err));
    expect_train(f, "returned", "returns grave wagons", 1, 1, "102");
    at_work(f, "101", NULL);
    pass(f, 1);
    assert_true(inspect_answer(f->app, wagon_at(f, 3), "RUN-1",
                               &(struct answer){.state = ANSWER_OK}, NULL, NULL, &err));
    close_wagon(f, 3);
    assert_true(train_submit(f->app, f->train, &err));
    at_work(f, "201", NULL);
    /* a held wagon keeps no train */
    assert_true(review_hold(f->app, wagon_at(f, 2), "void", &err));
    expect_train(f, "submitted", "review", 0, 1, "101");
}

/* A decision as the sign-off records it. */
static void
decide(struct fixture *f, const char *kind)
{
    struct trains trains;
    struct rc_error err = {0};

    assert_true(store_train(f->app->store, f->train, &trains, &err));
    assert_true(app_begin(f->app, RIGHT_DECIDE, &err));
    assert_true(app_record(f->app, kind, trains.rows[0].uuid, NULL,
                           "{\"id\":\"x\",\"reason\":\"y\"}", &err));
    assert_true(app_commit(f->app, &err));
    trains_release(&trains);
}

static void
only_trains_not_done_with_are_on_the_board(void **state)
{
    static const struct {
        const char *kind;
        size_t shown;
    } rows[] = {{"review.accepted", 0}, {"train.held", 1}, {"train.released", 0}};
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;

    at_work(f, "201", NULL);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct board board;

        decide(f, rows[i].kind);
        board = board_of(f);
        if (board.trains.n != rows[i].shown)
            fail_msg("%s: %zu", rows[i].kind, board.trains.n);
        if (board.trains.n)
            assert_int_equal(board.rows[0].obstacles & 1u << OBSTACLE_HELD, 1u << OBSTACLE_HELD);
        board_release(&board);
    }
    refused(train_plan_departure(f->app, f->train, "8:00", &departs, &err), RC_E_TRAIN_GONE, &err);
}

/* As they are where nobody signs trains off. */
static void
of_very_many_open_trains_the_newest_are_shown(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    struct checklists sets;
    struct board board;

    assert_true(store_checklists(f->app->store, &sets, &err));
    assert_true(app_begin(f->app, RIGHT_LIST, &err));
    for (int i = 0; i < OPEN_TRAINS_MAX; i++) {
        struct uuid id = uuid_new(&f->env);
        struct buf body = {0};
        char text[40];

        buf_addf(&body,
                 "{\"no\":\"%d\",\"index\":\"\",\"direction\":\"in\",\"arrived\":%" PRId64
                 ",\"offset\":300,\"form\":\"%s\",\"version\":\"%s\",\"source\":\"\","
                 "\"sha256\":\"%d\",\"level\":1}",
                 3000 + i, NOW - i * MINUTE, sets.rows[0].form, sets.rows[0].version, i);
        assert_true(
            app_record(f->app, "train.listed", uuid_text(&id, text), NULL, buf_text(&body), &err));
        buf_release(&body);
    }
    assert_true(app_commit(f->app, &err));
    checklists_release(&sets);
    board = board_of(f);
    assert_int_equal(board.trains.n, OPEN_TRAINS_MAX);
    assert_string_equal(board.trains.rows[0].number, "3000");
    assert_string_equal(board.trains.rows[OPEN_TRAINS_MAX - 1].number, "3199");
    board_release(&board);
    /* a plan brings the oldest one up */
    assert_true(train_plan_departure(f->app, f->train, "9:00", &departs, &err));
    board = board_of(f);
    assert_int_equal(board.trains.rows[0].id, f->train);
    assert_string_equal(board.trains.rows[OPEN_TRAINS_MAX - 1].number, "3198");
    board_release(&board);
}

static void
who_departs_first_stands_first(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    int64_t second = list_train(f, "consist-mixed-65.csv");
    struct board board = board_of(f);

    assert_int_equal(board.trains.n, 2);
    assert_false(board.rows[0].planned || board.rows[1].planned);
    board_release(&board);
    assert_true(train_plan_departure(f->app, second, "9:00", &departs, &err));
    board = board_of(f);
    assert_int_equal(board.trains.rows[0].id, second);
    board_release(&board);
    assert_true(train_plan_departure(f->app, f->train, "8:00", &departs, &err));
    board = board_of(f);
    assert_int_equal(board.trains.rows[0].id, f->train);
    assert_int_equal(board.rows[0].minutes, 17);
    assert_int_equal(board.rows[1].minutes, 77);
    board_release(&board);
}

/* --- departures --- */

static void
a_departure_is_the_next_such_time(void **state)
{
    /* the train arrived years ago; it is 07:42:51 */
    static const struct {
        const char *typed, *departs;
    } rows[] = {
        {"14:20", "2026-11-24T14:20:00+05:00"},     {"1420", "2026-11-24T14:20:00+05:00"},
        {"7:30", "2026-11-24T07:30:00+05:00"},      {"2:00", "2026-11-24T02:00:00+05:00"},
        {"1:30", "2026-11-25T01:30:00+05:00"},      {"25.11 6:00", "2026-11-25T06:00:00+05:00"},
        {"24.111420", "2026-11-24T14:20:00+05:00"}, {"02.01 0:10", "2027-01-02T00:10:00+05:00"},
    };
    struct fixture *f = *state;
    struct rc_error err = {0};

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct moment departs;
        struct trains trains;
        char text[MOMENT_TEXT];

        if (!train_plan_departure(f->app, f->train, rows[i].typed, &departs, &err))
            fail_msg("%s: %s", rows[i].typed, rc_code_text(err.code));
        assert_true(store_train(f->app->store, f->train, &trains, &err));
        assert_int_equal(trains.rows[0].departs_at, departs.ms);
        assert_int_equal(trains.rows[0].departs_offset, 300);
        trains_release(&trains);
        assert_string_equal(moment_text(departs, MOMENT_ISO, text), rows[i].departs);
    }
}

static void
a_plan_can_be_taken_away_and_nonsense_is_refused(void **state)
{
    static const struct {
        const char *typed;
        enum rc_code code;
    } bad[] = {
        {"soon", RC_E_DEPARTURE},
        {"24:10", RC_E_DEPARTURE},
        {"31.11 10:00", RC_E_DEPARTURE},
    };
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    struct trains trains;

    assert_true(train_plan_departure(f->app, f->train, "14:20", &departs, &err));
    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        refused(train_plan_departure(f->app, f->train, bad[i].typed, &departs, &err), bad[i].code,
                &err);
    refused(train_plan_departure(f->app, 99, "14:20", &departs, &err), RC_E_TRAIN_UNKNOWN, &err);
    assert_true(store_train(f->app->store, f->train, &trains, &err));
    assert_true(trains.rows[0].departs_at != 0);
    trains_release(&trains);
    assert_true(train_plan_departure(f->app, f->train, "", &departs, &err));
    assert_int_equal(departs.ms, 0);
    assert_true(store_train(f->app->store, f->train, &trains, &err));
    assert_int_equal(trains.rows[0].departs_at, 0);
    trains_release(&trains);
}

static void
no_train_departs_before_it_arrived(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct moment departs;
    struct trains trains;

    assert_true(store_train(f->app->store, f->train, &trains, &err));
    f->wall = trains.rows[0].arrived_at + 30 * MINUTE; /* 2020-02-23 00:16, it arrived at 23:46 */
    trains_release(&trains);
    refused(train_plan_departure(f->app, f->train, "22.02 23:00", &departs, &err),
            RC_E_DEPARTS_EARLY, &err);
    /* a time alone is the next one after the arrival */
    assert_true(train_plan_departure(f->app, f->train, "23:00", &departs, &err));
    assert_int_equal(departs.ms, f->wall + 22 * 60 * MINUTE + 44 * MINUTE);
    assert_true(train_plan_departure(f->app, f->train, "0:10", &departs, &err));
    assert_int_equal(departs.ms, f->wall - 6 * MINUTE);
}

static void
minutes_are_rounded_down_also_when_late(void **state)
{
    static const struct {
        int64_t ms, minutes;
    } rows[] = {{0, 0},       {59999, 0},   {60000, 1},   {-1, -1},
                {-60000, -1}, {-60001, -2}, {3600000, 60}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_int_equal(departure_minutes(NOW + rows[i].ms, (struct moment){NOW, 300}),
                         rows[i].minutes);
}

/* --- who is where --- */

static void
everybody_active_is_where_he_worked_last(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct whereabouts where;

    pass(f, 5);
    at_work(f, "102", "2401");
    pass(f, 1);
    assert_true(inspect_note(f->app, wagon_at(f, 4), "seen", &err));
    pass(f, 1);
    assert_true(inspect_note(f->app, wagon_at(f, 5), "seen", &err));
    at_work(f, "301", NULL);
    assert_true(shift_where(f->app, &where, &err));
    assert_int_equal(where.n, 4); /* 103 is disabled */
    assert_string_equal(where.rows[0].badge, "101");
    assert_int_equal(where.rows[0].login_at, 0);
    assert_int_equal(where.rows[0].wagon, 0); /* listing a train is no work on its wagons */
    assert_string_equal(where.rows[1].badge, "102");
    assert_int_equal(where.rows[1].login_at, NOW + 5 * MINUTE);
    assert_int_equal(where.rows[1].position, 5);
    assert_string_equal(where.rows[1].train, "2412");
    assert_int_equal(where.rows[1].worked_at, NOW + 7 * MINUTE);
    assert_string_equal(where.rows[3].badge, "301");
    assert_int_equal(where.rows[3].login_at, NOW + 7 * MINUTE);
    whereabouts_release(&where);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(the_board_says_what_blocks_a_train),
        CASE(only_trains_not_done_with_are_on_the_board),
        CASE(of_very_many_open_trains_the_newest_are_shown),
        CASE(who_departs_first_stands_first),
        CASE(a_departure_is_the_next_such_time),
        CASE(a_plan_can_be_taken_away_and_nonsense_is_refused),
        CASE(no_train_departs_before_it_arrived),
        cmocka_unit_test(minutes_are_rounded_down_also_when_late),
        CASE(everybody_active_is_where_he_worked_last),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
