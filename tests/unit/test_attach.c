/* SPDX-License-Identifier: ISC */
/* Files of findings: copied, recorded, taken off, undone; limits, hostile names, lost copies. */
#include "config.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/attach.h"
#include "app/import.h"
#include "app/inspect.h"
#include "app/verify.h"
#include "app/verify_files.h"
#include "app/work.h"
#include "base/alloc.h"
#include "core/attached.h"
#include "exchange/file_copy.h"
#include "trail/trail.h"

struct fixture {
    char dir[64];
    struct rc_env env;
    struct app *app;
    int64_t wagon;
    char finding[40];
    char path[400];
};

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

static int
set_up(void **state)
{
    struct fixture *f = rc_alloc(1, sizeof *f);
    const struct finding finding = finding_blank("VOID", 1);
    struct wagons consist = {0};
    struct rc_error err = {0};
    struct buf file = {0};
    struct import import;
    int64_t train;
    bool added;

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-attach-XXXXXX");
    assert_non_null(mkdtemp(f->dir));
    rc_env_fake(&f->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(f->dir, "Test post", "Sample Officer", "101", getenv("top_srcdir"),
                         &f->env, &err));
    f->app = app_open(f->dir, NULL, true, &f->env, &err);
    assert_non_null(f->app);
    buf_addf(&file, "%s/checklists/samples/consist-diesel-tanks.csv", getenv("top_srcdir"));
    assert_true(import_read(f->app, buf_text(&file), &import, &err));
    assert_true(import_save(f->app, &import, 1, &train, &added, &err));
    import_release(&import);
    buf_release(&file);
    assert_true(store_consist(f->app->store, train, false, &consist, &err));
    f->wagon = consist.rows[0].id;
    wagons_release(&consist);
    if (!inspect_finding(f->app, f->wagon, &finding, NULL, f->finding, &err))
        fail_msg("%s %s", rc_code_text(err.code), err.arg[0]);
    *state = f;
    return 0;
}

static int
tear_down(void **state)
{
    struct fixture *f = *state;

    app_close(f->app);
    rc_env_release(&f->env);
    run("rm -rf '%s'", f->dir);
    free(f);
    return 0;
}

/* A file with this content beside the database; its path. */
static const char *
make(struct fixture *f, const char *name, const char *content)
{
    FILE *file;

    snprintf(f->path, sizeof f->path, "%s/%s", f->dir, name);
    file = fopen(f->path, "w");
    assert_non_null(file);
    fputs(content, file);
    assert_int_equal(fclose(file), 0);
    return f->path;
}

static bool
attach(struct fixture *f, const char *path, struct rc_error *err)
{
    size_t added;

    *err = (struct rc_error){0};
    return attach_files(f->app, f->wagon, f->finding, &path, 1, NULL, &added, err);
}

/* Files that the finding has now. */
static size_t
attached(struct fixture *f)
{
    struct files files = {0};
    size_t n;

    assert_true(store_files(f->app->store, f->wagon, &files, NULL));
    n = files.n;
    files_release(&files);
    return n;
}

static int64_t
events(struct fixture *f)
{
    struct tip tip;

    assert_true(store_tip(f->app->store, f->app->device, &tip, NULL));
    return tip.seq;
}

/* Copies, and what is not yet one, below files/. */
static int
copies(struct fixture *f)
{
    struct buf command = {0};
    int n = -1;
    FILE *out;

    buf_addf(&command, "find '%s/files' -type f 2>/dev/null | wc -l", f->dir);
    out = popen(buf_text(&command), "r");
    assert_int_equal(fscanf(out, "%d", &n), 1);
    pclose(out);
    buf_release(&command);
    return n;
}

static void
assert_whole(struct fixture *f)
{
    struct verification v;
    struct verified_files files;
    struct rc_error err = {0};

    if (!verify_records(f->app, NULL, 0, &v, &err))
        fail_msg("%s %s", rc_code_text(err.code), err.arg[0]);
    assert_true(verify_files(f->app, NULL, NULL, NULL, &files, &err));
}

