/* SPDX-License-Identifier: ISC */
/* The inspection act, in the shape that people of the 1520 mm network know. */
#include "config.h"

#include "app/report.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/codes.h"
#include "app/report_words.h"
#include "app/work.h"
#include "base/alloc.h"
#include "trail/head_code.h"

struct act {
    struct app *app;
    struct report_words words;
    const struct train_row *train;
    const struct checklist *set;
    struct wagons consist; /* position 0 first */
    struct work *work;     /* of each */
    struct reviews reviews;
    struct document *out;
};

static const char *
say(struct act *a, const char *text)
{
    return words_say(&a->words, text);
}

static const char *
local_time(struct act *a, int64_t ms, int offset_min, enum moment_form form)
{
    char text[MOMENT_TEXT];

    return ms ? words_make(&a->words, "%s",
                           moment_text((struct moment){ms, offset_min}, form, text))
              : "";
}

static const char *
number(struct act *a, int64_t n)
{
    return words_make(&a->words, "%" PRId64, n);
}

static const char *
wagon_result(struct act *a, const struct wagon_row *w)
{
    static const struct {
        const char *state, *words;
    } results[] = {
        {"not_started", N_("not started")}, {"in_work", N_("in work")},   {"clear", N_("clear")},
        {"finding", N_("with findings")},   {"returned", N_("returned")}, {"held", N_("held")},
        {"struck", N_("struck out")},
    };

    for (size_t i = 0; i < ARRAY_LEN(results); i++) {
        if (strcmp(results[i].state, w->state) == 0)
            return say(a, results[i].words);
    }
    return w->state;
}

/* First and last fact on any wagon; offset of the post's clock as now. */
static void
act_span(struct act *a, int64_t *from, int64_t *to)
{
    *from = *to = 0;
    for (size_t i = 0; i < a->consist.n; i++) {
        const struct wagon_row *w = &a->consist.rows[i];

        if (w->first_at && (!*from || w->first_at < *from))
            *from = w->first_at;
        if (w->last_at > *to)
            *to = w->last_at;
    }
}

static void
act_facts(struct act *a)
{
    const struct train_row *t = a->train;
    int offset = a->app->env->now(a->app->env->context).offset_min;
    int64_t from, to;

    act_span(a, &from, &to);
    document_fact(a->out, say(a, N_("Act number")), "____________________");
    document_fact(a->out, say(a, N_("Checkpoint")), a->app->post);
    document_fact(a->out, say(a, N_("Train number")), t->number);
    document_fact(a->out, say(a, N_("Train index")), t->index);
    document_fact(a->out, say(a, N_("Arrived")),
                  local_time(a, t->arrived_at, t->arrived_offset, MOMENT_SCREEN));
    document_fact(a->out, say(a, N_("Inspection began")),
                  local_time(a, from, offset, MOMENT_SCREEN));
    document_fact(a->out, say(a, N_("Inspection ended")), local_time(a, to, offset, MOMENT_SCREEN));
    document_fact(a->out, say(a, N_("Wagons, of these closed")),
                  words_make(&a->words, "%d, %d", t->wagons, t->closed));
    document_fact(a->out, say(a, N_("Findings")), number(a, t->findings));
    document_fact(a->out, say(a, N_("Submitted by, at")),
                  words_make(&a->words, "%s  %s", t->submitted_by,
                             local_time(a, t->submitted_at, offset, MOMENT_SCREEN)));
    document_fact(a->out, say(a, N_("Checklist")),
                  words_make(&a->words, "%s %s", t->form, t->version));
    document_fact(a->out, say(a, N_("Listed from")), t->source_name);
}

static void
act_wagons(struct act *a)
{
    static const int widths[] = {3, 9, 14, 16, 14, 7, 6, 4};
    const char *headings[] = {"#",
                              say(a, N_("Wagon")),
                              say(a, N_("Kind")),
                              say(a, N_("Cargo")),
                              say(a, N_("Result")),
                              say(a, N_("Items")),
                              say(a, N_("Seals")),
                              say(a, N_("min"))};

    document_heading(a->out, say(a, N_("Wagons")));
    document_table(a->out, ARRAY_LEN(widths), headings, widths);
    for (size_t i = 0; i < a->consist.n; i++) {
        const struct wagon_row *w = &a->consist.rows[i];
        const struct sheet *sheet = checklist_sheet(a->set, w->kind);
        const char *row[ARRAY_LEN(widths)];
        char cargo[CODE_NAME];

        if (!w->position)
            continue;
        row[0] = number(a, w->position);
        row[1] = w->number;
        row[2] = sheet ? words_of(&a->words, a->set, &sheet->label) : w->kind;
        row[3] = words_make(&a->words, "%s",
                            codes_cargo(a->app, w, a->words.russian ? "ru" : "en", cargo));
        row[4] = w->reason && *w->reason
                     ? words_make(&a->words, "%s: %s", wagon_result(a, w), w->reason)
                     : wagon_result(a, w);
        row[5] = words_make(&a->words, "%d/%d", w->done, w->total);
        row[6] = words_make(&a->words, "%d/%d%s", w->seals_read, w->seals_expected,
                            w->seals_bad ? "!" : "");
        row[7] = w->first_at ? number(a, (w->last_at - w->first_at + 59999) / 60000) : "";
        document_row(a->out, row);
    }
}

