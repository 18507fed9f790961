/* SPDX-License-Identifier: ISC */
/* One item at a time: what its expression sees, which answers it takes, how its line is marked. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/inspection.h"
#include "core/units.h"

/* Two modules whose zones alternate, three gates, no sheet for containers. */
struct world {
    struct choice zones[2];
    struct gate gates[3];
    struct item one[2], two[2];
    struct module modules[2];
    const struct module *both[2];
    struct sheet sheet;
    struct checklist set;
    struct inspection in;
    const char *keys[4];
    struct answer answers[4];
    size_t n;
};

static bool
stored(const void *context, const char *key, struct answer *out)
{
    const struct world *w = context;

    for (size_t i = 0; i < w->n; i++) {
        if (strcmp(w->keys[i], key) == 0) {
            *out = w->answers[i];
            return true;
        }
    }
    return false;
}

static void
begin(struct world *w)
{
    *w = (struct world){
        .zones = {{.name = "walls"}, {.name = "roof"}},
        .gates = {{.code = "H-STOP"}, {.code = "H-OHL"}, {.code = "H-VAP"}},
    };
    w->one[0] = (struct item){.name = "A-1", .zone = &w->zones[0], .level = 1, .required = true};
    w->one[1] = (struct item){.name = "A-2", .zone = &w->zones[1], .level = 1, .required = true};
    w->two[0] = (struct item){.name = "B-1", .zone = &w->zones[0], .level = 1, .required = true};
    w->two[1] = (struct item){.name = "B-2", .zone = &w->zones[1], .level = 1, .required = true};
    w->modules[0] = (struct module){.id = "one", .items = w->one, .n = 2};
    w->modules[1] = (struct module){.id = "two", .items = w->two, .n = 2};
    w->both[0] = &w->modules[0];
    w->both[1] = &w->modules[1];
    w->sheet = (struct sheet){.kind = "tank", .prefixes = "", .modules = w->both, .n = 2};
    w->set = (struct checklist){.sheets = &w->sheet,
                                .n_sheets = 1,
                                .modules = w->modules,
                                .n_modules = 2,
                                .gates = w->gates,
                                .n_gates = 3};
    w->in = (struct inspection){
        .set = &w->set,
        .sheet = &w->sheet,
        .level = 1,
        .facts = {.kind = "", .un_no = "", .hazard_no = "", .net_kg = -1, .tare_kg = -1}};
}

/* Is item B-2 asked when this is its condition? */
static bool
asked_when(struct world *w, const char *condition)
{
    struct rc_error err = {0};
    bool asked;

    w->two[1].relevant = expression_parse(condition, &err);
    assert_non_null(w->two[1].relevant);
    inspection_build(&w->in, NULL, 0, stored, w);
    asked = inspection_find(&w->in, "B-2") < w->in.n;
    expression_free(w->two[1].relevant);
    w->two[1].relevant = NULL;
    return asked;
}

static void
facts_are_seen_by_expressions(void **state)
{
    static const char *const true_of_all[] = {
        "${kind} = 'gas_tank'",
        "${loaded} = 1",
        "${un_no} = '1005' and ${un_no} = 1005",
        "${hazard_no} = '268'",
        "${axles} = 8",
        "${net_kg} = 60000",
        "${tare_kg} = 41500",
        "${expected_seals} = 3",
        "${containers} = 2",
        "${net_kg} > ${tare_kg}",
        "${net_kg} + ${tare_kg} = 101500",
        "not(selected(${net_kg}, ${tare_kg}))",
        "not(selected(${axles}, ${containers}))",
        "selected(${axles}, '8')",
    };
    struct world w;

    (void)state;
    begin(&w);
    w.in.facts = (struct facts){.kind = "gas_tank",
                                .un_no = "1005",
                                .hazard_no = "268",
                                .net_kg = 60000,
                                .tare_kg = 41500,
                                .axles = 8,
                                .expected_seals = 3,
                                .containers = 2};
    for (size_t i = 0; i < ARRAY_LEN(true_of_all); i++) {
        if (!asked_when(&w, true_of_all[i]))
            fail_msg("%s", true_of_all[i]);
    }
    inspection_release(&w.in);
}

