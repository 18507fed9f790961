/* SPDX-License-Identifier: ISC */
/* Plain mode: findings, a question for each field; each is saved when it is answered. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "base/alloc.h"
#include "base/number.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/words.h"

enum field {
    FIELD_CATEGORY,
    FIELD_SEVERITY,
    FIELD_DESCRIPTION,
    FIELD_ZONE,
    FIELD_SIDE,
    FIELD_NOTICED,
    FIELD_QUANTITY,
    FIELD_UNIT,
    FIELD_ACTION,
    FIELD_AGENCY,
    FIELD_ACT_NO,
    FIELDS
};

static const struct {
    const char *words;
    const char *list; /* NULL: text */
} form[FIELDS] = {
    [FIELD_CATEGORY] = {N_("Category"), "category"},
    [FIELD_SEVERITY] = {N_("Severity 0-4"), "severity"},
    [FIELD_DESCRIPTION] = {N_("Description"), NULL},
    [FIELD_ZONE] = {N_("Zone"), "zone"},
    [FIELD_SIDE] = {N_("Side"), "side"},
    [FIELD_NOTICED] = {N_("How noticed"), "noticed"},
    [FIELD_QUANTITY] = {N_("Quantity"), NULL},
    [FIELD_UNIT] = {N_("Unit"), NULL},
    [FIELD_ACTION] = {N_("Action"), "action"},
    [FIELD_AGENCY] = {N_("Agency"), "agency"},
    [FIELD_ACT_NO] = {N_("Act number"), NULL},
};

struct finding_place {
    struct plain *p;
    int64_t wagon;
    const char *uuid;
    struct work work;
    const struct finding_row *row; /* in work */
    struct finding now;
    char severity[4];
};

static bool
reload(struct finding_place *v)
{
    struct rc_error err = {0};
    struct work work;

    if (!work_open(v->p->app, v->wagon, &work, &err)) {
        plain_error(v->p, &err);
        return false;
    }
    work_release(&v->work);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->row = NULL;
    for (size_t i = 0; i < v->work.findings.n; i++) {
        if (strcmp(v->work.findings.rows[i].uuid, v->uuid) == 0)
            v->row = &v->work.findings.rows[i];
    }
    if (!v->row) {
        rc_fail(&err, RC_E_NO_FINDING, NULL, NULL);
        plain_error(v->p, &err);
        return false;
    }
    snprintf(v->severity, sizeof v->severity, "%d", v->row->severity % 10);
    v->now = (struct finding){
        .uuid = v->row->uuid,
        .item = v->row->item,
        .zone = v->row->zone,
        .category = v->row->category,
        .severity = v->row->severity,
        .noticed = v->row->noticed,
        .description = v->row->description,
        .quantity = v->row->quantity,
        .unit = v->row->unit,
        .action = v->row->action,
        .agency = v->row->agency,
        .act_no = v->row->act_no,
        .files = v->row->files,
        .side = v->row->side,
        .state = v->row->state,
    };
    return true;
}

/* Where the finding keeps a field; the severity's text is beside it. */
static const char **
slot(struct finding_place *v, enum field field)
{
    struct finding *f = &v->now;

    switch (field) {
    case FIELD_CATEGORY:
        return &f->category;
    case FIELD_DESCRIPTION:
        return &f->description;
    case FIELD_ZONE:
        return &f->zone;
    case FIELD_SIDE:
        return &f->side;
    case FIELD_NOTICED:
        return &f->noticed;
    case FIELD_QUANTITY:
        return &f->quantity;
    case FIELD_UNIT:
        return &f->unit;
    case FIELD_ACTION:
        return &f->action;
    case FIELD_AGENCY:
        return &f->agency;
    case FIELD_ACT_NO:
        return &f->act_no;
    case FIELD_SEVERITY:
    case FIELDS:
        break;
    }
    return NULL;
}

static const char *
value_of(struct finding_place *v, enum field field)
{
    const char **at = slot(v, field);

    return at ? *at : v->severity;
}

void
plain_stop_work(struct plain *p, const struct checklist *set, const struct words *stop)
{
    if (stop)
        plain_say(p, "%s", words_in(stop, checklist_lang(set, i18n_codes())));
}