static void
act_findings(struct act *a)
{
    static const int widths[] = {9, 8, 3, 16, 24, 15};
    const char *headings[] = {say(a, N_("Wagon")), say(a, N_("Item")),
                              say(a, N_("Sev")),   say(a, N_("Category")),
                              say(a, N_("What")),  say(a, N_("Action, agency, act"))};
    bool any = false;

    document_heading(a->out, say(a, N_("Findings")));
    for (size_t i = 0; i < a->consist.n; i++) {
        for (size_t f = 0; f < a->work[i].findings.n; f++) {
            const struct finding_row *row = &a->work[i].findings.rows[f];
            const char *cells[ARRAY_LEN(widths)];

            if (strcmp(row->state, "withdrawn") == 0)
                continue;
            if (!any)
                document_table(a->out, ARRAY_LEN(widths), headings, widths);
            any = true;
            cells[0] = a->consist.rows[i].number;
            cells[1] = row->item;
            cells[2] = number(a, row->severity);
            cells[3] = words_choice(&a->words, a->set, "category", row->category);
            cells[4] =
                words_make(&a->words, "%s%s%s %s%s%s", row->description, *row->quantity ? ", " : "",
                           row->quantity, row->unit, *row->side ? "; " : "",
                           words_choice(&a->words, a->set, "side", row->side));
            cells[5] = words_make(
                &a->words, "%s %s %s", words_choice(&a->words, a->set, "action", row->action),
                words_choice(&a->words, a->set, "agency", row->agency), row->act_no);
            document_row(a->out, cells);
        }
    }
    if (!any)
        document_text(a->out, say(a, N_("None.")));
}

/* The files of findings that stand; what their hash is taken over, railcheck verify proves. */
static void
act_files(struct act *a)
{
    static const int widths[] = {9, 10, 31, 10, 16};
    const char *headings[] = {say(a, N_("Wagon")), say(a, N_("Item")), say(a, N_("Photo, file")),
                              say(a, N_("bytes")), "SHA-256"};
    bool any = false;

    for (size_t i = 0; i < a->consist.n; i++) {
        const struct work *w = &a->work[i];

        for (size_t f = 0; f < w->files.n; f++) {
            const struct file_row *row = &w->files.rows[f];
            const struct finding_row *finding = work_finding(w, row->finding);
            const char *cells[ARRAY_LEN(widths)];

            if (!finding || strcmp(finding->state, "withdrawn") == 0)
                continue;
            if (!any) {
                document_heading(a->out, say(a, N_("Photos and files of findings")));
                document_table(a->out, ARRAY_LEN(widths), headings, widths);
            }
            any = true;
            cells[0] = a->consist.rows[i].number;
            cells[1] = finding->item;
            cells[2] = row->name;
            cells[3] = number(a, row->size);
            cells[4] = words_make(&a->words, "%.16s", row->sha256);
            document_row(a->out, cells);
        }
    }
}

static const char *
seal_result(struct act *a, const struct seal_row *s)
{
    enum seal_match match = SEAL_OPEN;

    seal_match_parse(s->match, &match);
    switch (match) {
    case SEAL_MATCHED:
        return say(a, N_("matches"));
    case SEAL_LOOKALIKE:
        return say(a, N_("matches, look-alike letter"));
    case SEAL_MISMATCHED:
        return say(a, N_("another number"));
    case SEAL_MISSING:
        return say(a, N_("missing"));
    case SEAL_EXTRA:
        return say(a, N_("not listed"));
    case SEAL_NO_ACCESS:
        return say(a, N_("not accessible"));
    default:
        return say(a, N_("not read"));
    }
}

