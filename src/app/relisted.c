/* SPDX-License-Identifier: ISC */
/* What a corrected list says anew about one wagon: merged with what is recorded, and recorded. */
#include "config.h"

#include "app/relisted.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/body.h"
#include "app/change.h"
#include "app/listed.h"
#include "app/work.h"
#include "base/alloc.h"
#include "core/seal.h"
#include "i18n/i18n.h"

static void
say_change(struct buf *facts, const char *name, const char *from, const char *to)
{
    buf_addf(facts, "%s%s: %s -> %s", facts->len ? "; " : "", name, *from ? from : "-", to);
}

static void
merge_text(struct merged *m, const char *name, char **value, const char *recorded)
{
    if (**value && strcmp(*value, recorded) != 0)
        say_change(&m->facts, name, recorded, *value);
    else
        *value = (char *)recorded;
}

static void
merge_number(struct merged *m, const char *name, int64_t *value, int64_t none, int64_t recorded)
{
    char from[24] = "", to[24];

    if (*value == none || *value == recorded) {
        *value = recorded;
        return;
    }
    if (recorded != none)
        snprintf(from, sizeof from, "%" PRId64, recorded);
    snprintf(to, sizeof to, "%" PRId64, *value);
    say_change(&m->facts, name, from, to);
}

static void
merge_int(struct merged *m, const char *name, int *value, int none, int recorded)
{
    int64_t wide = *value;

    merge_number(m, name, &wide, none, recorded);
    *value = (int)wide;
}

static void
merge_texts(struct merged *m, const struct wagon_row *row)
{
    struct consist_wagon *w = &m->wagon;

    merge_text(m, _("owner"), &w->owner_railway, row->owner_railway);
    merge_text(m, _("cargo code"), &w->cargo_etsng, row->cargo_etsng);
    merge_text(m, _("GNG code"), &w->cargo_gng, row->cargo_gng);
    merge_text(m, _("cargo"), &w->cargo_name, row->cargo_name);
    merge_text(m, _("UN number"), &w->un_no, row->un_no);
    merge_text(m, _("hazard number"), &w->hazard_no, row->hazard_no);
    merge_text(m, _("emergency card"), &w->emergency_card, row->emergency_card);
    merge_text(m, _("from"), &w->origin_station, row->origin_station);
    merge_text(m, _("to"), &w->destination_station, row->destination_station);
    merge_text(m, _("consignor"), &w->consignor, row->consignor);
    merge_text(m, _("consignee"), &w->consignee, row->consignee);
}

/* The officer saw the wagon: his kind stays, and so does that of a wagon he has begun. */
static void
merge_kind(struct merged *m, const struct wagon_row *row)
{
    if (!*m->wagon.kind || strcmp(m->wagon.kind, row->kind) == 0)
        return;
    m->kind_changes = row->first_at == 0 && strcmp(row->kind_from, "officer") != 0;
    if (m->kind_changes)
        say_change(&m->facts, _("kind"), row->kind, m->wagon.kind);
}

static void
merge_containers(struct merged *m, const struct wagon_row *row)
{
    struct buf joined = {0};

    for (size_t i = 0; i < m->wagon.n_containers; i++)
        buf_addf(&joined, "%s%s", i ? ";" : "", m->wagon.containers[i]);
    m->containers = joined.len ? buf_detach(&joined) : rc_strdup(row->containers);
    if (strcmp(m->containers, row->containers) != 0)
        say_change(&m->facts, _("containers"), row->containers, m->containers);
    buf_release(&joined);
}

static void
fold_of(const char *number, char out[SEAL_NO_SIZE])
{
    if (!seal_fold(number, out))
        snprintf(out, SEAL_NO_SIZE, "%.80s", number);
}

static bool
seal_named(const struct consist_wagon *w, const char *number)
{
    char wanted[SEAL_NO_SIZE], fold[SEAL_NO_SIZE];

    fold_of(number, wanted);
    for (size_t i = 0; i < w->n_seals; i++) {
        fold_of(w->seals[i], fold);
        if (strcmp(fold, wanted) == 0)
            return true;
    }
    return false;
}

static bool
seal_expected(const struct seals *seals, const char *number)
{
    char wanted[SEAL_NO_SIZE], fold[SEAL_NO_SIZE];

    fold_of(number, wanted);
    for (size_t i = 0; i < seals->n; i++) {
        if (!seals->rows[i].expected)
            continue;
        fold_of(seals->rows[i].expected, fold);
        if (strcmp(fold, wanted) == 0)
            return true;
    }
    return false;
}

static bool
is_untouched(const struct seal_row *seal)
{
    return seal->expected && !seal->read && !seal->applied && !seal->removed &&
           strcmp(seal->match, "open") == 0;
}

