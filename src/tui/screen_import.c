/* SPDX-License-Identifier: ISC */
/* Listing a train: the path of the list, what is in it, what is doubtful, then all or nothing; or
 * what the list changes on a train that is listed. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/import.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/import_view.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

/* The next list often comes from the same folder. */
static void
keep_folder(struct ui *ui, const char *path)
{
    const char *slash = strrchr(path, '/');

    snprintf(ui->import_folder, sizeof ui->import_folder, "%.*s",
             slash ? (int)(slash - path) + 1 : 0, path);
}

/* Drops what was read, and what would be changed. */
static void
forget(struct import_view *v)
{
    corrections_release(&v->changes);
    v->correcting = false;
    if (v->read)
        import_release(&v->import);
    v->read = false;
}

static void
fit(struct screen *s)
{
    struct import_view *v = s->data;
    const struct import *import = &v->import;

    v->scroll = (struct scroll){0};
    scroll_fit(&v->scroll,
               v->correcting ? v->changes.n
                             : import->errors.n + import->warnings.n + import->consist.n,
               frame_page(s, PREVIEW_ROWS));
}

static struct effect
read_list(struct screen *s)
{
    struct import_view *v = s->data;
    struct consist_choice choice = {
        .encoding = v->encoding ? consist_encoding(v->encoding - 1) : NULL, .told = v->told};
    struct rc_error err = {0};
    char *path = words_trimmed(buf_text(&v->path.text));

    if (!*path) {
        free(path);
        ui_say(s->ui, "%s", _("Type the path of the list first"));
        return effect_redraw();
    }
    forget(v);
    v->read = import_read_as(s->ui->app, path, &choice, &v->import, &err);
    if (v->read) {
        fit(s);
        v->set = app_set(s->ui->app, 0, NULL);
        keep_folder(s->ui, path);
    } else
        ui_error(s->ui, &err);
    free(path);
    return effect_redraw();
}

/* Reads the list in the next encoding; behind the last one again in the one that is found out. */
static struct effect
next_encoding(struct screen *s)
{
    struct import_view *v = s->data;

    if (strcmp(v->import.consist.format, "taf") == 0) {
        ui_say(s->ui, "%s", _("XML says its encoding itself: the chosen one is not used"));
        return effect_redraw();
    }
    v->encoding = consist_encoding(v->encoding) ? v->encoding + 1 : 0;
    read_list(s);
    if (!v->read)
        return effect_redraw();
    if (v->encoding)
        ui_say(s->ui, _("read as %s"), v->import.consist.encoding);
    else
        ui_say(s->ui, _("read as %s, as it was found out"), v->import.consist.encoding);
    return effect_redraw();
}

