/* SPDX-License-Identifier: ISC */
/* What screens say in line 22: messages, errors, news of the records; and when something was saved.
 */
#include "config.h"

#include "tui/ui.h"

#include <stdarg.h>

#include "app/shift.h"
#include "core/state.h"
#include "i18n/i18n.h"
#include "tui/words.h"

void
ui_say(struct ui *ui, const char *format, ...)
{
    va_list args;

    va_start(args, format);
    vsnprintf(ui->message, sizeof ui->message, format, args);
    va_end(args);
    ui->message_is_error = false;
}

void
ui_error(struct ui *ui, const struct rc_error *err)
{
    struct buf text = {0};

    words_error(&text, err);
    ui_say(ui, "%s", buf_text(&text));
    ui->message_is_error = true;
    buf_release(&text);
}

void
ui_say_handed(struct ui *ui)
{
    struct buf text = {0};
    char giver[60];

    if (!role_may(ui->app->roles, RIGHT_SHIFT) ||
        !shift_waits(ui->app, giver, sizeof giver, NULL) || !*giver)
        return;
    buf_adds(&text, ui->message);
    buf_adds(&text, text.len ? ". " : "");
    buf_addf(&text, _("Badge %s hands the shift over to you: trains, t, then y takes it"), giver);
    ui_say(ui, "%s", buf_text(&text));
    buf_release(&text);
}

void
ui_say_returned(struct ui *ui)
{
    struct trains trains = {0};
    struct buf text = {0};

    if (!role_may(ui->app->roles, RIGHT_INSPECT) ||
        !store_trains_in(ui->app->store, train_state_name(TRAIN_RETURNED), 3, &trains, NULL))
        return;
    if (trains.n) {
        buf_adds(&text, ui->message);
        buf_adds(&text, text.len ? ". " : "");
        buf_adds(&text, _("RETURNED by the shift lead: "));
        for (size_t i = 0; i < trains.n; i++)
            buf_addf(&text, _("%strain %s, points %d"), i ? "; " : "", trains.rows[i].number,
                     trains.rows[i].returns);
        ui_say(ui, "%s", buf_text(&text));
    }
    buf_release(&text);
    trains_release(&trains);
}

void
ui_news(struct ui *ui)
{
    struct rc_error news;

    if (ui->app && app_news(ui->app, &news))
        ui_error(ui, &news);
}

struct moment
ui_now(struct ui *ui)
{
    return ui->env->now(ui->env->context);
}

void
ui_saved(struct ui *ui)
{
    ui->saved = ui_now(ui);
}

struct effect
ui_changed(struct screen *s, bool saved, const struct rc_error *err, const char *message)
{
    struct rc_error again = {0};

    if (!saved) {
        ui_error(s->ui, err);
        return effect_redraw();
    }
    ui_saved(s->ui);
    if (message)
        ui_say(s->ui, "%s", message);
    if (!s->ops->reload(s, &again))
        ui_error(s->ui, &again);
    return effect_redraw();
}
