/* SPDX-License-Identifier: ISC */
/* The form of one officer: name, badge (only of a new one), roles. */
#include "config.h"

#include <string.h>

#include "app/people.h"
#include "base/alloc.h"
#include "i18n/i18n.h"
#include "tui/frame.h"
#include "tui/ui.h"
#include "tui/words.h"

enum { NAME, BADGE, FIRST_ROLE, LINES = FIRST_ROLE + ROLES_COUNT };

struct person {
    char *badge; /* NULL: a new officer */
    struct field fields[FIRST_ROLE];
    role_set roles;
    int at;
};

static void
draw_roles(const struct person *p, struct surface *to, int row, int col)
{
    surface_put(to, row, 3, col - 4, p->at >= FIRST_ROLE ? STYLE_ZONE : STYLE_NORMAL, _("Roles"));
    for (int i = 0; i < ROLES_COUNT; i++) {
        bool here = p->at == FIRST_ROLE + i;

        surface_putf(to, row + i, col, to->cols - col - 1, here ? STYLE_CURSOR : STYLE_NORMAL,
                     "[%c] %s", p->roles & 1u << i ? 'x' : ' ', _(role_words((enum role)i)));
    }
}

static void
person_draw(const struct screen *s, struct surface *to)
{
    const struct person *p = s->data;
    const char *const labels[FIRST_ROLE] = {_("Officer, full name"), _("Badge number")};
    int row = FRAME_TOP, col = 26, width = to->cols - col - 2 > 50 ? 50 : to->cols - col - 2;

    frame_title(s, to, p->badge ? _("Officer") : _("New officer"), NULL);
    for (int i = 0; i < FIRST_ROLE; i++, row += 2) {
        surface_put(to, row, 3, col - 4, i == p->at ? STYLE_ZONE : STYLE_NORMAL, labels[i]);
        if (i == BADGE && p->badge)
            surface_put(to, row, col, width, STYLE_NORMAL, p->badge);
        else
            field_draw(&p->fields[i], to, row, col, width, i == p->at);
    }
    draw_roles(p, to, row, col);
    frame_hint(s, to, NULL,
               p->at < FIRST_ROLE
                   ? _("Enter: next line. Esc: leave, nothing is changed")
                   : _("Space: give or take the role. Enter: next line; on the last one: save"));
    frame_status(s, to, "");
    frame_bar(s, to);
}

static struct effect
save(struct screen *s)
{
    struct person *p = s->data;
    struct ui *ui = s->ui;
    struct rc_error err = {0};
    struct buf roles = {0};
    char *name = words_trimmed(buf_text(&p->fields[NAME].text));
    char *badge = words_trimmed(buf_text(&p->fields[BADGE].text));
    struct effect effect = effect_redraw();

    roles_text(p->roles, &roles);
    if (!*name || (!p->badge && !*badge)) {
        p->at = *name ? BADGE : NAME;
        ui_say(ui, "%s", _("This is still empty: please fill it in"));
    } else if (!p->roles)
        ui_say(ui, "%s", _("An officer needs a role: Space gives one"));
    else if (p->badge ? people_change(ui->app, p->badge,
                                      &(struct people_fields){name, buf_text(&roles)}, &err)
                      : people_add(ui->app, name, badge, buf_text(&roles), &err)) {
        ui_saved(ui);
        effect = effect_pop(s, NULL);
    } else
        ui_error(ui, &err);
    free(name);
    free(badge);
    buf_release(&roles);
    return effect;
}

/* The badge of an officer who is known is no field. */
static struct effect
move(struct screen *s, int step)
{
    struct person *p = s->data;

    do
        p->at = (p->at + step + LINES) % LINES;
    while (p->at == BADGE && p->badge);
    return effect_redraw();
}

static struct effect
person_act(struct screen *s, enum action action)
{
    const struct person *p = s->data;

    switch (action) {
    case ACT_NEXT_ZONE:
        return p->at == LINES - 1 ? save(s) : move(s, 1);
    case ACT_DOWN:
        return move(s, 1);
    case ACT_PREV_ZONE:
    case ACT_UP:
        return move(s, -1);
    default:
        return effect_default();
    }
}

static bool
person_wants(const struct screen *s, const struct key *key)
{
    const struct person *p = s->data;

    if (p->at < FIRST_ROLE)
        return field_takes(key);
    return key->code == RK_CHAR && key->ch == ' ';
}

static struct effect
person_text(struct screen *s, const struct key *key)
{
    struct person *p = s->data;

    if (p->at >= FIRST_ROLE)
        p->roles ^= 1u << (p->at - FIRST_ROLE);
    else
        field_key(&p->fields[p->at], key, &s->ui->layouts, s->ui->layout);
    return effect_redraw();
}

static void
person_close(struct screen *s)
{
    struct person *p = s->data;

    free(p->badge);
    for (int i = 0; i < FIRST_ROLE; i++)
        field_release(&p->fields[i]);
}

static const struct screen_ops person_ops = {
    .name = "person",
    .context = IN_ENTRY,
    .draw = person_draw,
    .act = person_act,
    .wants = person_wants,
    .text = person_text,
    .close = person_close,
};

/* What is known of the officer is put in. */
static void
fill(struct person *p, struct ui *ui)
{
    struct officers officers = {0};
    struct rc_error err = {0};

    if (!store_officers(ui->app->store, &officers, &err))
        ui_error(ui, &err);
    for (size_t i = 0; i < officers.n; i++) {
        if (strcmp(officers.rows[i].badge, p->badge) != 0)
            continue;
        field_set(&p->fields[NAME], officers.rows[i].name);
        if (!roles_parse(officers.rows[i].role, &p->roles))
            p->roles = 0;
    }
    officers_release(&officers);
}

struct screen *
screen_person(struct ui *ui, const char *badge)
{
    struct screen *s = screen_new(ui, &person_ops, sizeof(struct person));
    struct person *p = s->data;

    p->fields[NAME].max = 60;
    p->fields[BADGE].max = 20;
    p->roles = 1u << ROLE_OFFICER;
    if (badge) {
        p->badge = rc_strdup(badge);
        fill(p, ui);
    }
    return s;
}
