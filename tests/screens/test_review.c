/* SPDX-License-Identifier: ISC */
/* The way of a train through review, on the screens: pictures, and what the keys do. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/people.h"
#include "app/train.h"
#include "on_wagon.h"
#include "store/check.h"

#define PHRASE "тестовая фраза"

static int64_t
train_of(struct golden *g)
{
    struct work w = work_at(g, 0);
    int64_t train = w.train->id;

    work_release(&w);
    return train;
}

static void
expect_state(struct golden *g, const char *state)
{
    struct work w = work_at(g, 0);

    assert_string_equal(w.train->state, state);
    work_release(&w);
}

static void
close_wagon(struct golden *g, int position)
{
    const struct answer absent = {.state = ANSWER_NO_ACCESS, .reason = "frozen"};
    struct rc_error err = {0};
    struct work w = work_at(g, position);
    struct seal_reading reading;

    for (size_t i = 0; i < w.seals.n; i++)
        assert_true(inspect_seal_read(g->ui.app, w.wagon->id, w.seals.rows[i].n,
                                      position == 3 ? "Н0000001" : w.seals.rows[i].expected, "",
                                      NULL, &reading, &err));
    for (size_t i = 0; i < w.in.n; i++) {
        if (w.in.lines[i].item->type != ITEM_SEALS && !w.in.lines[i].answer.state)
            assert_true(inspect_answer(g->ui.app, w.wagon->id, w.in.lines[i].key, &absent, NULL,
                                       NULL, &err));
    }
    assert_true(inspect_close(g->ui.app, w.wagon->id, &err));
    work_release(&w);
}

static void
at_work(struct golden *g, const char *badge)
{
    struct rc_error err = {0};

    assert_true(people_login(g->ui.app, badge, NULL, &err));
}

/* All wagons closed by 101 and submitted: one finding of severity 3 on wagon 2, a wrong seal on 3,
 * one answer for the rest of a zone, one copied; 201, a lead, is at work. */
static void
open_submitted(struct golden *g, const char *lang)
{
    struct finding finding = finding_blank("VOID", 3);
    const struct answer ok = {.state = ANSWER_OK};
    const char *stop = "H-STOP";
    struct rc_error err = {0};
    struct work w;
    size_t n;
    char id[40];

    golden_open(g, lang, SAMPLE);
    assert_true(people_add(g->ui.app, "Сотрудник 201", "201", "lead", &err));
    w = work_at(g, 1);
    assert_true(inspect_gates_confirm(g->ui.app, w.wagon->id, &stop, 1, "", &err));
    assert_true(inspect_answer(g->ui.app, w.wagon->id, "RUN-1", &ok, NULL, NULL, &err));
    assert_true(inspect_zone_ok(g->ui.app, w.wagon->id, "RUN-1", &n, &err));
    work_release(&w);
    w = work_at(g, 2);
    assert_true(inspect_copy(g->ui.app, w.wagon->id, "RUN-1", &err));
    finding.item = "RUN-2";
    finding.description = "полость за балкой";
    assert_true(inspect_finding(g->ui.app, w.wagon->id, &finding, NULL, id, &err));
    work_release(&w);
    for (int i = 1; i <= 8; i++)
        close_wagon(g, i);
    assert_true(train_submit(g->ui.app, train_of(g), &err));
    at_work(g, "201");
    golden_keys(g, "r");
    assert_string_equal(golden_top(g), "review");
}

/* Moves the cursor to the first row of the part that Tab comes to as the n-th. */
static void
go_to_part(struct golden *g, int n)
{
    golden_keys(g, "Home");
    for (int i = 0; i < n; i++)
        golden_keys(g, "Tab");
    golden_keys(g, "j");
}

/* The last wagon's row: its part begins folded. */
static void
go_to_last_wagon(struct golden *g)
{
    golden_keys(g, "End Enter End");
}

static void
pictures_of_the_review(void **state)
{
    static const char *const langs[] = {"en", "ru"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct golden g;

        open_submitted(&g, langs[i]);
        golden_check_screen(&g);
        golden_check(&g, "review", 60, 200);
        go_to_part(&g, 2);
        golden_check(&g, "review-finding", 24, 80);
        go_to_last_wagon(&g);
        golden_check(&g, "review-pace", 24, 80);
        golden_keys(&g, "Home Shift-Tab");
        golden_check(&g, "review-heading", 18, 60); /* the figures are below */
        golden_close(&g);
    }
}

