/* SPDX-License-Identifier: ISC */
/* Exports: every column is described and nothing else, formulas, rights, days. */
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
#include <sqlite3.h>

#include "app/export.h"
#include "app/export_row.h"
#include "app/stats.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/csv_write.h"
#include "exchange/dictionary.h"
#include "post_world.h"

/* --- the dictionary --- */

static void
check_described(const struct table *table)
{
    for (size_t i = 0; table->columns[i]; i++) {
        const struct column_text *entry = dictionary_find(table->name, table->columns[i]);

        if (!entry || !*entry->text)
            fail_msg("%s.%s is not described", table->name, table->columns[i]);
    }
}

static void
every_column_is_described(void **state)
{
    (void)state;
    for (size_t i = 0; export_tables[i]; i++)
        check_described(export_tables[i]);
    for (size_t i = 0; analyst_views[i]; i++)
        check_described(analyst_views[i]);
    assert_string_equal(dictionary_find("answers_wide", "TNK-3")->name, "answers_wide.*");
    assert_string_equal(dictionary_find("codebook", "label_ru")->name, "codebook.label_*");
    assert_null(dictionary_find("wagons", "label_ru"));
    assert_null(dictionary_find("wagons", "TNK-3"));
}

static bool
is_used(const struct column_text *entry, const struct table *const *tables)
{
    for (size_t i = 0; tables[i]; i++) {
        for (size_t c = 0; tables[i]->columns[c]; c++) {
            if (dictionary_find(tables[i]->name, tables[i]->columns[c]) == entry)
                return true;
        }
    }
    return false;
}

static void
nothing_is_described_that_is_no_column(void **state)
{
    (void)state;
    for (const struct column_text *e = dictionary; e->name; e++) {
        if (!strchr(e->name, '*') && !is_used(e, export_tables) && !is_used(e, analyst_views))
            fail_msg("%s is no column", e->name);
    }
}

