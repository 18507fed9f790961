/* SPDX-License-Identifier: ISC */
/* Title, consist strip, hint, status and F-bar, the same on every screen. */
#include "config.h"

#include "tui/frame.h"

#include <string.h>

#include "base/show.h"
#include "base/utf8.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/ui.h"
#include "tui/wrap.h"

#define BELOW 4 /* two hint lines, status, bar */

int
frame_rows(const struct surface *to)
{
    int rows = to->rows - FRAME_TOP - BELOW;

    return rows > 1 ? rows : 1;
}

size_t
frame_page(const struct screen *s, int kept)
{
    struct surface size = {.rows = s->ui->rows, .cols = s->ui->cols};
    int rows = frame_rows(&size) - kept;

    return rows > 1 ? (size_t)rows : 1;
}

static int
columns(const char *text)
{
    struct buf shown = {0};
    int n = text ? (int)show(&shown, text, strlen(text), SIZE_MAX) : 0;

    buf_release(&shown);
    return n;
}

/* As much of text as width has room for: its parts, which three blanks divide, whole; of the part
 * behind the first, also its first words. */
static void
put_parts(struct surface *to, int end, int width, const char *text)
{
    size_t fits = 0, len = strlen(text);
    bool more;
    struct buf out = {0};

    while (len && text[len - 1] == ' ')
        len--;
    for (size_t i = 1; i <= len; i++) {
        bool part = i == len || strncmp(text + i, "   ", 3) == 0;

        if (!part && (!fits || text[i] != ' ' || text[i - 1] == ' '))
            continue;
        buf_clear(&out);
        buf_add(&out, text, i);
        if (columns(buf_text(&out)) + (part ? 0 : 2) <= width)
            fits = i;
    }
    more = fits < len && strncmp(text + fits, "   ", 3) != 0;
    buf_clear(&out);
    buf_add(&out, text, fits);
    if (fits && more)
        buf_adds(&out, " …");
    surface_put(to, 0, end - columns(buf_text(&out)), width, STYLE_TITLE, buf_text(&out));
    buf_release(&out);
}

void
frame_title(const struct screen *s, struct surface *to, const char *left, const char *right)
{
    char clock[MOMENT_TEXT];
    struct buf text = {0};
    int used, width;

    surface_fill(to, 0, 0, to->cols, STYLE_TITLE, ' ');
    moment_text(ui_now(s->ui), MOMENT_CLOCK, clock);
    /* The clock always stays; the right side gives way to the left. */
    used = surface_put(to, 0, 1, to->cols - 9, STYLE_TITLE, left);
    surface_put_right(to, 0, to->cols - 6, 5, STYLE_TITLE, clock);
    width = to->cols - 8 - (used + 2);
    if (right)
        buf_adds(&text, right);
    else if (s->ui->app) {
        buf_addf(&text, "%s  %s", s->ui->app->post, s->ui->app->badge);
        /* Who is at work matters more than where: that he knows. */
        if (columns(buf_text(&text)) >= width) {
            buf_clear(&text);
            buf_adds(&text, s->ui->app->badge);
        }
    }
    put_parts(to, to->cols - 8, width, buf_text(&text));
    buf_release(&text);
}

static enum style
strip_style(char mark)
{
    switch (mark) {
    case '!':
    case 'X':
        return STYLE_FINDING;
    case 'R':
        return STYLE_GATE;
    case '~':
        return STYLE_WORK;
    default:
        return STYLE_STRIP;
    }
}

static char
mark_of(const struct wagon_row *wagon)
{
    enum wagon_state state;

    return wagon_state_parse(wagon->state, &state) ? wagon_state_mark(state) : '.';
}

/* The part of the strip that is seen. */
struct strip {
    size_t first;       /* row of the first wagon: the train's own checklist has no mark */
    size_t n;           /* marks */
    size_t at;          /* the one of the present wagon; n none */
    size_t from, width; /* the first one that is seen, and how many fit */
};

static struct strip
strip_of(const struct wagons *consist, int here, int cols)
{
    struct strip s = {.width = cols > 4 ? (size_t)cols - 4 : 1};

    while (s.first < consist->n && consist->rows[s.first].position == 0)
        s.first++;
    s.n = consist->n - s.first;
    s.at = s.n;
    for (size_t i = 0; i < s.n; i++) {
        if (here > 0 && consist->rows[s.first + i].position == here)
            s.at = i;
    }
    if (s.n > s.width && s.at < s.n)
        s.from = s.at < s.width / 2 ? 0 : s.at - s.width / 2;
    if (s.n > s.width && s.from + s.width > s.n)
        s.from = s.n - s.width;
    return s;
}

