/* SPDX-License-Identifier: ISC */
/* Writes one event: its names become short integers, then its projection follows. */
#include "config.h"

#include <inttypes.h>
#include <sqlite3.h>

#include "store/connection.h"
#include "store/project.h"

/* The sums of times must not overflow, whatever the caller's clock says. */
#define TIME_LIMIT (INT64_C(1) << 60)
#define BOOT_MAX 100

struct name_sql {
    const char *find; /* id, extra, more of what is bound */
    const char *add;
};

static const struct name_sql name_sql[] = {
    [NAME_DEVICE] = {"SELECT id, 0, 0 FROM device WHERE name = :name",
                     "INSERT INTO device(name) VALUES(:name)"},
    [NAME_ACTOR] = {"SELECT id, 0, 0 FROM actor WHERE name = :name",
                    "INSERT INTO actor(name) VALUES(:name)"},
    [NAME_KIND] = {"SELECT id, 0, 0 FROM kind WHERE name = :name",
                   "INSERT INTO kind(name) VALUES(:name)"},
    [NAME_TRAIN] = {"SELECT id, 0, 0 FROM train_key WHERE uuid = :name",
                    "INSERT INTO train_key(uuid) VALUES(:name)"},
    [NAME_WAGON] = {"SELECT id, train, 0 FROM wagon_key WHERE uuid = :name",
                    "INSERT INTO wagon_key(uuid, train) VALUES(:name, :extra)"},
    [NAME_SESSION] = {"SELECT id, at, uptime FROM session WHERE boot = :boot AND actor = :actor"
                      " AND utc_offset = :offset",
                      "INSERT INTO session(boot, actor, utc_offset, at, uptime)"
                      " VALUES(:boot, :actor, :offset, :extra, :more)"},
};

/* What the statements of name_sql may need: a name, or what makes a session. */
struct look_up {
    enum name_list list;
    const char *text; /* the name, or the session's key in memory */
    const struct event *event;
    int64_t actor;
};

static struct statement *
name_statement(struct store *s, const char *sql, const struct look_up *l, struct rc_error *err)
{
    struct statement *st = statement_get(s, sql, NULL, err);

    if (!st)
        return NULL;
    bind_text(st, ":name", l->text);
    bind_text(st, ":boot", l->event->boot);
    bind_integer(st, ":actor", l->actor);
    bind_integer(st, ":offset", l->event->utc_offset);
    return st;
}

/* n->id stays 0 when there is no such row. */
static bool
find_name(struct store *s, const struct look_up *l, struct name *n, struct rc_error *err)
{
    struct statement *st = name_statement(s, name_sql[l->list].find, l, err);
    enum step step;

    if (!st)
        return false;
    step = statement_step(s, st, err);
    if (step == STEP_ROW) {
        n->id = sqlite3_column_int64(st->stmt, 0);
        n->extra = sqlite3_column_int64(st->stmt, 1);
        n->more = sqlite3_column_int64(st->stmt, 2);
    }
    statement_put(st);
    return step != STEP_FAILED;
}

static bool
add_name(struct store *s, const struct look_up *l, struct name *n, struct rc_error *err)
{
    struct statement *st = name_statement(s, name_sql[l->list].add, l, err);

    if (!st)
        return false;
    bind_integer(st, ":extra", n->extra);
    bind_integer(st, ":more", n->more);
    if (!statement_run(s, st, err))
        return false;
    n->id = sqlite3_last_insert_rowid(s->db);
    return true;
}

/* Id of the name, added when it is new. n->extra and n->more are what a new entry gets, then what
 * it has. */
static bool
look_up(struct store *s, const struct look_up *l, struct name *n, struct rc_error *err)
{
    const struct name *known = names_find(&s->names[l->list], l->text);

    if (known) {
        *n = *known;
        return true;
    }
    n->id = 0;
    n->text = NULL;
    if (!find_name(s, l, n, err) || (!n->id && !add_name(s, l, n, err)))
        return false;
    names_add(&s->names[l->list], l->text, n);
    return true;
}

static bool
name_id(struct store *s, const struct event *e, enum name_list list, const char *text, int64_t *id,
        struct rc_error *err)
{
    const struct look_up l = {.list = list, .text = text, .event = e};
    struct name n = {0};
    bool done = look_up(s, &l, &n, err);

    *id = n.id;
    return done;
}

/* The session that the event belongs to; its clocks are in n->extra and n->more. */
static bool
session_of(struct store *s, const struct event *e, int64_t actor, struct name *n,
           struct rc_error *err)
{
    char key[BOOT_MAX + 60];
    const struct look_up l = {.list = NAME_SESSION, .text = key, .event = e, .actor = actor};

