/* SPDX-License-Identifier: ISC */
/*
 * The rows of one train, table by table. A column is named in exchange/tables.c, described in
 * exchange/dictionary.c and filled here by its name. The same records give the same bytes.
 */
#include "config.h"

#include "app/export_tables.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/codes.h"
#include "base/alloc.h"

void
export_begin(struct export *x, struct export_row *row, const struct train_row *train,
             const struct wagon_row *wagon, int offset_min)
{
    /* The train's own checklist is kept like a wagon at position 0. */
    bool own = !wagon || wagon->position == 0;

    row_begin(row, x->table, x->profile, offset_min);
    row_text(row, "train_id", train->uuid);
    if (row_has(row, "wagon_id"))
        row_text(row, "wagon_id", own ? NULL : wagon->uuid);
    if (row_has(row, "position"))
        row_integer(row, "position", own ? 0 : wagon->position);
    if (row_has(row, "wagon_no"))
        row_text(row, "wagon_no", own ? NULL : wagon->number);
}

bool
export_end(struct export *x, struct export_row *row, struct rc_error *err)
{
    row_end(row, &x->rows);
    return out_file_add(&x->file, &x->rows, err);
}

bool
export_consist(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct export_row row;

    export_begin(x, &row, t, NULL, t->arrived_offset);
    row_text(&row, "train_no", t->number);
    row_text(&row, "train_index", t->index);
    row_text(&row, "direction", t->direction);
    row_moment(&row, "arrived_at", t->arrived_at);
    row_integer(&row, "arrived_offset", t->arrived_offset);
    if (t->departs_at) {
        row_moment(&row, "departs_at", t->departs_at);
        row_integer(&row, "departs_offset", t->departs_offset);
    }
    row_text(&row, "post", x->app->post);
    row_text(&row, "form_id", t->form);
    row_text(&row, "form_version", t->version);
    row_integer(&row, "level", t->level);
    row_text(&row, "state", t->state);
    row_integer(&row, "wagons", t->wagons);
    row_integer(&row, "closed", t->closed);
    row_integer(&row, "findings", t->findings);
    row_count(&row, "worst_severity", t->worst);
    row_text(&row, "source_file", t->source_name);
    row_text(&row, "source_sha256", t->source_sha256);
    row_moment(&row, "listed_at", t->listed_at);
    row_moment(&row, "submitted_at", t->submitted_at);
    row_text(&row, "submitted_by", t->submitted_by);
    row_integer(&row, "returns", t->returns);
    row_moment(&row, "decided_at", t->decided_at);
    row_text(&row, "decided_by", t->decided_by);
    return export_end(x, &row, err);
}

/* --- wagons --- */

/* With these the table is a list that can be imported. */
static void
list_facts(struct export_row *row, const struct train_row *t, const struct wagon_row *w,
           const struct seals *seals)
{
    struct buf numbers = {0};

    row_text(row, "train_no", t->number);
    row_text(row, "train_index", t->index);
    row_local_moment(row, "arrival", t->arrived_at);
    row_text(row, "direction", t->direction);
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
    for (size_t i = 0; i < seals->n; i++) {
        if (seals->rows[i].expected)
            buf_addf(&numbers, "%s%s", numbers.len ? ";" : "", seals->rows[i].expected);
    }
    row_text(row, "seals", buf_text(&numbers));
    row_text(row, "containers", w->containers);
    buf_release(&numbers);
}

/* Names for codes, in the language of the lists' first column. */
static void
code_names(struct export_row *row, struct app *app, const struct wagon_row *w)
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
result_facts(struct export_row *row, const struct wagon_row *w, const struct answers *answers)
{
    int bulk = 0, copied = 0;

    for (size_t i = 0; i < answers->n; i++) {
        bulk += (answers->rows[i].marks & ANSWER_BULK) != 0;
        copied += (answers->rows[i].marks & ANSWER_COPIED) != 0;
    }
    row_text(row, "state", w->state);
    row_text(row, "struck_reason", w->reason);
    row_integer(row, "items_done", w->done);
    row_integer(row, "items_total", w->total);
    row_integer(row, "findings", w->findings);
    row_count(row, "worst_severity", w->worst);
    row_integer(row, "seals_expected", w->seals_expected);
    row_integer(row, "seals_read", w->seals_read);
    row_integer(row, "seals_bad", w->seals_bad);
    row_integer(row, "bulk_answers", bulk);
    row_integer(row, "copied_answers", copied);
    row_moment(row, "started_at", w->first_at);
    row_moment(row, "ended_at", w->last_at);
    if (w->first_at && w->last_at >= w->first_at) {
        int64_t tenths = (w->last_at - w->first_at) / 6000;
        char minutes[32];

        snprintf(minutes, sizeof minutes, "%" PRId64 ".%" PRId64, tenths / 10, tenths % 10);
        row_number(row, "minutes", minutes);
    }
    row_text(row, "officer", w->officer);
}

static bool
export_wagon(struct export *x, const struct train_row *t, const struct wagon_row *w,
             struct rc_error *err)
{
    struct answers answers = {0};
    struct seals seals = {0};
    struct export_row row;
    bool done = false;

