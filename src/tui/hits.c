/* SPDX-License-Identifier: ISC */
/*
 * What is found by the last digits of a wagon's number or its position, a seal, or words. What
 * stands in the present train comes first.
 */
#include "config.h"

#include "tui/hits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "core/numbers.h"
#include "core/seal.h"
#include "i18n/i18n.h"
#include "tui/widgets.h"
#include "tui/words.h"

static void
add_hit(struct hits *h, const struct wagon_row *w, const char *how)
{
    struct hit *hit;
    char cargo[CODE_NAME];

    for (size_t i = 0; i < h->n; i++) {
        if (h->list[i].wagon == w->id)
            return;
    }
    if (h->n == HITS_MAX)
        return;
    hit = &h->list[h->n++];
    *hit = (struct hit){.wagon = w->id, .position = w->position, .how = how};
    snprintf(hit->number, sizeof hit->number, "%.23s", w->number);
    snprintf(hit->cargo, sizeof hit->cargo, "%.119s", words_cargo(h->app, w, cargo));
}

bool
hits_digits(const char *text)
{
    return *text && text[strspn(text, "0123456789")] == '\0';
}

static bool
ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);

    return n >= m && strcmp(text + n - m, end) == 0;
}

/* The position first: one or two digits are what is read off the list or said on the radio. */
static void
find_in_train(struct hits *h, const char *text)
{
    char position[16];

    if (!hits_digits(text))
        return;
    for (size_t i = 0; i < h->consist.n; i++) {
        snprintf(position, sizeof position, "%d", h->consist.rows[i].position);
        if (strcmp(position, text) == 0)
            add_hit(h, &h->consist.rows[i], _("position"));
    }
    for (size_t i = 0; i < h->consist.n; i++) {
        if (ends_with(h->consist.rows[i].number, text))
            add_hit(h, &h->consist.rows[i], _("number"));
    }
}

/* A whole number that is not in the train: those one digit or one swap away that are. */
static void
find_near(struct hits *h, const char *text)
{
    const char *numbers[512];
    size_t near[8], n = h->consist.n < 512 ? h->consist.n : 512, found;

    if (strlen(text) < 8 || h->n)
        return;
    for (size_t i = 0; i < n; i++)
        numbers[i] = h->consist.rows[i].number;
    found = number_near(text, numbers, n, near, 8);
    for (size_t i = 0; i < found; i++)
        add_hit(h, &h->consist.rows[near[i]], _("one digit away"));
}

/* Names the train of a hit that is not in the present one. */
static void
name_train(struct store *store, int64_t id, struct hit *hit)
{
    struct trains trains = {0};

    if (store_train(store, id, &trains, NULL) && trains.n) {
        struct moment arrived = {trains.rows[0].arrived_at, trains.rows[0].arrived_offset};
        char day[MOMENT_TEXT] = "";

        if (arrived.ms)
            moment_text(arrived, MOMENT_SCREEN, day);
        snprintf(hit->train, sizeof hit->train, "%.12s %.10s", trains.rows[0].number, day);
    }
    trains_release(&trains);
}

static void
add_all(struct hits *h, struct store *store, struct wagons *found, const char *how)
{
    for (size_t i = 0; i < found->n; i++) {
        size_t before = h->n;

        add_hit(h, &found->rows[i], how);
        if (h->n > before && found->rows[i].train != h->train)
            name_train(store, found->rows[i].train, &h->list[before]);
    }
    wagons_release(found);
}

static void
find_in_archive(struct hits *h, const char *number, const char *text)
{
    struct store *store = h->app->store;
    struct wagons found = {0};
    char fold[SEAL_NO_SIZE];

    if (hits_digits(number) && strlen(number) >= 3 &&
        store_find_tail(store, number, 20, &found, NULL))
        add_all(h, store, &found, _("number"));
    if (strlen(number) >= 4 && seal_fold(number, fold) &&
        store_find_seal(store, fold, 20, &found, NULL))
        add_all(h, store, &found, _("seal"));
    if (!hits_digits(text) && strlen(text) >= 3 && store_find_words(store, text, 20, &found, NULL))
        add_all(h, store, &found, _("text"));
}

/* The digit row of some layouts types letters: a word is searched as typed, a number as
 * what the keys mean. */
static char *
read_as_number(const struct layouts *layouts, const char *layout, const char *text)
{
    struct field field = {.kind = FIELD_SEAL};
    char *number;

    while (*text) {
        struct key key = {.code = RK_CHAR};
        size_t len = utf8_decode(text, strlen(text), &key.ch);

        if (!len)
            break;
        field_key(&field, &key, layouts, layout);
        text += len;
    }
    number = words_trimmed(buf_text(&field.text));
    field_release(&field);
    return number;
}

bool
hits_train(struct hits *h, struct app *app, int64_t train, struct rc_error *err)
{
    wagons_release(&h->consist);
    h->app = app;
    h->train = train;
    return !train || store_consist(app->store, train, false, &h->consist, err);
}

void
hits_find(struct hits *h, const struct layouts *layouts, const char *layout, const char *typed)
{
    char *text = words_trimmed(typed);

    free(h->as_number);
    h->as_number = read_as_number(layouts, layout, text);
    h->n = 0;
    if (*text) {
        find_in_train(h, h->as_number);
        find_in_archive(h, h->as_number, text);
        find_near(h, h->as_number);
    }
    free(text);
}

void
hits_release(struct hits *h)
{
    wagons_release(&h->consist);
    free(h->as_number);
    h->as_number = NULL;
}
