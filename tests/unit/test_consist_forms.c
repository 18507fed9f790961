/* SPDX-License-Identifier: ISC */
/* One list of wagons in every form a spreadsheet may save it in: it is always the same list. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

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

enum encoding { UTF8, UTF8_BOM, CP1251, UTF16_LE, UTF16_BE, ENCODINGS };

struct form {
    enum encoding encoding;
    char delimiter;
    bool quote_all;
    const char *line_end;
    bool last_line_end;
};

static void
add_character(struct buf *out, uint32_t c, enum encoding encoding)
{
    char bytes[4];
    unsigned char low = (unsigned char)c;

    switch (encoding) {
    case CP1251:
        if (c >= 0x410 && c <= 0x44f)
            low = (unsigned char)(c - 0x350);
        else if (c == 0x401 || c == 0x451)
            low = c == 0x401 ? 0xa8 : 0xb8;
        else if (c == 0x2116)
            low = 0xb9;
        else
            assert_true(c < 0x80 || c == 0xab || c == 0xbb);
        buf_add(out, &low, 1);
        break;
    case UTF16_LE:
    case UTF16_BE:
        bytes[encoding == UTF16_LE] = (char)(c >> 8);
        bytes[encoding != UTF16_LE] = (char)low;
        buf_add(out, bytes, 2);
        break;
    default:
        buf_add(out, bytes, utf8_encode(c, bytes));
    }
}

static void
add_text(struct buf *out, const char *s, enum encoding encoding)
{
    for (size_t len = strlen(s), at = 0; at < len;) {
        uint32_t c;

        at += utf8_decode(s + at, len - at, &c);
        add_character(out, c, encoding);
    }
}

static void
add_cell(struct buf *out, const char *s, const struct form *form)
{
    bool quoted = form->quote_all || strchr(s, form->delimiter) || strchr(s, '"');

    if (quoted)
        add_character(out, '"', form->encoding);
    for (; *s; s++) {
        char one[8] = "";
        uint32_t c;
        size_t n = utf8_decode(s, strlen(s), &c);

        memcpy(one, s, n);
        if (*s == '"')
            add_character(out, '"', form->encoding);
        add_text(out, one, form->encoding);
        s += n - 1;
    }
    if (quoted)
        add_character(out, '"', form->encoding);
}

static void
write_list(struct buf *out, const struct form *form)
{
    if (form->encoding != UTF8 && form->encoding != CP1251)
        add_character(out, 0xfeff, form->encoding);
    for (size_t row = 0; row < ARRAY_LEN(cells); row++) {
        for (size_t i = 0; i < COLUMNS; i++) {
            if (i)
                add_character(out, (unsigned char)form->delimiter, form->encoding);
            add_cell(out, cells[row][i], form);
        }
        if (row + 1 < ARRAY_LEN(cells) || form->last_line_end)
            add_text(out, form->line_end, form->encoding);
    }
}

/* Says which form went wrong, and how. */
static void
must(bool holds, const char *what, const struct form *f)
{
    if (!holds)
        fail_msg("%s: encoding %d, delimiter %d, quotes %d, line end %zu, last %d", what,
                 (int)f->encoding, f->delimiter, f->quote_all, strlen(f->line_end),
                 f->last_line_end);
}

static void
check_wagon(const struct consist_wagon *w, size_t row, const struct form *form)
{
    const char *const *cell = cells[row];

    must(strcmp(w->number, cell[2]) == 0, "number", form);
    must(strcmp(w->kind, cell[3]) == 0, "kind", form);
    must(strcmp(w->cargo_name, cell[4]) == 0, "cargo", form);
    must(strcmp(w->consignor, cell[5]) == 0, "consignor", form);
    must(w->n_seals == (*cell[6] != '\0'), "seals", form);
    must(!w->n_seals || strcmp(w->seals[0], cell[6]) == 0, "seal", form);
    must(w->position == (int)row, "position", form);
    must(w->line == row + 1, "line", form);
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
    if (form->encoding == UTF16_LE || form->encoding == UTF16_BE) {
        must(!read && errors.n == 1, "not refused", form);
        must(errors.list[0].code == RC_E_UTF16, "refused for something else", form);
    } else {
        must(read && !errors.n, "refused", form);
        must(!warnings.n, "doubted", form);
        must(strcmp(consist.encoding, form->encoding == CP1251 ? "CP1251" : "UTF-8") == 0,
             "other encoding", form);
        must(consist.delimiter == form->delimiter, "other delimiter", form);
        must(strcmp(consist.train_no, "2412") == 0, "train", form);
        must(consist.n == ARRAY_LEN(cells) - 1, "wagons", form);
        for (size_t i = 0; i < consist.n; i++)
            check_wagon(&consist.wagons[i], i + 1, form);
    }
    buf_release(&text);
    consist_release(&consist);
    notes_release(&errors);
    notes_release(&warnings);
}

static void
every_form_is_the_same_list_and_utf16_is_refused(void **state)
{
    static const char delimiters[] = ",;\t";
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};

    (void)state;
    for (int encoding = UTF8; encoding < ENCODINGS; encoding++) {
        for (const char *d = delimiters; *d; d++) {
            for (size_t e = 0; e < ARRAY_LEN(line_ends); e++) {
                for (int way = 0; way < 4; way++) {
                    struct form form = {.encoding = (enum encoding)encoding,
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

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_form_is_the_same_list_and_utf16_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
