/* SPDX-License-Identifier: ISC */
/* The tables of one train or of many as files: one pass over the trains for each table. */
#include "config.h"

#include "app/export.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/export_state.h"
#include "app/export_tables.h"
#include "app/train.h"
#include "base/alloc.h"
#include "core/attached.h"
#include "exchange/dictionary.h"
#include "exchange/file.h"
#include "store/archive.h"

#define PAGE 50
#define DESCRIPTOR "datapackage.json"

/* One run of a request. */
struct run {
    struct export x;
    const struct export_request *request;
    struct export_state state;
    struct out_folder folder;
    int64_t trains; /* asked for */
    int kept;
};

static const struct part {
    const struct table *table;
    export_train *train; /* NULL: the codebook */
} parts[] = {
    {&table_consist, export_consist},   {&table_wagons, export_wagons},
    {&table_answers, export_answers},   {&table_wide, export_wide},
    {&table_findings, export_findings}, {&table_files, export_files},
    {&table_seals, export_seals},       {&table_gates, export_gates},
    {&table_reviews, export_reviews},   {&table_codebook, NULL},
};

static void
say_progress(const struct run *run, const char *table, int64_t done)
{
    if (run->request->progress)
        run->request->progress(run->request->context, table, done, run->trains);
}

/* Calls each with every train asked for, the oldest first. */
static bool
each_train(struct run *run, const struct table *table,
           bool (*each)(struct export *x, const struct train_row *train, struct rc_error *err),
           struct rc_error *err)
{
    struct store *store = run->x.app->store;
    int64_t at = 0, id = 0, count = 0;
    bool done = true, more = true;

    while (done && more) {
        struct trains page = {0};

        done = run->request->train
                   ? store_train(store, run->request->train, &page, err)
                   : store_trains_between(store, run->request->days, at, id, PAGE, &page, err);
        for (size_t i = 0; done && i < page.n; i++) {
            done = each(&run->x, &page.rows[i], err);
            at = page.rows[i].arrived_at;
            id = page.rows[i].id;
            say_progress(run, table ? table->name : "", ++count);
        }
        more = page.n == PAGE;
        trains_release(&page);
    }
    return done;
}

static bool
note_set(struct export *x, const struct train_row *train, struct rc_error *err)
{
    size_t i = 0;

    (void)err;
    while (i < x->n_sets && x->sets[i] < train->checklist)
        i++;
    if (i < x->n_sets && x->sets[i] == train->checklist)
        return true;
    ARRAY_GROW(x->sets, x->n_sets, x->cap_sets);
    memmove(&x->sets[i + 1], &x->sets[i], (x->n_sets - i) * sizeof *x->sets);
    x->sets[i] = train->checklist;
    x->n_sets++;
    return true;
}

static const struct table *
table_of(const struct run *run, const struct part *part)
{
    if (part->table == &table_wide)
        return &run->x.wide;
    return part->table == &table_codebook ? &run->x.book : part->table;
}

static bool
write_part(struct run *run, const struct part *part, const char *name, struct rc_error *err)
{
    struct export *x = &run->x;
    bool done;

    x->table = table_of(run, part);
    x->folder = run->folder.part;
    /* What an earlier try copied may belong to other records. */
    if (part->table == &table_files && !out_folder_clear(&run->folder, ATTACHED_FOLDER, err))
        return false;
    if (!out_file_open(&x->file, run->folder.part, name, err))
        return false;
    row_headings(x->table, x->profile, &x->rows);
    done = out_file_add(&x->file, &x->rows, err) &&
           (part->train ? each_train(run, x->table, part->train, err) : export_codebook(x, err)) &&
           out_file_close(&x->file, err);
    out_file_drop(&x->file);
    return done && export_state_add(&run->state, run->folder.part, x->table, name, err) &&
           export_state_write(&run->state, run->folder.part, err);
}

static bool
write_parts(struct run *run, struct rc_error *err)
{
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        char name[40];

        if (parts[i].table == &table_wide && !run->request->wide)
            continue;
        snprintf(name, sizeof name, "%s.csv", parts[i].table->name);
        if (export_state_kept(&run->state, run->folder.part, table_of(run, &parts[i]), name))
            run->kept++;
        else if (!write_part(run, &parts[i], name, err))
            return false;
    }
    return true;
}

/* What is exported, in words of no language. */
static bool
describe(struct run *run, struct buf *name, struct buf *title, struct rc_error *err)
{
    struct trains trains = {0};
    char from[MOMENT_TEXT], to[MOMENT_TEXT];

    if (run->request->train) {
        if (!store_train(run->x.app->store, run->request->train, &trains, err))
            return false;
        if (trains.n) {
            moment_text((struct moment){trains.rows[0].arrived_at, 0}, MOMENT_UTC, from);
            buf_addf(name, "train-%s", trains.rows[0].uuid);
            buf_addf(title, "Train %s, arrived %s", trains.rows[0].number, from);
        }
        trains_release(&trains);
        return true;
    }
    buf_adds(name, "archive");
    buf_adds(title, "Trains");
    if (run->request->days.since > 0) {
        moment_text((struct moment){run->request->days.since, 0}, MOMENT_DATE, from);
        buf_addf(name, "-since-%s", from);
        buf_addf(title, " since %s", from);
    }
    if (run->request->days.until < ALL_DAYS.until) {
        moment_text((struct moment){run->request->days.until - 1, 0}, MOMENT_DATE, to);
        buf_addf(name, "-until-%s", to);
        buf_addf(title, " until %s", to);
    }
    return true;
}

