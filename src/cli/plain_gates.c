/* SPDX-License-Identifier: ISC */
/* Plain mode: gates, their warnings in words, who confirmed them and when. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "i18n/i18n.h"

enum { GATES_CONFIRM = 1, GATES_WITHDRAW };

static const struct plain_command gates_commands[] = {
    {GATES_CONFIRM, 'y', N_("confirm"), N_("confirms a gate; its place in the list follows")},
    {GATES_WITHDRAW, 'b', N_("withdraw"), N_("withdraws a confirmation; its place follows")},
};

struct gates_place {
    struct plain *p;
    int64_t wagon;
    bool whole_train;
    struct work work;
    size_t shown[CHECKLIST_GATES]; /* positions in the set */
    size_t n;
};

static void
say_gate(const struct gates_place *g, size_t i)
{
    const struct gate *gate = &g->work.set->gates[g->shown[i]];
    const struct gate_row *confirmed = work_gate(&g->work, gate->code);
    size_t lang = checklist_lang(g->work.set, i18n_codes());

    if (confirmed) {
        struct moment at = {confirmed->at, confirmed->offset_min};
        char when[MOMENT_TEXT];

        plain_say(g->p, _("%zu %s %s CONFIRMED %s by %s, recorded by %s"), i + 1, gate->code,
                  words_in(&gate->label, lang), moment_text(at, MOMENT_DAY_CLOCK, when),
                  confirmed->name, confirmed->officer);
    } else {
        plain_say(g->p, "%zu %s %s %s. %s", i + 1, gate->code, words_in(&gate->label, lang),
                  gate->scope == SCOPE_TRAIN ? _("no: whole train") : _("no: this wagon"),
                  words_in(&gate->warning, lang));
    }
}

static void
set_gate(const struct gates_place *g, bool confirm)
{
    struct plain *p = g->p;
    char *text = plain_ask(p, _("Which gate: its place in the list?"), NULL), *name = NULL;
    size_t at = text ? plain_position(p, text, g->n) : 0;
    struct rc_error err = {0};
    const struct gate *gate;

    free(text);
    if (!at)
        return;
    gate = &g->work.set->gates[g->shown[at - 1]];
    if (confirm && gate->scope == SCOPE_TRAIN) {
        name = plain_ask(p, _("Who confirmed it?"), *p->gate_name ? p->gate_name : p->app->officer);
        if (!name)
            return;
        snprintf(p->gate_name, sizeof p->gate_name, "%s", name);
    }
    if (confirm)
        plain_done(p,
                   inspect_gates_confirm(p->app, g->wagon, &gate->code, 1,
                                         name ? name : p->app->officer, &err),
                   &err);
    else if (!work_gate(&g->work, gate->code))
        plain_say(p, "%s", _("this gate is not confirmed"));
    else
        plain_done(p,
                   inspect_gates_withdraw(p->app, g->wagon, &gate->code, 1, p->app->officer, &err),
                   &err);
    free(name);
}

void
plain_gates(struct plain *p, int64_t wagon, bool whole_train)
{
    int act = PLAIN_AGAIN;

    while (!p->over && act != PLAIN_BACK) {
        struct gates_place g = {.p = p, .wagon = wagon, .whole_train = whole_train};
        struct rc_error err = {0};

        if (!work_open(p->app, wagon, &g.work, &err)) {
            plain_error(p, &err);
            return;
        }
        for (size_t i = 0; i < g.work.set->n_gates; i++) {
            if (work_gate_concerns(&g.work, i, g.whole_train))
                g.shown[g.n++] = i;
        }
        for (size_t i = 0; !p->quiet && i < g.n; i++)
            say_gate(&g, i);
        act = plain_command(p, gates_commands, ARRAY_LEN(gates_commands), "yb", _("gates: h back"));
        if (act > 0)
            set_gate(&g, act == GATES_CONFIRM);
        else if (act == 0)
            plain_unknown(p);
        work_release(&g.work);
    }
}
