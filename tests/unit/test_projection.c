/* SPDX-License-Identifier: ISC */
/* What each kind of event changes; after every test a rebuild gives the same tables. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "store_expect.h"

/* The only officer as one line. */
static void
assert_officer(struct world *w, const char *wanted)
{
    struct officers o;
    char line[200];

    assert_true(store_officers(w->store, &o, NULL));
    assert_int_equal(o.n, 1);
    snprintf(line, sizeof line, "%s|%s|%s|%d|%s", o.rows[0].name, o.rows[0].badge, o.rows[0].role,
             o.rows[0].active, o.rows[0].pin);
    assert_string_equal(line, wanted);
    officers_release(&o);
}

static void
a_change_of_an_officer_leaves_what_it_does_not_name(void **state)
{
    struct world *w = *state;

#define ID "{\"id\":\"01890000-0000-7000-8000-00000000000a\""
    assert_officer(w, "Officer One|101|officer|1|");
    world_record(w, "officer.changed", 0, 0, ID ",\"role\":\"officer lead\"}");
    assert_officer(w, "Officer One|101|officer lead|1|");
    world_record(w, "officer.changed", 0, 0, ID ",\"pin\":\"$x\",\"name\":\"Officer Two\"}");
    assert_officer(w, "Officer Two|101|officer lead|1|$x");
    world_record(w, "officer.changed", 0, 0, ID ",\"active\":0,\"pin\":\"\"}");
    assert_officer(w, "Officer Two|101|officer lead|0|");
    world_record(w, "officer.changed", 0, 0, "{\"id\":\"nobody\",\"active\":1}");
    assert_officer(w, "Officer Two|101|officer lead|0|");
}

static void
assert_failed(struct world *w, const char *badge, int in_a_row)
{
    struct failed_logins failed;

    assert_true(store_failed_logins(w->store, badge, &failed, NULL));
    assert_int_equal(failed.in_a_row, in_a_row);
    if (in_a_row)
        assert_string_equal(failed.boot, "6f0c2c5e-0000-4000-8000-000000000001");
}

static void
failed_log_ins_count_until_one_is_made_or_the_pin_is_new(void **state)
{
    static const char failed_101[] = "{\"badge\":\"101\"}", failed_7[] = "{\"badge\":\"7\"}";
    struct world *w = *state;
    struct failed_logins failed;

    assert_failed(w, "101", 0);
    world_record(w, "login.failed", 0, 0, failed_101);
    world_record(w, "login.failed", 0, 0, failed_7);
    world_record(w, "login.failed", 0, 0, failed_101);
    world_record(w, "note.added", 1, 0, "{\"text\":\"between\"}");
    assert_failed(w, "101", 2);
    assert_failed(w, "7", 1);
    assert_failed(w, "102", 0);
    assert_true(store_failed_logins(w->store, "101", &failed, NULL));
    /* The one before the note. */
    assert_int_equal(failed.at, w->at - 2000);
    assert_int_equal(failed.uptime, w->uptime - 2000);
    world_record(w, "login.made", 0, 0, "{}");
    assert_failed(w, "101", 0);
    assert_failed(w, "7", 1);
    world_record(w, "login.failed", 0, 0, failed_101);
    world_record(w, "officer.changed", 0, 0, ID ",\"name\":\"Officer Two\"}");
    assert_failed(w, "101", 1);
    world_record(w, "officer.changed", 0, 0, ID ",\"pin\":\"$x\"}");
    assert_failed(w, "101", 0);
}

static void
set_up_events_fill_post_officer_and_checklist(void **state)
{
    struct world *w = *state;
    struct officers o;
    struct checklists c;
    char post[40], device[40];

    assert_true(store_post(w->store, post, sizeof post, NULL));
    assert_string_equal(post, "Altynkol");
    assert_true(store_device(w->store, device, NULL));
    assert_string_equal(device, w->device);
    assert_true(store_officers(w->store, &o, NULL));
    assert_int_equal(o.n, 1);
    assert_string_equal(o.rows[0].actor, w->actor);
    assert_string_equal(o.rows[0].name, "Officer One");
    assert_string_equal(o.rows[0].badge, "101");
    assert_string_equal(o.rows[0].role, "officer");
    assert_true(o.rows[0].active);
    officers_release(&o);
    assert_true(store_checklists(w->store, &c, NULL));
    assert_int_equal(c.n, 1);
    assert_string_equal(c.rows[0].form, "railcheck");
    assert_string_equal(c.rows[0].version, WORLD_ROUND_CHECKLIST);
    checklists_release(&c);
}

