/* SPDX-License-Identifier: ISC */
/*
 * Lists of wagons. Each tests/data/consists/NAME.csv must read as NAME.expect beside it says;
 * GENERATE=1 writes the .expect files anew.
 */
#include "config.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/show.h"
#include "exchange/consist_csv.h"
#include "exchange/consist_headings.h"
#include "exchange/file.h"

#define FILE_MAX ((size_t)1 << 20)

static const struct kind_name names[] = {
    {"covered", "covered"},
    {"крытый", "covered"},
    {"tank", "tank"},
    {"цистерна", "tank"},
    {"flat", "flat"},
    {"платформа", "flat"},
    {"container_flat", "container_flat"},
    {"платформа фитинговая", "container_flat"},
    {"gondola", "gondola"},
    {"полувагон", "gondola"},
    {"hopper", "hopper"},
    {"хоппер", "hopper"},
};
static const struct kind_names kinds = {names, ARRAY_LEN(names)};

static const char *const code_names[RC_CODES] = {
#define X(name, exit, text) [name] = #name,
    RC_ERRORS(X)
#undef X
};

/* A list and how it was read. */
struct reading {
    struct buf text;
    struct consist consist;
    struct notes errors, warnings;
    bool ok;
};

static void
read_text(struct reading *r, const char *text, size_t len)
{
    r->ok =
        consist_csv_read(text, len, "list.csv", 300, &kinds, &r->consist, &r->errors, &r->warnings);
    assert_int_equal(r->ok, r->errors.n == 0);
}

static void
release(struct reading *r)
{
    buf_release(&r->text);
    consist_release(&r->consist);
    notes_release(&r->errors);
    notes_release(&r->warnings);
}

/* The path of a file of the source tree. Free it. */
static char *
source_path(const char *name)
{
    const char *top = getenv("top_srcdir");
    struct buf path = {0};
    buf_addf(&path, "%s/%s", top ? top : ".", name);
    return buf_detach(&path);
}

static void
read_source(struct buf *out, const char *name)
{
    struct rc_error err = {.code = RC_OK};
    char *path = source_path(name);
    if (!file_read(path, FILE_MAX, out, &err))
        fail_msg("%s: cannot be read", path);
    free(path);
}

static void
read_list(struct reading *r, const char *name)
{
    read_source(&r->text, name);
    read_text(r, buf_text(&r->text), r->text.len);
}

/* --- pairs of list and expectation --- */

static void
add_texts(struct buf *out, char *const *texts, size_t n)
{
    buf_adds(out, "|");
    for (size_t i = 0; i < n; i++) {
        buf_adds(out, i ? ";" : "");
        show_all(out, texts[i]);
    }
}

static void
add_wagon(struct buf *out, const struct consist_wagon *w)
{
    const char *const texts[] = {w->number,      w->kind,      w->owner_railway,
                                 w->cargo_etsng, w->cargo_gng, w->cargo_name};
    const char *const more[] = {w->un_no,          w->hazard_no,           w->emergency_card,
                                w->origin_station, w->destination_station, w->consignor,
                                w->consignee};
    buf_addf(out, "wagon line %u position %d", w->line, w->position);
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        buf_adds(out, "|");
        show_all(out, texts[i]);
    }
    buf_addf(out, "|net %lld|tare %lld|axles %d", (long long)w->net_kg, (long long)w->tare_kg,
             w->axles);
    for (size_t i = 0; i < ARRAY_LEN(more); i++) {
        buf_adds(out, "|");
        show_all(out, more[i]);
    }
    buf_addf(out, "|seals %d", w->seal_count);
    add_texts(out, w->seals, w->n_seals);
    add_texts(out, w->containers, w->n_containers);
    buf_adds(out, "\n");
}

static void
add_notes(struct buf *out, const char *what, const struct notes *notes)
{
    for (size_t i = 0; i < notes->n; i++) {
        const struct rc_error *note = &notes->list[i];
        assert_string_equal(note->file, "list.csv");
        buf_addf(out, "%s %u:%u: %s", what, note->line, note->column, code_names[note->code]);
        for (size_t a = 0; a < 2 && *note->arg[a]; a++) {
            buf_adds(out, " [");
            show_all(out, note->arg[a]);
            buf_adds(out, "]");
        }
        buf_adds(out, "\n");
    }
}

