/* SPDX-License-Identifier: ISC */
/* The wagon as a whole: kind and level, striking out, notes, closing, undo and redo. */
#include "config.h"

#include "app/inspect.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/body.h"
#include "app/change.h"

bool
inspect_change(struct app *app, int64_t wagon, const char *kind, int level, const char *why,
               struct rc_error *err)
{
    struct change c;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (kind) {
        const struct sheet *sheet = checklist_sheet(c.work.set, kind);

        if (!sheet || sheet->scope != SCOPE_WAGON) {
            rc_fail(err, RC_E_NOT_A_KIND, kind, NULL);
            return change_abandon(&c);
        }
        c.work.in.sheet = sheet;
        c.work.in.facts.kind = sheet->kind;
        body_text(&c.body, "kind", kind);
    }
    if (level >= LEVEL_MIN && level <= LEVEL_MAX) {
        c.work.in.level = level;
        body_number(&c.body, "level", level);
    }
    work_lay(&c.work);
    body_counts(&c.body, &c.work.in);
    return change_end(&c, "wagon.changed", err);
}

bool
inspect_strike(struct app *app, int64_t wagon, const char *reason, struct rc_error *err)
{
    struct change c;

    if (!reason || !*reason)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!change_begin(&c, app, wagon, reason, err))
        return false;
    body_text(&c.body, "reason", reason);
    c.why = NULL;
    return change_end(&c, "wagon.struck", err);
}

bool
inspect_note(struct app *app, int64_t wagon, const char *text, struct rc_error *err)
{
    struct change c;

    if (!text || !*text)
        return rc_fail(err, RC_E_EMPTY, "note", NULL);
    /* A note changes no answer: on a closed wagon it is its own reason. */
    if (!change_begin(&c, app, wagon, text, err))
        return false;
    c.why = NULL;
    body_text(&c.body, "text", text);
    return change_end(&c, "note.added", err);
}

bool
inspect_close(struct app *app, int64_t wagon, struct rc_error *err)
{
    struct change c;
    size_t missing;

    if (!change_begin(&c, app, wagon, "close", err))
        return false;
    c.why = NULL;
    if (!c.work.in.sheet || strcmp(c.work.wagon->kind_from, "digit") == 0) {
        rc_fail(err, RC_E_NO_KIND, NULL, NULL);
        return change_abandon(&c);
    }
    missing = inspection_missing(&c.work.in, NULL, 0);
    if (!wagon_may_close(c.work.train_state, c.work.state, missing, err))
        return change_abandon(&c);
    return change_end(&c, "wagon.closed", err);
}

/* The kind of the event with this seq, from the wagon's log. */
static void
step_kind(struct change *c, int64_t seq, char what[40])
{
    struct log log = {0};

    what[0] = '\0';
    if (!store_log(c->app->store, c->work.wagon->train, c->work.wagon->id, 1000, &log, NULL))
        return;
    for (size_t i = 0; i < log.n; i++) {
        if (log.rows[i].seq == seq)
            snprintf(what, 40, "%s", log.rows[i].kind);
    }
    log_release(&log);
}

static bool
take_step(struct app *app, int64_t wagon, bool redo, char what[40], struct rc_error *err)
{
    struct change c;
    int64_t seq = 0;
    bool read;

    /* Whatever stands on the undo list may be taken back, striking out too; closing empties it. */
    if (!change_open(&c, app, wagon, err))
        return false;
    if (!undo_allowed(c.work.train_state, err))
        return change_abandon(&c);
    read = redo ? store_redo(app->store, wagon, &seq, NULL, err)
                : store_undo(app->store, wagon, &seq, NULL, err);
    if (read && !seq)
        rc_fail(err, redo ? RC_E_NOTHING_TO_REDO : RC_E_NOTHING_TO_UNDO, NULL, NULL);
    if (!seq)
        return change_abandon(&c);
    step_kind(&c, seq, what);
    body_number(&c.body, "of", seq);
    return change_end(&c, redo ? "redo.made" : "undo.made", err);
}

bool
inspect_undo(struct app *app, int64_t wagon, char what[40], struct rc_error *err)
{
    return take_step(app, wagon, false, what, err);
}

bool
inspect_redo(struct app *app, int64_t wagon, char what[40], struct rc_error *err)
{
    return take_step(app, wagon, true, what, err);
}
