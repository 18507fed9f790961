/* SPDX-License-Identifier: ISC */
/* Plain mode: the drawing of a wagon in ASCII, and its zones in words, to go to one. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "cli/plain_wagon.h"
#include "i18n/i18n.h"
#include "tui/picture.h"

static void
say_picture(const struct plain_wagon *v)
{
    const struct line *l = plain_line(v);
    const struct drawing *d = picture_of(&v->work, l);
    struct surface picture;

    if (!d) {
        plain_say(v->p, "%s", _("There is no drawing of this kind of wagon."));
        return;
    }
    surface_init(&picture, d->rows, d->cols);
    picture.ascii = true;
    picture_draw(&v->work, l, &picture, 0, 0);
    for (int row = 0; row < d->rows; row++) {
        struct buf text = {0};
        size_t end = 0;

        for (int col = 0; col < d->cols; col++) {
            const char *cell = picture.cells[row * d->cols + col].text;

            buf_adds(&text, *cell ? cell : " ");
            if (*cell && *cell != ' ')
                end = text.len;
        }
        plain_say(v->p, "%.*s", (int)end, buf_text(&text));
        buf_release(&text);
    }
    surface_release(&picture);
}

static const char *
mark_words(char mark)
{
    switch (mark) {
    case '!':
        return _("finding");
    case '+':
        return _("done");
    case '#':
        return _("waits for a gate");
    case '~':
        return _("in work");
    default:
        return _("not begun");
    }
}

/* Says every zone; firsts gets the first line of each, as far as there is room for n. */
static size_t
say_zones(const struct plain_wagon *v, size_t *firsts, size_t n)
{
    const struct inspection *in = &v->work.in;
    size_t zones = 0, last;

    for (size_t i = 0; i < in->n && zones < n; i = last + 1) {
        const struct line *l = &in->lines[i];
        size_t done;

        inspection_zone(in, i, NULL, &last, &done);
        plain_say(v->p, _("%zu: %s%s%s, %s, answered %zu of %zu%s"), zones + 1,
                  words_in(&l->item->zone->label, plain_wagon_lang(v)), l->container ? " " : "",
                  l->container ? l->container : "", mark_words(picture_mark(in, i)), done,
                  last - i + 1, v->at >= i && v->at <= last ? _(", you are here") : "");
        firsts[zones++] = i;
    }
    return zones;
}

/* To the first open item of the zone, else to its first one. */
static void
go_to_zone(struct plain_wagon *v, size_t first)
{
    const struct inspection *in = &v->work.in;
    size_t at = first, last;
    char key[64];

    inspection_zone(in, first, NULL, &last, NULL);
    while (at < last && line_done(in, &in->lines[at]))
        at++;
    if (line_done(in, &in->lines[at]))
        at = first;
    memcpy(key, in->lines[at].key, sizeof key);
    plain_wagon_to(v, key);
}

void
plain_wagon_drawing(struct plain_wagon *v)
{
    size_t firsts[64], n, at;
    char *text;

    say_picture(v);
    n = say_zones(v, firsts, ARRAY_LEN(firsts));
    if (!n)
        return;
    text = plain_ask(v->p, _("To which zone: its place in the list?"), NULL);
    at = text ? plain_position(v->p, text, n) : 0;
    if (at)
        go_to_zone(v, firsts[at - 1]);
    else if (text)
        plain_say(v->p, _("%s is no row of this list"), text);
    free(text);
}