static void
dump(struct buf *out, const struct reading *r)
{
    const struct consist *c = &r->consist;
    if (r->ok) {
        char at[MOMENT_TEXT] = "";
        if (c->arrived.ms)
            moment_text(c->arrived, MOMENT_ISO, at);
        buf_addf(out, "%s, delimiter %s\n", c->encoding,
                 c->delimiter == '\t'  ? "tab"
                 : c->delimiter == ';' ? "semicolon"
                 : c->delimiter == '|' ? "pipe"
                                       : "comma");
        buf_adds(out, "train ");
        show_all(out, c->train_no);
        buf_adds(out, "|");
        show_all(out, c->train_index);
        buf_addf(out, "|%s|%s\n", c->direction, at);
        for (size_t i = 0; i < c->n; i++)
            add_wagon(out, &c->wagons[i]);
    }
    if (!r->ok && c->usable)
        buf_addf(out, "%zu of %zu rows can be taken\n", c->n, c->rows);
    for (size_t i = 0; i < c->n_rejected; i++) {
        buf_addf(out, "rejected %u: ", c->rejected[i].line);
        show_all(out, c->rejected[i].text);
        buf_addf(out, " [%s]\n", code_names[c->rejected[i].why.code]);
    }
    add_notes(out, "error", &r->errors);
    add_notes(out, "warning", &r->warnings);
}

/* False when it differs; says how. */
static bool
matches(const char *folder, const char *name)
{
    struct reading r = {0};
    struct buf got = {0}, expected = {0}, list = {0}, expect = {0};
    struct rc_error err = {.code = RC_OK};
    buf_addf(&list, "tests/data/consists/%s.csv", name);
    buf_addf(&expect, "%s.expect", name);
    read_list(&r, buf_text(&list));
    dump(&got, &r);
    release(&r);
    if (getenv("GENERATE")) {
        assert_true(file_write(folder, buf_text(&expect), got.data, got.len, &err));
        buf_adds(&expected, buf_text(&got));
    } else {
        struct buf path = {0};
        buf_addf(&path, "%s/%s", folder, buf_text(&expect));
        if (!file_read(buf_text(&path), FILE_MAX, &expected, &err))
            print_error("%s: no .expect\n", name);
        buf_release(&path);
    }
    bool same = strcmp(buf_text(&got), buf_text(&expected)) == 0;
    if (!same)
        print_error("%s: expected\n%sbut got\n%s", name, buf_text(&expected), buf_text(&got));
    buf_release(&got);
    buf_release(&expected);
    buf_release(&list);
    buf_release(&expect);
    return same;
}

static void
lists_read_as_their_expectation_says(void **state)
{
    struct dirent **list = NULL;
    size_t cases = 0, wrong = 0;
    char *folder = source_path("tests/data/consists");
    int n = scandir(folder, &list, NULL, alphasort);
    (void)state;
    for (int i = 0; i < n; i++) {
        char *name = list[i]->d_name;
        size_t len = strlen(name);
        if (len > 4 && strcmp(name + len - 4, ".csv") == 0) {
            name[len - 4] = '\0';
            cases++;
            wrong += !matches(folder, name);
        }
        free(list[i]);
    }
    free(list);
    free(folder);
    assert_int_equal(wrong, 0);
    assert_true(cases >= 40);
}

/* --- the samples --- */

static void
samples_have_8_and_65_wagons_and_no_doubts(void **state)
{
    static const struct {
        const char *name;
        size_t wagons;
    } samples[] = {
        {"checklists/samples/consist-diesel-tanks.csv", 8},
        {"checklists/samples/consist-mixed-65.csv", 65},
        {"tests/data/consist-mixed-65-excel-ru.csv", 65},
    };
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
        struct reading r = {0};
        read_list(&r, samples[i].name);
        assert_true(r.ok);
        assert_int_equal(r.consist.n, samples[i].wagons);
        for (size_t w = 0; w < r.warnings.n; w++)
            assert_int_equal(r.warnings.list[w].code,
                             RC_W_LIST_KIND); /* few kinds are known here */
        release(&r);
    }
}

static void
assert_same_texts(char *const *a, size_t n_a, char *const *b, size_t n_b)
{
    assert_int_equal(n_a, n_b);
    for (size_t i = 0; i < n_a; i++)
        assert_string_equal(a[i], b[i]);
}

