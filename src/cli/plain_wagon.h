/* SPDX-License-Identifier: ISC */
/*
 * What the wagon place of plain mode knows, shared by its parts: plain_wagon_say.c says where one
 * is, plain_answer.c changes, plain_wagon.c moves and turns commands into these.
 */
#ifndef RC_CLI_PLAIN_WAGON_H
#define RC_CLI_PLAIN_WAGON_H

#include "cli/plain.h"

enum {
    WAGON_OK = 1,
    WAGON_RAISE,
    WAGON_NOT_APPLICABLE,
    WAGON_NO_WAY,
    WAGON_NOTE,
    WAGON_REST,
    WAGON_SAME,
    WAGON_SEALS,
    WAGON_UNDO,
    WAGON_REDO,
    WAGON_CLOSE,
    WAGON_GO,
    WAGON_CONFIRM,
    WAGON_MISSING,
    WAGON_DOWN,
    WAGON_UP,
    WAGON_CARD,
    WAGON_ITEMS,
    WAGON_FINDINGS,
    WAGON_GATES,
    WAGON_HISTORY,
    WAGON_LOG,
    WAGON_DRAWING,
    WAGON_KIND,
    WAGON_LEVEL,
    WAGON_STRIKE,
    WAGON_RETURN
};

struct plain_wagon {
    struct plain *p;
    int64_t wagon;
    struct work work;
    size_t wagons;             /* in the consist */
    char key[64];              /* of the present item; "" the first open one */
    size_t at;                 /* its position in work.in.lines */
    const struct choice *zone; /* said last */
    int64_t next;              /* wagon to go to; 0 stay */
    int64_t train;             /* said last; 0: that of the place one came from */
    bool leave;                /* back to the train */
};

size_t plain_wagon_lang(const struct plain_wagon *v);
/* The present item; NULL when the wagon asks nothing. */
const struct line *plain_line(const struct plain_wagon *v);
/* Says wagon, zone when it is another one, item, its state, gate or hint. */
void plain_wagon_where(struct plain_wagon *v);
/* What is asked for in the prompt. */
void plain_wagon_wanted(const struct plain_wagon *v, struct buf *out);
void plain_wagon_card(const struct plain_wagon *v);
void plain_wagon_items(const struct plain_wagon *v);
/* The drawing and its zones; goes to the zone that is chosen. */
void plain_wagon_drawing(struct plain_wagon *v);

bool plain_wagon_reload(struct plain_wagon *v);
/* To the next open item; says what is left at the end of the list. */
void plain_wagon_go_on(struct plain_wagon *v);
/* The item with this key; false when it is not asked here. */
bool plain_wagon_to(struct plain_wagon *v, const char *key);

/* Changes the present item as the command act says. */
void plain_answer(struct plain_wagon *v, int act);
/* The line is a value of the item, or the number of a choice; false: it is neither. */
bool plain_answer_typed(struct plain_wagon *v, const char *text);
/* Changes the wagon as a whole: closing, kind, level, striking out, undo, redo. */
void plain_wagon_change(struct plain_wagon *v, int act);

#endif
