/* SPDX-License-Identifier: ISC */
/* A train on its way through review: returned, corrected, accepted, held, released. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app/decide.h"
#include "app/inspect.h"
#include "app/people.h"
#include "app/review.h"
#include "app/train.h"
#include "app/verify.h"
#include "app/work.h"
#include "post_world.h"
#include "trail/sign.h"

#define PASSPHRASE "тестовая фраза"

/* Officer 101 inspects, lead 201 reviews; 202 is both. */
static int
set_up(void **state)
{
    struct post_world *f = post_begin(700);
    const char *stop = "H-STOP";
    struct rc_error err = {0};

    assert_true(post_list_train(f, &err));
    assert_true(inspect_gates_confirm(f->app, f->wagon[1], &stop, 1, "", &err));
    assert_true(people_add(f->app, "Sample Lead", "201", "lead", &err));
    assert_true(people_add(f->app, "Sample Both", "202", "officer lead", &err));
    *state = f;
    return 0;
}

static void
at_work(struct post_world *f, const char *badge)
{
    struct rc_error err = {0};

    assert_true(people_login(f->app, badge, NULL, &err));
}

static void
close_wagon(struct post_world *f, int position)
{
    const struct answer absent = {.state = ANSWER_NO_ACCESS, .reason = "frozen"};
    struct rc_error err = {0};
    struct work w;

    assert_true(work_open(f->app, f->wagon[position], &w, &err));
    for (size_t i = 0; i < w.seals.n; i++) {
        if (strcmp(w.seals.rows[i].match, "open") == 0)
            assert_true(inspect_seal_no_access(f->app, w.wagon->id, w.seals.rows[i].n, "frozen",
                                               NULL, &err));
    }
    for (size_t i = 0; i < w.in.n; i++) {
        if (w.in.lines[i].item->type != ITEM_SEALS && !w.in.lines[i].answer.state)
            assert_true(
                inspect_answer(f->app, w.wagon->id, w.in.lines[i].key, &absent, NULL, NULL, &err));
    }
    assert_true(inspect_close(f->app, w.wagon->id, &err));
    work_release(&w);
}

/* A finding of this severity on RUN-1 of the wagon; its id. */
static void
find(struct post_world *f, int position, int severity, char id[40])
{
    struct finding finding = finding_blank("VOID", severity);
    struct rc_error err = {0};

    finding.item = "RUN-1";
    assert_true(inspect_finding(f->app, f->wagon[position], &finding, NULL, id, &err));
}

static void
submit(struct post_world *f)
{
    struct rc_error err = {0};

    for (int i = 1; i <= WAGONS; i++)
        close_wagon(f, i);
    assert_true(train_submit(f->app, f->train, &err));
}

static void
expect(struct post_world *f, const char *train, int position, const char *wagon)
{
    struct rc_error err = {0};
    struct work w;

    assert_true(work_open(f->app, f->wagon[position], &w, &err));
    assert_string_equal(w.train->state, train);
    assert_string_equal(w.wagon->state, wagon);
    work_release(&w);
}

static void
refused(bool done, enum rc_code code, struct rc_error *err)
{
    assert_false(done);
    if (err->code != code)
        fail_msg("%s, not %s", rc_code_text(err->code), rc_code_text(code));
    *err = (struct rc_error){0};
}

static struct review
review_of(struct post_world *f)
{
    struct rc_error err = {0};
    struct review r;

    if (!review_read(f->app, f->train, "en", &r, &err))
        fail_msg("%s", rc_code_text(err.code));
    return r;
}

/* The first line of the part on the wagon with this item ("" any). */
static const struct review_line *
line_of(const struct review *r, enum review_part part, int position, const char *item)
{
    for (size_t i = 0; i < r->n; i++) {
        const struct review_line *line = &r->lines[i];

        if (line->part == part && line->position == position &&
            (!*item || strcmp(line->item, item) == 0))
            return line;
    }
    fail_msg("no line of part %d on wagon %d, item %s", part, position, item);
    return NULL;
}

