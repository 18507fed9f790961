/* SPDX-License-Identifier: ISC */
/* Runs the sections of schema/projection.sql for an event, for one wagon anew, or for all events.
 */
#include "config.h"

#include "store/project.h"

#include <sqlite3.h>

#include "store/connection.h"
#include "store/deferred.h"
#include "store/embedded.h"
#include "store/undo.h"

/* --- sections --- */

static void
bind_fact(struct statement *st, const struct fact *f)
{
    bind_integer(st, ":event", f->event);
    bind_integer(st, ":at", f->at);
    bind_text(st, ":kind", f->kind);
    bind_text(st, ":body", f->body);
    if (f->actor)
        bind_integer(st, ":actor", f->actor);
    if (f->train)
        bind_integer(st, ":train", f->train);
    if (f->wagon)
        bind_integer(st, ":wagon", f->wagon);
}

static bool
run_section(struct store *s, const struct projection_sql *section, const struct fact *f,
            struct rc_error *err)
{
    static const char blanks[] = " \n";

    for (const char *sql = section->sql; *sql; sql += strspn(sql, blanks)) {
        struct statement *st = statement_get(s, sql, &sql, err);

        if (!st)
            return false;
        bind_fact(st, f);
        if (!statement_run(s, st, err))
            return false;
    }
    return true;
}

/* Is kind one of the words of list? */
static bool
listed(const char *list, const char *kind)
{
    size_t len = strlen(kind);

    for (const char *at = list; *at; at += *at == ' ') {
        size_t word = strcspn(at, " ");

        if (word == len && memcmp(at, kind, len) == 0)
            return true;
        at += word;
    }
    return false;
}

static bool
run_named(struct store *s, const char *name, const struct fact *f, struct rc_error *err)
{
    for (const struct projection_sql *p = projection_sql; p->sql; p++) {
        if (strcmp(p->on, name) == 0 && !run_section(s, p, f, err))
            return false;
    }
    return true;
}

static bool
is_undoable(const char *kind)
{
    for (const struct projection_sql *p = projection_sql; p->sql; p++) {
        if (p->undoable && listed(p->on, kind))
            return true;
    }
    return false;
}

static bool
is_quiet(const char *kind)
{
    for (const struct projection_sql *p = projection_sql; p->sql; p++) {
        if (p->quiet && listed(p->on, kind))
            return true;
    }
    return false;
}

/* The sections of the fact's kind, in the order of the file. */
static bool
run_kind(struct store *s, const struct fact *f, struct rc_error *err)
{
    for (const struct projection_sql *p = projection_sql; p->sql; p++) {
        if (listed(p->on, f->kind) && !run_section(s, p, f, err))
            return false;
    }
    return true;
}

/* Keeps what "after" keeps of the event's wagon, or puts it off to the end of the replay. */
static bool
run_after(struct store *s, const struct fact *f, struct deferred *deferred, struct rc_error *err)
{
    struct deferred_wagon *w = NULL;
    int before = sqlite3_total_changes(s->db);

    if (deferred && !is_quiet(f->kind)) {
        w = deferred_wagon(deferred, f->wagon);
        if (w->begun) {
            deferred_put(deferred, w, f);
            return true;
        }
    }
    if (!run_named(s, "after", f, err))
        return false;
    if (w)
        w->begun = sqlite3_total_changes(s->db) != before;
    return true;
}

/* The sections of the fact's kind, then what runs behind each event of a wagon (deferred: may be
 * put off). */
static bool
apply(struct store *s, const struct fact *f, struct deferred *deferred, struct rc_error *err)
{
    return run_kind(s, f, err) && (!f->wagon || run_after(s, f, deferred, err));
}

/* Does what was put off. */
static bool
catch_up(struct store *s, const struct deferred *d, struct rc_error *err)
{
    for (size_t i = 0; i < d->cap; i++) {
        if (d->slots[i].last.kind && !run_named(s, "after", &d->slots[i].last, err))
            return false;
    }
    return true;
}

/* --- replaying --- */

/* CROSS JOIN keeps the order of the tables: events first, by their index or row number. */
#define FACTS                                                                                      \
    "SELECT e.id, x.at + e.tick, x.actor, coalesce(e.train, w.train), e.wagon, k.name, e.body"     \
    " FROM event e CROSS JOIN session x ON x.id = e.session"                                       \
    " CROSS JOIN kind k ON k.id = e.kind LEFT JOIN wagon_key w ON w.id = e.wagon"

