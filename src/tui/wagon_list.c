/* SPDX-License-Identifier: ISC */
/* The list of the wagon screen: zones with their counts, lines with mark, name, label and answer.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "core/units.h"
#include "i18n/i18n.h"
#include "tui/wagon_view.h"
#include "tui/words.h"

size_t
wagon_lang(const struct wagon_view *v)
{
    return checklist_lang(v->work.set, i18n_codes());
}

const struct line *
wagon_line(const struct wagon_view *v)
{
    return v->at < v->work.in.n ? &v->work.in.lines[v->at] : NULL;
}

void
wagon_go_to(struct wagon_view *v, size_t i)
{
    const struct inspection *in = &v->work.in;

    if (!in->n)
        return;
    v->at = i < in->n ? i : in->n - 1;
    snprintf(v->key, sizeof v->key, "%s", in->lines[v->at].key);
    v->editing = false;
}

size_t
wagon_next_line(const struct wagon_view *v, size_t after)
{
    return work_next_line(&v->work, after);
}

const struct finding_row *
wagon_finding_at(const struct wagon_view *v, const struct line *l)
{
    return work_finding_at(&v->work, l->key);
}

const struct gate *
wagon_gate_at(const struct wagon_view *v, const struct line *l)
{
    return work_gate_at(&v->work, l);
}

/* Where to begin in the zone of an item that this wagon does not ask: its first open line. n when
 * the zone is not there either. */
static size_t
line_of_zone(const struct wagon_view *v, const char *key)
{
    const struct inspection *in = &v->work.in;
    char *name = rc_memdup(key, strcspn(key, "/"));
    const struct item *item = checklist_item(v->work.set, name);
    size_t first = in->n;

    for (size_t i = in->n; item && i-- > 0;) {
        if (in->lines[i].item->zone == item->zone &&
            (first == in->n || !line_done(in, &in->lines[i]) || line_done(in, &in->lines[first])))
            first = i;
    }
    free(name);
    return first;
}

void
wagon_lay_rows(struct wagon_view *v)
{
    const struct inspection *in = &v->work.in;
    size_t first = 0, at;

    v->n_rows = 0;
    for (size_t i = 0; i < in->n; i++) {
        inspection_zone(in, i, &first, NULL, NULL);
        if (first == i) {
            ARRAY_GROW(v->rows, v->n_rows, v->cap_rows);
            v->rows[v->n_rows++] = (struct list_row){true, i};
        }
        ARRAY_GROW(v->rows, v->n_rows, v->cap_rows);
        v->rows[v->n_rows++] = (struct list_row){false, i};
    }
    at = *v->key ? inspection_find(in, v->key) : in->n;
    if (at == in->n) { /* not named, not asked here, or no longer asked */
        v->editing = false;
        at = !v->laid && *v->key ? line_of_zone(v, v->key) : in->n;
        if (at == in->n)
            at = v->laid && *v->key ? v->at : wagon_next_line(v, in->n);
    }
    if (at >= in->n)
        at = *v->key && in->n ? in->n - 1 : 0;
    if (v->go_on && in->n && line_done(in, &in->lines[at]) && wagon_next_line(v, at) < in->n)
        at = wagon_next_line(v, at);
    v->go_on = false;
    v->laid = true;
    if (in->n) {
        v->at = at;
        snprintf(v->key, sizeof v->key, "%s", in->lines[at].key);
    }
}

static enum style
mark_style(char mark)
{
    switch (mark) {
    case '+':
    case '=':
        return STYLE_OK;
    case '!':
        return STYLE_FINDING;
    case '#':
    case 'R':
        return STYLE_GATE;
    case '.':
        return STYLE_NORMAL;
    default:
        return STYLE_WORK;
    }
}

/* Zones are written in capitals, in any language. */
static void
add_upper(struct buf *out, const char *text)
{
    size_t len = strlen(text);

    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t n = utf8_decode(text + i, len - i, &c);
        char encoded[4];

        if (n)
            buf_add(out, encoded, utf8_encode(utf8_upper(c), encoded));
        i += n ? n : 1;
    }
}

/* SHELL  ..........................  2/4 */
static void
draw_heading(const struct wagon_view *v, struct surface *to, int row, int cols, size_t line)
{
    const struct inspection *in = &v->work.in;
    const struct line *l = &in->lines[line];
    size_t first, last, done;
    struct buf name = {0};
    char count[32];
    int used;

    inspection_zone(in, line, &first, &last, &done);
    snprintf(count, sizeof count, "%zu/%zu", done, last - first + 1);
    add_upper(&name, words_in(&l->item->zone->label, wagon_lang(v)));
    if (l->container)
        buf_addf(&name, "  %s", l->container);
    used = surface_put(to, row, 3, cols - 13, STYLE_ZONE, buf_text(&name));
    surface_fill(to, row, 3 + used + 2, cols - used - 9 - (int)strlen(count), STYLE_DIM, '.');
    surface_put_right(to, row, cols - 10, 8, STYLE_ZONE, count);
    buf_release(&name);
}

