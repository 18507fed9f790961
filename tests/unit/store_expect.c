/* SPDX-License-Identifier: ISC */
/* The train under inspection: set up, looked at, worked on. */
#include "config.h"

#include "store_expect.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/alloc.h"

#define SEALS "[[\"s1\",\"Н8453704\",\"H8453704\",\"hatch\"],[\"s2\",\"A100\",\"A100\",\"\"]]"

int
inspection_set_up(void **state)
{
    struct world *w = rc_alloc(1, sizeof *w);

    world_create(w);
    world_begin_train(w);
    world_list_wagon(w, 1, 1, "73072738", "Diesel fuel", SEALS);
    world_list_wagon(w, 1, 2, "22981440", "Wheat in bags", NULL);
    *state = w;
    return 0;
}

int
inspection_tear_down(void **state)
{
    struct world *w = *state;

    world_assert_rebuild(w);
    world_remove(w);
    free(w);
    return 0;
}

struct wagon_row
wagon_now(struct world *w, int wagon, struct wagons *hold)
{
    struct rc_error err = {0};

    assert_true(store_wagon(w->store, world_wagon(w, wagon), hold, &err));
    assert_int_equal(hold->n, 1);
    return hold->rows[0];
}

struct train_row
train_now(struct world *w, struct trains *hold)
{
    struct rc_error err = {0};
    char uuid[40];

    assert_true(store_train_uuid(w->store, world_uuid('t', 1, uuid), hold, &err));
    assert_int_equal(hold->n, 1);
    return hold->rows[0];
}

void
assert_wagon(struct world *w, int wagon, const char *state, int done, int total)
{
    struct wagons hold;
    struct wagon_row row = wagon_now(w, wagon, &hold);

    assert_string_equal(row.state, state);
    assert_int_equal(row.done, done);
    assert_int_equal(row.total, total);
    wagons_release(&hold);
}

void
assert_train(struct world *w, const char *state, int wagons, int closed, int findings, int worst)
{
    struct trains hold;
    struct train_row row = train_now(w, &hold);

    assert_string_equal(row.state, state);
    assert_int_equal(row.wagons, wagons);
    assert_int_equal(row.closed, closed);
    assert_int_equal(row.findings, findings);
    assert_int_equal(row.worst, worst);
    trains_release(&hold);
}

void
assert_answers(struct world *w, int wagon, const char *want)
{
    struct answers a;
    struct buf have = {0};

    assert_true(store_answers(w->store, world_wagon(w, wagon), &a, NULL));
    for (size_t i = 0; i < a.n; i++)
        buf_addf(&have, "%s %s %s;", a.rows[i].key, a.rows[i].state,
                 a.rows[i].value ? a.rows[i].value : "-");
    assert_string_equal(buf_text(&have), want);
    buf_release(&have);
    answers_release(&a);
}

void
assert_steps(struct world *w, int wagon, int undo, int redo)
{
    int n;

    assert_true(store_undo(w->store, world_wagon(w, wagon), NULL, &n, NULL));
    assert_int_equal(n, undo);
    assert_true(store_redo(w->store, world_wagon(w, wagon), NULL, &n, NULL));
    assert_int_equal(n, redo);
}

void
record_about(struct world *w, const char *kind, int wagon, int64_t of)
{
    char body[60];

    snprintf(body, sizeof body, "{\"of\":%lld}", (long long)of);
    world_record(w, kind, 1, wagon, body);
}

void
undo_next(struct world *w, int wagon)
{
    int64_t seq;

    assert_true(store_undo(w->store, world_wagon(w, wagon), &seq, NULL, NULL));
    assert_int_not_equal(seq, 0);
    record_about(w, "undo.made", wagon, seq);
}

void
redo_next(struct world *w, int wagon)
{
    int64_t seq;

    assert_true(store_redo(w->store, world_wagon(w, wagon), &seq, NULL, NULL));
    assert_int_not_equal(seq, 0);
    record_about(w, "redo.made", wagon, seq);
}

void
answer_item(struct world *w, int wagon, const char *item, const char *code, int done)
{
    char body[120];

    snprintf(body, sizeof body, "{\"s\":[[\"%s\",\"%s\"]],\"n\":[%d,24],\"t\":5}", item, code,
             done);
    world_record(w, "answer.set", 1, wagon, body);
}
