/* SPDX-License-Identifier: ISC */
/* What the screens of one wagon show. */
#include "config.h"

#include "tui/wagon_read.h"

bool
wagon_read(struct app *app, int64_t wagon, struct work *work, struct wagons *consist,
           struct walk_row *walk, struct rc_error *err)
{
    struct wagons wagons = {0};
    struct work now;

    if (!work_open(app, wagon, &now, err))
        return false;
    if (!store_consist(app->store, now.wagon->train, false, &wagons, err) ||
        !walk_now(app, now.wagon->train, walk, err)) {
        wagons_release(&wagons);
        work_release(&now);
        return false;
    }
    work_release(work);
    wagons_release(consist);
    *work = now;
    work->wagon = &work->wagons.rows[0];
    *consist = wagons;
    return true;
}
