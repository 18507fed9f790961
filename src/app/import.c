/* SPDX-License-Identifier: ISC */
/* Listing a train from a file: read and check first, then all or nothing. */
#include "config.h"

#include "app/train.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "base/alloc.h"
#include "base/uuid.h"
#include "core/inspection.h"
#include "core/seal.h"
#include "exchange/file.h"
#include "trail/trail.h"

#define LIST_BYTES_MAX (16u << 20)

/* The ways in which lists write the kinds of the set: name, labels, synonyms. */
struct kind_table {
    struct kind_name *names;
    size_t n, cap;
    char **copies; /* of the synonyms, which stand in one text */
    size_t n_copies, cap_copies;
};

static void
add_kind(struct kind_table *t, const char *written, const char *kind)
{
    if (!written || !*written)
        return;
    ARRAY_GROW(t->names, t->n, t->cap);
    t->names[t->n++] = (struct kind_name){written, kind};
}

static void
add_synonyms(struct kind_table *t, const char *list, const char *kind)
{
    while (*list) {
        size_t len = strcspn(list, ";");

        ARRAY_GROW(t->copies, t->n_copies, t->cap_copies);
        t->copies[t->n_copies] = rc_memdup(list, len);
        add_kind(t, t->copies[t->n_copies++], kind);
        list += len;
        if (*list)
            list++;
    }
}

static struct kind_table
kinds_of(const struct checklist *set)
{
    struct kind_table t = {0};

    for (size_t i = 0; i < set->n_sheets; i++) {
        const struct sheet *sheet = &set->sheets[i];

        if (sheet->scope != SCOPE_WAGON)
            continue;
        add_kind(&t, sheet->kind, sheet->kind);
        for (size_t lang = 0; lang < set->n_langs; lang++)
            add_kind(&t, sheet->label.in[lang], sheet->kind);
        if (sheet->synonyms)
            add_synonyms(&t, sheet->synonyms, sheet->kind);
    }
    return t;
}

static void
kinds_release(struct kind_table *t)
{
    for (size_t i = 0; i < t->n_copies; i++)
        free(t->copies[i]);
    free(t->copies);
    free(t->names);
}

bool
import_read(struct app *app, const char *file, struct import *out, struct rc_error *err)
{
    return import_read_told(app, file, &(struct consist_told){.from = FROM_UNKNOWN}, out, err);
}

bool
import_read_told(struct app *app, const char *file, const struct consist_told *told,
                 struct import *out, struct rc_error *err)
{
    const struct checklist *set = app_set(app, 0, err);
    struct buf text = {0};
    struct kind_table kinds;
    bool done;

    *out = (struct import){0};
    if (!set || !file_read(file, LIST_BYTES_MAX, &text, err)) {
        buf_release(&text);
        return false;
    }
    out->file = rc_strdup(file);
    trail_sha256(buf_text(&text), text.len, out->sha256);
    kinds = kinds_of(set);
    consist_read(buf_text(&text), text.len, file,
                 &(struct consist_options){.kinds = &(struct kind_names){kinds.names, kinds.n},
                                           .now = app->env->now(app->env->context),
                                           .told = *told},
                 &out->consist, &out->errors, &out->warnings);
    kinds_release(&kinds);
    buf_release(&text);
    done = store_train_source(app->store, out->sha256, &out->already, err);
    if (!done)
        import_release(out);
    return done;
}

void
import_release(struct import *import)
{
    free(import->file);
    consist_release(&import->consist);
    notes_release(&import->errors);
    notes_release(&import->warnings);
    *import = (struct import){0};
}

/* The digits backwards, for the search by last digits. */
static void
reverse(const char *number, char *out, size_t size)
{
    size_t len = strlen(number);

    if (len >= size)
        len = size - 1;
    for (size_t i = 0; i < len; i++)
        out[i] = number[len - 1 - i];
    out[len] = '\0';
}

static bool
no_answer(const void *context, const char *key, struct answer *out)
{
    (void)context;
    (void)key;
    (void)out;
    return false;
}

/* The i-th word of a space-separated list into out; "" when there are fewer. */
static void
word_at(const char *list, size_t i, char *out, size_t size)
{
    for (; *list; i--) {
        size_t len = strcspn(list, " ");

        if (i == 0) {
            snprintf(out, size, "%.*s", (int)len, list);
            return;
        }
        list += len;
        list += strspn(list, " ");
    }
    *out = '\0';
}

