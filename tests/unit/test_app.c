/* SPDX-License-Identifier: ISC */
/* The use cases on a real database: a train from its list to its export. */
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

#include "app/inspect.h"
#include "app/import.h"
#include "app/train.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/buf.h"

struct fixture {
    char dir[64];
    struct rc_env env;
    struct app *app;
    int64_t train;
    int64_t wagon[9]; /* 1-based */
};

static char *
sample(const char *name)
{
    struct buf path = {0};

    buf_addf(&path, "%s/checklists/samples/%s", getenv("top_srcdir"), name);
    return buf_detach(&path);
}

static void
remove_tree(const char *dir)
{
    struct buf command = {0};

    buf_addf(&command, "rm -rf '%s'", dir);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
}

static int64_t
import(struct fixture *f, const char *name, bool *added)
{
    struct rc_error err = {0};
    char *file = sample(name);
    struct import import;
    int64_t train;

    assert_true(import_read(f->app, file, &import, &err));
    assert_int_equal(import.errors.n, 0);
    assert_true(import_save(f->app, &import, 1, &train, added, &err));
    import_release(&import);
    free(file);
    return train;
}

static void
reopen(struct fixture *f)
{
    struct rc_error err = {0};

    app_close(f->app);
    f->app = app_open(f->dir, NULL, true, &f->env, &err);
    assert_non_null(f->app);
}

static int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    struct rc_error err = {0};
    struct wagons consist = {0};
    bool added;

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-app-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    rc_env_fake(&f->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(f->dir, "Test post", "Sample Officer", "101", getenv("top_srcdir"),
                         &f->env, &err));
    f->app = app_open(f->dir, NULL, true, &f->env, &err);
    assert_non_null(f->app);
    f->train = import(f, "consist-diesel-tanks.csv", &added);
    assert_true(added);
    assert_true(store_consist(f->app->store, f->train, false, &consist, &err));
    assert_int_equal(consist.n, 8);
    for (size_t i = 0; i < consist.n; i++)
        f->wagon[consist.rows[i].position] = consist.rows[i].id;
    wagons_release(&consist);
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;

    app_close(f->app);
    rc_env_release(&f->env);
    remove_tree(f->dir);
    free(f);
    return 0;
}

static struct work
work(struct fixture *f, int64_t wagon)
{
    struct rc_error err = {0};
    struct work w;

    assert_true(work_open(f->app, wagon, &w, &err));
    return w;
}

static char
mark_of(struct fixture *f, int64_t wagon, const char *key)
{
    struct work w = work(f, wagon);
    size_t at = inspection_find(&w.in, key);
    char mark = at < w.in.n ? line_mark(&w.in.lines[at]) : ' ';

    work_release(&w);
    return mark;
}

static bool
answer(struct fixture *f, int64_t wagon, const char *key, enum answer_state state,
       const char *reason, struct rc_error *err)
{
    struct answer a = {.state = state, .reason = reason};

    return inspect_answer(f->app, wagon, key, &a, NULL, NULL, err);
}

static void
confirm(struct fixture *f, int64_t wagon, const char *code)
{
    struct rc_error err = {0};

    assert_true(inspect_gates_confirm(f->app, wagon, &code, 1, "Duty officer", &err));
}

/* Answers everything on the wagon that is asked, in the order in which it is asked. */
static void
finish(struct fixture *f, int64_t wagon)
{
    struct rc_error err = {0};
    struct work w;

    confirm(f, wagon, "H-STOP");
    confirm(f, wagon, "H-LEAK");
    for (;;) {
        char key[64];
        size_t at, n;

        w = work(f, wagon);
        at = inspection_next_open(&w.in, w.in.n);
        if (at == w.in.n) {
            work_release(&w);
            break;
        }
        snprintf(key, sizeof key, "%s", w.in.lines[at].key);
        if (w.in.lines[at].item->type == ITEM_SEALS) {
            struct seal_reading reading;

            for (size_t s = 0; s < w.seals.n; s++)
                assert_true(inspect_seal_read(f->app, wagon, w.seals.rows[s].n,
                                              w.seals.rows[s].expected, "", NULL, &reading, &err));
        } else if (w.in.lines[at].gated) {
            assert_true(inspect_zone_gated(f->app, wagon, key, &n, &err));
        } else if (w.in.lines[at].item->type == ITEM_CHECK) {
            assert_true(answer(f, wagon, key, ANSWER_OK, NULL, &err));
        } else {
            struct answer value = {.state = ANSWER_NA};

            assert_true(inspect_answer(f->app, wagon, key, &value, NULL, NULL, &err));
        }
        work_release(&w);
    }
    assert_true(inspect_close(f->app, wagon, &err));
}

