/* SPDX-License-Identifier: ISC */
/* Pictures of the consist of a train, of the lists that are opened from it, and of the import. */
#include "config.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "on_wagon.h"
#include "tui/screens.h"

static const char *const langs[] = {"en", "ru"};

/* Some work on the first wagon: answers, one undone, a seal number, two findings, a note. */
static void
work_on_the_first_wagon(struct golden *g)
{
    golden_keys(g, "Enter y Enter Space Space r");
    open_at(g, 1, "RUN-1");
    golden_keys(g, "f Enter");
    assert_string_equal(golden_top(g), "finding");
    golden_type(g, "Перекос кузова, просел один рессорный комплект, левая тележка");
    golden_keys(g, "F10 a u");
    golden_actions(g, "finding");
    golden_keys(g, "Enter F10 e");
    golden_type(g, "ждём осмотрщика");
    golden_keys(g, "Enter t");
    golden_type(g, "Н8460001");
    golden_keys(g, "Enter F10 F10 F10");
    assert_string_equal(golden_top(g), "consist");
}

static void
pictures_of_a_consist(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], MIXED);
        golden_keys(&g, "Enter");
        golden_check_screen(&g);
        golden_check(&g, "consist", 60, 200);
        work_on_the_first_wagon(&g);
        golden_keys(&g, "j F8");
        golden_type(&g, "отцеплен на станции");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "consist-work");
        golden_keys(&g, "End");
        golden_check_sizes(&g, "consist-end");
        golden_close(&g);
    }
}

static void
pictures_of_what_is_missing(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        golden_keys(&g, "Enter F3");
        golden_check_screen(&g);
        golden_keys(&g, "End");
        golden_check(&g, "missing-end", 24, 80);
        golden_keys(&g, "F10 d");
        assert_string_equal(golden_top(&g), "missing");
        golden_check(&g, "missing-refused", 24, 80);
        golden_close(&g);
    }
}

static void
pictures_of_gates(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;
        struct work w;

        golden_open(&g, langs[i], SAMPLE);
        golden_keys(&g, "Enter y");
        golden_check_screen(&g);
        golden_keys(&g, "y");
        golden_check_sizes(&g, "gates-who");
        golden_type(&g, "дежурный по станции, по рации");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "gates-confirmed");
        golden_keys(&g, "F10");
        w = work_at(&g, 1);
        g.ui.stack[g.ui.depth++] = screen_gates(&g.ui, w.train->id, w.wagon->id);
        golden_keys(&g, "Home");
        work_release(&w);
        assert_true(g.ui.stack[g.ui.depth - 1]->ops->reload(g.ui.stack[g.ui.depth - 1], NULL));
        golden_check_sizes(&g, "gates-wagon");
        golden_close(&g);
    }
}

static void
pictures_of_findings_and_the_log(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], MIXED);
        golden_keys(&g, "Enter f");
        golden_check(&g, "findings-none", 24, 80);
        golden_keys(&g, "F10");
        work_on_the_first_wagon(&g);
        golden_keys(&g, "f");
        golden_check_screen(&g);
        golden_keys(&g, "Enter");
        golden_check_screen(&g);
        golden_keys(&g, "Tab Tab");
        golden_check(&g, "finding-choice", 24, 80);
        golden_keys(&g, "F10 j F8");
        golden_type(&g, "ошибка");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "findings-withdrawn");
        golden_keys(&g, "F10");
        golden_actions(&g, "log");
        golden_check_sizes(&g, "log-train");
        golden_keys(&g, "F10");
        open_at(&g, 1, "");
        golden_actions(&g, "log");
        golden_check_screen(&g);
        golden_keys(&g, "PgDn");
        golden_check(&g, "log-end", 24, 80);
        golden_close(&g);
    }
}

static void
pictures_of_finding_wagons(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], MIXED);
        golden_keys(&g, "Enter g");
        golden_check_screen(&g);
        golden_type(&g, "яблоки");
        golden_check_sizes(&g, "find-words");
        golden_keys(&g, "F10 g");
        golden_type(&g, "22330998");
        golden_check(&g, "find-near", 24, 80);
        golden_keys(&g, "F10 g");
        golden_type(&g, "77777777");
        golden_check(&g, "find-none", 24, 80);
        /* From the trains, every hit names its train. */
        golden_keys(&g, "F10 F10 g");
        golden_type(&g, "989");
        golden_check_sizes(&g, "find-archive");
        golden_close(&g);
    }
}

