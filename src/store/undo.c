/* SPDX-License-Identifier: ISC */
/* The undo list of a wagon, and the set of events that undo has taken back. */
#include "config.h"

#include "store/undo.h"

#include <sqlite3.h>

#include "base/alloc.h"
#include "store/connection.h"

static const char undo_kind[] = "undo.made";
static const char redo_kind[] = "redo.made";

bool
undo_is_step_back(const char *kind)
{
    return strcmp(kind, undo_kind) == 0 || strcmp(kind, redo_kind) == 0;
}

/* --- events that are not in force --- */

struct turn {
    int64_t event; /* that it is about */
    int64_t by;    /* the undo or redo */
    bool undone;
};

static int
compare_turns(const void *a, const void *b)
{
    const struct turn *x = a, *y = b;

    if (x->event != y->event)
        return x->event < y->event ? -1 : 1;
    return x->by < y->by ? -1 : x->by > y->by;
}

/* The last turn about an event decides. */
static void
settle(struct turn *turns, size_t n, struct undone *out)
{
    if (n)
        qsort(turns, n, sizeof *turns, compare_turns);
    for (size_t i = 0; i < n; i++) {
        bool last = i + 1 == n || turns[i + 1].event != turns[i].event;

        if (last && turns[i].undone) {
            ARRAY_GROW(out->events, out->n, out->cap);
            out->events[out->n++] = turns[i].event;
        }
    }
}

#define TURNS                                                                                      \
    "SELECT e.id, k.name = 'undo.made', e.body ->> 'of' FROM event e"                              \
    " CROSS JOIN kind k ON k.id = e.kind WHERE k.name IN ('undo.made', 'redo.made') AND "

bool
undone_load(struct store *s, int64_t wagon, struct undone *out, struct rc_error *err)
{
    static const char of_wagon[] = TURNS "e.wagon = :wagon";
    static const char of_all[] = TURNS "e.wagon IS NOT NULL";
    struct turn *turns = NULL;
    size_t n = 0, cap = 0;
    struct statement *st = statement_get(s, wagon ? of_wagon : of_all, NULL, err);
    enum step step;

    *out = (struct undone){0};
    if (!st)
        return false;
    bind_integer(st, ":wagon", wagon);
    while ((step = statement_step(s, st, err)) == STEP_ROW) {
        int64_t by = sqlite3_column_int64(st->stmt, 0);

        ARRAY_GROW(turns, n, cap);
        /* "of" is a number of the same device. */
        turns[n++] = (struct turn){
            .event = (by & ~EVENT_SEQ_MAX) + (sqlite3_column_int64(st->stmt, 2) & EVENT_SEQ_MAX),
            .by = by,
            .undone = sqlite3_column_int(st->stmt, 1) != 0,
        };
    }
    statement_put(st);
    settle(turns, n, out);
    free(turns);
    return step == STEP_DONE;
}

static int
compare_events(const void *a, const void *b)
{
    int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

    return x < y ? -1 : x > y;
}

bool
undone_has(const struct undone *u, int64_t event)
{
    return u->n && bsearch(&event, u->events, u->n, sizeof *u->events, compare_events) != NULL;
}

void
undone_release(struct undone *u)
{
    free(u->events);
    *u = (struct undone){0};
}

/* --- the list --- */

static bool
run_for(struct store *s, const char *sql, const struct fact *f, bool undone, struct rc_error *err)
{
    struct statement *st = statement_get(s, sql, NULL, err);

    if (!st)
        return false;
    bind_integer(st, ":wagon", f->wagon);
    bind_integer(st, ":event", f->event);
    bind_integer(st, ":base", f->event & ~EVENT_SEQ_MAX);
    bind_text(st, ":body", f->body);
    bind_integer(st, ":undone", undone);
    bind_text(st, ":kind", f->kind);
    return statement_run(s, st, err);
}

bool
undo_mark(struct store *s, const struct fact *f, struct rc_error *err)
{
    static const char sql[] = "UPDATE undo_step SET undone = :undone WHERE wagon = :wagon"
                              " AND event = :base + (:body ->> 'of') AND undone = 1 - :undone";

    if (!run_for(s, sql, f, strcmp(f->kind, undo_kind) == 0, err))
        return false;
    return sqlite3_changes(s->db) == 1 || rc_fail(err, RC_E_STORE_UNDO, NULL, NULL);
}

bool
undo_push(struct store *s, const struct fact *f, struct rc_error *err)
{
    /* By itself SQLite takes the primary key and looks at all steps of the wagon. */
    static const char drop[] = "DELETE FROM undo_step INDEXED BY undo_step_undone"
                               " WHERE wagon = :wagon AND undone = 1";
    static const char add[] = "INSERT INTO undo_step(wagon, event, undone) SELECT id, :event, 0"
                              " FROM wagon WHERE id = :wagon AND closed_at IS NULL";

    return run_for(s, drop, f, false, err) && run_for(s, add, f, false, err);
}

bool
undo_end(struct store *s, const struct fact *f, struct rc_error *err)
{
    /* What a corrected list changed stands on what was before it. */
    static const char sql[] = "DELETE FROM undo_step WHERE wagon = (SELECT id FROM wagon"
                              " WHERE id = :wagon"
                              " AND (closed_at IS NOT NULL OR :kind = 'wagon.relisted'))";

    return run_for(s, sql, f, false, err);
}
