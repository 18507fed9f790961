/* SPDX-License-Identifier: ISC */
/* Lists on a real database: chosen columns, the rest of a list, corrected lists, taking back. */
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

#include "app/import.h"
#include "app/inspect.h"
#include "app/train.h"
#include "app/work.h"
#include "base/buf.h"
#include "post_world.h"

static void
read_list(struct post_world *f, const char *text, const struct consist_choice *choice,
          struct import *out)
{
    struct rc_error err = {0};
    struct buf path = {0};
    FILE *file;

    buf_addf(&path, "%s/list.csv", f->dir);
    file = fopen(buf_text(&path), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_true(import_read_as(f->app, buf_text(&path), choice, out, &err));
    buf_release(&path);
}

static const struct consist_choice nothing;

static int64_t
list_train(struct post_world *f, const char *text, const struct consist_choice *choice)
{
    struct rc_error err = {0};
    struct import import;
    int64_t train = 0;
    bool added = false;

    read_list(f, text, choice, &import);
    assert_true(import_save(f->app, &import, 1, &train, &added, &err));
    assert_true(added);
    import_release(&import);
    return train;
}

static int64_t
last_event(struct post_world *f)
{
    unsigned char hash[32];
    int64_t seq = 0;

    assert_true(store_head(f->app->store, f->app->device, &seq, hash, NULL));
    return seq;
}

/* The n-th wagon of the train, struck ones too; strings live until wagons_release. */
static struct wagons
consist_of(struct post_world *f, int64_t train)
{
    struct wagons consist = {0};

    assert_true(store_consist(f->app->store, train, false, &consist, NULL));
    return consist;
}

static int64_t
wagon_named(struct post_world *f, int64_t train, const char *number)
{
    struct wagons consist = consist_of(f, train);
    int64_t id = 0;

    for (size_t i = 0; i < consist.n; i++) {
        if (strcmp(consist.rows[i].number, number) == 0)
            id = consist.rows[i].id;
    }
    wagons_release(&consist);
    assert_true(id != 0);
    return id;
}

static void
assert_wagon(struct post_world *f, int64_t id, int position, const char *state, const char *cargo)
{
    struct wagons wagon = {0};

    assert_true(store_wagon(f->app->store, id, &wagon, NULL));
    assert_int_equal(wagon.rows[0].position, position);
    assert_string_equal(wagon.rows[0].state, state);
    assert_string_equal(wagon.rows[0].cargo_name, cargo);
    wagons_release(&wagon);
}

/* The counts that are kept are those of the checklist laid anew over what is recorded. */
static void
assert_counts(struct post_world *f, int64_t id)
{
    struct work w;

    assert_true(work_open(f->app, id, &w, NULL));
    assert_int_equal(w.wagon->done, inspection_done(&w.in));
    assert_int_equal(w.wagon->total, w.in.n);
    work_release(&w);
}

static void
correct(struct post_world *f, const char *text, int64_t train, struct corrections *out)
{
    struct rc_error err = {0};
    struct import import;

    read_list(f, text, &nothing, &import);
    assert_int_equal(import.open, train);
    if (!import_correct(f->app, &import, train, out, &err))
        fail_msg("code %d %s", (int)err.code, err.arg[0]);
    import_release(&import);
}

/* --- columns --- */

static void
chosen_columns_are_remembered_for_the_same_headings(void **state)
{
    static const struct consist_column columns[] = {{"wagon_no", "Вагончик"}, {"net_t", "Вес"}};
    const struct consist_choice choice = {.columns = columns, .n_columns = 2};
    struct post_world *f = *state;
    struct import import;

    read_list(f, "Вагончик;Вес\n22330989;60,5\n", &nothing, &import);
    assert_int_equal(import.errors.n, 1);
    assert_null(import.mapping);
    import_release(&import);
    list_train(f, "Вагончик;Вес\n22330989;60,5\n", &choice);
    int64_t before = last_event(f);

    read_list(f, "Вагончик;Вес\n73072738;61\n", &nothing, &import);
    assert_int_equal(import.errors.n, 0);
    assert_string_equal(import.mapping, "list.csv");
    assert_int_equal(import.consist.wagons[0].net_kg, 61000);
    assert_string_equal(import.consist.wagons[0].number, "73072738");
    import_release(&import);
    read_list(f, "Вагончик;Вес \n73072738;61\n", &nothing, &import);
    assert_string_equal(import.mapping, "list.csv"); /* blanks around do not count */
    import_release(&import);
    read_list(f, "Вагончик;Вес;x\n73072738;61;1\n", &nothing, &import);
    assert_null(import.mapping);
    import_release(&import);
    /* The same choice again is not recorded again: three events are a train of one wagon. */
    list_train(f, "Вагончик;Вес\n51095388;60\n", &choice);
    assert_int_equal(last_event(f), before + 3);
}

/* --- the rest of a list --- */

static void
read_file(const char *path, struct buf *out)
{
    char piece[4096];
    FILE *file = fopen(path, "r");
    size_t n;

    assert_non_null(file);
    while ((n = fread(piece, 1, sizeof piece, file)) > 0)
        buf_add(out, piece, n);
    fclose(file);
}

static void
the_rest_is_listed_only_when_it_is_accepted(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct import import;
    struct buf text = {0};
    int64_t train, before = last_event(f);
    char *path;
    bool added;

    read_list(f, "train_no;wagon_no\n7;22330989\n7;\n7;\"73\"072738\n7;51095388\n", &nothing,
              &import);
    assert_false(import_save(f->app, &import, 1, &train, &added, &err));
    assert_int_equal(err.code, RC_E_IMPORT_REFUSED);
    assert_int_equal(last_event(f), before);
    assert_false(import_write_rejected(f->app, &import, import.file, &path, &err));
    assert_int_equal(err.code, RC_E_REJECTED_SAME);
    assert_true(import_write_rejected(f->app, &import, NULL, &path, &err));
    read_file(path, &text);
    assert_non_null(strstr(buf_text(&text), "\"line\",\"column\",\"reason\",\"text\"\r\n"));
    assert_non_null(strstr(buf_text(&text), "\"3\",\"2\",\""));
    assert_non_null(strstr(buf_text(&text), ",\"7;\"\"73\"\"072738\"\r\n"));
    import.accept_rest = true;
    assert_true(import_save(f->app, &import, 1, &train, &added, &err));
    assert_true(added);
    assert_wagon(f, wagon_named(f, train, "22330989"), 1, "not_started", "");
    assert_wagon(f, wagon_named(f, train, "51095388"), 4, "not_started", "");
    free(path);
    buf_release(&text);
    import_release(&import);
}

/* --- taking back --- */

static const char two[] = "train_no;wagon_no;kind\n7;22330989;covered\n7;73072738;tank\n";

static void
an_import_taken_back_is_in_no_list_and_can_come_again(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct trains trains;
    struct wagons found;
    int64_t first = list_train(f, two, &nothing), second;

    assert_false(train_withdraw(f->app, first, "", &err));
    assert_true(train_withdraw(f->app, first, "wrong file", &err));
    assert_true(store_trains(f->app->store, 0, 0, 10, &trains, NULL));
    assert_int_equal(trains.n, 0);
    trains_release(&trains);
    assert_true(store_find_tail(f->app->store, "0989", 10, &found, NULL));
    assert_int_equal(found.n, 0);
    wagons_release(&found);
    assert_false(train_named(f->app, "7", &second, &err));
    assert_false(inspect_note(f->app, wagon_named(f, first, "22330989"), "x", &err));
    assert_int_equal(err.code, RC_E_TRAIN_WITHDRAWN);
    assert_false(train_withdraw(f->app, first, "again", &err));
    assert_int_equal(err.code, RC_E_TRAIN_WITHDRAWN);

    second = list_train(f, two, &nothing);
    assert_true(second != first);
    assert_true(train_named(f->app, "7", &first, &err));
    assert_int_equal(first, second);
}

static void
an_import_with_work_on_it_is_not_taken_back(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    int64_t train = list_train(f, two, &nothing), wagon = wagon_named(f, train, "22330989");
    char what[40];

    assert_true(inspect_note(f->app, wagon, "a note", &err));
    assert_false(train_withdraw(f->app, train, "wrong file", &err));
    assert_int_equal(err.code, RC_E_TRAIN_TOUCHED);
    assert_true(inspect_undo(f->app, wagon, what, &err));
    assert_false(train_withdraw(f->app, train, "wrong file", &err));
    assert_int_equal(err.code, RC_E_TRAIN_TOUCHED);
}

/* --- corrected lists --- */

static void
a_corrected_list_attaches_detaches_and_moves(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    int64_t train = list_train(f, two, &nothing), first = wagon_named(f, train, "22330989");
    int64_t second = wagon_named(f, train, "73072738");
    struct corrections changes;

    assert_true(inspect_note(f->app, first, "seen before", &err));
    correct(f, "train_no;wagon_no;kind\n7;73072738;tank\n7;51095388;tank\n", train, &changes);
    assert_int_equal(changes.n, 3);
    assert_int_equal(changes.count[CORRECTION_DETACHED], 1);
    assert_true(changes.list[0].worked_on);
    assert_int_equal(changes.count[CORRECTION_MOVED], 1);
    assert_int_equal(changes.count[CORRECTION_ATTACHED], 1);
    corrections_release(&changes);
    assert_wagon(f, first, 1, "struck", "");
    assert_wagon(f, second, 1, "not_started", "");
    assert_wagon(f, wagon_named(f, train, "51095388"), 2, "not_started", "");

    /* A wagon that comes back is a new one: what was struck out stays so. */
    correct(f, "train_no;wagon_no;kind\n7;22330989;covered\n7;73072738;tank\n7;51095388;tank\n",
            train, &changes);
    assert_int_equal(changes.count[CORRECTION_ATTACHED], 1);
    assert_int_equal(changes.count[CORRECTION_MOVED], 2);
    corrections_release(&changes);
    assert_wagon(f, first, 1, "struck", "");
    assert_true(wagon_named(f, train, "22330989") != first);
}

static const char facts[] = "train_no;wagon_no;kind;cargo_name;un_no;net_kg;seals\n"
                            "7;73072738;tank;Дизель;1202;60000;Н8453704, Н8453706\n";

static void
changed_facts_keep_the_work_and_the_counts_right(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    int64_t train = list_train(f, facts, &nothing), wagon = wagon_named(f, train, "73072738");
    struct corrections changes;
    struct seal_reading read;
    struct seals seals;
    char what[40];

    assert_true(inspect_seal_read(f->app, wagon, 0, "Н8453704", "", NULL, &read, &err));
    assert_true(inspect_note(f->app, wagon, "a note", &err));
    assert_counts(f, wagon);
    /* No UN number and no mass in the new list: they stay. */
    correct(f,
            "train_no;wagon_no;kind;cargo_name;un_no;seals;containers\n"
            "7;73072738;tank;Бензин;;Н8453708;TCLU2923200\n",
            train, &changes);
    assert_int_equal(changes.n, 1);
    assert_non_null(strstr(changes.list[0].facts, "Дизель -> Бензин"));
    assert_null(strstr(changes.list[0].facts, "1202"));
    corrections_release(&changes);
    assert_wagon(f, wagon, 1, "in_work", "Бензин");
    assert_counts(f, wagon);

    /* The seal that was read stays, the other one is dropped, the new one is expected. */
    assert_true(store_seals(f->app->store, wagon, &seals, NULL));
    assert_int_equal(seals.n, 2);
    assert_string_equal(seals.rows[0].read, "Н8453704");
    assert_string_equal(seals.rows[1].expected, "Н8453708");
    assert_int_equal(seals.rows[1].n, 3);
    seals_release(&seals);

    /* What was before the list is no longer taken back step by step; what comes behind is. */
    assert_false(inspect_undo(f->app, wagon, what, &err));
    assert_int_equal(err.code, RC_E_NOTHING_TO_UNDO);
    assert_true(inspect_seal_read(f->app, wagon, 0, "Н8453708", "", NULL, &read, &err));
    assert_int_equal(read.match, SEAL_MATCHED);
    assert_counts(f, wagon);
    assert_true(inspect_undo(f->app, wagon, what, &err));
    assert_wagon(f, wagon, 1, "in_work", "Бензин");
    assert_counts(f, wagon);
}

static void
a_move_lives_through_an_undo(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    int64_t train = list_train(f, two, &nothing), wagon = wagon_named(f, train, "73072738");
    struct corrections changes;
    char what[40];

    assert_true(inspect_note(f->app, wagon, "a note", &err));
    correct(f, "train_no;wagon_no;kind\n7;73072738;tank\n7;22330989;covered\n", train, &changes);
    corrections_release(&changes);
    assert_true(inspect_undo(f->app, wagon, what, &err));
    assert_string_equal(what, "note.added");
    assert_wagon(f, wagon, 1, "not_started", "");
}

static void
a_list_that_changes_nothing_or_is_broken_is_refused(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    int64_t train = list_train(f, two, &nothing), before = last_event(f);
    struct corrections changes;
    struct import import;

    read_list(f, "train_no;wagon_no;kind\n7;22330989;covered\n7; 73072738;tank\n", &nothing,
              &import);
    assert_false(import_correct(f->app, &import, train, &changes, &err));
    assert_int_equal(err.code, RC_E_CORRECT_NOTHING);
    import_release(&import);
    /* The wagon of a rejected row must not look detached. */
    read_list(f, "train_no;wagon_no;kind\n7;22330989;covered\n7;73\"072738;tank\n", &nothing,
              &import);
    import.accept_rest = true;
    assert_false(import_correct(f->app, &import, train, &changes, &err));
    assert_int_equal(err.code, RC_E_IMPORT_REFUSED);
    import_release(&import);
    assert_int_equal(last_event(f), before);
}

static void
the_corrected_list_again_changes_nothing(void **state)
{
    static const char newer[] = "train_no;wagon_no;kind\n7;73072738;tank\n";
    struct post_world *f = *state;
    int64_t train = list_train(f, two, &nothing);
    struct corrections changes;
    struct import import;

    correct(f, newer, train, &changes);
    corrections_release(&changes);
    read_list(f, newer, &nothing, &import);
    assert_int_equal(import.already, train);
    import_release(&import);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, post_set_up, post_tear_down_whole)
    const struct CMUnitTest tests[] = {
        CASE(chosen_columns_are_remembered_for_the_same_headings),
        CASE(the_rest_is_listed_only_when_it_is_accepted),
        CASE(an_import_taken_back_is_in_no_list_and_can_come_again),
        CASE(an_import_with_work_on_it_is_not_taken_back),
        CASE(a_corrected_list_attaches_detaches_and_moves),
        CASE(changed_facts_keep_the_work_and_the_counts_right),
        CASE(a_move_lives_through_an_undo),
        CASE(a_list_that_changes_nothing_or_is_broken_is_refused),
        CASE(the_corrected_list_again_changes_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