static void
listed_train_and_wagons_start_untouched(void **state)
{
    struct world *w = *state;
    struct trains t;
    struct wagons g;
    struct train_row train = train_now(w, &t);
    struct wagon_row row;

    assert_string_equal(train.number, "2401");
    assert_string_equal(train.index, "7200-089-6740");
    assert_string_equal(train.direction, "in");
    assert_int_equal(train.arrived_offset, 300);
    assert_string_equal(train.version, WORLD_ROUND_CHECKLIST);
    assert_int_equal(train.submitted_at, 0);
    trains_release(&t);
    assert_train(w, "listed", 2, 0, 0, -1);
    row = wagon_now(w, 1, &g);
    assert_string_equal(row.number, "73072738");
    assert_string_equal(row.cargo_name, "Diesel fuel");
    assert_string_equal(row.kind_from, "list");
    assert_int_equal(row.net_kg, 60000);
    assert_int_equal(row.tare_kg, -1);
    assert_int_equal(row.seals_expected, 2);
    assert_int_equal(row.seals_read, 0);
    assert_int_equal(row.first_at, 0);
    assert_string_equal(row.officer, "");
    wagons_release(&g);
    assert_wagon(w, 1, "not_started", 0, 24);
}

static void
answer_is_set_and_replaced(void **state)
{
    struct world *w = *state;
    struct answers a;
    struct wagons g;
    struct wagon_row row;

    world_record(w, "answer.set", 1, 1,
                 "{\"s\":[[\"TNK-1\",\"+\",null,null,null,1],[\"TNK-6\",\"v\",\"12.5\"],"
                 "[\"TNK-9\",\"?\",null,\"ice\",\"see photo\",4]],\"n\":[3,24],\"t\":9}");
    assert_answers(w, 1, "TNK-1 + -;TNK-6 v 12.5;TNK-9 ? -;");
    assert_wagon(w, 1, "in_work", 3, 24);
    assert_train(w, "inspecting", 2, 0, 0, -1);
    answer_item(w, 1, "TNK-1", "!", 3);
    assert_true(store_answers(w->store, world_wagon(w, 1), &a, NULL));
    assert_int_equal(a.n, 3);
    assert_string_equal(a.rows[0].state, "!");
    assert_int_equal(a.rows[0].marks, 0);
    assert_int_equal(a.rows[0].seq, w->seq);
    assert_int_equal(a.rows[0].at, w->at - 1000);
    assert_int_equal(a.rows[0].offset_min, 300);
    assert_string_equal(a.rows[0].officer, "101");
    assert_null(a.rows[1].reason);
    assert_string_equal(a.rows[2].reason, "ice");
    assert_string_equal(a.rows[2].note, "see photo");
    assert_int_equal(a.rows[2].marks, 4);
    answers_release(&a);
    row = wagon_now(w, 1, &g);
    assert_int_equal(row.first_at, w->at - 2000);
    assert_int_equal(row.last_at, w->at - 1000);
    assert_string_equal(row.officer, "101");
    wagons_release(&g);
}

static void
finding_is_raised_changed_and_withdrawn(void **state)
{
    struct world *w = *state;
    struct findings f;
    struct trains t;
    int64_t raised_at = w->at;

    world_record(w, "finding.raised", 1, 1, FINDING("f1", "3", "double wall"));
    assert_answers(w, 1, "TNK-3 ! -;");
    assert_train(w, "inspecting", 2, 0, 1, 3);
    world_record(w, "finding.changed", 1, 1, FINDING("f1", "2", "double wall, welded"));
    assert_train(w, "inspecting", 2, 0, 1, 2);
    assert_true(store_findings(w->store, 0, world_wagon(w, 1), &f, NULL));
    assert_int_equal(f.n, 1);
    assert_string_equal(f.rows[0].uuid, "f1");
    assert_string_equal(f.rows[0].item, "TNK-3");
    assert_string_equal(f.rows[0].zone, "shell");
    assert_string_equal(f.rows[0].category, "cache");
    assert_int_equal(f.rows[0].severity, 2);
    assert_string_equal(f.rows[0].noticed, "EYE");
    assert_string_equal(f.rows[0].description, "double wall, welded");
    assert_string_equal(f.rows[0].act_no, "17");
    assert_string_equal(f.rows[0].files, "a.jpg 5 00");
    assert_string_equal(f.rows[0].state, "open");
    assert_int_equal(f.rows[0].raised_at, raised_at);
    assert_string_equal(f.rows[0].officer, "101");
    findings_release(&f);
    world_record(w, "finding.closed", 1, 1, "{\"id\":\"f1\",\"state\":\"closed\"}");
    assert_train(w, "inspecting", 2, 0, 1, 2);
    world_record(w, "finding.closed", 1, 1,
                 "{\"id\":\"f1\",\"state\":\"withdrawn\",\"why\":\"x\"}");
    assert_train(w, "inspecting", 2, 0, 0, -1);
    train_now(w, &t);
    assert_true(store_findings(w->store, t.rows[0].id, 0, &f, NULL));
    assert_int_equal(f.n, 1);
    assert_string_equal(f.rows[0].state, "withdrawn");
    findings_release(&f);
    trains_release(&t);
}

