/* SPDX-License-Identifier: ISC */
/* Plain mode: what was recorded on a train or wagon, and the other passages of a wagon. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/log_words.h"
#include "tui/words.h"

#define EVENTS 500
#define EVENTS_PAGE 20
#define PASSAGES 200
#define PASSAGES_PAGE 20

/* --- the log --- */

enum { LOG_OLDER = 1 };

static const struct plain_command log_commands[] = {
    {LOG_OLDER, 'j', N_("older"), N_("what was recorded before")},
};

static void
say_event(struct plain *p, const struct checklist *set, const struct log *log,
          const struct log_row *row)
{
    struct moment at = {row->at, row->offset_min};
    char when[MOMENT_TEXT];
    struct buf words = {0};

    words_log_row(&words, set, log, row);
    plain_say(p, _("%s, badge %s: %s%s%s%s"), moment_text(at, MOMENT_SCREEN, when), row->officer,
              words_event(row->kind), words.len ? ": " : "", buf_text(&words),
              row->undone ? _(" (undone later)") : "");
    buf_release(&words);
}

/* The set that the train is inspected with; says why there is none. */
static const struct checklist *
set_of(struct plain *p, int64_t train)
{
    struct trains trains = {0};
    struct rc_error err = {0};
    const struct checklist *set = NULL;

    if (store_train(p->app->store, train, &trains, &err) && trains.n)
        set = app_set(p->app, trains.rows[0].checklist, &err);
    if (!set)
        plain_error(p, &err);
    trains_release(&trains);
    return set;
}

void
plain_log(struct plain *p, int64_t train, int64_t wagon)
{
    const struct checklist *set = set_of(p, train);
    struct log log = {0};
    struct rc_error err = {0};
    int act = LOG_OLDER;
    size_t at = 0;

    if (!set)
        return;
    if (!store_log(p->app->store, train, wagon, EVENTS, &log, &err)) {
        plain_error(p, &err);
        log_release(&log);
        return;
    }
    plain_say(p, _("Log, the newest first: %zu"), log.n);
    while (act > 0 && at < log.n && !p->over) {
        for (size_t i = 0; i < EVENTS_PAGE && at < log.n; i++)
            say_event(p, set, &log, &log.rows[at++]);
        do {
            act = at < log.n ? plain_command(p, log_commands, ARRAY_LEN(log_commands), "j",
                                             _("log: h back"))
                             : PLAIN_BACK;
            if (act == 0)
                plain_unknown(p);
        } while (!p->over && (act == 0 || act == PLAIN_AGAIN));
    }
    log_release(&log);
}

/* --- other passages --- */

static void
say_passage(struct plain *p, size_t i, const struct wagon_row *w)
{
    struct trains trains = {0};
    struct rc_error err = {0};
    char when[MOMENT_TEXT] = "-", cargo[CODE_NAME];

    if (!store_train(p->app->store, w->train, &trains, &err))
        plain_error(p, &err);
    if (trains.n) {
        struct moment arrived = {trains.rows[0].arrived_at, trains.rows[0].arrived_offset};

        if (arrived.ms)
            moment_text(arrived, MOMENT_SCREEN, when);
        plain_say(p, _("%zu: train %s, %s, position %d, %s, findings %d, seals %d of %d%s, %s"), i,
                  trains.rows[0].number, when, w->position, words_wagon_state(w->state),
                  w->findings, w->seals_read, w->seals_expected,
                  w->seals_bad ? _(", SEALS DO NOT MATCH") : "", words_cargo(p->app, w, cargo));
    }
    trains_release(&trains);
}

/* Asks for one of the n passages said so far; more: an empty line goes on. The place, 0 none. */
static size_t
ask_passage(struct plain *p, size_t n, bool more, bool *on)
{
    char *text;
    size_t at;

    text = plain_ask(p,
                     more ? _("Which passage is opened? more says further ones:")
                          : _("Which passage is opened?"),
                     NULL);
    at = text ? plain_position(p, text, n) : 0;
    *on = false;
    if (text && !at) {
        bool exact = false;

        *on = more && (plain_begins(_("more"), text, &exact) || plain_begins("more", text, &exact));
        if (!*on)
            plain_say(p, _("%s is no row of this list"), text);
    }
    free(text);
    return at;
}

int64_t
plain_history(struct plain *p, int64_t wagon)
{
    struct wagons here = {0}, passages = {0};
    struct rc_error err = {0};
    struct store *store = p->app->store;
    size_t said = 0, at = 0;
    int64_t chosen = 0;
    bool on = true;

    if (!store_wagon(store, wagon, &here, &err) ||
        (here.n &&
         !store_wagon_history(store, here.rows[0].number, wagon, PASSAGES, &passages, &err)))
        plain_error(p, &err);
    else if (!passages.n)
        plain_say(p, "%s", _("This number has not passed here before."));
    else
        plain_say(p, _("Other passages of this wagon: %zu"), passages.n);
    while (on && !at && passages.n && !p->over) {
        for (size_t i = 0; i < PASSAGES_PAGE && said < passages.n; i++, said++)
            say_passage(p, said + 1, &passages.rows[said]);
        at = ask_passage(p, said, said < passages.n, &on);
    }
    if (at)
        chosen = passages.rows[at - 1].id;
    wagons_release(&here);
    wagons_release(&passages);
    return chosen;
}
