/* SPDX-License-Identifier: ISC */
/* The train as a whole: what is missing, submitting, finding it by name. */
#include "config.h"

#include "app/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "base/uuid.h"

static struct gap *
add_gap(struct gaps *gaps, const struct wagon_row *wagon)
{
    struct gap *gap;

    ARRAY_GROW(gaps->list, gaps->n, gaps->cap);
    gap = &gaps->list[gaps->n++];
    *gap = (struct gap){.wagon = wagon->id, .position = wagon->position, .label = ""};
    snprintf(gap->number, sizeof gap->number, "%s", wagon->number);
    return gap;
}

static bool
wagon_gaps(struct app *app, int64_t wagon, const char *lang, struct gaps *out, struct rc_error *err)
{
    struct work w;
    size_t missing, *at;

    if (!work_open(app, wagon, &w, err))
        return false;
    missing = inspection_missing(&w.in, NULL, 0);
    at = rc_alloc(missing + 1, sizeof *at);
    inspection_missing(&w.in, at, missing);
    for (size_t i = 0; i < missing; i++) {
        const struct line *line = &w.in.lines[at[i]];
        struct gap *gap = add_gap(out, w.wagon);

        snprintf(gap->key, sizeof gap->key, "%s", line->key);
        gap->label = words_in(&line->item->label, checklist_lang(w.set, lang));
    }
    free(at);
    if (!missing && !wagon_is_closed(w.state) && w.wagon->position > 0)
        add_gap(out, w.wagon);
    work_release(&w);
    return true;
}

bool
train_gaps(struct app *app, int64_t train, int64_t wagon, const char *lang, struct gaps *out,
           struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = true;

    *out = (struct gaps){0};
    if (wagon)
        return wagon_gaps(app, wagon, lang, out, err);
    if (!store_consist(app->store, train, true, &consist, err))
        return false;
    for (size_t i = 0; done && i < consist.n; i++) {
        enum wagon_state state = WAGON_NOT_STARTED;

        wagon_state_parse(consist.rows[i].state, &state);
        if (state == WAGON_STRUCK || wagon_is_closed(state))
            continue;
        done = wagon_gaps(app, consist.rows[i].id, lang, out, err);
    }
    wagons_release(&consist);
    return done;
}

void
gaps_release(struct gaps *gaps)
{
    free(gaps->list);
    *gaps = (struct gaps){0};
}

/* What was returned on the train's own checklist is settled with the train. */
static bool
close_own(struct app *app, int64_t train, const char *uuid, struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = store_consist(app->store, train, true, &consist, err);

    if (done && consist.n && consist.rows[0].position == 0 &&
        strcmp(consist.rows[0].state, wagon_state_name(WAGON_RETURNED)) == 0)
        done = app_record(app, "wagon.closed", uuid, consist.rows[0].uuid, "{}", err);
    wagons_release(&consist);
    return done;
}

bool
train_submit(struct app *app, int64_t train, struct rc_error *err)
{
    struct trains trains = {0};
    enum train_state state = TRAIN_LISTED;
    bool done = false;

    if (!app_begin(app, RIGHT_SUBMIT, err))
        return false;
    if (store_train(app->store, train, &trains, err) && trains.n) {
        const struct train_row *t = &trains.rows[0];

        train_state_parse(t->state, &state);
        done = train_may_submit(state, (size_t)t->wagons, (size_t)(t->wagons - t->closed), err) &&
               close_own(app, train, t->uuid, err) &&
               app_record(app, "train.submitted", t->uuid, NULL, "{}", err) && app_commit(app, err);
    }
    if (!done)
        app_rollback(app);
    trains_release(&trains);
    return done;
}

bool
train_withdraw(struct app *app, int64_t train, const char *reason, struct rc_error *err)
{
    struct trains trains = {0};
    enum train_state state = TRAIN_LISTED;
    struct buf body = {0};
    bool touched = true, done = false;

    if (!reason || !*reason)
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if (!app_begin(app, RIGHT_LIST, err))
        return false;
    body_begin(&body);
    body_text(&body, "reason", reason);
    body_end(&body);
    if (store_train(app->store, train, &trains, err) && trains.n &&
        store_train_touched(app->store, train, &touched, err)) {
        train_state_parse(trains.rows[0].state, &state);
        done =
            train_may_withdraw(state, touched, err) &&
            app_record(app, "train.withdrawn", trains.rows[0].uuid, NULL, buf_text(&body), err) &&
            app_commit(app, err);
    }
    if (!done)
        app_rollback(app);
    buf_release(&body);
    trains_release(&trains);
    return done;
}

/* Keeps of the candidates those that arrived on day (local date of the train's post). */
static void
keep_day(struct trains *trains, const char *day)
{
    size_t kept = 0;

    for (size_t i = 0; i < trains->n; i++) {
        struct moment arrived = {trains->rows[i].arrived_at, trains->rows[i].arrived_offset};
        char text[MOMENT_TEXT];

        if (strcmp(moment_text(arrived, MOMENT_DATE, text), day) == 0)
            trains->rows[kept++] = trains->rows[i];
    }
    trains->n = kept;
}

static void
name_candidates(const struct trains *trains, const char *text, struct rc_error *err)
{
    struct buf names = {0};

    for (size_t i = 0; i < trains->n && i < 3; i++) {
        struct moment arrived = {trains->rows[i].arrived_at, trains->rows[i].arrived_offset};
        char day[MOMENT_TEXT];

        buf_addf(&names, "%s%s@%s = %s", i ? ", " : "", trains->rows[i].number,
                 moment_text(arrived, MOMENT_DATE, day), trains->rows[i].uuid);
    }
    rc_fail(err, RC_E_TRAIN_AMBIGUOUS, text, buf_text(&names));
    buf_release(&names);
}

bool
train_named(struct app *app, const char *text, int64_t *train, struct rc_error *err)
{
    const char *at = strchr(text, '@');
    struct trains trains = {0};
    struct uuid uuid;
    bool done;

    *train = 0;
    if (uuid_parse(text, &uuid)) {
        done = store_train_uuid(app->store, text, &trains, err);
    } else {
        char *number = rc_memdup(text, at ? (size_t)(at - text) : strlen(text));

        done = store_trains_numbered(app->store, number, &trains, err);
        free(number);
        if (done && at)
            keep_day(&trains, at + 1);
    }
    if (done && trains.n == 1)
        *train = trains.rows[0].id;
    else if (done && !trains.n)
        done = rc_fail(err, RC_E_TRAIN_UNKNOWN, text, NULL);
    else if (done)
        name_candidates(&trains, text, err);
    trains_release(&trains);
    return done && *train;
}

char *
train_export_dir(struct app *app, const struct train_row *train)
{
    struct moment arrived = {train->arrived_at, train->arrived_offset};
    char day[MOMENT_TEXT];
    struct buf dir = {0};

    buf_addf(&dir, "%s/export/", store_dir(app->store));
    for (const char *p = train->number; *p; p++)
        buf_addc(&dir, *p == '/' || *p == '.' || (unsigned char)*p < ' ' ? '_' : *p);
    buf_addf(&dir, "-%s", moment_text(arrived, MOMENT_DATE, day));
    return buf_detach(&dir);
}

char *
archive_export_dir(struct app *app)
{
    struct buf dir = {0};

    buf_addf(&dir, "%s/export/archive", store_dir(app->store));
    return buf_detach(&dir);
}