/* "expected": [[uuid, number, folded number, place], ...]. The place is the usual one of the kind,
 * as long as the list names no more seals than there are usual places. */
static void
body_expected(struct buf *body, struct rc_env *env, const struct consist_wagon *w,
              const struct sheet *sheet)
{
    const char *places = sheet && sheet->seal_places ? sheet->seal_places : "";
    struct buf array = {0};
    char last[32];

    if (!w->n_seals)
        return;
    word_at(places, w->n_seals - 1, last, sizeof last);
    if (!*last)
        places = "";
    for (size_t i = 0; i < w->n_seals; i++) {
        struct uuid uuid = uuid_new(env);
        char id[UUID_TEXT], fold[SEAL_NO_SIZE], place[32];

        if (!seal_fold(w->seals[i], fold))
            snprintf(fold, sizeof fold, "%.80s", w->seals[i]);
        word_at(places, i, place, sizeof place);
        buf_adds(&array, i ? ",[" : "[[");
        buf_add_json(&array, uuid_text(&uuid, id));
        buf_addc(&array, ',');
        buf_add_json(&array, w->seals[i]);
        buf_addc(&array, ',');
        buf_add_json(&array, fold);
        buf_addc(&array, ',');
        buf_add_json(&array, place);
        buf_addc(&array, ']');
    }
    buf_addc(&array, ']');
    body_json(body, "expected", buf_text(&array));
    buf_release(&array);
}

static void
body_facts(struct buf *body, const struct consist_wagon *w)
{
    struct buf containers = {0};

    body_text(body, "owner", w->owner_railway);
    body_text(body, "etsng", w->cargo_etsng);
    body_text(body, "gng", w->cargo_gng);
    body_text(body, "cargo", w->cargo_name);
    if (w->net_kg >= 0)
        body_number(body, "net", w->net_kg);
    if (w->tare_kg >= 0)
        body_number(body, "tare", w->tare_kg);
    if (w->axles > 0)
        body_number(body, "axles", w->axles);
    body_text(body, "un", w->un_no);
    body_text(body, "hazard", w->hazard_no);
    body_text(body, "card", w->emergency_card);
    body_text(body, "from", w->origin_station);
    body_text(body, "to", w->destination_station);
    body_text(body, "consignor", w->consignor);
    body_text(body, "consignee", w->consignee);
    if (w->seal_count >= 0)
        body_number(body, "seals", w->seal_count);
    for (size_t i = 0; i < w->n_containers; i++)
        buf_addf(&containers, "%s%s", i ? ";" : "", w->containers[i]);
    body_text(body, "containers", buf_text(&containers));
    body_text(body, "raw", w->raw);
    buf_release(&containers);
}

/* How many items the new wagon's checklist asks, and how many of them are done at once. */
static void
body_first_counts(struct buf *body, const struct checklist *set, const struct sheet *sheet,
                  int level, const struct consist_wagon *w)
{
    struct inspection in = {
        .set = set,
        .sheet = sheet,
        .level = level,
        .facts = {.kind = sheet ? sheet->kind : "",
                  .un_no = w->un_no,
                  .hazard_no = w->hazard_no,
                  .net_kg = w->net_kg,
                  .tare_kg = w->tare_kg,
                  .axles = w->axles,
                  .expected_seals = (int)w->n_seals,
                  .containers = (int)w->n_containers},
        .seals_open = w->n_seals,
    };

    if (sheet)
        inspection_build(&in, (const char *const *)w->containers, w->n_containers, no_answer, NULL);
    body_counts(body, &in);
    inspection_release(&in);
}

static bool
record_wagon(struct app *app, const char *train, const struct consist_wagon *w,
             const struct checklist *set, int level, struct rc_error *err)
{
    struct uuid uuid = uuid_new(app->env);
    const struct sheet *sheet = checklist_sheet(set, w->kind);
    const char *kind_from = "list";
    char id[UUID_TEXT], tail[32];
    struct buf body = {0};
    bool done;

    if (!sheet) {
        sheet = checklist_suggest(set, w->number);
        kind_from = "digit";
    }
    reverse(w->number, tail, sizeof tail);
    body_begin(&body);
    body_number(&body, "pos", w->position);
    body_text(&body, "no", w->number);
    body_text(&body, "tail", tail);
    body_text(&body, "kind", sheet ? sheet->kind : "");
    body_text(&body, "kind_from", kind_from);
    body_number(&body, "level", level);
    body_facts(&body, w);
    body_expected(&body, app->env, w, sheet);
    body_first_counts(&body, set, sheet, level, w);
    body_end(&body);
    done = app_record(app, "wagon.listed", train, uuid_text(&uuid, id), buf_text(&body), err);
    buf_release(&body);
    return done;
}