void
frame_strip(struct surface *to, const struct wagons *consist, int here)
{
    const struct strip s = strip_of(consist, here, to->cols);

    if (s.from > 0)
        surface_put(to, 1, 0, 1, STYLE_DIM, "<");
    for (size_t i = s.from; i < s.n && i < s.from + s.width; i++) {
        char mark[2] = {mark_of(&consist->rows[s.first + i]), '\0'};

        surface_put(to, 1, 1 + (int)(i - s.from), 1, i == s.at ? STYLE_HERE : strip_style(mark[0]),
                    mark);
    }
    if (s.from + s.width < s.n)
        surface_put(to, 1, 1 + (int)s.width, 1, STYLE_DIM, ">");
}

size_t
frame_strip_at(const struct wagons *consist, int here, int cols, int col)
{
    const struct strip s = strip_of(consist, here, cols);
    size_t i = s.from + (size_t)(col - 1);

    return col < 1 || (size_t)col > s.width || i >= s.n ? consist->n : s.first + i;
}

/* Lines that text takes when wrapped to width. */
static int
lines(const char *text, int width)
{
    char *shown = wrap_shown(text);
    int n = 0;

    for (const char *rest = shown; *rest; n++) {
        size_t next;

        wrap_line(rest, (size_t)width, &next);
        rest += next;
    }
    free(shown);
    return n;
}

int
frame_hint_above(const struct screen *s, const struct surface *to, const char *warning)
{
    int n = warning && !s->ui->message[0] ? lines(warning, to->cols - 2) : 0;

    return n > 2 ? n - 2 : 0;
}

bool
frame_hint(const struct screen *s, struct surface *to, const char *warning, const char *hint)
{
    const struct ui *ui = s->ui;
    bool message = ui->message[0] != '\0';
    const char *text = message ? ui->message : hint ? hint : "";
    enum style style = !message ? STYLE_HINT : ui->message_is_error ? STYLE_ERROR : STYLE_MESSAGE;
    int row = to->rows - BELOW, width = to->cols - 2;
    bool two = (message || !warning) && lines(text, width) > 1;

    surface_fill(to, row, 0, to->cols, STYLE_NORMAL, ' ');
    surface_fill(to, row + 1, 0, to->cols, STYLE_NORMAL, ' ');
    if (two) {
        surface_wrap(to, row, 1, width, 2, style, text);
        return true;
    }
    /* A gate's warning is read whole; the hint of the item comes when the gate is open. */
    if (!message && warning && lines(warning, width) > 1) {
        int above = frame_hint_above(s, to, warning);

        for (int i = 1; i <= above; i++)
            surface_fill(to, row - i, 0, to->cols, STYLE_NORMAL, ' ');
        surface_wrap(to, row - above, 1, width, 2 + above, STYLE_GATE, warning);
        return false;
    }
    if (warning)
        surface_put(to, row, 1, width, STYLE_GATE, warning);
    surface_wrap(to, row + 1, 1, width, 1, style, text);
    return true;
}

/* Where the last part of text that fits into width ends; its length when all does. */
static size_t
whole_parts(const char *text, int width)
{
    size_t fits = 0, len = strlen(text);
    struct buf part = {0};

    for (size_t i = 1; i <= len; i++) {
        if (i < len && strncmp(text + i, " | ", 3) != 0)
            continue;
        buf_clear(&part);
        buf_add(&part, text, i);
        if (columns(buf_text(&part)) > width)
            break;
        fits = i;
    }
    buf_release(&part);
    return fits;
}

static bool
is_blank(const struct surface *to, int row)
{
    for (int col = 0; col < to->cols; col++) {
        if (strcmp(to->cells[row * to->cols + col].text, " ") != 0)
            return false;
    }
    return true;
}

/* The parts of a long status that its line has no room for stand above it, when the hint needs one
 * line only: that goes up. False when there is no such room. */
static bool
put_above(struct surface *to, const char *parts)
{
    int up = to->rows - BELOW, row = up + 1;
    size_t line = (size_t)to->cols;

    if (to->rows <= FRAME_TOP + BELOW || !is_blank(to, up))
        return false;
    memcpy(&to->cells[(size_t)up * line], &to->cells[(size_t)row * line],
           line * sizeof to->cells[0]);
    surface_fill(to, row, 0, to->cols, STYLE_STATUS, ' ');
    surface_put(to, row, 1, to->cols - 2, STYLE_STATUS, parts);
    return true;
}

