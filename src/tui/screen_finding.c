/* SPDX-License-Identifier: ISC */
/*
 * The form of a finding. It is raised already when the form opens; each field is saved when it is
 * left, so there is nothing to lose and no Save key.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/number.h"
#include "base/show.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

#define TEXT_COLUMN 20

enum { ASK_CHOICE = 1, ASK_WHY, ASK_WITHDRAW };

/* Rows of the form. With a list the value is one of its choices, else it is text. */
enum row {
    ROW_CATEGORY,
    ROW_SEVERITY,
    ROW_DESCRIPTION,
    ROW_ZONE,
    ROW_NOTICED,
    ROW_QUANTITY,
    ROW_UNIT,
    ROW_ACTION,
    ROW_AGENCY,
    ROW_ACT_NO,
    ROW_FILES,
    ROWS
};

static const struct {
    const char *words;
    const char *list; /* NULL: text */
    size_t max;       /* characters of a text */
} form[ROWS] = {
    [ROW_CATEGORY] = {N_("Category"), "category", 0},
    [ROW_SEVERITY] = {N_("Severity 0-4"), "severity", 0},
    [ROW_DESCRIPTION] = {N_("Description"), NULL, 400},
    [ROW_ZONE] = {N_("Zone"), "zone", 0},
    [ROW_NOTICED] = {N_("How noticed"), "noticed", 0},
    [ROW_QUANTITY] = {N_("Quantity"), NULL, 20},
    [ROW_UNIT] = {N_("Unit"), NULL, 20},
    [ROW_ACTION] = {N_("Action"), "action", 0},
    [ROW_AGENCY] = {N_("Agency"), "agency", 0},
    [ROW_ACT_NO] = {N_("Act number"), NULL, 60},
    [ROW_FILES] = {N_("Photo, file"), NULL, 400},
};

struct finding_view {
    int64_t wagon;
    char uuid[40];
    struct work work;
    const struct finding_row *row; /* in work */
    struct scroll scroll;
    struct field field; /* text of the row under the cursor */
    bool loaded;        /* field holds that row's text */
    char *pending;      /* value that waits for the reason of a correction */
    bool unsaved;       /* what is typed could not be saved: leaving again gives it up */
};

/* The stored value of a form row as text. */
static const char *
value_of(const struct finding_view *v, size_t row, char number[4])
{
    const struct finding_row *f = v->row;

    switch (row) {
    case ROW_CATEGORY:
        return f->category;
    case ROW_SEVERITY:
        snprintf(number, 4, "%d", f->severity % 10);
        return number;
    case ROW_DESCRIPTION:
        return f->description;
    case ROW_ZONE:
        return f->zone;
    case ROW_NOTICED:
        return f->noticed;
    case ROW_QUANTITY:
        return f->quantity;
    case ROW_UNIT:
        return f->unit;
    case ROW_ACTION:
        return f->action;
    case ROW_AGENCY:
        return f->agency;
    case ROW_ACT_NO:
        return f->act_no;
    default:
        return f->files;
    }
}

static void
set_value(struct finding *f, size_t row, const char *value)
{
    int64_t severity = f->severity;

    switch (row) {
    case ROW_CATEGORY:
        f->category = value;
        break;
    case ROW_SEVERITY:
        number_integer(value, &severity);
        f->severity = (int)severity;
        break;
    case ROW_DESCRIPTION:
        f->description = value;
        break;
    case ROW_ZONE:
        f->zone = value;
        break;
    case ROW_NOTICED:
        f->noticed = value;
        break;
    case ROW_QUANTITY:
        f->quantity = value;
        break;
    case ROW_UNIT:
        f->unit = value;
        break;
    case ROW_ACTION:
        f->action = value;
        break;
    case ROW_AGENCY:
        f->agency = value;
        break;
    case ROW_ACT_NO:
        f->act_no = value;
        break;
    default:
        f->files = value;
        break;
    }
}

static struct finding
stored(const struct finding_view *v)
{
    const struct finding_row *r = v->row;

    return (struct finding){
        .uuid = r->uuid,
        .item = r->item,
        .zone = r->zone,
        .category = r->category,
        .severity = r->severity,
        .noticed = r->noticed,
        .description = r->description,
        .quantity = r->quantity,
        .unit = r->unit,
        .action = r->action,
        .agency = r->agency,
        .act_no = r->act_no,
        .files = r->files,
        .state = r->state,
    };
}

static void
load_field(struct finding_view *v)
{
    char number[4];

    v->field.kind = FIELD_TEXT;
    v->field.max = form[v->scroll.at].max;
    field_set(&v->field, form[v->scroll.at].list ? "" : value_of(v, v->scroll.at, number));
}

static bool
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
    scroll_fit(&v->scroll, ROWS, ROWS);
    if (!v->loaded)
        load_field(v); /* later reloads keep what is being typed */
    v->loaded = true;
    return true;
}

static const char *
shown_value(const struct finding_view *v, size_t row, char number[4])
{
    const char *value = value_of(v, row, number);
    const struct choice_list *list;
    const struct choice *choice;

    if (!form[row].list)
        return value;
    list = checklist_list(v->work.set, form[row].list);
    choice = list ? choice_in(list, value) : NULL;
    return choice ? words_in(&choice->label, checklist_lang(v->work.set, i18n_codes())) : value;
}

