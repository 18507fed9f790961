/* SPDX-License-Identifier: ISC */
/*
 * Delimited text: records, their lines, what is refused and where. Built three times, with libcsv
 * fed in pieces of 4096, 3 and 1 bytes: the results must be the same.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/csv_read.h"
#include "exchange/csv_write.h"

/* Records as text: line, then each field in brackets. */
static bool
dump(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct buf *out = context;
    (void)err;
    buf_addf(out, "%u", record->line);
    for (size_t i = 0; i < record->n; i++)
        buf_addf(out, "[%s]", record->field[i]);
    buf_adds(out, "\n");
    return true;
}

static void
assert_records(const char *text, char delimiter, const char *expected)
{
    struct buf out = {0};
    struct rc_error err = {.code = RC_OK};
    if (!csv_read(text, strlen(text), delimiter, "f", dump, &out, &err))
        fail_msg("refused %s with code %d", text, err.code);
    assert_string_equal(buf_text(&out), expected);
    buf_release(&out);
}

static void
records_are_told_apart_whatever_ends_the_line(void **state)
{
    static const struct {
        const char *text, *expected;
        char delimiter;
    } rows[] = {
        {"", "", ','},
        {"a,b\nc,d\n", "1[a][b]\n2[c][d]\n", ','},
        {"a,b\r\nc,d\r\n", "1[a][b]\n2[c][d]\n", ','},
        {"a,b\rc,d\r", "1[a][b]\n2[c][d]\n", ','},
        {"a\r\nb\rc\nd", "1[a]\n2[b]\n3[c]\n4[d]\n", ','},
        {"a,b\nc,d", "1[a][b]\n2[c][d]\n", ','},
        {"a,b\nc,", "1[a][b]\n2[c][]\n", ','},
        {",\n", "1[][]\n", ','},
        {"a;b,c\n", "1[a][b,c]\n", ';'},
        {"a\tb c\n", "1[a][b c]\n", '\t'},
        {"\t\n", "1[][]\n", '\t'},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        assert_records(rows[i].text, rows[i].delimiter, rows[i].expected);
}

static void
blank_lines_are_passed_over_and_counted(void **state)
{
    (void)state;
    assert_records("\n\na\n\r\n\r\nb\n", ',', "3[a]\n6[b]\n");
    assert_records("\r\ra\r", ',', "3[a]\n");
    assert_records("a\n  \t \nb\n\n\n", ',', "1[a]\n3[b]\n");
    assert_records("\n \r\n", ',', "");
}

static void
blanks_belong_to_the_field(void **state)
{
    (void)state;
    assert_records(" a , b\t\n", ',', "1[ a ][ b\t]\n");
    assert_records("\" a \",b \n", ',', "1[ a ][b ]\n");
}

static void
quoted_fields_hold_anything(void **state)
{
    (void)state;
    assert_records("\"a,b\",\"c\"\"d\",\"\"\n", ',', "1[a,b][c\"d][]\n");
    assert_records("\"a\nb\",c\nd,e\n", ',', "1[a\nb][c]\n3[d][e]\n");
    assert_records("\"a\r\nb\r\n\",c\r\nd,e\r\n", ',', "1[a\r\nb\r\n][c]\n4[d][e]\n");
    assert_records("\"\n\n\"\nx\n", ',', "1[\n\n]\n4[x]\n");
    assert_records("\"a\"", ',', "1[a]\n");
}

static void
what_is_broken_is_refused_with_its_place(void **state)
{
    static const struct {
        const char *text;
        size_t len; /* 0: up to the NUL */
        enum rc_code code;
        unsigned line, column;
        const char *arg;
    } rows[] = {
        {"a,b\n\"a\"b,c\n1,2\n", 0, RC_E_CSV_QUOTE, 2, 1, "2"},
        {"a,b\n1,2\"3\n", 0, RC_E_CSV_QUOTE, 2, 2, "2"},
        {"a,b\n1, \"x\"\n", 0, RC_E_CSV_QUOTE, 2, 2, "2"},
        {"a,b,c\n1,\"x\" ,2\n", 0, RC_E_CSV_QUOTE, 2, 2, "2"},
        /* the missing quote is on line 2, the one that shows it on line 3 */
        {"a,b\n\"1,2\n\"3\",4\n", 0, RC_E_CSV_QUOTE, 2, 1, "3"},
        {"a,b\n1,\"2\n3,4\n5,6\n", 0, RC_E_CSV_UNCLOSED, 2, 2, "5"},
        {"\"", 0, RC_E_CSV_UNCLOSED, 1, 1, "1"},
        {"a,\"\"\"", 0, RC_E_CSV_UNCLOSED, 1, 2, "1"},
        {"a,b\n1,x\0y\n", 10, RC_E_NUL, 2, 2, ""},
        {"\0", 1, RC_E_NUL, 1, 1, ""},
        {"a\n\"x\n\0\"\n", 9, RC_E_NUL, 2, 1, ""},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct buf out = {0};
        struct rc_error err = {.code = RC_OK};
        size_t len = rows[i].len ? rows[i].len : strlen(rows[i].text);
        assert_false(csv_read(rows[i].text, len, ',', "list.csv", dump, &out, &err));
        if (err.code != rows[i].code || err.line != rows[i].line || err.column != rows[i].column)
            fail_msg("case %zu: code %d at %u:%u", i, err.code, err.line, err.column);
        assert_string_equal(err.arg[0], rows[i].arg);
        assert_string_equal(err.file, "list.csv");
        buf_release(&out);
    }
}

static void
records_before_the_broken_one_are_given_and_none_after(void **state)
{
    struct buf out = {0};
    struct rc_error err = {.code = RC_OK};
    const char *text = "a\nb\nc\"\nd\ne\n";
    (void)state;
    assert_false(csv_read(text, strlen(text), ',', "f", dump, &out, &err));
    assert_string_equal(buf_text(&out), "1[a]\n2[b]\n");
    buf_release(&out);
}

/* Reads "a," and a field of len letters; gives the code, RC_OK when it is read. */
static enum rc_code
read_long_field(size_t len, bool quoted, struct rc_error *err)
{
    struct buf text = {0}, out = {0};
    *err = (struct rc_error){.code = RC_OK};
    buf_adds(&text, quoted ? "a,\"" : "a,");
    for (size_t i = 0; i < len; i++)
        buf_addc(&text, 'x');
    buf_adds(&text, quoted ? "\"\n" : "\n");
    bool ok = csv_read(text.data, text.len, ',', "f", dump, &out, err);
    if (ok)
        assert_int_equal(out.len, 1 + 3 + 2 + len + 1);
    buf_release(&text);
    buf_release(&out);
    return err->code;
}

static void
a_field_may_have_65536_bytes_and_not_one_more(void **state)
{
    struct rc_error err;
    (void)state;
    for (int quoted = 0; quoted < 2; quoted++) {
        assert_int_equal(read_long_field(CSV_FIELD_MAX, quoted, &err), RC_OK);
        assert_int_equal(read_long_field(CSV_FIELD_MAX + 1, quoted, &err), RC_E_CSV_FIELD_SIZE);
        assert_int_equal(err.line, 1);
        assert_int_equal(err.column, 2);
        assert_int_equal(read_long_field(CSV_FIELD_MAX * 3, quoted, &err), RC_E_CSV_FIELD_SIZE);
        assert_int_equal(err.column, 2);
    }
}

static void
a_row_may_have_256_fields_and_not_one_more(void **state)
{
    struct rc_error err = {.code = RC_OK};
    struct buf text = {0}, out = {0};
    (void)state;
    for (size_t i = 1; i < CSV_FIELDS_MAX; i++)
        buf_addc(&text, ',');
    assert_true(csv_read(text.data, text.len, ',', "f", dump, &out, &err));
    buf_addc(&text, ',');
    assert_false(csv_read(text.data, text.len, ',', "f", dump, &out, &err));
    assert_int_equal(err.code, RC_E_CSV_FIELDS);
    assert_int_equal(err.column, CSV_FIELDS_MAX + 1);
    buf_release(&text);
    buf_release(&out);
}

static void
a_row_of_many_long_fields_is_refused(void **state)
{
    struct rc_error err = {.code = RC_OK};
    struct buf text = {0}, out = {0};
    (void)state;
    for (size_t field = 0; field < 20; field++) {
        for (size_t i = 0; i < 60000; i++)
            buf_addc(&text, 'x');
        buf_addc(&text, ',');
    }
    assert_false(csv_read(text.data, text.len, ',', "f", dump, &out, &err));
    assert_int_equal(err.code, RC_E_CSV_RECORD_SIZE);
    assert_int_equal(err.column, 18);
    buf_release(&text);
    buf_release(&out);
}

static bool
stop_at_second(void *context, const struct csv_record *record, struct rc_error *err)
{
    int *n = context;
    (void)record;
    return ++*n < 2 || rc_fail(err, RC_E_USAGE, "enough", NULL);
}

static void
the_receiver_can_stop_the_reading(void **state)
{
    struct rc_error err = {.code = RC_OK};
    const char *text = "a\nb\nc\nd\n";
    int n = 0;
    (void)state;
    assert_false(csv_read(text, strlen(text), ',', "f", stop_at_second, &n, &err));
    assert_int_equal(n, 2);
    assert_int_equal(err.code, RC_E_USAGE);
    assert_string_equal(err.arg[0], "enough");
}

static void
what_is_written_reads_back_unaltered(void **state)
{
    const char *const row[] = {"051095388", "", NULL, "a,b;c", "say \"yes\"\r\n", "=1+1", " x\t"};
    struct buf text = {0}, out = {0};
    struct rc_error err = {.code = RC_OK};
    (void)state;
    csv_write(&text, ',', row, ARRAY_LEN(row));
    assert_string_equal(buf_text(&text),
                        "\"051095388\",\"\",\"\",\"a,b;c\",\"say \"\"yes\"\"\r\n\","
                        "\"=1+1\",\" x\t\"\r\n");
    assert_true(csv_read(text.data, text.len, ',', "f", dump, &out, &err));
    assert_string_equal(buf_text(&out), "1[051095388][][][a,b;c][say \"yes\"\r\n][=1+1][ x\t]\n");
    buf_release(&text);
    buf_release(&out);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_told_apart_whatever_ends_the_line),
        cmocka_unit_test(blank_lines_are_passed_over_and_counted),
        cmocka_unit_test(blanks_belong_to_the_field),
        cmocka_unit_test(quoted_fields_hold_anything),
        cmocka_unit_test(what_is_broken_is_refused_with_its_place),
        cmocka_unit_test(records_before_the_broken_one_are_given_and_none_after),
        cmocka_unit_test(a_field_may_have_65536_bytes_and_not_one_more),
        cmocka_unit_test(a_row_may_have_256_fields_and_not_one_more),
        cmocka_unit_test(a_row_of_many_long_fields_is_refused),
        cmocka_unit_test(the_receiver_can_stop_the_reading),
        cmocka_unit_test(what_is_written_reads_back_unaltered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
