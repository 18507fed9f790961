/* SPDX-License-Identifier: ISC */
/* Listing a train from a file: read and check first, then all or nothing. */
#include "config.h"

#include "app/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/listed.h"
#include "base/alloc.h"
#include "base/uuid.h"
#include "exchange/file.h"
#include "i18n/i18n.h"
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

/* What identifies the source of a list: its headings, hashed. */
static void
hash_headings(const struct consist *c, char out[65])
{
    struct buf text = {0};

    out[0] = '\0';
    for (size_t i = 0; i < c->n_headings; i++)
        buf_addf(&text, "%s\x1f", c->headings[i]);
    if (text.len)
        trail_sha256(buf_text(&text), text.len, out);
    buf_release(&text);
}

static void
read_list(struct app *app, const struct buf *text, const struct kind_table *kinds,
          const struct consist_choice *choice, struct import *out)
{
    consist_release(&out->consist);
    notes_release(&out->errors);
    notes_release(&out->warnings);
    consist_read(buf_text(text), text->len, out->file,
                 &(struct consist_options){.kinds = &(struct kind_names){kinds->names, kinds->n},
                                           .now = app->env->now(app->env->context),
                                           .choice = *choice},
                 &out->consist, &out->errors, &out->warnings);
}

/* Reads the list again when columns were chosen for such headings before. */
static bool
read_mapped(struct app *app, const struct buf *text, const struct kind_table *kinds,
            const struct consist_choice *choice, struct import *out, struct rc_error *err)
{
    struct consist_column columns[CONSIST_COLUMNS_MAX];
    struct consist_choice both = *choice;
    struct mapping mapping;

    if (choice->n_columns || !*out->headings)
        return true;
    if (!store_mapping(app->store, out->headings, &mapping, err))
        return false;
    for (size_t i = 0; i < mapping.n && i < CONSIST_COLUMNS_MAX; i++)
        columns[both.n_columns++] =
            (struct consist_column){mapping.rows[i].column, mapping.rows[i].heading};
    both.columns = columns;
    if (both.n_columns) {
        out->mapping = rc_strdup(mapping.name);
        read_list(app, text, kinds, &both, out);
    }
    mapping_release(&mapping);
    return true;
}

/* The train that the list may be a newer list of. */
static bool
find_open(struct app *app, struct import *out, struct rc_error *err)
{
    struct trains open;

    if (!store_trains_open(app->store, out->consist.train_no, out->consist.train_index, &open, err))
        return false;
    if (open.n && !out->already)
        out->open = open.rows[0].id;
    trains_release(&open);
    return true;
}

static void
keep_columns(struct import *out, const struct consist_choice *choice)
{
    out->columns = rc_alloc(choice->n_columns + 1, sizeof *out->columns);
    for (size_t i = 0; i < choice->n_columns; i++) {
        out->columns[i].name = rc_strdup(choice->columns[i].name);
        out->columns[i].heading = rc_strdup(choice->columns[i].heading);
    }
    out->n_columns = choice->n_columns;
}

bool
import_read_as(struct app *app, const char *file, const struct consist_choice *choice,
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
    keep_columns(out, choice);
    kinds = kinds_of(set);
    read_list(app, &text, &kinds, choice, out);
    hash_headings(&out->consist, out->headings);
    done = read_mapped(app, &text, &kinds, choice, out, err) &&
           store_train_source(app->store, out->sha256, &out->already, err) &&
           find_open(app, out, err);
    kinds_release(&kinds);
    buf_release(&text);
    if (!done)
        import_release(out);
    return done;
}

bool
import_read(struct app *app, const char *file, struct import *out, struct rc_error *err)
{
    return import_read_as(app, file, &(struct consist_choice){0}, out, err);
}

void
import_release(struct import *import)
{
    free(import->file);
    free(import->mapping);
    for (size_t i = 0; i < import->n_columns; i++) {
        free((char *)import->columns[i].name);
        free((char *)import->columns[i].heading);
    }
    free(import->columns);
    consist_release(&import->consist);
    notes_release(&import->errors);
    notes_release(&import->warnings);
    *import = (struct import){0};
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

    return !checklist_sheet(set, "train") || listed_wagon(app, train, &own, set, level, err);
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

/* Are the columns that were chosen the ones remembered for such headings already? */
static bool
remembered(struct app *app, const struct import *import)
{
    struct mapping mapping;
    bool same;

    if (!store_mapping(app->store, import->headings, &mapping, NULL))
        return false;
    same = mapping.n == import->n_columns;
    for (size_t i = 0; same && i < mapping.n; i++)
        same = strcmp(mapping.rows[i].column, import->columns[i].name) == 0 &&
               strcmp(mapping.rows[i].heading, import->columns[i].heading) == 0;
    mapping_release(&mapping);
    return same;
}

bool
import_remember(struct app *app, const struct import *import, struct rc_error *err)
{
    struct buf body = {0}, columns = {0};
    bool done;

    if (!import->n_columns || remembered(app, import))
        return true;
    body_begin(&columns);
    for (size_t i = 0; i < import->n_columns; i++)
        body_text(&columns, import->columns[i].name, import->columns[i].heading);
    body_end(&columns);
    body_begin(&body);
    body_text(&body, "headings", import->headings);
    body_text(&body, "name", base_name(import->file));
    body_json(&body, "columns", buf_text(&columns));
    body_end(&body);
    done = app_record(app, "mapping.saved", NULL, NULL, buf_text(&body), err);
    buf_release(&columns);
    buf_release(&body);
    return done;
}

bool
import_ready(const struct import *import, struct rc_error *err)
{
    char count[24];

    if (import->errors.n && !(import->accept_rest && import->consist.usable)) {
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
        !record_own_items(app, id, set, level, err) || !import_remember(app, import, err))
        return false;
    for (size_t i = 0; i < import->consist.n; i++) {
        if (!listed_wagon(app, id, &import->consist.wagons[i], set, level, err))
            return false;
    }
    if (!app_commit(app, err) || !store_train_uuid(app->store, id, &listed, err))
        return false;
    *train = listed.n ? listed.rows[0].id : 0;
    trains_release(&listed);
    *added = true;
    return true;
}

const char *
import_weekday(struct moment m)
{
    static const char *const days[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"),
                                       N_("Fri"), N_("Sat"), N_("Sun")};

    return _(days[moment_weekday(m)]);
}

const char *
import_format(const struct import *import)
{
    const char *format = import->consist.format;

    return strcmp(format, "taf") == 0         ? _("TAF TSI message")
           : strcmp(format, "message02") == 0 ? _("message 02, by public descriptions")
                                              : "";
}
