/* SPDX-License-Identifier: ISC */
/*
 * The seals of a wagon: numbers typed or scanned are compared at once; view, verify, tug and twist
 * are four quick answers.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/inspect.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/utf8.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"

enum { ASK_REASON = 1, ASK_PLACE, ASK_NEW_PLACE, ASK_NEW_NO, ASK_REMOVED, ASK_WHY };

/* A change that waits for the reason of a correction. */
enum change {
    CHANGE_NONE,
    CHANGE_READ,
    CHANGE_CHECKS,
    CHANGE_MISSING,
    CHANGE_NO_ACCESS,
    CHANGE_PLACE,
    CHANGE_REMOVED,
    CHANGE_APPLIED
};

struct seals_view {
    int64_t wagon;
    struct work work;
    struct wagons consist;
    struct scroll scroll; /* the last row is the free one, for a seal that nobody expects */
    bool typing;
    struct field field;
    char foot[2][300]; /* what the last reading turned out to be */
    char place[40];    /* chosen for a new seal */
    enum change pending;
    int pending_n;
    char *pending_text;
};

static size_t
lang_of(const struct seals_view *v)
{
    return checklist_lang(v->work.set, i18n_code());
}

/* The seal under the cursor; NULL on the free row. */
static const struct seal_row *
seal_here(const struct seals_view *v)
{
    return v->scroll.at < v->work.seals.n ? &v->work.seals.rows[v->scroll.at] : NULL;
}

static bool
is_open(const struct seal_row *seal)
{
    return strcmp(seal->match, "open") == 0;
}

static bool
seals_reload(struct screen *s, struct rc_error *err)
{
    struct seals_view *v = s->data;
    struct wagons consist = {0};
    struct work work;
    bool first = !v->work.set;

    if (!work_open(s->ui->app, v->wagon, &work, err))
        return false;
    if (!store_consist(s->ui->app->store, work.wagon->train, false, &consist, err)) {
        work_release(&work);
        return false;
    }
    work_release(&v->work);
    wagons_release(&v->consist);
    v->work = work;
    v->work.wagon = &v->work.wagons.rows[0];
    v->consist = consist;
    scroll_fit(&v->scroll, v->work.seals.n + 1, v->work.seals.n + 1);
    for (size_t i = 0; first && i < v->work.seals.n; i++) {
        if (is_open(&v->work.seals.rows[i])) {
            v->scroll.at = i;
            break;
        }
    }
    return true;
}

/* --- drawing --- */

static const char *
choice_words(const struct seals_view *v, const char *list, const char *name)
{
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct choice *choice = choices && *name ? choice_in(choices, name) : NULL;

    return choice ? words_in(&choice->label, lang_of(v)) : *name ? name : "-";
}

