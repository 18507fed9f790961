/* SPDX-License-Identifier: ISC */
/* Messages in the import screen: the preview, and the questions that a message leaves open. */
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

#include "app/codes.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "exchange/file.h"
#include "golden.h"

static const char *const langs[] = {"en", "ru"};

/* A copy of a file of the source tree under its name, so that paths on the pictures are the same.
 */
static void
copy(const char *from, const char *name)
{
    const char *top = getenv("top_srcdir");
    struct rc_error err = {0};
    struct buf path = {0}, text = {0};

    buf_addf(&path, "%s/%s", top ? top : ".", from);
    assert_true(file_read(buf_text(&path), (size_t)1 << 20, &text, &err));
    assert_true(file_write(".", name, buf_text(&text), text.len, &err));
    buf_release(&path);
    buf_release(&text);
}

static void
write_text(const char *name, const char *text)
{
    struct rc_error err = {0};

    assert_true(file_write(".", name, text, strlen(text), &err));
}

static void
open_in_folder(struct golden *g, const char *lang)
{
    golden_open(g, lang, NULL);
    g->came_from = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_true(g->came_from >= 0);
    assert_int_equal(chdir(g->dir), 0);
    copy("checklists/samples/message-02.txt", "message-02.txt");
    copy("checklists/samples/train-composition.xml", "train.xml");
    copy("tests/data/messages/taf-sections.xml", "sections.xml");
}

static void
type_path(struct golden *g, const char *path)
{
    golden_keys(g, "i");
    golden_type(g, path);
    golden_keys(g, "Enter");
}

static void
message_asks_which_end_it_begins_at(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_in_folder(&g, langs[i]);
        type_path(&g, "message-02.txt");
        golden_check_sizes(&g, "message-02");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "choose");
        golden_check_sizes(&g, "message-02-from");
        /* Left without an answer, nothing is listed and the question stays. */
        golden_keys(&g, "F10");
        assert_string_equal(golden_top(&g), "import");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "choose");
        golden_keys(&g, "j Enter");
        assert_string_equal(golden_top(&g), "import");
        golden_keys(&g, "j j j");
        golden_check_sizes(&g, "message-02-tail");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check_sizes(&g, "message-02-listed");
        golden_close(&g);
    }
}

static void
taf_message_comes_in_and_asks_for_a_section(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_in_folder(&g, langs[i]);
        type_path(&g, "train.xml");
        golden_check_sizes(&g, "taf");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check_sizes(&g, "taf-listed");
        golden_keys(&g, "F10");
        type_path(&g, "sections.xml");
        golden_keys(&g, "Enter");
        golden_check(&g, "taf-section", 24, 80);
        golden_keys(&g, "j Enter Enter");
        /* The train of the first message has this number. */
        assert_string_equal(golden_top(&g), "choose");
        golden_check(&g, "taf-open", 24, 80);
        golden_keys(&g, "Enter");
        golden_check(&g, "taf-changes", 24, 80);
        golden_keys(&g, "F10 Enter j Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_close(&g);
    }
}

static void
names_of_the_post_stand_where_a_code_is_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct notes errors = {0}, notes = {0};
        struct codes_adopted adopted;
        struct rc_error err = {0};
        struct golden g;

        open_in_folder(&g, langs[i]);
        write_text("codes.csv", "list,code,name,name::ru\n"
                                "etsng,214043,diesel fuel,топливо дизельное\n"
                                "stations,674000,Karaganda-Ugolnaya,Караганда-Угольная\n");
        assert_true(codes_import(g.ui.app, "codes.csv", &adopted, &errors, &notes, &err));
        assert_int_equal(adopted.codes, 2);
        type_path(&g, "message-02.txt");
        golden_keys(&g, "Enter Enter Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check(&g, "codes-consist", 24, 80);
        golden_keys(&g, "Enter");
        golden_check(&g, "codes-wagon", 24, 80);
        golden_keys(&g, "F10 F10");
        write_text("list.csv", "train_no,arrived_at,position,wagon_no,kind,cargo_etsng,"
                               "origin_station,destination_station\n"
                               "2405,2026-11-24 05:10,1,73219784,tank,214043,728801,674000\n");
        type_path(&g, "list.csv");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "consist");
        golden_check(&g, "codes-stations", 24, 80);
        notes_release(&errors);
        notes_release(&notes);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(message_asks_which_end_it_begins_at),
        cmocka_unit_test(taf_message_comes_in_and_asks_for_a_section),
        cmocka_unit_test(names_of_the_post_stand_where_a_code_is_known),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
