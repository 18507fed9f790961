/* SPDX-License-Identifier: ISC */
/* What the lists of a train do: findings and their form, gates, missing items, search, import. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "app/inspect.h"
#include "app/train.h"
#include "base/alloc.h"
#include "on_wagon.h"
#include "tui/screens.h"

/* Is this text on the screen? */
static bool
shows(struct golden *g, const char *text)
{
    struct surface s;
    struct buf picture = {0};
    bool found;

    surface_init(&s, 24, 80);
    ui_draw(&g->ui, &s);
    surface_dump(&s, &picture);
    found = strstr(buf_text(&picture), text) != NULL;
    if (!found)
        fprintf(stderr, "# \"%s\" is not on\n%s", text, buf_text(&picture));
    buf_release(&picture);
    surface_release(&s);
    return found;
}

/* The only finding of the wagon at position 1. */
static struct work
one_finding(struct golden *g)
{
    struct work w = work_at(g, 1);

    assert_int_equal(w.findings.n, 1);
    return w;
}

/* Raises a finding of the category that the list offers; its form is on top. */
static void
open_form(struct golden *g, const char *lang)
{
    open_wagon(g, lang);
    open_at(g, 1, "RUN-1");
    golden_keys(g, "f Enter");
    assert_string_equal(golden_top(g), "finding");
}

/* Answers what is open on the wagon and closes it. */
static void
close_wagon(struct golden *g, int position)
{
    struct rc_error err = {0};
    struct work w = work_at(g, position);
    const struct answer absent = {.state = ANSWER_NO_ACCESS, .reason = "ice"};

    for (size_t i = 0; i < w.seals.n; i++)
        assert_true(
            inspect_seal_no_access(g->ui.app, w.wagon->id, w.seals.rows[i].n, "ice", NULL, &err));
    for (size_t i = 0; i < w.in.n; i++) {
        if (w.in.lines[i].item->type != ITEM_SEALS && !w.in.lines[i].answer.state)
            assert_true(inspect_answer(g->ui.app, w.wagon->id, w.in.lines[i].key, &absent, NULL,
                                       NULL, &err));
    }
    assert_true(inspect_close(g->ui.app, w.wagon->id, &err));
    work_release(&w);
}

/* --- the form of a finding --- */

static void
each_field_of_a_finding_is_saved_when_it_is_left(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_form(&g, "ru");
    /* Letters that are commands elsewhere are text here, in every layout. */
    golden_type(&g, "fjk шо қазақ");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].description, "");
    work_release(&w);
    golden_keys(&g, "Tab");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].description, "fjk шо қазақ");
    work_release(&w);
    golden_keys(&g, "Down Down Enter Down Enter"); /* how it was noticed: the second of the list */
    golden_type(&g, "2,5");
    golden_keys(&g, "Down");
    golden_type(&g, "кг");
    golden_keys(&g, "Up Tab Tab Enter Enter Enter Enter");
    golden_type(&g, "АКТ-17");
    golden_keys(&g, "F10");
    assert_string_equal(golden_top(&g), "wagon");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].quantity, "2,5");
    assert_string_equal(w.findings.rows[0].unit, "кг");
    assert_string_not_equal(w.findings.rows[0].noticed, "");
    assert_string_not_equal(w.findings.rows[0].action, "");
    assert_string_not_equal(w.findings.rows[0].agency, "");
    assert_string_equal(w.findings.rows[0].act_no, "АКТ-17");
    work_release(&w);
    golden_close(&g);
}

static void
severity_is_one_digit_and_four_stops_the_work(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_form(&g, "en");
    golden_keys(&g, "Up 7 x 3");
    w = one_finding(&g);
    assert_int_equal(w.findings.rows[0].severity, 3);
    work_release(&w);
    assert_string_equal(golden_top(&g), "finding");
    golden_keys(&g, "4");
    assert_string_equal(golden_top(&g), "stop");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "finding");
    w = one_finding(&g);
    assert_int_equal(w.findings.rows[0].severity, 4);
    work_release(&w);
    golden_close(&g);
}

