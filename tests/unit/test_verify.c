/* SPDX-License-Identifier: ISC */
/* Every way to change a record behind the program's back is found, with the right event named. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "app/inspect.h"
#include "app/train.h"
#include "app/verify.h"
#include "base/alloc.h"
#include "base/buf.h"

#define EVENTS 500
#define ROWS 20 /* rows tried with each kind of tampering */

struct world {
    char dir[64], copy[96];
    struct rc_env env;
    char head[HEAD_CODE];
    int64_t events;
};

static void
run(const char *command)
{
    assert_int_equal(system(command), 0);
}

/* A database with EVENTS events or a few more: a listed train with answers and an undo now and
 * then. */
static int
set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);
    const char *stop = "H-STOP";
    struct buf file = {0};
    struct rc_error err = {0};
    struct wagons consist = {0};
    struct import import;
    struct app *app;
    int64_t train;
    bool added;
    char what[40];

    snprintf(w->dir, sizeof w->dir, "/tmp/railcheck-verify-XXXXXX");
    assert_non_null(mkdtemp(w->dir));
    snprintf(w->copy, sizeof w->copy, "%s/copy", w->dir);
    rc_env_fake(&w->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(w->dir, "Post", "Officer", "1", getenv("top_srcdir"), &w->env, &err));
    app = app_open(w->dir, NULL, true, &w->env, &err);
    buf_addf(&file, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    assert_true(import_read(app, buf_text(&file), &import, &err));
    assert_true(import_save(app, &import, 1, &train, &added, &err));
    assert_true(store_consist(app->store, train, false, &consist, &err));
    assert_true(inspect_gates_confirm(app, consist.rows[0].id, &stop, 1, "duty", &err));
    for (int i = 0; i < EVENTS - 70; i++) {
        const struct answer a = {.state = i % 3 ? ANSWER_OK : ANSWER_NA, .note = "n"};
        const struct wagon_row *row = &consist.rows[(size_t)i % consist.n];

        assert_true(inspect_answer(app, row->id, i % 2 ? "RUN-1" : "RUN-2", &a, NULL, NULL, &err));
        if (i % 50 == 49)
            assert_true(inspect_undo(app, row->id, what, &err));
    }
    {
        struct verification v;

        assert_true(verify_records(app, NULL, 0, &v, &err));
        snprintf(w->head, sizeof w->head, "%s", v.head);
        w->events = v.events;
        assert_true(v.events >= EVENTS);
    }
    app_close(app);
    import_release(&import);
    wagons_release(&consist);
    buf_release(&file);
    *state = w;
    return 0;
}

static int
tear_down(void **state)
{
    struct world *w = *state;
    struct buf command = {0};

    buf_addf(&command, "rm -rf '%s'", w->dir);
    run(buf_text(&command));
    buf_release(&command);
    rc_env_release(&w->env);
    free(w);
    return 0;
}

