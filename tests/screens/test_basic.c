/* SPDX-License-Identifier: ISC */
/* The screens that every work passes: first start, trains, help, palette, menu, questions, cards.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"
#include "golden.h"
#include "i18n/i18n.h"
#include "tui/screens.h"

#define SAMPLE "consist-diesel-tanks.csv"

static const char *const langs[] = {"en", "ru"};

/* --- a screen that opens what is under test and keeps the answer --- */

struct host {
    struct screen *next;
    char answer[200];
    int tag, answers;
};

static struct host host;

static void
host_draw(const struct screen *s, struct surface *to)
{
    (void)s;
    surface_put(to, 0, 0, to->cols, STYLE_NORMAL, "host");
}

static struct effect
host_act(struct screen *s, enum action action)
{
    (void)s;
    return action == ACT_OPEN ? effect_push(host.next) : effect_default();
}

static struct effect
host_result(struct screen *s, int tag, const char *text)
{
    (void)s;
    host.answers++;
    host.tag = tag;
    snprintf(host.answer, sizeof host.answer, "%s", text ? text : "(left)");
    return effect_redraw();
}

static const struct screen_ops host_ops = {
    .name = "host",
    .context = IN_CONSIST,
    .draw = host_draw,
    .act = host_act,
    .result = host_result,
};

/* On top of the stack: the host, and next above it. */
static void
open_on_host(struct golden *g, struct screen *next)
{
    host = (struct host){.next = next};
    g->ui.stack[g->ui.depth++] = screen_new(&g->ui, &host_ops, 0);
    golden_keys(g, "Enter");
}

/* --- tests --- */

static void
the_first_start_sets_up_and_lists_the_sample(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open_new(&g, langs[i]);
        assert_string_equal(golden_top(&g), "start");
        golden_type(&g, "Алтынколь");
        golden_keys(&g, "Enter Enter Enter");
        /* The officer is still empty: nothing is made. */
        assert_null(g.ui.app);
        golden_check_screen(&g);
        golden_type(&g, "Сотрудник");
        golden_keys(&g, "Tab");
        golden_type(&g, "101");
        golden_keys(&g, "Enter");
        assert_non_null(g.ui.app);
        assert_string_equal(golden_top(&g), "start");
        /* The letter y by the key that carries it, in a Cyrillic layout. */
        golden_keys(&g, "н");
        assert_string_equal(golden_top(&g), "trains");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
pictures_of_the_home_screens(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        golden_check_sizes(&g, "trains-none");
        golden_keys(&g, "F1");
        assert_string_equal(golden_top(&g), "help");
        golden_check_sizes(&g, "help-trains");
        golden_keys(&g, "Esc F9");
        golden_check_sizes(&g, "menu-trains");
        golden_keys(&g, "Esc F2");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
help_of_a_wagon_scrolls(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], NULL);
        open_on_host(&g, screen_help(&g.ui, IN_WAGON));
        golden_check_screen(&g);
        golden_keys(&g, "PgDn PgDn PgDn PgDn j");
        golden_check(&g, "help-end", 24, 80);
        golden_keys(&g, "Home");
        golden_check(&g, "help", 24, 80);
        golden_close(&g);
    }
}

static void
the_palette_finds_an_action_in_the_users_words_and_runs_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        golden_keys(&g, "F2");
        golden_type(&g, i ? "ИМПОРТ" : "IMPORT");
        golden_check(&g, "palette-filtered", 24, 80);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "import");
        golden_keys(&g, "F10 F2");
        /* The permanent name works in every language. */
        golden_type(&g, "language");
        golden_keys(&g, "Enter");
        golden_check(&g, "languages", 24, 80);
        golden_keys(&g, i ? "k Enter" : "j Enter");
        assert_string_equal(i18n_code(), langs[!i]);
        golden_keys(&g, "F2");
        golden_type(&g, "no such thing");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "palette");
        golden_keys(&g, "Esc");
        assert_string_equal(golden_top(&g), "trains");
        golden_close(&g);
    }
}

