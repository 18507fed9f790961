/* SPDX-License-Identifier: ISC */
/* Sign-off: the shift lead reads what he signs and gives the passphrase of his key; who has no key
 * yet makes one here. */
#include "config.h"

#include <string.h>

#include "app/decide.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/words.h"

enum { PHRASE, AGAIN, FIELDS };

struct sign {
    int64_t train;
    enum decision decision;
    char *reason;
    char *lines; /* what is signed, as of now: "name: value" strings, an empty one ends them */
    bool has_key;
    struct field fields[FIELDS];
    int at;
};

static int
last(const struct sign *v)
{
    return v->has_key ? PHRASE : AGAIN;
}

static bool
sign_reload(struct screen *s, struct rc_error *err)
{
    struct sign *v = s->data;
    struct buf text = {0};

    if (!decide_has_key(s->ui->app, &v->has_key, err) ||
        !decide_text(s->ui->app, v->train, v->decision, v->reason, &text, err)) {
        buf_release(&text);
        return false;
    }
    buf_addc(&text, '\0');
    free(v->lines);
    v->lines = buf_detach(&text);
    for (char *p = v->lines; (p = strchr(p, '\n')); p++)
        *p = '\0';
    return true;
}

/* The value of the next line `name` from `from` on (NULL: the first one); NULL when there is none.
 */
static const char *
value_after(const struct sign *v, const char *from, const char *name)
{
    size_t len = strlen(name);
    const char *line = from ? from + strlen(from) + 1 : v->lines;

    for (; *line; line += strlen(line) + 1) {
        if (strncmp(line, name, len) == 0 && strncmp(line + len, ": ", 2) == 0)
            return line + len + 2;
    }
    return NULL;
}

static const char *
value(const struct sign *v, const char *name)
{
    const char *found = value_after(v, NULL, name);

    return found ? found : "";
}

/* What is signed, in words; gives the row behind. The end of the records is what ties the signature
 * to all answers. */
static int
draw_text(const struct sign *v, struct surface *to, int row, int end)
{
    int width = to->cols - 4;
    char when[MOMENT_TEXT];
    struct buf reason = {0};
    struct moment at;

    if (moment_parse(value(v, "arrived"), 0, &at))
        surface_putf(to, row++, 3, width, STYLE_NORMAL, _("Train %s, arrived %s"),
                     value(v, "number"), moment_text(at, MOMENT_SCREEN, when));
    else
        surface_putf(to, row++, 3, width, STYLE_NORMAL, _("Train %s"), value(v, "number"));
    surface_putf(to, row++, 3, width, STYLE_NORMAL, _("Wagons %s: struck out %s, held %s"),
                 value(v, "wagons"), value(v, "struck"), value(v, "held"));
    surface_putf(to, row++, 3, width, STYLE_NORMAL, _("Answers %s; findings %s: open %s, grave %s"),
                 value(v, "answers"), value(v, "findings"), value(v, "open"), value(v, "grave"));
    surface_putf(to, row++, 3, width, STYLE_NORMAL, _("Signed by: badge %s, %s"), value(v, "badge"),
                 value(v, "name"));
    buf_addf(&reason, _("Reason: %s"), value(v, "reason"));
    if (*value(v, "reason"))
        row += surface_wrap(to, row, 3, width, 2, STYLE_NORMAL, buf_text(&reason));
    buf_release(&reason);
    for (const char *head = value_after(v, NULL, "head"); head && row < end;
         head = value_after(v, head, "head")) {
        const char *record = strchr(head, ' '), *hash = record ? strchr(record + 1, ' ') : NULL;

        if (hash)
            surface_putf(to, row++, 3, width, STYLE_DIM, _("Records up to %.*s: %.16s…"),
                         (int)(hash - record - 1), record + 1, hash + 1);
    }
    return row;
}

