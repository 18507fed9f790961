/* SPDX-License-Identifier: ISC */
/* The speed of hand: how many keys a wagon takes, and what saves keys. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/import.h"
#include "app/walk.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "on_wagon.h"
#include "tui/scan.h"

static const char *const langs[] = {"en", "ru"};

/* The keys of a text and the one that ends it (RK_CHAR: none), as a scanner sends them; what
 * scan_take says. */
static bool
scan_ended(struct golden *g, const char *text, enum key_code end)
{
    struct key keys[SCAN_KEYS] = {0};
    size_t n = 0;

    for (size_t at = 0; text[at]; n++) {
        keys[n].code = RK_CHAR;
        at += utf8_decode(text + at, strlen(text + at), &keys[n].ch);
    }
    if (end != RK_CHAR)
        keys[n++].code = end;
    return scan_begins(&g->ui, &keys[0]) && scan_take(&g->ui, keys, n);
}

static bool
scan(struct golden *g, const char *text)
{
    return scan_ended(g, text, RK_ENTER);
}

/* What an honest scale, count or thermometer says. */
static int64_t
number_for(const struct work *w, const char *key)
{
    if (strcmp(key, "DOC-3") == 0)
        return (w->wagon->net_kg + w->wagon->tare_kg) / 1000;
    return strcmp(key, "DOC-4") == 0 ? (int64_t)w->seals.n : 20;
}

/* Works the first wagon through and closes it; raises a finding at the item `wrong`, when there is
 * one, with the text of the last finding. Returns the keys: a scanned seal counts as one, and its
 * Enter. Zones by r, what r leaves by a; the roof is not accessible. */
static int
work_through(struct golden *g, const char *wrong)
{
    int keys = 0;

    for (;;) {
        struct work w = work_at(g, 1);
        size_t next = inspection_next_open(&w.in, w.in.n), first, last, bulk = 0;
        const struct line *line = &w.in.lines[next];
        bool finding = false;

        if (next == w.in.n) {
            work_release(&w);
            break;
        }
        inspection_zone(&w.in, next, &first, &last, NULL);
        for (size_t i = first; i <= last; i++) {
            bulk += line_takes_bulk(&w.in.lines[i]);
            finding = finding || (strcmp(w.in.lines[i].key, wrong) == 0 &&
                                  w.in.lines[i].answer.state == ANSWER_NONE);
        }
        assert_string_equal(top_view(g)->key, line->key); /* the cursor came there by itself */
        if (line->item->type == ITEM_SEALS) {
            assert_true(scan(g, w.seals.rows[0].expected)); /* opens the seals */
            golden_keys(g, "y");                            /* the last one: back by itself */
            keys += 3;
        } else if (strcmp(line->key, wrong) == 0) {
            golden_keys(g, "f e F5 F10"); /* a technical fault, as the last one */
            keys += 4;
        } else if (line->gated) {
            golden_keys(g, strcmp(line->key, "CAR-3") == 0 ? "y" : "b");
            keys++;
        } else if (line->item->type == ITEM_DECIMAL || line->item->type == ITEM_INTEGER) {
            char value[24];

            snprintf(value, sizeof value, "%lld", (long long)number_for(&w, line->key));
            golden_type(g, value);
            golden_keys(g, "Enter");
            keys += (int)strlen(value) + 1;
        } else {
            golden_keys(g, bulk > 1 && !finding ? "r" : "a");
            keys++;
        }
        assert_true(keys < 99);
        work_release(&w);
    }
    golden_keys(g, "d");
    return keys + 1;
}

static void
a_clean_tank_wagon_takes_few_keys(void **state)
{
    struct golden g;
    struct work w;
    int keys;

    (void)state;
    open_wagon(&g, "en"); /* the train's stop confirmed: once a train */
    keys = work_through(&g, "");
    w = work_at(&g, 1);
    assert_string_equal(w.wagon->state, "clear");
    print_message("# a clean level-1 tank wagon of %zu items takes %d keys\n", w.in.n, keys);
    assert_true(keys <= 21);
    work_release(&w);
    golden_close(&g);
}

static void
an_enhanced_wagon_with_a_finding_takes_few_keys(void **state)
{
    struct golden g;
    struct work w;
    int keys;

    (void)state;
    open_wagon(&g, "en");
    /* The same was found on the wagon behind. */
    open_at(&g, 2, "RUN-1");
    golden_keys(&g, "f e");
    golden_type(&g, "spring nest sits low");
    golden_keys(&g, "F10 Esc");
    golden_actions(&g, "level");
    golden_keys(&g, "2 Home");
    keys = work_through(&g, "RUN-1");
    w = work_at(&g, 1);
    assert_string_equal(w.wagon->state, "finding");
    assert_string_equal(w.findings.rows[0].category, "SAFE");
    assert_string_equal(w.findings.rows[0].description, "spring nest sits low");
    print_message("# a level-2 tank wagon of %zu items with one finding takes %d keys\n", w.in.n,
                  keys);
    assert_true(keys <= 55);
    work_release(&w);
    golden_close(&g);
}