static const char *
match_words(const struct seal_row *seal)
{
    enum seal_match match = SEAL_OPEN;

    if (seal->removed)
        return _("removed by us");
    seal_match_parse(seal->match, &match);
    switch (match) {
    case SEAL_MATCHED:
        return seal->expected ? _("matches") : _("put on by us");
    case SEAL_LOOKALIKE:
        return _("matches *");
    case SEAL_MISMATCHED:
        return _("ANOTHER NUMBER");
    case SEAL_MISSING:
        return _("MISSING");
    case SEAL_EXTRA:
        return _("NOT EXPECTED");
    case SEAL_NO_ACCESS:
        return _("no access");
    default:
        return "";
    }
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
    for (int i = 0; i < SEAL_CHECKS; i++)
        surface_put(to, FRAME_TOP, at->checks + i * at->gap, at->gap - 1, STYLE_ZONE, _(names[i]));
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
        surface_put(to, row, 2, at->read - 3, here ? style : STYLE_DIM,
                    _("a seal that is not listed"));
    } else {
        surface_put(to, row, 2, at->expected - 3, style,
                    choice_words(v, "seal_place", seal->place));
        surface_put(to, row, at->expected, 12, style, seal->expected ? seal->expected : "-");
        surface_put(to, row, at->match, at->checks - at->match - 1,
                    here ? style : match_style(seal), match_words(seal));
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
    else if (seal)
        surface_put(to, row, at->read, 12, style,
                    seal->applied ? seal->applied
                    : seal->read  ? seal->read
                                  : "");
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

static void
seals_draw(const struct screen *s, struct surface *to)
{
    const struct seals_view *v = s->data;
    struct columns at = columns_for(to->cols);
    size_t page = (size_t)(frame_rows(to) > 5 ? frame_rows(to) - 4 : 1), top = 0;
    const struct seal_row *seal = seal_here(v);
    char text[200];

    draw_title(s, to);
    frame_strip(to, &v->consist, v->work.wagon->position);
    draw_headings(to, &at);
    if (v->scroll.at >= page)
        top = v->scroll.at - page + 1;
    for (size_t i = 0; i < page && top + i <= v->work.seals.n; i++)
        draw_seal(v, to, FRAME_TOP + 1 + (int)i, top + i, &at);
    for (int i = 0; i < 2; i++)
        surface_put(to, FRAME_TOP + frame_rows(to) - 2 + i, 2, to->cols - 3,
                    i == 0 && seal && match_style(seal) == STYLE_FINDING ? STYLE_FINDING
                                                                         : STYLE_HINT,
                    v->foot[i]);
    frame_hint(s, to,
               v->typing ? _("Enter compares, Esc leaves the field")
                         : _("Scan, or type the number (first letter as a capital), Enter"),
               v->typing ? NULL
                         : _("a next of the four OK   y all four OK   b no access   F8 none here"));
    snprintf(text, sizeof text, _("seals to read %zu | undo %d"), v->work.in.seals_open,
             v->work.undo);
    frame_status(s, to, text);
    frame_bar(s, to);
}

/* --- changing --- */

/* Does the change n, text; what the reading was goes to reading. */
static bool
perform(struct screen *s, enum change change, int n, const char *text, const char *why,
        struct seal_reading *reading, struct rc_error *err)
{
    struct seals_view *v = s->data;
    struct app *app = s->ui->app;

    switch (change) {
    case CHANGE_READ:
        return inspect_seal_read(app, v->wagon, n, text, "", why, reading, err);
    case CHANGE_CHECKS:
        return inspect_seal_checks(app, v->wagon, n, text, "", why, err);
    case CHANGE_MISSING:
        return inspect_seal_missing(app, v->wagon, n, why, err);
    case CHANGE_NO_ACCESS:
        return inspect_seal_no_access(app, v->wagon, n, text, why, err);
    case CHANGE_PLACE:
        return inspect_seal_place(app, v->wagon, n, text, why, err);
    case CHANGE_REMOVED:
        return inspect_seal_removed(app, v->wagon, n, text, why, err);
    case CHANGE_APPLIED:
        return inspect_seal_applied(app, v->wagon, n, text, v->place, why, err);
    default:
        return false;
    }
}

static void
next_to_read(struct seals_view *v)
{
    for (size_t i = 0; i < v->work.seals.n; i++) {
        size_t at = (v->scroll.at + 1 + i) % v->work.seals.n;

        if (is_open(&v->work.seals.rows[at])) {
            v->scroll.at = at;
            return;
        }
    }
}

/* Names the first letter in which read and expected look alike but are not the same. */
static void
say_lookalike(const struct seal_row *seal, char *out, size_t size)
{
    const char *a = seal->expected, *b = seal->read;

    while (a && b && *a && *b) {
        uint32_t x, y;
        size_t n = utf8_decode(a, strlen(a), &x), m = utf8_decode(b, strlen(b), &y);

        if (!n || !m)
            return;
        x = utf8_upper(x);
        y = utf8_upper(y);
        if (x != y) {
            char letter[5] = "", other[5] = "";

            utf8_encode(y, letter);
            utf8_encode(x, other);
            snprintf(out, size,
                     y < 0x80 ? _("* Latin %s read for Cyrillic %s")
                              : _("* Cyrillic %s read for Latin %s"),
                     letter, other);
            return;
        }
        a += n;
        b += m;
    }
}

static void
say_reading(struct screen *s, const struct seal_reading *reading)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = NULL;

    v->foot[0][0] = v->foot[1][0] = '\0';
    for (size_t i = 0; i < v->work.seals.n; i++) {
        if (v->work.seals.rows[i].n == reading->n) {
            seal = &v->work.seals.rows[i];
            v->scroll.at = i;
        }
    }
    if (seal && reading->match == SEAL_LOOKALIKE)
        say_lookalike(seal, v->foot[0], sizeof v->foot[0]);
    else if (seal && reading->match == SEAL_MISMATCHED)
        snprintf(v->foot[0], sizeof v->foot[0], _("read %s, listed %s: f raises a finding"),
                 seal->read, seal->expected);
    else if (reading->match == SEAL_EXTRA)
        snprintf(
            v->foot[0], sizeof v->foot[0], "%s",
            _("this number is not listed for the wagon: e names its place, f raises a finding"));
    if (reading->elsewhere)
        snprintf(v->foot[1], sizeof v->foot[1],
                 _("THE SAME NUMBER is on another wagon (wagon, train, day): %s"), reading->where);
    else if (reading->unusual)
        snprintf(v->foot[1], sizeof v->foot[1], "%s",
                 _("this does not look like a seal number; the number is on no other wagon"));
    else
        snprintf(v->foot[1], sizeof v->foot[1], "%s",
                 _("the number is on no other wagon and train"));
}

