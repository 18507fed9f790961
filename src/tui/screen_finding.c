/* SPDX-License-Identifier: ISC */
/*
 * The form of a finding. It is raised already when the form opens; each field is saved when it is
 * left, so there is nothing to lose and no Save key.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/finding_view.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

static void
load_field(struct finding_view *v)
{
    char number[4];

    v->field.kind = FIELD_TEXT;
    v->field.max = v->scroll.at < ROWS ? finding_form[v->scroll.at].max : 0;
    field_set(&v->field, finding_on_text(v) ? finding_value(v, v->scroll.at, number) : "");
    recall_reset(&v->recall, v->scroll.at < ROWS ? finding_form[v->scroll.at].recent : RECENT_NONE,
                 "");
}

bool
finding_reload(struct screen *s, struct rc_error *err)
{
    struct finding_view *v = s->data;
    struct work work;

    if (!work_open(s->ui->app, v->wagon, &work, err))
        return false;
    work_release(&v->work);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->row = NULL;
    for (size_t i = 0; i < v->work.findings.n; i++) {
        if (strcmp(v->work.findings.rows[i].uuid, v->uuid) == 0)
            v->row = &v->work.findings.rows[i];
    }
    if (!v->row)
        return rc_fail(err, RC_E_NO_FINDING, NULL, NULL);
    finding_find_files(v);
    scroll_fit(&v->scroll, ROWS + v->n_files, frame_page(s, 0));
    if (!v->loaded)
        load_field(v); /* later reloads keep what is being typed */
    v->loaded = true;
    return true;
}

/* The change was refused: says why, or asks for the reason of a correction. */
static struct effect
refused(struct screen *s, const char *value, const struct rc_error *err)
{
    struct finding_view *v = s->data;
    char *kept = rc_strdup(value);

    v->unsaved = true;
    free(v->pending);
    v->pending = kept;
    if (err->code == RC_E_WHY_NEEDED)
        return effect_push(screen_ask_why(s->ui, ASK_WHY));
    ui_error(s->ui, err);
    return effect_redraw();
}

/* Saves value in the row under the cursor, when it differs; v->unsaved tells when it could not. */
static struct effect
save(struct screen *s, const char *value, const char *why)
{
    struct finding_view *v = s->data;
    struct finding f = finding_stored(v);
    int before = f.severity;
    struct rc_error err = {0};
    const struct words *stop;
    char number[4];

    v->unsaved = false;
    if (strcmp(value, finding_value(v, v->scroll.at, number)) == 0)
        return effect_redraw();
    finding_set_value(&f, v->scroll.at, value);
    if (!inspect_finding_change(s->ui->app, v->wagon, &f, why, &err))
        return refused(s, value, &err);
    ui_saved(s->ui);
    if (!finding_reload(s, &err))
        ui_error(s->ui, &err);
    f = finding_stored(v);
    stop = f.severity > before ? finding_stop_work(v->work.set, &f) : NULL;
    if (stop)
        return effect_push(
            screen_stop(s->ui, words_in(stop, checklist_lang(v->work.set, i18n_codes()))));
    return effect_redraw();
}

/* Saves the text of the row that is being left. */
static struct effect
leave_row(struct screen *s)
{
    struct finding_view *v = s->data;

    if (finding_on_text(v))
        return save(s, buf_text(&v->field.text), NULL);
    v->unsaved = false;
    return effect_redraw();
}

static struct effect
move(struct screen *s, enum action action)
{
    struct finding_view *v = s->data;
    size_t at = v->scroll.at;
    struct effect effect = leave_row(s);

    if (v->unsaved)
        return effect;
    v->scroll.at = at;
    scroll_act(&v->scroll, action, frame_page(s, 0));
    load_field(v);
    return effect;
}

/* Saves and goes back; from what could not be saved the second time only. */
static struct effect
leave_form(struct screen *s)
{
    struct finding_view *v = s->data;
    struct effect effect;

    if (v->unsaved)
        return effect_pop(s, NULL);
    effect = leave_row(s);
    if (v->unsaved || effect.kind == EFFECT_PUSH)
        return effect;
    return effect_pop(s, NULL);
}

static struct effect
choose(struct screen *s)
{
    struct finding_view *v = s->data;
    const char *name = finding_form[v->scroll.at].list;
    const struct choice_list *list = checklist_list(v->work.set, name);
    char number[4];

    if (!list)
        return effect_none();
    return effect_push(screen_choose(s->ui, ASK_CHOICE, _(finding_form[v->scroll.at].words), list,
                                     v->work.set, finding_value(v, v->scroll.at, number), false));
}

