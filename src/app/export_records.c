/* SPDX-License-Identifier: ISC */
/* The rows of one train: findings, seals, gates, what leads said. */
#include "config.h"

#include <string.h>

#include "app/export_tables.h"

/* The wagon with this id; NULL when it is none of the train's. */
static const struct wagon_row *
wagon_of(const struct wagons *consist, int64_t id)
{
    for (size_t i = 0; id && i < consist->n; i++) {
        if (consist->rows[i].id == id)
            return &consist->rows[i];
    }
    return NULL;
}

static bool
export_finding(struct export *x, const struct train_row *t, const struct wagon_row *wagon,
               const struct finding_row *f, struct rc_error *err)
{
    struct export_row row;

    export_begin(x, &row, t, wagon, f->offset_min);
    row_text(&row, "finding_id", f->uuid);
    row_text(&row, "item", f->item);
    row_text(&row, "zone", f->zone);
    row_text(&row, "category", f->category);
    row_integer(&row, "severity", f->severity);
    row_text(&row, "noticed", f->noticed);
    row_text(&row, "description", f->description);
    row_number(&row, "quantity", f->quantity);
    row_text(&row, "unit", f->unit);
    row_text(&row, "action", f->action);
    row_text(&row, "agency", f->agency);
    row_text(&row, "act_no", f->act_no);
    row_text(&row, "files", f->files);
    row_text(&row, "state", f->state);
    row_moment(&row, "raised_at", f->raised_at);
    row_integer(&row, "utc_offset", f->offset_min);
    row_text(&row, "officer", f->officer);
    row_text(&row, "side", f->side);
    return export_end(x, &row, err);
}

bool
export_findings(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    struct findings findings = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err) &&
                store_findings(x->app->store, t->id, 0, &findings, err);

    for (size_t i = 0; done && i < findings.n; i++) {
        const struct finding_row *f = &findings.rows[i];

        done = export_finding(x, t, wagon_of(&consist, f->wagon), f, err);
    }
    findings_release(&findings);
    wagons_release(&consist);
    return done;
}

static bool
export_seal(struct export *x, const struct train_row *t, const struct wagon_row *wagon,
            const struct seal_row *s, struct rc_error *err)
{
    static const char *const checks[SEAL_CHECKS] = {"view", "verify", "tug", "twist"};
    bool recorded = strcmp(s->match, "open") != 0 || s->applied || s->removed;
    struct export_row row;

    export_begin(x, &row, t, wagon, s->offset_min);
    row_text(&row, "seal_id", s->uuid);
    row_integer(&row, "n", s->n);
    row_text(&row, "place", s->place);
    row_text(&row, "owner", s->owner);
    row_text(&row, "expected", s->expected);
    row_text(&row, "read", s->read);
    row_text(&row, "applied", s->applied);
    row_flag(&row, "removed", s->removed);
    row_text(&row, "state", s->state);
    row_text(&row, "match", s->match);
    for (size_t i = 0; i < SEAL_CHECKS && s->checks[i]; i++)
        row_text(&row, checks[i],
                 s->checks[i] == '+'   ? "ok"
                 : s->checks[i] == '!' ? "finding"
                                       : "");
    row_text(&row, "reason", s->reason);
    if (recorded) {
        row_moment(&row, "recorded_at", s->at);
        row_integer(&row, "utc_offset", s->offset_min);
        row_text(&row, "officer", s->officer);
    }
    return export_end(x, &row, err);
}

bool
export_seals(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err);

    for (size_t i = 0; done && i < consist.n; i++) {
        struct seals seals = {0};

        done = store_seals(x->app->store, consist.rows[i].id, &seals, err);
        for (size_t s = 0; done && s < seals.n; s++)
            done = export_seal(x, t, &consist.rows[i], &seals.rows[s], err);
        seals_release(&seals);
    }
    wagons_release(&consist);
    return done;
}

static bool
export_gate(struct export *x, const struct train_row *t, const struct wagon_row *wagon,
            const struct gate_row *g, struct rc_error *err)
{
    struct export_row row;

    export_begin(x, &row, t, wagon, g->offset_min);
    row_text(&row, "code", g->code);
    row_text(&row, "state", g->state);
    row_text(&row, "name", g->name);
    row_moment(&row, "at", g->at);
    row_integer(&row, "utc_offset", g->offset_min);
    row_text(&row, "officer", g->officer);
    return export_end(x, &row, err);
}

bool
export_gates(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    struct gates gates = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err) &&
                store_gates(x->app->store, t->id, 0, &gates, err);

    for (size_t i = 0; done && i < gates.n; i++)
        done = export_gate(x, t, wagon_of(&consist, gates.rows[i].wagon), &gates.rows[i], err);
    gates_release(&gates);
    wagons_release(&consist);
    return done;
}

static bool
export_review(struct export *x, const struct train_row *t, const struct wagon_row *wagon,
              const struct review_row *v, struct rc_error *err)
{
    struct export_row row;

    export_begin(x, &row, t, wagon, v->offset_min);
    row_text(&row, "review_id", v->uuid);
    row_text(&row, "what", v->what);
    row_text(&row, "item", v->item);
    row_text(&row, "finding_id", v->finding);
    row_text(&row, "reason", v->reason);
    row_text(&row, "state", v->state);
    row_moment(&row, "at", v->at);
    row_integer(&row, "utc_offset", v->offset_min);
    row_text(&row, "officer", v->officer);
    return export_end(x, &row, err);
}

bool
export_reviews(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    struct reviews reviews = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err) &&
                store_reviews(x->app->store, t->id, 0, &reviews, err);

    for (size_t i = 0; done && i < reviews.n; i++)
        done =
            export_review(x, t, wagon_of(&consist, reviews.rows[i].wagon), &reviews.rows[i], err);
    reviews_release(&reviews);
    wagons_release(&consist);
    return done;
}
