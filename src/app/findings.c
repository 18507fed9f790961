/* SPDX-License-Identifier: ISC */
/* Raising, changing and closing findings. */
#include "config.h"

#include "app/inspect.h"

#include <stdio.h>
#include <string.h>

#include "app/body.h"
#include "app/change.h"
#include "app/walk.h"
#include "base/uuid.h"

/* The answer that a finding on an item leaves there: the value stays with it. */
static void
answer_finding(struct change *c, const struct finding *f)
{
    struct buf array = {0};
    struct answer answer = {.state = ANSWER_FINDING};
    size_t at = inspection_find(&c->work.in, f->item);

    if (at == c->work.in.n)
        return;
    answer.value = c->work.in.lines[at].answer.value;
    answer.note = c->work.in.lines[at].answer.note;
    body_add_answer(&array, f->item, &answer);
    buf_addc(&array, ']');
    body_json(&c->body, "s", buf_text(&array));
    buf_release(&array);
    change_answer(c, f->item, &answer);
    work_lay(&c->work);
    body_counts(&c->body, &c->work.in);
    change_pace(c);
}

bool
inspect_finding(struct app *app, int64_t wagon, const struct finding *given, const char *why,
                char id[40], struct rc_error *err)
{
    struct finding f = *given;
    struct uuid uuid;
    struct walk_row walk;
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    uuid = uuid_new(app->env);
    uuid_text(&uuid, id);
    f.uuid = id;
    /* Where he walks he found it; sets adopted earlier have no sides. */
    if (!*f.side && checklist_list(c.work.set, "side")) {
        if (!walk_now(app, c.work.train->id, &walk, err))
            return change_abandon(&c);
        f.side = walk.side;
    }
    if (!finding_check(c.work.set, &f, err))
        return change_abandon(&c);
    if (*f.item) {
        const struct line *line = change_line(&c, f.item, err);
        const struct answer answer = {.state = ANSWER_FINDING};

        /* An item behind a closed gate was not looked at, so nothing can have been found there. */
        if (!line || (line->item->type != ITEM_SEALS &&
                      !answer_allowed(&c.work.in, line, &answer, NULL, err)))
            return change_abandon(&c);
        if (line->item->type != ITEM_SEALS)
            answer_finding(&c, &f);
    }
    body_finding(&c.body, &f);
    return change_end(&c, "finding.raised", err);
}

static bool
has_finding(const struct change *c, const char *uuid, struct rc_error *err)
{
    return work_finding(&c->work, uuid) || rc_fail(err, RC_E_NO_FINDING, NULL, NULL);
}

bool
inspect_finding_change(struct app *app, int64_t wagon, const struct finding *f, const char *why,
                       struct rc_error *err)
{
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!has_finding(&c, f->uuid, err) || !finding_check(c.work.set, f, err))
        return change_abandon(&c);
    body_finding(&c.body, f);
    return change_end(&c, "finding.changed", err);
}

bool
inspect_finding_close(struct app *app, int64_t wagon, const char *uuid, const char *state,
                      const char *why, struct rc_error *err)
{
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!has_finding(&c, uuid, err))
        return change_abandon(&c);
    c.why = why; /* wanted on an open wagon too */
    body_text(&c.body, "id", uuid);
    body_text(&c.body, "state", state);
    return change_end(&c, "finding.closed", err);
}