static void
a_row_is_opened_where_it_is_about(void **state)
{
    struct golden g;

    (void)state;
    open_submitted(&g, "ru");
    go_to_part(&g, 2);
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "finding");
    golden_keys(&g, "F10");
    go_to_part(&g, 3);
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "seals");
    golden_keys(&g, "F10");
    go_to_last_wagon(&g);
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "wagon");
    assert_int_equal(top_view(&g)->work.wagon->position, 8);
    golden_close(&g);
}

static void
a_return_is_seen_by_the_officer_and_comes_back(void **state)
{
    static const char *const langs[] = {"en", "ru"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct golden g;

        open_submitted(&g, langs[i]);
        go_to_part(&g, 2);
        golden_keys(&g, "r");
        golden_type(&g, "описать находку");
        golden_keys(&g, "Enter");
        expect_state(&g, "returned");
        go_to_last_wagon(&g);
        golden_keys(&g, "r");
        golden_type(&g, "пломба");
        golden_keys(&g, "Enter");
        golden_check(&g, "review-returned", 24, 80);

        /* The officer logs in and is told. */
        golden_keys(&g, "F10");
        golden_actions(&g, "switch-officer");
        golden_type(&g, "101");
        golden_keys(&g, "Enter");
        golden_check(&g, "returned-login", 24, 80);
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "consist-returned");
        golden_keys(&g, "Enter");
        assert_string_equal(top_view(&g)->key, "RUN-2");
        golden_check(&g, "wagon-returned", 24, 80);
        golden_close(&g);
    }
}

static void
the_passphrase_is_made_and_signs(void **state)
{
    static const char *const langs[] = {"en", "ru"};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct rc_error err = {0};
        struct golden g;

        open_submitted(&g, langs[i]);
        golden_keys(&g, "d");
        golden_check(&g, "choose-decision", 24, 80);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "sign");
        /* It shows the head code, which follows the checklists: a change there draws it anew. */
        golden_check_screen(&g);
        golden_type(&g, PHRASE);
        golden_keys(&g, "Enter");
        golden_type(&g, "other phrase");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "sign");
        assert_true(g.ui.message_is_error);
        golden_type(&g, PHRASE);
        golden_keys(&g, "Enter");
        golden_type(&g, PHRASE);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "review");
        expect_state(&g, "accepted");
        /* A grave finding: not released, until its wagon is held. */
        golden_keys(&g, "d Enter");
        assert_string_equal(golden_top(&g), "review");
        golden_check(&g, "review-grave", 24, 80);
        go_to_part(&g, 2);
        golden_keys(&g, "b");
        golden_type(&g, "до вскрытия");
        golden_keys(&g, "Enter d Enter");
        assert_string_equal(golden_top(&g), "sign");
        golden_type(&g, "wrong phrase");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "sign");
        golden_type(&g, PHRASE);
        golden_keys(&g, "Enter");
        expect_state(&g, "released");
        golden_keys(&g, "F10 Enter");
        golden_check(&g, "consist-released", 24, 80);
        assert_true(store_check_tables(g.ui.app->store, &err));
        golden_close(&g);
    }
}

static void
an_officer_looks_but_decides_nothing(void **state)
{
    struct golden g;

    (void)state;
    open_submitted(&g, "en");
    at_work(&g, "101");
    golden_keys(&g, "d Enter");
    assert_string_equal(golden_top(&g), "review");
    assert_true(g.ui.message_is_error);
    go_to_last_wagon(&g);
    golden_keys(&g, "r");
    golden_type(&g, "why");
    golden_keys(&g, "Enter");
    assert_true(g.ui.message_is_error);
    expect_state(&g, "submitted");
    golden_close(&g);
}

static void
a_lead_returns_an_item_from_the_wagon_itself(void **state)
{
    struct golden g;

    (void)state;
    open_submitted(&g, "en");
    go_to_last_wagon(&g);
    golden_keys(&g, "Enter");
    golden_actions(&g, "return");
    golden_type(&g, "look again");
    golden_keys(&g, "Enter");
    expect_state(&g, "returned");
    assert_string_equal(top_view(&g)->work.wagon->state, "returned");
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest review[] = {
        cmocka_unit_test(pictures_of_the_review),
        cmocka_unit_test(a_row_is_opened_where_it_is_about),
        cmocka_unit_test(a_return_is_seen_by_the_officer_and_comes_back),
        cmocka_unit_test(the_passphrase_is_made_and_signs),
        cmocka_unit_test(an_officer_looks_but_decides_nothing),
        cmocka_unit_test(a_lead_returns_an_item_from_the_wagon_itself),
    };

    return cmocka_run_group_tests(review, NULL, NULL);
}
