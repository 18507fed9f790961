/* SPDX-License-Identifier: ISC */
/*
 * Review: what a shift lead sees of a submitted train, and what he sends back. All of it is read
 * from the records; nothing here judges an officer.
 */
#ifndef RC_APP_REVIEW_H
#define RC_APP_REVIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/app.h"

/* In the order in which they are shown. */
enum review_part {
    REVIEW_POINTS,      /* returned before, and what became of it */
    REVIEW_MISSING,     /* required and not filled in */
    REVIEW_FINDINGS,    /* the gravest first; withdrawn ones last */
    REVIEW_SEALS,       /* mismatched, missing, extra */
    REVIEW_GATES,       /* not confirmed, so items behind them were not looked at */
    REVIEW_NO_ACCESS,   /* for other reasons */
    REVIEW_CORRECTIONS, /* made after the wagon was closed, with both values */
    REVIEW_PACE,        /* a row per wagon */
    REVIEW_PARTS
};

/* Strings are owned by the review and never NULL; "" is none. */
struct review_line {
    enum review_part part;
    int64_t wagon;
    int position; /* 0: the train's own checklist */
    char number[24];
    char item[64];    /* key; "" the wagon */
    char finding[40]; /* uuid */
    int severity;     /* of a finding; -1 */
    char *label;      /* of the item in the language asked for */
    char *code;       /* category, match of a seal, gate, reason, state of a point */
    char *was, *now;  /* a correction's values; seal: expected and read; point: its reason in now */
    char *why;        /* of a correction; description of a finding */
    char officer[60]; /* badge of who said it */
    int64_t at;
    int offset_min;
    /* of REVIEW_PACE */
    int minutes; /* from the first fact to the first closing; -1 not known */
    int answers, bulk, copied, gated, fast;
};

struct review {
    struct trains trains; /* one row */
    const struct train_row *train;
    struct review_line *lines; /* part by part, by position in each */
    size_t n, cap;
    size_t count[REVIEW_PARTS];
    int answers, bulk, copied, gated, fast, fast_s; /* fast: quicker than fast_s seconds */
    int clock_flags; /* the clock was set back or jumped while the train was worked on */
    bool took_part;  /* the officer at work inspected it or submitted it himself */
};

/* lang: of labels. Needs RIGHT_READ. */
bool review_read(struct app *app, int64_t train, const char *lang, struct review *out,
                 struct rc_error *err);
void review_release(struct review *r);

/*
 * Returns the item with this key, the finding with this uuid, or (both NULL or "") the wagon to its
 * officers; the wagon is open again. reason must not be empty. Needs RIGHT_REVIEW.
 */
bool review_return(struct app *app, int64_t wagon, const char *item, const char *finding,
                   const char *reason, struct rc_error *err);
/* Holds the wagon (with a reason), or releases it again. Needs RIGHT_DECIDE. */
bool review_hold(struct app *app, int64_t wagon, const char *reason, struct rc_error *err);
bool review_release_wagon(struct app *app, int64_t wagon, const char *reason, struct rc_error *err);
/* Settles an open finding: how says what was done. Also after the train was accepted or held; needs
 * RIGHT_DECIDE. */
bool review_settle(struct app *app, int64_t wagon, const char *finding, const char *how,
                   struct rc_error *err);

#endif
