/* SPDX-License-Identifier: ISC */
/* The officer's walk along the train: changing it, saying it. */
#include "config.h"

#include "tui/walking.h"

#include "i18n/i18n.h"

static const char *
side_words(const struct walk_row *walk)
{
    switch (*walk->side) {
    case 'L':
        return _("left side");
    case 'R':
        return _("right side");
    default:
        return _("no side");
    }
}

void
walking_sentence(const struct walk_row *walk, struct buf *out)
{
    buf_addf(out,
             walk->to_head ? _("Towards the head, %s: the next wagon is the one before")
                           : _("Towards the tail, %s: the next wagon is the one behind"),
             side_words(walk));
}

bool
walking_change(struct ui *ui, int64_t train, enum action action, struct walk_row *walk)
{
    struct rc_error err = {0};
    struct buf words = {0};
    bool done = action == ACT_TURN ? walk_turn(ui->app, train, walk, &err)
                                   : walk_side(ui->app, train, walk, &err);

    if (!done) {
        ui_error(ui, &err);
        return false;
    }
    ui_saved(ui);
    walking_sentence(walk, &words);
    ui_say(ui, "%s", buf_text(&words));
    buf_release(&words);
    return true;
}

void
walking_words(const struct walk_row *walk, struct buf *out)
{
    if (*walk->side)
        buf_addf(out, " | %s", *walk->side == 'L' ? _("on the left") : _("on the right"));
    if (walk->to_head)
        buf_addf(out, "%s%s", *walk->side ? ", " : " | ", _("to the head"));
}

size_t
walking_row(const struct walk_row *walk, size_t at, size_t step, size_t n)
{
    return (at + (walk->to_head ? n - step : step)) % n;
}