static void
sign_draw(const struct screen *s, struct surface *to)
{
    const struct sign *v = s->data;
    const char *const labels[FIELDS] = {v->has_key ? _("Passphrase") : _("New passphrase"),
                                        _("The same again")};
    int row = FRAME_TOP - 1, col = 26, bottom = to->rows - 4 - (v->has_key ? 2 : 5);

    frame_title(s, to, _("Sign-off"), NULL);
    row += surface_wrap(to, row, 1, to->cols - 2, 2, STYLE_NORMAL, words_signing(v->decision));
    row = draw_text(v, to, row, bottom);
    if (!v->has_key)
        row += surface_wrap(to, row, 1, to->cols - 2, 3, STYLE_GATE,
                            _("You have no key on this machine yet. Choose a passphrase of 10 "
                              "characters or more: it opens the key that is made now, and nobody "
                              "can give it back to you."));
    for (int i = PHRASE; i <= last(v); i++, row++) {
        surface_put(to, row, 3, col - 4, i == v->at ? STYLE_ZONE : STYLE_NORMAL, labels[i]);
        field_draw(&v->fields[i], to, row, col, to->cols - col - 2, i == v->at);
    }
    frame_hint(s, to, NULL, _("Enter signs (it takes about a second). Esc: nothing is decided"));
    frame_status(s, to, "");
    frame_bar(s, to);
}

/* What was typed is wrong: again. */
static struct effect
again(struct screen *s, const struct rc_error *err)
{
    struct sign *v = s->data;

    for (int i = 0; i < FIELDS; i++)
        field_set(&v->fields[i], "");
    v->at = PHRASE;
    ui_error(s->ui, err);
    return effect_redraw();
}

static struct effect
enter(struct screen *s)
{
    struct sign *v = s->data;
    struct app *app = s->ui->app;
    const char *phrase = buf_text(&v->fields[PHRASE].text);
    struct rc_error err = {0};

    if (v->at < last(v)) {
        v->at++;
        return effect_redraw();
    }
    if (!*phrase) {
        ui_say(s->ui, "%s", _("This is still empty: please fill it in"));
        v->at = PHRASE;
        return effect_redraw();
    }
    if (!v->has_key) {
        if (strcmp(phrase, buf_text(&v->fields[AGAIN].text)) != 0) {
            rc_fail(&err, RC_E_PHRASE_DIFFERS, NULL, NULL);
            return again(s, &err);
        }
        if (!decide_make_key(app, phrase, &err))
            return again(s, &err);
        v->has_key = true;
    }
    if (!decide_sign(app, v->train, v->decision, v->reason, phrase, &err))
        return again(s, &err);
    return effect_pop(s, "signed");
}

static struct effect
sign_act(struct screen *s, enum action action)
{
    struct sign *v = s->data;

    switch (action) {
    case ACT_NEXT_ZONE:
        return enter(s);
    case ACT_PREV_ZONE:
    case ACT_UP:
    case ACT_DOWN:
        v->at = v->at == PHRASE ? last(v) : PHRASE;
        return effect_redraw();
    default:
        return effect_default();
    }
}

static bool
sign_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
sign_text(struct screen *s, const struct key *key)
{
    struct sign *v = s->data;

    field_key(&v->fields[v->at], key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
sign_close(struct screen *s)
{
    struct sign *v = s->data;

    for (int i = 0; i < FIELDS; i++)
        field_release(&v->fields[i]);
    free(v->reason);
    free(v->lines);
}

static const struct screen_ops sign_ops = {
    .name = "sign",
    .context = IN_ENTRY,
    .draw = sign_draw,
    .act = sign_act,
    .wants = sign_wants,
    .text = sign_text,
    .reload = sign_reload,
    .close = sign_close,
};

struct screen *
screen_sign(struct ui *ui, int64_t train, enum decision decision, const char *reason)
{
    struct screen *s = screen_new(ui, &sign_ops, sizeof(struct sign));
    struct sign *v = s->data;

    v->train = train;
    v->decision = decision;
    v->reason = rc_strdup(reason);
    for (int i = 0; i < FIELDS; i++) {
        v->fields[i].kind = FIELD_SECRET;
        v->fields[i].max = PASSPHRASE_MAX;
    }
    return s;
}
