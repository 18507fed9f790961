/* SPDX-License-Identifier: ISC */
/* The frame around every change of a wagon. */
#include "config.h"

#include "app/change.h"

#include <string.h>

#include "app/body.h"
#include "base/alloc.h"

bool
change_open(struct change *c, struct app *app, int64_t wagon, struct rc_error *err)
{
    *c = (struct change){.app = app};
    if (!app_begin(app, RIGHT_INSPECT, err))
        return false;
    if (!work_open(app, wagon, &c->work, err)) {
        app_rollback(app);
        return false;
    }
    body_begin(&c->body);
    return true;
}

bool
change_begin(struct change *c, struct app *app, int64_t wagon, const char *why,
             struct rc_error *err)
{
    if (!change_open(c, app, wagon, err))
        return false;
    switch (change_allowed(c->work.train_state, c->work.state, err)) {
    case CHANGE_FREE:
        break;
    case CHANGE_CORRECTION:
        if (!why || !*why) {
            rc_fail(err, RC_E_WHY_NEEDED, NULL, NULL);
            return change_abandon(c);
        }
        c->why = why;
        break;
    case CHANGE_REFUSED:
        return change_abandon(c);
    }
    return true;
}

static void
change_release(struct change *c)
{
    work_release(&c->work);
    buf_release(&c->body);
}

bool
change_abandon(struct change *c)
{
    app_rollback(c->app);
    change_release(c);
    return false;
}

bool
change_record(struct change *c, const char *kind, struct rc_error *err)
{
    bool done;

    body_text(&c->body, "why", c->why);
    body_end(&c->body);
    done =
        app_record(c->app, kind, c->work.train->uuid, c->work.wagon->uuid, buf_text(&c->body), err);
    buf_clear(&c->body);
    body_begin(&c->body);
    return done;
}

bool
change_commit(struct change *c, struct rc_error *err)
{
    bool done = app_commit(c->app, err);

    change_release(c);
    return done;
}

bool
change_end(struct change *c, const char *kind, struct rc_error *err)
{
    bool done = change_record(c, kind, err) && app_commit(c->app, err);

    change_release(c);
    return done;
}

void
change_answer(struct change *c, const char *key, const struct answer *answer)
{
    struct answers *all = &c->work.answers;
    struct answer_row *row = NULL;

    for (size_t i = 0; i < all->n && !row; i++) {
        if (strcmp(all->rows[i].key, key) == 0)
            row = &all->rows[i];
    }
    if (!row) {
        ARRAY_GROW(all->rows, all->n, all->cap);
        row = &all->rows[all->n++];
        *row = (struct answer_row){.key = key, .officer = ""};
    }
    row->state = answer_code(answer->state);
    row->value = answer->value;
    row->reason = answer->reason;
    row->note = answer->note;
    row->marks = answer->marks;
}

const struct line *
change_line(struct change *c, const char *key, struct rc_error *err)
{
    size_t at = inspection_find(&c->work.in, key);

    if (at < c->work.in.n)
        return &c->work.in.lines[at];
    rc_fail(err, RC_E_NO_ITEM, key, NULL);
    return NULL;
}

struct seal_row *
change_seal(struct change *c, int n, struct rc_error *err)
{
    for (size_t i = 0; i < c->work.seals.n; i++) {
        if (c->work.seals.rows[i].n == n)
            return &c->work.seals.rows[i];
    }
    rc_fail(err, RC_E_NO_SEAL, NULL, NULL);
    return NULL;
}

void
change_pace(struct change *c)
{
    const int64_t day_s = 86400;
    struct moment now = c->app->env->now(c->app->env->context);
    int64_t last, seconds;

    if (!store_last_answer(c->app->store, c->app->actor, &last, NULL) || !last)
        return;
    seconds = (now.ms - last) / 1000;
    if (seconds >= 0 && seconds < day_s)
        body_number(&c->body, "t", seconds);
}
