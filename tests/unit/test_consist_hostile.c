/* SPDX-License-Identifier: ISC */
/* What damaged and hostile lists do: each is refused by place, or its bad row is, and never more.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "exchange/consist_csv.h"

static const struct kind_names kinds = {NULL, 0};

struct reading {
    struct consist consist;
    struct notes errors, warnings;
    bool ok;
};

static void
read_as(struct reading *r, const char *text, size_t len, const struct consist_choice *choice)
{
    *r = (struct reading){0};
    r->ok = consist_csv_read_as(text, len, "list.csv", 300, &kinds, choice, &r->consist, &r->errors,
                                &r->warnings);
    assert_int_equal(r->ok, r->errors.n == 0);
}

static void
read_text(struct reading *r, const char *text)
{
    read_as(r, text, strlen(text), NULL);
}

static void
release(struct reading *r)
{
    consist_release(&r->consist);
    notes_release(&r->errors);
    notes_release(&r->warnings);
}

static void
assert_place(const struct reading *r, enum rc_code code, unsigned line, unsigned column)
{
    assert_int_equal(r->errors.n, 1);
    assert_int_equal(r->errors.list[0].code, code);
    assert_int_equal(r->errors.list[0].line, line);
    assert_int_equal(r->errors.list[0].column, column);
    assert_string_equal(r->errors.list[0].file, "list.csv");
}

/* Rows 2 and 4 are good, row 3 is the bad one. */
static void
assert_middle_rejected(struct reading *r)
{
    assert_false(r->ok);
    assert_true(r->consist.usable);
    assert_int_equal(r->consist.rows, 3);
    assert_int_equal(r->consist.n, 2);
    assert_string_equal(r->consist.wagons[0].number, "51095388");
    assert_string_equal(r->consist.wagons[1].number, "57393936");
    assert_int_equal(r->consist.wagons[1].position, 3);
    assert_int_equal(r->consist.n_rejected, 1);
    assert_int_equal(r->consist.rejected[0].line, 3);
}

static void
middle(struct buf *out, const char *row)
{
    buf_adds(out, "wagon_no,cargo_name,consignor\n51095388,a,b\n");
    buf_adds(out, row);
    buf_adds(out, "\n57393936,c,d\n");
}

/* --- characters --- */

static void
every_control_and_invisible_character_rejects_its_row(void **state)
{
    static const struct {
        uint32_t first, last;
    } ranges[] = {
        {0x01, 0x08},     {0x0b, 0x0c},     {0x0e, 0x1f},     {0x7f, 0x9f},     {0xad, 0xad},
        {0x200b, 0x200f}, {0x2028, 0x202e}, {0x2060, 0x206f}, {0xfeff, 0xfeff}, {0xe0001, 0xe007f},
        {0xfdd0, 0xfdef}, {0xfffe, 0xffff}, {0xe000, 0xe010},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ranges); i++) {
        for (uint32_t c = ranges[i].first; c <= ranges[i].last; c++) {
            struct buf text = {0};
            struct reading r;
            char row[40], bytes[5] = "";

            bytes[utf8_encode(c, bytes)] = '\0';
            snprintf(row, sizeof row, "73072738,x%sy,z", bytes);
            middle(&text, row);
            read_text(&r, buf_text(&text));
            if (r.ok)
                fail_msg("U+%04X was taken", (unsigned)c);
            assert_middle_rejected(&r);
            assert_place(&r, RC_E_CONTROL, 3, 2);
            release(&r);
            buf_release(&text);
        }
    }
}

static void
damaged_utf8_refuses_the_file_with_its_line(void **state)
{
    static const char *const damage[] = {
        "\xc0\xaf",         "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xed\xa0\x80", "\xed\xbf\xbf",
        "\xf4\x90\x80\x80", "\xd0",         "\xe2\x82",         "\xff",         "\x80",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(damage); i++) {
        struct buf text = {0}, row = {0};
        struct reading r;

        buf_addf(&row, "73072738,Уголь %s Щебень,z", damage[i]);
        middle(&text, buf_text(&row));
        read_text(&r, buf_text(&text));
        assert_place(&r, RC_E_UTF8, 3, 0);
        assert_false(r.consist.usable);
        release(&r);
        buf_release(&text);
        buf_release(&row);
    }
}

