/* SPDX-License-Identifier: ISC */
/* Who may do what on a real database, PINs, log-ins, and the last administrator. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/decide.h"
#include "app/inspect.h"
#include "app/people.h"
#include "app/review.h"
#include "app/shift.h"
#include "app/train.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "post_world.h"

/* 101 officer and administrator; 1 to 4 one role each. */
static int
set_up(void **state)
{
    struct post_world *f = post_begin(0);
    struct rc_error err = {0};

    assert_true(post_list_train(f, &err));
    assert_true(people_add(f->app, "Officer", "1", "officer", &err));
    assert_true(people_add(f->app, "Lead", "2", "lead", &err));
    assert_true(people_add(f->app, "Analyst", "3", "analyst", &err));
    assert_true(people_add(f->app, "Admin", "4", "admin", &err));
    *state = f;
    return 0;
}

static void
at_work(struct post_world *f, const char *badge, const char *pin)
{
    struct rc_error err = {0};

    if (!people_login(f->app, badge, pin, &err))
        fail_msg("log-in of %s: %s", badge, rc_code_text(err.code));
}

/* --- every role, every use case --- */

static bool
inspect(struct post_world *f, struct rc_error *err)
{
    return inspect_note(f->app, f->wagon[1], "seen", err);
}

static bool
confirm_gate(struct post_world *f, struct rc_error *err)
{
    const char *code = "H-STOP";

    return inspect_gates_confirm(f->app, f->wagon[1], &code, 1, "Duty officer", err);
}

/* The train has open wagons: whoever may submit is told so. */
static bool
submit(struct post_world *f, struct rc_error *err)
{
    return train_submit(f->app, f->train, err) || err->code == RC_E_TRAIN_OPEN;
}

static bool export(struct post_world *f, struct rc_error *err)
{
    struct buf dir = {0};
    bool done;

    buf_addf(&dir, "%s/out-%s", f->dir, f->app->badge);
    done = train_export(f->app, f->train, buf_text(&dir), err);
    buf_release(&dir);
    return done;
}

static bool
read_review(struct post_world *f, struct rc_error *err)
{
    struct review r;

    if (!review_read(f->app, f->train, "en", &r, err))
        return false;
    review_release(&r);
    return true;
}

/* The train is not submitted: whoever may is told so. */
static bool
return_wagon(struct post_world *f, struct rc_error *err)
{
    return review_return(f->app, f->wagon[1], NULL, NULL, "look", err) ||
           err->code == RC_E_NOT_SUBMITTED;
}

static bool
hold_wagon(struct post_world *f, struct rc_error *err)
{
    return review_hold(f->app, f->wagon[1], "look", err) || err->code == RC_E_NOT_SUBMITTED;
}

static bool
release_wagon(struct post_world *f, struct rc_error *err)
{
    return review_release_wagon(f->app, f->wagon[1], NULL, err) || err->code == RC_E_NOT_SUBMITTED;
}

static bool
settle(struct post_world *f, struct rc_error *err)
{
    return review_settle(f->app, f->wagon[1], "none", "done", err) ||
           err->code == RC_E_NOT_SUBMITTED;
}

static bool
accept(struct post_world *f, struct rc_error *err)
{
    return decide_sign(f->app, f->train, DECIDE_ACCEPT, NULL, "no such key", err) ||
           err->code == RC_E_NOT_SUBMITTED;
}

static bool
release(struct post_world *f, struct rc_error *err)
{
    return decide_sign(f->app, f->train, DECIDE_RELEASE, NULL, "no such key", err) ||
           err->code == RC_E_NOT_ACCEPTED;
}

static bool
hold(struct post_world *f, struct rc_error *err)
{
    return decide_sign(f->app, f->train, DECIDE_HOLD, "why", "no such key", err) ||
           err->code == RC_E_NOT_ACCEPTED;
}

static bool
make_key(struct post_world *f, struct rc_error *err)
{
    return decide_make_key(f->app, "sample phrase", err);
}

static bool
begin_shift(struct post_world *f, struct rc_error *err)
{
    int64_t off;

    return shift_start(f->app, "10:00", &off, err);
}

/* To the other one of officer and lead; who has no right has no shift either. */
static bool
hand_over(struct post_world *f, struct rc_error *err)
{
    return shift_hand_over(f->app, strcmp(f->app->badge, "1") == 0 ? "2" : "1", "", err) ||
           err->code == RC_E_SHIFT_OF;
}

