/* SPDX-License-Identifier: ISC */
/* An untouched record passes; a flipped bit of the database is found or changes nothing. */
#include "config.h"

#include "record_world.h"

#include <sqlite3.h>

static void
the_untouched_record_is_whole_and_has_its_head(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    world_copy(w);
    assert_true(world_passes(w, w->head, &v, &err));
    assert_int_equal(v.proven, w->events);
    assert_string_equal(v.head, w->head);
    assert_true(v.anchored);
    assert_int_equal(v.tape.state, COPY_SAME);
    assert_int_equal(v.tape.to, w->events);
    assert_int_equal(v.mirror.state, COPY_ABSENT);
    assert_true(v.seals >= 5 && v.sealed_to > w->events - 64);
    assert_true(*v.key);
    assert_int_equal(v.clock_back + v.clock_jumps, 0);
}

static void
a_misread_code_says_nothing_about_the_records(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    world_copy(w);
    assert_false(world_passes(w, "0000-0000-0000-0000-0", &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_ANCHOR);
    assert_false(world_passes(w, "0000-0000-0000-0000-1", &v, &err));
    assert_int_equal(err.code, RC_E_HEAD_CODE);
}

/* Everything that the database says, as bytes: schema and rows. Without the inner tables of the
 * search index, which are made from its words and prove nothing. False when it cannot be read. */
static bool
dump(const char *path, struct buf *out)
{
    static const char tables[] =
        "SELECT name, type, tbl_name, ifnull(sql, '') FROM sqlite_schema"
        " WHERE name NOT LIKE 'search\\_text\\_%' ESCAPE '\\' ORDER BY rowid";
    sqlite3_stmt *each = NULL, *rows;
    struct buf query = {0};
    sqlite3 *db;
    int rc;

    buf_clear(out);
    rc = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL);
    if (rc == SQLITE_OK)
        rc = sqlite3_prepare_v2(db, tables, -1, &each, NULL);
    while (rc == SQLITE_OK && (rc = sqlite3_step(each)) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(each, 0);
        bool table = strcmp((const char *)sqlite3_column_text(each, 1), "table") == 0;

        for (int i = 0; i < 4; i++)
            buf_addf(out, "%s\n", (const char *)sqlite3_column_text(each, i));
        buf_clear(&query);
        buf_addf(&query, "SELECT * FROM \"%s\"", name);
        rc = SQLITE_OK;
        if (!table)
            continue;
        rc = sqlite3_prepare_v2(db, buf_text(&query), -1, &rows, NULL);
        while (rc == SQLITE_OK && sqlite3_step(rows) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                buf_addf(out, "%d:", sqlite3_column_type(rows, i));
                buf_add(out, (const char *)sqlite3_column_blob(rows, i),
                        (size_t)sqlite3_column_bytes(rows, i));
            }
        }
        rc = sqlite3_finalize(rows);
    }
    sqlite3_finalize(each);
    sqlite3_close(db);
    buf_release(&query);
    return rc == SQLITE_DONE;
}

static void
flip(FILE *file, long at, unsigned bit)
{
    int byte;

    fseek(file, at, SEEK_SET);
    byte = fgetc(file);
    fseek(file, at, SEEK_SET);
    fputc(byte ^ (1 << bit), file);
    fflush(file);
}

/* One bit of one byte flipped, at places spread over the file: it is found, or the whole content is
 * the same as before. FLIPS in the environment is how many are tried. */
static void
flipped_bytes_are_found_or_change_nothing(void **state)
{
    struct world *w = *state;
    struct buf path = {0}, before = {0}, after = {0};
    unsigned found = 0, harmless = 0;
    unsigned long n = getenv("FLIPS") ? strtoul(getenv("FLIPS"), NULL, 10) : 400;
    long size;
    FILE *file;

    world_copy(w);
    buf_addf(&path, "%s/railcheck.db", w->copy);
    assert_true(dump(buf_text(&path), &before));
    file = fopen(buf_text(&path), "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    for (unsigned long i = 0; i < n; i++) {
        long at = (long)(i * 2654435761u % (unsigned long)size);
        struct verification v;
        struct rc_error err = {0};

        flip(file, at, i % 8);
        if (!world_passes(w, w->head, &v, &err)) {
            found++;
        } else {
            harmless++;
            if (!dump(buf_text(&path), &after) || after.len != before.len ||
                memcmp(buf_text(&after), buf_text(&before), before.len) != 0)
                fail_msg("bit %lu of byte %ld changes the content and is not found", i % 8, at);
        }
        flip(file, at, i % 8);
    }
    fclose(file);
    print_message("# of %lu flipped bits %u were found, %u changed nothing of the content\n", n,
                  found, harmless);
    assert_true(found > n / 2);
    buf_release(&path);
    buf_release(&before);
    buf_release(&after);
}

int
main(void)
{
    const struct CMUnitTest verify[] = {
        cmocka_unit_test(the_untouched_record_is_whole_and_has_its_head),
        cmocka_unit_test(a_misread_code_says_nothing_about_the_records),
        cmocka_unit_test(flipped_bytes_are_found_or_change_nothing),
    };

    return cmocka_run_group_tests(verify, world_set_up, world_tear_down);
}
