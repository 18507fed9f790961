/* SPDX-License-Identifier: ISC */
/*
 * What the wagon screen knows, shared by its parts: wagon_list.c lays out and draws zones and
 * lines, wagon_draw.c the picture around them, wagon_ask.c asks what a change needs, wagon_change.c
 * changes, screen_wagon.c turns keys and actions into these.
 */
#ifndef RC_TUI_WAGON_VIEW_H
#define RC_TUI_WAGON_VIEW_H

#include "app/inspect.h"
#include "app/review.h"
#include "app/work.h"
#include "tui/choices.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/walking.h"

/* One row of the list: the heading of a zone, or a line. */
struct list_row {
    bool heading;
    size_t line; /* the line, or the first line of the zone */
};

/* Questions whose answers come back to the screen. */
enum wagon_ask {
    ASK_VALUE = 1,
    ASK_CHOICE,
    ASK_TOGGLE, /* one of several choices, in or out */
    ASK_REASON,
    ASK_NOTE,
    ASK_CATEGORY,
    ASK_STOP, /* the stop-work notice has been read */
    ASK_GATE_NAME,
    ASK_LEVEL,
    ASK_KIND,
    ASK_STRIKE,
    ASK_MISSING, /* key of the item to go to, from what is missing or from the drawing */
    ASK_FOUND,   /* id of the wagon to go to */
    ASK_SEALS,   /* back from the seals */
    ASK_WHY,
    ASK_RETURN
};

/* A change that waits for the reason of a correction. */
struct pending {
    enum wagon_ask what; /* ASK_VALUE: answer; ASK_CATEGORY: finding; ASK_LEVEL, ASK_KIND */
    enum answer_state state;
    char *value, *reason, *note, *name;
};

struct wagon_view {
    int64_t wagon;
    struct work work;
    struct wagons consist; /* without position 0 */
    struct walk_row walk;  /* of the officer at work */
    char key[64];          /* line under the cursor; "" : the first open one */
    size_t at;             /* its position in work.in.lines */
    bool go_on;            /* at the next reload: from key to the first open line */
    bool laid;             /* rows have been laid before: key names a line that was there */
    char round[64];        /* line where going through the open ones began; "" not going */
    bool guided;           /* hints for the first wagon are shown */
    bool closing;          /* the kind is asked for because the wagon is being closed */
    char finding[40];      /* just raised; its form opens after the stop-work notice */
    struct list_row *rows;
    size_t n_rows, cap_rows;
    bool editing; /* a number is being typed into the line */
    struct field field;
    struct made_list made;
    struct pending pending;
};

/* Lays the rows out after a reload and finds the cursor's line again. A key that this wagon does
 * not ask stands for its zone when the screen is new. */
void wagon_lay_rows(struct wagon_view *v);
const struct line *wagon_line(const struct wagon_view *v);
/* The worst finding that stands on the line; NULL for none. */
const struct finding_row *wagon_finding_at(const struct wagon_view *v, const struct line *l);
/* The first gate that the line waits for; NULL for none. */
const struct gate *wagon_gate_at(const struct wagon_view *v, const struct line *l);
/* A value outside its limits, a finding, seals that are not right. */
bool wagon_line_bad(const struct inspection *in, const struct line *l);
/* Draws the list in rows x cols from row on, scrolled so that the cursor and its zone are seen. */
void wagon_draw_list(const struct wagon_view *v, struct surface *to, int row, int rows, int cols);
void wagon_draw(const struct screen *s, struct surface *to);
/* Language of the texts of the set. */
size_t wagon_lang(const struct wagon_view *v);

bool wagon_reload(struct screen *s, struct rc_error *err);
/* The next line after `after` (n for from the start) that is open or was returned, wrapping; n when
 * there is none. */
size_t wagon_next_line(const struct wagon_view *v, size_t after);
/* Moves the cursor to line i (in bounds). */
void wagon_go_to(struct wagon_view *v, size_t i);
/* After an answer: to the next open line; at the end of the list says what is left to do. */
void wagon_go_on(struct screen *s);

/* Was the last change refused or not saved? */
bool wagon_failed(const struct screen *s);

/* Each asks what its key needs to know, or does it when nothing is to be asked. Enter answers the
 * item or opens what stands there; OK never writes over a finding. */
struct effect wagon_enter(struct screen *s);
struct effect wagon_ok(struct screen *s);
struct effect wagon_ask_reason(struct screen *s);
struct effect wagon_ask_category(struct screen *s);
struct effect wagon_ask_confirm(struct screen *s);
/* For the shift lead: the reason for returning the item. */
struct effect wagon_ask_return(struct screen *s);
/* A wagon whose kind nobody has confirmed cannot be closed: asks for it first. */
struct effect wagon_ask_close(struct screen *s);
/* The list of kinds or levels. */
struct effect wagon_choose(struct screen *s, enum wagon_ask what);
/* The seals; back from there the cursor goes on when they are settled. */
struct effect wagon_open_seals(struct screen *s);
/* A number is typed into its line. */
void wagon_start_typing(struct wagon_view *v, const char *text);

/* Each changes the line under the cursor and says how it went. */
struct effect wagon_answer(struct screen *s, enum answer_state state, const char *value,
                           const char *reason, const char *note, const char *why);
struct effect wagon_rest_ok(struct screen *s);
struct effect wagon_gated(struct screen *s);
struct effect wagon_same(struct screen *s);
struct effect wagon_finding(struct screen *s, const char *category, const char *why);
struct effect wagon_change(struct screen *s, enum wagon_ask what, const char *value,
                           const char *why);
/* Confirms the first gate that the line waits for: each is confirmed with its warning in view. */
struct effect wagon_confirm(struct screen *s, const char *name);
/* Takes the choice into the value of the line, or out of it. */
struct effect wagon_toggle(struct screen *s, const char *choice);
struct effect wagon_step(struct screen *s, bool redo);
struct effect wagon_close(struct screen *s);
/* The next open wagon in the walking direction, wrapping; 0 when all others are closed. */
int64_t wagon_next_open(const struct screen *s);
struct effect wagon_strike(struct screen *s, const char *reason);
struct effect wagon_return(struct screen *s, const char *reason);
/* Repeats the pending change with the reason of the correction. */
struct effect wagon_repeat(struct screen *s, const char *why);
void pending_release(struct pending *p);

#endif
