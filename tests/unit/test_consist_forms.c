/* SPDX-License-Identifier: ISC */
/* One list of wagons in every form a spreadsheet may save it in: it is always the same list. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <iconv.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "exchange/consist_csv.h"

#define COLUMNS 7

/* The cells hold what each delimiter and the quote must be protected from. */
static const char *const cells[][COLUMNS] = {
    {"№ поезда", "position", "Номер вагона", "kind", "cargo_name", "consignor", "Пломбы"},
    {"2412", "1", "51095388", "tank", "Топливо дизельное", "ООО \"Ёлка; сын, внук\"", "Н8453702"},
    {"2412", "2", "73072738", "tank", "Щебень «Эталон»", "", ""},
    {"2412", "3", "57393936", "tank", "a,b;c", "Завод №1", "Н8453706"},
};

static const struct kind_name names[] = {{"tank", "tank"}};
static const struct kind_names kinds = {names, ARRAY_LEN(names)};

/* The names that iconv knows, and by which the list is written. */
static const struct {
    const char *iconv;
    const char *name; /* that our reader gives */
    bool mark;        /* a byte order mark in front */
    bool poor;        /* has neither « » nor № */
} encodings[] = {
    {"UTF-8", "UTF-8", false, false},      {"UTF-8", "UTF-8", true, false},
    {"UTF-16LE", "UTF-16LE", true, false}, {"UTF-16LE", "UTF-16LE", false, false},
    {"UTF-16BE", "UTF-16BE", true, false}, {"UTF-16BE", "UTF-16BE", false, false},
    {"CP1251", "CP1251", false, false},    {"CP866", "CP866", false, true},
    {"KOI8-R", "KOI8-R", false, true},
};

struct form {
    size_t encoding;
    char delimiter;
    bool quote_all;
    const char *line_end;
    bool last_line_end;
};

/* The cell as the encoding can write it. Free it. */
static char *
cell_in(const char *s, size_t encoding)
{
    struct buf out = {0};

    for (size_t n; *s; s += n) {
        uint32_t c;

        n = utf8_decode(s, strlen(s), &c);
        if (encodings[encoding].poor && c == 0x2116)
            buf_addc(&out, 'N');
        else if (encodings[encoding].poor && (c == 0xab || c == 0xbb))
            buf_addc(&out, '\'');
        else
            buf_add(&out, s, n);
    }
    return buf_detach(&out);
}

static void
add_cell(struct buf *out, const char *s, const struct form *form)
{
    bool quoted = form->quote_all || strchr(s, form->delimiter) || strchr(s, '"');

    if (quoted)
        buf_addc(out, '"');
    for (; *s; s++) {
        if (*s == '"')
            buf_addc(out, '"');
        buf_addc(out, *s);
    }
    if (quoted)
        buf_addc(out, '"');
}

/* By iconv, which knows nothing of our tables. */
static void
encode(struct buf *out, struct buf *utf8, size_t encoding)
{
    iconv_t to = iconv_open(encodings[encoding].iconv, "UTF-8");
    char *in = utf8->data, bytes[8192], *at = bytes;
    size_t left = utf8->len, room = sizeof bytes;

    assert_true(to != (iconv_t)-1);
    assert_int_equal(iconv(to, &in, &left, &at, &room), 0);
    assert_int_equal(left, 0);
    iconv_close(to);
    buf_add(out, bytes, sizeof bytes - room);
}

static void
write_list(struct buf *out, const struct form *form)
{
    struct buf utf8 = {0};

    if (encodings[form->encoding].mark)
        buf_adds(&utf8, "\uFEFF");
    for (size_t row = 0; row < ARRAY_LEN(cells); row++) {
        for (size_t i = 0; i < COLUMNS; i++) {
            char *cell = cell_in(cells[row][i], form->encoding);

            if (i)
                buf_addc(&utf8, form->delimiter);
            add_cell(&utf8, cell, form);
            free(cell);
        }
        if (row + 1 < ARRAY_LEN(cells) || form->last_line_end)
            buf_adds(&utf8, form->line_end);
    }
    encode(out, &utf8, form->encoding);
    buf_release(&utf8);
}