static void
an_answer_is_there_after_reopening(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};

    assert_true(answer(f, f->wagon[1], "DOC-1", ANSWER_OK, NULL, &err) || err.code);
    confirm(f, f->wagon[1], "H-STOP");
    assert_true(answer(f, f->wagon[1], "DOC-1", ANSWER_OK, NULL, &err));
    reopen(f);
    assert_int_equal(mark_of(f, f->wagon[1], "DOC-1"), '+');
}

static void
a_gated_item_can_only_be_not_accessible(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    size_t n;

    assert_int_equal(mark_of(f, f->wagon[1], "TNK-11"), '#');
    assert_false(answer(f, f->wagon[1], "TNK-11", ANSWER_OK, NULL, &err));
    assert_false(answer(f, f->wagon[1], "TNK-11", ANSWER_NA, NULL, &err));
    assert_true(inspect_zone_gated(f->app, f->wagon[1], "TNK-11", &n, &err));
    assert_true(n >= 1);
    assert_int_equal(mark_of(f, f->wagon[1], "TNK-11"), '?');
}

static void
a_train_gate_opens_the_items_of_every_wagon(void **state)
{
    struct fixture *f = *state;

    assert_int_equal(mark_of(f, f->wagon[2], "RUN-1"), '#');
    confirm(f, f->wagon[1], "H-STOP");
    assert_int_equal(mark_of(f, f->wagon[2], "RUN-1"), '.');
}

static void
rest_of_zone_leaves_gates_seals_and_numbers(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct work w;
    size_t n;

    confirm(f, f->wagon[1], "H-STOP");
    w = work(f, f->wagon[1]);
    for (size_t i = 0; i < w.in.n; i++)
        inspect_zone_ok(f->app, f->wagon[1], w.in.lines[i].key, &n, &err);
    work_release(&w);
    w = work(f, f->wagon[1]);
    for (size_t i = 0; i < w.in.n; i++) {
        const struct line *line = &w.in.lines[i];

        if (line->answer.state == ANSWER_NONE)
            continue;
        assert_true(line->answer.marks & ANSWER_BULK);
        assert_int_equal(line->item->type, ITEM_CHECK);
        assert_true(line->item->bulk);
        assert_false(line->gated);
    }
    work_release(&w);
}

static void
a_wrong_seal_is_a_mismatch_and_a_latin_h_a_lookalike(void **state)
{
    struct fixture *f = *state;
    struct seal_reading reading;
    struct rc_error err = {0};
    struct work w = work(f, f->wagon[2]);

    assert_int_equal(w.seals.n, 1);
    assert_string_equal(w.seals.rows[0].expected, "Н8453704");
    assert_string_equal(w.seals.rows[0].place, "UH");
    work_release(&w);
    assert_true(inspect_seal_read(f->app, f->wagon[2], 1, "H8453704", "", NULL, &reading, &err));
    assert_int_equal(reading.match, SEAL_LOOKALIKE);
    assert_false(reading.elsewhere);
    assert_true(inspect_seal_read(f->app, f->wagon[1], 1, "Н8453704", "", NULL, &reading, &err));
    assert_int_equal(reading.match, SEAL_MISMATCHED);
    assert_true(reading.elsewhere);
    assert_non_null(strstr(reading.where, "73072738"));
}

static void
a_seal_read_without_a_row_finds_its_row_or_is_extra(void **state)
{
    struct fixture *f = *state;
    struct seal_reading reading;
    struct rc_error err = {0};
    struct work w;

    assert_true(inspect_seal_read(f->app, f->wagon[3], 0, "Н8453706", "", NULL, &reading, &err));
    assert_int_equal(reading.match, SEAL_MATCHED);
    assert_int_equal(reading.n, 1);
    assert_true(inspect_seal_read(f->app, f->wagon[3], 0, "К1234567", "BO", NULL, &reading, &err));
    assert_int_equal(reading.match, SEAL_EXTRA);
    w = work(f, f->wagon[3]);
    assert_int_equal(w.seals.n, 2);
    assert_string_equal(w.seals.rows[1].place, "BO");
    assert_int_equal(w.wagon->seals_bad, 1);
    work_release(&w);
}

