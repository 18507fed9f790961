/* SPDX-License-Identifier: ISC */
/* Lays a checklist over a wagon: which lines are asked, what they wait for, what is done. */
#include "config.h"

#include "core/inspection.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/number.h"

static const struct {
    const char *code, *name;
} states[] = {
    [ANSWER_NONE] = {"", ""},
    [ANSWER_OK] = {"+", "ok"},
    [ANSWER_FINDING] = {"!", "finding"},
    [ANSWER_NA] = {"-", "not_applicable"},
    [ANSWER_NO_ACCESS] = {"?", "not_accessible"},
    [ANSWER_VALUE] = {"v", "value"},
};

const char *
answer_code(enum answer_state state)
{
    return states[state].code;
}

const char *
answer_name(enum answer_state state)
{
    return states[state].name;
}

bool
answer_parse(const char *code, enum answer_state *out)
{
    for (size_t i = 0; i < ARRAY_LEN(states); i++) {
        if (strcmp(states[i].code, code) == 0) {
            *out = (enum answer_state)i;
            return true;
        }
    }
    return false;
}

/* --- names in expressions --- */

enum fact {
    FACT_KIND,
    FACT_LOADED,
    FACT_UN_NO,
    FACT_HAZARD_NO,
    FACT_AXLES,
    FACT_NET,
    FACT_TARE,
    FACT_SEALS,
    FACT_CONTAINERS,
    FACTS
};

static const char *const fact_names[FACTS] = {
    [FACT_KIND] = "kind",
    [FACT_LOADED] = "loaded",
    [FACT_UN_NO] = "un_no",
    [FACT_HAZARD_NO] = "hazard_no",
    [FACT_AXLES] = "axles",
    [FACT_NET] = "net_kg",
    [FACT_TARE] = "tare_kg",
    [FACT_SEALS] = "expected_seals",
    [FACT_CONTAINERS] = "containers",
};

/* FACTS when name is none. */
static enum fact
fact_named(const char *name)
{
    int i = 0;

    while (i < FACTS && strcmp(fact_names[i], name) != 0)
        i++;
    return (enum fact)i;
}

bool
inspection_is_fact(const char *name)
{
    return fact_named(name) != FACTS;
}

struct names {
    const struct inspection *in;
    const char *container; /* items of a container sheet see the answers of their container */
    inspection_answers *answers;
    const void *context;
    char number[FACTS][24]; /* texts of facts: an expression may hold two at a time */
};

/* Not known is "" and compares false with everything. */
static const char *
number_text(struct names *n, enum fact fact, long long value, bool known)
{
    if (!known)
        return "";
    snprintf(n->number[fact], sizeof n->number[fact], "%lld", value);
    return n->number[fact];
}

static const char *
fact_text(struct names *n, enum fact fact)
{
    const struct facts *f = &n->in->facts;

    switch (fact) {
    case FACT_KIND:
        return f->kind;
    case FACT_UN_NO:
        return f->un_no;
    case FACT_HAZARD_NO:
        return f->hazard_no;
    case FACT_LOADED:
        return number_text(n, fact, f->net_kg > 0, f->net_kg >= 0);
    case FACT_AXLES:
        return number_text(n, fact, f->axles, f->axles > 0);
    case FACT_NET:
        return number_text(n, fact, f->net_kg, f->net_kg >= 0);
    case FACT_TARE:
        return number_text(n, fact, f->tare_kg, f->tare_kg >= 0);
    case FACT_SEALS:
        return number_text(n, fact, f->expected_seals, true);
    case FACT_CONTAINERS:
        return number_text(n, fact, f->containers, true);
    case FACTS:
        break;
    }
    return "";
}

static const char *
answer_words(const struct answer *a)
{
    if (a->value)
        return a->value;
    switch (a->state) {
    case ANSWER_OK:
        return "ok";
    case ANSWER_FINDING:
        return "finding";
    case ANSWER_NA:
        return "na";
    case ANSWER_NO_ACCESS:
        return "noaccess";
    default:
        return "";
    }
}

static void
make_key(char *key, size_t size, const char *name, const char *container)
{
    snprintf(key, size, "%s%s%s", name, container ? "/" : "", container ? container : "");
}

/* What the item says, of this container (NULL: of the wagon); NULL when nothing is known. Where
 * no answers were given, those of the lines speak. */
static const char *
stored_words(const struct names *n, const char *name, const char *container)
{
    struct answer answer = {0};
    char key[64];
    size_t at;

    make_key(key, sizeof key, name, container);
    if (n->answers)
        return n->answers(n->context, key, &answer) ? answer_words(&answer) : NULL;
    at = inspection_find(n->in, key);
    return at < n->in->n ? answer_words(&n->in->lines[at].answer) : NULL;
}

