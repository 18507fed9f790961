/* SPDX-License-Identifier: ISC */
/*
 * Checklist sets in folders. Each folder tests/data/checklists/CASE/ holds the files that differ
 * from base/ and a file `expect` that says how the set is read; GENERATE=1 writes `expect` anew.
 */
#include "config.h"

#include <dirent.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/show.h"
#include "exchange/checklist_files.h"
#include "exchange/file.h"

#define FILE_MAX ((size_t)4 << 20)

static const char *const code_names[RC_CODES] = {
#define X(name, exit, text) [name] = #name,
    RC_ERRORS(X)
#undef X
};

/* tests/data/checklists/CASE/NAME of the source tree. */
static const char *
place(struct buf *out, const char *name, const char *file)
{
    const char *top = getenv("top_srcdir");

    buf_clear(out);
    buf_addf(out, "%s/tests/data/checklists/%s/%s", top ? top : ".", name, file);
    return buf_text(out);
}

/* --- cases --- */

static bool
is_there(const struct set_files *files, const char *path)
{
    for (size_t i = 0; i < files->n; i++) {
        if (strcmp(files->files[i].path, path) == 0)
            return true;
    }
    return false;
}

/* Adds the files of folder dir that end with `ending`; dir is `under` in the set. */
static void
add_folder(struct set_files *files, const char *dir, const char *under, const char *ending)
{
    DIR *folder = opendir(dir);
    struct dirent *entry;

    while (folder && (entry = readdir(folder))) {
        struct buf path = {0}, full = {0}, text = {0};
        const char *dot = strrchr(entry->d_name, '.');

        if (dot && strcmp(dot, ending) == 0) {
            buf_addf(&full, "%s/%s", dir, entry->d_name);
            buf_addf(&path, "%s%s", under, entry->d_name);
            assert_true(file_read(buf_text(&full), FILE_MAX, &text, NULL));
            if (!is_there(files, buf_text(&path)))
                set_files_add(files, buf_text(&path), buf_text(&text), text.len);
        }
        buf_release(&path);
        buf_release(&full);
        buf_release(&text);
    }
    if (folder)
        closedir(folder);
}

static void
add_case(struct set_files *files, const char *name)
{
    struct buf path = {0};

    add_folder(files, place(&path, name, ""), "", ".csv");
    add_folder(files, place(&path, name, "modules"), "modules/", ".csv");
    add_folder(files, place(&path, name, "drawings"), "drawings/", ".txt");
    buf_release(&path);
}

static void
add_notes(struct buf *out, const char *what, const struct notes *notes)
{
    for (size_t i = 0; i < notes->n; i++) {
        const struct rc_error *note = &notes->list[i];

        buf_addf(out, "%s %s:%u:%u: %s", what, note->file, note->line, note->column,
                 code_names[note->code]);
        for (size_t a = 0; a < 2 && *note->arg[a]; a++) {
            buf_adds(out, " [");
            show(out, note->arg[a], strlen(note->arg[a]), 60);
            buf_adds(out, "]");
        }
        buf_adds(out, "\n");
    }
}

/* Picture, picture with box characters and places in the legend, side by side. */
static void
add_drawing(struct buf *out, const struct drawing *d)
{
    buf_addf(out, "drawing %d x %d, number %d %d:", d->cols, d->rows, d->number_row,
             d->number_row < 0 ? 0 : d->number_col);
    for (size_t i = 0; i < d->n_zones; i++)
        buf_addf(out, " %c %s", d->legend[i].letter, d->legend[i].zone->name);
    buf_adds(out, "\n");
    for (int row = 0; row < d->rows; row++) {
        buf_adds(out, "|");
        for (int col = 0; col < d->cols; col++)
            buf_addc(out, d->cells[row][col].ascii);
        buf_adds(out, "|");
        for (int col = 0; col < d->cols; col++)
            buf_adds(out, d->cells[row][col].box);
        buf_adds(out, "|");
        for (int col = 0; col < d->cols; col++)
            buf_addc(out, (char)('0' + d->cells[row][col].zone));
        buf_adds(out, "|\n");
    }
}