static void
a_return_travels_to_the_officer_and_back(void **state)
{
    struct post_world *f = *state;
    const struct answer other = {.state = ANSWER_NA};
    struct rc_error err = {0};
    struct review r;
    struct work w;

    submit(f);
    at_work(f, "201");
    refused(review_return(f->app, f->wagon[3], "DOC-1", NULL, "", &err), RC_E_REASON_NEEDED, &err);
    refused(review_return(f->app, f->wagon[3], "NO-1", NULL, "look", &err), RC_E_NO_ITEM, &err);
    assert_true(
        review_return(f->app, f->wagon[3], "DOC-1", NULL, "the copy is not readable", &err));
    assert_true(review_return(f->app, f->wagon[5], NULL, NULL, "look again", &err));
    assert_true(review_return(f->app, f->wagon[5], "DOC-2", NULL, "which page?", &err));
    expect(f, "returned", 3, "returned");
    expect(f, "returned", 4, "clear");
    refused(decide_allowed(f->app, f->train, DECIDE_ACCEPT, NULL, &err), RC_E_NOT_SUBMITTED, &err);

    at_work(f, "101");
    refused(train_submit(f->app, f->train, &err), RC_E_TRAIN_OPEN, &err);
    assert_true(work_open(f->app, f->wagon[3], &w, &err));
    assert_int_equal(w.train->returns, 3);
    assert_non_null(work_point(&w, "DOC-1"));
    assert_string_equal(work_point(&w, "DOC-1")->reason, "the copy is not readable");
    assert_string_equal(work_point(&w, "DOC-1")->officer, "201");
    assert_null(work_point(&w, ""));
    work_release(&w);
    /* No reason is asked for: the return is the reason. */
    assert_true(inspect_answer(f->app, f->wagon[3], "DOC-1", &other, NULL, NULL, &err));
    assert_true(inspect_answer(f->app, f->wagon[5], "RUN-1", &other, NULL, NULL, &err));
    close_wagon(f, 3);
    close_wagon(f, 5);
    assert_true(train_submit(f->app, f->train, &err));
    expect(f, "submitted", 3, "clear");

    at_work(f, "201");
    r = review_of(f);
    assert_int_equal(r.count[REVIEW_POINTS], 3);
    assert_string_equal(line_of(&r, REVIEW_POINTS, 3, "DOC-1")->code, "corrected");
    assert_string_equal(line_of(&r, REVIEW_POINTS, 5, "")->code, "corrected");
    assert_string_equal(line_of(&r, REVIEW_POINTS, 5, "DOC-2")->code, "unchanged");
    assert_int_equal(r.count[REVIEW_CORRECTIONS], 2);
    assert_string_equal(line_of(&r, REVIEW_CORRECTIONS, 3, "DOC-1")->was, "? (frozen)");
    assert_string_equal(line_of(&r, REVIEW_CORRECTIONS, 3, "DOC-1")->now, "-");
    assert_int_equal(r.train->returns, 0);
    review_release(&r);
}

static void
what_was_done_to_a_returned_point_can_be_undone(void **state)
{
    struct post_world *f = *state;
    const struct answer other = {.state = ANSWER_NA};
    struct rc_error err = {0};
    char what[40];
    struct work w;

    submit(f);
    refused(inspect_undo(f->app, f->wagon[1], what, &err), RC_E_UNDO_SUBMITTED, &err);
    at_work(f, "201");
    assert_true(review_return(f->app, f->wagon[1], "DOC-1", NULL, "look", &err));
    at_work(f, "101");
    assert_true(inspect_answer(f->app, f->wagon[1], "DOC-1", &other, NULL, NULL, &err));
    assert_true(inspect_undo(f->app, f->wagon[1], what, &err));
    assert_true(work_open(f->app, f->wagon[1], &w, &err));
    assert_string_equal(w.wagon->state, "returned");
    assert_non_null(work_point(&w, "DOC-1"));
    assert_int_equal(w.train->returns, 1);
    work_release(&w);
    assert_true(inspect_redo(f->app, f->wagon[1], what, &err));
    assert_true(work_open(f->app, f->wagon[1], &w, &err));
    assert_null(work_point(&w, "DOC-1"));
    assert_int_equal(w.train->returns, 0);
    work_release(&w);
}