static const char *
look_up(const void *context, const char *name)
{
    /* The numbers that facts need live in names; the expression itself changes nothing. */
    struct names *n = (struct names *)(uintptr_t)context;
    enum fact fact = fact_named(name);
    const char *words;

    if (fact != FACTS)
        return fact_text(n, fact);
    if (n->container && (words = stored_words(n, name, n->container)))
        return words;
    words = stored_words(n, name, NULL);
    return words ? words : "";
}

/* --- the lines --- */

static void
add_line(struct inspection *in, const struct item *item, const char *container, struct names *names)
{
    struct line *line;

    ARRAY_GROW(in->lines, in->n, in->cap);
    line = &in->lines[in->n++];
    *line = (struct line){.item = item, .container = container};
    make_key(line->key, sizeof line->key, item->name, container);
    if (names->answers)
        names->answers(names->context, line->key, &line->answer);
    line->waits = item->gates & ~in->confirmed;
    line->gated = line->waits != 0;
}

static bool
is_asked(const struct inspection *in, const struct item *item, struct names *names)
{
    return item->level <= in->level &&
           (!item->relevant || expression_true(item->relevant, "", look_up, names));
}

/* Moves the lines from `from` on so that those of one zone stand together, zones in the order in
 * which they first appear. Stable, in place: the lists are short. */
static void
gather_zones(struct inspection *in, size_t from)
{
    for (size_t i = from; i < in->n; i++) {
        size_t last = i; /* end of the run that holds line i's zone */

        for (size_t j = i + 1; j < in->n; j++) {
            struct line moved = in->lines[j];

            if (moved.item->zone != in->lines[i].item->zone)
                continue;
            last++;
            memmove(&in->lines[last + 1], &in->lines[last], (j - last) * sizeof moved);
            in->lines[last] = moved;
        }
        i = last;
    }
}

static void
add_sheet(struct inspection *in, const struct sheet *sheet, struct names *names)
{
    size_t from = in->n;

    for (size_t m = 0; m < sheet->n; m++) {
        for (size_t i = 0; i < sheet->modules[m]->n; i++) {
            const struct item *item = &sheet->modules[m]->items[i];

            if (is_asked(in, item, names))
                add_line(in, item, names->container, names);
        }
    }
    gather_zones(in, from);
}

void
inspection_build(struct inspection *in, const char *const *containers, size_t n_containers,
                 inspection_answers *answers, const void *context)
{
    const struct sheet *container_sheet = checklist_sheet(in->set, "container");
    struct names names = {.in = in, .answers = answers, .context = context};

    in->n = 0;
    add_sheet(in, in->sheet, &names);
    for (size_t i = 0; container_sheet && i < n_containers; i++) {
        names.container = containers[i];
        add_sheet(in, container_sheet, &names);
    }
}

void
inspection_release(struct inspection *in)
{
    free(in->lines);
    in->lines = NULL;
    in->n = in->cap = 0;
}

char
line_mark(const struct line *line)
{
    switch (line->answer.state) {
    case ANSWER_OK:
        return line->answer.marks & ANSWER_COPIED ? '=' : '+';
    case ANSWER_FINDING:
        return '!';
    case ANSWER_NA:
        return '-';
    case ANSWER_NO_ACCESS:
        return '?';
    case ANSWER_VALUE:
        return '+';
    default:
        return line->gated ? '#' : '.';
    }
}

bool
line_done(const struct inspection *in, const struct line *line)
{
    /* A finding or n/a here reads no seal. */
    if (line->item->type == ITEM_SEALS)
        return !in->seals_open || line->answer.state == ANSWER_NO_ACCESS;
    return line->answer.state != ANSWER_NONE;
}

size_t
inspection_done(const struct inspection *in)
{
    size_t done = 0;

    for (size_t i = 0; i < in->n; i++)
        done += line_done(in, &in->lines[i]);
    return done;
}

size_t
inspection_next_open(const struct inspection *in, size_t after)
{
    for (size_t i = 1; i <= in->n; i++) {
        size_t at = after < in->n ? (after + i) % in->n : i - 1;

        if (!line_done(in, &in->lines[at]))
            return at;
    }
    return in->n;
}

size_t
inspection_find(const struct inspection *in, const char *key)
{
    size_t i = 0;

    while (i < in->n && strcmp(in->lines[i].key, key) != 0)
        i++;
    return i;
}