/* Saves the field; a danger to life says at once what to do. False: not saved. */
static bool
save(struct finding_place *v, enum field field, const char *value)
{
    const char **at = slot(v, field);
    int before = v->now.severity;
    int64_t severity = before;
    struct rc_error err = {0};
    char *why = NULL;
    bool done;

    if (strcmp(value, value_of(v, field)) == 0)
        return true;
    if (at)
        *at = value;
    else if (number_integer(value, &severity))
        v->now.severity = (int)severity;
    do
        done = inspect_finding_change(v->p->app, v->wagon, &v->now, why, &err);
    while (!done && plain_why(v->p, &err, &why));
    free(why);
    plain_done(v->p, done, &err);
    if (done && v->now.severity > before)
        plain_stop_work(v->p, v->work.set, finding_stop_work(v->work.set, &v->now));
    return reload(v) && done;
}

static void
say_finding(struct finding_place *v)
{
    plain_say(v->p,
              _("Finding on wagon %d, %s, %s. Empty line: the field stays; a hyphen alone "
                "empties it; a point alone: the rest stays too"),
              v->work.wagon->position, v->work.wagon->number, *v->row->item ? v->row->item : "-");
    if (*v->row->files) /* before files could be attached */
        plain_say(v->p, "%s: %s", _("names typed earlier"), v->row->files);
}

static const char *
shown(struct finding_place *v, enum field field)
{
    const char *value = value_of(v, field);

    return form[field].list && *value ? words_label(v->work.set, form[field].list, value) : value;
}

/* What the line says for the field: a choice of its list, or text; NULL when it is no choice. */
static char *
typed_value(const struct finding_place *v, const struct choice_list *list)
{
    const struct choice *choice = list ? plain_meant(v->p, list, v->work.set) : NULL;

    if (!list)
        return rc_strdup(strcmp(v->p->line, "-") == 0 ? "" : v->p->line);
    return choice ? rc_strdup(choice->name) : NULL;
}

/* Asks for the field until the answer can be saved or it is left. False: the form is done. */
static bool
ask(struct finding_place *v, enum field field)
{
    const struct choice_list *list =
        form[field].list ? checklist_list(v->work.set, form[field].list) : NULL;

    for (;;) {
        struct buf prompt = {0};
        bool read;

        buf_addf(&prompt, "%s", _(form[field].words));
        if (*value_of(v, field))
            buf_addf(&prompt, " [%s]", shown(v, field));
        buf_addf(&prompt, "%s >", list ? _(", ? lists the choices") : "");
        read = plain_read(v->p, buf_text(&prompt));
        buf_release(&prompt);
        if (!read || strcmp(v->p->line, ".") == 0)
            return false;
        if (!*v->p->line)
            return true;
        if (list && strcmp(v->p->line, "?") == 0) {
            plain_say_choices(v->p, list, v->work.set);
        } else {
            char *value = typed_value(v, list);
            bool done = value && save(v, field, value);

            if (!value)
                plain_unknown(v->p);
            free(value);
            if (!v->row)
                return false;
            if (done)
                return true;
        }
    }
}

void
plain_finding(struct plain *p, int64_t wagon, const char *uuid)
{
    static const enum field order[] = {
        FIELD_SEVERITY, FIELD_DESCRIPTION, FIELD_NOTICED,  FIELD_QUANTITY, FIELD_UNIT, FIELD_ACTION,
        FIELD_AGENCY,   FIELD_ACT_NO,      FIELD_CATEGORY, FIELD_ZONE,     FIELD_SIDE,
    };
    struct finding_place v = {.p = p, .wagon = wagon, .uuid = uuid};

    if (reload(&v)) {
        say_finding(&v);
        for (size_t i = 0; i < ARRAY_LEN(order) && v.row; i++) {
            if (order[i] == FIELD_UNIT && !*v.now.quantity)
                continue;
            if (order[i] == FIELD_SIDE && !checklist_list(v.work.set, "side"))
                continue;
            if (!ask(&v, order[i]) ||
                (order[i] == FIELD_ACT_NO && !plain_ask_files(p, wagon, uuid)))
                break;
        }
    }
    work_release(&v.work);
    p->quiet = false;
}

/* --- the list --- */

enum { FINDINGS_WITHDRAW = 1, FINDINGS_FILES };

