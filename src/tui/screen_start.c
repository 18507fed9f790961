/* SPDX-License-Identifier: ISC */
/* First start: who works where; then, if wished, the sample train. */
#include "config.h"

#include <string.h>
#include <unistd.h>

#include "app/import.h"
#include "app/train.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define SAMPLE "checklists/samples/consist-mixed-65.csv"

enum { POST, OFFICER, BADGE, FIELDS };

struct start {
    struct field fields[FIELDS];
    int at;
    char *sample;  /* path of the sample train */
    bool offering; /* set up: the sample train is offered */
};

static void
draw_form(const struct start *f, struct surface *to, int row)
{
    const char *const labels[FIELDS] = {_("Checkpoint"), _("Officer, full name"),
                                        _("Badge number")};
    int col = 26, width = to->cols - col - 2 > 50 ? 50 : to->cols - col - 2;

    row += surface_wrap(to, row, 1, to->cols - 2, 3, STYLE_NORMAL,
                        _("railcheck has no records here yet. Say where it works and who you are; "
                          "both stand in every record."));
    row++;
    for (int i = 0; i < FIELDS; i++, row += 2) {
        surface_put(to, row, 3, col - 4, i == f->at ? STYLE_ZONE : STYLE_NORMAL, labels[i]);
        field_draw(&f->fields[i], to, row, col, width, i == f->at);
    }
}

static void
start_draw(const struct screen *s, struct surface *to)
{
    const struct start *f = s->data;

    frame_title(s, to, _("railcheck: first start"), "");
    if (f->offering) {
        int row = FRAME_TOP;

        row += surface_wrap(to, row, 1, to->cols - 2, 3, STYLE_NORMAL,
                            _("Ready. There is no train yet."));
        surface_wrap(to, row + 1, 1, to->cols - 2, 3, STYLE_ZONE,
                     _("List the sample train to try everything out: 65 wagons of all kinds, "
                       "made up?"));
        frame_hint(s, to, NULL, _("Enter or y: list the sample train. n or Esc: begin empty"));
    } else {
        draw_form(f, to, FRAME_TOP);
        frame_hint(s, to, NULL, _("Enter: next field, then begin. Esc: leave, nothing is made"));
    }
    frame_status(s, to, s->ui->data_dir);
    frame_bar(s, to);
}

static const char *
typed(const struct start *f, int field)
{
    return buf_text(&f->fields[field].text);
}

/* Makes the database; the form stays as it is when that fails. */
static struct effect
set_up(struct screen *s)
{
    struct start *f = s->data;
    struct ui *ui = s->ui;
    struct rc_error err = {0};
    char *value[FIELDS];
    bool ok;

    for (int i = 0; i < FIELDS; i++)
        value[i] = words_trimmed(typed(f, i));
    ok = app_init(ui->data_dir, value[POST], value[OFFICER], value[BADGE], app_package_dir(),
                  ui->env, &err);
    if (ok) {
        ui->app = app_open(ui->data_dir, value[BADGE], true, ui->env, &err);
        ok = ui->app != NULL;
    }
    for (int i = 0; i < FIELDS; i++)
        free(value[i]);
    if (!ok) {
        ui_error(ui, &err);
        return effect_redraw();
    }
    ui->data_version = store_data_version(ui->app->store);
    ui_saved(ui);
    if (access(f->sample, R_OK) != 0)
        return effect_replace(screen_trains(ui));
    f->offering = true;
    return effect_redraw();
}

static struct effect
list_sample(struct screen *s)
{
    struct start *f = s->data;
    struct ui *ui = s->ui;
    struct rc_error err = {0};
    struct import list = {0};
    int64_t train;
    bool added, ok;

    ok = import_read(ui->app, f->sample, &list, &err) &&
         import_save(ui->app, &list, LEVEL_MIN, &train, &added, &err);
    import_release(&list);
    if (ok) {
        ui_saved(ui);
        ui_say(ui, "%s", _("The sample train is listed. Enter opens it"));
    } else
        ui_error(ui, &err);
    return effect_replace(screen_trains(ui));
}

/* To the next field; from the last one, when all are filled in, on. */
static struct effect
next_field(struct screen *s)
{
    struct start *f = s->data;

    if (f->at < FIELDS - 1) {
        f->at++;
        return effect_redraw();
    }
    for (int i = 0; i < FIELDS; i++) {
        char *value = words_trimmed(typed(f, i));
        bool empty = !*value;

        free(value);
        if (empty) {
            f->at = i;
            ui_say(s->ui, "%s", _("This is still empty: please fill it in"));
            return effect_redraw();
        }
    }
    return set_up(s);
}

static struct effect
start_act(struct screen *s, enum action action)
{
    struct start *f = s->data;

    if (f->offering) {
        if (action == ACT_NEXT_ZONE)
            return list_sample(s);
        return action == ACT_BACK ? effect_replace(screen_trains(s->ui)) : effect_default();
    }
    switch (action) {
    case ACT_NEXT_ZONE:
        return next_field(s);
    case ACT_DOWN:
        f->at = f->at < FIELDS - 1 ? f->at + 1 : 0;
        return effect_redraw();
    case ACT_PREV_ZONE:
    case ACT_UP:
        f->at = f->at > 0 ? f->at - 1 : FIELDS - 1;
        return effect_redraw();
    default:
        return effect_default();
    }
}

static bool
start_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
start_text(struct screen *s, const struct key *key)
{
    struct start *f = s->data;
    uint32_t letter;

    if (!f->offering) {
        field_key(&f->fields[f->at], key, &s->ui->layouts, s->ui->layout);
        return effect_redraw();
    }
    letter = key->code == RK_CHAR ? layout_letter(&s->ui->layouts, s->ui->layout, key->ch) : 0;
    if (letter == 'y')
        return list_sample(s);
    return letter == 'n' ? effect_replace(screen_trains(s->ui)) : effect_none();
}

static void
start_close(struct screen *s)
{
    struct start *f = s->data;

    for (int i = 0; i < FIELDS; i++)
        field_release(&f->fields[i]);
    free(f->sample);
}

static const struct screen_ops start_ops = {
    .name = "start",
    .context = IN_START,
    .draw = start_draw,
    .act = start_act,
    .wants = start_wants,
    .text = start_text,
    .close = start_close,
};

struct screen *
screen_start(struct ui *ui)
{
    struct screen *s = screen_new(ui, &start_ops, sizeof(struct start));
    struct start *f = s->data;

    f->fields[POST].max = 60;
    f->fields[OFFICER].max = 60;
    f->fields[BADGE].max = 20;
    f->sample = ui_package_file(SAMPLE);
    return s;
}
