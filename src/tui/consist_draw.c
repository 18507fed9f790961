/* SPDX-License-Identifier: ISC */
/* Draws the consist of a train: where it stands, wagon by wagon. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/alloc.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/board_words.h"
#include "tui/consist_view.h"
#include "tui/frame.h"
#include "tui/ui.h"
#include "tui/walking.h"
#include "tui/words.h"

const struct wagon_row *
consist_wagon(const struct consist_view *c)
{
    return c->scroll.at < c->wagons.n ? &c->wagons.rows[c->scroll.at] : NULL;
}

static const char *
kind_words(const struct consist_view *c, const char *kind)
{
    const struct sheet *sheet = checklist_sheet(c->set, kind);

    return sheet ? words_in(&sheet->label, checklist_lang(c->set, i18n_codes())) : _("unknown");
}

static enum style
state_style(const struct wagon_row *w)
{
    enum wagon_state state = WAGON_NOT_STARTED;

    wagon_state_parse(w->state, &state);
    switch (state) {
    case WAGON_CLEAR:
        return STYLE_OK;
    case WAGON_FINDING:
    case WAGON_RETURNED:
    case WAGON_HELD:
        return STYLE_FINDING;
    case WAGON_IN_WORK:
        return STYLE_WORK;
    default:
        return STYLE_DIM;
    }
}

#define ROOMY 140 /* columns from which whole names, parties and officer are shown */

/* Columns of the table; cargo and UN, parties and officer only where there is room for them. */
struct columns {
    int number, number_width, kind, kind_width, cargo, cargo_width, parties, parties_width, officer,
        un, seals, items, mark, findings;
};

/* Numbers of 12 digits need more room than those of 8; the kind gives it. */
static int
number_width(const struct wagons *wagons)
{
    for (size_t i = 0; i < wagons->n; i++) {
        if (strlen(wagons->rows[i].number) > 9)
            return 12;
    }
    return 9;
}

static struct columns
columns_for(int cols, int number)
{
    struct columns at = {.number = 6, .kind = 6 + number + 1, .number_width = number};

    at.findings = cols - 4;
    at.mark = cols - 7;
    at.items = cols - 16;
    at.seals = cols - 23;
    at.kind_width = cols < 80 ? at.seals - at.kind - 1 : cols < 100 ? 22 - number : 35 - number;
    if (cols >= 80) {
        at.un = cols - 29;
        at.cargo = at.kind + at.kind_width + 1;
        at.cargo_width = at.un - at.cargo - 1;
    }
    if (cols >= ROOMY) {
        at.kind_width = 36;
        at.cargo = at.kind + at.kind_width + 1;
        at.cargo_width = cols / 5;
        at.parties = at.cargo + at.cargo_width + 1;
        at.officer = at.un - 11;
        at.parties_width = at.officer - at.parties - 1;
    }
    return at;
}

static void
draw_headings(struct surface *to, const struct columns *at)
{
    surface_fill(to, FRAME_TOP, 0, to->cols, STYLE_ZONE, ' ');
    surface_put_right(to, FRAME_TOP, 1, 3, STYLE_ZONE, "#");
    surface_put(to, FRAME_TOP, at->number, 9, STYLE_ZONE, _("Wagon"));
    surface_put(to, FRAME_TOP, at->kind, at->kind_width, STYLE_ZONE, _("Kind"));
    if (at->cargo) {
        surface_put(to, FRAME_TOP, at->cargo, at->cargo_width, STYLE_ZONE, _("Cargo"));
        surface_put(to, FRAME_TOP, at->un, 5, STYLE_ZONE, _("UN"));
    }
    if (at->parties) {
        surface_put(to, FRAME_TOP, at->parties, at->parties_width, STYLE_ZONE,
                    _("Consignor > consignee"));
        surface_put(to, FRAME_TOP, at->officer, 10, STYLE_ZONE, _("Officer"));
    }
    surface_put(to, FRAME_TOP, at->seals, 6, STYLE_ZONE, _("Seals"));
    surface_put(to, FRAME_TOP, at->items, 8, STYLE_ZONE, _("Items"));
    surface_put(to, FRAME_TOP, at->findings - 1, 5, STYLE_ZONE, _("Find."));
}

static void
draw_wagon(const struct screen *s, struct surface *to, int row, const struct wagon_row *w,
           bool here, const struct columns *at)
{
    const struct consist_view *c = s->data;
    char cargo[CODE_NAME];
    enum wagon_state state = WAGON_NOT_STARTED;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    enum style mark = here ? STYLE_CURSOR : state_style(w);

    wagon_state_parse(w->state, &state);
    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    surface_putf(to, row, 1, 3, style, "%3d", w->position);
    surface_put(to, row, at->number, at->number_width, style, w->number);
    surface_put(to, row, at->kind, at->kind_width, style, kind_words(c, w->kind));
    if (*w->kind && strcmp(w->kind_from, "digit") == 0)
        surface_put(to, row, at->kind - 1, 1, style, "?");
    if (at->cargo) {
        surface_put(to, row, at->cargo, at->cargo_width, style, words_cargo(s->ui->app, w, cargo));
        surface_put(to, row, at->un, 5, style, *w->un_no ? w->un_no : "-");
    }
    if (at->parties && (*w->consignor || *w->consignee))
        surface_putf(to, row, at->parties, at->parties_width, style, "%s > %s", w->consignor,
                     w->consignee);
    if (at->officer)
        surface_put(to, row, at->officer, 10, style, w->officer);
    surface_putf(to, row, at->seals, 6, w->seals_bad && !here ? STYLE_FINDING : style, "%d/%d%s",
                 w->seals_read, w->seals_expected, w->seals_bad ? "!" : "");
    surface_putf(to, row, at->items, 8, style, "%3d/%d", w->done, w->total);
    surface_putf(to, row, at->mark, 1, mark, "%c", wagon_state_mark(state));
    if (w->findings)
        surface_putf(to, row, at->findings, 4, here ? STYLE_CURSOR : STYLE_FINDING, "%d",
                     w->findings);
}

