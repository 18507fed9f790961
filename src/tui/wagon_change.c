/* SPDX-License-Identifier: ISC */
/* What the wagon screen changes: each function one use case, then the screen shows how it went. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/wagon_view.h"
#include "tui/words.h"

void
pending_release(struct pending *p)
{
    free(p->value);
    free(p->reason);
    free(p->note);
    free(p->name);
    *p = (struct pending){0};
}

bool
wagon_failed(const struct screen *s)
{
    return s->ui->message[0] && s->ui->message_is_error;
}

/* Saved: shows it. Refused for want of a reason: keeps the change and asks. Else says why not. */
static struct effect
outcome(struct screen *s, bool saved, const struct rc_error *err, const struct pending *change)
{
    struct wagon_view *v = s->data;
    struct rc_error again = {0};

    if (!saved && err->code == RC_E_WHY_NEEDED && change) {
        struct pending kept = {
            .what = change->what,
            .state = change->state,
            .value = rc_strdup(change->value),
            .reason = rc_strdup(change->reason),
            .note = rc_strdup(change->note),
            .name = rc_strdup(change->name),
        };

        pending_release(&v->pending);
        v->pending = kept;
        return effect_push(screen_ask_why(s->ui, ASK_WHY));
    }
    if (!saved) {
        ui_error(s->ui, err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    if (!wagon_reload(s, &again))
        ui_error(s->ui, &again);
    return effect_redraw();
}

/* At the end of the list, with something open above. */
static void
say_left(struct screen *s)
{
    const struct wagon_view *v = s->data;
    const struct inspection *in = &v->work.in;
    size_t left = in->n - inspection_done(in), gated = 0;

    for (size_t i = 0; i < in->n; i++)
        gated += in->lines[i].gated && !line_done(in, &in->lines[i]);
    if (!inspection_missing(in, NULL, 0) && v->work.wagon->position > 0)
        ui_say(s->ui, _("what must be answered is; left open: %zu. d closes the wagon"), left);
    else if (gated)
        ui_say(s->ui, _("end of the list; left: %zu, of these %zu wait for gates: y, or b"), left,
               gated);
    else
        ui_say(s->ui, _("end of the list; left: %zu, on from the first of them"), left);
}

void
wagon_go_on(struct screen *s)
{
    struct wagon_view *v = s->data;
    const struct inspection *in = &v->work.in;
    size_t at = v->at, next = wagon_next_line(v, at);

    if (at < in->n && !line_done(in, &in->lines[at]))
        return; /* "rest of zone" left it open: it wants a look of its own */
    if (next < in->n) {
        wagon_go_to(v, next);
        if (next < at)
            say_left(s);
        return;
    }
    if (v->at + 1 < in->n)
        wagon_go_to(v, v->at + 1);
    if (!wagon_is_closed(v->work.state) && v->work.wagon->position > 0)
        ui_say(s->ui, "%s", _("all items answered: d closes the wagon"));
}

struct effect
wagon_answer(struct screen *s, enum answer_state state, const char *value, const char *reason,
             const char *note, const char *why)
{
    struct wagon_view *v = s->data;
    const struct line *line = wagon_line(v);
    const struct answer answer = {.state = state, .value = value, .reason = reason, .note = note};
    const struct pending change = {.what = ASK_VALUE,
                                   .state = state,
                                   .value = (char *)(uintptr_t)value,
                                   .reason = (char *)(uintptr_t)reason,
                                   .note = (char *)(uintptr_t)note};
    struct rc_error err = {0};
    struct effect effect;
    bool outside = false, saved, only_note;
    const char *limits;

    if (!line)
        return effect_none();
    only_note = note && state == line->answer.state && !value && !reason;
    limits = words_in(&line->item->constraint_message, wagon_lang(v));
    saved = inspect_answer(s->ui->app, v->wagon, line->key, &answer, why, &outside, &err);
    effect = outcome(s, saved, &err, &change);
    if (!saved || only_note)
        return effect;
    if (outside)
        ui_say(s->ui, _("%s. f raises a finding"), *limits ? limits : _("outside the limits"));
    else
        wagon_go_on(s);
    return effect;
}

struct effect
wagon_rest_ok(struct screen *s)
{
    struct wagon_view *v = s->data;
    struct rc_error err = {0};
    struct effect effect;
    size_t n = 0;
    bool saved;

    if (!wagon_line(v))
        return effect_none();
    saved = inspect_zone_ok(s->ui->app, v->wagon, v->key, &n, &err);
    effect = outcome(s, saved, &err, NULL);
    if (saved) {
        wagon_go_on(s);
        ui_say(s->ui,
               tr_n("%zu item of the zone OK; u takes it back",
                    "%zu items of the zone OK; u takes it back", n),
               n);
    }
    return effect;
}

struct effect
wagon_gated(struct screen *s)
{
    struct wagon_view *v = s->data;
    struct rc_error err = {0};
    struct effect effect;
    size_t n = 0;
    bool saved = inspect_zone_gated(s->ui->app, v->wagon, v->key, &n, &err);

    effect = outcome(s, saved, &err, NULL);
    if (saved) {
        wagon_go_on(s);
        ui_say(s->ui,
               tr_n("%zu item not accessible: gate not confirmed",
                    "%zu items not accessible: gate not confirmed", n),
               n);
    }
    return effect;
}

struct effect
wagon_same(struct screen *s)
{
    struct wagon_view *v = s->data;
    struct rc_error err = {0};
    struct effect effect;
    bool saved;

    if (!wagon_line(v))
        return effect_none();
    saved = inspect_copy(s->ui->app, v->wagon, v->key, &err);
    effect = outcome(s, saved, &err, NULL);
    if (saved)
        wagon_go_on(s);
    return effect;
}

struct effect
wagon_finding(struct screen *s, const char *category, const char *why)
{
    struct wagon_view *v = s->data;
    const struct line *line = wagon_line(v);
    const struct pending change = {.what = ASK_CATEGORY, .name = (char *)(uintptr_t)category};
    struct finding f = finding_blank(category, 0);
    struct rc_error err = {0};
    const struct words *stop;
    char id[40];

    if (!line)
        return effect_none();
    f.item = line->key;
    f.zone = line->item->zone->name;
    f.severity = line->item->severity;
    if (!inspect_finding(s->ui->app, v->wagon, &f, why, id, &err))
        return outcome(s, false, &err, &change);
    outcome(s, true, &err, NULL);
    snprintf(s->ui->category, sizeof s->ui->category, "%s", category);
    snprintf(v->finding, sizeof v->finding, "%s", id);
    wagon_go_on(s);
    s->ui->message[0] = '\0'; /* the form comes first */
    stop = finding_stop_work(v->work.set, &f);
    if (stop) { /* what to do about a danger to life comes before its description */
        struct screen *notice = screen_stop(s->ui, words_in(stop, wagon_lang(v)));

        notice->tag = ASK_STOP;
        return effect_push(notice);
    }
    return effect_push(screen_finding(s->ui, v->wagon, id));
}

struct effect
wagon_change(struct screen *s, enum wagon_ask what, const char *value, const char *why)
{
    struct wagon_view *v = s->data;
    const struct pending change = {.what = what, .value = (char *)(uintptr_t)value};
    struct rc_error err = {0};
    int64_t level = 0;

    if (what == ASK_LEVEL)
        number_integer(value, &level);
    return outcome(s,
                   inspect_change(s->ui->app, v->wagon, what == ASK_KIND ? value : NULL, (int)level,
                                  why, &err),
                   &err, &change);
}

struct effect
wagon_repeat(struct screen *s, const char *why)
{
    struct wagon_view *v = s->data;
    struct pending change = v->pending;
    struct effect effect;

    v->pending = (struct pending){0};
    snprintf(s->ui->reason, sizeof s->ui->reason, "%s", why);
    switch (change.what) {
    case ASK_VALUE:
        effect = wagon_answer(s, change.state, change.value, change.reason, change.note, why);
        break;
    case ASK_CATEGORY:
        effect = wagon_finding(s, change.name, why);
        break;
    case ASK_LEVEL:
    case ASK_KIND:
        effect = wagon_change(s, change.what, change.value, why);
        break;
    default:
        effect = effect_redraw();
        break;
    }
    pending_release(&change);
    return effect;
}

struct effect
wagon_confirm(struct screen *s, const char *name)
{
    struct wagon_view *v = s->data;
    const struct line *line = wagon_line(v);
    const struct gate *gate = line ? wagon_gate_at(v, line) : NULL;
    struct rc_error err = {0};

    if (!gate)
        return effect_none();
    return outcome(s, inspect_gates_confirm(s->ui->app, v->wagon, &gate->code, 1, name, &err), &err,
                   NULL);
}

struct effect
wagon_toggle(struct screen *s, const char *choice)
{
    struct wagon_view *v = s->data;
    const struct line *line = wagon_line(v);
    const char *now = line && line->answer.value ? line->answer.value : "";
    struct buf value = {0};
    struct effect effect;
    char key[64];
    bool was = false;

    if (!line)
        return effect_none();
    while (*now) {
        size_t len = strcspn(now, " ");

        if (len == strlen(choice) && strncmp(now, choice, len) == 0)
            was = true;
        else
            buf_addf(&value, "%s%.*s", value.len ? " " : "", (int)len, now);
        now += len + (now[len] == ' ');
    }
    if (!was)
        buf_addf(&value, "%s%s", value.len ? " " : "", choice);
    snprintf(key, sizeof key, "%s", line->key);
    effect = wagon_answer(s, value.len ? ANSWER_VALUE : ANSWER_NONE,
                          value.len ? buf_text(&value) : NULL, NULL, NULL, NULL);
    if (effect.kind == EFFECT_REDRAW) {
        wagon_go_to(v, inspection_find(&v->work.in, key)); /* there may be more to choose */
        if (!wagon_failed(s))
            ui_say(s->ui, "%s", _("Enter takes another one in or out, F6 goes on"));
    }
    buf_release(&value);
    return effect;
}

/* The marks of all lines, in their order. */
static char *
marks_of(const struct inspection *in)
{
    char *marks = rc_alloc(in->n + 1, 1);

    for (size_t i = 0; i < in->n; i++)
        marks[i] = line_mark(&in->lines[i]);
    marks[in->n] = '\0';
    return marks;
}

/* Undoes or redoes, and goes to the first line that it has changed: there one answers again. */
struct effect
wagon_step(struct screen *s, bool redo)
{
    struct wagon_view *v = s->data;
    char *before = marks_of(&v->work.in), *after;
    struct rc_error err = {0};
    char what[40];
    bool saved = redo ? inspect_redo(s->ui->app, v->wagon, what, &err)
                      : inspect_undo(s->ui->app, v->wagon, what, &err);
    struct effect effect = outcome(s, saved, &err, NULL);

    after = marks_of(&v->work.in);
    if (saved) {
        size_t at = 0;

        while (before[at] && before[at] == after[at])
            at++;
        /* Another level or kind asks other lines: the cursor stays where it was. */
        if (strlen(before) == strlen(after) && after[at])
            wagon_go_to(v, at);
        ui_say(s->ui, redo ? _("brought back: %s") : _("undone: %s"), words_step(what));
    }
    free(before);
    free(after);
    return effect;
}

int64_t
wagon_next_open(const struct screen *s)
{
    const struct wagon_view *v = s->data;
    size_t here = 0, n = v->consist.n;

    for (size_t i = 0; i < n; i++) {
        if (v->consist.rows[i].id == v->wagon)
            here = i;
    }
    for (size_t i = 1; i < n; i++) {
        const struct wagon_row *w = &v->consist.rows[walking_row(&v->walk, here, i, n)];
        enum wagon_state state = WAGON_NOT_STARTED;

        wagon_state_parse(w->state, &state);
        if (state != WAGON_STRUCK && !wagon_is_closed(state))
            return w->id;
    }
    return 0;
}

/* What is missing; Enter there comes back here, to the item. */
static struct effect
push_missing(struct screen *s)
{
    const struct wagon_view *v = s->data;
    struct screen *missing = screen_missing(s->ui, v->work.train->id, v->wagon);

    missing->tag = ASK_MISSING;
    return effect_push(missing);
}

struct effect
wagon_close(struct screen *s)
{
    struct wagon_view *v = s->data;
    int position = v->work.wagon->position;
    struct rc_error err = {0};
    int64_t next;

    if (!position) {
        ui_say(s->ui, "%s", _("the train's own list is not closed; submitting takes it along"));
        return effect_redraw();
    }
    if (!inspect_close(s->ui->app, v->wagon, &err)) {
        ui_error(s->ui, &err);
        if (err.code == RC_E_WAGON_MISSING)
            return push_missing(s);
        return effect_redraw();
    }
    ui_saved(s->ui);
    next = wagon_next_open(s);
    ui_say(s->ui, next ? _("wagon %d closed") : _("wagon %d closed; it was the last one"),
           position);
    return next ? effect_replace(screen_wagon(s->ui, next, "")) : effect_pop(s, NULL);
}

struct effect
wagon_return(struct screen *s, const char *reason)
{
    struct wagon_view *v = s->data;
    struct rc_error err = {0};
    bool saved = review_return(s->ui->app, v->wagon, v->key, NULL, reason, &err);
    struct effect effect = outcome(s, saved, &err, NULL);

    if (saved)
        ui_say(s->ui, _("returned: %s"), v->key);
    return effect;
}

struct effect
wagon_strike(struct screen *s, const char *reason)
{
    struct wagon_view *v = s->data;
    struct rc_error err = {0};
    bool saved = inspect_strike(s->ui->app, v->wagon, reason, &err);
    struct effect effect = outcome(s, saved, &err, NULL);

    if (saved)
        ui_say(s->ui, "%s", _("struck out; u takes it back"));
    return effect;
}