static void
seals_are_read_removed_and_applied(void **state)
{
    struct world *w = *state;
    struct seals l;
    struct wagons g;
    struct wagon_row row;

    world_record(w, "seal.read", 1, 1,
                 "{\"k\":1,\"no\":\"H8453704\",\"fold\":\"H8453704\",\"place\":\"dome\","
                 "\"match\":\"lookalike\",\"checks\":\"++..\",\"state\":\"intact\",\"n\":[1,24]}");
    world_record(w, "seal.read", 1, 1, "{\"k\":2,\"match\":\"missing\",\"n\":[2,24]}");
    world_record(w, "seal.read", 1, 1,
                 "{\"k\":3,\"id\":\"s3\",\"no\":\"B7\",\"fold\":\"B7\",\"match\":\"extra\"}");
    row = wagon_now(w, 1, &g);
    assert_int_equal(row.seals_expected, 2);
    assert_int_equal(row.seals_read, 2);
    assert_int_equal(row.seals_bad, 2);
    assert_int_equal(row.done, 2);
    wagons_release(&g);
    world_record(w, "seal.removed", 1, 1, "{\"k\":1,\"reason\":\"control\"}");
    world_record(w, "seal.applied", 1, 1,
                 "{\"k\":1,\"no\":\"C55\",\"fold\":\"C55\",\"owner\":\"post\"}");
    world_record(w, "seal.applied", 1, 1,
                 "{\"k\":4,\"id\":\"s4\",\"no\":\"C56\",\"fold\":\"C56\",\"place\":\"valve\"}");
    assert_true(store_seals(w->store, world_wagon(w, 1), &l, NULL));
    assert_int_equal(l.n, 4);
    assert_string_equal(l.rows[0].expected, "Н8453704");
    assert_string_equal(l.rows[0].read, "H8453704");
    assert_string_equal(l.rows[0].applied, "C55");
    assert_string_equal(l.rows[0].place, "dome");
    assert_string_equal(l.rows[0].owner, "post");
    assert_string_equal(l.rows[0].match, "lookalike");
    assert_string_equal(l.rows[0].checks, "++..");
    assert_string_equal(l.rows[0].state, "removed_by_us");
    assert_string_equal(l.rows[0].reason, "control");
    assert_true(l.rows[0].removed);
    assert_string_equal(l.rows[1].match, "missing");
    assert_null(l.rows[1].read);
    assert_string_equal(l.rows[2].uuid, "s3");
    assert_null(l.rows[2].expected);
    assert_string_equal(l.rows[2].match, "extra");
    assert_string_equal(l.rows[3].applied, "C56");
    assert_string_equal(l.rows[3].state, "intact");
    assert_string_equal(l.rows[3].officer, "101");
    seals_release(&l);
}

static void
gates_hold_for_the_train_or_for_one_wagon(void **state)
{
    struct world *w = *state;
    struct trains t;
    struct gates g;
    int64_t train;

    train = train_now(w, &t).id;
    trains_release(&t);
    world_record(w, "gate.confirmed", 1, 0, "{\"codes\":[\"H-OHL\",\"H-STOP\"],\"name\":\"Duty\"}");
    world_record(w, "gate.confirmed", 1, 1, "{\"codes\":[\"H-GAS\"],\"name\":\"\"}");
    assert_true(store_gates(w->store, train, world_wagon(w, 2), &g, NULL));
    assert_int_equal(g.n, 2);
    assert_string_equal(g.rows[0].code, "H-OHL");
    assert_int_equal(g.rows[0].wagon, 0);
    assert_string_equal(g.rows[0].name, "Duty");
    assert_string_equal(g.rows[0].officer, "101");
    gates_release(&g);
    world_record(w, "gate.withdrawn", 1, 0, "{\"codes\":[\"H-OHL\"],\"name\":\"Duty\"}");
    assert_true(store_gates(w->store, train, 0, &g, NULL));
    assert_int_equal(g.n, 3);
    assert_string_equal(g.rows[0].state, "withdrawn");
    assert_string_equal(g.rows[1].state, "confirmed");
    assert_string_equal(g.rows[2].code, "H-GAS");
    assert_int_equal(g.rows[2].wagon, world_wagon(w, 1));
    gates_release(&g);
    /* The train's gates are no step of any wagon. */
    assert_steps(w, 1, 1, 0);
    assert_steps(w, 2, 0, 0);
}