static void
undo_takes_back_and_redo_brings_back_across_reopening(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char what[40];

    confirm(f, f->wagon[1], "H-STOP");
    assert_true(answer(f, f->wagon[1], "RUN-1", ANSWER_OK, NULL, &err));
    assert_true(answer(f, f->wagon[1], "RUN-1", ANSWER_NO_ACCESS, "dark", &err));
    assert_true(inspect_undo(f->app, f->wagon[1], what, &err));
    assert_string_equal(what, "answer.set");
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-1"), '+');
    reopen(f);
    assert_true(inspect_undo(f->app, f->wagon[1], what, &err));
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-1"), '.');
    assert_true(inspect_redo(f->app, f->wagon[1], what, &err));
    assert_true(inspect_redo(f->app, f->wagon[1], what, &err));
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-1"), '?');
    assert_false(inspect_redo(f->app, f->wagon[1], what, &err));
    assert_int_equal(err.code, RC_E_NOTHING_TO_REDO);
}

static void
striking_out_can_be_undone(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct work w;
    char what[40];

    assert_false(inspect_strike(f->app, f->wagon[1], "", &err));
    assert_true(inspect_strike(f->app, f->wagon[1], "not in the train", &err));
    w = work(f, f->wagon[1]);
    assert_int_equal(w.state, WAGON_STRUCK);
    assert_int_equal(w.train->wagons, 7);
    work_release(&w);
    assert_true(inspect_undo(f->app, f->wagon[1], what, &err));
    w = work(f, f->wagon[1]);
    assert_int_not_equal(w.state, WAGON_STRUCK);
    assert_int_equal(w.train->wagons, 8);
    work_release(&w);
}

static void
copying_marks_the_answer_and_never_copies_a_finding(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct finding finding = finding_blank("VOID", 2);
    char id[40];

    finding.item = "RUN-2";
    confirm(f, f->wagon[1], "H-STOP");
    assert_true(answer(f, f->wagon[1], "RUN-1", ANSWER_OK, NULL, &err));
    assert_true(inspect_copy(f->app, f->wagon[2], "RUN-1", &err));
    assert_int_equal(mark_of(f, f->wagon[2], "RUN-1"), '=');
    assert_true(inspect_finding(f->app, f->wagon[1], &finding, NULL, id, &err));
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-2"), '!');
    assert_false(inspect_copy(f->app, f->wagon[2], "RUN-2", &err));
    assert_int_equal(err.code, RC_E_NOTHING_TO_COPY);
    assert_false(inspect_copy(f->app, f->wagon[1], "RUN-1", &err));
}

static void
a_closed_wagon_takes_only_corrections_with_a_reason(void **state)
{
    struct fixture *f = *state;
    struct answer no = {.state = ANSWER_NA};
    struct rc_error err = {0};
    char what[40];

    assert_false(inspect_close(f->app, f->wagon[1], &err));
    finish(f, f->wagon[1]);
    assert_false(inspect_answer(f->app, f->wagon[1], "RUN-1", &no, NULL, NULL, &err));
    assert_int_equal(err.code, RC_E_WHY_NEEDED);
    assert_true(inspect_answer(f->app, f->wagon[1], "RUN-1", &no, "wrong key", NULL, &err));
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-1"), '-');
    assert_false(inspect_undo(f->app, f->wagon[1], what, &err));
    assert_int_equal(err.code, RC_E_NOTHING_TO_UNDO);
}

static void
the_same_file_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    bool added;

    assert_int_equal(import(f, "consist-diesel-tanks.csv", &added), f->train);
    assert_false(added);
}

static void
read_file(const char *dir, const char *name, struct buf *out)
{
    struct buf path = {0};
    char part[4096];
    size_t n;
    FILE *in;

    buf_addf(&path, "%s/%s", dir, name);
    in = fopen(buf_text(&path), "rb");
    assert_non_null(in);
    while ((n = fread(part, 1, sizeof part, in)) > 0)
        buf_add(out, part, n);
    fclose(in);
    buf_release(&path);
}

