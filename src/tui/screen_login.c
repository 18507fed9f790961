/* SPDX-License-Identifier: ISC */
/* Logging in: at the start, after idle time over what was open, and when another officer goes on.
 */
#include "config.h"

#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/ui.h"
#include "tui/words.h"

enum { BADGE, PIN, FIELDS };

struct login {
    enum login_for what;
    struct field fields[FIELDS];
    int at;
};

static const char *
why(const struct login *l)
{
    switch (l->what) {
    case LOGIN_LOCK:
        return _(
            "No key was pressed for 10 minutes. Log in: what was open is as it was, typed text "
            "too.");
    case LOGIN_SWITCH:
        return _("Who goes on? What is open stays open.");
    case LOGIN_TAKE:
        return _("Who takes the shift over logs in here, with his own PIN: that confirms it.");
    case LOGIN_START:
        break;
    }
    return _("Several people work here, or a PIN is set: say who you are.");
}

static const char *
hint(const struct login *l)
{
    switch (l->what) {
    case LOGIN_LOCK:
        return _("Enter: next field, then log in. F2: commands, also Quit");
    case LOGIN_SWITCH:
        return _("Enter: next field, then log in. Esc: back, the officer stays");
    case LOGIN_TAKE:
        return _("Enter: next field, then log in. Esc: back, the hand-over waits");
    case LOGIN_START:
        break;
    }
    return _("Enter: next field, then log in. Esc: quit the program");
}

static void
login_draw(const struct screen *s, struct surface *to)
{
    const struct login *l = s->data;
    const char *const labels[FIELDS] = {_("Badge number"), _("PIN")};
    int row = FRAME_TOP, col = 26;

    frame_title(s, to, l->what == LOGIN_LOCK ? _("Locked") : _("Log-in"), s->ui->app->post);
    row += surface_wrap(to, row, 1, to->cols - 2, 3, STYLE_NORMAL, why(l)) + 1;
    for (int i = 0; i < FIELDS; i++, row += 2) {
        surface_put(to, row, 3, col - 4, i == l->at ? STYLE_ZONE : STYLE_NORMAL, labels[i]);
        field_draw(&l->fields[i], to, row, col, 24, i == l->at);
    }
    frame_hint(s, to, NULL, hint(l));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
enter(struct screen *s)
{
    struct login *l = s->data;
    struct ui *ui = s->ui;
    struct rc_error err = {0};
    char *badge = words_trimmed(buf_text(&l->fields[BADGE].text));
    bool in = *badge && people_login(ui->app, badge, buf_text(&l->fields[PIN].text), &err);
    struct effect effect = effect_redraw();

    if (!*badge) {
        l->at = BADGE;
        ui_say(ui, "%s", _("This is still empty: please fill it in"));
    } else if (in) {
        ui_say(ui, _("At work: badge %s, %s"), ui->app->badge, ui->app->officer);
        ui_say_handed(ui);
        ui_say_returned(ui);
        effect = effect_pop(s, ui->app->badge);
    } else if (err.code == RC_E_PIN_NEEDED && l->at == BADGE)
        l->at = PIN;
    else {
        field_set(&l->fields[PIN], "");
        ui_error(ui, &err);
    }
    free(badge);
    return effect;
}

static struct effect
leave(struct screen *s)
{
    const struct login *l = s->data;

    if (l->what == LOGIN_START)
        return effect_quit();
    if (l->what == LOGIN_SWITCH || l->what == LOGIN_TAKE)
        return effect_pop(s, NULL);
    ui_say(s->ui, "%s", _("Locked: log in, or end the program with F2, Quit"));
    return effect_redraw();
}

static struct effect
login_act(struct screen *s, enum action action)
{
    struct login *l = s->data;

    switch (action) {
    case ACT_NEXT_ZONE:
        return enter(s);
    case ACT_PREV_ZONE:
    case ACT_UP:
    case ACT_DOWN:
        l->at = !l->at;
        return effect_redraw();
    case ACT_BACK:
        return leave(s);
    default:
        return effect_default();
    }
}

static bool
login_wants(const struct screen *s, const struct key *key)
{
    (void)s;
    return field_takes(key);
}

static struct effect
login_text(struct screen *s, const struct key *key)
{
    struct login *l = s->data;
    struct field *field = &l->fields[l->at];
    size_t before = field->text.len;

    field_key(field, key, &s->ui->layouts, s->ui->layout);
    if (l->at == PIN && key->code == RK_CHAR && field->text.len == before && before < PIN_MAX)
        ui_say(s->ui, "%s", _("A PIN is digits, and this key is none (F2, Keyboard layout)"));
    return effect_redraw();
}

static void
login_close(struct screen *s)
{
    struct login *l = s->data;

    for (int i = 0; i < FIELDS; i++)
        field_release(&l->fields[i]);
}

static const struct screen_ops login_ops = {
    .name = "login",
    .context = IN_ENTRY,
    .draw = login_draw,
    .act = login_act,
    .wants = login_wants,
    .text = login_text,
    .close = login_close,
};

struct screen *
screen_login(struct ui *ui, enum login_for what, const char *badge)
{
    struct screen *s = screen_new(ui, &login_ops, sizeof(struct login));
    struct login *l = s->data;

    l->what = what;
    l->fields[BADGE].max = 20;
    l->fields[PIN].kind = FIELD_PIN;
    l->fields[PIN].max = PIN_MAX;
    field_set(&l->fields[BADGE], badge);
    l->at = badge && *badge ? PIN : BADGE;
    return s;
}