/* Says which form went wrong, and how. */
static void
must(bool holds, const char *what, const struct form *f)
{
    if (!holds)
        fail_msg("%s: encoding %s, delimiter %d, quotes %d, line end %zu, last %d", what,
                 encodings[f->encoding].name, f->delimiter, f->quote_all, strlen(f->line_end),
                 f->last_line_end);
}

static void
check_wagon(const struct consist_wagon *w, size_t row, const struct form *form)
{
    char *cell[COLUMNS];

    for (size_t i = 0; i < COLUMNS; i++)
        cell[i] = cell_in(cells[row][i], form->encoding);
    must(strcmp(w->number, cell[2]) == 0, "number", form);
    must(strcmp(w->kind, cell[3]) == 0, "kind", form);
    must(strcmp(w->cargo_name, cell[4]) == 0, "cargo", form);
    must(strcmp(w->consignor, cell[5]) == 0, "consignor", form);
    must(w->n_seals == (*cell[6] != '\0'), "seals", form);
    must(!w->n_seals || strcmp(w->seals[0], cell[6]) == 0, "seal", form);
    must(w->position == (int)row, "position", form);
    must(w->line == row + 1, "line", form);
    for (size_t i = 0; i < COLUMNS; i++)
        free(cell[i]);
}

static void
check_form(const struct form *form)
{
    struct notes errors = {0}, warnings = {0};
    struct consist consist = {0};
    struct buf text = {0};
    bool read;

    write_list(&text, form);
    read = consist_csv_read(text.data, text.len, "list.csv", 300, &kinds, &consist, &errors,
                            &warnings);
    must(read && !errors.n, "refused", form);
    must(!warnings.n, "doubted", form);
    must(strcmp(consist.encoding, encodings[form->encoding].name) == 0, "other encoding", form);
    must(consist.delimiter == form->delimiter, "other delimiter", form);
    must(strcmp(consist.train_no, "2412") == 0, "train", form);
    must(consist.n == ARRAY_LEN(cells) - 1, "wagons", form);
    for (size_t i = 0; i < consist.n; i++)
        check_wagon(&consist.wagons[i], i + 1, form);
    buf_release(&text);
    consist_release(&consist);
    notes_release(&errors);
    notes_release(&warnings);
}

static void
every_form_is_the_same_list(void **state)
{
    static const char delimiters[] = ",;\t|";
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};

    (void)state;
    for (size_t encoding = 0; encoding < ARRAY_LEN(encodings); encoding++) {
        for (const char *d = delimiters; *d; d++) {
            for (size_t e = 0; e < ARRAY_LEN(line_ends); e++) {
                for (int way = 0; way < 4; way++) {
                    struct form form = {.encoding = encoding,
                                        .delimiter = *d,
                                        .quote_all = way & 1,
                                        .line_end = line_ends[e],
                                        .last_line_end = way & 2};

                    check_form(&form);
                }
            }
        }
    }
}

/* Every byte of the 8-bit encodings is what iconv makes of it. */
static void
the_tables_are_those_of_iconv(void **state)
{
    static const char *const names_8bit[] = {"CP1251", "CP866", "KOI8-R"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(names_8bit); i++) {
        for (unsigned byte = 0x80; byte < 0x100; byte++) {
            char list[] = "wagon_no,cargo_name\n1,.\n", expected[8] = "";
            char one = (char)byte, *in = &one, *at = expected;
            size_t left = 1, room = sizeof expected - 1;
            iconv_t to = iconv_open("UTF-8", names_8bit[i]);
            bool known = iconv(to, &in, &left, &at, &room) != (size_t)-1;
            const struct consist_choice choice = {.encoding = names_8bit[i]};
            struct notes errors = {0}, warnings = {0};
            struct consist consist = {0};

            iconv_close(to);
            list[22] = one;
            if (consist_csv_read_as(list, strlen(list), "list.csv", 300, &kinds, &choice, &consist,
                                    &errors, &warnings)) {
                assert_true(known);
                /* A no-break space is a blank. */
                assert_string_equal(consist.wagons[0].cargo_name,
                                    strcmp(expected, "\u00a0") == 0 ? "" : expected);
            } else
                assert_true(errors.list[0].code == RC_E_CONTROL || !known);
            consist_release(&consist);
            notes_release(&errors);
            notes_release(&warnings);
        }
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_the_same_list),
        cmocka_unit_test(the_tables_are_those_of_iconv),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