static bool
take_over(struct post_world *f, struct rc_error *err)
{
    return shift_take(f->app, err) || err->code == RC_E_NO_HAND_OVER;
}

static bool
plan_departure(struct post_world *f, struct rc_error *err)
{
    struct moment departs;

    return train_plan_departure(f->app, f->train, "10:00", &departs, err);
}

static bool
read_board(struct post_world *f, struct rc_error *err)
{
    struct whereabouts where;
    struct board board;
    bool done = shift_board(f->app, &board, err) && shift_where(f->app, &where, err);

    if (done) {
        whereabouts_release(&where);
        board_release(&board);
    }
    return done;
}

static bool
add_person(struct post_world *f, struct rc_error *err)
{
    char badge[80];

    snprintf(badge, sizeof badge, "new-%s", f->app->badge);
    return people_add(f->app, "New", badge, "officer", err);
}

static bool
change_person(struct post_world *f, struct rc_error *err)
{
    return people_change(f->app, "1", &(struct people_fields){.name = "Renamed"}, err);
}

static bool
disable_and_enable(struct post_world *f, struct rc_error *err)
{
    return people_disable(f->app, "101", err) && people_enable(f->app, "101", err);
}

static bool
pin_of_another(struct post_world *f, struct rc_error *err)
{
    return people_set_pin(f->app, "101", "", err);
}

static bool
own_pin(struct post_world *f, struct rc_error *err)
{
    return people_set_pin(f->app, f->app->badge, "", err);
}

static bool
adopt(struct post_world *f, struct rc_error *err)
{
    struct buf dir = {0}, command = {0};
    struct notes errors = {0};
    bool done, added;

    /* A new version for each, so that there is something to adopt. */
    buf_addf(&dir, "%s/set-%s", f->dir, f->app->badge);
    buf_addf(&command,
             "cp -r '%s/checklists' '%s' && chmod -R u+w '%s' && "
             "sed -i 's/20[0-9]\\{8\\}/209901010%s/' '%s/settings.csv'",
             getenv("top_srcdir"), buf_text(&dir), buf_text(&dir), f->app->badge, buf_text(&dir));
    assert_int_equal(system(buf_text(&command)), 0);
    done = app_adopt(f->app, buf_text(&dir), &errors, &added, err);
    notes_release(&errors);
    buf_release(&dir);
    buf_release(&command);
    return done;
}

/* May officer, lead, analyst, administrator? */
static const struct {
    const char *words, *may;
    bool (*run)(struct post_world *f, struct rc_error *err);
} cases[] = {
    {"list a train", "yy--", post_list_train},
    {"inspect", "yy--", inspect},
    {"confirm a gate", "yy--", confirm_gate},
    {"submit", "yy--", submit},
    {"export", "yyyy", export},
    {"read a review", "yyyy", read_review},
    {"return a wagon", "-y--", return_wagon},
    {"hold a wagon", "-y--", hold_wagon},
    {"release a wagon", "-y--", release_wagon},
    {"settle a finding", "-y--", settle},
    {"accept a train", "-y--", accept},
    {"release a train", "-y--", release},
    {"hold a train", "-y--", hold},
    {"make a key to sign with", "-y--", make_key},
    {"start a shift", "yy--", begin_shift},
    {"hand a shift over", "yy--", hand_over},
    {"take a shift over", "yy--", take_over},
    {"plan a departure", "yy--", plan_departure},
    {"read the board of the shift", "yyyy", read_board},
    {"add a person", "---y", add_person},
    {"change a person", "---y", change_person},
    {"disable, enable", "---y", disable_and_enable},
    {"another's PIN", "---y", pin_of_another},
    {"one's own PIN", "yyyy", own_pin},
    {"adopt a checklist", "-y-y", adopt},
};

static void
every_role_can_do_what_the_table_says_and_nothing_else(void **state)
{
    static const char *const badges[] = {"1", "2", "3", "4"};
    struct post_world *f = *state;

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        for (size_t k = 0; k < ARRAY_LEN(badges); k++) {
            bool may = cases[i].may[k] == 'y', done;
            struct rc_error err = {0};

            at_work(f, badges[k], NULL);
            done = cases[i].run(f, &err);
            if (done != may || (!may && err.code != RC_E_NO_RIGHT))
                fail_msg("%s, badge %s: %s", cases[i].words, badges[k], rc_code_text(err.code));
        }
    }
}