/* The spreadsheet rounds masses to its decimals of a tonne. */
static void
assert_near(int64_t a, int64_t b, int64_t step)
{
    if (2 * (a - b) > step || 2 * (b - a) > step)
        fail_msg("%lld and %lld", (long long)a, (long long)b);
}

static void
the_spreadsheet_gives_the_same_train_as_the_canonical_list(void **state)
{
    struct reading plain = {0}, sheet = {0};
    (void)state;
    read_list(&plain, "checklists/samples/consist-mixed-65.csv");
    read_list(&sheet, "tests/data/consist-mixed-65-excel-ru.csv");
    const struct consist *p = &plain.consist, *s = &sheet.consist;
    assert_string_equal(p->encoding, "UTF-8");
    assert_string_equal(s->encoding, "CP1251");
    assert_string_equal(p->train_no, s->train_no);
    assert_string_equal(p->train_index, s->train_index);
    assert_string_equal(p->direction, s->direction);
    assert_int_equal(p->arrived.ms, s->arrived.ms);
    assert_int_equal(p->arrived.offset_min, s->arrived.offset_min);
    assert_int_equal(p->n, s->n);
    for (size_t i = 0; i < p->n; i++) {
        const struct consist_wagon *a = &p->wagons[i], *b = &s->wagons[i];
        assert_int_equal(a->line, b->line);
        assert_int_equal(a->position, b->position);
        assert_string_equal(a->number, b->number);
        if (*a->kind && *b->kind)
            assert_string_equal(a->kind, b->kind);
        assert_string_equal(a->owner_railway, b->owner_railway);
        assert_string_equal(a->cargo_etsng, b->cargo_etsng);
        assert_string_equal(a->cargo_gng, b->cargo_gng);
        assert_string_equal(a->cargo_name, b->cargo_name);
        assert_near(a->net_kg, b->net_kg, 1);
        assert_near(a->tare_kg, b->tare_kg, 100);
        assert_int_equal(a->axles, b->axles);
        assert_string_equal(a->un_no, b->un_no);
        assert_string_equal(a->hazard_no, b->hazard_no);
        assert_string_equal(a->emergency_card, b->emergency_card);
        assert_string_equal(a->origin_station, b->origin_station);
        assert_string_equal(a->destination_station, b->destination_station);
        assert_string_equal(a->consignor, b->consignor);
        assert_string_equal(a->consignee, b->consignee);
        assert_int_equal(a->seal_count, b->seal_count);
        assert_same_texts(a->seals, a->n_seals, b->seals, b->n_seals);
        assert_same_texts(a->containers, a->n_containers, b->containers, b->n_containers);
    }
    release(&plain);
    release(&sheet);
}

/* --- limits --- */

static void
lists_have_up_to_2000_wagons(void **state)
{
    (void)state;
    for (int extra = 0; extra < 2; extra++) {
        struct reading r = {0};
        buf_adds(&r.text, "train_no,wagon_no\n");
        for (int i = 0; i < CONSIST_WAGONS_MAX + extra; i++)
            buf_addf(&r.text, "1,ABCD%d\n", i);
        read_text(&r, r.text.data, r.text.len);
        if (extra) {
            assert_int_equal(r.errors.n, 1);
            assert_int_equal(r.errors.list[0].code, RC_E_LIST_WAGONS);
            assert_int_equal(r.errors.list[0].line, CONSIST_WAGONS_MAX + 2);
        } else {
            assert_true(r.ok);
            assert_int_equal(r.consist.n, CONSIST_WAGONS_MAX);
        }
        release(&r);
    }
}

static void
errors_end_at_100_and_warnings_say_when_some_are_left_out(void **state)
{
    struct reading wrong = {0}, odd = {0};
    (void)state;
    buf_adds(&wrong.text, "train_no,wagon_no\n");
    for (int i = 0; i < 500; i++)
        buf_adds(&wrong.text, "1,\n");
    read_text(&wrong, wrong.text.data, wrong.text.len);
    assert_int_equal(wrong.errors.n, 100);
    release(&wrong);

    buf_adds(&odd.text, "train_no,wagon_no,seals\n");
    for (int i = 0; i < 1500; i++)
        buf_adds(&odd.text, "1,x,a;b\n");
    read_text(&odd, odd.text.data, odd.text.len);
    assert_true(odd.ok);
    assert_int_equal(odd.warnings.n, 2001);
    size_t told = 0;
    for (size_t i = 0; i < odd.warnings.n; i++)
        told += odd.warnings.list[i].code == RC_W_LIST_MORE;
    assert_int_equal(told, 1);
    release(&odd);
}