static void
act_seals_found(struct act *a)
{
    static const int widths[] = {9, 18, 16, 16, 17};
    const char *headings[] = {say(a, N_("Wagon")), say(a, N_("Place")), say(a, N_("Listed")),
                              say(a, N_("Read")), say(a, N_("Result"))};

    document_heading(a->out, say(a, N_("Seals found")));
    document_table(a->out, ARRAY_LEN(widths), headings, widths);
    for (size_t i = 0; i < a->consist.n; i++) {
        for (size_t s = 0; s < a->work[i].seals.n; s++) {
            const struct seal_row *row = &a->work[i].seals.rows[s];
            const char *cells[ARRAY_LEN(widths)];

            if (!row->expected && !row->read)
                continue;
            cells[0] = a->consist.rows[i].number;
            cells[1] = words_choice(&a->words, a->set, "seal_place", row->place);
            cells[2] = row->expected;
            cells[3] = row->read;
            cells[4] = seal_result(a, row);
            document_row(a->out, cells);
        }
    }
}

/* Removed at the left, put on at the right, as the act of opening has them. */
static void
act_seals_changed(struct act *a)
{
    static const int widths[] = {9, 13, 16, 16, 16, 5};
    const char *headings[] = {say(a, N_("Wagon")),           say(a, N_("Place")),
                              say(a, N_("Removed, number")), say(a, N_("why")),
                              say(a, N_("Put on, number")),  say(a, N_("by"))};
    bool any = false;

    document_heading(a->out, say(a, N_("Seals removed and put on")));
    for (size_t i = 0; i < a->consist.n; i++) {
        for (size_t s = 0; s < a->work[i].seals.n; s++) {
            const struct seal_row *row = &a->work[i].seals.rows[s];
            const char *cells[ARRAY_LEN(widths)];

            if (!row->removed && !row->applied)
                continue;
            if (!any)
                document_table(a->out, ARRAY_LEN(widths), headings, widths);
            any = true;
            cells[0] = a->consist.rows[i].number;
            cells[1] = words_choice(&a->words, a->set, "seal_place", row->place);
            cells[2] = row->removed ? (row->read ? row->read : row->expected) : "";
            cells[3] = row->removed ? row->reason : "";
            cells[4] = row->applied;
            cells[5] = row->officer;
            document_row(a->out, cells);
        }
    }
    if (!any)
        document_text(a->out, say(a, N_("None.")));
}

static void
act_gates(struct act *a)
{
    static const int widths[] = {8, 30, 9, 20, 9};
    const char *headings[] = {say(a, N_("Code")), say(a, N_("What was confirmed")),
                              say(a, N_("Wagon")), say(a, N_("By whom")), say(a, N_("At"))};

    document_heading(a->out, say(a, N_("Gates")));
    document_table(a->out, ARRAY_LEN(widths), headings, widths);
    for (size_t i = 0; i < a->consist.n; i++) {
        for (size_t g = 0; g < a->work[i].gates.n; g++) {
            const struct gate_row *row = &a->work[i].gates.rows[g];
            int gate = checklist_gate(a->set, row->code);
            const char *cells[ARRAY_LEN(widths)];

            /* Those of the whole train come with every wagon: once is enough. */
            if ((!row->wagon && i) || strcmp(row->state, "confirmed") != 0)
                continue;
            cells[0] = row->code;
            cells[1] = gate >= 0 ? words_of(&a->words, a->set, &a->set->gates[gate].label) : "";
            cells[2] = row->wagon ? a->consist.rows[i].number : say(a, N_("train"));
            cells[3] = row->name;
            cells[4] = local_time(a, row->at, row->offset_min, MOMENT_TIME);
            document_row(a->out, cells);
        }
    }
}

static const char *
decision_words(struct act *a, const char *what)
{
    static const struct {
        const char *what, *words;
    } all[] = {{"accepted", N_("accepted")}, {"released", N_("released")}, {"held", N_("held")}};

    for (size_t i = 0; i < ARRAY_LEN(all); i++) {
        if (strcmp(all[i].what, what) == 0)
            return say(a, all[i].words);
    }
    return what;
}

static const char *
number_of(const struct act *a, int64_t wagon)
{
    for (size_t i = 0; i < a->consist.n; i++) {
        if (a->consist.rows[i].id == wagon)
            return a->consist.rows[i].number;
    }
    return "";
}

/* What the shift lead decided; points that were returned and settled are not of the act. */
static void
act_decisions(struct act *a)
{
    static const int widths[] = {17, 12, 12, 9, 27};
    const char *headings[] = {say(a, N_("At")), say(a, N_("Badge")), say(a, N_("Decision")),
                              say(a, N_("Wagon")), say(a, N_("Reason"))};
    bool any = false;

    for (size_t i = 0; i < a->reviews.n; i++) {
        const struct review_row *r = &a->reviews.rows[i];
        const char *cells[ARRAY_LEN(widths)];

        if (*r->state)
            continue;
        if (!any) {
            document_heading(a->out, say(a, N_("Decisions of the shift lead")));
            document_table(a->out, ARRAY_LEN(widths), headings, widths);
            any = true;
        }
        cells[0] = local_time(a, r->at, r->offset_min, MOMENT_SCREEN);
        cells[1] = r->officer;
        cells[2] = decision_words(a, r->what);
        cells[3] = r->wagon ? number_of(a, r->wagon) : say(a, N_("train"));
        cells[4] = r->reason;
        document_row(a->out, cells);
    }
}

