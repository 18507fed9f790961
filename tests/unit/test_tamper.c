/* SPDX-License-Identifier: ISC */
/* Every way to change a record behind the program's back is found, with the right event named; what
 * cannot be found without something kept elsewhere is asserted as that, and found with it. */
#include "config.h"

#include "record_world.h"

#include <sqlite3.h>

#include "app/seal_chain.h"
#include "base/alloc.h"
#include "trail/event_hash.h"
#include "trail/sign.h"

#define ROWS 20        /* tried with each kind of tampering */
#define FIRST 80       /* the first of them: an answer in the work after the list */
#define FAR 420        /* last of those that have seals behind them, several */
#define SEALS_APART 70 /* at most, in the fixture */

/* The tried rows, spread over the work; none is an event of the program itself. */
static int64_t
row(int i)
{
    return FIRST + (FAR - FIRST) / ROWS * i;
}

static void
expect_at(struct world *w, const char *what, int64_t n, enum rc_code code, int64_t seq)
{
    struct verification v;
    struct rc_error err;

    if (world_passes(w, NULL, &v, &err))
        fail_msg("%s %lld is not found", what, (long long)n);
    if (v.seq != seq)
        fail_msg("%s %lld: %lld is named (%s)", what, (long long)n, (long long)v.seq, err.arg[0]);
    if (err.code != code)
        fail_msg("%s %lld: error %d", what, (long long)n, (int)err.code);
}

static void
without_tape(struct world *w)
{
    world_run("rm '%s/railcheck.tape'", w->copy);
}

static void
sql_with(struct world *w, const char *format, int64_t n)
{
    char *sql = sqlite3_mprintf(format, n, n, n, n, n);

    world_sql(w, sql);
    sqlite3_free(sql);
}

/* --- rows of the database --- */

static void
each_kind_of_change_to_an_event_is_found_and_placed(void **state)
{
    static const struct {
        const char *what, *sql;
        enum rc_code code;
    } kinds[] = {
        {"altered body", "UPDATE event SET body = replace(body, '{', '{\"x\":1,') WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"a blank in the body", "UPDATE event SET body = body || ' ' WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"emptied body", "UPDATE event SET body = '{}' WHERE id = %lld", RC_E_VERIFY_HASH},
        {"altered kind",
         "UPDATE event SET kind = (SELECT min(id) FROM kind WHERE id <> event.kind)"
         " WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"altered clock", "UPDATE event SET tick = tick + 60000 WHERE id = %lld", RC_E_VERIFY_HASH},
        {"altered time since boot", "UPDATE event SET drift = drift + 5 WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"altered officer",
         "UPDATE event SET session = (SELECT min(id) FROM session WHERE id <> event.session)"
         " WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"altered wagon",
         "UPDATE event SET wagon = (SELECT min(id) FROM wagon_key WHERE id <> event.wagon)"
         " WHERE id = %lld",
         RC_E_VERIFY_HASH},
        {"wagon set to NULL", "UPDATE event SET wagon = NULL WHERE id = %lld", RC_E_VERIFY_HASH},
        {"altered hash", "UPDATE event SET hash = zeroblob(32) WHERE id = %lld", RC_E_VERIFY_HASH},
        {"deleted event", "DELETE FROM event WHERE id = %lld", RC_E_VERIFY_GAP},
        {"swapped with the next",
         "UPDATE event SET id = -1 WHERE id = %lld; UPDATE event SET id = %lld WHERE id = %lld + 1;"
         "UPDATE event SET id = %lld + 1 WHERE id = -1",
         RC_E_VERIFY_HASH},
        {"all renumbered from",
         "UPDATE event SET id = id + 1000000 WHERE id >= %lld;"
         "UPDATE event SET id = id - 999999 WHERE id > 1000000",
         RC_E_VERIFY_GAP},
        {"one renumbered to the end",
         "UPDATE event SET id = (SELECT max(id) + 1 FROM event) WHERE id = %lld", RC_E_VERIFY_GAP},
    };
    struct world *w = *state;

    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        for (int i = 0; i < ROWS; i++) {
            world_copy(w);
            if (i % 2)
                without_tape(w);
            sql_with(w, kinds[k].sql, row(i));
            expect_at(w, kinds[k].what, row(i), kinds[k].code, row(i));
        }
    }
}