/* A fresh copy of the database, with sql done to it by a hand that knows how to drop the guards. */
static void
tamper(struct world *w, const char *sql)
{
    struct buf command = {0};
    sqlite3 *db;
    char *message = NULL;

    buf_addf(&command, "rm -rf '%s' && mkdir '%s' && cp '%s'/railcheck.* '%s'", w->copy, w->copy,
             w->dir, w->copy);
    run(buf_text(&command));
    buf_clear(&command);
    buf_addf(&command, "%s/railcheck.db", w->copy);
    assert_int_equal(sqlite3_open(buf_text(&command), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db,
                                  "CREATE TEMP TABLE guard AS SELECT name, sql FROM sqlite_schema "
                                  "WHERE type = 'trigger'; DROP TRIGGER event_no_update;"
                                  "DROP TRIGGER event_no_delete;",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    if (sqlite3_exec(db, sql, NULL, NULL, &message) != SQLITE_OK)
        fail_msg("%s: %s", sql, message);
    /* He puts the guards back, so that the schema looks untouched. */
    assert_int_equal(sqlite3_exec(db,
                                  "CREATE TRIGGER event_no_update BEFORE UPDATE ON event\n"
                                  "BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;"
                                  "CREATE TRIGGER event_no_delete BEFORE DELETE ON event\n"
                                  "BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;",
                                  NULL, NULL, NULL),
                     SQLITE_OK);
    sqlite3_close(db);
    buf_release(&command);
}

/* Verifies the copy. True: nothing was found. */
static bool
passes(struct world *w, const char *code, struct verification *v, struct rc_error *err)
{
    struct app *app = app_open(w->copy, NULL, false, &w->env, err);
    bool whole;

    memset(v, 0, sizeof *v);
    if (!app)
        return false;
    whole = verify_records(app, &code, code ? 1 : 0, v, err);
    app_close(app);
    return whole;
}

static void
the_untouched_record_is_whole_and_has_its_head(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err = {0};

    tamper(w, "SELECT 1");
    assert_true(passes(w, w->head, &v, &err));
    assert_int_equal(v.proven, w->events);
    assert_string_equal(v.head, w->head);
}

/* Tampering with event N of the only device: found, and N (or the one behind it) is named. */
static void
found_at(struct world *w, const char *what, const char *format, int64_t n, int64_t slack)
{
    struct verification v;
    struct rc_error err = {0};
    char *sql = sqlite3_mprintf(format, n, n, n, n);

    tamper(w, sql);
    if (passes(w, NULL, &v, &err))
        fail_msg("%s of event %lld is not found", what, (long long)n);
    if (!v.seq || v.seq < n || v.seq > n + slack)
        fail_msg("%s of event %lld: %lld is named", what, (long long)n, (long long)v.seq);
    sqlite3_free(sql);
}

static void
every_kind_of_tampering_with_events_is_found_and_placed(void **state)
{
    static const struct {
        const char *what, *sql;
        int64_t slack;
    } kinds[] = {
        {"altering the body",
         "UPDATE event SET body = replace(body, '{', '{\"x\":1,') WHERE id = %lld", 0},
        {"altering one letter", "UPDATE event SET body = body || ' ' WHERE id = %lld", 0},
        {"altering the kind", "UPDATE event SET kind = kind %% 3 + 1 WHERE id = %lld", 0},
        {"altering the clock", "UPDATE event SET tick = tick + 60000 WHERE id = %lld", 0},
        {"altering the time since boot", "UPDATE event SET drift = drift + 5 WHERE id = %lld", 0},
        {"altering the hash", "UPDATE event SET hash = zeroblob(32) WHERE id = %lld", 0},
        {"deleting", "DELETE FROM event WHERE id = %lld", 0},
        {"swapping with the next",
         "UPDATE event SET id = -1 WHERE id = %lld; UPDATE event SET id = %lld WHERE id = %lld + 1;"
         "UPDATE event SET id = %lld + 1 WHERE id = -1",
         0},
        {"emptying the body", "UPDATE event SET body = '{}' WHERE id = %lld", 0},
    };
    struct world *w = *state;

    for (size_t k = 0; k < ARRAY_LEN(kinds); k++) {
        for (int i = 0; i < ROWS; i++)
            found_at(w, kinds[k].what, kinds[k].sql, 75 + i * 20, kinds[k].slack);
    }
}

static void
an_event_put_in_between_is_found(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err = {0};

    tamper(w, "UPDATE event SET id = id + 1000000 WHERE id > 300;"
              "UPDATE event SET id = id - 999999 WHERE id > 1000000;"
              "INSERT INTO event(id, session, tick, drift, kind, train, wagon, body, hash) "
              "SELECT 301, session, tick, drift, kind, train, wagon, body, hash FROM event "
              "WHERE id = 300");
    assert_false(passes(w, NULL, &v, &err));
    assert_int_equal(v.seq, 301);
}

static void
a_cut_end_is_found_by_the_head_code_and_only_by_it(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err = {0};

    tamper(w, "DELETE FROM event WHERE id > 495");
    /* The tables still hold what the lost events did. */
    assert_false(passes(w, NULL, &v, &err));
    assert_int_equal(err.code, RC_E_STORE_TABLES);
    assert_false(passes(w, w->head, &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_ANCHOR);
}

static void
changed_tables_are_found(void **state)
{
    static const char *const changes[] = {
        "UPDATE answer SET state = '+' WHERE state = '-'",
        "DELETE FROM answer WHERE (wagon, item) IN (SELECT wagon, item FROM answer LIMIT 1)",
        "UPDATE seal SET expected = 'X1' WHERE n = 1 AND wagon = (SELECT min(wagon) FROM seal)",
        "UPDATE wagon SET number = '22330988' WHERE position = 1",
        "UPDATE train SET state = 'submitted'",
        "UPDATE officer SET role = 'officer lead admin'",
        "UPDATE gate SET name = 'nobody'",
        "DELETE FROM undo_step",
        "UPDATE wagon SET findings = 1 WHERE position = 2",
    };
    struct world *w = *state;

    for (size_t i = 0; i < ARRAY_LEN(changes); i++) {
        struct verification v;
        struct rc_error err = {0};

        tamper(w, changes[i]);
        if (passes(w, NULL, &v, &err))
            fail_msg("not found: %s", changes[i]);
        assert_int_equal(err.code, RC_E_STORE_TABLES);
    }
}

static void
a_rewritten_chain_is_found_by_a_head_code(void **state)
{
    struct world *w = *state;
    struct verification v;
    struct rc_error err = {0};

    tamper(w, "SELECT 1");
    assert_false(passes(w, "0000-0000-0000-0000-0", &v, &err));
    assert_int_equal(err.code, RC_E_VERIFY_ANCHOR);
    assert_false(passes(w, "0000-0000-0000-0000-1", &v, &err));
    assert_int_equal(err.code, RC_E_HEAD_CODE);
}

/* One bit of one byte flipped, at places spread over the file: what changes the content is found.
 */
static void
flipped_bytes_are_found_or_change_nothing(void **state)
{
    struct world *w = *state;
    struct buf path = {0};
    unsigned found = 0, harmless = 0;
    long size;
    FILE *file;

    tamper(w, "SELECT 1");
    buf_addf(&path, "%s/railcheck.db", w->copy);
    file = fopen(buf_text(&path), "r+b");
    assert_non_null(file);
    assert_int_equal(fseek(file, 0, SEEK_END), 0);
    size = ftell(file);
    for (unsigned i = 0; i < 300; i++) {
        long at = (long)((unsigned long)i * 2654435761u % (unsigned long)size);
        struct verification v;
        struct rc_error err = {0};
        int byte;

        fseek(file, at, SEEK_SET);
        byte = fgetc(file);
        fseek(file, at, SEEK_SET);
        fputc(byte ^ 1 << i % 8, file);
        fflush(file);
        if (passes(w, w->head, &v, &err))
            harmless++; /* free pages and unused bytes of pages: nothing of the record */
        else
            found++;
        fseek(file, at, SEEK_SET);
        fputc(byte, file);
        fflush(file);
    }
    fclose(file);
    print_message("# of 300 flipped bytes %u were found, %u changed nothing of the record\n", found,
                  harmless);
    assert_true(found > 150);
    buf_release(&path);
}

int
main(void)
{
    const struct CMUnitTest verify[] = {
        cmocka_unit_test(the_untouched_record_is_whole_and_has_its_head),
        cmocka_unit_test(every_kind_of_tampering_with_events_is_found_and_placed),
        cmocka_unit_test(an_event_put_in_between_is_found),
        cmocka_unit_test(a_cut_end_is_found_by_the_head_code_and_only_by_it),
        cmocka_unit_test(changed_tables_are_found),
        cmocka_unit_test(a_rewritten_chain_is_found_by_a_head_code),
        cmocka_unit_test(flipped_bytes_are_found_or_change_nothing),
    };

    return cmocka_run_group_tests(verify, set_up, tear_down);
}
