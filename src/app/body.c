/* SPDX-License-Identifier: ISC */
/* Writes the JSON bodies of events. */
#include "config.h"

#include "app/body.h"

#include <inttypes.h>

void
body_begin(struct buf *body)
{
    buf_addc(body, '{');
}

static void
add_name(struct buf *body, const char *name)
{
    if (body->len && body->data[body->len - 1] != '{')
        buf_addc(body, ',');
    buf_add_json(body, name);
    buf_addc(body, ':');
}

void
body_text(struct buf *body, const char *name, const char *value)
{
    if (!value)
        return;
    add_name(body, name);
    buf_add_json(body, value);
}

void
body_number(struct buf *body, const char *name, int64_t value)
{
    add_name(body, name);
    buf_addf(body, "%" PRId64, value);
}

void
body_json(struct buf *body, const char *name, const char *json)
{
    add_name(body, name);
    buf_adds(body, json);
}

void
body_end(struct buf *body)
{
    buf_addc(body, '}');
}

void
body_counts(struct buf *body, const struct inspection *in)
{
    add_name(body, "n");
    buf_addf(body, "[%zu,%zu]", inspection_done(in), in->n);
}

void
body_add_answer(struct buf *array, const char *key, const struct answer *answer)
{
    const char *tail[] = {answer->value, answer->reason, answer->note};
    size_t n = sizeof tail / sizeof *tail;

    buf_addc(array, array->len ? ',' : '[');
    buf_addc(array, '[');
    buf_add_json(array, key);
    buf_addc(array, ',');
    buf_add_json(array, answer_code(answer->state));
    while (!answer->marks && n && !tail[n - 1])
        n--;
    for (size_t i = 0; i < n; i++) {
        buf_addc(array, ',');
        buf_add_json(array, tail[i]);
    }
    if (answer->marks)
        buf_addf(array, ",%u", answer->marks);
    buf_addc(array, ']');
}

void
body_finding(struct buf *body, const struct finding *f)
{
    add_name(body, "f");
    body_begin(body);
    body_text(body, "id", f->uuid);
    body_text(body, "item", f->item);
    body_text(body, "zone", f->zone);
    body_text(body, "category", f->category);
    body_number(body, "severity", f->severity);
    body_text(body, "noticed", f->noticed);
    body_text(body, "description", f->description);
    body_text(body, "quantity", f->quantity);
    body_text(body, "unit", f->unit);
    body_text(body, "action", f->action);
    body_text(body, "agency", f->agency);
    body_text(body, "act", f->act_no);
    body_text(body, "files", f->files);
    body_text(body, "side", f->side);
    body_end(body);
}
