/* SPDX-License-Identifier: ISC */
/* Words for what was recorded: the kind of an event, and what it says. */
#include "config.h"

#include "tui/log_words.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/words.h"

static const struct {
    const char *kind, *words;
} kinds[] = {
    {"train.listed", N_("train listed")},
    {"wagon.listed", N_("wagon listed")},
    {"wagon.changed", N_("kind or level")},
    {"wagon.struck", N_("struck out")},
    {"wagon.moved", N_("moved by a corrected list")},
    {"wagon.relisted", N_("facts of a corrected list")},
    {"train.corrected", N_("corrected list")},
    {"train.withdrawn", N_("import taken back")},
    {"gate.confirmed", N_("gate confirmed")},
    {"gate.withdrawn", N_("gate withdrawn")},
    {"answer.set", N_("answer")},
    {"finding.raised", N_("finding raised")},
    {"finding.changed", N_("finding changed")},
    {"finding.closed", N_("finding closed")},
    {"file.attached", N_("file attached")},
    {"file.removed", N_("file taken off")},
    {"seal.read", N_("seal")},
    {"seal.removed", N_("seal removed")},
    {"seal.applied", N_("seal put on")},
    {"note.added", N_("note")},
    {"wagon.closed", N_("wagon closed")},
    {"train.submitted", N_("train submitted")},
    {"train.planned", N_("departure planned")},
    {"train.walked", N_("side and direction of the walk")},
    {"review.returned", N_("returned")},
    {"review.accepted", N_("accepted")},
    {"train.released", N_("released")},
    {"train.held", N_("held")},
    {"wagon.held", N_("wagon held")},
    {"wagon.released", N_("wagon released")},
    {"export.made", N_("export")},
    {"undo.made", N_("undone")},
    {"redo.made", N_("redone")},
};

const char *
words_event(const char *kind)
{
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++) {
        if (strcmp(kinds[i].kind, kind) == 0)
            return _(kinds[i].words);
    }
    return kind;
}

/* Adds text behind what is there. */
static void
add(struct buf *line, const char *before, const char *text)
{
    if (!*text)
        return;
    if (line->len)
        buf_adds(line, before);
    buf_adds(line, text);
}

static void
add_answer(struct buf *line, const struct checklist *set, const struct log_row *row)
{
    char name[40];
    const struct item *item;

    snprintf(name, sizeof name, "%.*s", (int)strcspn(row->subject, "/"), row->subject);
    item = checklist_item(set, name);
    add(line, "", strcmp(row->state, "v") == 0 ? "+" : *row->state ? row->state : ".");
    add(line, " ", row->subject);
    if (item)
        add(line, " ", words_in(&item->label, checklist_lang(set, i18n_codes())));
    if (row->answers > 1)
        buf_addf(line, _(" and %d more"), row->answers - 1);
    add(line, ": ", row->value);
}

static void
add_finding(struct buf *line, const struct checklist *set, const struct log_row *row)
{
    if (row->grade >= 0)
        buf_addf(line, "%d ", row->grade);
    buf_adds(line, words_label(set, "category", row->value));
    add(line, *row->value ? ", " : "", row->subject);
    if (strcmp(row->kind, "finding.closed") == 0)
        add(line, ": ", words_finding_state(row->state));
}

static const char *
kind_label(const struct checklist *set, const char *kind)
{
    const struct sheet *sheet = checklist_sheet(set, kind);

    return sheet ? words_in(&sheet->label, checklist_lang(set, i18n_codes())) : kind;
}

/* The step that was taken back or done again. */
static void
add_step(struct buf *line, const struct log *log, int64_t seq)
{
    for (size_t i = 0; i < log->n; i++) {
        if (log->rows[i].seq != seq)
            continue;
        add(line, "", words_event(log->rows[i].kind));
        add(line, ": ", log->rows[i].subject);
    }
}

void
words_log_row(struct buf *line, const struct checklist *set, const struct log *log,
              const struct log_row *row)
{
    if (strcmp(row->kind, "answer.set") == 0) {
        add_answer(line, set, row);
    } else if (strncmp(row->kind, "finding.", 8) == 0) {
        add_finding(line, set, row);
    } else if (strncmp(row->kind, "wagon.", 6) == 0) {
        add(line, "", row->subject);
        add(line, " ", kind_label(set, row->value));
        if (row->grade > 0)
            buf_addf(line, line->len ? _(", level %d") : _("level %d"), row->grade);
    } else {
        add(line, "", row->subject);
        if (strcmp(row->kind, "seal.read") == 0)
            add(line, ": ", words_seal_match(row->state));
    }
    if (row->of)
        add_step(line, log, row->of);
    add(line, ", ", words_label(set, "reason", row->reason));
    add(line, ", ", row->text);
    if (*row->why && strcmp(row->kind, "finding.closed") != 0 &&
        strcmp(row->kind, "file.removed") != 0)
        add(line, ". ", _("Correction"));
    add(line, ": ", row->why);
}