static void
a_finding_and_the_seals_are_returned_and_come_back_corrected(void **state)
{
    struct post_world *f = *state;
    struct finding finding = finding_blank("VOID", 2);
    struct seal_reading reading;
    struct rc_error err = {0};
    struct review r;
    struct work w;
    char id[40];

    find(f, 2, 2, id);
    submit(f);
    at_work(f, "201");
    assert_true(review_return(f->app, f->wagon[2], NULL, id, "describe it", &err));
    assert_true(review_return(f->app, f->wagon[2], "SEAL-V2", NULL, "read it", &err));
    at_work(f, "101");
    assert_true(work_open(f->app, f->wagon[2], &w, &err));
    assert_non_null(work_point(&w, "RUN-1"));
    work_release(&w);
    finding.uuid = id;
    finding.item = "RUN-1";
    finding.description = "sample text";
    assert_true(inspect_finding_change(f->app, f->wagon[2], &finding, NULL, &err));
    assert_true(inspect_seal_read(f->app, f->wagon[2], 1, "Н0000001", "", NULL, &reading, &err));
    close_wagon(f, 2);
    assert_true(train_submit(f->app, f->train, &err));
    r = review_of(f);
    assert_int_equal(r.count[REVIEW_POINTS], 2);
    assert_string_equal(line_of(&r, REVIEW_POINTS, 2, "RUN-1")->code, "corrected");
    assert_string_equal(line_of(&r, REVIEW_POINTS, 2, "SEAL-V2")->code, "corrected");
    assert_int_equal(r.count[REVIEW_SEALS], 1);
    assert_string_equal(line_of(&r, REVIEW_SEALS, 2, "")->now, "Н0000001");
    assert_string_equal(line_of(&r, REVIEW_FINDINGS, 2, "RUN-1")->why, "sample text");
    review_release(&r);
}

static void
the_trains_own_checklist_is_returned_too(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct review r;

    submit(f);
    at_work(f, "201");
    assert_true(review_return(f->app, f->wagon[0], NULL, NULL, "who opened the gates?", &err));
    expect(f, "returned", 0, "returned");
    at_work(f, "101");
    assert_true(inspect_note(f->app, f->wagon[0], "the duty officer", &err));
    assert_true(train_submit(f->app, f->train, &err));
    expect(f, "submitted", 0, "clear");
    r = review_of(f);
    assert_string_equal(line_of(&r, REVIEW_POINTS, 0, "")->code, "corrected");
    review_release(&r);
}

static void
the_lead_sees_what_was_hurried_copied_and_left_out(void **state)
{
    struct post_world *f = *state;
    struct answer ok = {.state = ANSWER_OK};
    struct rc_error err = {0};
    const struct review_line *line;
    struct review r;
    size_t n;

    assert_true(inspect_answer(f->app, f->wagon[1], "RUN-1", &ok, NULL, NULL, &err));
    assert_true(inspect_zone_ok(f->app, f->wagon[1], "RUN-1", &n, &err));
    assert_true(inspect_copy(f->app, f->wagon[2], "RUN-1", &err));
    submit(f);
    at_work(f, "201");
    r = review_of(f);
    line = line_of(&r, REVIEW_PACE, 1, "");
    assert_int_equal(line->bulk, n);
    assert_int_equal(line_of(&r, REVIEW_PACE, 2, "")->copied, 1);
    assert_int_equal(r.count[REVIEW_PACE], WAGONS);
    assert_int_equal(r.bulk, n);
    assert_int_equal(r.copied, 1);
    assert_int_equal(r.fast_s, 2);
    /* The clock of the test steps 0.7 s: RUN-1 had no answer before it, the others said "not
     * accessible", which needs no look. */
    assert_int_equal(r.fast, 0);
    assert_true(line->minutes >= 0);
    assert_false(r.took_part);
    assert_true(r.count[REVIEW_NO_ACCESS] > 0);
    review_release(&r);
}

