/* SPDX-License-Identifier: ISC */
/* Plain mode: finding a wagon by place, last digits, seal or words, in this train and in others. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"
#include "tui/hits.h"

static void
say_hit(struct plain *p, size_t i, const struct hit *hit)
{
    struct buf line = {0};

    buf_addf(&line, "%zu: ", i);
    if (*hit->train)
        buf_addf(&line, _("train %s, "), hit->train);
    if (hit->position)
        buf_addf(&line, _("wagon %d, %s"), hit->position, hit->number);
    else
        buf_adds(&line, _("checklist of the train itself"));
    if (*hit->cargo)
        buf_addf(&line, ", %s", hit->cargo);
    buf_addf(&line, _("; found by: %s"), hit->how);
    plain_say(p, "%s", buf_text(&line));
    buf_release(&line);
}

/* The place of the hit that is meant, from 1 on; 0 none. */
static size_t
choose_hit(struct plain *p, const struct hits *hits)
{
    char *text;
    size_t at;

    plain_say(p, _("Found: %zu"), hits->n);
    for (size_t i = 0; i < hits->n; i++)
        say_hit(p, i + 1, &hits->list[i]);
    if (hits->n == HITS_MAX)
        plain_say(p, "%s", _("There may be more: type more of it."));
    text = plain_ask(p, _("Which of them?"), NULL);
    at = text ? plain_position(p, text, hits->n) : 0;
    if (text && !at)
        plain_say(p, _("%s is no row of this list"), text);
    free(text);
    return at;
}

/* Is the first hit the only one that can be meant: a place in the present train, or one alone? A
 * wagon of another train is not gone to unasked from within a train. */
static bool
is_clear(const struct hits *hits)
{
    const struct hit *first = &hits->list[0];
    char position[16];

    if (hits->n == 1 && strcmp(first->how, _("one digit away")) != 0)
        return !*first->train || !hits->train;
    snprintf(position, sizeof position, "%d", first->position);
    return !*first->train && strcmp(position, hits->as_number) == 0;
}

int64_t
plain_find(struct plain *p, int64_t train, const char *text)
{
    struct hits hits = {0};
    struct rc_error err = {0};
    int64_t wagon = 0;
    size_t at = 0;

    if (!hits_train(&hits, p->app, train, &err)) {
        plain_error(p, &err);
        hits_release(&hits);
        return 0;
    }
    hits_find(&hits, &p->layouts, p->layout, text);
    p->quiet = !hits.n;
    if (!hits.n)
        plain_say(p,
                  _("Nothing found for %s: type a place in the train, three or more last "
                    "digits, a seal number, or the beginning of a word"),
                  text);
    else if (!is_clear(&hits))
        at = choose_hit(p, &hits);
    else
        at = 1;
    if (at == 1 && *hits.list[0].train && !train)
        say_hit(p, 1, &hits.list[0]);
    if (at)
        wagon = hits.list[at - 1].wagon;
    hits_release(&hits);
    return wagon;
}

int64_t
plain_ask_find(struct plain *p, int64_t train)
{
    char *text = plain_ask(p, _("Find a wagon, a seal, a text:"), NULL);
    int64_t wagon = text ? plain_find(p, train, text) : 0;

    free(text);
    return wagon;
}