static void
a_finding_is_withdrawn_with_a_reason_and_stays(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_form(&g, "en");
    golden_keys(&g, "F8 Esc");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].state, "open");
    work_release(&w);
    golden_keys(&g, "F8");
    golden_type(&g, "wrong wagon");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "wagon");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].state, "withdrawn");
    assert_int_equal(w.wagon->findings, 0);
    work_release(&w);
    golden_actions(&g, "log");
    assert_true(shows(&g, "RUN-1: withdrawn: wrong wagon"));
    golden_close(&g);
}

static void
the_list_of_findings_edits_and_withdraws(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_form(&g, "ru");
    golden_keys(&g, "F10 F10 F10 а");
    assert_string_equal(golden_top(&g), "findings");
    golden_keys(&g, "у");
    assert_string_equal(golden_top(&g), "finding");
    golden_type(&g, "трещина");
    golden_keys(&g, "Esc");
    assert_true(shows(&g, "трещина"));
    golden_keys(&g, "и");
    golden_type(&g, "ошибка");
    golden_keys(&g, "Enter");
    assert_string_equal(golden_top(&g), "findings");
    assert_true(shows(&g, "снято"));
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].state, "withdrawn");
    work_release(&w);
    golden_close(&g);
}

static void
a_correction_of_a_finding_needs_a_reason_or_is_given_up(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_form(&g, "en");
    close_wagon(&g, 1);
    golden_type(&g, "crack");
    golden_keys(&g, "Tab");
    assert_string_equal(golden_top(&g), "ask");
    golden_keys(&g, "Esc");
    /* What was typed stands; it is not in the record. */
    assert_true(shows(&g, "crack"));
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].description, "");
    work_release(&w);
    golden_keys(&g, "Tab");
    golden_type(&g, "seen later");
    golden_keys(&g, "Enter");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].description, "crack");
    work_release(&w);
    golden_keys(&g, "Up s s Esc");
    assert_string_equal(golden_top(&g), "ask");
    /* The last reason is offered; typing takes its place. */
    assert_true(shows(&g, "seen later"));
    golden_keys(&g, "Esc");
    assert_string_equal(golden_top(&g), "finding");
    golden_keys(&g, "Esc");
    assert_string_equal(golden_top(&g), "wagon");
    w = one_finding(&g);
    assert_string_equal(w.findings.rows[0].description, "crack");
    work_release(&w);
    golden_close(&g);
}

/* --- gates --- */

static void
a_gate_is_confirmed_with_a_name_and_withdrawn(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    golden_open(&g, "ru", SAMPLE);
    golden_keys(&g, "Enter y b");
    assert_string_equal(g.ui.message, "этот допуск не подтверждён");
    golden_keys(&g, "н");
    assert_string_equal(golden_top(&g), "ask");
    /* The officer's name is offered; typing takes its place, moving in it keeps it. */
    golden_type(&g, "дежурный по станции");
    golden_keys(&g, "Enter j Enter End");
    golden_type(&g, ", по рации");
    golden_keys(&g, "Enter");
    w = work_at(&g, 1);
    assert_string_equal(work_gate(&w, "H-STOP")->name, "дежурный по станции");
    assert_string_equal(work_gate(&w, "H-OHL")->name, "дежурный по станции, по рации");
    work_release(&w);
    golden_keys(&g, "k b");
    w = work_at(&g, 1);
    assert_null(work_gate(&w, "H-STOP"));
    assert_non_null(work_gate(&w, "H-OHL"));
    work_release(&w);
    golden_close(&g);
}

static void
a_gate_of_one_wagon_takes_the_officers_name(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    open_wagon(&g, "en");
    w = work_at(&g, 1);
    g.ui.stack[g.ui.depth++] = screen_gates(&g.ui, w.train->id, w.wagon->id);
    work_release(&w);
    assert_true(g.ui.stack[g.ui.depth - 1]->ops->reload(g.ui.stack[g.ui.depth - 1], NULL));
    golden_keys(&g, "Down Down Down Down Enter"); /* behind the four of the train */
    assert_string_equal(golden_top(&g), "gates");
    w = work_at(&g, 1);
    assert_string_equal(work_gate(&w, "H-LEAK")->name, "Сотрудник 101");
    work_release(&w);
    w = work_at(&g, 2);
    assert_null(work_gate(&w, "H-LEAK"));
    work_release(&w);
    golden_close(&g);
}

/* --- missing, search, history --- */

