/* SPDX-License-Identifier: ISC */
/* One row of a list: from fields to a wagon, and what it says about the train. */
#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "base/alloc.h"
#include "core/numbers.h"
#include "core/seal.h"
#include "exchange/consist_list.h"

/* Longest text of each column, in characters; lists are bounded text by text. */
static const unsigned short longest[LIST_COLUMNS] = {
    [LIST_TRAIN_NO] = LIST_NUMBER_MAX,
    [LIST_TRAIN_INDEX] = LIST_CODE_MAX,
    [LIST_ARRIVED_AT] = LIST_CODE_MAX,
    [LIST_DIRECTION] = LIST_CODE_MAX,
    [LIST_POSITION] = LIST_CODE_MAX,
    [LIST_WAGON_NO] = LIST_NUMBER_MAX,
    [LIST_KIND] = LIST_TEXT_MAX,
    [LIST_OWNER_RAILWAY] = LIST_TEXT_MAX,
    [LIST_CARGO_ETSNG] = LIST_CODE_MAX,
    [LIST_CARGO_GNG] = LIST_CODE_MAX,
    [LIST_CARGO_NAME] = LIST_TEXT_MAX,
    [LIST_NET_KG] = LIST_CODE_MAX,
    [LIST_TARE_KG] = LIST_CODE_MAX,
    [LIST_AXLES] = LIST_CODE_MAX,
    [LIST_UN_NO] = LIST_CODE_MAX,
    [LIST_HAZARD_NO] = LIST_CODE_MAX,
    [LIST_EMERGENCY_CARD] = LIST_CODE_MAX,
    [LIST_ORIGIN_STATION] = LIST_TEXT_MAX,
    [LIST_DESTINATION_STATION] = LIST_TEXT_MAX,
    [LIST_CONSIGNOR] = LIST_TEXT_MAX,
    [LIST_CONSIGNEE] = LIST_TEXT_MAX,
    [LIST_SEAL_COUNT] = LIST_CODE_MAX,
    [LIST_SEALS] = 0,
    [LIST_CONTAINERS] = 0,
};

/* A row being read: its fields, trimmed, by column. */
struct row {
    struct list *list;
    unsigned line;
    char *cell[LIST_COLUMNS];
};

static void
row_error(const struct row *r, enum list_column column, enum rc_code code, const char *a,
          const char *b)
{
    list_error(r->list, r->line, r->list->field_of[column], code, a, b);
}

static void
row_warning(const struct row *r, enum list_column column, enum rc_code code, const char *a,
            const char *b)
{
    list_warning(r->list, r->line, r->list->field_of[column], code, a, b);
}

static void
check_length(const struct row *r, enum list_column column, const char *s, size_t max)
{
    list_long(r->list, r->line, r->list->field_of[column], s, max);
}

static void
read_cells(struct row *r, const struct csv_record *record)
{
    for (size_t i = 0; i < LIST_COLUMNS; i++) {
        unsigned field = r->list->field_of[i];
        const char *text = field ? record->field[field - 1] : "";
        r->cell[i] = list_trimmed(text);
        r->list->trimmed += strlen(r->cell[i]) != strlen(text);
        if (longest[i])
            check_length(r, (enum list_column)i, r->cell[i], longest[i]);
    }
}

/* Hands a cell over to the wagon. */
static char *
take(struct row *r, enum list_column column)
{
    char *s = r->cell[column];
    r->cell[column] = NULL;
    return s;
}

static int
read_integer(const struct row *r, enum list_column column, int max, int none)
{
    int64_t value = 0;
    if (!list_integer(r->cell[column], 0, max, none, &value)) {
        row_error(r, column, RC_E_LIST_NUMBER, r->cell[column], heading_name(column));
        return none;
    }
    return (int)value;
}

static int64_t
read_mass(const struct row *r, enum list_column column)
{
    int64_t kg = -1;
    if (!list_mass(r->cell[column], r->list->unit[column], &kg))
        row_error(r, column, RC_E_LIST_NUMBER, r->cell[column], heading_name(column));
    return kg;
}

static int
read_position(const struct row *r)
{
    struct list *l = r->list;
    const char *s = r->cell[LIST_POSITION];
    int64_t value = 0;
    if (!list_integer(s, 1, CONSIST_WAGONS_MAX, 0, &value)) {
        char max[24];
        snprintf(max, sizeof max, "%d", CONSIST_WAGONS_MAX);
        row_error(r, LIST_POSITION, RC_E_LIST_POSITION, s, max);
    }
    if (*s)
        return (int)value;
    if (!l->position_told)
        row_warning(r, LIST_POSITION, RC_W_LIST_NO_POSITION, NULL, NULL);
    l->position_told = true;
    return (int)l->out->rows;
}

