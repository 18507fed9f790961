/* SPDX-License-Identifier: ISC */
/*
 * The tables of one train as files. A column is named in exchange/tables.c and filled here by that
 * name. The same records give the same bytes.
 */
#include "config.h"

#include "app/train.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/codes.h"
#include "app/export_row.h"
#include "app/work.h"
#include "base/alloc.h"
#include "exchange/file.h"
#include "exchange/tables.h"

struct export
{
    struct app *app;
    const struct train_row *train;
    struct buf consist, wagons, answers, findings, seals, gates;
};

static void
wagon_keys(struct export_row *row, const struct export *x, const struct wagon_row *wagon)
{
    row_text(row, "train_id", x->train->uuid);
    row_text(row, "wagon_id", wagon->uuid);
    row_number(row, "position", wagon->position);
    if (row_has(row, "wagon_no"))
        row_text(row, "wagon_no", wagon->number);
}

static void
export_consist(struct export *x)
{
    const struct train_row *t = x->train;
    struct export_row row;

    row_begin(&row, &table_consist);
    row_text(&row, "train_id", t->uuid);
    row_text(&row, "train_no", t->number);
    row_text(&row, "train_index", t->index);
    row_text(&row, "direction", t->direction);
    row_moment(&row, "arrived_at", t->arrived_at);
    row_number(&row, "arrived_offset", t->arrived_offset);
    row_text(&row, "post", x->app->post);
    row_text(&row, "form_id", t->form);
    row_text(&row, "form_version", t->version);
    row_number(&row, "level", t->level);
    row_text(&row, "state", t->state);
    row_number(&row, "wagons", t->wagons);
    row_number(&row, "closed", t->closed);
    row_number(&row, "findings", t->findings);
    row_count(&row, "worst_severity", t->worst);
    row_text(&row, "source_file", t->source_name);
    row_text(&row, "source_sha256", t->source_sha256);
    row_moment(&row, "listed_at", t->listed_at);
    row_moment(&row, "submitted_at", t->submitted_at);
    row_text(&row, "submitted_by", t->submitted_by);
    row_end(&row, &x->consist);
}

static void
wagon_list_facts(struct export_row *row, const struct wagon_row *w)
{
    row_text(row, "owner_railway", w->owner_railway);
    row_text(row, "cargo_etsng", w->cargo_etsng);
    row_text(row, "cargo_gng", w->cargo_gng);
    row_text(row, "cargo_name", w->cargo_name);
    row_count(row, "net_kg", w->net_kg);
    row_count(row, "tare_kg", w->tare_kg);
    row_count(row, "axles", w->axles ? w->axles : -1);
    row_text(row, "un_no", w->un_no);
    row_text(row, "hazard_no", w->hazard_no);
    row_text(row, "emergency_card", w->emergency_card);
    row_text(row, "origin_station", w->origin_station);
    row_text(row, "destination_station", w->destination_station);
    row_text(row, "consignor", w->consignor);
    row_text(row, "consignee", w->consignee);
    row_count(row, "seal_count", w->seal_count);
    row_text(row, "containers", w->containers);
}

/* Names for codes, in the language of the lists' first column. */
static void
wagon_names(struct export_row *row, struct app *app, const struct wagon_row *w)
{
    const struct {
        const char *column, *list, *code;
    } names[] = {
        {"owner_railway_name", "railways", w->owner_railway},
        {"cargo_etsng_name", "etsng", w->cargo_etsng},
        {"cargo_gng_name", "gng", w->cargo_gng},
        {"un_name", "un", w->un_no},
        {"origin_station_name", "stations", w->origin_station},
        {"destination_station_name", "stations", w->destination_station},
    };
    char name[CODE_NAME];

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        codes_name(app, names[i].list, names[i].code, "en", name);
        row_text(row, names[i].column, name);
    }
}

static void
export_wagon(struct export *x, const struct work *work)
{
    const struct wagon_row *w = work->wagon;
    int bulk = 0, copied = 0;
    struct export_row row;

    for (size_t i = 0; i < work->answers.n; i++) {
        bulk += (work->answers.rows[i].marks & ANSWER_BULK) != 0;
        copied += (work->answers.rows[i].marks & ANSWER_COPIED) != 0;
    }
    row_begin(&row, &table_wagons);
    wagon_keys(&row, x, w);
    row_text(&row, "kind", w->kind);
    row_text(&row, "kind_from", w->kind_from);
    row_number(&row, "level", w->level);
    wagon_list_facts(&row, w);
    row_text(&row, "state", w->state);
    row_text(&row, "struck_reason", w->reason);
    row_number(&row, "items_done", w->done);
    row_number(&row, "items_total", w->total);
    row_number(&row, "findings", w->findings);
    row_count(&row, "worst_severity", w->worst);
    row_number(&row, "seals_expected", w->seals_expected);
    row_number(&row, "seals_read", w->seals_read);
    row_number(&row, "seals_bad", w->seals_bad);
    row_number(&row, "bulk_answers", bulk);
    row_number(&row, "copied_answers", copied);
    row_moment(&row, "started_at", w->first_at);
    row_moment(&row, "ended_at", w->last_at);
    if (w->first_at && w->last_at >= w->first_at) {
        int64_t tenths = (w->last_at - w->first_at) / 6000;

        row_format(&row, "minutes", "%" PRId64 ".%" PRId64, tenths / 10, tenths % 10);
    }
    row_text(&row, "officer", w->officer);
    wagon_names(&row, x->app, w);
    row_end(&row, &x->wagons);
}

