/* SPDX-License-Identifier: ISC */
/* The one event loop: waits, feeds keys, draws. */
#include "config.h"

#include <stdio.h>
#include <unistd.h>

#include "i18n/i18n.h"
#include "i18n/message.h"
#include "tui/scan.h"
#include "tui/terminal.h"
#include "tui/ui.h"

#define TICK_MS 1000
#define KEYS_AT_ONCE 64 /* typed ahead, before the next picture */

static int64_t
minute(struct ui *ui)
{
    return ui_now(ui).ms / 60000;
}

/* What stands on the terminal. */
struct shown {
    int64_t minute;
    enum theme theme;
};

static void
picture(struct ui *ui, struct terminal *t, struct shown *shown)
{
    struct surface s;
    int rows, cols;

    terminal_size(t, &rows, &cols);
    surface_init(&s, rows, cols);
    ui_draw(ui, &s);
    if (ui->theme != shown->theme) {
        shown->theme = ui->theme;
        terminal_theme(t, ui->theme);
        terminal_repaint(t);
    }
    if (ui->repaint) {
        ui->repaint = false;
        terminal_repaint(t);
    }
    terminal_draw(t, &s);
    surface_release(&s);
    shown->minute = minute(ui);
}

/* Feeds the first key of what may be a scanned number, and what comes behind it without a gap;
 * gives the event that ended that. */
static enum terminal_event
gather(struct ui *ui, struct terminal *t, const struct key *first)
{
    struct key keys[SCAN_KEYS] = {*first};
    enum terminal_event event = TERMINAL_KEY;
    size_t n = 1;

    while (n < SCAN_KEYS && keys[n - 1].code == RK_CHAR && event == TERMINAL_KEY) {
        event = terminal_wait(t, SCAN_GAP_MS, &keys[n]);
        n += event == TERMINAL_KEY;
    }
    if (scan_take(ui, keys, n))
        return event;
    for (size_t i = 0; i < n && !ui->over; i++)
        ui_key(ui, &keys[i]);
    return event;
}

/* Feeds the key and what was typed behind it; gives the event that ended that. */
static enum terminal_event
feed(struct ui *ui, struct terminal *t, struct key *key)
{
    enum terminal_event event = TERMINAL_KEY;

    for (int i = 0; i < KEYS_AT_ONCE && event == TERMINAL_KEY; i++) {
        if (scan_begins(ui, key))
            event = gather(ui, t, key);
        else
            ui_key(ui, key);
        if (ui->over)
            return TERMINAL_KEY;
        if (event == TERMINAL_KEY)
            event = terminal_wait(t, 0, key);
    }
    if (event == TERMINAL_KEY)
        ui_key(ui, key);
    return event;
}

static int
run(struct ui *ui, struct terminal *t)
{
    struct shown shown = {.theme = ui->theme};

    picture(ui, t, &shown);
    while (!ui->over) {
        struct key key;
        enum terminal_event event = terminal_wait(t, TICK_MS, &key);
        bool tick = event == TERMINAL_TICK;

        if (event == TERMINAL_KEY)
            event = feed(ui, t, &key);
        if (event == TERMINAL_END)
            return UI_HUNG_UP;
        if (ui->over)
            break;
        /* On a quiet line nothing is sent but the clock, once a minute. */
        if (!tick || ui_idle(ui) || ui_refresh(ui) || minute(ui) != shown.minute)
            picture(ui, t, &shown);
    }
    return RC_EXIT_DONE;
}

int
ui_run(struct ui *ui, const struct rc_error *first_message)
{
    struct terminal_options options = {
        .ascii = ui->ascii,
        .theme = ui->theme,
        .mouse = ui->mouse,
        .layouts = &ui->layouts,
        .layout = ui->layout,
    };
    struct rc_error err = {0};
    struct terminal *t = terminal_open(&options, &err);
    int status;

    if (!t) {
        struct buf text = {0};

        message_line(&text, &err);
        fprintf(stderr, "railcheck: %s\n", buf_text(&text));
        buf_release(&text);
        return (int)rc_code_exit(err.code);
    }
    if (first_message)
        ui_error(ui, first_message);
    if (!terminal_utf8(t)) {
        ui->ascii = true;
        i18n_select("en");
        ui_say(ui, "%s", _("This terminal cannot show Cyrillic (start it with LANG=C.UTF-8)"));
    }
    status = run(ui, t);
    terminal_close(t);
    /* Everything is saved. Should closing the database have to wait for another terminal, the
     * program still ends within a second. */
    if (status == UI_HUNG_UP)
        alarm(1);
    return status;
}
