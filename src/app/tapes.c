/* SPDX-License-Identifier: ISC */
/* Bringing tapes up to the database, and the database up to a tape that knows more. */
#include "config.h"

#include "app/tapes.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/keeping.h"
#include "app/record.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "trail/event_hash.h"

char *
tapes_path(const char *dir)
{
    struct buf path = {0};

    buf_addf(&path, "%s/railcheck.tape", dir);
    return buf_detach(&path);
}

char *
tapes_mirror_path(const char *folder, const char *device)
{
    struct buf path = {0};

    if (!*folder)
        return NULL;
    buf_addf(&path, "%s/%s.tape", folder, device);
    return buf_detach(&path);
}

/* --- the tape follows the database --- */

struct copying {
    struct tape *tape;
    const struct tape_head *last;
    bool met; /* the event of the tape's last line is in the database */
};

static bool
differs(struct tape *t, int64_t seq, struct rc_error *err)
{
    char text[24];

    tape_drop(t);
    snprintf(text, sizeof text, "%" PRId64, seq);
    return rc_fail(err, RC_E_TAPE_OTHER, tape_path(t), text);
}

static bool
copy_event(void *context, const struct event *e, struct rc_error *err)
{
    struct copying *c = context;

    if (e->seq == c->last->seq) {
        c->met = memcmp(e->hash, c->last->hash, sizeof e->hash) == 0;
        return c->met || differs(c->tape, e->seq, err);
    }
    return tape_add(c->tape, e, err);
}

/* The tape is taken. Events that it lacks are added; it ends closed. */
static bool
complete(struct app *app, struct tape *t, const struct tape_head *last, struct rc_error *err)
{
    struct copying c = {t, last, last->seq == 0};

    if (last->seq && strcmp(last->device, app->device) != 0)
        return differs(t, last->seq, err);
    if (!store_events_from(app->store, app->device, last->seq ? last->seq : 1, copy_event, &c,
                           err)) {
        tape_drop(t);
        return false;
    }
    /* The database ends before the tape does. */
    if (!c.met)
        return differs(t, last->seq, err);
    return tape_put(t, err);
}

/* Troubles are told once, until it works again. */
static void
note_trouble(struct app *app, struct kept_tape *kept, const struct rc_error *why)
{
    struct rc_error told = *why;

    if (!kept->late && rc_code_exit(why->code) == RC_EXIT_SYSTEM)
        rc_fail(&told, kept == &app->keeping->mirror ? RC_E_MIRROR_LATE : RC_E_TAPE_LATE,
                tape_path(kept->tape),
                why->code == RC_E_DISK_FULL ? strerror(ENOSPC) : why->arg[1]);
    if (!kept->late)
        notes_add(&app->keeping->news, &told);
    kept->late = true;
}

static void
follow(struct app *app, struct kept_tape *kept)
{
    struct rc_error why = {0};
    struct tape_head last;

    if (!kept->tape)
        return;
    if (tape_take(kept->tape, &last, &why) && complete(app, kept->tape, &last, &why))
        kept->late = false;
    else
        note_trouble(app, kept, &why);
}

/* The folder of the mirror may have been changed, here or by another process. */
static bool
choose_mirror(struct app *app, struct rc_error *err)
{
    struct kept_tape *mirror = &app->keeping->mirror;
    struct post_settings settings;
    char *path;

    if (!store_settings(app->store, &settings, err))
        return false;
    path = tapes_mirror_path(settings.mirror, app->device);
    if (!mirror->tape || !path || strcmp(path, tape_path(mirror->tape)) != 0) {
        tape_free(mirror->tape);
        *mirror = (struct kept_tape){.tape = path ? tape_new(path) : NULL};
    }
    free(path);
    return true;
}

void
tapes_follow(struct app *app)
{
    struct rc_error why = {0};

    follow(app, &app->keeping->tape);
    if (choose_mirror(app, &why))
        follow(app, &app->keeping->mirror);
    else
        notes_add(&app->keeping->news, &why);
}

/* --- the database follows a tape that knows more --- */

/* Puts back what follows the database's head on the tape, each line chained to the one before. 0:
 * done, else the seq at which the tape does not go on. err is set when the database fails. */