static void
add_set(struct buf *out, const struct checklist *set)
{
    buf_addf(out, "set %s %s:", set->form_id, set->version);
    for (size_t i = 0; i < set->n_langs; i++)
        buf_addf(out, " %s", set->langs[i]);
    buf_addf(out, "; gates %zu, lists %zu\n", set->n_gates, set->n_lists);
    for (size_t i = 0; i < set->n_sheets; i++) {
        const struct sheet *sheet = &set->sheets[i];

        buf_addf(out, "sheet %s|%s|%s|%s:", sheet->kind, sheet->prefixes, sheet->synonyms,
                 sheet->seal_places);
        for (size_t m = 0; m < sheet->n; m++)
            buf_addf(out, " %s", sheet->modules[m]->id);
        buf_adds(out, "\n");
        if (sheet->drawing)
            add_drawing(out, sheet->drawing);
    }
    for (size_t m = 0; m < set->n_modules; m++) {
        for (size_t i = 0; i < set->modules[m].n; i++) {
            const struct item *item = &set->modules[m].items[i];

            buf_addf(out, "item %s type %d level %d zone %s gates %x|", item->name, (int)item->type,
                     item->level, item->zone->name, (unsigned)item->gates);
            show_all(out, words_in(&item->label, 1));
            buf_adds(out, "|");
            show_all(out, words_in(&item->card, 0));
            buf_adds(out, "\n");
        }
    }
}

/* False when the set is read in another way than its `expect` says; tells how. */
static bool
matches(const char *name)
{
    struct buf got = {0}, expected = {0}, path = {0};
    struct notes errors = {0}, notes = {0};
    struct set_files files = {0};
    struct checklist *set;
    bool same;

    add_case(&files, name);
    add_case(&files, "base");
    set = checklist_read(&files, "", &errors, &notes);
    assert_int_equal(set != NULL, errors.n == 0);
    add_notes(&got, "error", &errors);
    if (set)
        add_set(&got, set);
    add_notes(&got, "note", &notes);
    if (getenv("GENERATE"))
        assert_true(file_write(place(&path, name, ""), "expect", got.data, got.len, NULL));
    if (!file_read(place(&path, name, "expect"), FILE_MAX, &expected, NULL))
        print_error("%s: no expect\n", name);
    same = strcmp(buf_text(&got), buf_text(&expected)) == 0;
    if (!same)
        print_error("%s: expected\n%sbut got\n%s", name, buf_text(&expected), buf_text(&got));
    checklist_free(set);
    set_files_release(&files);
    notes_release(&errors);
    notes_release(&notes);
    buf_release(&got);
    buf_release(&expected);
    buf_release(&path);
    return same;
}

static void
sets_read_as_their_expectation_says(void **state)
{
    struct dirent **list = NULL;
    size_t cases = 0, wrong = 0;
    struct buf path = {0};
    int n = scandir(place(&path, ".", ""), &list, NULL, alphasort);

    (void)state;
    for (int i = 0; i < n; i++) {
        if (list[i]->d_name[0] != '.') {
            cases++;
            wrong += !matches(list[i]->d_name);
        }
        free(list[i]);
    }
    free(list);
    buf_release(&path);
    assert_int_equal(wrong, 0);
    assert_true(cases >= 75);
}

/* --- folders --- */

struct folder {
    char dir[64];
    char path[128];
};

static const char *
at(struct folder *f, const char *name)
{
    snprintf(f->path, sizeof f->path, "%s/%s", f->dir, name);
    return f->path;
}

