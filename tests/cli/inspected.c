/* SPDX-License-Identifier: ISC */
/*
 * Makes a database of inspected trains for tests of what comes out of it:
 *     inspected DIR [TIMES]
 * The sample trains, each listed TIMES times (1) a day apart and inspected by a fixed rule: answers
 * of every type, gates, findings with and without files, seals that match and that do not, points
 * returned by a lead. Texts begin like formulas. The same arguments make the same records.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/attach.h"
#include "app/inspect.h"
#include "app/import.h"
#include "app/train.h"
#include "app/work.h"
#include "base/alloc.h"
#include "base/buf.h"
#include "base/number.h"

static _Noreturn void
fail(const struct rc_error *err)
{
    fprintf(stderr, "inspected: %s: %s %s\n", rc_code_text(err->code), err->arg[0], err->arg[1]);
    exit(EXIT_FAILURE);
}

#define must(call)                                                                                 \
    do {                                                                                           \
        struct rc_error err = {0};                                                                 \
        if (!(call))                                                                               \
            fail(&err);                                                                            \
    } while (0)

/* --- listing --- */

/* A copy of the sample that arrives on another day, so that it is another list. */
static void
write_list(const char *sample, const char *to, int day)
{
    FILE *in, *out;
    char line[4096], *date;
    struct buf path = {0};

    buf_addf(&path, "%s/checklists/samples/%s", getenv("top_srcdir"), sample);
    in = fopen(buf_text(&path), "r");
    out = fopen(to, "w");
    if (!in || !out)
        exit(EXIT_FAILURE);
    while (fgets(line, sizeof line, in)) {
        if ((date = strstr(line, "T20:46")) || (date = strstr(line, "T06:15"))) {
            char part[64];

            snprintf(part, sizeof part, "20%02d-%02d-%02d", 20 + day / 336, day / 28 % 12 + 1,
                     day % 28 + 1);
            memcpy(date - 10, part, 10);
        }
        fputs(line, out);
    }
    fclose(in);
    if (fclose(out) != 0)
        exit(EXIT_FAILURE);
    buf_release(&path);
}

static int64_t
list_train(struct app *app, const char *file)
{
    struct import import;
    int64_t train;
    bool added;

    must(import_read(app, file, &import, &err));
    must(import_save(app, &import, 1, &train, &added, &err));
    import_release(&import);
    return train;
}

/* --- inspecting --- */

static void
read_seals(struct app *app, const struct work *w, size_t nth)
{
    struct seal_reading reading;

    for (size_t i = 0; i < w->seals.n; i++) {
        const char *number = (nth + i) % 9 == 4 ? "К0000017" : w->seals.rows[i].expected;

        must(inspect_seal_read(app, w->wagon->id, w->seals.rows[i].n, number, "", NULL, &reading,
                               &err));
    }
    if (nth % 13 == 5)
        must(inspect_seal_read(app, w->wagon->id, 0, "К0000099", "", NULL, &reading, &err));
}

/* A file with a name that wants care. */
static void
attach_file(struct app *app, int64_t wagon, const char *finding, size_t nth)
{
    struct buf path = {0};
    const char *file;
    FILE *out;

    buf_addf(&path, "%s/=фото %zu.JPG", store_dir(app->store), nth);
    file = buf_text(&path);
    out = fopen(file, "w");
    if (!out)
        exit(EXIT_FAILURE);
    fprintf(out, "sample picture %zu", nth % 5);
    if (fclose(out) != 0)
        exit(EXIT_FAILURE);
    must(attach_files(app, wagon, finding, &file, 1, NULL, NULL, &err));
    remove(file);
    buf_release(&path);
}

static void
raise_finding(struct app *app, const struct line *line, int64_t wagon, size_t nth)
{
    struct finding finding = finding_blank(nth % 2 ? "VOID" : "SEAL", (int)(nth % 4));
    char id[40];

    finding.item = line->key;
    finding.zone = line->item->zone->name;
    finding.noticed = nth % 3 ? "eye" : "tap";
    finding.description = "=1+1; \"in quotes\",\nсвежий шов, second line";
    finding.quantity = "-1.5";
    finding.unit = "kg";
    must(inspect_finding(app, wagon, &finding, NULL, id, &err));
    if (nth % 3 == 0)
        attach_file(app, wagon, id, nth);
}