/* Position 0: the train's own checklist, a "wagon" of the kind train. */
static bool
record_own_items(struct app *app, const char *train, const struct checklist *set, int level,
                 struct rc_error *err)
{
    char empty[] = "", kind[] = "train";
    const struct consist_wagon own = {
        .position = 0,
        .number = empty,
        .kind = kind,
        .owner_railway = empty,
        .cargo_etsng = empty,
        .cargo_gng = empty,
        .cargo_name = empty,
        .net_kg = -1,
        .tare_kg = -1,
        .un_no = empty,
        .hazard_no = empty,
        .emergency_card = empty,
        .origin_station = empty,
        .destination_station = empty,
        .consignor = empty,
        .consignee = empty,
        .seal_count = -1,
    };

    return !checklist_sheet(set, "train") || record_wagon(app, train, &own, set, level, err);
}

static const char *
base_name(const char *path)
{
    const char *slash = strrchr(path, '/');

    return slash ? slash + 1 : path;
}

static bool
record_train(struct app *app, const struct import *import, const struct checklist *set, int level,
             const char *id, struct rc_error *err)
{
    const struct consist *c = &import->consist;
    struct moment arrived = c->arrived.ms ? c->arrived : app->env->now(app->env->context);
    struct buf body = {0};
    bool done;

    body_begin(&body);
    body_text(&body, "no", c->train_no);
    body_text(&body, "index", c->train_index);
    body_text(&body, "direction", c->direction);
    body_number(&body, "arrived", arrived.ms);
    body_number(&body, "offset", arrived.offset_min);
    body_text(&body, "form", set->form_id);
    body_text(&body, "version", set->version);
    body_text(&body, "source", base_name(import->file));
    body_text(&body, "sha256", import->sha256);
    body_number(&body, "level", level);
    body_text(&body, "raw", c->raw);
    body_end(&body);
    done = app_record(app, "train.listed", id, NULL, buf_text(&body), err);
    buf_release(&body);
    return done;
}

bool
import_ready(const struct import *import, struct rc_error *err)
{
    char count[24];

    if (import->errors.n) {
        snprintf(count, sizeof count, "%zu", import->errors.n);
        return rc_fail(err, RC_E_IMPORT_REFUSED, import->file, count);
    }
    if (import->already)
        return true; /* its questions were answered then */
    if (import->consist.asks_section) {
        snprintf(count, sizeof count, "%zu", import->consist.n_sections);
        rc_fail(err, RC_E_LIST_SECTION, count, NULL);
        return rc_error_at(err, import->file, 0, 0);
    }
    if (import->consist.asks_from) {
        rc_fail(err, RC_E_LIST_FROM, NULL, NULL);
        return rc_error_at(err, import->file, 0, 0);
    }
    return true;
}

bool
import_save(struct app *app, struct import *import, int level, int64_t *train, bool *added,
            struct rc_error *err)
{
    const struct checklist *set = app_set(app, 0, err);
    struct trains listed = {0};
    struct uuid uuid;
    char id[UUID_TEXT];

    *train = 0;
    *added = false;
    if (!set || !import_ready(import, err))
        return false;
    if (!app_begin(app, RIGHT_LIST, err))
        return false;
    if (!store_train_source(app->store, import->sha256, train, err) || *train) {
        app_rollback(app);
        return *train != 0;
    }
    uuid = uuid_new(app->env);
    uuid_text(&uuid, id);
    if (!record_train(app, import, set, level, id, err) ||
        !record_own_items(app, id, set, level, err))
        return false;
    for (size_t i = 0; i < import->consist.n; i++) {
        if (!record_wagon(app, id, &import->consist.wagons[i], set, level, err))
            return false;
    }
    if (!app_commit(app, err) || !store_train_uuid(app->store, id, &listed, err))
        return false;
    *train = listed.n ? listed.rows[0].id : 0;
    trains_release(&listed);
    *added = true;
    return true;
}