static void
draw_row(const struct finding_view *v, struct surface *to, int line, size_t row)
{
    bool here = row == v->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    enum style value =
        row == ROW_SEVERITY && v->row->severity >= SEVERITY_HOLDS && !here ? STYLE_FINDING : style;
    char number[4];

    surface_put(to, line, 0, 2, style, here ? ">" : " ");
    surface_put(to, line, 2, 17, style, _(form[row].words));
    if (here && !form[row].list) {
        field_draw(&v->field, to, line, TEXT_COLUMN, to->cols - TEXT_COLUMN - 1, true);
        return;
    }
    if (row == ROW_SEVERITY)
        surface_putf(to, line, TEXT_COLUMN, to->cols - TEXT_COLUMN - 1, value, "%d %s",
                     v->row->severity, shown_value(v, row, number));
    else
        surface_put(to, line, TEXT_COLUMN, to->cols - TEXT_COLUMN - 1, value,
                    shown_value(v, row, number));
}

/* A text that its row has no room for, whole, where the window has lines left. */
static void
draw_long_text(const struct finding_view *v, struct surface *to)
{
    int row = FRAME_TOP + ROWS + 1, rows = frame_rows(to) - ROWS - 1;
    struct buf shown = {0};
    size_t columns = show(&shown, buf_text(&v->field.text), v->field.text.len, SIZE_MAX);

    if (rows > 0 && columns + TEXT_COLUMN + 1 >= (size_t)to->cols)
        surface_wrap(to, row, 2, to->cols - 4, rows, STYLE_DIM, buf_text(&v->field.text));
    buf_release(&shown);
}

static void
finding_draw(const struct screen *s, struct surface *to)
{
    const struct finding_view *v = s->data;
    const struct item *item = checklist_item(v->work.set, v->row->item);
    char left[300];

    snprintf(left, sizeof left, _("Finding on wagon %d   %s   %s"), v->work.wagon->position,
             v->work.wagon->number, v->row->item);
    frame_title(s, to, left, strcmp(v->row->state, "withdrawn") == 0 ? _("withdrawn") : NULL);
    if (item)
        surface_put(to, FRAME_TOP - 1, 2, to->cols - 3, STYLE_DIM,
                    words_in(&item->label, checklist_lang(v->work.set, i18n_codes())));
    for (size_t i = 0; i < ROWS && (int)i < frame_rows(to); i++)
        draw_row(v, to, FRAME_TOP + (int)i, i);
    if (!form[v->scroll.at].list)
        draw_long_text(v, to);
    frame_hint(s, to, NULL,
               form[v->scroll.at].list
                   ? _("Enter chooses; Tab, arrows: next field; each field is saved when left")
                   : _("Type; Enter or Tab saves and goes on; F10 is done"));
    frame_status(s, to, "");
    frame_bar(s, to);
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
        return effect_push(
            screen_ask_offer(s->ui, ASK_WHY, _("Reason of the correction"), s->ui->reason));
    ui_error(s->ui, err);
    return effect_redraw();
}

/* Saves value in the row under the cursor, when it differs; v->unsaved tells when it could not. */
static struct effect
save(struct screen *s, const char *value, const char *why)
{
    struct finding_view *v = s->data;
    struct finding f = stored(v);
    int before = f.severity;
    struct rc_error err = {0};
    const struct words *stop;
    char number[4];

    v->unsaved = false;
    if (strcmp(value, value_of(v, v->scroll.at, number)) == 0)
        return effect_redraw();
    set_value(&f, v->scroll.at, value);
    if (!inspect_finding_change(s->ui->app, v->wagon, &f, why, &err))
        return refused(s, value, &err);
    ui_saved(s->ui);
    if (v->scroll.at == ROW_DESCRIPTION)
        snprintf(s->ui->finding_text, sizeof s->ui->finding_text, "%s", value);
    if (!finding_reload(s, &err))
        ui_error(s->ui, &err);
    f = stored(v);
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

    if (!form[v->scroll.at].list)
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
    scroll_act(&v->scroll, action, ROWS);
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
    const char *name = form[v->scroll.at].list;
    const struct choice_list *list = checklist_list(v->work.set, name);
    char number[4];

    if (!list)
        return effect_none();
    return effect_push(screen_choose(s->ui, ASK_CHOICE, _(form[v->scroll.at].words), list,
                                     v->work.set, value_of(v, v->scroll.at, number), false));
}

static struct effect
finding_act(struct screen *s, enum action action)
{
    struct finding_view *v = s->data;

    switch (action) {
    case ACT_UP:
    case ACT_PREV_ZONE:
        return move(s, ACT_UP);
    case ACT_DOWN:
    case ACT_NEXT_ZONE:
        return move(s, ACT_DOWN);
    case ACT_OPEN:
    case ACT_EDIT:
        return form[v->scroll.at].list ? choose(s) : move(s, ACT_DOWN);
    case ACT_WITHDRAW_FINDING:
        return effect_push(screen_ask(s->ui, ASK_WITHDRAW,
                                      _("Withdraw the finding: for what reason?"), "", FIELD_TEXT,
                                      false));
    case ACT_BACK:
        return leave_form(s);
    default:
        return effect_default();
    }
}

/* Text rows take characters and the keys that edit; Enter and Tab stay commands. */
static bool
finding_wants(const struct screen *s, const struct key *key)
{
    const struct finding_view *v = s->data;

    if (form[v->scroll.at].list)
        return v->scroll.at == ROW_SEVERITY && key->code == RK_CHAR && key->ch >= '0' &&
               key->ch <= '0' + SEVERITY_MAX;
    return field_takes(key);
}

static struct effect
finding_text(struct screen *s, const struct key *key)
{
    struct finding_view *v = s->data;

    if (v->scroll.at == ROW_SEVERITY) {
        char value[2] = {(char)key->ch, '\0'};

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
        return effect_redraw();
    }
}

static void
finding_close(struct screen *s)
{
    struct finding_view *v = s->data;

    work_release(&v->work);
    field_release(&v->field);
    free(v->pending);
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
