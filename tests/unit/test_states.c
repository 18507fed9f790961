/* SPDX-License-Identifier: ISC */
/* Which step may follow which, and who may do what: every cell of both tables. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/rights.h"
#include "core/state.h"

/* Rows: states of the train as declared; columns: not started, in work, clear, finding, returned,
 * held, struck. f free, c correction with a reason, - refused. */
static const char *const changes[] = {
    "ffccfc-", /* listed */
    "ffccfc-", /* inspecting */
    "cccccc-", /* submitted */
    "ffccfc-", /* returned */
    "-------", /* accepted */
    "-------", /* released */
    "-------", /* held */
};

static void
every_change_in_every_state(void **state)
{
    (void)state;
    for (int t = TRAIN_LISTED; t <= TRAIN_HELD; t++) {
        for (int w = WAGON_NOT_STARTED; w <= WAGON_STRUCK; w++) {
            struct rc_error err = {0};
            enum permission got = change_allowed((enum train_state)t, (enum wagon_state)w, &err);
            char letter = got == CHANGE_FREE ? 'f' : got == CHANGE_CORRECTION ? 'c' : '-';

            if (letter != changes[t][w])
                fail_msg("train %d wagon %d: %c", t, w, letter);
            if (letter == '-')
                assert_int_not_equal(err.code, RC_OK);
        }
    }
}

static void
closing_and_submitting_need_nothing_open(void **state)
{
    struct rc_error err = {0};

    (void)state;
    assert_true(wagon_may_close(TRAIN_INSPECTING, WAGON_IN_WORK, 0, &err));
    assert_true(wagon_may_close(TRAIN_RETURNED, WAGON_RETURNED, 0, &err));
    assert_false(wagon_may_close(TRAIN_INSPECTING, WAGON_IN_WORK, 3, &err));
    assert_string_equal(err.arg[0], "3");
    assert_false(wagon_may_close(TRAIN_INSPECTING, WAGON_CLEAR, 0, &err));
    assert_false(wagon_may_close(TRAIN_INSPECTING, WAGON_STRUCK, 0, &err));
    assert_false(wagon_may_close(TRAIN_RELEASED, WAGON_IN_WORK, 0, &err));
    assert_true(train_may_submit(TRAIN_INSPECTING, 8, 0, &err));
    assert_true(train_may_submit(TRAIN_RETURNED, 8, 0, &err));
    assert_false(train_may_submit(TRAIN_INSPECTING, 8, 1, &err));
    assert_false(train_may_submit(TRAIN_INSPECTING, 0, 0, &err));
    assert_false(train_may_submit(TRAIN_SUBMITTED, 8, 0, &err));
    assert_false(train_may_submit(TRAIN_ACCEPTED, 8, 0, &err));
}

static void
states_have_names_and_marks(void **state)
{
    static const char marks[] = ".~+!RX/";

    (void)state;
    for (int w = WAGON_NOT_STARTED; w <= WAGON_STRUCK; w++) {
        enum wagon_state back;

        assert_true(wagon_state_parse(wagon_state_name((enum wagon_state)w), &back));
        assert_int_equal(back, w);
        assert_int_equal(wagon_state_mark((enum wagon_state)w), marks[w]);
    }
    for (int t = TRAIN_LISTED; t <= TRAIN_HELD; t++) {
        enum train_state back;

        assert_true(train_state_parse(train_state_name((enum train_state)t), &back));
        assert_int_equal(back, t);
    }
    assert_false(train_state_parse("gone", &(enum train_state){0}));
}

/* Rows: rights as declared; columns: officer, lead, analyst, admin. */
static const char *const rights[] = {
    "yyyy", /* read */
    "yyyy", /* export */
    "yyyy", /* verify */
    "yy--", /* list */
    "yy--", /* inspect */
    "yy--", /* submit */
    "yy--", /* shift */
    "-y--", /* review */
    "-y--", /* decide */
    "---y", /* people */
    "-y-y", /* checklist */
    "---y", /* settings */
    "yyyy", /* self */
};

static void
every_role_and_every_right(void **state)
{
    (void)state;
    assert_int_equal(ARRAY_LEN(rights), RIGHTS_COUNT);
    for (int right = 0; right < RIGHTS_COUNT; right++) {
        for (int role = 0; role < ROLES_COUNT; role++) {
            struct rc_error err = {0};
            bool may = right_needed(1u << role, (enum right)right, &err);

            if (may != (rights[right][role] == 'y'))
                fail_msg("right %d role %d", right, role);
            if (!may)
                assert_int_equal(err.code, RC_E_NO_RIGHT);
        }
        assert_false(role_may(0, (enum right)right));
    }
}

static void
several_roles_add_up(void **state)
{
    role_set set;

    (void)state;
    assert_true(roles_parse("officer admin", &set));
    assert_true(role_may(set, RIGHT_INSPECT));
    assert_true(role_may(set, RIGHT_PEOPLE));
    assert_false(role_may(set, RIGHT_DECIDE));
    assert_false(roles_parse("", &set));
    assert_false(roles_parse("officer king", &set));
}

