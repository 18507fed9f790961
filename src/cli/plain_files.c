/* SPDX-License-Identifier: ISC */
/* Plain mode: photos and files of a finding, attached by path or from a folder, and taken off. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/attach.h"
#include "base/alloc.h"
#include "cli/plain.h"
#include "core/attached.h"
#include "i18n/i18n.h"
#include "tui/words.h"

#define NEWEST 20
#define HASH_SHOWN 16 /* digits of the SHA-256, as on the act */

enum { FILES_NEWEST = 1, FILES_REMOVE };

static const struct plain_command files_commands[] = {
    {FILES_NEWEST, 'n', N_("newest"), N_("the newest files of the folder used last")},
    {FILES_REMOVE, 'b', N_("take off"), N_("takes a file off; its place in the list follows")},
};

struct files_place {
    struct plain *p;
    int64_t wagon;
    const char *uuid;
    struct files all;                                  /* of the wagon */
    const struct file_row *rows[ATTACHED_PER_FINDING]; /* of the finding */
    size_t n;
};

static bool
reload(struct files_place *f)
{
    struct files now = {0};
    struct rc_error err = {0};

    if (!store_files(f->p->app->store, f->wagon, &now, &err)) {
        plain_error(f->p, &err);
        files_release(&now);
        return false;
    }
    files_release(&f->all);
    f->all = now;
    f->n = 0;
    for (size_t i = 0; i < now.n && f->n < ATTACHED_PER_FINDING; i++) {
        if (strcmp(now.rows[i].finding, f->uuid) == 0)
            f->rows[f->n++] = &now.rows[i];
    }
    return true;
}

static void
say_files(const struct files_place *f)
{
    plain_say(f->p, _("Files of the finding: %zu"), f->n);
    for (size_t i = 0; i < f->n; i++) {
        const struct file_row *row = f->rows[i];
        struct moment at = {row->at, row->offset_min};
        char size[SIZE_WORDS], when[MOMENT_TEXT];

        plain_say(f->p, _("%zu: %s, %s, SHA-256 %.*s, badge %s, %s"), i + 1, row->name,
                  words_size(row->size, size), HASH_SHOWN, row->sha256, row->officer,
                  moment_text(at, MOMENT_DAY_CLOCK, when));
    }
}

/* The next file often comes from the same folder. */
static void
keep_folder(struct plain *p, const char *path, bool folder)
{
    const char *slash = strrchr(path, '/');
    size_t len = slash ? (size_t)(slash - path) + 1 : 0;

    if (folder)
        snprintf(p->attach_folder, sizeof p->attach_folder, "%s", path);
    else if (len)
        snprintf(p->attach_folder, sizeof p->attach_folder, "%.*s", (int)len, path);
    else
        snprintf(p->attach_folder, sizeof p->attach_folder, "./");
}

/* Attaches it and says what was copied. */
static void
attach(struct files_place *f, const char *path)
{
    struct rc_error err = {0};
    char *why = NULL, size[SIZE_WORDS];
    size_t added = 0;
    bool done;

    do
        done = attach_files(f->p->app, f->wagon, f->uuid, &path, 1, why, &added, &err);
    while (!done && plain_why(f->p, &err, &why));
    free(why);
    if (done && !added)
        plain_say(f->p, "%s", _("the finding has this very file already"));
    if (done && !added)
        return;
    if (!plain_done(f->p, done, &err) || !reload(f) || !f->n)
        return;
    plain_say(f->p, _("copied: %s, %s, SHA-256 %.*s"), f->rows[f->n - 1]->name,
              words_size(f->rows[f->n - 1]->size, size), HASH_SHOWN, f->rows[f->n - 1]->sha256);
}

/* What is said of a file that can be chosen; free it. */
static char *
file_words(const struct plain *p, const struct attachable *file)
{
    struct rc_env *env = p->cli->env;
    struct moment at = {file->at, env->now(env->context).offset_min};
    const char *slash = strrchr(file->path, '/');
    char when[MOMENT_TEXT], size[SIZE_WORDS];
    struct buf words = {0};

    buf_addf(&words, "%s, %s, %s", slash ? slash + 1 : file->path,
             words_size((int64_t)file->size, size), moment_text(at, MOMENT_SCREEN, when));
    return buf_detach(&words);
}

