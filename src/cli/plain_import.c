/* SPDX-License-Identifier: ISC */
/* Plain mode: a train list, read, said, and listed whole, without its wrong rows, or as a corrected
 * list of a train in work. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/choices.h"
#include "tui/words.h"

enum { IMPORT_SAVE = 1, IMPORT_REST, IMPORT_ENCODING, IMPORT_WAGONS };

static const struct plain_command import_commands[] = {
    {IMPORT_SAVE, 'y', N_("list"), N_("lists the train, or corrects the one that is in work")},
    {IMPORT_REST, 'r', N_("rest"), N_("lists the rows that are right; the others go to a file")},
    {IMPORT_ENCODING, 'e', N_("encoding"), N_("reads the list in another encoding")},
    {IMPORT_WAGONS, 'l', N_("wagons"), N_("says the wagons of the list")},
};

struct import_place {
    struct plain *p;
    const char *file;
    struct consist_choice choice;
    struct import import;
    bool over;  /* listed, or left */
    bool again; /* to be read again, as choice says now */
};

static const char *
or_dash(const char *text)
{
    return text && *text ? text : "-";
}

/* Every error and warning on a line of its own. */
static void
say_notes(struct plain *p, const struct notes *notes, const char *word)
{
    for (size_t i = 0; i < notes->n; i++) {
        struct buf line = {0};

        message_line(&line, &notes->list[i]);
        plain_say(p, "%s: %s", word, buf_text(&line));
        buf_release(&line);
    }
}

static void
say_list(const struct import_place *v)
{
    const struct import *import = &v->import;
    const struct consist *c = &import->consist;
    char separator[2] = {c->delimiter, '\0'}, when[MOMENT_TEXT];
    struct buf arrived = {0};

    say_notes(v->p, &import->errors, _("error"));
    say_notes(v->p, &import->warnings, _("warning"));
    if (c->arrived.ms)
        buf_addf(&arrived, "%s %s", import_weekday(c->arrived),
                 moment_text(c->arrived, MOMENT_SCREEN, when));
    plain_say(v->p, _("Train %s, index %s, arrived %s"), or_dash(c->train_no),
              or_dash(c->train_index), or_dash(buf_text(&arrived)));
    buf_release(&arrived);
    plain_say(v->p, _("wagons %zu, rows rejected %zu of %zu, errors %zu, warnings %zu"), c->n,
              c->n_rejected, c->rows, import->errors.n, import->warnings.n);
    if (c->delimiter)
        plain_say(v->p, _("encoding %s, separator %s"), or_dash(c->encoding),
                  c->delimiter == '\t' ? _("tab") : separator);
    else
        plain_say(v->p, _("encoding %s, %s"), or_dash(c->encoding), or_dash(import_format(import)));
    if (import->mapping)
        plain_say(v->p, _("columns as chosen before for %s"), import->mapping);
    if (import->already)
        plain_say(v->p, "%s", _("This very file is listed already."));
    else if (import->errors.n && c->usable)
        plain_say(v->p, "%s", _("Rows are rejected: r lists the others."));
    else if (import->errors.n)
        plain_say(v->p, "%s",
                  _("The list has errors: nothing is listed. Mend the file, then again."));
}

static void
say_wagons(const struct import_place *v)
{
    const struct consist *c = &v->import.consist;
    const struct checklist *set = app_set(v->p->app, 0, NULL);

    for (size_t i = 0; i < c->n; i++) {
        const struct consist_wagon *w = &c->wagons[i];
        const struct sheet *sheet = set ? checklist_sheet(set, w->kind) : NULL;
        const struct wagon_row row = {.cargo_name = w->cargo_name,
                                      .cargo_etsng = w->cargo_etsng,
                                      .cargo_gng = w->cargo_gng,
                                      .un_no = w->un_no};
        char cargo[CODE_NAME];

        plain_say(v->p, "%d: %s, %s, %s", w->position, w->number,
                  sheet ? words_in(&sheet->label, checklist_lang(set, i18n_codes())) : _("kind?"),
                  or_dash(words_cargo(v->p->app, &row, cargo)));
    }
    v->p->quiet = true;
}

/* What a message does not say and people can. */
static void
ask_told(struct import_place *v)
{
    const struct consist *c = &v->import.consist;
    struct made_list made = {0};
    char *chosen;

    if (c->asks_section)
        made_sections(&made, c);
    else
        made_ends(&made);
    chosen = plain_choose(v->p,
                          c->asks_section ? _("The wagons of which section of the journey?")
                                          : _("The first wagon of the list stands at which end?"),
                          &made.list, NULL, NULL, false);
    if (chosen && c->asks_section)
        v->choice.told.section = (unsigned)strtoul(chosen, NULL, 10);
    else if (chosen)
        v->choice.told.from = strcmp(chosen, "head") == 0 ? FROM_HEAD : FROM_TAIL;
    made_release(&made);
    v->again = chosen != NULL;
    free(chosen);
}

/* False: it was not listed. */
static bool
list_train(struct import_place *v)
{
    struct rc_error err = {0};
    int64_t train = 0;
    bool added = false;

    if (!import_save(v->p->app, &v->import, LEVEL_MIN, &train, &added, &err)) {
        plain_error(v->p, &err);
        return false;
    }
    if (added)
        plain_saved(v->p);
    v->over = true;
    plain_train(v->p, train);
    return true;
}

/* --- a corrected list --- */