static void
a_file_is_copied_and_recorded(void **state)
{
    struct fixture *f = *state;
    struct files files = {0};
    struct rc_error err;
    struct stat st;
    char hash[65], *copy;

    assert_true(attach(f, make(f, "IMG_0001.JPG", "picture"), &err));
    assert_true(store_files(f->app->store, f->wagon, &files, &err));
    assert_int_equal(files.n, 1);
    assert_string_equal(files.rows[0].finding, f->finding);
    assert_string_equal(files.rows[0].name, "IMG_0001.JPG");
    assert_int_equal(files.rows[0].size, 7);
    assert_string_equal(files.rows[0].officer, "101");
    trail_sha256("picture", 7, hash);
    assert_string_equal(files.rows[0].sha256, hash);
    copy = attach_path(f->app, hash, "IMG_0001.JPG");
    assert_non_null(strstr(copy, ".jpg"));
    assert_int_equal(stat(copy, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0440);
    assert_true(trail_file_sha256(copy, hash, NULL, &err));
    assert_string_equal(hash, files.rows[0].sha256);
    assert_int_equal(copies(f), 1);
    /* The original may go. */
    assert_int_equal(remove(f->path), 0);
    assert_whole(f);
    free(copy);
    files_release(&files);
}

static void
the_same_content_twice_changes_nothing(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    const char *both[2];
    char first[400];
    int64_t before;
    size_t added;

    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    before = events(f);
    assert_true(attach(f, make(f, "b.png", "picture"), &err));
    assert_int_equal(events(f), before);
    assert_int_equal(attached(f), 1);
    /* Also within one call: two new names of one content are one file. */
    snprintf(first, sizeof first, "%s", make(f, "c.jpg", "other"));
    both[0] = first;
    both[1] = make(f, "d.jpg", "other");
    assert_true(attach_files(f->app, f->wagon, f->finding, both, 2, NULL, &added, &err));
    assert_int_equal(added, 1);
    assert_int_equal(attached(f), 2);
    assert_whole(f);
}

static void
it_is_undone_and_brought_back(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char what[40];

    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    assert_true(inspect_undo(f->app, f->wagon, what, &err));
    assert_string_equal(what, "file.attached");
    assert_int_equal(attached(f), 0);
    assert_int_equal(copies(f), 1); /* the records name it */
    assert_whole(f);
    assert_true(inspect_redo(f->app, f->wagon, what, &err));
    assert_int_equal(attached(f), 1);
    /* With its finding it goes and comes. */
    assert_true(inspect_undo(f->app, f->wagon, what, &err));
    assert_true(inspect_undo(f->app, f->wagon, what, &err));
    assert_string_equal(what, "finding.raised");
    assert_whole(f);
    assert_true(inspect_redo(f->app, f->wagon, what, &err));
    assert_true(inspect_redo(f->app, f->wagon, what, &err));
    assert_int_equal(attached(f), 1);
    assert_whole(f);
}

static void
it_is_taken_off_with_a_reason_and_its_copy_stays(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    char hash[65], what[40];

    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    trail_sha256("picture", 7, hash);
    assert_false(attach_remove(f->app, f->wagon, f->finding, hash, NULL, &err));
    assert_int_equal(err.code, RC_E_WHY_NEEDED);
    assert_true(attach_remove(f->app, f->wagon, f->finding, hash, "another wagon", &err));
    assert_int_equal(attached(f), 0);
    assert_int_equal(copies(f), 1);
    assert_false(attach_remove(f->app, f->wagon, f->finding, hash, "again", &err));
    assert_int_equal(err.code, RC_E_NO_ATTACHED);
    assert_whole(f);
    assert_true(inspect_undo(f->app, f->wagon, what, &err));
    assert_int_equal(attached(f), 1);
    assert_true(inspect_redo(f->app, f->wagon, what, &err));
    assert_true(attach(f, f->path, &err));
    assert_int_equal(attached(f), 1);
    assert_whole(f);
}

static void
what_is_no_file_is_refused_and_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct rc_error err;
    int64_t before = events(f);
    char good[400];
    const char *both[2];

    assert_false(attach(f, f->dir, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_false(attach(f, "/dev/zero", &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    run("mkfifo '%s/pipe'", f->dir);
    snprintf(f->path, sizeof f->path, "%s/pipe", f->dir);
    assert_false(attach(f, f->path, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_false(attach(f, make(f, "empty.jpg", ""), &err));
    assert_int_equal(err.code, RC_E_EMPTY_FILE);
    assert_false(attach(f, "/nowhere/a.jpg", &err));
    assert_int_equal(err.code, RC_E_OPEN);
    /* One bad file of two: neither is attached. */
    snprintf(good, sizeof good, "%s", make(f, "good.jpg", "good"));
    both[0] = good;
    both[1] = make(f, "empty.jpg", "");
    assert_false(attach_files(f->app, f->wagon, f->finding, both, 2, NULL, NULL, &err));
    assert_int_equal(attached(f), 0);
    assert_int_equal(events(f), before);
    assert_int_equal(copies(f), 0);
}

static void
an_unreadable_file_is_refused(void **state)
{
    struct fixture *f = *state;
    struct rc_error err;

    if (geteuid() == 0)
        skip(); /* root reads everything */
    assert_int_equal(chmod(make(f, "a.jpg", "picture"), 0), 0);
    assert_false(attach(f, f->path, &err));
    assert_int_equal(err.code, RC_E_OPEN);
    assert_int_equal(copies(f), 0);
}

static void
size_has_its_limit(void **state)
{
    struct fixture *f = *state;
    struct rc_error err;

    /* A hole: no disk is needed for it. */
    make(f, "film.mp4", "x");
    assert_int_equal(truncate(f->path, (off_t)ATTACHED_BYTES_MAX + 1), 0);
    assert_false(attach(f, f->path, &err));
    assert_int_equal(err.code, RC_E_FILE_LARGE);
    assert_string_equal(err.arg[1], "200 MB");
    assert_int_equal(attached(f), 0);
}

static void
a_finding_takes_fifty(void **state)
{
    struct fixture *f = *state;
    struct rc_error err;

    for (int i = 0; i < ATTACHED_PER_FINDING; i++) {
        char content[16];

        snprintf(content, sizeof content, "%d", i);
        assert_true(attach(f, make(f, "a.jpg", content), &err));
    }
    assert_false(attach(f, make(f, "a.jpg", "one more"), &err));
    assert_int_equal(err.code, RC_E_FILES_MANY);
    assert_int_equal(attached(f), ATTACHED_PER_FINDING);
    assert_int_equal(copies(f), ATTACHED_PER_FINDING);
    /* One that is there already is no new one. */
    assert_true(attach(f, make(f, "a.jpg", "7"), &err));
}

static void
hostile_names_become_plain_text(void **state)
{
    static const struct {
        const char *name, *recorded, *exported;
    } names[] = {
        {"фото вагона.JPG", "фото вагона.JPG", "007-фото_вагона.jpg"},
        {"a\nb\x1b[31m.jpg", "a<U+000A>b<U+001B>[31m.jpg", "007-a_U+000A_b_U+001B__31m.jpg"},
        {"bad\xff.png", "bad<FF>.png", "007-bad_FF_.png"},
        {"-rf *;$(x).sh", "-rf *;$(x).sh", "007--rf_____x_.sh"},
        {".hidden", ".hidden", "007-.hidden"},
    };
    struct fixture *f = *state;

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        struct files files = {0};
        struct rc_error err;
        struct buf name = {0};

        assert_true(attach(f, make(f, names[i].name, names[i].name), &err));
        assert_true(store_files(f->app->store, f->wagon, &files, &err));
        assert_int_equal(files.n, i + 1);
        assert_string_equal(files.rows[i].name, names[i].recorded);
        attached_export_name(7, files.rows[i].name, &name);
        assert_string_equal(buf_text(&name), names[i].exported);
        buf_release(&name);
        files_release(&files);
    }
    assert_whole(f);
}

static void
an_ending_is_kept_when_it_is_plain(void **state)
{
    static const char sha[] = "ab00000000000000000000000000000000000000000000000000000000000000";
    static const struct {
        const char *name, *ending;
    } names[] = {{"a.JPG", ".jpg"}, {"a.tar.gz", ".gz"}, {"a", ""},           {"a.", ""},
                 {".jpg", ""},      {"a.j/g", ""},       {"a.123456789", ""}, {"a.фото", ""}};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        char place[ATTACHED_PLACE], want[ATTACHED_PLACE];

        snprintf(want, sizeof want, "ab/%s%s", sha, names[i].ending);
        attached_place(sha, names[i].name, place);
        assert_string_equal(place, want);
    }
}

static void
lost_and_altered_copies_are_found(void **state)
{
    struct fixture *f = *state;
    struct notes damage = {0};
    struct verified_files files;
    struct rc_error err;
    char hash[65], *copy;

    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    assert_true(attach(f, make(f, "b.jpg", "another"), &err));
    trail_sha256("picture", 7, hash);
    copy = attach_path(f->app, hash, "a.jpg");
    run("chmod u+w '%s' && printf 'Picture' >'%s'", copy, copy);
    assert_false(verify_files(f->app, NULL, NULL, &damage, &files, &err));
    assert_int_equal(err.code, RC_E_FILE_ALTERED);
    assert_string_equal(err.arg[0], "a.jpg");
    assert_string_equal(err.arg[1], hash);
    assert_int_equal(files.files, 2);
    assert_int_equal(files.altered, 1);
    assert_int_equal(damage.n, 1);
    notes_release(&damage);
    assert_int_equal(remove(copy), 0);
    assert_false(verify_files(f->app, NULL, NULL, NULL, &files, &err));
    assert_int_equal(err.code, RC_E_FILE_MISSING);
    /* Attached to another finding it is whole again. */
    assert_true(attach_remove(f->app, f->wagon, f->finding, hash, "to try", &err));
    assert_false(verify_files(f->app, NULL, NULL, NULL, &files, &err));
    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    assert_whole(f);
    free(copy);
}

static void
a_closed_wagon_needs_a_reason(void **state)
{
    struct fixture *f = *state;
    const char *path = make(f, "a.jpg", "picture");
    struct facts_said facts;
    const struct fact_row *last;
    struct rc_error err = {0};
    struct work w;
    size_t added;

    /* As closing records it: what is asked on the wagon does not matter here. */
    assert_true(work_open(f->app, f->wagon, &w, &err));
    assert_true(app_begin(f->app, RIGHT_INSPECT, &err));
    assert_true(app_record(f->app, "wagon.closed", w.train->uuid, w.wagon->uuid, "{}", &err));
    assert_true(app_commit(f->app, &err));
    work_release(&w);
    assert_false(attach(f, path, &err));
    assert_int_equal(err.code, RC_E_WHY_NEEDED);
    assert_int_equal(copies(f), 0);
    assert_true(attach_files(f->app, f->wagon, f->finding, &path, 1, "came later", &added, &err));
    assert_int_equal(attached(f), 1);
    assert_whole(f);
    /* The shift lead reads it as a correction of this finding. */
    assert_true(store_facts(f->app->store, f->wagon, &facts, &err));
    last = &facts.rows[facts.n - 1];
    assert_string_equal(last->kind, "file.attached");
    assert_string_equal(last->about, f->finding);
    assert_string_equal(last->state, "+");
    assert_string_equal(last->value, "a.jpg");
    assert_string_equal(last->why, "came later");
    facts_said_release(&facts);
}

static void
a_returned_finding_is_corrected_by_a_file(void **state)
{
    struct fixture *f = *state;
    struct rc_error err = {0};
    struct buf body = {0};
    struct work w;

    buf_addf(&body,
             "{\"id\":\"00000000-0000-7000-8000-000000000001\",\"finding\":\"%s\","
             "\"reason\":\"photo, please\"}",
             f->finding);
    assert_true(work_open(f->app, f->wagon, &w, &err));
    assert_true(app_begin(f->app, RIGHT_INSPECT, &err));
    assert_true(
        app_record(f->app, "review.returned", w.train->uuid, w.wagon->uuid, buf_text(&body), &err));
    assert_true(app_commit(f->app, &err));
    work_release(&w);
    assert_true(attach(f, make(f, "a.jpg", "picture"), &err));
    assert_true(work_open(f->app, f->wagon, &w, &err));
    assert_int_equal(w.reviews.n, 1);
    assert_string_equal(w.reviews.rows[0].state, "corrected");
    work_release(&w);
    assert_whole(f);
    buf_release(&body);
}

static void
what_cannot_be_written_leaves_nothing(void **state)
{
    struct fixture *f = *state;
    struct rc_error err;
    int64_t before = events(f);

    /* A file in the place of the folder stands for any failure to write. */
    make(f, "files", "in the way");
    assert_false(attach(f, make(f, "a.jpg", "picture"), &err));
    assert_int_equal(rc_code_exit(err.code), RC_EXIT_SYSTEM);
    assert_int_equal(events(f), before);
    assert_int_equal(attached(f), 0);
}

/* A child with a staged copy in folder that it never places; it waits to be killed. */
static pid_t
staging_child(const char *path, const char *folder)
{
    int ready[2];
    char byte;
    pid_t child;

    assert_int_equal(pipe(ready), 0);
    child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        struct staged_file staged;
        bool done = file_stage(path, folder, 1000, 0440, &staged, NULL);

        if (!done || write(ready[1], "x", 1) != 1)
            _exit(1);
        for (;;)
            pause();
    }
    close(ready[1]);
    assert_int_equal(read(ready[0], &byte, 1), 1);
    close(ready[0]);
    return child;
}

static void
end_child(pid_t child)
{
    int status;

    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
}

static bool
is_there(const char *folder, const char *name)
{
    struct buf path = {0};
    bool there;

    buf_addf(&path, "%s/%s", folder, name);
    there = access(buf_text(&path), F_OK) == 0;
    buf_release(&path);
    return there;
}

static void
copies_that_a_crash_cut_short_are_swept(void **state)
{
    /* No temporary file of a process. */
    static const char *const others[] = {".copy.x-0.tmp", ".copy.999999999-.tmp",
                                         ".copy.999999999-0.tmp~", "copy.999999999-0.tmp",
                                         ".copy.9999999999-0.tmp"};
    struct fixture *f = *state;
    struct rc_error err = {0};
    char folder[120], dead_name[40], live_name[40];
    pid_t dead, live;

    snprintf(folder, sizeof folder, "%s/files/ab", f->dir);
    make(f, "cut.jpg", "half");
    dead = staging_child(f->path, folder);
    live = staging_child(f->path, folder);
    snprintf(dead_name, sizeof dead_name, ".copy.%ld-0.tmp", (long)dead);
    snprintf(live_name, sizeof live_name, ".copy.%ld-0.tmp", (long)live);
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        run("touch '%s/%s'", folder, others[i]);
    end_child(dead);
    assert_true(is_there(folder, dead_name));
    /* What is refused sweeps nothing. */
    assert_false(attach(f, "/nowhere/x.jpg", &err));
    assert_true(is_there(folder, dead_name));
    assert_true(attach(f, make(f, "new.jpg", "new"), &err));
    assert_false(is_there(folder, dead_name));
    assert_true(is_there(folder, live_name));
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        assert_true(is_there(folder, others[i]));
    end_child(live);
    assert_true(attach(f, make(f, "newer.jpg", "newer"), &err));
    assert_false(is_there(folder, live_name));
}

static void
the_newest_of_a_cameras_folder_come_first(void **state)
{
    struct fixture *f = *state;
    struct attachables files;
    struct rc_error err = {0};
    char dcim[100];

    snprintf(dcim, sizeof dcim, "%s/DCIM", f->dir);
    run("mkdir -p '%s/100SAMPL' '%s/101SAMPL'", dcim, dcim);
    for (int i = 0; i < 25; i++)
        run("touch -d '2026-11-24 07:%02d' '%s/10%dSAMPL/IMG_%02d.JPG'", i, dcim, i % 2, i);
    run("ln -s /dev/zero '%s/link' && touch '%s/.hidden' && mkfifo '%s/pipe'", dcim, dcim, dcim);
    assert_true(attach_is_folder(dcim));
    assert_true(attach_newest(dcim, 20, &files, &err));
    assert_int_equal(files.n, 20);
    assert_non_null(strstr(files.rows[0].path, "/DCIM/100SAMPL/IMG_24.JPG"));
    assert_non_null(strstr(files.rows[19].path, "/DCIM/101SAMPL/IMG_05.JPG"));
    attachables_release(&files);
    assert_false(attach_newest("/nowhere", 20, &files, &err));
}

static void
a_path_is_completed_as_far_as_names_agree(void **state)
{
    struct fixture *f = *state;
    struct buf typed = {0}, out = {0}, want = {0};

    run("mkdir -p '%s/фото-1' '%s/фото-2' '%s/only'", f->dir, f->dir, f->dir);
    buf_addf(&typed, "%s/ф", f->dir);
    assert_int_equal(attach_complete(buf_text(&typed), &out), 2);
    buf_addf(&want, "%s/фото-", f->dir);
    assert_string_equal(buf_text(&out), buf_text(&want));
    buf_clear(&typed);
    buf_clear(&out);
    buf_clear(&want);
    buf_addf(&typed, "%s/on", f->dir);
    buf_addf(&want, "%s/only/", f->dir);
    assert_int_equal(attach_complete(buf_text(&typed), &out), 1);
    assert_string_equal(buf_text(&out), buf_text(&want));
    buf_clear(&out);
    assert_int_equal(attach_complete("/nowhere/x", &out), 0);
    assert_string_equal(buf_text(&out), "/nowhere/x");
    buf_release(&typed);
    buf_release(&out);
    buf_release(&want);
}

int
main(void)
{
    const struct CMUnitTest attaching[] = {
        cmocka_unit_test_setup_teardown(a_file_is_copied_and_recorded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_same_content_twice_changes_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_undone_and_brought_back, set_up, tear_down),
        cmocka_unit_test_setup_teardown(it_is_taken_off_with_a_reason_and_its_copy_stays, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_is_no_file_is_refused_and_leaves_nothing, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(an_unreadable_file_is_refused, set_up, tear_down),
        cmocka_unit_test_setup_teardown(size_has_its_limit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_finding_takes_fifty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(hostile_names_become_plain_text, set_up, tear_down),
        cmocka_unit_test(an_ending_is_kept_when_it_is_plain),
        cmocka_unit_test_setup_teardown(lost_and_altered_copies_are_found, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_closed_wagon_needs_a_reason, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_returned_finding_is_corrected_by_a_file, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_written_leaves_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(copies_that_a_crash_cut_short_are_swept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(the_newest_of_a_cameras_folder_come_first, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_path_is_completed_as_far_as_names_agree, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests_name("attach", attaching, NULL, NULL);
}
