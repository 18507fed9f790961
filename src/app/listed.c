/* SPDX-License-Identifier: ISC */
/* What a list says about a wagon, as it is recorded. */
#include "config.h"

#include "app/listed.h"

#include <stdio.h>
#include <string.h>

#include "app/body.h"
#include "base/uuid.h"
#include "core/inspection.h"
#include "core/seal.h"

/* The digits backwards, for the search by last digits. */
static void
reverse(const char *number, char *out, size_t size)
{
    size_t len = strlen(number);

    if (len >= size)
        len = size - 1;
    for (size_t i = 0; i < len; i++)
        out[i] = number[len - 1 - i];
    out[len] = '\0';
}

static bool
no_answer(const void *context, const char *key, struct answer *out)
{
    (void)context;
    (void)key;
    (void)out;
    return false;
}

/* The i-th word of a space-separated list into out; "" when there are fewer. */
static void
word_at(const char *list, size_t i, char *out, size_t size)
{
    for (; *list; i--) {
        size_t len = strcspn(list, " ");

        if (i == 0) {
            snprintf(out, size, "%.*s", (int)len, list);
            return;
        }
        list += len;
        list += strspn(list, " ");
    }
    *out = '\0';
}

/* uuid, number, folded number, place: the tail of an array. */
static void
add_seal(struct buf *array, struct rc_env *env, const char *number, const char *place)
{
    struct uuid uuid = uuid_new(env);
    char id[UUID_TEXT], fold[SEAL_NO_SIZE];

    if (!seal_fold(number, fold))
        snprintf(fold, sizeof fold, "%.80s", number);
    buf_add_json(array, uuid_text(&uuid, id));
    buf_addc(array, ',');
    buf_add_json(array, number);
    buf_addc(array, ',');
    buf_add_json(array, fold);
    buf_addc(array, ',');
    buf_add_json(array, place);
    buf_addc(array, ']');
}

void
listed_seal(struct buf *array, struct rc_env *env, int n, const char *number)
{
    buf_addf(array, "%s%d,", array->len ? ",[" : "[[", n);
    add_seal(array, env, number, "");
}

/* "expected": [[uuid, number, folded number, place], ...]. The place is the usual one of the kind,
 * as long as the list names no more seals than there are usual places. */
static void
body_expected(struct buf *body, struct rc_env *env, const struct consist_wagon *w,
              const struct sheet *sheet)
{
    const char *places = sheet && sheet->seal_places ? sheet->seal_places : "";
    struct buf array = {0};
    char last[32];

    if (!w->n_seals)
        return;
    word_at(places, w->n_seals - 1, last, sizeof last);
    if (!*last)
        places = "";
    for (size_t i = 0; i < w->n_seals; i++) {
        char place[32];

        word_at(places, i, place, sizeof place);
        buf_adds(&array, i ? ",[" : "[[");
        add_seal(&array, env, w->seals[i], place);
    }
    buf_addc(&array, ']');
    body_json(body, "expected", buf_text(&array));
    buf_release(&array);
}

void
listed_facts(struct buf *body, const struct consist_wagon *w)
{
    struct buf containers = {0};

    body_text(body, "owner", w->owner_railway);
    body_text(body, "etsng", w->cargo_etsng);
    body_text(body, "gng", w->cargo_gng);
    body_text(body, "cargo", w->cargo_name);
    if (w->net_kg >= 0)
        body_number(body, "net", w->net_kg);
    if (w->tare_kg >= 0)
        body_number(body, "tare", w->tare_kg);
    if (w->axles > 0)
        body_number(body, "axles", w->axles);
    body_text(body, "un", w->un_no);
    body_text(body, "hazard", w->hazard_no);
    body_text(body, "card", w->emergency_card);
    body_text(body, "from", w->origin_station);
    body_text(body, "to", w->destination_station);
    body_text(body, "consignor", w->consignor);
    body_text(body, "consignee", w->consignee);
    if (w->seal_count >= 0)
        body_number(body, "seals", w->seal_count);
    for (size_t i = 0; i < w->n_containers; i++)
        buf_addf(&containers, "%s%s", i ? ";" : "", w->containers[i]);
    body_text(body, "containers", containers.len ? buf_text(&containers) : NULL);
    body_text(body, "raw", w->raw);
    buf_release(&containers);
}

/* How many items the new wagon's checklist asks, and how many of them are done at once. */
static void
body_first_counts(struct buf *body, const struct checklist *set, const struct sheet *sheet,
                  int level, const struct consist_wagon *w)
{
    struct inspection in = {
        .set = set,
        .sheet = sheet,
        .level = level,
        .facts = {.kind = sheet ? sheet->kind : "",
                  .un_no = w->un_no,
                  .hazard_no = w->hazard_no,
                  .net_kg = w->net_kg,
                  .tare_kg = w->tare_kg,
                  .axles = w->axles,
                  .expected_seals = (int)w->n_seals,
                  .containers = (int)w->n_containers},
        .seals_open = w->n_seals,
    };

    if (sheet)
        inspection_build(&in, (const char *const *)w->containers, w->n_containers, no_answer, NULL);
    body_counts(body, &in);
    inspection_release(&in);
}

bool
listed_wagon(struct app *app, const char *train, const struct consist_wagon *w,
             const struct checklist *set, int level, struct rc_error *err)
{
    struct uuid uuid = uuid_new(app->env);
    const struct sheet *sheet = checklist_sheet(set, w->kind);
    const char *kind_from = "list";
    char id[UUID_TEXT], tail[32];
    struct buf body = {0};
    bool done;

    if (!sheet) {
        sheet = checklist_suggest(set, w->number);
        kind_from = "digit";
    }
    reverse(w->number, tail, sizeof tail);
    body_begin(&body);
    body_number(&body, "pos", w->position);
    body_text(&body, "no", w->number);
    body_text(&body, "tail", tail);
    body_text(&body, "kind", sheet ? sheet->kind : "");
    body_text(&body, "kind_from", kind_from);
    body_number(&body, "level", level);
    listed_facts(&body, w);
    body_expected(&body, app->env, w, sheet);
    body_first_counts(&body, set, sheet, level, w);
    body_end(&body);
    done = app_record(app, "wagon.listed", train, uuid_text(&uuid, id), buf_text(&body), err);
    buf_release(&body);
    return done;
}