static void
what_is_missing_leads_to_its_item(void **state)
{
    struct golden g;
    const struct wagon_view *v;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    golden_keys(&g, "Enter F3 End Up Enter");
    v = top_view(&g);
    assert_int_equal(v->work.wagon->position, 8);
    assert_string_equal(v->work.in.lines[v->at].key, "TNK-11");
    golden_keys(&g, "F10");
    assert_string_equal(golden_top(&g), "consist");
    golden_keys(&g, "F3 Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 0);
    golden_close(&g);
}

/* Searches from the consist and opens the first hit. */
static int
position_found(struct golden *g, const char *text)
{
    int position;

    golden_keys(g, "g");
    golden_type(g, text);
    golden_keys(g, "Enter");
    if (strcmp(golden_top(g), "wagon") != 0) {
        golden_keys(g, "F10");
        return -1;
    }
    position = top_view(g)->work.wagon->position;
    golden_keys(g, "F10");
    assert_string_equal(golden_top(g), "consist");
    return position;
}

static void
a_wagon_is_found_by_what_an_officer_knows_of_it(void **state)
{
    static const struct {
        const char *typed;
        int position;
    } searches[] = {
        {"989", 1},        /* last digits */
        {"22330989", 1},   /* all of them */
        {" 2768998 ", 7},  /* blanks around */
        {"43", 43},        /* a position before last digits */
        {"56", 56},        /* a position */
        {"22330998", 1},   /* two digits changed places */
        {"52330989", 1},   /* one digit is wrong */
        {"Н8460004", 2},   /* a seal */
        {"h8460004", 2},   /* its Latin look-alike */
        {"яблоки", 47},    /* words */
        {"ЦЕМ", 50},       /* their beginning, whatever the case */
        {"чёрн прок", 19}, /* words in any order, with Ё */
        {"прокат черн", 19}, {"77777777", -1}, {"нет такого", -1},
        {"'\"%_*", -1},      {"-", -1},        {"NEAR(", -1},
    };
    struct golden g;

    (void)state;
    golden_open(&g, "en", MIXED);
    golden_keys(&g, "Enter");
    for (size_t i = 0; i < ARRAY_LEN(searches); i++) {
        int position = position_found(&g, searches[i].typed);

        if (position != searches[i].position)
            fail_msg("%s finds %d", searches[i].typed, position);
    }
    golden_close(&g);
}

static void
digits_of_the_kazakh_row_are_read_as_digits(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "ru", MIXED);
    snprintf(g.ui.layout, sizeof g.ui.layout, "kz");
    golden_keys(&g, "Enter g");
    golden_type(&g, "ұүұ");
    assert_true(shows(&g, "цифрами: 989"));
    golden_keys(&g, "Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 1);
    golden_close(&g);
}

/* --- import --- */

static void
write_list(struct golden *g, const char *name, const char *text)
{
    struct buf path = {0};
    FILE *file;

    buf_addf(&path, "%s/%s", g->dir, name);
    file = fopen(buf_text(&path), "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
    buf_release(&path);
}

static size_t
trains_listed(struct golden *g)
{
    struct trains trains = {0};
    size_t n;

    assert_true(store_trains(g->ui.app->store, 0, 0, 100, &trains, NULL));
    n = trains.n;
    trains_release(&trains);
    return n;
}

static void
a_list_with_errors_lists_nothing(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "bad.csv", "train_no,position,wagon_no\n7,1,22330989\n7,one,73072738\n");
    write_list(&g, "good.csv", "train_no,position,wagon_no\n7,1,22330989\n7,2,73072738\n");
    golden_keys(&g, "i Enter");
    assert_non_null(strstr(g.ui.message, "path"));
    golden_type(&g, g.dir);
    golden_keys(&g, "Enter");
    assert_true(g.ui.message_is_error);
    golden_type(&g, "/bad.csv ");
    golden_keys(&g, "Enter");
    assert_true(shows(&g, "3:2: \"one\""));
    golden_keys(&g, "Enter y н");
    assert_string_equal(golden_top(&g), "import");
    assert_true(g.ui.message_is_error);
    assert_int_equal(trains_listed(&g), 0);
    /* Back to the path, then out; the folder is offered the next time. */
    golden_keys(&g, "Esc Esc");
    assert_string_equal(golden_top(&g), "trains");
    golden_keys(&g, "ш");
    golden_type(&g, "good.csv");
    golden_keys(&g, "Enter y");
    assert_string_equal(golden_top(&g), "consist");
    assert_int_equal(trains_listed(&g), 1);
    golden_close(&g);
}

static void
the_same_list_again_opens_its_train(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "a.csv", "train_no;wagon_no\n7;22330989\n");
    for (int i = 0; i < 2; i++) {
        golden_keys(&g, "i");
        if (i == 0) {
            golden_type(&g, g.dir);
            golden_type(&g, "/");
        }
        golden_type(&g, "a.csv");
        golden_keys(&g, "Enter Enter");
        assert_string_equal(golden_top(&g), "consist");
        assert_int_equal(trains_listed(&g), 1);
        golden_keys(&g, "F10");
    }
    golden_close(&g);
}