static bool
write_descriptor(struct run *run, struct rc_error *err)
{
    struct buf name = {0}, title = {0}, text = {0};
    bool done = describe(run, &name, &title, err);

    if (done) {
        data_package_write(&text, buf_text(&name), buf_text(&title), run->x.profile,
                           run->state.files, run->state.n);
        done = file_write(run->folder.part, DESCRIPTOR, buf_text(&text), text.len, err);
    }
    buf_release(&name);
    buf_release(&title);
    buf_release(&text);
    return done;
}

static bool
publish(struct run *run, struct rc_error *err)
{
    const char *names[EXPORT_FILES + 2], *stale[ARRAY_LEN(parts) + 1];
    struct buf path = {0};
    size_t n = 0, old = 0;

    for (size_t i = 0; i < run->state.n; i++)
        names[n++] = run->state.files[i].name;
    names[n++] = DESCRIPTOR;
    names[n] = NULL;
    if (!run->request->wide)
        stale[old++] = "answers_wide.csv";
    stale[old] = NULL;
    buf_addf(&path, "%s/" EXPORT_STATE, run->folder.part);
    remove(buf_text(&path));
    buf_release(&path);
    return out_folder_publish(&run->folder, names, stale, ATTACHED_FOLDER, err);
}

/* Who took what out, where to: part of the custody of the records. */
static bool
record_export(const struct run *run, struct rc_error *err)
{
    struct app *app = run->x.app;
    struct trains trains = {0};
    struct buf body = {0};
    bool done = true;

    if (store_read_only(app->store))
        return true;
    if (run->request->train && !store_train(app->store, run->request->train, &trains, err))
        return false;
    body_begin(&body);
    body_text(&body, "dir", run->request->dir);
    if (!run->request->train)
        body_number(&body, "trains", run->trains);
    body_end(&body);
    done = app_begin(app, RIGHT_EXPORT, err) &&
           app_record(app, "export.made", trains.n ? trains.rows[0].uuid : NULL, NULL,
                      buf_text(&body), err) &&
           app_commit(app, err);
    buf_release(&body);
    trains_release(&trains);
    return done;
}

/* One line that is the same exactly when the same files would come out. */
static bool
name_request(struct run *run, struct rc_error *err)
{
    const struct export_request *r = run->request;

    buf_addf(&run->state.request,
             PACKAGE_VERSION " train=%" PRId64 " days=%" PRId64 "..%" PRId64 " form=%d wide=%d",
             r->train, r->days.since, r->days.until, r->form, r->wide);
    return archive_mark(run->x.app->store, &run->state.request, err);
}

/* Counts the trains and finds their checklists. */
static bool
survey(struct run *run, struct rc_error *err)
{
    const struct export_request *r = run->request;
    struct trains trains = {0};
    bool done = true;

    if (r->train) {
        done = store_train(run->x.app->store, r->train, &trains, err);
        run->trains = (int64_t)trains.n;
        if (done && !trains.n)
            done = rc_fail(err, RC_E_TRAIN_UNKNOWN, "", NULL);
        trains_release(&trains);
    } else {
        done = store_count_trains(run->x.app->store, r->days, &run->trains, err);
    }
    return done && each_train(run, NULL, note_set, err) && export_set_columns(&run->x, err) &&
           name_request(run, err);
}

bool
export_tables_to(struct app *app, const struct export_request *request,
                 struct export_result *result, struct rc_error *err)
{
    struct run run = {
        .x = {.app = app,
              .profile = request->form == EXPORT_EXCEL ? PROFILE_EXCEL : PROFILE_DATA,
              .file = {.fd = -1}},
        .request = request,
        .folder = {.lock = -1},
    };
    bool done = false;

    if (!app->proven)
        return rc_fail(err, RC_E_PIN_NEEDED, app->badge, NULL);
    if (!right_needed(app->roles, RIGHT_EXPORT, err) || !archive_hold(app->store, err))
        return false;
    done = survey(&run, err) && out_folder_open(&run.folder, request->dir, err) &&
           write_parts(&run, err) && write_descriptor(&run, err) && publish(&run, err);
    archive_release(app->store);
    done = done && record_export(&run, err);
    if (result)
        *result = (struct export_result){.trains = run.trains, .kept = run.kept};
    out_folder_close(&run.folder);
    export_release_columns(&run.x);
    free(run.x.sets);
    buf_release(&run.x.rows);
    buf_release(&run.state.request);
    return done;
}

bool
train_export(struct app *app, int64_t train, const char *dir, struct rc_error *err)
{
    const struct export_request request = {.train = train, .dir = dir};

    return export_tables_to(app, &request, NULL, err);
}

bool
export_day(const char *text, int64_t *ms, struct rc_error *err)
{
    struct buf whole = {0};
    struct moment m;
    bool done;

    buf_addf(&whole, "%s 00:00", text);
    done = moment_parse(buf_text(&whole), 0, &m);
    *ms = done ? m.ms : 0;
    buf_release(&whole);
    return done || rc_fail(err, RC_E_DAY, text, NULL);
}
