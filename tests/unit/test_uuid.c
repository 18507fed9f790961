/* SPDX-License-Identifier: ISC */
/* Identifiers of version 7, and the machines that they are made from. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "base/env.h"
#include "base/uuid.h"

#define START INT64_C(1795400000000)

static int64_t
ms_of(const struct uuid *u)
{
    int64_t ms = 0;

    for (int i = 0; i < 6; i++)
        ms = ms << 8 | u->byte[i];
    return ms;
}

static void
the_time_of_making_stands_in_front(void **state)
{
    struct rc_env env;

    (void)state;
    rc_env_fake(&env, (struct moment){START, 300}, 1000);
    for (int i = 0; i < 100; i++) {
        struct uuid u = uuid_new(&env);

        assert_true(ms_of(&u) == START + i * 1000);
        assert_int_equal(u.byte[6] >> 4, 7);
        assert_int_equal(u.byte[8] >> 6, 2);
    }
    rc_env_release(&env);
}

/* Step 0: more than one counter's worth in one millisecond. Step -1000: a clock that was set back.
 */
static void
order_holds_when_the_clock_stands_or_goes_back(void **state)
{
    static const int64_t steps[] = {0, 1, -1, -1000};

    (void)state;
    for (size_t s = 0; s < ARRAY_LEN(steps); s++) {
        struct uuid before, u;
        struct rc_env env;

        rc_env_fake(&env, (struct moment){START, 0}, steps[s]);
        before = uuid_new(&env);
        for (int i = 0; i < 9000; i++, before = u) {
            u = uuid_new(&env);
            assert_true(memcmp(before.byte, u.byte, 8) < 0);
            assert_int_equal(u.byte[6] >> 4, 7);
        }
        rc_env_release(&env);
    }
}

static void
text_is_read_in_either_case_and_nothing_else_is(void **state)
{
    static const char good[] = "01a2f0dd-d233-7abc-8697-4fe323afa7ac";
    struct uuid u, large;
    char text[UUID_TEXT];

    (void)state;
    assert_true(uuid_parse(good, &u));
    assert_string_equal(uuid_text(&u, text), good);
    assert_true(uuid_parse("01A2F0DD-D233-7ABC-8697-4FE323AFA7AC", &large));
    assert_memory_equal(&u, &large, sizeof u);
    for (size_t at = 0; at < sizeof good - 1; at++) {
        char bad[sizeof good];

        memcpy(bad, good, sizeof good);
        bad[at] = good[at] == '-' ? '0' : '-';
        assert_false(uuid_parse(bad, &u));
        bad[at] = 'g';
        assert_false(uuid_parse(bad, &u));
        bad[at] = '\0'; /* cut short */
        assert_false(uuid_parse(bad, &u));
    }
}

static void
the_fake_machine_is_the_same_at_every_run(void **state)
{
    unsigned char a[64], b[64];
    struct rc_env one, two;

    (void)state;
    rc_env_fake(&one, (struct moment){START, 300}, 250);
    rc_env_fake(&two, (struct moment){START, 300}, 250);
    for (int i = 0; i < 10; i++) {
        struct moment m = one.now(one.context), n = two.now(two.context);

        assert_true(m.ms == START + i * 250 && n.ms == m.ms && m.offset_min == 300);
        assert_true(one.uptime(one.context) == two.uptime(two.context));
        one.random(one.context, a, sizeof a);
        two.random(two.context, b, sizeof b);
        assert_memory_equal(a, b, sizeof a);
    }
    assert_string_equal(one.boot, two.boot);
    assert_int_equal(strlen(one.boot), 36);
    rc_env_release(&one);
    rc_env_release(&two);
}

static void
the_real_machine_gives_time_bytes_and_boot(void **state)
{
    unsigned char a[300] = {0}, b[300] = {0};
    struct rc_env env;
    struct moment m;
    int64_t up;

    (void)state;
    rc_env_system(&env);
    m = env.now(env.context);
    assert_true(m.ms > INT64_C(1700000000000));
    assert_true(m.offset_min >= -1439 && m.offset_min <= 1439);
    up = env.uptime(env.context);
    assert_true(up > 0 && env.uptime(env.context) >= up);
    env.random(env.context, a, sizeof a);
    env.random(env.context, b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
    env.random(env.context, a, 0);
    assert_true(strlen(env.boot) > 0);
    rc_env_release(&env);
}

int
main(void)
{
    const struct CMUnitTest uuid[] = {
        cmocka_unit_test(the_time_of_making_stands_in_front),
        cmocka_unit_test(order_holds_when_the_clock_stands_or_goes_back),
        cmocka_unit_test(text_is_read_in_either_case_and_nothing_else_is),
        cmocka_unit_test(the_fake_machine_is_the_same_at_every_run),
        cmocka_unit_test(the_real_machine_gives_time_bytes_and_boot),
    };

    return cmocka_run_group_tests(uuid, NULL, NULL);
}