static void
the_views_have_the_columns_described(void **state)
{
    struct post_world *f = *state;
    struct buf path = {0};
    sqlite3 *db;
    sqlite3_stmt *st;

    buf_addf(&path, "%s/railcheck.db", f->dir);
    assert_int_equal(sqlite3_open_v2(buf_text(&path), &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
    for (size_t i = 0; analyst_views[i]; i++) {
        struct buf sql = {0};
        int n;

        buf_addf(&sql, "SELECT * FROM %s", analyst_views[i]->name);
        assert_int_equal(sqlite3_prepare_v2(db, buf_text(&sql), -1, &st, NULL), SQLITE_OK);
        n = sqlite3_column_count(st);
        assert_int_equal(n, table_width(analyst_views[i]));
        for (int c = 0; c < n; c++)
            assert_string_equal(sqlite3_column_name(st, c), analyst_views[i]->columns[c]);
        sqlite3_finalize(st);
        buf_release(&sql);
    }
    sqlite3_close(db);
    buf_release(&path);
}

static void
the_use_case_lists_all_of_it(void **state)
{
    const char *name, *type, *text;
    struct dictionary_table table;
    size_t tables = 0, stars = 0;

    (void)state;
    while (dictionary_table(tables, &table)) {
        size_t c = 0;

        for (; dictionary_column(tables, c, &name, &type, &text); c++) {
            assert_true(*text && *type);
            stars += strchr(name, '*') != NULL;
        }
        assert_true(c >= 6);
        assert_int_equal(table.view, strncmp(table.name, "v_", 2) == 0);
        tables++;
    }
    assert_int_equal(tables, 14);
    assert_int_equal(stars, 2);
}

/* --- formulas --- */

static void
a_formula_is_known_a_number_is_none(void **state)
{
    static const char *const formulas[] = {"=1+1",      "+7 (заметка)", "-x",      "@SUM(1)",
                                           " =1",       "\t-cmd",       "\r\n+1a", "＝1",
                                           "\u00a0=A1", "-1-1",         "+1+1",    "=-5"};
    static const char *const others[] = {"",      "-5",  "-5.25", "-5,25",    "5",
                                         "текст", "a=b", "'=1",   "Н8453702", " 5"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(formulas); i++) {
        if (!csv_is_formula(formulas[i]))
            fail_msg("\"%s\" was not taken for a formula", formulas[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (csv_is_formula(others[i]))
            fail_msg("\"%s\" was taken for a formula", others[i]);
    }
}

static void
a_row_is_written_as_the_profile_says(void **state)
{
    static const struct {
        enum export_profile profile;
        const char *want;
    } cases[] = {
        {PROFILE_DATA,
         "\"=C1=ok;C2=finding\",\"=1+1\",\"-1.5\",\"about -2\",\"2026-11-23T01:15:07Z\""},
        {PROFILE_EXCEL,
         "\"'=C1=ok;C2=finding\";\"'=1+1\";\"-1,5\";\"about -2\";\"2026-11-23 06:15:07\""},
    };
    static const char *const columns[] = {"a", "b", "c", "d", "e", NULL};
    static const struct table table = {.name = "t", .columns = columns};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct buf out = {0}, want = {0};
        struct export_row row;

        row_begin(&row, &table, cases[i].profile, 300);
        row_append(&row, "a", "=C1", "ok");
        row_append(&row, "a", "C2", "finding");
        row_text(&row, "b", "=1+1");
        row_number(&row, "c", "-1.5");
        row_number(&row, "d", "about -2");
        row_moment(&row, "e", 1795396507000);
        row_end(&row, &out);
        buf_addf(&want, "%s\r\n", cases[i].want);
        assert_string_equal(buf_text(&out), buf_text(&want));
        buf_release(&out);
        buf_release(&want);
    }
}

/* --- rights, days --- */

static void
nobody_exports_without_the_right(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct buf dir = {0}, part = {0};
    struct figures figures;
    bool more;

    buf_addf(&dir, "%s/out", f->dir);
    buf_addf(&part, "%s/out.part", f->dir);
    const struct export_request request = {.days = ALL_DAYS, .dir = buf_text(&dir)};

    f->app->roles = 0;
    assert_false(export_tables_to(f->app, &request, NULL, &err));
    assert_int_equal(err.code, RC_E_NO_RIGHT);
    assert_false(stats_figures(f->app, 0, ALL_DAYS, "en", &figures, &more, &err));
    assert_int_equal(err.code, RC_E_NO_RIGHT);
    f->app->roles = 1;
    f->app->proven = false;
    assert_false(export_tables_to(f->app, &request, NULL, &err));
    assert_int_equal(err.code, RC_E_PIN_NEEDED);
    assert_int_equal(access(buf_text(&dir), F_OK), -1);
    assert_int_equal(access(buf_text(&part), F_OK), -1);
    f->app->proven = true;
    assert_true(export_tables_to(f->app, &request, NULL, &err));
    assert_int_equal(access(buf_text(&dir), F_OK), 0);
    buf_release(&dir);
    buf_release(&part);
}

static void
a_day_is_a_date(void **state)
{
    struct rc_error err = {0};
    int64_t ms;

    (void)state;
    assert_true(export_day("1970-01-02", &ms, &err));
    assert_int_equal(ms, 86400000);
    assert_true(export_day("02.01.1970", &ms, &err));
    assert_int_equal(ms, 86400000);
    assert_false(export_day("2026-02-29", &ms, &err));
    assert_int_equal(err.code, RC_E_DAY);
    assert_false(export_day("2026-02-01T05:00", &ms, &err));
    assert_false(export_day("", &ms, &err));
}

int
main(void)
{
#define TEST(name) cmocka_unit_test(name)
#define TEST_DB(name) cmocka_unit_test_setup_teardown(name, post_set_up, post_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(every_column_is_described),
        TEST(nothing_is_described_that_is_no_column),
        TEST_DB(the_views_have_the_columns_described),
        TEST(the_use_case_lists_all_of_it),
        TEST(a_formula_is_known_a_number_is_none),
        TEST(a_row_is_written_as_the_profile_says),
        TEST_DB(nobody_exports_without_the_right),
        TEST(a_day_is_a_date),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
