/* SPDX-License-Identifier: ISC */
/* The path of a file or folder asked for, in a box above the hint; Tab completes it. */
#include "config.h"

#include <stdlib.h>

#include "app/attach.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define BOX_ROWS 5
#define BELOW 4 /* hint, status, bar */
#define PATH_CHARACTERS 500

struct path {
    char *question;
    struct field field;
};

static void
path_draw(const struct screen *s, struct surface *to)
{
    const struct path *p = s->data;
    int row = to->rows - BELOW - BOX_ROWS;

    surface_box(to, row, 0, BOX_ROWS, to->cols, NULL);
    surface_wrap(to, row + 1, 2, to->cols - 4, 2, STYLE_ZONE, p->question);
    field_draw(&p->field, to, row + 3, 2, to->cols - 4, true);
    frame_hint(s, to, NULL, _("Tab completes the path. Enter: done. Esc: leave it"));
    frame_bar(s, to);
}

static struct effect
path_act(struct screen *s, enum action action)
{
    struct path *p = s->data;
    struct effect effect;
    char *text;

    if (action != ACT_OPEN)
        return effect_default();
    text = words_trimmed(buf_text(&p->field.text));
    if (!*text) {
        ui_say(s->ui, "%s", _("Nothing is typed yet. Esc leaves without an answer"));
        effect = effect_redraw();
    } else {
        effect = effect_pop(s, text);
    }
    free(text);
    return effect;
}

static bool
path_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key) || key->code == RK_TAB;
}

static void
complete(struct screen *s)
{
    struct path *p = s->data;
    struct buf whole = {0};
    size_t fits = attach_complete(buf_text(&p->field.text), &whole);

    if (!fits)
        ui_say(s->ui, "%s", _("nothing there has a name that begins so"));
    else if (fits > 1)
        ui_say(s->ui, tr_n("%zu name begins so", "%zu names begin so", fits), fits);
    field_set(&p->field, buf_text(&whole));
    buf_release(&whole);
}

static struct effect
path_text(struct screen *s, const struct key *key)
{
    struct path *p = s->data;

    if (key->code == RK_TAB)
        complete(s);
    else
        field_key(&p->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
path_close(struct screen *s)
{
    struct path *p = s->data;

    free(p->question);
    field_release(&p->field);
}

static const struct screen_ops path_ops = {
    .name = "path",
    .context = IN_CHOICE,
    .draw = path_draw,
    .act = path_act,
    .wants = path_wants,
    .text = path_text,
    .close = path_close,
    .overlay = true,
};

struct screen *
screen_path(struct ui *ui, int tag, const char *question, const char *preset)
{
    struct screen *s = screen_new(ui, &path_ops, sizeof(struct path));
    struct path *p = s->data;

    s->tag = tag;
    p->question = rc_strdup(question);
    p->field = (struct field){.kind = FIELD_TEXT, .max = PATH_CHARACTERS};
    field_set(&p->field, preset);
    return s;
}