size_t
inspection_missing(const struct inspection *in, size_t *missing, size_t max)
{
    size_t n = 0;

    for (size_t i = 0; i < in->n; i++) {
        if (!in->lines[i].item->required || line_done(in, &in->lines[i]))
            continue;
        if (n < max)
            missing[n] = i;
        n++;
    }
    return n;
}

static bool
same_zone(const struct line *a, const struct line *b)
{
    return a->item->zone == b->item->zone && a->container == b->container;
}

void
inspection_zone(const struct inspection *in, size_t i, size_t *first, size_t *last, size_t *done)
{
    size_t from = i, to = i, n = 0;

    while (from > 0 && same_zone(&in->lines[from - 1], &in->lines[i]))
        from--;
    while (to + 1 < in->n && same_zone(&in->lines[to + 1], &in->lines[i]))
        to++;
    for (size_t at = from; at <= to; at++)
        n += line_done(in, &in->lines[at]);
    if (first)
        *first = from;
    if (last)
        *last = to;
    if (done)
        *done = n;
}

/* --- what an answer may be --- */

static bool
choices_known(const struct item *item, const char *value, struct rc_error *err)
{
    const char *p = value + strspn(value, " ");

    if (item->type == ITEM_SELECT_ONE)
        return choice_in(item->list, value) ||
               rc_fail(err, RC_E_NOT_A_CHOICE, value, item->list->name);
    if (!*p)
        return rc_fail(err, RC_E_VALUE_NEEDED, item->name, NULL);
    while (*p) {
        char name[64];
        size_t len = strcspn(p, " ");

        snprintf(name, sizeof name, "%.*s", (int)(len < 63 ? len : 63), p);
        if (!choice_in(item->list, name))
            return rc_fail(err, RC_E_NOT_A_CHOICE, name, item->list->name);
        p += len;
        p += strspn(p, " ");
    }
    return true;
}

static bool
value_allowed(const struct inspection *in, const struct line *line, const char *value,
              bool *outside, struct rc_error *err)
{
    struct names names = {.in = in, .container = line->container};
    const struct item *item = line->item;
    int64_t whole;
    double number;

    switch (item->type) {
    case ITEM_INTEGER:
        if (!number_integer(value, &whole))
            return rc_fail(err, RC_E_NOT_A_WHOLE_NUMBER, value, NULL);
        break;
    case ITEM_DECIMAL:
        if (!number_decimal(value, &number))
            return rc_fail(err, RC_E_NOT_A_NUMBER, value, NULL);
        break;
    case ITEM_SELECT_ONE:
    case ITEM_SELECT_MULTIPLE:
        if (!choices_known(item, value, err))
            return false;
        break;
    default:
        break;
    }
    *outside = item->constraint && !expression_true(item->constraint, value, look_up, &names);
    return true;
}

bool
answer_allowed(const struct inspection *in, const struct line *line, const struct answer *answer,
               bool *outside, struct rc_error *err)
{
    bool own;
    const struct item *item = line->item;

    if (!outside)
        outside = &own;
    *outside = false;
    if (line->gated && answer->state != ANSWER_NO_ACCESS) {
        const struct gate *gate = in->set->gates;

        while (!(line->waits & ((gate_mask)1 << (gate - in->set->gates))))
            gate++;
        return rc_fail(err, RC_E_GATE, gate->code, NULL);
    }
    if (answer->state == ANSWER_NO_ACCESS && (!answer->reason || !*answer->reason))
        return rc_fail(err, RC_E_REASON_NEEDED, NULL, NULL);
    if ((answer->state == ANSWER_OK && item->type != ITEM_CHECK) ||
        (answer->state == ANSWER_NA && item->type == ITEM_SEALS))
        return rc_fail(err, RC_E_VALUE_NEEDED, item->name, NULL);
    if (answer->state == ANSWER_VALUE &&
        (item->type == ITEM_CHECK || item->type == ITEM_SEALS || !answer->value || !*answer->value))
        return rc_fail(err, RC_E_VALUE_NEEDED, item->name, NULL);
    if (answer->value && item->type != ITEM_CHECK && item->type != ITEM_SEALS)
        return value_allowed(in, line, answer->value, outside, err);
    return true;
}

bool
line_takes_bulk(const struct line *line)
{
    return line->answer.state == ANSWER_NONE && line->item->type == ITEM_CHECK &&
           line->item->bulk && !line->gated;
}

bool
line_takes_copy(const struct line *line, const struct answer *from)
{
    if (line->answer.state != ANSWER_NONE || line->item->type != ITEM_CHECK || line->gated)
        return false;
    return from->state == ANSWER_OK || from->state == ANSWER_NA ||
           (from->state == ANSWER_NO_ACCESS && !(from->marks & ANSWER_GATE));
}
