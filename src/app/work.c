/* SPDX-License-Identifier: ISC */
/* Reads a wagon with all that belongs to it and lays its checklist over it. */
#include "config.h"

#include "app/work.h"

#include <stdlib.h>
#include <string.h>

#include "app/change.h"
#include "base/alloc.h"

static bool
stored_answer(const void *context, const char *key, struct answer *out)
{
    const struct answers *answers = context;

    for (size_t i = 0; i < answers->n; i++) {
        const struct answer_row *row = &answers->rows[i];

        if (strcmp(row->key, key) != 0)
            continue;
        *out = (struct answer){
            .value = row->value,
            .reason = row->reason,
            .note = row->note,
            .marks = row->marks,
            .seq = row->seq,
        };
        return answer_parse(row->state, &out->state);
    }
    return false;
}

void
work_containers(struct work *w, const char *list)
{
    const char *p = list;

    for (size_t i = 0; i < w->n_containers; i++)
        free(w->containers[i]);
    w->n_containers = 0;
    while (*p) {
        size_t len = strcspn(p, ";");

        if (len) {
            w->containers = rc_realloc(w->containers, w->n_containers + 1, sizeof *w->containers);
            w->containers[w->n_containers++] = rc_memdup(p, len);
        }
        p += len;
        if (*p)
            p++;
    }
}

static void
lay_gates(struct work *w)
{
    for (size_t i = 0; i < w->gates.n; i++) {
        int bit = checklist_gate(w->set, w->gates.rows[i].code);

        if (bit >= 0 && strcmp(w->gates.rows[i].state, "confirmed") == 0)
            w->in.confirmed |= (gate_mask)1 << bit;
    }
}

static void
lay_seals(struct work *w)
{
    w->in.seals_open = 0;
    w->in.seals_bad = false;
    for (size_t i = 0; i < w->seals.n; i++) {
        enum seal_match match;

        if (!seal_match_parse(w->seals.rows[i].match, &match))
            continue;
        if (match == SEAL_OPEN)
            w->in.seals_open++;
        else if (match == SEAL_MISMATCHED || match == SEAL_MISSING || match == SEAL_EXTRA)
            w->in.seals_bad = true;
    }
}

void
work_lay(struct work *w)
{
    w->in.n = 0;
    lay_seals(w);
    if (w->in.sheet)
        inspection_build(&w->in, (const char *const *)w->containers, w->n_containers, stored_answer,
                         &w->answers);
}

static struct facts
wagon_facts(const struct work *w)
{
    const struct wagon_row *row = w->wagon;

    return (struct facts){
        .kind = row->kind,
        .un_no = row->un_no,
        .hazard_no = row->hazard_no,
        .net_kg = row->net_kg,
        .tare_kg = row->tare_kg,
        .axles = row->axles,
        .expected_seals = row->seals_expected,
        .containers = (int)w->n_containers,
    };
}

static bool
read_rows(struct app *app, int64_t wagon, struct work *w, struct rc_error *err)
{
    if (!store_wagon(app->store, wagon, &w->wagons, err))
        return false;
    if (!w->wagons.n)
        return rc_fail(err, RC_E_NO_WAGON, NULL, NULL);
    w->wagon = &w->wagons.rows[0];
    if (!store_train(app->store, w->wagon->train, &w->trains, err))
        return false;
    if (!w->trains.n)
        return rc_fail(err, RC_E_NO_WAGON, NULL, NULL);
    w->train = &w->trains.rows[0];
    return store_answers(app->store, wagon, &w->answers, err) &&
           store_seals(app->store, wagon, &w->seals, err) &&
           store_findings(app->store, w->wagon->train, wagon, &w->findings, err) &&
           store_files(app->store, wagon, &w->files, err) &&
           store_gates(app->store, w->wagon->train, wagon, &w->gates, err) &&
           store_reviews(app->store, w->wagon->train, wagon, &w->reviews, err) &&
           store_undo(app->store, wagon, NULL, &w->undo, err) &&
           store_redo(app->store, wagon, NULL, &w->redo, err);
}

