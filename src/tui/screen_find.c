/* SPDX-License-Identifier: ISC */
/*
 * Finding a wagon by the last digits of its number or its position, a seal, or words. What stands
 * in the present train comes first.
 */
#include "config.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/numbers.h"
#include "core/seal.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

#define HITS 64

struct hit {
    int64_t wagon;
    int position;
    char number[24], cargo[120];
    char train[40];  /* number and date of another train; "" the present one */
    const char *how; /* in words */
};

struct find_view {
    struct app *app; /* for names */
    int64_t train;
    struct wagons consist; /* of the present train */
    struct field field;
    char *as_number; /* what is typed, with the digit row of any layout as digits */
    struct hit hits[HITS];
    size_t n;
    struct scroll scroll;
};

static void
add_hit(struct find_view *v, const struct wagon_row *w, const char *how)
{
    struct hit *hit;
    char cargo[CODE_NAME];

    for (size_t i = 0; i < v->n; i++) {
        if (v->hits[i].wagon == w->id)
            return;
    }
    if (v->n == HITS)
        return;
    hit = &v->hits[v->n++];
    *hit = (struct hit){.wagon = w->id, .position = w->position, .how = how};
    snprintf(hit->number, sizeof hit->number, "%.23s", w->number);
    snprintf(hit->cargo, sizeof hit->cargo, "%.119s", words_cargo(v->app, w, cargo));
}

static bool
all_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

static bool
ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);

    return n >= m && strcmp(text + n - m, end) == 0;
}

/* The position first: one or two digits are what is read off the list or said on the radio. */
static void
find_in_train(struct find_view *v, const char *text)
{
    char position[16];

    if (!all_digits(text))
        return;
    for (size_t i = 0; i < v->consist.n; i++) {
        snprintf(position, sizeof position, "%d", v->consist.rows[i].position);
        if (strcmp(position, text) == 0)
            add_hit(v, &v->consist.rows[i], _("position"));
    }
    for (size_t i = 0; i < v->consist.n; i++) {
        if (ends_with(v->consist.rows[i].number, text))
            add_hit(v, &v->consist.rows[i], _("number"));
    }
}

/* A whole number that is not in the train: those one digit or one swap away that are. */
static void
find_near(struct find_view *v, const char *text)
{
    const char *numbers[512];
    size_t near[8], n = v->consist.n < 512 ? v->consist.n : 512, found;

    if (strlen(text) < 8 || v->n)
        return;
    for (size_t i = 0; i < n; i++)
        numbers[i] = v->consist.rows[i].number;
    found = number_near(text, numbers, n, near, 8);
    for (size_t i = 0; i < found; i++)
        add_hit(v, &v->consist.rows[near[i]], _("one digit away"));
}

/* Names the train of a hit that is not in the present one. */
static void
name_train(struct store *store, int64_t id, struct hit *hit)
{
    struct trains trains = {0};

    if (store_train(store, id, &trains, NULL) && trains.n) {
        struct moment arrived = {trains.rows[0].arrived_at, trains.rows[0].arrived_offset};
        char day[MOMENT_TEXT] = "";

        if (arrived.ms)
            moment_text(arrived, MOMENT_SCREEN, day);
        snprintf(hit->train, sizeof hit->train, "%.12s %.10s", trains.rows[0].number, day);
    }
    trains_release(&trains);
}

static void
add_all(struct find_view *v, struct store *store, struct wagons *found, const char *how)
{
    for (size_t i = 0; i < found->n; i++) {
        size_t before = v->n;

        add_hit(v, &found->rows[i], how);
        if (v->n > before && found->rows[i].train != v->train)
            name_train(store, found->rows[i].train, &v->hits[before]);
    }
    wagons_release(found);
}

static void
find_in_archive(struct find_view *v, struct store *store, const char *number, const char *text)
{
    struct wagons found = {0};
    char fold[SEAL_NO_SIZE];

    if (all_digits(number) && strlen(number) >= 3 &&
        store_find_tail(store, number, 20, &found, NULL))
        add_all(v, store, &found, _("number"));
    if (strlen(number) >= 4 && seal_fold(number, fold) &&
        store_find_seal(store, fold, 20, &found, NULL))
        add_all(v, store, &found, _("seal"));
    if (!all_digits(text) && strlen(text) >= 3 && store_find_words(store, text, 20, &found, NULL))
        add_all(v, store, &found, _("text"));
}

/* The digit row of some layouts types letters: a word is searched as typed, a number as
 * what the keys mean. */