static int64_t
put_back(struct app *app, struct tape_reader *r, const struct tip *tip, struct rc_error *err)
{
    unsigned char prev[TRAIL_HASH], hash[TRAIL_HASH];
    int64_t seq = tip->seq;
    struct rc_error unread = {0};
    bool met = seq == 0;
    struct event e;

    memcpy(prev, tip->hash, sizeof prev);
    while (tape_next(r, &e, &unread)) {
        if (!met) {
            met = e.seq == seq && memcmp(e.hash, prev, sizeof prev) == 0;
            if (!met && e.seq >= seq)
                return seq;
            continue;
        }
        event_hash(prev, &e, hash);
        if (e.seq != seq + 1 || strcmp(e.device, app->device) != 0 ||
            memcmp(hash, e.hash, sizeof hash) != 0)
            return seq + 1;
        if (!store_append(app->store, &e, err))
            return seq + 1;
        seq = e.seq;
        memcpy(prev, hash, sizeof prev);
    }
    return met && unread.code == RC_OK ? 0 : seq + 1;
}

/* The program says in the chain what it did. */
static bool
record_replay(struct app *app, int64_t from, struct rc_error *err)
{
    struct rc_error told = {0};
    struct buf body = {0}, which = {0};
    struct stamp stamp;
    bool done;

    if (!record_stamp(app, &stamp, err))
        return false;
    body_begin(&body);
    body_number(&body, "from", from);
    body_number(&body, "to", app->keeping->seq);
    buf_addf(&which, "%" PRId64 "-%" PRId64, from, app->keeping->seq);
    body_end(&body);
    done =
        record_at(app, &stamp, ACTOR_SYSTEM, "tape.replayed", NULL, NULL, buf_text(&body), err) &&
        store_commit(app->store, err);
    if (done) {
        rc_fail(&told, RC_E_TAPE_REPLAYED, buf_text(&which), NULL);
        notes_add(&app->keeping->news, &told);
    }
    buf_release(&body);
    buf_release(&which);
    return done;
}

/* The tape t is taken and ends at `to`, behind the database's head. */
static bool
replay(struct app *app, struct tape *t, int64_t to, struct rc_error *err)
{
    struct tape_reader *r = NULL;
    struct rc_error why = {0};
    int64_t bad;
    struct tip tip;
    bool done = false;

    if (!store_begin(app->store, err))
        return false;
    if (!store_tip(app->store, app->device, &tip, err) || !(r = tape_reader_new(tape_path(t), err)))
        goto out;
    bad = put_back(app, r, &tip, &why);
    if (bad && why.code != RC_OK) {
        if (err)
            *err = why;
    } else if (bad) {
        differs(t, bad, err);
    } else {
        app->keeping->seq = to;
        done = record_replay(app, tip.seq + 1, err);
    }
out:
    store_rollback(app->store); /* harmless after the commit */
    tape_reader_free(r);
    return done;
}

/* False only when work must not go on. */
static bool
open_one(struct app *app, struct kept_tape *kept, struct rc_error *err)
{
    struct rc_error why = {0};
    struct tape_head last;
    struct tip tip;

    if (!kept->tape)
        return true;
    if (tape_take(kept->tape, &last, &why)) {
        /* Under the tape's lock: whoever wrote its last line has committed before. */
        if (!store_tip(app->store, app->device, &tip, err) ||
            (last.seq > tip.seq && strcmp(last.device, app->device) == 0 &&
             !replay(app, kept->tape, last.seq, err))) {
            tape_drop(kept->tape);
            return false;
        }
        if (complete(app, kept->tape, &last, &why))
            return true;
    }
    if (why.code == RC_E_TAPE_OTHER) {
        if (err)
            *err = why;
        return false;
    }
    note_trouble(app, kept, &why);
    return true;
}

void
tapes_begin(struct app *app)
{
    char *path = tapes_path(store_dir(app->store));

    app->keeping->tape.tape = tape_new(path);
    free(path);
}

bool
tapes_open(struct app *app, struct rc_error *err)
{
    struct keeping *k = app->keeping;
    struct rc_error why = {0};
    size_t news;

    tapes_begin(app);
    if (!open_one(app, &k->tape, err) || !choose_mirror(app, err))
        return false;
    news = k->news.n;
    if (!open_one(app, &k->mirror, &why)) {
        if (why.code != RC_E_TAPE_OTHER) {
            if (err)
                *err = why;
            return false;
        }
        /* A stick of another day must not keep anybody from work; verification names it. */
        note_trouble(app, &k->mirror, &why);
    }
    /* The mirror gave events back: the tape has to get them too. */
    if (k->news.n > news)
        follow(app, &k->tape);
    return true;
}

void
tapes_close(struct app *app)
{
    tape_free(app->keeping->tape.tape);
    tape_free(app->keeping->mirror.tape);
}
