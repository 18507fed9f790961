/* SPDX-License-Identifier: ISC */
/* What a shift lead sees of a train: gathered wagon by wagon from its records. */
#include "config.h"

#include "app/review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/work.h"
#include "base/alloc.h"

/* One wagon while it is gathered. */
struct gathering {
    struct app *app;
    struct review *out;
    const char *lang;
    struct work work;
    struct facts_said facts;
};

static struct review_line *
add_line(struct gathering *g, enum review_part part)
{
    struct review *out = g->out;
    const struct wagon_row *w = g->work.wagon;
    struct review_line *line;

    ARRAY_GROW(out->lines, out->n, out->cap);
    line = &out->lines[out->n++];
    *line = (struct review_line){
        .part = part, .wagon = w->id, .position = w->position, .severity = -1, .minutes = -1};
    snprintf(line->number, sizeof line->number, "%s", w->number);
    out->count[part]++;
    return line;
}

/* What a line still lacks stays "". */
static void
complete(struct review_line *line)
{
    char **const texts[] = {&line->label, &line->code, &line->was, &line->now, &line->why};

    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        if (!*texts[i])
            *texts[i] = rc_strdup("");
    }
}

/* Names the item by key, as far as the wagon asks it. */
static void
name_item(const struct gathering *g, struct review_line *line, const char *key)
{
    const struct inspection *in = &g->work.in;
    size_t at = inspection_find(in, key);

    snprintf(line->item, sizeof line->item, "%s", key);
    if (at < in->n)
        line->label =
            rc_strdup(words_in(&in->lines[at].item->label, checklist_lang(g->work.set, g->lang)));
}

static void
say_who(struct review_line *line, const char *officer, int64_t at, int offset_min)
{
    snprintf(line->officer, sizeof line->officer, "%s", officer);
    line->at = at;
    line->offset_min = offset_min;
}

static const struct finding_row *
finding_with(const struct gathering *g, const char *uuid)
{
    for (size_t i = 0; *uuid && i < g->work.findings.n; i++) {
        if (strcmp(g->work.findings.rows[i].uuid, uuid) == 0)
            return &g->work.findings.rows[i];
    }
    return NULL;
}

static void
gather_points(struct gathering *g)
{
    for (size_t i = 0; i < g->work.reviews.n; i++) {
        const struct review_row *point = &g->work.reviews.rows[i];
        const struct finding_row *finding = finding_with(g, point->finding);
        struct review_line *line;

        if (strcmp(point->what, "returned") != 0)
            continue;
        line = add_line(g, REVIEW_POINTS);
        name_item(g, line, finding ? finding->item : point->item);
        snprintf(line->finding, sizeof line->finding, "%s", point->finding);
        line->code = rc_strdup(point->state);
        line->now = rc_strdup(point->reason);
        say_who(line, point->officer, point->at, point->offset_min);
    }
}

static void
gather_missing(struct gathering *g)
{
    const struct inspection *in = &g->work.in;
    size_t n = inspection_missing(in, NULL, 0), *at = rc_alloc(n + 1, sizeof *at);

    inspection_missing(in, at, n);
    for (size_t i = 0; i < n; i++)
        name_item(g, add_line(g, REVIEW_MISSING), in->lines[at[i]].key);
    free(at);
}

static void
gather_findings(struct gathering *g)
{
    for (size_t i = 0; i < g->work.findings.n; i++) {
        const struct finding_row *f = &g->work.findings.rows[i];
        struct review_line *line = add_line(g, REVIEW_FINDINGS);

        name_item(g, line, f->item);
        snprintf(line->finding, sizeof line->finding, "%s", f->uuid);
        line->severity = f->severity;
        line->code = rc_strdup(f->category);
        line->now = rc_strdup(f->state);
        line->why = rc_strdup(f->description);
        say_who(line, f->officer, f->raised_at, f->offset_min);
    }
}

static const char *
seals_item(const struct gathering *g)
{
    for (size_t i = 0; i < g->work.in.n; i++) {
        if (g->work.in.lines[i].item->type == ITEM_SEALS)
            return g->work.in.lines[i].key;
    }
    return "";
}