static void
a_fact_that_is_not_known_is_empty_and_compares_false(void **state)
{
    static const char *const names[] = {"kind",  "loaded", "un_no",  "hazard_no",
                                        "axles", "net_kg", "tare_kg"};
    struct world w;

    (void)state;
    begin(&w);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        static const char *const never[] = {"> 0", "<= 0", "= 0"};
        char text[40];

        assert_true(inspection_is_fact(names[i]));
        snprintf(text, sizeof text, "${%s} = ''", names[i]);
        assert_true(asked_when(&w, text));
        for (size_t k = 0; k < ARRAY_LEN(never); k++) {
            snprintf(text, sizeof text, "${%s} %s", names[i], never[k]);
            if (asked_when(&w, text))
                fail_msg("%s", text);
        }
    }
    assert_true(asked_when(&w, "${expected_seals} = 0 and ${containers} = 0"));
    w.in.facts.net_kg = 0;
    assert_true(asked_when(&w, "${loaded} = 0 and ${net_kg} = 0"));
    assert_false(inspection_is_fact("A-1"));
    assert_false(inspection_is_fact(""));
    inspection_release(&w.in);
}

static void
answers_of_other_items_are_seen_by_expressions(void **state)
{
    static const struct {
        struct answer answer;
        const char *seen;
    } cases[] = {
        {{.state = ANSWER_OK}, "${A-1} = 'ok'"},
        {{.state = ANSWER_FINDING}, "${A-1} = 'finding'"},
        {{.state = ANSWER_NA}, "${A-1} = 'na'"},
        {{.state = ANSWER_NO_ACCESS, .reason = "dark"}, "${A-1} = 'noaccess'"},
        {{.state = ANSWER_VALUE, .value = "12.5"}, "${A-1} > 12 and ${A-1} < 13"},
        {{.state = ANSWER_FINDING, .value = "12.5"}, "${A-1} = 12.5"}, /* the value was read */
        {{.state = ANSWER_NONE}, "${A-1} = ''"},
    };
    struct world w;

    (void)state;
    begin(&w);
    assert_true(asked_when(&w, "${A-1} = '' and ${no-such-item} = ''"));
    w.keys[0] = "A-1";
    w.n = 1;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        w.answers[0] = cases[i].answer;
        if (!asked_when(&w, cases[i].seen))
            fail_msg("%s", cases[i].seen);
        assert_int_equal(asked_when(&w, "${A-1} = 'ok'"), i == 0);
    }
    inspection_release(&w.in);
}

static void
zones_of_several_modules_are_gathered_in_the_order_they_appear(void **state)
{
    static const char *const order[] = {"A-1", "B-1", "A-2", "B-2"};
    static const char *const boxes[] = {"TCLU2923237"};
    size_t first, last;
    struct world w;

    (void)state;
    begin(&w);
    inspection_build(&w.in, boxes, 1, stored, &w); /* a set without a sheet for containers */
    assert_int_equal(w.in.n, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(w.in.lines[i].key, order[i]);
    inspection_zone(&w.in, 2, &first, &last, NULL);
    assert_int_equal(first, 2);
    assert_int_equal(last, 3);
    inspection_zone(&w.in, 0, NULL, NULL, NULL);
    inspection_release(&w.in);
    assert_int_equal(inspection_next_open(&w.in, 0), 0); /* no lines: n, which is 0 */
    assert_int_equal(inspection_missing(&w.in, NULL, 0), 0);
}

static void
each_state_has_its_mark_code_and_name(void **state)
{
    static const struct {
        enum answer_state state;
        unsigned marks;
        char mark;
        const char *code, *name;
    } cases[] = {
        {ANSWER_NONE, 0, '.', "", ""},
        {ANSWER_OK, 0, '+', "+", "ok"},
        {ANSWER_OK, ANSWER_BULK, '+', "+", "ok"},
        {ANSWER_OK, ANSWER_COPIED, '=', "+", "ok"},
        {ANSWER_FINDING, 0, '!', "!", "finding"},
        {ANSWER_NA, 0, '-', "-", "not_applicable"},
        {ANSWER_NO_ACCESS, ANSWER_GATE, '?', "?", "not_accessible"},
        {ANSWER_VALUE, 0, '+', "v", "value"},
    };
    enum answer_state back = ANSWER_VALUE;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct line line = {.answer = {.state = cases[i].state, .marks = cases[i].marks}};

        assert_int_equal(line_mark(&line), cases[i].mark);
        line.gated = true;
        assert_int_equal(line_mark(&line), cases[i].state == ANSWER_NONE ? '#' : cases[i].mark);
        assert_string_equal(answer_code(cases[i].state), cases[i].code);
        assert_string_equal(answer_name(cases[i].state), cases[i].name);
        assert_true(answer_parse(cases[i].code, &back));
        assert_int_equal(back, cases[i].state);
    }
    assert_false(answer_parse("++", &back));
    assert_false(answer_parse("ok", &back));
}

