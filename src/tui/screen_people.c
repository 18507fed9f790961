/* SPDX-License-Identifier: ISC */
/* The people of the post, for administrators: who they are, their roles, whether they have a PIN.
 */
#include "config.h"

#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/ui.h"

struct people {
    struct officers officers;
    struct scroll scroll;
};

static size_t
seen(const struct screen *s)
{
    return s->ui->rows > 8 ? (size_t)s->ui->rows - 7 : 1;
}

static bool
people_reload(struct screen *s, struct rc_error *err)
{
    struct people *p = s->data;
    struct officers now = {0};

    if (!store_officers(s->ui->app->store, &now, err))
        return false;
    officers_release(&p->officers);
    p->officers = now;
    scroll_fit(&p->scroll, now.n, seen(s));
    return true;
}

struct columns {
    int name, roles, pin, state;
};

static struct columns
columns_for(const struct surface *to)
{
    if (to->cols < 80)
        return (struct columns){.name = 8, .roles = 25, .pin = 43, .state = 51};
    return (struct columns){.name = 11, .roles = 34, .pin = 60, .state = 68};
}

static void
add_roles(struct buf *out, const char *text)
{
    const char *between = "";
    role_set roles;

    if (!roles_parse(text, &roles))
        return;
    for (int i = 0; i < ROLES_COUNT; i++) {
        if (roles & 1u << i) {
            buf_addf(out, "%s%s", between, _(role_words((enum role)i)));
            between = ", ";
        }
    }
}

static void
draw_row(struct surface *to, int row, const struct columns *at, const struct officer_row *officer,
         bool here)
{
    enum style style = here ? STYLE_CURSOR : officer->active ? STYLE_NORMAL : STYLE_DIM;
    struct buf roles = {0};

    add_roles(&roles, officer->role);
    surface_fill(to, row, 0, to->cols, style, ' ');
    if (here)
        surface_put(to, row, 0, 1, style, ">");
    surface_put(to, row, 1, at->name - 2, style, officer->badge);
    surface_put(to, row, at->name, at->roles - at->name - 1, style, officer->name);
    surface_put(to, row, at->roles, at->pin - at->roles - 1, style, buf_text(&roles));
    surface_put(to, row, at->pin, at->state - at->pin - 1, style,
                *officer->pin ? _("yes") : _("no"));
    surface_put(to, row, at->state, to->cols - at->state, style,
                officer->active ? "" : _("disabled"));
    buf_release(&roles);
}

static void
people_draw(const struct screen *s, struct surface *to)
{
    const struct people *p = s->data;
    const struct columns at = columns_for(to);
    struct scroll scroll = p->scroll;
    size_t page = (size_t)frame_rows(to);
    struct buf status = {0};

    scroll_fit(&scroll, p->officers.n, page);
    frame_title(s, to, _("People of the post"), NULL);
    surface_put(to, FRAME_TOP - 1, 1, at.name - 2, STYLE_ZONE, _("Badge"));
    surface_put(to, FRAME_TOP - 1, at.name, at.roles - at.name - 1, STYLE_ZONE, _("Name"));
    surface_put(to, FRAME_TOP - 1, at.roles, at.pin - at.roles - 1, STYLE_ZONE, _("Roles"));
    surface_put(to, FRAME_TOP - 1, at.pin, at.state - at.pin - 1, STYLE_ZONE, _("PIN"));
    for (size_t i = 0; i < page && scroll.top + i < p->officers.n; i++)
        draw_row(to, FRAME_TOP + (int)i, &at, &p->officers.rows[scroll.top + i],
                 scroll.top + i == scroll.at);
    frame_hint(s, to, NULL,
               _("a: add. Enter or e: name and roles. p: new PIN. d: disable, enable"));
    buf_addf(&status, tr_n("%zu officer", "%zu officers", p->officers.n), p->officers.n);
    frame_status(s, to, buf_text(&status));
    frame_bar(s, to);
    buf_release(&status);
}

static struct effect
toggle_active(struct screen *s, const struct officer_row *officer)
{
    struct ui *ui = s->ui;
    struct rc_error err = {0};
    bool done = officer->active ? people_disable(ui->app, officer->badge, &err)
                                : people_enable(ui->app, officer->badge, &err);

    if (done) {
        ui_saved(ui);
        done = people_reload(s, &err);
    }
    if (!done)
        ui_error(ui, &err);
    return effect_redraw();
}

static struct effect
people_act(struct screen *s, enum action action)
{
    struct people *p = s->data;
    const struct officer_row *here;

    p->scroll.n = p->officers.n;
    if (scroll_act(&p->scroll, action, seen(s)))
        return effect_redraw();
    if (action == ACT_ADD)
        return effect_push(screen_person(s->ui, NULL));
    if (p->scroll.at >= p->officers.n)
        return effect_default();
    here = &p->officers.rows[p->scroll.at];
    switch (action) {
    case ACT_OPEN:
    case ACT_EDIT:
        return effect_push(screen_person(s->ui, here->badge));
    case ACT_PIN:
        return effect_push(screen_pin(s->ui, here->badge));
    case ACT_DISABLE:
        return toggle_active(s, here);
    default:
        return effect_default();
    }
}

static void
people_close(struct screen *s)
{
    struct people *p = s->data;

    officers_release(&p->officers);
}

static const struct screen_ops people_ops = {
    .name = "people",
    .context = IN_PEOPLE,
    .draw = people_draw,
    .act = people_act,
    .reload = people_reload,
    .close = people_close,
};

struct screen *
screen_people(struct ui *ui)
{
    return screen_new(ui, &people_ops, sizeof(struct people));
}
