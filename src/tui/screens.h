/* SPDX-License-Identifier: ISC */
/* All screens: how each is opened. */
#ifndef RC_TUI_SCREENS_H
#define RC_TUI_SCREENS_H

#include <stdint.h>

#include "core/checklist.h"
#include "core/finding.h"
#include "core/state.h"
#include "store/queries.h"
#include "tui/screen.h"
#include "tui/widgets.h"

/* First start: post, officer, badge; offers the sample train. */
struct screen *screen_start(struct ui *ui);
enum login_for {
    LOGIN_START,  /* before the first screen */
    LOGIN_LOCK,   /* after idle time: over what was open, cannot be left without logging in */
    LOGIN_SWITCH, /* another officer goes on; can be left */
    LOGIN_TAKE    /* who takes the shift over; can be left */
};
/* Badge and PIN; ends when somebody has logged in: its result is his badge. badge is put in (NULL:
 * none). */
struct screen *screen_login(struct ui *ui, enum login_for what, const char *badge);
struct screen *screen_people(struct ui *ui);
/* The form of an officer; badge NULL: a new one. */
struct screen *screen_person(struct ui *ui, const char *badge);
/* A new PIN for the officer with this badge; one's own needs the old one. */
struct screen *screen_pin(struct ui *ui, const char *badge);
struct screen *screen_trains(struct ui *ui);
/* Path of a list; preview with warnings; lists the train. file may be NULL. */
struct screen *screen_import(struct ui *ui, const char *file);
/* wagon: id to put the cursor on, 0: the first open one. */
struct screen *screen_consist(struct ui *ui, int64_t train, int64_t wagon);
/* key: item to put the cursor on; "" the first open one. */
struct screen *screen_wagon(struct ui *ui, int64_t wagon, const char *key);
/* The same with the cursor on the first open item from key on: where an officer goes on. */
struct screen *screen_wagon_after(struct ui *ui, int64_t wagon, const char *key);
struct screen *screen_seals(struct ui *ui, int64_t wagon);
struct screen *screen_card(struct ui *ui, const struct checklist *set, const struct item *item,
                           gate_mask waits);
/* The wagon's drawing and its zones; key: the item to begin with. Its result is the key of the item
 * to go to. */
struct screen *screen_drawing(struct ui *ui, int64_t wagon, const char *key);
struct screen *screen_gates(struct ui *ui, int64_t train, int64_t wagon);
/* wagon 0: of the whole train. Opened with a tag by the wagon itself, its result is the key of the
 * item to go to; else it opens the wagon in its own place. */
struct screen *screen_missing(struct ui *ui, int64_t train, int64_t wagon);
struct screen *screen_findings(struct ui *ui, int64_t train, int64_t wagon);
/* The form of a finding that is already raised. */
struct screen *screen_finding(struct ui *ui, int64_t wagon, const char *uuid);
/* By last digits of a number, seal, or words. train: its wagons come first; 0: none. Opened
 * with a tag, its result is the id of the wagon; else it opens the wagon in its own place. */
struct screen *screen_find(struct ui *ui, int64_t train);
/* For the shift lead: what a train holds, what is returned and decided. */
struct screen *screen_review(struct ui *ui, int64_t train);
/* The passphrase under a decision; reason may be "". Its result is not NULL when it was signed. */
struct screen *screen_sign(struct ui *ui, int64_t train, enum decision decision,
                           const char *reason);
/* The board of the shift: open trains, what blocks them, handing over. */
struct screen *screen_shift(struct ui *ui);
/* Where everybody was last. */
struct screen *screen_where(struct ui *ui);
struct screen *screen_history(struct ui *ui, int64_t wagon);
/* wagon 0: of the train itself. */
struct screen *screen_log(struct ui *ui, int64_t train, int64_t wagon);
struct screen *screen_help(struct ui *ui, unsigned context);
/* The page of the manual for the officer at work; Left and Right turn to the other roles. */
struct screen *screen_manual(struct ui *ui);
/* All actions (menu false) or those of the menu, of this context; result: the action's name. */
struct screen *screen_palette(struct ui *ui, unsigned context, bool menu);
/* The stop-work instruction of a severity 4 finding, over everything, until Enter. */
struct screen *screen_stop(struct ui *ui, const char *text);

/* Asks for one line of text at the bottom; result: the text (never empty unless empty_ok). */
struct screen *screen_ask(struct ui *ui, int tag, const char *question, const char *preset,
                          enum field_kind kind, bool empty_ok);
/* The same for a text, where the preset is only offered: typing takes its place. */
struct screen *screen_ask_offer(struct ui *ui, int tag, const char *question, const char *offer);
/* One of these two, with Up going back in what was typed before; key: of the item for RECENT_VALUE,
 * else "". Returns asks. */
struct screen *screen_ask_recall(struct screen *asks, enum recent what, const char *key);
/* Asks for a reason in words; Up goes back in reasons given before. */
struct screen *screen_ask_reason(struct ui *ui, int tag, const char *question);
/* Asks for the reason of a correction; the last one given is offered. */
struct screen *screen_ask_why(struct ui *ui, int tag);
/* The same for a time of day (base/day_time.h), typed with the digits of any layout. */
struct screen *screen_ask_time(struct ui *ui, int tag, const char *question, const char *offer,
                               bool empty_ok);
/* Asks for the path of a file or folder; Tab completes it. Result: what is typed, never empty. */
struct screen *screen_path(struct ui *ui, int tag, const char *question, const char *preset);
/* Asks to choose one of a list; result: the choice's name, or "=text" when other is true and the
 * user typed own words. `at` is the choice under the cursor first (NULL: the first). */
struct screen *screen_choose(struct ui *ui, int tag, const char *question,
                             const struct choice_list *list, const struct checklist *set,
                             const char *at, bool other);

#endif
