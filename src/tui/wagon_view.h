/* SPDX-License-Identifier: ISC */
/*
 * What the wagon screen knows, shared by its parts: wagon_list.c lays out and draws zones and
 * lines, wagon_draw.c the picture around them, wagon_change.c changes answers, screen_wagon.c turns
 * keys and actions into these.
 */
#ifndef RC_TUI_WAGON_VIEW_H
#define RC_TUI_WAGON_VIEW_H

#include "app/inspect.h"
#include "app/work.h"
#include "tui/choices.h"
#include "tui/screens.h"
#include "tui/ui.h"

/* One row of the list: the heading of a zone, or a line. */
struct list_row {
    bool heading;
    size_t line; /* the line, or the first line of the zone */
};

/* Questions whose answers come back to the screen. */
enum wagon_ask {
    ASK_VALUE = 1,
    ASK_CHOICE,
    ASK_REASON,
    ASK_NOTE,
    ASK_CATEGORY,
    ASK_GATE_NAME,
    ASK_LEVEL,
    ASK_KIND,
    ASK_STRIKE,
    ASK_WHY
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
    char key[64];          /* line under the cursor; "" : the first open one */
    size_t at;             /* its position in work.in.lines */
    bool go_on;            /* at the next reload: from key to the first open line */
    struct list_row *rows;
    size_t n_rows, cap_rows;
    bool editing; /* a number is being typed into the line */
    struct field field;
    struct made_list made;
    struct pending pending;
};

/* Lays the rows out after a reload and finds the cursor's line again. */
void wagon_lay_rows(struct wagon_view *v);
const struct line *wagon_line(const struct wagon_view *v);
/* Draws the list in rows x cols from row on, scrolled so that the cursor and its zone are seen. */
void wagon_draw_list(const struct wagon_view *v, struct surface *to, int row, int rows, int cols);
void wagon_draw(const struct screen *s, struct surface *to);
/* Language of the texts of the set. */
size_t wagon_lang(const struct wagon_view *v);

bool wagon_reload(struct screen *s, struct rc_error *err);
/* Moves the cursor to line i (in bounds). */
void wagon_go_to(struct wagon_view *v, size_t i);
/* After an answer: to the next open line; when nothing is open, says what is left to do. */
void wagon_go_on(struct screen *s);

/* Each changes the line under the cursor and says how it went. */
struct effect wagon_answer(struct screen *s, enum answer_state state, const char *value,
                           const char *reason, const char *note, const char *why);
struct effect wagon_rest_ok(struct screen *s);
struct effect wagon_gated(struct screen *s);
struct effect wagon_same(struct screen *s);
struct effect wagon_finding(struct screen *s, const char *category, const char *why);
struct effect wagon_change(struct screen *s, enum wagon_ask what, const char *value,
                           const char *why);
struct effect wagon_confirm(struct screen *s, const char *name);
struct effect wagon_step(struct screen *s, bool redo);
struct effect wagon_close(struct screen *s);
struct effect wagon_strike(struct screen *s, const char *reason);
/* Repeats the pending change with the reason of the correction. */
struct effect wagon_repeat(struct screen *s, const char *why);
void pending_release(struct pending *p);

#endif