static const char facts_of_wagon[] = FACTS " WHERE e.wagon = :wagon ORDER BY e.id";
static const char facts_of_all[] = FACTS " ORDER BY e.id";

static struct fact
read_fact(struct statement *st)
{
    return (struct fact){
        .event = sqlite3_column_int64(st->stmt, 0),
        .at = sqlite3_column_int64(st->stmt, 1),
        .actor = sqlite3_column_int64(st->stmt, 2),
        .train = sqlite3_column_int64(st->stmt, 3),
        .wagon = sqlite3_column_int64(st->stmt, 4),
        .kind = (const char *)sqlite3_column_text(st->stmt, 5),
        .body = (const char *)sqlite3_column_text(st->stmt, 6),
    };
}

static bool
readable(const struct fact *f, struct rc_error *err)
{
    return (f->kind && f->body) || rc_fail(err, RC_E_MEMORY, NULL, NULL);
}

/* Projects the event when it is in force; all: of all events, with the undo list, NULL in the
 * replay of one wagon. */
static bool
replay_one(struct store *s, const struct fact *f, const struct undone *undone, struct deferred *all,
           struct rc_error *err)
{
    if (undo_is_step_back(f->kind) && f->wagon)
        return !all || undo_mark(s, f, err);
    if (!undone_has(undone, f->event) && !apply(s, f, all, err))
        return false;
    if (!all || !f->wagon)
        return true;
    return is_undoable(f->kind) ? undo_push(s, f, err) : undo_end(s, f, err);
}

/* Projects the events of the wagon (0: all events, and the undo list with them) that are not taken
 * back. */
static bool
replay(struct store *s, int64_t wagon, struct rc_error *err)
{
    struct undone undone = {0};
    struct deferred deferred = {0};
    struct statement *st = NULL;
    enum step step = STEP_FAILED;

    if (!undone_load(s, wagon, &undone, err))
        goto out;
    st = statement_get(s, wagon ? facts_of_wagon : facts_of_all, NULL, err);
    if (!st)
        goto out;
    bind_integer(st, ":wagon", wagon);
    while ((step = statement_step(s, st, err)) == STEP_ROW) {
        struct fact f = read_fact(st);

        if (!readable(&f, err) || !replay_one(s, &f, &undone, wagon ? NULL : &deferred, err)) {
            step = STEP_FAILED;
            break;
        }
    }
    if (step == STEP_DONE && !catch_up(s, &deferred, err))
        step = STEP_FAILED;
out:
    statement_put(st);
    undone_release(&undone);
    deferred_release(&deferred);
    return step == STEP_DONE;
}

static bool
project_wagon(struct store *s, const struct fact *f, struct rc_error *err)
{
    return run_named(s, "reset wagon", f, err) && replay(s, f->wagon, err);
}

/* --- doors --- */

bool
project_event(struct store *s, const struct fact *f, struct rc_error *err)
{
    if (!f->wagon)
        return apply(s, f, NULL, err);
    if (undo_is_step_back(f->kind)) {
        if (!undo_mark(s, f, err) || !project_wagon(s, f, err))
            return false;
    } else {
        if (!apply(s, f, NULL, err) ||
            !(is_undoable(f->kind) ? undo_push(s, f, err) : undo_end(s, f, err)))
            return false;
    }
    return run_named(s, "after train", f, err);
}

/* The counts of a train depend on the present state of its wagons alone: once at the end will do.
 */
static bool
count_trains(struct store *s, struct rc_error *err)
{
    static const char sql[] = "SELECT id FROM train";
    struct statement *st = statement_get(s, sql, NULL, err);
    enum step step;

    if (!st)
        return false;
    while ((step = statement_step(s, st, err)) == STEP_ROW) {
        struct fact f = {.train = sqlite3_column_int64(st->stmt, 0)};

        if (!run_named(s, "after train", &f, err)) {
            step = STEP_FAILED;
            break;
        }
    }
    statement_put(st);
    return step == STEP_DONE;
}

bool
project_all(struct store *s, struct rc_error *err)
{
    const struct fact nothing = {0};

    return run_named(s, "reset all", &nothing, err) && replay(s, 0, err) && count_trains(s, err);
}