/* The text that was given in this row before; again: the one before that. */
static struct effect
repeat(struct screen *s)
{
    struct finding_view *v = s->data;

    if (!v->recall.what)
        ui_say(s->ui, "%s", _("only a text can be repeated: description, quantity, unit, act"));
    else if (!recall_step(&v->recall, s->ui, &v->field, true))
        ui_say(s->ui, "%s", _("nothing further was typed here"));
    v->unsaved = false;
    return effect_redraw();
}

static struct effect
finding_act(struct screen *s, enum action action)
{
    struct finding_view *v = s->data;
    struct effect effect;

    switch (action) {
    case ACT_UP:
    case ACT_PREV_ZONE:
        return move(s, ACT_UP);
    case ACT_DOWN:
    case ACT_NEXT_ZONE:
        return move(s, ACT_DOWN);
    case ACT_OPEN:
    case ACT_EDIT:
        if (v->scroll.at >= ROW_FILES)
            return finding_attach(s);
        return finding_on_text(v) ? move(s, ACT_DOWN) : choose(s);
    case ACT_REPEAT:
        return repeat(s);
    case ACT_ATTACH:
        effect = leave_row(s);
        return v->unsaved || effect.kind == EFFECT_PUSH ? effect : finding_attach(s);
    case ACT_WITHDRAW_FINDING:
        if (finding_file_here(v))
            return finding_remove(s);
        return effect_push(
            screen_ask_reason(s->ui, ASK_WITHDRAW, _("Withdraw the finding: for what reason?")));
    case ACT_BACK:
        return leave_form(s);
    default:
        return effect_default();
    }
}

/* The digit of a severity that this key types, in any layout; 0: none. */
static uint32_t
severity_digit(const struct screen *s, const struct key *key)
{
    uint32_t digit =
        key->code == RK_CHAR ? layout_digit(&s->ui->layouts, s->ui->layout, key->ch) : 0;

    return digit <= '0' + SEVERITY_MAX ? digit : 0;
}

/* Text rows take characters and the keys that edit; Enter and Tab stay commands. */
static bool
finding_wants(const struct screen *s, const struct key *key)
{
    const struct finding_view *v = s->data;

    if (!finding_on_text(v))
        return v->scroll.at == ROW_SEVERITY && severity_digit(s, key) != 0;
    return field_takes(key);
}

static struct effect
finding_text(struct screen *s, const struct key *key)
{
    struct finding_view *v = s->data;

    if (v->scroll.at == ROW_SEVERITY) {
        char value[2] = {(char)severity_digit(s, key), '\0'};

        return save(s, value, NULL);
    }
    v->unsaved = false;
    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
next_row(struct finding_view *v)
{
    scroll_act(&v->scroll, ACT_DOWN, ROWS);
    load_field(v);
}

static struct effect
finding_result(struct screen *s, int tag, const char *text)
{
    struct finding_view *v = s->data;
    struct rc_error err = {0};
    struct effect effect;

    if (!text) {
        if (tag == ASK_WHY)
            ui_say(s->ui, "%s", _("not saved; Esc once more leaves without it"));
        return effect_redraw();
    }
    switch (tag) {
    case ASK_CHOICE:
        effect = save(s, text, NULL);
        if (!v->unsaved && effect.kind == EFFECT_REDRAW)
            next_row(v);
        return effect;
    case ASK_WHY:
        snprintf(s->ui->reason, sizeof s->ui->reason, "%s", text);
        effect = v->pending ? save(s, v->pending, text) : effect_redraw();
        if (!v->unsaved && effect.kind == EFFECT_REDRAW)
            next_row(v);
        return effect;
    case ASK_WITHDRAW:
        if (!inspect_finding_close(s->ui->app, v->wagon, v->uuid, "withdrawn", text, &err)) {
            ui_error(s->ui, &err);
            return effect_redraw();
        }
        ui_saved(s->ui);
        return effect_pop(s, NULL);
    default:
        return finding_files_result(s, tag, text);
    }
}

static void
finding_close(struct screen *s)
{
    struct finding_view *v = s->data;

    work_release(&v->work);
    field_release(&v->field);
    free(v->pending);
    recall_release(&v->recall);
    finding_files_release(v);
}

static const struct screen_ops finding_ops = {
    .name = "finding",
    .context = IN_FORM,
    .draw = finding_draw,
    .act = finding_act,
    .wants = finding_wants,
    .text = finding_text,
    .reload = finding_reload,
    .result = finding_result,
    .close = finding_close,
};

struct screen *
screen_finding(struct ui *ui, int64_t wagon, const char *uuid)
{
    struct screen *s = screen_new(ui, &finding_ops, sizeof(struct finding_view));
    struct finding_view *v = s->data;

    v->wagon = wagon;
    snprintf(v->uuid, sizeof v->uuid, "%s", uuid);
    v->scroll = (struct scroll){.at = ROW_DESCRIPTION, .n = ROWS};
    return s;
}
