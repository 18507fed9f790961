/* SPDX-License-Identifier: ISC */
/*
 * A replay of all events puts work off to its end: its tables must be those that arise event by
 * event, for every kind of event in any order, with undo and redo between them.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"
#include "store/check.h"
#include "store/embedded.h"
#include "store_expect.h"

#define TRAINS 2
#define WAGONS 6 /* odd ones in train 1, even ones in train 2; 3 to 6 are listed on the way */
#define STEPS 1500

static unsigned
dice(unsigned sides)
{
    static unsigned x = 20260101;

    x = x * 1103515245 + 12345;
    return (x >> 16) % sides;
}

/* What happens to a wagon. %d: a number that no other event has, %u: one that comes again. */
static const struct {
    const char *kind, *body;
} of_wagon[] = {
    {"answer.set",
     "{\"t\":%d,\"s\":[[\"I-%u\",\"+\"],[\"I-7\",\"v\",\"2\",null,\"n\",1]],\"n\":[3,9]}"},
    {"answer.set", "{\"t\":%d,\"s\":[[\"I-%u\",\"?\",null,\"ice\"]]}"},
    {"finding.raised",
     "{\"s\":[[\"I-2\",\"!\"]],\"n\":[5,9],\"f\":{\"id\":\"f%d\",\"item\":\"I-2\","
     "\"severity\":%u,\"description\":\"Жёлтый\"}}"},
    {"finding.changed",
     "{\"t\":%d,\"f\":{\"id\":\"f%u\",\"severity\":4,\"description\":\"more\"}}"},
    {"finding.closed", "{\"t\":%d,\"id\":\"f%u\",\"state\":\"closed\"}"},
    {"finding.closed", "{\"t\":%d,\"id\":\"f%u\",\"state\":\"withdrawn\"}"},
    {"file.attached", "{\"finding\":\"f%u\",\"name\":\"a\",\"size\":5,\"sha256\":\"00\",\"t\":%d}"},
    {"file.removed", "{\"t\":%d,\"finding\":\"f%u\",\"name\":\"a\",\"sha256\":\"00\"}"},
    {"seal.read", "{\"k\":%u,\"id\":\"r%d\",\"no\":\"B7\",\"fold\":\"B7\",\"match\":\"extra\"}"},
    {"seal.read", "{\"t\":%d,\"k\":%u,\"no\":\"A1\",\"match\":\"matched\",\"n\":[6,9]}"},
    {"seal.removed", "{\"t\":%d,\"k\":%u,\"reason\":\"control\"}"},
    {"seal.applied", "{\"k\":%u,\"id\":\"p%d\",\"no\":\"C5\",\"fold\":\"C5\",\"place\":\"valve\"}"},
    {"gate.confirmed", "{\"t\":%d,\"codes\":[\"G-%u\",\"G-1\"],\"name\":\"Duty\"}"},
    {"gate.withdrawn", "{\"t\":%d,\"codes\":[\"G-%u\"],\"name\":\"Duty\"}"},
    {"note.added", "{\"text\":\"note ё %d %u\"}"},
    {"wagon.changed", "{\"t\":%d,\"level\":%u,\"n\":[1,12]}"},
    {"wagon.changed", "{\"t\":%d,\"kind\":\"covered\",\"n\":[%u,12]}"},
    {"wagon.struck", "{\"t\":%d,\"reason\":\"r%u\"}"},
    {"wagon.closed", "{\"t\":%d,\"u\":%u}"},
    {"wagon.moved", "{\"t\":%d,\"pos\":%u}"},
    {"wagon.relisted", "{\"cargo\":\"Coal %d\",\"dropped\":[%u],\"consignor\":\"Other\"}"},
    {"review.returned", "{\"id\":\"v%d\",\"item\":\"I-%u\",\"reason\":\"again\"}"},
    {"review.returned", "{\"id\":\"v%d\",\"finding\":\"f%u\",\"seals\":1,\"reason\":\"again\"}"},
    {"review.returned", "{\"id\":\"v%d\",\"t\":%u,\"reason\":\"the wagon\"}"},
    {"wagon.held", "{\"id\":\"h%d\",\"t\":%u,\"reason\":\"x\"}"},
    {"wagon.released", "{\"id\":\"l%d\",\"t\":%u}"},
    {"kind.of.the.future", "{\"t\":%d,\"u\":%u}"},
};