bool
wagon_line_bad(const struct inspection *in, const struct line *l)
{
    bool outside = false;

    if (l->item->type == ITEM_SEALS)
        return in->seals_bad;
    return l->answer.state == ANSWER_FINDING ||
           (l->answer.state == ANSWER_VALUE && answer_allowed(in, l, &l->answer, &outside, NULL) &&
            outside);
}

/* What stands at the right of a line: the value with its unit, or what it asks for. */
static void
answer_text(const struct wagon_view *v, const struct line *l, int cols, char *out, size_t size)
{
    const struct finding_row *finding = wagon_finding_at(v, l);
    const char *unit = tr(unit_symbol(l->item->unit));

    out[0] = '\0';
    if (l->item->type == ITEM_SEALS) {
        size_t read = v->work.seals.n - v->work.in.seals_open;

        /* The label needs the room where the list is narrow. */
        snprintf(out, size, "[%s%s%zu/%zu%s]", cols < 70 ? "" : _("seals"), cols < 70 ? "" : " ",
                 read, v->work.seals.n, v->work.in.seals_bad ? "!" : "");
    } else if (l->answer.value) {
        struct buf value = {0};

        words_value(&value, l->item, l->answer.value, wagon_lang(v));
        snprintf(out, size, "%s%s%s%s", buf_text(&value), *unit ? " " : "", unit,
                 wagon_line_bad(&v->work.in, l) ? " !" : "");
        buf_release(&value);
    } else if (finding) {
        snprintf(out, size, "%s %d", finding->category, finding->severity);
    } else if (l->item->type == ITEM_DECIMAL || l->item->type == ITEM_INTEGER) {
        snprintf(out, size, "[%s]", *unit ? unit : "0-9");
    } else if (l->item->type != ITEM_CHECK) {
        snprintf(out, size, "[%s]", l->item->type == ITEM_TEXT ? _("text") : _("choice"));
    } else if (l->answer.note) {
        snprintf(out, size, "*");
    }
}

static void
draw_line(const struct wagon_view *v, struct surface *to, int row, int cols, size_t i)
{
    const struct line *l = &v->work.in.lines[i];
    bool here = i == v->at;
    enum style style = here ? STYLE_CURSOR : STYLE_NORMAL;
    char mark = line_mark(l), marks[2] = {mark, '\0'}, right[120];
    int width;

    if (l->item->type == ITEM_SEALS && line_done(&v->work.in, l) && mark == '.')
        marks[0] = mark = v->work.in.seals_bad ? '!' : '+';
    if (work_point(&v->work, l->key))
        marks[0] = mark = 'R';
    surface_fill(to, row, 0, cols, style, ' ');
    surface_put(to, row, 1, 1, style, here ? ">" : " ");
    surface_put(to, row, 3, 1, here ? STYLE_CURSOR : mark_style(mark), marks);
    surface_put(to, row, 5, 9, style, l->item->name);
    answer_text(v, l, cols, right, sizeof right);
    width = (int)utf8_columns(right);
    if (width > 24)
        width = 24;
    surface_put(to, row, 15, cols - 15 - width - 3, style,
                words_in(&l->item->label, wagon_lang(v)));
    if (here && v->editing)
        field_draw(&v->field, to, row, cols - 14, 12, true);
    else
        surface_put_right(to, row, cols - width - 2, width,
                          !here && wagon_line_bad(&v->work.in, l) ? STYLE_FINDING : style, right);
}

void
wagon_draw_list(const struct wagon_view *v, struct surface *to, int row, int rows, int cols)
{
    size_t here = 0, top = 0, page = (size_t)(rows > 1 ? rows : 1);

    for (size_t i = 0; i < v->n_rows; i++) {
        if (!v->rows[i].heading && v->rows[i].line == v->at)
            here = i;
    }
    /* The cursor's zone from its heading when it fits, and a few rows of what comes next. */
    if (v->n_rows > page) {
        size_t below = page / 3;

        top = here + below + 1 > page ? here + below + 1 - page : 0;
        if (top + page > v->n_rows)
            top = v->n_rows - page;
        if (top && !v->rows[top].heading && v->rows[top - 1].heading && here < top + page - 1)
            top--;
    }
    for (size_t i = 0; i < page && top + i < v->n_rows; i++) {
        const struct list_row *r = &v->rows[top + i];

        if (r->heading)
            draw_heading(v, to, row + (int)i, cols, r->line);
        else
            draw_line(v, to, row + (int)i, cols, r->line);
    }
}