static void
huge_fields_are_refused_with_their_place(void **state)
{
    struct reading r = {0};
    (void)state;
    buf_adds(&r.text, "train_no,wagon_no,cargo_name\n1,51095388,");
    for (int i = 0; i < 70000; i++)
        buf_addc(&r.text, 'x');
    read_text(&r, r.text.data, r.text.len);
    assert_int_equal(r.errors.n, 1);
    assert_int_equal(r.errors.list[0].code, RC_E_CSV_FIELD_SIZE);
    assert_int_equal(r.errors.list[0].line, 2);
    assert_int_equal(r.errors.list[0].column, 3);
    release(&r);
}

/* As by a broken copy. */
static void
a_file_cut_anywhere_gives_no_wrong_wagon_number(void **state)
{
    struct buf whole = {0};
    (void)state;
    read_source(&whole, "tests/data/consists/plain.csv");
    for (size_t len = 0; len < whole.len; len++) {
        struct reading r = {0};
        char *exact = rc_memdup(whole.data, len);
        read_text(&r, exact, len);
        for (size_t i = 0; r.ok && i < r.consist.n; i++)
            assert_int_equal(strlen(r.consist.wagons[i].number), 8);
        free(exact);
        release(&r);
    }
    buf_release(&whole);
}

/* --- headings --- */

static void
headings_are_found_in_any_writing(void **state)
{
    static const struct {
        const char *text;
        enum list_column column;
        enum list_unit unit;
    } rows[] = {
        {"wagon_no", LIST_WAGON_NO, LIST_UNIT_NONE},
        {"Wagon No.", LIST_WAGON_NO, LIST_UNIT_NONE},
        {"  НОМЕР\u00a0ВАГОНА ", LIST_WAGON_NO, LIST_UNIT_NONE},
        {"№ вагона", LIST_WAGON_NO, LIST_UNIT_NONE},
        {"Масса груза, т", LIST_NET_KG, LIST_UNIT_TONNE},
        {"Масса груза (кг)", LIST_NET_KG, LIST_UNIT_KG},
        {"Нетто т", LIST_NET_KG, LIST_UNIT_TONNE},
        {"Нетто", LIST_NET_KG, LIST_UNIT_NONE},
        {"Тара,т.", LIST_TARE_KG, LIST_UNIT_TONNE},
        {"TareT", LIST_TARE_KG, LIST_UNIT_TONNE},
        {"net [kg]", LIST_NET_KG, LIST_UNIT_KG},
        {"аварИйная карточка", LIST_EMERGENCY_CARD, LIST_UNIT_NONE},
        {"Кол-во пломб", LIST_SEAL_COUNT, LIST_UNIT_NONE},
    };
    struct heading heading;
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        if (!heading_find(rows[i].text, &heading))
            fail_msg("%s is not found", rows[i].text);
        assert_int_equal(heading.column, rows[i].column);
        assert_int_equal(heading.unit, rows[i].unit);
    }
    for (size_t i = 0; i < LIST_COLUMNS; i++) {
        assert_true(heading_find(heading_name((enum list_column)i), &heading));
        assert_int_equal(heading.column, i);
    }
    assert_false(heading_find("", &heading));
    assert_false(heading_find("№", &heading));
    assert_false(heading_find("т", &heading));
    assert_false(heading_find("Вес груза брутто", &heading));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_read_as_their_expectation_says),
        cmocka_unit_test(samples_have_8_and_65_wagons_and_no_doubts),
        cmocka_unit_test(the_spreadsheet_gives_the_same_train_as_the_canonical_list),
        cmocka_unit_test(lists_have_up_to_2000_wagons),
        cmocka_unit_test(errors_end_at_100_and_warnings_say_when_some_are_left_out),
        cmocka_unit_test(huge_fields_are_refused_with_their_place),
        cmocka_unit_test(a_file_cut_anywhere_gives_no_wrong_wagon_number),
        cmocka_unit_test(headings_are_found_in_any_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