static void
a_nul_anywhere_refuses_the_file(void **state)
{
    static const char list[] = "wagon_no,cargo_name\n51095388,abcdef\n73072738,ghi\n";

    (void)state;
    for (size_t at = 0; at < sizeof list - 1; at++) {
        char *text = rc_memdup(list, sizeof list - 1);
        struct reading r;

        text[at] = '\0';
        read_as(&r, text, sizeof list - 1, NULL);
        assert_false(r.ok);
        assert_false(r.consist.usable);
        assert_int_equal(r.errors.list[0].code, RC_E_NUL);
        assert_int_equal(r.errors.list[0].line, at < 20 ? 1 : at < 36 ? 2 : 3);
        release(&r);
        free(text);
    }
}

static void
files_of_one_byte_are_refused(void **state)
{
    (void)state;
    for (unsigned byte = 0; byte < 0x100; byte++) {
        char one = (char)byte;
        struct reading r;

        read_as(&r, &one, 1, NULL);
        assert_false(r.ok);
        assert_false(r.consist.usable);
        assert_true(r.errors.list[0].line >= 1);
        release(&r);
    }
}

/* Half characters, half pairs, at any length. */
static void
utf16_cut_anywhere_gives_no_wrong_number(void **state)
{
    static const char list[] = "wagon_no,cargo_name\r\n51095388,x\r\n73072738,y\r\n";

    (void)state;
    for (size_t len = 0; len < 2 * (sizeof list - 1); len++) {
        struct buf text = {0};
        struct reading r;

        for (size_t i = 0; i < sizeof list - 1; i++) {
            buf_addc(&text, list[i]);
            buf_addc(&text, '\0');
        }
        read_as(&r, text.data, len, NULL);
        for (size_t i = 0; r.ok && i < r.consist.n; i++)
            assert_int_equal(strlen(r.consist.wagons[i].number), 8);
        release(&r);
        buf_release(&text);
    }
}

/* --- quotes and fields --- */

static void
unbalanced_quotes_at_each_column_reject_their_line(void **state)
{
    static const char *const rows[] = {
        "\"73072738,x,y",    "73072738,\"x,y",    "73072738,x,\"y",   "73072738\",x,y",
        "73072738,x\",y",    "73072738,x,y\"",    "\"73072\"738,x,y", "73072738,\"x\"x,y",
        "73072738,x,\"y\"y", "73072738,x,\"y\" ",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        struct buf text = {0};
        struct reading r;

        middle(&text, rows[i]);
        read_text(&r, buf_text(&text));
        assert_middle_rejected(&r);
        assert_string_equal(r.consist.rejected[0].text, rows[i]);
        release(&r);
        buf_release(&text);
    }
}

/* Each line is tried anew: that must not take a time that grows with the square of the file. */
static void
many_broken_lines_end_the_reading(void **state)
{
    struct buf text = {0};
    struct reading r;

    (void)state;
    buf_adds(&text, "wagon_no,cargo_name\n");
    for (int i = 0; i < 100000; i++)
        buf_adds(&text, "51095388,\"x\n73072738,y\n");
    read_text(&r, buf_text(&text));
    assert_false(r.ok);
    assert_false(r.consist.usable);
    assert_int_equal(r.consist.n_rejected, CONSIST_WAGONS_MAX);
    release(&r);
    buf_release(&text);
}