    snprintf(key, sizeof key, "%s %" PRId64 " %d", e->boot, actor, e->utc_offset);
    *n = (struct name){.extra = e->at, .more = e->uptime};
    return look_up(s, &l, n, err);
}

/* Train and wagon of the event; a wagon stays in the train that it was listed in. */
static bool
place_ids(struct store *s, const struct event *e, struct fact *f, struct rc_error *err)
{
    const struct look_up l = {.list = NAME_WAGON, .text = e->wagon, .event = e};
    struct name wagon = {0};

    if (e->train && !name_id(s, e, NAME_TRAIN, e->train, &f->train, err))
        return false;
    if (!e->wagon)
        return true;
    if (!e->train)
        return rc_fail(err, RC_E_STORE_REFUSED, "a wagon without a train", NULL);
    wagon.extra = f->train;
    if (!look_up(s, &l, &wagon, err))
        return false;
    f->wagon = wagon.id;
    return wagon.extra == f->train ||
           rc_fail(err, RC_E_STORE_REFUSED, "the wagon is of another train", NULL);
}

/* Sequence numbers have no gaps: this one must follow the last. */
static bool
next_in_line(struct store *s, int64_t device, int64_t seq, struct rc_error *err)
{
    static const char last[] = "SELECT max(id) FROM event WHERE id < :id";
    const int64_t base = (device - 1) << EVENT_SEQ_BITS;
    int64_t id;

    if (seq < 1 || seq > EVENT_SEQ_MAX)
        return rc_fail(err, RC_E_STORE_SEQ, NULL, NULL);
    if (!statement_integer(s, last, base + EVENT_SEQ_MAX + 1, base, &id, err))
        return false;
    if (id < base)
        id = base;
    return id + 1 == base + seq || rc_fail(err, RC_E_STORE_SEQ, NULL, NULL);
}

static bool
insert(struct store *s, const struct event *e, const struct fact *f, const struct name *session,
       int64_t kind, struct rc_error *err)
{
    /* A body that is no JSON becomes NULL, which the column refuses. (The schema itself may not
     * call json_valid: the connection does not trust what is written in the file.) */
    static const char sql[] =
        "INSERT INTO event(id, session, tick, drift, kind, train, wagon, body, hash)"
        " VALUES(:id, :session, :tick, :drift, :kind, :train, :wagon,"
        " CASE WHEN json_valid(:body) THEN :body END, :hash)";
    const int64_t tick = e->at - session->extra;
    struct statement *st = statement_get(s, sql, NULL, err);

    if (!st)
        return false;
    bind_integer(st, ":id", f->event);
    bind_integer(st, ":session", session->id);
    bind_integer(st, ":tick", tick);
    bind_integer(st, ":drift", tick - (e->uptime - session->more));
    bind_integer(st, ":kind", kind);
    if (f->wagon)
        bind_integer(st, ":wagon", f->wagon);
    else if (f->train)
        bind_integer(st, ":train", f->train);
    bind_text(st, ":body", e->body);
    bind_blob(st, ":hash", e->hash, sizeof e->hash);
    return statement_run(s, st, err);
}

static bool
append(struct store *s, const struct event *e, struct rc_error *err)
{
    struct fact f = {.at = e->at, .kind = e->kind, .body = e->body};
    int64_t device, kind;
    struct name session;

    if (sqlite3_get_autocommit(s->db))
        return rc_fail(err, RC_E_STORE_TRANSACTION, "append", NULL);
    if (e->at < 0 || e->at > TIME_LIMIT || e->uptime < 0 || e->uptime > TIME_LIMIT)
        return rc_fail(err, RC_E_STORE_REFUSED, "a time out of range", NULL);
    if (strlen(e->boot) > BOOT_MAX)
        return rc_fail(err, RC_E_STORE_REFUSED, "a boot id that is too long", NULL);
    if (!name_id(s, e, NAME_DEVICE, e->device, &device, err) ||
        !next_in_line(s, device, e->seq, err) ||
        !name_id(s, e, NAME_ACTOR, e->actor, &f.actor, err) ||
        !name_id(s, e, NAME_KIND, e->kind, &kind, err) ||
        !session_of(s, e, f.actor, &session, err) || !place_ids(s, e, &f, err))
        return false;
    f.event = ((device - 1) << EVENT_SEQ_BITS) + e->seq;
    return insert(s, e, &f, &session, kind, err) && project_event(s, &f, err);
}

bool
store_append(struct store *s, const struct event *e, struct rc_error *err)
{
    if (append(s, e, err))
        return true;
    store_rollback(s);
    return false;
}
