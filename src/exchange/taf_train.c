/* SPDX-License-Identifier: ISC */
/* A TrainCompositionMessage, element after element: the train, its sections, its wagons. */
#include "config.h"

#include "exchange/taf_train.h"

#include <stdint.h>
#include <stdio.h>

#include "base/alloc.h"
#include "base/utf8.h"

enum leaf {
    LEAF_TRAIN,
    LEAF_STATION,
    LEAF_WAGON_NO,
    LEAF_POSITION,
    LEAF_AXLES,
    LEAF_LOAD,
    LEAF_EMPTY,
    LEAF_UN,
    LEAF_HAZARD,
    LEAVES
};

/* Elements whose text is read. In newer editions a station is "LocationPrimaryCode" in a place of
 * its own; both are names only for the question which section is meant. */
static const struct {
    const char *name;
    enum leaf leaf;
} leaves[] = {
    {"OperationalTrainNumber", LEAF_TRAIN},
    {"LocationPrimaryCode", LEAF_STATION},
    {"PrimaryLocationName", LEAF_STATION},
    {"WagonNumberFreight", LEAF_WAGON_NO},
    {"WagonTrainPosition", LEAF_POSITION},
    {"WagonNumberOfAxles", LEAF_AXLES},
    {"TotalLoadWeight", LEAF_LOAD},
    {"WagonWeightEmpty", LEAF_EMPTY},
    {"UN_Number", LEAF_UN},
    {"HazardIdentificationNumber", LEAF_HAZARD},
};

static const char section_name[] = "TrainCompositionJourneySection";
static const char wagon_name[] = "WagonData";
static const char danger_name[] = "DangerousGoodsIndication";

static enum leaf
leaf_of(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(leaves); i++)
        if (strcmp(leaves[i].name, name) == 0)
            return leaves[i].leaf;
    return LEAVES;
}

bool
taf_wants(const char *name)
{
    return leaf_of(name) != LEAVES;
}

/* --- sections --- */

/* Does this section's list become the train's? Without a choice the first does. */
static bool
taken(const struct taf *t)
{
    return t->section <= 1 ? t->told <= 1 : t->section == t->told;
}

static void
begin_section(struct taf *t)
{
    struct consist *out = t->list.out;
    ARRAY_GROW(out->sections, out->n_sections, out->cap_sections);
    out->sections[out->n_sections++] = (struct consist_section){.name = rc_strdup("")};
    t->section++;
    t->hash = 14695981039346656037ULL;
    buf_clear(&t->stations);
}

static void
end_section(struct taf *t)
{
    if (t->section == 1)
        t->first_hash = t->hash;
    else if (t->hash != t->first_hash)
        t->differ = true;
    list_set(&t->list.out->sections[t->section - 1].name, buf_text(&t->stations));
}

/* First and last station are enough; the ones between would not fit. */
static void
add_station(struct taf *t, const char *s)
{
    if (!*s || t->section == 0 || t->wagon || t->stations.len > 100)
        return;
    if (list_hostile(&t->list, 0, 0, s))
        return;
    buf_addf(&t->stations, "%s%.*s", t->stations.len ? " - " : "", (int)utf8_fit(s, 40), s);
}

static void
add_hash(struct taf *t, const char *s)
{
    for (; *s; s++)
        t->hash = (t->hash ^ (unsigned char)*s) * 1099511628211ULL;
    t->hash *= 1099511628211ULL;
}

/* --- wagons --- */

static void
begin_wagon(struct taf *t, unsigned line)
{
    if (t->section)
        t->list.out->sections[t->section - 1].wagons++;
    t->dangers = 0;
    t->hazard[0] = '\0';
    buf_clear(&t->more);
    t->wagon = taken(t) ? list_add_wagon(&t->list, line) : NULL;
}

static void
end_wagon(struct taf *t)
{
    struct consist_wagon *w = t->wagon;
    struct list *l = &t->list;
    t->wagon = NULL;
    if (!w)
        return;
    if (!*w->number) {
        list_error(l, w->line, 0, RC_E_TAF_WAGON_NO, NULL, NULL);
        return;
    }
    if (!w->position) {
        if (!l->position_told)
            list_warning(l, w->line, 0, RC_W_LIST_NO_POSITION, NULL, NULL);
        l->position_told = true;
        w->position = (int)l->out->n;
    }
    if (t->more.len)
        list_warning(l, w->line, 0, RC_W_TAF_DANGER, w->number, buf_text(&t->more));
    list_check_wagon(l, w);
}

/* The first dangerous good has its place in the record, the others are named. */
static void
end_danger(struct taf *t)
{
    if (t->wagon)
        t->dangers++;
}

