/* SPDX-License-Identifier: ISC */
/*
 * What the seals screen knows, shared by its parts: seals_draw.c draws, seals_change.c changes,
 * screen_seals.c turns keys and actions into these.
 */
#ifndef RC_TUI_SEALS_VIEW_H
#define RC_TUI_SEALS_VIEW_H

#include "app/inspect.h"
#include "app/seal_order.h"
#include "app/work.h"
#include "tui/seal_words.h"
#include "tui/screens.h"
#include "tui/ui.h"
#include "tui/walking.h"

/* Questions whose answers come back to the screen. */
enum seals_ask { ASK_REASON = 1, ASK_PLACE, ASK_NEW_PLACE, ASK_NEW_NO, ASK_REMOVED, ASK_WHY };

/* A change that waits for the reason of a correction. */
enum seal_change {
    CHANGE_NONE,
    CHANGE_READ,
    CHANGE_CHECKS,
    CHANGE_MISSING,
    CHANGE_NO_ACCESS,
    CHANGE_PLACE,
    CHANGE_REMOVED,
    CHANGE_APPLIED,
    CHANGE_FINDING
};

struct seals_view {
    int64_t wagon;
    struct work work;
    struct wagons consist;
    struct walk_row walk; /* of the officer at work */
    int last;             /* n of the seal read last here; 0 none */
    struct scroll scroll; /* the last row is the free one, for a seal that nobody expects */
    bool typing;
    struct field field;
    char foot[2][SEAL_WORDS]; /* what the last reading turned out to be */
    char place[40];           /* chosen for a new seal */
    enum seal_change pending;
    int pending_n;
    char *pending_text;
};

size_t seals_lang(const struct seals_view *v);
/* The seal under the cursor; NULL on the free row. */
const struct seal_row *seals_here(const struct seals_view *v);
bool seals_reload(struct screen *s, struct rc_error *err);
/* The words of a choice, name itself when the list has none such, "-" for "". */
const char *seals_choice_words(const struct seals_view *v, const char *list, const char *name);
void seals_draw(const struct screen *s, struct surface *to);

/* Does the change on row n (0: a new one) and shows how it went; text: number, checks, reason or
 * place. On a closed wagon it asks for the reason of the correction first. */
struct effect seals_change(struct screen *s, enum seal_change change, int n, const char *text,
                           const char *why);
/* Sets the next open one of the four answers, or all of them, to mark. */
struct effect seals_check(struct screen *s, char mark, bool all);
/* A finding on the seals of the wagon, described by what is wrong with the one under the cursor. */
struct effect seals_finding(struct screen *s, const char *why);
struct effect seals_step(struct screen *s, bool redo);
/* The seal that the four answers go to: the one under the cursor, or, where that is not read yet,
 * the one read last while its answers are open. NULL when there is none. */
const struct seal_row *seals_checked(const struct seals_view *v);
/* Moves the cursor to the next seal that is not read; those beyond the train come last when the
 * officer walks along one side. */
void seals_next_to_read(struct seals_view *v);

#endif
