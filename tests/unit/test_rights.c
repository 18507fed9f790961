/* SPDX-License-Identifier: ISC */
/* Every role and every right, written out a second time. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "core/rights.h"

/* Columns: officer, lead, analyst, admin. */
static const struct {
    enum right right;
    const char *may;
} table[] = {
    {RIGHT_READ, "yyyy"},     {RIGHT_EXPORT, "yyyy"},    {RIGHT_VERIFY, "yyyy"},
    {RIGHT_LIST, "yy--"},     {RIGHT_INSPECT, "yy--"},   {RIGHT_SUBMIT, "yy--"},
    {RIGHT_SHIFT, "yy--"},    {RIGHT_REVIEW, "-y--"},    {RIGHT_DECIDE, "-y--"},
    {RIGHT_PEOPLE, "---y"},   {RIGHT_CHECKLIST, "-y-y"}, {RIGHT_SELF, "yyyy"},
    {RIGHT_SETTINGS, "---y"},
};

static void
each_role_has_the_rights_of_the_table_and_no_other(void **state)
{
    (void)state;
    assert_int_equal(ARRAY_LEN(table), RIGHTS_COUNT);
    for (size_t i = 0; i < ARRAY_LEN(table); i++) {
        assert_int_equal(strlen(table[i].may), ROLES_COUNT);
        for (unsigned role = 0; role < ROLES_COUNT; role++) {
            struct rc_error err = {0};
            bool may = table[i].may[role] == 'y';

            if (role_may(1u << role, table[i].right) != may)
                fail_msg("%s: %s", role_name((enum role)role), right_words(table[i].right));
            assert_int_equal(right_needed(1u << role, table[i].right, &err), may);
            assert_int_equal(err.code, may ? RC_OK : RC_E_NO_RIGHT);
            if (!may)
                assert_string_equal(err.arg[0], right_words(table[i].right));
        }
    }
}

static void
several_roles_may_what_any_of_them_may(void **state)
{
    (void)state;
    for (role_set set = 0; set < 1u << ROLES_COUNT; set++) {
        for (size_t i = 0; i < ARRAY_LEN(table); i++) {
            bool may = false;

            for (unsigned role = 0; role < ROLES_COUNT; role++)
                may = may || (set & 1u << role && table[i].may[role] == 'y');
            assert_int_equal(role_may(set, table[i].right), may);
        }
    }
}

static void
every_set_of_roles_is_read_as_it_is_written(void **state)
{
    (void)state;
    for (role_set set = 1; set < 1u << ROLES_COUNT; set++) {
        struct buf text = {0};
        role_set read;

        roles_text(set, &text);
        assert_true(roles_parse(buf_text(&text), &read));
        assert_int_equal(read, set);
        buf_release(&text);
    }
}

static void
what_is_no_role_is_refused(void **state)
{
    static const char *const wrong[] = {"",    " ", "boss", "officers", "offic", "officer boss",
                                        "Lead"};
    role_set set;

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        if (roles_parse(wrong[i], &set))
            fail_msg("\"%s\" was taken", wrong[i]);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_role_has_the_rights_of_the_table_and_no_other),
        cmocka_unit_test(several_roles_may_what_any_of_them_may),
        cmocka_unit_test(every_set_of_roles_is_read_as_it_is_written),
        cmocka_unit_test(what_is_no_role_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