static void
act_not_accessible(struct act *a)
{
    static const int widths[] = {9, 9, 36, 23};
    const char *headings[] = {say(a, N_("Wagon")), say(a, N_("Item")), say(a, N_("What")),
                              say(a, N_("Reason"))};
    bool any = false;

    document_heading(a->out, say(a, N_("Not accessible")));
    for (size_t i = 0; i < a->consist.n; i++) {
        for (size_t n = 0; n < a->work[i].in.n; n++) {
            const struct line *line = &a->work[i].in.lines[n];
            const char *cells[ARRAY_LEN(widths)];

            if (line->answer.state != ANSWER_NO_ACCESS)
                continue;
            if (!any)
                document_table(a->out, ARRAY_LEN(widths), headings, widths);
            any = true;
            cells[0] =
                a->consist.rows[i].position ? a->consist.rows[i].number : say(a, N_("train"));
            cells[1] = line->key;
            cells[2] = words_of(&a->words, a->set, &line->item->label);
            cells[3] = words_choice(&a->words, a->set, "reason",
                                    line->answer.reason ? line->answer.reason : "");
            document_row(a->out, cells);
        }
    }
    if (!any)
        document_text(a->out, say(a, N_("None.")));
}

static void
act_signatures(struct act *a)
{
    document_heading(a->out, say(a, N_("Signatures")));
    document_sign(a->out, say(a, N_("Inspecting officer: signature, name, date and time")));
    document_sign(a->out, say(a, N_("Second officer: signature, name, date and time")));
    document_sign(a->out, say(a, N_("Carrier's representative: signature, name, date and time")));
    document_sign(a->out, say(a, N_("Shift lead: signature, name, date and time")));
    document_text(a->out, say(a, N_("Copies: with the removed seals; carrier; file.")));
}

/* The head of the records stands on every sheet: what is cut or rewritten later no longer fits it.
 */
static bool
act_foot(struct act *a, char *out, size_t size, struct rc_error *err)
{
    unsigned char hash[32];
    char code[HEAD_CODE];
    int64_t seq;

    if (!store_head(a->app->store, a->app->device, &seq, hash, err))
        return false;
    head_code(hash, code);
    snprintf(out, size, "railcheck  %s  %" PRId64 "  %s", a->train->number, seq, code);
    return true;
}

static bool
act_read(struct act *a, int64_t train, struct trains *trains, struct rc_error *err)
{
    if (!store_train(a->app->store, train, trains, err))
        return false;
    if (!trains->n)
        return rc_fail(err, RC_E_TRAIN_UNKNOWN, "", NULL);
    a->train = &trains->rows[0];
    if (!(a->set = app_set(a->app, a->train->checklist, err)) ||
        !store_consist(a->app->store, train, true, &a->consist, err) ||
        !store_reviews(a->app->store, train, 0, &a->reviews, err))
        return false;
    a->work = rc_alloc(a->consist.n + 1, sizeof *a->work);
    for (size_t i = 0; i < a->consist.n; i++) {
        if (!work_open(a->app, a->consist.rows[i].id, &a->work[i], err))
            return false;
    }
    return true;
}

bool
report_act(struct app *app, int64_t train, const char *langs, struct document *out,
           struct rc_error *err)
{
    struct act a = {.app = app, .out = out};
    struct trains trains = {0};
    char foot[160];
    bool done;

    words_begin(&a.words, langs);
    done = act_read(&a, train, &trains, err) && act_foot(&a, foot, sizeof foot, err);
    if (done) {
        document_begin(out, say(&a, N_("Inspection act of a freight train")), foot,
                       say(&a, N_("sheet")), a.words.russian ? "ru" : "en");
        act_facts(&a);
        act_wagons(&a);
        act_findings(&a);
        act_files(&a);
        act_seals_found(&a);
        act_seals_changed(&a);
        act_gates(&a);
        act_not_accessible(&a);
        act_decisions(&a);
        act_signatures(&a);
    }
    for (size_t i = 0; a.work && i < a.consist.n; i++)
        work_release(&a.work[i]);
    free(a.work);
    wagons_release(&a.consist);
    reviews_release(&a.reviews);
    trains_release(&trains);
    words_end(&a.words);
    return done;
}
