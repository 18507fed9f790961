/* SPDX-License-Identifier: ISC */
/*
 * Messages as train lists. Each tests/data/messages/NAME must read as NAME.expect beside it says;
 * GENERATE=1 writes the .expect files anew. What people tell is in the name: head, tail, section-2.
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
#include "exchange/consist.h"
#include "exchange/file.h"
#include "exchange/message02.h"
#include "exchange/taf_xml.h"

#define FILE_MAX ((size_t)1 << 20)

static const char *const code_names[RC_CODES] = {
#define X(name, exit, text) [name] = #name,
    RC_ERRORS(X)
#undef X
};

struct reading {
    struct consist consist;
    struct notes errors, warnings;
    bool ok;
};

static void
read_text(struct reading *r, const char *text, size_t len, const char *now,
          struct consist_told told)
{
    struct consist_options options = {.choice = {.told = told}};

    assert_true(moment_parse(now, 300, &options.now));
    r->ok = consist_read(text, len, "list", &options, &r->consist, &r->errors, &r->warnings);
    assert_int_equal(r->ok, r->errors.n == 0);
}

static void
release(struct reading *r)
{
    consist_release(&r->consist);
    notes_release(&r->errors);
    notes_release(&r->warnings);
}

static struct consist_told
told_in(const char *name)
{
    const char *section = strstr(name, "section-");

    return (struct consist_told){
        .from = strstr(name, "head")   ? FROM_HEAD
                : strstr(name, "tail") ? FROM_TAIL
                                       : FROM_UNKNOWN,
        .section = section ? (unsigned)(section[8] - '0') : 0,
    };
}

static void
add_wagon(struct buf *out, const struct consist_wagon *w)
{
    buf_addf(out, "wagon line %u position %d %s", w->line, w->position, w->number);
    buf_addf(out, "|etsng %s|to %s|consignee %s", w->cargo_etsng, w->destination_station,
             w->consignee);
    buf_addf(out, "|net %lld|tare %lld|axles %d|un %s/%s|seals %d", (long long)w->net_kg,
             (long long)w->tare_kg, w->axles, w->hazard_no, w->un_no, w->seal_count);
    assert_string_equal(w->kind, "");
    if (w->raw) {
        buf_adds(out, "|raw ");
        show_all(out, w->raw);
    }
    buf_addc(out, '\n');
}

static void
add_notes(struct buf *out, const char *what, const struct notes *notes)
{
    for (size_t i = 0; i < notes->n; i++) {
        const struct rc_error *note = &notes->list[i];

        assert_string_equal(note->file, "list");
        buf_addf(out, "%s %u:%u: %s", what, note->line, note->column, code_names[note->code]);
        for (size_t a = 0; a < 2 && *note->arg[a]; a++) {
            buf_adds(out, " [");
            show_all(out, note->arg[a]);
            buf_adds(out, "]");
        }
        buf_addc(out, '\n');
    }
}

static void
dump(struct buf *out, const struct reading *r)
{
    const struct consist *c = &r->consist;

    if (r->ok || c->usable) {
        char at[MOMENT_TEXT] = "";

        if (c->arrived.ms)
            moment_text(c->arrived, MOMENT_ISO, at);
        buf_addf(out, "%s, %s%s%s\n", c->format, c->encoding, c->asks_from ? ", asks from" : "",
                 c->asks_section ? ", asks section" : "");
        buf_addf(out, "train %s|%s|%s\n", c->train_no, c->train_index, at);
        if (c->raw) {
            buf_adds(out, "raw ");
            show_all(out, c->raw);
            buf_addc(out, '\n');
        }
        for (size_t i = 0; i < c->n_sections; i++)
            buf_addf(out, "section %s: %zu\n", c->sections[i].name, c->sections[i].wagons);
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
    struct buf got = {0}, expected = {0}, text = {0}, path = {0}, expect = {0};
    struct rc_error err = {.code = RC_OK};

    buf_addf(&path, "%s/%s", folder, name);
    assert_true(file_read(buf_text(&path), FILE_MAX, &text, &err));
    read_text(&r, buf_text(&text), text.len, "2026-11-24T10:00:00+05:00", told_in(name));
    dump(&got, &r);
    release(&r);
    buf_addf(&expect, "%s.expect", name);
    if (getenv("GENERATE"))
        assert_true(file_write(folder, buf_text(&expect), got.data, got.len, &err));
    buf_adds(&path, ".expect");
    if (!file_read(buf_text(&path), FILE_MAX, &expected, &err))
        print_error("%s: no .expect\n", name);
    bool same = strcmp(buf_text(&got), buf_text(&expected)) == 0;
    if (!same)
        print_error("%s\n--- expected\n%s--- got\n%s", name, buf_text(&expected), buf_text(&got));
    buf_release(&got);
    buf_release(&expected);
    buf_release(&text);
    buf_release(&path);
    buf_release(&expect);
    return same;
}

static void
every_message_reads_as_expected(void **state)
{
    const char *top = getenv("top_srcdir");
    struct buf folder = {0};
    struct dirent **list = NULL;
    int bad = 0, seen = 0;

    (void)state;
    buf_addf(&folder, "%s/tests/data/messages", top ? top : ".");
    int n = scandir(buf_text(&folder), &list, NULL, alphasort);
    for (int i = 0; i < n; i++) {
        const char *name = list[i]->d_name;

        if (*name != '.' && !strstr(name, ".expect")) {
            seen++;
            bad += !matches(buf_text(&folder), name);
        }
        free(list[i]);
    }
    free(list);
    buf_release(&folder);
    assert_true(seen > 60);
    assert_int_equal(bad, 0);
}

static void
check_year(const char *date, const char *now, const char *arrived)
{
    struct reading r = {0};
    struct buf text = {0};
    char at[MOMENT_TEXT];

    buf_addf(&text, "(:02 7200 2403 7200 91 6740 1 %s:01 73210000:)", date);
    read_text(&r, buf_text(&text), text.len, now, (struct consist_told){.from = FROM_HEAD});
    assert_true(r.ok);
    assert_string_equal(moment_text(r.consist.arrived, MOMENT_SCREEN, at), arrived);
    release(&r);
    buf_release(&text);
}

static void
the_year_is_the_one_that_makes_the_date_near(void **state)
{
    (void)state;
    check_year("31 12 23 50", "2027-01-01T00:10:00+05:00", "31.12.2026 23:50");
    check_year("01 01 00 10", "2026-12-31T23:50:00+05:00", "01.01.2027 00:10");
    check_year("23 11 06 15", "2026-11-24T10:00:00+05:00", "23.11.2026 06:15");
    /* three days ahead may be; four are last year's */
    check_year("27 11 09 59", "2026-11-24T10:00:00+05:00", "27.11.2026 09:59");
    check_year("27 11 10 01", "2026-11-24T10:00:00+05:00", "27.11.2025 10:01");
    check_year("03 01 12 00", "2026-12-31T23:50:00+05:00", "03.01.2027 12:00");
    check_year("29 02 12 00", "2028-03-01T10:00:00+05:00", "29.02.2028 12:00");
    /* the post's clock decides, not UTC */
    check_year("01 01 02 00", "2027-01-01T03:00:00+05:00", "01.01.2027 02:00");
}

