/* SPDX-License-Identifier: ISC */
/* The seal ledger of a wagon: reading, comparing at once, the four quick answers, removed, applied.
 */
#include "config.h"

#include "app/inspect.h"

#include <stdio.h>
#include <string.h>

#include "app/body.h"
#include "app/change.h"
#include "base/uuid.h"

/* What is recorded of one row; NULL leaves a text out. */
struct seal_fact {
    int n;
    const char *uuid; /* of a row that is new */
    const char *number, *fold, *place, *owner, *state, *match, *checks, *reason;
};

/* Mirrors the fact in work's copy so that the counts come out right, then records it. */
static bool
end_seal(struct change *c, const struct seal_fact *f, struct rc_error *err)
{
    for (size_t i = 0; i < c->work.seals.n; i++) {
        if (c->work.seals.rows[i].n == f->n)
            c->work.seals.rows[i].match = f->match;
    }
    work_lay(&c->work);
    body_number(&c->body, "k", f->n);
    body_text(&c->body, "id", f->uuid);
    body_text(&c->body, "no", f->number);
    body_text(&c->body, "fold", f->fold);
    body_text(&c->body, "place", f->place);
    body_text(&c->body, "owner", f->owner);
    body_text(&c->body, "state", f->state);
    body_text(&c->body, "match", f->match);
    body_text(&c->body, "checks", f->checks);
    body_text(&c->body, "reason", f->reason);
    body_counts(&c->body, &c->work.in);
    return change_end(c, "seal.read", err);
}

/* The fact that the row holds now: what a change does not touch stays. */
static struct seal_fact
fact_of(const struct seal_row *row, char fold[SEAL_NO_SIZE])
{
    struct seal_fact f = {
        .n = row->n,
        .number = row->read,
        .state = row->state,
        .match = row->match,
        .checks = row->checks,
        .reason = row->reason,
    };

    if (row->read && seal_fold(row->read, fold))
        f.fold = fold;
    return f;
}

static int
next_n(const struct work *w)
{
    int n = 0;

    for (size_t i = 0; i < w->seals.n; i++) {
        if (w->seals.rows[i].n > n)
            n = w->seals.rows[i].n;
    }
    return n + 1;
}

static bool
same_seal(const struct seal_row *row, const char *number)
{
    enum seal_match match = seal_compare(row->expected, number);

    return match == SEAL_MATCHED || match == SEAL_LOOKALIKE;
}

/* The expected seal, not yet read, that number is. */
static const struct seal_row *
expected_row(const struct work *w, const char *number)
{
    for (size_t i = 0; i < w->seals.n; i++) {
        const struct seal_row *row = &w->seals.rows[i];

        if (row->expected && !row->read && same_seal(row, number))
            return row;
    }
    return NULL;
}

/* Is the number known from another wagon or an earlier train? */
static bool
seen_elsewhere(struct change *c, const char *fold, struct seal_reading *out, struct rc_error *err)
{
    struct wagons found = {0};

    if (!store_find_seal(c->app->store, fold, 8, &found, err))
        return false;
    for (size_t i = 0; i < found.n && !out->elsewhere; i++) {
        const struct wagon_row *row = &found.rows[i];
        struct trains trains = {0};

        if (row->id == c->work.wagon->id)
            continue;
        out->elsewhere = true;
        if (store_train(c->app->store, row->train, &trains, NULL) && trains.n) {
            char day[MOMENT_TEXT];
            struct moment arrived = {trains.rows[0].arrived_at, trains.rows[0].arrived_offset};

            snprintf(out->where, sizeof out->where, "%s, %s, %s", row->number,
                     trains.rows[0].number, moment_text(arrived, MOMENT_DAY, day));
        }
        trains_release(&trains);
    }
    wagons_release(&found);
    return true;
}

/* Verify is the comparison itself; the other three stay as they are. */
static void
verify(char checks[SEAL_CHECKS + 1], const char *before, enum seal_match match)
{
    snprintf(checks, SEAL_CHECKS + 1, "%s",
             before && strlen(before) == SEAL_CHECKS ? before : "....");
    checks[SEAL_VERIFY] = match == SEAL_MATCHED || match == SEAL_LOOKALIKE ? '+' : '!';
}

