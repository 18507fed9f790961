/* SPDX-License-Identifier: ISC */
/* Answering items: one, the rest of a zone, the gated ones of a zone, as on the wagon before. */
#include "config.h"

#include "app/inspect.h"

#include <string.h>

#include "app/body.h"
#include "app/change.h"
#include "base/number.h"

/* Records the answers collected in array with the counts that they lead to. */
static bool
end_answers(struct change *c, struct buf *array, struct rc_error *err)
{
    bool done;

    work_lay(&c->work);
    buf_addc(array, ']');
    body_json(&c->body, "s", buf_text(array));
    body_counts(&c->body, &c->work.in);
    change_pace(c);
    done = change_end(c, "answer.set", err);
    buf_release(array);
    return done;
}

static bool
abandon_answers(struct change *c, struct buf *array)
{
    buf_release(array);
    return change_abandon(c);
}

bool
inspect_answer(struct app *app, int64_t wagon, const char *key, const struct answer *given,
               const char *why, bool *outside, struct rc_error *err)
{
    struct answer answer = *given;
    struct buf array = {0};
    const struct line *line;
    struct change c;
    char number[32];
    bool out = false;

    if (!change_begin(&c, app, wagon, why, err))
        return false;
    if (!(line = change_line(&c, key, err)))
        return change_abandon(&c);
    /* A note is only added to what stands there. */
    if (answer.state == line->answer.state && !answer.value && !answer.reason) {
        answer.value = line->answer.value;
        answer.reason = line->answer.reason;
        answer.marks = line->answer.marks;
    }
    if (!answer.note)
        answer.note = line->answer.note;
    if (answer.state != ANSWER_NONE && !answer_allowed(&c.work.in, line, &answer, &out, err))
        return change_abandon(&c);
    if (line->item->type <= ITEM_INTEGER && answer.value &&
        number_canonical(answer.value, number, sizeof number))
        answer.value = number;
    if (outside)
        *outside = out;
    body_add_answer(&array, key, &answer);
    change_answer(&c, key, &answer);
    return end_answers(&c, &array, err);
}

bool
inspect_zone_ok(struct app *app, int64_t wagon, const char *key, size_t *n, struct rc_error *err)
{
    const struct answer ok = {.state = ANSWER_OK, .marks = ANSWER_BULK};
    size_t first, last;
    struct buf array = {0};
    struct change c;

    *n = 0;
    if (!change_begin(&c, app, wagon, NULL, err))
        return false;
    if (!change_line(&c, key, err))
        return change_abandon(&c);
    inspection_zone(&c.work.in, inspection_find(&c.work.in, key), &first, &last, NULL);
    for (size_t i = first; i <= last; i++) {
        const struct line *line = &c.work.in.lines[i];

        if (!line_takes_bulk(line))
            continue;
        body_add_answer(&array, line->key, &ok);
        ++*n;
    }
    if (!*n) {
        rc_fail(err, RC_E_NOTHING_OPEN, NULL, NULL);
        return abandon_answers(&c, &array);
    }
    for (size_t i = first; i <= last; i++) {
        if (line_takes_bulk(&c.work.in.lines[i]))
            change_answer(&c, c.work.in.lines[i].key, &ok);
    }
    return end_answers(&c, &array, err);
}

bool
inspect_zone_gated(struct app *app, int64_t wagon, const char *key, size_t *n, struct rc_error *err)
{
    const struct answer gated = {.state = ANSWER_NO_ACCESS, .reason = "gate", .marks = ANSWER_GATE};
    const struct line *here;
    size_t first, last;
    struct buf array = {0};
    struct change c;

    *n = 0;
    if (!change_begin(&c, app, wagon, NULL, err))
        return false;
    if (!(here = change_line(&c, key, err)))
        return change_abandon(&c);
    inspection_zone(&c.work.in, inspection_find(&c.work.in, key), &first, &last, NULL);
    for (size_t i = first; i <= last; i++) {
        const struct line *line = &c.work.in.lines[i];

        if (!line->gated || line->waits != here->waits || line_done(&c.work.in, line))
            continue;
        body_add_answer(&array, line->key, &gated);
        change_answer(&c, line->key, &gated);
        ++*n;
    }
    if (!*n) {
        rc_fail(err, RC_E_NOTHING_OPEN, NULL, NULL);
        return abandon_answers(&c, &array);
    }
    return end_answers(&c, &array, err);
}

/* The nearest wagon before this one in the consist that was not struck out; 0 for none. */
static int64_t
wagon_before(struct change *c, struct rc_error *err)
{
    struct wagons consist = {0};
    int64_t before = 0;

    if (!store_consist(c->app->store, c->work.wagon->train, false, &consist, err))
        return 0;
    for (size_t i = 0; i < consist.n; i++) {
        if (consist.rows[i].position < c->work.wagon->position &&
            strcmp(consist.rows[i].state, "struck") != 0)
            before = consist.rows[i].id;
    }
    wagons_release(&consist);
    if (!before)
        rc_fail(err, RC_E_NOTHING_TO_COPY, NULL, NULL);
    return before;
}

bool
inspect_copy(struct app *app, int64_t wagon, const char *key, struct rc_error *err)
{
    struct work from = {0};
    struct buf array = {0};
    const struct line *line;
    struct answer copy;
    struct change c;
    int64_t before;
    size_t at;
    bool done;

    if (!change_begin(&c, app, wagon, NULL, err))
        return false;
    if (!(line = change_line(&c, key, err)) || !(before = wagon_before(&c, err)) ||
        !work_open(app, before, &from, err))
        return change_abandon(&c);
    at = inspection_find(&from.in, key);
    if (at == from.in.n || !line_takes_copy(line, &from.in.lines[at].answer)) {
        rc_fail(err, RC_E_NOTHING_TO_COPY, NULL, NULL);
        work_release(&from);
        return change_abandon(&c);
    }
    copy = from.in.lines[at].answer;
    copy.marks = ANSWER_COPIED;
    copy.note = NULL;
    body_add_answer(&array, key, &copy);
    change_answer(&c, key, &copy);
    done = end_answers(&c, &array, err);
    work_release(&from); /* lent its strings to the change */
    return done;
}