static void
nobody_accepts_his_own_inspection(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};

    at_work(f, "202");
    close_wagon(f, 1);
    at_work(f, "101");
    for (int i = 2; i <= WAGONS; i++)
        close_wagon(f, i);
    assert_true(train_submit(f->app, f->train, &err));
    at_work(f, "202");
    refused(decide_allowed(f->app, f->train, DECIDE_ACCEPT, NULL, &err), RC_E_OWN_INSPECTION, &err);
    /* Returning and holding a wagon is no inspecting. */
    at_work(f, "201");
    assert_true(review_hold(f->app, f->wagon[4], "sample reason", &err));
    assert_true(decide_allowed(f->app, f->train, DECIDE_ACCEPT, NULL, &err));
}

static bool
sign(struct post_world *f, enum decision d, const char *reason, struct rc_error *err)
{
    return decide_sign(f->app, f->train, d, reason, PASSPHRASE, err);
}

static void
a_decision_is_signed_with_the_leads_own_key(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct reviews reviews = {0};
    bool has;

    submit(f);
    at_work(f, "201");
    assert_true(decide_has_key(f->app, &has, &err));
    assert_false(has);
    refused(sign(f, DECIDE_ACCEPT, NULL, &err), RC_E_NO_KEY, &err);
    refused(decide_make_key(f->app, "short", &err), RC_E_WEAK_PASSPHRASE, &err);
    refused(decide_make_key(f->app, "", &err), RC_E_EMPTY, &err);
    assert_true(decide_make_key(f->app, PASSPHRASE, &err));
    assert_true(decide_has_key(f->app, &has, &err));
    assert_true(has);
    refused(decide_sign(f->app, f->train, DECIDE_ACCEPT, NULL, "another phrase", &err),
            RC_E_WRONG_PASSPHRASE, &err);
    refused(sign(f, DECIDE_RELEASE, NULL, &err), RC_E_NOT_ACCEPTED, &err);
    assert_true(sign(f, DECIDE_ACCEPT, NULL, &err));
    expect(f, "accepted", 1, "clear");
    refused(inspect_note(f->app, f->wagon[1], "late", &err), RC_E_TRAIN_DECIDED, &err);
    refused(review_return(f->app, f->wagon[1], NULL, NULL, "late", &err), RC_E_NOT_SUBMITTED, &err);
    refused(sign(f, DECIDE_HOLD, "", &err), RC_E_REASON_NEEDED, &err);
    assert_true(sign(f, DECIDE_HOLD, "sample reason", &err));
    expect(f, "held", 1, "clear");
    assert_true(sign(f, DECIDE_RELEASE, NULL, &err));
    expect(f, "released", 1, "clear");
    assert_true(store_reviews(f->app->store, f->train, 0, &reviews, &err));
    assert_int_equal(reviews.n, 3);
    assert_string_equal(reviews.rows[1].what, "held");
    assert_string_equal(reviews.rows[1].reason, "sample reason");
    reviews_release(&reviews);
}

static struct moment (*clock_of_the_post)(void *context);

static struct moment
an_hour_ago(void *context)
{
    struct moment now = clock_of_the_post(context);

    now.ms -= 3600000;
    return now;
}

/* The flag of the clock comes before the decision; the signature is over the head with the flag. */
static void
a_decision_after_the_clock_was_set_back_verifies(void **state)
{
    struct post_world *f = *state;
    struct verification v;
    struct rc_error err = {0};
    struct review r;

    submit(f);
    at_work(f, "201");
    assert_true(decide_make_key(f->app, PASSPHRASE, &err));
    clock_of_the_post = f->env.now;
    f->env.now = an_hour_ago;
    assert_true(sign(f, DECIDE_ACCEPT, NULL, &err));
    assert_true(verify_records(f->app, NULL, 0, &v, &err));
    assert_int_equal(v.signatures, 1);
    assert_int_equal(v.clock_back, 1);
    assert_int_equal(v.sealed_to, v.events - 1);
    r = review_of(f);
    assert_int_equal(r.clock_flags, 1);
    review_release(&r);
}

