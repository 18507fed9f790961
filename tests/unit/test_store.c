/* SPDX-License-Identifier: ISC */
/* Making, opening, refusing and closing databases. */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "store/connection.h"
#include "store/schema.h"
#include "store_world.h"

static int
set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);

    world_create(w);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    world_remove(*state);
    free(*state);
    return 0;
}

static int64_t
pragma(struct world *w, const char *sql)
{
    int64_t value = -1;

    assert_true(statement_integer(w->store, sql, 0, -1, &value, NULL));
    return value;
}

static void
new_database_has_our_settings_and_modes(void **state)
{
    struct world *w = *state;
    static const char *const files[] = {"railcheck.db", "railcheck.db-wal", "railcheck.db-shm",
                                        "railcheck.lock"};
    struct stat st;
    char path[100];

    assert_int_equal(pragma(w, "PRAGMA application_id"), STORE_APPLICATION_ID);
    assert_int_equal(pragma(w, "PRAGMA user_version"), schema_newest());
    assert_int_equal(pragma(w, "PRAGMA synchronous"), 2);
    assert_int_equal(pragma(w, "PRAGMA foreign_keys"), 1);
    assert_int_equal(pragma(w, "PRAGMA trusted_schema"), 0);
    assert_int_equal(pragma(w, "PRAGMA cell_size_check"), 1);
    assert_int_equal(pragma(w, "PRAGMA mmap_size"), 0);
    assert_int_equal(pragma(w, "PRAGMA wal_autocheckpoint"), 1000);
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        snprintf(path, sizeof path, "%s/%s", w->dir, files[i]);
        assert_int_equal(lstat(path, &st), 0);
        assert_int_equal(st.st_mode & 07777, 0660);
    }
}

static void
database_with_an_event_is_not_made_again(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};

    /* Nothing in it yet: a set-up that was cut short goes on. */
    world_reopen(w, STORE_CREATE);
    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
    assert_null(store_open(w->dir, STORE_CREATE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_EXISTS);
    world_reopen(w, STORE_WRITE);
    assert_int_equal(pragma(w, "SELECT count(*) FROM event"), 1);
}