static void
put(struct folder *f, const char *name, const char *text)
{
    FILE *file = fopen(at(f, name), "w");

    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

/* The base set in a folder of its own, among files that are none of it. */
static int
set_up(void **state)
{
    static const char *const others[] = {"README",       "notes.csv",        "modules/.hidden.csv",
                                         "modules/.csv", "modules/a.csv~",   "modules/list.txt",
                                         "modules/csv",  "modules/a.csv.bak"};
    struct folder *f = rc_alloc(1, sizeof *f);
    struct set_files base = {0};

    snprintf(f->dir, sizeof f->dir, "/tmp/railcheck-set-XXXXXX");
    *state = f;
    if (!mkdtemp(f->dir))
        return -1;
    assert_true(file_make_dir(at(f, "modules"), NULL));
    add_case(&base, "base");
    for (size_t i = 0; i < base.n; i++)
        put(f, base.files[i].path, base.files[i].text);
    for (size_t i = 0; i < ARRAY_LEN(others); i++)
        put(f, others[i], "nothing of a set");
    set_files_release(&base);
    return 0;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *walk)
{
    (void)st, (void)type, (void)walk;
    return remove(path);
}

static int
tear_down(void **state)
{
    struct folder *f = *state;
    int failed = nftw(f->dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);

    free(f);
    return failed;
}

static void
a_folder_is_read_with_its_modules_and_nothing_else(void **state)
{
    static const char *const paths[] = {"choices.csv",   "gates.csv",    "modules/a.csv",
                                        "modules/b.csv", "settings.csv", "sheets.csv",
                                        "sources.csv"};
    struct notes errors = {0}, notes = {0};
    struct set_files files = {0};
    struct rc_error err = {0};
    struct folder *f = *state;
    struct checklist *set;

    assert_true(set_files_read(&files, f->dir, &err));
    assert_int_equal(files.n, ARRAY_LEN(paths));
    for (size_t i = 0; i < files.n; i++)
        assert_string_equal(files.files[i].path, paths[i]);
    set = checklist_read(&files, f->dir, &errors, &notes);
    assert_non_null(set);
    assert_int_equal(notes.n, 0);
    checklist_free(set);
    set_files_release(&files);
}

/* Reads the folder, which must fail; gives the error. */
static struct rc_error
failure(struct folder *f)
{
    struct set_files files = {0};
    struct rc_error err = {0};

    assert_false(set_files_read(&files, f->dir, &err));
    set_files_release(&files);
    return err;
}

static void
what_cannot_be_read_is_named(void **state)
{
    struct folder *f = *state;
    struct rc_error err;
    char *large;

    assert_int_equal(unlink(at(f, "gates.csv")), 0);
    err = failure(f);
    assert_int_equal(err.code, RC_E_OPEN);
    assert_string_equal(err.arg[0], at(f, "gates.csv"));
    assert_true(file_make_dir(at(f, "gates.csv"), NULL));
    err = failure(f);
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
    assert_int_equal(rmdir(at(f, "gates.csv")), 0);
    large = rc_alloc(FILE_MAX + 2, 1);
    memset(large, 'x', FILE_MAX + 1);
    put(f, "gates.csv", large);
    free(large);
    err = failure(f);
    assert_int_equal(err.code, RC_E_TOO_LARGE);
    assert_string_equal(err.arg[0], at(f, "gates.csv"));
}

static void
a_folder_without_modules_is_no_set(void **state)
{
    struct folder *f = *state;
    struct rc_error err;
    char other[128];

    snprintf(other, sizeof other, "%s/elsewhere", f->dir);
    assert_int_equal(rename(at(f, "modules"), other), 0);
    err = failure(f);
    assert_int_equal(err.code, RC_E_OPEN);
    assert_string_equal(err.arg[0], at(f, "modules"));
    put(f, "modules", "a file");
    assert_int_equal(failure(f).code, RC_E_OPEN);
}

static void
drawings_are_read_where_there_are_some(void **state)
{
    static const char drawing[] = "##\n--\nAB\n--\nA papers\nB roof\n";
    struct notes errors = {0}, notes = {0};
    struct set_files files = {0};
    struct folder *f = *state;
    struct rc_error err = {0};
    struct checklist *set;

    put(f, "drawings", "a file");
    err = failure(f);
    assert_int_equal(err.code, RC_E_OPEN);
    assert_string_equal(err.arg[0], at(f, "drawings"));
    assert_int_equal(unlink(at(f, "drawings")), 0);
    assert_true(file_make_dir(at(f, "drawings"), NULL));
    put(f, "drawings/tank.txt", drawing);
    put(f, "drawings/tank.txt~", "nothing of a set");
    put(f, "drawings/.box.txt", "nothing of a set");
    assert_true(set_files_read(&files, f->dir, &err));
    assert_int_equal(files.n, 8);
    assert_string_equal(files.files[1].path, "drawings/tank.txt");
    set = checklist_read(&files, f->dir, &errors, &notes);
    assert_non_null(set);
    assert_non_null(checklist_sheet(set, "tank")->drawing);
    assert_null(checklist_sheet(set, "flat")->drawing);
    checklist_free(set);
    set_files_release(&files);
}

static void
two_hundred_modules_are_enough(void **state)
{
    struct set_files files = {0};
    struct folder *f = *state;
    struct rc_error err;
    char name[40];

    for (int i = 0; i < 198; i++) {
        snprintf(name, sizeof name, "modules/m%d.csv", i);
        put(f, name, "");
    }
    assert_true(set_files_read(&files, f->dir, &err));
    assert_int_equal(files.n, 205);
    set_files_release(&files);
    put(f, "modules/one-more.csv", "");
    err = failure(f);
    assert_int_equal(err.code, RC_E_SET_MANY);
    assert_string_equal(err.arg[0], "200");
    assert_string_equal(err.file, at(f, "modules"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sets_read_as_their_expectation_says),
        cmocka_unit_test_setup_teardown(a_folder_is_read_with_its_modules_and_nothing_else, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_read_is_named, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_without_modules_is_no_set, set_up, tear_down),
        cmocka_unit_test_setup_teardown(drawings_are_read_where_there_are_some, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_hundred_modules_are_enough, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