/* How many wagons of the newest train are in force. */
static int
wagons_of_newest(struct golden *g)
{
    struct trains trains = {0};
    int n;

    assert_true(store_trains(g->ui.app->store, 0, 0, 1, &trains, NULL));
    assert_int_equal(trains.n, 1);
    n = trains.rows[0].wagons;
    trains_release(&trains);
    return n;
}

static void
import_file(struct golden *g, const char *name)
{
    golden_keys(g, "i");
    if (!g->ui.import_folder[0]) {
        golden_type(g, g->dir);
        golden_type(g, "/");
    }
    golden_type(g, name);
    golden_keys(g, "Enter");
}

static void
the_rest_of_a_list_is_listed_only_when_asked_for(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "rest.csv", "train_no;wagon_no;cargo_name\n7;22330989;\"a\"b\n7;73072738;x\n");
    import_file(&g, "rest.csv");
    golden_keys(&g, "Enter");
    assert_true(g.ui.message_is_error);
    golden_keys(&g, "r Enter"); /* the first choice leaves it */
    assert_string_equal(golden_top(&g), "import");
    assert_int_equal(trains_listed(&g), 0);
    golden_keys(&g, "r Down Enter");
    assert_string_equal(golden_top(&g), "consist");
    assert_non_null(strstr(g.ui.message, "/rejected/rest_csv-"));
    assert_int_equal(trains_listed(&g), 1);
    assert_int_equal(wagons_of_newest(&g), 1);
    golden_close(&g);
}

static void
another_encoding_is_read_at_once_and_comes_round(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "list.csv", "wagon_no;\xc3\xf0\xf3\xe7\n22330989;\xd3\xe3\xee\xeb\xfc\n");
    import_file(&g, "list.csv");
    assert_true(shows(&g, "CP1251"));
    assert_true(shows(&g, "Уголь"));
    golden_keys(&g, "e");
    assert_true(shows(&g, "not valid UTF-8"));
    golden_keys(&g, "e e e");
    assert_true(shows(&g, "Уголь"));
    golden_keys(&g, "e");
    assert_true(shows(&g, "CP866"));
    assert_false(shows(&g, "Уголь"));
    golden_keys(&g, "e e");
    assert_true(shows(&g, "CP1251"));
    assert_non_null(strstr(g.ui.message, "found out"));
    golden_close(&g);
}

static void
a_corrected_list_changes_the_train_or_is_another_one(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "a.csv", "train_no;wagon_no\n7;22330989\n7;73072738\n");
    write_list(&g, "b.csv", "train_no;wagon_no\n7;73072738\n7;51095388\n7;60711520\n");
    write_list(&g, "c.csv", "train_no;wagon_no\n7;73072738\n");
    import_file(&g, "a.csv");
    golden_keys(&g, "Enter F10");
    import_file(&g, "b.csv");
    golden_keys(&g, "Enter Enter");
    assert_true(shows(&g, "attached"));
    assert_true(shows(&g, "position 2 -> 1"));
    golden_keys(&g, "Esc");
    assert_true(shows(&g, "51095388"));
    golden_keys(&g, "Enter Enter Enter");
    assert_string_equal(golden_top(&g), "consist");
    assert_int_equal(trains_listed(&g), 1);
    assert_int_equal(wagons_of_newest(&g), 3);
    golden_keys(&g, "F10");
    import_file(&g, "c.csv");
    golden_keys(&g, "Enter Down Enter");
    assert_string_equal(golden_top(&g), "consist");
    assert_int_equal(trains_listed(&g), 2);
    golden_close(&g);
}