static void
what_is_signed_names_train_counts_heads_and_meaning(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct buf text = {0};
    char head[80];
    int64_t seq;
    unsigned char hash[32];

    submit(f);
    at_work(f, "201");
    assert_true(store_head(f->app->store, f->app->device, &seq, hash, &err));
    assert_true(decide_text(f->app, f->train, DECIDE_ACCEPT, "two\nlines", &text, &err));
    snprintf(head, sizeof head, "\nhead: %s %lld ", f->app->device, (long long)seq);
    assert_non_null(strstr(buf_text(&text), head));
    assert_int_equal(strncmp(buf_text(&text), "railcheck-sign-v1\nmeaning: accepted\ntrain: ", 43),
                     0);
    assert_non_null(strstr(buf_text(&text), "\nwagons: 8\n"));
    assert_non_null(strstr(buf_text(&text), "\nreason: two lines\n"));
    assert_non_null(strstr(buf_text(&text), "\nbadge: 201\n"));
    buf_release(&text);
}

static void
a_grave_finding_keeps_its_wagon(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    char id[40], other[40];

    find(f, 2, 3, id);
    find(f, 6, 2, other);
    submit(f);
    at_work(f, "201");
    assert_true(decide_make_key(f->app, PASSPHRASE, &err));
    assert_true(sign(f, DECIDE_ACCEPT, NULL, &err));
    refused(sign(f, DECIDE_RELEASE, NULL, &err), RC_E_GRAVE, &err);
    /* The wagon stays, the train goes … */
    refused(review_hold(f->app, f->wagon[2], "", &err), RC_E_REASON_NEEDED, &err);
    assert_true(review_hold(f->app, f->wagon[2], "sample reason", &err));
    refused(review_hold(f->app, f->wagon[2], "again", &err), RC_E_WAGON_HELD, &err);
    expect(f, "accepted", 2, "held");
    assert_true(decide_allowed(f->app, f->train, DECIDE_RELEASE, NULL, &err));
    refused(review_release_wagon(f->app, f->wagon[2], NULL, &err), RC_E_GRAVE_WAGON, &err);
    /* … or the finding is settled first. */
    refused(review_settle(f->app, f->wagon[2], id, "", &err), RC_E_REASON_NEEDED, &err);
    assert_true(review_settle(f->app, f->wagon[2], id, "sample measure", &err));
    refused(review_settle(f->app, f->wagon[2], id, "again", &err), RC_E_NO_FINDING, &err);
    assert_true(review_release_wagon(f->app, f->wagon[2], NULL, &err));
    refused(review_release_wagon(f->app, f->wagon[2], NULL, &err), RC_E_WAGON_NOT_HELD, &err);
    expect(f, "accepted", 2, "finding");
    assert_true(sign(f, DECIDE_RELEASE, NULL, &err));
    refused(review_hold(f->app, f->wagon[2], "late", &err), RC_E_TRAIN_DECIDED, &err);
    refused(review_settle(f->app, f->wagon[6], other, "late", &err), RC_E_TRAIN_DECIDED, &err);
}

static void
what_was_struck_out_needs_no_correction(void **state)
{
    struct post_world *f = *state;
    struct rc_error err = {0};
    struct review r;

    submit(f);
    at_work(f, "201");
    assert_true(review_return(f->app, f->wagon[8], NULL, NULL, "is it in the train?", &err));
    at_work(f, "101");
    assert_true(inspect_strike(f->app, f->wagon[8], "not in the train", &err));
    assert_true(train_submit(f->app, f->train, &err));
    r = review_of(f);
    assert_int_equal(r.train->returns, 0);
    assert_string_equal(line_of(&r, REVIEW_POINTS, 8, "")->code, "corrected");
    review_release(&r);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, post_tear_down_whole)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_return_travels_to_the_officer_and_back),
        CASE(what_was_done_to_a_returned_point_can_be_undone),
        CASE(a_finding_and_the_seals_are_returned_and_come_back_corrected),
        CASE(the_trains_own_checklist_is_returned_too),
        CASE(the_lead_sees_what_was_hurried_copied_and_left_out),
        CASE(nobody_accepts_his_own_inspection),
        CASE(a_decision_is_signed_with_the_leads_own_key),
        CASE(a_decision_after_the_clock_was_set_back_verifies),
        CASE(what_is_signed_names_train_counts_heads_and_meaning),
        CASE(a_grave_finding_keeps_its_wagon),
        CASE(what_was_struck_out_needs_no_correction),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