/* The words of a choice in the set's default language; NULL when the item has no choices. */
static const char *
value_label(const struct item *item, const char *value)
{
    const struct choice *choice;

    if (!item || !item->list || !value || !(choice = choice_in(item->list, value)))
        return NULL;
    return words_in(&choice->label, 0);
}

static void
export_answer(struct export *x, const struct work *work, const struct answer_row *a)
{
    const char *slash = strchr(a->key, '/');
    char *name = rc_memdup(a->key, slash ? (size_t)(slash - a->key) : strlen(a->key));
    const struct item *item = checklist_item(work->set, name);
    size_t at = inspection_find(&work->in, a->key);
    enum answer_state state = ANSWER_NONE;
    struct export_row row;
    bool outside = false;

    answer_parse(a->state, &state);
    if (at < work->in.n && a->value) {
        struct answer given = {.state = ANSWER_VALUE, .value = a->value};

        answer_allowed(&work->in, &work->in.lines[at], &given, &outside, NULL);
    }
    row_begin(&row, &table_answers);
    wagon_keys(&row, x, work->wagon);
    row_text(&row, "container", slash ? slash + 1 : NULL);
    row_text(&row, "item", name);
    row_text(&row, "zone", item ? item->zone->name : NULL);
    row_count(&row, "level", item ? item->level : -1);
    row_text(&row, "value", a->value ? a->value : answer_name(state));
    row_text(&row, "state", answer_name(state));
    row_text(&row, "value_label", value_label(item, a->value));
    row_text(&row, "unit", item ? item->unit : NULL);
    row_text(&row, "outside_limits", outside ? "1" : "0");
    row_text(&row, "reason", a->reason);
    row_text(&row, "note", a->note);
    row_text(&row, "bulk", a->marks & ANSWER_BULK ? "1" : "0");
    row_text(&row, "copied", a->marks & ANSWER_COPIED ? "1" : "0");
    row_text(&row, "gate", a->marks & ANSWER_GATE ? "1" : "0");
    row_moment(&row, "answered_at", a->at);
    row_number(&row, "utc_offset", a->offset_min);
    row_text(&row, "officer", a->officer);
    row_text(&row, "form_version", x->train->version);
    row_end(&row, &x->answers);
    free(name);
}

static void
export_finding(struct export *x, const struct wagon_row *wagon, const struct finding_row *f)
{
    struct export_row row;

    row_begin(&row, &table_findings);
    row_text(&row, "finding_id", f->uuid);
    wagon_keys(&row, x, wagon);
    row_text(&row, "item", f->item);
    row_text(&row, "zone", f->zone);
    row_text(&row, "category", f->category);
    row_number(&row, "severity", f->severity);
    row_text(&row, "noticed", f->noticed);
    row_text(&row, "description", f->description);
    row_text(&row, "quantity", f->quantity);
    row_text(&row, "unit", f->unit);
    row_text(&row, "action", f->action);
    row_text(&row, "agency", f->agency);
    row_text(&row, "act_no", f->act_no);
    row_text(&row, "files", f->files);
    row_text(&row, "state", f->state);
    row_moment(&row, "raised_at", f->raised_at);
    row_number(&row, "utc_offset", f->offset_min);
    row_text(&row, "officer", f->officer);
    row_end(&row, &x->findings);
}

static void
export_seal(struct export *x, const struct wagon_row *wagon, const struct seal_row *s)
{
    static const char *const columns[SEAL_CHECKS] = {"view", "verify", "tug", "twist"};
    bool recorded = strcmp(s->match, "open") != 0 || s->applied || s->removed;
    struct export_row row;

    row_begin(&row, &table_seals);
    row_text(&row, "seal_id", s->uuid);
    wagon_keys(&row, x, wagon);
    row_number(&row, "n", s->n);
    row_text(&row, "place", s->place);
    row_text(&row, "owner", s->owner);
    row_text(&row, "expected", s->expected);
    row_text(&row, "read", s->read);
    row_text(&row, "applied", s->applied);
    row_text(&row, "removed", s->removed ? "1" : "0");
    row_text(&row, "state", s->state);
    row_text(&row, "match", s->match);
    for (size_t i = 0; i < SEAL_CHECKS && s->checks[i]; i++)
        row_text(&row, columns[i],
                 s->checks[i] == '+'   ? "ok"
                 : s->checks[i] == '!' ? "finding"
                                       : "");
    row_text(&row, "reason", s->reason);
    if (recorded) {
        row_moment(&row, "recorded_at", s->at);
        row_number(&row, "utc_offset", s->offset_min);
        row_text(&row, "officer", s->officer);
    }
    row_end(&row, &x->seals);
}

