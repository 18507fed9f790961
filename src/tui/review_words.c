/* SPDX-License-Identifier: ISC */
/* What stands in the review of a train, in words: for the screen and for plain mode. */
#include "config.h"

#include "tui/review_words.h"

#include <string.h>

#include "i18n/i18n.h"
#include "tui/words.h"

const char *
review_part_words(enum review_part part)
{
    switch (part) {
    case REVIEW_POINTS:
        return _("RETURNED BEFORE");
    case REVIEW_MISSING:
        return _("NOT FILLED IN");
    case REVIEW_FINDINGS:
        return _("FINDINGS");
    case REVIEW_SEALS:
        return _("SEALS THAT DO NOT MATCH");
    case REVIEW_GATES:
        return _("NOT LOOKED AT: GATE NOT CONFIRMED");
    case REVIEW_NO_ACCESS:
        return _("NOT ACCESSIBLE");
    case REVIEW_CORRECTIONS:
        return _("CORRECTED AFTER CLOSING");
    case REVIEW_PACE:
        return _("PACE");
    case REVIEW_PARTS:
        break;
    }
    return "";
}

static const char *
point_words(const char *state)
{
    if (strcmp(state, "corrected") == 0)
        return _("corrected");
    return strcmp(state, "unchanged") == 0 ? _("as it was") : _("open");
}

int
review_percent(int part, int of)
{
    return of ? (part * 100 + of / 2) / of : 0;
}

static void
add_pace(const struct review *review, const struct review_line *line, struct buf *out)
{
    if (line->minutes < 0)
        buf_adds(out, _("not closed"));
    else
        buf_addf(out, _("%d min"), line->minutes);
    buf_addf(out, _(", answers %d: rest of zone %d%%, copied %d%%"), line->answers,
             review_percent(line->bulk, line->answers),
             review_percent(line->copied, line->answers));
    if (line->gated)
        buf_addf(out, _(", gate %d"), line->gated);
    if (line->fast)
        buf_addf(out, _(", under %d s: %d"), review->fast_s, line->fast);
}

static void
add_correction(const struct checklist *set, const struct review_line *line, struct buf *out)
{
    if (strncmp(line->code, "finding.", 8) == 0)
        buf_addf(out, "%s: ", _("finding"));
    else if (strcmp(line->code, "wagon.changed") == 0)
        buf_addf(out, "%s: ", _("kind or level"));
    else if (strcmp(line->code, "wagon.struck") == 0)
        buf_addf(out, "%s: ", _("struck out"));
    buf_addf(out, "%s > %s", *line->was ? line->was : ".", *line->now ? line->now : ".");
    if (*line->why)
        buf_addf(out, ": %s", words_label(set, "reason", line->why));
}

void
review_line_words(const struct review *review, const struct checklist *set,
                  const struct review_line *line, struct buf *out)
{
    switch (line->part) {
    case REVIEW_POINTS:
        buf_addf(out, "%s: %s", point_words(line->code), line->now);
        break;
    case REVIEW_MISSING:
        buf_adds(out, line->label);
        break;
    case REVIEW_FINDINGS:
        buf_addf(out, "%d %s", line->severity, words_label(set, "category", line->code));
        if (strcmp(line->now, "open") != 0)
            buf_addf(out, " (%s)", words_finding_state(line->now));
        if (*line->why)
            buf_addf(out, ": %s", line->why);
        break;
    case REVIEW_SEALS:
        buf_addf(out, "%s: %s", words_seal_match(line->code), *line->was ? line->was : "-");
        if (*line->now)
            buf_addf(out, " > %s", line->now);
        break;
    case REVIEW_GATES:
        buf_addf(out, "# %s: %s", line->code, line->label);
        break;
    case REVIEW_NO_ACCESS:
        buf_addf(out, "%s: %s", words_label(set, "reason", line->code), line->label);
        break;
    case REVIEW_CORRECTIONS:
        add_correction(set, line, out);
        break;
    case REVIEW_PACE:
        add_pace(review, line, out);
        break;
    case REVIEW_PARTS:
        break;
    }
}