/* What happens to a train or to the post. */
static const struct {
    const char *kind, *body;
    bool of_train;
} of_train[] = {
    {"post.changed", "{\"fast\":3}", false},
    {"device.keyed", "{\"key\":\"aa\"}", false},
    {"chain.sealed", "{}", false},
    {"clock.flagged", "{}", false},
    {"tape.replayed", "{}", false},
    {"officer.changed", "{\"id\":\"01890000-0000-7000-8000-00000000000a\",\"pin\":\"$x\"}", false},
    {"officer.keyed", "{\"id\":\"01890000-0000-7000-8000-00000000000a\",\"key\":\"bb\"}", false},
    {"login.made", "{}", false},
    {"login.failed", "{\"badge\":\"7\"}", false},
    {"codes.adopted",
     "{\"list\":\"l\",\"sha256\":\"0\",\"rows\":[[\"1\",\"one\"],[\"2\",\"b\",\"б\"]]}", false},
    {"mapping.saved", "{\"headings\":\"h\",\"name\":\"n\",\"columns\":{\"wagon_no\":\"W\"}}",
     false},
    {"shift.started", "{\"clock\":1,\"off\":0}", false},
    {"shift.handed", "{\"id\":\"sh\",\"to\":\"102\"}", false},
    {"shift.taken", "{\"id\":\"sh\"}", false},
    {"train.planned", "{\"departs\":1795000009000,\"offset\":300}", true},
    {"train.walked", "{\"side\":\"L\"}", true},
    {"train.walked", "{\"head\":1}", true},
    {"train.corrected", "{\"source\":\"b.csv\",\"sha256\":\"beef\"}", true},
    {"gate.confirmed", "{\"codes\":[\"G-1\"],\"name\":\"Duty\"}", true},
    {"note.added", "{\"text\":\"about the train\"}", true},
    {"review.accepted", "{\"id\":\"ra\"}", true},
    {"train.released", "{\"id\":\"tr\"}", true},
    {"train.held", "{\"id\":\"th\",\"reason\":\"x\"}", true},
    {"train.submitted", "{}", true},
    {"train.withdrawn", "{\"reason\":\"x\"}", true},
};

static int
train_of(int wagon)
{
    return wagon % 2 ? 1 : 2;
}

/* printf with the unique number for %d and the common one for %u, in the order of the body. */
static void
on_wagon(struct world *w, size_t which, int wagon, int unique)
{
    struct buf body = {0};
    unsigned common = dice(40);

    for (const char *c = of_wagon[which].body; *c; c++) {
        if (*c == '%' && c[1] == 'd')
            buf_addf(&body, "%d", unique);
        else if (*c == '%')
            buf_addf(&body, "%u", common);
        else
            buf_addc(&body, *c);
        c += *c == '%';
    }
    world_record(w, of_wagon[which].kind, train_of(wagon), wagon, buf_text(&body));
    buf_release(&body);
}

static bool
is_submitted(struct world *w, int train)
{
    struct trains hold;
    char uuid[40];
    bool submitted;

    assert_true(store_train_uuid(w->store, world_uuid('t', train, uuid), &hold, NULL));
    submitted = strcmp(hold.rows[0].state, "submitted") == 0;
    trains_release(&hold);
    return submitted;
}

/* Takes the next step of the wagon back, or brings it back; nothing when there is none. Not in a
 * train that is submitted: its wagons are closed then and have no steps, here they need not be. */
static void
step_back(struct world *w, int wagon, bool redo)
{
    struct rc_error err = {0};
    char body[40];
    int64_t seq;
    int n;

    if (is_submitted(w, train_of(wagon)))
        return;
    assert_true((redo ? store_redo : store_undo)(w->store, world_wagon(w, wagon), &seq, &n, &err));
    snprintf(body, sizeof body, "{\"of\":%lld}", (long long)seq);
    if (n)
        world_record(w, redo ? "redo.made" : "undo.made", train_of(wagon), wagon, body);
}

/* The tables as they arose event by event are those of a replay of all events. */
static void
assert_replay(struct world *w)
{
    struct rc_error err = {0};

    if (!store_check_tables(w->store, &err))
        fail_msg("a replay gives another table: %s", err.arg[0]);
    world_assert_rebuild(w);
}

static void
begin_second_train(struct world *w)
{
    world_record(w, "train.listed", 2, 0,
                 "{\"no\":\"2402\",\"index\":\"7200-090-6740\",\"direction\":\"out\","
                 "\"arrived\":1794990000001,\"offset\":300,\"form\":\"railcheck\","
                 "\"version\":\"" WORLD_ROUND_CHECKLIST "\",\"source\":\"2402.csv\","
                 "\"sha256\":\"face\",\"level\":1}");
    world_list_wagon(w, 2, 2, "22981440", "Wheat in bags", NULL);
}

