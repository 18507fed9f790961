/* SPDX-License-Identifier: ISC */
/* Confirming and withdrawing gates: train-wide ones on the train, the others on their wagon. */
#include "config.h"

#include "app/inspect.h"

#include "app/body.h"
#include "app/change.h"

/* The codes of this scope as a JSON array; false when there is none. */
static bool
codes_of_scope(const struct checklist *set, const char *const *codes, size_t n, enum scope scope,
               struct buf *array)
{
    for (size_t i = 0; i < n; i++) {
        if (set->gates[checklist_gate(set, codes[i])].scope != scope)
            continue;
        buf_addc(array, array->len ? ',' : '[');
        buf_add_json(array, codes[i]);
    }
    if (!array->len)
        return false;
    buf_addc(array, ']');
    return true;
}

static bool
record_gates(struct app *app, struct work *w, const char *kind, enum scope scope,
             const char *const *codes, size_t n, const char *name, struct rc_error *err)
{
    struct buf body = {0}, array = {0};
    bool done = true;

    if (codes_of_scope(w->set, codes, n, scope, &array)) {
        body_begin(&body);
        body_json(&body, "codes", buf_text(&array));
        body_text(&body, "name", name);
        body_end(&body);
        done = app_record(app, kind, w->train->uuid, scope == SCOPE_WAGON ? w->wagon->uuid : NULL,
                          buf_text(&body), err);
    }
    buf_release(&body);
    buf_release(&array);
    return done;
}

static bool
set_gates(struct app *app, int64_t wagon, const char *kind, const char *const *codes, size_t n,
          const char *name, struct rc_error *err)
{
    struct change c;
    bool done;

    /* A gate is a fact about the site, so a closed wagon does not ask for a correction's reason;
     * a decided train still refuses. */
    if (!change_begin(&c, app, wagon, name && *name ? name : app->officer, err))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (checklist_gate(c.work.set, codes[i]) < 0) {
            rc_fail(err, RC_E_NO_GATE, codes[i], NULL);
            return change_abandon(&c);
        }
    }
    if (!record_gates(app, &c.work, kind, SCOPE_TRAIN, codes, n, name, err) ||
        !record_gates(app, &c.work, kind, SCOPE_WAGON, codes, n, name, err))
        return change_abandon(&c);
    done = app_commit(app, err);
    work_release(&c.work);
    buf_release(&c.body);
    return done;
}

bool
inspect_gates_confirm(struct app *app, int64_t wagon, const char *const *codes, size_t n,
                      const char *name, struct rc_error *err)
{
    return set_gates(app, wagon, "gate.confirmed", codes, n, name, err);
}

bool
inspect_gates_withdraw(struct app *app, int64_t wagon, const char *const *codes, size_t n,
                       const char *name, struct rc_error *err)
{
    return set_gates(app, wagon, "gate.withdrawn", codes, n, name, err);
}
