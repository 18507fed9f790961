/* SPDX-License-Identifier: ISC */
/* Undo and redo of the steps on a wagon; after every test a rebuild gives the same tables. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "store_expect.h"

static void
undo_takes_back_step_by_step_and_redo_brings_back(void **state)
{
    struct world *w = *state;

    answer_item(w, 1, "TNK-1", "+", 1);
    answer_item(w, 1, "TNK-2", "+", 2);
    answer_item(w, 1, "TNK-1", "-", 2);
    assert_steps(w, 1, 3, 0);
    undo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;TNK-2 + -;");
    undo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;");
    assert_wagon(w, 1, "in_work", 1, 24);
    undo_next(w, 1);
    assert_answers(w, 1, "");
    assert_wagon(w, 1, "not_started", 0, 24);
    assert_train(w, "listed", 2, 0, 0, -1);
    assert_steps(w, 1, 0, 3);
    redo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;");
    redo_next(w, 1);
    redo_next(w, 1);
    assert_answers(w, 1, "TNK-1 - -;TNK-2 + -;");
    assert_steps(w, 1, 3, 0);
    assert_train(w, "inspecting", 2, 0, 0, -1);
}

static void
new_step_ends_redo_and_what_was_undone_stays_undone(void **state)
{
    struct world *w = *state;
    struct log l;

    answer_item(w, 1, "TNK-1", "+", 1);
    answer_item(w, 1, "TNK-2", "+", 2);
    undo_next(w, 1);
    answer_item(w, 1, "TNK-3", "+", 2);
    assert_steps(w, 1, 2, 0);
    assert_answers(w, 1, "TNK-1 + -;TNK-3 + -;");
    /* Another replay must not bring TNK-2 back, though the list has forgotten it. */
    undo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;");
    redo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;TNK-3 + -;");
    assert_true(store_log(w->store, 0, world_wagon(w, 1), 10, &l, NULL));
    assert_int_equal(l.n, 7);
    assert_true(l.rows[4].undone); /* TNK-2 */
    assert_false(l.rows[3].undone);
    assert_false(l.rows[2].undone);
    log_release(&l);
}

static void
undo_of_findings_seals_gates_and_notes_restores_counts(void **state)
{
    struct world *w = *state;
    struct buf before = {0}, after = {0};

    answer_item(w, 1, "TNK-1", "+", 1);
    world_record(w, "answer.set", 1, 2, "{\"s\":[[\"DOC-1\",\"+\"]],\"n\":[1,24]}");
    world_dump(w, &before);
    world_record(w, "finding.raised", 1, 1, FINDING("f1", "3", "double wall"));
    undo_next(w, 1);
    world_record(w, "seal.read", 1, 1,
                 "{\"k\":1,\"no\":\"X\",\"fold\":\"X\",\"match\":\"mismatched\",\"n\":[2,24]}");
    undo_next(w, 1);
    world_record(w, "gate.confirmed", 1, 1, "{\"codes\":[\"H-GAS\"],\"name\":\"me\"}");
    undo_next(w, 1);
    world_record(w, "note.added", 1, 1, "{\"text\":\"smell\"}");
    undo_next(w, 1);
    world_dump(w, &after);
    /* The list of steps differs: it can bring the note back. */
    *strstr(before.data, "-- undo_step") = '\0';
    *strstr(after.data, "-- undo_step") = '\0';
    assert_string_equal(before.data, after.data);
    buf_release(&before);
    buf_release(&after);
}

static void
undo_works_after_reopening(void **state)
{
    struct world *w = *state;

    answer_item(w, 1, "TNK-1", "+", 1);
    answer_item(w, 1, "TNK-2", "+", 2);
    undo_next(w, 1);
    world_reopen(w, STORE_WRITE);
    undo_next(w, 1);
    assert_answers(w, 1, "");
    world_reopen(w, STORE_WRITE);
    redo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;");
    assert_steps(w, 1, 1, 1);
}

static void
undo_of_one_wagon_leaves_the_others(void **state)
{
    struct world *w = *state;

    answer_item(w, 1, "TNK-1", "+", 1);
    answer_item(w, 2, "TNK-1", "!", 1);
    answer_item(w, 1, "TNK-2", "+", 2);
    undo_next(w, 1);
    assert_answers(w, 1, "TNK-1 + -;");
    assert_answers(w, 2, "TNK-1 ! -;");
    assert_steps(w, 2, 1, 0);
}

static void
undo_of_what_cannot_be_undone_is_refused(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    int64_t first;
    char body[40];

    answer_item(w, 1, "TNK-1", "+", 1);
    first = w->seq;
    world_record(w, "wagon.closed", 1, 1, "{}");
    answer_item(w, 2, "TNK-1", "+", 1);
    snprintf(body, sizeof body, "{\"of\":%lld}", (long long)first);
    /* Closed; of another wagon; a redo of what is in force; no such event. */
    assert_true(store_begin(w->store, &err));
    assert_false(world_append(w, "undo.made", 1, 1, body, &err));
    assert_int_equal(err.code, RC_E_STORE_UNDO);
    assert_true(store_begin(w->store, &err));
    assert_false(world_append(w, "undo.made", 1, 2, body, &err));
    assert_true(store_begin(w->store, &err));
    snprintf(body, sizeof body, "{\"of\":%lld}", (long long)w->seq);
    assert_false(world_append(w, "redo.made", 1, 2, body, &err));
    assert_true(store_begin(w->store, &err));
    assert_false(world_append(w, "undo.made", 1, 2, "{}", &err));
    assert_int_equal(err.code, RC_E_STORE_UNDO);
    assert_answers(w, 1, "TNK-1 + -;");
}

/* Random work on two wagons; tear_down compares with the rebuild. */
static void
random_work_equals_its_rebuild(void **state)
{
    struct world *w = *state;
    unsigned x = 12345;

    for (int i = 0; i < 300; i++) {
        int wagon, n;
        char body[400];
        int64_t seq;

        x = x * 1103515245 + 12345;
        wagon = 1 + (int)(x >> 16 & 1);
        switch (x >> 20 & 7) {
        case 0:
        case 1:
            store_undo(w->store, world_wagon(w, wagon), &seq, &n, NULL);
            if (n)
                record_about(w, "undo.made", wagon, seq);
            break;
        case 2:
            store_redo(w->store, world_wagon(w, wagon), &seq, &n, NULL);
            if (n)
                record_about(w, "redo.made", wagon, seq);
            break;
        case 3:
            snprintf(body, sizeof body,
                     "{\"s\":[],\"f\":{\"id\":\"r%d\",\"severity\":%d,\"description\":\"d%d\"}}", i,
                     i % 5, i);
            world_record(w, "finding.raised", 1, wagon, body);
            break;
        case 4:
            snprintf(body, sizeof body, "{\"text\":\"note %d\"}", i);
            world_record(w, "note.added", 1, wagon, body);
            break;
        default:
            snprintf(body, sizeof body, "I-%u", x >> 24 & 15);
            answer_item(w, wagon, body, i % 3 ? "+" : "!", i % 25);
        }
    }
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, inspection_set_up, inspection_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(undo_takes_back_step_by_step_and_redo_brings_back),
        CASE(new_step_ends_redo_and_what_was_undone_stays_undone),
        CASE(undo_of_findings_seals_gates_and_notes_restores_counts),
        CASE(undo_works_after_reopening),
        CASE(undo_of_one_wagon_leaves_the_others),
        CASE(undo_of_what_cannot_be_undone_is_refused),
        CASE(random_work_equals_its_rebuild),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