static struct answer
answer_for(const struct line *line, size_t nth)
{
    switch (line->item->type) {
    case ITEM_DECIMAL:
        return (struct answer){.state = ANSWER_VALUE, .value = "-5.25"};
    case ITEM_INTEGER:
        return (struct answer){.state = ANSWER_VALUE, .value = "4"};
    case ITEM_TEXT:
        return (struct answer){.state = ANSWER_VALUE, .value = "+7, как в документах"};
    case ITEM_SELECT_ONE:
    case ITEM_SELECT_MULTIPLE:
        return (struct answer){.state = ANSWER_VALUE, .value = line->item->list->choices[0].name};
    case ITEM_CHECK:
    case ITEM_SEALS:
        break;
    }
    if (nth % 11 == 7)
        return (struct answer){.state = ANSWER_NO_ACCESS, .reason = "dark", .note = "@ночь"};
    return (struct answer){.state = ANSWER_OK};
}

/* Answers one open item; nth counts them over all wagons. */
static void
answer_one(struct app *app, const struct work *w, const struct line *line, size_t nth)
{
    int64_t wagon = w->wagon->id;
    struct answer answer = answer_for(line, nth);
    size_t n;

    if (line->item->type == ITEM_SEALS)
        read_seals(app, w, nth);
    else if (line->gated)
        must(inspect_zone_gated(app, wagon, line->key, &n, &err));
    else if (line->item->type == ITEM_CHECK && nth % 31 == 3)
        raise_finding(app, line, wagon, nth);
    else if (line->item->type == ITEM_CHECK && line->item->bulk && nth % 5 == 1)
        must(inspect_zone_ok(app, wagon, line->key, &n, &err));
    else
        must(inspect_answer(app, wagon, line->key, &answer, NULL, NULL, &err));
}

static void
inspect_wagon(struct app *app, int64_t wagon, size_t *nth)
{
    const char *gate = "H-STOP";
    size_t before = SIZE_MAX;

    must(inspect_gates_confirm(app, wagon, &gate, 1, "-Sample Duty", &err));
    for (;;) {
        struct work w;
        size_t at;

        must(work_open(app, wagon, &w, &err));
        at = inspection_next_open(&w.in, w.in.n);
        if (at == w.in.n || at == before) {
            work_release(&w);
            break;
        }
        before = at;
        answer_one(app, &w, &w.in.lines[at], (*nth)++);
        work_release(&w);
    }
}

/* As the lead's screens record it. */
static void
return_wagon(struct app *app, const char *train, const char *wagon, size_t nth)
{
    struct buf body = {0};

    buf_addf(&body, "{\"id\":\"00000000-0000-7000-8000-%012zu\",\"reason\":\"=сверить\"}", nth);
    must(app_begin(app, RIGHT_INSPECT, &err));
    must(app_record(app, "review.returned", train, wagon, buf_text(&body), &err));
    must(app_commit(app, &err));
    buf_release(&body);
}

static void
inspect_train(struct app *app, int64_t train, size_t *nth)
{
    struct wagons consist = {0};
    struct trains trains = {0};

    must(store_train(app->store, train, &trains, &err));
    must(store_consist(app->store, train, true, &consist, &err));
    for (size_t i = 0; i < consist.n; i++) {
        if (i % 8 == 7) {
            must(inspect_strike(app, consist.rows[i].id, "not in the train", &err));
            continue;
        }
        inspect_wagon(app, consist.rows[i].id, nth);
        if (i % 6 == 2)
            return_wagon(app, trains.rows[0].uuid, consist.rows[i].uuid, *nth);
        else if (i % 2)
            inspect_close(app, consist.rows[i].id, NULL);
    }
    wagons_release(&consist);
    trains_release(&trains);
}

int
main(int argc, char **argv)
{
    static const char *const samples[] = {"consist-diesel-tanks.csv", "consist-mixed-65.csv"};
    struct rc_env env;
    struct app *app;
    struct buf file = {0};
    int64_t times = 1;
    size_t nth = 0;

    if (argc < 2 || (argc > 2 && !number_integer(argv[2], &times)))
        return EXIT_FAILURE;
    rc_env_fake(&env, (struct moment){1795400000000, 300}, 7000);
    must(app_init(argv[1], "Test post", "Sample Officer", "101", getenv("top_srcdir"), &env, &err));
    must((app = app_open(argv[1], NULL, true, &env, &err)) != NULL);
    for (int day = 0; day < times; day++) {
        for (size_t i = 0; i < ARRAY_LEN(samples); i++) {
            buf_clear(&file);
            buf_addf(&file, "%s/%s", argv[1], samples[i]);
            write_list(samples[i], buf_text(&file), day);
            inspect_train(app, list_train(app, buf_text(&file)), &nth);
            remove(buf_text(&file));
        }
    }
    app_close(app);
    rc_env_release(&env);
    buf_release(&file);
    return EXIT_SUCCESS;
}
