/* SPDX-License-Identifier: ISC */
/* One of a list, or own words where they are allowed; typing then filters the list. */
#include "config.h"

#include <string.h>

#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

struct choose {
    char *question;
    const struct choice_list *list;
    const struct checklist *set;
    bool other;
    struct field typed;
    struct scroll scroll;
    size_t *shown; /* positions in list that what was typed leaves */
    size_t n;
};

static const char *
label_of(const struct choose *c, const struct choice *choice)
{
    const char *label = words_in(&choice->label, c->set ? checklist_lang(c->set, i18n_codes()) : 0);

    return *label ? label : choice->name;
}

static void
filter(struct choose *c)
{
    c->n = 0;
    for (size_t i = 0; i < c->list->n; i++) {
        if (words_hold(label_of(c, &c->list->choices[i]), buf_text(&c->typed.text)))
            c->shown[c->n++] = i;
    }
}

/* Rows of the list, own words (the last row, when something is typed) included. */
static size_t
rows_of(const struct choose *c)
{
    return c->n + (c->other && c->typed.text.len > 0);
}

static size_t
page_of(const struct choose *c, int rows)
{
    size_t kept = c->other ? 11 : 9; /* the frame, the box, the line that is typed */
    size_t room = rows > 14 ? (size_t)rows - kept : 3, n = c->list->n + c->other;

    return n < room ? n : room;
}

/* The key that chooses row i at once: digits, then letters that sit on the same key in every layout
 * and do not move the cursor; '\0' for rows beyond these. A list in which one types has none. */
static char
key_of(const struct choose *c, size_t i)
{
    static const char keys[] = "123456789abdefginprtuyz";

    return !c->other && i < sizeof keys - 1 ? keys[i] : '\0';
}

static void
draw_choice(const struct choose *c, struct surface *to, int row, int col, int width,
            enum style style, size_t i)
{
    char key = key_of(c, i);

    if (!c->other) {
        if (key)
            surface_putf(to, row, col, 1, style, "%c", key);
        col += 3;
        width -= 3;
    }
    surface_put(to, row, col, width, style, label_of(c, &c->list->choices[c->shown[i]]));
}

static void
choose_draw(const struct screen *s, struct surface *to)
{
    const struct choose *c = s->data;
    size_t n = rows_of(c), page = page_of(c, to->rows);
    struct scroll scroll = c->scroll;
    int width = to->cols - 4 < 68 ? to->cols - 4 : 68, col = (to->cols - width) / 2;
    int head = c->other ? 2 : 0;
    int height = (int)page + 2 + head, row = (to->rows - 3 - height) / 2;

    row = row < 2 ? 2 : row;
    scroll_fit(&scroll, n, page);
    surface_box(to, row, col, height, width, c->question);
    if (c->other)
        field_draw(&c->typed, to, row + 1, col + 2, width - 4, true);
    for (size_t i = 0; i < page && scroll.top + i < n; i++) {
        size_t at = scroll.top + i;
        enum style style = at == scroll.at ? STYLE_CURSOR : STYLE_NORMAL;
        int line = row + 1 + head + (int)i;

        surface_fill(to, line, col + 1, width - 2, style, ' ');
        if (at < c->n)
            draw_choice(c, to, line, col + 2, width - 4, style, at);
        else
            surface_putf(to, line, col + 2, width - 4, style, _("own words: %s"),
                         buf_text(&c->typed.text));
    }
    frame_hint(s, to, NULL,
               c->other ? _("Arrows and Enter choose; or type: a part of a row, or own words")
                        : _("The key in front chooses, so do arrows and Enter. Esc: leave it"));
    frame_bar(s, to);
}

/* The row that the key chooses; n of them when it is none of these keys. */
static size_t
row_of(const struct choose *c, const struct ui *ui, const struct key *key)
{
    uint32_t meant = layout_digit(&ui->layouts, ui->layout, key->ch);
    size_t i = 0;

    if (key->code != RK_CHAR)
        return c->n;
    if (!meant)
        meant = layout_letter(&ui->layouts, ui->layout, key->ch);
    while (i < c->n && (!key_of(c, i) || (uint32_t)(unsigned char)key_of(c, i) != meant))
        i++;
    return i;
}

static struct effect
choose_act(struct screen *s, enum action action)
{
    struct choose *c = s->data;
    size_t n = rows_of(c), page = page_of(c, s->ui->rows);

    scroll_fit(&c->scroll, n, page);
    if (scroll_act(&c->scroll, action, page))
        return effect_redraw();
    if (action != ACT_OPEN)
        return effect_default();
    if (c->scroll.at < c->n)
        return effect_pop(s, c->list->choices[c->shown[c->scroll.at]].name);
    if (n > c->n) {
        char *words = words_trimmed(buf_text(&c->typed.text));
        struct buf answer = {0};
        struct effect effect = effect_none();

        buf_addf(&answer, "=%s", words);
        if (*words)
            effect = effect_pop(s, buf_text(&answer));
        buf_release(&answer);
        free(words);
        return effect;
    }
    return effect_none();
}

static bool
choose_wants(const struct screen *s, const struct key *key)
{
    const struct choose *c = s->data;

    if (!c->other)
        return row_of(c, s->ui, key) < c->n;
    return field_takes(key) && key->code != RK_HOME && key->code != RK_END;
}

static struct effect
choose_text(struct screen *s, const struct key *key)
{
    struct choose *c = s->data;

    if (!c->other)
        return effect_pop(s, c->list->choices[c->shown[row_of(c, s->ui, key)]].name);
    field_key(&c->typed, key, &s->ui->layouts, s->ui->layout);
    filter(c);
    c->scroll.at = c->scroll.top = 0;
    return effect_redraw();
}

static bool
choose_reload(struct screen *s, struct rc_error *err)
{
    (void)err;
    filter(s->data);
    return true;
}

static void
choose_close(struct screen *s)
{
    struct choose *c = s->data;

    free(c->question);
    free(c->shown);
    field_release(&c->typed);
}

static const struct screen_ops choose_ops = {
    .name = "choose",
    .context = IN_CHOICE,
    .draw = choose_draw,
    .act = choose_act,
    .wants = choose_wants,
    .text = choose_text,
    .reload = choose_reload,
    .close = choose_close,
    .overlay = true,
};

struct screen *
screen_choose(struct ui *ui, int tag, const char *question, const struct choice_list *list,
              const struct checklist *set, const char *at, bool other)
{
    static const struct choice_list none = {.name = ""};
    struct screen *s = screen_new(ui, &choose_ops, sizeof(struct choose));
    struct choose *c = s->data;

    s->tag = tag;
    c->question = rc_strdup(question);
    c->list = list ? list : &none;
    c->set = set;
    c->other = other;
    c->shown = rc_alloc(c->list->n ? c->list->n : 1, sizeof *c->shown);
    filter(c);
    for (size_t i = 0; at && i < c->list->n; i++) {
        if (strcmp(c->list->choices[i].name, at) == 0)
            c->scroll.at = i;
    }
    /* Own words that were given before are there to be changed. */
    if (at && at[0] == '=' && other) {
        field_set(&c->typed, at + 1);
        filter(c);
    }
    return s;
}