void
frame_status(const struct screen *s, struct surface *to, const char *text)
{
    char clock[MOMENT_TEXT];
    struct buf line = {0}, first = {0};
    int row = to->rows - 2, width = to->cols - 2;
    size_t fits;

    if (s->ui->saved.ms) {
        buf_addf(&line, _("saved %s"), moment_text(s->ui->saved, MOMENT_TIME, clock));
        if (text && *text)
            buf_adds(&line, " | ");
    }
    if (text)
        buf_adds(&line, text);
    fits = whole_parts(buf_text(&line), width);
    if (!fits || fits == line.len || !put_above(to, buf_text(&line) + fits + 3))
        fits = line.len;
    buf_add(&first, buf_text(&line), fits);
    surface_fill(to, row, 0, to->cols, STYLE_STATUS, ' ');
    surface_put(to, row, 1, width, STYLE_STATUS, buf_text(&first));
    buf_release(&line);
    buf_release(&first);
}

/* --- the F-bar --- */

#define BAR_KEYS 10

static const char *
bar_label(const struct screen *s, int i)
{
    struct key key = {.code = (enum key_code)(RK_F1 + i)};
    enum action action = keymap_action(s->ops->context, &key, &s->ui->layouts, "");
    const char *label = action_info(action)->bar;

    return *label ? _(label) : "";
}

/* The columns that the keys and their labels take when labels have at most `most`. */
static int
bar_needs(const int labels[BAR_KEYS], int most, int needs[BAR_KEYS])
{
    int sum = 0;

    for (int i = 0; i < BAR_KEYS; i++) {
        needs[i] = (i + 1 < 10 ? 1 : 2) + (labels[i] < most ? labels[i] : most);
        sum += needs[i];
    }
    return sum;
}

/* Where each key begins, and the end: ten equal places. False where a label has no room in its
 * place: then each key is as wide as its label, those without one are blank, and the longest labels
 * are cut when even that is too wide. */
static bool
bar_places(const struct screen *s, int cols, int begin[BAR_KEYS + 1])
{
    int labels[BAR_KEYS], needs[BAR_KEYS], most = 0, spare;
    bool equal = true;

    for (int i = 0; i < BAR_KEYS; i++) {
        labels[i] = columns(bar_label(s, i));
        most = labels[i] > most ? labels[i] : most;
    }
    bar_needs(labels, most, needs);
    for (int i = 0; i <= BAR_KEYS; i++) {
        begin[i] = cols * i / BAR_KEYS;
        equal = equal && (i == 0 || needs[i - 1] <= begin[i] - begin[i - 1]);
    }
    while (!equal && most > 0 && bar_needs(labels, most, needs) > cols)
        most--;
    if (equal || most == 0)
        return true;
    spare = cols - bar_needs(labels, most, needs);
    for (int i = 0; spare > 0; i = (i + 1) % BAR_KEYS) {
        needs[i] += labels[i] > 0;
        spare -= labels[i] > 0;
    }
    for (int i = 0; i < BAR_KEYS; i++)
        begin[i + 1] = begin[i] + needs[i];
    return false;
}

int
frame_bar_at(const struct screen *s, int cols, int col)
{
    int begin[BAR_KEYS + 1], i = 0;

    bar_places(s, cols, begin);
    while (i < BAR_KEYS - 1 && col >= begin[i + 1])
        i++;
    return i;
}

void
frame_bar(const struct screen *s, struct surface *to)
{
    int row = to->rows - 1, begin[BAR_KEYS + 1];
    bool all = bar_places(s, to->cols, begin);

    surface_fill(to, row, 0, to->cols, STYLE_BAR, ' ');
    for (int i = 0; i < BAR_KEYS; i++) {
        const char *label = bar_label(s, i);
        int col = begin[i], next = begin[i + 1], digits;

        if (!all && !*label)
            continue;
        digits = surface_putf(to, row, col, next - col, STYLE_BAR_KEY, "%d", i + 1);
        /* Cut without an ellipsis: there is no cell to spare. */
        for (int col_at = col + digits; *label && col_at < next;) {
            size_t len = utf8_fit(label, 1);
            char one[CELL_BYTES] = {0};

            if (len == 0 || len >= sizeof one)
                break;
            memcpy(one, label, len);
            col_at += surface_put(to, row, col_at, 1, STYLE_BAR, one);
            label += len;
        }
    }
}