static void
add_un(struct taf *t, const char *s)
{
    if (t->dangers == 0 && !*t->wagon->un_no)
        list_set(&t->wagon->un_no, s);
    else if (t->more.len < 150)
        buf_addf(&t->more, "%s%s", t->more.len ? ", " : "", s);
}

static void
add_hazard(struct taf *t, const char *s)
{
    if (t->dangers == 0 && !*t->wagon->hazard_no)
        list_set(&t->wagon->hazard_no, s);
}

static void
add_mass(struct taf *t, const char *s, int64_t *kg, const char *name, unsigned line,
         unsigned column)
{
    if (!list_mass(s, LIST_UNIT_KG, kg))
        list_error(&t->list, line, column, RC_E_LIST_NUMBER, s, name);
}

static void
add_count(struct taf *t, const char *s, int64_t max, int *out, const char *name, unsigned line,
          unsigned column)
{
    int64_t value = 0;
    if (!list_integer(s, 1, max, 0, &value))
        list_error(&t->list, line, column, RC_E_LIST_NUMBER, s, name);
    else
        *out = (int)value;
}

static void
wagon_leaf(struct taf *t, enum leaf leaf, const char *name, const char *s, unsigned line,
           unsigned column)
{
    struct consist_wagon *w = t->wagon;
    switch (leaf) {
    case LEAF_WAGON_NO:
        if (!*w->number && !list_long(&t->list, line, column, s, LIST_NUMBER_MAX))
            list_set(&w->number, s);
        break;
    case LEAF_POSITION:
        add_count(t, s, CONSIST_WAGONS_MAX, &w->position, name, line, column);
        break;
    case LEAF_AXLES:
        add_count(t, s, 99, &w->axles, name, line, column);
        break;
    case LEAF_LOAD:
        add_mass(t, s, &w->net_kg, name, line, column);
        break;
    case LEAF_EMPTY:
        add_mass(t, s, &w->tare_kg, name, line, column);
        break;
    case LEAF_UN:
        if (!list_long(&t->list, line, column, s, LIST_CODE_MAX))
            add_un(t, s);
        break;
    case LEAF_HAZARD:
        if (!list_long(&t->list, line, column, s, LIST_CODE_MAX))
            add_hazard(t, s);
        break;
    default:
        break;
    }
}

static void
read_train(struct taf *t, const char *s, unsigned line, unsigned column)
{
    struct consist *out = t->list.out;
    if (list_long(&t->list, line, column, s, LIST_NUMBER_MAX))
        return;
    if (!*out->train_no)
        list_set(&out->train_no, s);
    else if (strcmp(out->train_no, s) != 0)
        list_warning(&t->list, line, column, RC_W_LIST_DIFFERS, s, out->train_no);
}

void
taf_begin(struct taf *t, const char *name, unsigned line)
{
    if (strcmp(name, section_name) == 0)
        begin_section(t);
    else if (strcmp(name, wagon_name) == 0 && !t->wagon)
        begin_wagon(t, line);
}

void
taf_end(struct taf *t, const char *name, const char *text, unsigned line, unsigned column)
{
    enum leaf leaf = leaf_of(name);
    if (strcmp(name, section_name) == 0 && t->section)
        end_section(t);
    else if (strcmp(name, wagon_name) == 0)
        end_wagon(t);
    else if (strcmp(name, danger_name) == 0)
        end_danger(t);
    if (leaf == LEAVES || !*text)
        return;
    if (list_hostile(&t->list, line, column, text))
        return;
    if (leaf == LEAF_STATION)
        add_station(t, text);
    else if (leaf == LEAF_TRAIN)
        read_train(t, text, line, column);
    else
        add_hash(t, text);
    if (t->wagon)
        wagon_leaf(t, leaf, name, text, line, column);
}

void
taf_finish(struct taf *t)
{
    struct list *l = &t->list;
    struct consist *out = l->out;
    char count[24], told[24];
    snprintf(count, sizeof count, "%zu", out->n_sections);
    snprintf(told, sizeof told, "%u", t->told);
    if (t->told > out->n_sections) {
        list_error(l, 1, 0, RC_E_LIST_NO_SECTION, told, count);
        return;
    }
    if (out->n == 0) {
        list_error(l, 1, 0, RC_E_TAF_EMPTY, NULL, NULL);
        return;
    }
    if (!*out->train_no)
        list_warning(l, 1, 0, RC_W_LIST_NO_TRAIN, NULL, NULL);
    if (out->n_sections > 1 && !t->differ)
        list_warning(l, 1, 0, RC_W_TAF_SECTIONS, count, NULL);
    out->asks_section = t->differ && t->told == 0;
    list_check_all(l);
}

void
taf_release(struct taf *t)
{
    buf_release(&t->stations);
    buf_release(&t->more);
}
