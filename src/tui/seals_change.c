/* SPDX-License-Identifier: ISC */
/* What the seals screen changes, and what it says about a number just read. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/seals_view.h"

/* Does the change n, text; what the reading was goes to reading. */
static bool
perform(struct screen *s, enum seal_change change, int n, const char *text, const char *why,
        struct seal_reading *reading, struct rc_error *err)
{
    struct seals_view *v = s->data;
    struct app *app = s->ui->app;

    switch (change) {
    case CHANGE_READ:
        return inspect_seal_read(app, v->wagon, n, text, "", why, reading, err);
    case CHANGE_CHECKS:
        return inspect_seal_checks(app, v->wagon, n, text, "", why, err);
    case CHANGE_MISSING:
        return inspect_seal_missing(app, v->wagon, n, why, err);
    case CHANGE_NO_ACCESS:
        return inspect_seal_no_access(app, v->wagon, n, text, why, err);
    case CHANGE_PLACE:
        return inspect_seal_place(app, v->wagon, n, text, why, err);
    case CHANGE_REMOVED:
        return inspect_seal_removed(app, v->wagon, n, text, why, err);
    case CHANGE_APPLIED:
        return inspect_seal_applied(app, v->wagon, n, text, v->place, why, err);
    default:
        return false;
    }
}

void
seals_next_to_read(struct seals_view *v)
{
    size_t next = seal_next_to_read(&v->work, v->scroll.at, v->walk.side);

    if (next < v->work.seals.n)
        v->scroll.at = next;
}

const struct seal_row *
seals_checked(const struct seals_view *v)
{
    size_t at = seal_checked(&v->work, v->scroll.at, v->last);

    return at < v->work.seals.n ? &v->work.seals.rows[at] : NULL;
}

static void
say_reading(struct screen *s, const struct seal_reading *reading)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = NULL;

    for (size_t i = 0; i < v->work.seals.n; i++) {
        if (v->work.seals.rows[i].n == reading->n) {
            seal = &v->work.seals.rows[i];
            v->scroll.at = i;
        }
    }
    v->last = reading->n;
    seal_reading_words(seal, reading, v->foot);
}

/* Keeps the change until its reason is there. */
static struct effect
ask_why(struct screen *s, enum seal_change change, int n, const char *text)
{
    struct seals_view *v = s->data;
    char *kept = rc_strdup(text);

    free(v->pending_text);
    v->pending = change;
    v->pending_n = n;
    v->pending_text = kept;
    return effect_push(screen_ask_why(s->ui, ASK_WHY));
}

struct effect
seals_change(struct screen *s, enum seal_change change, int n, const char *text, const char *why)
{
    struct seals_view *v = s->data;
    struct seal_reading reading = {0};
    struct rc_error err = {0};

    if (!perform(s, change, n, text, why, &reading, &err)) {
        if (err.code == RC_E_WHY_NEEDED)
            return ask_why(s, change, n, text);
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    v->typing = false;
    if (!seals_reload(s, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (change == CHANGE_READ) {
        say_reading(s, &reading);
        if (reading.match == SEAL_MATCHED)
            seals_next_to_read(v);
    } else if (change == CHANGE_MISSING || change == CHANGE_NO_ACCESS) {
        seals_next_to_read(v);
    }
    return effect_redraw();
}

/* Sets the next open one of the four answers, or all of them, to mark. */
struct effect
seals_check(struct screen *s, char mark, bool all)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seals_checked(v);
    char checks[SEAL_CHECKS + 1];
    bool set = false;

    if (!seal || strlen(seal->checks) != SEAL_CHECKS)
        return effect_none();
    if (seal_is_open(seal)) {
        ui_say(s->ui, "%s", _("read the number first"));
        return effect_redraw();
    }
    snprintf(checks, sizeof checks, "%s", seal->checks);
    for (int i = 0; i < SEAL_CHECKS && (all || !set); i++) {
        if (checks[i] != '.')
            continue;
        checks[i] = mark;
        set = true;
    }
    if (!set) {
        seals_next_to_read(v);
        return effect_redraw();
    }
    return seals_change(s, CHANGE_CHECKS, seal->n, checks, NULL);
}

/* A finding on the seals of the wagon, with what is wrong in its words. */
struct effect
seals_finding(struct screen *s, const char *why)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seals_here(v);
    char text[300] = "", id[40];
    struct finding f = finding_blank("SEAL", 2);
    struct rc_error err = {0};

    f.zone = "seals";
    f.description = text;
    for (size_t i = 0; i < v->work.in.n; i++) {
        if (v->work.in.lines[i].item->type == ITEM_SEALS)
            f.item = v->work.in.lines[i].key;
    }
    if (seal)
        snprintf(text, sizeof text, "%s: %s%s%s%s%s",
                 seals_choice_words(v, "seal_place", seal->place), seal_match_words(seal),
                 seal->expected ? ", " : "", seal->expected ? seal->expected : "",
                 seal->read ? " / " : "", seal->read ? seal->read : "");
    if (!inspect_finding(s->ui->app, v->wagon, &f, why, id, &err)) {
        if (err.code == RC_E_WHY_NEEDED)
            return ask_why(s, CHANGE_FINDING, 0, NULL);
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    if (seal && !why && !seal_is_open(seal) && strchr(seal->checks, '.'))
        seals_check(s, '!', false);
    return effect_push(screen_finding(s->ui, v->wagon, id));
}

struct effect
seals_step(struct screen *s, bool redo)
{
    struct seals_view *v = s->data;
    struct rc_error err = {0};
    char what[40];
    bool done = redo ? inspect_redo(s->ui->app, v->wagon, what, &err)
                     : inspect_undo(s->ui->app, v->wagon, what, &err);

    v->foot[0][0] = v->foot[1][0] = '\0';
    if (done)
        ui_saved(s->ui);
    if (!done || !seals_reload(s, &err))
        ui_error(s->ui, &err);
    return effect_redraw();
}
