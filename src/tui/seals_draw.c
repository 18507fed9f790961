/* SPDX-License-Identifier: ISC */
/* Draws the seals of a wagon. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/seals_view.h"

#define FOOT_ROWS 3 /* below the list, without the blank that divides them */

const char *
seals_choice_words(const struct seals_view *v, const char *list, const char *name)
{
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct choice *choice = choices && *name ? choice_in(choices, name) : NULL;

    return choice ? words_in(&choice->label, seals_lang(v)) : *name ? name : "-";
}

static enum style
match_style(const struct seal_row *seal)
{
    enum seal_match match = SEAL_OPEN;

    seal_match_parse(seal->match, &match);
    if (match == SEAL_MATCHED || match == SEAL_LOOKALIKE)
        return STYLE_OK;
    if (match == SEAL_OPEN || match == SEAL_NO_ACCESS)
        return STYLE_NORMAL;
    return STYLE_FINDING;
}

/* Columns: place, expected, read, what it is, the four answers. */
struct columns {
    int expected, read, match, checks, gap;
};

static struct columns
columns_for(int cols)
{
    if (cols < 80)
        return (struct columns){12, 24, 37, cols - 9, 2};
    if (cols >= 100) /* room for the whole place */
        return (struct columns){28, 42, 56, cols - 20, 5};
    return (struct columns){18, 31, 44, cols - 20, 5};
}

static void
draw_headings(struct surface *to, const struct columns *at)
{
    static const char *const names[SEAL_CHECKS] = {N_("View"), N_("Verf"), N_("Tug"), N_("Twst")};

    surface_put(to, FRAME_TOP, 2, at->expected - 3, STYLE_ZONE, _("Place"));
    surface_put(to, FRAME_TOP, at->expected, 12, STYLE_ZONE, _("Expected"));
    surface_put(to, FRAME_TOP, at->read, 12, STYLE_ZONE, _("Read"));
    surface_put(to, FRAME_TOP, at->match, at->checks - at->match, STYLE_ZONE, _("State"));
    for (int i = 0; i < SEAL_CHECKS; i++) {
        const char *name = _(names[i]);

        /* The narrow table shows the first letter, without an ellipsis in its only cell. */
        surface_putf(to, FRAME_TOP, at->checks + i * at->gap, at->gap - 1, STYLE_ZONE, "%.*s",
                     (int)utf8_fit(name, (size_t)at->gap - 1), name);
    }
}

static void
draw_seal(const struct seals_view *v, struct surface *to, int row, size_t i,
          const struct columns *at)
{
    const struct seal_row *seal = i < v->work.seals.n ? &v->work.seals.rows[i] : NULL;
    bool here = i == v->scroll.at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    char check[2] = "";

    surface_fill(to, row, 0, to->cols, style, ' ');
    surface_put(to, row, 0, 1, style, here ? ">" : " ");
    if (!seal) {
        surface_put(to, row, 2, at->match - 3, here ? style : STYLE_DIM,
                    _("a seal that is not listed"));
    } else {
        surface_put(to, row, 2, at->expected - 3, style,
                    seals_choice_words(v, "seal_place", seal->place));
        surface_put(to, row, at->expected, 12, style, seal->expected ? seal->expected : "-");
        if (seal->applied) /* where it hangs now: the new number */
            surface_putf(to, row, at->match, at->checks - at->match - 1, style, _("new %s"),
                         seal->applied);
        else
            surface_put(to, row, at->match, at->checks - at->match - 1,
                        here ? style : match_style(seal), seal_match_words(seal));
        for (int k = 0; k < SEAL_CHECKS && seal->checks[k]; k++) {
            check[0] = seal->checks[k];
            surface_put(to, row, at->checks + k * at->gap + at->gap / 3, 1,
                        here              ? style
                        : check[0] == '!' ? STYLE_FINDING
                        : check[0] == '+' ? STYLE_OK
                                          : STYLE_NORMAL,
                        check);
        }
    }
    if (here && v->typing)
        field_draw(&v->field, to, row, at->read, 12, true);
    else if (seal && seal->read)
        surface_put(to, row, at->read, 12, style, seal->read);
}

static void
draw_title(const struct screen *s, struct surface *to)
{
    const struct seals_view *v = s->data;
    const struct wagon_row *w = v->work.wagon;
    char left[300], right[120];

    snprintf(left, sizeof left, _("Seals of wagon %d of %zu   %s"), w->position, v->consist.n,
             w->number);
    snprintf(right, sizeof right, _("expected %d   read %d"), w->seals_expected, w->seals_read);
    frame_title(s, to, left, right);
}

/* Below the list: what the last number means; before that, a place that its column cuts. */
static void
draw_foot(const struct seals_view *v, struct surface *to, const struct columns *at)
{
    const struct seal_row *seal = seals_here(v);
    bool bad = seal && match_style(seal) == STYLE_FINDING;
    int row = FRAME_TOP + frame_rows(to) - FOOT_ROWS, width = to->cols - 3, used;
    const char *place = seal ? seals_choice_words(v, "seal_place", seal->place) : "";

    if (!*v->foot[0] && !*v->foot[1]) {
        if ((int)utf8_columns(place) > at->expected - 3)
            surface_put(to, row + FOOT_ROWS - 1, 2, width, STYLE_HINT, place);
        return;
    }
    used = surface_wrap(to, row, 2, width, 1, bad ? STYLE_FINDING : STYLE_HINT, v->foot[0]);
    surface_wrap(to, row + used, 2, width, FOOT_ROWS - used, STYLE_HINT, v->foot[1]);
}

void
seals_draw(const struct screen *s, struct surface *to)
{
    const struct seals_view *v = s->data;
    struct columns at = columns_for(to->cols);
    size_t page = (size_t)(frame_rows(to) > 5 ? frame_rows(to) - 4 : 1), top = 0;
    const struct seal_row *seal = seals_here(v), *checked = seals_checked(v);
    char text[200], hint[300];

    draw_title(s, to);
    frame_strip(to, &v->consist, v->work.wagon->position);
    draw_headings(to, &at);
    if (v->scroll.at >= page)
        top = v->scroll.at - page + 1;
    for (size_t i = 0; i < page && top + i <= v->work.seals.n; i++)
        draw_seal(v, to, FRAME_TOP + 1 + (int)i, top + i, &at);
    draw_foot(v, to, &at);
    if (checked && checked != seal && !seal_is_open(checked))
        snprintf(hint, sizeof hint, _("y: %s is fine, all four; then scan or type the next"),
                 checked->read);
    else
        snprintf(hint, sizeof hint, "%s",
                 _("Scan, or type the number (first letter as a capital), Enter"));
    frame_hint(s, to, v->typing ? _("Enter compares, Esc leaves the field") : hint,
               v->typing ? NULL
                         : _("a next of the four OK   y all four OK   b no access   F8 none here"));
    snprintf(text, sizeof text, _("seals to read %zu | undo %d"), v->work.in.seals_open,
             v->work.undo);
    frame_status(s, to, text);
    frame_bar(s, to);
}
