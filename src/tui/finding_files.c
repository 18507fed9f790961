/* SPDX-License-Identifier: ISC */
/* The files of a finding in its form: attaching by path or from a camera's folder, taking off. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/finding_view.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define NEWEST 20

void
finding_find_files(struct finding_view *v)
{
    v->n_files = 0;
    for (size_t i = 0; i < v->work.files.n && v->n_files < ATTACHED_PER_FINDING; i++) {
        if (strcmp(v->work.files.rows[i].finding, v->uuid) == 0)
            v->files[v->n_files++] = &v->work.files.rows[i];
    }
}

const struct file_row *
finding_file_here(const struct finding_view *v)
{
    size_t at = v->scroll.at;

    return at >= ROWS && at - ROWS < v->n_files ? v->files[at - ROWS] : NULL;
}

static void
release_newest(struct finding_view *v)
{
    attachables_release(&v->newest);
    free(v->newest_list.choices);
    v->newest_list = (struct choice_list){0};
    free(v->newest_words);
    v->newest_words = NULL;
}

void
finding_files_release(struct finding_view *v)
{
    release_newest(v);
    free(v->path);
    v->path = NULL;
}

struct effect
finding_attach(struct screen *s)
{
    return effect_push(screen_path(s->ui, ASK_PATH,
                                   _("Path of the photo or file; or a folder, to choose from its "
                                     "newest files"),
                                   s->ui->attach_folder));
}

struct effect
finding_remove(struct screen *s)
{
    struct finding_view *v = s->data;
    const struct file_row *file = finding_file_here(v);
    struct effect effect;
    struct buf question = {0};

    snprintf(v->removing, sizeof v->removing, "%s", file->sha256);
    buf_addf(&question, _("Take %s off the finding: for what reason?"), file->name);
    effect = effect_push(screen_ask_reason(s->ui, ASK_REMOVE, buf_text(&question)));
    buf_release(&question);
    return effect;
}

/* Attaches the file; v->path keeps it while a reason is asked for. */
static struct effect
attach(struct screen *s, const char *why)
{
    struct finding_view *v = s->data;
    const char *path = v->path;
    struct rc_error err = {0};
    size_t added;

    if (!attach_files(s->ui->app, v->wagon, v->uuid, &path, 1, why, &added, &err)) {
        if (err.code == RC_E_WHY_NEEDED)
            return effect_push(screen_ask_why(s->ui, ASK_ATTACH_WHY));
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (added)
        ui_saved(s->ui);
    else
        ui_say(s->ui, "%s", _("the finding has this very file already"));
    if (!finding_reload(s, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (added && v->n_files)
        v->scroll.at = ROWS + v->n_files - 1; /* the new one stands last */
    scroll_fit(&v->scroll, ROWS + v->n_files, frame_page(s, 0));
    return effect_redraw();
}

/* The next file often comes from the same folder. */
static void
keep_folder(struct ui *ui, const char *path, bool folder)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) + 1 : 0;

    if (folder && path[strlen(path) - 1] != '/')
        snprintf(ui->attach_folder, sizeof ui->attach_folder, "%s/", path);
    else
        snprintf(ui->attach_folder, sizeof ui->attach_folder, "%.*s",
                 folder ? (int)strlen(path) : (int)len, path);
}

static void
add_newest(struct finding_view *v, const struct attachable *file, int offset_min)
{
    struct choice_list *list = &v->newest_list;
    const char *slash = strrchr(file->path, '/');
    char when[MOMENT_TEXT], size[SIZE_WORDS], *words = v->newest_words[list->n];
    struct choice *choice;

    words_size((int64_t)file->size, size);
    snprintf(words, sizeof *v->newest_words, "%s  %*s%s  %s",
             moment_text((struct moment){file->at, offset_min}, MOMENT_SCREEN, when),
             8 - (int)utf8_columns(size), "", size, slash ? slash + 1 : file->path);
    ARRAY_GROW(list->choices, list->n, list->cap);
    choice = &list->choices[list->n++];
    *choice = (struct choice){.name = file->path};
    for (size_t i = 0; i < CHECKLIST_LANGS; i++)
        choice->label.in[i] = words;
}

static struct effect
choose_newest(struct screen *s, const char *folder)
{
    struct finding_view *v = s->data;
    struct rc_error err = {0};

    release_newest(v);
    if (!attach_newest(folder, NEWEST, &v->newest, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    keep_folder(s->ui, folder, true);
    if (!v->newest.n) {
        ui_say(s->ui, "%s", _("there is no file in this folder"));
        return effect_redraw();
    }
    v->newest_words = rc_alloc(v->newest.n, sizeof *v->newest_words);
    for (size_t i = 0; i < v->newest.n; i++)
        add_newest(v, &v->newest.rows[i], ui_now(s->ui).offset_min);
    return effect_push(screen_choose(s->ui, ASK_NEWEST, _("The newest files: which one?"),
                                     &v->newest_list, NULL, NULL, false));
}

static struct effect
take_path(struct screen *s, const char *typed)
{
    struct finding_view *v = s->data;

    free(v->path);
    v->path = attach_typed(typed);
    if (attach_is_folder(v->path))
        return choose_newest(s, v->path);
    keep_folder(s->ui, v->path, false);
    return attach(s, NULL);
}

struct effect
finding_files_result(struct screen *s, int tag, const char *text)
{
    struct finding_view *v = s->data;
    struct rc_error err = {0};

    switch (tag) {
    case ASK_PATH:
        return take_path(s, text);
    case ASK_NEWEST:
        free(v->path);
        v->path = rc_strdup(text);
        return attach(s, NULL);
    case ASK_ATTACH_WHY:
        snprintf(s->ui->reason, sizeof s->ui->reason, "%s", text);
        return attach(s, text);
    case ASK_REMOVE:
        if (!attach_remove(s->ui->app, v->wagon, v->uuid, v->removing, text, &err) ||
            (ui_saved(s->ui), !finding_reload(s, &err)))
            ui_error(s->ui, &err);
        return effect_redraw();
    default:
        return effect_redraw();
    }
}