static void
each_type_takes_its_own_answers(void **state)
{
    static const struct {
        enum item_type type;
        enum answer_state state;
        const char *value;
        enum rc_code code;
    } cases[] = {
        {ITEM_CHECK, ANSWER_OK, NULL, RC_OK},
        {ITEM_CHECK, ANSWER_NA, NULL, RC_OK},
        {ITEM_CHECK, ANSWER_FINDING, NULL, RC_OK},
        {ITEM_CHECK, ANSWER_VALUE, "1", RC_E_VALUE_NEEDED},
        {ITEM_TEXT, ANSWER_VALUE, "свинец; 3 места", RC_OK},
        {ITEM_TEXT, ANSWER_VALUE, "", RC_E_VALUE_NEEDED},
        {ITEM_TEXT, ANSWER_VALUE, NULL, RC_E_VALUE_NEEDED},
        {ITEM_TEXT, ANSWER_OK, NULL, RC_E_VALUE_NEEDED},
        {ITEM_TEXT, ANSWER_NA, NULL, RC_OK},
        {ITEM_INTEGER, ANSWER_VALUE, "-3", RC_OK},
        {ITEM_INTEGER, ANSWER_VALUE, "3.0", RC_E_NOT_A_WHOLE_NUMBER},
        {ITEM_INTEGER, ANSWER_VALUE, "three", RC_E_NOT_A_WHOLE_NUMBER},
        {ITEM_INTEGER, ANSWER_VALUE, "9223372036854775808", RC_E_NOT_A_WHOLE_NUMBER},
        {ITEM_INTEGER, ANSWER_OK, NULL, RC_E_VALUE_NEEDED},
        {ITEM_DECIMAL, ANSWER_VALUE, "3.25", RC_OK},
        {ITEM_DECIMAL, ANSWER_VALUE, "1e3", RC_E_NOT_A_NUMBER},
        {ITEM_DECIMAL, ANSWER_FINDING, NULL, RC_OK}, /* it could not be measured */
        {ITEM_DECIMAL, ANSWER_FINDING, "3.25", RC_OK},
        {ITEM_DECIMAL, ANSWER_FINDING, "much", RC_E_NOT_A_NUMBER},
        {ITEM_SEALS, ANSWER_VALUE, "1", RC_E_VALUE_NEEDED},
    };
    struct world w;

    (void)state;
    begin(&w);
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct answer answer = {.state = cases[i].state, .value = cases[i].value};
        struct line line = {.item = &w.one[0]};
        struct rc_error err = {0};
        bool allowed;

        w.one[0].type = cases[i].type;
        allowed = answer_allowed(&w.in, &line, &answer, NULL, &err);
        if (allowed != (cases[i].code == RC_OK) || err.code != cases[i].code)
            fail_msg("case %zu: code %d", i, (int)err.code);
    }
}

static void
not_accessible_always_needs_a_reason(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    for (int type = ITEM_CHECK; type <= ITEM_SEALS; type++) {
        struct answer answer = {.state = ANSWER_NO_ACCESS};
        struct line line = {.item = &w.one[0]};
        struct rc_error err = {0};

        w.one[0].type = (enum item_type)type;
        assert_false(answer_allowed(&w.in, &line, &answer, NULL, &err));
        assert_int_equal(err.code, RC_E_REASON_NEEDED);
        answer.reason = "";
        assert_false(answer_allowed(&w.in, &line, &answer, NULL, NULL));
        answer.reason = "высота";
        assert_true(answer_allowed(&w.in, &line, &answer, NULL, NULL));
    }
}

