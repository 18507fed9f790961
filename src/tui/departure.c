/* SPDX-License-Identifier: ISC */
/* Asking for the planned departure of a train. */
#include "config.h"

#include "tui/departure.h"

#include "app/shift.h"
#include "i18n/i18n.h"
#include "tui/board_words.h"

struct screen *
departure_ask(struct ui *ui, int tag, int64_t departs_at, int departs_offset)
{
    struct moment departs = {departs_at, departs_offset};
    struct buf offer = {0};
    struct screen *s;

    if (departs_at)
        words_departure_time(&offer, departs, ui_now(ui));
    s = screen_ask_time(
        ui, tag, _("Planned departure: 1420, or 25.11 1420 for another day; empty: not known"),
        buf_text(&offer), true);
    buf_release(&offer);
    return s;
}

bool
departure_plan(struct ui *ui, int64_t train, const char *typed)
{
    struct rc_error err = {0};
    struct moment departs;
    struct buf text = {0};

    if (!train_plan_departure(ui->app, train, typed, &departs, &err)) {
        ui_error(ui, &err);
        return false;
    }
    ui_saved(ui);
    if (departs.ms)
        words_departure(&text, departs, shift_clock_now(ui->app));
    else
        buf_adds(&text, _("the departure is not known"));
    ui_say(ui, "%s", buf_text(&text));
    buf_release(&text);
    return true;
}