static void
an_import_is_taken_back_until_somebody_works_on_it(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    write_list(&g, "a.csv", "train_no;wagon_no;kind\n7;22330989;covered\n");
    import_file(&g, "a.csv");
    golden_keys(&g, "Enter F10 F8 Esc");
    assert_int_equal(trains_listed(&g), 1);
    golden_keys(&g, "F8");
    golden_type(&g, "wrong file");
    golden_keys(&g, "Enter");
    assert_int_equal(trains_listed(&g), 0);
    import_file(&g, "a.csv");
    golden_keys(&g, "Enter");
    assert_int_equal(trains_listed(&g), 1);
    golden_keys(&g, "e");
    golden_type(&g, "a note");
    golden_keys(&g, "Enter F10 F8");
    golden_type(&g, "wrong file");
    golden_keys(&g, "Enter");
    assert_true(g.ui.message_is_error);
    assert_int_equal(trains_listed(&g), 1);
    golden_close(&g);
}

/* --- the consist --- */

static void
a_wagon_is_struck_out_with_a_reason_and_comes_back(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    golden_keys(&g, "Enter j F8 Enter");
    assert_string_equal(golden_top(&g), "ask"); /* a reason is wanted */
    golden_keys(&g, "Esc");
    w = work_at(&g, 2);
    assert_int_equal(w.state, WAGON_NOT_STARTED);
    work_release(&w);
    golden_keys(&g, "F8");
    golden_type(&g, "left at the station");
    golden_keys(&g, "Enter");
    w = work_at(&g, 2);
    assert_int_equal(w.state, WAGON_STRUCK);
    assert_string_equal(w.wagon->reason, "left at the station");
    work_release(&w);
    golden_keys(&g, "k j");
    assert_true(shows(&g, "2: struck out: left at the station"));
    golden_keys(&g, "Enter u");
    w = work_at(&g, 2);
    assert_int_equal(w.state, WAGON_NOT_STARTED);
    work_release(&w);
    golden_close(&g);
}

static void
a_closed_wagon_leads_on_and_the_last_one_to_submitting(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    golden_keys(&g, "Enter");
    golden_actions(&g, "submit");
    assert_string_equal(golden_top(&g), "missing");
    golden_keys(&g, "F10");
    for (int i = 1; i <= 8; i++)
        close_wagon(&g, i);
    golden_keys(&g, "F3 F10");
    assert_true(shows(&g, "all closed: F9, Submit"));
    golden_keys(&g, "F6");
    assert_string_equal(g.ui.message, "all wagons are closed");
    golden_close(&g);
}

/* Two officers meet in the middle, or one walks back on the other side. */
static void
the_next_wagon_is_the_one_before_when_walking_to_the_head(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    golden_keys(&g, "Enter");
    golden_actions(&g, "turn");
    golden_keys(&g, "End F6");
    assert_true(shows(&g, ">  7  "));
    close_wagon(&g, 7);
    golden_keys(&g, "F6 Enter");
    assert_int_equal(top_view(&g)->work.wagon->position, 6);
    close_wagon(&g, 6);
    golden_keys(&g, "l h"); /* reads the wagon again */
    golden_keys(&g, "F6");
    assert_int_equal(top_view(&g)->work.wagon->position, 5);
    golden_actions(&g, "turn");
    close_wagon(&g, 5);
    golden_keys(&g, "l h F6");
    assert_int_equal(top_view(&g)->work.wagon->position, 8);
    golden_close(&g);
}

static void
click(struct golden *g, int row, int col)
{
    const struct key key = {.code = RK_CLICK, .row = (short)row, .col = (short)col};

    assert_true(ui_key(&g->ui, &key));
}