/* Columns: train states as declared. */
static void
what_a_lead_decides_in_every_state(void **state)
{
    static const struct {
        enum decision d;
        bool own;
        const char *grave, *reason, *may;
    } cases[] = {
        {DECIDE_ACCEPT, false, "1", NULL, "--y----"},
        {DECIDE_ACCEPT, true, NULL, NULL, "-------"},
        {DECIDE_RELEASE, true, NULL, NULL, "----y-y"},
        {DECIDE_RELEASE, false, "1", NULL, "-------"},
        {DECIDE_HOLD, true, "1", "why", "----y--"},
        {DECIDE_HOLD, false, NULL, "", "-------"},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (int t = TRAIN_LISTED; t <= TRAIN_HELD; t++) {
            struct rc_error err = {0};
            bool may = decision_allowed(cases[i].d, (enum train_state)t, cases[i].own,
                                        cases[i].grave, cases[i].reason, &err);

            if (may != (cases[i].may[t] == 'y') || may == (err.code != RC_OK))
                fail_msg("case %zu, train %s", i, train_state_name((enum train_state)t));
        }
    }
}

/* Rows: wagon states; columns: train states, as declared. */
static void
what_a_lead_does_to_a_wagon_in_every_state(void **state)
{
    static const char *const returns[] = {"--yy---", "--yy---", "--yy---", "--yy---",
                                          "--yy---", "-------", "-------"};
    static const char *const holds[] = {"--y-y-y", "--y-y-y", "--y-y-y", "--y-y-y",
                                        "--y-y-y", "-------", "-------"};

    (void)state;
    for (int w = WAGON_NOT_STARTED; w <= WAGON_STRUCK; w++) {
        for (int t = TRAIN_LISTED; t <= TRAIN_HELD; t++) {
            enum train_state train = (enum train_state)t;
            enum wagon_state wagon = (enum wagon_state)w;
            bool with_lead = strchr("246", '0' + t) != NULL;

            assert_int_equal(point_may_return(train, wagon, NULL), returns[w][t] == 'y');
            assert_int_equal(wagon_may_hold(train, wagon, NULL), holds[w][t] == 'y');
            assert_int_equal(wagon_may_release(train, wagon, false, "1", NULL),
                             wagon == WAGON_HELD && with_lead);
            assert_false(wagon_may_release(train, wagon, true, "1", NULL));
            assert_int_equal(finding_may_settle(train, NULL), with_lead);
            assert_int_equal(undo_allowed(train, NULL), t < TRAIN_SUBMITTED || t == TRAIN_RETURNED);
        }
    }
}

static void
an_import_is_taken_back_or_corrected_only_in_time(void **state)
{
    static const struct {
        enum train_state train;
        enum rc_code withdraw, correct;
    } rows[] = {
        {TRAIN_LISTED, RC_OK, RC_OK},
        {TRAIN_INSPECTING, RC_E_TRAIN_TOUCHED, RC_OK},
        {TRAIN_SUBMITTED, RC_E_TRAIN_TOUCHED, RC_E_TRAIN_SUBMITTED},
        {TRAIN_RETURNED, RC_E_TRAIN_TOUCHED, RC_OK},
        {TRAIN_ACCEPTED, RC_E_TRAIN_DECIDED, RC_E_TRAIN_DECIDED},
        {TRAIN_RELEASED, RC_E_TRAIN_DECIDED, RC_E_TRAIN_DECIDED},
        {TRAIN_HELD, RC_E_TRAIN_DECIDED, RC_E_TRAIN_DECIDED},
        {TRAIN_WITHDRAWN, RC_E_TRAIN_WITHDRAWN, RC_E_TRAIN_WITHDRAWN},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct rc_error err = {.code = RC_OK};

        assert_int_equal(train_may_withdraw(rows[i].train, false, &err), rows[i].withdraw == RC_OK);
        assert_int_equal(err.code, rows[i].withdraw);
        err.code = RC_OK;
        assert_int_equal(train_may_correct(rows[i].train, &err), rows[i].correct == RC_OK);
        assert_int_equal(err.code, rows[i].correct);
        assert_false(train_may_withdraw(rows[i].train, true, NULL));
    }
}

int
main(void)
{
    const struct CMUnitTest states[] = {
        cmocka_unit_test(an_import_is_taken_back_or_corrected_only_in_time),
        cmocka_unit_test(every_change_in_every_state),
        cmocka_unit_test(closing_and_submitting_need_nothing_open),
        cmocka_unit_test(states_have_names_and_marks),
        cmocka_unit_test(what_a_lead_decides_in_every_state),
        cmocka_unit_test(what_a_lead_does_to_a_wagon_in_every_state),
        cmocka_unit_test(every_role_and_every_right),
        cmocka_unit_test(several_roles_add_up),
    };

    return cmocka_run_group_tests(states, NULL, NULL);
}