static void
gather_seals(struct gathering *g)
{
    for (size_t i = 0; i < g->work.seals.n; i++) {
        const struct seal_row *seal = &g->work.seals.rows[i];
        enum seal_match match = SEAL_OPEN;
        struct review_line *line;

        seal_match_parse(seal->match, &match);
        if (match != SEAL_MISMATCHED && match != SEAL_MISSING && match != SEAL_EXTRA)
            continue;
        line = add_line(g, REVIEW_SEALS);
        name_item(g, line, seals_item(g));
        line->code = rc_strdup(seal->match);
        line->was = rc_strdup(seal->expected);
        line->now = rc_strdup(seal->read);
        line->why = rc_strdup(seal->place);
        say_who(line, seal->officer, seal->at, seal->offset_min);
    }
}

/* Gates that kept the item from being looked at, "H-OHL H-ROOF". */
static char *
gates_of(const struct gathering *g, const struct line *l)
{
    struct buf text = {0};

    for (size_t i = 0; i < g->work.set->n_gates; i++) {
        if (l->waits & ((gate_mask)1 << i))
            buf_addf(&text, "%s%s", text.len ? " " : "", g->work.set->gates[i].code);
    }
    return buf_detach(&text);
}

static void
gather_no_access(struct gathering *g, bool gates)
{
    const struct inspection *in = &g->work.in;

    for (size_t i = 0; i < in->n; i++) {
        const struct line *l = &in->lines[i];
        struct review_line *line;

        if (l->answer.state != ANSWER_NO_ACCESS || !(l->answer.marks & ANSWER_GATE) == gates)
            continue;
        line = add_line(g, gates ? REVIEW_GATES : REVIEW_NO_ACCESS);
        name_item(g, line, l->key);
        line->code = gates ? gates_of(g, l) : rc_strdup(l->answer.reason);
        line->why = rc_strdup(l->answer.note);
    }
}

/* --- what was said after the wagon was closed --- */

static bool
is_inspecting(const struct fact_row *f)
{
    static const char *const others[] = {"wagon.listed", "wagon.closed",   "review.returned",
                                         "wagon.held",   "wagon.released", "note.added"};

    for (size_t i = 0; i < ARRAY_LEN(others); i++) {
        if (strcmp(f->kind, others[i]) == 0)
            return false;
    }
    return true;
}

/* "+ 34", "? (frozen)" or "Н8453704": what a fact says, short. */
static char *
said(const struct fact_row *f)
{
    struct buf text = {0};

    /* Of a seal the number says it. */
    if (strncmp(f->kind, "seal.", 5) != 0)
        buf_adds(&text, f->state);
    if (*f->value)
        buf_addf(&text, "%s%s", text.len ? " " : "", f->value);
    if (*f->reason)
        buf_addf(&text, "%s(%s)", text.len ? " " : "", f->reason);
    return buf_detach(&text);
}

/* A file takes no other one's place. */
static bool
is_file(const struct fact_row *f)
{
    return strncmp(f->kind, "file.", 5) == 0;
}

/* The last thing in force that was said about the same, before row i. */
static const struct fact_row *
before(const struct facts_said *facts, size_t i)
{
    for (size_t k = i; k-- > 0 && !is_file(&facts->rows[i]);) {
        const struct fact_row *f = &facts->rows[k];

        if (!f->undone && !is_file(f) && is_inspecting(f) &&
            strcmp(f->about, facts->rows[i].about) == 0 &&
            (*f->about || strcmp(f->kind, facts->rows[i].kind) == 0))
            return f;
    }
    return NULL;
}

static void
gather_corrections(struct gathering *g)
{
    bool closed = false;

    for (size_t i = 0; i < g->facts.n; i++) {
        const struct fact_row *f = &g->facts.rows[i], *was;
        const struct finding_row *finding = finding_with(g, f->about);
        struct review_line *line;

        closed = closed || strcmp(f->kind, "wagon.closed") == 0;
        if (!closed || f->undone || !is_inspecting(f))
            continue;
        was = before(&g->facts, i);
        line = add_line(g, REVIEW_CORRECTIONS);
        if (finding)
            snprintf(line->finding, sizeof line->finding, "%s", finding->uuid);
        if (finding || inspection_find(&g->work.in, f->about) < g->work.in.n)
            name_item(g, line, finding ? finding->item : f->about);
        else if (strncmp(f->kind, "seal.", 5) == 0)
            name_item(g, line, seals_item(g));
        line->code = rc_strdup(f->kind);
        line->was = was ? said(was) : NULL;
        line->now = said(f);
        line->why = rc_strdup(f->why);
        say_who(line, f->officer, f->at, f->offset_min);
    }
}

/* --- pace --- */