static void
rights_that_were_taken_away_are_gone_at_once(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct app *other;

    at_work(f, "1", NULL);
    assert_true(inspect(f, &err));
    other = app_open(f->dir, "101", true, &f->env, &err);
    assert_non_null(other);
    assert_true(people_change(other, "1", &(struct people_fields){.roles = "analyst"}, &err));
    assert_false(inspect(f, &err));
    assert_int_equal(err.code, RC_E_NO_RIGHT);
    assert_true(people_disable(other, "1", &err));
    assert_false(export(f, &err));
    assert_int_equal(err.code, RC_E_OFFICER_DISABLED);
    assert_false(people_login(f->app, "1", NULL, &err));
    assert_int_equal(err.code, RC_E_OFFICER_DISABLED);
    app_close(other);
    assert_null(app_open(f->dir, "1", true, &f->env, &err));
    assert_int_equal(err.code, RC_E_OFFICER_DISABLED);
}

static void
the_last_administrator_stays(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};

    assert_true(people_disable(f->app, "4", &err));
    assert_false(people_disable(f->app, "101", &err));
    assert_int_equal(err.code, RC_E_LAST_ADMIN);
    assert_false(people_change(f->app, "101", &(struct people_fields){.roles = "officer"}, &err));
    assert_int_equal(err.code, RC_E_LAST_ADMIN);
    assert_true(people_change(f->app, "101", &(struct people_fields){.roles = "admin"}, &err));
    assert_true(people_enable(f->app, "4", &err));
    assert_true(people_disable(f->app, "101", &err));
    assert_false(people_enable(f->app, "101", &err));
    assert_int_equal(err.code, RC_E_OFFICER_DISABLED);
}

/* --- PINs --- */

static bool
try(struct post_world *f, const char *pin, enum rc_code wanted)
{
    struct rc_error err = {0};
    bool in = people_login(f->app, "1", pin, &err);

    if (err.code != wanted)
        fail_msg("%s instead of %s", rc_code_text(err.code), rc_code_text(wanted));
    return in;
}

static void
a_wrong_pin_lets_nobody_in_and_the_officer_at_work_stays(void **state)
{
    struct post_world *f = *state;

    assert_true(people_set_pin(f->app, "1", "2401", NULL));
    assert_false(try(f, NULL, RC_E_PIN_NEEDED));
    assert_false(try(f, "", RC_E_PIN_NEEDED));
    assert_false(try(f, "2402", RC_E_PIN_WRONG));
    assert_string_equal(f->app->badge, "101");
    assert_true(try(f, "2401", RC_OK));
    assert_string_equal(f->app->badge, "1");
}

static void
without_his_pin_an_officer_saves_nothing(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};

    assert_true(people_set_pin(f->app, "1", "2401", NULL));
    app_close(f->app);
    f->app = app_open(f->dir, "1", true, &f->env, &err);
    assert_non_null(f->app);
    assert_false(inspect(f, &err));
    assert_int_equal(err.code, RC_E_PIN_NEEDED);
    assert_false(people_set_pin(f->app, "1", "", &err));
    assert_int_equal(err.code, RC_E_PIN_NEEDED);
    assert_true(try(f, "2401", RC_OK));
    assert_true(inspect(f, &err));
}

static int64_t now_is;

static int64_t
uptime_now(void *context)
{
    (void)context;
    return now_is;
}

static struct moment
clock_now(void *context)
{
    (void)context;
    return (struct moment){1795400000000 + now_is, 300};
}

static struct moment
clock_far(void *context)
{
    (void)context;
    return (struct moment){1895400000000, 300};
}

static void
each_wrong_pin_after_the_third_makes_wait_twice_as_long(void **state)
{
    static const char *const waits[] = {"10", "20", "40", "80", "160", "320", "640", "900", "900"};
    struct post_world *f = *state;

    now_is = 0;
    f->env.uptime = uptime_now;
    f->env.now = clock_now;
    assert_true(people_set_pin(f->app, "1", "2401", NULL));
    assert_false(try(f, "0000", RC_E_PIN_WRONG));
    assert_false(try(f, "0000", RC_E_PIN_WRONG));
    for (size_t i = 0; i < ARRAY_LEN(waits); i++) {
        struct rc_error err = {0};

        assert_false(try(f, "0000", RC_E_PIN_WRONG));
        /* The right one does not help either, until the time has passed. */
        assert_false(people_login(f->app, "1", "2401", &err));
        assert_int_equal(err.code, RC_E_LOGIN_WAIT);
        assert_string_equal(err.arg[0], waits[i]);
        now_is += strtol(waits[i], NULL, 10) * 1000 - 1000;
        assert_false(people_login(f->app, "1", "2401", &err));
        assert_string_equal(err.arg[0], "1");
        at_work(f, "2", NULL); /* others are not kept waiting */
        now_is += 1000;
    }
    assert_true(try(f, "2401", RC_OK));
    assert_false(try(f, "0000", RC_E_PIN_WRONG));
    assert_true(try(f, "2401", RC_OK));
}

