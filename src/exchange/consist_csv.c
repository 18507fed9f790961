/* SPDX-License-Identifier: ISC */
/* Reads a delimited consist list. */
#include "config.h"

#include "exchange/consist_csv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"
#include "base/utf8.h"
#include "exchange/consist_check.h"
#include "exchange/consist_columns.h"
#include "exchange/csv_read.h"
#include "exchange/encoding.h"

#define ERRORS_MAX 100

struct list {
    const char *file;
    int offset_min;
    const struct kind_names *kinds;
    struct consist *out;
    struct notes *errors, *warnings;
    unsigned field[COLUMNS]; /* 1-based field number of each column; 0: not in the list */
    size_t n_fields;         /* of the heading line */
    const struct csv_record *record;
};

static void
say(struct list *l, struct notes *to, enum rc_code code, unsigned column, const char *a,
    const char *b)
{
    struct rc_error note = {0};

    rc_fail(&note, code, a, b);
    rc_error_at(&note, l->file, l->record->line, column);
    if (to->n < ERRORS_MAX || to == l->warnings)
        notes_add(to, &note);
}

/* The trimmed cell of a column; "" when the list or the row has none. Free it. */
static char *
cell(struct list *l, enum column column)
{
    unsigned at = l->field[column];
    const char *s = at && at <= l->record->n ? l->record->field[at - 1] : "";
    size_t len;

    s += strspn(s, " \t\r\n");
    for (len = strlen(s); len && strchr(" \t\r\n", s[len - 1]);)
        len--;
    return rc_memdup(s, len);
}

/* --- headings --- */

static void
take_headings(struct list *l)
{
    char names[200] = "";

    l->n_fields = l->record->n;
    if (l->n_fields == 1) {
        say(l, l->errors, RC_E_LIST_ONE_COLUMN, 1, NULL, NULL);
        return;
    }
    for (size_t i = 0; i < l->n_fields; i++) {
        enum column column = column_of(l->record->field[i]);
        char before[16];

        if (column == COLUMNS) {
            if (*l->record->field[i])
                say(l, l->warnings, RC_W_LIST_HEADING, (unsigned)i + 1, l->record->field[i], NULL);
        } else if (l->field[column]) {
            snprintf(before, sizeof before, "%u", l->field[column]);
            say(l, l->errors, RC_E_LIST_HEADING_TWICE, (unsigned)i + 1, l->record->field[i],
                before);
        } else {
            l->field[column] = (unsigned)i + 1;
        }
        if (strlen(names) + strlen(l->record->field[i]) + 3 < sizeof names) {
            size_t used = strlen(names);

            snprintf(names + used, sizeof names - used, "%s%s", used ? ", " : "",
                     l->record->field[i]);
        }
    }
    if (!l->field[COL_WAGON_NO])
        say(l, l->errors, RC_E_LIST_NO_WAGON_NO, 1, names, NULL);
}

/* --- cells --- */

static bool
clean_field(struct list *l, size_t i)
{
    const char *s = l->record->field[i];
    size_t len = strlen(s);

    for (size_t at = 0; at < len;) {
        uint32_t c;
        size_t n = utf8_decode(s + at, len - at, &c);
        char what[16];

        if (!n)
            return true; /* the encoding was settled before */
        at += n;
        if (!utf8_hostile(c) || c == '\t' || c == '\n' || c == '\r')
            continue;
        snprintf(what, sizeof what, "U+%04X", (unsigned)c);
        say(l, l->errors, RC_E_CONTROL, (unsigned)i + 1, what, NULL);
        return false;
    }
    return true;
}

static int64_t
whole_number(struct list *l, enum column column)
{
    char *text = cell(l, column);
    int64_t v = -1;

    if (*text && (!number_integer(text, &v) || v < 0)) {
        say(l, l->errors, RC_E_LIST_NUMBER, l->field[column], text, column_name(column));
        v = -1;
    }
    free(text);
    return v;
}

/* Kilograms from a column of kilograms or, when the list has none, of tonnes. */
static int64_t
mass_kg(struct list *l, enum column kg, enum column tonnes)
{
    enum column column = l->field[kg] ? kg : tonnes;
    char *text = cell(l, column);
    double v = 0;
    int64_t out = -1;

    if (*text) {
        if (number_decimal(text, &v) && v >= 0 && v < 1e9)
            out = (int64_t)(v * (column == tonnes ? 1000 : 1) + 0.5);
        else
            say(l, l->errors, RC_E_LIST_NUMBER, l->field[column], text, column_name(column));
    }
    free(text);
    return out;
}