static void
write_list(const char *name, const char *text)
{
    FILE *file = fopen(name, "w");

    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

/* Opens the screens in the test's own folder, so that paths on the pictures are the same. */
static void
open_in_folder(struct golden *g, const char *lang)
{
    golden_open(g, lang, MIXED);
    g->came_from = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(g->came_from >= 0);
    assert_int_equal(chdir(g->dir), 0);
    write_list("good.csv", "train_no,arrived_at,position,wagon_no,cargo_name\n"
                           "2405,2026-11-24T05:10:00+05:00,1,22330989,Мука в мешках\n"
                           "2405,2026-11-24T05:10:00+05:00,2,73072738,Топливо дизельное\n"
                           "2405,2026-11-24T05:10:00+05:00,3,73072739,Топливо дизельное\n");
    write_list("bad.csv", "train_no,position,wagon_no,axles\n"
                          "2406,1,22330989,4\n"
                          "2406,first,73072738,4\n"
                          "2406,3,,4\n"
                          "2406,4,60711520,many\n");
}

static void
pictures_of_an_import_and_of_earlier_passages(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_in_folder(&g, langs[i]);
        golden_keys(&g, "i");
        golden_check_screen(&g);
        golden_type(&g, "lists/none.csv");
        golden_keys(&g, "Enter");
        golden_check(&g, "import-no-file", 24, 80);
        golden_keys(&g, "F10 i");
        golden_type(&g, "bad.csv");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "import-bad");
        golden_keys(&g, "F10 F10 i");
        golden_type(&g, "good.csv");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "import-good");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check_sizes(&g, "consist-kinds");
        golden_keys(&g, "i");
        golden_check_screen(&g);
        golden_keys(&g, "F10 j i");
        golden_check(&g, "history-none", 24, 80);
        golden_close(&g);
    }
}

static void
pictures_of_rejected_rows_a_corrected_list_and_taking_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_in_folder(&g, langs[i]);
        write_list("rest.csv", "train_no|position|wagon_no|cargo_name|arrived_at\n"
                               "2407|1|22330989|\"Мука|24.11.2026\n"
                               "2407|2|73072738|Топливо|24.11.2026 05:10\n"
                               "2407|3|60711520|Уголь|11/24/2026 05:10\n");
        write_list("corrected.csv", "train_no,position,wagon_no,cargo_name\n"
                                    "2405,1,22330989,Сахар\n"
                                    "2405,2,51095388,Топливо\n"
                                    "2405,3,73072738,Топливо дизельное\n");
        golden_keys(&g, "i");
        golden_type(&g, "rest.csv");
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "import-rejected");
        golden_keys(&g, "r");
        golden_check(&g, "import-rest", 24, 80);
        golden_keys(&g, "Esc e e e");
        golden_check(&g, "import-encoding", 24, 80);
        golden_keys(&g, "F10 F10 i");
        golden_type(&g, "good.csv");
        golden_keys(&g, "Enter Enter F10 i");
        golden_type(&g, "corrected.csv");
        golden_keys(&g, "Enter");
        golden_check(&g, "import-open", 24, 80);
        golden_keys(&g, "Enter");
        golden_check(&g, "import-which", 24, 80);
        golden_keys(&g, "Enter");
        golden_check_sizes(&g, "import-changes");
        golden_keys(&g, "Enter");
        golden_check(&g, "consist-corrected", 24, 80);
        golden_keys(&g, "F10 F8");
        golden_check(&g, "take-back", 24, 80);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest lists[] = {
        cmocka_unit_test(pictures_of_a_consist),
        cmocka_unit_test(pictures_of_what_is_missing),
        cmocka_unit_test(pictures_of_gates),
        cmocka_unit_test(pictures_of_findings_and_the_log),
        cmocka_unit_test(pictures_of_finding_wagons),
        cmocka_unit_test(pictures_of_an_import_and_of_earlier_passages),
        cmocka_unit_test(pictures_of_rejected_rows_a_corrected_list_and_taking_back),
    };

    return cmocka_run_group_tests(lists, NULL, NULL);
}