bool
inspect_seal_read(struct app *app, int64_t wagon, int n, const char *number, const char *place,
                  const char *why, struct seal_reading *out, struct rc_error *err)
{
    char fold[SEAL_NO_SIZE], id[UUID_TEXT], checks[SEAL_CHECKS + 1];
    const struct seal_row *row = NULL;
    struct seal_fact f = {.number = number, .fold = fold, .checks = checks};
    struct change c;

    *out = (struct seal_reading){0};
    if (!seal_fold(number, fold))
        return rc_fail(err, RC_E_SEAL_NUMBER, number, NULL);
    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (n && !(row = change_seal(&c, n, err)))
        return change_abandon(&c);
    if (!row || (!row->read && !same_seal(row, number))) {
        const struct seal_row *other = expected_row(&c.work, number);

        row = other ? other : row;
    }
    if (!seen_elsewhere(&c, fold, out, err))
        return change_abandon(&c);
    out->match = seal_compare(row ? row->expected : NULL, number);
    out->unusual = !seal_usual(number);
    out->n = row ? row->n : next_n(&c.work);
    if (!row) {
        struct uuid uuid = uuid_new(app->env);

        f.uuid = uuid_text(&uuid, id);
        f.place = place && *place ? place : NULL;
    }
    verify(checks, row ? row->checks : NULL, out->match);
    f.n = out->n;
    f.match = seal_match_name(out->match);
    f.state = row && same_seal(row, number)   ? "intact"
              : out->match == SEAL_MISMATCHED ? "num_diff"
                                              : "extra";
    return end_seal(&c, &f, err);
}

bool
inspect_seal_missing(struct app *app, int64_t wagon, int n, const char *why, struct rc_error *err)
{
    struct seal_fact f;
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!change_seal(&c, n, err))
        return change_abandon(&c);
    f = (struct seal_fact){
        .n = n, .state = "missing", .match = seal_match_name(SEAL_MISSING), .checks = "!..."};
    return end_seal(&c, &f, err);
}

bool
inspect_seal_no_access(struct app *app, int64_t wagon, int n, const char *reason, const char *why,
                       struct rc_error *err)
{
    struct seal_fact f;
    struct change c;

    if (!reason || !*reason)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!change_seal(&c, n, err))
        return change_abandon(&c);
    f = (struct seal_fact){.n = n,
                           .state = "not_access",
                           .match = seal_match_name(SEAL_NO_ACCESS),
                           .checks = "....",
                           .reason = reason};
    return end_seal(&c, &f, err);
}

bool
inspect_seal_checks(struct app *app, int64_t wagon, int n, const char checks[SEAL_CHECKS + 1],
                    const char *state, const char *why, struct rc_error *err)
{
    char fold[SEAL_NO_SIZE];
    const struct seal_row *row;
    struct seal_fact f;
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!(row = change_seal(&c, n, err)))
        return change_abandon(&c);
    f = fact_of(row, fold);
    f.checks = checks;
    if (state && *state)
        f.state = state;
    return end_seal(&c, &f, err);
}

bool
inspect_seal_place(struct app *app, int64_t wagon, int n, const char *place, const char *why,
                   struct rc_error *err)
{
    char fold[SEAL_NO_SIZE];
    const struct seal_row *row;
    struct seal_fact f;
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!(row = change_seal(&c, n, err)))
        return change_abandon(&c);
    f = fact_of(row, fold);
    f.place = place;
    return end_seal(&c, &f, err);
}

bool
inspect_seal_removed(struct app *app, int64_t wagon, int n, const char *reason, const char *why,
                     struct rc_error *err)
{
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!change_seal(&c, n, err))
        return change_abandon(&c);
    body_number(&c.body, "k", n);
    body_text(&c.body, "reason", reason);
    return change_end(&c, "seal.removed", err);
}

bool
inspect_seal_applied(struct app *app, int64_t wagon, int n, const char *number, const char *place,
                     const char *why, struct rc_error *err)
{
    char fold[SEAL_NO_SIZE], id[UUID_TEXT];
    struct change c;

    if (!seal_fold(number, fold))
        return rc_fail(err, RC_E_SEAL_NUMBER, number, NULL);
    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (n && !change_seal(&c, n, err))
        return change_abandon(&c);
    if (!n) {
        struct uuid uuid = uuid_new(app->env);

        body_text(&c.body, "id", uuid_text(&uuid, id));
    }
    body_number(&c.body, "k", n ? n : next_n(&c.work));
    body_text(&c.body, "no", number);
    body_text(&c.body, "fold", fold);
    body_text(&c.body, "place", place && *place ? place : NULL);
    return change_end(&c, "seal.applied", err);
}
