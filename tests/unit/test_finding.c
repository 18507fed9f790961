/* SPDX-License-Identifier: ISC */
/* Findings against the lists of a checklist set, and the stop-work instruction. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/finding.h"

static struct choice zones[] = {{.name = "dome"}, {.name = "shell"}};
static struct choice categories[] = {{.name = "NARC"}, {.name = "LEAK"}};
static struct choice noticed[] = {{.name = "dog"}};
static struct choice actions[] = {{.name = "held"}};
static struct choice agencies[] = {{.name = "customs"}};
static struct choice sides[] = {{.name = "L"}};
static struct choice stops[] = {{.name = "LEAK", .label = {.in = {"Withdraw upwind"}}},
                                {.name = "default", .label = {.in = {"Withdraw"}}}};
static struct choice_list lists[] = {
    {.name = "zone", .choices = zones, .n = 2},
    {.name = "category", .choices = categories, .n = 2},
    {.name = "noticed", .choices = noticed, .n = 1},
    {.name = "action", .choices = actions, .n = 1},
    {.name = "agency", .choices = agencies, .n = 1},
    {.name = "side", .choices = sides, .n = 1},
    {.name = "stop_work", .choices = stops, .n = 2},
};
static const struct checklist set = {.langs = {"en"}, .n_langs = 1, .lists = lists, .n_lists = 7};

static struct finding
sound(void)
{
    return (struct finding){.uuid = "",
                            .item = "TNK-3",
                            .zone = "dome",
                            .category = "LEAK",
                            .severity = 2,
                            .noticed = "dog",
                            .description = "",
                            .quantity = "",
                            .unit = "",
                            .action = "held",
                            .agency = "customs",
                            .act_no = "",
                            .files = "",
                            .side = "L",
                            .state = "open"};
}

static void
a_finding_from_the_lists_is_taken(void **state)
{
    struct finding f = sound();

    (void)state;
    assert_true(finding_check(&set, &f, NULL));
    f.zone = f.side = f.noticed = f.action = f.agency = "";
    for (f.severity = 0; f.severity <= SEVERITY_MAX; f.severity++)
        assert_true(finding_check(&set, &f, NULL));
}

static void
what_is_in_no_list_is_refused_and_named(void **state)
{
    static const size_t at[] = {
        offsetof(struct finding, zone),    offsetof(struct finding, category),
        offsetof(struct finding, noticed), offsetof(struct finding, action),
        offsetof(struct finding, agency),
    };
    static const char *const list[] = {"zone", "category", "noticed", "action", "agency"};

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(at); i++) {
        static const char *const wrong = "Dome";
        struct finding f = sound();
        struct rc_error err = {0};

        memcpy((char *)&f + at[i], &wrong, sizeof wrong);
        assert_false(finding_check(&set, &f, &err));
        assert_int_equal(err.code, RC_E_NOT_A_CHOICE);
        assert_string_equal(err.arg[0], "Dome");
        assert_string_equal(err.arg[1], list[i]);
    }
}

static void
a_category_and_a_severity_in_range_are_needed(void **state)
{
    struct finding f = sound();
    struct rc_error err = {0};

    (void)state;
    f.category = "";
    assert_false(finding_check(&set, &f, &err));
    assert_int_equal(err.code, RC_E_NO_CATEGORY);
    f = sound();
    f.severity = -1;
    assert_false(finding_check(&set, &f, &err));
    assert_int_equal(err.code, RC_E_NOT_A_CHOICE);
    f.severity = SEVERITY_MAX + 1;
    assert_false(finding_check(&set, &f, NULL));
}

static void
a_set_without_lists_takes_only_a_finding_without_choices(void **state)
{
    static const struct checklist bare = {.langs = {"en"}, .n_langs = 1};
    struct finding f = sound();

    (void)state;
    assert_false(finding_check(&bare, &f, NULL));
    f.severity = SEVERITY_STOPS;
    assert_null(finding_stop_work(&bare, &f));
}

static void
danger_to_life_brings_the_instruction_of_its_category(void **state)
{
    struct finding f = sound();

    (void)state;
    for (f.severity = 0; f.severity < SEVERITY_STOPS; f.severity++)
        assert_null(finding_stop_work(&set, &f));
    assert_string_equal(finding_stop_work(&set, &f)->in[0], "Withdraw upwind");
    f.category = "NARC";
    assert_string_equal(finding_stop_work(&set, &f)->in[0], "Withdraw");
}

int
main(void)
{
    const struct CMUnitTest finding[] = {
        cmocka_unit_test(a_finding_from_the_lists_is_taken),
        cmocka_unit_test(what_is_in_no_list_is_refused_and_named),
        cmocka_unit_test(a_category_and_a_severity_in_range_are_needed),
        cmocka_unit_test(a_set_without_lists_takes_only_a_finding_without_choices),
        cmocka_unit_test(danger_to_life_brings_the_instruction_of_its_category),
    };

    return cmocka_run_group_tests(finding, NULL, NULL);
}