bool
work_open(struct app *app, int64_t wagon, struct work *out, struct rc_error *err)
{
    memset(out, 0, sizeof *out);
    if (!read_rows(app, wagon, out, err) ||
        !(out->set = app_set(app, out->train->checklist, err))) {
        work_release(out);
        return false;
    }
    train_state_parse(out->train->state, &out->train_state);
    wagon_state_parse(out->wagon->state, &out->state);
    work_containers(out, out->wagon->containers);
    out->in = (struct inspection){
        .set = out->set,
        .sheet = checklist_sheet(out->set, out->wagon->kind),
        .level = out->wagon->level,
        .facts = wagon_facts(out),
    };
    lay_gates(out);
    work_lay(out);
    return true;
}

void
work_release(struct work *w)
{
    inspection_release(&w->in);
    for (size_t i = 0; i < w->n_containers; i++)
        free(w->containers[i]);
    free(w->containers);
    trains_release(&w->trains);
    wagons_release(&w->wagons);
    answers_release(&w->answers);
    seals_release(&w->seals);
    findings_release(&w->findings);
    files_release(&w->files);
    gates_release(&w->gates);
    reviews_release(&w->reviews);
    memset(w, 0, sizeof *w);
}

const struct finding_row *
work_finding(const struct work *w, const char *uuid)
{
    for (size_t i = 0; i < w->findings.n; i++) {
        if (strcmp(w->findings.rows[i].uuid, uuid) == 0)
            return &w->findings.rows[i];
    }
    return NULL;
}

/* A finding that was returned stands on its item. */
static const char *
item_of(const struct work *w, const struct review_row *point)
{
    const struct finding_row *finding = work_finding(w, point->finding);

    return finding ? finding->item : point->item;
}

const struct review_row *
work_point(const struct work *w, const char *key)
{
    for (size_t i = 0; i < w->reviews.n; i++) {
        const struct review_row *point = &w->reviews.rows[i];

        if (strcmp(point->state, "open") == 0 && strcmp(item_of(w, point), key) == 0)
            return point;
    }
    return NULL;
}

const struct gate_row *
work_gate(const struct work *w, const char *code)
{
    for (size_t i = 0; i < w->gates.n; i++) {
        if (strcmp(w->gates.rows[i].code, code) == 0 &&
            strcmp(w->gates.rows[i].state, "confirmed") == 0)
            return &w->gates.rows[i];
    }
    return NULL;
}

const struct finding_row *
work_finding_at(const struct work *w, const char *key)
{
    const struct finding_row *worst = NULL;

    for (size_t i = 0; i < w->findings.n; i++) {
        const struct finding_row *f = &w->findings.rows[i];

        if (strcmp(f->item, key) != 0 || strcmp(f->state, "withdrawn") == 0)
            continue;
        if (!worst || f->severity > worst->severity)
            worst = f;
    }
    return worst;
}

const struct gate *
work_gate_at(const struct work *w, const struct line *line)
{
    for (size_t i = 0; i < w->set->n_gates; i++) {
        if (line->waits & ((gate_mask)1 << i))
            return &w->set->gates[i];
    }
    return NULL;
}

bool
work_gate_concerns(const struct work *w, size_t gate, bool whole_train)
{
    const struct sheet *sheet = w->in.sheet;

    if (w->set->gates[gate].scope == SCOPE_TRAIN)
        return true;
    for (size_t m = 0; !whole_train && sheet && m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++) {
            if (sheet->modules[m]->items[i].gates & ((gate_mask)1 << gate))
                return true;
        }
    }
    return false;
}

size_t
work_next_line(const struct work *w, size_t after)
{
    const struct inspection *in = &w->in;

    for (size_t i = 0; i < in->n; i++) {
        size_t at = after >= in->n ? i : (after + 1 + i) % in->n;

        if (!line_done(in, &in->lines[at]) || work_point(w, in->lines[at].key))
            return at;
    }
    return in->n;
}
