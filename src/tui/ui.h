/* SPDX-License-Identifier: ISC */
/*
 * The user interface as a whole: the stack of screens, the one event loop, what all screens share.
 * Tests drive it without a terminal by ui_key and ui_draw.
 */
#ifndef RC_TUI_UI_H
#define RC_TUI_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "tui/layout.h"
#include "tui/screen.h"
#include "tui/screens.h"
#include "tui/theme.h"

#define UI_DEPTH 16
#define LANGUAGES_MAX 16
#define UI_DEPTH_LOCKED 3                    /* more, for the log-in and its help */
#define UI_IDLE_MS (INT64_C(10) * 60 * 1000) /* without a key: then one has to log in again */

/* Hints on the wagon screen (guide.h). */
enum hints {
    HINTS_AT_FIRST, /* until the first wagon of the post is closed */
    HINTS_ON,
    HINTS_OFF
};

struct ui {
    struct rc_env *env;
    struct app *app; /* NULL before the first start is done */
    char *data_dir;
    struct layouts layouts;
    char layout[8]; /* chosen by the user; "" not chosen */
    bool ascii;
    enum theme theme; /* THEME_DARK after ui_init */
    bool mouse;       /* the mouse is listened to */

    struct screen *stack[UI_DEPTH + UI_DEPTH_LOCKED];
    int depth;
    bool locked;      /* somebody has to log in first */
    int64_t last_key; /* uptime */

    char message[512]; /* line 22 until the next key; "" none: the screen's hint shows */
    bool message_is_error;
    struct moment saved; /* last time something was saved; ms 0: nothing yet */
    int64_t data_version;
    int unknown_keys; /* characters that no layout explains, in a row: hint about the layout */
    bool repaint;     /* the whole terminal must be sent again */
    int rows, cols;   /* of the last surface: for screens that page; 0: not drawn yet */
    bool over;        /* the program should end */
    char badge[60];   /* that the program was started with; "" none */
    struct choice layout_choices[LAYOUTS_MAX + 1]; /* what ACT_LAYOUT chooses from */
    struct choice_list layout_list;
    struct choice language_choices[LANGUAGES_MAX]; /* what ACT_LANGUAGE chooses from */
    char language_words[LANGUAGES_MAX][80];
    struct choice_list language_list;
    struct choice theme_choices[THEMES_COUNT]; /* what ACT_THEME chooses from */
    struct choice_list theme_list;

    enum hints hints;

    /* remembered for speed of hand */
    char gate_name[200]; /* last name given for a gate */
    char category[40];   /* of the last finding */
    char no_access[200]; /* last reason for "not accessible": a choice, or "=own words" */
    char reason[200];
    char import_folder[512]; /* of the last list that was read, with its slash */
    char attach_folder[512]; /* that the last file of a finding came from, with its slash */
};

/* lang and layout may be NULL. data_dir is copied; app is opened when a database is there. */
bool ui_init(struct ui *ui, struct rc_env *env, const char *data_dir, const char *badge,
             const char *layout, bool ascii, struct rc_error *err);
/* Opens the first screens: first start, or trains (and the wagon where work stopped). */
bool ui_start(struct ui *ui, const char *train, struct rc_error *err);
void ui_release(struct ui *ui);

/* Feeds one key; false when the program should end. */
bool ui_key(struct ui *ui, const struct key *key);
/* Runs one action on the top screen, as if its key was pressed. */
bool ui_action(struct ui *ui, enum action action);
/* Looks whether another terminal has written; reloads and returns true when so. */
bool ui_refresh(struct ui *ui);
/* Puts the log-in over everything that is open. */
void ui_lock(struct ui *ui, enum login_for what, const char *badge);
/* Locks when no key was pressed for UI_IDLE_MS and logging in means something (people.h); true when
 * it did so just now. */
bool ui_idle(struct ui *ui);
/* Draws the whole picture: the screen, or the notice that the window is too small. */
void ui_draw(struct ui *ui, struct surface *to);
/* The exit status when the terminal went away or the program was told to end. */
#define UI_HUNG_UP 129
/* The loop on the real terminal; returns the exit status. Says itself why there is no terminal. */
int ui_run(struct ui *ui, const struct rc_error *first_message);

/* For screens: message in line 22. The text is already translated. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The error in words; for a failed write with NOT SAVED before it. */
void ui_error(struct ui *ui, const struct rc_error *err);
/* Adds to the message that a hand-over of the shift waits for the officer at work. */
void ui_say_handed(struct ui *ui);
/* Adds to the message what the shift lead has returned, for those who inspect. */
void ui_say_returned(struct ui *ui);
/* Says what the app has to tell (app_news), one piece at a time. */
void ui_news(struct ui *ui);
/* Something was saved just now: remember the time for the status line. */
void ui_saved(struct ui *ui);
/* After a change made on s: shows it with the message (NULL: none), or says why it was not saved.
 */
struct effect ui_changed(struct screen *s, bool saved, const struct rc_error *err,
                         const char *message);
/* Path of a data file of the program (layouts.txt, samples/…), installed or in the source tree;
 * free it. */
char *ui_package_file(const char *name);
/* Local time of the post now. */
struct moment ui_now(struct ui *ui);

#endif