static char *
read_kind(const struct row *r)
{
    const char *kind = list_kind(r->list->kinds, r->cell[LIST_KIND]);
    if (!kind)
        row_warning(r, LIST_KIND, RC_W_LIST_KIND, r->cell[LIST_KIND], NULL);
    return rc_strdup(kind ? kind : "");
}

static void
read_lists(const struct row *r, struct consist_wagon *w)
{
    list_split(r->cell[LIST_SEALS], &w->seals, &w->n_seals, &w->cap_seals);
    for (size_t i = 0; i < w->n_seals; i++)
        check_length(r, LIST_SEALS, w->seals[i], SEAL_NO_MAX);
    list_split(r->cell[LIST_CONTAINERS], &w->containers, &w->n_containers, &w->cap_containers);
    for (size_t i = 0; i < w->n_containers; i++)
        check_length(r, LIST_CONTAINERS, w->containers[i], LIST_NUMBER_MAX);
}

static struct consist_wagon
read_wagon(struct row *r)
{
    struct consist_wagon w = {.line = r->line};
    w.position = read_position(r);
    w.kind = read_kind(r);
    w.net_kg = read_mass(r, LIST_NET_KG);
    w.tare_kg = read_mass(r, LIST_TARE_KG);
    w.axles = read_integer(r, LIST_AXLES, 99, 0);
    w.seal_count = read_integer(r, LIST_SEAL_COUNT, 999, -1);
    read_lists(r, &w);
    w.number = take(r, LIST_WAGON_NO);
    w.owner_railway = take(r, LIST_OWNER_RAILWAY);
    w.cargo_etsng = take(r, LIST_CARGO_ETSNG);
    w.cargo_gng = take(r, LIST_CARGO_GNG);
    w.cargo_name = take(r, LIST_CARGO_NAME);
    w.un_no = take(r, LIST_UN_NO);
    w.hazard_no = take(r, LIST_HAZARD_NO);
    w.emergency_card = take(r, LIST_EMERGENCY_CARD);
    w.origin_station = take(r, LIST_ORIGIN_STATION);
    w.destination_station = take(r, LIST_DESTINATION_STATION);
    w.consignor = take(r, LIST_CONSIGNOR);
    w.consignee = take(r, LIST_CONSIGNEE);
    return w;
}

/* Keeps the first text that the list gives; a later one that differs is another train. */
static void
read_same(struct row *r, enum list_column column, char **kept)
{
    const char *s = r->cell[column];
    if (!*s)
        return;
    if (!**kept) {
        free(*kept);
        *kept = take(r, column);
        r->cell[column] = rc_strdup(*kept);
    } else if (strcmp(*kept, s) != 0) {
        row_error(r, column, RC_E_LIST_TRAIN, s, *kept);
    }
}

/* Writings of one index differ in blanks and hyphens: the canonical one is kept. */
static void
read_index(struct row *r)
{
    const char *s = r->cell[LIST_TRAIN_INDEX];
    struct number n = train_index(s);
    if (*s && n.verdict == NUMBER_BAD_SHAPE && !*r->list->out->train_index)
        row_warning(r, LIST_TRAIN_INDEX, RC_W_LIST_INDEX, s, NULL);
    if (*s && *n.text) {
        free(r->cell[LIST_TRAIN_INDEX]);
        r->cell[LIST_TRAIN_INDEX] = rc_strdup(n.text);
    }
    read_same(r, LIST_TRAIN_INDEX, &r->list->out->train_index);
}

/* A date without a time is the beginning of its day, and that is said. */
static bool
read_moment(const struct row *r, const char *s, struct moment *out)
{
    char whole[LIST_CODE_MAX * 4 + 8];
    if (moment_parse(s, r->list->offset_min, out))
        return true;
    snprintf(whole, sizeof whole, "%s 00:00", s);
    if (!strpbrk(s, " T") && moment_parse(whole, r->list->offset_min, out)) {
        if (r->list->out->arrived.ms == 0)
            row_warning(r, LIST_ARRIVED_AT, RC_W_LIST_NO_TIME, s, NULL);
        return true;
    }
    row_error(r, LIST_ARRIVED_AT, strchr(s, '/') ? RC_E_LIST_DATE_ORDER : RC_E_LIST_MOMENT, s,
              NULL);
    return false;
}

static void
read_arrival(const struct row *r)
{
    const char *s = r->cell[LIST_ARRIVED_AT];
    struct moment *kept = &r->list->out->arrived, m = {0};
    if (!*s || !read_moment(r, s, &m))
        return;
    if (kept->ms == 0) {
        *kept = m;
    } else if (kept->ms != m.ms) {
        char first[MOMENT_TEXT];
        row_warning(r, LIST_ARRIVED_AT, RC_W_LIST_DIFFERS, s,
                    moment_text(*kept, MOMENT_ISO, first));
    }
}

