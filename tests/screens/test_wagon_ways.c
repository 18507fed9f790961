/* SPDX-License-Identifier: ISC */
/* The ways through a wagon and from one to the next. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"
#include "on_wagon.h"

static void
the_next_wagon_opens_in_the_same_zone(void **state)
{
    struct golden g;
    const struct wagon_view *v;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "level");
    golden_keys(&g, "Down Enter");
    open_at(&g, 1, "RUN-3"); /* asked from level 2 on; the next wagon has level 1 */
    golden_keys(&g, "l");
    v = top_view(&g);
    assert_int_equal(v->work.wagon->position, 2);
    assert_string_equal(v->work.in.lines[v->at].item->zone->name, "underframe");
    golden_keys(&g, "h");
    v = top_view(&g);
    assert_int_equal(v->work.wagon->position, 1);
    golden_keys(&g, "h");
    assert_string_equal(g.ui.message, "this is the first wagon");
    golden_close(&g);
}

static void
missing_items_and_found_wagons_need_no_second_screen(void **state)
{
    struct golden g;
    int depth;

    (void)state;
    open_wagon(&g, "en");
    depth = g.ui.depth;
    for (int i = 0; i < 20; i++) {
        golden_keys(&g, "d");
        assert_string_equal(golden_top(&g), "missing");
        golden_keys(&g, "Down Down Enter");
        assert_string_equal(golden_top(&g), "wagon");
        assert_int_equal(g.ui.depth, depth);
    }
    golden_keys(&g, "g");
    golden_type(&g, "3936");
    golden_keys(&g, "Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 3);
    assert_int_equal(g.ui.depth, depth);
    golden_close(&g);
}

static void
the_end_of_the_list_says_what_is_left(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    golden_actions(&g, "last");
    golden_keys(&g, "b"); /* the last zone waits for the overhead line */
    assert_string_equal(g.ui.message, "2 items not accessible: gate not confirmed");
    open_at(&g, 1, "TNK-14");
    golden_keys(&g, "y a");
    assert_non_null(strstr(g.ui.message, "end of the list; left: 19"));
    golden_close(&g);
}

/* Answers whatever is open on the wagon on top, in the plainest way. */
static void
answer_all(struct golden *g, int position)
{
    for (int i = 0; i < 80; i++) {
        struct work w = work_at(g, position);
        size_t next = inspection_next_open(&w.in, w.in.n);
        bool done = next == w.in.n, gated = !done && w.in.lines[next].gated;

        work_release(&w);
        if (done)
            return;
        golden_keys(g, gated ? "b" : "a");
    }
    fail_msg("the wagon does not end");
}

static void
closing_asks_for_a_kind_that_nobody_has_confirmed(void **state)
{
    struct golden g;
    struct buf path = {0};
    struct rc_error err = {0};
    struct import list = {0};
    struct work w;
    FILE *file;
    int64_t train;
    bool added;

    (void)state;
    golden_open(&g, "en", NULL);
    buf_addf(&path, "%s/list.csv", g.dir);
    file = fopen(buf_text(&path), "w");
    assert_non_null(file);
    fputs("train_no,position,wagon_no\n77,1,73072738\n77,2,60711520\n", file);
    assert_int_equal(fclose(file), 0);
    assert_true(import_read(g.ui.app, buf_text(&path), &list, &err));
    assert_true(import_save(g.ui.app, &list, 1, &train, &added, &err));
    import_release(&list);
    buf_release(&path);
    open_at(&g, 1, "");
    golden_keys(&g, "y Enter");
    answer_all(&g, 1);
    golden_keys(&g, "d");
    assert_string_equal(golden_top(&g), "choose");
    golden_keys(&g, "Esc"); /* not now: still open */
    w = work_at(&g, 1);
    assert_false(wagon_is_closed(w.state));
    work_release(&w);
    golden_keys(&g, "d Enter"); /* the suggested one is under the cursor */
    w = work_at(&g, 1);
    assert_string_equal(w.wagon->kind_from, "officer");
    assert_true(wagon_is_closed(w.state));
    work_release(&w);
    assert_int_equal(top_view(&g)->work.wagon->position, 2);
    golden_close(&g);
}

static void
another_terminal_does_not_move_the_cursor(void **state)
{
    struct golden g;
    struct rc_error err = {0};
    const struct answer ok = {.state = ANSWER_OK};
    const struct wagon_view *v;
    struct app *other;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "j j j");
    v = top_view(&g);
    assert_string_equal(v->key, "IDM-4");
    other = app_open(g.dir, NULL, true, &g.env, &err);
    assert_non_null(other);
    assert_true(inspect_answer(other, v->wagon, "DOC-2", &ok, NULL, NULL, &err));
    assert_true(ui_refresh(&g.ui));
    v = top_view(&g);
    assert_string_equal(v->key, "IDM-4");
    assert_int_equal(line_mark(&v->work.in.lines[inspection_find(&v->work.in, "DOC-2")]), '+');
    app_close(other);
    golden_close(&g);
}

