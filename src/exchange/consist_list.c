/* SPDX-License-Identifier: ISC */
/* What the readers of lists share: notes, decoding, rejected rows, empty wagons, bounds on texts.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>

#include "base/alloc.h"
#include "exchange/consist_list.h"
#include "exchange/encoding.h"

/* --- notes --- */

static void
add_note(struct notes *notes, const struct list *l, unsigned line, unsigned field,
         enum rc_code code, const char *a, const char *b)
{
    struct rc_error note;
    rc_fail(&note, code, a, b);
    rc_error_at(&note, l->file, line, field);
    notes_add(notes, &note);
}

/* The row is rejected, or else the whole list. */
void
list_fail(struct list *l, const struct rc_error *why)
{
    if (!l->in_row)
        l->failed = true;
    else if (!l->row_failed)
        l->why = *why;
    l->row_failed = l->in_row;
    if (l->errors->n < LIST_ERRORS_MAX)
        notes_add(l->errors, why);
}

void
list_error(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
           const char *b)
{
    struct rc_error note;
    rc_fail(&note, code, a, b);
    rc_error_at(&note, l->file, line, field);
    list_fail(l, &note);
}

void
list_warning(struct list *l, unsigned line, unsigned field, enum rc_code code, const char *a,
             const char *b)
{
    if (l->warnings->n < LIST_WARNINGS_MAX)
        add_note(l->warnings, l, line, field, code, a, b);
    else if (l->warnings->n == LIST_WARNINGS_MAX)
        add_note(l->warnings, l, line, 0, RC_W_LIST_MORE, NULL, NULL);
}

struct place {
    unsigned line, column;
    size_t order;
};

static int
by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static void
sort_notes(struct notes *notes)
{
    if (notes->n < 2)
        return;
    struct place *places = rc_alloc(notes->n, sizeof *places);
    struct rc_error *sorted = rc_alloc(notes->n, sizeof *sorted);
    for (size_t i = 0; i < notes->n; i++)
        places[i] = (struct place){notes->list[i].line, notes->list[i].column, i};
    qsort(places, notes->n, sizeof *places, by_place);
    for (size_t i = 0; i < notes->n; i++)
        sorted[i] = notes->list[places[i].order];
    free(notes->list);
    free(places);
    notes->list = sorted;
    notes->cap = notes->n;
}

/* --- the whole list --- */

void
list_empty(struct consist *out, const char *format)
{
    *out = (struct consist){.train_no = rc_strdup(""),
                            .train_index = rc_strdup(""),
                            .direction = rc_strdup(""),
                            .encoding = "UTF-8",
                            .format = format};
}

bool
list_decode(struct list *l, const char *text, size_t len, const char *chosen, struct buf *out)
{
    struct encoding_guess guess = {.encoding = ENCODING_UTF8};
    struct rc_error err = {.code = RC_OK};
    if (!chosen || !*chosen)
        guess = encoding_guess(text, len);
    else if (!encoding_parse(chosen, &guess.encoding)) {
        list_error(l, 1, 0, RC_E_ENCODING_NAME, chosen, NULL);
        return false;
    }
    l->out->encoding = encoding_name(guess.encoding);
    if (!encoding_decode(guess.encoding, text, len, l->file, out, &err)) {
        list_fail(l, &err);
        return false;
    }
    if (guess.doubtful)
        list_warning(l, 1, 0, RC_W_LIST_ENCODING, l->out->encoding, encoding_name(guess.other));
    return true;
}

bool
list_reject(struct list *l, unsigned line, const char *row, size_t len)
{
    struct consist *out = l->out;
    if (out->n_rejected == LIST_REJECTED_MAX) {
        char max[24];
        snprintf(max, sizeof max, "%d", LIST_REJECTED_MAX);
        list_error(l, line, 0, RC_E_LIST_REJECTED, max, NULL);
        return false;
    }
    ARRAY_GROW(out->rejected, out->n_rejected, out->cap_rejected);
    out->rejected[out->n_rejected++] =
        (struct consist_rejected){.line = line, .text = rc_memdup(row, len), .why = l->why};
    return true;
}

void
list_end(struct list *l)
{
    l->out->usable = !l->failed && l->out->n > 0;
    sort_notes(l->errors);
    sort_notes(l->warnings);
}

/* --- lists that are no tables --- */

bool
list_no_columns(struct list *l, const struct consist_choice *choice)
{
    if (choice->n_columns == 0)
        return true;
    list_error(l, 1, 0, RC_E_LIST_NO_TABLE, choice->columns[0].name, NULL);
    return false;
}

struct consist_wagon *
list_add_wagon(struct list *l, unsigned line)
{
    struct consist *out = l->out;
    struct consist_wagon *w;

    if (out->n == CONSIST_WAGONS_MAX) {
        char max[24];
        snprintf(max, sizeof max, "%d", CONSIST_WAGONS_MAX);
        list_error(l, line, 0, RC_E_LIST_WAGONS, max, NULL);
        return NULL;
    }
    ARRAY_GROW(out->wagons, out->n, out->cap);
    w = &out->wagons[out->n++];
    out->rows++;
    *w = (struct consist_wagon){.line = line, .net_kg = -1, .tare_kg = -1, .seal_count = -1};
    char **texts[] = {&w->number,      &w->kind,           &w->owner_railway,
                      &w->cargo_etsng, &w->cargo_gng,      &w->cargo_name,
                      &w->un_no,       &w->hazard_no,      &w->emergency_card,
                      &w->consignor,   &w->origin_station, &w->destination_station,
                      &w->consignee};
    for (size_t i = 0; i < ARRAY_LEN(texts); i++)
        *texts[i] = rc_strdup("");
    return w;
}

void
list_set(char **text, const char *s)
{
    char *copy = rc_strdup(s);
    free(*text);
    *text = copy;
}

bool
list_long(struct list *l, unsigned line, unsigned field, const char *s, size_t max)
{
    size_t n = 0;
    for (const char *p = s; *p; p++)
        n += ((unsigned char)*p & 0xC0) != 0x80;
    if (n <= max)
        return false;
    char have[24], limit[24];
    snprintf(have, sizeof have, "%zu", n);
    snprintf(limit, sizeof limit, "%zu", max);
    list_error(l, line, field, RC_E_LIST_LONG, have, limit);
    return true;
}

bool
list_hostile(struct list *l, unsigned line, unsigned field, const char *s)
{
    uint32_t c = text_hostile(s);
    if (!c)
        return false;
    char name[16];
    snprintf(name, sizeof name, "U+%04X", (unsigned)c);
    list_error(l, line, field, RC_E_CONTROL, name, NULL);
    return true;
}