static char *
read_as_number(const struct ui *ui, const char *text)
{
    struct field field = {.kind = FIELD_SEAL};
    char *number;

    while (*text) {
        struct key key = {.code = RK_CHAR};
        size_t len = utf8_decode(text, strlen(text), &key.ch);

        if (!len)
            break;
        field_key(&field, &key, &ui->layouts, ui->layout);
        text += len;
    }
    number = words_trimmed(buf_text(&field.text));
    field_release(&field);
    return number;
}

/* Rows of the list: the field stands above, with a blank between. */
static size_t
page_of(const struct screen *s)
{
    return frame_page(s, 1);
}

static void
search(struct screen *s)
{
    struct find_view *v = s->data;
    char *text = words_trimmed(buf_text(&v->field.text));

    free(v->as_number);
    v->as_number = read_as_number(s->ui, text);
    v->n = 0;
    if (*text) {
        find_in_train(v, v->as_number);
        find_in_archive(v, s->ui->app->store, v->as_number, text);
        find_near(v, v->as_number);
    }
    v->scroll.at = 0;
    scroll_fit(&v->scroll, v->n, page_of(s));
    free(text);
}

static bool
find_reload(struct screen *s, struct rc_error *err)
{
    struct find_view *v = s->data;

    wagons_release(&v->consist);
    if (v->train && !store_consist(s->ui->app->store, v->train, false, &v->consist, err))
        return false;
    search(s);
    return true;
}

static void
draw_hit(const struct find_view *v, struct surface *to, int row, size_t i)
{
    const struct hit *hit = &v->hits[i];
    bool here = i == v->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    int how = to->cols - 17, train = how - (to->cols < 80 ? 17 : 19);

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    surface_putf(to, row, 1, 4, style, "%3d", hit->position);
    surface_put(to, row, 6, 13, style, hit->number);
    if (!*hit->train)
        train = how;
    if (!*hit->train || to->cols >= 80)
        surface_put(to, row, 20, train - 21, style, hit->cargo);
    surface_put(to, row, train, how - train - 1, style, hit->train);
    surface_put(to, row, how, 16, style, hit->how);
}

static void
find_draw(const struct screen *s, struct surface *to)
{
    const struct find_view *v = s->data;
    const char *typed = buf_text(&v->field.text);
    struct scroll scroll = v->scroll;
    size_t page = page_of(s);
    char status[200] = "";

    scroll_fit(&scroll, v->n, page);
    frame_title(s, to, _("Find a wagon, a seal, a text"), NULL);
    surface_put(to, 2, 1, 3, STYLE_NORMAL, ">");
    field_draw(&v->field, to, 2, 3, to->cols - 4, true);
    for (size_t i = 0; i < page && scroll.top + i < v->n; i++)
        draw_hit(v, to, FRAME_TOP + 1 + (int)i, scroll.top + i);
    frame_hint(s, to, NULL,
               *typed && !v->n ? _("Nothing found.")
                               : _("Last digits, position, seal number or words; Enter opens"));
    if (v->as_number && all_digits(v->as_number) && !all_digits(typed))
        snprintf(status, sizeof status, _("as a number: %s"), v->as_number);
    frame_status(s, to, status);
    frame_bar(s, to);
}

static bool
find_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
find_text(struct screen *s, const struct key *key)
{
    struct find_view *v = s->data;

    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    search(s);
    return effect_redraw();
}

static struct effect
find_act(struct screen *s, enum action action)
{
    struct find_view *v = s->data;

    if (scroll_act(&v->scroll, action, page_of(s)))
        return effect_redraw();
    if (action == ACT_OPEN && v->scroll.at < v->n) {
        char id[24];

        if (!s->tag)
            return effect_replace(screen_wagon(s->ui, v->hits[v->scroll.at].wagon, ""));
        /* Asked by a wagon: it gives its place to the one found. */
        snprintf(id, sizeof id, "%" PRId64, v->hits[v->scroll.at].wagon);
        return effect_pop(s, id);
    }
    return effect_default();
}

static void
find_close(struct screen *s)
{
    struct find_view *v = s->data;

    wagons_release(&v->consist);
    field_release(&v->field);
    free(v->as_number);
}

static const struct screen_ops find_ops = {
    .name = "find",
    .context = IN_FIND,
    .draw = find_draw,
    .act = find_act,
    .wants = find_wants,
    .text = find_text,
    .reload = find_reload,
    .close = find_close,
};

struct screen *
screen_find(struct ui *ui, int64_t train)
{
    struct screen *s = screen_new(ui, &find_ops, sizeof(struct find_view));
    struct find_view *v = s->data;

    v->app = ui->app;
    v->train = train;
    v->field = (struct field){.max = 60, .kind = FIELD_TEXT};
    return s;
}