static bool
take_kind(void *context, const struct event *e, struct rc_error *err)
{
    (void)err;
    buf_addf(context, "%s ", e->kind);
    return true;
}

/* Every kind that schema/projection.sql knows has happened. */
static void
assert_every_kind(struct world *w)
{
    struct buf kinds = {0};
    char kind[40];

    buf_adds(&kinds, " ");
    assert_true(store_events(w->store, take_kind, &kinds, NULL));
    for (const struct projection_sql *p = projection_sql; p->sql; p++) {
        for (const char *at = p->on; strchr(p->on, '.') && *at; at += strspn(at, " ")) {
            size_t len = strcspn(at, " ");

            snprintf(kind, sizeof kind, " %.*s ", (int)len, at);
            if (!strstr(buf_text(&kinds), kind))
                fail_msg("no event of the kind%s", kind);
            at += len;
        }
    }
    buf_release(&kinds);
}

static void
any_order_of_events_gives_the_tables_of_its_replay(void **state)
{
    struct world w = {0};
    int listed = 2;

    (void)state;
    world_create(&w);
    world_begin_train(&w);
    world_list_wagon(&w, 1, 1, "73072738", "Diesel fuel", "[[\"s1\",\"A1\",\"A1\",\"hatch\"]]");
    begin_second_train(&w);
    for (int i = 0; i < STEPS; i++) {
        int wagon = 1 + (int)dice((unsigned)listed);

        if (dice(8) == 0) {
            size_t which = dice(ARRAY_LEN(of_train));

            world_record(&w, of_train[which].kind,
                         of_train[which].of_train ? 1 + (int)dice(TRAINS) : 0, 0,
                         of_train[which].body);
        } else if (dice(3) == 0) {
            step_back(&w, wagon, dice(3) == 0);
        } else {
            on_wagon(&w, dice(ARRAY_LEN(of_wagon)), wagon, i);
        }
        if (listed < WAGONS && dice(100) == 0) {
            listed++;
            world_list_wagon(&w, train_of(listed), listed, "60711520", "Coal", NULL);
        }
        if (i % 100 == 99)
            assert_replay(&w);
    }
    assert_every_kind(&w);
    world_remove(&w);
}

/* One event on a fresh wagon, then two: each may be the first or the last one that counts. */
static void
any_two_events_of_a_wagon_give_the_tables_of_their_replay(void **state)
{
    struct world w = {0};
    int wagon = 2, unique = 0;

    (void)state;
    world_create(&w);
    world_begin_train(&w);
    begin_second_train(&w);
    for (size_t a = 0; a < ARRAY_LEN(of_wagon); a++) {
        for (size_t b = 0; b < ARRAY_LEN(of_wagon); b++) {
            wagon += 2;
            world_list_wagon(&w, 2, wagon, "60711520", "Coal", NULL);
            on_wagon(&w, a, wagon, ++unique);
            on_wagon(&w, b, wagon, ++unique);
        }
    }
    assert_replay(&w);
    world_remove(&w);
}

/* No program of ours writes this; a record that was tampered with must not be told apart wrongly.
 */
static void
what_happens_before_a_wagon_is_listed_counts_for_nothing(void **state)
{
    struct world w = {0};

    (void)state;
    world_create(&w);
    world_begin_train(&w);
    world_record(&w, "note.added", 1, 1, "{\"text\":\"early\"}");
    world_record(&w, "answer.set", 1, 1, "{\"s\":[[\"I-1\",\"+\"]],\"n\":[1,9]}");
    world_list_wagon(&w, 1, 1, "73072738", "Diesel fuel", NULL);
    assert_replay(&w);
    assert_wagon(&w, 1, "not_started", 0, 24);
    world_record(&w, "note.added", 1, 1, "{\"text\":\"late\"}");
    world_record(&w, "note.added", 1, 1, "{\"text\":\"later\"}");
    assert_replay(&w);
    assert_wagon(&w, 1, "in_work", 0, 24);
    world_remove(&w);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(any_order_of_events_gives_the_tables_of_its_replay),
        cmocka_unit_test(any_two_events_of_a_wagon_give_the_tables_of_their_replay),
        cmocka_unit_test(what_happens_before_a_wagon_is_listed_counts_for_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
