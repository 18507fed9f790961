/* SPDX-License-Identifier: ISC */
/* Making, copying and tampering. */
#include "config.h"

#include "record_world.h"

#include <sqlite3.h>

#include "app/inspect.h"
#include "app/post.h"
#include "app/import.h"
#include "app/train.h"
#include "base/alloc.h"

void
world_run(const char *format, ...)
{
    struct buf command = {0};
    va_list args;

    va_start(args, format);
    buf_addv(&command, format, args);
    va_end(args);
    if (system(buf_text(&command)) != 0)
        fail_msg("%s", buf_text(&command));
    buf_release(&command);
}

void
world_mirror(struct world *w, bool in)
{
    world_run("if [ -e '%s%s' ]; then mv '%s%s' '%s%s'; fi", w->mirror, in ? ".away" : "",
              w->mirror, in ? ".away" : "", w->mirror, in ? "" : ".away");
}

/* A copy of the database while it is in use. */
static void
keep_old(struct world *w)
{
    struct buf text = {0};
    sqlite3 *db;

    world_run("mkdir '%s'", w->old);
    buf_addf(&text, "%s/railcheck.db", w->dir);
    assert_int_equal(sqlite3_open(buf_text(&text), &db), SQLITE_OK);
    buf_clear(&text);
    buf_addf(&text, "VACUUM INTO '%s/railcheck.db'", w->old);
    assert_int_equal(sqlite3_exec(db, buf_text(&text), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    buf_release(&text);
}

/* Answers and an undo now and then. */
static void
work(struct world *w, struct app *app, const struct wagons *consist)
{
    struct rc_error err = {0};
    char what[40];

    for (int i = 0; i < EVENTS - 70; i++) {
        const struct answer a = {.state = i % 3 ? ANSWER_OK : ANSWER_NA, .note = "n"};
        const struct wagon_row *row = &consist->rows[(size_t)i % consist->n];

        assert_true(inspect_answer(app, row->id, i % 2 ? "RUN-1" : "RUN-2", &a, NULL, NULL, &err));
        if (i % 50 == 49)
            assert_true(inspect_undo(app, row->id, what, &err));
        if (i == 200) {
            struct tip tip;

            assert_true(store_tip(app->store, app->device, &tip, &err));
            w->old_events = tip.seq;
            keep_old(w);
        }
    }
}

int
world_set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);
    struct post_change mirror = {.mirror = w->mirror, .fast_s = -1};
    const char *stop = "H-STOP";
    struct buf file = {0};
    struct rc_error err = {0};
    struct wagons consist = {0};
    struct verification v;
    struct import import;
    struct app *app;
    int64_t train;
    bool added;

    snprintf(w->dir, sizeof w->dir, "/tmp/railcheck-verify-XXXXXX");
    assert_non_null(mkdtemp(w->dir));
    snprintf(w->copy, sizeof w->copy, "%s/copy", w->dir);
    snprintf(w->old, sizeof w->old, "%s/old", w->dir);
    snprintf(w->mirror, sizeof w->mirror, "%s/medium", w->dir);
    world_run("mkdir '%s'", w->mirror);
    rc_env_fake(&w->env, (struct moment){1795400000000, 300}, 1000);
    assert_true(app_init(w->dir, "Post", "Officer", "1", getenv("top_srcdir"), &w->env, &err));
    app = app_open(w->dir, NULL, true, &w->env, &err);
    assert_true(post_change(app, &mirror, &err));
    buf_addf(&file, "%s/checklists/samples/consist-mixed-65.csv", getenv("top_srcdir"));
    assert_true(import_read(app, buf_text(&file), &import, &err));
    assert_true(import_save(app, &import, 1, &train, &added, &err));
    assert_true(store_consist(app->store, train, false, &consist, &err));
    assert_true(inspect_gates_confirm(app, consist.rows[0].id, &stop, 1, "duty", &err));
    work(w, app, &consist);
    assert_true(verify_records(app, NULL, 0, &v, &err));
    snprintf(w->head, sizeof w->head, "%s", v.head);
    w->events = v.events;
    assert_true(v.events >= EVENTS);
    assert_false(app_news(app, &err));
    app_close(app);
    world_mirror(w, false);
    import_release(&import);
    wagons_release(&consist);
    buf_release(&file);
    *state = w;
    return 0;
}

int
world_tear_down(void **state)
{
    struct world *w = *state;

    world_run("rm -rf '%s'", w->dir);
    rc_env_release(&w->env);
    free(w);
    return 0;
}

void
world_copy(struct world *w)
{
    world_run("rm -rf '%s' && mkdir '%s' && cp '%s'/railcheck.* '%s'", w->copy, w->copy, w->dir,
              w->copy);
}

void
world_sql(struct world *w, const char *sql)
{
    struct buf path = {0};
    sqlite3 *db;
    char *message = NULL;

    buf_addf(&path, "%s/railcheck.db", w->copy);
    assert_int_equal(sqlite3_open(buf_text(&path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, "DROP TRIGGER event_no_update; DROP TRIGGER event_no_delete;",
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
    buf_release(&path);
}

bool
world_passes(struct world *w, const char *code, struct verification *v, struct rc_error *err)
{
    struct app *app;
    bool whole;

    memset(v, 0, sizeof *v);
    *err = (struct rc_error){0};
    app = app_open(w->copy, NULL, false, &w->env, err);
    if (!app)
        return false;
    whole = verify_records(app, &code, code ? 1 : 0, v, err);
    app_close(app);
    return whole;
}