static void
setting_the_clock_back_or_forward_does_not_shorten_the_wait(void **state)
{
    struct post_world *f = *state;

    assert_true(people_set_pin(f->app, "1", "2401", NULL));
    now_is = 0;
    f->env.uptime = uptime_now;
    for (int i = 0; i < 3; i++)
        assert_false(try(f, "0000", RC_E_PIN_WRONG));
    f->env.now = clock_far;
    assert_false(try(f, "2401", RC_E_LOGIN_WAIT));
    f->env.now = clock_now;
    assert_false(try(f, "2401", RC_E_LOGIN_WAIT));
    /* After a restart only the wall clock is known. */
    snprintf(f->env.boot, sizeof f->env.boot, "another");
    assert_false(try(f, "2401", RC_E_LOGIN_WAIT));
    now_is = 10000;
    assert_true(try(f, "2401", RC_OK));
}

static void
a_pin_is_four_to_twelve_digits(void **state)
{
    static const char *const wrong[] = {"123", "1234567890123", "12a4", "12 4", "-123", "１２３４"};
    struct post_world *f = *state;

    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct rc_error err = {0};

        assert_false(people_set_pin(f->app, "1", wrong[i], &err));
        assert_int_equal(err.code, RC_E_PIN_SHAPE);
    }
    assert_true(people_set_pin(f->app, "1", "1234", NULL));
    assert_true(people_set_pin(f->app, "1", "123456789012", NULL));
    assert_true(people_set_pin(f->app, "1", "", NULL));
    assert_true(try(f, NULL, RC_OK));
}

static void
what_cannot_be_an_officer_is_refused(void **state)
{
    static const struct {
        const char *name, *badge, *roles;
        enum rc_code code;
    } wrong[] = {
        {"", "9", "officer", RC_E_EMPTY},
        {"Name", "", "officer", RC_E_EMPTY},
        {"Name", "9", "", RC_E_NOT_ROLES},
        {"Name", "9", "boss", RC_E_NOT_ROLES},
        {"Name", "101", "officer", RC_E_BADGE_TAKEN},
        {"Na\nme", "9", "officer", RC_E_PEOPLE_TEXT},
        {"Na\xff", "9", "officer", RC_E_PEOPLE_TEXT},
        {"Name", "123456789012345678901", "officer", RC_E_LIST_LONG},
    };
    struct post_world *f = *state;

    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct rc_error err = {0};

        assert_false(people_add(f->app, wrong[i].name, wrong[i].badge, wrong[i].roles, &err));
        assert_int_equal(err.code, wrong[i].code);
    }
}

static void
log_in_is_needed_for_several_or_a_pin(void **state)
{
    static const char *const others[] = {"1", "2", "3", "4"};
    struct post_world *f = *state;
    bool needed;

    assert_true(people_login_needed(f->app, &needed, NULL));
    assert_true(needed);
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        assert_true(people_disable(f->app, others[i], NULL));
    assert_true(people_login_needed(f->app, &needed, NULL));
    assert_false(needed);
    assert_true(people_set_pin(f->app, "101", "2401", NULL));
    assert_true(people_login_needed(f->app, &needed, NULL));
    assert_true(needed);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, post_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(every_role_can_do_what_the_table_says_and_nothing_else),
        CASE(rights_that_were_taken_away_are_gone_at_once),
        CASE(the_last_administrator_stays),
        CASE(a_wrong_pin_lets_nobody_in_and_the_officer_at_work_stays),
        CASE(without_his_pin_an_officer_saves_nothing),
        CASE(each_wrong_pin_after_the_third_makes_wait_twice_as_long),
        CASE(setting_the_clock_back_or_forward_does_not_shorten_the_wait),
        CASE(a_pin_is_four_to_twelve_digits),
        CASE(what_cannot_be_an_officer_is_refused),
        CASE(log_in_is_needed_for_several_or_a_pin),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