/* An expected seal that the list no longer names is dropped unless somebody has looked at it. */
static void
merge_seals(struct merged *m, struct rc_env *env, const struct seals *seals)
{
    int n = 0;

    for (size_t i = 0; m->wagon.n_seals && i < seals->n; i++) {
        const struct seal_row *seal = &seals->rows[i];

        n = seal->n > n ? seal->n : n;
        if (!is_untouched(seal) || seal_named(&m->wagon, seal->expected))
            continue;
        buf_addf(&m->dropped, "%s%d", m->dropped.len ? "," : "[", seal->n);
        say_change(&m->facts, _("seal"), seal->expected, "-");
    }
    for (size_t i = 0; i < m->wagon.n_seals; i++) {
        if (seal_expected(seals, m->wagon.seals[i]))
            continue;
        listed_seal(&m->added, env, ++n, m->wagon.seals[i]);
        m->n_added++;
        say_change(&m->facts, _("seal"), "-", m->wagon.seals[i]);
    }
    if (m->dropped.len)
        buf_addc(&m->dropped, ']');
    if (m->added.len)
        buf_addc(&m->added, ']');
}

struct merged
merged_with(struct rc_env *env, const struct consist_wagon *listed, const struct wagon_row *row,
            const struct seals *seals)
{
    struct merged m = {.wagon = *listed};

    merge_texts(&m, row);
    merge_number(&m, _("net kg"), &m.wagon.net_kg, -1, row->net_kg);
    merge_number(&m, _("tare kg"), &m.wagon.tare_kg, -1, row->tare_kg);
    merge_int(&m, _("axles"), &m.wagon.axles, 0, row->axles);
    merge_int(&m, _("seals as listed"), &m.wagon.seal_count, -1, row->seal_count);
    merge_kind(&m, row);
    merge_containers(&m, row);
    merge_seals(&m, env, seals);
    return m;
}

void
merged_release(struct merged *m)
{
    free(m->containers);
    buf_release(&m->facts);
    buf_release(&m->added);
    buf_release(&m->dropped);
}

/* How many items the wagon is asked with the new facts, and how many are done. */
static void
new_counts(struct buf *body, struct work *w, const struct merged *m)
{
    const struct consist_wagon *to = &m->wagon;
    size_t kept = 0;

    for (size_t i = 0; i < w->seals.n; i++) {
        const struct seal_row *seal = &w->seals.rows[i];

        if (!m->dropped.len || !is_untouched(seal) || seal_named(to, seal->expected))
            w->seals.rows[kept++] = *seal;
    }
    w->seals.n = kept;
    for (size_t i = 0; i < m->n_added; i++) {
        ARRAY_GROW(w->seals.rows, w->seals.n, w->seals.cap);
        w->seals.rows[w->seals.n++] = (struct seal_row){.match = "open", .expected = ""};
    }
    work_containers(w, m->containers);
    if (m->kind_changes)
        w->in.sheet = checklist_sheet(w->set, to->kind);
    w->in.facts = (struct facts){.kind = m->kind_changes ? to->kind : w->wagon->kind,
                                 .un_no = to->un_no,
                                 .hazard_no = to->hazard_no,
                                 .net_kg = to->net_kg,
                                 .tare_kg = to->tare_kg,
                                 .axles = to->axles,
                                 .containers = (int)w->n_containers};
    for (size_t i = 0; i < w->seals.n; i++)
        w->in.facts.expected_seals += w->seals.rows[i].expected != NULL;
    work_lay(w);
    body_counts(body, &w->in);
}

bool
record_relisted(struct app *app, const struct consist_wagon *listed, int64_t wagon,
                struct rc_error *err)
{
    struct buf body = {0};
    struct work w;
    struct merged m;
    bool done;

    if (!work_open(app, wagon, &w, err))
        return false;
    m = merged_with(app->env, listed, w.wagon, &w.seals);
    body_begin(&body);
    if (m.kind_changes) {
        body_text(&body, "kind", m.wagon.kind);
        body_text(&body, "kind_from", "list");
    }
    m.wagon.n_containers = 0; /* joined already */
    listed_facts(&body, &m.wagon);
    body_text(&body, "containers", m.containers);
    if (m.dropped.len)
        body_json(&body, "dropped", buf_text(&m.dropped));
    if (m.added.len)
        body_json(&body, "added", buf_text(&m.added));
    new_counts(&body, &w, &m);
    body_end(&body);
    done = app_record(app, "wagon.relisted", w.train->uuid, w.wagon->uuid, buf_text(&body), err);
    merged_release(&m);
    work_release(&w);
    buf_release(&body);
    return done;
}