static struct effect
list_train(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};
    int64_t train;
    bool added;

    if (!import_save(s->ui->app, &v->import, LEVEL_MIN, &train, &added, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (added)
        ui_saved(s->ui);
    return effect_replace(screen_consist(s->ui, train, 0));
}

/* The rejected rows are on the disk before the others are listed. */
static struct effect
list_rest(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};
    struct effect effect;
    char *path;

    if (!import_write_rejected(s->ui->app, &v->import, NULL, &path, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    v->import.accept_rest = true;
    effect = list_train(s);
    if (effect.kind == EFFECT_REPLACE)
        ui_say(s->ui, _("rejected rows: %s"), path);
    free(path);
    return effect;
}

static struct effect
show_changes(struct screen *s)
{
    struct import_view *v = s->data;
    struct rc_error err = {0};

    corrections_release(&v->changes);
    if (!import_compare(s->ui->app, &v->import, v->import.open, &v->changes, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    v->correcting = v->changes.n > 0;
    if (!v->correcting)
        ui_say(s->ui, "%s", _("The list changes nothing on the train"));
    fit(s);
    return effect_redraw();
}

static struct effect
correct_train(struct screen *s)
{
    struct import_view *v = s->data;
    struct corrections done;
    struct rc_error err = {0};

    if (!import_correct(s->ui->app, &v->import, v->import.open, &done, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    ui_say(s->ui, _("attached %zu, detached %zu, moved %zu, changed %zu"),
           done.count[CORRECTION_ATTACHED], done.count[CORRECTION_DETACHED],
           done.count[CORRECTION_MOVED], done.count[CORRECTION_CHANGED]);
    corrections_release(&done);
    return effect_replace(screen_consist(s->ui, v->import.open, 0));
}

enum { ASK_REST = 1, ASK_OPEN, ASK_FROM, ASK_SECTION };

static bool
asks(const struct import_view *v)
{
    const struct import *import = &v->import;

    return !import->already && (import->consist.asks_from || import->consist.asks_section);
}

/* What the message does not say; the answer makes it read anew. */
static struct effect
ask_told(struct screen *s)
{
    struct import_view *v = s->data;
    const struct consist *c = &v->import.consist;

    if (c->asks_section) {
        made_sections(&v->made, c);
        return effect_push(screen_choose(s->ui, ASK_SECTION,
                                         _("The wagons of which section of the journey?"),
                                         &v->made.list, NULL, NULL, false));
    }
    made_ends(&v->made);
    return effect_push(screen_choose(s->ui, ASK_FROM,
                                     _("The first wagon of the list stands at which end?"),
                                     &v->made.list, NULL, NULL, false));
}

static struct effect
take_told(struct screen *s, int tag, const char *text)
{
    struct import_view *v = s->data;

    if (tag == ASK_FROM)
        v->told.from = strcmp(text, "head") == 0 ? FROM_HEAD : FROM_TAIL;
    else
        v->told.section = (unsigned)strtoul(text, NULL, 10);
    return read_list(s);
}

static struct effect
save(struct screen *s)
{
    struct import_view *v = s->data;

    if (v->correcting)
        return correct_train(s);
    if (!v->import.errors.n && asks(v))
        return ask_told(s);
    if (v->import.errors.n || !v->import.open)
        return list_train(s);
    made_open(&v->made);
    return effect_push(screen_choose(s->ui, ASK_OPEN, _("A train with this number is in work"),
                                     &v->made.list, NULL, NULL, false));
}

static struct effect
ask_rest(struct screen *s)
{
    struct import_view *v = s->data;
    const struct consist *c = &v->import.consist;
    char question[160];

    /* Without errors there is no rest; a list that cannot be used says why. */
    if (!v->import.errors.n || !c->usable)
        return save(s);
    if (asks(v))
        return ask_told(s);
    snprintf(question, sizeof question, _("%zu of %zu rows are rejected"), c->n_rejected, c->rows);
    made_rest(&v->made);
    return effect_push(screen_choose(s->ui, ASK_REST, question, &v->made.list, NULL, NULL, false));
}

static struct effect
import_result(struct screen *s, int tag, const char *text)
{
    if (!text || strcmp(text, "no") == 0)
        return effect_redraw();
    if (tag == ASK_FROM || tag == ASK_SECTION)
        return take_told(s, tag, text);
    if (tag == ASK_REST)
        return list_rest(s);
    return strcmp(text, "correct") == 0 ? show_changes(s) : list_train(s);
}

static struct effect
step_back(struct screen *s)
{
    struct import_view *v = s->data;

    if (!v->read)
        return effect_default();
    if (v->correcting) {
        v->correcting = false;
        fit(s);
        return effect_redraw();
    }
    forget(v);
    v->encoding = 0;
    v->told = (struct consist_told){.from = FROM_UNKNOWN};
    return effect_redraw();
}

static struct effect
import_act(struct screen *s, enum action action)
{
    struct import_view *v = s->data;

    if (v->read && scroll_act(&v->scroll, action, frame_page(s, PREVIEW_ROWS)))
        return effect_redraw();
    switch (action) {
    case ACT_OPEN:
    case ACT_IMPORT_SAVE:
        return v->read ? save(s) : read_list(s);
    case ACT_IMPORT_REST:
        return v->read && !v->correcting ? ask_rest(s) : effect_none();
    case ACT_ENCODING:
        return v->read && !v->correcting ? next_encoding(s) : effect_none();
    case ACT_BACK:
        return step_back(s);
    default:
        return effect_default();
    }
}

static bool
import_wants(const struct screen *s, const struct key *key)
{
    const struct import_view *v = s->data;

    return !v->read && field_takes(key);
}

static struct effect
import_text(struct screen *s, const struct key *key)
{
    struct import_view *v = s->data;

    field_key(&v->path, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
import_close(struct screen *s)
{
    struct import_view *v = s->data;

    forget(v);
    made_release(&v->made);
    field_release(&v->path);
}

static const struct screen_ops import_ops = {
    .name = "import",
    .context = IN_IMPORT,
    .draw = import_draw,
    .act = import_act,
    .wants = import_wants,
    .text = import_text,
    .result = import_result,
    .close = import_close,
};

struct screen *
screen_import(struct ui *ui, const char *file)
{
    struct screen *s = screen_new(ui, &import_ops, sizeof(struct import_view));
    struct import_view *v = s->data;

    v->app = ui->app;
    v->path = (struct field){.max = 500, .kind = FIELD_TEXT};
    field_set(&v->path, file ? file : ui->import_folder);
    if (file)
        read_list(s);
    return s;
}
