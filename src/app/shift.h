/* SPDX-License-Identifier: ISC */
/*
 * The shift: who has it, what its board shows, how it goes from one officer to the next, and when a
 * train is to depart. Times are told by the station clock, which the officer confirms when he
 * starts the shift; from then on it is reckoned by the time since boot, so that setting this
 * computer's clock does not disturb it.
 */
#ifndef RC_APP_SHIFT_H
#define RC_APP_SHIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "app/app.h"
#include "core/obstacle.h"
#include "store/queries_shift.h"

#define CLOCK_APART_S 300   /* clocks further apart are told in words */
#define DEPARTS_SOON_MIN 30 /* less than this is urgent */

struct board_row {
    const struct open_train_row *train;
    struct standing standing;
    obstacle_set obstacles;
    bool planned;
    int64_t minutes; /* to the planned departure, rounded down; negative: late */
};

struct board {
    struct shift_row shift;
    int64_t clock_off; /* this computer's clock minus the station clock now, ms */
    struct moment now; /* by the station clock */
    struct open_trains trains;
    struct board_row *rows; /* one for each of the trains, in their order */
};

/* Needs RIGHT_READ. */
bool shift_board(struct app *app, struct board *out, struct rc_error *err);
void board_release(struct board *board);

/* The station clock now. Less than a minute apart is not told from the time that was typed: then it
 * is this computer's clock. */
struct moment shift_station_clock(struct app *app, const struct shift_row *shift);
/* The same for who has not read the shift; this computer's clock when it cannot be read. */
struct moment shift_clock_now(struct app *app);
/* Minutes from now to a planned departure, rounded down; negative: late. */
int64_t departure_minutes(int64_t departs_at, struct moment now);

/*
 * These three need RIGHT_SHIFT. The officer at work starts a shift; clock is what the station clock
 * shows, HH:MM. *off_s: this computer's clock minus that, seconds.
 */
bool shift_start(struct app *app, const char *clock, int64_t *off_s, struct rc_error *err);
/* Who has the shift hands it over to the officer with this badge; note may be "". It stays his
 * until the other takes it: the board as it is now goes into the record. */
bool shift_hand_over(struct app *app, const char *to, const char *note, struct rc_error *err);
/* The officer at work, logged in, confirms the hand-over that waits for him. */
bool shift_take(struct app *app, struct rc_error *err);
/* Does a hand-over wait for the officer at work? giver: badge of who hands over; "" when none. */
bool shift_waits(struct app *app, char *giver, size_t size, struct rc_error *err);
/* Asks what shift_hand_over would, before the questions are put. */
bool shift_may_hand_over(struct app *app, struct rc_error *err);

/*
 * Plans the departure of the train; needs RIGHT_LIST. when: HH:MM, the next such time (up to six
 * hours ago counts as late, but not before the arrival), or DD.MM HH:MM; "" takes the plan away.
 * *departs is the moment planned, 0 none.
 */
bool train_plan_departure(struct app *app, int64_t train, const char *when, struct moment *departs,
                          struct rc_error *err);

/* Where everybody was last; needs RIGHT_READ. */
bool shift_where(struct app *app, struct whereabouts *out, struct rc_error *err);

#endif