static void
tables_and_other_texts_are_no_messages(void **state)
{
    static const char *const texts[] = {
        "",
        "(",
        "902",
        "902 1 2 3\n",
        "wagon_no,position\n73210000,1\n",
        "902;72000;2403;7200;091;6740;1;23;11;06;15\n",
        "902,72000,2403,7200,091,6740,1,23,11,06,15\n",
        "9020 1 2 3 4 5 6 7 8 9 10 11\n",
        "note (: no number)\n",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        if (message02_seems(texts[i], strlen(texts[i]), NULL))
            fail_msg("\"%s\" seems a message", texts[i]);
        if (taf_xml_seems(texts[i], strlen(texts[i])))
            fail_msg("\"%s\" seems XML", texts[i]);
    }
    assert_true(message02_seems("(:02 ", 5, NULL));
    assert_true(message02_seems("\xEF\xBB\xBF( : 902 ", 11, NULL));
    assert_true(taf_xml_seems("\xEF\xBB\xBF <a/>", 8));
    assert_true(taf_xml_seems("\xFF\xFE<\0", 4));
    assert_true(taf_xml_seems("\0<", 2));
}

static void
more_wagons_than_a_train_has_are_refused(void **state)
{
    struct reading message = {0}, taf = {0};
    struct buf text = {0};

    (void)state;
    buf_adds(&text, "(:02 7200 2403 7200 91 6740 1 23 11 06 15");
    for (int i = 0; i < CONSIST_WAGONS_MAX + 5; i++)
        buf_adds(&text, ":01 73210000");
    buf_adds(&text, ":)");
    read_text(&message, buf_text(&text), text.len, "2026-11-24T10:00:00+05:00",
              (struct consist_told){.from = FROM_HEAD});
    assert_false(message.ok);
    assert_int_equal(message.errors.list[0].code, RC_E_LIST_WAGONS);
    buf_clear(&text);
    buf_adds(&text, "<TrainCompositionMessage>");
    for (int i = 0; i < CONSIST_WAGONS_MAX + 5; i++)
        buf_adds(&text, "<WagonData><WagonNumberFreight>1</WagonNumberFreight></WagonData>");
    buf_adds(&text, "</TrainCompositionMessage>");
    read_text(&taf, buf_text(&text), text.len, "2026-11-24T10:00:00+05:00",
              (struct consist_told){.from = FROM_UNKNOWN});
    assert_false(taf.ok);
    assert_int_equal(taf.errors.list[0].code, RC_E_LIST_WAGONS);
    release(&message);
    release(&taf);
    buf_release(&text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_message_reads_as_expected),
        cmocka_unit_test(the_year_is_the_one_that_makes_the_date_near),
        cmocka_unit_test(tables_and_other_texts_are_no_messages),
        cmocka_unit_test(more_wagons_than_a_train_has_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