static void
of_several_gates_the_first_that_waits_is_named(void **state)
{
    struct answer ok = {.state = ANSWER_OK};
    struct rc_error err = {0};
    const struct line *line;
    struct world w;

    (void)state;
    begin(&w);
    w.one[0].gates = 1 | 2 | 4;
    w.in.confirmed = 1;
    inspection_build(&w.in, NULL, 0, stored, &w);
    line = &w.in.lines[inspection_find(&w.in, "A-1")];
    assert_int_equal(line->waits, 2 | 4);
    assert_false(answer_allowed(&w.in, line, &ok, NULL, &err));
    assert_string_equal(err.arg[0], "H-OHL");
    w.in.confirmed = 1 | 2;
    inspection_build(&w.in, NULL, 0, stored, &w);
    line = &w.in.lines[inspection_find(&w.in, "A-1")];
    assert_false(answer_allowed(&w.in, line, &ok, NULL, &err));
    assert_string_equal(err.arg[0], "H-VAP");
    w.in.confirmed = 7;
    inspection_build(&w.in, NULL, 0, stored, &w);
    assert_false(w.in.lines[inspection_find(&w.in, "A-1")].gated);
    inspection_release(&w.in);
}

static void
bulk_and_copy_touch_only_open_checks(void **state)
{
    static const struct answer ok = {.state = ANSWER_OK};
    struct item item = {.name = "A-1", .type = ITEM_CHECK, .bulk = true};
    struct line line = {.item = &item};

    (void)state;
    assert_true(line_takes_bulk(&line));
    assert_true(line_takes_copy(&line, &ok));
    for (int answered = ANSWER_OK; answered <= ANSWER_VALUE; answered++) {
        line.answer.state = (enum answer_state)answered;
        assert_false(line_takes_bulk(&line));
        assert_false(line_takes_copy(&line, &ok));
    }
    line.answer.state = ANSWER_NONE;
    for (int type = ITEM_DECIMAL; type <= ITEM_SEALS; type++) {
        item.type = (enum item_type)type;
        assert_false(line_takes_bulk(&line));
        assert_false(line_takes_copy(&line, &ok));
    }
    item = (struct item){.name = "A-1", .type = ITEM_CHECK, .bulk = false};
    assert_false(line_takes_bulk(&line)); /* looked at one by one, but a copy is looked at too */
    assert_true(line_takes_copy(&line, &ok));
}

static void
a_set_answers_for_what_it_lacks(void **state)
{
    struct words words = {{"Roof", NULL}}, none = {{NULL}};
    struct choice_list empty = {.name = "colour"};
    struct world w;

    (void)state;
    begin(&w);
    w.set.langs[0] = "en";
    w.set.langs[1] = "ru";
    w.set.n_langs = 2;
    assert_int_equal(checklist_lang(&w.set, "ru"), 1);
    assert_int_equal(checklist_lang(&w.set, "kk"), 0);
    assert_string_equal(words_in(&words, 1), "Roof");
    assert_string_equal(words_in(&none, 1), "");
    assert_null(checklist_sheet(&w.set, "container"));
    assert_null(checklist_item(&w.set, "C-1"));
    assert_null(checklist_list(&w.set, "colour"));
    assert_null(choice_in(&empty, "red"));
    assert_int_equal(checklist_gate(&w.set, "H-VAP"), 2);
    assert_int_equal(checklist_gate(&w.set, "H-RAD"), -1);
    assert_string_equal(unit_symbol("g/cm3"), "g/cm³");
    assert_string_equal(unit_symbol("°C"), "°C");
    assert_string_equal(unit_symbol(""), "");
}

int
main(void)
{
    const struct CMUnitTest answers[] = {
        cmocka_unit_test(facts_are_seen_by_expressions),
        cmocka_unit_test(a_fact_that_is_not_known_is_empty_and_compares_false),
        cmocka_unit_test(answers_of_other_items_are_seen_by_expressions),
        cmocka_unit_test(zones_of_several_modules_are_gathered_in_the_order_they_appear),
        cmocka_unit_test(each_state_has_its_mark_code_and_name),
        cmocka_unit_test(each_type_takes_its_own_answers),
        cmocka_unit_test(not_accessible_always_needs_a_reason),
        cmocka_unit_test(of_several_gates_the_first_that_waits_is_named),
        cmocka_unit_test(bulk_and_copy_touch_only_open_checks),
        cmocka_unit_test(a_set_answers_for_what_it_lacks),
    };

    return cmocka_run_group_tests(answers, NULL, NULL);
}