static void
a_closed_wagon_asks_for_the_reason_of_a_correction(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", MIXED);
    golden_keys(&g, "Enter Enter y Enter");
    for (int i = 0; i < 60; i++) {
        struct work w = work_at(&g, 1);
        size_t next = inspection_next_open(&w.in, w.in.n);
        bool seals = next < w.in.n && w.in.lines[next].item->type == ITEM_SEALS;
        bool done = next == w.in.n, gated = !done && w.in.lines[next].gated;

        work_release(&w);
        if (done)
            break;
        golden_keys(&g, seals ? "t F8 F8 F10" : gated ? "b" : "a");
    }
    golden_keys(&g, "d h"); /* closed, the next one opened, back to it */
    golden_actions(&g, "first");
    golden_keys(&g, "n");
    assert_string_equal(golden_top(&g), "ask");
    golden_type(&g, "wrong key");
    golden_keys(&g, "Enter");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '-');
    golden_close(&g);
}

/* What the data folder is made to be by this command. */
static void
in_data(const struct golden *g, const char *command)
{
    char line[300];

    snprintf(line, sizeof line, "cd '%s' && %s", g->dir, command);
    assert_int_equal(system(line), 0);
}

static void
a_tape_that_cannot_be_written_is_said_once_and_the_answer_is_saved(void **state)
{
    struct golden g;

    (void)state;
    open_wagon(&g, "en");
    in_data(&g, "mv railcheck.tape kept && ln -s /dev/full railcheck.tape");
    open_at(&g, 1, "DOC-1");
    golden_keys(&g, "a");
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    assert_true(g.ui.message_is_error);
    assert_non_null(strstr(g.ui.message, "saved, but the tape"));
    assert_null(strstr(g.ui.message, "NOT SAVED"));
    golden_keys(&g, "a");
    assert_null(strstr(g.ui.message, "tape"));
    in_data(&g, "mv kept railcheck.tape");
    golden_keys(&g, "u");
    assert_null(strstr(g.ui.message, "tape"));
    golden_close(&g);
}

static void
events_that_came_back_from_the_tape_are_told_at_the_start(void **state)
{
    struct golden g;
    struct rc_error err = {0};

    (void)state;
    open_wagon(&g, "en");
    ui_release(&g.ui);
    in_data(&g, "cp railcheck.db old.db");
    assert_true(ui_init(&g.ui, &g.env, g.dir, NULL, "", false, &err));
    assert_true(ui_start(&g.ui, NULL, &err));
    open_at(&g, 1, "DOC-1");
    golden_keys(&g, "a");
    ui_release(&g.ui);
    in_data(&g, "rm -f railcheck.db-wal railcheck.db-shm && mv old.db railcheck.db");
    assert_true(ui_init(&g.ui, &g.env, g.dir, NULL, "", false, &err));
    assert_true(ui_start(&g.ui, NULL, &err));
    assert_non_null(strstr(g.ui.message, "older than its tape"));
    assert_int_equal(mark_at(&g, 1, "DOC-1"), '+');
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest wagon_ways[] = {
        cmocka_unit_test(the_next_wagon_opens_in_the_same_zone),
        cmocka_unit_test(missing_items_and_found_wagons_need_no_second_screen),
        cmocka_unit_test(the_end_of_the_list_says_what_is_left),
        cmocka_unit_test(closing_asks_for_a_kind_that_nobody_has_confirmed),
        cmocka_unit_test(another_terminal_does_not_move_the_cursor),
        cmocka_unit_test(a_closed_wagon_asks_for_the_reason_of_a_correction),
        cmocka_unit_test(a_tape_that_cannot_be_written_is_said_once_and_the_answer_is_saved),
        cmocka_unit_test(events_that_came_back_from_the_tape_are_told_at_the_start),
    };

    return cmocka_run_group_tests(wagon_ways, NULL, NULL);
}
