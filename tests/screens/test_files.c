/* SPDX-License-Identifier: ISC */
/* Photos and files in the form of a finding: attached by path or from a camera's folder, taken off.
 */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "on_wagon.h"

static const char *const langs[] = {"en", "ru"};

static void __attribute__((format(printf, 1, 2))) run(const char *format, ...)
{
    struct buf command = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&command, format, args);
    va_end(args);
    assert_int_equal(system(buf_text(&command)), 0);
    buf_release(&command);
}

/* A camera's folder beside the data; paths are told from there, so that pictures are the same in
 * every run. */
static void
put_camera_in(struct golden *g)
{
    g->came_from = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(g->came_from >= 0);
    assert_int_equal(chdir(g->dir), 0);
    run("mkdir -p camera/DCIM/100SAMPL");
    for (int i = 1; i <= 23; i++)
        run("f='camera/DCIM/100SAMPL/IMG_%04d.JPG'; printf 'picture %d' >$f &&"
            " truncate -s %d $f && TZ=UTC touch -d '2026-11-24 02:%02d' $f",
            i, i, i * 90000, i);
    run("f='camera/протокол 7.pdf'; printf text >\"$f\" && TZ=UTC touch -d '2026-11-23 10:00'"
        " \"$f\"");
}

/* The form of a finding on the first wagon, with the cursor on its files. */
static void
open_files(struct golden *g, const char *lang)
{
    open_wagon(g, lang);
    put_camera_in(g);
    open_at(g, 1, "RUN-1");
    golden_keys(g, "f Enter");
    assert_string_equal(golden_top(g), "finding");
    golden_keys(g, "Tab Tab Tab Tab Tab Tab Tab Tab Tab");
}

static size_t
n_files(struct golden *g)
{
    struct work w = work_at(g, 1);
    size_t n = w.files.n;

    work_release(&w);
    return n;
}

static void
pictures_of_attaching(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_files(&g, langs[i]);
        golden_check(&g, "files-none", 24, 80);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "path");
        golden_type(&g, "camera");
        golden_keys(&g, "Tab");
        golden_check_screen(&g);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "choose");
        golden_check_sizes(&g, "files-newest");
        golden_keys(&g, "Down Enter Enter");
        assert_string_equal(golden_top(&g), "path");
        golden_type(&g, "прот");
        golden_keys(&g, "Tab Enter");
        assert_string_equal(golden_top(&g), "finding");
        golden_check_sizes(&g, "files");
        golden_keys(&g, "F8");
        golden_check(&g, "files-remove", 24, 80);
        golden_type(&g, "другой вагон");
        golden_keys(&g, "Enter");
        golden_check(&g, "files-removed", 24, 80);
        golden_keys(&g, "F10");
        golden_actions(&g, "log");
        golden_check(&g, "files-log", 24, 80);
        golden_close(&g);
    }
}

static void
the_folder_is_remembered_and_the_same_file_told(void **state)
{
    struct golden g;

    (void)state;
    open_files(&g, "en");
    golden_keys(&g, "F7");
    golden_type(&g, "camera");
    golden_keys(&g, "Enter Enter");
    assert_int_equal(n_files(&g), 1);
    golden_keys(&g, "F7 Enter Enter");
    assert_string_equal(g.ui.message, "the finding has this very file already");
    assert_int_equal(n_files(&g), 1);
    golden_close(&g);
}

static void
what_cannot_be_attached_is_told(void **state)
{
    struct golden g;

    (void)state;
    open_files(&g, "en");
    golden_keys(&g, "Enter");
    golden_type(&g, "/nowhere/a.jpg");
    golden_keys(&g, "Tab");
    assert_string_equal(g.ui.message, "nothing there has a name that begins so");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "finding");
    assert_true(g.ui.message_is_error);
    assert_non_null(strstr(g.ui.message, "/nowhere/a.jpg"));
    assert_int_equal(n_files(&g), 0);
    golden_keys(&g, "Enter Esc");
    assert_string_equal(golden_top(&g), "finding");
    golden_close(&g);
}

static void
a_text_being_typed_is_saved_before_a_file_is_asked_for(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_files(&g, "en");
    golden_keys(&g, "Up");
    golden_type(&g, "ACT-1");
    golden_keys(&g, "F7");
    assert_string_equal(golden_top(&g), "path");
    w = work_at(&g, 1);
    assert_string_equal(w.findings.rows[0].act_no, "ACT-1");
    work_release(&w);
    golden_close(&g);
}

static void
undo_takes_the_file_off_again(void **state)
{
    struct golden g;

    (void)state;
    open_files(&g, "en");
    golden_keys(&g, "F7");
    golden_type(&g, "camera");
    golden_keys(&g, "Enter Enter F10 u");
    assert_string_equal(g.ui.message, "undone: file of a finding");
    assert_int_equal(n_files(&g), 0);
    golden_keys(&g, "z");
    assert_int_equal(n_files(&g), 1);
    golden_close(&g);
}

/* As closing records it: what is asked on the wagon does not matter here. */
static void
close_first_wagon(struct golden *g)
{
    struct work w = work_at(g, 1);
    struct rc_error err = {0};

    assert_true(app_begin(g->ui.app, RIGHT_INSPECT, &err));
    assert_true(app_record(g->ui.app, "wagon.closed", w.train->uuid, w.wagon->uuid, "{}", &err));
    assert_true(app_commit(g->ui.app, &err));
    work_release(&w);
}

static void
on_a_closed_wagon_a_reason_is_asked_for(void **state)
{
    struct golden g;

    (void)state;
    open_files(&g, "en");
    close_first_wagon(&g);
    golden_keys(&g, "F7");
    golden_type(&g, "camera");
    golden_keys(&g, "Enter Enter");
    assert_string_equal(golden_top(&g), "ask");
    golden_keys(&g, "Esc");
    assert_int_equal(n_files(&g), 0);
    golden_keys(&g, "F7 Enter Enter");
    golden_type(&g, "the camera came later");
    golden_keys(&g, "Enter");
    assert_int_equal(n_files(&g), 1);
    golden_keys(&g, "F8");
    golden_type(&g, "not of this wagon");
    golden_keys(&g, "Enter");
    assert_int_equal(n_files(&g), 0);
    golden_close(&g);
}

static void
names_typed_earlier_stay_readable(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct rc_error err = {0};
        struct golden g;
        struct finding f;
        struct work w;

        open_files(&g, langs[i]);
        w = work_at(&g, 1);
        f = finding_blank(w.findings.rows[0].category, 2);
        f.uuid = w.findings.rows[0].uuid;
        f.files = "IMG_17.jpg, plan.pdf";
        assert_true(inspect_finding_change(g.ui.app, w.wagon->id, &f, NULL, &err));
        work_release(&w);
        golden_keys(&g, "F10 f");
        golden_keys(&g, "Esc");
        golden_actions(&g, "findings");
        golden_keys(&g, "Enter");
        golden_check(&g, "files-typed", 24, 80);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest files[] = {
        cmocka_unit_test(pictures_of_attaching),
        cmocka_unit_test(the_folder_is_remembered_and_the_same_file_told),
        cmocka_unit_test(what_cannot_be_attached_is_told),
        cmocka_unit_test(a_text_being_typed_is_saved_before_a_file_is_asked_for),
        cmocka_unit_test(undo_takes_the_file_off_again),
        cmocka_unit_test(on_a_closed_wagon_a_reason_is_asked_for),
        cmocka_unit_test(names_typed_earlier_stay_readable),
    };

    return cmocka_run_group_tests_name("files of findings", files, NULL, NULL);
}