static void
kind_and_level_change_and_a_wagon_is_struck(void **state)
{
    struct world *w = *state;
    struct wagons g;
    struct wagon_row row;

    world_record(w, "wagon.changed", 1, 1, "{\"level\":2,\"n\":[0,30]}");
    row = wagon_now(w, 1, &g);
    assert_string_equal(row.kind_from, "list");
    assert_int_equal(row.level, 2);
    assert_int_equal(row.total, 30);
    wagons_release(&g);
    world_record(w, "wagon.changed", 1, 1, "{\"kind\":\"covered\",\"n\":[0,20]}");
    row = wagon_now(w, 1, &g);
    assert_string_equal(row.kind, "covered");
    assert_string_equal(row.kind_from, "officer");
    assert_int_equal(row.level, 2);
    wagons_release(&g);
    world_record(w, "wagon.struck", 1, 2, "{\"reason\":\"not in the train\"}");
    row = wagon_now(w, 2, &g);
    assert_string_equal(row.state, "struck");
    assert_string_equal(row.reason, "not in the train");
    wagons_release(&g);
    assert_train(w, "inspecting", 1, 0, 0, -1);
    undo_next(w, 2);
    assert_train(w, "inspecting", 2, 0, 0, -1);
    assert_wagon(w, 2, "not_started", 0, 24);
}

static void
closing_a_wagon_shows_what_was_found(void **state)
{
    struct world *w = *state;

    world_record(w, "finding.raised", 1, 1, FINDING("f1", "1", "rust"));
    world_record(w, "wagon.closed", 1, 1, "{}");
    world_record(w, "wagon.closed", 1, 2, "{}");
    assert_wagon(w, 1, "finding", 1, 24);
    assert_wagon(w, 2, "clear", 0, 24);
    assert_train(w, "inspecting", 2, 2, 1, 1);
    /* Corrections change the result, and are no steps. */
    world_record(w, "finding.closed", 1, 1,
                 "{\"id\":\"f1\",\"state\":\"withdrawn\",\"why\":\"x\"}");
    assert_wagon(w, 1, "clear", 1, 24);
    world_record(w, "finding.raised", 1, 2, FINDING("f2", "4", "wires"));
    assert_wagon(w, 2, "finding", 1, 24);
    assert_train(w, "inspecting", 2, 2, 1, 4);
    assert_steps(w, 1, 0, 0);
    assert_steps(w, 2, 0, 0);
}

static void
submitted_train_stays_submitted(void **state)
{
    struct world *w = *state;
    struct trains t;
    struct train_row row;
    int64_t at;

    world_record(w, "wagon.closed", 1, 1, "{}");
    world_record(w, "wagon.closed", 1, 2, "{}");
    at = w->at;
    world_record(w, "train.submitted", 1, 0, "{}");
    world_record(w, "answer.set", 1, 1,
                 "{\"s\":[[\"TNK-1\",\"+\"]],\"n\":[1,24],\"why\":\"late\"}");
    row = train_now(w, &t);
    assert_string_equal(row.state, "submitted");
    assert_int_equal(row.submitted_at, at);
    assert_string_equal(row.submitted_by, "101");
    trains_release(&t);
}

static void
notes_and_unknown_kinds_are_kept(void **state)
{
    struct world *w = *state;
    struct log l;

    world_record(w, "note.added", 1, 1, "{\"text\":\"Жёлтая краска\"}");
    world_record(w, "note.added", 1, 0, "{\"text\":\"about the train\"}");
    world_record(w, "export.made", 1, 0, "{\"dir\":\"x\"}");
    world_record(w, "kind.of.the.future", 1, 1, "{}");
    assert_true(store_log(w->store, 0, world_wagon(w, 1), 10, &l, NULL));
    assert_int_equal(l.n, 3);
    assert_string_equal(l.rows[0].kind, "kind.of.the.future");
    assert_string_equal(l.rows[1].kind, "note.added");
    assert_string_equal(l.rows[1].officer, "101");
    log_release(&l);
    assert_steps(w, 1, 1, 0);
}

int
main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, inspection_set_up, inspection_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(set_up_events_fill_post_officer_and_checklist),
        CASE(a_change_of_an_officer_leaves_what_it_does_not_name),
        CASE(failed_log_ins_count_until_one_is_made_or_the_pin_is_new),
        CASE(listed_train_and_wagons_start_untouched),
        CASE(answer_is_set_and_replaced),
        CASE(finding_is_raised_changed_and_withdrawn),
        CASE(seals_are_read_removed_and_applied),
        CASE(gates_hold_for_the_train_or_for_one_wagon),
        CASE(kind_and_level_change_and_a_wagon_is_struck),
        CASE(closing_a_wagon_shows_what_was_found),
        CASE(submitted_train_stays_submitted),
        CASE(notes_and_unknown_kinds_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
