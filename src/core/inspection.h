/* SPDX-License-Identifier: ISC */
/*
 * One wagon (or the train itself) and its answers against its checklist: which items are asked,
 * what an answer may be, what is missing. Pure: the caller brings the facts, gets decisions.
 */
#ifndef RC_CORE_INSPECTION_H
#define RC_CORE_INSPECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "core/checklist.h"
#include "core/seal.h"

enum answer_state {
    ANSWER_NONE,
    ANSWER_OK,
    ANSWER_FINDING,
    ANSWER_NA,        /* not applicable */
    ANSWER_NO_ACCESS, /* with a reason */
    ANSWER_VALUE      /* number, text or choice within limits */
};

/* One letter per state, as stored in events: "" + ! - ? v. */
const char *answer_code(enum answer_state state);
bool answer_parse(const char *code, enum answer_state *out);
/* Permanent name for exports: "" ok finding not_applicable not_accessible value. */
const char *answer_name(enum answer_state state);

#define ANSWER_BULK 1   /* given by "rest of zone ok" */
#define ANSWER_COPIED 2 /* given by "same as previous wagon" */
#define ANSWER_GATE 4   /* not accessible because a gate was not confirmed */

struct answer {
    enum answer_state state;
    const char *value;  /* of numbers, texts and choices; also kept with a finding; NULL: none */
    const char *reason; /* choice name or text, with NO_ACCESS; NULL: none */
    const char *note;   /* NULL: none */
    unsigned marks;     /* ANSWER_BULK … */
    long long seq;      /* event that set it */
};

/* Facts of the wagon that expressions may name: ${kind} ${loaded} ${un_no} … */
struct facts {
    const char *kind;
    const char *un_no, *hazard_no; /* "" for none */
    long long net_kg, tare_kg;     /* -1: not known */
    int axles;                     /* 0: not known */
    int expected_seals, containers;
};

/* Is name one of these facts? */
bool inspection_is_fact(const char *name);

/* One row of the wagon screen. */
struct line {
    const struct item *item;
    const char *container; /* number when the item is of the container sheet, else NULL */
    char key[64];          /* item name, "/" and container number: names the answer in the store */
    struct answer answer;
    bool gated;      /* waits for a gate that is not confirmed */
    gate_mask waits; /* which */
};

struct inspection {
    const struct checklist *set;
    const struct sheet *sheet;
    int level;
    struct facts facts;
    gate_mask confirmed; /* gates confirmed for the train or the wagon */
    struct line *lines;  /* in walking order; items of one zone stand together */
    size_t n, cap;
    size_t seals_open; /* seals not settled; at 0, or not accessible, the seals item is done */
    bool seals_bad;    /* some seal is mismatched, missing or extra */
};

/* Gives the stored answer of key; false when there is none. */
typedef bool inspection_answers(const void *context, const char *key, struct answer *out);

/*
 * Fills in->lines from in's set, sheet, level, facts and confirmed, the answers and the n
 * containers; irrelevant items are left out. The strings of answers are borrowed.
 */
void inspection_build(struct inspection *in, const char *const *containers, size_t n_containers,
                      inspection_answers *answers, const void *context);
void inspection_release(struct inspection *in);

/* One character for the list: '.' open '+' ok '!' finding '-' n/a '?' not accessible '#' gate '='
 * copied; a value within limits is '+'. */
char line_mark(const struct line *line);
bool line_done(const struct inspection *in, const struct line *line);
/* Items answered; lines that count are all of in->lines. */
size_t inspection_done(const struct inspection *in);
/* Position of the next open line after `after` (n for from the start), wrapping; n when none. */
size_t inspection_next_open(const struct inspection *in, size_t after);
/* Position of the line with this key; n when there is none. */
size_t inspection_find(const struct inspection *in, const char *key);
/* Required lines that are not done, in order: positions into lines, at most max. Gives the count.
 */
size_t inspection_missing(const struct inspection *in, size_t *missing, size_t max);
/* Done and total of the zone that line i belongs to (zones are runs of lines with one zone and one
 * container). first and last are the run's bounds. Any of the out pointers may be NULL. */
void inspection_zone(const struct inspection *in, size_t i, size_t *first, size_t *last,
                     size_t *done);

/*
 * May this answer be given on this line? False and err say why not: a gated item can only be not
 * accessible; a reason is required there; a number must be a number, a choice be in the list; OK
 * is no answer for a number, n/a none for seals. On success *outside tells that a value is outside
 * its limits.
 */
bool answer_allowed(const struct inspection *in, const struct line *line,
                    const struct answer *answer, bool *outside, struct rc_error *err);
/* May "rest of zone ok" answer this line? Open, of type check, marked bulk, no gate waiting. */
bool line_takes_bulk(const struct line *line);
/* May "same as previous wagon" copy `from` onto this line? Open, of type check, not gated, and from
 * is ok, not applicable or not accessible for a reason other than a gate; never a finding. */
bool line_takes_copy(const struct line *line, const struct answer *from);

#endif