/* Lists two covered wagons, the first with these seals; the first two are at its doors. */
static void
list_seals(struct golden *g, const char *lang, const char *seals)
{
    struct buf path = {0};
    struct rc_error err = {0};
    struct import list = {0};
    int64_t train;
    bool added;
    FILE *file;

    golden_open(g, lang, NULL);
    buf_addf(&path, "%s/list.csv", g->dir);
    file = fopen(buf_text(&path), "w");
    assert_non_null(file);
    fprintf(file,
            "train_no,position,wagon_no,kind,seals\n"
            "77,1,22981440,covered,%s\n77,2,22330989,covered,\n",
            seals);
    assert_int_equal(fclose(file), 0);
    assert_true(import_read(g->ui.app, buf_text(&path), &list, &err));
    assert_true(import_save(g->ui.app, &list, 1, &train, &added, &err));
    import_release(&list);
    buf_release(&path);
}

static void
eight_seals_by_scanner_take_two_keys_each(void **state)
{
    struct golden g;
    struct work w;
    int keys = 0;

    (void)state;
    list_seals(&g, "en", "A1000001;A1000002;A1000003;A1000004;A1000005;A1000006;A1000007;A1000008");
    open_at(&g, 1, "");
    golden_keys(&g, "y Enter");
    w = work_at(&g, 1);
    assert_int_equal(w.seals.n, 8);
    /* In the order in which they come to hand, not that of the list. */
    for (size_t i = 0; i < w.seals.n; i++) {
        if (!scan(&g, w.seals.rows[(i * 3) % 8].expected)) { /* the seals are open */
            golden_type(&g, w.seals.rows[(i * 3) % 8].expected);
            golden_keys(&g, "Enter");
        }
        golden_keys(&g, "y");
        keys += 2; /* the scanner's trigger and y */
    }
    work_release(&w);
    assert_string_equal(golden_top(&g), "wagon"); /* back by itself */
    print_message("# eight seals by scanner take %d keys\n", keys);
    assert_true(keys <= 16);
    w = work_at(&g, 1);
    for (size_t i = 0; i < w.seals.n; i++) {
        assert_string_equal(w.seals.rows[i].match, "matched");
        assert_string_equal(w.seals.rows[i].checks, "++++");
    }
    work_release(&w);
    golden_close(&g);
}

static void
texts_given_before_come_back_by_one_key(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct work w;

        open_wagon(&g, langs[lang]);
        open_at(&g, 1, "RUN-1");
        golden_keys(&g, "f Enter");
        golden_type(&g, "первый текст");
        golden_keys(&g, "F10 f Enter");
        golden_type(&g, "второй текст");
        golden_keys(&g, "F10 f Enter F5");
        golden_check(&g, "finding-repeat", 24, 80);
        golden_keys(&g, "F5 F10"); /* once more: the one before */
        w = work_at(&g, 1);
        assert_int_equal(w.findings.n, 3);
        assert_string_equal(w.findings.rows[2].description, "первый текст");
        work_release(&w);

        /* A note: Up goes back, Down comes back to what was being typed. */
        golden_keys(&g, "e");
        golden_type(&g, "примечание");
        golden_keys(&g, "Enter j e Up");
        golden_check(&g, "ask-recall", 24, 80);
        golden_keys(&g, "Up"); /* nothing older */
        assert_true(*g.ui.message);
        golden_keys(&g, "Down");
        golden_type(&g, "другое");
        golden_keys(&g, "Enter");
        w = work_at(&g, 1);
        assert_string_equal(w.in.lines[inspection_find(&w.in, "RUN-1") + 4].answer.note, "другое");
        work_release(&w);
        golden_close(&g);
    }
}

static void
digits_go_to_a_wagon_from_anywhere(void **state)
{
    static const char *const ways[] = {"", "F9 Esc", "Esc y", "Esc F3", "Esc f", "Esc"};
    struct golden g;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        open_wagon(&g, "ru");
        golden_keys(&g, ways[i]);
        golden_keys(&g, "3");
        assert_string_equal(golden_top(&g), "find");
        golden_keys(&g, "Enter");
        assert_int_equal(top_view(&g)->work.wagon->position, 3);
        golden_close(&g);
    }
    /* The digit row of the Kazakh layout sends letters. */
    open_wagon(&g, "ru");
    golden_type(&g, "і");
    golden_keys(&g, "Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 3);
    golden_close(&g);
}