static void
a_field_that_has_swallowed_a_row_is_said(void **state)
{
    struct reading r;

    (void)state;
    read_text(&r, "wagon_no,cargo_name,kind\n51095388,\"x\n73072738,y\",\n57393936,z,\n");
    assert_true(r.ok);
    assert_int_equal(r.consist.n, 2);
    assert_int_equal(r.warnings.list[2].code, RC_W_LIST_LINES);
    assert_int_equal(r.warnings.list[2].line, 2);
    release(&r);
    /* A whole wagon inside the field is no doubt any more. */
    read_text(&r, "wagon_no,cargo_name,kind\n51095388,\"x\n73072738,y,\n1,y\",\n57393936,z,\n");
    assert_place(&r, RC_E_LIST_LINES, 2, 2);
    assert_int_equal(r.consist.n, 1);
    assert_string_equal(r.consist.rejected[0].text, "51095388,\"x\n73072738,y,\n1,y\",");
    release(&r);
}

static void
add_columns(struct buf *text, unsigned columns)
{
    for (unsigned i = 1; i < columns; i++)
        buf_addf(text, "%sc%u", i > 1 ? ";" : "", i);
    buf_addf(text, "%swagon_no\n", columns > 1 ? ";" : "");
    for (unsigned i = 1; i < columns; i++)
        buf_adds(text, ";");
    buf_adds(text, "51095388\n");
}

static void
no_column_one_column_and_ten_thousand_are_refused(void **state)
{
    static const unsigned counts[] = {1, 257, 10000};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(counts); i++) {
        struct buf text = {0};
        struct reading r;

        add_columns(&text, counts[i]);
        read_text(&r, buf_text(&text));
        assert_false(r.ok);
        assert_false(r.consist.usable);
        assert_int_equal(r.errors.list[0].code,
                         counts[i] == 1 ? RC_E_LIST_ONE_COLUMN : RC_E_CSV_FIELDS);
        release(&r);
        buf_release(&text);
    }
    struct buf text = {0};
    struct reading r;
    add_columns(&text, 256);
    read_text(&r, buf_text(&text));
    assert_true(r.ok);
    assert_string_equal(r.consist.wagons[0].number, "51095388");
    release(&r);
    buf_release(&text);
    read_text(&r, ",,,\n,,,\n");
    assert_false(r.ok);
    assert_int_equal(r.errors.list[0].code, RC_E_LIST_NO_WAGON_NO);
    release(&r);
}

static void
a_huge_field_rejects_its_row(void **state)
{
    struct buf text = {0}, row = {0};
    struct reading r;

    (void)state;
    buf_adds(&row, "73072738,");
    for (int i = 0; i < 65537; i++)
        buf_addc(&row, 'x');
    buf_adds(&row, ",y");
    middle(&text, buf_text(&row));
    read_text(&r, buf_text(&text));
    assert_middle_rejected(&r);
    assert_place(&r, RC_E_CSV_FIELD_SIZE, 3, 2);
    release(&r);
    buf_release(&text);
    buf_release(&row);
}

static void
formulas_formats_and_sql_are_only_text(void **state)
{
    static const char *const texts[] = {
        "=1+1",
        "+7",
        "-1",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
        "%n%s%n%x",
        "'; DROP TABLE train; --",
        "../../etc/passwd",
        "$(reboot)",
        "<script>",
        "NULL",
        "\\0",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        struct buf text = {0}, row = {0};
        struct reading r;

        buf_addf(&row, "73072738,%s,y", texts[i]);
        middle(&text, buf_text(&row));
        read_text(&r, buf_text(&text));
        assert_true(r.ok);
        assert_string_equal(r.consist.wagons[1].cargo_name, texts[i]);
        release(&r);
        buf_release(&text);
        buf_release(&row);
    }
}

/* --- choices --- */

