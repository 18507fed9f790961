/* SPDX-License-Identifier: ISC */
/* Words for the board of a shift. */
#include "config.h"

#include "tui/board_words.h"

#include <inttypes.h>
#include <string.h>

#include "i18n/i18n.h"

#define IN_HOURS 120 /* minutes: from here on hours are told too */

void
words_minutes(struct buf *out, int64_t minutes)
{
    int64_t size = minutes < 0 ? -minutes : minutes;
    const char *sign = minutes < 0 ? "-" : "";

    if (size < IN_HOURS)
        buf_addf(out, _("%s%d min"), sign, (int)size);
    else
        buf_addf(out, _("%s%lld h %02d min"), sign, (long long)(size / 60), (int)(size % 60));
}

void
words_departure_time(struct buf *out, struct moment departs, struct moment now)
{
    char day[MOMENT_TEXT], today[MOMENT_TEXT], text[MOMENT_TEXT];
    bool same =
        strcmp(moment_text(departs, MOMENT_DATE, day), moment_text(now, MOMENT_DATE, today)) == 0;

    buf_adds(out, moment_text(departs, same ? MOMENT_CLOCK : MOMENT_DAY_CLOCK, text));
}

void
words_departure(struct buf *out, struct moment departs, struct moment now)
{
    int64_t minutes = departure_minutes(departs.ms, now);
    struct buf time = {0}, span = {0};

    words_departure_time(&time, departs, now);
    words_minutes(&span, minutes < 0 ? -minutes : minutes);
    buf_addf(out, minutes < 0 ? _("departs %s, late %s") : _("departs %s, in %s"), buf_text(&time),
             buf_text(&span));
    buf_release(&time);
    buf_release(&span);
}

void
words_obstacles(struct buf *out, const struct board_row *row)
{
    const char *between = "";

    for (int o = 0; o < OBSTACLES_COUNT; o++) {
        int n = obstacle_count((enum obstacle)o, &row->standing);

        if (!(row->obstacles & 1u << o))
            continue;
        buf_addf(out, "%s%s", between, _(obstacle_words((enum obstacle)o)));
        if (n >= 0)
            buf_addf(out, " %d", n);
        between = ", ";
    }
}

void
words_clock_apart(struct buf *out, int64_t off_s)
{
    int64_t size = off_s < 0 ? -off_s : off_s;
    struct buf span = {0};

    if (size <= CLOCK_APART_S)
        return;
    words_minutes(&span, size / 60);
    buf_addf(out,
             off_s > 0 ? _("This computer's clock is %s ahead of the station clock: have it set")
                       : _("This computer's clock is %s behind the station clock: have it set"),
             buf_text(&span));
    buf_release(&span);
}