static char *
kind_of(struct list *l)
{
    char *text = cell(l, COL_KIND), *plain = plain_words(text);
    const char *found = NULL;

    for (size_t i = 0; i < l->kinds->n && *plain && !found; i++) {
        char *known = plain_words(l->kinds->names[i].written);

        if (strcmp(known, plain) == 0)
            found = l->kinds->names[i].kind;
        free(known);
    }
    if (*text && !found)
        say(l, l->warnings, RC_W_LIST_KIND, l->field[COL_KIND], text, NULL);
    free(text);
    free(plain);
    return rc_strdup(found ? found : "");
}

/* Splits a cell at ; , and blanks. */
static void
split(struct list *l, enum column column, char ***list, size_t *n, size_t *cap)
{
    static const char between[] = "; ,\t\r\n";
    char *text = cell(l, column);

    for (const char *p = text + strspn(text, between); *p;) {
        size_t len = strcspn(p, between);

        ARRAY_GROW(*list, *n, *cap);
        (*list)[(*n)++] = rc_memdup(p, len);
        p += len;
        p += strspn(p, between);
    }
    free(text);
}

/* --- the train --- */

/* The train's text from the first row; later rows must agree. */
static void
train_text(struct list *l, enum column column, char **kept)
{
    char *text = cell(l, column);

    if (!*kept) {
        *kept = text;
        return;
    }
    if (strcmp(*kept, text) != 0 && l->field[column])
        say(l, column == COL_TRAIN_NO ? l->errors : l->warnings,
            column == COL_TRAIN_NO ? RC_E_LIST_TRAIN : RC_W_LIST_DIFFERS, l->field[column], text,
            *kept);
    free(text);
}

static void
train_arrival(struct list *l)
{
    char *text = cell(l, COL_ARRIVED_AT);
    struct moment at;

    if (*text && !moment_parse(text, l->offset_min, &at))
        say(l, l->errors, RC_E_LIST_MOMENT, l->field[COL_ARRIVED_AT], text, NULL);
    else if (*text && !l->out->arrived.ms)
        l->out->arrived = at;
    free(text);
}

static void
train_direction(struct list *l)
{
    static const struct {
        const char *written, *direction;
    } known[] = {
        {"in", "in"},        {"прибытие", "in"}, {"на въезд", "in"}, {"въезд", "in"},
        {"ввоз", "in"},      {"импорт", "in"},   {"out", "out"},     {"отправление", "out"},
        {"на выезд", "out"}, {"выезд", "out"},   {"вывоз", "out"},   {"экспорт", "out"},
    };
    char *text = cell(l, COL_DIRECTION), *plain = plain_words(text);
    const char *found = "";

    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        char *word = plain_words(known[i].written);

        if (*plain && strcmp(word, plain) == 0)
            found = known[i].direction;
        free(word);
    }
    if (*text && !*found)
        say(l, l->warnings, RC_W_LIST_DIRECTION, l->field[COL_DIRECTION], text, NULL);
    l->out->direction = rc_strdup(found);
    free(text);
    free(plain);
}

/* --- a row --- */

static int
position_of(struct list *l)
{
    char *text = cell(l, COL_POSITION), max[16];
    int64_t v = (int64_t)l->out->n + 1;

    if (*text && (!number_integer(text, &v) || v < 1 || v > CONSIST_WAGONS_MAX)) {
        snprintf(max, sizeof max, "%d", CONSIST_WAGONS_MAX);
        say(l, l->errors, RC_E_LIST_POSITION, l->field[COL_POSITION], text, max);
        v = 1;
    }
    free(text);
    return (int)v;
}

