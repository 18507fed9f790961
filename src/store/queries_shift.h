/* SPDX-License-Identifier: ISC */
/* What the board of a shift reads: the trains not done with, the shift, who is where. As queries.h.
 */
#ifndef RC_STORE_QUERIES_SHIFT_H
#define RC_STORE_QUERIES_SHIFT_H

#include "store/queries.h"

struct open_train_row {
    int64_t id;
    const char *uuid, *number, *index, *state;
    int64_t arrived_at;
    int arrived_offset;
    int64_t departs_at; /* planned; 0: not known */
    int departs_offset;
    int wagons, closed;
    int returns;         /* points returned and not settled */
    int grave;           /* open findings of severity 3 and 4 */
    int grave_loose;     /* of them on wagons that are not held */
    const char *officer; /* badge of who worked on it last; "" nobody yet */
    int64_t worked_at;   /* 0: not yet */
};
#define OPEN_TRAINS_MAX 200
struct open_trains {
    struct open_train_row *rows; /* the first to depart first, then the newest arrivals */
    size_t n, cap;
    struct arena *arena;
};
/* Trains that are listed, inspecting, submitted, returned or held, at most OPEN_TRAINS_MAX. */
bool store_open_trains(struct store *s, struct open_trains *out, struct rc_error *err);
void open_trains_release(struct open_trains *t);

/* The shift as this installation knows it. */
struct shift_row {
    const char *holder, *holder_name; /* badge of who has it; "" nobody has started one */
    int64_t since;
    int since_offset;
    /* the hand-over that waits to be taken; uuid "" none */
    const char *uuid, *giver, *taker, *note;
    int64_t handed_at;
    int handed_offset;
    const char *last_note; /* of the hand-over by which the holder has it; "" none */
    /* the station clock, confirmed last: what it showed, and the program's clocks then */
    int64_t clock; /* ms; 0: never */
    int64_t clock_at, clock_uptime;
    const char *clock_boot;
    struct arena *arena;
};
bool store_shift(struct store *s, struct shift_row *out, struct rc_error *err);
void shift_row_release(struct shift_row *r);

/* Where an officer was last, from the newest 500 events of this installation. */
struct where_row {
    const char *badge, *name;
    int64_t login_at; /* 0: not among them */
    int login_offset;
    int64_t wagon; /* 0: none among them */
    int position;  /* 0: the train's own checklist */
    const char *number, *train;
    int64_t worked_at;
    int worked_offset;
};
struct whereabouts {
    struct where_row *rows; /* each active officer, in the order of officers */
    size_t n, cap;
    struct arena *arena;
};
bool store_whereabouts(struct store *s, struct whereabouts *out, struct rc_error *err);
void whereabouts_release(struct whereabouts *w);

#endif