static void
columns_are_chosen_by_their_headings(void **state)
{
    static const char list[] = "Вагончик;вагончик;Вес;Груз\n1;51095388;60,5;x\n";
    static const struct consist_column columns[] = {
        {"wagon_no", "вагончик"}, {"net_t", "Вес"}, {"cargo_name", " груз "}};
    static const struct {
        struct consist_column column;
        enum rc_code code;
    } wrong[] = {
        {{"wagon_no", "ВАГОНЧИК"}, RC_E_LIST_COLUMN_SAME},
        {{"wagon_no", "Номер"}, RC_E_LIST_COLUMN_NONE},
        {{"wagon", "Вагончик"}, RC_E_LIST_COLUMN_NAME},
    };
    struct consist_choice choice = {.columns = columns, .n_columns = 3};
    struct reading r;

    (void)state;
    read_as(&r, list, sizeof list - 1, &choice);
    assert_true(r.ok);
    assert_string_equal(r.consist.wagons[0].number, "51095388");
    assert_int_equal(r.consist.wagons[0].net_kg, 60500);
    assert_string_equal(r.consist.wagons[0].cargo_name, "x");
    release(&r);
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        choice.columns = &wrong[i].column;
        choice.n_columns = 1;
        read_as(&r, list, sizeof list - 1, &choice);
        assert_false(r.ok);
        assert_false(r.consist.usable);
        assert_int_equal(r.errors.list[0].code, wrong[i].code);
        release(&r);
    }
}

static void
the_unit_in_a_chosen_heading_is_nearer_than_the_name(void **state)
{
    static const char list[] = "wagon_no;Вес вагона, т;Вес нетто кг\n51095388;24,1;60500\n";
    static const struct consist_column columns[] = {{"tare_kg", "Вес вагона, т"},
                                                    {"net_t", "Вес нетто кг"}};
    const struct consist_choice choice = {.columns = columns, .n_columns = 2};
    struct reading r;

    (void)state;
    read_as(&r, list, sizeof list - 1, &choice);
    assert_true(r.ok);
    assert_int_equal(r.consist.wagons[0].tare_kg, 24100);
    assert_int_equal(r.consist.wagons[0].net_kg, 60500);
    release(&r);
}

static void
an_encoding_that_is_chosen_is_taken(void **state)
{
    static const char list[] = "wagon_no;cargo_name\n51095388;\x8a\xae\xaa\xe1\n";
    struct consist_choice choice = {.encoding = "ibm-866"};
    struct reading r;

    (void)state;
    read_as(&r, list, sizeof list - 1, &choice);
    assert_true(r.ok);
    assert_string_equal(r.consist.encoding, "CP866");
    assert_string_equal(r.consist.wagons[0].cargo_name, "Кокс");
    release(&r);
    choice.encoding = "UTF-8";
    read_as(&r, list, sizeof list - 1, &choice);
    assert_place(&r, RC_E_UTF8, 2, 0);
    release(&r);
    choice.encoding = "EBCDIC";
    read_as(&r, list, sizeof list - 1, &choice);
    assert_place(&r, RC_E_ENCODING_NAME, 1, 0);
    release(&r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_control_and_invisible_character_rejects_its_row),
        cmocka_unit_test(damaged_utf8_refuses_the_file_with_its_line),
        cmocka_unit_test(a_nul_anywhere_refuses_the_file),
        cmocka_unit_test(files_of_one_byte_are_refused),
        cmocka_unit_test(utf16_cut_anywhere_gives_no_wrong_number),
        cmocka_unit_test(unbalanced_quotes_at_each_column_reject_their_line),
        cmocka_unit_test(many_broken_lines_end_the_reading),
        cmocka_unit_test(a_field_that_has_swallowed_a_row_is_said),
        cmocka_unit_test(no_column_one_column_and_ten_thousand_are_refused),
        cmocka_unit_test(a_huge_field_rejects_its_row),
        cmocka_unit_test(formulas_formats_and_sql_are_only_text),
        cmocka_unit_test(columns_are_chosen_by_their_headings),
        cmocka_unit_test(the_unit_in_a_chosen_heading_is_nearer_than_the_name),
        cmocka_unit_test(an_encoding_that_is_chosen_is_taken),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