static void
empty_file_of_a_cut_set_up_is_taken_up_again(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    char path[100];

    assert_true(store_close(w->store));
    w->store = NULL;
    snprintf(path, sizeof path, "%s/railcheck.db", w->dir);
    assert_int_equal(truncate(path, 0), 0);
    assert_null(store_open(w->dir, STORE_WRITE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_MISSING);
    world_reopen(w, STORE_CREATE);
    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
}

static void
missing_database_is_said_to_be_missing(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    char path[100];

    snprintf(path, sizeof path, "%s/none", w->dir);
    assert_null(store_open(path, STORE_WRITE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_MISSING);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_null(store_open(path, STORE_READ, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_MISSING);
}

static void
symbolic_link_is_not_followed(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    char dir[100], link_path[120], real[100];

    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
    snprintf(dir, sizeof dir, "%s/other", w->dir);
    snprintf(link_path, sizeof link_path, "%s/railcheck.db", dir);
    snprintf(real, sizeof real, "%s/railcheck.db", w->dir);
    assert_int_equal(mkdir(dir, 0700), 0);
    assert_int_equal(symlink(real, link_path), 0);
    assert_null(store_open(dir, STORE_WRITE, NULL, &err));
    assert_int_equal(err.code, RC_E_NOT_A_FILE);
}

static void
database_of_another_program_is_refused(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    char path[100];
    FILE *f;

    assert_true(world_sql(w, "PRAGMA application_id = 1234", NULL));
    assert_true(store_close(w->store));
    w->store = NULL;
    assert_null(store_open(w->dir, STORE_WRITE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_FOREIGN);
    assert_null(store_open(w->dir, STORE_CREATE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_FOREIGN);

    snprintf(path, sizeof path, "%s/railcheck.db", w->dir);
    f = fopen(path, "w");
    assert_non_null(f);
    for (int i = 0; i < 500; i++)
        fputs("this is a text and no database\n", f);
    fclose(f);
    assert_null(store_open(w->dir, STORE_WRITE, NULL, &err));
    assert_int_equal(err.code, RC_E_STORE_FOREIGN);
}

static void
database_of_a_newer_program_can_only_be_read(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    char post[40];

    world_begin_train(w);
    assert_true(world_sql(w, "CREATE TABLE future(x); PRAGMA user_version = 99", NULL));
    world_reopen(w, STORE_WRITE);
    assert_true(store_read_only(w->store));
    assert_true(store_post(w->store, post, sizeof post, &err));
    assert_string_equal(post, "Altynkol");
    assert_false(store_begin(w->store, &err));
    assert_int_equal(err.code, RC_E_STORE_NEWER);
    assert_false(store_rebuild(w->store, &err));
}

static void
foreign_objects_in_the_schema_are_named_and_refused(void **state)
{
    static const struct {
        const char *sql, *undo;
        enum rc_code code;
        const char *named;
    } cases[] = {
        {"CREATE TRIGGER quiet AFTER INSERT ON event BEGIN DELETE FROM note; END",
         "DROP TRIGGER quiet", RC_E_STORE_SCHEMA_EXTRA, "trigger quiet"},
        {"CREATE VIEW peek AS SELECT 1", "DROP VIEW peek", RC_E_STORE_SCHEMA_EXTRA, "view peek"},
        {"CREATE TABLE spare(x)", "DROP TABLE spare", RC_E_STORE_SCHEMA_EXTRA, "table spare"},
        {"CREATE INDEX odd ON note(text)", "DROP INDEX odd", RC_E_STORE_SCHEMA_EXTRA, "index odd"},
        {"ALTER TABLE note ADD COLUMN more TEXT", "ALTER TABLE note DROP COLUMN more",
         RC_E_STORE_SCHEMA_CHANGED, "table note"},
        {"DROP INDEX note_wagon", "CREATE INDEX note_wagon ON note(wagon)",
         RC_E_STORE_SCHEMA_MISSING, "index note_wagon"},
        {"DROP TRIGGER event_no_delete", NULL, RC_E_STORE_SCHEMA_MISSING,
         "trigger event_no_delete"},
    };
    struct world *w = *state;

    assert_true(store_close(w->store));
    w->store = NULL;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rc_error err = {0};

        assert_true(world_sql(w, cases[i].sql, NULL));
        assert_null(store_open(w->dir, STORE_WRITE, NULL, &err));
        assert_int_equal(err.code, cases[i].code);
        assert_string_equal(err.arg[0], cases[i].named);
        assert_null(store_open(w->dir, STORE_READ, NULL, &err));
        if (cases[i].undo)
            assert_true(world_sql(w, cases[i].undo, NULL));
    }
}

static void
reader_sees_what_the_writer_commits_and_cannot_write(void **state)
{
    struct world *w = *state;
    struct rc_error err = {0};
    struct store *reader;
    int64_t before;
    char post[40];

    world_record(w, "device.created", 0, 0, "{\"post\":\"Altynkol\"}");
    reader = store_open(w->dir, STORE_READ, NULL, &err);
    assert_non_null(reader);
    assert_true(store_read_only(reader));
    before = store_data_version(reader);
    assert_int_equal(store_data_version(reader), before);
    world_record(w, "device.created", 0, 0, "{\"post\":\"Dostyk\"}");
    assert_int_not_equal(store_data_version(reader), before);
    assert_true(store_post(reader, post, sizeof post, &err));
    assert_string_equal(post, "Dostyk");
    assert_false(store_begin(reader, &err));
    assert_int_equal(err.code, RC_E_READ_ONLY);
    assert_true(store_close(reader));
}

/* The dump is a database of version 1 as `sqlite3 railcheck.db .dump` writes it, with the pragmas
 * application_id and user_version that the dump leaves out put at its end. */
static void
load_dump(struct world *w, const char *name)
{
    const char *top = getenv("top_srcdir");
    char path[400], db_path[100];
    struct buf sql = {0};
    sqlite3 *db;
    FILE *f;
    int c;

    snprintf(path, sizeof path, "%s/tests/data/db/%s", top ? top : ".", name);
    f = fopen(path, "r");
    assert_non_null(f);
    while ((c = getc(f)) != EOF)
        buf_addc(&sql, (char)c);
    fclose(f);
    assert_true(store_close(w->store));
    w->store = NULL;
    snprintf(db_path, sizeof db_path, "%s/railcheck.db", w->dir);
    assert_int_equal(unlink(db_path), 0);
    assert_int_equal(sqlite3_open(db_path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, buf_text(&sql), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    buf_release(&sql);
}

static void
database_of_version_1_opens_and_its_tables_equal_a_rebuild(void **state)
{
    struct world *w = *state;

    load_dump(w, "version-1.sql");
    world_reopen(w, STORE_WRITE);
    assert_int_equal(pragma(w, "PRAGMA user_version"), schema_newest());
    assert_int_equal(pragma(w, "SELECT count(*) FROM officer WHERE pin = ''"), 1);
    assert_true(pragma(w, "SELECT count(*) FROM event") > 20);
    world_assert_rebuild(w);
    world_record(w, "note.added", 1, 0, "{\"text\":\"opened again\"}");
}

/* Closes with standard error caught in a file. */
static bool
close_quietly(struct world *w, char *said, size_t size)
{
    int before = dup(STDERR_FILENO);
    FILE *f = tmpfile();
    bool clean;

    assert_non_null(f);
    fflush(stderr);
    dup2(fileno(f), STDERR_FILENO);
    clean = store_close(w->store);
    w->store = NULL;
    fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    rewind(f);
    said[fread(said, 1, size - 1, f)] = '\0';
    fclose(f);
    return clean;
}

static void
statement_left_behind_is_reported_at_close(void **state)
{
    struct world *w = *state;
    static const char kept[] = "SELECT 'kept'";
    char said[300];
    sqlite3_stmt *lost;

    assert_non_null(statement_get(w->store, kept, NULL, NULL));
    assert_false(close_quietly(w, said, sizeof said));
    assert_non_null(strstr(said, kept));

    world_reopen(w, STORE_CREATE);
    assert_int_equal(sqlite3_prepare_v2(w->store->db, "SELECT 'lost'", -1, &lost, NULL), SQLITE_OK);
    assert_false(close_quietly(w, said, sizeof said));
    assert_non_null(strstr(said, "SELECT 'lost'"));
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        CASE(new_database_has_our_settings_and_modes),
        CASE(database_with_an_event_is_not_made_again),
        CASE(empty_file_of_a_cut_set_up_is_taken_up_again),
        CASE(missing_database_is_said_to_be_missing),
        CASE(symbolic_link_is_not_followed),
        CASE(database_of_another_program_is_refused),
        CASE(database_of_a_newer_program_can_only_be_read),
        CASE(foreign_objects_in_the_schema_are_named_and_refused),
        CASE(reader_sees_what_the_writer_commits_and_cannot_write),
        CASE(database_of_version_1_opens_and_its_tables_equal_a_rebuild),
        CASE(statement_left_behind_is_reported_at_close),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