static void
choose_newest(struct files_place *f, const char *folder)
{
    struct attachables newest = {0};
    struct choice_list list = {.name = "newest"};
    struct rc_error err = {0};
    char *words[NEWEST], *chosen;

    if (!attach_newest(folder, NEWEST, &newest, &err)) {
        plain_error(f->p, &err);
        return;
    }
    keep_folder(f->p, folder, true);
    list.choices = rc_alloc(newest.n + 1, sizeof *list.choices);
    for (; list.n < newest.n && list.n < NEWEST; list.n++) {
        words[list.n] = file_words(f->p, &newest.rows[list.n]);
        list.choices[list.n] =
            (struct choice){.name = newest.rows[list.n].path, .label.in[0] = words[list.n]};
    }
    if (list.n) {
        chosen = plain_choose(f->p, _("The newest files: which one?"), &list, NULL, NULL, false);
        if (chosen)
            attach(f, chosen);
        free(chosen);
    } else {
        plain_say(f->p, "%s", _("there is no file in this folder"));
    }
    for (size_t i = 0; i < list.n; i++)
        free(words[i]);
    free(list.choices);
    attachables_release(&newest);
}

/* A file is attached, of a folder the newest are offered. */
static void
take_path(struct files_place *f, const char *typed)
{
    char *path = attach_typed(typed);

    if (attach_is_folder(path)) {
        choose_newest(f, path);
    } else {
        keep_folder(f->p, path, false);
        attach(f, path);
    }
    free(path);
}

static void
take_off(struct files_place *f)
{
    struct plain *p = f->p;
    char *text = plain_ask(p, _("Which file: its place in the list?"), NULL), *why;
    size_t at = text ? plain_position(p, text, f->n) : 0;
    struct buf question = {0};
    struct rc_error err = {0};

    if (text && !at)
        plain_say(p, _("%s is no row of this list"), text);
    free(text);
    if (!at)
        return;
    buf_addf(&question, _("Take %s off the finding: for what reason?"), f->rows[at - 1]->name);
    why = plain_ask(p, buf_text(&question), NULL);
    buf_release(&question);
    if (why)
        plain_done(p, attach_remove(p->app, f->wagon, f->uuid, f->rows[at - 1]->sha256, why, &err),
                   &err);
    free(why);
}

static void
newest_again(struct files_place *f)
{
    char folder[sizeof f->p->attach_folder];

    snprintf(folder, sizeof folder, "%s", f->p->attach_folder);
    if (*folder)
        choose_newest(f, folder);
    else
        plain_say(f->p, "%s", _("No folder was used yet: type its path."));
}

bool
plain_ask_files(struct plain *p, int64_t wagon, const char *uuid)
{
    struct files_place f = {.p = p, .wagon = wagon, .uuid = uuid};
    bool on = reload(&f), again = on;

    while (again && !p->over) {
        struct buf prompt = {0};
        char *typed;

        buf_adds(&prompt, _("Photo, file"));
        for (size_t i = 0; i < f.n; i++)
            buf_addf(&prompt, "%s%s", i ? ", " : " [", f.rows[i]->name);
        buf_addf(&prompt, "%s%s >", f.n ? "]" : "",
                 _(": its path, or a folder for its newest files"));
        on = plain_read(p, buf_text(&prompt)) && strcmp(p->line, ".") != 0;
        buf_release(&prompt);
        again = on && *p->line;
        if (again && strcmp(p->line, "?") == 0) {
            say_files(&f);
            continue;
        }
        typed = again ? rc_strdup(p->line) : NULL;
        if (typed)
            take_path(&f, typed);
        free(typed);
    }
    files_release(&f.all);
    return on;
}

void
plain_files(struct plain *p, int64_t wagon, const char *uuid)
{
    struct files_place f = {.p = p, .wagon = wagon, .uuid = uuid};
    int act = PLAIN_AGAIN;

    while (!p->over && act != PLAIN_BACK && reload(&f)) {
        if (!p->quiet)
            say_files(&f);
        act = plain_command(p, files_commands, ARRAY_LEN(files_commands), f.n ? "nb" : "n",
                            _("files: path of a photo or file, or of a folder; h back"));
        if (act == FILES_NEWEST) {
            newest_again(&f);
        } else if (act == FILES_REMOVE) {
            take_off(&f);
        } else if (act == 0) {
            char *typed = rc_strdup(p->line);

            take_path(&f, typed);
            free(typed);
        }
    }
    files_release(&f.all);
    p->quiet = false;
}