static const struct plain_command findings_commands[] = {
    {FINDINGS_FILES, 'p', N_("files"),
     N_("photos and files of a finding; its place in the list follows")},
    {FINDINGS_WITHDRAW, 'b', N_("withdraw"),
     N_("withdraws a finding; its place in the list "
        "follows")},
};

/* Adds "wagon 2, 73072738, " before a finding of the list of a train. */
static void
add_wagon(struct plain *p, int64_t wagon, struct buf *line)
{
    struct wagons found = {0};
    struct rc_error err = {0};

    if (!store_wagon(p->app->store, wagon, &found, &err))
        plain_error(p, &err);
    else if (found.n && found.rows[0].position)
        buf_addf(line, _("wagon %d, %s, "), found.rows[0].position, found.rows[0].number);
    else
        buf_adds(line, _("checklist of the train, "));
    wagons_release(&found);
}

static void
say_row(struct plain *p, const struct checklist *set, size_t i, const struct finding_row *f,
        bool with_wagon)
{
    char when[MOMENT_TEXT];
    struct moment at = {f->raised_at, f->offset_min};
    struct buf line = {0};

    buf_addf(&line, "%zu: ", i);
    if (with_wagon)
        add_wagon(p, f->wagon, &line);
    buf_addf(&line, _("severity %d, %s, %s%s%s, %s, badge %s, %s"), f->severity,
             words_label(set, "category", f->category), f->item, *f->description ? ": " : "",
             f->description, words_finding_state(f->state), f->officer,
             moment_text(at, MOMENT_DAY_CLOCK, when));
    plain_say(p, "%s", buf_text(&line));
    buf_release(&line);
}

/* The finding that is named by its place, from 1 on; 0 none. */
static size_t
which(struct plain *p, const struct findings *list)
{
    char *text = plain_ask(p, _("Which finding: its place in the list?"), NULL);
    size_t at = text ? plain_position(p, text, list->n) : 0;

    if (text && !at)
        plain_say(p, _("%s is no row of this list"), text);
    free(text);
    return at;
}

static void
withdraw(struct plain *p, const struct findings *list)
{
    size_t at = which(p, list);
    struct rc_error err = {0};
    char *why;

    if (!at)
        return;
    why = plain_ask(p, _("Withdraw the finding: for what reason?"), NULL);
    if (why)
        plain_done(p,
                   inspect_finding_close(p->app, list->rows[at - 1].wagon, list->rows[at - 1].uuid,
                                         "withdrawn", why, &err),
                   &err);
    free(why);
}

/* The set that the train is inspected with. */
static const struct checklist *
set_of(struct plain *p, int64_t train, struct rc_error *err)
{
    struct trains trains = {0};
    const struct checklist *set = NULL;

    if (store_train(p->app->store, train, &trains, err) && trains.n)
        set = app_set(p->app, trains.rows[0].checklist, err);
    trains_release(&trains);
    return set;
}

void
plain_findings(struct plain *p, int64_t train, int64_t wagon)
{
    struct rc_error err = {0};
    const struct checklist *set = set_of(p, train, &err);
    int act = PLAIN_AGAIN;

    if (!set) {
        plain_error(p, &err);
        return;
    }
    while (!p->over && act != PLAIN_BACK) {
        struct findings list = {0};
        size_t at;

        if (!store_findings(p->app->store, train, wagon, &list, &err)) {
            plain_error(p, &err);
            findings_release(&list);
            return;
        }
        if (!p->quiet)
            plain_say(p, _("Findings: %zu"), list.n);
        for (size_t i = 0; !p->quiet && i < list.n; i++)
            say_row(p, set, i + 1, &list.rows[i], !wagon);
        act = plain_command(p, findings_commands, ARRAY_LEN(findings_commands), "pb",
                            _("findings: number opens one; h back"));
        at = act == 0 ? plain_position(p, p->line, list.n) : 0;
        if (act == FINDINGS_WITHDRAW)
            withdraw(p, &list);
        else if (act == FINDINGS_FILES && (at = which(p, &list)) != 0)
            plain_files(p, list.rows[at - 1].wagon, list.rows[at - 1].uuid);
        else if (at)
            plain_finding(p, list.rows[at - 1].wagon, list.rows[at - 1].uuid);
        else if (act == 0)
            plain_unknown(p);
        findings_release(&list);
    }
}