static void
a_question_is_answered_in_one_line(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        open_on_host(&g,
                     screen_ask(&g.ui, 7,
                                i ? "Почему исправляется ответ?" : "Why is the answer corrected?",
                                "описка", FIELD_TEXT, false));
        golden_check_screen(&g);
        /* Letters that are commands elsewhere are text here. */
        golden_type(&g, " jk ");
        golden_keys(&g, "Enter");
        assert_string_equal(host.answer, "описка jk");
        assert_int_equal(host.tag, 7);
        golden_close(&g);
    }
}

static void
an_empty_answer_is_none_unless_it_may_be(void **state)
{
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    open_on_host(&g, screen_ask(&g.ui, 7, "Reason", "", FIELD_TEXT, false));
    golden_keys(&g, "Space Enter");
    assert_string_equal(golden_top(&g), "ask");
    golden_keys(&g, "Esc");
    assert_string_equal(host.answer, "(left)");
    open_on_host(&g, screen_ask(&g.ui, 8, "Note", "", FIELD_TEXT, true));
    golden_keys(&g, "Enter");
    assert_string_equal(host.answer, "");
    assert_int_equal(host.answers, 1);
    golden_close(&g);
}

static struct choice reasons[] = {
    {.name = "ice", .label.in = {"ice", "лёд"}},
    {.name = "height", .label.in = {"too high", "слишком высоко"}},
    {.name = "next_train", .label.in = {"train on the next track", "поезд на соседнем пути"}},
};
static const struct choice_list reason_list = {.name = "reason", .choices = reasons, .n = 3};

static void
a_choice_is_made_by_the_arrows_or_by_words(void **state)
{
    struct checklist set = {.langs = {"en", "ru"}, .n_langs = 2};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        const char *question = i ? "Нет доступа: почему?" : "No access: why?";
        struct golden g;

        golden_open(&g, langs[i], NULL);
        open_on_host(&g, screen_choose(&g.ui, 3, question, &reason_list, &set, "height", true));
        golden_check_screen(&g);
        golden_keys(&g, "Down Enter");
        assert_string_equal(host.answer, "next_train");
        open_on_host(&g, screen_choose(&g.ui, 3, question, &reason_list, &set, NULL, true));
        /* Е finds Ё, whatever the case. */
        golden_type(&g, i ? "ЛЕД" : "ICE");
        golden_check(&g, "choose-typed", 24, 80);
        golden_keys(&g, "Down Enter");
        assert_string_equal(host.answer, i ? "=ЛЕД" : "=ICE");
        open_on_host(&g, screen_choose(&g.ui, 3, question, &reason_list, &set, NULL, false));
        golden_keys(&g, "j Enter");
        assert_string_equal(host.answer, "height");
        golden_close(&g);
    }
}

static struct choice tools[] = {
    {.name = "mallet", .label.in = {"mallet", "молоток"}},
    {.name = "gauge", .label.in = {"thickness gauge", "толщиномер"}},
};
static struct choice severities[] = {{.name = "3", .label.in = {"grave", "тяжкое"}}};
static struct choice_list card_lists[] = {
    {.name = "tool", .choices = tools, .n = 2},
    {.name = "severity", .choices = severities, .n = 1},
};
static struct gate card_gates[] = {
    {.code = "H-STOP", .label.in = {"Train secured?", "Состав закреплён?"}},
    {.code = "H-OHL",
     .label.in = {"Line off and earthed?", "Контактная сеть отключена и заземлена?"},
     .warning.in = {"Until then no ladder, no roof, no hatch.",
                    "До этого — ни лестниц, ни крыш, ни люков."}},
};
static const struct choice heads = {.name = "shell", .label.in = {"Shell", "Котёл"}};
static const struct item card_item = {
    .name = "TNK-3",
    .label.in = {"Heads: second head, hidden cell", "Днища: второе дно, скрытая секция"},
    .hint.in = {"Tap both heads on a grid, compare with the next wagon",
                "Простучать оба днища по сетке, сравнить с соседним вагоном"},
    .card.in = {"A second head welded inside leaves a cell. Tap on a grid: a duller ring, a colder "
                "band, a repainted ring or a fresh seam is a finding.\nTwo different sounds on one "
                "head are noted with the place.",
                "Второе дно, приваренное внутри, образует секцию. Глухой звук, холодная полоса, "
                "свежий шов — замечание.\nДва разных звука на одном днище записать с указанием "
                "места."},
    .zone = &heads,
    .tools = "mallet gauge endoscope",
    .gates = 2,
    .severity = 3,
    .source = "V MPS-45",
};