static void
an_event_that_is_put_in_is_found(void **state)
{
    static const char between[] =
        "UPDATE event SET id = id + 1000000 WHERE id > %lld;"
        "UPDATE event SET id = id - 999999 WHERE id > 1000000;"
        "INSERT INTO event(id, session, tick, drift, kind, train, wagon, body, hash)"
        " SELECT %lld + 1, session, tick, drift, kind, train, wagon, body, hash FROM event"
        " WHERE id = %lld";
    static const char behind[] =
        "INSERT INTO event(id, session, tick, drift, kind, train, wagon, body, hash)"
        " SELECT (SELECT max(id) + 1 FROM event), session, tick, drift, kind, train, wagon, body,"
        " hash FROM event WHERE id = %lld";
    struct world *w = *state;

    for (int i = 0; i < ROWS; i++) {
        world_copy(w);
        sql_with(w, between, row(i));
        expect_at(w, "doubled behind itself", row(i), RC_E_VERIFY_HASH, row(i) + 1);
        world_copy(w);
        sql_with(w, behind, row(i));
        expect_at(w, "doubled at the end", row(i), RC_E_VERIFY_HASH, w->events + 1);
    }
}

static void
a_removed_seal_is_found(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    world_copy(w);
    world_sql(w, "CREATE TEMP TABLE t AS SELECT max(id) AS id FROM event WHERE kind ="
                 " (SELECT id FROM kind WHERE name = 'chain.sealed') AND id < 400;"
                 "DELETE FROM event WHERE id = (SELECT id FROM t)");
    assert_false(world_passes(w, NULL, &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_GAP);
    assert_in_range(v.seq, 400 - SEALS_APART, 399);
}

/* --- a chain that was made anew from an event on --- */

struct rewriting {
    sqlite3 *db;
    struct sign_pair *key; /* NULL: he has none, old seals stay */
    int64_t from;
    unsigned char prev[TRAIL_HASH];
};

static bool
rewrite(void *context, const struct event *e, struct rc_error *err)
{
    struct rewriting *r = context;
    struct buf body = {0}, text = {0};
    struct event anew = *e;
    sqlite3_stmt *st;

    (void)err;
    if (e->seq < r->from) {
        memcpy(r->prev, e->hash, sizeof r->prev);
        return true;
    }
    if (r->key && strcmp(e->kind, "chain.sealed") == 0) {
        char key[SIGN_PUBLIC_HEX], signature[SIGN_HEX];

        seal_text(&text, e->device, e->seq - 1, r->prev);
        sign_public(r->key, key);
        sign_message(r->key, buf_text(&text), text.len, signature);
        buf_addf(&body, "{\"key\":\"%s\",\"sig\":\"%s\"}", key, signature);
        anew.body = buf_text(&body);
    }
    event_hash(r->prev, &anew, anew.hash);
    memcpy(r->prev, anew.hash, sizeof r->prev);
    assert_int_equal(sqlite3_prepare_v2(r->db,
                                        "INSERT INTO temp.anew SELECT ?, session, tick, drift,"
                                        " kind, train, wagon, ?, ? FROM event WHERE id = ?",
                                        -1, &st, NULL),
                     SQLITE_OK);
    sqlite3_bind_int64(st, 1, e->seq);
    sqlite3_bind_text(st, 2, anew.body, -1, SQLITE_TRANSIENT);
    sqlite3_bind_blob(st, 3, anew.hash, sizeof anew.hash, SQLITE_TRANSIENT);
    sqlite3_bind_int64(st, 4, e->seq);
    assert_int_equal(sqlite3_step(st), SQLITE_DONE);
    sqlite3_finalize(st);
    buf_release(&body);
    buf_release(&text);
    return true;
}

/* Everything that hangs on the events is made anew too: he knows the program. */
static void
rebuild(struct world *w)
{
    struct rc_error err = {0};
    struct store *s = store_open(w->copy, STORE_WRITE, NULL, &err);

    assert_non_null(s);
    assert_true(store_rebuild(s, &err));
    assert_true(store_close(s));
}

static void
rechain(struct world *w, int64_t from, struct sign_pair *key)
{
    struct rewriting r = {.key = key, .from = from};
    struct rc_error err = {0};
    struct buf path = {0}, sql = {0};
    struct store *s;

    buf_addf(&path, "%s/railcheck.db", w->copy);
    assert_int_equal(sqlite3_open(buf_text(&path), &r.db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(r.db,
                                  "CREATE TEMP TABLE anew(id, session, tick, drift, kind, train,"
                                  " wagon, body, hash)",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    s = store_open(w->copy, STORE_READ, NULL, &err);
    assert_non_null(s);
    assert_true(store_events(s, rewrite, &r, &err));
    store_close(s);
    buf_addf(&sql,
             "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete;"
             "DELETE FROM event WHERE id >= %lld; INSERT INTO event(id, session, tick, drift, kind,"
             " train, wagon, body, hash) SELECT * FROM temp.anew;"
             "CREATE TRIGGER event_no_update BEFORE UPDATE ON event\n"
             "BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;"
             "CREATE TRIGGER event_no_delete BEFORE DELETE ON event\n"
             "BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;",
             (long long)from);
    assert_int_equal(sqlite3_exec(r.db, buf_text(&sql), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(r.db);
    buf_release(&path);
    buf_release(&sql);
    rebuild(w);
}

/* Events of another kind in their place, as undo steps name others by their numbers. */
static const char no_seals[] =
    "INSERT OR IGNORE INTO kind(name) VALUES('login.made');"
    "UPDATE event SET kind = (SELECT id FROM kind WHERE name = 'login.made'), body = '{}'"
    " WHERE id > %lld AND kind = (SELECT id FROM kind WHERE name = 'chain.sealed')";
static const char other_note[] =
    "UPDATE event SET body = replace(body, '\"n\"]', '\"m\"]') WHERE id = %lld";

/* The first seal behind an event, and the last before it. */
static int64_t
seal_near(struct world *w, int64_t n, bool behind)
{
    struct buf path = {0};
    sqlite3_stmt *st;
    sqlite3 *db;
    int64_t seq;

    buf_addf(&path, "%s/railcheck.db", w->dir);
    assert_int_equal(sqlite3_open(buf_text(&path), &db), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(db,
                           behind ? "SELECT min(id) FROM event WHERE id > ? AND kind = (SELECT id"
                                    " FROM kind WHERE name = 'chain.sealed')"
                                  : "SELECT max(id) FROM event WHERE id < ? AND kind = (SELECT id"
                                    " FROM kind WHERE name = 'chain.sealed')",
                           -1, &st, NULL),
        SQLITE_OK);
    sqlite3_bind_int64(st, 1, n);
    assert_int_equal(sqlite3_step(st), SQLITE_ROW);
    seq = sqlite3_column_int64(st, 0);
    sqlite3_finalize(st);
    sqlite3_close(db);
    buf_release(&path);
    return seq;
}

static void
a_chain_rewritten_without_the_key_is_found(void **state)
{
    struct world *w = *state;

    for (int i = 0; i < ROWS; i++) {
        int64_t n = row(i), seal = seal_near(w, n, true);

        world_copy(w);
        sql_with(w, other_note, n);
        rechain(w, n, NULL);
        expect_at(w, "rewritten, the old seals kept, from", n, RC_E_VERIFY_COPY, n);
        without_tape(w);
        expect_at(w, "the same without a tape", n, RC_E_VERIFY_SEAL, seal);
        world_copy(w);
        sql_with(w, other_note, n);
        sql_with(w, no_seals, n);
        rechain(w, n, NULL);
        without_tape(w);
        expect_at(w, "rewritten, the seals left out, from", n, RC_E_VERIFY_UNSEALED,
                  seal_near(w, n, false) + 1);
    }
}

static struct sign_pair *
device_key(struct world *w)
{
    char *path = seal_key_path(w->dir);
    struct sign_pair *pair = sign_pair_load(path, "", NULL);

    assert_non_null(pair);
    free(path);
    return pair;
}

/* Whoever has the key and every tape can do this unseen: only what is kept elsewhere shows it. */
static void
a_chain_rewritten_with_the_key_is_found_only_from_outside(void **state)
{
    struct world *w = *state;
    struct sign_pair *key = device_key(w);
    struct verification v;
    struct rc_error err;

    for (int i = 0; i < ROWS; i++) {
        int64_t n = row(i);

        world_copy(w);
        sql_with(w, other_note, n);
        rechain(w, n, key);
        expect_at(w, "rewritten with the key, the tape forgotten, from", n, RC_E_VERIFY_COPY, n);
        without_tape(w);
        if (!world_passes(w, NULL, &v, &err))
            fail_msg("rewritten with the key: error %d at %lld", (int)err.code, (long long)v.seq);
        assert_false(world_passes(w, w->head, &v, &err));
        assert_int_equal(err.code, RC_E_VERIFY_ANCHOR);
        world_mirror(w, true);
        expect_at(w, "rewritten with the key, from", n, RC_E_VERIFY_COPY, n);
        world_mirror(w, false);
    }
    sign_pair_free(key);
}

/* --- the end --- */

static void
a_cut_end_is_found_by_whatever_was_kept(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    for (int cut = 1; cut <= ROWS; cut++) {
        world_copy(w);
        sql_with(w, "DELETE FROM event WHERE id > %lld", w->events - cut);
        rebuild(w);
        expect_at(w, "cut behind", w->events - cut, RC_E_VERIFY_CUT, w->events - cut + 1);
        /* Database and tape. */
        world_run("head -n %lld '%s/railcheck.tape' >'%s/t' && mv '%s/t' '%s/railcheck.tape'",
                  (long long)(w->events - cut), w->copy, w->copy, w->copy, w->copy);
        if (!world_passes(w, NULL, &v, &err))
            fail_msg("both cut: error %d", (int)err.code);
        assert_false(world_passes(w, w->head, &v, &err));
        assert_int_equal(err.code, RC_E_VERIFY_ANCHOR);
        world_mirror(w, true);
        expect_at(w, "both cut behind", w->events - cut, RC_E_VERIFY_CUT, w->events - cut + 1);
        world_mirror(w, false);
    }
}

static void
an_old_file_in_place_of_the_database_is_found(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    world_copy(w);
    world_run("rm -f '%s'/railcheck.db* && cp '%s/railcheck.db' '%s'", w->copy, w->old, w->copy);
    expect_at(w, "an old file, which ends at", w->old_events, RC_E_VERIFY_CUT, w->old_events + 1);
    without_tape(w);
    assert_true(world_passes(w, NULL, &v, &err));
    assert_false(world_passes(w, w->head, &v, &err));
}

/* --- keys --- */

static void
another_key_is_found(void **state)
{
    const unsigned char seed[SIGN_SEED] = "thirty-two bytes of another key";
    struct world *w = *state;
    struct sign_pair *other;
    char key[SIGN_PUBLIC_HEX];
    struct buf sql = {0};
    struct verification v;
    struct rc_error err;
    char own_code[HEAD_CODE];

    world_copy(w);
    assert_true(world_passes(w, NULL, &v, &err));
    memcpy(own_code, v.key, sizeof own_code);
    other = sign_pair_seeded(seed);
    sign_public(other, key);
    for (int i = 0; i < ROWS; i++) {
        /* A second key from here on. */
        buf_clear(&sql);
        buf_addf(&sql,
                 "UPDATE event SET kind = (SELECT id FROM kind WHERE name = 'device.keyed'),"
                 " wagon = NULL, body = '{\"key\":\"%s\"}' WHERE id = %lld",
                 key, (long long)row(i));
        world_copy(w);
        without_tape(w);
        world_sql(w, buf_text(&sql));
        rechain(w, row(i), other);
        expect_at(w, "a second key at", row(i), RC_E_VERIFY_KEYED, row(i));
        /* Seals by a key that was never made known. */
        world_copy(w);
        without_tape(w);
        rechain(w, row(i), other);
        expect_at(w, "sealed with a stranger's key from", row(i), RC_E_VERIFY_KEY,
                  seal_near(w, row(i), true));
    }
    /* The first key replaced and everything sealed anew: only the code in the log book shows it. */
    buf_clear(&sql);
    buf_addf(&sql, "UPDATE event SET body = '{\"key\":\"%s\"}' WHERE id = 2", key);
    world_copy(w);
    without_tape(w);
    world_sql(w, buf_text(&sql));
    rechain(w, 2, other);
    assert_true(world_passes(w, NULL, &v, &err));
    assert_string_not_equal(v.key, own_code);
    assert_false(world_passes(w, w->head, &v, &err));
    world_mirror(w, true);
    expect_at(w, "the first key", 2, RC_E_VERIFY_COPY, 2);
    world_mirror(w, false);
    sign_pair_free(other);
    buf_release(&sql);
}

/* --- the tape --- */

static void
each_kind_of_change_to_the_tape_is_found_and_placed(void **state)
{
    static const struct {
        const char *what, *script; /* of sed; N stands for the line */
        enum rc_code code;
    } kinds[] = {
        {"altered line", "Ns/\\t[^\\t]*$/\\t{}/", RC_E_VERIFY_COPY},
        {"altered clock in line", "Ns/\\t300\\t/\\t0\\t/", RC_E_VERIFY_COPY},
        {"deleted line", "Nd", RC_E_VERIFY_COPY},
        {"emptied line", "Ns/.*//", RC_E_TAPE},
        {"swapped line", "N{h;d};M{G}", RC_E_VERIFY_COPY},
        {"renumbered line", "Ns/^[0-9]*/9999/", RC_E_VERIFY_COPY},
    };
    struct world *w = *state;

    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        for (int i = 0; i < ROWS; i++) {
            struct buf script = {0};

            for (const char *s = kinds[k].script; *s; s++) {
                if (*s == 'N' || *s == 'M')
                    buf_addf(&script, "%lld", (long long)row(i) + (*s == 'M'));
                else
                    buf_addc(&script, *s);
            }
            world_copy(w);
            world_run("sed -i '%s' '%s/railcheck.tape'", buf_text(&script), w->copy);
            expect_at(w, kinds[k].what, row(i), kinds[k].code, row(i));
            buf_release(&script);
        }
    }
    world_copy(w);
    world_run("tail -n 1 '%s/railcheck.tape' >>'%s/railcheck.tape'", w->copy, w->copy);
    expect_at(w, "last line doubled", w->events, RC_E_VERIFY_CUT, w->events);
}

/* --- what stands around the events --- */

static void
changed_tables_are_found(void **state)
{
    static const char *const changes[] = {
        "UPDATE post SET name = 'Other'",
        "UPDATE post SET key = ''",
        "UPDATE officer SET role = 'officer lead admin'",
        "UPDATE checklist SET version = '1999010101'",
        "UPDATE train SET state = 'submitted'",
        "UPDATE wagon SET number = '22330988' WHERE position = 1",
        "UPDATE wagon SET findings = 1 WHERE position = 2",
        "UPDATE answer SET state = '+' WHERE state = '-'",
        "DELETE FROM answer WHERE (wagon, item) IN (SELECT wagon, item FROM answer LIMIT 1)",
        "UPDATE seal SET expected = 'X1' WHERE n = 1 AND wagon = (SELECT min(wagon) FROM seal)",
        "INSERT INTO finding SELECT 'f', train, id, '', '', '', 4, '', '', '', '', '', '', '', '',"
        " 'open', 1, 1, '' FROM wagon WHERE position = 1",
        "INSERT INTO walk(train, actor, side, to_head) SELECT id, 1, 'L', 0 FROM train",
        "UPDATE gate SET name = 'nobody'",
        "INSERT INTO note(event, train, wagon, text) VALUES(1, 1, 0, 'x')",
        "INSERT INTO review(event, uuid, train, wagon, what, item, finding, seals, reason, state)"
        " SELECT 1, '', id, 0, 'accepted', '', '', 0, '', '' FROM train",
        "INSERT INTO shift(event, what, uuid, taker, note) VALUES(1, 'started', '', '', '')",
        "DELETE FROM undo_step",
        "UPDATE search_text SET words = 'x' WHERE rowid = (SELECT min(rowid) FROM search_text)",
    };
    struct world *w = *state;

    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct verification v;
        struct rc_error err;

        world_copy(w);
        world_sql(w, changes[i]);
        if (world_passes(w, NULL, &v, &err))
            fail_msg("not found: %s", changes[i]);
        if (err.code != RC_E_STORE_TABLES)
            fail_msg("error %d: %s", (int)err.code, changes[i]);
        assert_int_equal(v.proven, w->events);
    }
}

static void
a_changed_schema_is_found(void **state)
{
    static const char *const changes[] = {
        "CREATE VIEW answers_view AS SELECT * FROM answer",
        "CREATE TRIGGER sly AFTER INSERT ON event BEGIN DELETE FROM answer; END",
        "DROP INDEX wagon_tail",
        "ALTER TABLE note ADD COLUMN more TEXT",
    };
    struct world *w = *state;

    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct verification v;
        struct rc_error err;

        world_copy(w);
        world_sql(w, changes[i]);
        if (world_passes(w, NULL, &v, &err))
            fail_msg("not found: %s", changes[i]);
    }
}

static void
a_removed_device_is_found(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err;

    world_copy(w);
    world_sql(w, "PRAGMA foreign_keys = OFF; DELETE FROM event; DELETE FROM device");
    expect_at(w, "all events gone", 1, RC_E_VERIFY_CUT, 1);
    without_tape(w);
    assert_false(world_passes(w, NULL, &v, &err));
    world_copy(w);
    world_sql(w, "PRAGMA foreign_keys = OFF; UPDATE device SET name = 'other'");
    expect_at(w, "another device", 1, RC_E_VERIFY_HASH, 1);
}

int
main(void)
{
    const struct CMUnitTest tamper[] = {
        cmocka_unit_test(each_kind_of_change_to_an_event_is_found_and_placed),
        cmocka_unit_test(an_event_that_is_put_in_is_found),
        cmocka_unit_test(a_removed_seal_is_found),
        cmocka_unit_test(a_chain_rewritten_without_the_key_is_found),
        cmocka_unit_test(a_chain_rewritten_with_the_key_is_found_only_from_outside),
        cmocka_unit_test(a_cut_end_is_found_by_whatever_was_kept),
        cmocka_unit_test(an_old_file_in_place_of_the_database_is_found),
        cmocka_unit_test(another_key_is_found),
        cmocka_unit_test(each_kind_of_change_to_the_tape_is_found_and_placed),
        cmocka_unit_test(changed_tables_are_found),
        cmocka_unit_test(a_changed_schema_is_found),
        cmocka_unit_test(a_removed_device_is_found),
    };

    return cmocka_run_group_tests(tamper, world_set_up, world_tear_down);
}