static int
minutes_of(const struct facts_said *facts)
{
    int64_t first = 0;

    for (size_t i = 0; i < facts->n; i++) {
        const struct fact_row *f = &facts->rows[i];

        if (!first && is_inspecting(f))
            first = f->at;
        if (first && strcmp(f->kind, "wagon.closed") == 0)
            return f->at > first ? (int)((f->at - first + 30000) / 60000) : 0;
    }
    return -1;
}

/* Answered by hand, one item, sooner after the answer before than anybody can look. */
static bool
is_fast(const struct fact_row *f, int fast_s)
{
    return strcmp(f->kind, "answer.set") == 0 && f->items == 1 && !f->undone && !f->marks &&
           f->pace >= 0 && f->pace < fast_s && strcmp(f->state, "?") != 0;
}

static void
gather_pace(struct gathering *g)
{
    struct review *out = g->out;
    struct review_line *line;

    if (!g->work.wagon->position || g->work.state == WAGON_STRUCK)
        return;
    line = add_line(g, REVIEW_PACE);
    line->minutes = minutes_of(&g->facts);
    say_who(line, g->work.wagon->officer, g->work.wagon->last_at, 0);
    for (size_t i = 0; i < g->work.answers.n; i++) {
        const struct answer_row *a = &g->work.answers.rows[i];

        line->answers += *a->state != '\0';
        line->bulk += (a->marks & ANSWER_BULK) != 0;
        line->copied += (a->marks & ANSWER_COPIED) != 0;
        line->gated += (a->marks & ANSWER_GATE) != 0;
    }
    for (size_t i = 0; i < g->facts.n; i++)
        line->fast += is_fast(&g->facts.rows[i], out->fast_s);
    out->answers += line->answers;
    out->bulk += line->bulk;
    out->copied += line->copied;
    out->gated += line->gated;
    out->fast += line->fast;
}

/* --- the whole --- */

static bool
gather_wagon(struct gathering *g, int64_t wagon, struct rc_error *err)
{
    bool done = work_open(g->app, wagon, &g->work, err);

    if (!done)
        return false;
    done = store_facts(g->app->store, wagon, &g->facts, err);
    if (done) {
        gather_points(g);
        gather_findings(g);
        gather_seals(g);
        if (g->work.state != WAGON_STRUCK) {
            gather_missing(g);
            gather_no_access(g, true);
            gather_no_access(g, false);
        }
        gather_corrections(g);
        gather_pace(g);
    }
    facts_said_release(&g->facts);
    work_release(&g->work);
    return done;
}

static int
rank(const struct review_line *line)
{
    if (line->part != REVIEW_FINDINGS)
        return 0;
    return strcmp(line->now, "withdrawn") == 0 ? 100 : -line->severity;
}

static int
in_order(const void *a, const void *b)
{
    const struct review_line *x = a, *y = b;

    if (x->part != y->part)
        return (int)x->part - (int)y->part;
    if (rank(x) != rank(y))
        return rank(x) - rank(y);
    if (x->position != y->position)
        return x->position - y->position;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    return strcmp(x->item, y->item);
}

bool
review_read(struct app *app, int64_t train, const char *lang, struct review *out,
            struct rc_error *err)
{
    struct gathering g = {.app = app, .out = out, .lang = lang};
    struct wagons consist = {0};
    bool done;

    *out = (struct review){0};
    if (!right_needed(app->roles, RIGHT_READ, err))
        return false;
    done = store_train(app->store, train, &out->trains, err) &&
           store_fast(app->store, &out->fast_s, err) &&
           store_clock_flags(app->store, train, &out->clock_flags, err) &&
           store_took_part(app->store, train, app->actor, &out->took_part, err) &&
           store_consist(app->store, train, true, &consist, err);
    if (done && !out->trains.n)
        done = rc_fail(err, RC_E_TRAIN_UNKNOWN, "-", NULL);
    for (size_t i = 0; done && i < consist.n; i++)
        done = gather_wagon(&g, consist.rows[i].id, err);
    wagons_release(&consist);
    if (!done) {
        review_release(out);
        return false;
    }
    out->train = &out->trains.rows[0];
    for (size_t i = 0; i < out->n; i++)
        complete(&out->lines[i]);
    if (out->n)
        qsort(out->lines, out->n, sizeof *out->lines, in_order);
    return true;
}

void
review_release(struct review *r)
{
    for (size_t i = 0; i < r->n; i++) {
        struct review_line *line = &r->lines[i];

        free(line->label);
        free(line->code);
        free(line->was);
        free(line->now);
        free(line->why);
    }
    free(r->lines);
    trains_release(&r->trains);
    *r = (struct review){0};
}
