/* SPDX-License-Identifier: ISC */
/* A new PIN, typed twice; for one's own the old one first. */
#include "config.h"

#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/ui.h"

enum { OLD, NEW, AGAIN, FIELDS };

struct pin {
    char *badge;
    bool ask_old;
    struct field fields[FIELDS];
    int at;
};

static int
first(const struct pin *p)
{
    return p->ask_old ? OLD : NEW;
}

static void
pin_draw(const struct screen *s, struct surface *to)
{
    const struct pin *p = s->data;
    const char *const labels[FIELDS] = {_("PIN until now"), _("New PIN"), _("The same again")};
    int row = FRAME_TOP, col = 26;
    struct buf title = {0};

    buf_addf(&title, _("New PIN of badge %s"), p->badge);
    frame_title(s, to, buf_text(&title), NULL);
    buf_release(&title);
    row += surface_wrap(to, row, 1, to->cols - 2, 3, STYLE_NORMAL,
                        _("4 to 12 digits; both empty: no PIN. It keeps others from this keyboard, "
                          "it does not protect the file.")) +
           1;
    for (int i = first(p); i < FIELDS; i++, row += 2) {
        surface_put(to, row, 3, col - 4, i == p->at ? STYLE_ZONE : STYLE_NORMAL, labels[i]);
        field_draw(&p->fields[i], to, row, col, 24, i == p->at);
    }
    frame_hint(s, to, NULL, _("Enter: next field, then save. Esc: leave, nothing is changed"));
    frame_status(s, to, "");
    frame_bar(s, to);
}

/* What was typed is wrong: all of it again. */
static struct effect
again(struct screen *s, const struct rc_error *err)
{
    struct pin *p = s->data;

    for (int i = 0; i < FIELDS; i++)
        field_set(&p->fields[i], "");
    p->at = first(p);
    ui_error(s->ui, err);
    return effect_redraw();
}

static struct effect
save(struct screen *s)
{
    struct pin *p = s->data;
    struct app *app = s->ui->app;
    const char *pin = buf_text(&p->fields[NEW].text);
    struct rc_error err = {0};

    if (strcmp(pin, buf_text(&p->fields[AGAIN].text)) != 0) {
        rc_fail(&err, RC_E_PIN_DIFFERS, NULL, NULL);
        return again(s, &err);
    }
    /* Whoever found the keyboard unlocked shall not lock the officer out. */
    if ((p->ask_old && !people_login(app, p->badge, buf_text(&p->fields[OLD].text), &err)) ||
        !people_set_pin(app, p->badge, pin, &err))
        return again(s, &err);
    ui_saved(s->ui);
    ui_say(s->ui, *pin ? _("Badge %s has a new PIN") : _("Badge %s has no PIN now"), p->badge);
    return effect_pop(s, NULL);
}

static struct effect
pin_act(struct screen *s, enum action action)
{
    struct pin *p = s->data;

    switch (action) {
    case ACT_NEXT_ZONE:
        if (p->at == AGAIN)
            return save(s);
        p->at++;
        return effect_redraw();
    case ACT_DOWN:
        p->at = p->at < AGAIN ? p->at + 1 : first(p);
        return effect_redraw();
    case ACT_PREV_ZONE:
    case ACT_UP:
        p->at = p->at > first(p) ? p->at - 1 : AGAIN;
        return effect_redraw();
    default:
        return effect_default();
    }
}

static bool
pin_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
pin_text(struct screen *s, const struct key *key)
{
    struct pin *p = s->data;
    struct field *field = &p->fields[p->at];
    size_t before = field->text.len;

    field_key(field, key, &s->ui->layouts, s->ui->layout);
    if (key->code == RK_CHAR && field->text.len == before && before < PIN_MAX)
        ui_say(s->ui, "%s", _("A PIN is digits, and this key is none (F2, Keyboard layout)"));
    return effect_redraw();
}

static void
pin_close(struct screen *s)
{
    struct pin *p = s->data;

    free(p->badge);
    for (int i = 0; i < FIELDS; i++)
        field_release(&p->fields[i]);
}

static const struct screen_ops pin_ops = {
    .name = "pin",
    .context = IN_ENTRY,
    .draw = pin_draw,
    .act = pin_act,
    .wants = pin_wants,
    .text = pin_text,
    .close = pin_close,
};

/* Is this the officer at work, and has he a PIN? When that cannot be read, saving fails too. */
static bool
has_own(struct ui *ui, const char *badge)
{
    struct officers officers = {0};
    bool has = false;

    if (strcmp(badge, ui->app->badge) != 0 || !store_officers(ui->app->store, &officers, NULL))
        return false;
    for (size_t i = 0; i < officers.n; i++)
        has = has || (strcmp(officers.rows[i].badge, badge) == 0 && *officers.rows[i].pin);
    officers_release(&officers);
    return has;
}

struct screen *
screen_pin(struct ui *ui, const char *badge)
{
    struct screen *s = screen_new(ui, &pin_ops, sizeof(struct pin));
    struct pin *p = s->data;

    p->badge = rc_strdup(badge);
    p->ask_old = has_own(ui, badge);
    p->at = first(p);
    for (int i = 0; i < FIELDS; i++) {
        p->fields[i].kind = FIELD_PIN;
        p->fields[i].max = PIN_MAX;
    }
    return s;
}
