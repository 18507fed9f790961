/* SPDX-License-Identifier: ISC */
/* The board of a shift: what is open and what stands in its way. Nothing is written here. */
#include "config.h"

#include <string.h>

#include "app/shift.h"
#include "base/alloc.h"

#define MINUTE_MS 60000

struct moment
shift_station_clock(struct app *app, const struct shift_row *shift)
{
    struct moment now = app->env->now(app->env->context), station = now;

    if (!shift->clock)
        return now;
    if (strcmp(shift->clock_boot, app->env->boot) == 0)
        station.ms = shift->clock + app->env->uptime(app->env->context) - shift->clock_uptime;
    else
        station.ms = now.ms - (shift->clock_at - shift->clock);
    /* The officer types minutes: what is nearer is the same time. */
    return station.ms - now.ms < MINUTE_MS && now.ms - station.ms < MINUTE_MS ? now : station;
}

struct moment
shift_clock_now(struct app *app)
{
    struct shift_row shift;
    struct moment now;

    if (!store_shift(app->store, &shift, NULL))
        return app->env->now(app->env->context);
    now = shift_station_clock(app, &shift);
    shift_row_release(&shift);
    return now;
}

int64_t
departure_minutes(int64_t departs_at, struct moment now)
{
    int64_t ms = departs_at - now.ms;

    return ms >= 0 ? ms / MINUTE_MS : -((-ms + MINUTE_MS - 1) / MINUTE_MS);
}

static struct board_row
board_row(const struct open_train_row *t, struct moment now)
{
    struct board_row row = {
        .train = t,
        .standing = {.wagons = t->wagons,
                     .left = t->wagons - t->closed,
                     .returns = t->returns,
                     .grave = t->grave_loose},
        .planned = t->departs_at != 0,
    };

    if (!train_state_parse(t->state, &row.standing.state))
        row.standing.state = TRAIN_LISTED;
    row.obstacles = obstacles_of(&row.standing);
    if (row.planned)
        row.minutes = departure_minutes(t->departs_at, now);
    return row;
}

bool
shift_board(struct app *app, struct board *out, struct rc_error *err)
{
    *out = (struct board){0};
    if (!right_needed(app->roles, RIGHT_READ, err) || !store_shift(app->store, &out->shift, err) ||
        !store_open_trains(app->store, &out->trains, err)) {
        board_release(out);
        return false;
    }
    out->now = shift_station_clock(app, &out->shift);
    out->clock_off = app->env->now(app->env->context).ms - out->now.ms;
    out->rows = rc_alloc(out->trains.n + 1, sizeof *out->rows);
    for (size_t i = 0; i < out->trains.n; i++)
        out->rows[i] = board_row(&out->trains.rows[i], out->now);
    return true;
}

void
board_release(struct board *board)
{
    shift_row_release(&board->shift);
    open_trains_release(&board->trains);
    free(board->rows);
    *board = (struct board){0};
}

bool
shift_where(struct app *app, struct whereabouts *out, struct rc_error *err)
{
    *out = (struct whereabouts){0};
    return right_needed(app->roles, RIGHT_READ, err) && store_whereabouts(app->store, out, err);
}
