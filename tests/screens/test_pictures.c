/* SPDX-License-Identifier: ISC */
/* Pictures that the manual shows and no other test draws in both languages. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "app/people.h"
#include "base/alloc.h"
#include "on_wagon.h"

static const char *const langs[] = {"en", "ru"};

static void
choices_of_the_program(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        static const char *const what[] = {"language", "layout", "theme"};
        static const char *const names[] = {"choose-language", "choose-layout", "choose-theme"};
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        for (size_t n = 0; n < ARRAY_LEN(what); n++) {
            golden_actions(&g, what[n]);
            assert_string_equal(golden_top(&g), "choose");
            golden_check(&g, names[n], 24, 80);
            golden_keys(&g, "Esc");
        }
        golden_close(&g);
    }
}

static void
a_reason_and_a_danger_on_the_wagon(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct golden g;

        open_wagon(&g, langs[i]);
        open_at(&g, 1, "RUN-1");
        golden_keys(&g, "b");
        assert_string_equal(golden_top(&g), "choose");
        golden_check(&g, "choose-reason", 24, 80);
        golden_keys(&g, "Esc");
        open_at(&g, 1, "RUN-14");
        golden_keys(&g, "f Enter");
        assert_string_equal(golden_top(&g), "stop");
        golden_check(&g, "stop-danger", 24, 80);
        golden_close(&g);
    }
}

static void
a_pin_is_given(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct rc_error err = {0};
        struct golden g;

        golden_open(&g, langs[i], NULL);
        assert_true(people_add(g.ui.app, "Сотрудник 102", "102", "officer", &err));
        golden_actions(&g, "people");
        golden_keys(&g, "Down p");
        assert_string_equal(golden_top(&g), "pin");
        golden_type(&g, "1234");
        golden_keys(&g, "Tab");
        golden_check_screen(&g);
        golden_close(&g);
    }
}

static void
nothing_was_saved(void **state)
{
    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(langs); i++) {
        struct rc_error err = {0};
        struct golden g;

        golden_open(&g, langs[i], SAMPLE);
        rc_fail(&err, RC_E_DISK_FULL, "/data", NULL);
        ui_error(&g.ui, &err);
        golden_check(&g, "trains-not-saved", 24, 80);
        golden_close(&g);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choices_of_the_program),
        cmocka_unit_test(a_reason_and_a_danger_on_the_wagon),
        cmocka_unit_test(a_pin_is_given),
        cmocka_unit_test(nothing_was_saved),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