static void
draw_title(const struct screen *s, struct surface *to)
{
    const struct consist_view *c = s->data;
    const struct train_row *t = &c->trains.rows[0];
    struct moment arrived = {t->arrived_at, t->arrived_offset};
    const char *parts[] = {t->index, words_direction(t->direction), NULL};
    char when[MOMENT_TEXT];
    struct buf left = {0};

    parts[2] = t->arrived_at ? moment_text(arrived, MOMENT_DAY_CLOCK, when) : "";
    buf_addf(&left, _("Train %s"), t->number);
    for (size_t i = 0; i < ARRAY_LEN(parts); i++) {
        if (*parts[i])
            buf_addf(&left, "  %s", parts[i]);
    }
    frame_title(s, to, buf_text(&left), NULL);
    buf_release(&left);
}

/* The newest word of a lead that stands for the wagon: an open point, or why it is held. */
static const struct review_row *
word_on(const struct consist_view *c, const struct wagon_row *w)
{
    for (size_t i = c->reviews.n; i-- > 0;) {
        const struct review_row *r = &c->reviews.rows[i];

        if (r->wagon != w->id)
            continue;
        if (strcmp(r->state, "open") == 0)
            return r;
        if (strcmp(r->what, "held") == 0 || strcmp(r->what, "released") == 0)
            return strcmp(r->what, "held") == 0 ? r : NULL;
    }
    return NULL;
}

/* What stands in the way at the wagon under the cursor. */
static void
draw_hint(const struct screen *s, struct surface *to)
{
    const struct consist_view *c = s->data;
    const struct wagon_row *w = consist_wagon(c);
    const struct review_row *word = w ? word_on(c, w) : NULL;
    char hint[300] = "", cargo[CODE_NAME];
    struct buf line = {0};

    if (!w) {
        frame_hint(s, to, NULL, _("The train has no wagons."));
        return;
    }
    if (word)
        snprintf(hint, sizeof hint, "%d: %c %s: %s", w->position,
                 *word->state ? wagon_state_mark(WAGON_RETURNED) : wagon_state_mark(WAGON_HELD),
                 word->officer, word->reason);
    else if (strcmp(w->state, "struck") == 0)
        snprintf(hint, sizeof hint, _("%d: struck out: %s"), w->position, w->reason);
    else if (!*w->kind || strcmp(w->kind_from, "digit") == 0)
        snprintf(hint, sizeof hint,
                 _("%d: the list does not name the kind; confirm it: F9, Kind of the wagon"),
                 w->position);
    else {
        buf_addf(&line, "%d: %s%s%s%s%s", w->position, words_cargo(s->ui->app, w, cargo),
                 *w->consignor ? ", " : "", w->consignor, *w->consignee ? " > " : "", w->consignee);
        words_stations(s->ui->app, w, &line);
    }
    buf_adds(&line, hint);
    frame_hint(s, to, NULL, buf_text(&line));
    buf_release(&line);
}

static void
draw_status(const struct screen *s, struct surface *to)
{
    const struct consist_view *c = s->data;
    const struct train_row *t = &c->trains.rows[0];
    int left = t->wagons - t->closed;
    struct moment departs = {t->departs_at, t->departs_offset}, now = ui_now(s->ui);
    struct buf text = {0};

    if (t->departs_at && strcmp(t->state, train_state_name(TRAIN_RELEASED)) != 0) {
        now.ms -= c->clock_off;
        words_departure(&text, departs, now);
        buf_adds(&text, " | ");
    }
    if (t->returns)
        buf_addf(&text, _("returned | points %d | wagons left %d | findings %d"), t->returns, left,
                 t->findings);
    else if (strcmp(t->state, "submitted") == 0)
        buf_addf(&text, _("submitted | findings %d"), t->findings);
    else if (*t->decided_by)
        buf_addf(&text, _("%s by %s | findings %d"), words_train_state(t->state), t->decided_by,
                 t->findings);
    else if (!left)
        buf_addf(&text, _("all closed: F9, Submit | findings %d"), t->findings);
    else
        buf_addf(&text, _("wagons left %d | findings %d"), left, t->findings);
    walking_words(&c->walk, &text);
    frame_status(s, to, buf_text(&text));
    buf_release(&text);
}

void
consist_draw(const struct screen *s, struct surface *to)
{
    const struct consist_view *c = s->data;
    struct columns at = columns_for(to->cols, number_width(&c->wagons));
    struct scroll scroll = c->scroll;
    size_t page = (size_t)(frame_rows(to) - 1);
    const struct wagon_row *here = consist_wagon(c);

    draw_title(s, to);
    frame_strip(to, &c->wagons, here ? here->position : 0);
    draw_headings(to, &at);
    scroll_fit(&scroll, c->wagons.n, page);
    for (size_t i = 0; i < page && scroll.top + i < c->wagons.n; i++) {
        size_t w = scroll.top + i;

        draw_wagon(s, to, FRAME_TOP + 1 + (int)i, &c->wagons.rows[w], w == scroll.at, &at);
    }
    draw_hint(s, to);
    draw_status(s, to);
    frame_bar(s, to);
}