static struct effect
change_seal(struct screen *s, enum change change, int n, const char *text, const char *why)
{
    struct seals_view *v = s->data;
    struct seal_reading reading = {0};
    struct rc_error err = {0};

    if (!perform(s, change, n, text, why, &reading, &err)) {
        if (err.code == RC_E_WHY_NEEDED) {
            free(v->pending_text);
            v->pending = change;
            v->pending_n = n;
            v->pending_text = rc_strdup(text);
            return effect_push(screen_ask(s->ui, ASK_WHY, _("Reason of the correction"),
                                          s->ui->reason, FIELD_TEXT, false));
        }
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    v->typing = false;
    if (!seals_reload(s, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    if (change == CHANGE_READ) {
        say_reading(s, &reading);
        if (reading.match == SEAL_MATCHED)
            next_to_read(v);
    } else if (change == CHANGE_MISSING || change == CHANGE_NO_ACCESS) {
        next_to_read(v);
    }
    return effect_redraw();
}

/* Sets the next open one of the four answers, or all of them, to mark. */
static struct effect
check(struct screen *s, char mark, bool all)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seal_here(v);
    char checks[SEAL_CHECKS + 1];
    bool set = false;

    if (!seal || strlen(seal->checks) != SEAL_CHECKS)
        return effect_none();
    if (is_open(seal)) {
        ui_say(s->ui, "%s", _("read the number first"));
        return effect_redraw();
    }
    snprintf(checks, sizeof checks, "%s", seal->checks);
    for (int i = 0; i < SEAL_CHECKS && (all || !set); i++) {
        if (checks[i] != '.')
            continue;
        checks[i] = mark;
        set = true;
    }
    if (!set) {
        next_to_read(v);
        return effect_redraw();
    }
    return change_seal(s, CHANGE_CHECKS, seal->n, checks, NULL);
}

/* A finding on the seals of the wagon, with what is wrong in its words. */
static struct effect
raise_finding(struct screen *s)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seal_here(v);
    char text[300] = "", id[40];
    struct finding f = {.item = "",
                        .zone = "seals",
                        .category = "SEAL",
                        .severity = 2,
                        .noticed = "",
                        .description = text,
                        .quantity = "",
                        .unit = "",
                        .action = "",
                        .agency = "",
                        .act_no = "",
                        .files = ""};
    struct rc_error err = {0};

    for (size_t i = 0; i < v->work.in.n; i++) {
        if (v->work.in.lines[i].item->type == ITEM_SEALS)
            f.item = v->work.in.lines[i].key;
    }
    if (seal)
        snprintf(text, sizeof text, "%s: %s%s%s%s%s", choice_words(v, "seal_place", seal->place),
                 match_words(seal), seal->expected ? ", " : "",
                 seal->expected ? seal->expected : "", seal->read ? " / " : "",
                 seal->read ? seal->read : "");
    if (!inspect_finding(s->ui->app, v->wagon, &f, NULL, id, &err)) {
        ui_error(s->ui, &err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    if (seal && !is_open(seal) && strchr(seal->checks, '.'))
        check(s, '!', false);
    return effect_push(screen_finding(s->ui, v->wagon, id));
}

static struct effect
step(struct screen *s, bool redo)
{
    struct seals_view *v = s->data;
    struct rc_error err = {0};
    char what[40];
    bool done = redo ? inspect_redo(s->ui->app, v->wagon, what, &err)
                     : inspect_undo(s->ui->app, v->wagon, what, &err);

    v->foot[0][0] = v->foot[1][0] = '\0';
    if (done)
        ui_saved(s->ui);
    if (!done || !seals_reload(s, &err))
        ui_error(s->ui, &err);
    return effect_redraw();
}

static struct effect
neighbour(struct screen *s, int to)
{
    struct seals_view *v = s->data;

    for (size_t i = 0; i < v->consist.n; i++) {
        size_t at = to > 0 ? i + 1 : i - 1;

        if (v->consist.rows[i].id == v->wagon && at < v->consist.n)
            return effect_replace(screen_seals(s->ui, v->consist.rows[at].id));
    }
    return effect_none();
}

static struct effect
next_open(struct screen *s)
{
    struct seals_view *v = s->data;

    if (!v->work.in.seals_open)
        return neighbour(s, 1);
    next_to_read(v);
    return effect_redraw();
}

static struct effect
start_typing(struct screen *s)
{
    struct seals_view *v = s->data;

    v->field.kind = FIELD_SEAL;
    v->field.max = SEAL_NO_MAX;
    field_set(&v->field, "");
    v->typing = true;
    v->foot[0][0] = v->foot[1][0] = '\0';
    return effect_redraw();
}

static struct effect
choose(struct screen *s, int tag, const char *question, const char *list, bool other)
{
    struct seals_view *v = s->data;
    const struct choice_list *choices = checklist_list(v->work.set, list);
    const struct seal_row *seal = seal_here(v);

    if (!choices)
        return effect_none();
    return effect_push(screen_choose(s->ui, tag, question, choices, v->work.set,
                                     tag == ASK_PLACE && seal ? seal->place : NULL, other));
}

static struct effect
seals_act(struct screen *s, enum action action)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seal_here(v);

    if (scroll_act(&v->scroll, action, v->work.seals.n + 1)) {
        v->foot[0][0] = v->foot[1][0] = '\0';
        return effect_redraw();
    }
    switch (action) {
    case ACT_OPEN:
        return start_typing(s);
    case ACT_OK:
        return check(s, '+', false);
    case ACT_SEAL_ALL_OK:
        return check(s, '+', true);
    case ACT_FINDING:
        return raise_finding(s);
    case ACT_NO_ACCESS:
        return seal ? choose(s, ASK_REASON, _("Not accessible: why?"), "reason", true)
                    : effect_none();
    case ACT_SEAL_NONE:
        return seal ? change_seal(s, CHANGE_MISSING, seal->n, NULL, NULL) : effect_none();
    case ACT_SEAL_REMOVED:
        return seal ? effect_push(screen_ask(s->ui, ASK_REMOVED,
                                             _("Removed by us: on whose order, why?"), "",
                                             FIELD_TEXT, false))
                    : effect_none();
    case ACT_SEAL_NEW:
        return choose(s, ASK_NEW_PLACE, _("Place of the new seal"), "seal_place", false);
    case ACT_SEAL_PLACE:
        return seal ? choose(s, ASK_PLACE, _("Place of the seal"), "seal_place", false)
                    : effect_none();
    case ACT_UNDO:
    case ACT_REDO:
        return step(s, action == ACT_REDO);
    case ACT_NEXT_OPEN:
        return next_open(s);
    case ACT_LEFT:
        return neighbour(s, -1);
    case ACT_RIGHT:
        return neighbour(s, 1);
    case ACT_GO:
        return effect_push(screen_find(s->ui, v->work.train->id));
    case ACT_HISTORY:
        return effect_push(screen_history(s->ui, v->wagon));
    case ACT_LOG:
        return effect_push(screen_log(s->ui, v->work.train->id, v->wagon));
    default:
        return effect_default();
    }
}

/* --- typing --- */

static bool
seals_wants(const struct screen *s, const struct key *key)
{
    const struct seals_view *v = s->data;

    if (v->typing)
        return key->code == RK_CHAR || key->code == RK_ENTER || key->code == RK_ESC ||
               key->code == RK_BACKSPACE || key->code == RK_DELETE || key->code == RK_LEFT ||
               key->code == RK_RIGHT || key->code == RK_HOME || key->code == RK_END;
    /* A scanner types capitals and digits; commands are small letters. */
    if (key->code != RK_CHAR)
        return false;
    return (key->ch >= '0' && key->ch <= '9') ||
           layout_digit(&s->ui->layouts, s->ui->layout, key->ch) != 0 ||
           (key->ch > ' ' && utf8_fold(key->ch) != key->ch);
}

static struct effect
seals_text(struct screen *s, const struct key *key)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seal_here(v);

    if (!v->typing)
        start_typing(s);
    if (key->code == RK_ESC) {
        v->typing = false;
        return effect_redraw();
    }
    if (key->code == RK_ENTER) {
        if (!v->field.text.len) {
            v->typing = false;
            return effect_redraw();
        }
        return change_seal(s, CHANGE_READ, seal ? seal->n : 0, buf_text(&v->field.text), NULL);
    }
    field_key(&v->field, key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static struct effect
seals_result(struct screen *s, int tag, const char *text)
{
    struct seals_view *v = s->data;
    const struct seal_row *seal = seal_here(v);

    if (!text)
        return effect_redraw();
    if (*text == '=') /* own words */
        text++;
    switch (tag) {
    case ASK_REASON:
        return seal ? change_seal(s, CHANGE_NO_ACCESS, seal->n, text, NULL) : effect_redraw();
    case ASK_PLACE:
        return seal ? change_seal(s, CHANGE_PLACE, seal->n, text, NULL) : effect_redraw();
    case ASK_REMOVED:
        return seal ? change_seal(s, CHANGE_REMOVED, seal->n, text, NULL) : effect_redraw();
    case ASK_NEW_PLACE:
        snprintf(v->place, sizeof v->place, "%s", text);
        return effect_push(
            screen_ask(s->ui, ASK_NEW_NO, _("Number of the new seal"), "", FIELD_SEAL, false));
    case ASK_NEW_NO: /* it takes the place of a seal that we have removed */
        return change_seal(s, CHANGE_APPLIED, seal && seal->removed ? seal->n : 0, text, NULL);
    case ASK_WHY:
        snprintf(s->ui->reason, sizeof s->ui->reason, "%s", text);
        return change_seal(s, v->pending, v->pending_n, v->pending_text, text);
    default:
        return effect_redraw();
    }
}

static void
seals_close(struct screen *s)
{
    struct seals_view *v = s->data;

    work_release(&v->work);
    wagons_release(&v->consist);
    field_release(&v->field);
    free(v->pending_text);
}

static const struct screen_ops seals_ops = {
    .name = "seals",
    .context = IN_SEALS,
    .draw = seals_draw,
    .act = seals_act,
    .wants = seals_wants,
    .text = seals_text,
    .reload = seals_reload,
    .result = seals_result,
    .close = seals_close,
};

struct screen *
screen_seals(struct ui *ui, int64_t wagon)
{
    struct screen *s = screen_new(ui, &seals_ops, sizeof(struct seals_view));
    struct seals_view *v = s->data;

    v->wagon = wagon;
    return s;
}