static void
a_whole_train_is_closed_submitted_and_exported_the_same_each_time(void **state)
{
    static const char *const files[] = {"consist.csv",  "wagons.csv", "answers.csv",
                                        "findings.csv", "seals.csv",  "gates.csv"};
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct gaps gaps;
    char first[96], second[96];

    assert_false(train_submit(f->app, f->train, &err));
    for (int i = 1; i <= 8; i++)
        finish(f, f->wagon[i]);
    assert_true(train_gaps(f->app, f->train, f->wagon[1], "en", &gaps, &err));
    assert_int_equal(gaps.n, 0);
    gaps_release(&gaps);
    assert_true(train_submit(f->app, f->train, &err));
    assert_false(train_submit(f->app, f->train, &err));
    snprintf(first, sizeof first, "%s/one", f->dir);
    snprintf(second, sizeof second, "%s/two", f->dir);
    assert_true(train_export(f->app, f->train, first, &err));
    reopen(f);
    assert_true(train_export(f->app, f->train, second, &err));
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        struct buf a = {0}, b = {0};

        read_file(first, files[i], &a);
        read_file(second, files[i], &b);
        assert_int_equal(a.len, b.len);
        assert_memory_equal(a.data, b.data, a.len);
        assert_true(a.len > 40);
        buf_release(&a);
        buf_release(&b);
    }
}

static void
a_changed_set_of_the_same_version_is_refused(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct notes errors = {0};
    struct buf command = {0}, dir = {0};
    bool added;

    buf_addf(&dir, "%s/set", f->dir);
    buf_addf(&command,
             "mkdir -p '%s' && cp -r '%s/checklists/.' '%s' && chmod -R u+w '%s' && "
             "echo >>'%s/choices.csv'",
             buf_text(&dir), getenv("top_srcdir"), buf_text(&dir), buf_text(&dir), buf_text(&dir));
    assert_int_equal(system(buf_text(&command)), 0);
    assert_false(app_adopt(f->app, buf_text(&dir), &errors, &added, &err));
    assert_int_equal(err.code, RC_E_SET_CHANGED);
    buf_clear(&command);
    buf_addf(&command, "sed -i '2s/,20[0-9]*,/,2099010101,/' '%s/settings.csv'", buf_text(&dir));
    assert_int_equal(system(buf_text(&command)), 0);
    assert_true(app_adopt(f->app, buf_text(&dir), &errors, &added, &err));
    assert_true(added);
    notes_release(&errors);
    buf_release(&command);
    buf_release(&dir);
}

static void
rebuilding_from_the_events_changes_no_answer(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char what[40];

    confirm(f, f->wagon[1], "H-STOP");
    assert_true(answer(f, f->wagon[1], "RUN-1", ANSWER_OK, NULL, &err));
    assert_true(answer(f, f->wagon[1], "RUN-2", ANSWER_OK, NULL, &err));
    assert_true(inspect_undo(f->app, f->wagon[1], what, &err));
    finish(f, f->wagon[2]);
    assert_true(store_rebuild(f->app->store, &err));
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-1"), '+');
    assert_int_equal(mark_of(f, f->wagon[1], "RUN-2"), '.');
    assert_int_equal(mark_of(f, f->wagon[2], "RUN-2"), '+');
}

int
main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest app[] = {
        TEST(an_answer_is_there_after_reopening),
        TEST(a_gated_item_can_only_be_not_accessible),
        TEST(a_train_gate_opens_the_items_of_every_wagon),
        TEST(rest_of_zone_leaves_gates_seals_and_numbers),
        TEST(a_wrong_seal_is_a_mismatch_and_a_latin_h_a_lookalike),
        TEST(a_seal_read_without_a_row_finds_its_row_or_is_extra),
        TEST(undo_takes_back_and_redo_brings_back_across_reopening),
        TEST(striking_out_can_be_undone),
        TEST(copying_marks_the_answer_and_never_copies_a_finding),
        TEST(a_closed_wagon_takes_only_corrections_with_a_reason),
        TEST(the_same_file_twice_changes_nothing),
        TEST(a_whole_train_is_closed_submitted_and_exported_the_same_each_time),
        TEST(a_changed_set_of_the_same_version_is_refused),
        TEST(rebuilding_from_the_events_changes_no_answer),
    };

    return cmocka_run_group_tests(app, NULL, NULL);
}
