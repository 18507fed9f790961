/* SPDX-License-Identifier: ISC */
/* A line of text being typed. */
#include "config.h"

#include "tui/widgets.h"

#include <string.h>

#include "base/show.h"
#include "base/utf8.h"

#define FIELD_MAX 200 /* characters, when the field sets no limit of its own */

static bool
is_secret(const struct field *f)
{
    return f->kind == FIELD_PIN || f->kind == FIELD_SECRET;
}

static void
wipe(struct field *f)
{
    if (is_secret(f) && f->text.len)
        explicit_bzero(f->text.data, f->text.len);
}

void
field_set(struct field *f, const char *text)
{
    wipe(f);
    buf_clear(&f->text);
    buf_adds(&f->text, text ? text : "");
    f->at = f->text.len;
    f->offered = false;
}

void
field_release(struct field *f)
{
    wipe(f);
    buf_release(&f->text);
    f->at = 0;
}

/* Bytes of the character at offset at, with the marks on it. */
static size_t
step_right(const struct field *f, size_t at)
{
    const char *text = buf_text(&f->text);
    size_t begin = at;
    uint32_t c;

    while (at < f->text.len) {
        size_t len = utf8_decode(text + at, f->text.len - at, &c);

        if (at > begin && len && utf8_width(c) > 0)
            break;
        at += len ? len : 1;
    }
    return at - begin;
}

static size_t
step_left(const struct field *f, size_t at)
{
    size_t from = 0, step;

    while (from < at && (step = step_right(f, from)) > 0 && from + step < at)
        from += step;
    return at - from;
}

static size_t
characters(const struct field *f)
{
    size_t n = 0;

    for (size_t at = 0; at < f->text.len; n++)
        at += step_right(f, at);
    return n;
}

/* Replaces cut bytes at the cursor by len bytes of text; the cursor ends behind them. */
static void
replace(struct field *f, size_t cut, const char *text, size_t len)
{
    struct buf now = {0};

    buf_add(&now, buf_text(&f->text), f->at);
    buf_add(&now, text, len);
    buf_adds(&now, buf_text(&f->text) + f->at + cut);
    f->at += len;
    wipe(f);
    buf_release(&f->text);
    f->text = now;
}

/* What a key types in a field of numbers: digits of any layout's digit row, sign and point. */
static uint32_t
number_character(uint32_t ch, const struct layouts *layouts, const char *layout)
{
    uint32_t digit = layout_digit(layouts, layout, ch), key;

    if (digit)
        return digit;
    if (ch < 0x80)
        return strchr(".,-+", (int)ch) ? ch : 0;
    key = layout_key(layouts, layout, ch);
    return key == '.' || key == ',' || key == '-' ? key : 0;
}

/* In a seal number letters stay as typed; a key of the digit row that sends neither a Latin nor a
 * capital letter means its digit. */
static uint32_t
seal_character(uint32_t ch, const struct layouts *layouts, const char *layout)
{
    uint32_t digit;

    if ((ch >= 'a' && ch <= 'z') || (ch > 0x80 && utf8_upper(ch) == ch && ch != 0x2116))
        return ch;
    digit = layout_digit(layouts, layout, ch);
    return digit ? digit : ch;
}

static void
type(struct field *f, uint32_t ch, const struct layouts *layouts, const char *layout)
{
    char text[4];

    if (f->kind == FIELD_NUMBER)
        ch = number_character(ch, layouts, layout);
    else if (f->kind == FIELD_PIN)
        ch = layout_digit(layouts, layout, ch);
    else if (f->kind == FIELD_SEAL)
        ch = seal_character(ch, layouts, layout);
    if (ch == 0 || utf8_hostile(ch) ||
        (utf8_width(ch) > 0 && characters(f) >= (f->max ? f->max : FIELD_MAX)))
        return;
    replace(f, 0, text, utf8_encode(ch, text));
}

bool
field_takes(const struct key *key)
{
    switch (key->code) {
    case RK_CHAR:
        return key->ch >= ' ';
    case RK_BACKSPACE:
    case RK_DELETE:
    case RK_LEFT:
    case RK_RIGHT:
    case RK_HOME:
    case RK_END:
        return true;
    default:
        return false;
    }
}

bool
field_key(struct field *f, const struct key *key, const struct layouts *layouts, const char *layout)
{
    bool offered = f->offered && field_takes(key);
    size_t step;

    f->offered = f->offered && !offered;
    if (offered && (key->code == RK_CHAR || key->code == RK_BACKSPACE || key->code == RK_DELETE))
        field_set(f, "");
    switch (key->code) {
    case RK_CHAR:
        if (key->ch < ' ')
            return false;
        type(f, key->ch, layouts, layout);
        return true;
    case RK_BACKSPACE:
        step = step_left(f, f->at);
        f->at -= step;
        replace(f, step, "", 0);
        return true;
    case RK_DELETE:
        replace(f, step_right(f, f->at), "", 0);
        return true;
    case RK_LEFT:
        f->at -= step_left(f, f->at);
        return true;
    case RK_RIGHT:
        f->at += step_right(f, f->at);
        return true;
    case RK_HOME:
        f->at = 0;
        return true;
    case RK_END:
        f->at = f->text.len;
        return true;
    default:
        return false;
    }
}

/* A dot for each character, the cursor behind the last one before it. */
static void
draw_dots(const struct field *f, struct surface *to, int row, int col, int width, bool focus)
{
    int before = 0, n = 0;

    for (size_t at = 0; at < f->text.len; at += step_right(f, at), n++)
        before += at < f->at;
    surface_fill(to, row, col, width, STYLE_FIELD, ' ');
    for (int i = 0; i < n && i < width - 1; i++)
        surface_put(to, row, col + i, 1, STYLE_FIELD, to->ascii ? "*" : "•");
    if (focus) {
        to->cursor_row = row;
        to->cursor_col = col + (before < width ? before : width - 1);
    }
}

void
field_draw(const struct field *f, struct surface *to, int row, int col, int width, bool focus)
{
    const char *text = buf_text(&f->text);
    struct buf shown = {0};
    size_t from = 0, before;

    if (width < 2)
        return;
    if (is_secret(f)) {
        draw_dots(f, to, row, col, width, focus);
        return;
    }
    /* The part of the text that ends at the cursor must fit, with a cell for the cursor. */
    for (;;) {
        before = show(&shown, text + from, f->at - from, SIZE_MAX);
        buf_clear(&shown);
        if (before < (size_t)width || from >= f->at)
            break;
        from += step_right(f, from);
    }
    surface_fill(to, row, col, width, STYLE_FIELD, ' ');
    surface_put(to, row, col, width, f->offered ? STYLE_CURSOR : STYLE_FIELD, text + from);
    if (focus) {
        to->cursor_row = row;
        to->cursor_col = col + (int)before;
    }
    buf_release(&shown);
}