    if (store_answers(x->app->store, w->id, &answers, err) &&
        store_seals(x->app->store, w->id, &seals, err)) {
        export_begin(x, &row, t, w, t->arrived_offset);
        row_text(&row, "kind", w->kind);
        row_text(&row, "kind_from", w->kind_from);
        row_integer(&row, "level", w->level);
        list_facts(&row, t, w, &seals);
        result_facts(&row, w, &answers);
        code_names(&row, x->app, w);
        done = export_end(x, &row, err);
    }
    answers_release(&answers);
    seals_release(&seals);
    return done;
}

bool
export_wagons(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = store_consist(x->app->store, t->id, false, &consist, err);

    for (size_t i = 0; done && i < consist.n; i++)
        done = export_wagon(x, t, &consist.rows[i], err);
    wagons_release(&consist);
    return done;
}

/* --- answers --- */

const struct item *
export_item(const struct checklist *set, const char *key, const char **container)
{
    const char *slash = strchr(key, '/');
    char *name = rc_memdup(key, slash ? (size_t)(slash - key) : strlen(key));
    const struct item *item = checklist_item(set, name);

    free(name);
    if (container)
        *container = slash ? slash + 1 : NULL;
    return item;
}

/* The value given, else the state. */
static const char *
answer_words(const struct answer_row *a)
{
    enum answer_state state = ANSWER_NONE;

    answer_parse(a->state, &state);
    return a->value ? a->value : answer_name(state);
}

void
export_value(struct export_row *row, const char *column, const struct item *item,
             const struct answer_row *a)
{
    if (a->value && item && (item->type == ITEM_DECIMAL || item->type == ITEM_INTEGER))
        row_number(row, column, a->value);
    else
        row_text(row, column, answer_words(a));
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

static bool
is_outside(const struct work *work, const struct answer_row *a)
{
    size_t at = inspection_find(&work->in, a->key);
    struct answer given = {.state = ANSWER_VALUE, .value = a->value};
    bool outside = false;

    if (at < work->in.n && a->value)
        answer_allowed(&work->in, &work->in.lines[at], &given, &outside, NULL);
    return outside;
}

static bool
export_answer(struct export *x, const struct work *work, const struct answer_row *a,
              struct rc_error *err)
{
    const char *container;
    const struct item *item = export_item(work->set, a->key, &container);
    enum answer_state state = ANSWER_NONE;
    struct export_row row;

    answer_parse(a->state, &state);
    export_begin(x, &row, work->train, work->wagon, a->offset_min);
    row_text(&row, "item_key", a->key);
    row_text(&row, "container", container);
    row_text(&row, "item", item ? item->name : a->key);
    row_text(&row, "zone", item ? item->zone->name : NULL);
    row_count(&row, "level", item ? item->level : -1);
    export_value(&row, "value", item, a);
    row_text(&row, "state", answer_name(state));
    row_text(&row, "value_label", value_label(item, a->value));
    row_text(&row, "unit", item ? item->unit : NULL);
    row_flag(&row, "outside_limits", is_outside(work, a));
    row_text(&row, "reason", a->reason);
    row_text(&row, "note", a->note);
    row_flag(&row, "bulk", a->marks & ANSWER_BULK);
    row_flag(&row, "copied", a->marks & ANSWER_COPIED);
    row_flag(&row, "gate", a->marks & ANSWER_GATE);
    row_moment(&row, "answered_at", a->at);
    row_integer(&row, "utc_offset", a->offset_min);
    row_text(&row, "officer", a->officer);
    row_text(&row, "form_id", work->train->form);
    row_text(&row, "form_version", work->train->version);
    return export_end(x, &row, err);
}

bool
export_answers(struct export *x, const struct train_row *t, struct rc_error *err)
{
    struct wagons consist = {0};
    bool done = store_consist(x->app->store, t->id, true, &consist, err);

    for (size_t i = 0; done && i < consist.n; i++) {
        enum wagon_state state = WAGON_IN_WORK;
        struct work work;

        wagon_state_parse(consist.rows[i].state, &state);
        if (state == WAGON_NOT_STARTED)
            continue; /* nothing is answered */
        done = work_open(x->app, consist.rows[i].id, &work, err);
        for (size_t a = 0; done && a < work.answers.n; a++)
            done = export_answer(x, &work, &work.answers.rows[a], err);
        work_release(&work);
    }
    wagons_release(&consist);
    return done;
}

static bool
wide_row(struct export *x, const struct train_row *t, const struct wagon_row *w,
         const struct checklist *set, struct rc_error *err)
{
    struct answers answers = {0};
    struct export_row row;

    if (!store_answers(x->app->store, w->id, &answers, err))
        return false;
    export_begin(x, &row, t, w, t->arrived_offset);
    row_text(&row, "kind", w->kind);
    row_text(&row, "form_version", t->version);
    for (size_t i = 0; i < answers.n; i++) {
        const struct answer_row *a = &answers.rows[i];
        const char *container;
        const struct item *item = export_item(set, a->key, &container);

        if (!item || !row_has(&row, item->name))
            continue;
        if (container)
            row_append(&row, item->name, container, answer_words(a));
        else
            export_value(&row, item->name, item, a);
    }
    answers_release(&answers);
    return export_end(x, &row, err);
}

bool
export_wide(struct export *x, const struct train_row *t, struct rc_error *err)
{
    const struct checklist *set = app_set(x->app, t->checklist, err);
    struct wagons consist = {0};
    bool done = set && store_consist(x->app->store, t->id, false, &consist, err);

    for (size_t i = 0; done && i < consist.n; i++)
        done = wide_row(x, t, &consist.rows[i], set, err);
    wagons_release(&consist);
    return done;
}
