/* SPDX-License-Identifier: ISC */
/* What a shift lead does to single wagons: returning points, holding, settling findings. */
#include "config.h"

#include <string.h>

#include "app/body.h"
#include "app/review.h"
#include "app/work.h"
#include "base/uuid.h"
#include "core/finding.h"

/* One step of a lead on a wagon: lock, facts, and a body with an id of its own. */
struct step {
    struct app *app;
    struct work work;
    struct buf body;
};

static bool
step_begin(struct step *s, struct app *app, enum right right, int64_t wagon, struct rc_error *err)
{
    struct uuid uuid;
    char id[40];

    *s = (struct step){.app = app};
    if (!app_begin(app, right, err))
        return false;
    if (!work_open(app, wagon, &s->work, err)) {
        app_rollback(app);
        return false;
    }
    uuid = uuid_new(app->env);
    uuid_text(&uuid, id);
    body_begin(&s->body);
    body_text(&s->body, "id", id);
    return true;
}

static void
step_release(struct step *s)
{
    buf_release(&s->body);
    work_release(&s->work);
}

static bool
step_abandon(struct step *s)
{
    app_rollback(s->app);
    step_release(s);
    return false;
}

static bool
step_end(struct step *s, const char *kind, struct rc_error *err)
{
    bool done;

    body_end(&s->body);
    done = app_record(s->app, kind, s->work.train->uuid, s->work.wagon->uuid, buf_text(&s->body),
                      err) &&
           app_commit(s->app, err);
    step_release(s);
    return done;
}

static const struct finding_row *
finding_of(const struct work *w, const char *uuid)
{
    for (size_t i = 0; i < w->findings.n; i++) {
        if (strcmp(w->findings.rows[i].uuid, uuid) == 0)
            return &w->findings.rows[i];
    }
    return NULL;
}

/* Puts what is returned into the body. */
static bool
name_point(struct step *s, const char *item, const char *finding, struct rc_error *err)
{
    if (finding && *finding) {
        if (!finding_of(&s->work, finding))
            return rc_fail(err, RC_E_NO_FINDING, NULL, NULL);
        body_text(&s->body, "finding", finding);
    } else if (item && *item) {
        size_t at = inspection_find(&s->work.in, item);

        if (at == s->work.in.n)
            return rc_fail(err, RC_E_NO_ITEM, item, NULL);
        body_text(&s->body, "item", item);
        if (s->work.in.lines[at].item->type == ITEM_SEALS)
            body_number(&s->body, "seals", 1);
    }
    return true;
}

bool
review_return(struct app *app, int64_t wagon, const char *item, const char *finding,
              const char *reason, struct rc_error *err)
{
    struct step s;

    if (!reason || !*reason)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!step_begin(&s, app, RIGHT_REVIEW, wagon, err))
        return false;
    if (!point_may_return(s.work.train_state, s.work.state, err) ||
        !name_point(&s, item, finding, err))
        return step_abandon(&s);
    body_text(&s.body, "reason", reason);
    return step_end(&s, "review.returned", err);
}

bool
review_hold(struct app *app, int64_t wagon, const char *reason, struct rc_error *err)
{
    struct step s;

    if (!reason || !*reason)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!step_begin(&s, app, RIGHT_DECIDE, wagon, err))
        return false;
    if (!wagon_may_hold(s.work.train_state, s.work.state, err))
        return step_abandon(&s);
    body_text(&s.body, "reason", reason);
    return step_end(&s, "wagon.held", err);
}

static bool
has_grave(const struct work *w)
{
    for (size_t i = 0; i < w->findings.n; i++) {
        const struct finding_row *f = &w->findings.rows[i];

        if (f->severity >= SEVERITY_HOLDS && strcmp(f->state, "open") == 0)
            return true;
    }
    return false;
}

bool
review_release_wagon(struct app *app, int64_t wagon, const char *reason, struct rc_error *err)
{
    struct step s;

    if (!step_begin(&s, app, RIGHT_DECIDE, wagon, err))
        return false;
    if (!wagon_may_release(s.work.train_state, s.work.state, has_grave(&s.work),
                           s.work.wagon->number, err))
        return step_abandon(&s);
    body_text(&s.body, "reason", reason);
    return step_end(&s, "wagon.released", err);
}

bool
review_settle(struct app *app, int64_t wagon, const char *finding, const char *how,
              struct rc_error *err)
{
    const struct finding_row *f;
    struct step s;

    if (!how || !*how)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!step_begin(&s, app, RIGHT_DECIDE, wagon, err))
        return false;
    if (!finding_may_settle(s.work.train_state, err))
        return step_abandon(&s);
    f = finding_of(&s.work, finding);
    if (!f || strcmp(f->state, "open") != 0) {
        rc_fail(err, RC_E_NO_FINDING, NULL, NULL);
        return step_abandon(&s);
    }
    buf_clear(&s.body); /* the id of this event is the finding's */
    body_begin(&s.body);
    body_text(&s.body, "id", finding);
    body_text(&s.body, "state", "closed");
    body_text(&s.body, "why", how);
    return step_end(&s, "finding.closed", err);
}