static void
a_card_tells_all_of_its_item(void **state)
{
    static const struct checklist set = {
        .langs = {"en", "ru"},
        .n_langs = 2,
        .gates = card_gates,
        .n_gates = 2,
        .lists = card_lists,
        .n_lists = 2,
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        open_on_host(&g, screen_card(&g.ui, &set, &card_item, 3));
        golden_check_screen(&g);
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "host");
        golden_close(&g);
    }
}

static void
the_stop_notice_leaves_by_enter_only(void **state)
{
    static const char *const texts[] = {
        "Leave the track at once. Warn the duty officer. Wait at the assembly place.",
        "Немедленно уйти с пути. Сообщить дежурному. Ждать на месте сбора.",
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], NULL);
        open_on_host(&g, screen_stop(&g.ui, texts[i]));
        golden_check_screen(&g);
        golden_keys(&g, "Esc F10 a Space F2 Ctrl-L");
        assert_string_equal(golden_top(&g), "stop");
        golden_keys(&g, "Enter");
        assert_string_equal(golden_top(&g), "host");
        golden_close(&g);
    }
}

static void
characters_of_no_layout_lead_to_the_choice_of_one(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;
        struct key quit = {.code = RK_ESC};

        golden_open(&g, langs[lang], NULL);
        /* A known key without a command is not counted. */
        golden_keys(&g, "ж ж ж");
        assert_string_equal(g.ui.message, "");
        golden_keys(&g, "ş ş");
        assert_string_equal(g.ui.message, "");
        golden_keys(&g, "ң");
        assert_non_null(strstr(g.ui.message, lang ? "раскладк" : "layout"));
        golden_actions(&g, "layout");
        golden_check(&g, "layouts", 24, 80);
        golden_keys(&g, "j j j Enter");
        assert_string_equal(g.ui.layout, "kz");
        assert_string_equal(golden_top(&g), "trains");
        assert_false(ui_key(&g.ui, &quit));
        golden_close(&g);
    }
}

static void
a_small_window_keeps_everything(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        golden_keys(&g, "F2");
        golden_type(&g, "a");
        golden_check(&g, "small", 10, 40);
        golden_keys(&g, "Esc b");
        golden_check(&g, "small-back", 24, 80);
        assert_string_equal(golden_top(&g), "palette");
        golden_close(&g);
    }
}

static void
what_another_terminal_saves_is_shown(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct rc_error err = {0};
        struct import list = {0};
        struct golden g;
        struct app *other;
        struct buf path = {0};
        int64_t train;
        bool added;

        golden_open(&g, langs[lang], NULL);
        assert_false(ui_refresh(&g.ui));
        other = app_open(g.dir, NULL, true, &g.env, &err);
        assert_non_null(other);
        buf_addf(&path, "%s/checklists/samples/" SAMPLE, getenv("top_srcdir"));
        assert_true(import_read(other, buf_text(&path), &list, &err));
        assert_true(import_save(other, &list, 1, &train, &added, &err));
        import_release(&list);
        app_close(other);
        buf_release(&path);
        assert_true(ui_refresh(&g.ui));
        golden_check(&g, "trains-other", 24, 80);
        assert_false(ui_refresh(&g.ui));
        golden_close(&g);
    }
}

