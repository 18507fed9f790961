/* SPDX-License-Identifier: ISC */
/* Expressions of checklist files: values, precedence, bounds, errors with their place. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/expression.h"

static const char *
look_up(const void *context, const char *name)
{
    (void)context;
    if (strcmp(name, "kind") == 0)
        return "tank";
    if (strcmp(name, "net_kg") == 0)
        return "59161";
    if (strcmp(name, "TNK-5") == 0)
        return "finding";
    if (strcmp(name, "list") == 0)
        return "red green blue";
    return "";
}

static void
truths(void **state)
{
    static const struct {
        const char *text;
        bool truth;
    } cases[] = {
        {"1", true},
        {"0", false},
        {"''", false},
        {"'x'", true},
        {". > 5", true},
        {". >= 7.5 and . <= 7.5", true},
        {". = 7,5", false},
        {"${kind} = 'tank'", true},
        {"${kind} != 'tank'", false},
        {"${kind} = \"tank\"", true},
        {"${net_kg} > 0", true},
        {"${TNK-5} = 'finding'", true},
        {"${unknown} > 0", false},
        {"${unknown} <= 0", false},
        {"${unknown} = ''", true},
        {"not(${unknown} > 0)", true},
        {"1 or 0 and 0", true},
        {"(1 or 0) and 0", false},
        {"1 + 2 * 3 = 7", true},
        {"(1 + 2) * 3 = 9", true},
        {"10 div 4 = 2.5", true},
        {"1 div 0 = 0", true},
        {"-3 < 2", true},
        {"5 - 3 = 2", true},
        {"5-3=2", true},
        {"selected(${list}, 'green')", true},
        {"selected(${list}, 'gree')", false},
        {"selected(${list}, '')", false},
        {"not(selected(${list}, 'black')) and 1", true},
        {"'10' = 10", true},
        {"'abc' < 'abd'", false},
        {"1.001 * 1000 = 1001", true}, /* binary fractions lose a little */
        {"1.001 * 1000 > 1001 or 1.001 * 1000 < 1001", false},
        {"0.1 + 0.2 <= 0.3", true},
        {"999999999999999 = 999999999999998", false},
        {"0.00000000000001 > 0", true},
        {"2 * 3 - 1 = 5 and 2 - 3 - 1 = -2", true},
        {"8 div 4 div 2 = 1", true},
        {"1 + 1 = 3 - 1", true},
        {"not(1) or 1", true},
        {"- ${net_kg} < 0", true},
        {"${kind} * 2 = 0", true}, /* a text that is no number */
        {"selected('a  b', 'b')", true},
        {"1 div 0 > 0 or 1 div 0 < 0", false},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rc_error err = {0};
        struct expression *e = expression_parse(cases[i].text, &err);

        if (strchr(cases[i].text, ',') && strstr(cases[i].text, "7,5")) {
            assert_null(e); /* a decimal comma is for people, not for files */
            continue;
        }
        if (!e || expression_true(e, "7.5", look_up, NULL) != cases[i].truth)
            fail_msg("%s", cases[i].text);
        expression_free(e);
    }
    assert_true(expression_true(NULL, "", look_up, NULL));
}

static void
errors_name_their_column(void **state)
{
    static const struct {
        const char *text;
        unsigned column;
    } cases[] = {
        {"", 1},
        {"1 +", 4},
        {"(1", 3},
        {"1 2", 3},
        {"'abc", 1},
        {"${", 1},
        {"${a b}", 1},
        {"foo(1)", 1},
        {"1 = = 2", 5},
        {"and 1", 1},
        {"selected(1)", 11},
        {"1 = 2 = 3", 7},
        {"${kind} == 1", 10},
        {"1;", 2},
        {"'Ёж' = 'Ёж' x", 13}, /* in characters, not bytes */
        {"${kind", 1},
        {"not 1", 5},
        {"selected(1, 2", 14},
        {"1.2.3", 1},
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct rc_error err = {0};
        struct expression *e = expression_parse(cases[i].text, &err);

        if (e || err.column != cases[i].column)
            fail_msg("%s: column %u", cases[i].text, err.column);
    }
}

static void
depth_and_length_are_bounded(void **state)
{
    char deep[2 * 200 + 2] = "", lengthy[EXPRESSION_LENGTH + 3];
    struct rc_error err = {0};

    (void)state;
    memset(deep, '(', 200);
    deep[200] = '1';
    memset(deep + 201, ')', 200);
    assert_null(expression_parse(deep, &err));
    assert_int_equal(err.code, RC_E_EXPRESSION_DEPTH);
    memset(lengthy, '1', sizeof lengthy - 1);
    lengthy[sizeof lengthy - 1] = '\0';
    assert_null(expression_parse(lengthy, &err));
    memset(deep, '-', 300);
    deep[300] = '1';
    deep[301] = '\0';
    assert_null(expression_parse(deep, &err));
}

/* Adds the name and a blank to the text in context. */
static bool
collect(void *context, const char *name)
{
    char *all = context;
    size_t len = strlen(all);

    snprintf(all + len, 100 - len, "%s ", name);
    return strcmp(name, "stop") != 0;
}

static void
names_are_told_in_order(void **state)
{
    struct rc_error err = {0};
    struct expression *e = expression_parse("${a} = 1 and not(${B-2} > ${c})", &err);
    char all[100] = "";

    (void)state;
    assert_non_null(e);
    assert_true(expression_names(e, collect, all));
    assert_string_equal(all, "a B-2 c ");
    expression_free(e);
    e = expression_parse("${a} = ${stop} or ${c}", &err);
    all[0] = '\0';
    assert_false(expression_names(e, collect, all));
    assert_string_equal(all, "a stop ");
    expression_free(e);
}

int
main(void)
{
    const struct CMUnitTest expression[] = {
        cmocka_unit_test(truths),
        cmocka_unit_test(errors_name_their_column),
        cmocka_unit_test(depth_and_length_are_bounded),
        cmocka_unit_test(names_are_told_in_order),
    };

    return cmocka_run_group_tests(expression, NULL, NULL);
}