static void
export_gate(struct export *x, const struct wagon_row *wagon, const struct gate_row *g)
{
    struct export_row row;

    row_begin(&row, &table_gates);
    row_text(&row, "train_id", x->train->uuid);
    row_text(&row, "wagon_id", wagon ? wagon->uuid : NULL);
    if (wagon)
        row_number(&row, "position", wagon->position);
    row_text(&row, "code", g->code);
    row_text(&row, "state", g->state);
    row_text(&row, "name", g->name);
    row_moment(&row, "at", g->at);
    row_number(&row, "utc_offset", g->offset_min);
    row_text(&row, "officer", g->officer);
    row_end(&row, &x->gates);
}

static bool
export_wagons(struct export *x, const struct wagons *consist, struct rc_error *err)
{
    for (size_t i = 0; i < consist->n; i++) {
        struct work work;

        if (!work_open(x->app, consist->rows[i].id, &work, err))
            return false;
        /* Gates of the whole train come with each wagon: once is enough. */
        for (size_t g = 0; g < work.gates.n; g++) {
            if (work.gates.rows[g].wagon ? true : i == 0)
                export_gate(x, work.gates.rows[g].wagon ? work.wagon : NULL, &work.gates.rows[g]);
        }
        if (work.wagon->position > 0)
            export_wagon(x, &work);
        for (size_t a = 0; a < work.answers.n; a++)
            export_answer(x, &work, &work.answers.rows[a]);
        for (size_t f = 0; f < work.findings.n; f++)
            export_finding(x, work.wagon, &work.findings.rows[f]);
        for (size_t s = 0; s < work.seals.n; s++)
            export_seal(x, work.wagon, &work.seals.rows[s]);
        work_release(&work);
    }
    return true;
}

static bool
write_tables(struct export *x, const char *dir, struct rc_error *err)
{
    const struct {
        const struct table *table;
        const struct buf *rows;
    } files[] = {{&table_consist, &x->consist}, {&table_wagons, &x->wagons},
                 {&table_answers, &x->answers}, {&table_findings, &x->findings},
                 {&table_seals, &x->seals},     {&table_gates, &x->gates}};

    if (!file_make_dir(dir, err))
        return false;
    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        if (!file_write(dir, files[i].table->file, buf_text(files[i].rows), files[i].rows->len,
                        err))
            return false;
    }
    return true;
}

/* Who took what out, where to: part of the custody of the records. */
static bool
record_export(struct app *app, const struct train_row *train, const char *dir, struct rc_error *err)
{
    struct buf body = {0};
    bool done;

    if (store_read_only(app->store))
        return true;
    body_begin(&body);
    body_text(&body, "dir", dir);
    body_end(&body);
    done = app_begin(app, RIGHT_EXPORT, err) &&
           app_record(app, "export.made", train->uuid, NULL, buf_text(&body), err) &&
           app_commit(app, err);
    buf_release(&body);
    return done;
}

bool
train_export(struct app *app, int64_t train, const char *dir, struct rc_error *err)
{
    struct export x = {.app = app};
    struct trains trains = {0};
    struct wagons consist = {0};
    bool done = false;

    if (!store_train(app->store, train, &trains, err) ||
        !store_consist(app->store, train, true, &consist, err))
        goto out;
    if (!trains.n) {
        rc_fail(err, RC_E_TRAIN_UNKNOWN, "", NULL);
        goto out;
    }
    x.train = &trains.rows[0];
    row_headings(&table_consist, &x.consist);
    row_headings(&table_wagons, &x.wagons);
    row_headings(&table_answers, &x.answers);
    row_headings(&table_findings, &x.findings);
    row_headings(&table_seals, &x.seals);
    row_headings(&table_gates, &x.gates);
    export_consist(&x);
    done = export_wagons(&x, &consist, err) && write_tables(&x, dir, err) &&
           record_export(app, x.train, dir, err);
out:
    buf_release(&x.consist);
    buf_release(&x.wagons);
    buf_release(&x.answers);
    buf_release(&x.findings);
    buf_release(&x.seals);
    buf_release(&x.gates);
    wagons_release(&consist);
    trains_release(&trains);
    return done;
}