static void
take_wagon(struct list *l)
{
    struct consist *c = l->out;
    int64_t axles, seals;
    struct consist_wagon w = {
        .line = l->record->line,
        .position = position_of(l),
        .number = cell(l, COL_WAGON_NO),
        .kind = kind_of(l),
        .owner_railway = cell(l, COL_OWNER_RAILWAY),
        .cargo_etsng = cell(l, COL_CARGO_ETSNG),
        .cargo_gng = cell(l, COL_CARGO_GNG),
        .cargo_name = cell(l, COL_CARGO_NAME),
        .net_kg = mass_kg(l, COL_NET_KG, COL_NET_T),
        .tare_kg = mass_kg(l, COL_TARE_KG, COL_TARE_T),
        .un_no = cell(l, COL_UN_NO),
        .hazard_no = cell(l, COL_HAZARD_NO),
        .emergency_card = cell(l, COL_EMERGENCY_CARD),
        .origin_station = cell(l, COL_ORIGIN),
        .destination_station = cell(l, COL_DESTINATION),
        .consignor = cell(l, COL_CONSIGNOR),
        .consignee = cell(l, COL_CONSIGNEE),
    };

    axles = whole_number(l, COL_AXLES);
    seals = whole_number(l, COL_SEAL_COUNT);
    w.axles = axles > 0 && axles < 100 ? (int)axles : 0;
    w.seal_count = seals >= 0 && seals < 1000 ? (int)seals : -1;
    split(l, COL_SEALS, &w.seals, &w.n_seals, &w.cap_seals);
    split(l, COL_CONTAINERS, &w.containers, &w.n_containers, &w.cap_containers);
    if (!*w.number)
        say(l, l->errors, RC_E_LIST_WAGON_NO, l->field[COL_WAGON_NO], NULL, NULL);
    else if (strlen(w.number) > 23)
        say(l, l->errors, RC_E_LIST_LONG, l->field[COL_WAGON_NO], w.number, "23");
    ARRAY_GROW(c->wagons, c->n, c->cap);
    c->wagons[c->n++] = w;
}

static bool
take_record(void *context, const struct csv_record *record, struct rc_error *err)
{
    struct list *l = context;
    bool clean = true;

    l->record = record;
    for (size_t i = 0; i < record->n; i++)
        clean = clean_field(l, i) && clean;
    if (!clean)
        return true;
    if (!l->n_fields) {
        take_headings(l);
        return true;
    }
    if (l->errors->n && l->n_fields < 2)
        return true;
    if (record->n != l->n_fields) {
        char has[16], wants[16];

        snprintf(has, sizeof has, "%zu", record->n);
        snprintf(wants, sizeof wants, "%zu", l->n_fields);
        say(l, l->errors, RC_E_LIST_FIELD_COUNT, (unsigned)record->n, has, wants);
        return true;
    }
    if (l->out->n == CONSIST_WAGONS_MAX) {
        rc_fail(err, RC_E_LIST_WAGONS, "2000", NULL);
        return rc_error_at(err, l->file, record->line, 1);
    }
    train_text(l, COL_TRAIN_NO, &l->out->train_no);
    train_text(l, COL_TRAIN_INDEX, &l->out->train_index);
    if (!l->out->direction)
        train_direction(l);
    train_arrival(l);
    take_wagon(l);
    return true;
}

/* The delimiter that is most frequent in the heading line, outside quotes. */
static char
sniff(const char *text)
{
    static const char candidates[] = {',', ';', '\t'};
    size_t count[sizeof candidates] = {0}, best = 0;
    bool quoted = false;

    for (; *text && (quoted || (*text != '\n' && *text != '\r')); text++) {
        if (*text == '"')
            quoted = !quoted;
        for (size_t i = 0; !quoted && i < sizeof candidates; i++)
            count[i] += *text == candidates[i];
    }
    for (size_t i = 1; i < sizeof candidates; i++) {
        if (count[i] > count[best])
            best = i;
    }
    return candidates[best];
}

bool
consist_csv_read(const char *text, size_t len, const char *file, int offset_min,
                 const struct kind_names *kinds, struct consist *out, struct notes *errors,
                 struct notes *warnings)
{
    struct list l = {.file = file,
                     .offset_min = offset_min,
                     .kinds = kinds,
                     .out = out,
                     .errors = errors,
                     .warnings = warnings};
    struct rc_error err = {0};
    struct buf utf8 = {0};

    *out = (struct consist){.encoding = "", .delimiter = ','};
    if (!encoding_to_utf8(text, len, file, &utf8, &out->encoding, &err)) {
        notes_add(errors, &err);
    } else {
        out->delimiter = sniff(buf_text(&utf8));
        if (!csv_read(buf_text(&utf8), utf8.len, out->delimiter, file, take_record, &l, &err))
            notes_add(errors, &err);
    }
    buf_release(&utf8);
    if (!errors->n && !out->n) {
        rc_fail(&err, RC_E_LIST_EMPTY, NULL, NULL);
        rc_error_at(&err, file, 1, 0);
        notes_add(errors, &err);
    }
    if (!out->train_no)
        out->train_no = rc_strdup("");
    if (!out->train_index)
        out->train_index = rc_strdup("");
    if (!out->direction)
        out->direction = rc_strdup("");
    if (!errors->n)
        consist_check(out, file, l.field, warnings);
    return !errors->n;
}
