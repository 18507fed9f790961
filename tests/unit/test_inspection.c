/* SPDX-License-Identifier: ISC */
/* A checklist laid over a wagon: what is asked, what may be answered, what is missing. */
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

/* A small set: one module of a wagon, one of a container, two gates, a list of colours. */
struct world {
    struct choice zones[3], colours[2];
    struct choice_list lists[2];
    struct gate gates[2];
    struct item items[8], box[1];
    struct module modules[2];
    const struct module *wagon_modules[1], *box_modules[1];
    struct sheet sheets[2];
    struct checklist set;
    struct inspection in;
    struct answer answers[8];
    const char *keys[8];
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

static struct expression *
parse(const char *text)
{
    struct rc_error err = {0};
    struct expression *e = expression_parse(text, &err);

    assert_non_null(e);
    return e;
}

static struct item
item(struct world *w, const char *name, enum item_type type, int zone, int level, gate_mask gates)
{
    return (struct item){.name = name,
                         .type = type,
                         .required = true,
                         .bulk = type == ITEM_CHECK,
                         .zone = &w->zones[zone],
                         .level = level,
                         .gates = gates,
                         .unit = "",
                         .tools = "",
                         .source = "R"};
}

static void
begin(struct world *w)
{
    *w = (struct world){
        .zones = {{.name = "outside"}, {.name = "roof"}, {.name = "box"}},
        .colours = {{.name = "red"}, {.name = "green"}},
        .gates = {{.code = "H-STOP"}, {.code = "H-OHL"}},
    };
    w->lists[0] = (struct choice_list){.name = "colour", .choices = w->colours, .n = 2};
    w->items[0] = item(w, "A-1", ITEM_CHECK, 0, 1, 0);
    w->items[1] = item(w, "B-1", ITEM_CHECK, 1, 1, 2);
    w->items[2] = item(w, "A-2", ITEM_DECIMAL, 0, 1, 0);
    w->items[2].constraint = parse(". >= 0 and . <= 10");
    w->items[3] = item(w, "A-3", ITEM_CHECK, 0, 2, 0);
    w->items[4] = item(w, "A-4", ITEM_CHECK, 0, 1, 0);
    w->items[4].relevant = parse("${loaded} = 1 and ${A-1} = 'finding'");
    w->items[5] = item(w, "A-5", ITEM_SEALS, 0, 1, 0);
    w->items[6] = item(w, "A-6", ITEM_SELECT_ONE, 0, 1, 0);
    w->items[6].list = &w->lists[0];
    w->items[6].required = false;
    w->items[7] = item(w, "B-2", ITEM_CHECK, 1, 1, 2);
    w->box[0] = item(w, "C-1", ITEM_CHECK, 2, 1, 0);
    w->modules[0] = (struct module){.id = "wagon", .items = w->items, .n = 8};
    w->modules[1] = (struct module){.id = "box", .items = w->box, .n = 1};
    w->wagon_modules[0] = &w->modules[0];
    w->box_modules[0] = &w->modules[1];
    w->sheets[0] = (struct sheet){
        .kind = "tank", .scope = SCOPE_WAGON, .prefixes = "7", .modules = w->wagon_modules, .n = 1};
    w->sheets[1] = (struct sheet){.kind = "container",
                                  .scope = SCOPE_CONTAINER,
                                  .prefixes = "",
                                  .modules = w->box_modules,
                                  .n = 1};
    w->set = (struct checklist){.sheets = w->sheets,
                                .n_sheets = 2,
                                .modules = w->modules,
                                .n_modules = 2,
                                .gates = w->gates,
                                .n_gates = 2,
                                .lists = w->lists,
                                .n_lists = 1};
    w->in = (struct inspection){
        .set = &w->set,
        .sheet = &w->sheets[0],
        .level = 1,
        .facts = {.kind = "tank", .un_no = "", .hazard_no = "", .net_kg = 60000, .tare_kg = -1},
        .seals_open = 1};
}

static void
lay(struct world *w, const char *const *boxes, size_t n)
{
    inspection_build(&w->in, boxes, n, stored, w);
}

static void
set(struct world *w, const char *key, enum answer_state state)
{
    w->keys[w->n] = key;
    w->answers[w->n++] = (struct answer){.state = state, .reason = "dark"};
}

static void
end(struct world *w)
{
    inspection_release(&w->in);
    expression_free(w->items[2].constraint);
    expression_free(w->items[4].relevant);
}

static void
level_and_relevance_choose_the_lines_and_zones_stand_together(void **state)
{
    static const char *const first[] = {"A-1", "A-2", "A-5", "A-6", "B-1", "B-2"};
    struct world w;

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    assert_int_equal(w.in.n, ARRAY_LEN(first));
    for (size_t i = 0; i < w.in.n; i++)
        assert_string_equal(w.in.lines[i].key, first[i]);
    w.in.level = 2;
    lay(&w, NULL, 0);
    assert_int_equal(w.in.n, 7);
    /* An answer makes another item relevant; an empty wagon does not. */
    set(&w, "A-1", ANSWER_FINDING);
    lay(&w, NULL, 0);
    assert_int_equal(inspection_find(&w.in, "A-4"), 3);
    w.in.facts.net_kg = 0;
    lay(&w, NULL, 0);
    assert_int_equal(inspection_find(&w.in, "A-4"), w.in.n);
    w.in.facts.net_kg = -1; /* not known is neither loaded nor empty */
    lay(&w, NULL, 0);
    assert_int_equal(inspection_find(&w.in, "A-4"), w.in.n);
    end(&w);
}

static void
each_container_has_its_own_lines(void **state)
{
    static const char *const boxes[] = {"TCLU2923200", "MSCU6639870"};
    struct world w;
    size_t first, last;

    (void)state;
    begin(&w);
    set(&w, "C-1/MSCU6639870", ANSWER_OK);
    lay(&w, boxes, 2);
    assert_int_equal(w.in.n, 8);
    assert_string_equal(w.in.lines[6].key, "C-1/TCLU2923200");
    assert_int_equal(line_mark(&w.in.lines[6]), '.');
    assert_int_equal(line_mark(&w.in.lines[7]), '+');
    inspection_zone(&w.in, 6, &first, &last, NULL);
    assert_int_equal(first, 6);
    assert_int_equal(last, 6);
    end(&w);
}

static void
a_gate_lets_only_not_accessible_through(void **state)
{
    struct answer ok = {.state = ANSWER_OK}, no = {.state = ANSWER_NO_ACCESS},
                  why = {.state = ANSWER_NO_ACCESS, .reason = "gate"},
                  finding = {.state = ANSWER_FINDING}, na = {.state = ANSWER_NA};
    struct rc_error err = {0};
    const struct line *line;
    struct world w;

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    line = &w.in.lines[inspection_find(&w.in, "B-1")];
    assert_int_equal(line_mark(line), '#');
    assert_false(answer_allowed(&w.in, line, &ok, NULL, &err));
    assert_int_equal(err.code, RC_E_GATE);
    assert_string_equal(err.arg[0], "H-OHL");
    assert_false(answer_allowed(&w.in, line, &finding, NULL, &err));
    assert_false(answer_allowed(&w.in, line, &na, NULL, &err));
    assert_false(answer_allowed(&w.in, line, &no, NULL, &err));
    assert_true(answer_allowed(&w.in, line, &why, NULL, &err));
    assert_false(line_takes_bulk(line));
    w.in.confirmed = 2;
    lay(&w, NULL, 0);
    line = &w.in.lines[inspection_find(&w.in, "B-1")];
    assert_int_equal(line_mark(line), '.');
    assert_true(answer_allowed(&w.in, line, &ok, NULL, &err));
    assert_true(line_takes_bulk(line));
    end(&w);
}

static void
numbers_and_choices_are_checked_and_limits_only_ask(void **state)
{
    struct world w;
    struct rc_error err = {0};
    const struct line *number, *choice, *seals;
    bool outside;
    struct answer a = {.state = ANSWER_VALUE};

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    number = &w.in.lines[inspection_find(&w.in, "A-2")];
    choice = &w.in.lines[inspection_find(&w.in, "A-6")];
    seals = &w.in.lines[inspection_find(&w.in, "A-5")];
    a.value = "7,5";
    assert_true(answer_allowed(&w.in, number, &a, &outside, &err));
    assert_false(outside);
    a.value = "10.5";
    assert_true(answer_allowed(&w.in, number, &a, &outside, &err));
    assert_true(outside);
    a.value = "ten";
    assert_false(answer_allowed(&w.in, number, &a, &outside, &err));
    assert_int_equal(err.code, RC_E_NOT_A_NUMBER);
    a.value = "red";
    assert_true(answer_allowed(&w.in, choice, &a, &outside, &err));
    a.value = "blue";
    assert_false(answer_allowed(&w.in, choice, &a, &outside, &err));
    w.items[6].type = ITEM_SELECT_MULTIPLE;
    assert_false(answer_allowed(&w.in, choice, &a, &outside, &err));
    a.value = "red blue";
    assert_false(answer_allowed(&w.in, choice, &a, &outside, &err));
    a.value = "red green";
    assert_true(answer_allowed(&w.in, choice, &a, &outside, &err));
    a.value = " ";
    assert_false(answer_allowed(&w.in, choice, &a, &outside, &err));
    a.value = "red";
    assert_false(answer_allowed(&w.in, seals, &a, &outside, &err));
    a = (struct answer){.state = ANSWER_OK};
    assert_false(answer_allowed(&w.in, number, &a, &outside, &err));
    assert_int_equal(err.code, RC_E_VALUE_NEEDED);
    assert_false(line_takes_bulk(number));
    assert_false(line_takes_bulk(choice));
    assert_false(line_takes_bulk(seals));
    end(&w);
}

static void
limits_know_the_other_answers_of_the_wagon(void **state)
{
    static const char *const boxes[] = {"TCLU2923200", "MSCU6639870"};
    struct world w;
    struct rc_error err = {0};
    struct answer a = {.state = ANSWER_VALUE, .value = "5"};
    bool outside;

    (void)state;
    begin(&w);
    w.items[7] = item(&w, "A-7", ITEM_DECIMAL, 0, 1, 0);
    w.items[7].constraint = parse(". <= ${A-2} and ${net_kg} > 0");
    w.box[0].type = ITEM_DECIMAL;
    w.box[0].constraint = parse("(${C-1} = '' or . = ${C-1}) and ${A-2} = 7");
    set(&w, "A-2", ANSWER_VALUE);
    w.answers[0].value = "7";
    set(&w, "C-1/MSCU6639870", ANSWER_VALUE);
    w.answers[1].value = "8";
    lay(&w, boxes, 2);
    assert_true(
        answer_allowed(&w.in, &w.in.lines[inspection_find(&w.in, "A-7")], &a, &outside, &err));
    assert_false(outside);
    a.value = "7.5";
    assert_true(
        answer_allowed(&w.in, &w.in.lines[inspection_find(&w.in, "A-7")], &a, &outside, &err));
    assert_true(outside);
    /* An item of a container sees its container, then the wagon. */
    assert_true(answer_allowed(&w.in, &w.in.lines[inspection_find(&w.in, "C-1/TCLU2923200")], &a,
                               &outside, &err));
    assert_false(outside);
    assert_true(answer_allowed(&w.in, &w.in.lines[inspection_find(&w.in, "C-1/MSCU6639870")], &a,
                               &outside, &err));
    assert_true(outside);
    expression_free(w.items[7].constraint);
    expression_free(w.box[0].constraint);
    end(&w);
}

static void
an_item_of_a_container_is_asked_after_answers_of_the_wagon(void **state)
{
    static const char *const boxes[] = {"TCLU2923200"};
    struct world w;

    (void)state;
    begin(&w);
    w.box[0].relevant = parse("${A-1} = 'finding'");
    lay(&w, boxes, 1);
    assert_int_equal(inspection_find(&w.in, "C-1/TCLU2923200"), w.in.n);
    set(&w, "A-1", ANSWER_FINDING);
    lay(&w, boxes, 1);
    assert_true(inspection_find(&w.in, "C-1/TCLU2923200") < w.in.n);
    expression_free(w.box[0].relevant);
    end(&w);
}

static void
seals_are_done_when_they_are_read_and_by_no_answer(void **state)
{
    struct answer na = {.state = ANSWER_NA}, ok = {.state = ANSWER_OK},
                  finding = {.state = ANSWER_FINDING},
                  dark = {.state = ANSWER_NO_ACCESS, .reason = "dark"};
    struct rc_error err = {0};
    struct world w;
    struct line *seals;

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    seals = &w.in.lines[inspection_find(&w.in, "A-5")];
    assert_false(answer_allowed(&w.in, seals, &na, NULL, &err));
    assert_false(answer_allowed(&w.in, seals, &ok, NULL, &err));
    assert_true(answer_allowed(&w.in, seals, &finding, NULL, &err));
    assert_true(answer_allowed(&w.in, seals, &dark, NULL, &err));
    assert_false(line_takes_copy(seals, &ok));
    assert_false(line_done(&w.in, seals));
    seals->answer = finding;
    assert_false(line_done(&w.in, seals));
    seals->answer = na;
    assert_false(line_done(&w.in, seals));
    seals->answer = dark;
    assert_true(line_done(&w.in, seals));
    seals->answer = (struct answer){0};
    w.in.seals_open = 0;
    assert_true(line_done(&w.in, seals));
    end(&w);
}

static void
a_zone_counts_its_own_lines(void **state)
{
    size_t first, last, done;
    struct world w;

    (void)state;
    begin(&w);
    set(&w, "A-1", ANSWER_OK);
    set(&w, "B-2", ANSWER_NO_ACCESS);
    lay(&w, NULL, 0);
    inspection_zone(&w.in, 2, &first, &last, &done);
    assert_int_equal(first, 0);
    assert_int_equal(last, 3);
    assert_int_equal(done, 1);
    inspection_zone(&w.in, inspection_find(&w.in, "B-1"), &first, &last, &done);
    assert_int_equal(first, 4);
    assert_int_equal(last, 5);
    assert_int_equal(done, 1);
    end(&w);
}

static void
a_finding_and_a_gate_are_never_copied(void **state)
{
    struct answer ok = {.state = ANSWER_OK}, finding = {.state = ANSWER_FINDING},
                  none = {.state = ANSWER_NONE},
                  dark = {.state = ANSWER_NO_ACCESS, .reason = "dark"},
                  gate = {.state = ANSWER_NO_ACCESS, .reason = "gate", .marks = ANSWER_GATE};
    struct world w;
    const struct line *line;

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    line = &w.in.lines[inspection_find(&w.in, "A-1")];
    assert_true(line_takes_copy(line, &ok));
    assert_true(line_takes_copy(line, &dark));
    assert_false(line_takes_copy(line, &finding));
    assert_false(line_takes_copy(line, &gate));
    assert_false(line_takes_copy(line, &none));
    assert_false(line_takes_copy(&w.in.lines[inspection_find(&w.in, "B-1")], &ok));
    assert_false(line_takes_copy(&w.in.lines[inspection_find(&w.in, "A-2")], &ok));
    end(&w);
}

static void
what_is_missing_is_required_and_open(void **state)
{
    size_t missing[8];
    struct world w;

    (void)state;
    begin(&w);
    lay(&w, NULL, 0);
    assert_int_equal(inspection_missing(&w.in, missing, 8), 5); /* A-6 is not required */
    assert_int_equal(inspection_next_open(&w.in, w.in.n), 0);
    set(&w, "A-1", ANSWER_OK);
    set(&w, "A-2", ANSWER_NA);
    set(&w, "B-1", ANSWER_NO_ACCESS);
    w.in.seals_open = 0;
    lay(&w, NULL, 0);
    assert_int_equal(inspection_missing(&w.in, missing, 8), 1);
    assert_string_equal(w.in.lines[missing[0]].key, "B-2");
    assert_int_equal(inspection_done(&w.in), 4);
    assert_int_equal(inspection_next_open(&w.in, 5), 3); /* wraps to A-6 */
    set(&w, "B-2", ANSWER_OK);
    set(&w, "A-6", ANSWER_NA);
    lay(&w, NULL, 0);
    assert_int_equal(inspection_next_open(&w.in, 0), w.in.n);
    end(&w);
}

static void
the_kind_is_suggested_by_the_longest_prefix_and_never_for_5(void **state)
{
    struct world w;

    (void)state;
    begin(&w);
    w.sheets[1] = (struct sheet){.kind = "food", .scope = SCOPE_WAGON, .prefixes = "77 79"};
    assert_string_equal(checklist_suggest(&w.set, "73072738")->kind, "tank");
    assert_string_equal(checklist_suggest(&w.set, "77175883")->kind, "food");
    assert_null(checklist_suggest(&w.set, "51095388"));
    assert_null(checklist_suggest(&w.set, "22330989"));
    assert_null(checklist_suggest(&w.set, "337078990476"));
    w.sheets[0].prefixes = "5";
    assert_null(checklist_suggest(&w.set, "51095388"));
    end(&w);
}

int
main(void)
{
    const struct CMUnitTest inspection[] = {
        cmocka_unit_test(level_and_relevance_choose_the_lines_and_zones_stand_together),
        cmocka_unit_test(each_container_has_its_own_lines),
        cmocka_unit_test(a_gate_lets_only_not_accessible_through),
        cmocka_unit_test(numbers_and_choices_are_checked_and_limits_only_ask),
        cmocka_unit_test(limits_know_the_other_answers_of_the_wagon),
        cmocka_unit_test(an_item_of_a_container_is_asked_after_answers_of_the_wagon),
        cmocka_unit_test(seals_are_done_when_they_are_read_and_by_no_answer),
        cmocka_unit_test(a_zone_counts_its_own_lines),
        cmocka_unit_test(a_finding_and_a_gate_are_never_copied),
        cmocka_unit_test(what_is_missing_is_required_and_open),
        cmocka_unit_test(the_kind_is_suggested_by_the_longest_prefix_and_never_for_5),
    };

    return cmocka_run_group_tests(inspection, NULL, NULL);
}