static void
clicks_choose_wagons_and_f_keys(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", SAMPLE);
    golden_keys(&g, "Enter");
    click(&g, 1, 5); /* the mark of the fifth wagon */
    assert_true(shows(&g, ">  5  "));
    click(&g, 1, 40); /* behind the strip */
    click(&g, 0, 0);
    assert_true(shows(&g, ">  5  "));
    click(&g, 6, 10); /* the row of the third */
    assert_true(shows(&g, ">  3  "));
    click(&g, 6, 10);
    assert_string_equal(golden_top(&g), "wagon");
    assert_int_equal(top_view(&g)->work.wagon->position, 3);
    click(&g, 1, 8);
    assert_int_equal(top_view(&g)->work.wagon->position, 8);
    click(&g, 23, 79); /* F10 */
    assert_string_equal(golden_top(&g), "consist");
    golden_close(&g);
}

static void
level_and_kind_of_a_wagon_are_chosen(void **state)
{
    struct golden g;
    struct work w;

    (void)state;
    golden_open(&g, "ru", SAMPLE);
    golden_keys(&g, "Enter");
    golden_actions(&g, "level");
    golden_keys(&g, "End Enter");
    golden_actions(&g, "kind");
    golden_keys(&g, "Home Enter");
    w = work_at(&g, 1);
    assert_int_equal(w.wagon->level, 3);
    assert_string_equal(w.wagon->kind, "covered");
    work_release(&w);
    golden_close(&g);
}

/* --- nonsense --- */

static void
senseless_keys_break_no_screen(void **state)
{
    static const char *const opened[] = {"gates",   "findings",    "missing", "go",    "history",
                                         "log",     "train-items", "seals",   "level", "kind",
                                         "palette", "menu",        "help"};
    static const char keys[] = "Ж ө № ~ \\ ы Space Tab Shift-Tab Backspace Del Home End PgUp PgDn "
                               "Left Right Up Down F3 F5 F6 k j h l 0 9 ş 漢 Ctrl-L";
    struct golden g;

    (void)state;
    golden_open(&g, "ru", MIXED);
    golden_keys(&g, "Enter");
    for (size_t i = 0; i < ARRAY_LEN(opened); i++) {
        int depth = g.ui.depth;

        golden_actions(&g, opened[i]);
        golden_keys(&g, keys);
        golden_keys(&g, keys);
        for (int n = 0; g.ui.depth > depth && n < 20; n++)
            golden_keys(&g, "Esc");
        assert_int_equal(g.ui.depth, depth);
        assert_string_equal(golden_top(&g), "consist");
    }
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest lists_ways[] = {
        cmocka_unit_test(each_field_of_a_finding_is_saved_when_it_is_left),
        cmocka_unit_test(severity_is_one_digit_and_four_stops_the_work),
        cmocka_unit_test(a_finding_is_withdrawn_with_a_reason_and_stays),
        cmocka_unit_test(the_list_of_findings_edits_and_withdraws),
        cmocka_unit_test(a_correction_of_a_finding_needs_a_reason_or_is_given_up),
        cmocka_unit_test(a_gate_is_confirmed_with_a_name_and_withdrawn),
        cmocka_unit_test(a_gate_of_one_wagon_takes_the_officers_name),
        cmocka_unit_test(what_is_missing_leads_to_its_item),
        cmocka_unit_test(a_wagon_is_found_by_what_an_officer_knows_of_it),
        cmocka_unit_test(digits_of_the_kazakh_row_are_read_as_digits),
        cmocka_unit_test(a_list_with_errors_lists_nothing),
        cmocka_unit_test(the_same_list_again_opens_its_train),
        cmocka_unit_test(the_rest_of_a_list_is_listed_only_when_asked_for),
        cmocka_unit_test(another_encoding_is_read_at_once_and_comes_round),
        cmocka_unit_test(a_corrected_list_changes_the_train_or_is_another_one),
        cmocka_unit_test(an_import_is_taken_back_until_somebody_works_on_it),
        cmocka_unit_test(a_wagon_is_struck_out_with_a_reason_and_comes_back),
        cmocka_unit_test(a_closed_wagon_leads_on_and_the_last_one_to_submitting),
        cmocka_unit_test(the_next_wagon_is_the_one_before_when_walking_to_the_head),
        cmocka_unit_test(clicks_choose_wagons_and_f_keys),
        cmocka_unit_test(level_and_kind_of_a_wagon_are_chosen),
        cmocka_unit_test(senseless_keys_break_no_screen),
    };

    return cmocka_run_group_tests(lists_ways, NULL, NULL);
}