static void
say_change(struct plain *p, const struct correction *c)
{
    static const char *const words[CORRECTIONS] = {
        [CORRECTION_ATTACHED] = N_("attached"),
        [CORRECTION_DETACHED] = N_("detached"),
        [CORRECTION_MOVED] = N_("moved"),
        [CORRECTION_CHANGED] = N_("changed"),
    };
    struct buf line = {0};

    buf_addf(&line, "%s: %s, ", _(words[c->kind]), c->number);
    if (c->from && c->to && c->from != c->to)
        buf_addf(&line, _("position %d -> %d"), c->from, c->to);
    else
        buf_addf(&line, _("position %d"), c->from ? c->from : c->to);
    if (c->worked_on)
        buf_addf(&line, "; %s", _("work on it stays"));
    if (c->facts)
        buf_addf(&line, "; %s", c->facts);
    plain_say(p, "%s", buf_text(&line));
    buf_release(&line);
}

/* Says what the list changes on the train in work, and changes it when one says yes. */
static void
correct(struct import_place *v)
{
    struct corrections changes = {0}, done = {0};
    struct plain *p = v->p;
    struct rc_error err = {0};
    int64_t open = v->import.open;

    if (!import_compare(p->app, &v->import, open, &changes, &err)) {
        plain_error(p, &err);
        return;
    }
    for (size_t i = 0; i < changes.n; i++)
        say_change(p, &changes.list[i]);
    if (!changes.n) {
        plain_say(p, "%s", _("The list changes nothing on the train"));
    } else if (plain_yes(p, _("Change the train so? y for yes:"))) {
        v->over = import_correct(p->app, &v->import, open, &done, &err);
        if (plain_done(p, v->over, &err)) {
            plain_say(p, _("attached %zu, detached %zu, moved %zu, changed %zu"),
                      done.count[CORRECTION_ATTACHED], done.count[CORRECTION_DETACHED],
                      done.count[CORRECTION_MOVED], done.count[CORRECTION_CHANGED]);
            plain_train(p, open);
        }
        corrections_release(&done);
    }
    corrections_release(&changes);
}

/* --- what is typed --- */

static void
save(struct import_place *v)
{
    const struct import *import = &v->import;
    struct made_list made = {0};
    char *chosen;

    if (!import->already && !import->errors.n &&
        (import->consist.asks_from || import->consist.asks_section)) {
        ask_told(v);
        return;
    }
    if (import->errors.n || !import->open || import->already) { /* errors are said */
        list_train(v);
        return;
    }
    made_open(&made);
    chosen =
        plain_choose(v->p, _("A train with this number is in work"), &made.list, NULL, NULL, false);
    made_release(&made);
    if (chosen && strcmp(chosen, "correct") == 0)
        correct(v);
    else if (chosen)
        list_train(v);
    free(chosen);
}

/* The rejected rows are on the disk before the others are listed. */
static void
save_rest(struct import_place *v)
{
    const struct consist *c = &v->import.consist;
    struct rc_error err = {0};
    char *path = NULL;

    if (!v->import.errors.n || !c->usable) {
        save(v);
        return;
    }
    if (!v->import.already && (c->asks_from || c->asks_section)) {
        ask_told(v);
        return;
    }
    if (!import_write_rejected(v->p->app, &v->import, NULL, &path, &err)) {
        plain_error(v->p, &err);
        return;
    }
    plain_say(v->p, _("rejected rows: %s"), path);
    free(path);
    v->import.accept_rest = true;
    if (!list_train(v))
        v->import.accept_rest = false;
}

static void
choose_encoding(struct import_place *v)
{
    struct choice choices[16];
    struct choice_list list = {.name = "encoding", .choices = choices};
    char *chosen;

    if (strcmp(v->import.consist.format, "taf") == 0) {
        plain_say(v->p, "%s", _("XML says its encoding itself: the chosen one is not used"));
        return;
    }
    for (; list.n < ARRAY_LEN(choices) && consist_encoding(list.n); list.n++)
        choices[list.n] = (struct choice){.name = consist_encoding(list.n),
                                          .label.in[0] = consist_encoding(list.n)};
    chosen = plain_choose(v->p, _("Read the list in which encoding?"), &list, NULL, NULL, false);
    for (size_t i = 0; chosen && i < list.n; i++) {
        if (strcmp(chosen, choices[i].name) == 0)
            v->choice.encoding = choices[i].name;
    }
    v->again = chosen != NULL;
    free(chosen);
}

/* Reads the list and does what is typed until it is listed, left, or to be read again. */
static void
on_list(struct import_place *v)
{
    v->p->quiet = false;
    while (!v->p->over && !v->over && !v->again) {
        int act;

        if (!v->p->quiet)
            say_list(v);
        act = plain_command(v->p, import_commands, ARRAY_LEN(import_commands),
                            !v->import.errors.n        ? "yel"
                            : v->import.consist.usable ? "re"
                                                       : "e",
                            _("list of a train: h back"));
        if (act == IMPORT_SAVE)
            save(v);
        else if (act == IMPORT_REST)
            save_rest(v);
        else if (act == IMPORT_ENCODING)
            choose_encoding(v);
        else if (act == IMPORT_WAGONS)
            say_wagons(v);
        else if (act == 0)
            plain_unknown(v->p);
        v->over = v->over || act == PLAIN_BACK;
    }
}

void
plain_import(struct plain *p, const char *file)
{
    struct import_place v = {.p = p, .file = file, .choice.told.from = FROM_UNKNOWN, .again = true};

    while (v.again && !p->over) {
        struct rc_error err = {0};

        v.again = false;
        if (!import_read_as(p->app, file, &v.choice, &v.import, &err)) {
            plain_error(p, &err);
            break;
        }
        on_list(&v);
        import_release(&v.import);
    }
}