static void
a_scanned_number_is_no_command(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_wagon(&g, "ru");
    assert_true(scan(&g, "Н8453702"));
    assert_string_equal(golden_top(&g), "seals");
    w = work_at(&g, 1);
    assert_string_equal(w.seals.rows[0].match, "matched");
    work_release(&w);
    assert_false(scan(&g, "Н8453702")); /* there it is typed as it comes */
    golden_keys(&g, "Esc");
    assert_true(scan_ended(&g, "Н8453702", RK_CHAR)); /* set up to send nothing behind */
    assert_string_equal(golden_top(&g), "seals");
    golden_keys(&g, "Esc Esc");
    assert_true(scan_ended(&g, "Н8453702", RK_TAB));
    assert_string_equal(golden_top(&g), "seals");
    golden_keys(&g, "Esc Esc");
    assert_string_equal(golden_top(&g), "consist");
    assert_true(scan(&g, "57393936"));
    assert_int_equal(top_view(&g)->work.wagon->position, 3);
    golden_keys(&g, "Esc");
    assert_false(scan(&g, "Н12"));
    assert_false(scan(&g, "НННН"));
    assert_false(scan(&g, "ННННН12345"));
    assert_false(scan(&g, "н8453702")); /* no scanner types small letters */
    assert_string_equal(golden_top(&g), "consist");
    golden_keys(&g, "Enter");

    /* The same seal from a scanner while the Kazakh layout is on: 8453702, with the layout said
     * and not. */
    assert_true(scan(&g, "Нүңғі.қә"));
    assert_true(scan(&g, "Нүәәәәәң"));
    assert_true(scan_ended(&g, "Нүңғі.қә", RK_CHAR));
    assert_string_equal(golden_top(&g), "wagon");
    assert_non_null(strstr(g.ui.message, "F2"));
    snprintf(g.ui.layout, sizeof g.ui.layout, "kz");
    assert_true(scan(&g, "Нүңғі.қә"));
    assert_string_equal(golden_top(&g), "seals");
    golden_close(&g);
}

static void
next_open_takes_each_open_item_once_and_then_the_next_wagon(void **state)
{
    struct golden g;
    struct work w;
    size_t open;

    (void)state;
    open_wagon(&g, "en");
    golden_keys(&g, "a a j");
    w = work_at(&g, 1);
    open = w.in.n - inspection_done(&w.in);
    work_release(&w);
    for (size_t i = 1; i < open; i++) {
        golden_keys(&g, "F6");
        assert_int_equal(top_view(&g)->work.wagon->position, 1);
    }
    golden_keys(&g, "F6");
    assert_int_equal(top_view(&g)->work.wagon->position, 2);
    assert_non_null(strstr(g.ui.message, "left open on wagon 1: 20"));
    golden_close(&g);
}

static void
the_walk_is_kept_and_used(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct rc_error err = {0};
        struct walk_row walk;
        struct work w;

        list_seals(&g, langs[lang], "A1000001;A1000002");
        open_at(&g, 1, "");
        golden_keys(&g, "y Enter");
        golden_actions(&g, "side side"); /* right */
        assert_non_null(strstr(g.ui.message, lang ? "К хвосту поезда, правая сторона"
                                                  : "Towards the tail, right side"));
        golden_keys(&g, "t");
        golden_type(&g, "A1000002"); /* the cursor stands at the door of this side */
        golden_keys(&g, "Enter Esc f 9");
        golden_type(&g, "hole");
        golden_keys(&g, "F10");
        w = work_at(&g, 1);
        assert_string_equal(w.seals.rows[1].match, "matched");
        assert_string_equal(w.findings.rows[0].side, "R");
        work_release(&w);
        golden_actions(&g, "turn");
        assert_non_null(strstr(g.ui.message, lang ? "К голове поезда, левая сторона"
                                                  : "Towards the head, left side"));
        golden_check(&g, "wagon-walk", 24, 80);

        /* Another start knows it still. */
        ui_release(&g.ui);
        assert_true(ui_init(&g.ui, &g.env, g.dir, NULL, "", false, &err));
        assert_true(ui_start(&g.ui, NULL, &err));
        w = work_at(&g, 1);
        assert_true(walk_now(g.ui.app, w.train->id, &walk, &err));
        work_release(&w);
        assert_string_equal(walk.side, "L");
        assert_true(walk.to_head);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest hand[] = {
        cmocka_unit_test(a_clean_tank_wagon_takes_few_keys),
        cmocka_unit_test(an_enhanced_wagon_with_a_finding_takes_few_keys),
        cmocka_unit_test(eight_seals_by_scanner_take_two_keys_each),
        cmocka_unit_test(texts_given_before_come_back_by_one_key),
        cmocka_unit_test(digits_go_to_a_wagon_from_anywhere),
        cmocka_unit_test(a_scanned_number_is_no_command),
        cmocka_unit_test(next_open_takes_each_open_item_once_and_then_the_next_wagon),
        cmocka_unit_test(the_walk_is_kept_and_used),
    };

    return cmocka_run_group_tests(hand, NULL, NULL);
}