static void
errors_say_when_nothing_was_saved(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        const char *unsaved = lang ? "НЕ СОХРАНЕНО: " : "NOT SAVED: ";
        struct rc_error err = {0};
        struct golden g;

        golden_open(&g, langs[lang], NULL);
        rc_fail(&err, RC_E_DISK_FULL, "/data", NULL);
        ui_error(&g.ui, &err);
        assert_int_equal(strncmp(g.ui.message, unsaved, strlen(unsaved)), 0);
        golden_check_sizes(&g, "error");
        rc_fail(&err, RC_E_NOTHING_TO_UNDO, NULL, NULL);
        ui_error(&g.ui, &err);
        assert_null(strstr(g.ui.message, unsaved));
        golden_close(&g);
    }
}

/* Lists trains of one wagon each, numbered from 1, an hour apart. */
static void
list_trains(struct golden *g, int n)
{
    struct rc_error err = {0};
    struct buf path = {0};

    buf_addf(&path, "%s/list.csv", g->dir);
    for (int i = 1; i <= n; i++) {
        FILE *file = fopen(buf_text(&path), "w");
        struct import list = {0};
        int64_t train;
        bool added;

        assert_non_null(file);
        fprintf(file,
                "train_no,arrived_at,direction,wagon_no\n%d,2026-10-%02dT%02d:15:00+05:00,in,"
                "22330989\n",
                i, 1 + i / 24, i % 24);
        assert_int_equal(fclose(file), 0);
        assert_true(import_read(g->ui.app, buf_text(&path), &list, &err));
        assert_true(import_save(g->ui.app, &list, 1, &train, &added, &err));
        import_release(&list);
    }
    buf_release(&path);
}

static void
older_trains_come_as_the_cursor_goes_down(void **state)
{
    (void)state;
    for (size_t lang = 0; lang < ARRAY_LEN(langs); lang++) {
        struct golden g;

        golden_open(&g, langs[lang], NULL);
        list_trains(&g, 130);
        /* Comes to the top again, and reads. */
        golden_keys(&g, "F2 Esc");
        golden_check(&g, "trains-newest", 24, 80);
        for (int i = 0; i < 6; i++)
            golden_keys(&g, "PgDn");
        golden_check(&g, "trains-older", 24, 80);
        golden_keys(&g, "End");
        golden_check(&g, "trains-oldest", 24, 80);
        golden_keys(&g, "F2 Esc");
        golden_check(&g, "trains-oldest", 24, 80);
        golden_close(&g);
    }
}

static void
a_database_that_can_only_be_read_refuses_in_words(void **state)
{
    struct rc_error err = {0};
    struct golden g;

    (void)state;
    golden_open(&g, "en", NULL);
    app_close(g.ui.app);
    g.ui.app = app_open(g.dir, NULL, false, &g.env, &err);
    assert_non_null(g.ui.app);
    golden_keys(&g, "i");
    assert_string_equal(golden_top(&g), "trains");
    assert_non_null(strstr(g.ui.message, "can only be read"));
    assert_true(g.ui.message_is_error);
    golden_close(&g);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_start_sets_up_and_lists_the_sample),
        cmocka_unit_test(pictures_of_the_home_screens),
        cmocka_unit_test(help_of_a_wagon_scrolls),
        cmocka_unit_test(the_palette_finds_an_action_in_the_users_words_and_runs_it),
        cmocka_unit_test(a_question_is_answered_in_one_line),
        cmocka_unit_test(an_empty_answer_is_none_unless_it_may_be),
        cmocka_unit_test(a_choice_is_made_by_the_arrows_or_by_words),
        cmocka_unit_test(a_card_tells_all_of_its_item),
        cmocka_unit_test(the_stop_notice_leaves_by_enter_only),
        cmocka_unit_test(characters_of_no_layout_lead_to_the_choice_of_one),
        cmocka_unit_test(a_small_window_keeps_everything),
        cmocka_unit_test(what_another_terminal_saves_is_shown),
        cmocka_unit_test(older_trains_come_as_the_cursor_goes_down),
        cmocka_unit_test(a_database_that_can_only_be_read_refuses_in_words),
        cmocka_unit_test(errors_say_when_nothing_was_saved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