static void
read_direction(const struct row *r)
{
    struct list *l = r->list;
    const char *s = r->cell[LIST_DIRECTION], *direction = list_direction(s);
    if (!direction) {
        if (!l->direction_told)
            row_warning(r, LIST_DIRECTION, RC_W_LIST_DIRECTION, s, NULL);
        l->direction_told = true;
    } else if (*direction && !*l->out->direction) {
        free(l->out->direction);
        l->out->direction = rc_strdup(direction);
    } else if (*direction && strcmp(direction, l->out->direction) != 0) {
        row_warning(r, LIST_DIRECTION, RC_W_LIST_DIFFERS, s, l->out->direction);
    }
}

/* The wagon first: a row that is rejected says nothing about the train. */
static void
read_row(struct row *r)
{
    struct consist *out = r->list->out;
    struct consist_wagon wagon = read_wagon(r);
    if (!r->list->row_failed) {
        read_same(r, LIST_TRAIN_NO, &out->train_no);
        read_index(r);
        if (!r->list->row_failed)
            read_arrival(r);
    }
    if (r->list->row_failed) {
        consist_wagon_release(&wagon);
        return;
    }
    read_direction(r);
    ARRAY_GROW(out->wagons, out->n, out->cap);
    out->wagons[out->n] = wagon;
    list_check_wagon(r->list, &out->wagons[out->n]);
    out->n++;
}

static bool
is_blank_row(const struct csv_record *record)
{
    for (size_t i = 0; i < record->n; i++)
        if (record->field[i][strspn(record->field[i], " \t\r\n")])
            return false;
    return true;
}

bool
list_clean(struct list *l, const struct csv_record *record)
{
    bool clean = true;
    for (size_t i = 0; i < record->n; i++)
        if (list_hostile(l, record->line, (unsigned)i + 1, record->field[i]))
            clean = false;
    return clean;
}

/* Does one of the lines inside the field have all the delimiters of a row? */
static bool
holds_row(const struct list *l, const char *field)
{
    size_t count = 0;
    for (const char *s = strpbrk(field, "\r\n"); s && *s; s++) {
        count = strchr("\r\n", *s) ? 0 : count + (*s == l->out->delimiter);
        if (count + 1 >= l->n_fields)
            return true;
    }
    return false;
}

/* A field that holds a line end and, behind it, a delimiter has probably swallowed the next row;
 * one that holds a whole row has. */
static void
check_lines(struct list *l, const struct csv_record *record)
{
    for (size_t i = 0; record->last_line > record->line && i < record->n; i++) {
        const char *end = strpbrk(record->field[i], "\r\n");
        if (!end || !strchr(end, l->out->delimiter))
            continue;
        char last[24];
        snprintf(last, sizeof last, "%u", record->last_line);
        if (holds_row(l, record->field[i]))
            list_error(l, record->line, (unsigned)i + 1, RC_E_LIST_LINES, last, NULL);
        else
            list_warning(l, record->line, (unsigned)i + 1, RC_W_LIST_LINES, last, NULL);
    }
}

static void
read_fields(struct list *l, const struct csv_record *record)
{
    if (record->n != l->n_fields) {
        char have[24], want[24];
        snprintf(have, sizeof have, "%zu", record->n);
        snprintf(want, sizeof want, "%zu", l->n_fields);
        list_error(l, record->line, 0, RC_E_LIST_FIELD_COUNT, have, want);
        return;
    }
    if (!list_clean(l, record))
        return;
    check_lines(l, record);
    if (l->row_failed)
        return;
    struct row r = {.list = l, .line = record->line};
    read_cells(&r, record);
    if (*r.cell[LIST_WAGON_NO])
        read_row(&r);
    else
        row_error(&r, LIST_WAGON_NO, RC_E_LIST_WAGON_NO, NULL, NULL);
    for (size_t i = 0; i < LIST_COLUMNS; i++)
        free(r.cell[i]);
}

bool
list_row(struct list *l, const struct csv_record *record)
{
    if (is_blank_row(record))
        return true;
    if (l->out->n == CONSIST_WAGONS_MAX) {
        char max[24];
        snprintf(max, sizeof max, "%d", CONSIST_WAGONS_MAX);
        list_error(l, record->line, 0, RC_E_LIST_WAGONS, max, NULL);
        return false;
    }
    l->out->rows++;
    l->in_row = true;
    l->row_failed = false;
    read_fields(l, record);
    l->in_row = false;
    return !l->row_failed || list_reject(l, record->line, record->text, record->len);
}
